"""Say of every participant whom it meets in every slot, where it waits, and how full its days are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.loads import Load, Loads, loads
from missionplanner.domain.meetings.session import Seated, Session, other_side
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import Side
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.matchmaking.parties import Party, party
from missionplanner.gui.matrix.grid import EMPTY, Facts, Grid, Head, Look

if TYPE_CHECKING:
    from missionplanner.domain.meetings.availability import Availability

Column = tuple[str, Any]
"""Kind of a column with the number of its slot, or what it counts."""
SLOT, LOAD = "slot", "load"
TOTALS = ("totals", None)
"""Key of the line that sums all up."""


class Counted(StrEnum):
    """What is counted of a participant."""

    MEETINGS = "meetings"
    BREAKS = "breaks"
    IDLE = "idle"
    UNSERVED = "unserved"


COUNTED: dict[Counted, tuple[str, str]] = {
    Counted.MEETINGS: ("handshake", N_("Meetings")),
    Counted.BREAKS: ("coffee", N_("Breaks")),
    Counted.IDLE: ("hourglass", N_("Idle slots")),
    Counted.UNSERVED: ("circle-dashed", N_("Wishes left")),
}
"""What is counted → its icon and word."""


class Order(StrEnum):
    """What participants are lined up by."""

    SEATED = "seated"
    NAME = "name"
    FULLEST = "fullest"
    EMPTIEST = "emptiest"
    BREAKS = "breaks"


ORDERS: dict[Order, str] = {
    Order.SEATED: N_("As listed"),
    Order.NAME: N_("By name"),
    Order.FULLEST: N_("Most meetings first"),
    Order.EMPTIEST: N_("Fewest meetings first"),
    Order.BREAKS: N_("Most breaks first"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Be which participants are shown, and in which order."""

    query: str = ""
    side: Side | None = None
    order: Order = Order.SEATED


class ParticipantsModel(Grid):
    """Hold participants down and slots across, then what is counted; the last line sums up."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.session: Session | None = None
        self.words: MeetingWords | None = None
        self.loads: Loads | None = None
        self._of: dict[UUID, Load] = {}
        self._free: Availability | None = None
        self._wrong: Mapping[UUID, str] = {}
        self._looks: dict[tuple[int, int], Look] = {}
        self._heads: dict[int, Head] = {}

    # -- what is shown ----------------------------------------------------------------------------

    def show_session(
        self, session: Session | None, free: Availability | None, wrong: Mapping[UUID, str], wanted: Wanted
    ) -> None:
        """Show a session as it is now; ``wrong`` says of meetings what is amiss with them."""
        self._looks, self._heads = {}, {}
        self.session, self._free, self._wrong = session, free, wrong
        if session is None:
            self.words = self.loads = None
            self.show_grid((), ())
            return
        self.words, self.loads = MeetingWords(self._ctx, session), loads(session)
        self._of = {one.organisation_id: one for one in self.loads.each}
        lines = list(self._lined_up(session, wanted))
        if lines:
            lines.append(Party(TOTALS, self._ctx.t("In all")))
        keys: list[Column] = [(SLOT, one.position) for one in session.slots]
        keys += [(LOAD, one) for one in Counted]
        self.show_grid(lines, keys if session.slots else ())

    def _lined_up(self, session: Session, wanted: Wanted) -> Iterable[Party]:
        words = folded(wanted.query).split()
        some = [party(one, self._ctx.t) for one in session.participants if wanted.side in (None, one.side)]
        found = [one for one in some if all(word in one.sought for word in words)]
        if wanted.order is Order.NAME:
            found.sort(key=lambda one: folded(one.name))
        elif wanted.order is not Order.SEATED:
            found.sort(key=lambda one: self._rank(one, wanted.order))
        return found

    def _rank(self, line: Party, order: Order) -> int:
        load = self.load(line)
        if load is None:
            return 0
        ranks = {Order.FULLEST: -load.meetings, Order.EMPTIEST: load.meetings, Order.BREAKS: -load.breaks}
        return ranks[order]

    # -- asking -----------------------------------------------------------------------------------

    def seated(self, row: int) -> Seated | None:
        """Return the participant of a row, None of the line that sums up."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line.seated if isinstance(line, Party) else None

    def load(self, line: Party) -> Load | None:
        """Return how full the days of a participant are."""
        return self._of.get(line.seated.id) if line.seated is not None else None

    def slot(self, place: int) -> r.Slot | None:
        """Return the slot of a column, None of what is counted."""
        if self.session is None or not 0 <= place < len(self.keys):
            return None
        kind, what = self._column(place)
        return self.session.slot(what) if kind == SLOT else None

    def meeting(self, row: int, place: int) -> r.Meeting | None:
        """Return whom a participant meets in a slot."""
        seated, slot = self.seated(row), self.slot(place)
        if self.session is None or seated is None or slot is None:
            return None
        return self.session.meeting_of(seated.id, slot.position)

    def cells_of(self, meeting: UUID) -> list[tuple[int, int]]:
        """Return row and column of both sides of a meeting, as far as they are shown."""
        one = self.session.meeting(meeting) if self.session is not None else None
        if one is None:
            return []
        place = self.place_of((SLOT, one.slot))
        rows = [
            row for row in range(len(self.lines)) if (own := self.seated(row)) and own.id in (one.a_id, one.b_id)
        ]
        return [(row, place) for row in rows] if place >= 0 else []

    def _column(self, place: int) -> Column:
        found: Any = self.keys[place]
        return cast("Column", found)

    # -- looks ------------------------------------------------------------------------------------

    def look(self, row: int, place: int) -> Look:
        found = self._looks.get((row, place))
        if found is None:
            found = self._looks[row, place] = self._look_of(row, place)
        return found

    def _look_of(self, row: int, place: int) -> Look:
        kind, what = self._column(place)
        if kind == LOAD:
            return self._count(row, what)
        seated, meeting = self.seated(row), self.meeting(row, place)
        if seated is None:
            return self._taken(what)
        if meeting is not None and self.words is not None:
            other = self.words.short(other_side(meeting, seated.id))
            text = f"{other} · {meeting.table}" if meeting.table else other
            icon, wrong = "lock" if meeting.locked else "", meeting.id in self._wrong
            return Look(icon, "danger" if wrong else "info", text, mark=wrong)
        load = self._of.get(seated.id)
        if load is not None and what in load.gaps:
            return Look("coffee", "warn")
        if self._free is not None and not self._free.is_free(seated.id, what):
            return Look("ban", "quiet")
        return EMPTY

    def _taken(self, slot: int) -> Look:
        assert self.session is not None
        held, tables = len(self.session.meetings_in(slot)), len(self.session.tables)
        return Look(
            "", "warn" if tables and held >= tables else "quiet", f"{held}/{tables}" if tables else str(held)
        )

    def _count(self, row: int, what: Counted) -> Look:
        line = self.lines[row]
        load = self.load(line) if isinstance(line, Party) else None
        if load is None and self.loads is not None and self.seated(row) is None:
            return Look("", "quiet", str(_number(self.loads, what)))
        if load is None:
            return EMPTY
        number = _number(load, what)
        tone = "warn" if number and what in (Counted.BREAKS, Counted.UNSERVED) else ""
        return Look("", tone, str(number))

    def head(self, place: int) -> Head:
        found = self._heads.get(place)
        if found is None:
            found = self._heads[place] = self._head_of(place)
        return found

    def _head_of(self, place: int) -> Head:
        kind, what = self._column(place)
        t = self._ctx.t
        if kind == LOAD:
            icon, word = COUNTED[what]
            return Head(t(word), icon=icon, band=t("Load"))
        slot = self.slot(place)
        if slot is None or self.words is None or self.session is None:
            return Head("")
        number = t("Round {number}", number=self.session.rank[slot.position] + 1)
        band = self._ctx.wording.weekday(slot.date)
        hours = self.words.hours(slot)
        return Head(hours, number, band=band, spoken=f"{band}, {hours}")

    def facts(self, row: int) -> Facts:
        return Facts()

    # -- words ------------------------------------------------------------------------------------

    def spoken(self, row: int, place: int) -> str:
        if self.session is None or self.words is None:
            return ""
        line, (kind, what), t = self.lines[row], self._column(place), self._ctx.t
        if kind == LOAD:
            return f"{line.name}, {t(COUNTED[what][1])}: {self.look(row, place).text}"
        slot, seated = self.slot(place), self.seated(row)
        when = self.words.slot(slot) if slot is not None else ""
        if seated is None:
            some = t.plural("{count} meeting", "{count} meetings", len(self.session.meetings_in(what)))
            return f"{when}: {some}"
        return f"{line.name}, {when}: {self._says(row, place, seated)}"

    def _says(self, row: int, place: int, seated: Seated) -> str:
        assert self.session is not None and self.words is not None
        t, meeting = self._ctx.t, self.meeting(row, place)
        _kind, what = self._column(place)
        if meeting is not None:
            wrong = self._wrong.get(meeting.id, "")
            return f"{self.words.spoken(meeting)}. {wrong}" if wrong else self.words.spoken(meeting)
        away = self._free.why_not(seated.id, what) if self._free is not None else None
        load = self._of.get(seated.id)
        waits = t("waits between two meetings") if load is not None and what in load.gaps else ""
        return ". ".join(one for one in (waits, t.say(away) if away is not None else "") if one) or t("free")


def _number(load: Load | Loads, what: Counted) -> int:
    if what is Counted.MEETINGS:
        return load.meetings
    if what is Counted.BREAKS:
        return load.breaks
    return load.idle if what is Counted.IDLE else len(load.unserved)
