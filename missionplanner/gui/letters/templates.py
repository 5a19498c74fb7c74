"""Show the letters there are: those of the program and one's own, added as Word documents with fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import Field, choice, line
from missionplanner.gui.undo import undo
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.tabbing import in_reading_order
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.services.paper.letters import Letter, LetterKind


class LetterTemplates(Chooser):
    """List letters; the one in front is saved as a Word document to look at and change."""

    def __init__(self, parent: QWidget, ctx: Context) -> None:
        self._ctx = ctx
        t = ctx.t
        super().__init__(
            parent,
            ctx,
            t("Letter templates"),
            _options(ctx),
            lambda _letter: None,
            (t("Save a copy…"), t("Close")),
        )
        self.setObjectName("letter_templates_dialog")
        self._said = label("", tone="quiet", name="letter_templates_said", wrap=True)
        self._undo = button(t("Undo"), "letter_templates_undo", look="link")
        self._undo.clicked.connect(self._take_back)
        told = QHBoxLayout()
        told.addWidget(self._said, 1)
        told.addWidget(self._undo)
        self.column.insertLayout(self.column.count() - 1, told)
        add, fields = button(t("Add…"), "letter_add"), button(t("Fields…"), "letter_fields")
        add.clicked.connect(self._ask_file)
        fields.clicked.connect(self._show_fields)
        self._delete = button(t("Delete"), "letter_delete")
        self._delete.setToolTip(QKeySequence(Qt.Key.Key_Delete).toString(QKeySequence.SequenceFormat.NativeText))
        self._delete.clicked.connect(self._remove)
        for place, one in enumerate((add, fields, self._delete)):
            self.foot.insertWidget(place, one)
        in_reading_order(self)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self._say("")
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typing = watched is self.search and bool(self.search.text())
            if event.key() == Qt.Key.Key_Delete and not typing:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    # -- inside -----------------------------------------------------------------------------------

    def _front(self) -> Letter | None:
        option = self.option()
        return cast("Letter", option.value) if option is not None else None

    def _follow(self) -> None:
        letter = self._front()
        self._delete.setEnabled(letter is not None and letter.own)

    def _finish(self) -> None:
        """Save the letter in front as a file; the list stays open."""
        from missionplanner.base import atomic_files
        from missionplanner.services.paper import letters

        letter, t, workspace = self._front(), self._ctx.t, self._ctx.workspace
        if letter is None or workspace is None:
            return
        name = atomic_files.safe_name(f"{letter.name or t(letters.TITLES[letter.kind])} {letter.language}")
        path = self._ctx.files.save_file(self, t("Save a copy of the letter"), f"{name}.docx", _word(self._ctx))
        if path is None:
            return
        target = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
        try:
            atomic_files.write(target, letters.file_of(workspace, letter))
        except MissionPlannerError as error:
            self._say(t.say(error))
        else:
            self._say(t("Saved as “{file}”. Change it in Word, then add it here.", file=target.name))

    def _ask_file(self) -> None:
        t = self._ctx.t
        path = self._ctx.files.open_file(self, t("Add a letter"), _word(self._ctx))
        if path is not None:
            AddLetter(self, self._ctx, path, self._added).open()

    def _added(self, kind: LetterKind, name: str, language: str, path: Path) -> None:
        """Keep a document as a letter. Raises what the service raises, for the form to say."""
        from missionplanner.services import exchange
        from missionplanner.services.paper import letters

        t, workspace = self._ctx.t, self._ctx.workspace
        if workspace is None:
            return
        letters.add(workspace, kind, name, language, exchange.bytes_of(path))
        self._relist()
        self._say(t("Letter “{name}” added.", name=name), undo=True)
        mine = (one for one in letters.letters(workspace) if (one.name, one.language) == (name.strip(), language))
        letter = next(mine, None)
        unknown = letters.unknown_fields(workspace, letter) if letter is not None else ()
        if letter is not None:
            self.show_options(_options(self._ctx), letter)
        if unknown:
            named = ", ".join(f"{{{{{one}}}}}" for one in unknown)
            self._say(t("Letter “{name}” added. There is no {fields} in such letters.", name=name, fields=named),
                      undo=True)  # fmt: skip

    def _show_fields(self) -> None:
        """List what letters of the kind in front may name; one is taken to the clipboard."""
        letter = self._front()
        if letter is None:
            return
        t = self._ctx.t
        words = t("Copy"), t("Close")
        Chooser(self, self._ctx, t("Fields of letters"), _fields(self._ctx, letter.kind), self._copy, words).open()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say(self._ctx.t("Copied: {text}. Paste it into the letter in Word.", text=text))

    def _remove(self) -> None:
        from missionplanner.services.paper import letters

        letter = self._front()
        identity = letter.id if letter is not None else None
        if letter is None or identity is None:
            return
        if self._ctx.run_edit(lambda ws: letters.delete(ws, identity)) is not None:
            self._relist()
            self._say(self._ctx.t("Letter “{name}” deleted.", name=letter.name), undo=True)

    def _take_back(self) -> None:
        if self._ctx.run_edit(undo) is not None:
            self._relist()
            self._say("")
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _relist(self) -> None:
        self.show_options(_options(self._ctx))
        self._follow()

    def _say(self, text: str, *, undo: bool = False) -> None:
        """Say what was done here: a toast lies under the dialog."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._undo.setVisible(undo)
        if text:
            self._ctx.say_aloud(self, text)


class AddLetter(FormDialog):
    """Ask what a Word document is: its name, the letter it is, its language."""

    def __init__(self, parent: LetterTemplates, ctx: Context, path: Path, store: Callable[..., object]) -> None:
        from missionplanner.services.paper import letters
        from missionplanner.services.paper.paper_kinds import LANGUAGES

        t = ctx.t
        super().__init__(parent, t, t("Add a letter"), t("Add"))
        self.setObjectName("add_letter")
        self.name = line(path.stem)
        kinds = {t(title): kind for kind, title in letters.TITLES.items()}
        self.kind = choice(kinds, letters.LetterKind.TO_DELEGATES, ctx.theme)
        plan = ctx.mission.plan
        usual = plan.mission.languages[0] if plan is not None and plan.mission.languages else t.language
        self.language = choice({language_name(one): one for one in LANGUAGES}, usual, ctx.theme)
        self.add_row(Field("name", t("Name of the letter"), self.name))
        self.add_row(Field("kind", t("Letter"), self.kind))
        self.add_row(Field("language", t("Language"), self.language))
        self.finish_with(lambda: store(self.kind.chosen(), self.name.text(), self.language.chosen(), path))
        self.name.setFocus()
        self.name.selectAll()


def _options(ctx: Context) -> list[Option]:
    """Return the letters of the workspace, then those of the program by kind."""
    from missionplanner.services.paper import letters

    t, workspace = ctx.t, ctx.workspace
    there = letters.letters(workspace) if workspace is not None else ()
    own = sorted((one for one in there if one.own), key=lambda one: (one.name, one.language))
    made = [
        Option(one.name, one, "file-text", f"{t(letters.TITLES[one.kind])}  ·  {language_name(one.language)}",
               t("Your own"))
        for one in own
    ]  # fmt: skip
    made += [
        Option(t(letters.TITLES[one.kind]), one, "file-text", language_name(one.language), t("The program's own"))
        for one in there
        if not one.own
    ]
    return made


def _fields(ctx: Context, kind: LetterKind) -> list[Option]:
    from missionplanner.services.paper import letters

    t = ctx.t
    made = [
        Option(t(one.words), f"{{{{{one.name}}}}}", "", f"{{{{{one.name}}}}}", t(letters.SUBJECTS[one.subject]))
        for one in letters.fields(kind)
    ]
    for name, (_subject, words) in letters.SECTIONS.items():
        text = f"{{{{#{name}}}}} … {{{{/{name}}}}}"
        made.append(Option(t(words), text, "", text, t("Repeated")))
    return made


def _word(ctx: Context) -> str:
    return ctx.t("Word documents (*.docx)")
