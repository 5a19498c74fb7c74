"""Declare what is done while a mission is under way: say that one is late, and keep what happens."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import AGENDA, MISSION, REPORT, VIEW, Spec

PAGE = "today"
MOMENT, ITEM = "today_shown", "today_item"
"""What these need: something of the day on screen, something of it that is under way."""


def _own(name: str, text: str, icon: str, keys: tuple[str, ...], needs: str, also: str) -> Spec:
    return Spec(name, REPORT, text, icon, keys, needs, PAGE, separated=name == "today_present", also=also)


SPECS: tuple[Spec, ...] = (
    Spec(
        "today", VIEW, N_("Today"), "sun", ("Ctrl+J",), MISSION,
        also=N_("live day, now, next, under way"),
    ),
    Spec(
        "today_late", AGENDA, N_("Running late…"), "clock-alert", ("Ctrl+Alt+L",), MISSION, PAGE, separated=True,
        also=N_("delay, cascade, overrun"),
    ),
    _own("today_present", N_("All present at what is on now"), "check-check", (), ITEM, N_("attendance, tick")),
    _own("today_note", N_("Jot down a note…"), "notebook-pen", (), MISSION, N_("field note, remember")),
    _own("today_contact", N_("Somebody was met…"), "contact", (), MISSION, N_("business card, contact made")),
    Spec(
        "print_run_sheet", AGENDA, N_("Print the run sheet…"), "printer", (), MISSION, "documents",
        also=N_("day sheet, running order"),
    ),
)  # fmt: skip
