"""Say of every participant, interpreter and slot whether they can come, and what keeps them away."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import Availability, Away, Because, availability
from missionplanner.domain.meetings.session import Session, other_side
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.parties import Party, lines_of
from missionplanner.gui.matrix.grid import EMPTY, Facts, Grid, Head, Look

LOOKS: dict[Because, Look] = {
    Because.TYPED: Look("calendar-x", "warn"),
    Because.ELSEWHERE: Look("calendar-clock", "info"),
    Because.HALF_DAY: Look("minus", "quiet"),
}
LEGEND: dict[Because, str] = {
    Because.TYPED: N_("Marked as not available"),
    Because.ELSEWHERE: N_("Elsewhere, says the agenda"),
    Because.HALF_DAY: N_("The other half of the day"),
}
INTERPRETER = "interpreter"
"""Key of the lines of interpreters."""
_INTERPRETERS = UUID(int=9)


class SlotModel(Grid):
    """Hold who takes part in a session against its slots; interpreters come last."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.session: Session | None = None
        self.slots: tuple[r.Slot, ...] = ()
        self._known: Availability | None = None
        self._looks: dict[tuple[int, int], Look] = {}
        self._heads: dict[int, Head] = {}
        self._by_voice: dict[tuple[UUID, int], r.Meeting] = {}

    def show_session(self, session: Session, query: str) -> None:
        """Show who of a session can come when, as its mission is now."""
        t = self._ctx.t
        self.session, self.slots, self._looks, self._heads = session, session.slots, {}, {}
        self._known = availability(session.plan, session)
        self._by_voice = {
            (one.interpreter_id, one.slot): one
            for one in session.placed
            if one.interpreter_id is not None and one.slot is not None
        }
        lines = lines_of(session.participants, t, query, by_side=True)
        self.show_grid((*lines, *self._voices(session, query)), [one.position for one in self.slots])

    def _voices(self, session: Session, query: str) -> list[Party]:
        t, found = self._ctx.t, []
        for one in session.interpreters:
            name = session.plan.label(one.person_id) or t("Interpreter without a name")
            if query.casefold() in name.casefold():
                detail = ", ".join(one.languages)
                found.append(Party((INTERPRETER, one.id), name, detail, interpreter=one))
        return [Party(("interpreters", _INTERPRETERS), t("Interpreters")), *found] if found else []

    # -- one cell ---------------------------------------------------------------------------------

    def away(self, row: int, place: int) -> Away | None:
        """Return what keeps a line from a slot, None where nothing does."""
        line, number = self.lines[row], self.slots[place].position
        if self._known is None or not isinstance(line, Party):
            return None
        if line.seated is not None:
            return self._known.away.get(line.seated.id, {}).get(number)
        if line.interpreter is not None:
            return self._known.silent.get(line.interpreter.person_id, {}).get(number)
        return None

    def meeting(self, row: int, place: int) -> r.Meeting | None:
        """Return the meeting a line has in a slot."""
        line, number = self.lines[row], self.slots[place].position
        if self.session is None or not isinstance(line, Party):
            return None
        if line.seated is not None:
            return self.session.meeting_of(line.seated.id, number)
        if line.interpreter is not None:
            return self._by_voice.get((line.interpreter.person_id, number))
        return None

    def parties(self, row: int) -> tuple[Party, ...]:
        """Return whom a line means: itself, or all below its heading."""
        line = self.lines[row]
        if isinstance(line, Party) and not line.heading:
            return (line,)
        below: list[Party] = []
        for one in self.lines[row + 1 :]:
            if one.heading or not isinstance(one, Party):
                break
            below.append(one)
        return tuple(below)

    def free(self, place: int) -> int:
        """Return how many participants can come to a slot."""
        rows = (row for row, one in enumerate(self.lines) if isinstance(one, Party) and one.seated is not None)
        return sum(self.away(row, place) is None for row in rows)

    # -- the grid ---------------------------------------------------------------------------------

    def look(self, row: int, place: int) -> Look:
        found = self._looks.get((row, place))
        if found is None:
            found = self._looks[row, place] = self._look(row, place)
        return found

    def _look(self, row: int, place: int) -> Look:
        away, meeting = self.away(row, place), self.meeting(row, place)
        if meeting is None:
            return LOOKS[away.because] if away is not None else EMPTY
        if away is not None:
            return Look(LOOKS[away.because].icon, "danger", self._partner(row, meeting), mark=True)
        return Look("", "ok", self._partner(row, meeting))

    def _partner(self, row: int, meeting: r.Meeting) -> str:
        line = self.lines[row]
        if self.session is None or not isinstance(line, Party):
            return ""
        if line.seated is not None:
            return self.session.name(other_side(meeting, line.seated.id)) or "–"
        return f"{self.session.name(meeting.a_id)} – {self.session.name(meeting.b_id)}"

    def head(self, place: int) -> Head:
        if place not in self._heads:
            self._heads[place] = self._head(place)
        return self._heads[place]

    def _head(self, place: int) -> Head:
        slot, t = self.slots[place], self._ctx.t
        hours = f"{slot.start:%H:%M}–{slot.end:%H:%M}"
        band = self._ctx.wording.weekday(slot.date)
        free = t.plural("{count} can come", "{count} can come", self.free(place))
        number = t("Slot {number}", number=place + 1)
        return Head(hours, free, band=band, spoken=", ".join((number, band, hours, free)))

    def facts(self, row: int) -> Facts:
        line = self.lines[row]
        if line.heading or not self.slots:
            return Facts()
        free = sum(self.away(row, place) is None for place in range(len(self.slots)))
        words = self._ctx.t("{free} of {all} free", free=free, all=len(self.slots))
        return Facts(words, "", "")

    def spoken(self, row: int, place: int) -> str:
        line, slot, t = self.lines[row], self.slots[place], self._ctx.t
        when = f"{self._ctx.wording.weekday(slot.date)}, {slot.start:%H:%M}–{slot.end:%H:%M}"
        if line.heading:
            return f"{line.name}, {when}"
        away, meeting = self.away(row, place), self.meeting(row, place)
        said = [t.say(away.message) if away is not None else "" if meeting is not None else t("can come")]
        if meeting is not None:
            partner = self._partner(row, meeting)
            where = t("table {name}", name=meeting.table) if meeting.table else ""
            said.append(", ".join(filter(None, (t("meets {name}", name=partner), where))))
        return f"{line.name}, {when}: {' '.join(filter(None, said))}"
