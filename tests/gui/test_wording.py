"""Days and words in both languages of the window."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.base.i18n import translator
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.wording import Wording

MAY = dt.date(2025, 5, 6)


@pytest.mark.parametrize(
    ("language", "short", "full", "stretch"),
    [
        ("en", "Tue 6 May", "Tuesday 6 May 2025", "6–8 May 2025"),
        ("it", "Mar 6 mag", "Martedì 6 maggio 2025", "6–8 maggio 2025"),
    ],
)
def test_days_are_written_as_the_language_does(language: str, short: str, full: str, stretch: str) -> None:
    wording = Wording(translator(language))
    assert wording.weekday(MAY) == short
    assert wording.full_day(MAY) == full
    assert wording.days(MAY, MAY + dt.timedelta(days=2)) == stretch


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2025, 5, 6), (2025, 5, 6), "6 May 2025"),
        ((2025, 4, 30), (2025, 5, 2), "30 April – 2 May 2025"),
        ((2025, 12, 30), (2026, 1, 2), "30 December 2025 – 2 January 2026"),
    ],
)
def test_a_stretch_says_no_month_or_year_twice(
    first: tuple[int, int, int], last: tuple[int, int, int], said: str
) -> None:
    assert Wording(translator("en")).days(dt.date(*first), dt.date(*last)) == said


def test_statuses_agree_with_missione_in_italian() -> None:
    wording = Wording(translator("it"))
    assert wording.mission_status(MissionStatus.CONFIRMED) == ("ok", "Confermata")
    assert wording.mission_status(None) == ("quiet", "Senza stato")
