"""Be what the grids of a session have in common: a filter above, a line that tells of the cell below, a legend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.matrix.grid import Grid
from missionplanner.gui.matrix.heads import NARROW, ROOMY, WIDE
from missionplanner.gui.matrix.nothing import Nothing, Start
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import card, label, picture
from missionplanner.gui.widgets.flow import Wrap
from missionplanner.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from missionplanner.domain.meetings.session import Session


LOW = 440
"""Height under which a part keeps its lines for the grid: the legend gives way."""


class Sign(NamedTuple):
    """Be one entry of a legend; ``letter`` stands with the icon in the cells."""

    icon: str
    tone: str
    words: str
    letter: str = ""


class GridPart(QWidget):
    """Show a grid of the session on screen. ``changed`` tells that what is chosen or shown is other now."""

    changed = Signal()
    NAME = ""

    def __init__(self, ctx: Context, actions: Actions, shown: ShownSession) -> None:
        super().__init__()
        t = ctx.t
        self.ctx, self._actions, self._shown = ctx, actions, shown
        self._grid, self._table = self.make()
        table = self._table
        self.setObjectName(f"{self.NAME}_part")
        self.setAccessibleName(table.accessibleName())
        table.setObjectName(f"{self.NAME}_table")
        table.names.setAccessibleName(t("Participants"))
        hint = t("Organisation or person")
        self.search = search_field(f"{self.NAME}_search", t("Find participants"), hint, ctx.theme, t)
        self.search.setMinimumWidth(roomy(120))
        self.nothing = Nothing(ctx, f"{self.NAME}_nothing", "messages-square")
        self.told = label("", "label", tone="quiet", name=f"{self.NAME}_told", wrap=True)
        self._aloud, self._stale = False, True
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)
        self._build()
        self._connect()

    # -- said by subclasses -----------------------------------------------------------------------

    def make(self) -> tuple[Grid, GridTable]:
        """Make the grid and its table; the first thing that is asked."""
        raise TypeError

    def fill(self, session: Session, query: str) -> None:
        """Show a session in the grid."""

    def words(self) -> str:
        """Return what is told below the grid of what is chosen."""
        return ""

    def missing(self, session: Session, query: str) -> tuple[str, str, list[Start]]:
        """Return what is said where there is nothing to show, a hint, and ways to begin."""
        return "", "", []

    def menu(self) -> QMenu:
        """Return the menu of the chosen cells."""
        return QMenu(self)

    def legend(self) -> tuple[Iterable[Sign], str]:
        """Return what the signs of the cells mean, and a hint."""
        return (), ""

    def controls(self) -> list[QWidget]:
        """Return what stands beside the filter."""
        return []

    # -- the part asks ----------------------------------------------------------------------------

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.bar, self._table if self.shows() else self.nothing]

    def take_focus(self) -> None:
        """Give the focus to the cells, or to what one begins with."""
        if self.shows():
            self._table.go_to_first()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.nothing.take_focus()

    def arrive(self) -> None:
        """Prepare to be shown."""
        if self._stale:
            self.refresh()

    def leave(self) -> None:
        """Be out of sight."""
        self._stale = True

    def shows(self) -> bool:
        """Tell whether there is a cell to be seen."""
        return bool(self._grid.lines and self._grid.keys)

    def query(self) -> str:
        """Return what is looked for."""
        return self.search.text().strip()

    def refresh(self) -> None:
        """Show the session as it is now."""
        session = self._shown.session
        if session is None:
            return
        self._stale = False
        self.fill(session, self.query())
        if not self.shows():
            self.nothing.tell(*self.missing(session, self.query()))
        self._stack.setCurrentIndex(0 if self.shows() else 1)
        self.told.setVisible(self.shows())
        self._legend.setVisible(self._has_room())
        self.tell()
        if self._aloud:
            index = self._table.currentIndex()
            self.ctx.say_aloud(self._table, self._grid.spoken(index.row(), index.column()))
        self._aloud = False
        self._soon.start()

    def tell(self) -> None:
        """Say below the grid what is to be said of what is chosen."""
        self.told.setText(self.words() if self.shows() else "")

    def cleared(self, query: str) -> tuple[str, str, list[Start]]:
        """Return what is said where nobody matches a filter."""
        clear = (self.ctx.t("Clear the filter"), f"{self.NAME}_clear", "", self.search.clear)
        return self.ctx.t("Nothing matches “{text}”.", text=query), "", [clear]

    def starting_with(self, words: str, action: str, icon: str) -> Start:
        """Return a way to begin that does an action."""
        return words, f"{self.NAME}_{action}", icon, self._actions[action].trigger

    def say_next(self) -> None:
        """Have what becomes of the current cell said aloud once it is shown."""
        self._aloud = self._table.currentIndex().isValid()

    # -- following --------------------------------------------------------------------------------

    def _connect(self) -> None:
        table = self._table
        self._shown.changed.connect(self._hear)
        self.search.textChanged.connect(self.refresh)
        self.search.installEventFilter(self)
        table.sought.connect(self._seek)
        table.chosen.connect(self._follow_cells)
        table.selectionModel().currentChanged.connect(lambda *_some: self.tell())
        table.opened.connect(lambda: self.menu().popup(table.spot_of(table.currentIndex())))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self.ask)

    def ask(self, at: QPoint) -> None:
        """Open the menu at a point of the table."""
        self.menu().popup(self._table.viewport().mapToGlobal(at))

    def _follow_cells(self) -> None:
        self.tell()
        self._soon.start()

    def _seek(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the names are Qt's
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Escape):
                self.take_focus()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._table.names.set_wide(NARROW if self.width() < roomy(ROOMY) else WIDE)
        self._legend.setVisible(self._has_room())

    def _has_room(self) -> bool:
        """Tell whether the legend may take its lines from the grid."""
        return self.shows() and self.height() >= roomy(LOW)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        self.bar = QWidget()
        self.bar.setObjectName(f"{self.NAME}_bar")
        self.bar.setAccessibleName(self.ctx.t("Filter and commands"))
        self.bar.setFocusProxy(self.search)
        self.row = QHBoxLayout(self.bar)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self.row.addWidget(self.search, 4)
        self.row.addStretch(1)
        for one in self.controls():
            self.row.addWidget(one)
        column.addWidget(self.bar)
        frame = card(f"{self.NAME}_card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 4, 1, 4)
        self._stack = QStackedLayout()
        inside.addLayout(self._stack)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self.nothing)
        column.addWidget(frame, 1)
        column.addWidget(self.told)
        self._legend = _legend(self.ctx, f"{self.NAME}_legend", *self.legend())
        column.addWidget(self._legend)
        self.setFocusProxy(self._table)


def _legend(ctx: Context, name: str, signs: Iterable[Sign], hint: str) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    flow = Wrap(14, made)
    for sign in signs:
        one = QWidget()
        row = QHBoxLayout(one)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(picture(ctx.theme, sign.icon, "text2" if sign.tone == "quiet" else sign.tone, 14))
        if sign.letter:
            row.addWidget(label(sign.letter, "pill", tone="quiet"))
        row.addWidget(label(sign.words, "small", tone="quiet"))
        flow.addWidget(one)
    flow.addWidget(label(hint, "small", tone="faint"))
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
