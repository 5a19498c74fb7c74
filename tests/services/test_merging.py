"""What a file brings is recognised where it is there already, and nothing is brought twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from missionplanner.base import assets
from missionplanner.base.errors import Occupied
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import Rsvp
from missionplanner.services import exchange, history, missions
from missionplanner.services.exchange import ImportReport
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace
from tests.random_services import mission_file

State = Callable[[Path], str]
Import = Callable[..., ImportReport]


@pytest.fixture
def file() -> dict[str, Any]:
    """Give a small mission as a file."""
    return mission_file(Random(3))


@pytest.fixture
def take(ws: Workspace, tmp_path: Path) -> Import:
    """Give what imports the content of a file."""

    def taken(content: dict[str, Any], *, update: bool = False) -> ImportReport:
        path = tmp_path / "m.mission.json"
        path.write_text(json.dumps(content), "utf-8")
        return exchange.import_file(ws, path, update=update)

    return taken


def code(file: dict[str, Any]) -> str:
    return str(file["mission"]["code"])


def people(ws: Workspace) -> tuple[r.Person, ...]:
    with ws.edit("Look") as edit:
        return edit.all(r.Person)


COMPLETE = Path(__file__).parents[1] / "data" / "missions" / "complete.mission.json"
SAMPLES = [
    assets.path("samples") / f"{name}.mission.json" for name in ("basque-country-2025", "closer-netherlands-2025")
]


@pytest.mark.parametrize("path", [*SAMPLES, COMPLETE], ids=lambda path: str(path.name))
def test_a_file_taken_twice_changes_nothing(ws: Workspace, path: Path, state: State) -> None:
    exchange.import_file(ws, path)
    before = state(ws.path)
    again = exchange.import_file(ws, path, update=True)
    assert (again.receipt.changeset, again.added, again.changed, again.doubtful) == (None, (), (), ())
    assert state(ws.path) == before


def test_a_mission_that_is_there_is_refused_without_update(
    ws: Workspace, take: Import, file: dict[str, Any], state: State
) -> None:
    take(file)
    before = state(ws.path)
    with pytest.raises(Occupied):
        take(file)
    assert state(ws.path) == before


def test_an_update_changes_what_the_file_says_and_keeps_the_rest(
    ws: Workspace, take: Import, file: dict[str, Any]
) -> None:
    take(file)
    own = agenda.add(ws, code(file), agenda.ItemDraft(title="Ours")).first_added
    items = {one.ref(item.id): item.id for one in (missions.plan(ws, code(file)),) for item in one.items}
    file["agenda"][1]["title"] = "Other talk"
    file["legs"][0]["end"] = "11:15"
    del file["agenda"][1]["start"]
    told = take(file, update=True)
    plan = missions.plan(ws, code(file))
    assert sorted(one["list"] for one in told.changed) == ["agenda", "legs"]
    assert told.added == ()
    talk = plan.item(items["i2"])
    assert talk is not None
    assert talk.title.best("en") == "Other talk"
    assert str(talk.start) == "09:00:00"
    assert plan.item(own) is not None
    assert len(plan.items) == 3


def test_links_to_what_comes_later_in_the_file_lead_to_what_is_there(
    ws: Workspace, take: Import, file: dict[str, Any]
) -> None:
    take(file)
    file["delegates"][1]["arrival"] = "l1"
    file["legs"].append({"id": "l2", "mode": "train"})
    file["delegates"][0]["departure"] = "l2"
    take(file, update=True)
    plan = missions.plan(ws, code(file))
    legs = {plan.ref(one.id): one.id for one in plan.legs}
    assert [one.arrival_id for one in plan.delegates] == [legs["l1"], legs["l1"]]
    assert plan.delegates[0].departure_id == legs["l2"]


def test_entries_without_an_id_are_known_by_what_they_say_or_where_they_stand(
    ws: Workspace, take: Import, file: dict[str, Any]
) -> None:
    file["budget"] = [{"category": "travel", "planned": "1.00"}, {"category": "venue", "planned": "2.00"}]
    take(file)
    file["budget"] = [{"category": "travel", "planned": "5.00"}, {"category": "venue", "planned": "2.00"}]
    take(file, update=True)
    lines = missions.record(ws, code(file)).budget
    assert [str(one.planned) for one in lines] == ["5.00", "2.00"]
    file["budget"].insert(0, {"category": "meals", "planned": "9.00"})
    take(file, update=True)
    assert sorted(str(one.planned) for one in missions.record(ws, code(file)).budget) == ["2.00", "5.00", "9.00"]


def test_children_the_file_names_replace_ours_and_others_stay(
    ws: Workspace, take: Import, file: dict[str, Any]
) -> None:
    take(file)
    plan = missions.plan(ws, code(file))
    kept = plan.partner_contacts[0].id
    file["agenda"][1]["people"] = [{"person": "p1", "role": "speaker"}]
    del file["partners"][0]["contacts"]
    take(file, update=True)
    plan = missions.plan(ws, code(file))
    refs = {one.id: plan.ref(one.id) for one in plan.people}
    assert [refs[one.person_id] for one in plan.item_people] == ["p1"]
    assert [one.id for one in plan.partner_contacts] == [kept]


def test_an_audience_that_became_everyone_has_no_rest(ws: Workspace, take: Import, file: dict[str, Any]) -> None:
    take(file)
    del file["agenda"][1]["audience"]
    take(file, update=True)
    plan = missions.plan(ws, code(file))
    assert [one.audience_limited for one in plan.items] == [False, False]
    assert plan.audience_groups == ()


def test_the_same_people_are_not_doubled_and_not_overwritten(
    ws: Workspace, take: Import, file: dict[str, Any]
) -> None:
    take(file)
    before = people(ws)
    file["mission"]["code"] = "OTHER"
    file["people"][0] |= {"id": "x", "mobile": "+39 999", "job": "Director", "given": "ADA"}
    file = json.loads(json.dumps(file).replace('"p0"', '"x"'))
    told = take(file)
    after = {one.family: one for one in people(ws)}
    assert len(after) == len(before) == 3
    assert after["Rossi 0"].mobile == "+39 1"
    assert after["Rossi 0"].job is not None
    assert [one["list"] for one in told.changed] == ["people"]
    assert told.doubtful == ()


def test_who_is_merely_alike_is_added_and_told(ws: Workspace, take: Import, file: dict[str, Any]) -> None:
    take(file)
    file["mission"]["code"] = "OTHER"
    file["people"][1]["email"] = "another@example.org"
    told = take(file)
    assert len(people(ws)) == 4
    assert [one["list"] for one in told.doubtful] == ["people"]
    assert "Ada Rossi 1" in str(told.doubts[0])
    assert take(file, update=True).receipt.changeset is None


def test_an_import_is_one_step_of_undo(ws: Workspace, take: Import, file: dict[str, Any], state: State) -> None:
    empty = state(ws.path)
    take(file)
    history.undo(ws)
    assert state(ws.path) == empty


def test_a_travel_document_is_sealed_and_overlaid(ws: Workspace, take: Import, file: dict[str, Any]) -> None:
    take(file)
    file["delegates"][0]["document"] = {"issuer": "Comune"}
    take(file, update=True)
    (found,) = missions.dossier(ws, code(file), sensitive=True).confidential
    assert found.document_number is not None
    assert found.document_issuer is not None
    assert (found.document_number.reveal(), found.document_issuer.reveal()) == ("YA1234567", "Comune")


def test_an_export_taken_back_changes_nothing(
    ws: Workspace, take: Import, file: dict[str, Any], tmp_path: Path
) -> None:
    take(file)
    agenda.add(ws, code(file), agenda.ItemDraft(title="Born here"))
    path = tmp_path / "out.mission.json"
    exchange.write(path, exchange.export_json(ws, code(file), sensitive=True))
    again = exchange.import_file(ws, path, update=True)
    assert (again.added, again.changed, again.receipt.changeset) == ((), (), None)


def test_an_entry_whose_children_changed_is_told(ws: Workspace, take: Import, file: dict[str, Any]) -> None:
    take(file)
    file["agenda"][1]["people"] = [{"person": "p1", "role": "speaker"}]
    file["stays"][0]["guests"] = ["p2"]
    file["delegates"][0]["document"] = {"number": "YB7654321"}
    told = take(file, update=True).changed
    assert [(one["list"], one.get("id")) for one in told] == [
        ("agenda", "i2"),
        ("stays", None),
        ("delegates", "d1"),
    ]


def test_rows_that_nothing_tells_apart_keep_their_order(
    ws: Workspace, take: Import, file: dict[str, Any], state: State
) -> None:
    file["partners"] = [{"organisation": "o1", "role": "host"}, {"organisation": "o1", "role": "sponsor"}]
    file["mission"]["organisers"] = [
        {"organisation": "o1", "role": "promoter"},
        {"organisation": "o1", "role": "lead"},
    ]
    take(file)
    before = state(ws.path)
    assert take(file, update=True).receipt.changeset is None
    assert state(ws.path) == before


def test_two_entries_of_a_file_stay_two(ws: Workspace, take: Import, file: dict[str, Any]) -> None:
    take(file)
    file["mission"]["code"] = "OTHER"
    file["people"].append(file["people"][0] | {"id": "double"})
    file["delegates"] += [{"person": "p0"}, {"person": "double"}]
    take(file)
    plan = missions.plan(ws, "OTHER")
    assert sorted(plan.ref(one.id) for one in plan.people) == ["double", "p0", "p1", "p2"]
    assert len({one.person_id for one in plan.delegates}) == 4


def test_what_a_file_says_of_newer_lists_is_brought_up_to_date(ws: Workspace, take: Import) -> None:
    file = json.loads(COMPLETE.read_bytes())
    take(file)
    file["requirements"][0]["states"][0]["state"] = "done"
    file["access"][0]["state"] = "cleared"
    file["value_chains"][0]["priority"] = "Health"
    file["budget"][0]["quotes"][0]["chosen"] = False
    file["expenses"][0]["amount"] = "40.00"
    file["notes"][0]["promise"] = False
    report = take(file, update=True)
    changed = {one["list"] for one in report.changed}
    assert (
        changed == {"requirements", "access", "value_chains", "budget", "expenses", "notes"} and not report.added
    )
    assert json.loads(exchange.export_json(ws, code(file), sensitive=True))["expenses"] == file["expenses"]


def test_what_a_file_says_of_meetings_tables_and_what_followed_is_brought_up_to_date(
    ws: Workspace, take: Import
) -> None:
    file = json.loads(COMPLETE.read_bytes())
    take(file)
    before = missions.plan(ws, code(file))
    file["agenda"][1]["seating"][0] |= {"seats": 10, "people": [{"person": "p2", "number": 4}]}
    file["matchmaking"][0]["orders"] = [{"first": "b3", "second": "b1"}]
    file["survey"][0]["answers"][1]["value"] = "1"
    file["photos"][1]["credit"] = "Ada"
    report = take(file, update=True)
    assert not report.added
    assert {one["list"] for one in report.changed} == {"agenda", "matchmaking", "survey", "photos"}
    after, record = missions.plan(ws, code(file)), missions.record(ws, code(file))
    assert [one.id for one in after.seating_tables] == [one.id for one in before.seating_tables]
    assert [(one.seats, [seat.number for seat in after.table_seats(one)]) for one in after.seating_tables] == [
        (10, [4]),
        (None, []),
    ]
    (session,) = after.matchmaking
    assert [(one.first_id, one.second_id) for one in after.session_orders(session)] == [
        (one.second_id, one.first_id) for one in before.meeting_orders
    ]
    assert sorted(one.value or "" for one in record.answers_to(record.survey_questions[0])) == ["1", "4"]
    assert [one.credit for one in record.photos] == ["Zoë", "Ada"]


def test_a_file_of_an_older_version_takes_nothing_away(ws: Workspace, take: Import, state: State) -> None:
    file = json.loads(COMPLETE.read_bytes())
    take(file)
    before = state(ws.path)
    older = json.loads(json.dumps(file))
    older["matchmaking"][0]["tables"] = ["1", "2"]
    older["agenda"][1]["people"] = [{"person": "p9", "role": "guest"}, {"person": "p1"}]
    del older["matchmaking"][0]["requests"][0]["note"]
    report = take(older, update=True)
    assert (report.receipt.changeset, report.added, report.changed) == (None, (), ())
    assert state(ws.path) == before
    older["agenda"][1]["people"].reverse()
    older["matchmaking"][0]["tables"].reverse()
    take(older, update=True)
    plan = missions.plan(ws, code(file))
    assert [(one.name, one.capacity) for one in plan.tables] == [("2", 4), ("1", None)]
    assert [one.rsvp for one in plan.item_people] == [None, Rsvp.ACCEPTED]


def test_a_value_chain_is_known_by_its_code_and_cluster(ws: Workspace, take: Import, file: dict[str, Any]) -> None:
    take(file)
    other = json.loads(json.dumps(file))
    other["mission"]["code"] = "OTHER"
    other["value_chains"] = [{"code": "robots", "cluster": "o1"}, {"code": "cars", "cluster": "o1"}]
    assert [one["code"] for one in take(other).added if one["list"] == "value_chains"] == ["cars"]
