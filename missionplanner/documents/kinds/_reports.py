"""List the kinds of documents on what came of a mission: each section of a report can be left out."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.documents.kinds._kind import COVERS, Choice, Kind, Section
from missionplanner.domain.redaction import Audience


def _section(name: str, title: str, *, usual: bool = True) -> Choice:
    """Return the choice whether a section is in a report."""
    values = (("yes", N_("In the report")), ("no", N_("Left out")))
    return Choice(name, title, values if usual else values[::-1])


_SECTIONS = (
    _section("summary", N_("The mission in brief")),
    _section("delegation", N_("Delegation and route")),
    _section("programme", N_("Programme as held")),
    _section("visits", N_("Visits and meetings")),
    _section("meetings", N_("B2B meetings")),
    _section("results", N_("Results and agreements")),
    _section("followups", N_("Follow-up register")),
)
_PHOTOS = _section("photos", N_("Photographs"))

REPORTS = (
    Kind(
        "report",
        N_("Mission report"),
        Section.RESULTS,
        Audience.BOARD,
        about=N_("For the board, members and partners: what was held, what came of it, what is to follow."),
        covers=COVERS,
        choices=(*_SECTIONS, _PHOTOS, _section("annexes", N_("Annexes"), usual=False)),
        results=True,
        made_in="report",
    ),
    Kind(
        "funder_report",
        N_("Report for the funder"),
        Section.RESULTS,
        Audience.AUDITOR,
        about=N_("For who funds the mission: also the budget against what was spent, and evidence as annexes."),
        covers=COVERS,
        choices=(
            *_SECTIONS,
            _section("budget", N_("Budget and expenses")),
            _PHOTOS,
            _section("annexes", N_("Annexes")),
        ),
        results=True,
        made_in="report",
    ),
    Kind(
        "press_text",
        N_("Press text"),
        Section.RESULTS,
        Audience.PRESS,
        about=N_("For the press and one’s website: a text to edit, from what was recorded and nothing else."),
        two_languages=False,
        results=True,
    ),
)
