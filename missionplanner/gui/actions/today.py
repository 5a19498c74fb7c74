"""Declare what is done while a mission is under way: say that one is late, and keep what happens."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import AGENDA, MISSION, REPORT, VIEW, Spec

PAGE = "today"
MOMENT, ITEM = "today_shown", "today_item"
"""What these need: something of the day on screen, something of it that is under way."""


def _own(name: str, text: str, icon: str, keys: tuple[str, ...], needs: str, also: str) -> Spec:
    line = name == "today_present"
    return Spec(name, REPORT, text, icon, keys, needs, PAGE, local=True, separated=line, also=also)


SPECS: tuple[Spec, ...] = (
    Spec(
        "today", VIEW, N_("Today"), "sun", ("Ctrl+J",), MISSION,
        also=N_("live day, now, next, under way"),
    ),
    Spec(
        "today_late", AGENDA, N_("Running late…"), "clock-alert", ("Ctrl+Alt+L",), MISSION, PAGE, separated=True,
        also=N_("delay, cascade, overrun"),
    ),
    _own(
        "today_present", N_("All present at what is on now"), "check-check", ("P",), ITEM, N_("attendance, tick")
    ),
    _own("today_note", N_("Jot down a note…"), "notebook-pen", ("N",), MISSION, N_("field note, remember")),
    _own("today_contact", N_("Somebody was met…"), "contact", ("M",), MISSION, N_("business card, contact made")),
    _own("today_card", N_("Business card…"), "id-card", ("B",), MISSION, N_("vcard, vcf, contact, met")),
    _own("today_photos", N_("Photos of the day…"), "image-plus", ("F",), MISSION, N_("pictures, camera")),
    _own("today_paste", N_("Keep what is on the clipboard"), "clipboard-paste", ("Ctrl+V",), MISSION,
         N_("paste, picture, screenshot, card, note")),
    Spec(
        "print_run_sheet", AGENDA, N_("Print the run sheet…"), "printer", (), MISSION,
        also=N_("day sheet, running order"),
    ),
)  # fmt: skip
