"""The documents of a mission: which there are, what is still true of copies given out, and their previews."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from missionplanner.base.errors import Cancelled, Invalid
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, LegMode
from missionplanner.services import missions
from missionplanner.services.paper import documents, papers
from missionplanner.services.paper.papers import Paper, State
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a mission with Anna and Bo, each in a group of their own, a visit for all and one for Anna's group."""
    draft = missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="en")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("Delegation") as edit:
        for position, (given, language) in enumerate((("Anna", "it"), ("Bo", "en"))):
            group = edit.add(r.Group(mission_id=mission, name=Texts.of(f"Group {given}"), position=position))
            person = edit.add(r.Person(given=given, family="Neri", languages=(language,)))
            delegate = edit.add(r.Delegate(mission_id=mission, person_id=person.id, position=position))
            edit.add(r.DelegateGroup(mission_id=mission, delegate_id=delegate.id, group_id=group.id))
        leg = edit.add(r.Leg(mission_id=mission, mode=LegMode.FLIGHT, number="AZ1", date=DAY, start=dt.time(7)))
        title = Texts.of("Flight")
        edit.add(r.AgendaItem(mission_id=mission, kind=ItemKind.FLIGHT, title=title, date=DAY, leg_id=leg.id))
    first = plan_of(ws).groups[0].id
    add(ws, "For all", "09:00")
    add(ws, "For Anna", "11:00", groups=(first,))
    return ws


def add(ws: Workspace, title: str, start: str, **fields: object) -> None:
    draft = agenda.ItemDraft(
        title=title, kind=ItemKind.SITE_VISIT, date=DAY, start=dt.time.fromisoformat(start), language="en"
    )
    agenda.add(ws, "V", replace(draft, **fields))  # type: ignore[arg-type]


def plan_of(ws: Workspace) -> MissionPlan:
    return missions.plan(ws, "V")


def listed(ws: Workspace) -> dict[str, Paper]:
    """Return the documents by what tells them apart: name of the person or group, variant, or language."""
    found = {}
    for one in papers.papers(plan_of(ws)):
        if one.request.kind not in ("programme", "itinerary"):
            continue
        group = one.group.name.best("en", ()) if one.group and one.group.name else None
        name = one.person.given if one.person else group
        found[str(name or one.request.variant or one.language)] = one
    return found


def states(ws: Workspace) -> dict[str, State]:
    return {name: one.state for name, one in listed(ws).items()}


def retime(ws: Workspace, title: str, start: str) -> None:
    plan = plan_of(ws)
    item = next(one for one in plan.items if one.title.best("en", ()) == title)
    agenda.change(ws, replace(item, start=dt.time.fromisoformat(start)))


def test_programmes_come_first_then_an_agenda_for_each_in_their_language(ws: Workspace) -> None:
    found = listed(ws)
    assert list(found) == ["en", "Group Anna", "Group Bo", "leader", "Anna", "Bo"]
    assert (found["Anna"].language, found["Bo"].language) == ("it", "en")
    assert set(states(ws).values()) == {State.NEVER}
    assert len({one.key for one in found.values()}) == len(found)


def test_a_mission_without_delegates_has_programmes_only(ws: Workspace) -> None:
    draft = missions.MissionDraft(title="Empty", start=DAY, end=DAY, zone="Europe/Rome", code="E", language="pl")
    missions.create(ws, draft)
    found = papers.papers(missions.plan(ws, "E"))
    programmes = [one for one in found if one.request.kind == "programme"]
    assert not [one for one in found if one.person is not None]
    assert [(one.request.kind, one.language, one.request.variant) for one in programmes] == [
        ("programme", "it", None),
        ("programme", "it", "leader"),
    ]


def test_a_copy_given_out_is_up_to_date_until_what_it_shows_changes(ws: Workspace) -> None:
    for name in ("Anna", "Bo", "en"):
        papers.to_hand(ws, plan_of(ws), replace(listed(ws)[name].request, issue=True))
    given = {"Anna", "Bo", "en"}
    assert {name for name, state in states(ws).items() if state is State.UP_TO_DATE} == given
    retime(ws, "For Anna", "12:00")
    after = states(ws)
    assert (after["Anna"], after["Bo"], after["en"]) == (State.CHANGED, State.UP_TO_DATE, State.CHANGED)
    assert after["leader"] is State.NEVER
    retime(ws, "For Anna", "11:00")
    assert states(ws)["Anna"] is State.UP_TO_DATE


def test_only_the_last_copy_counts_and_says_its_version_and_time(ws: Workspace) -> None:
    before = dt.datetime.now(dt.UTC)
    for start in ("11:10", "11:20"):
        retime(ws, "For Anna", start)
        papers.to_hand(ws, plan_of(ws), replace(listed(ws)["Anna"].request, issue=True))
    anna = listed(ws)["Anna"]
    assert (anna.state, anna.version) == (State.UP_TO_DATE, 2)
    assert anna.issued_at is not None
    assert anna.issued_at >= before


@pytest.mark.parametrize("options", [{}, {"draft": True}, {"paper": "letter", "cover": "illustrated"}])
@pytest.mark.parametrize("name", ["en", "Group Anna", "leader", "Anna"])
def test_the_preview_is_the_very_file(ws: Workspace, tmp_path: Path, name: str, options: dict[str, str]) -> None:
    request = replace(listed(ws)[name].request, **options)  # type: ignore[arg-type]
    shown = papers.preview(ws, plan_of(ws), request)
    documents.print_to(ws, "V", request, tmp_path / "file.pdf")
    assert (tmp_path / "file.pdf").read_bytes() == shown.data
    assert shown.pages == len(pypdfium2.PdfDocument(shown.data))


@pytest.mark.parametrize(("name", "there"), [("en", 3), ("Group Bo", 2), ("Anna", 3), ("Bo", 2)])
def test_spots_lie_where_the_page_shows_their_item(ws: Workspace, name: str, there: int) -> None:
    plan = plan_of(ws)
    shown = papers.preview(ws, plan, listed(ws)[name].request)
    titles = {str(key): one.title.best("en", ()) for one in plan.items for key in (one.id, one.leg_id)}
    assert len(shown.spots) == there
    document = pypdfium2.PdfDocument(shown.data)
    for spot in shown.spots:
        page = document[spot.page]
        height = page.get_height()
        words = page.get_textpage().get_text_bounded(
            spot.left, height - spot.bottom, spot.right, height - spot.top
        )
        assert [title for title in set(titles.values()) if title in words] == [titles[spot.key]]


def test_printing_to_hand_over_keeps_nothing_unless_asked(ws: Workspace) -> None:
    request = listed(ws)["Anna"].request
    assert papers.to_hand(ws, plan_of(ws), request) == papers.preview(ws, plan_of(ws), request).data
    assert plan_of(ws).issued == ()
    issued = papers.to_hand(ws, plan_of(ws), replace(request, issue=True))
    (kept,) = plan_of(ws).issued
    assert (kept.version, kept.kind) == (1, "itinerary")
    assert issued == papers.preview(ws, plan_of(ws), request).data


def cancelled() -> Progress:
    made = Progress()
    made.cancel()
    return made


def test_what_is_cancelled_or_refused_keeps_nothing(ws: Workspace) -> None:
    plan, request = plan_of(ws), replace(listed(ws)["Anna"].request, issue=True)
    steps: list[Callable[[], object]] = [
        lambda: papers.papers(plan, cancelled()),
        lambda: papers.preview(ws, plan, request, cancelled()),
        lambda: papers.to_hand(ws, plan, request, cancelled()),
    ]
    for step in steps:
        with pytest.raises(Cancelled):
            step()
    with pytest.raises(Invalid):
        papers.preview(ws, plan, replace(request, paper="a0"))
    assert plan_of(ws).issued == ()
