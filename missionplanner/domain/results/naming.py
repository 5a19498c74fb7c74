"""Name in plain English what came of a mission: held or not, who was there, states of follow-ups."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.figures import Held, MeetingSort
from missionplanner.domain.vocabulary import AttendanceState, FollowUpState

HELD: dict[Held, str] = {
    Held.HELD: N_("Held"),
    Held.NOT_HELD: N_("Not held"),
    Held.CANCELLED: N_("Cancelled"),
    Held.UNRECORDED: N_("Not recorded"),
}

MEETING_SORTS: dict[MeetingSort, str] = {
    MeetingSort.C2C: N_("Cluster to cluster"),
    MeetingSort.C2B: N_("Cluster to business"),
    MeetingSort.B2B: N_("Business to business"),
    MeetingSort.OTHER: N_("Other meetings"),
}

FOLLOW_UP_STATES: dict[FollowUpState, str] = {
    FollowUpState.OPEN: N_("Still open"),
    FollowUpState.WAITING: N_("Waiting for others"),
    FollowUpState.DONE: N_("Done"),
    FollowUpState.DROPPED: N_("Dropped"),
}
"""States in the order a follow-up goes through them."""

ATTENDANCE_STATES: dict[AttendanceState, str] = {
    AttendanceState.PRESENT: N_("Present"),
    AttendanceState.LATE: N_("Came late"),
    AttendanceState.LEFT_EARLY: N_("Left early"),
    AttendanceState.ABSENT: N_("Absent"),
    AttendanceState.EXCUSED: N_("Excused"),
    AttendanceState.REPLACED: N_("Replaced by somebody"),
    AttendanceState.HOST_ABSENT: N_("Host did not come"),
}

USUAL_REASONS: tuple[str, ...] = (
    N_("The host called it off."),
    N_("The host could not receive us."),
    N_("We arrived too late."),
    N_("There was no time left."),
    N_("Illness."),
    N_("Strike."),
    N_("Bad weather."),
    N_("Both sides chose another time."),
)
"""Why something was not held, as offered where that is asked; paper says these in its own language."""

ABSENT, BOTH_ABSENT = N_("{name} did not come."), N_("{a} and {b} did not come.")
