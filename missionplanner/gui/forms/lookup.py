"""Look something up while one types, and offer to make what is not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from missionplanner.domain.text import folded
from missionplanner.gui.forms.entry import Entry
from missionplanner.gui.forms.offered import Offered
from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.painting import draw_icon

MOST = 60
"""Entries a list offers at once: more are found by typing on."""
_ARROW = 14
_HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Option:
    """Be one thing that can be chosen: how it is shown, what it stands for, by which other names it is found."""

    text: str
    value: object
    also: tuple[str, ...] = ()

    def called(self, name: str) -> bool:
        """Tell whether a folded text is one of its names."""
        return any(folded(one) == name for one in (self.text, *self.also))


class Lookup(Entry):
    """Be a line that finds one of many. ``chosen`` carries what was found, ``created`` the name of a new one.

    ``committed`` carries a text that stands for nothing there, also the empty one. ``create`` is the text of
    the entry that makes a new one, with ``{name}`` in it; without it there is no such entry.
    """

    chosen = Signal(object)
    created = Signal(str)

    def __init__(
        self, options: Callable[[], Sequence[Option]], theme: Theme, *, icon: str = "", create: str = ""
    ) -> None:
        super().__init__()
        self._options, self._theme, self._icon, self._create = options, theme, icon, create
        self._offered: list[Option | None] = []
        self._list = Offered(self, theme)
        self._list.taken.connect(self._take)
        self.textEdited.connect(self._offer)
        self.setTextMargins(26 if icon else 0, 0, _ARROW + 8, 0)

    def commit(self) -> None:
        """Pass on what was typed: the thing of that name where there is one, else the text."""
        if not self.dirty:
            return
        typed = folded(self.text())
        same = [one for one in self._options() if one.called(typed)] if typed else []
        exact = [one for one in same if folded(one.text) == typed] or same
        if len(exact) == 1:
            self.chosen.emit(exact[0].value)
        else:
            super().commit()

    def open_list(self) -> None:
        """Offer everything there is."""
        self._offer("")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        key, listed = event.key(), self._list.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers() & _HELD:
            if listed:
                self._list.move_mark(1 if key == Qt.Key.Key_Down else -1)
            else:
                self.open_list()
        elif listed and key == Qt.Key.Key_Escape:
            self._list.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept_mark()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab is no key press of a line: what is marked is taken before the focus goes on.
        tab = (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        )
        if tab and self._list.marked() is not None:
            self._accept_mark()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._list.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._list.hide()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        if event.position().x() > self.width() - _ARROW - 14 and not self.isReadOnly():
            self.open_list()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() // 2
        if self._icon:
            draw_icon(painter, self._theme, self._icon, "text2", QRect(10, middle - 8, 16, 16))
        arrow = QRect(self.width() - _ARROW - 8, middle - _ARROW // 2, _ARROW, _ARROW)
        draw_icon(painter, self._theme, "chevron-down", "text2", arrow)

    def take_mark(self) -> None:
        """Take what is marked in the list, where it is open and something is."""
        place = self._list.marked()
        if place is not None:
            self._take(place)

    def offered(self) -> list[str]:
        """Return what the list offers now."""
        return self._list.texts

    def _offer(self, typed: str) -> None:
        wanted = folded(typed)
        fitting = [one for one in self._options() if wanted in folded(" ".join((one.text, *one.also)))]
        fitting.sort(key=lambda one: not folded(one.text).startswith(wanted))
        self._offered = list(fitting[:MOST])
        texts = [one.text for one in self._offered if one is not None]
        if self._create and wanted and wanted not in map(folded, texts):
            self._offered.append(None)
            texts.append(self._create.format(name=typed.strip()))
        self._list.offer(texts)

    def _accept_mark(self) -> None:
        place = self._list.marked()
        self._list.hide()
        if place is None:
            self.commit()
            self.selectAll()
        else:
            self._take(place)

    def _take(self, place: int) -> None:
        self._list.hide()
        option = self._offered[place]
        if option is None:
            self.created.emit(self.text().strip())
        else:
            self.setText(option.text)
            self.chosen.emit(option.value)
