from __future__ import annotations

import datetime as dt
from typing import Any

from missionplanner.domain import records as r
from missionplanner.domain.checks import Finding, Options, check
from missionplanner.domain.plan import MissionRecord
from missionplanner.domain.results.outcomes import waiting
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import FollowUpState, MeetingState, MissionStatus
from tests.factories import MISSION, START, Made, delegate, group, item, mission, plan, uid

AFTER = Options(today=START + dt.timedelta(days=10))


def found(rule: str, *things: Made | r.Record, days: int = 10) -> tuple[Finding, ...]:
    return check(plan(*things), only=[rule], options=Options(today=START - dt.timedelta(days=days)))


def test_group_without_leader() -> None:
    groups = [group("A", position=1), group("B", position=2), group("C", leader_id=uid("person:Anna Neri"))]
    (one,) = found("group_without_leader", delegate("Anna Neri"), *groups)
    assert str(one.message) == "Groups “A”, “B” have no leader."
    assert one.others == (groups[0].id, groups[1].id)
    assert found("group_without_leader", *groups[:2], days=15) == ()


def objective(name: str) -> r.Objective:
    return r.Objective(id=uid(f"objective:{name}"), mission_id=MISSION, text=Texts.of(name))


def test_objective_unserved() -> None:
    made = item(title="a")
    served = r.ItemObjective(mission_id=MISSION, item_id=made.id, objective_id=objective("ideas").id)
    (one,) = found("objective_unserved", made, served, objective("ideas"), objective("contacts"))
    assert str(one.message) == "No item works towards the objective “contacts”."
    assert found("objective_unserved", objective("contacts")) == ()
    off = item(title="a", status="cancelled")
    assert len(found("objective_unserved", off, item(title="b"), served, objective("ideas"))) == 1


def outcome(**fields: object) -> r.Outcome:
    return r.Outcome(mission_id=MISSION, **fields)  # type: ignore[arg-type]


def test_outcomes_are_missing_after_the_mission() -> None:
    rows = [item(title="a"), item(title="b"), item(title="c", kind="meal"), item(title="d", status="tentative")]
    one = plan(*rows)
    known = MissionRecord(outcomes=(outcome(item_id=uid("item:a"), held=True),))
    (finding,) = check(one, only=["outcome_missing"], options=AFTER, record=known)
    assert str(finding.message) == "“b” is over and has no outcome yet."
    assert check(one, only=["outcome_missing"], options=AFTER) == ()
    assert check(one, only=["outcome_missing"], options=Options(today=START), record=known) == ()


def test_the_outcome_of_a_meeting_counts_for_its_session() -> None:
    row = item(title="a", kind="b2b")
    session = r.Matchmaking(id=uid("session"), mission_id=MISSION, item_id=row.id)
    held = r.Meeting(
        id=uid("meeting"),
        mission_id=MISSION,
        matchmaking_id=session.id,
        a_id=uid("a"),
        b_id=uid("b"),
        state=MeetingState.SCHEDULED,
    )
    known = MissionRecord(outcomes=(outcome(meeting_id=held.id, held=True),))
    one = plan(row, session, held)
    assert check(one, only=["outcome_missing"], options=AFTER, record=known) == ()
    assert len(check(one, only=["outcome_missing"], options=AFTER, record=MissionRecord())) == 1


def test_outcomes_are_missing_meeting_by_meeting_as_the_outcomes_page_counts_them() -> None:
    row = item(title="a", kind="b2b")
    session = r.Matchmaking(id=uid("session"), mission_id=MISSION, item_id=row.id)
    fields: dict[str, Any] = {"mission_id": MISSION, "matchmaking_id": session.id, "state": MeetingState.SCHEDULED}
    talks = [r.Meeting(id=uid(n), a_id=uid("a"), b_id=uid(n), **fields) for n in "bcde"]
    known = MissionRecord(outcomes=(outcome(meeting_id=talks[0].id, held=False),))
    one = plan(row, session, *talks, item(title="visit", kind="site_visit"))
    (finding,) = check(one, only=["outcome_missing"], options=AFTER, record=known)
    told = waiting(one, known, dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    assert str(finding.message).startswith("5 visits and meetings are over, 4 have no outcome yet, among them “")
    assert (told.over, len(told.missing)) == (5, 4)
    assert set(finding.items) == {row.id, uid("item:visit")}
    assert set(finding.others) == {each.id for each in talks[1:]}


def step(name: str, due: dt.date | None, state: FollowUpState | None) -> r.FollowUp:
    return r.FollowUp(id=uid(name), mission_id=MISSION, text=Texts.of(name), due=due, state=state)


def test_followup_overdue() -> None:
    yesterday = START + dt.timedelta(days=9)
    steps = (
        step("write", yesterday, FollowUpState.OPEN),
        step("call", yesterday, FollowUpState.DONE),
        step("meet", START + dt.timedelta(days=10), None),
        step("think", None, None),
    )
    known = MissionRecord(followups=steps)
    (one,) = check(plan(), only=["followup_overdue"], options=AFTER, record=known)
    assert str(one.message) == "The next step “write” is overdue."
    off = plan(mission(status=MissionStatus.CANCELLED))
    assert check(off, only=["followup_overdue"], options=AFTER, record=known) == ()
