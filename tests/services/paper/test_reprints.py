"""What copies showed is kept once; who needs a new one, and why; documents that tell of changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest

from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.services import missions
from missionplanner.services.paper import documents, outdated_paper, papers, reprints
from missionplanner.services.paper.documents import PrintRequest
from missionplanner.services.paper.papers import State
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    draft = missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="en")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("Delegation") as edit:
        people = [edit.add(r.Person(given=name, family="Neri", languages=("en",))) for name in ("Anna", "Bo")]
        edit.add_all([r.Delegate(mission_id=mission, person_id=one.id) for one in people])
        hotel = edit.add(r.Place(name="Hotel Ercilla"))
        stay = edit.add(r.Stay(mission_id=mission, hotel_id=hotel.id, from_day=DAY, to_day=DAY))
        edit.add(r.StayGuest(mission_id=mission, stay_id=stay.id, person_id=people[0].id))
    for title, start in (("Visit", 9), ("Lunch", 13)):
        agenda.add(
            ws, "V", agenda.ItemDraft(title=title, kind=ItemKind.SITE_VISIT, date=DAY, start=dt.time(start))
        )
    return ws


def plan_of(ws: Workspace) -> MissionPlan:
    return missions.plan(ws, "V")


def give(ws: Workspace, **request: object) -> None:
    papers.to_hand(ws, plan_of(ws), PrintRequest(**request, issue=True))  # type: ignore[arg-type]


def change(ws: Workspace, title: str, **fields: object) -> None:
    item = next(one for one in plan_of(ws).items if one.title.best("en") == title)
    agenda.change(ws, replace(item, **fields))  # type: ignore[arg-type]


def contents(ws: Workspace) -> dict[str, str]:
    plan = plan_of(ws)
    with ws.reading() as connection:
        return reading.issued_contents(
            connection, plan.mission.id, {one.content_hash for one in plan.issued_blocks}
        )


def text(ws: Workspace, kind: str, **options: object) -> str:
    request = PrintRequest(kind=kind, **options)  # type: ignore[arg-type]
    data = papers.preview(ws, plan_of(ws), request).data
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    return " ".join(" ".join(pages).split())


def test_what_a_copy_showed_is_kept_once_and_no_change_of_the_mission(ws: Workspace) -> None:
    give(ws, kind="itinerary", person="Anna Neri")
    first, changed_at = contents(ws), plan_of(ws).changed_at
    assert {one.content_hash for one in plan_of(ws).issued_blocks} == first.keys()
    assert any('"title":"Lunch"' in one for one in first.values())
    give(ws, kind="itinerary", person="Anna Neri")
    assert contents(ws) == first
    assert plan_of(ws).changed_at == changed_at


def test_changes_tell_what_is_different_from_the_last_copy(ws: Workspace) -> None:
    give(ws, kind="itinerary", person="Anna Neri")
    change(ws, "Visit", start=dt.time(10))
    change(ws, "Lunch", status=ItemStatus.CANCELLED)
    shown = text(ws, "changes", person="Anna Neri")
    assert "Moved: 09:00 → 10:00" in shown and "Cancelled" in shown and "Since version 1" in shown
    assert "No copy was given out yet" in text(ws, "changes", person="Bo Neri")
    give(ws, kind="itinerary", person="Anna Neri")
    assert "Nothing has changed" in text(ws, "changes", person="Anna Neri")


def test_a_booklet_and_the_programme_are_copies_too(ws: Workspace) -> None:
    give(ws, kind="booklet", person="Anna Neri")
    give(ws, kind="programme")
    change(ws, "Visit", start=dt.time(10))
    assert "Moved" in text(ws, "changes", person="Anna Neri")
    assert "Moved" in text(ws, "programme_changes")


def test_who_needs_a_new_copy_and_why(ws: Workspace) -> None:
    give(ws, kind="rooming")
    for name in ("Anna Neri", "Bo Neri"):
        give(ws, kind="itinerary", person=name)
    change(ws, "Visit", start=dt.time(10))
    give(ws, kind="itinerary", person="Bo Neri")
    found = reprints.reprints(ws, plan_of(ws), "en")
    told = {(one.paper.request.kind, one.paper.person and one.paper.person.given): one.why for one in found}
    assert told == {
        ("itinerary", "Anna"): ("Monday 5 May · Visit: Moved: 09:00 → 10:00",),
        ("itinerary", "Bo"): (),
        ("rooming", None): (),
    }
    assert [one.needed for one in found] == [True, False, False]


def test_changes_given_out_never_grow_old(ws: Workspace) -> None:
    give(ws, kind="itinerary", person="Anna Neri")
    give(ws, kind="changes", person="Anna Neri")
    change(ws, "Visit", start=dt.time(10))
    states = {one.request.kind: one.state for one in papers.papers(plan_of(ws), given_out=True)}
    assert states == {"itinerary": State.CHANGED, "changes": State.UP_TO_DATE}


def test_a_copy_in_two_languages_is_watched_as_any_other(ws: Workspace) -> None:
    give(ws, kind="programme", language="it+en")
    (one,) = papers.papers(plan_of(ws), given_out=True)
    assert (one.language, one.state) == ("it+en", State.UP_TO_DATE)
    change(ws, "Visit", start=dt.time(10))
    assert [one.state for one in papers.papers(plan_of(ws), given_out=True)] == [State.CHANGED]


def test_lists_given_out_are_in_the_sentence(ws: Workspace) -> None:
    give(ws, kind="rooming")
    with ws.edit("Move") as edit:
        edit.save(replace(plan_of(ws).stays[0], room_no="12"))
    (finding,) = outdated_paper.found(plan_of(ws))
    assert finding.message.text.startswith("Lists and sheets given out have changed")
    give(ws, kind="programme")
    give(ws, kind="itinerary", person="Anna Neri")
    change(ws, "Visit", start=dt.time(10))
    (finding,) = outdated_paper.found(plan_of(ws))
    assert "2 other documents" in str(finding.message)


def test_two_languages_are_asked_for_by_a_plus(ws: Workspace) -> None:
    (order,) = documents.orders_of(plan_of(ws), PrintRequest(kind="programme", language="it + en"))
    assert order.languages == ("it", "en")


def test_what_changed_of_a_copy_is_told_as_a_message_for_its_holder(ws: Workspace) -> None:
    give(ws, kind="itinerary", person="Anna Neri")
    (held,) = reprints.reprints(ws, plan_of(ws), "it")
    assert reprints.message(ws, plan_of(ws), held) == ""
    change(ws, "Visit", start=dt.time(10))
    (held,) = reprints.reprints(ws, plan_of(ws), "it")
    head, mission, told = reprints.message(ws, plan_of(ws), held).splitlines()
    assert (head, mission) == ("CHANGED", "Visit")
    assert "Visit" in told and "10:00" in told and "Monday" in told
