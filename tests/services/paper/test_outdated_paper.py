"""Copies given out that no longer hold are one line of the checks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Severity
from missionplanner.domain.checks.options import OFF
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.services import check_options, checks, missions
from missionplanner.services.paper import documents, outdated_paper
from missionplanner.services.paper.documents import PrintRequest
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
NAMES = ("Anna", "Bo", "Cleo", "Dana", "Eva")


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    draft = missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="en")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("Delegation") as edit:
        for name in NAMES:
            person = edit.add(r.Person(given=name, family="Neri", languages=("en",)))
            edit.add(r.Delegate(mission_id=mission, person_id=person.id))
    agenda.add(ws, "V", agenda.ItemDraft(title="Visit", kind=ItemKind.SITE_VISIT, date=DAY, start=dt.time(9)))
    return ws


def found(ws: Workspace) -> tuple[Finding, ...]:
    return outdated_paper.found(missions.plan(ws, "V"))


def issue(ws: Workspace, folder: Path, *names: str) -> None:
    """Give out personal agendas, the programme where nobody is named."""
    plan = missions.plan(ws, "V")
    known = {one.given: str(one.id) for one in plan.people}
    kinds = [PrintRequest(kind="itinerary", person=known[name], issue=True) for name in names]
    for number, request in enumerate(kinds or [PrintRequest(kind="programme", issue=True)]):
        documents.print_to(ws, "V", request, folder / f"{'-'.join(names)}{number}.pdf")


def later(ws: Workspace) -> None:
    (item,) = missions.plan(ws, "V").items
    assert item.start is not None
    agenda.change(ws, replace(item, start=item.start.replace(minute=item.start.minute + 5)))


def test_nothing_was_given_out_or_all_of_it_still_holds(ws: Workspace, tmp_path: Path) -> None:
    assert found(ws) == ()
    issue(ws, tmp_path, "Anna")
    assert found(ws) == ()


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ((), "The programme given out has changed: a new copy is due."),
        (("Anna",), "Copies given out have changed: {people} needs a new one."),
        (("Anna", "Bo"), "Copies given out have changed: {people} need a new one."),
        (NAMES, "Copies given out have changed: {count} people need a new one, among them {people}."),
    ],
)
def test_who_needs_a_new_copy_is_one_thing_to_do(
    ws: Workspace, tmp_path: Path, names: tuple[str, ...], text: str
) -> None:
    issue(ws, tmp_path, *names)
    later(ws)
    (one,) = found(ws)
    assert (one.rule, one.severity, one.message.text, len(one.people)) == (
        "outdated_paper",
        Severity.TO_DO,
        text,
        len(names),
    )


def test_it_comes_back_when_more_has_changed(ws: Workspace, tmp_path: Path) -> None:
    issue(ws, tmp_path)
    issue(ws, tmp_path, "Anna")
    later(ws)
    (one,) = found(ws)
    assert "the programme, and" in one.message.text
    checks.accept(ws, "V", one, "told by phone")
    assert [each.accepted for each in found(ws)] == ["told by phone"]
    later(ws)
    assert [each.accepted for each in found(ws)] == [None]


def test_it_can_be_switched_off_as_every_rule(ws: Workspace, tmp_path: Path) -> None:
    issue(ws, tmp_path)
    later(ws)
    assert found(ws)
    check_options.change(ws, "V", {OFF + "outdated_paper": True})
    assert found(ws) == ()
