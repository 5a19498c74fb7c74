"""Who takes part, by one undo step: people, groups, and places nobody is named for yet."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.texts import Texts
from missionplanner.services import history, missions
from missionplanner.services.delegates import taking_part
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def mission(ws: Workspace) -> dict[str, UUID]:
    """Make a mission of two groups: two people in one, a person and a place without a name in the other."""
    made = missions.create(ws, MissionDraft(title="Visite", start=DAY, end=DAY, zone="Europe/Madrid", code="V"))
    ids = {"visit": agenda.add(ws, "V", ItemDraft(title="BAIC", date=DAY)).first_added}
    ids["lunch"] = agenda.add(ws, "V", ItemDraft(title="Lunch", date=DAY)).first_added
    owner: dict[str, Any] = {"mission_id": made.first_added}
    firm = r.Organisation(name="Agrifood")
    groups = [r.Group(**owner, name=Texts.of(name), position=n) for n, name in enumerate(("Red", "Green"))]
    people = [r.Person(given=name, family="Neri") for name in ("Anna", "Bruno", "Carla")]
    some = [r.Delegate(**owner, person_id=one.id, position=n) for n, one in enumerate(people)]
    some.append(r.Delegate(**owner, place_of_id=firm.id, position=3))
    inside = [
        r.DelegateGroup(**owner, delegate_id=one.id, group_id=groups[n // 2].id) for n, one in enumerate(some)
    ]
    with ws.edit(N_("Import")) as edit:
        edit.add_all([firm, *groups, *people, *some, *inside])
    names = ("anna", "bruno", "carla", "place")
    return {
        **ids,
        **dict(zip(names, (one.id for one in some), strict=True)),
        "red": groups[0].id,
        "green": groups[1].id,
    }


def there(ws: Workspace, item_id: UUID) -> set[str]:
    plan = missions.plan(ws, "V")
    item = plan.item(item_id)
    assert item is not None
    people = {plan.label(one) for one in plan.audience(item)}
    return people | ({"place"} if Attendees(plan).unnamed(item) else set())


def test_many_cells_are_one_step(ws: Workspace, mission: dict[str, UUID]) -> None:
    before = missions.plan(ws, "V")
    cells = [(mission[who], mission[item]) for who in ("anna", "bruno") for item in ("visit", "lunch")]
    told = taking_part.set_part(ws, "V", cells, False)
    assert told.label.arguments == (("count", 2),)
    assert there(ws, mission["visit"]) == there(ws, mission["lunch"]) == {"Carla Neri", "place"}
    history.undo(ws)
    after = missions.plan(ws, "V")
    assert (after.items, after.audience_people) == (before.items, before.audience_people)


def test_a_place_without_a_name_is_let_out_and_in(ws: Workspace, mission: dict[str, UUID]) -> None:
    taking_part.set_part(ws, "V", [(mission["place"], mission["visit"])], False)
    plan = missions.plan(ws, "V")
    assert there(ws, mission["visit"]) == {"Anna Neri", "Bruno Neri", "Carla Neri"}
    assert [plan.label(one.person_id) for one in plan.delegates][-1] == "Agrifood"
    assert there(ws, mission["lunch"]) == {"Anna Neri", "Bruno Neri", "Carla Neri", "Agrifood"}
    taking_part.set_part(ws, "V", [(mission["place"], mission["visit"])], True)
    assert missions.plan(ws, "V").audience_people == ()


def test_a_group_goes_with_its_places(ws: Workspace, mission: dict[str, UUID]) -> None:
    taking_part.set_part(ws, "V", [], False, groups=[(mission["green"], mission["visit"])])
    assert there(ws, mission["visit"]) == {"Anna Neri", "Bruno Neri"}
    assert [one.group_id for one in missions.plan(ws, "V").audience_groups] == [mission["red"]]
    with pytest.raises(Invalid):
        taking_part.set_part(ws, "V", [], False, groups=[(mission["red"], mission["visit"])])
    taking_part.set_part(ws, "V", [(mission["carla"], mission["visit"])], True)
    taking_part.set_part(ws, "V", [(mission["place"], mission["visit"])], True)
    assert len(missions.plan(ws, "V").audience_people) == 2
    told = taking_part.in_groups(ws, "V", [mission["visit"], mission["lunch"]])
    assert told.changeset is not None
    assert missions.plan(ws, "V").audience_people == ()
    assert there(ws, mission["visit"]) == there(ws, mission["lunch"])


def test_everyone_is_one_step_and_what_is_gone_is_refused(ws: Workspace, mission: dict[str, UUID]) -> None:
    taking_part.set_part(ws, "V", [(mission["anna"], mission["visit"])], False)
    taking_part.for_everyone(ws, "V", [mission["visit"]])
    assert missions.plan(ws, "V").audience_people == ()
    with pytest.raises(NotFound):
        taking_part.set_part(ws, "V", [(mission["visit"], mission["visit"])], False)
    with pytest.raises(NotFound):
        taking_part.set_part(ws, "V", [(mission["anna"], mission["anna"])], False)
