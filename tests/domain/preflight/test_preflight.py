"""Preflight: what would be wrong, lacking or poor on paper is told for the documents it would show on."""

from __future__ import annotations

from dataclasses import replace

from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.registry import RULES
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.preflight.concern import Look, Weight
from missionplanner.domain.preflight.rules import FROM_CHECKS, concerns
from missionplanner.domain.texts import Texts
from tests.factories import delegate, item, mission, organisation, plan, uid
from tests.meetings import b2b, meets

RING = "+39 333 000"


def look(made: MissionPlan, *kinds: str, languages: tuple[str, ...] = ("en",), **more: object) -> list[str]:
    ready = replace(made, mission=replace(made.mission, on_call_phone=RING))
    seen = Look(ready, frozenset(kinds or ("programme",)), frozenset(languages), **more)  # type: ignore[arg-type]
    return [one.rule for one in concerns(seen)]


def test_a_complete_mission_gives_nothing() -> None:
    assert look(plan(delegate("Anna Neri"), item("09:00", "10:00", "Visit"))) == []


def test_a_delegate_without_a_name_gets_no_paper_of_their_own() -> None:
    made = plan(delegate("Anna Neri"))
    nameless = replace(made, delegates=tuple(replace(one, person_id=None) for one in made.delegates))
    assert look(nameless, "itinerary") == ["unnamed"]
    assert look(nameless, "rooming") == []


def test_titles_in_another_language_are_counted_for_agendas_only() -> None:
    made = plan(item("09:00", "10:00", "Visit"))
    italian = tuple(replace(one, title=Texts((("it", "Visita"),))) for one in made.items)
    made = replace(made, items=italian)
    assert look(made, "programme", languages=("en", "it")) == ["untranslated"]
    assert look(made, "programme", languages=("it",)) == look(made, "rooming", languages=("en",)) == []


def test_a_grant_asks_for_statement_and_emblem() -> None:
    made = plan(item("09:00", "10:00", "Visit"))
    granted = replace(made, mission=replace(made.mission, grant="101"))
    assert look(granted) == ["funding", "funding"]


def test_a_colour_that_cannot_be_read_on_white_is_told() -> None:
    made = plan(item("09:00", "10:00", "Visit"))
    assert look(replace(made, mission=replace(made.mission, accent="#FFEE88"))) == ["accent"]
    assert look(replace(made, mission=replace(made.mission, accent="#1A6B45"))) == []


def test_small_pictures_are_told_where_they_are_printed() -> None:
    made = plan(delegate("Anna Neri"))
    people = tuple(replace(one, photo="p") for one in made.people)
    made = replace(made, people=people)
    assert look(made, "whoswho", pictures={"p": (120, 160)}) == ["small_picture"]
    assert look(made, "whoswho", pictures={"p": (600, 800)}) == look(made, "rooming", pictures={"p": (9, 9)}) == []


def test_a_small_emblem_is_told_on_whatever_is_printed() -> None:
    made = plan(item("09:00", "10:00", "Visit"))
    funded = replace(made, mission=replace(made.mission, emblem="e"))
    assert look(funded, "badges", pictures={"e": (120, 80)}) == ["small_picture"]
    assert look(funded, "badges", pictures={"e": (800, 540)}) == look(funded, "badges") == []


def test_a_logo_nobody_can_draw_or_that_is_no_drawing_is_told_by_whose_it_is() -> None:
    owner = organisation("ART-ER", logo="l")
    made = plan(mission(), owner, r.Organiser(mission_id=mission().id, organisation_id=owner.id))
    assert look(made, lost=frozenset("l")) == ["lost_logo"]
    assert look(made, coarse=frozenset("l")) == ["logo_as_picture"]
    assert look(made, lost=frozenset("x"), coarse=frozenset("y")) == []


def test_findings_come_with_their_weight_and_stay_away_from_other_paper() -> None:
    clash = Finding(
        rule="double_booking",
        severity=Severity.CLASH,
        message=Message("Anna is in two places."),
        items=(uid("a"),),
    )
    bed = Finding(rule="no_bed", severity=Severity.WARNING, message=Message("No bed."))
    made = plan(delegate("Anna Neri"), organisation("ART-ER"))
    ready = replace(made, mission=replace(made.mission, on_call_phone=RING))
    found = concerns(Look(ready, frozenset({"itinerary"}), frozenset({"en"}), findings=(bed, clash)))
    assert [(one.rule, one.weight) for one in found] == [
        ("double_booking", Weight.WRONG),
        ("no_bed", Weight.LACKING),
    ]
    accepted = replace(clash, accepted="known")
    assert look(made, "driver", findings=(bed,)) == look(made, "itinerary", findings=(accepted,)) == []


def test_no_number_to_ring_is_told() -> None:
    seen = Look(plan(), frozenset({"programme"}), frozenset({"en"}))
    assert [one.rule for one in concerns(seen)] == ["no_on_call"]


def test_rules_of_the_checks_are_named_as_they_are() -> None:
    assert set(FROM_CHECKS) <= set(RULES)


def test_meetings_without_a_time_or_a_table_are_told_for_paper_that_shows_them() -> None:
    made = plan(organisation("MECH"), organisation("AFM"), *b2b())
    open_ones = replace(made, meetings=(meets("MECH", "AFM", 0, None), meets("AFM", "MECH", None, "1")))
    assert look(made, "b2b") == []
    assert look(open_ones, "b2b") == ["meeting_without_time", "meeting_without_table"]
    assert look(open_ones, "rooming") == []
