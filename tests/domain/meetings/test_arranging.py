"""Slots and tables are changed while what names them follows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.meetings.arranging import (
    Desk,
    Hours,
    hours_between,
    numbered_desks,
    with_slots,
    with_tables,
)
from missionplanner.domain.meetings.session import Session, sessions
from missionplanner.domain.vocabulary import MeetingState
from tests import factories as f
from tests.meetings import b2b, meets, party

DAY = f.START
AB = meets("A", "B", 1, "1", locked=True)


def clock(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def session() -> Session:
    firms = [one for name in "AB" for one in (f.organisation(name), *party(name, unavailable=(0, 2)))]
    return sessions(f.plan(*firms, *b2b(), AB))[0]


def after(there: Session, slots: list[Hours]) -> Session:
    plan = with_slots(there, slots).on(there.plan)
    return sessions(plan)[0]


def test_hours_are_cut_into_slots() -> None:
    found = hours_between(DAY, clock("09:00"), clock("10:00"), 20, 5)
    assert [(f"{one.start:%H:%M}", f"{one.end:%H:%M}") for one in found] == [
        ("09:00", "09:20"),
        ("09:25", "09:45"),
    ]
    assert len(hours_between(DAY, clock("09:00"), clock("10:00"), 20)) == 3
    for start, end, minutes, pause in (
        ("10:00", "09:00", 20, 0),
        ("09:00", "10:00", 0, 0),
        ("09:00", "10:00", 5, -1),
    ):
        with pytest.raises(Invalid):
            hours_between(DAY, clock(start), clock(end), minutes, pause)


def test_a_slot_put_first_moves_all_numbers_along() -> None:
    there = session()
    kept = [Hours(one.date, one.start, one.end, one.position) for one in there.slots]
    now = after(there, [*kept, Hours(DAY, clock("08:00"), clock("08:25"))])
    assert [one.position for one in now.slots] == [0, 1, 2, 3]
    assert (now.live[0].slot, now.participants[0].participant.unavailable) == (2, (1, 3))


def test_who_met_in_a_slot_that_goes_waits() -> None:
    there = session()
    now = after(there, [Hours(one.date, one.start, one.end) for one in there.slots if one.position != 1])
    one = now.live[0]
    assert (one.slot, one.table, one.locked, one.state) == (
        None,
        None,
        None,
        MeetingState.ACCEPTED,
    )
    assert now.participants[0].participant.unavailable == (0, 1)


def test_a_slot_may_move_in_time_with_its_meetings() -> None:
    there = session()
    second = there.slots[1]
    now = after(there, [replace(one, start=clock("15:00"), end=clock("15:25")) for one in _hours(second)])
    assert (now.live[0].slot, now.slots[0].id) == (0, second.id)


def _hours(*slots: Any) -> list[Hours]:
    return [Hours(one.date, one.start, one.end, one.position) for one in slots]


@pytest.mark.parametrize(
    "slots",
    [
        [Hours(DAY, clock("09:00"), clock("09:30")), Hours(DAY, clock("09:20"), clock("09:40"))],
        [Hours(DAY, clock("09:30"), clock("09:30"))],
        [Hours(dt.date(2025, 3, 30), clock("02:30"), clock("03:30"))],
    ],
)
def test_impossible_slots_are_refused(slots: list[Hours]) -> None:
    with pytest.raises(Invalid) as error:
        with_slots(session(), slots)
    assert error.value.field == "slots"


def test_meetings_follow_a_table_that_is_renamed() -> None:
    there = session()
    first, second = there.tables
    desks = [Desk("B", id=second.id), Desk("Basque", capacity=4, id=first.id)]
    now = sessions(with_tables(there, desks).on(there.plan))[0]
    assert [one.name for one in now.tables] == ["B", "Basque"]
    assert now.live[0].table == "Basque"
    bare = sessions(with_tables(there, [Desk("2")]).on(there.plan))[0]
    assert (bare.live[0].slot, bare.live[0].table, bare.tables[0].id) == (1, None, second.id)
    for wrong in ([Desk("1"), Desk("1 ")], [Desk(" ")], [Desk("1", capacity=1)]):
        with pytest.raises(Invalid):
            with_tables(there, wrong)
    assert [one.name for one in numbered_desks(2)] == ["1", "2"]
