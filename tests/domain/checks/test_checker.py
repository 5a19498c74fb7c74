"""Checking again after an edit must find what a full check finds, whatever was edited."""

from __future__ import annotations

import datetime as dt
import gc
import random
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain import records as r
from missionplanner.domain.checks import Checker, Finding, Knowledge, Options, check
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.plan import PARTS, MissionPlan, in_order
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateStatus, ItemKind, ItemRole, ItemStatus, RoomKind, VisaState
from tests.factories import (
    MISSION,
    START,
    Made,
    date_of,
    delegate,
    destination,
    item,
    leg,
    organisation,
    place,
    plan,
    uid,
)

NAMES = [f"P{number} Rossi" for number in range(9)]
GROUPS = ["A", "B", "C"]
HALLS = [
    place("Hall 0", capacity=4, exclusive=True, id_required=True),
    place("Hall 1", opens=dt.time(10), notice_days=5),
]
HALLS.append(place("Hall 2", closed_days=(2, 6), nda=True, city="Bilbao"))
KNOWN = Knowledge(
    distances={(HALLS[0].id, HALLS[1].id): 9.0, (HALLS[1].id, HALLS[2].id): 1.2, (HALLS[0].id, "BIO"): 12.0},
    home="IT",
    weekends={"ES": frozenset({6, 7}), "IT": frozenset({6, 7})},
    holidays={("ES", START): Texts.of("Day of Bread")},
)
NOW = Options(today=START - dt.timedelta(days=9))
KINDS = [
    ItemKind.SITE_VISIT,
    ItemKind.MEAL,
    ItemKind.B2B,
    ItemKind.TRANSFER,
    ItemKind.FREE_TIME,
    ItemKind.BRIEFING,
]
TIMES = [None, *(dt.time(hour, minute) for hour in range(6, 24) for minute in (0, 30))]


def some_mission(chance: random.Random) -> MissionPlan:
    """Make a mission in which about everything can go wrong."""
    people = [
        delegate(
            name,
            groups=[GROUPS[number % 3]],
            arrival="L0" if number % 2 else "L1",
            departure="L2" if number % 4 else None,
            status=DelegateStatus.CONFIRMED,
        )
        for number, name in enumerate(NAMES)
    ]
    legs = [
        leg("06:00", "09:30", "L0", passengers=NAMES[1::2], destination="BIO"),
        leg("04:00", "11:00", "L1", passengers=NAMES[::2], destination="BIO"),
        leg("17:00", "19:00", "L2", day=3, origin="BIO"),
        leg("10:00", "10:40", "L3", day=2, mode="coach", passengers=NAMES[:5], capacity=4),
    ]
    rows = [some_item(chance, f"i{number}") for number in range(chance.randint(4, 14))]
    rows.append(item(title="ride", leg="L3", day=2, kind="coach"))
    stays = [
        r.Stay(
            id=uid(f"s{number}"), mission_id=MISSION, room=RoomKind.TWIN, from_day=date_of(1), to_day=date_of(3)
        )
        for number in range(4)
    ]
    guests = [
        r.StayGuest(
            mission_id=MISSION, stay_id=stays[number % 4].id, person_id=uid(f"person:{name}"), id=uid(f"g{name}")
        )
        for number, name in enumerate(NAMES[:7])
    ]
    return plan(
        *people, *legs, *rows, *stays, *guests, *HALLS, destination("Bilbao", country="ES"), organisation("AIC")
    )


def some_item(chance: random.Random, title: str) -> Made:
    who: dict[str, Any] = chance.choice(
        [{}, {"groups": chance.sample(GROUPS, 2)}, {"people": chance.sample(NAMES, 3)}, {"excepted": NAMES[:1]}]
    )
    made = item(
        title=title,
        day=chance.choice([1, 1, 2, 2, 3, 4, None]),
        kind=chance.choice(KINDS),
        status=chance.choice([*ItemStatus, None]),
        language=chance.choice([None, "eu"]),
        place_id=chance.choice([None, *(hall.id for hall in HALLS)]),
        roles=chance.choice([(), ("Guide",), NAMES[:1]]),
        **who,
    )
    times = {"start": chance.choice(TIMES), "end": chance.choice(TIMES)}
    return replace(made, record=replace(made.record, **times))


def _time(one: MissionPlan, chance: random.Random) -> MissionPlan:
    chosen = chance.choice(one.items)
    return one.with_(replace(chosen, start=chance.choice(TIMES), end=chance.choice(TIMES)))


def _day(one: MissionPlan, chance: random.Random) -> MissionPlan:
    return one.with_(replace(chance.choice(one.items), date=date_of(chance.randint(1, 4))))


def _other(one: MissionPlan, chance: random.Random) -> MissionPlan:
    fields: dict[str, Any] = {
        "title": Texts.of("other"),
        "kind": chance.choice(KINDS),
        "status": chance.choice(list(ItemStatus)),
        "audience_limited": chance.choice([True, False]),
        "place_id": chance.choice(HALLS).id,
    }
    name = chance.choice(list(fields))
    return one.with_(replace(chance.choice(one.items), **{name: fields[name]}))


def _role(one: MissionPlan, chance: random.Random) -> MissionPlan:
    if not one.item_people:
        return one
    chosen = chance.choice(one.item_people)
    role = replace(chosen, role=chance.choice(list(ItemRole)))
    return replace(one, item_people=tuple(role if each.id == role.id else each for each in one.item_people))


def _less(one: MissionPlan, chance: random.Random) -> MissionPlan:
    """Take a record away that others need not."""
    some = ("items", "audience_groups", "audience_people", "passengers", "guests", "delegate_groups", "stays")
    name = chance.choice(some)
    left = list(getattr(one, name))
    if left:
        left.pop(chance.randrange(len(left)))
    parts: dict[str, Any] = {name: tuple(left)}
    return replace(one, **parts)


def _leg(one: MissionPlan, chance: random.Random) -> MissionPlan:
    chosen = chance.choice(one.legs)
    moved = replace(chosen, start=chance.choice(TIMES), end=chance.choice(TIMES))
    return replace(one, legs=tuple(moved if each.id == moved.id else each for each in one.legs))


def _frame(one: MissionPlan, chance: random.Random) -> MissionPlan:
    if chance.random() < 0.5:
        return replace(one, mission=replace(one.mission, end=START + dt.timedelta(days=chance.randint(0, 4))))
    hall = replace(chance.choice(one.places), capacity=chance.randint(1, 9))
    return replace(one, places=tuple(hall if each.id == hall.id else each for each in one.places))


def _read_again(one: MissionPlan, chance: random.Random) -> MissionPlan:
    """Return an equal plan of other records, as a database gives it."""
    parts: dict[str, Any] = {name: tuple(replace(each) for each in getattr(one, name)) for name in PARTS}
    return replace(one, **parts)


FIXED = {"id", "mission_id", "created_at", "updated_at", "position"}
SEEDED: dict[str, list[Any]] = {
    "joins": [None, date_of(1), date_of(2)],
    "leaves": [None, date_of(2), date_of(3)],
    "private": [None, True],
    "capacity": [None, 2, 5],
    "status": [DelegateStatus.CONFIRMED, DelegateStatus.DECLINED, None],
    "family": ["Aalto", "Zola"],
    "visa": [None, *VisaState],
    "to_day": [date_of(2), date_of(3)],
}
"""Values worth having of some fields; any other takes that of its like in another record."""


def _field(one: MissionPlan, chance: random.Random) -> MissionPlan:
    """Change any field of any record, but for items and missions, which other edits are about."""
    name = chance.choice([name for name in PARTS if getattr(one, name) and name != "items"])
    some = list(getattr(one, name))
    number = chance.randrange(len(some))
    named = [field.name for field in fields(some[number]) if field.name not in FIXED]
    field = chance.choice([each for each in named if each in SEEDED] * 3 + named)
    if field == "status" and name != "delegates":
        return one
    value = chance.choice(SEEDED[field]) if field in SEEDED else getattr(chance.choice(some), field)
    some[number] = replace(some[number], **{field: value})
    parts: dict[str, Any] = {name: tuple(some)}
    return one.changed(**parts)


EDITS: list[Callable[[MissionPlan, random.Random], MissionPlan]] = [
    _time, _time, _day, _other, _role, _less, _leg, _frame, _read_again, _field, _field, _field, _field, _field,
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.integers())
def test_after_any_edits_it_finds_what_a_full_check_finds(seed: int) -> None:
    chance = random.Random(seed)
    one = some_mission(chance)
    checker = Checker()
    for _ in range(8):
        assert checker.check(one, KNOWN, options=NOW) == check(one, KNOWN, options=NOW)
        one = chance.choice(EDITS)(one, chance)


def test_what_was_checked_before_the_last_edit_is_let_go() -> None:
    def scenes() -> int:
        gc.collect()
        return len([one for one in gc.get_objects() if type(one) is Scene])

    checker, plan, before = Checker(), some_mission(random.Random(3)), scenes()
    for number in range(6):
        checker.check(
            replace(plan, items=(replace(plan.items[0], team_notes=str(number)), *plan.items[1:])), KNOWN
        )
    assert scenes() <= before + 1


def test_edits_of_an_item_leave_other_days_alone() -> None:
    chance = random.Random(7)
    one = some_mission(chance)
    checker = Checker()
    before = {id(each) for each in checker.check(one, KNOWN, options=NOW)}
    first = next(each for each in one.items if each.date == date_of(1))
    after = checker.check(one.with_(replace(first, end=dt.time(23, 30))), KNOWN, options=NOW)
    assert before & {id(each) for each in after}


@settings(max_examples=40, deadline=None)
@given(st.integers())
def test_findings_do_not_depend_on_the_order_of_input(seed: int) -> None:
    chance = random.Random(seed)
    one = some_mission(chance)
    mixed: dict[str, Any] = {
        name: tuple(chance.sample(getattr(one, name), len(getattr(one, name)))) for name in PARTS
    }
    mixed["items"] = in_order(mixed["items"])
    assert check(replace(one, **mixed), KNOWN, options=NOW) == check(one, KNOWN, options=NOW)


CALENDAR = {"holiday", "weekend", "dst_change"}


@settings(max_examples=40, deadline=None)
@given(st.integers())
def test_a_week_later_it_is_the_same_but_for_the_calendar(seed: int) -> None:
    one = some_mission(random.Random(seed))
    later = a_week_later(one)
    week = Options(today=START - dt.timedelta(days=2))
    assert told(check(later, KNOWN, options=week)) == told(check(one, KNOWN, options=NOW))


def a_week_later(one: MissionPlan) -> MissionPlan:
    parts: dict[str, Any] = {name: tuple(put_off(each) for each in getattr(one, name)) for name in PARTS}
    return replace(one, mission=put_off(one.mission), **parts)


def put_off(record: Any) -> Any:
    """Return a record with all its days a week later."""
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    days = {name: value + dt.timedelta(days=7) for name, value in values.items() if type(value) is dt.date}
    return replace(record, **days)


def told(findings: tuple[Finding, ...]) -> list[Any]:
    """Return what findings say apart from days."""
    return sorted(
        (
            one.rule,
            one.severity,
            sorted(one.items),
            sorted(one.legs),
            sorted(one.others),
            one.people,
            one.short or 0,
        )
        for one in findings
        if one.rule not in CALENDAR
    )
