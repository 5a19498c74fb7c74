"""Figures of a mission worked out by hand: what was recorded counts, what was booked does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain import records as r
from missionplanner.domain.figures import (
    Cut,
    Held,
    MeetingCount,
    MeetingSort,
    Presence,
    Share,
    Side,
    course,
    held_of,
    meeting_counts,
    meetings_by_sort,
    presence,
    presence_at,
    progress,
    results,
    shares,
)
from missionplanner.domain.figures.results import scores_of
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import (
    AgreementKind,
    AttendanceState,
    FollowUpState,
    ItemKind,
    ItemStatus,
    MeetingState,
    OrganisationKind,
    QuestionKind,
)
from tests.factories import MISSION, delegate, item, mission, organisation, person, plan, uid

MECH, FOOD, AFM, ACME, TOWN = (uid(f"organisation:{one}") for one in ("MECH", "FOOD", "AFM", "ACME", "TOWN"))
PRESENT, ABSENT, EXCUSED = AttendanceState.PRESENT, AttendanceState.ABSENT, AttendanceState.EXCUSED


def of(name: str, **fields: Any) -> Any:
    return {"mission_id": MISSION, "id": uid(name), **fields}


def host(title: str, owner: Any) -> r.ItemHost:
    return r.ItemHost(mission_id=MISSION, item_id=uid(f"item:{title}"), organisation_id=owner)


def meeting(name: str, a: Any, b: Any, **fields: Any) -> r.Meeting:
    known = {"matchmaking_id": uid("session"), "a_id": a, "b_id": b, "slot": 0, "state": MeetingState.SCHEDULED}
    return r.Meeting(**of(f"meeting:{name}", **known | fields))


def the_plan() -> MissionPlan:
    """Return three delegates of two clusters; a visit, a meeting, a table, a dinner; five meetings booked."""
    made = plan(
        mission(currency="EUR"),
        organisation("MECH", kind=OrganisationKind.CLUSTER, country="IT", region="ITH55", value_chains=("MAT",)),
        organisation("FOOD", kind=OrganisationKind.CLUSTER, country="IT", region="ITH5"),
        organisation("AFM", kind=OrganisationKind.CLUSTER, country="ES", region="ES21"),
        organisation("ACME", kind=OrganisationKind.COMPANY, country="ES"),
        organisation("TOWN", kind=OrganisationKind.MUNICIPALITY, country="ES", region="ES213"),
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        delegate("Cy Rossi", groups=["A"]),
        person("Ana Etxe"),
        item("09:00", "10:00", "Visit", kind=ItemKind.SITE_VISIT),
        item("11:00", "12:00", "Town hall"),
        item("14:00", "15:00", "Table", kind=ItemKind.WORKING_TABLE, groups=["A"]),
        item("20:00", "22:00", "Dinner", kind=ItemKind.MEAL),
        item("23:00", None, "Coach", kind=ItemKind.COACH),
        item("10:00", "11:00", "Fair", kind=ItemKind.FAIR_VISIT, day=2, status=ItemStatus.CANCELLED),
    )
    owners = {"Anna Neri": MECH, "Cy Rossi": MECH, "Bo Li": FOOD, "Ana Etxe": ACME}
    people = tuple(replace(one, organisation_id=owners[one.full_name]) for one in made.people)
    return replace(
        made,
        people=people,
        item_hosts=(host("Visit", ACME), host("Town hall", TOWN), host("Table", AFM)),
        meetings=(
            meeting("1", MECH, AFM),  # cluster to cluster
            meeting("2", MECH, ACME),  # cluster to business
            meeting("3", FOOD, ACME),
            meeting("4", FOOD, TOWN),  # a municipality is neither
            meeting("5", MECH, TOWN, state=MeetingState.CANCELLED),
            meeting("6", FOOD, AFM, slot=None, state=MeetingState.ACCEPTED),  # never had a slot: not booked
        ),
    )


def outcome(name: str, **fields: Any) -> r.Outcome:
    return r.Outcome(**of(f"outcome:{name}", **fields))


def tick(title: str, name: str, state: AttendanceState) -> r.Attendance:
    return r.Attendance(
        mission_id=MISSION, item_id=uid(f"item:{title}"), person_id=uid(f"person:{name}"), state=state
    )


def the_record() -> MissionRecord:
    """Return what was recorded: the visit took place, the town hall did not, of the dinner nobody wrote."""
    return MissionRecord(
        outcomes=(
            outcome("visit", item_id=uid("item:Visit"), held=True, satisfaction=5),
            outcome("hall", item_id=uid("item:Town hall"), held=False, why_not="The mayor was ill. "),
            outcome("1", meeting_id=uid("meeting:1"), held=True, satisfaction=4),
            outcome("2", meeting_id=uid("meeting:2"), held=True),
            outcome("3", meeting_id=uid("meeting:3"), held=False, why_not="Nobody came"),
            outcome("4", meeting_id=uid("meeting:4"), satisfaction=None),  # says nothing of whether it was held
        ),
        attendance=(
            tick("Visit", "Anna Neri", PRESENT),
            tick("Visit", "Bo Li", ABSENT),
            tick("Table", "Anna Neri", AttendanceState.LATE),
            tick("Table", "Cy Rossi", EXCUSED),
            tick("Town hall", "Anna Neri", PRESENT),  # came in vain: the meeting was not held
        ),
        agreements=(
            r.Agreement(**of("g1", kind=AgreementKind.COOPERATION_CASE, value=Decimal("100.50"), currency="EUR")),
            r.Agreement(**of("g2", kind=AgreementKind.MOU, value=Decimal(50))),  # in the mission's currency
            r.Agreement(**of("g3", kind=AgreementKind.MOU, value=Decimal(7), currency="USD")),
        ),
        agreement_parties=(
            r.AgreementParty(**of("p1", agreement_id=uid("g1"), organisation_id=MECH)),
            r.AgreementParty(**of("p2", agreement_id=uid("g1"), organisation_id=AFM)),
        ),
        contacts_made=(
            r.ContactMade(**of("c1", person_id=uid("person:Ana Etxe"), by_id=uid("person:Anna Neri"))),
            r.ContactMade(**of("c2", person_id=uid("person:Ana Etxe"), by_id=uid("person:Bo Li"))),  # met twice
        ),
        followups=(
            r.FollowUp(**of("f1", state=FollowUpState.OPEN)),
            r.FollowUp(**of("f2", state=FollowUpState.DONE)),
        ),
    )


def test_what_was_held_is_what_somebody_recorded() -> None:
    found = {one.item.title.best("en"): one for one in course(the_plan(), the_record())}
    assert {title: one.held for title, one in found.items()} == {
        "Visit": Held.HELD,
        "Town hall": Held.NOT_HELD,
        "Table": Held.HELD,  # two were ticked there
        "Dinner": Held.UNRECORDED,  # confirmed and past, but nobody wrote that it took place
        "Fair": Held.CANCELLED,
    }
    assert found["Town hall"].why == ("The mayor was ill.",)


def test_without_a_record_nothing_was_held() -> None:
    states = {one.held for one in course(the_plan(), MissionRecord())}
    assert states == {Held.UNRECORDED, Held.CANCELLED}
    assert meeting_counts(the_plan(), MissionRecord()) == MeetingCount(unrecorded=4, cancelled=1)


def test_minutes_late_are_counted_over_midnight() -> None:
    for planned, actual, late in (("09:00", "09:25", 25), ("09:00", "08:50", -10), ("23:50", "00:10", 20)):
        made = plan(item(planned, None, "Visit", actual_start=dt.time.fromisoformat(actual)))
        (one,) = course(made, MissionRecord())
        assert (one.late, one.held) == (late, Held.HELD)


def test_meetings_are_counted_by_who_met_whom() -> None:
    # 1 and 2 held, 3 not, of 4 nobody knows; 5 was cancelled beforehand, 6 never booked.
    counts = meeting_counts(the_plan(), the_record())
    assert counts == MeetingCount(held=2, not_held=1, unrecorded=1, cancelled=1)
    assert (counts.booked, counts.recorded) == (4, 3)
    assert meetings_by_sort(the_plan(), the_record()) == {
        MeetingSort.C2C: MeetingCount(held=1),
        MeetingSort.C2B: MeetingCount(held=1, not_held=1),
        MeetingSort.OTHER: MeetingCount(unrecorded=1, cancelled=1),
    }


def test_attendance_is_of_those_ticked_at_what_was_held() -> None:
    the, record = the_plan(), the_record()
    # Visit: Anna there, Bo absent, Cy not ticked. Table, for group A: Anna late, Cy excused.
    assert presence_at(the, record, the.items[0]) == Presence(present=1, absent=1, unrecorded=1)
    found = presence(the, record)
    assert found == Presence(present=2, absent=1, excused=1, unrecorded=1)
    assert (found.rate, found.expected) == (Fraction(2, 4), 5)
    assert presence(the, MissionRecord()).rate is None


def test_results_add_up_by_kind_and_currency() -> None:
    found = results(the_plan(), the_record())
    assert found.agreements == {AgreementKind.MOU: 2, AgreementKind.COOPERATION_CASE: 1}
    assert found.values == {"EUR": Decimal("150.50"), "USD": Decimal(7)}
    assert (found.contacts, found.followups, found.followups_open, found.agreed) == (1, 2, 1, 3)
    # The visit's host and the table's, the two other sides of meetings held, a contact's employer; not the town.
    assert found.met == {ACME, AFM}
    assert (found.satisfaction, found.scores) == (Fraction(9, 2), 2)


def test_figures_by_cut_on_either_side() -> None:
    the, record = the_plan(), the_record()
    assert shares(the, record, Cut.CLUSTER) == {
        MECH: Share(delegates=2, organisations=1, booked=2, held=2, contacts=1, agreements=1),
        FOOD: Share(delegates=1, organisations=1, booked=2),
        None: Share(agreements=2),  # agreements nobody named the parties of
    }
    assert shares(the, record, Cut.REGION)["ITH5"].delegates == 3
    met = shares(the, record, Cut.COUNTRY, Side.THEIRS)
    assert met["ES"] == Share(organisations=2, booked=4, held=2, contacts=1, agreements=1)
    groups = shares(the, record, Cut.GROUP)
    assert {key: share.delegates for key, share in groups.items()} == {uid("group:A"): 2, uid("group:B"): 1}
    assert shares(the, record, Cut.VALUE_CHAIN)["MAT"].delegates == 2


def test_objectives_are_measured_or_told() -> None:
    def aim(indicator: str | None, **fields: Any) -> r.Objective:
        return r.Objective(mission_id=MISSION, indicator=indicator, target=4, **fields)

    aims = (
        aim("b2b_meetings_held"),
        aim("C2C meetings held"),
        aim("cooperation_cases"),
        aim("contacts_made"),
        aim("projected_value"),
        aim("visits_held"),
        aim("smiles"),
        aim("agreements", result=9),
    )
    the = replace(the_plan(), objectives=aims)
    found = progress(the, the_record())
    assert [one.reached for one in found] == [2, 1, 1, 1, None, 1, None, 9]
    assert [one.share for one in found][:2] == [0.5, 0.25]
    assert [one.typed for one in found] == [False] * 7 + [True]
    assert {one.reached for one in progress(the, MissionRecord())} == {None, 9}


def test_scores_of_a_survey_are_whole_numbers_from_one_to_five() -> None:
    question = r.SurveyQuestion(**of("q", kind=QuestionKind.SCORE))
    answers = tuple(
        r.SurveyAnswer(mission_id=MISSION, question_id=question.id, value=value)
        for value in ("5", " 4 ", "6", "0", "3.5", "good", "٣", None)
    )
    record = MissionRecord(survey_questions=(question,), survey_answers=answers)
    assert scores_of(record, question) == (5, 4)
    assert results(plan(), record).satisfaction == Fraction(9, 2)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from([True, False, None]), st.booleans()), max_size=8))
def test_a_meeting_is_counted_once_and_held_only_where_it_is_said(told: list[tuple[bool | None, bool]]) -> None:
    meetings = tuple(
        meeting(str(number), MECH, ACME, state=MeetingState.CANCELLED if gone else MeetingState.SCHEDULED)
        for number, (_, gone) in enumerate(told)
    )
    record = MissionRecord(
        outcomes=tuple(
            outcome(str(number), meeting_id=meetings[number].id, held=held)
            for number, (held, _) in enumerate(told)
        )
    )
    made = replace(plan(), meetings=meetings)
    counts = meeting_counts(made, record)
    assert counts.booked + counts.cancelled == len(told)
    assert counts.held == sum(held is True for held, _ in told)
    assert all(held_of(record, one) in Held for one in meetings)
