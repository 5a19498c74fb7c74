"""Bring in the heavy libraries once the window is painted, so that the first edit finds them there."""

from __future__ import annotations

import importlib

from missionplanner.base.progress import Progress

SERVICES = (
    "missionplanner.services.workspace",
    "missionplanner.services.missions",
    "missionplanner.services.agenda",
    "missionplanner.services.history",
    "missionplanner.services.backup",
)
"""What opening a workspace and editing it needs."""
LATER = ("missionplanner.services.checks", "missionplanner.services.documents", "missionplanner.services.exchange")
"""What may come after: it is brought in while nobody waits for it."""


def load_services(progress: Progress) -> None:
    """Import what opening a workspace needs. Raises Cancelled between two modules."""
    _load(SERVICES, progress)


def load_rest(progress: Progress) -> None:
    """Import what printing, checking and importing need."""
    _load(LATER, progress)


def _load(names: tuple[str, ...], progress: Progress) -> None:
    for number, name in enumerate(names):
        progress.step(number, len(names))
        importlib.import_module(name)
