"""Say when a proposed slot is."""

from __future__ import annotations

from missionplanner.domain import records as r
from missionplanner.gui.wording import Wording


def when_of(option: r.ItemOption, wording: Wording) -> str:
    """Return day and times of a slot: "Tue 6 May, 10:00–11:30"."""
    day = wording.weekday(option.date) if option.date is not None else ""
    return ", ".join(part for part in (day, times_of_slot(option)) if part)


def times_of_slot(option: r.ItemOption) -> str:
    """Return start and end of a slot: "10:00–11:30"."""
    start = f"{option.start:%H:%M}" if option.start is not None else ""
    return f"{start}–{option.end:%H:%M}" if start and option.end is not None else start
