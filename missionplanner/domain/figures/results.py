"""Add up what came of a mission: whom it met, what was agreed, what that may be worth, how it was liked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.figures.held import Held, held_of, substance
from missionplanner.domain.figures.meetings import booked
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import AgreementKind, FollowUpState, QuestionKind

MOST = 5
"""The best of a score, of 1 to 5."""
_ASIDE = frozenset({FollowUpState.DONE, FollowUpState.DROPPED})


@dataclass(frozen=True, slots=True)
class Results:
    """Be what came of a mission.

    ``values`` is what agreements may be worth, by currency. ``satisfaction`` is the mean of scores from 1 to 5
    and ``scores`` how many there were; both come from outcomes and from the survey.
    """

    contacts: int = 0
    met: frozenset[UUID] = frozenset()
    agreements: dict[AgreementKind | None, int] = field(default_factory=dict)
    values: dict[str, Decimal] = field(default_factory=dict)
    followups: int = 0
    followups_open: int = 0
    satisfaction: Fraction | None = None
    scores: int = 0

    @property
    def agreed(self) -> int:
        """Return how many agreements of any kind there are."""
        return sum(self.agreements.values())


def results(plan: MissionPlan, record: MissionRecord) -> Results:
    """Add up what came of a mission."""
    scores = list(_scores(record))
    return Results(
        contacts=len({one.person_id for one in record.contacts_made}),
        met=frozenset(met(plan, record)),
        agreements=_by_kind(record.agreements),
        values=_by_currency(record.agreements, plan.mission.currency or ""),
        followups=len(record.followups),
        followups_open=sum(one.state not in _ASIDE for one in record.followups),
        satisfaction=Fraction(sum(scores), len(scores)) if scores else None,
        scores=len(scores),
    )


def ours(plan: MissionPlan) -> frozenset[UUID]:
    """Return the organisations of the delegation: those its members work for or hold a place of."""
    found: set[UUID | None] = {one.place_of_id for one in plan.travellers}
    for one in plan.travellers:
        person = plan.person(one.person_id)
        found.add(person.organisation_id if person is not None else None)
    return frozenset(one for one in found if one is not None)


def met(plan: MissionPlan, record: MissionRecord) -> Iterator[UUID]:
    """Give the organisations of the other side that took part in anything recorded as held."""
    own = ours(plan)
    for item in substance(plan):
        if held_of(record, item) is Held.HELD:
            yield from (host.id for host in plan.hosts(item) if host.id not in own)
    for one in booked(plan):
        if held_of(record, one) is Held.HELD:
            yield from (some for some in (one.a_id, one.b_id) if some not in own)
    for contact in record.contacts_made:
        person = plan.person(contact.person_id)
        if person is not None and person.organisation_id is not None and person.organisation_id not in own:
            yield person.organisation_id


def _by_kind(some: Iterable[r.Agreement]) -> dict[AgreementKind | None, int]:
    kinds = [one.kind for one in some]
    return {kind: kinds.count(kind) for kind in (*AgreementKind, None) if kind in kinds}


def _by_currency(some: Iterable[r.Agreement], home: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for one in some:
        if one.value is not None:
            currency = one.currency or home
            found[currency] = found.get(currency, Decimal(0)) + one.value
    return dict(sorted(found.items()))


def _scores(record: MissionRecord) -> Iterator[int]:
    """Give the scores somebody gave; what is no whole number from 1 to 5 is none."""
    yield from (one.satisfaction for one in record.outcomes if one.satisfaction is not None)
    for question in record.survey_questions:
        if question.kind is QuestionKind.SCORE:
            yield from scores_of(record, question)


def scores_of(record: MissionRecord, question: r.SurveyQuestion) -> tuple[int, ...]:
    """Return the scores given to a question; what is no whole number from 1 to 5 is none."""
    said = (one.value.strip() for one in record.answers_to(question) if one.value)
    return tuple(int(one) for one in said if one.isascii() and one.isdigit() and 1 <= int(one) <= MOST)
