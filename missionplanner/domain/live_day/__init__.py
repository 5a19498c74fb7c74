"""Follow a mission on its day: what is now and next, what a delay does, how to mend it, whom to ring."""

from __future__ import annotations

from missionplanner.domain.live_day.calls import Call, Reason, calls_for
from missionplanner.domain.live_day.cascade import Buffer, Cascade, How, Late, Move, cascade, may_be_late
from missionplanner.domain.live_day.now import Lane, Moment, now_and_next

__all__ = [
    "Buffer",
    "Call",
    "Cascade",
    "How",
    "Lane",
    "Late",
    "Moment",
    "Move",
    "Reason",
    "calls_for",
    "cascade",
    "may_be_late",
    "now_and_next",
]
