"""Make events of B2B meetings: of those one person sits in or interprets, or of all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session, other_side, sessions
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import MeetingState

_STATES = {MeetingState.SCHEDULED: "CONFIRMED", MeetingState.CANCELLED: "CANCELLED"}


@dataclass(frozen=True)
class Met:
    """Be a meeting that has a slot, as one person knows it; ``own`` is the side they sit at, None at neither."""

    session: Session
    slot: r.Slot
    meeting: r.Meeting
    own: UUID | None = None

    @property
    def zone(self) -> str:
        return self.session.zone(self.slot.date)

    @property
    def end_date(self) -> dt.date:
        return self.slot.date if self.slot.end > self.slot.start else self.slot.date + dt.timedelta(days=1)

    @property
    def status(self) -> str:
        state = self.meeting.state
        return _STATES.get(state, "TENTATIVE") if state is not None else "TENTATIVE"

    def title(self, t: Translator) -> str:
        """Return whom the person meets; of a meeting of others, both sides."""
        name = self.session.name
        if self.own is not None:
            return t("B2B with {name}", name=name(other_side(self.meeting, self.own)))
        return t("B2B: {pair}", pair=f"{name(self.meeting.a_id)} – {name(self.meeting.b_id)}")

    def location(self, t: Translator) -> str:
        """Return the table, then where the session takes place."""
        plan = self.session.plan
        item = plan.item(self.session.record.item_id)
        table = self.session.table(self.meeting.table)
        place = plan.place((table.place_id if table else None) or (item.place_id if item else None))
        known = (place.name, place.address, place.city) if place else (item.place_text if item else None,)
        named = t("Table {table}", table=self.meeting.table) if self.meeting.table else None
        return ", ".join(dict.fromkeys(one for one in (named, *known) if one))

    def described(self, t: Translator) -> Iterator[str]:
        """Give who sits there, who interprets, and the session; nobody's number, and no note of a wish."""
        sides = (self.meeting.a_id, self.meeting.b_id)
        for side in sides if self.own is None else (other_side(self.meeting, self.own),):
            people = [self._person(one, t.language) for one in self.session.people_of(side)]
            yield ": ".join((self.session.name(side), "; ".join(people))) if people else self.session.name(side)
        if self.meeting.interpreter_id is not None:
            yield t("Interpreter: {name}", name=self.session.plan.label(self.meeting.interpreter_id) or "–")
        if title := self.session.title(t.language):
            yield title

    def _person(self, person: r.Person, language: str) -> str:
        plan = self.session.plan
        job = person.job.best(language, plan.mission.languages) if person.job else ""
        return ", ".join(one for one in (plan.label(person.id), job) if one)


def met(plan: MissionPlan, person: UUID | None = None) -> Iterator[Met]:
    """Give the meetings with a slot that a person sits in or interprets, all where nobody is named; in time.

    What was called off is among them: whoever has it in a calendar has to hear of it.
    """
    for session in sessions(plan):
        timed = [(slot, one) for one in session.meetings if (slot := session.slot(one.slot)) is not None]
        for slot, one in sorted(timed, key=lambda pair: (session.rank[pair[0].position], pair[1].position)):
            if person is None or one.interpreter_id == person:
                yield Met(session, slot, one)
            else:
                side = _side(session, one, person)
                if side is not None:
                    yield Met(session, slot, one, side)


def _side(session: Session, meeting: r.Meeting, person: UUID) -> UUID | None:
    sides = (meeting.a_id, meeting.b_id)
    return next((side for side in sides if any(one.id == person for one in session.people_of(side))), None)
