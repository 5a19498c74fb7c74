"""Go to one cell of a view in which several can be chosen, whatever keys are held down."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

_Flag = QItemSelectionModel.SelectionFlag


class GoesAlone:
    """Be what goes before QTableView or QListView in the bases of a view with extended selection."""

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - the name is Qt's
        """Go to a cell and choose it alone.

        Qt asks the keyboard: with Ctrl held down, as after Ctrl+N or Ctrl+Z, it would keep what was chosen before,
        and the next deed would be done to that too.
        """
        assert isinstance(self, QAbstractItemView)
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        whole = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        flags = _Flag.ClearAndSelect | _Flag.Rows if whole else _Flag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
