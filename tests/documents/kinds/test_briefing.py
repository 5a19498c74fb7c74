"""Briefings: what is known of a visit on one sheet, and that nothing else is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from missionplanner.base.progress import Progress
from missionplanner.documents.archive import Archive, Earlier
from missionplanner.documents.content.sheets import Fields, Paragraphs, Points, Sheets
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order
from missionplanner.documents.press import print_batch
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.redaction import Audience, redacted
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemRole
from tests.factories import MISSION, delegate, group, item, organisation, person, place, plan, uid

VISIT = uid("item:Works")


def mission(**fields: object) -> MissionPlan:
    hall = place("Hall 3", address="Boroa 4", city="Amorebieta", entrance="Gate 2", id_required=True)
    known: dict[str, object] = {
        "kind": "site_visit",
        "groups": ["A"],
        "place_id": hall.id,
        "background": Texts.of("Makes gears.\nSince 1950."),
        "questions": Texts.of("- Who buys?\n- What next?"),
        "team_notes": "CANARY",
    }
    made = plan(
        delegate("Anna Neri", groups=["A"], diet="CANARY"),
        group("A", leader_id=uid("person:Anna Neri")),
        person("Gorka Urrutia", mobile="+34 600", bio=Texts.of("Runs the works."), notes="CANARY"),
        organisation("AIC", profile=Texts.of("A centre."), notes="CANARY"),
        item("09:00", "11:00", "Works", **{**known, **fields}),  # type: ignore[arg-type]
        hall,
        r.ItemHost(mission_id=MISSION, item_id=VISIT, organisation_id=uid("organisation:AIC")),
        r.ItemPerson(
            mission_id=MISSION, item_id=VISIT, person_id=uid("person:Gorka Urrutia"), role=ItemRole.HOST_CONTACT
        ),
    )
    return replace(made, changed_at=dt.datetime(2025, 4, 28, tzinfo=dt.UTC))


def order() -> Order:
    return Order(kind="briefing", languages=("en",), version=1, issued=False, subject_id=VISIT)


def content(the_plan: MissionPlan, archive: Archive = Desk.archive) -> Sheets:
    kind = kind_of("briefing")
    assert kind is not None
    shown = maker(kind).content(Desk.of(redacted(the_plan, kind.audience), "en", {}, {}, archive), order())
    assert isinstance(shown, Sheets)
    return shown


def told(shown: Sheets) -> dict[str, str]:
    found = {}
    for part in shown.chapters[0].parts:
        if isinstance(part, Fields):
            found.update({one.label: one.text for one in part.details})
        elif isinstance(part, Points):
            found[part.title] = " | ".join(one.text for one in part.points)
        elif isinstance(part, Paragraphs):
            found[part.title] = " | ".join(one.text for one in part.paragraphs)
    return {label: text for label, text in found.items() if text}


def test_a_sheet_tells_what_is_known_of_a_visit() -> None:
    promise = Earlier(dt.date(2024, 3, 1), "Note", "Sends samples.", "Mission 2024", promise=True)
    met = Earlier(dt.date(2024, 5, 1), "Meeting", "Liked it.", "Mission 2024")
    archive = Archive(earlier={"en": {uid("organisation:AIC"): (met, promise)}})
    assert told(content(mission(), archive)) == {
        "Address": "Hall 3, Boroa 4, Amorebieta",
        "Entrance": "Gate 2",
        "Meeting point": "to be confirmed",
        "Host contact": "Gorka Urrutia · +34 600",
        "Access rules": "Bring an identity document.",
        "Who goes": "Group A, led by Anna Neri · mobile to be confirmed\n1 person",
        "AIC": "A centre.",
        "Background": "Makes gears. | Since 1950.",
        "Questions to ask": "Who buys? | What next?",
        "Earlier meetings and promises": (
            "1 March 2024 · Mission 2024 · Promise: Sends samples. | "
            "1 May 2024 · Mission 2024 · Meeting: Liked it."
        ),
    }


def test_what_is_missing_is_to_be_confirmed_or_left_out() -> None:
    bare = replace(mission(place_id=None, background=None, questions=None), item_hosts=(), item_people=())
    shown = told(content(bare))
    assert {shown[name] for name in ("Entrance", "Meeting point", "Host contact")} == {"to be confirmed"}
    assert "Background" not in shown and "Earlier meetings and promises" not in shown


def test_nothing_of_the_team_is_on_it_and_delegates_see_no_background() -> None:
    assert "CANARY" not in str(content(mission()))
    assert redacted(mission(), Audience.DELEGATE).items[0].background is None


def test_notes_fill_the_sheet_and_never_need_another() -> None:
    result = next(print_batch(mission(), [order()], {}, Progress()))
    long = mission(background=Texts.of("Makes gears. " * 90))
    assert (result.pages, next(print_batch(long, [order()], {}, Progress())).pages) == (1, 1)


def test_the_past_is_no_change() -> None:
    archive = Archive(earlier={"en": {uid("organisation:AIC"): (Earlier(None, "Note", "x"),)}})
    prints = [next(print_batch(mission(), [order()], {}, Progress(), archive=one)) for one in (Archive(), archive)]
    assert prints[0].content_hash == prints[1].content_hash
    assert prints[0].data != prints[1].data


def test_a_mission_without_visits_says_so() -> None:
    kind = kind_of("briefing")
    assert kind is not None
    desk = Desk.of(plan(delegate("Anna Neri")), "en", {}, {}, Archive())
    shown = maker(kind).content(desk, replace(order(), subject_id=None))
    assert (shown.chapters, shown.nothing) == ((), "No visit is planned yet.")
