"""What every page says of the mission and of the copy in hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.for_person import itinerary_blocks, itinerary_content
from missionplanner.documents.content.frame import Edition, first_sentence, frame_of, mission_texts
from missionplanner.documents.content.listings import delegation, hosts
from missionplanner.documents.content.values import Frame
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, PartnerState, ProgrammeStatus
from tests.factories import MISSION, delegate, item, organisation, person, plan, uid

THIRD = Edition(3, True)
CHANGED = dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC)


def frame(the_plan: MissionPlan, language: str = "en", edition: Edition = THIRD) -> Frame:
    return frame_of(Voice(replace(the_plan, changed_at=CHANGED), language), "Programme", edition)


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        (Edition(3, True), "Version 3 · 28 April 2025, 14:10 CEST"),
        (Edition(3, False), "Version 3, not issued · 28 April 2025, 14:10 CEST"),
        (Edition(0, False), "Not issued · 28 April 2025, 14:10 CEST"),
    ],
)
def test_a_copy_tells_version_date_time_and_zone(edition: Any, expected: Any) -> None:
    assert frame(plan(), edition=edition).edition == expected


def test_a_zone_without_a_name_of_letters_is_told_from_utc() -> None:
    told = frame(plan(zone="America/Sao_Paulo")).edition
    assert told == "Version 3 · 28 April 2025, 09:10 UTC−3"


def test_a_frame_speaks_the_reader_s_language() -> None:
    told = frame(plan(sample=True, programme_status=ProgrammeStatus.FINAL, on_call_phone="+39 1"), "it")
    assert (told.dates, told.status, told.sample) == (
        "5–7 maggio 2025",
        "Programma definitivo",
        "Esempio – dati inventati",
    )
    assert (told.times, told.changes) == ("Orari locali (Madrid, UTC+2)", "Per variazioni: tel. +39 1")


def test_several_clocks_are_told_as_such() -> None:
    told = frame(plan(item("09:00"), item("09:00", day=2, zone="Asia/Tokyo")))
    assert told.times == "Times are local to each place"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-05-05", "2025-05-05", "5 May 2025"),
        ("2025-04-30", "2025-05-02", "30 April – 2 May 2025"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
    ],
)
def test_spans_of_days_say_nothing_twice(first: Any, last: Any, expected: Any) -> None:
    days = {"start": dt.date.fromisoformat(first), "end": dt.date.fromisoformat(last)}
    assert frame(plan(**days)).dates == expected


def test_funding_is_complete() -> None:
    told = frame(plan(funding_statement=Texts.of("Funded by the Union."), grant="101", cup="E1"))
    assert told.funding == ("Funded by the Union.", "Grant 101 · CUP E1")


def blocks(the_plan: MissionPlan, edition: Edition) -> dict[str, str]:
    agenda = Agenda(Voice(the_plan, "en"))
    return dict(itinerary_blocks(agenda, itinerary_content(agenda, the_plan.people[0], edition)))


def test_a_new_version_of_the_same_content_has_the_same_blocks() -> None:
    the_plan = plan(delegate("Anna Neri"), item("09:00"))
    later = replace(the_plan, changed_at=CHANGED)
    assert blocks(the_plan, Edition(1, True)) == blocks(later, Edition(2, False, draft=True))


def test_a_change_is_told_of_the_block_it_is_in() -> None:
    before = plan(delegate("Anna Neri"), item("09:00", title="One"), item("10:00", title="Two"))
    after = plan(delegate("Anna Neri"), item("09:00", title="One"), item("10:30", title="Two"))
    one, other = (blocks(some, Edition(1, True)) for some in (before, after))
    assert [key for key in one if one[key] != other[key]] == [str(uid("item:Two"))]


def test_an_item_moved_to_another_day_counts_as_changed() -> None:
    before, after = (plan(delegate("Anna Neri"), item("09:00", title="One", day=day)) for day in (1, 2))
    key = str(uid("item:One"))
    assert blocks(before, Edition(1, True))[key] != blocks(after, Edition(1, True))[key]


def test_the_delegation_is_in_order_of_precedence_and_role() -> None:
    the_plan = plan(
        delegate("Cy", position=1),
        delegate("Bo", position=2, role=DelegateRole.HEAD_OF_DELEGATION),
        delegate("Anna Neri", position=3, precedence=1),
        delegate("Di", position=4, status=DelegateStatus.DECLINED),
        organisation("Agrifood"),
        r.Delegate(mission_id=MISSION, position=5, place_of_id=uid("organisation:Agrifood")),
        r.Person(id=uid("person:nobody yet")),
        r.Delegate(
            mission_id=MISSION,
            position=6,
            place_of_id=uid("organisation:Agrifood"),
            person_id=uid("person:nobody yet"),
        ),
    )
    voice = Voice(the_plan, "it")
    told = delegation(voice)
    assert [entry.name for entry in told.entries] == ["Anna Neri", "Bo", "Cy", "Agrifood", "Agrifood"]
    assert told.entries[1].role == "Capo delegazione"
    assert {one.lines for one in told.entries[3:]} == {("nome da confermare",)} and told.count == "5 delegati"
    assert voice.person_name(the_plan.person(uid("person:nobody yet"))) == "Agrifood"


def test_hosts_are_listed_with_the_days_they_are_met_and_never_with_a_refusal() -> None:
    met = item("09:00", day=2)
    host = r.ItemHost(mission_id=MISSION, item_id=met.id, organisation_id=uid("organisation:AIC"))
    refused = r.Partner(mission_id=MISSION, organisation_id=uid("organisation:No"), state=PartnerState.DECLINED)
    the_plan = plan(met, host, refused, organisation("AIC", city="Amorebieta"), organisation("No"))
    assert [(one.name, one.lines) for one in hosts(Voice(the_plan, "en")).entries] == [
        ("AIC", ("Amorebieta · 6 May",))
    ]


def test_a_name_stands_in_its_own_order_with_its_own_script() -> None:
    the_plan = plan(delegate("Kenji Nakamura"), person("Kenji Nakamura", native_name="中村 健二", honorific="Dr"))
    entry = delegation(Voice(the_plan, "en")).entries[0]
    assert (entry.name, entry.native) == ("Dr Kenji Nakamura", "中村 健二")


def test_a_mission_without_a_title_is_called_by_its_code() -> None:
    assert frame(plan(title=Texts.of(""))).title.text == plan().mission.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Funded by the European Union. Views are those of the authors.", "Funded by the European Union."),
        ("Finanziato dall’UE. Le opinioni sono degli autori.", "Finanziato dall’UE."),
        ("Progetto del bando n. 12, Dott. Rossi. Altro.", "Progetto del bando n. 12, Dott. Rossi."),
        ("A line\nand another. Third.", "A line"),
        ("no end", "no end"),
    ],
)
def test_the_first_sentence_ends_where_a_reader_would_say(text: str, expected: str) -> None:
    assert first_sentence(text) == expected


def test_a_frame_in_two_languages_says_who_paid_in_both() -> None:
    both = Texts.of({"it": "Finanziato dall’UE. Altro.", "en": "Funded by the EU. More."})
    made = frame(plan(funding_statement=both, grant="9"), "it+en")
    assert made.paid[1] == "Finanziato dall’UE · Funded by the EU"
    assert frame(plan()).paid == () and frame(plan()).footer == ""


def test_footer_and_emblem_count_as_a_change_only_where_there_are_any() -> None:
    assert mission_texts(frame(plan(footer=Texts.of("F"))))[-1] == "F"
    assert len(mission_texts(frame(plan(emblem="e.png")))) == len(mission_texts(frame(plan()))) + 1
