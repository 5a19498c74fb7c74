"""Paper and funding of a mission: all of it is one step, and undo takes all of it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.costs.funding import FUNDED_BY_THE_EU
from missionplanner.domain.records import Organiser
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import CoverStyle, OrganiserRole
from missionplanner.exchange import photos
from missionplanner.services import history, media, missions
from missionplanner.services.paper import branding, documents
from missionplanner.services.paper.branding import OrganiserDraft
from missionplanner.services.workspace import Workspace
from tests import factories as f

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2z"/></svg>'
MISSION, ACME, CITY = f.mission(), f.organisation("Acme"), f.organisation("City")
FIRST = Organiser(mission_id=MISSION.id, organisation_id=ACME.id, role=OrganiserRole.LEAD, position=1)
KEPT = OrganiserDraft(organisation=ACME.id, role=OrganiserRole.LEAD, id=FIRST.id)


@pytest.fixture
def known(ws: Workspace) -> Workspace:
    with ws.edit("Add") as edit:
        edit.add_all([ACME, CITY, MISSION, FIRST])
    return ws


def now(ws: Workspace) -> list[tuple[str, OrganiserRole | None]]:
    plan = missions.plan(ws, MISSION.code)
    found = ((plan.organisation(one.organisation_id), one.role) for one in plan.organisers)
    return [(one.name or "", role) for one, role in found if one is not None]


def test_everything_is_one_step_that_undo_takes_back(known: Workspace, state: Callable[[Path], str]) -> None:
    before, mission = state(known.path), missions.find(known, MISSION.code)
    drawing = photos.clean(SVG)
    changed = replace(
        mission,
        accent="1f7a5c",
        cover=CoverStyle.ILLUSTRATED,
        grant=" 101 ",
        funding_statement=Texts.of(FUNDED_BY_THE_EU),
        footer=Texts.of({"it": "Piè"}),
        insurance="Policy 7, +39 02 1",
    )
    drafts = [
        OrganiserDraft(organisation="New one", role=OrganiserRole.HOST, logo=drawing),
        replace(KEPT, logo=drawing),
        OrganiserDraft(organisation=CITY.id),
    ]
    branding.change(known, changed, drafts, drawing)
    plan = missions.plan(known, MISSION.code)
    assert (plan.mission.accent, plan.mission.grant) == ("#1F7A5C", "101")
    assert now(known) == [("New one", OrganiserRole.HOST), ("Acme", OrganiserRole.LEAD), ("City", None)]
    logos = [one.logo for one in plan.organisations if one.name != "City"]
    assert {*logos} == {plan.mission.emblem} and media.read(known, plan.mission.emblem or "") == drawing.data
    history.undo(known)
    assert state(known.path) == before


def test_saving_what_is_there_changes_nothing(known: Workspace) -> None:
    assert branding.change(known, missions.find(known, MISSION.code), [KEPT]).changeset is None


def test_emblem_and_organiser_are_taken_away(known: Workspace) -> None:
    drawing = photos.clean(SVG)
    branding.change(known, missions.find(known, MISSION.code), [replace(KEPT, logo=drawing)], drawing)
    branding.change(known, missions.find(known, MISSION.code), [replace(KEPT, logo=None)])
    plan = missions.plan(known, MISSION.code)
    assert plan.mission.emblem and plan.organisations[0].logo is None
    branding.change(known, missions.find(known, MISSION.code), [], None)
    assert missions.find(known, MISSION.code).emblem is None and now(known) == []


@pytest.mark.parametrize(
    ("accent", "drafts", "field"),
    [("green", [KEPT], "accent"), (None, [KEPT, OrganiserDraft(organisation=ACME.id)], "organisers")],
)
def test_what_cannot_be_is_refused_at_its_field(
    known: Workspace, accent: str | None, drafts: list[OrganiserDraft], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        branding.change(known, replace(missions.find(known, MISSION.code), accent=accent, grant="9"), drafts)
    assert refused.value.field == field and missions.find(known, MISSION.code).grant is None


def test_the_cover_of_a_mission_is_that_of_its_programme_unless_another_is_asked_for() -> None:
    plan = f.plan(f.item("09:00"), cover=CoverStyle.ILLUSTRATED)
    asked = documents.PrintRequest(kind="programme", language="it")
    assert documents.orders_of(plan, asked)[0].cover == "illustrated"
    assert documents.orders_of(plan, replace(asked, cover="institutional"))[0].cover == "institutional"
    assert documents.orders_of(f.plan(f.item("09:00")), asked)[0].cover == "institutional"
