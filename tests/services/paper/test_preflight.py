"""The look at paper once it is laid out: what no font draws and what does not fit, with where it is mended."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.base.i18n import translator
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.preflight.concern import Where
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.services import missions
from missionplanner.services.paper import preflight
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


@pytest.mark.parametrize(("items", "told"), [(12, []), (60, ["overfull"])])
@pytest.mark.parametrize("kind", ["programme", "runsheet"])
def test_a_day_that_does_not_fit_its_page_is_told(ws: Workspace, kind: str, items: int, told: list[str]) -> None:
    missions.create(ws, missions.MissionDraft(title="V", start=DAY, end=DAY, zone="Europe/Rome", code="V"))
    mission = missions.find(ws, "V").id
    with ws.edit("Agenda") as edit:
        for number in range(items):
            start = dt.time(8 + number // 6, number % 6 * 10)
            title = Texts.of(f"Stop {number}")
            edit.add(r.AgendaItem(mission_id=mission, kind=ItemKind.OTHER, date=DAY, start=start, title=title))
    order = Order(kind=kind, languages=("en",), version=1, issued=False)
    found = preflight.proof(ws, missions.plan(ws, "V"), [order])
    assert [one.rule for one in found] == told
    assert all("5 May" in preflight.sentence(missions.plan(ws, "V"), one, translator("en")) for one in found)
