from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.checks import RULES, Finding, Knowledge, Options, Severity, check, options_of
from missionplanner.domain.checks.knowledge import Spot
from missionplanner.domain.fixes import WAYS_OUT, Trial, Way, fixes_for, ways_for
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import LegMode, RoomKind
from tests.factories import MISSION, clock, date_of, delegate, item, leg, mission, place, plan, uid

PEOPLE = ("Anna Neri", "Bruno Costa", "Carla Riva", "Dario Sala", "Elsa Moro")
TODAY = Options(today=dt.date(2025, 5, 1))


def crew() -> list:  # type: ignore[type-arg]
    return [delegate(one, groups=["A" if number < 3 else "B"]) for number, one in enumerate(PEOPLE)]


def only(one: MissionPlan, rule: str, known: Knowledge | None = None) -> Finding:
    (found,) = (each for each in check(one, known, options=TODAY) if each.rule == rule)
    return found


def ways(one: MissionPlan, rule: str, known: Knowledge | None = None) -> dict[str, Way]:
    """Return the ways out of the one finding of a rule, by what they say."""
    finding = only(one, rule, known)
    found = ways_for(Trial(one, known or Knowledge(), TODAY), finding)
    said = fixes_for(one, finding, known, options=TODAY)
    assert tuple(way.fix for way in found) == said
    assert len(said) <= 3
    for way in found:
        after = check(way.changes.on(one), known, options=TODAY)
        assert rule not in {each.rule for each in after}
        graver = [each for each in after if RULES[each.rule].severity is not Severity.TO_DO]
        before = [
            each for each in check(one, known, options=TODAY) if RULES[each.rule].severity is not Severity.TO_DO
        ]
        assert len(graver) < len(before), (str(way.message), graver)
    return {str(way.message): way for way in found}


def after(way: Way, one: MissionPlan, name: str) -> r.AgendaItem:
    found = way.changes.on(one).item(uid(f"item:{name}"))
    assert found is not None
    return found


def test_one_person_in_two_places_need_not_be_in_one_of_them() -> None:
    one = plan(
        *crew(),
        item("09:00", "11:00", "Visit", groups=["A"], people=["Elsa Moro"]),
        item("10:30", "12:00", "Table", groups=["B"]),
    )
    found = ways(one, "double_booking")
    assert list(found)[:2] == ["Leave Elsa Moro out of “Table”", "Leave Elsa Moro out of “Visit”"]
    out = found["Leave Elsa Moro out of “Visit”"].changes.on(one)
    visit = out.item(uid("item:Visit"))
    assert visit is not None and uid("person:Elsa Moro") not in out.audience(visit)
    assert uid("person:Anna Neri") in out.audience(visit)


def test_whoever_speaks_is_not_left_out() -> None:
    one = plan(
        *crew(),
        item("09:00", "11:00", "Visit", groups=["A"]),
        item("10:30", "12:00", "Table", groups=["B"], roles=["Anna Neri"]),
    )
    assert "Leave Anna Neri out of “Visit”" in ways(one, "double_booking")
    assert "Leave Anna Neri out of “Table”" not in ways(one, "double_booking")


def test_an_item_moves_to_the_nearest_free_start() -> None:
    one = plan(
        *crew(),
        item("14:00", "15:55", "First", groups=["A"], locked=True),
        item("15:40", "17:00", "Second", groups=["A"]),
    )
    found = ways(one, "double_booking")
    moved = after(found["Start 15 min later"], one, "Second")
    assert (moved.start, moved.end) == (clock("15:55"), clock("17:15"))


def test_far_away_it_is_said_as_a_time() -> None:
    one = plan(
        *crew(),
        item("09:00", "10:00", "First", locked=True),
        item("10:00", "11:00", "Between", locked=True),
        item("09:30", "10:00", "Second", kind="site_visit"),
    )
    finding = next(each for each in check(one, options=TODAY) if each.rule == "double_booking")
    said = [str(each.message) for each in fixes_for(one, finding, options=TODAY)]
    assert said[0] in ("Move to 08:30", "Move to 11:00")


def test_the_item_before_may_end_earlier() -> None:
    one = plan(*crew(), item("14:00", "15:55", "First"), item("15:40", "17:00", "Second", locked=True))
    found = ways(one, "double_booking")
    assert after(found["End at 15:40"], one, "First").end == clock("15:40")


def test_a_meal_is_not_shortened_below_what_it_takes() -> None:
    one = plan(*crew(), item("12:30", "13:30", "Lunch", kind="meal"), item("13:00", "14:00", "Next", locked=True))
    assert not any(said.startswith("End") for said in ways(one, "double_booking"))


def test_a_group_goes_elsewhere() -> None:
    one = plan(
        *crew(),
        item("09:00", "11:00", "All", groups=["A", "B"], locked=None),
        item("09:00", "11:00", "Theirs", groups=["A"], locked=True),
    )
    found = ways(one, "double_booking")
    way = found["Leave group “A” out"] if "Leave group “A” out" in found else found["Leave group “A” out of “All”"]
    assert way.changes.on(one).audience(after(way, one, "All")) == {uid(f"person:{name}") for name in PEOPLE[3:]}


def test_locked_items_and_flights_never_move() -> None:
    one = plan(
        *crew(),
        leg("09:00", "11:00", "AZ1"),
        item("09:00", "11:00", "Flight", kind="flight", leg="AZ1"),
        item("10:00", "12:00", "Locked", locked=True),
    )
    for finding in check(one, options=TODAY):
        assert fixes_for(one, finding, options=TODAY) == ()


def test_people_who_come_late_are_left_out_or_the_item_waits() -> None:
    one = plan(
        *crew()[:4],
        leg("12:00", "15:40", "IB1", passengers=["Elsa Moro"]),
        delegate("Elsa Moro", groups=["B"], arrival="IB1"),
        item("15:00", "16:30", "Meeting"),
    )
    found = ways(one, "before_arrival")
    assert list(found)[0] == "Leave Elsa Moro out"
    assert any(said.startswith(("Move", "Start")) for said in found)


def test_a_car_leaves_earlier() -> None:
    one = plan(
        *crew(),
        leg("11:25", "11:55", "Car", mode=LegMode.CAR, passengers=["Elsa Moro"]),
        item("11:45", "13:15", "Visit", locked=True),
    )
    assert list(ways(one, "impossible_travel")) == ["Leave 10 min earlier"]


HERE, THERE = place("Bilbao hall", city="Bilbao"), place("Zamudio plant", city="Zamudio")
APART: dict[tuple[Spot, Spot], float] = {(HERE.id, THERE.id): 9.0}
KNOWN = Knowledge(distances=APART)


def test_too_little_time_to_get_there() -> None:
    one = plan(
        *crew(),
        HERE,
        THERE,
        item("09:00", "11:00", "Visit", place_id=HERE.id),
        item("11:20", "13:00", "Plant", place_id=THERE.id),
    )
    (way,) = ways(one, "tight_travel", KNOWN).values()
    assert str(way.message) == "Add a transfer of 35 min, start 15 min later"
    early = Options(today=dt.date(2025, 1, 1))  # when nobody misses transfers yet
    finding = only(one, "tight_travel", KNOWN)
    said = [str(each.message) for each in fixes_for(one, finding, KNOWN, options=early)]
    assert said[1:] == ["Start “Plant” 25 min later", "Start “Visit” 25 min earlier"]


def test_a_transfer_is_added_for_those_who_go() -> None:
    one = plan(
        *crew(),
        HERE,
        THERE,
        item("09:00", "11:00", "Visit", place_id=HERE.id, groups=["A"]),
        item("12:30", "13:30", "Plant", place_id=THERE.id, groups=["A"]),
        mission(languages=("it",)),
    )
    (way,) = ways(one, "missing_transfer", KNOWN).values()
    assert str(way.message).startswith("Add a transfer of ")
    then = way.changes.on(one)
    (row,) = (each for each in then.items if one.item(each.id) is None)
    transfer = then.leg(row.leg_id)
    assert transfer is not None and transfer.start == clock("11:00")
    assert then.audience(row) == {uid(f"person:{name}") for name in PEOPLE[:3]}
    assert [each.title.best("") for each in then.items_on(date_of(1))][1] == row.title.best("it")


def test_an_end_before_its_start_is_put_right() -> None:
    evening = plan(*crew(), item("21:00", "00:30", "Dinner", kind="meal"))
    assert after(ways(evening, "negative_duration")["End the next day"], evening, "Dinner").end_date == date_of(2)
    typed = plan(*crew(), item("11:00", "09:00", "Visit"))
    turned = after(ways(typed, "negative_duration")["Swap start and end"], typed, "Visit")
    assert (turned.start, turned.end) == (clock("09:00"), clock("11:00"))


def test_a_leg_without_a_row_is_put_right() -> None:
    one = plan(*crew(), leg("22:00", "06:00", "Night", mode=LegMode.COACH))
    (way,) = (way for said, way in ways(one, "negative_duration").items() if said == "End the next day")
    night = way.changes.on(one).leg(uid("leg:Night"))
    assert night is not None and night.end_date == date_of(2)


def test_an_item_outside_the_mission_comes_into_it_or_aside() -> None:
    one = plan(*crew(), item("09:00", "10:00", "Late", day=6), item("09:00", "10:00", "There", day=3))
    found = ways(one, "outside_mission")
    (moved,) = (way for said, way in found.items() if said.startswith("Move to the last day"))
    assert after(moved, one, "Late").date == date_of(3)
    assert after(found["Move to “Not placed”"], one, "Late").date is None


def test_an_item_waits_until_its_place_opens() -> None:
    museum = place("Museum", opens=clock("10:00"), closes=clock("18:00"))
    one = plan(*crew(), museum, item("09:30", "11:00", "Tour", place_id=museum.id))
    assert list(ways(one, "closed")) == ["Start 30 min later"]


def test_two_neighbours_change_places() -> None:
    museum = place("Museum", opens=clock("10:30"), closes=clock("12:30"))
    one = plan(
        *crew(),
        museum,
        item("09:30", "10:30", "Tour", place_id=museum.id),
        item("10:30", "11:30", "Talk"),
    )
    found = ways(one, "closed")
    swap = found["Swap “Tour” and “Talk”"]
    assert (after(swap, one, "Talk").start, after(swap, one, "Tour").start) == (clock("09:30"), clock("10:30"))


def test_a_place_for_one_event_at_a_time() -> None:
    hall = place("Hall", exclusive=True)
    one = plan(
        *crew(),
        hall,
        item("09:00", "10:00", "A", groups=["A"], place_id=hall.id),
        item("09:30", "10:30", "B", groups=["B"], place_id=hall.id),
    )
    assert "Start “B” 30 min later" in ways(one, "place_double_booked")


def test_a_hall_that_is_too_full_empties_by_one_item() -> None:
    hall = place("Hall", capacity=4)
    one = plan(
        *crew(),
        hall,
        item("09:00", "10:00", "A", groups=["A"], place_id=hall.id),
        item("09:30", "10:30", "B", groups=["B"], place_id=hall.id),
    )
    assert "Start “B” 30 min later" in ways(one, "over_capacity")


def test_one_vehicle_makes_its_journeys_one_after_the_other() -> None:
    bus: dict[str, Any] = {"mode": LegMode.COACH, "operator": "Alsa", "number": "7", "capacity": 20}
    one = plan(
        *crew(),
        leg("08:00", "08:30", "Out", passengers=PEOPLE[:3], **bus),
        leg("08:20", "08:50", "Back", passengers=PEOPLE[3:], **bus),
        item(None, None, "To the plant", kind="coach", leg="Out", groups=["A"]),
        item(None, None, "To the hall", kind="coach", leg="Back", groups=["B"]),
    )
    found = ways(one, "vehicle_double_booked")
    later = found["Start “To the hall” 10 min later"].changes.on(one).leg(uid("leg:Back"))
    assert later is not None and (later.start, later.end) == (clock("08:30"), clock("09:00"))


def test_a_meeting_is_over_before_people_leave() -> None:
    one = plan(
        *crew()[:4],
        leg("17:00", "19:00", "IB2", passengers=["Elsa Moro"], day=3),
        delegate("Elsa Moro", groups=["B"], departure="IB2"),
        item("16:00", "17:30", "Closing", day=3),
    )
    found = ways(one, "after_departure")
    assert list(found)[0] == "Leave Elsa Moro out"
    assert {"Start 30 min earlier", "End at 17:00"} <= set(found)


def test_people_sleep_in_after_a_late_evening() -> None:
    one = plan(
        *crew(),
        item("21:00", "23:30", "Dinner", kind="meal", locked=True),
        item("09:00", "10:00", "Talk", day=2),
    )
    assert list(ways(one, "short_rest")) == ["Start 30 min later"]


def stay(room_no: str, names: tuple[str, ...], nights: tuple[int, int], room: RoomKind) -> list[r.Record]:
    own = r.Stay(
        id=uid(f"stay:{room_no}"),
        mission_id=MISSION,
        room=room,
        room_no=room_no,
        hotel_id=uid("place:Hotel"),
        from_day=date_of(nights[0]),
        to_day=date_of(nights[1]),
    )
    guests = [
        r.StayGuest(
            id=uid(f"in:{room_no}:{one}"), mission_id=MISSION, stay_id=own.id, person_id=uid(f"person:{one}")
        )
        for one in names
    ]
    return [own, *guests]


def test_a_bed_is_found() -> None:
    others = [
        one
        for number, name in enumerate(PEOPLE[:4])
        for one in stay(str(number), (name,), (1, 3), RoomKind.SINGLE)
    ]
    alone = plan(*crew(), place("Hotel"), *others)
    assert list(ways(alone, "no_bed")) == ["Add a single room for Elsa Moro"]
    shorter = plan(*crew(), place("Hotel"), *others, *stay("9", ("Elsa Moro",), (1, 2), RoomKind.SINGLE))
    assert list(ways(shorter, "no_bed"))[0] == "Keep room 9 for one more night"
    twin = [*others[2:], *stay("7", ("Anna Neri",), (1, 3), RoomKind.TWIN)]
    assert "Put Elsa Moro in room 7" in ways(plan(*crew(), place("Hotel"), *twin), "no_bed")


def test_one_of_two_rooms_is_given_up() -> None:
    one = plan(
        *crew()[:1],
        place("Hotel"),
        *stay("1", PEOPLE[:1], (1, 3), RoomKind.SINGLE),
        *stay("2", PEOPLE[:1], (1, 3), RoomKind.SINGLE),
    )
    assert set(ways(one, "two_beds")) == {"Give up room 1", "Give up room 2"}


def test_a_twin_with_one_guest_is_a_single() -> None:
    one = plan(*crew()[:1], place("Hotel"), *stay("1", PEOPLE[:1], (1, 3), RoomKind.TWIN))
    assert set(ways(one, "odd_twin")) == {"Make it a single room"}


def test_a_full_coach_gives_passengers_to_the_next() -> None:
    ends: dict[str, Any] = {"mode": LegMode.COACH, "origin_text": "Hotel", "destination_text": "Plant"}
    one = plan(
        *crew(),
        leg("08:00", "08:30", "Coach 1", passengers=PEOPLE[:4], capacity=3, **ends),
        leg("08:00", "08:30", "Coach 2", passengers=PEOPLE[4:], capacity=3, **ends),
    )
    (said,) = ways(one, "no_seat")
    assert said.startswith("Seat Dario Sala on Coach 2")


def test_somebody_forgotten_gets_a_seat() -> None:
    coach = leg("08:00", "08:30", "Coach", mode=LegMode.COACH, passengers=PEOPLE[:4], capacity=5)
    one = plan(*crew(), coach, item(None, None, "Coach out", kind="coach", leg="Coach"))
    (way,) = ways(one, "no_seat").values()
    assert [each.person_id for each in way.changes.added if isinstance(each, r.LegPassenger)] == [
        uid("person:Elsa Moro")
    ]


def test_what_is_gone_or_needs_somebody_to_ask_has_none() -> None:
    one = plan(*crew(), item("09:00", "11:00", "A"), item("10:00", "12:00", "B"))
    finding = only(one, "double_booking")
    later = Changes(saved=(replace(one.items[1], start=clock("11:00")),)).on(one)
    assert fixes_for(later, finding, options=TODAY) == ()
    assert fixes_for(one, replace(finding, rule="holiday"), options=TODAY) == ()
    assert set(RULES) > WAYS_OUT.keys()


@pytest.mark.parametrize("languages", [("it", "en"), ("en", "it")])
def test_titles_are_in_the_language_asked_for(languages: tuple[str, ...]) -> None:
    from missionplanner.domain.texts import Texts

    both = Texts.of({"it": "Visita", "en": "Visit"})
    one = plan(*crew(), item("09:00", "10:00", "A", groups=["A"]), item("09:30", "10:30", "B", groups=["A"]))
    one = replace(
        one.changed(items=tuple(replace(each, title=both) for each in one.items)),
        mission=replace(one.mission, languages=languages),
    )
    said = [
        str(each.message) for each in fixes_for(one, only(one, "double_booking"), options=TODAY, language="it")
    ]
    assert said and all("“Visita”" in text for text in said)
    assert options_of(one) == Options()
