from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base import assets
from missionplanner.base.errors import Invalid, NotFound, Occupied
from missionplanner.domain import records as r
from missionplanner.domain.missions.mission_copy import Carry
from missionplanner.domain.plan import PARTS, MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateStatus, ItemStatus, PartnerState
from missionplanner.services import backup, exchange, history, missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
NEW = MissionDraft(title="Visita a Bilbao", start=DAY, end=DAY, zone="Europe/Madrid")
ALL = Carry(agenda=True, people=True, partners=True, logistics=True, budget=True)


@pytest.fixture
def sample(ws: Workspace) -> MissionPlan:
    exchange.import_file(ws, assets.path("samples") / "basque-country-2025.mission.json")
    return missions.plan(ws, "ER-EUS-2025")


def test_a_new_mission_gets_a_code_of_its_own(ws: Workspace) -> None:
    for _ in range(3):
        missions.create(ws, NEW)
    assert [one.code for one in missions.listing(ws)] == ["VISABIL-2025", "VISABIL-2025-2", "VISABIL-2025-3"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " \u202e"}, "title"),
        ({"end": DAY - dt.timedelta(days=1)}, "end"),
        ({"end": DAY + dt.timedelta(days=401)}, "end"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(ws: Workspace, change: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as told:
        missions.create(ws, replace(NEW, **change))  # type: ignore[arg-type]
    assert told.value.field == field
    assert missions.listing(ws) == ()


def test_a_zone_that_is_none_is_refused(ws: Workspace) -> None:
    with pytest.raises(Invalid):
        missions.create(ws, replace(NEW, zone="Europe/Nowhere"))


def test_a_code_is_given_once(ws: Workspace) -> None:
    missions.create(ws, replace(NEW, code="A"))
    missions.create(ws, replace(NEW, code="B"))
    with pytest.raises(Occupied):
        missions.create(ws, replace(NEW, code=" A "))
    with pytest.raises(Occupied):
        missions.change(ws, replace(missions.find(ws, "B"), code="A"))
    with pytest.raises(Invalid, match="code"):
        missions.change(ws, replace(missions.find(ws, "B"), code=" "))


def test_a_mission_that_is_none_is_missed_with_those_there_are(ws: Workspace) -> None:
    with pytest.raises(NotFound, match="the workspace is empty"):
        missions.plan(ws, "X")
    missions.create(ws, replace(NEW, code="A"))
    with pytest.raises(NotFound, match="There are: A"):
        missions.dossier(ws, "X")


def test_new_dates_move_and_lose_nothing(ws: Workspace, sample: MissionPlan) -> None:
    day = dt.date(2026, 1, 1)
    missions.change(ws, replace(sample.mission, start=day, end=day))
    after = missions.plan(ws, sample.mission.code)
    assert after.items == sample.items
    assert after.mission.start == day


def test_a_shifted_mission_keeps_every_distance(ws: Workspace, sample: MissionPlan) -> None:
    missions.shift(ws, sample.mission.code, 7)
    after = missions.plan(ws, sample.mission.code)
    week = dt.timedelta(days=7)
    dates = {one.id: one.date for one in sample.items if one.date and not one.locked}
    assert {one.id: one.date for one in after.items if one.id in dates} == {
        key: day + week for key, day in dates.items()
    }
    assert after.mission.start == sample.mission.start + week
    history.undo(ws)
    assert missions.plan(ws, sample.mission.code).items == sample.items


def test_a_copy_with_everything_has_everything_under_new_ids(ws: Workspace, sample: MissionPlan) -> None:
    start = sample.mission.start + dt.timedelta(days=364)
    missions.copy(ws, sample.mission.code, "COPY", start, ALL)
    new, record = missions.plan(ws, "COPY"), missions.record(ws, "COPY")
    for part in ("items", "item_hosts", "item_people", "delegates", "legs", "stays", "passengers", "partners"):
        assert len(getattr(new, part)) == len(getattr(sample, part)), part
    old_ids = {
        one.id for name, kind in PARTS.items() if issubclass(kind, r.MissionPart) for one in getattr(sample, name)
    }
    assert not old_ids & {one.id for name in PARTS for one in getattr(new, name)}
    assert {one.organisation_id for one in new.partners} == {one.organisation_id for one in sample.partners}
    moved = [one.date - start for one in new.items if one.date]
    assert moved == [one.date - sample.mission.start for one in sample.items if one.date]
    assert len(record.budget) == len(missions.record(ws, sample.mission.code).budget)


def test_a_copy_promises_nothing_and_takes_nothing_sensitive(ws: Workspace, sample: MissionPlan) -> None:
    missions.copy(ws, sample.mission.code, "COPY", sample.mission.start, ALL)
    dossier = missions.dossier(ws, "COPY", sensitive=True)
    assert ItemStatus.CONFIRMED not in {one.status for one in dossier.plan.items}
    assert DelegateStatus.CONFIRMED not in {one.status for one in dossier.plan.delegates}
    assert {one.state for one in dossier.plan.partners} == {PartnerState.TO_CONTACT}
    assert dossier.confidential == ()
    for one in dossier.plan.delegates:
        assert (one.diet, one.nationality, one.document_expires, one.visa) == (None, None, None, None)
    for leg in dossier.plan.legs:
        assert leg.booking is None
    assert {(one.committed, one.paid) for one in dossier.record.budget} == {(None, None)}
    assert {one.result for one in dossier.plan.objectives} == {None}


def test_a_copy_without_people_names_nobody_and_is_for_everyone(ws: Workspace, sample: MissionPlan) -> None:
    missions.copy(ws, sample.mission.code, "COPY", sample.mission.start, Carry(partners=False))
    new = missions.plan(ws, "COPY")
    assert (new.delegates, new.people, new.item_people, new.audience_people) == ((), (), (), ())
    grouped = {one.item_id for one in new.audience_groups}
    assert {one.id for one in new.items if one.audience_limited} == grouped
    assert all(one.leg_id is None for one in new.items)


def test_a_copy_onto_a_day_that_swallows_a_time_is_refused(ws: Workspace) -> None:
    missions.create(ws, replace(NEW, code="A"))
    agenda.add(ws, "A", ItemDraft(title="Night", date=DAY, start=dt.time(2, 30)))
    with pytest.raises(Invalid, match="go forward"):
        missions.copy(ws, "A", "B", dt.date(2025, 3, 30), Carry())
    with pytest.raises(Invalid, match="too far away"):
        agenda.add(ws, "A", ItemDraft(title="Later", date=DAY + dt.timedelta(days=3)))
        missions.copy(ws, "A", "B", dt.date.max, Carry())
    assert [one.code for one in missions.listing(ws)] == ["A"]


def test_a_copy_needs_a_free_code(ws: Workspace) -> None:
    missions.create(ws, replace(NEW, code="A"))
    for code, kind in (("", Invalid), (" A ", Occupied)):
        with pytest.raises(kind):
            missions.copy(ws, "A", code, DAY, Carry())


def test_deleting_keeps_what_missions_share(ws: Workspace, sample: MissionPlan, tmp_path: Path) -> None:
    missions.delete(ws, sample.mission.code)
    with ws.edit("Look") as edit:
        assert len(edit.all(r.Person)) == len(sample.people)
        for kind in (r.FileRef, r.AgendaItem, r.Confidential):
            assert not edit.all(kind)
    with pytest.raises(NotFound):
        missions.delete(ws, sample.mission.code)


def test_a_mission_moved_by_minutes_is_previewed_exactly(ws: Workspace, sample: MissionPlan) -> None:
    previewed, left = missions.shift_preview(sample, 1, minutes=30)
    assert missions.plan(ws, sample.mission.code) == sample
    missions.shift(ws, sample.mission.code, 1, minutes=30)
    moved = missions.plan(ws, sample.mission.code)
    times = {item.id: (item.date, item.start, item.end) for item in moved.items}
    assert times == {item.id: (item.date, item.start, item.end) for item in previewed.items}
    assert moved.mission.start == sample.mission.start + dt.timedelta(days=1)
    assert all(moved.item(one) == sample.item(one) for one in left)


def test_a_backup_is_made_before_a_mission_is_deleted(ws: Workspace, sample: MissionPlan) -> None:
    missions.delete(ws, sample.mission.code)
    assert len(backup.latest(ws.path)) == 1


def test_the_place_of_a_new_mission_is_its_first_destination(ws: Workspace) -> None:
    missions.create(ws, replace(NEW, city=" Bilbao ", country="ES", code="A"))
    found = missions.plan(ws, "A").destinations
    assert [(one.city, one.country) for one in found] == [("Bilbao", "ES")]
    history.undo(ws)
    assert missions.listing(ws) == ()


def test_destinations_are_replaced_with_the_mission_in_one_step(ws: Workspace, sample: MissionPlan) -> None:
    first, second, third = sample.destinations
    wanted = [third, replace(first, city="Getxo"), r.Destination(mission_id=sample.mission.id, city=" ")]
    missions.change(ws, sample.mission, wanted)
    assert [one.city for one in missions.plan(ws, "ER-EUS-2025").destinations] == [third.city, "Getxo"]
    history.undo(ws)
    assert missions.plan(ws, "ER-EUS-2025").destinations == sample.destinations
    assert second.id in {one.id for one in missions.plan(ws, "ER-EUS-2025").destinations}


def test_a_copy_may_have_a_title_of_its_own(ws: Workspace, sample: MissionPlan) -> None:
    missions.copy(ws, "ER-EUS-2025", "NEXT", DAY, ALL, title=Texts.of({"it": "Seconda edizione"}))
    assert missions.find(ws, "NEXT").title.best("it") == "Seconda edizione"
    assert missions.find(ws, "ER-EUS-2025").title == sample.mission.title


COMPLETE = Path(__file__).parents[1] / "data" / "missions" / "complete.mission.json"


@pytest.fixture
def complete(ws: Workspace) -> MissionPlan:
    """Give a mission that uses every field there is."""
    return missions.plan(ws, exchange.import_file(ws, COMPLETE).mission)


def test_a_copy_leaves_behind_what_was_promised_sent_or_spent(ws: Workspace, complete: MissionPlan) -> None:
    missions.copy(ws, complete.mission.code, "COPY", complete.mission.start + dt.timedelta(days=7), ALL)
    new, record = missions.plan(ws, "COPY"), missions.record(ws, "COPY")
    assert not (new.access_entries or new.requirement_states or new.item_options)
    assert not (record.quotes or record.expenses or record.contact_notes)
    assert [one.due for one in new.requirements] == [dt.date(2025, 4, 27), None]
    assert new.requirements[0].item_id in {one.id for one in new.items}
    assert [(one.journey_id, one.vehicle_id) for one in new.legs][0] == (new.journeys[0].id, new.vehicles[0].id)
    assert {(one.plate, one.driver, one.driver_phone) for one in new.vehicles} == {(None, None, None)}
    assert {one.ticket for one in new.passengers} == {one.price for one in new.stays} == {None}
    for one in new.delegates:
        assert (one.fee, one.consent_photo, one.insurance, one.joins, one.replaced_by_id) == (None,) * 5
    assert new.delegates[0].share_with_id == new.delegates[2].id
    assert {one.line_id for one in record.payer_shares} == {record.budget[0].id}


def test_a_copy_takes_the_preparation_of_a_visit_and_nothing_of_how_it_went(
    ws: Workspace, complete: MissionPlan
) -> None:
    missions.copy(ws, complete.mission.code, "COPY", complete.mission.start, ALL)
    new, record = missions.plan(ws, "COPY"), missions.record(ws, "COPY")
    item, old = (next(one for one in plan.items if one.plan_b) for plan in (new, complete))
    assert (item.background, item.questions, item.payer_id) == (old.background, old.questions, old.payer_id)
    assert (item.booking, item.actual_start, item.actual_end) == (None, None, None)
    assert {(one.rsvp, one.companions) for one in new.item_people} == {(None, None)}
    assert (new.mission.emblem, new.mission.cover) == (complete.mission.emblem, complete.mission.cover)
    assert (new.mission.insurance, new.mission.evidence_until) == (None, None)
    tables = new.item_tables(item)
    assert [len(new.table_seats(one)) for one in tables] == [2, 0]
    assert {one.id for one in tables}.isdisjoint(one.id for one in complete.seating_tables)
    assert not (record.photos or record.survey_questions or record.field_notes or record.contacts_made)
    missions.copy(ws, complete.mission.code, "LAYOUT", complete.mission.start, Carry(agenda=True))
    layout = missions.plan(ws, "LAYOUT")
    assert (len(layout.seating_tables), layout.seats) == (2, ())


def test_a_place_not_yet_named_is_a_place_of_its_own_in_a_copy(ws: Workspace, complete: MissionPlan) -> None:
    missions.copy(ws, complete.mission.code, "COPY", complete.mission.start, ALL)
    new = missions.plan(ws, "COPY")
    (old, own) = (next(one.person_id for one in plan.delegates if one.place_of_id) for plan in (complete, new))
    assert own is not None and own != old and new.people_of(new.items[0])
    assert old not in {one.person_id for one in new.guests} and own in {one.person_id for one in new.guests}
    assert (new.label(own), new.is_named(new.delegates[2])) == ("Cluster Mech", False)


def test_a_shift_moves_the_days_to_come_and_no_others(ws: Workspace, complete: MissionPlan) -> None:
    code, week = complete.mission.code, dt.timedelta(days=7)
    past = missions.record(ws, code)
    missions.shift(ws, code, 7)
    after = missions.plan(ws, code)
    for part, names in (
        ("delegates", ("joins", "leaves")),
        ("requirements", ("due",)),
        ("item_options", ("date",)),
    ):
        for old, new in zip(getattr(complete, part), getattr(after, part), strict=True):
            for name in names:
                day = getattr(old, name)
                assert getattr(new, name) == (day and day + week), (part, name)
    assert (after.requirement_states, after.access_entries) == (
        complete.requirement_states,
        complete.access_entries,
    )
    assert missions.record(ws, code) == past
    history.undo(ws)
    assert missions.plan(ws, code) == replace(complete, changed_at=missions.plan(ws, code).changed_at)
