"""Check a mission: pure functions over a plan and what is known of the world (DOMAIN §6)."""

from missionplanner.domain.checks import (
    beds,
    dates,
    days,
    follow_up,
    frame,
    holidays,
    hosts,
    journeys,
    languages,
    paperwork,
    people,
    places,
    seats,
    timetables,
    travel,
)
from missionplanner.domain.checks.checker import Checker
from missionplanner.domain.checks.findings import Finding, Fix, Observed, Severity
from missionplanner.domain.checks.imported import weekday_mismatch
from missionplanner.domain.checks.knowledge import Airport, Knowledge
from missionplanner.domain.checks.options import Options, options_of
from missionplanner.domain.checks.registry import RULES, Rule, check, rule
from missionplanner.domain.checks.speech import said

FAMILIES = (
    people,
    dates,
    journeys,
    places,
    travel,
    days,
    languages,
    timetables,
    beds,
    seats,
    hosts,
    paperwork,
    holidays,
    frame,
    follow_up,
)
"""The files that register rules."""

__all__ = [
    "FAMILIES",
    "RULES",
    "Airport",
    "Checker",
    "Finding",
    "Fix",
    "Knowledge",
    "Observed",
    "Options",
    "Rule",
    "Severity",
    "check",
    "options_of",
    "rule",
    "said",
    "weekday_mismatch",
]
