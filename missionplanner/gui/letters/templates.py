"""Show the letters there are: those of the program and one's own, added as Word documents with fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Option
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.letters.word_documents import AddDocument, WordDocuments, field_option, section_option
from missionplanner.gui.widgets.basics import button
from missionplanner.gui.widgets.tabbing import in_reading_order
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.services.paper.letters import Letter, LetterKind


class LetterTemplates(WordDocuments):
    """List letters; the one in front is saved as a Word document to look at and change."""

    def __init__(self, parent: QWidget, ctx: Context) -> None:
        t = ctx.t
        verbs = t("Save a copy…"), t("Close")
        super().__init__(parent, ctx, "letter_templates", t("Letter templates"), _options(ctx), verbs)
        self.setObjectName("letter_templates_dialog")
        self.column.insertLayout(self.column.count() - 1, self.told)
        add, fields = button(t("Add…"), "letter_add"), button(t("Fields…"), "letter_fields")
        add.clicked.connect(self._ask_file)
        fields.clicked.connect(self._show_fields)
        self._delete = button(t("Delete"), "letter_delete")
        self._delete.setToolTip(QKeySequence(Qt.Key.Key_Delete).toString(QKeySequence.SequenceFormat.NativeText))
        self._delete.clicked.connect(self.remove)
        for place, one in enumerate((add, fields, self._delete)):
            self.foot.insertWidget(place, one)
        in_reading_order(self)
        self.begin()

    def follow(self) -> None:
        letter = self._front()
        self._delete.setEnabled(letter is not None and letter.own)

    def remove(self) -> None:
        from missionplanner.services.paper import letters

        letter = self._front()
        identity = letter.id if letter is not None else None
        if letter is None or identity is None:
            return
        if self._ctx.run_edit(lambda ws: letters.delete(ws, identity)) is not None:
            self.relist()
            self.say(self._ctx.t("Letter “{name}” deleted.", name=letter.name), undo=True)

    def relist(self) -> None:
        self.show_options(_options(self._ctx))
        self.follow()

    # -- inside -----------------------------------------------------------------------------------

    def _front(self) -> Letter | None:
        option = self.option()
        return cast("Letter", option.value) if option is not None else None

    def _finish(self) -> None:
        """Save the letter in front as a file; the list stays open."""
        from missionplanner.services.paper import letters

        letter, t, workspace = self._front(), self._ctx.t, self._ctx.workspace
        if letter is None or workspace is None:
            return
        name = f"{letter.name or t(letters.TITLES[letter.kind])} {letter.language}"
        self.save_copy(t("Save a copy of the letter"), name, lambda: letters.file_of(workspace, letter))

    def _ask_file(self) -> None:
        t = self._ctx.t
        path = self.ask_word(t("Add a letter"))
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
        self.relist()
        self.say(t("Letter “{name}” added.", name=name), undo=True)
        mine = (one for one in letters.letters(workspace) if (one.name, one.language) == (name.strip(), language))
        letter = next(mine, None)
        unknown = letters.unknown_fields(workspace, letter) if letter is not None else ()
        if letter is not None:
            self.show_options(_options(self._ctx), letter)
        if unknown:
            named = ", ".join(f"{{{{{one}}}}}" for one in unknown)
            self.say(t("Letter “{name}” added. There is no {fields} in such letters.", name=name, fields=named),
                      undo=True)  # fmt: skip

    def _show_fields(self) -> None:
        """List what letters of the kind in front may name; one is taken to the clipboard."""
        letter = self._front()
        if letter is None:
            return
        self.show_fields(self._ctx.t("Fields of letters"), _fields(self._ctx, letter.kind))


class AddLetter(AddDocument):
    """Ask what a Word document is: its name, the letter it is, its language."""

    def __init__(self, parent: LetterTemplates, ctx: Context, path: Path, store: Callable[..., object]) -> None:
        from missionplanner.services.paper import letters

        t = ctx.t
        super().__init__(parent, ctx, t("Add a letter"), path)
        self.setObjectName("add_letter")
        kinds = {t(title): kind for kind, title in letters.TITLES.items()}
        self.kind = choice(kinds, letters.LetterKind.TO_DELEGATES, ctx.theme)
        self.add_row(Field("name", t("Name of the letter"), self.name))
        self.add_row(Field("kind", t("Letter"), self.kind))
        self.add_row(Field("language", t("Language"), self.language))
        self.finish_with(lambda: store(self.kind.chosen(), self.name.text(), self.language.chosen(), path))
        self.ready()


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

    of_letters = letters.fields(kind)
    made = [field_option(ctx, one.name, one.words, letters.SUBJECTS[one.subject]) for one in of_letters]
    return made + [section_option(ctx, name, words) for name, (_subject, words) in letters.SECTIONS.items()]
