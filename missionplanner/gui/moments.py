"""Say when something was done: today and yesterday by name, other days in full."""

from __future__ import annotations

import datetime as dt

from missionplanner.gui.wording import Wording


def local(time: dt.datetime) -> dt.datetime:
    """Return a UTC time in the zone of this computer."""
    return time.replace(tzinfo=time.tzinfo or dt.UTC).astimezone()


def day_heading(wording: Wording, day: dt.date, today: dt.date) -> str:
    """Return "Today", "Yesterday", "Monday 5 May 2025"."""
    if day == today:
        return wording.t("Today")
    if day == today - dt.timedelta(days=1):
        return wording.t("Yesterday")
    return wording.full_day(day)


def short_moment(wording: Wording, time: dt.datetime, today: dt.date) -> str:
    """Return "14:05" for today, "yesterday 14:05", "5 May 2025" for earlier."""
    here = local(time)
    clock = here.strftime("%H:%M")
    if here.date() == today:
        return clock
    if here.date() == today - dt.timedelta(days=1):
        return wording.t("yesterday {time}", time=clock)
    return wording.days(here.date(), here.date())
