"""Name every failure a person may see. Each is one plain sentence; what it does not name is our bug."""

from __future__ import annotations

from typing import Any

from missionplanner.base.messages import Message


class MissionPlannerError(Exception):
    """Say in one sentence what happened. ``message`` can be said in any language."""

    def __init__(self, text: str, /, **arguments: Any) -> None:
        self.message = Message.of(text, arguments)
        super().__init__(str(self.message))


class Invalid(MissionPlannerError):
    """Refuse a value. ``field`` names where: a form's field or a path in a file, as ``agenda[3].start``."""

    def __init__(self, text: str, /, *, field: str | None = None, **arguments: Any) -> None:
        self.field = field
        super().__init__(text, **arguments)


class NotFound(MissionPlannerError):
    """Miss a thing somebody named: a mission's code, an id, a file."""


class Stale(MissionPlannerError):
    """Refuse to undo or save over what has changed since."""


class Busy(MissionPlannerError):
    """Give up waiting for another writer."""


class Locked(MissionPlannerError):
    """Meet a workspace that somebody else holds alone."""


class Damaged(MissionPlannerError):
    """Meet a file that is broken, empty or cut."""


class Foreign(MissionPlannerError):
    """Meet a file that is not ours."""


class Newer(MissionPlannerError):
    """Meet a file of a later version of the program."""


class Occupied(MissionPlannerError):
    """Refuse to overwrite what exists."""


class InUse(MissionPlannerError):
    """Refuse to delete what others still refer to."""


class Cancelled(MissionPlannerError):
    """Stop because the person asked to."""
