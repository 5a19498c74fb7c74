"""Choose a template; rename and delete those that were saved in the workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.undo import undo
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.tabbing import in_reading_order


class TemplatesDialog(Chooser):
    """Offer what ``listed`` returns and pass on the one that is taken; own ones can be renamed and deleted."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        listed: Callable[[], Sequence[Option]],
        take: Callable[[Any], object],
    ) -> None:
        self._ctx, self._listed = ctx, listed
        t = ctx.t
        super().__init__(parent, ctx, t("Templates"), listed(), take, (t("Use"), t("Close")))
        self.setObjectName("templates_dialog")
        self._said = label("", tone="quiet", name="templates_said", wrap=True)
        self._undo = button(t("Undo"), "templates_undo", look="link")
        self._undo.clicked.connect(self._take_back)
        told = QHBoxLayout()
        told.addWidget(self._said, 1)
        told.addWidget(self._undo)
        self.column.insertLayout(self.column.count() - 1, told)
        self._rename = button(t("Rename…"), "templates_rename")
        self._rename.setToolTip("F2")
        self._rename.clicked.connect(self._ask_name)
        self._delete = button(t("Delete"), "templates_delete")
        self._delete.setToolTip(QKeySequence(Qt.Key.Key_Delete).toString(QKeySequence.SequenceFormat.NativeText))
        self._delete.clicked.connect(self._remove)
        for place, one in enumerate((self._rename, self._delete)):
            self.foot.insertWidget(place, one)
        in_reading_order(self)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self._say("")
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._own(event, watched):
            return True
        return super().eventFilter(watched, event)

    def _own(self, event: QKeyEvent, watched: QObject) -> bool:
        """Do what a key says. Delete and undoing belong to the search while something is typed into it."""
        typing = watched is self.search and bool(self.search.text())
        if event.key() == Qt.Key.Key_F2:
            self._ask_name()
        elif event.key() == Qt.Key.Key_Delete and not typing:
            self._remove()
        elif event.matches(QKeySequence.StandardKey.Undo) and not typing and self._undo.isVisible():
            self._take_back()
        else:
            return False
        return True

    # -- inside -----------------------------------------------------------------------------------

    def _mine(self) -> Option | None:
        """Return the option in front, if it was saved here."""
        option = self.option()
        return option if option is not None and isinstance(option.value, UUID) else None

    def _follow(self) -> None:
        there = self._mine() is not None
        for one in (self._rename, self._delete):
            one.setEnabled(there)

    def _ask_name(self) -> None:
        option, t = self._mine(), self._ctx.t
        if option is not None:
            words = t("Rename the template"), t("Name of the template"), t("Rename")
            NameDialog(self, self._ctx, words, lambda name: self._store(option.value, name), option.text).open()

    def _store(self, identity: UUID, name: str) -> None:
        """Rename a template. Raises what the service raises, for the form to say."""
        from missionplanner.services.programme import templates

        if self._ctx.workspace is not None:
            templates.rename(self._ctx.workspace, identity, name)
            self._say(self._ctx.t("Template “{name}” renamed.", name=name))
            self._relist(identity)

    def _remove(self) -> None:
        from missionplanner.services.programme import templates

        option = self._mine()
        if option is None:
            return
        receipt = self._ctx.run_edit(lambda ws: templates.delete(ws, option.value))
        if receipt is not None:
            self._say(self._ctx.t("Template “{name}” deleted.", name=option.text))
            self._relist()

    def _take_back(self) -> None:
        if self._ctx.run_edit(undo) is not None:
            self._say("")
            self._relist()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        """Say what was done where it can be taken back: a toast lies under the dialog."""
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._undo.setVisible(bool(text))
        if text:
            self._ctx.say_aloud(self, text)

    def _relist(self, front: UUID | None = None) -> None:
        self.show_options(self._listed(), front)
        self._follow()
