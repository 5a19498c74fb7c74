"""Count who was there of those expected, at what was held; who was not ticked is not taken for absent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.figures.held import THERE, Held, held_of, substance
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import AttendanceState

_AWAY = frozenset({AttendanceState.ABSENT, AttendanceState.EXCUSED})


@dataclass(frozen=True, slots=True)
class Presence:
    """Be how many delegates were expected, and how many of them were there, absent, excused or not recorded.

    Somebody sent in another's place counts as there.
    """

    present: int = 0
    absent: int = 0
    excused: int = 0
    unrecorded: int = 0

    def __add__(self, other: Presence) -> Presence:
        return Presence(
            self.present + other.present,
            self.absent + other.absent,
            self.excused + other.excused,
            self.unrecorded + other.unrecorded,
        )

    @property
    def recorded(self) -> int:
        return self.present + self.absent + self.excused

    @property
    def expected(self) -> int:
        return self.recorded + self.unrecorded

    @property
    def rate(self) -> Fraction | None:
        """Return the share of those recorded who were there, None where nobody was recorded."""
        return Fraction(self.present, self.recorded) if self.recorded else None


def presence_at(plan: MissionPlan, record: MissionRecord, item: r.AgendaItem) -> Presence:
    """Count the delegates at one item: those it was meant for, and others who were ticked there."""
    return _at(record, item, Attendees(plan).meant(item) & plan.everyone, plan.everyone)


def presence(plan: MissionPlan, record: MissionRecord) -> Presence:
    """Count the delegates at all items that were held and of which anybody was ticked."""
    attendees, everyone = Attendees(plan), plan.everyone
    found = (
        _at(record, item, attendees.meant(item) & everyone, everyone)
        for item in substance(plan)
        if record.attendance_at(item) and held_of(record, item) is Held.HELD
    )
    return sum(found, Presence())


def _at(
    record: MissionRecord, item: r.AgendaItem, meant: Iterable[object], everyone: frozenset[object]
) -> Presence:
    states = {one.person_id: one.state for one in record.attendance_at(item) if one.person_id in everyone}
    present = sum(state in THERE for state in states.values())
    absent = sum(state is AttendanceState.ABSENT for state in states.values())
    excused = sum(state is AttendanceState.EXCUSED for state in states.values())
    known = {one for one, state in states.items() if state in THERE or state in _AWAY}
    return Presence(present, absent, excused, len(set(meant) - known))
