"""What missions of an initiative add up to, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from missionplanner.domain import records as r
from missionplanner.domain.figures import Progress
from missionplanner.domain.plan import MissionRecord
from missionplanner.domain.results.goals import goals
from missionplanner.domain.results.initiative_results import Counted, initiative_results
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AgreementKind, MissionStatus
from tests.factories import mission, plan


def objective(own: r.Mission, indicator: str | None, target: int | None, text: str = "") -> r.Objective:
    words = Texts.of({"en": text}) if text else None
    return r.Objective(mission_id=own.id, indicator=indicator, target=target, text=words)


def agreed(own: r.Mission, value: str, currency: str = "EUR") -> r.Agreement:
    return r.Agreement(
        mission_id=own.id, kind=AgreementKind.COOPERATION_CASE, value=Decimal(value), currency=currency
    )


def test_objectives_of_one_indicator_are_one_with_sums_and_satisfaction_is_a_mean() -> None:
    own = mission()
    found = goals(
        [
            Progress(objective(own, "b2b_meetings_held", 20), 12),
            Progress(objective(own, "B2B meetings-held", 10), None),
            Progress(objective(own, "satisfaction", 4), Decimal("4.5")),
            Progress(objective(own, "satisfaction", 4), Decimal("3.5")),
            Progress(objective(own, None, 2, "Press articles"), 3),
            Progress(objective(own, None, 1, "press articles"), 0),
        ]
    )
    assert [(one.indicator, one.target, one.reached, one.missions, one.open) for one in found] == [
        ("b2b_meetings_held", 30, 12, 2, 1),
        ("satisfaction", 4, 4, 2, 0),
        ("", 3, 3, 2, 0),
    ]
    assert found[0].share == 0.4


def test_people_met_twice_count_once_and_cancelled_missions_add_nothing() -> None:
    first, second, off = mission(code="A"), mission(code="B"), mission(code="C", status=MissionStatus.CANCELLED)
    person = r.Person(family="Moreau")
    read = []
    for own in (first, second, off):
        met = r.ContactMade(mission_id=own.id, person_id=person.id)
        record = MissionRecord(contacts_made=(met,), agreements=(agreed(own, "100"), agreed(own, "5", "CHF")))
        read.append(Counted(replace(plan(), mission=own, people=(person,)), record))
    found = initiative_results(read)
    assert len(found.missions) == 3
    assert (found.contacts, found.agreements) == (1, 4)
    assert found.values == {"CHF": Decimal(10), "EUR": Decimal(200)}
    assert found.goals == ()
