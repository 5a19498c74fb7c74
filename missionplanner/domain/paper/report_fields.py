"""Name what a report written in one's own Word document may name, beside what every letter may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from missionplanner.base.messages import N_
from missionplanner.domain.paper import letters
from missionplanner.domain.paper.letters import Field, LetterKind

REPORT_FIELDS = (
    Field("report.visits_held", N_("Visits and meetings held")),
    Field("report.visits_planned", N_("Visits and meetings planned")),
    Field("report.meetings_held", N_("B2B meetings held")),
    Field("report.meetings_booked", N_("B2B meetings booked")),
    Field("report.organisations_met", N_("Organisations met")),
    Field("report.contacts", N_("New contacts")),
    Field("report.agreements", N_("Agreements and ideas")),
    Field("report.value", N_("Projected value")),
    Field("report.satisfaction", N_("Satisfaction, of 5")),
    Field("report.attendance", N_("Attendance, of those recorded")),
    Field("report.planned", N_("Budget planned")),
    Field("report.spent", N_("Budget spent")),
    Field("objective.text", N_("Objective")),
    Field("objective.target", N_("Target")),
    Field("objective.reached", N_("Reached")),
    Field("objective.share", N_("Of the target")),
    Field("held.title", N_("Title")),
    Field("held.day", N_("Day")),
    Field("held.time", N_("Time")),
    Field("held.place", N_("Place")),
    Field("held.hosts", N_("Hosts")),
    Field("held.state", N_("As held")),
    Field("held.present", N_("Who was there")),
    Field("held.summary", N_("What came of it")),
    Field("held.next_step", N_("Next step")),
    Field("agreement.kind", N_("Kind")),
    Field("agreement.text", N_("Subject")),
    Field("agreement.parties", N_("Parties")),
    Field("agreement.date", N_("Day")),
    Field("agreement.value", N_("Value")),
    Field("followup.text", N_("Next step")),
    Field("followup.owner", N_("Who")),
    Field("followup.due", N_("Due")),
    Field("followup.state", N_("State")),
    Field("cost.category", N_("Category")),
    Field("cost.planned", N_("Planned")),
    Field("cost.spent", N_("Spent")),
)
"""Of what nobody recorded a field is empty: a line to write on, never a nought."""

REPORT_SECTIONS: Mapping[str, tuple[str, str]] = {
    "objectives": ("objective", N_("For each objective")),
    "visits": ("held", N_("For each visit and meeting")),
    "agreements": ("agreement", N_("For each agreement")),
    "followups": ("followup", N_("For each next step")),
    "costs": ("cost", N_("For each category of costs")),
}
"""What repeats: its name → the subject it goes through, and its words."""
_OF_LETTERS = ("letter", "sender", "mission", "delegate", "day")
"""Subjects of letters that a report may name too."""


def fields() -> tuple[Field, ...]:
    """Return everything a report may name, in the order of a list of it."""
    shared = (one for one in letters.fields(LetterKind.TO_DELEGATES) if one.subject in _OF_LETTERS)
    return (*shared, *REPORT_FIELDS)


def unknown(named: Iterable[str]) -> tuple[str, ...]:
    """Return what a template names that a report does not have, each once, in order."""
    known = {one.name for one in fields()} | REPORT_SECTIONS.keys() | {"delegates", "days"}
    return tuple(dict.fromkeys(name for name in named if name not in known))
