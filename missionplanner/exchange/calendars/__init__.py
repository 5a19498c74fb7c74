"""Read and write calendars (iCalendar, RFC 5545)."""

from __future__ import annotations

from missionplanner.exchange.calendars.drafts import EventDraft, Events, Party
from missionplanner.exchange.calendars.reading import read
from missionplanner.exchange.calendars.writing import write, write_meetings

__all__ = ["EventDraft", "Events", "Party", "read", "write", "write_meetings"]
