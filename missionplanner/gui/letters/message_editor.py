"""Choose what e-mails say and change it: a text in each language, with fields put in by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import Field, line
from missionplanner.gui.letters.wording import field_words
from missionplanner.gui.undo import undo
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.services.paper.message_texts import MessageText


class MessageEditor(QWidget):
    """Be subject and text. ``changed`` tells that messages would read differently."""

    changed = Signal()

    def __init__(self, ctx: Context, window: QWidget, language: str) -> None:
        super().__init__()
        self.setObjectName("message_editor")
        self._ctx, self._window, self._filling = ctx, window, False
        self._texts: dict[tuple[str, str], MessageText] = {}
        self._kept: dict[tuple[str, str], MessageText] = {}
        t = ctx.t
        self.text, self.language, self.fields = Choice(ctx.theme), Choice(ctx.theme), Choice(ctx.theme)
        self.subject, self.body = line(), QPlainTextEdit()
        self.body.setTabChangesFocus(True)
        self._said = label("", "small", tone="quiet", name="message_said", wrap=True)
        self._save, self._delete = button(t("Save as…"), "message_save"), button(t("Delete"), "message_delete")
        self._undo = button(t("Undo"), "message_undo", look="link")
        self._undo.hide()
        self._list("")
        self._fill_languages(language)
        self._fill_fields()
        self._build()
        self.text.currentIndexChanged.connect(lambda _index: self._take_name())
        self.language.currentIndexChanged.connect(lambda _index: self._show())
        self.fields.activated.connect(self._insert)
        self.subject.textEdited.connect(lambda _text: self._edit())
        self.body.textChanged.connect(self._edit)
        self._save.clicked.connect(self._ask_name)
        self._delete.clicked.connect(self._remove)
        self._undo.clicked.connect(self._take_back)
        self._show()

    @property
    def name(self) -> str:
        """Return the name of the text in front, "" for the program's own."""
        return str(self.text.chosen())

    def edited(self) -> tuple[MessageText, ...]:
        """Return the texts of this name that are different from what is kept."""
        return tuple(one for key, one in self._texts.items() if key[0] == self.name and self._kept.get(key) != one)

    # -- what is shown ----------------------------------------------------------------------------

    def _list(self, name: str) -> None:
        """List the texts there are anew; what was changed and not kept is let go."""
        from missionplanner.services.paper import message_texts

        workspace = self._ctx.workspace
        there = message_texts.texts(workspace) if workspace is not None else ()
        self._texts = {(one.name, one.language): one for one in there}
        self._kept = dict(self._texts)
        names = list(dict.fromkeys(one.name for one in there))
        self.text.blockSignals(True)
        self.text.clear()
        self.text.values = tuple(names)
        self.text.addItems([one or self._ctx.t("The program's own text") for one in names])
        self.text.setCurrentIndex(names.index(name) if name in names else 0)
        self.text.blockSignals(False)

    def _fill_languages(self, language: str) -> None:
        languages = [code for name, code in self._texts if name == self.name]
        self.language.blockSignals(True)
        self.language.clear()
        self.language.values = tuple(languages)
        self.language.addItems([language_name(one) for one in languages])
        self.language.setCurrentIndex(languages.index(language) if language in languages else 0)
        self.language.blockSignals(False)

    def _fill_fields(self) -> None:
        from missionplanner.services.paper.letters import LetterKind, fields

        names = [one.name for one in fields(LetterKind.TO_DELEGATES) if one.subject not in ("visit", "day")]
        words = field_words(self._ctx.t)
        self.fields.addItems([self._ctx.t("Insert a field…"), *(words[one] for one in names)])
        self.fields.values = ("", *names)

    def _take_name(self) -> None:
        self._fill_languages(str(self.language.chosen()))
        self._show()

    def _key(self) -> tuple[str, str]:
        return self.name, str(self.language.chosen())

    def _show(self) -> None:
        shown = self._texts[self._key()]
        self._filling = True
        self.subject.setText(shown.subject)
        self.body.setPlainText(shown.body)
        self._filling = False
        self._delete.setEnabled(bool(self.name))
        self.changed.emit()

    def _edit(self) -> None:
        if self._filling:
            return
        key = self._key()
        new = replace(self._texts[key], subject=self.subject.text(), body=self.body.toPlainText())
        self._texts[key] = new
        self.changed.emit()

    def _insert(self, index: int) -> None:
        """Put a field where the cursor is in the text."""
        if index > 0:
            self.body.insertPlainText(f"{{{{{self.fields.values[index]}}}}}")
            self.fields.setCurrentIndex(0)
            self.body.setFocus()

    # -- keeping ----------------------------------------------------------------------------------

    def _ask_name(self) -> None:
        t = self._ctx.t
        words = t("Save the message"), t("Name of the message"), t("Save")
        NameDialog(self._window, self._ctx, words, self._store, self.name).open()

    def _store(self, name: str) -> None:
        """Keep the text in front under a name. Raises what the service raises, for the form to say."""
        from missionplanner.services.paper import message_texts

        if self._ctx.workspace is None:
            return
        language = self._key()[1]
        message_texts.save(self._ctx.workspace, replace(self._texts[self._key()], name=name, id=None))
        self._relist(name.strip(), language)
        self._say(self._ctx.t("Message “{name}” saved.", name=name))

    def _remove(self) -> None:
        """Delete the text in front, in the language it is shown in."""
        from missionplanner.services.paper import message_texts

        own, language = self._kept.get(self._key()), self._key()[1]
        identity = own.id if own is not None else None
        if identity is None:
            return
        name = self.name
        if self._ctx.run_edit(lambda ws: message_texts.delete(ws, identity)) is not None:
            self._relist(name, language)
            self._say(self._ctx.t("Message “{name}” deleted.", name=name))

    def _take_back(self) -> None:
        if self._ctx.run_edit(undo) is not None:
            self._relist(self.name, self._key()[1])
            self._say("")

    def _relist(self, name: str, language: str) -> None:
        self._list(name)
        self._fill_languages(language)
        self._show()

    def _say(self, words: str) -> None:
        """Say what was done where it can be taken back: a toast lies under the dialog."""
        self._said.setText(words)
        self._undo.setVisible(bool(words))
        if words:
            self._ctx.say_aloud(self, words)

    def _build(self) -> None:
        t = self._ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field("message_text", t("Message"), self.text), 2)
        row.addWidget(Field("message_language", t("Language"), self.language), 1)
        for one in (self._save, self._delete):
            low = QVBoxLayout()
            low.addStretch(1)
            low.addWidget(one)
            row.addLayout(low)
        column.addLayout(row)
        column.addWidget(Field("message_subject", t("Subject"), self.subject))
        column.addWidget(Field("message_body", t("Text, between salutation and closing"), self.body, tall=True), 1)
        foot = QHBoxLayout()
        self.fields.setObjectName("message_fields")
        self.fields.setAccessibleName(t("Insert a field…"))
        self.fields.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fields.setMinimumContentsLength(24)
        foot.addWidget(self.fields)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._undo)
        column.addLayout(foot)
