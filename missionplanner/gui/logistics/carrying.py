"""Carry people with the mouse: press on who it is, pull, let go over what is lit. Escape puts them back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.logistics.carried import CarriedTag


class Carrying(QObject):
    """Watch the mouse over some widgets. A subclass says who is taken there, what is lit, and what is done."""

    def __init__(self, ctx: Context, parent: QObject, over: QWidget, name: str) -> None:
        super().__init__(parent)
        self._over = over
        self._pressed: QPoint | None = None
        self.carried = False
        self._tag = CarriedTag(ctx, over, name)
        self._rooms: list[QWidget] = []

    def watch(self, room: QWidget, keys: QWidget) -> None:
        """Let people be taken from a widget; ``keys`` is where keys go meanwhile."""
        self._rooms.append(room)
        room.installEventFilter(self)
        if keys is not room:
            keys.installEventFilter(self)

    def forget(self) -> None:
        """Watch nothing any more: other widgets come. Who is carried goes back."""
        if self.carried:
            self._end()
        self._pressed = None
        self._rooms.clear()

    # -- said by subclasses -----------------------------------------------------------------------

    def taken(self, room: QWidget, at: QPoint) -> bool:
        """Take who is at a point of a widget; tell whether somebody is."""
        return False

    def begin(self) -> str:
        """Begin to carry who was taken; return words for them."""
        return ""

    def target(self, where: QPoint) -> UUID | None:
        """Return what they can be dropped on at a point of the screen."""
        return None

    def light(self, on: bool, under: UUID | None = None) -> None:
        """Light what they can be dropped on; what is ``under`` the pointer the most."""

    def drop(self, target: UUID) -> None:
        """Do what a drop does."""

    # -- the mouse --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget) and watched in self._rooms:
            return self._mouse(watched, event)
        if self.carried and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._end()
            return True
        return False

    def _mouse(self, room: QWidget, event: QMouseEvent) -> bool:
        at, kind = event.position().toPoint(), event.type()
        where = event.globalPosition().toPoint()
        if kind == QEvent.Type.MouseButtonPress:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._pressed = where if plain and self.taken(room, at) else None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            if not self.carried and (where - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self.carried = True
                self._tag.show(self.begin())
            if self.carried:
                self._follow(where)
            return True  # nothing is chosen meanwhile
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            carried, target = self.carried, self.target(where) if self.carried else None
            self._end()
            if target is not None:
                self.drop(target)
            return carried
        return False

    def _follow(self, where: QPoint) -> None:
        under = self.target(where)
        self.light(True, under)
        shape = Qt.CursorShape.ClosedHandCursor if under is not None else Qt.CursorShape.ForbiddenCursor
        for room in self._rooms:
            room.setCursor(QCursor(shape))
        self._tag.follow(self._over.mapFromGlobal(where))

    def _end(self) -> None:
        carried, self._pressed, self.carried = self.carried, None, False
        if not carried:
            return
        self._tag.hide()
        self.light(False)
        for room in self._rooms:
            room.unsetCursor()
            if isinstance(room, QAbstractButton):
                room.setDown(False)
