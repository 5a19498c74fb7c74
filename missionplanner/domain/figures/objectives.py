"""Hold objectives against what was reached: measured from records, or as somebody wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from missionplanner.domain import records as r
from missionplanner.domain.figures.held import Held, course
from missionplanner.domain.figures.meetings import MeetingSort, booked, counted, meeting_counts, meetings_by_sort
from missionplanner.domain.figures.results import results
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import AgreementKind, ItemKind

Number = int | float | Decimal | Fraction
Measure = Callable[[MissionPlan, MissionRecord], "Number | None"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Be an objective with what was reached: None where nobody recorded it. ``typed`` was told, not measured."""

    objective: r.Objective
    reached: Number | None = None
    typed: bool = False

    @property
    def share(self) -> float | None:
        """Return what was reached of the target, 1 for all of it; None where either is missing."""
        target = self.objective.target
        if self.reached is None or not target or target < 0:
            return None
        return float(self.reached) / float(target)


def progress(plan: MissionPlan, record: MissionRecord) -> tuple[Progress, ...]:
    """Return every objective with what was reached of it; what somebody wrote comes before what is measured."""
    return tuple(_progress(plan, record, one) for one in plan.objectives)


def _progress(plan: MissionPlan, record: MissionRecord, one: r.Objective) -> Progress:
    if one.result is not None:
        return Progress(one, one.result, typed=True)
    measure = INDICATORS.get(indicator_of(one))
    return Progress(one, measure(plan, record) if measure is not None else None)


def indicator_of(one: r.Objective) -> str:
    """Return the word an objective is measured by, however it is written; "" where it has none."""
    return measured_by(one.indicator)


def measured_by(indicator: str | None) -> str:
    """Return an indicator's word, however it is written; "" for none."""
    return folded(indicator or "").replace(" ", "_").replace("-", "_")


def _held(*sorts: MeetingSort) -> Measure:
    """Return what counts meetings held, of some sorts or of all; nobody knows while none is recorded."""

    def measure(plan: MissionPlan, record: MissionRecord) -> Number | None:
        by_sort = meetings_by_sort(plan, record)
        found = [by_sort[one] for one in sorts or MeetingSort if one in by_sort]
        return sum(one.held for one in found) if any(one.recorded for one in found) else None

    return measure


def _booked(plan: MissionPlan, record: MissionRecord) -> Number | None:
    found = counted(record, booked(plan))
    return found.booked if found else None


def _no_shows(plan: MissionPlan, record: MissionRecord) -> Number | None:
    found = meeting_counts(plan, record)
    return found.not_held if found.recorded else None


def _agreed(*kinds: AgreementKind) -> Measure:
    def measure(plan: MissionPlan, record: MissionRecord) -> Number | None:
        if not record.agreements:
            return None
        return sum(not kinds or one.kind in kinds for one in record.agreements)

    return measure


def _value(plan: MissionPlan, record: MissionRecord) -> Number | None:
    """Return what agreements may be worth, where all of it is in one currency."""
    values = results(plan, record).values
    return next(iter(values.values())) if len(values) == 1 else None


def _contacts(plan: MissionPlan, record: MissionRecord) -> Number | None:
    return results(plan, record).contacts or None


def _met(plan: MissionPlan, record: MissionRecord) -> Number | None:
    return len(results(plan, record).met) or None


def _satisfaction(plan: MissionPlan, record: MissionRecord) -> Number | None:
    return results(plan, record).satisfaction


def _visits(plan: MissionPlan, record: MissionRecord) -> Number | None:
    """Return how many visits were held; None where nothing is recorded of any."""
    found = [one.held for one in course(plan, record) if one.item.kind in _VISITS]
    recorded = Held.HELD in found or Held.NOT_HELD in found
    return found.count(Held.HELD) if recorded else None


_VISITS = frozenset({ItemKind.SITE_VISIT, ItemKind.FAIR_VISIT})

INDICATORS: Mapping[str, Measure] = {
    "meetings_booked": _booked,
    "meetings_held": _held(),
    "b2b_meetings_booked": _booked,
    "b2b_meetings_held": _held(),
    "b2b_meetings": _held(),
    "c2c_meetings_held": _held(MeetingSort.C2C),
    "c2b_meetings_held": _held(MeetingSort.C2B),
    "business_meetings_held": _held(MeetingSort.B2B),
    "no_shows": _no_shows,
    "contacts_made": _contacts,
    "new_contacts": _contacts,
    "organisations_met": _met,
    "visits_held": _visits,
    "agreements": _agreed(),
    "cooperation_cases": _agreed(AgreementKind.COOPERATION_CASE),
    "project_ideas": _agreed(AgreementKind.PROJECT_IDEA),
    "letters_of_interest": _agreed(AgreementKind.LETTER_OF_INTEREST),
    "mous": _agreed(AgreementKind.MOU),
    "contracts": _agreed(AgreementKind.CONTRACT),
    "partnerships": _agreed(AgreementKind.PARTNERSHIP),
    "projected_value": _value,
    "satisfaction": _satisfaction,
    "delegates": lambda plan, _record: len(plan.travellers) or None,
}
"""Indicators that are measured, by the word an objective names. Under "B2B meetings" all of a matchmaking count,
as programmes call them; the meetings of two businesses alone are ``business_meetings_held``."""

IN_CONTEXT = frozenset(
    {"c2c_meetings_held", "c2b_meetings_held", "business_meetings_held", "organisations_met", "visits_held"}
)
"""Indicators that ask for the programme, for organisations and for whom people work; others count what came."""
