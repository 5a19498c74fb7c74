"""Declare every table of a workspace."""

from missionplanner.db.models import (
    agenda,
    bookkeeping,
    directory,
    journal,
    logistics,
    matchmaking,
    mission,
    money,
    readiness,
    results,
)

__all__ = [
    "agenda",
    "bookkeeping",
    "directory",
    "journal",
    "logistics",
    "matchmaking",
    "mission",
    "money",
    "readiness",
    "results",
]
