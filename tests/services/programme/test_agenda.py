from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain import records as r
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode
from missionplanner.services import history, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Edit, Workspace

DAY = dt.date(2025, 5, 5)
NEXT = DAY + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def mission(ws: Workspace) -> None:
    missions.create(ws, MissionDraft(title="Visita", start=DAY, end=NEXT, zone="Europe/Madrid", code="V"))


def add(ws: Workspace, title: str, start: int | None = None, day: dt.date | None = DAY) -> UUID:
    times = {"start": dt.time(start), "end": dt.time(start + 1)} if start is not None else {}
    return agenda.add(ws, "V", ItemDraft(title=title, date=day, **times)).first_added  # type: ignore[arg-type]


def item(ws: Workspace, identity: UUID) -> r.AgendaItem:
    found = missions.plan(ws, "V").item(identity)
    assert found is not None
    return found


def titles(ws: Workspace, day: dt.date | None = DAY) -> list[str]:
    return [one.title.best("it") for one in missions.plan(ws, "V").items_on(day)]


def test_items_stand_in_the_order_of_their_times(ws: Workspace) -> None:
    for hour in (15, 9, 11):
        add(ws, f"{hour}", hour)
    assert titles(ws) == ["9", "11", "15"]
    assert [one.position for one in missions.plan(ws, "V").items] == [1, 2, 3]


def test_a_title_is_needed_and_cleaned(ws: Workspace) -> None:
    with pytest.raises(Invalid) as told:
        add(ws, " \x00 ")
    assert told.value.field == "title"
    assert item(ws, add(ws, "a\x00\u202eb")).title.best("it") == "ab"


def test_what_a_form_gives_is_cleaned(ws: Workspace) -> None:
    one = item(ws, add(ws, "Talk"))
    agenda.change(ws, replace(one, team_notes="a\x00b\u202e", dress_code=" ", text=Texts.of({"it": "\ud800"})))
    after = item(ws, one.id)
    assert (after.team_notes, after.dress_code, after.text) == ("ab", None, None)
    with pytest.raises(Invalid) as told:
        agenda.change(ws, replace(after, title=Texts.of("x" * 501)))
    assert told.value.field == "title"
    with pytest.raises(Invalid) as told:
        agenda.change(ws, replace(after, title=Texts.of(" ")))
    assert told.value.field == "title"


def test_a_time_that_the_clocks_skip_is_refused(ws: Workspace) -> None:
    with pytest.raises(Invalid) as told:
        add(ws, "Night", 2, dt.date(2025, 3, 30))
    assert told.value.field == "start"


def test_an_audience_is_set_and_taken_back_to_everyone(ws: Workspace) -> None:
    one = add(ws, "Talk")
    with ws.edit("Group") as edit:
        group = edit.add(r.Group(mission_id=item(ws, one).mission_id))
        ada = edit.add(r.Person(given="Ada"))
    agenda.set_audience(ws, one, (group.id,), (), (ada.id,))
    plan = missions.plan(ws, "V")
    assert item(ws, one).audience_limited
    assert [(each.person_id, each.excepted) for each in plan.audience_people] == [(ada.id, True)]
    agenda.set_audience(ws, one, None)
    plan = missions.plan(ws, "V")
    assert (plan.audience_groups, plan.audience_people, plan.items[0].audience_limited) == ((), (), False)


def test_moving_to_another_day_and_to_the_shelf(ws: Workspace) -> None:
    one = add(ws, "Talk", 9)
    agenda.move(ws, one, NEXT, dt.time(15))
    assert (item(ws, one).date, item(ws, one).start, item(ws, one).end) == (NEXT, dt.time(15), dt.time(16))
    agenda.move(ws, one, None)
    assert item(ws, one).date is None


def test_placing_many_is_one_step_with_the_title_of_one(ws: Workspace) -> None:
    ids = [add(ws, f"{hour}", hour) for hour in (9, 11)]
    told = agenda.place(ws, "V", [Placing(one, NEXT, dt.time(8)) for one in ids])
    assert str(told.label) == "Move 2 items"
    assert titles(ws, NEXT) == ["9", "11"]
    history.undo(ws)
    assert titles(ws) == ["9", "11"]
    assert str(agenda.place(ws, "V", [Placing(ids[0], NEXT, None)]).label) == "Move “9”"


def test_a_duplicate_is_an_item_of_its_own(ws: Workspace) -> None:
    one = add(ws, "Talk", 9)
    told = agenda.duplicate(ws, "V", [Placing(one, DAY, dt.time(14))])
    copy = item(ws, told.first_added)
    assert (copy.id != one, copy.start, copy.end) == (True, dt.time(14), dt.time(15))
    assert titles(ws) == ["Talk", "Talk"]


def test_resizing_and_its_least(ws: Workspace) -> None:
    one = add(ws, "Talk", 9)
    agenda.resize(ws, one, None, dt.time(12))
    assert item(ws, one).end == dt.time(12)
    with pytest.raises(Invalid):
        agenda.resize(ws, one, dt.time(11, 58), None)


def test_shifting_some_and_what_a_preview_tells(ws: Workspace) -> None:
    ids = [add(ws, f"{hour}", hour) for hour in (9, 11, 13)]
    preview = agenda.shift_preview(missions.plan(ws, "V"), ids[:2], minutes=30)
    assert [one.id for one in preview.saved] == ids[:2]
    assert item(ws, ids[0]).start == dt.time(9)
    agenda.shift(ws, "V", ids[:2], minutes=30)
    assert [item(ws, one).start for one in ids] == [dt.time(9, 30), dt.time(11, 30), dt.time(13)]


def test_a_locked_item_stays(ws: Workspace) -> None:
    one = add(ws, "Fixed", 9)
    agenda.change(ws, replace(item(ws, one), locked=True))
    assert agenda.shift(ws, "V", [one], days=1).changeset is None
    with pytest.raises(Invalid):
        agenda.move(ws, one, NEXT)


def test_a_copied_day_is_tentative(ws: Workspace) -> None:
    one = add(ws, "Talk", 9)
    agenda.change(ws, replace(item(ws, one), status=ItemStatus.CONFIRMED))
    agenda.copy_day(ws, "V", DAY, NEXT)
    (copy,) = missions.plan(ws, "V").items_on(NEXT)
    assert (copy.status, copy.start, copy.title) == (ItemStatus.TENTATIVE, dt.time(9), item(ws, one).title)


def test_deleting_closes_the_gap_and_takes_what_hangs_on_it(ws: Workspace) -> None:
    ids = [add(ws, name) for name in "abc"]
    with ws.edit("Host") as edit:
        host = edit.add(r.Organisation(name="Host"))
        edit.add(r.ItemHost(mission_id=item(ws, ids[0]).mission_id, item_id=ids[0], organisation_id=host.id))
    agenda.delete(ws, "V", ids[:1])
    assert [one.position for one in missions.plan(ws, "V").items] == [1, 2]
    assert missions.plan(ws, "V").item_hosts == ()
    with pytest.raises(NotFound):
        agenda.delete(ws, "V", ids[:1])


def test_one_gone_among_many_deletes_none(ws: Workspace) -> None:
    ids = [add(ws, name) for name in "ab"]
    with pytest.raises(NotFound):
        agenda.delete(ws, "V", [*ids, UUID(int=1)])
    assert titles(ws) == ["a", "b"]


def test_a_day_is_copied_with_or_without_its_vehicles_and_tables(ws: Workspace) -> None:
    bus = item(ws, add(ws, "Bus", 8))
    with ws.edit("B2B") as edit:
        leg = edit.add(
            r.Leg(mission_id=bus.mission_id, mode=LegMode.COACH, date=DAY, start=dt.time(8), booking="X")
        )
        edit.save(replace(edit.get(r.AgendaItem, bus.id), kind=ItemKind.TRANSFER, leg_id=leg.id))
        b2b = edit.add(r.Matchmaking(mission_id=bus.mission_id, item_id=add_b2b(edit, bus)))
        nine, ten, owner = dt.time(9), dt.time(10), b2b.id
        edit.add(
            r.Slot(mission_id=bus.mission_id, matchmaking_id=owner, date=DAY, start=nine, end=ten, position=0)
        )
        edit.add(r.Table(mission_id=bus.mission_id, matchmaking_id=b2b.id, name="T1"))
    agenda.copy_day(ws, "V", DAY, NEXT)
    plan = missions.plan(ws, "V")
    assert [(one.date, one.booking) for one in plan.legs] == [(DAY, "X"), (NEXT, None)]
    assert ([one.date for one in plan.slots], len(plan.tables)) == ([DAY, NEXT], 2)
    history.undo(ws)
    agenda.copy_day(ws, "V", DAY, NEXT, with_tables=False, with_transfers=False)
    plan = missions.plan(ws, "V")
    assert (len(plan.legs), len(plan.slots), titles(ws, NEXT)) == (1, 1, ["B2B"])


def add_b2b(edit: Edit, like: r.AgendaItem) -> UUID:
    title = Texts.of("B2B")
    one = r.AgendaItem(mission_id=like.mission_id, kind=ItemKind.B2B, title=title, date=DAY, position=2)
    return edit.add(one).id
