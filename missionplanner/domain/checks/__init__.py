"""Check a mission: pure functions over a plan and what is known of the world (DOMAIN §6)."""

from missionplanner.domain.checks import dates, journeys, people
from missionplanner.domain.checks.findings import Finding, Fix, Observed, Severity
from missionplanner.domain.checks.knowledge import Airport, Knowledge
from missionplanner.domain.checks.registry import RULES, Rule, check, rule
from missionplanner.domain.checks.speech import said

FAMILIES = (dates, journeys, people)
"""The files that register rules."""

__all__ = [
    "FAMILIES",
    "RULES",
    "Airport",
    "Finding",
    "Fix",
    "Knowledge",
    "Observed",
    "Rule",
    "Severity",
    "check",
    "rule",
    "said",
]
