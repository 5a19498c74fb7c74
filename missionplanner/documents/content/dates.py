"""Say days, spans of days and zones as a language does. Clock times are 24 h in every language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, format_skeleton, get_timezone_location
from babel.lists import format_list

from missionplanner.base.i18n import Translator
from missionplanner.documents.content.tongues import PLUS, in_each
from missionplanner.domain.clock import local, zone


@lru_cache(maxsize=16)
def locale_of(language: str) -> Locale:
    """Return the locale that dates follow: English as in Europe, day before month."""
    first = language.partition(PLUS)[0]
    return Locale("en", "GB") if first == "en" else Locale.parse(first, sep="-")


def sentence_case(text: str) -> str:
    """Return a text with a capital at its start, the rest as it was."""
    return text[:1].upper() + text[1:]


def clock(time: dt.time) -> str:
    return time.isoformat("minutes")


@lru_cache(maxsize=1024)
@in_each(1)
def weekday(day: dt.date, language: str) -> str:
    """Return the day of the week, as it stands at the start of a line."""
    return sentence_case(format_date(day, "EEEE", locale_of(language)))


@lru_cache(maxsize=1024)
@in_each(1)
def month(day: dt.date, language: str) -> str:
    """Return month and year, as at the start of a line: ``May 2025``."""
    return sentence_case(format_date(day, "LLLL y", locale_of(language)))


@lru_cache(maxsize=1024)
@in_each(1)
def long_day(day: dt.date, language: str) -> str:
    """Return day, month and year: ``5 May 2025``."""
    return format_date(day, "long", locale_of(language))


@lru_cache(maxsize=1024)
@in_each(1)
def day_and_month(day: dt.date, language: str) -> str:
    """Return day and month: ``5 May``."""
    return format_skeleton("MMMMd", day, locale=locale_of(language))


@lru_cache(maxsize=1024)
@in_each(1)
def full_day(day: dt.date, language: str) -> str:
    """Return a day with its weekday and year, as at the start of a line: ``Monday, 5 May 2025``."""
    return sentence_case(format_date(day, "full", locale_of(language)))


@lru_cache(maxsize=1024)
@in_each(1)
def weekday_and_day(day: dt.date, language: str) -> str:
    """Return a day with its weekday, as at the start of a line: ``Monday, 5 May``, ``Montag, 5. Mai``."""
    locale = locale_of(language)
    pattern = _YEAR.sub("", locale.date_formats["full"].pattern)
    return sentence_case(format_date(day, pattern, locale))


_YEAR = re.compile(r"(?:\s*'de')?[\s,]*y+$")
"""The year at the end of a pattern, with the word before it."""


@lru_cache(maxsize=1024)
@in_each(2)
def interval(first: dt.date, last: dt.date, language: str, with_year: bool = True) -> str:
    """Return a span of days, nothing said twice: ``5–7 May 2025``, ``30 April – 2 May 2025``."""
    full = long_day if with_year else day_and_month
    if last <= first:
        return full(first, language)
    if first.year != last.year:
        return f"{long_day(first, language)} – {long_day(last, language)}"
    if first.month != last.month:
        return f"{day_and_month(first, language)} – {full(last, language)}"
    point = "." if language == "de" else ""
    return f"{first.day}{point}–{full(last, language)}"


@lru_cache(maxsize=256)
@in_each(1)
def city_of_zone(name: str, language: str) -> str:
    """Return the city a zone is named after: ``Rome``, in Italian ``Roma``."""
    return get_timezone_location(name, locale=locale_of(language), return_city=True)


def offset(moment: dt.datetime, zone_name: str) -> str:
    """Return how far a zone is from UTC at a moment: ``UTC+2``, ``UTC+5:30``, ``UTC−3``."""
    delta = local(moment, zone_name).utcoffset() or dt.timedelta(0)
    minutes = round(delta.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


@in_each(2)
def zone_at(day: dt.date, zone_name: str, language: str) -> str:
    """Return a zone at noon of a day: ``Tokyo, UTC+9``."""
    noon = dt.datetime.combine(day, dt.time(12), zone(zone_name))
    return f"{city_of_zone(zone_name, language)}, {offset(noon, zone_name)}"


@in_each(2)
def stamp(moment: dt.datetime, zone_name: str, language: str) -> str:
    """Return date, time and zone of a moment: ``28 April 2025, 14:10 CEST``."""
    there = local(moment, zone_name)
    name = there.tzname() or ""
    shown = name if name.isalpha() else offset(moment, zone_name)
    return f"{long_day(there.date(), language)}, {clock(there.time())} {shown}"


def duration(length: dt.timedelta, t: Translator) -> str:
    """Return a length of time: ``11 h 30 min``."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    if not hours:
        return t("{minutes} min", minutes=minutes)
    if not minutes:
        return t("{hours} h", hours=hours)
    return t("{hours} h {minutes} min", hours=hours, minutes=f"{minutes:02}")


def listed(names: Sequence[str], language: str) -> str:
    """Join names as a sentence does: ``Anna, Bruno and Carla``; for two languages by commas alone."""
    if PLUS in language:
        return ", ".join(names)
    return format_list(list(names), locale=locale_of(language))


@lru_cache(maxsize=512)
@in_each(1)
def language_name(code: str, language: str) -> str:
    """Return what a language is called in another; its code where Babel has no name for it."""
    return str(locale_of(language).languages.get(code.replace("-", "_"), code))
