"""Show what is selected on the agenda, all of it, and edit it field by field."""

from missionplanner.gui.inspector.panel import Inspector

__all__ = ["Inspector"]
