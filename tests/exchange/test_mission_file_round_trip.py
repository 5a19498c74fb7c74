"""What is read from a mission file is written again as it was, and nothing is added."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.exchange.mission_file import normalised, read, shapes, write
from missionplanner.exchange.mission_file.columns import columns

ROOT = Path(__file__).resolve().parents[2]
MISSIONS = [*(ROOT / "tests/data/missions").glob("*.json"), *(ROOT / "resources/samples").glob("*.mission.json")]
COMPLETE = json.loads((ROOT / "tests/data/missions/complete.mission.json").read_bytes())
NEEDED = {
    "format",
    "version",
    "mission",
    "code",
    "start",
    "end",
    "zone",
    "id",
    "kind",
    "title",
    "date",
    "organisation",
}
NEEDED |= {
    "delegate",
    "place",
    "person",
    "item",
    "from",
    "to",
    "a",
    "b",
    "slot",
    "table",
    "unavailable",
    "slots",
    "tables",
    "leg",
    "hosts",
    "first",
    "second",
}
FREE_TEXTS = {"theme", "text", "summary", "profile", "bio", "address", "dress_code", "name", "notes", "team_notes"}

Builder = Callable[..., bytes]


def again(data: bytes) -> bytes:
    return write(read(data), sensitive=True)


@pytest.mark.parametrize("path", MISSIONS, ids=lambda path: path.stem)
def test_a_mission_comes_back_as_it_was(path: Path) -> None:
    data = path.read_bytes()
    written = again(data)
    assert normalised(written) == normalised(data)
    assert again(written) == written


def test_keys_are_written_in_the_order_of_the_format(complete_bytes: bytes) -> None:
    written = json.loads(again(complete_bytes))
    assert list(written) == list(COMPLETE)
    for name in LISTS:
        assert list(written[name][0]) == list(COMPLETE[name][0])
    assert list(written["agenda"][1]) == list(COMPLETE["agenda"][1])
    assert list(written["mission"]) == list(COMPLETE["mission"])


def test_a_file_is_indented_by_one_space_and_keeps_its_letters(complete_bytes: bytes) -> None:
    text = again(complete_bytes).decode()
    assert text.startswith('{\n "format": "missionplanner/mission",\n "version": 3,\n')
    assert text.endswith("}\n") and not text.endswith("\n\n")
    assert "健太郎" in text


def test_false_and_nought_are_not_unknown(complete_bytes: bytes) -> None:
    written = json.loads(again(complete_bytes))
    assert written["mission"]["sample"] is False
    assert written["mission"]["objectives"][0]["result"] == 0
    assert written["places"][1]["capacity"] == 0
    assert written["outcomes"][1]["held"] is False
    assert written["matchmaking"][0]["meetings"][0]["slot"] == 0


def test_records_without_an_id_stay_without(complete_bytes: bytes) -> None:
    written = json.loads(again(complete_bytes))
    assert "id" not in written["delegates"][1]
    assert "id" not in written["mission"]["objectives"][1]
    assert "id" not in written["matchmaking"][0]["meetings"][1]


def test_an_audience_always_has_its_three_lists(small: Builder) -> None:
    item = {"id": "i", "kind": "meal", "title": "M", "date": None}
    data = small(
        agenda=[item | {"audience": {}}, item | {"id": "j", "audience": {"groups": None}}, item | {"id": "k"}]
    )
    nobody: dict[str, list[str]] = {"groups": [], "people": [], "except": []}
    assert [one.get("audience") for one in json.loads(again(data))["agenda"]] == [nobody, nobody, None]
    assert [one.audience_limited for one in read(data).plan.items] == [True, True, False]


def test_money_is_kept_as_typed(small: Builder) -> None:
    rows = [{"planned": text} for text in ("12000.00", "0", "-0.00", "1.5000", "999999999999999.9999")]
    data = small(budget=rows)
    assert [line.planned for line in read(data).record.budget][:2] == [Decimal("12000.00"), Decimal(0)]
    assert json.loads(again(data))["budget"] == rows


def test_texts_are_cleaned_everywhere(small: Builder) -> None:
    text = b'{"it": "  Caffe\\u0300\\u0000 \\u202eit\\ud800  ", "en": null}'
    data = small({"title": "TITLE", "value_chains": [" a\u200b\u0007 "]}).replace(b'"TITLE"', text)
    plan = read(data).plan
    assert plan.mission.title == Texts((("it", "Caffè it"),))
    assert plan.mission.value_chains == ("a\u200b",)
    assert normalised(again(data)) == normalised(data)


def test_a_text_of_no_language_is_a_string(small: Builder) -> None:
    data = small({"title": {"und": "T"}, "theme": {"und": "T", "it": "I"}})
    written = json.loads(again(data))["mission"]
    assert written["title"] == "T" and written["theme"] == {"und": "T", "it": "I"}
    assert normalised(again(data)) == normalised(data)


def test_the_agenda_is_by_day_and_position(small: Builder) -> None:
    days = [
        ("a", None, 1),
        ("b", "2025-05-06", 2),
        ("c", "2025-05-06", 1),
        ("d", "2025-05-05", 9),
        ("e", "2025-05-06", 2),
    ]
    items = [{"id": i, "kind": "meal", "title": i, "date": day, "position": n} for i, day, n in days]
    assert [one["id"] for one in json.loads(again(small(agenda=items)))["agenda"]] == ["d", "c", "b", "e", "a"]


def test_a_position_the_file_did_not_give_is_not_written_until_the_item_moves(small: Builder) -> None:
    items = [{"id": i, "kind": "meal", "title": i, "date": "2025-05-06"} for i in "zyx"]
    dossier = read(small(agenda=items))
    assert [(dossier.plan.ref(one.id), one.position) for one in dossier.plan.items] == [
        ("z", 1),
        ("y", 2),
        ("x", 3),
    ]
    assert json.loads(write(dossier, sensitive=False))["agenda"] == items
    moved = replace(dossier.plan.items[2], position=0)
    written = json.loads(write(replace(dossier, plan=dossier.plan.with_(moved)), sensitive=False))["agenda"]
    assert written == [items[2] | {"position": 0}, items[0], items[1]]


def test_what_was_born_here_is_written_with_its_uuid_after_the_rest(complete_bytes: bytes) -> None:
    dossier = read(complete_bytes)
    mission = dossier.plan.mission.id
    person, delegate = r.Person(given="New"), r.Delegate(mission_id=mission, position=0)
    plan = replace(
        dossier.plan,
        people=(person, *dossier.plan.people),
        delegates=(replace(delegate, person_id=person.id), *dossier.plan.delegates),
    )
    written = json.loads(write(replace(dossier, plan=plan), sensitive=False))
    assert written["people"][-1] == {"id": str(person.id), "given": "New"}
    assert written["delegates"][-1] == {"id": str(delegate.id), "person": str(person.id)}
    assert read(json.dumps(written).encode()).plan.ref(person.id) == str(person.id)


def test_an_objective_without_an_id_gets_one_when_an_item_serves_it(complete_bytes: bytes) -> None:
    dossier = read(complete_bytes)
    objective, item = dossier.plan.objectives[1], dossier.plan.items[2]
    link = r.ItemObjective(mission_id=item.mission_id, item_id=item.id, objective_id=objective.id)
    plan = replace(dossier.plan, item_objectives=(*dossier.plan.item_objectives, link))
    written = write(replace(dossier, plan=plan), sensitive=False)
    assert json.loads(written)["mission"]["objectives"][1]["id"] == str(objective.id)
    assert len(read(written).plan.item_objectives) == 3


def test_a_row_of_a_leg_never_contradicts_it_in_a_file(complete_bytes: bytes) -> None:
    dossier = read(complete_bytes)
    leg = replace(dossier.plan.legs[0], start=dt.time(7, 5), date=dt.date(2025, 5, 6))
    plan = replace(dossier.plan, legs=(leg, *dossier.plan.legs[1:]))
    written = write(replace(dossier, plan=plan), sensitive=True)
    row = next(one for one in json.loads(written)["agenda"] if one["id"] == "i1")
    assert row["date"] == "2025-05-06" and "start" not in row and row["end"] == "10:55"
    assert read(written).plan.items


def test_what_is_sensitive_stays_out_unless_asked_for(complete_bytes: bytes) -> None:
    dossier = read(complete_bytes)
    written = write(dossier, sensitive=False)
    for secret in (
        b"vegan",
        b"AA1234567",
        b"NUNEZ",
        b"+39 000",
        b"Via Nota",
        b"2030-01-31",
        b"1970-02-28",
        b'"birthplace"',
        b"access_needs",
        b"home_address",
    ):
        assert secret not in written
    assert b"vegan" not in repr(dossier).encode() and b"AA1234567" not in repr(dossier).encode()
    assert json.loads(write(dossier, sensitive=True))["delegates"] == COMPLETE["delegates"]


def test_two_readings_share_no_identity(complete_bytes: bytes) -> None:
    one, other = read(complete_bytes).plan, read(complete_bytes).plan
    assert one.mission.id != other.mission.id
    assert not {person.id for person in one.people} & {person.id for person in other.people}
    assert one.ref(one.people[2].id) == "p9" and other.ref(other.items[0].id) == "i1"


def test_every_named_row_keeps_its_place_in_the_file(complete_bytes: bytes) -> None:
    refs = read(complete_bytes).plan.refs
    delegates = [(one.ref, one.position) for one in refs if one.list == "delegates"]
    assert delegates == [("d1", 0), (None, 1), ("d3", 2), (None, 3)]
    assert {one.list for one in refs} >= {"objectives", "meetings", "attendance", "partners", "agenda"}


def test_every_key_has_a_field_and_every_field_a_key() -> None:
    pairs: list[tuple[type[shapes.Shape], type[r.Record]]] = [
        (shapes.Mission, r.Mission), (shapes.Funding, r.Mission), (shapes.OnCall, r.Mission),
        (shapes.Destination, r.Destination), (shapes.Organiser, r.Organiser), (shapes.Objective, r.Objective),
        (shapes.Initiative, r.Initiative), (shapes.Member, r.InitiativeMember),
        (shapes.Organisation, r.Organisation), (shapes.Person, r.Person), (shapes.Place, r.Place),
        (shapes.Group, r.Group), (shapes.Delegate, r.Delegate), (shapes.Delegate, r.Confidential),
        (shapes.Document, r.Delegate), (shapes.Document, r.Confidential), (shapes.Partner, r.Partner),
        (shapes.Request, r.PartnerRequest), (shapes.Item, r.AgendaItem), (shapes.Part, r.ItemPerson),
        (shapes.Pitch, r.Pitch), (shapes.Leg, r.Leg), (shapes.Passenger, r.LegPassenger), (shapes.Stay, r.Stay),
        (shapes.ValueChain, r.ValueChain), (shapes.Note, r.ContactNote), (shapes.Requirement, r.Requirement),
        (shapes.State, r.RequirementState), (shapes.Access, r.AccessEntry), (shapes.Option, r.ItemOption),
        (shapes.Journey, r.Journey), (shapes.Vehicle, r.Vehicle), (shapes.Share, r.PayerShare),
        (shapes.Quote, r.Quote), (shapes.Expense, r.Expense),
        (shapes.Session, r.Matchmaking), (shapes.Participant, r.Participant),
        (shapes.MeetingRequest, r.MeetingRequest), (shapes.Meeting, r.Meeting), (shapes.BudgetLine, r.BudgetLine),
        (shapes.Attendance, r.Attendance), (shapes.Outcome, r.Outcome), (shapes.FollowUp, r.FollowUp),
        (shapes.About, r.FollowUp), (shapes.Agreement, r.Agreement), (shapes.SeatingTable, r.SeatingTable),
        (shapes.Seat, r.Seat), (shapes.Table, r.Table), (shapes.Interpreter, r.SessionInterpreter),
        (shapes.MeetingOrder, r.MeetingOrder), (shapes.Photo, r.Photo), (shapes.Question, r.SurveyQuestion),
        (shapes.Answer, r.SurveyAnswer), (shapes.FieldNote, r.FieldNote), (shapes.ContactMade, r.ContactMade),
    ]  # fmt: skip
    ours = {"id", "created_at", "updated_at", "mission_id", "notes", "position", "order", "audience_limited"}
    for record in {record for _, record in pairs}:
        filled = {one.field for shape, kind in pairs if kind is record for one in columns(shape, kind)}
        owners = {"partner_id", "initiative_id", "item_id", "leg_id", "matchmaking_id", "delegate_id"}
        owners |= {"requirement_id", "line_id", "table_id", "question_id"}
        assert {one.name for one in fields(record)} - filled - ours <= owners, record
    rows = {
        "destinations",
        "organisers",
        "funding",
        "objectives",
        "on_call",
        "members",
        "document",
        "groups",
        "contacts",
    }
    rows |= {
        "requests",
        "hosts",
        "people",
        "audience",
        "pitches",
        "passengers",
        "guests",
        "slots",
        "tables",
        "about",
    }
    rows |= {"participants", "meetings", "parties", "states", "options", "payers", "quotes"}
    rows |= {"seating", "interpreters", "orders", "answers"}
    for shape in {shape for shape, _ in pairs}:
        kept = {one.name for other, kind in pairs if other is shape for one in columns(shape, kind)}
        described = inspect.type_info(shape)
        assert isinstance(described, inspect.StructType)
        assert {one.name for one in described.fields} - kept - {"id"} <= rows, shape


def test_an_item_born_here_stands_where_its_position_puts_it(complete_bytes: bytes) -> None:
    dossier = read(complete_bytes)
    item = r.AgendaItem(
        id=uuid4(),
        mission_id=dossier.plan.mission.id,
        kind=ItemKind.MEAL,
        title=Texts.of("Lunch"),
        date=dt.date(2025, 5, 6),
        position=3,
        start=dt.time(13),
    )
    plan = replace(dossier.plan, items=(*dossier.plan.items, item))
    agenda = json.loads(write(replace(dossier, plan=plan), sensitive=False))["agenda"]
    assert [one["id"] for one in agenda] == ["i1", "i7", str(item.id), "i8", "i9"]


def thinned(value: Any, random: Random, texts: list[str]) -> Any:
    """Return a value without some of what it may lack, with other texts."""
    if isinstance(value, list):
        return [thinned(one, random, texts) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, one in value.items():
        if key in ("title", "tables"):
            kept[key] = one
        elif key in NEEDED or isinstance(one, list) or random.random() < 0.7:
            free = key in FREE_TEXTS and not isinstance(one, list)
            kept[key] = random.choice(texts) if free else thinned(one, random, texts)
        elif random.random() < 0.5 and key not in LISTS:
            kept[key] = None
    return kept


LISTS = {key for key, value in COMPLETE.items() if isinstance(value, list)}


@settings(max_examples=50)
@given(st.integers(0, 2**32), st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_any_mission_is_stable_after_one_round(seed: int, texts: list[str]) -> None:
    random = Random(seed)
    whole = thinned(COMPLETE, random, texts) | {"legs": COMPLETE["legs"]}
    whole["agenda"][0] = COMPLETE["agenda"][0]
    for name in ("people", "organisations", "budget", "delegates"):
        random.shuffle(whole[name])
    for item in whole["agenda"][1:]:
        item["date"] = random.choice([None, "2025-05-05", "2025-05-06"])
        item["position"] = random.choice([None, 1, 2])
        item.pop("end_date", None)
    data = json.dumps(whole).encode()
    written = again(data)
    assert normalised(written) == normalised(data)
    assert again(written) == written


def test_a_file_says_the_lowest_version_that_has_all_its_keys(small: Builder) -> None:
    plain = small(people=[{"id": "p", "given": "Ada"}])
    assert json.loads(again(plain))["version"] == normalised(plain)["version"] == 1
    later = plain.replace(b'"version": 1', b'"version": 2')
    assert json.loads(again(later))["version"] == normalised(later)["version"] == 1
    tagged = later.replace(b'"Ada"', b'"Ada", "tags": ["press"]')
    assert json.loads(again(tagged))["version"] == 2
    with pytest.raises(Invalid, match=r"people\[0\].tags is a key of version 2"):
        read(tagged.replace(b'"version": 2', b'"version": 1'))
    addressed = tagged.replace(b'"version": 2', b'"version": 3').replace(
        b'"Ada"', b'"Ada", "address_form": "neutral"'
    )
    assert json.loads(again(addressed))["version"] == 3
    with pytest.raises(Invalid, match=r"people\[0\].address_form is a key of version 3"):
        read(addressed.replace(b'"version": 3', b'"version": 2'))


def test_a_table_is_its_name_until_more_is_known_of_it(small: Builder) -> None:
    def session(*tables: Any) -> bytes:
        return small(matchmaking=[{"id": "m", "tables": tables}])

    plain = again(session("1", {"name": "2"}).replace(b'"version": 1', b'"version": 3'))
    assert normalised(plain) == normalised(session("1", "2"))
    whole = session("1", {"name": "2", "capacity": 4}).replace(b'"version": 1', b'"version": 3')
    assert json.loads(again(whole))["matchmaking"][0]["tables"] == ["1", {"name": "2", "capacity": 4}]
    with pytest.raises(Invalid, match=r"matchmaking\[0\].tables\[1\] is a key of version 3"):
        read(whole.replace(b'"version": 3', b'"version": 2'))
    for wrong, said in (
        ({"name": "2", "capcity": 4}, "“capacity”"),
        ({"name": "2", "place": "x"}, "among the places"),
    ):
        with pytest.raises(Invalid, match=said):
            read(session("1", wrong).replace(b'"version": 1', b'"version": 3'))


def test_a_moment_is_one_of_the_clock_of_utc_to_the_second(complete: dict[str, Any]) -> None:
    data = json.dumps(complete).encode()
    jotted = dt.datetime(2025, 5, 6, 8, 5, 9, tzinfo=dt.UTC)
    assert [one.at for one in read(data).record.field_notes] == [jotted, None]
    for wrong in (
        "2025-02-30T08:05:09Z",
        "2025-05-06T08:05:09+02:00",
        "2025-05-06T08:05Z",
        "1066-01-01T08:05:09Z",
    ):
        complete["field_notes"][0]["at"] = wrong
        with pytest.raises(Invalid, match=r"field_notes\[0\].at holds"):
            read(json.dumps(complete).encode())


@pytest.mark.parametrize("key", ["actual_start", "actual_end", "arrived", "left"])
def test_what_was_held_was_at_a_time_that_clocks_show(small: Builder, key: str) -> None:
    item: dict[str, Any] = {"id": "i", "kind": "meal", "title": "M", "date": "2025-03-30", "zone": "Europe/Rome"}
    presence: dict[str, Any] = {"item": "i", "person": "p"}
    (item if key.startswith("actual") else presence)[key] = "02:30"

    def file(**more: Any) -> bytes:
        lists = {"people": [{"id": "p"}], "agenda": [item | more], "attendance": [presence]}
        return small(**lists).replace(b'"version": 1', b'"version": 3')

    with pytest.raises(Invalid, match=f"{key} is 02:30, a time that does not exist"):
        read(file())
    read(file(start="23:00") if key != "actual_start" else file(zone="UTC"))


def test_a_rate_is_kept_digit_by_digit_and_a_share_is_a_part_of_a_hundred() -> None:
    line = {"rate": "0.0000000001", "payers": [{"organisation": "o", "percent": "100.0"}]}
    whole = COMPLETE | {
        "budget": [line],
        "expenses": [],
        "organisations": [{"id": "o"}, *COMPLETE["organisations"]],
    }
    assert json.loads(again(json.dumps(whole).encode()))["budget"] == [line]
    line["payers"] = [{"organisation": "o", "percent": "100.1"}]
    with pytest.raises(Invalid, match="not a share from 0 to 100"):
        read(json.dumps(whole).encode())


def test_a_proposed_slot_is_a_time_that_clocks_show(small: Builder) -> None:
    item = {"id": "i", "kind": "meal", "title": "M", "date": None}
    options = [{"date": "2025-03-30", "start": "02:30"}]
    with pytest.raises(Invalid, match=r"agenda\[0\].options\[0\].start is 02:30"):
        read(small(agenda=[item | {"options": options}]).replace(b'"version": 1', b'"version": 2'))
