"""Fields of several items, and what is made while it is assigned: one undo step each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemRole, ItemStatus
from missionplanner.services import history, missions, samples
from missionplanner.services.programme import agenda, agenda_fields
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.workspace import Workspace, create, open_workspace

DAY = dt.date(2025, 5, 5)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with create(tmp_path / "missions.mplanner") as made:
        draft = missions.MissionDraft(title="Bilbao", start=DAY, end=DAY, zone="Europe/Madrid", code="BIO")
        missions.create(made, draft)
        for title, hour in (("Visit", 9), ("Lunch", 12), ("Meeting", 15)):
            agenda.add(made, "BIO", agenda.ItemDraft(title=title, date=DAY, start=dt.time(hour), language="en"))
        yield made


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_workspace(samples.open_sample(tmp_path_factory.mktemp("sample") / "s.mplanner")) as made:
        yield made


def plan(ws: Workspace, code: str = "BIO") -> MissionPlan:
    return missions.plan(ws, code)


def ids(ws: Workspace, *places: int) -> list[UUID]:
    return [plan(ws).items[place].id for place in places]


def test_several_items_take_a_value_as_one_step(ws: Workspace) -> None:
    receipt = agenda_fields.change_many(ws, "BIO", ids(ws, 0, 2), {"status": ItemStatus.CONFIRMED})
    assert [one.status for one in plan(ws).items] == [
        ItemStatus.CONFIRMED,
        ItemStatus.TENTATIVE,
        ItemStatus.CONFIRMED,
    ]
    assert str(receipt.label) == "Change 2 items"
    history.undo(ws)
    assert {one.status for one in plan(ws).items} == {ItemStatus.TENTATIVE}


def test_all_or_nothing(ws: Workspace) -> None:
    with pytest.raises(Invalid) as refused:
        agenda_fields.change_many(ws, "BIO", ids(ws, 0, 1), {"title": Said("en", "")})
    assert refused.value.field == "title"
    assert [one.title.best("en") for one in plan(ws).items] == ["Visit", "Lunch", "Meeting"]


def test_a_text_is_written_in_one_language(ws: Workspace) -> None:
    agenda_fields.change_many(ws, "BIO", ids(ws, 0), {"title": Said("it", "Visita")})
    assert plan(ws).items[0].title == Texts((("en", "Visit"), ("it", "Visita")))


def test_an_undetermined_title_of_a_mission_of_one_language_stays_one_text(ws: Workspace) -> None:
    item = plan(ws).items[0]
    agenda_fields.change_many(ws, "BIO", [item.id], {"title": Texts.of("Visit")})
    agenda_fields.change_many(ws, "BIO", [item.id], {"title": Said("en", "Tour")})
    assert plan(ws).items[0].title == Texts.of("Tour")


def test_taking_a_start_away_numbers_the_day_anew(ws: Workspace) -> None:
    agenda_fields.change_many(ws, "BIO", ids(ws, 1), {"start": dt.time(18)})
    assert [one.title.best("en") for one in plan(ws).items] == ["Visit", "Meeting", "Lunch"]


def test_a_place_is_made_and_assigned_in_one_step(ws: Workspace) -> None:
    agenda_fields.set_new_place(ws, "BIO", ids(ws, 0, 1), "  BAIC ")
    (place,) = plan(ws).places
    assert place.name == "BAIC"
    assert [one.place_id for one in plan(ws).items] == [place.id, place.id, None]
    history.undo(ws)
    assert plan(ws).places == ()
    with pytest.raises(Invalid):
        agenda_fields.set_new_place(ws, "BIO", ids(ws, 0), " ")


def test_words_take_the_place_of_a_place(ws: Workspace) -> None:
    agenda_fields.set_new_place(ws, "BIO", ids(ws, 0), "BAIC")
    agenda_fields.set_place(ws, "BIO", ids(ws, 0), None, "in the foyer")
    assert (plan(ws).items[0].place_id, plan(ws).items[0].place_text) == (None, "in the foyer")


def test_hosts_keep_their_order_and_their_records(ws: Workspace) -> None:
    agenda_fields.set_hosts(ws, ids(ws, 0), ["BAIC", "SPRI"])
    first, second = plan(ws).hosts(plan(ws).items[0])
    kept = {one.organisation_id: one.id for one in plan(ws).item_hosts}
    agenda_fields.set_hosts(ws, ids(ws, 0), [second.id, first.id, second.id])
    assert [one.name for one in plan(ws).hosts(plan(ws).items[0])] == ["SPRI", "BAIC"]
    assert {one.organisation_id: one.id for one in plan(ws).item_hosts} == kept


def test_a_person_has_two_roles_but_not_one_twice(ws: Workspace) -> None:
    item = ids(ws, 0)[0]
    agenda_fields.set_people(ws, item, [("Jon Etxeberria", ItemRole.SPEAKER)])
    person = plan(ws).item_people[0].person_id
    both = [(person, ItemRole.SPEAKER), (person, ItemRole.GUIDE), (person, ItemRole.SPEAKER)]
    agenda_fields.set_people(ws, item, both)
    assert [one.role for one in plan(ws).item_people] == [ItemRole.SPEAKER, ItemRole.GUIDE]


def free(ws: Workspace) -> tuple[MissionPlan, r.AgendaItem]:
    found = plan(ws, "ER-EUS-2025")
    return found, next(one for one in found.items if not one.audience_limited)


def test_who_takes_part_is_told_in_few_words(sample: Workspace) -> None:
    before, item = free(sample)
    out = next(iter(before.everyone))
    agenda_fields.set_takers(sample, before, item.id, before.everyone - {out})
    after = plan(sample, "ER-EUS-2025")
    named = after.of("audience_people", "item_id", item.id)
    assert [(one.person_id, one.excepted) for one in named] == [(out, True)]
    agenda_fields.set_takers(sample, after, item.id, before.everyone)
    whole = plan(sample, "ER-EUS-2025")
    assert whole.of("audience_people", "item_id", item.id) == ()
    history.undo(sample)
    history.undo(sample)


def test_a_group_keeps_its_name_where_one_of_it_stays_away(sample: Workspace) -> None:
    before, item = free(sample)
    group = before.groups[0]
    agenda_fields.set_groups(sample, before.mission.code, [item.id], [group.id])
    grouped = plan(sample, before.mission.code)
    members = grouped.audience(next(one for one in grouped.items if one.id == item.id))
    guest = next(iter(before.everyone - members))
    agenda_fields.set_takers(sample, grouped, item.id, (members - {next(iter(members))}) | {guest})
    after = plan(sample, before.mission.code)
    there = next(one for one in after.items if one.id == item.id)
    assert [one.id for one in after.item_groups(there)] == [group.id]
    assert len(after.of("audience_people", "item_id", item.id)) == 2
    assert guest in after.audience(there)
    with pytest.raises(Invalid):
        agenda_fields.set_takers(sample, after, item.id, ())
