"""Know public holidays and weekends of countries and of the regions and towns in them (library holidays)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from missionplanner.base.i18n import SCREEN_LANGUAGES, translator
from missionplanner.domain.texts import Texts
from missionplanner.reference import regions
from missionplanner.reference.gazetteer import City
from missionplanner.reference.holiday_names import translated
from missionplanner.reference.spelling import key

if TYPE_CHECKING:
    from holidays import HolidayBase

Days = Mapping[dt.date, Texts]

_NOTHING: dict[dt.date, Texts] = {}
_ENGLISH = "en"
_PAPER = ("it", "es", "fr", "de", "nl", "pt")
_WEEK = 7
_WEEKENDS = {"AF": frozenset({4, 5}), "IR": frozenset({4, 5})}
"""ISO weekdays where offices close on Thursday and Friday; the library has them otherwise (CLDR; DOMAIN §6)."""

# GeoNames numbers states in its own way; where states have holidays of their own, this is the library's code.
_DIVISIONS: dict[str, dict[str, str]] = {
    "DE": {
        "01": "BW", "02": "BY", "03": "HB", "04": "HH", "05": "HE", "06": "NI", "07": "NW", "08": "RP",
        "09": "SL", "10": "SH", "11": "BB", "12": "MV", "13": "SN", "14": "ST", "15": "TH", "16": "BE",
    },
    "ES": {
        "07": "IB", "27": "RI", "29": "MD", "31": "MC", "32": "NC", "34": "AS", "39": "CB", "51": "AN",
        "52": "AR", "53": "CN", "54": "CM", "55": "CL", "56": "CT", "57": "EX", "58": "GA", "59": "PV",
        "60": "VC",
    },
    "AT": {f"{number:02}": str(number) for number in range(1, 10)},
}  # fmt: skip
_SAME_DIVISIONS = frozenset({"CH", "GB", "US"})
"""Countries whose states GeoNames calls as the library does."""
_PATRONS = frozenset({"IT"})
"""Countries whose subdivisions stand for their capital's patron saint: a day off in that town alone."""


def national(country: str, first: dt.date, last: dt.date) -> Days:
    """Return the public holidays of a country from one day to another; empty where the library has none."""
    return _between(country, None, first, last)


def local(country: str, subdivision: str, first: dt.date, last: dt.date) -> Days:
    """Return the holidays that a subdivision, as ``subdivision_of`` calls it, has and the country has not."""
    shared = national(country, first, last)
    own = _between(country, subdivision, first, last)
    return {day: name for day, name in own.items() if day not in shared}


def subdivision_of(country: str, city: str, known: City | None, codes: Iterable[str] = ()) -> str | None:
    """Return the library's subdivision a city lies in: by its name, its NUTS codes, its state; None if unknown."""
    names = _subdivisions(country)
    if not names:
        return None
    towns = [city, *([known.name] if known is not None else [])]
    above = [] if country in _PATRONS else [one.name for code in codes for one in regions.lineage(code)]
    for name in (*towns, *above):
        if key(name) in names:
            return names[key(name)]
    return _by_state(country, known, set(names.values()))


def weekend(country: str, day: dt.date) -> frozenset[int] | None:
    """Return the ISO weekdays of a country's weekend in the week from a day on; None for an unknown country."""
    if country in _WEEKENDS:
        return _WEEKENDS[country]
    calendar = _calendar(country)
    if calendar is None:
        return None
    week = (day + dt.timedelta(days=number) for number in range(_WEEK))
    return frozenset(one.isoweekday() for one in week if calendar.is_weekend(one))


def _by_state(country: str, known: City | None, there: set[str]) -> str | None:
    if known is None or known.country != country:
        return None
    code = known.division if country in _SAME_DIVISIONS else _DIVISIONS.get(country, {}).get(known.division)
    return code if code in there else None


@lru_cache(maxsize=64)
def _subdivisions(country: str) -> dict[str, str]:
    """Return the code of each subdivision by the key of each of its names."""
    calendar = _calendar(country)
    if calendar is None:
        return {}
    return {key(name): code for name, code in calendar.subdivisions_aliases.items()}


@lru_cache(maxsize=256)
def _calendar(country: str, subdivision: str | None = None, language: str | None = None) -> HolidayBase | None:
    import holidays

    asked: dict[str, Any] = {"subdiv": subdivision, "language": language}
    try:
        return holidays.country_holidays(country, expand=False, **asked)
    except NotImplementedError:  # the library does not know this country, or this part of it
        return None


def _between(country: str, subdivision: str | None, first: dt.date, last: dt.date) -> Days:
    years = range(first.year, last.year + 1)
    days = {day: name for year in years for day, name in _of_year(country, subdivision, year).items()}
    return {day: name for day, name in sorted(days.items()) if first <= day <= last}


@lru_cache(maxsize=256)
def _of_year(country: str, subdivision: str | None, year: int) -> Days:
    """Return the holidays of a year, named in English, Italian and the country's language as far as they are."""
    plain = _calendar(country, subdivision)
    if plain is None:
        return _NOTHING
    named: dict[dt.date, dict[str, str]] = {}
    for code, spoken in _languages(plain).items():
        for day, name in _named(country, subdivision, spoken, year).items():
            named.setdefault(day, {})[code] = name
    return {day: Texts.of(_with_ours(names)) for day, names in named.items()}


def _named(country: str, subdivision: str | None, language: str | None, year: int) -> dict[dt.date, str]:
    import holidays

    made = holidays.country_holidays(country, subdiv=subdivision, years=year, expand=False, language=language)
    return dict(made.items())


def _languages(calendar: HolidayBase) -> dict[str, str | None]:
    """Return which of the library's languages to take names in, by the code we call it, English first."""
    spoken = sorted(calendar.supported_languages)
    found: dict[str, str | None] = {}
    for code in (_ENGLISH, *_PAPER):
        own = next((one for one in spoken if one.partition("_")[0] == code), None)
        if own is not None and (code in SCREEN_LANGUAGES or own == calendar.default_language):
            found[code] = own
    return found or {_ENGLISH if calendar.default_language is None else "und": calendar.default_language}


def _with_ours(names: dict[str, str]) -> dict[str, str]:
    """Add to the names of a day those our catalogues have for it."""
    english = names.get(_ENGLISH)
    for language in SCREEN_LANGUAGES if english else ():
        if language not in names and (ours := translated(english or "", translator(language))) is not None:
            names[language] = ours
    return names
