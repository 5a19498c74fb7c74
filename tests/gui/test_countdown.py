"""How far away a mission is, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.base.i18n import translator
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.countdown import countdown

FIRST, LAST = dt.date(2025, 5, 5), dt.date(2025, 5, 7)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-12, ("info", "in 12 days")),
        (-1, ("info", "tomorrow")),
        (-36, ("quiet", "in 5 weeks")),
        (-150, ("quiet", "in 5 months")),
        (-800, ("quiet", "in 2 years")),
        (0, ("ok", "under way: day 1 of 3")),
        (1, ("ok", "under way: day 2 of 3")),
        (3, ("quiet", "ended yesterday")),
        (5, ("quiet", "ended 3 days ago")),
        (23, ("quiet", "ended 3 weeks ago")),
        (190, ("quiet", "ended 6 months ago")),
    ],
)
def test_days_are_told_the_way_people_count_them(days: int, said: tuple[str, str]) -> None:
    assert countdown(translator("en"), FIRST, LAST, FIRST + dt.timedelta(days=days)) == said


def test_a_single_day_is_today() -> None:
    assert countdown(translator("en"), FIRST, FIRST, FIRST) == ("ok", "under way: today")


@pytest.mark.parametrize("status", [MissionStatus.CANCELLED, MissionStatus.POSTPONED])
def test_nobody_waits_for_what_was_called_off(status: MissionStatus) -> None:
    assert countdown(translator("en"), FIRST, LAST, FIRST, status)[1] == ""
