"""Count what came of a mission from what was recorded of it; what was only booked is never counted as held."""

from __future__ import annotations

from missionplanner.domain.figures.attendance import Presence, presence, presence_at
from missionplanner.domain.figures.cuts import Cut, Share, Side, shares
from missionplanner.domain.figures.held import Course, Held, course, held_of
from missionplanner.domain.figures.meetings import MeetingCount, MeetingSort, meeting_counts, meetings_by_sort
from missionplanner.domain.figures.objectives import INDICATORS, Progress, progress
from missionplanner.domain.figures.results import Results, results

__all__ = [
    "INDICATORS",
    "Course",
    "Cut",
    "Held",
    "MeetingCount",
    "MeetingSort",
    "Presence",
    "Progress",
    "Results",
    "Share",
    "Side",
    "course",
    "held_of",
    "meeting_counts",
    "meetings_by_sort",
    "presence",
    "presence_at",
    "progress",
    "results",
    "shares",
]
