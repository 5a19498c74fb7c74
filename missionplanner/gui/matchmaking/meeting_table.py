"""Be a grid of meetings: letters and Delete are the page's keys, and its columns share the room there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from missionplanner.gui.matrix.table import GridTable

_HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class MeetingTable(GridTable):
    """Show meetings in cells; its keys are Enter and Escape, with ``SEEKS`` that to the filter too."""

    SEEKS = False

    def fit(self) -> None:
        """Give the columns the widths that suit the room there is."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        done = self._keys(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)).get(Qt.Key(event.key()))
        if done is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            done()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # no search by typing: letters are keys of the page
        else:
            QTableView.keyPressEvent(self, event)

    def _own(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        kept = event.key() in self._keys(control) and event.key() != Qt.Key.Key_Escape
        return kept and not event.modifiers() & _HELD

    def _keys(self, control: bool) -> dict[Qt.Key, Callable[[], object]]:
        if control:
            return {}
        seek = {Qt.Key.Key_Slash: self.sought.emit} if self.SEEKS else {}
        return {
            Qt.Key.Key_Return: self.opened.emit,
            Qt.Key.Key_Enter: self.opened.emit,
            Qt.Key.Key_Escape: self.left.emit,
            **seek,
        }
