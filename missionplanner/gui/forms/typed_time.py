"""Read times of day the way people type them (UX §7)."""

from __future__ import annotations

import datetime as dt
import re

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

_CLOCK = re.compile(r"^(\d{1,2})(?:\s*[:.h,]\s*(\d{2})?)?$", re.IGNORECASE)
_DIGITS = re.compile(r"^(\d{1,2})(\d{2})$")
_LATER = re.compile(r"^\+\s*(\d{1,3})$")


def typed_time(text: str, field: str, after: dt.time | None = None) -> dt.time | None:
    """Return the time of ``9``, ``930``, ``9.30``, ``9h30``, ``9:30``; of ``+45`` that long after ``after``.

    Nothing typed is no time. Raises Invalid, naming ``field``, for what is no time.
    """
    typed = text.strip()
    if not typed:
        return None
    later = _LATER.match(typed)
    if later is not None and after is not None:
        minutes = after.hour * 60 + after.minute + int(later[1])
        return dt.time(minutes // 60 % 24, minutes % 60)
    found = _DIGITS.match(typed) if len(typed) > 2 else None
    found = found or _CLOCK.match(typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found is not None else (99, 0)
    if hour > 23 or minute > 59:
        raise Invalid(N_("“{text}” is not a time of day, such as 9:30."), field=field, text=typed)
    return dt.time(hour, minute)
