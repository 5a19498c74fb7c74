"""A delay on the day: who is late, what takes it up, what is proposed, whom to ring."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks.knowledge import Knowledge
from missionplanner.domain.live_day import Call, Cascade, How, Reason, calls_for, cascade, may_be_late
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import item_times, span_of
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemRole, LegMode
from tests import factories as f


def key(title: str) -> UUID:
    return f.uid(f"item:{title}")


def late(plan: MissionPlan, title: str, minutes: int, *, overrun: bool = False) -> Cascade:
    return cascade(plan, Knowledge(), key(title), minutes, overrun=overrun)


def times(found: Cascade, plan: MissionPlan) -> dict[str, str]:
    """Return start and end of every timed item once the proposal is taken."""
    after = found.changes.on(plan)
    told = {one.title.best(""): item_times(after, one) for one in after.items if one.start is not None}
    return {
        name: f"{one.start:%H:%M}–{one.end:%H:%M}" if one.end else f"{one.start:%H:%M}"
        for name, one in told.items()
    }


@pytest.fixture
def day() -> MissionPlan:
    """Give a day of two groups that lunch together; group B's visit cannot be moved."""
    return f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.delegate("Bo Verdi", groups=["B"]),
        f.item("09:00", "10:00", "welcome"),
        f.item("10:10", "11:10", "lab", groups=["A"]),
        f.item("10:10", "11:10", "plant", groups=["B"], locked=True),
        f.item("11:20", "12:20", "works", groups=["A"]),
        f.item("12:30", "14:00", "lunch", kind="meal"),
        f.item("14:00", "15:00", "talk"),
        f.item("16:00", "17:00", "free", kind="free_time"),
        f.item("17:00", "18:00", "close"),
    )


def test_what_cannot_wait_is_left_before_and_the_others_take_up_the_delay(day: MissionPlan) -> None:
    found = late(day, "welcome", 25, overrun=True)
    after = times(found, day)
    # Welcome would end at 10:25 but the plant of B is locked at 10:10, so it is closed at 10:10: 15 minutes less.
    assert after["welcome"] == "09:00–10:10"
    assert (after["plant"], after["lab"]) == ("10:10–11:10", "10:10–11:10")
    assert {(one.item_id, one.how, one.minutes) for one in found.buffers} == {
        (key("welcome"), How.SHORTER, 15),
        (key("lab"), How.GAP, 10),
        (key("plant"), How.GAP, 10),
    }
    # Were nothing done, A would come 15 minutes late to the lab and 5 to the works, B 15 to the plant.
    assert {(one.item_id, one.minutes, one.fixed) for one in found.late} == {
        (key("lab"), 15, False),
        (key("plant"), 15, True),
        (key("works"), 5, False),
    }
    assert found.missed == ()
    assert found.people == {f.uid("person:Ada Neri"), f.uid("person:Bo Verdi")}


def test_pauses_first_then_the_meal_down_to_its_least(day: MissionPlan) -> None:
    after = times(found := late(day, "lab", 60), day)
    # 60 late, 10 of pause: works 50 late; 10 of pause: lunch 40 late and shorter by 40, so the talk is on time.
    assert (after["lab"], after["works"]) == ("11:10–12:10", "12:10–13:10")
    assert (after["lunch"], after["talk"], after["plant"]) == ("13:10–14:00", "14:00–15:00", "10:10–11:10")
    assert [one.how for one in found.buffers] == [How.GAP, How.GAP, How.MEAL]
    assert [one.minutes for one in found.buffers] == [10, 10, 40]
    assert [one.minutes for one in found.moves] == [60, 50, 40]


def test_who_is_hit_where_nothing_can_be_moved(day: MissionPlan) -> None:
    found = late(day, "welcome", 55)
    # It would begin at 09:55 and could last 15 minutes of 60 before the plant: less than half. It stays as it is,
    # B is 45 minutes late at the plant, A goes on later.
    assert [(one.item_id, one.minutes, one.people) for one in found.missed] == [
        (key("plant"), 45, (f.uid("person:Bo Verdi"),))
    ]
    assert times(found, day)["lab"] == "10:55–11:55"
    assert times(found, day)["welcome"] == "09:00–10:00"


def test_the_way_to_the_next_place_is_no_pause() -> None:
    here, there = f.place("here", city="Bilbao"), f.place("there", city="Bilbao")
    plan = f.plan(
        f.delegate("Ada Neri"),
        here,
        there,
        f.item("09:00", "10:00", "one", place_id=here.id),
        f.item("11:00", "12:00", "two", place_id=there.id),
    )
    far = Knowledge(distances={(here.id, there.id): 10.0})
    near = cascade(plan, Knowledge(), key("one"), 50)
    assert times(near, plan)["two"] == "11:00–12:00"
    # 10 km through a town take 30 min, with 5 to board and 10 of buffer 45 of the 60: 15 take up the delay.
    assert times(cascade(plan, far, key("one"), 50), plan)["two"] == "11:35–12:35"


def test_a_transfer_waits_and_a_flight_does_not() -> None:
    plan = f.plan(
        f.delegate("Ada Neri"),
        f.item("14:00", "15:00", "visit"),
        f.leg("15:00", "15:40", "T1", mode=LegMode.TRANSFER),
        f.leg("16:00", "18:00", "LH1"),
        f.item("15:00", "15:40", "ride", kind="transfer", leg="T1"),
        f.item("16:00", "18:00", "flight", kind="flight", leg="LH1"),
    )
    found = late(plan, "visit", 15)
    assert times(found, plan) == {"visit": "14:15–15:15", "ride": "15:15–15:55", "flight": "16:00–18:00"}
    found = late(plan, "visit", 40)
    # The transfer takes 40 minutes and has to leave at 15:20: the visit ends then, 20 minutes early.
    assert times(found, plan) == {"visit": "14:40–15:20", "ride": "15:20–16:00", "flight": "16:00–18:00"}
    assert found.missed == ()
    found = late(plan, "visit", 70)
    # Ten minutes of visit are no visit: it stays, and so does the transfer, which they miss by 70 minutes.
    # The visit is over at 16:10, ten minutes after take-off.
    assert found.changes == Changes()
    assert [(one.leg_id, one.minutes) for one in found.missed] == [(f.uid("leg:T1"), 70), (f.uid("leg:LH1"), 10)]


def test_a_late_flight_pushes_what_comes_after_it() -> None:
    plan = f.plan(
        f.delegate("Ada Neri"),
        f.leg("08:00", "10:00", "LH1"),
        f.item("08:00", "10:00", "flight", kind="flight", leg="LH1"),
        f.item("10:30", "11:30", "visit"),
    )
    found = late(plan, "flight", 60)
    assert times(found, plan) == {"flight": "09:00–11:00", "visit": "11:00–12:00"}
    assert found.changes.on(plan).legs[0].end == dt.time(11)


def test_what_is_asked_to_keep_its_time_does_not_wait(day: MissionPlan) -> None:
    found = cascade(day, Knowledge(), key("lab"), 60, keep=[key("works")])
    # The lab may begin at 11:10 but has to be over by 11:20, the pause before the works used up: that is no lab.
    assert times(found, day)["lab"] == "10:10–11:10"
    assert [(one.item_id, one.minutes) for one in found.missed] == [(key("works"), 50)]
    assert found.changes == Changes()


def test_meetings_of_a_session_begin_as_late_as_their_frame() -> None:
    session = r.Matchmaking(id=f.uid("session"), mission_id=f.MISSION, item_id=key("talks"))
    slots = [
        r.Slot(
            mission_id=f.MISSION,
            matchmaking_id=session.id,
            position=n,
            date=f.START,
            start=dt.time(10, 20 * n),
            end=dt.time(10, 20 * n + 15),
        )
        for n in range(2)
    ]
    plan = f.plan(f.delegate("Ada Neri"), session, *slots, f.item("10:00", "11:00", "talks", kind="b2b"))
    after = late(plan, "talks", 25).changes.on(plan)
    assert [(one.start, one.end) for one in after.slots] == [
        (dt.time(10, 25), dt.time(10, 40)),
        (dt.time(10, 45), dt.time(11)),
    ]


def test_places_that_are_closed_or_taken_by_then_are_told() -> None:
    house = f.place("house", closes=dt.time(12), exclusive=True)
    plan = f.plan(
        f.delegate("Ada Neri", groups=["A"]),
        f.delegate("Bo Verdi", groups=["B"]),
        house,
        f.item("10:00", "11:00", "of A", groups=["A"], place_id=house.id),
        f.item("11:00", "12:00", "of B", groups=["B"], place_id=house.id),
    )
    found = late(plan, "of A", 20)
    assert times(found, plan)["of B"] == "11:20–12:20"
    assert [one.rule for one in found.broken] == ["closed"]
    assert found.broken[0].items == (key("of B"),)


def test_the_call_sheet_says_whom_to_ring_at_which_number_and_what() -> None:
    host, cook = f.organisation("BAIC", phone="+34 94 1"), f.place("Casa Rufo", city="Bilbao", phone="+34 94 2")
    contact = f.person("Ana Etxeberria", mobile="+34 600 1", organisation_id=host.id)
    leader = f.person("Ada Neri", mobile="+39 333 1")
    coach = r.Vehicle(mission_id=f.MISSION, name="Coach 1", driver="Iker", driver_phone="+34 600 9")
    plan = f.plan(
        leader,
        host,
        contact,
        cook,
        coach,
        f.group("A", leader_id=leader.id),
        f.delegate("Ada Neri", groups=["A"]),
        f.item("09:00", "10:00", "start"),
        f.item("10:00", "11:00", "visit"),
        f.leg("11:00", "11:30", "T1", mode=LegMode.COACH, vehicle_id=coach.id),
        f.item("11:00", "11:30", "ride", kind="coach", leg="T1"),
        f.item("11:30", "12:15", "lunch", kind="meal", place_id=cook.id),
        r.ItemHost(mission_id=f.MISSION, item_id=key("visit"), organisation_id=host.id),
        r.ItemPerson(mission_id=f.MISSION, item_id=key("visit"), person_id=contact.id, role=ItemRole.HOST_CONTACT),
    )
    calls = calls_for(plan, late(plan, "start", 20))
    assert [(one.reason, one.name, one.number) for one in calls] == [
        (Reason.HOST, "Ana Etxeberria", "+34 600 1"),
        (Reason.DRIVER, "Iker", "+34 600 9"),
        (Reason.PLACE, "Casa Rufo", "+34 94 2"),
        (Reason.GROUP, "Ada Neri", "+39 333 1"),
    ]
    assert str(calls[0].say) == "“visit” begins at 10:20 instead of 10:00: 20 minutes later."
    assert [one.title is not None for one in calls] == [True, False, True, True]


def test_an_item_is_named_in_the_language_of_whom_one_rings() -> None:
    told = Message.of("“{title}” is {minutes} minutes late.", {"title": "visita", "minutes": 5})
    one = Call(Reason.HOST, "Ana", "", "", None, told, title=Texts.of({"it": "visita", "en": "visit"}))
    assert str(one.say_in("en")) == "“visit” is 5 minutes late."
    assert str(one.say_in("es", ("it", "en"))) == "“visita” is 5 minutes late."
    assert replace(one, title=None).say_in("en") == told


def test_who_is_hit_is_told_to_the_host_and_an_unnamed_delegation_has_its_way_too() -> None:
    here, there = f.place("here"), f.place("there")
    plan = f.plan(
        here,
        there,
        f.organisation("BAIC", phone="+34 94 1"),
        f.item("09:00", "10:00", "one", place_id=here.id),
        f.item("10:30", "11:00", "two", place_id=there.id, locked=True),
        r.ItemHost(mission_id=f.MISSION, item_id=key("two"), organisation_id=f.uid("organisation:BAIC")),
    )
    found = cascade(plan, Knowledge(distances={(here.id, there.id): 2.0}), key("one"), 50)
    # Fifty late leaves ten minutes of sixty: it stays. 2 km are 2.6 by road, 8 min in town, 5 to board, 10 of
    # buffer: 23 of the 30 minutes between, so that 7 take up the delay.
    assert [(one.item_id, one.minutes) for one in found.missed] == [(key("two"), 43)]
    assert [(one.name, one.number, str(one.say)) for one in calls_for(plan, found)] == [
        ("BAIC", "+34 94 1", "We come 43 minutes late to “two” at 10:30.")
    ]


def test_what_has_no_time_cannot_be_late_nor_by_less_than_a_minute(day: MissionPlan) -> None:
    loose = f.plan(f.item(None, None, "loose"))
    with pytest.raises(Invalid):
        late(loose, "loose", 10)
    for wrong in (0, -5, 10_000):
        with pytest.raises(Invalid):
            late(day, "lab", wrong)
    with pytest.raises(NotFound):
        cascade(day, Knowledge(), f.uid("item:gone"), 5)


KINDS = [ItemKind.SITE_VISIT, ItemKind.MEAL, ItemKind.FREE_TIME, ItemKind.TRANSFER]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60),
            st.integers(0, 14),
            st.sampled_from(["A", "B", "AB"]),
            st.sampled_from(KINDS),
            st.booleans(),
        ),
        min_size=1,
        max_size=7,
    ),
    st.integers(1, 150),
    st.booleans(),
    st.booleans(),
)
def test_nobody_is_in_two_places_who_was_not_and_what_is_locked_stays(
    rows: list[tuple[int, int, str, ItemKind, bool]], minutes: int, overrun: bool, kept: bool
) -> None:
    things = []
    for n, (start, length, groups, kind, locked) in enumerate(rows):
        first, last = clock(start), clock(start + length) if length else None
        ride = f"L{n}" if kind is ItemKind.TRANSFER else None
        things += [f.leg(first, last, ride, mode=LegMode.TRANSFER)] if ride else []
        things.append(f.item(first, last, f"{n}", groups=list(groups), kind=kind, locked=locked, leg=ride))
    plan = f.plan(f.delegate("Ada A", groups=["A"]), f.delegate("Bo B", groups=["B"]), *things)
    keep = [key("1")] if kept else []
    found = cascade(plan, Knowledge(), key("0"), minutes, overrun=overrun, keep=keep)
    after = found.changes.on(plan)
    assert doubled(after) <= doubled(plan)
    for old in plan.items:
        new = after.item(old.id)
        assert new is not None
        if old.locked or old.id in keep:
            assert item_times(after, new) == item_times(plan, old)
        began, begins = span_of(plan, old).start, span_of(after, new).start
        assert began is not None
        assert begins is not None
        assert dt.timedelta() <= begins - began <= dt.timedelta(minutes=minutes)
    assert all(0 < one.minutes <= minutes for one in (*found.late, *found.missed))


def clock(fives: int) -> str:
    """Return the time this many times five minutes after eight."""
    return f"{8 + fives // 12:02}:{fives % 12 * 5:02}"


def doubled(plan: MissionPlan) -> set[tuple[UUID, UUID, UUID]]:
    """Return who has to be at which two items at once; free time is no place to be."""
    items = [one for one in plan.items if one.kind is not ItemKind.FREE_TIME]
    return {
        (who, one.id, other.id)
        for one in items
        for other in items
        if one.id.int < other.id.int and span_of(plan, one).overlaps(span_of(plan, other))
        for who in plan.audience(one) & plan.audience(other)
    }


def test_rides_can_be_late_and_what_nobody_has_to_be_at_cannot() -> None:
    plan = f.plan(
        f.delegate("Ada Neri"),
        f.leg("07:00", "08:00", "AZ 1"),
        f.item(title="flight", kind="flight", leg="AZ 1"),
        f.item("09:00", "10:00", "lab"),
        f.item("11:00", "12:00", "check-in", kind="hotel"),
        f.item("13:00", "14:00", "thought", status="idea"),
        f.item(title="some time"),
    )
    (day,) = {one.date for one in plan.items if one.date is not None}
    assert [one.title.best("") for one in may_be_late(plan, day) if isinstance(one, r.AgendaItem)] == [
        "flight",
        "lab",
    ]


def test_a_ride_without_a_row_can_be_late_and_what_follows_waits_for_it() -> None:
    plan = f.plan(
        f.delegate("Ada Neri"),
        f.leg("09:00", "09:30", "Bus 7", mode="transfer"),
        f.item("09:40", "10:40", "lab"),
        f.item("11:30", "12:30", "works"),
    )
    (day,), (ride,) = {one.date for one in plan.items if one.date is not None}, plan.legs
    assert [one.id for one in may_be_late(plan, day)] == [ride.id, key("lab"), key("works")]
    found = cascade(plan, Knowledge(), ride.id, 25, overrun=True)
    assert times(found, plan) == {"lab": "09:55–10:55", "works": "11:30–12:30"}
    moved = found.changes.on(plan).leg(ride.id)
    assert moved is not None and (moved.start, moved.end) == (dt.time(9), dt.time(9, 55))
    both = cascade(plan, Knowledge(), ride.id, 25).changes.on(plan).leg(ride.id)
    assert both is not None and (both.start, both.end) == (dt.time(9, 25), dt.time(9, 55))


def test_a_call_tells_the_languages_of_whom_one_rings() -> None:
    contact = r.ItemPerson(
        mission_id=f.MISSION, item_id=key("lab"), person_id=f.uid("person:Gorka"), role=ItemRole.HOST_CONTACT
    )
    gorka = f.person("Gorka", languages=("eu", "es"))
    plan = f.plan(f.delegate("Ada Neri"), gorka, f.item("09:00", "10:00", "lab"), contact)
    (call,) = calls_for(plan, late(plan, "lab", 25))
    assert call.languages == ("eu", "es")
