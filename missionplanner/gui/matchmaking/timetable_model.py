"""Be the timetable as Qt asks for it: a card for each meeting, words for each cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from missionplanner.domain import records as r
from missionplanner.domain.meetings.wishes import Pair, PairKey, pairs
from missionplanner.domain.vocabulary import MeetingState, Wish
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking import marks
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.matchmaking.timetable_lines import LOOSE, TABLE, Column, SlotLine, laid_out
from missionplanner.gui.matrix.grid import EMPTY, Facts, Grid, Head, Index, Look

if TYPE_CHECKING:
    from missionplanner.domain.meetings.session import Session

Spot = tuple[int, str | None]
"""Number of a slot and name of a table, None for none."""


@dataclass(frozen=True, slots=True)
class Card:
    """Be how a meeting looks: both names, whose wish it is, what is said of it by signs."""

    first: str
    second: str
    wish: Wish | None = None
    letter: str = ""
    mutual: bool = False
    locked: bool = False
    voice: str = ""
    tentative: bool = False
    wrong: bool = False


class TimetableModel(Grid):
    """Hold slots and tables of a session with the meetings in them.

    ``lit`` says of the spots a meeting that is carried could go to whether it fits or changes places there.
    """

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.session: Session | None = None
        self.words: MeetingWords | None = None
        self.lit: Mapping[Spot, str] | None = None
        self._meetings: dict[tuple[int, int], r.Meeting] = {}
        self._cards: dict[UUID, Card] = {}
        self._heads: dict[int, Head] = {}
        self._wrong: Mapping[UUID, str] = {}
        self._pairs: dict[PairKey, Pair] = {}

    # -- what is shown ----------------------------------------------------------------------------

    def show_session(self, session: Session | None, wrong: Mapping[UUID, str]) -> None:
        """Show a session as it is now; ``wrong`` says of meetings what is amiss with them."""
        self._cards, self._heads, self._meetings, self._wrong = {}, {}, {}, wrong
        self.session = session
        if session is None:
            self.words = None
            self.show_grid((), ())
            return
        self._pairs = {one.key: one for one in pairs(session)}
        self.words = MeetingWords(self._ctx, session)
        laid = laid_out(self._ctx, session, self.words)
        self._meetings = laid.meetings
        self.show_grid(laid.lines, laid.columns)

    def light(self, lit: Mapping[Spot, str] | None) -> None:
        """Light the spots a meeting can go to; None lights nothing."""
        self.lit = lit
        self.tell_all()

    # -- asking -----------------------------------------------------------------------------------

    def meeting(self, row: int, place: int) -> r.Meeting | None:
        """Return the meeting in a cell."""
        return self._meetings.get((row, place))

    def meetings(self, cells: Collection[tuple[int, int]]) -> list[r.Meeting]:
        """Return the meetings in some cells."""
        return [one for cell in cells if (one := self._meetings.get(cell)) is not None]

    def cell_of(self, meeting: UUID) -> tuple[int, int] | None:
        """Return row and column of a meeting, None where it is not on the grid."""
        return next((cell for cell, one in self._meetings.items() if one.id == meeting), None)

    def slot(self, row: int) -> r.Slot | None:
        """Return the slot of a row, None where it is a heading."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line.slot if isinstance(line, SlotLine) else None

    def spot(self, row: int, place: int) -> Spot | None:
        """Return slot and table of a cell; None of a heading, and of what is no table."""
        slot = self.slot(row)
        if slot is None or not 0 <= place < len(self.keys):
            return None
        kind, name = self._column(place)
        return (slot.position, name) if kind == TABLE else None

    def cell_at(self, spot: Spot) -> tuple[int, int] | None:
        """Return row and column of a slot and a table."""
        place = self.place_of((TABLE, spot[1]))
        row = next((row for row in range(len(self.lines)) if _is(self.slot(row), spot[0])), -1)
        return (row, place) if row >= 0 and place >= 0 else None

    def _column(self, place: int) -> Column:
        found: Any = self.keys[place]
        return cast("Column", found)

    # -- looks ------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        # What is disabled is passed over by the arrow keys.
        heading = not index.isValid() or self.slot(index.row()) is None
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def card(self, meeting: r.Meeting) -> Card:
        """Return how a meeting looks."""
        found = self._cards.get(meeting.id)
        if found is None:
            found = self._cards[meeting.id] = self._card_of(meeting)
        return found

    def _card_of(self, meeting: r.Meeting) -> Card:
        assert self.session is not None and self.words is not None
        words, pair = self.words, self._pairs.get(frozenset((meeting.a_id, meeting.b_id)))
        wish = pair.wish if pair is not None else None
        voice = ""
        if meeting.interpreter_id is not None:
            voice = "".join(part[:1] for part in words.person(meeting.interpreter_id).split()[:2])
        return Card(
            words.short(meeting.a_id),
            words.short(meeting.b_id),
            wish,
            marks.letter(self._ctx.t, wish) if wish is not None else "",
            pair is not None and pair.mutual,
            bool(meeting.locked),
            voice,
            meeting.state is MeetingState.PENDING,
            meeting.id in self._wrong,
        )

    def why_wrong(self, meeting: r.Meeting) -> str:
        """Return what is amiss with a meeting, nothing where all is well."""
        return self._wrong.get(meeting.id, "")

    def look(self, row: int, place: int) -> Look:
        meeting = self.meeting(row, place)
        return Look(text=self.words.pair(meeting)) if meeting is not None and self.words is not None else EMPTY

    def head(self, place: int) -> Head:
        if place not in self._heads:
            self._heads[place] = self._head_of(place)
        return self._heads[place]

    def _head_of(self, place: int) -> Head:
        assert self.session is not None and self.words is not None
        t = self._ctx.t
        kind, name = self._column(place)
        if kind == LOOSE:
            return Head(t("Without a table"), icon="circle-dashed", tone="warn")
        table = self.session.table(name)
        site = self.session.plan.place(table.place_id) if table is not None else None
        seats = ""
        if table is not None and table.capacity is not None:
            seats = t.plural("{count} seat", "{count} seats", table.capacity)
        title, where = self.words.table_head(name), (site.name or "") if site is not None else ""
        told = [one for one in (where, seats) if one]
        return Head(title, " · ".join(told), spoken=", ".join([title, *told]))

    def facts(self, row: int) -> Facts:
        """Return how many tables are taken in a slot."""
        if self.session is None or self.slot(row) is None:
            return Facts()
        taken = sum((row, place) in self._meetings for place in range(len(self.keys)))
        full = taken >= len(self.session.tables)
        return Facts(f"{taken}/{len(self.session.tables)}", tone="warn" if full else "")

    def spoken(self, row: int, place: int) -> str:
        if self.words is None:
            return ""
        meeting = self.meeting(row, place)
        if meeting is not None:
            wrong = self.why_wrong(meeting)
            wish = self.card(meeting).wish
            told = (self.words.spoken(meeting), marks.words(self._ctx.t, wish) if wish is not None else "", wrong)
            return ". ".join(one for one in told if one)
        slot = self.slot(row)
        if slot is None:
            return self.lines[row].name
        free = self._ctx.t("free")
        return f"{self.words.slot(slot)}, {self.head(place).title}: {free}"


def _is(slot: r.Slot | None, number: int) -> bool:
    return slot is not None and slot.position == number
