"""Be a list of Word documents with fields: those of the program and one's own, added, saved, deleted, undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import choice, line
from missionplanner.gui.undo import undo
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.wording import language_name


class WordDocuments(Chooser):
    """List documents; what is done is said in the dialog, for a toast lies under it, and can be undone there.

    ``told`` is the line of that; subclasses put it into the column.
    """

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        name: str,
        title: str,
        options: Sequence[Option],
        verbs: tuple[str, str],
    ) -> None:
        """Make the list; ``name`` begins the names of what is in it."""
        super().__init__(parent, ctx, title, options, self.take, verbs)
        self._ctx = ctx
        self._said = label("", tone="quiet", name=f"{name}_said", wrap=True)
        self._undo = button(ctx.t("Undo"), f"{name}_undo", look="link")
        self._undo.clicked.connect(self._take_back)
        self.told = QHBoxLayout()
        self.told.addWidget(self._said, 1)
        self.told.addWidget(self._undo)

    # -- said by subclasses -----------------------------------------------------------------------

    def take(self, value: object) -> None:
        """Do with the document that is taken what the dialog is for."""

    def remove(self) -> None:
        """Delete the document in front, where it is one's own."""

    def relist(self) -> None:
        """List the documents there are now."""

    # -- what they are built of -------------------------------------------------------------------

    def begin(self) -> None:
        """Follow keys and what is in front, once all is there."""
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self.follow)
        self.say("")
        self.follow()

    def follow(self) -> None:
        """Offer what can be done with the document in front."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typing = watched is self.search and bool(self.search.text())
            if event.key() == Qt.Key.Key_Delete and not typing:
                self.remove()
                return True
        return super().eventFilter(watched, event)

    def say(self, text: str, *, undo: bool = False) -> None:
        """Say what was done, with a way to take it back."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._undo.setVisible(undo)
        if text:
            self._ctx.say_aloud(self, text)

    def ask_word(self, title: str) -> Path | None:
        """Ask for a Word document; None where nobody wants one."""
        return self._ctx.files.open_file(self, title, word_files(self._ctx))

    def save_copy(self, title: str, name: str, data: Callable[[], bytes]) -> None:
        """Ask for a file and write the document into it."""
        from missionplanner.base import atomic_files

        t = self._ctx.t
        path = self._ctx.files.save_file(
            self, title, f"{atomic_files.safe_name(name)}.docx", word_files(self._ctx)
        )
        if path is None:
            return
        target = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
        try:
            atomic_files.write(target, data(), force=True)
        except MissionPlannerError as error:
            self.say(t.say(error))
        else:
            self.say(t("Saved as “{file}”. Change it in Word, then add it here.", file=target.name))

    def show_fields(self, title: str, fields: Sequence[Option]) -> None:
        """List what such a document may name; one is taken to the clipboard."""
        t = self._ctx.t
        Chooser(self, self._ctx, title, fields, self._take_field, (t("Copy"), t("Close"))).open()

    def _take_field(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.say(self._ctx.t("Copied: {text}. Paste it into the document in Word.", text=text))

    def _take_back(self) -> None:
        if self._ctx.run_edit(undo) is not None:
            self.relist()
            self.say("")
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)


class AddDocument(FormDialog):
    """Ask what a Word document is called and in which language it is; subclasses end with ``ready``."""

    def __init__(self, parent: WordDocuments, ctx: Context, title: str, path: Path) -> None:
        from missionplanner.services.paper.paper_kinds import LANGUAGES

        t = ctx.t
        super().__init__(parent, t, title, t("Add"))
        self.name = line(path.stem)
        plan = ctx.mission.plan
        usual = plan.mission.languages[0] if plan is not None and plan.mission.languages else t.language
        self.language = choice({language_name(one): one for one in LANGUAGES}, usual, ctx.theme)

    def ready(self) -> None:
        """Begin with the name, which the file suggests."""
        self.name.setFocus()
        self.name.selectAll()


def field_option(ctx: Context, name: str, words: str, heading: str) -> Option:
    """Return a field as a line of the list of fields."""
    text = f"{{{{{name}}}}}"
    return Option(ctx.t(words), text, "", text, ctx.t(heading))


def section_option(ctx: Context, name: str, words: str) -> Option:
    """Return a repeated part as a line of the list of fields."""
    text = f"{{{{#{name}}}}} … {{{{/{name}}}}}"
    return Option(ctx.t(words), text, "", text, ctx.t("Repeated"))


def word_files(ctx: Context) -> str:
    """Return the filter of a question for files."""
    return ctx.t("Word documents (*.docx)")
