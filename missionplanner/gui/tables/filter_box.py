"""Be the box one filters a list with: words, names of columns, and what completes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from missionplanner.gui.context import Context
from missionplanner.gui.forms.offered import Offered
from missionplanner.gui.tables.filters import suggestions
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.widgets.search_field import search_field

_MANY = 5000
_PAUSE = 40
"""Milliseconds after a key before thousands of rows are looked through."""


class FilterBox(QObject):
    """Hold the line. ``filtered`` carries the query, ``left`` tells that the focus belongs to the list."""

    filtered = Signal(str)
    left = Signal()

    def __init__(self, ctx: Context, model: RecordModel, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._model = ctx, model
        words = ctx.t("Filter this list")
        self.line: QLineEdit = search_field(name, words, ctx.t("Filter: a word, or kind:…  (/)"), ctx.theme, ctx.t)
        self._list = Offered(self.line, ctx.theme)
        self._list.taken.connect(self._take)
        self._meant: list[str] = []
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._pass_on)
        self.line.textEdited.connect(self._suggest)
        self.line.textChanged.connect(self._changed)
        self.line.installEventFilter(self)

    @property
    def query(self) -> str:
        return self.line.text()

    def show_query(self, query: str) -> None:
        """Filter by a query somebody chose elsewhere."""
        self._list.hide()
        self.line.setText(query)
        self._pass_on()

    def take_focus(self) -> None:
        """Be typed into."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        return super().eventFilter(watched, event)

    def offered(self) -> list[str]:
        """Return what is offered now."""
        return self._list.texts if self._list.isVisible() else []

    def _key(self, event: QKeyEvent) -> bool:
        key, listed = event.key(), self._list.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and listed:
            self._list.move_mark(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and self._list.marked() is not None:
            self._take(self._list.marked() or 0)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._list.hide()
            self._pass_on()
            self.left.emit()
            return True
        if key == Qt.Key.Key_Escape:
            if listed:
                self._list.hide()
            elif self.line.text():
                self.line.clear()
            else:
                self.left.emit()
            return True
        return False

    def _suggest(self, text: str) -> None:
        found = suggestions(self._model.language, self._model.values, text)
        self._meant = [query for _shown, query in found]
        self._list.offer([shown for shown, _query in found])

    def _take(self, place: int) -> None:
        self._list.hide()
        self.line.setText(self._meant[place])
        if self._meant[place].endswith(":"):
            self._suggest(self._meant[place])

    def _changed(self) -> None:
        if self._model.loaded < _MANY:
            self._pass_on()
        else:
            self._later.start()

    def _pass_on(self) -> None:
        self._later.stop()
        if self.line.text().strip() != self._model.query:
            self.filtered.emit(self.line.text().strip())
