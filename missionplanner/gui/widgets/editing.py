"""Open the field of a cell or row where one can be opened."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView


def begin(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Open the field of an index and return True; False where it cannot be edited or another field is open.

    Qt complains instead, which a person at the keyboard brings about with F2 at any time.
    """
    editable = index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
    if not editable or view.state() is QAbstractItemView.State.EditingState:
        return False
    view.edit(index)
    return True
