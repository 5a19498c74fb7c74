"""Read times of day and lengths the way people type them, in seven languages (UX §7)."""

from __future__ import annotations

import datetime as dt
import re

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import folded

_BEFORE = r"(?:(?:dalle|alle|ore|at|um|ab|gegen|a las|a la|las|a|om|as|vers|from|kl)\.?\s+)?"
_AFTER = r"(?:\s*(?:uhr|heures?|horas?|uur|ore|h|hrs?|o'?clock))?"
_HALF = r"(?:\s*(?P<half>[ap])\.?\s?m\.?)?"
_TIME = re.compile(
    rf"{_BEFORE}(?P<hour>\d{{1,2}})(?:\s*(?:[:.,]|h|uhr|heures?|uur)\s*(?P<minute>\d{{2}})?)?{_HALF}{_AFTER}"
)
_DIGITS = re.compile(rf"{_BEFORE}(?P<hour>\d{{1,2}})(?P<minute>\d{{2}}){_HALF}{_AFTER}")
_NOON = frozenset({"mezzogiorno", "noon", "midday", "mediodia", "midi", "mittag", "mittags", "meio-dia"})
_MIDNIGHT = frozenset(
    {"mezzanotte", "midnight", "medianoche", "minuit", "mitternacht", "middernacht", "meia-noite"}
)

_HOURS = r"(?:h|hrs?|hours?|ora|ore|horas?|heures?|stunden?|std|uur|uren)\.?"
_MINUTES = r"(?:m|min|mins|minut[eio]s?|minuten|minuut|')\.?"
_LENGTHS = (
    re.compile(rf"(?P<hours>\d{{1,2}})\s*(?::|\.|{_HOURS})\s*(?P<minutes>\d{{1,2}})\s*(?:{_MINUTES})?"),
    re.compile(rf"(?P<hours>\d{{1,2}})\s*{_HOURS}"),
    re.compile(rf"(?P<hours>\d{{1,2}})[.,](?P<tenth>\d)\s*{_HOURS}"),
    re.compile(rf"(?P<minutes>\d{{1,3}})\s*(?:{_MINUTES})?"),
)


def time_of(text: str, field: str, after: dt.time | None = None) -> dt.time | None:
    """Return the time of ``9``, ``930``, ``9.30``, ``9h30``, ``9:30 am``, ``17 Uhr``, ``ore 9``, ``noon``.

    ``+45`` and ``+1h30`` are that long after ``after``. Nothing typed is no time. Raises Invalid, naming
    ``field``, for what is no time.
    """
    if not text.strip():
        return None
    typed = folded(text)
    if typed.startswith("+") and after is not None:
        length = _length(typed[1:].strip())
        if length is not None:
            return (dt.datetime.combine(dt.date(2000, 1, 1), after) + length).time()
    if typed in _NOON | _MIDNIGHT:
        return dt.time(12 if typed in _NOON else 0)
    found = _DIGITS.fullmatch(typed) or _TIME.fullmatch(typed)
    time = _clock(int(found["hour"]), int(found["minute"] or 0), found["half"]) if found is not None else None
    if time is None:
        raise Invalid(N_("“{text}” is not a time of day, such as 9:30."), field=field, text=text.strip())
    return time


def length_of(text: str, field: str) -> dt.timedelta | None:
    """Return the length of ``1h30``, ``1:30``, ``90``, ``90 min``, ``2 ore``, ``1,5 h``.

    A plain number is minutes. Nothing typed is no length. Raises Invalid, naming ``field``, for what is none,
    and for no minutes at all.
    """
    if not text.strip():
        return None
    length = _length(folded(text))
    if not length:
        raise Invalid(N_("“{text}” is not a length of time, such as 1h30 or 45."), field=field, text=text.strip())
    return length


def _clock(hour: int, minute: int, half: str | None) -> dt.time | None:
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _length(typed: str) -> dt.timedelta | None:
    for pattern in _LENGTHS:
        found = pattern.fullmatch(typed)
        if found is not None:
            parts = {name: int(value) for name, value in found.groupdict().items() if value is not None}
            if "hours" in parts and parts.get("minutes", 0) > 59:
                return None
            minutes = parts.get("minutes", 0) + parts.get("tenth", 0) * 6
            return dt.timedelta(hours=parts.get("hours", 0), minutes=minutes)
    return None
