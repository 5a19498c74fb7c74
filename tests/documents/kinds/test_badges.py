"""Badges: who gets one, what a role looks like, and blank ones to fill in."""

from __future__ import annotations

from typing import Any

import pypdfium2

from missionplanner.documents.content.labels import Labels, Look, Named
from missionplanner.documents.parts.badge import TINTS
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, ItemRole
from tests.factories import MISSION, delegate, item, organisation, person, plan, uid
from tests.sheets import content_of, printed


def mission() -> MissionPlan:
    visit = item("09:00", title="Visit")
    parts = [
        r.ItemPerson(mission_id=MISSION, item_id=visit.id, person_id=uid(f"person:{name}"), role=role)
        for name, role in (
            ("Gorka Urrutia", ItemRole.HOST_CONTACT),
            ("Ane Etxe", ItemRole.SPEAKER),
            ("Anna Neri", ItemRole.SPEAKER),
            ("Eva Mez", ItemRole.ATTENDEE),
        )
    ]
    return plan(
        organisation("ART-ER"),
        person("Anna Neri", organisation_id=uid("organisation:ART-ER"), honorific="Dott.ssa", native_name="安娜"),
        delegate("Anna Neri", role=DelegateRole.MISSION_MANAGER),
        delegate("Bo Li", position=2),
        delegate("Cy Ode", status=DelegateStatus.WITHDRAWN),
        r.Delegate(id=uid("place"), mission_id=MISSION, place_of_id=uid("organisation:ART-ER"), position=3),
        *(person(name) for name in ("Gorka Urrutia", "Ane Etxe", "Eva Mez")),
        visit,
        *parts,
    )


def badges(*choices: tuple[str, str], **options: Any) -> tuple[Named, ...]:
    content = content_of(mission(), "badges", choices=choices, **options)
    assert isinstance(content, Labels)
    return content.labels


def test_every_traveller_has_one_and_places_not_yet_named_have_one_to_fill_in() -> None:
    manager, delegate_, place = badges()
    assert manager[1:6] == ("Anna Neri", "安娜", "ART-ER", "Mission manager", Look.STAFF)
    assert manager.honorific == "Dott.ssa"
    assert (delegate_.name, delegate_.role, delegate_.look) == ("Bo Li", "Delegate", Look.DELEGATE)
    assert (place.name, place.organisation) == ("", "ART-ER")


def test_those_with_a_part_are_added_once_where_they_are_wanted() -> None:
    added = badges(("who", "all"))[3:]
    assert [(one.name, one.role, one.look) for one in added] == [
        ("Gorka Urrutia", "Host contact", Look.HOST),
        ("Ane Etxe", "Speaker", Look.SPEAKER),
    ]


def test_only_those_who_are_wanted_have_one() -> None:
    assert [one.name for one in badges(people=(uid("person:Bo Li"),))] == ["Bo Li"]


def test_blank_ones_come_last() -> None:
    assert [one.name for one in badges(("blank", "5"))[3:]] == [""] * 5


def test_roles_are_told_apart_without_colours() -> None:
    told = [tint.icon for look, tint in TINTS.items() if look is not Look.DELEGATE]
    assert set(TINTS) == set(Look)
    assert all(told) and len(set(told)) == len(told)


def test_a_badge_says_name_organisation_role_and_mission() -> None:
    made = printed(mission(), "badges", people=(uid("person:Anna Neri"),))
    shown = pypdfium2.PdfDocument(made.data)[0].get_textpage().get_text_bounded().splitlines()
    assert [line.strip() for line in shown[:7]] == [
        "Dott.ssa",
        "Anna Neri",
        "安娜",
        "ART-ER",
        "Mission manager",
        "Mission to Bilbao",
        "5–7 May 2025",
    ]
    assert [key for key, _ in made.blocks] == ["mission", str(uid("delegate:Anna Neri"))]
