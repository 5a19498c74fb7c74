"""The look at paper once it is laid out: what no font draws and what does not fit, with where it is mended."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.preflight.concern import Where
from missionplanner.services import missions, preflight
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
ORDER = Order(kind="badges", languages=("en",), version=1, issued=False)
PLAIN = ("Bo", "Li")
LONG = ("Massimiliano Ferdinando", "Hohenlohe-Schillingsfürst-Waldenburg")
ENDLESS = ("Anna " * 60, "Neri")
UNDRAWN = ("Bo\ue000", "Li")


@pytest.mark.parametrize(
    ("name", "told"),
    [(PLAIN, []), (LONG, ["small_letters"]), (ENDLESS, ["cut_short"]), (UNDRAWN, ["no_glyph"])],
)
def test_a_name_that_does_not_fit_its_badge_is_told(ws: Workspace, name: tuple[str, str], told: list[str]) -> None:
    missions.create(ws, missions.MissionDraft(title="V", start=DAY, end=DAY, zone="Europe/Rome", code="V"))
    mission = missions.find(ws, "V").id
    with ws.edit("Delegation") as edit:
        person = edit.add(r.Person(given=name[0], family=name[1]))
        edit.add(r.Delegate(mission_id=mission, person_id=person.id))
    found = preflight.proof(ws, missions.plan(ws, "V"), [ORDER])
    assert [one.rule for one in found] == told
    assert all((one.where, one.records) == (Where.PEOPLE, (person.id,)) for one in found)
