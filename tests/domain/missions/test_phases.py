"""Which phase a mission is in on a day, and what it asks for next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.missions.phases import FOCUS, Phase, phase_of, stage
from missionplanner.domain.plan import MissionRecord
from missionplanner.domain.vocabulary import AttendanceState, FollowUpState, MissionStatus
from tests import afterwards as a
from tests import factories as f

DEPARTURE = f.START
RETURN = f.START + dt.timedelta(days=2)


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (dt.date(2024, 11, 4), Phase.IDEA),
        (dt.date(2024, 11, 5), Phase.RECRUITMENT),
        (dt.date(2025, 1, 5), Phase.PROGRAMME),
        (DEPARTURE - dt.timedelta(weeks=8), Phase.READINESS),
        (DEPARTURE - dt.timedelta(days=10), Phase.PRINT),
        (DEPARTURE, Phase.UNDER_WAY),
        (RETURN, Phase.UNDER_WAY),
        (RETURN + dt.timedelta(days=1), Phase.CLOSING),
        (RETURN + dt.timedelta(weeks=4, days=1), Phase.FOLLOW_UP),
        (dt.date(2028, 5, 7), Phase.FOLLOW_UP),
        (dt.date(2028, 5, 8), Phase.OVER),
    ],
)
def test_phases_follow_the_days_and_meet_without_a_gap(day: dt.date, phase: Phase) -> None:
    found = stage(f.plan(), MissionRecord(), day)
    assert found.phase is phase
    assert (found.first or dt.date.min) <= day <= (found.last or dt.date.max)


def test_a_status_takes_a_mission_further_never_back() -> None:
    mission = f.mission(status=MissionStatus.CLOSING)
    assert phase_of(mission, RETURN) is Phase.CLOSING
    assert phase_of(mission, RETURN + dt.timedelta(weeks=10)) is Phase.FOLLOW_UP
    assert phase_of(replace(mission, status=MissionStatus.POSTPONED), DEPARTURE) is Phase.STOPPED
    assert phase_of(replace(mission, status=MissionStatus.ARCHIVED), DEPARTURE) is Phase.OVER
    assert phase_of(replace(mission, status=MissionStatus.PLANNING), DEPARTURE) is Phase.UNDER_WAY
    assert set(FOCUS) == set(Phase)


def test_each_phase_asks_for_its_own_and_tells_what_is_next() -> None:
    plan = a.story()
    before = stage(plan, MissionRecord(), DEPARTURE - dt.timedelta(days=200))
    assert [one.key for one in before.asks] == ["destinations", "objectives", "partners", "budget"]
    assert before.next is before.asks[0]
    assert [one.key for one in stage(plan, MissionRecord(), DEPARTURE - dt.timedelta(days=5)).asks] == [
        "items", "places", "delegates",
    ]  # fmt: skip
    ticked = r.Attendance(mission_id=f.MISSION, item_id=a.LAB, person_id=a.ADA, state=AttendanceState.PRESENT)
    step = r.FollowUp(mission_id=f.MISSION, due=RETURN, state=FollowUpState.DONE)
    record = MissionRecord(attendance=(ticked,), followups=(step,))
    under_way = stage(plan, record, DEPARTURE)
    # On the first day the lab alone is over: its attendance is there, its outcome is not.
    assert [(one.key, one.done, one.total) for one in under_way.asks] == [("attendance", 1, 1), ("outcomes", 0, 1)]
    assert under_way.next is under_way.asks[1]
    at_breakfast = dt.datetime.combine(DEPARTURE, dt.time(4), dt.UTC)
    assert stage(plan, record, DEPARTURE, at_breakfast).asks == ()
    after = stage(plan, record, RETURN + dt.timedelta(days=3))
    assert [(one.key, one.done, one.total) for one in after.asks] == [
        ("attendance", 1, 3), ("outcomes", 0, 2), ("next_steps", 1, 1), ("follow_ups", 1, 1), ("report", 0, 1),
    ]  # fmt: skip
    later = stage(plan, record, RETURN + dt.timedelta(days=60))
    assert later.asks[0].key == "follow_ups"
    assert [one.key for one in stage(plan, record, dt.date(2030, 1, 1)).asks] == ["report"]
