"""Items as text and back: the clipboard's and the templates' form."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.packing import PackedItem, as_text, is_packed, packed, read
from missionplanner.domain.programme.unpacking import Target, after_last, unpacked
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus, PartOfDay
from tests import factories as f

minutes = st.times().map(lambda time: time.replace(second=0, microsecond=0))
ids = st.lists(st.uuids(), max_size=2, unique=True).map(tuple)
words = st.from_regex(r"[A-Za-z0-9=<]{1,9}", fullmatch=True)
titles = st.dictionaries(st.sampled_from(["it", "en", "und"]), words)
some_texts = titles.filter(bool).map(Texts.of)
some_items = st.builds(
    PackedItem,
    kind=st.sampled_from(ItemKind),
    title=some_texts,
    day=st.none() | st.integers(0, 9),
    start=st.none() | minutes,
    end=st.none() | minutes,
    part_of_day=st.none() | st.sampled_from(PartOfDay),
    status=st.none() | st.sampled_from(ItemStatus),
    zone=st.none() | st.just("Asia/Tokyo"),
    place=st.none() | st.uuids(),
    groups=st.none() | st.lists(st.tuples(st.uuids(), st.just("A")), min_size=1, max_size=2).map(tuple),
    named=ids,
    hosts=ids,
    roles=st.lists(st.tuples(st.uuids(), st.none() | st.sampled_from(ItemRole)), max_size=2).map(tuple),
    text=st.none() | some_texts,
    plan_b=st.none() | words,
    background=st.none() | some_texts,
)


@pytest.fixture
def plan() -> MissionPlan:
    return f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.place("Lab"),
        f.organisation("Host"),
        f.item("09:00", "10:30", "Visit", groups=["A"], place_id=f.uid("place:Lab"), roles=["Ada Neri"]),
        f.item("22:00", "01:00", "Party", day=2, end_date=3),
        f.item(None, None, "Open", day=None),
        r.ItemHost(mission_id=f.MISSION, item_id=f.uid("item:Visit"), organisation_id=f.uid("organisation:Host")),
    )


@given(st.lists(some_items, max_size=4).map(tuple))
def test_what_was_packed_is_read_back(items: tuple[PackedItem, ...]) -> None:
    text = as_text(items)
    assert read(text) == items
    assert is_packed(text)


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda some: st.lists(some, max_size=3)))
def test_a_text_of_anybodys_is_read_or_refused(value: object) -> None:
    for file in (value, {"format": "missionplanner/items", "version": 1, "items": [value]}):
        with pytest.raises(Invalid):
            read(json.dumps(file))


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"kind": "other"},
        {"kind": "other", "title": {}},
        {"kind": "other", "title": {"it": "x"}, "day": 10**9},
        {"kind": "other", "title": {"it": "x"}, "day": True},
        {"kind": "other", "title": {"it": "x"}, "zone": "Europe/Nowhere"},
        {"kind": "other", "title": {"it": "x"}, "start": 9},
        {"kind": "other", "title": {"it": "x"}, "unknown": 1},
        {"kind": "other", "title": {"it": "x" * 20_000}},
    ],
)
def test_an_entry_that_breaks_a_rule_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        read(json.dumps({"format": "missionplanner/items", "version": 1, "items": [entry]}))


def test_a_paste_keeps_days_apart_clock_times_and_lanes(plan: MissionPlan) -> None:
    items = packed(plan, [one.id for one in plan.items])
    after = unpacked(plan, items, Target(f.date_of(5))).on(plan)
    visit, party = after.items_on(f.date_of(5))[0], after.items_on(f.date_of(6))[0]
    assert (visit.start, visit.end, visit.status) == (dt.time(9), dt.time(10, 30), ItemStatus.TENTATIVE)
    assert after.audience(visit) == {f.uid("person:Ada Neri")}
    assert ([one.name for one in after.hosts(visit)], visit.place_id) == (["Host"], f.uid("place:Lab"))
    assert (party.end, party.end_date) == (dt.time(1), f.date_of(7))
    assert [one.title.best("") for one in after.items_on(None)] == ["Open", "Open"]
    assert [one.position for one in after.items_on(f.date_of(5))] == [1]


def test_a_paste_after_the_last_item_begins_when_that_ends(plan: MissionPlan) -> None:
    items = packed(plan, [f.uid("item:Visit")])
    after = unpacked(plan, items, after_last(plan, items, f.START)).on(plan)
    assert [one.start for one in after.items_on(f.START)] == [dt.time(9), dt.time(10, 30)]
    night = after_last(plan, items, f.START + dt.timedelta(days=1))
    late = unpacked(plan, items, night).on(plan).items_on(f.date_of(3))
    assert [(one.start, one.end) for one in late] == [(dt.time(1), dt.time(2, 30))]
    assert after_last(plan, items, f.START + dt.timedelta(days=9)).minutes == 0


def test_another_mission_knows_groups_by_name_and_drops_whom_it_does_not_know(plan: MissionPlan) -> None:
    items = packed(plan, [f.uid("item:Visit")])
    own = r.Group(mission_id=f.MISSION, name=Texts.of("a"))
    other = f.plan(own)
    visit = unpacked(other, items, Target(f.START)).on(other)
    assert [one.group_id for one in visit.audience_groups] == [own.id]
    assert (visit.items[0].place_id, visit.item_hosts, visit.item_people) == (None, (), ())
    nobody = f.plan()
    everyone = unpacked(nobody, items, Target(f.START)).on(nobody).items[0]
    assert not everyone.audience_limited


def test_a_paste_into_lanes_is_for_these(plan: MissionPlan) -> None:
    items = packed(plan, [f.uid("item:Party")])
    after = unpacked(plan, items, Target(f.START, groups=(f.uid("group:A"),))).on(plan)
    assert after.audience(after.items_on(f.START)[-1]) == {f.uid("person:Ada Neri")}


def test_a_time_that_clocks_skip_is_refused(plan: MissionPlan) -> None:
    items = packed(plan, [f.uid("item:Visit")])
    with pytest.raises(Invalid):
        unpacked(plan, items, Target(dt.date(2025, 3, 30), minutes=-6 * 60 - 30))
