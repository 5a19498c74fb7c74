"""Declare what is done after a mission: who was there, what came of it, the report."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import MISSION, REPORT, VIEW, Spec

PAGE = "report"
CELLS, COLUMN = "attendance_cells", "attendance_column"
OUTCOME, WAITING, STEPS, PHOTO = "chosen_outcomes", "outcomes_waiting", "chosen_steps", "chosen_photos"
"""What these need: chosen cells of who was there, one item of it, chosen visits or meetings, some without an
outcome, chosen next steps, chosen photos."""


def _local(
    name: str, text: str, icon: str, keys: tuple[str, ...] = (), needs: str = CELLS, also: str = ""
) -> Spec:
    line = name in ("attend_sheet", "outcome_held", "step_done", "add_photos")
    return Spec(name, REPORT, text, icon, keys, needs, PAGE, local=True, separated=line, also=also)


_ATTENDANCE = (
    _local("attend_present", N_("Present"), "check", ("1",), also=N_("attendance, was there, tick")),
    _local("attend_late", N_("Came late"), "clock-alert", ("2",), also=N_("attendance, delay")),
    _local("attend_left", N_("Left early"), "log-out", ("3",), also=N_("attendance, went")),
    _local("attend_absent", N_("Absent"), "user-x", ("4",), also=N_("attendance, missing, no-show")),
    _local("attend_excused", N_("Excused"), "mail", ("5",), also=N_("attendance, justified")),
    _local("attend_replaced", N_("Sent somebody else"), "repeat-2", ("6",), also=N_("attendance, substitute")),
    _local("attend_forget", N_("Not recorded"), "circle-dashed", ("0",), also=N_("attendance, clear, unknown")),
    _local(
        "attend_details", N_("Times, substitute and note…"), "clock", (), also=N_("arrived, left, replaced by")
    ),
    _local(
        "attend_sheet",
        N_("Key a signed sheet in…"),
        "clipboard-list",
        ("Ctrl+Shift+S",),
        COLUMN,
        N_("attendance sheet, numbers, signatures"),
    ),
    _local(
        "attend_all",
        N_("All present"),
        "check-check",
        ("Ctrl+Shift+A",),
        COLUMN,
        N_("attendance, everybody, tick all"),
    ),
    _local("attend_host", N_("The host was absent"), "ban", (), COLUMN, N_("attendance, nobody received us")),
)
_OUTCOMES = (
    _local("outcome_held", N_("It was held"), "check", ("H", "Ctrl+Alt+H"), OUTCOME, N_("took place, outcome")),
    _local(
        "outcome_not_held",
        N_("It was not held…"),
        "x",
        ("Shift+H", "Ctrl+Alt+N"),
        OUTCOME,
        N_("cancelled, no-show, why"),
    ),
    _local(
        "outcome_next",
        N_("Next without an outcome"),
        "arrow-down",
        ("F9",),
        WAITING,
        N_("missing, waiting, go on"),
    ),
)
_FURTHER = (
    _local("step_done", N_("Done"), "check-check", ("Ctrl+Alt+D",), STEPS, N_("next step, follow-up, close")),
    _local("step_reminders", N_("Add the reminders after the mission"), "bell", (), MISSION, N_("follow-up, T+7")),
    _local("read_card", N_("Add from a business card…"), "id-card", (), MISSION, N_("vcard, vcf, contact, met")),
    _local("import_answers", N_("Import answers…"), "file-input", (), MISSION, N_("survey, excel, spreadsheet")),
    _local("add_photos", N_("Add photos…"), "image-plus", (), MISSION, N_("pictures, images")),
    _local("photo_earlier", N_("Put the photos earlier"), "arrow-left", ("Alt+Left",), PHOTO, N_("order, move")),
    _local("photo_later", N_("Put the photos later"), "arrow-right", ("Alt+Right",), PHOTO, N_("order, move")),
    _local("delete_photos", N_("Delete the photos"), "trash-2", ("Delete",), PHOTO, N_("remove pictures")),
)
SPECS: tuple[Spec, ...] = (
    Spec(
        "report",
        VIEW,
        N_("Report"),
        "clipboard-check",
        ("Ctrl+9",),
        MISSION,
        also=N_("attendance, outcomes, follow-up, agreements, contacts, survey, photos, results, KPI"),
    ),
    Spec(
        "produce_report",
        REPORT,
        N_("Produce report…"),
        "file-text",
        (),
        MISSION,
        "documents",
        also=N_("final report, funder, pdf"),
    ),
    Spec(
        "own_template",
        REPORT,
        N_("Own template…"),
        "file-input",
        (),
        MISSION,
        also=N_("word, docx, fields, starter, funder"),
    ),
    *_ATTENDANCE,
    *_OUTCOMES,
    *_FURTHER,
)
