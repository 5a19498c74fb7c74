"""Rooms are shared out: nobody in two beds, no wishes mixed, everyone placed where there are beds."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.delegates.stand_ins import peopled
from missionplanner.domain.logistics import rooming
from missionplanner.domain.logistics.rooming import Room, Sleeper
from missionplanner.domain.logistics.rooming_grid import grid_of
from missionplanner.domain.logistics.seating import BEDS
from missionplanner.domain.records import Stay, StayGuest
from missionplanner.domain.vocabulary import RoomKind
from tests.factories import MISSION, Made, date_of, delegate, organisation, place, plan, uid

WISHES = (None, RoomKind.SINGLE, RoomKind.TWIN, RoomKind.TRIPLE, RoomKind.DOUBLE)


@st.composite
def sleepers(draw: st.DrawFn) -> tuple[Sleeper, ...]:
    count = draw(st.integers(1, 12))
    people = [uid(f"sleeper:{number}") for number in range(count)]
    return tuple(
        Sleeper(
            one,
            draw(st.sampled_from(WISHES)),
            draw(st.sampled_from([None, None, None, *people])),
            uid(f"from:{draw(st.integers(0, 3))}"),
        )
        for one in people
    )


def guests(rooms: tuple[Room, ...]) -> list[UUID]:
    return [one for room in rooms for one in room.guests]


@given(sleepers())
def test_everyone_gets_one_bed_and_who_did_not_ask_shares_with_the_same_wish(some: tuple[Sleeper, ...]) -> None:
    rooms = rooming.proposed(some)
    own = {one.person_id: one for one in some}
    assert Counter(guests(rooms)) == Counter(own.keys())
    for room in rooms:
        assert 0 < len(room.guests) <= BEDS[room.kind]
        together = [own[one] for one in room.guests]
        asked = any(one.share_with in room.guests for one in together)
        assert asked or len({one.wish for one in together}) == 1
        assert len(together) == 1 or room.kind is not RoomKind.SINGLE


@given(sleepers(), st.lists(st.sampled_from([one for one in WISHES if one is not None]), max_size=12))
def test_free_beds_are_filled_as_people_wish_and_all_of_them_where_they_suffice(
    some: tuple[Sleeper, ...], kinds: list[RoomKind]
) -> None:
    rooms = tuple(Room(kind, (uid("there"),) if number % 3 == 0 else ()) for number, kind in enumerate(kinds))
    after, left = rooming.filled(some, rooms)
    own = {one.person_id: one for one in some}
    placed = [one for old, new in zip(rooms, after, strict=True) for one in new.guests[len(old.guests) :]]
    assert Counter([*placed, *left]) == Counter(own.keys())
    for old, new in zip(rooms, after, strict=True):
        assert new.guests[: len(old.guests)] == old.guests and len(new.guests) <= BEDS[new.kind]
        assert {own[one].wish for one in new.guests[len(old.guests) :]} <= {None, new.kind}
    free = {kind: sum(room.free for room in after if room.kind is kind) for kind in kinds}
    for wish in (own[one].wish for one in left):
        assert not (free.get(wish) if wish is not None else any(free.values()))


def test_two_of_one_organisation_share_before_strangers_do_and_the_odd_one_sleeps_alone() -> None:
    a, b, c = (uid(f"organisation:{name}") for name in "abc")
    some = [Sleeper(uid(str(n)), RoomKind.TWIN, None, own) for n, own in enumerate((a, b, a, c, b))]
    rooms = rooming.proposed(some)
    assert [set(room.guests) for room in rooms] == [{uid("0"), uid("2")}, {uid("1"), uid("4")}, {uid("3")}]
    assert rooms[-1].kind is RoomKind.SINGLE


def test_who_asked_for_each_other_shares_whatever_room_the_other_wishes() -> None:
    one, other = uid("one"), uid("other")
    some = [Sleeper(one, RoomKind.DOUBLE, other), Sleeper(other, RoomKind.TWIN, one)]
    assert [(room.kind, room.guests) for room in rooming.proposed(some)] == [(RoomKind.DOUBLE, (one, other))]


def test_a_kind_that_is_told_overrules_wishes() -> None:
    some = [Sleeper(uid(str(number)), RoomKind.TWIN) for number in range(3)]
    assert [room.kind for room in rooming.proposed(some, RoomKind.SINGLE)] == [RoomKind.SINGLE] * 3


# -- the grid -----------------------------------------------------------------------------------------


def stay(name: str, first: int, last: int, *people: str, **fields: object) -> Made:
    identity = uid(f"stay:{name}")
    known = {"id": identity, "mission_id": MISSION, "from_day": date_of(first), "to_day": date_of(last)}
    made = [StayGuest(mission_id=MISSION, stay_id=identity, person_id=uid(f"person:{one}")) for one in people]
    return Made(Stay(**{**known, **fields}), tuple(made))  # type: ignore[arg-type]


def test_the_grid_shows_one_line_a_room_and_says_what_the_checks_say() -> None:
    hotel = place("Hotel Ercilla")
    made = plan(
        hotel,
        organisation("Agrifood"),
        delegate("Anna Neri"),
        delegate("Ugo Rossi"),
        delegate("Place", person_id=None, place_of_id=uid("organisation:Agrifood")),
        stay("a", 1, 2, "Anna Neri", room=RoomKind.TWIN, room_no="12", hotel_id=hotel.id),
        stay("b", 2, 3, "Anna Neri", room=RoomKind.TWIN, room_no="12", hotel_id=hotel.id),
        stay("c", 1, 3, "Ugo Rossi", room=RoomKind.SINGLE, room_no="9", hotel_id=hotel.id),
        stay("d", 2, 3, "Ugo Rossi", room=RoomKind.SINGLE, hotel_id=hotel.id),
    )
    grid = grid_of(Scene(peopled(made)))
    assert [[one.room_no for one in line.stays] for line in grid.lines] == [["9"], ["12", "12"], [None]]
    assert [len(some) for some in grid.without.values()] == [1, 1]
    (lacking,) = grid.without[made.mission.start]
    assert grid.names[lacking] == "Agrifood 1/1"
    assert grid.odd == {uid("stay:a"), uid("stay:b")}
    assert grid.doubled.keys() == {uid("stay:c"), uid("stay:d")}
