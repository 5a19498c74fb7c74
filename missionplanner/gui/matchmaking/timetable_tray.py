"""Hold what has no place on the timetable: meetings without a slot, wishes nobody served, what was cancelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session, is_live
from missionplanner.domain.meetings.wishes import Pair, pairs, unserved
from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking import marks
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.matrix.grid import NOWHERE, Index
from missionplanner.gui.theme import font, metrics, roomy
from missionplanner.gui.widgets.basics import draw_lines, plain_tip
from missionplanner.gui.widgets.painting import draw_icon

ROW, HEADING = 60, 30
"""Pixels of an entry and of a heading."""
_SIGN = 15
_ENTRY = Qt.ItemDataRole.UserRole + 1


class Kind(StrEnum):
    """Why something has no place."""

    WAITING = "waiting"
    WISH = "wish"
    CANCELLED = "cancelled"


HEADINGS: dict[Kind, str] = {
    Kind.WAITING: N_("Meetings without a slot"),
    Kind.WISH: N_("Wishes without a meeting"),
    Kind.CANCELLED: N_("Cancelled meetings"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Be one line of the tray: a meeting, or a trial of the one that a wish asks for."""

    kind: Kind
    meeting: r.Meeting
    text: str
    wish: Wish | None = None
    mutual: bool = False


def entries_of(session: Session, words: MeetingWords) -> list[Entry]:
    """Return what has no place on the timetable, the strongest wishes first."""
    wishes = {one.key: one for one in pairs(session)}

    def of(kind: Kind, meeting: r.Meeting) -> Entry:
        pair = wishes.get(frozenset((meeting.a_id, meeting.b_id)))
        wish, mutual = (pair.wish, pair.mutual) if pair is not None else (None, False)
        return Entry(kind, meeting, words.pair(meeting), wish, mutual)

    waiting = {frozenset((one.a_id, one.b_id)) for one in session.waiting}
    asked = [trial_of(session, pair) for pair in unserved(session) if pair.key not in waiting]
    gone = [one for one in session.meetings if not is_live(one)]
    return [
        *(of(Kind.WAITING, one) for one in session.waiting),
        *(of(Kind.WISH, one) for one in asked),
        *(of(Kind.CANCELLED, one) for one in gone),
    ]


def trial_of(session: Session, pair: Pair) -> r.Meeting:
    """Return the meeting a wish asks for, which is not stored; its id is always the same for the pair."""
    identity = UUID(int=pair.a.int ^ pair.b.int)
    return r.Meeting(
        id=identity, mission_id=session.record.mission_id, matchmaking_id=session.id, a_id=pair.a, b_id=pair.b
    )


class TrayModel(QAbstractListModel):
    """List entries under their headings. ``reason`` says why one has no place; it is asked where it is seen."""

    def __init__(self, ctx: Context, reason: Callable[[Entry], str], parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._reason = ctx, reason
        self.rows: list[Entry | str] = []
        self._reasons: dict[UUID, str] = {}

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self._reasons = {}
        self.rows = []
        for kind, heading in HEADINGS.items():
            some = [one for one in entries if one.kind is kind]
            if some:
                self.rows += [f"{self._ctx.t(heading)} ({len(some)})", *some]
        self.endResetModel()

    def reason(self, entry: Entry) -> str:
        """Return why an entry has no place."""
        found = self._reasons.get(entry.meeting.id)
        if found is None:
            found = self._reasons[entry.meeting.id] = self._reason(entry)
        return found

    def row_of(self, meeting: UUID) -> int:
        """Return where a meeting is listed, -1 where it is not."""
        rows = enumerate(self.rows)
        return next((row for row, one in rows if isinstance(one, Entry) and one.meeting.id == meeting), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - the name is Qt's
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else ""
        return super().flags(index) if isinstance(entry, Entry) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == _ENTRY:
            return one if isinstance(one, Entry) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.text if isinstance(one, Entry) else one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._spoken(one))
        return None

    def _spoken(self, one: Entry | str) -> str:
        if isinstance(one, str):
            return one
        wish = marks.words(self._ctx.t, one.wish) if one.wish is not None else ""
        told = (one.text, wish, self._ctx.t(HEADINGS[one.kind]), self.reason(one))
        return ". ".join(part for part in told if part)


class Tray(QListView):
    """Show what has no place. ``chosen`` tells that another entry is, ``entered`` that it is to be placed."""

    chosen = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, ctx: Context, reason: Callable[[Entry], str]) -> None:
        super().__init__()
        self.setObjectName("timetable_tray")
        self.setAccessibleName(ctx.t("Not on the timetable"))
        self.entries = TrayModel(ctx, reason, self)
        self.setModel(self.entries)
        self.setItemDelegate(TrayDelegate(ctx, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.selectionModel().currentChanged.connect(lambda *_changed: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; the chosen one stays chosen, and so does how far one had scrolled."""
        now, place, row = self.entry(), self.verticalScrollBar().value(), self.currentIndex().row()
        self.entries.show_entries(entries)
        found = self.entries.row_of(now.meeting.id) if now is not None else -1
        if found < 0 and now is not None:
            near = [at for at, one in enumerate(self.entries.rows) if isinstance(one, Entry)]
            found = min(near, key=lambda at: abs(at - row), default=-1)
        if found >= 0:
            self.setCurrentIndex(self.entries.index(found, 0))
        self.verticalScrollBar().setValue(place)

    def entry(self) -> Entry | None:
        """Return the chosen entry."""
        found: Entry | None = self.currentIndex().data(_ENTRY)
        return found

    def entry_at(self, index: Index) -> Entry | None:
        """Return the entry at an index."""
        found: Entry | None = index.data(_ENTRY)
        return found

    def choose(self, meeting: UUID) -> bool:
        """Choose a meeting and bring it into sight; False where it is not listed."""
        row = self.entries.row_of(meeting)
        if row >= 0:
            self.setCurrentIndex(self.entries.index(row, 0))
        return row >= 0

    def begin(self) -> None:
        """Have a chosen entry where there is one."""
        if self.entry() is None:
            row = next((row for row, one in enumerate(self.entries.rows) if isinstance(one, Entry)), -1)
            if row >= 0:
                self.setCurrentIndex(self.entries.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # no search by typing: letters are keys of the page
        else:
            super().keyPressEvent(event)


class TrayDelegate(QStyledItemDelegate):
    """Draw both names with whose wish it is, and below why they do not meet."""

    def __init__(self, ctx: Context, view: Tray) -> None:
        super().__init__(view)
        self._view, self._ctx, self._theme = view, ctx, ctx.theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | Any) -> QSize:  # noqa: N802
        return QSize(roomy(120), roomy(ROW if index.data(_ENTRY) is not None else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any) -> None:
        entry: Entry | None = index.data(_ENTRY)
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            painter.setFont(font("pill"))
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(area.adjusted(10, 0, -6, -4), _LOW, str(index.data() or ""))
        else:
            self._entry(painter, area, option, entry)
        painter.restore()

    def _entry(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, entry: Entry) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        inner = area.adjusted(4, 2, -4, -2)
        focused = chosen and self._view.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent" if focused else "border"), 2 if focused else 1))
        painter.setBrush(self._theme.colour("selected" if chosen else "hover" if over else "surface2"))
        painter.drawRoundedRect(inner.toRectF().adjusted(1, 1, -1, -1), 6, 6)
        line = metrics("strong").height()
        top = QRect(inner.left() + 10, inner.top() + 6, inner.width() - 18, line)
        top.setRight(self._mark(painter, top, entry))
        painter.setFont(font("strong"))
        painter.setPen(self._theme.colour("text3" if entry.kind is Kind.CANCELLED else "text"))
        painter.drawText(top, _LINE, metrics("strong").elidedText(entry.text, _ELIDE, top.width()))
        painter.setFont(font("caption"))
        painter.setPen(self._theme.colour("text2"))
        below = QRect(inner.left() + 10, top.bottom() + 3, inner.width() - 18, metrics("caption").height() * 2)
        draw_lines(painter, below, self._view.entries.reason(entry), 2)

    def _mark(self, painter: QPainter, top: QRect, entry: Entry) -> int:
        """Draw whose wish it is at the right; return where the words end."""
        if entry.wish is None:
            return top.right()
        letter = marks.letter(self._ctx.t, entry.wish)
        wide, side = metrics("pill").horizontalAdvance(letter), roomy(_SIGN)
        painter.setFont(font("pill"))
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(QRect(top.right() - wide, top.top(), wide + 1, top.height()), _LINE, letter)
        icon = "heart-handshake" if entry.mutual else marks.ICONS[entry.wish]
        left = top.right() - wide - side - 3
        draw_icon(painter, self._theme, icon, "text2", QRect(left, top.center().y() - side // 2, side, side))
        return left - 6


_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_LOW = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_ELIDE = Qt.TextElideMode.ElideRight
