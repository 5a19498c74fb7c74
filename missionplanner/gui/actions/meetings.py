"""Declare what is done with the meetings of a B2B session: on its timetable, by participant, round by round."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import B2B, Spec

PAGE = "b2b"
MEETING, PLACED, PLANNED, CALLED_OFF, SPOKEN = (
    "meeting",
    "placed_meeting",
    "planned_meeting",
    "cancelled_meeting",
    "session_interpreters",
)
"""What these need: a meeting that is chosen, one that has a slot, one that is not cancelled, one that is, one that
is not cancelled in a session with interpreters."""
PLACING = "placing_meeting"
"""What this needs: a meeting that is not cancelled, or a place where nobody meets."""
STORED = "stored_meeting"
"""What this needs: a meeting that takes place."""
TWO = "two_meetings"
"""What this needs: two meetings that take place in two slots."""
ROUNDS, MET = "rounds", "round_meeting"
"""What these need: rounds on screen, a meeting chosen in one."""


def _local(name: str, text: str, icon: str, keys: tuple[str, ...], needs: str, also: str = "") -> Spec:
    line = name in ("meeting_place", "round_held")
    return Spec(name, B2B, text, icon, keys, needs, PAGE, local=True, separated=line, also=also)


_TIMETABLE = (
    _local(
        "meeting_place",
        N_("Place or move the meeting…"),
        "move",
        ("M",),
        PLACING,
        N_("slot, table, swap, exchange, reschedule"),
    ),
    _local("meeting_lock", N_("Lock or release the meetings"), "lock", ("L",), PLACED, N_("keep, fix, pin")),
    _local(
        "meeting_interpreter",
        N_("Interpreter of the meeting…"),
        "languages",
        ("I",),
        SPOKEN,
        N_("language, translate"),
    ),
    _local("meeting_take_off", N_("Take off the timetable"), "inbox", ("Shift+Del",), PLACED, N_("unplace, free")),
    _local("meeting_cancel", N_("Cancel the meetings"), "ban", ("Delete",), PLANNED, N_("call off, remove")),
    _local("meeting_back", N_("Bring the meetings back"), "rotate-ccw", (), CALLED_OFF, N_("restore, reinstate")),
    _local(
        "meeting_outcome",
        N_("What came of the meeting"),
        "clipboard-check",
        ("O",),
        STORED,
        N_("outcome, result, notes, next step, report"),
    ),
    _local(
        "meeting_order",
        N_("Keep the order of two meetings, or free it"),
        "list-ordered",
        (),
        TWO,
        N_("before, after, precedence, first"),
    ),
    _local("meeting_details", N_("Details of the meeting"), "panel-right", (), MEETING, N_("who sits, why here")),
    _local("meeting_earlier", N_("Meet in an earlier slot"), "arrow-up", ("Alt+Up",), PLACED, N_("move, before")),
    _local("meeting_later", N_("Meet in a later slot"), "arrow-down", ("Alt+Down",), PLACED, N_("move, after")),
    _local("meeting_left", N_("Meet at a table before"), "arrow-left", ("Alt+Left",), PLACED, N_("move, left")),
    _local("meeting_right", N_("Meet at a table after"), "arrow-right", ("Alt+Right",), PLACED, N_("move, right")),
)
_ROUND = (
    _local("round_held", N_("The meeting was held"), "check", ("H",), MET, N_("took place, outcome, done")),
    _local("round_no_show", N_("Somebody did not come…"), "user-x", ("N",), MET, N_("no-show, absent, missing")),
    _local("round_unsaid", N_("Forget what was said of the meeting"), "undo-2", (), MET, N_("outcome, clear")),
    _local("round_before", N_("Round before"), "chevron-left", (), ROUNDS, N_("previous")),
    _local("round_after", N_("Round after"), "chevron-right", (), ROUNDS, N_("next")),
    _local("round_now", N_("The round of now"), "timer", (), ROUNDS, N_("live, present, today")),
)
SPECS: tuple[Spec, ...] = (*_TIMETABLE, *_ROUND)
DEEDS = tuple(spec.name for spec in SPECS)
