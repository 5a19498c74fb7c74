"""Work out the days of events that repeat, within bounds nothing in a file can move (RFC 5545 §3.3.10)."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping
from typing import Any

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

MAX_OCCURRENCES = 5_000
"""Occurrences of a whole file."""
MAX_SECONDS = 1.0
"""Seconds all rules of a file may take; the rules of a year of meetings take some milliseconds."""

_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})
_CYCLE = 400
"""Years after which the calendar repeats itself, weekdays included."""
_DAYS_OF_CYCLE = 146_097


class Allowance:
    """Count what the rules of one file cost, and refuse it where they cost too much."""

    def __init__(self) -> None:
        self._left = MAX_OCCURRENCES
        self._spent = 0.0

    def take(self, occurrences: int, seconds: float) -> None:
        """Note what a rule took. Raises Invalid, of the field ``file``, once the file has had its share."""
        self._left -= occurrences
        self._spent += seconds
        if self._left < 0:
            text = N_("The calendar repeats its events more than {most} times and was not read.")
            raise Invalid(text, field="file", most=MAX_OCCURRENCES)
        if self._spent > MAX_SECONDS:
            text = N_("Working out how the events of this calendar repeat takes too long; it was not read.")
            raise Invalid(text, field="file")

    @property
    def left(self) -> int:
        return self._left


def starts(
    rule: Mapping[str, Any],
    first: dt.datetime,
    until: dt.datetime | None,
    window: tuple[dt.date, dt.date],
    allowance: Allowance,
) -> list[dt.datetime]:
    """Return the wall times at which a rule repeats ``first`` within ``window``, both ends inclusive.

    ``until`` is the rule's own end as wall time. Raises Invalid for what is no rule the program follows.
    The rule is worked out as many cycles of 400 years later as the calendar allows: there a rule that never
    comes true ends after some centuries instead of after eight thousand years.
    """
    text = _checked(rule)
    from dateutil.rrule import rrulestr

    began = time.process_time()
    last = dt.datetime.combine(window[1], dt.time.max.replace(microsecond=0))
    limit = min(last, until) if until is not None else last
    cycles = (dt.MAXYEAR - max(limit.year, first.year)) // _CYCLE
    shift = dt.timedelta(days=cycles * _DAYS_OF_CYCLE)
    found: list[dt.datetime] = []
    try:
        repeated = rrulestr(text, dtstart=first + shift)
        for one in repeated:
            moment = one - shift
            if moment > limit or len(found) > allowance.left:
                break
            if moment.date() >= window[0]:
                found.append(moment)
            if time.process_time() - began > MAX_SECONDS:
                break
    except (ValueError, TypeError, OverflowError, IndexError) as error:
        raise Invalid(N_("Its rule of repeating cannot be read.")) from error
    allowance.take(len(found), time.process_time() - began)
    return found


def _checked(rule: Mapping[str, Any]) -> str:
    """Return the rule as dateutil reads it, without its end."""
    parts = {name.upper(): [str(one) for one in _listed(value)] for name, value in rule.items()}
    frequency = (parts.get("FREQ") or [""])[0].upper()
    interval = (parts.get("INTERVAL") or ["1"])[0]
    if not interval.isdigit() or not 1 <= int(interval) <= 1000:
        raise Invalid(N_("It repeats at no possible interval ({interval})."), interval=interval[:20])
    if frequency not in _FREQUENCIES or parts.keys() - _KNOWN:
        raise Invalid(N_("It repeats by a rule the program does not follow."))
    if sum(len(values) for values in parts.values()) > 100:
        raise Invalid(N_("Its rule of repeating cannot be read."))
    kept = (f"{name}={','.join(values)}" for name, values in parts.items() if name != "UNTIL")
    return ";".join(kept)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
