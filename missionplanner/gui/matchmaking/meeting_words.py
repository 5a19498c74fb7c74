"""Say meetings, slots, tables and wishes in the window's words, the same on timetable, tray, dialog and round."""

from __future__ import annotations

from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.rounds import Replacement
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.wishes import Pair
from missionplanner.domain.vocabulary import MeetingState
from missionplanner.gui.context import Context

STATES: dict[MeetingState, tuple[str, str]] = {
    MeetingState.PENDING: ("warn", N_("To be confirmed")),
    MeetingState.ACCEPTED: ("info", N_("Accepted")),
    MeetingState.SCHEDULED: ("ok", N_("Scheduled")),
    MeetingState.CANCELLED: ("danger", N_("Cancelled")),
}
"""State of a meeting → its tone and word."""


class MeetingWords:
    """Speak of one session."""

    def __init__(self, ctx: Context, session: Session) -> None:
        self._ctx, self.session = ctx, session

    def short(self, organisation: UUID) -> str:
        """Return what an organisation is called where there is little room."""
        return self.session.name(organisation) or "–"

    def full(self, organisation: UUID) -> str:
        """Return an organisation's whole name."""
        one = self.session.plan.organisation(organisation)
        return (one.name if one is not None else None) or self.short(organisation)

    def pair(self, one: r.Meeting | Pair) -> str:
        """Return both sides: "MECH – AFM"."""
        a, b = sides(one)
        return f"{self.short(a)} – {self.short(b)}"

    def hours(self, slot: r.Slot) -> str:
        """Return the wall times of a slot: "11:00–11:25"."""
        return f"{slot.start:%H:%M}–{slot.end:%H:%M}"

    def slot(self, slot: r.Slot) -> str:
        """Return day and times of a slot: "Tue 6 May, 11:00–11:25"; the times alone where all are on one day."""
        if self.one_day:
            return self.hours(slot)
        return f"{self._ctx.wording.weekday(slot.date)}, {self.hours(slot)}"

    @property
    def one_day(self) -> bool:
        """Tell whether all slots of the session are on one day."""
        return len(self.session.days) < 2

    def table(self, name: str | None) -> str:
        """Return a table within a sentence: "table 3"; one that has a name of letters goes by it."""
        if not name:
            return self._ctx.t("no table yet")
        return self._ctx.t("table {name}", name=name) if name[:1].isdigit() else name

    def table_head(self, name: str) -> str:
        """Return a table by itself: "Table 3"."""
        return self._ctx.t("Table {name}", name=name) if name[:1].isdigit() else name

    def where(self, meeting: r.Meeting) -> str:
        """Return when and where a meeting is, or that it has no slot yet."""
        slot = self.slot_of(meeting)
        if slot is None:
            return self._ctx.t("not placed")
        return f"{self.slot(slot)}, {self.table(meeting.table)}"

    def planned(self, offer: Replacement) -> str:
        """Return when and where a meeting is that would come forward, nothing where none has a slot."""
        known = self.session.meeting(offer.meeting_id) if offer.meeting_id is not None else None
        return self.where(known) if known is not None and self.slot_of(known) is not None else ""

    def slot_of(self, meeting: r.Meeting) -> r.Slot | None:
        """Return the slot a meeting has, None where it has none that is there."""
        return self.session.slot(meeting.slot)

    def state(self, meeting: r.Meeting) -> tuple[str, str]:
        """Return tone and word of a meeting's state; nothing where nobody said."""
        if meeting.state is None:
            return "quiet", ""
        tone, word = STATES[meeting.state]
        if meeting.state is MeetingState.CANCELLED:
            return tone, self._ctx.t.context("meeting", "Cancelled")
        return tone, self._ctx.t(word)

    def person(self, identity: UUID | None) -> str:
        """Return a person's name."""
        return self.session.plan.label(identity) or "–"

    def people(self, organisation: UUID) -> str:
        """Return who sits for an organisation, with commas."""
        return ", ".join(self.person(one.id) for one in self.session.people_of(organisation))

    def spoken(self, meeting: r.Meeting) -> str:
        """Return all of a meeting in one sentence, for a tool tip and for those who listen."""
        t = self._ctx.t
        told = [
            self.pair(meeting),
            self.where(meeting),
            self.state(meeting)[1],
            t.context("meeting", "locked") if meeting.locked else "",
        ]
        if meeting.interpreter_id is not None:
            told.append(t("interpreter {name}", name=self.person(meeting.interpreter_id)))
        return ", ".join(one for one in told if one)


def sides(one: r.Meeting | Pair) -> tuple[UUID, UUID]:
    """Return both organisations of a meeting or a pair."""
    return (one.a_id, one.b_id) if isinstance(one, r.Meeting) else (one.a, one.b)
