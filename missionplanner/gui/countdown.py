"""Say how far away the days of a mission are."""

from __future__ import annotations

import datetime as dt

from missionplanner.base.i18n import Translator
from missionplanner.domain.vocabulary import MissionStatus

WEEK, MONTH, YEAR = 7, 30.44, 365.25
_SOON = 14
"""Days before the first one within which a mission is told in the colour of what comes next."""
_SILENT = (MissionStatus.CANCELLED, MissionStatus.POSTPONED)


def countdown(
    t: Translator, first: dt.date, last: dt.date, today: dt.date, status: MissionStatus | None = None
) -> tuple[str, str]:
    """Return tone and words: "in 12 days", "under way: day 2 of 3", "ended 3 weeks ago".

    A mission that was cancelled or postponed has none: its days are not awaited.
    """
    if status in _SILENT:
        return "quiet", ""
    if today < first:
        days = (first - today).days
        return ("info" if days <= _SOON else "quiet"), _ahead(t, days)
    if today <= last:
        day, of = (today - first).days + 1, (last - first).days + 1
        words = t("under way: today") if of == 1 else t("under way: day {day} of {count}", day=day, count=of)
        return "ok", words
    return "quiet", _behind(t, (today - last).days)


def _ahead(t: Translator, days: int) -> str:
    if days == 1:
        return t("tomorrow")
    if days <= 5 * WEEK:
        return t.plural("in {count} day", "in {count} days", days)
    if days <= 12 * WEEK:
        weeks = round(days / WEEK)
        return t.plural("in {count} week", "in {count} weeks", weeks)
    if days < 2 * YEAR:
        return t.plural("in {count} month", "in {count} months", round(days / MONTH))
    return t.plural("in {count} year", "in {count} years", round(days / YEAR))


def _behind(t: Translator, days: int) -> str:
    if days == 1:
        return t("ended yesterday")
    if days < 2 * WEEK:
        return t.plural("ended {count} day ago", "ended {count} days ago", days)
    if days <= 8 * WEEK:
        return t.plural("ended {count} week ago", "ended {count} weeks ago", round(days / WEEK))
    if days < 2 * YEAR:
        return t.plural("ended {count} month ago", "ended {count} months ago", round(days / MONTH))
    return t.plural("ended {count} year ago", "ended {count} years ago", round(days / YEAR))
