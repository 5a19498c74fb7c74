"""Let people type a title on the block itself."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.gui.theme import font, roomy

NARROWEST, HEIGHT = 320, 30
"""Least size of the field: a title is read in it, however narrow its block is."""

AnyIndex = QModelIndex | QPersistentModelIndex


class TitleField(QLineEdit):
    """Be the field of a title: while it is there, keys are typing, not the window's actions."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        super().showEvent(event)
        self.setSelection(len(self.text()), -len(self.text()))  # all of it, with its beginning in sight

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        super().keyPressEvent(event)
        event.accept()  # Enter would go on to the board and mean something else there


class Renaming(QStyledItemDelegate):
    """Open a field on the title of a block, wide enough to type in."""

    def __init__(self, t: Translator, parent: QListView) -> None:
        super().__init__(parent)
        self._t, self._view = t, parent

    def createEditor(  # noqa: N802 - the name is Qt's
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        field = TitleField(parent)
        field.setObjectName("board_title")
        field.setAccessibleName(self._t("Title"))
        field.setFont(font("body"))
        return field

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802 - the name is Qt's
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(  # noqa: N802 - the name is Qt's
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(  # noqa: N802 - the name is Qt's
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        area = self._view.visualRect(index)
        room = self._view.viewport().rect()
        width = min(max(area.width(), roomy(NARROWEST)), room.width())
        height = roomy(HEIGHT)
        x = max(0, min(area.x(), room.width() - width))
        y = max(0, min(area.y(), room.height() - height))
        editor.setGeometry(QRect(x, y, width, height))
