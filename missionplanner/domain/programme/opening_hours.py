"""Read when a place is open from a line somebody wrote, into what the record of a place holds.

A line names days and times, in parts set apart by semicolons, later parts before earlier ones:

    Mo-Fr 09:00-18:00; Sa 09:00-13:00        lun-ven 9-13, 14:30-18; sab 9.00-13.00
    24/7            9-18 (every day)            Su closed            dom chiuso

Days are English or Italian, short or in full, as a list ("Sa, Su") or from one to another ("Fr-Mo"); times take
a colon or a point, or no minutes. What does not read so from end to end is not read at all, so that nobody is
warned because of a misunderstanding.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from missionplanner.domain.text import folded

_Stretch = tuple[int, int]
"""Minutes of a day from its midnight, half-open; the end may lie on the next day."""

_MINUTES = 24 * 60
_WEEK = range(1, 8)
_ALL_DAY: _Stretch = (0, _MINUTES)
_DAYS = (
    ("mo", "mon", "monday", "lun", "lunedi"),
    ("tu", "tue", "tuesday", "mar", "martedi"),
    ("we", "wed", "wednesday", "mer", "mercoledi"),
    ("th", "thu", "thursday", "gio", "giovedi"),
    ("fr", "fri", "friday", "ven", "venerdi"),
    ("sa", "sat", "saturday", "sab", "sabato"),
    ("su", "sun", "sunday", "dom", "domenica"),
)
_NUMBERS = {name: number for number, names in enumerate(_DAYS, start=1) for name in names}
_ALWAYS = re.compile(r"24 ?/ ?7|24 ?h|always|sempre( aperto)?")
_CLOSED = re.compile(r"closed|off|chiuso")
_DASH = r" ?[-–—] ?"
_DAY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DAY_RANGE = re.compile(rf"(?P<first>{_DAY})\.?(?:(?:{_DASH}| to | a )(?P<last>{_DAY})\.?)?")
_TIME = r"(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d\d))?"
_TIMES = re.compile(_TIME.format("a") + _DASH + _TIME.format("b"))
_PART = re.compile(rf"(?P<days>(?:[a-z.]|[-–—, ])*?) ?:? ?(?P<times>(?:\d.*)|{_CLOSED.pattern})?")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Be what a record of a place says of its hours: see ``records.Place``. None is not known, or not limited."""

    opens: dt.time | None = None
    closes: dt.time | None = None
    closed_days: tuple[int, ...] = ()


def read(line: str) -> OpeningHours | None:
    """Return the hours a line tells of, None where any of it cannot be read.

    A record has one opening and one closing time: where days differ they are the earliest and the latest, and
    a break at noon is passed over. Days a line with times leaves out are closed; one that only closes days
    leaves the others open. A place open beyond midnight has no closing time here.
    """
    text = re.sub(r"\b(ore|h) (?=\d)", "", folded(line)).strip(" ;.")
    if _ALWAYS.fullmatch(text):
        return OpeningHours()
    week: dict[int, tuple[_Stretch, ...]] = {}
    for part in text.split(";"):
        days, stretches = _part(part.strip())
        if not days or stretches is None:
            return None
        week.update(dict.fromkeys(days, stretches))
    return _hull(week)


def _hull(week: dict[int, tuple[_Stretch, ...]]) -> OpeningHours:
    stretches = [one for each in week.values() for one in each]
    if not stretches:
        return OpeningHours(closed_days=tuple(sorted(week)))
    begin, end = min(begin for begin, _ in stretches), max(end for _, end in stretches)
    return OpeningHours(
        opens=_clock(begin) if begin else None,
        closes=_clock(end) if end < _MINUTES else None,
        closed_days=tuple(number for number in _WEEK if not week.get(number)),
    )


def _clock(minutes: int) -> dt.time:
    return dt.time(*divmod(minutes, 60))


def _part(text: str) -> tuple[tuple[int, ...], tuple[_Stretch, ...] | None]:
    """Return the days of a part and when they are open; no days or None where it cannot be read."""
    found = _PART.fullmatch(text)
    if found is None or found["times"] is None:
        return (), None
    days = _weekdays(found["days"].strip()) if found["days"].strip() else tuple(_WEEK)
    if _CLOSED.fullmatch(found["times"]):
        return days, ()
    stretches = [_hours(one.strip()) for one in re.split(r",| e | and |/", found["times"])]
    known = tuple(one for one in stretches if one is not None)
    return days, known if len(known) == len(stretches) else None


def _weekdays(text: str) -> tuple[int, ...]:
    """Return the days of a list such as "mo-we, fr"; none where one of them is no day."""
    days: list[int] = []
    for one in re.split(r",| e | and ", text):
        found = _DAY_RANGE.fullmatch(one.strip())
        if found is None:
            return ()
        first, last = _NUMBERS[found["first"]], _NUMBERS[found["last"] or found["first"]]
        days += [(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)]
    return tuple(days)


def _hours(text: str) -> _Stretch | None:
    found = _TIMES.fullmatch(text)
    if found is None:
        return None
    begin, end = (int(found[one + "h"]) * 60 + int(found[one + "m"] or 0) for one in "ab")
    sound = all(int(found[one + "m"] or 0) < 60 for one in "ab")
    return _stretch(begin, end) if sound and begin < _MINUTES and end <= _MINUTES else None


def _stretch(begin: int, end: int) -> _Stretch:
    return begin, end if end > begin else end + _MINUTES
