"""Reckon the days a programme names: which year, which of two numbers is the month, whether the weekday fits."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from missionplanner.exchange.programme_text.days import Said

_DAY = dt.timedelta(days=1)
_WEEK = 7
_YEARS_AHEAD, _YEARS_BACK = 4, 12


@dataclass(frozen=True, slots=True)
class Around:
    """Be what days are reckoned beside: a mission's first and last day, what else the file says, today.

    ``named`` are days and ranges the file names in full, ``written`` is the day it was sent on.
    """

    start: dt.date | None
    end: dt.date | None
    named: Sequence[Said]
    written: dt.date | None
    today: dt.date


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Be a day as reckoned, and the rules that cast doubt on it (found.Warned)."""

    date: dt.date | None
    doubts: tuple[str, ...] = ()


def reckon(said: Sequence[Said], around: Around) -> list[Reckoned]:
    """Return the day of each mention, in their order."""
    month_first = _month_first(said, around)
    plain = [_turned(one, month_first) for one in said]
    year, guessed = _year(plain, around)
    found: list[Reckoned] = []
    first: dt.date | None = None
    for number, one in enumerate(plain):
        before = next((each.date for each in reversed(found) if each.date is not None), None)
        reckoned = _one(one, year, before, _first_day(first, around))
        doubts = list(reckoned.doubts)
        if reckoned.date is not None:
            if one.year is None and one.month is not None and guessed and not _within(reckoned.date, around):
                doubts.append("year_guessed")
            if one.weekday is not None and one.weekday != reckoned.date.weekday():
                doubts.append("weekday_mismatch")
            if _open(said[number], one, month_first, around):
                doubts.append("ambiguous_date")
            if one.number is not None:
                first = first or reckoned.date - (one.number - 1) * _DAY
        else:
            doubts.append("date_unknown")
        found.append(Reckoned(reckoned.date, tuple(doubts)))
    return found


def _first_day(first: dt.date | None, around: Around) -> dt.date | None:
    if first is not None or around.start is not None:
        return first or around.start
    return next((day for one in around.named if (day := _date(one, one.year)) is not None), None)


def _within(day: dt.date, around: Around) -> bool:
    return around.start is not None and around.start - _DAY <= day <= (around.end or around.start) + _DAY


def _turned(one: Said, month_first: bool) -> Said:
    """Return a mention with day and month the right way round."""
    if not one.numeric or one.month is None or one.day is None:
        return one
    if one.month > 12 or (month_first and one.day <= 12):
        return Said(one.begin, one.stop, one.month, one.day, one.year, one.weekday, one.number, True)
    return one


def _month_first(said: Sequence[Said], around: Around) -> bool:
    """Tell whether numbers name the month first: some can only be read so, or weekdays or the mission say so."""
    numeric = [one for one in said if one.numeric and one.month is not None and one.day is not None]
    if any((one.day or 0) > 12 for one in numeric):
        return False
    if any((one.month or 0) > 12 for one in numeric):
        return True
    scores = [_score(numeric, turned, around) for turned in (False, True)]
    return scores[1] > scores[0]


def _score(numeric: Iterable[Said], month_first: bool, around: Around) -> int:
    score = 0
    for one in numeric:
        turned = _turned(one, month_first)
        day = _date(turned, turned.year or (around.start or around.today).year)
        if day is not None:
            score += 2 * _within(day, around) + (turned.weekday is not None and day.weekday() == turned.weekday)
    return score


def _open(said: Said, one: Said, month_first: bool, around: Around) -> bool:
    """Tell whether a mention could as well be another day: no weekday, no mission settles it."""
    if not said.numeric or said.day is None or said.month is None or said.day == said.month:
        return False
    if max(said.day, said.month) > 12:
        return False
    day = _date(one, one.year or around.today.year)
    settled = one.weekday is not None and day is not None and day.weekday() == one.weekday
    return (
        not settled and not (day is not None and _within(day, around)) and not month_first and around.start is None
    )


def _year(said: Sequence[Said], around: Around) -> tuple[int, bool]:
    """Return the year of what names none, and whether it is only guessed."""
    own = Counter(one.year for one in said if one.year is not None)
    if own:
        return own.most_common(1)[0][0] or around.today.year, False
    if around.start is not None:
        return around.start.year, False
    named = [one.year for one in around.named if one.year is not None]
    if named:
        return named[0], False
    hint = around.written or around.today
    years = range(hint.year - _YEARS_BACK, hint.year + _YEARS_AHEAD)
    return max(years, key=lambda year: (*_fitting(said, year, hint), -abs(year - hint.year))), True


def _fitting(said: Sequence[Said], year: int, hint: dt.date) -> tuple[int, bool]:
    """Tell how many weekdays a year fits, and whether its days are still to come."""
    days = [(one, _date(one, year)) for one in said if one.month is not None]
    weekdays = sum(
        day is not None and one.weekday == day.weekday() for one, day in days if one.weekday is not None
    )
    return weekdays, all(day is None or 0 <= (day - hint).days + 30 <= 400 for _, day in days)


def _one(one: Said, year: int, before: dt.date | None, first: dt.date | None) -> Reckoned:
    if one.day is not None and one.month is not None:
        day = _date(one, one.year or year)
        if day is not None and one.year is None and before is not None and (before - day).days > 180:
            day = _date(one, year + 1) or day  # December, then January
        return Reckoned(day)
    if one.number is not None and one.weekday is None and one.day is None:
        return Reckoned(first + (one.number - 1) * _DAY if first is not None else None)
    near = before + _DAY if before is not None else first
    return Reckoned(_following(one, near) if near is not None else None)


def _following(one: Said, near: dt.date) -> dt.date | None:
    """Return the next day from ``near`` on with this weekday, or this number."""
    reach = 31 if one.day is not None else _WEEK
    days = [near + count * _DAY for count in range(reach)]
    if one.day is not None:
        return next((day for day in days if day.day == one.day), None)
    return next((day for day in days if day.weekday() == one.weekday), None)


def _date(one: Said, year: int | None) -> dt.date | None:
    if year is None or one.month is None or one.day is None:
        return None
    try:
        return dt.date(year, one.month, one.day)
    except ValueError:
        return None
