"""Where cut items come to lie in their own mission."""

from __future__ import annotations

import datetime as dt

from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.agenda.cutting import cut_of, moved
from tests.factories import START, date_of, item, plan, uid

DAY = dt.timedelta(days=1)


def three() -> MissionPlan:
    return plan(
        item("09:00", "10:00", "Visit"),
        item("11:00", "12:00", "Lunch", day=2),
        item("14:00", "15:30", "Talk", day=2),
        item(title="Idea", day=None),
    )


def told(made: MissionPlan, names: list[str], day: dt.date, *, after_last: bool = False) -> list[object]:
    ids = [uid(f"item:{name}") for name in names]
    return [
        (one.date, f"{one.start:%H:%M}" if one.start else "")
        for one in moved(made, ids, day, after_last=after_last)
    ]


def test_days_and_times_keep_their_distance_and_the_shelf_comes_along() -> None:
    assert told(three(), ["Visit", "Talk", "Idea"], START + DAY) == [
        (date_of(2), "09:00"),
        (date_of(3), "14:00"),
        (date_of(2), ""),
    ]


def test_after_the_last_counts_the_others_only() -> None:
    assert told(three(), ["Visit"], START + DAY, after_last=True) == [(date_of(2), "15:30")]
    assert told(three(), ["Talk"], START + DAY, after_last=True) == [(date_of(2), "12:00")]
    assert told(three(), ["Talk"], START + 2 * DAY, after_last=True) == [(date_of(3), "14:00")]


def test_what_is_gone_is_left_out_and_each_cut_has_a_token_of_its_own() -> None:
    made = three()
    assert told(made, ["Gone"], START) == []
    one, other = cut_of(made, [uid("item:Visit")]), cut_of(made, [uid("item:Visit")])
    assert one.code == made.mission.code
    assert one.token != other.token
