"""Find days in a text: with and without weekday, month and year, in the order people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from missionplanner.exchange.programme_text.plain import numbered, plain, start_of

LANGUAGES = ("en", "it", "es", "fr", "de", "nl", "pt", "ca")
_MORE_MONTHS = {"sept": 9, "juil": 7, "fevr": 2, "mrz": 3, "maerz": 3, "janner": 1, "setiembre": 9}
_MORE_WEEKDAYS = {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3, "segunda": 0, "terca": 1, "quarta": 2, "quinta": 3,
    "sexta": 4, "miercoles": 2, "sonnabend": 5, "giov": 3, "merc": 2, "mart": 1, "vier": 4,
}  # fmt: skip
_EASTERN = "月火水木金土日"
_SHORT = 2
"""Letters of a weekday that is taken for one only where a point, a comma or a number follows."""


@dataclass(frozen=True, slots=True)
class Said:
    """Be what a text says of a day, from ``begin`` to ``stop``. ``weekday`` counts from Monday as 0.

    ``number`` is that of ``Day 2``. ``numeric`` tells that day and month are numbers, which either may come first.
    """

    begin: int
    stop: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    number: int | None = None
    numeric: bool = False

    @property
    def dated(self) -> bool:
        return self.day is not None and self.month is not None


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """Return months and weekdays by their folded names, in full and short, from CLDR."""
    from babel import Locale

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for language in LANGUAGES:
        locale = Locale(language)
        for width in ("wide", "abbreviated"):
            for number, name in locale.months["format"][width].items():
                months.setdefault(re.sub(r"^(?:de |d')", "", plain(name).strip(".")), number)
            for number, name in locale.days["format"][width].items():
                weekdays.setdefault(plain(name).strip("."), number)
    return months | _MORE_MONTHS, weekdays | _MORE_WEEKDAYS


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a day and that of a range of days."""
    months, weekdays = ("|".join(sorted(map(re.escape, one), key=len, reverse=True)) for one in _names())
    long = "|".join(sorted((re.escape(name) for name in _names()[1] if len(name) > _SHORT), key=len, reverse=True))
    short = "|".join(re.escape(name) for name in _names()[1] if len(name) <= _SHORT)
    weekday = rf"(?:(?P<wd>{long})(?:-feira| feira)?(?![a-z])\.?|(?P<sd>{short})(?:\.,?\s*|,\s*|\s+)(?=\d))"
    day = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|re)?(?:[o°ºª.](?!\d))?"
    of = r"(?:\s*(?:de[ln]?|of|di|d')\s+|\s*-\s*|\s+|(?<=[.°º])|(?=[a-z]))"
    year = r"(?:,?\s*(?:de[l]?\s+)?(?P<y>(?:19|20)\d\d)(?![\d:]))?"
    words = rf"(?:{day}{of}(?:(?:de|di|of|d')\s*)?(?P<m>{months})(?![a-z])\.?{year})"
    english = (
        rf"(?:(?P<m2>{months})(?![a-z])\.?\s+(?:the\s+)?(?P<d2>[0-3]?\d)(?:\s?(?:st|nd|rd"
        rf"|th)\b)?(?![\d:.]\d)(?!\d)(?:,?\s+(?P<y2>(?:19|20)\d\d)(?!\d))?)"
    )
    iso = r"(?:(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>[01]?\d)[-/.](?P<d3>[0-3]?\d)(?!\d))"
    numbers = (
        r"(?:(?P<d4>[0-3]?\d)\s?(?P<sep>[/.\-])\s?(?P<m4>[0-3]?\d)(?:\s?(?P=sep)\s?(?P<y4>(?:19|20)\d\d"
        r"|\d\d)(?![\d:])|(?P<dot>\.)(?!\d)|(?!\d|[.:,]\d)))"
    )
    eastern = r"(?:(?:(?P<y5>(?:19|20)\d\d)年)?(?P<m5>[01]?\d)月(?P<d5>[0-3]?\d)日)"
    tail = rf"(?:\s*[(,]\s*(?:(?P<wd2>{long})(?:-feira)?(?![a-z])\.?|(?P<ja>[{_EASTERN}])(?:曜日?)?)\s*\)?)?"
    lone = r"(?P<d6>[0-3]?\d)(?:st|nd|rd|th|er|[°ºª.])?(?![\d:./,h]|\s?-\s?\d|\s*(?:am|pm|uhr|h\b|uur|ore))"
    first = rf"(?:{weekday}(?:\s*[,.]?\s*(?:den\s+|the\s+|le\s+|il\s+|dia\s+|el\s+|op\s+|-\s*)?))?"
    date = rf"{first}(?:{eastern}|{iso}|{words}|{english}|{numbers}){tail}"
    alone = rf"(?P<wd7>{long})(?:-feira| feira)?(?![a-z])\.?(?:\s*,?\s*(?:den |the |le |dia )?{lone})?"
    separator = r"\s*(?:-|al?|e|et|y|und|en|to|and|as|bis|tot|au|till|until|/|&)\s*"
    many = (
        rf"(?P<a>[0-3]?\d)(?:st|nd|rd|th|er|[.°º])?(?:\s*(?:de\s+)?(?P<am>{months})\.?)?(?:\s+(?:de )?(?:19"
        rf"|20)\d\d)?{separator}"
        rf"(?:(?:le|il|el)\s+)?(?P<b>[0-3]?\d)(?:st|nd|rd|th|er|[.°º])?\s*(?:de\s+|of\s+"
        rf"|di\s+)?(?P<bm>{months})(?![a-z])\.?(?:,?\s*(?:del?\s+)?(?P<by>(?:19|20)\d\d))?"
        rf"|(?P<cm>{months})\.?\s+(?P<c>[0-3]?\d)\s*-\s*(?P<e>[0-3]?\d)(?!\d)(?:,?\s+(?P<cy>(?:19|20)\d\d))?"
    )
    return re.compile(rf"(?<![a-z0-9])(?:{date}|{alone})"), re.compile(rf"(?<![\d.:/])(?:{many})")


_DAY_NUMBER = re.compile(
    r"(?:day|giorno|giornata|dia|jour|journee|tag|dag|jornada)\s*(?:n[.°o]?\s*)?(?P<n>\d{1,2}|one|two|three"
    r"|four|five)(?!\w|:\d)"
    r"|(?P<n2>\d{1,2})(?:st|nd|rd|th|[.°ºao])\s?(?:day|giorno|giornata|dia|jour|tag|dag|jornada)\b"
    r"|(?P<r>i{1,3}|iv|vi{0,3})\s?[°ºo]\s?(?:day|giorno|giornata|dia|jour|tag|dag|jornada)\b"
    r"|(?P<w>first|second|third|primo|secondo|terzo|prima|seconda|terza|quarto|quinto|primer|primeiro|segundo"
    r"|tercer"
    r"|premier|deuxieme|troisieme|erster|zweiter|dritter|eerste|tweede|derde)\s(?:day|giorno|giornata|dia|jour"
    r"|tag|dag|jornada)\b"
)
_ORDINALS = (
    "i one first primo prima primer primeiro premier erster eerste",
    "ii two second secondo seconda segundo deuxieme zweiter tweede",
    "iii three third terzo terza tercer troisieme dritter derde",
    "iv four quarto",
    "v five quinto",
)
_LEAD = re.compile(
    r"(?:on|il|el|le|am|op|em|the|date|data|datum|fecha|giornata di|programme (?:for|of)|program for|programma "
    r"(?:di|del)|agenda)"
    r"\s*:?\s+"
)
_BETWEEN = re.compile(r"\s*[-:|(,.]*\s*")


def day_at(text: str, start: int | None = None) -> Said | None:
    """Return the day a folded line begins with, behind its bullets, its number and an article."""
    begin = start_of(text) if start is None else start
    for place in dict.fromkeys((begin, numbered(text, begin))):
        lead = _LEAD.match(text, place)
        for at in (place, *((lead.end(),) if lead is not None else ())):
            found = _numbered_day(text, at) or _said(_patterns()[0].match(text, at))
            if found is not None:
                return found
    return None


def days_in(text: str) -> Iterator[Said]:
    """Yield the days a folded text names with day and month."""
    for found in _patterns()[0].finditer(text):
        said = _said(found)
        if said is not None and said.dated:
            yield said


def range_in(text: str) -> tuple[Said, Said] | None:
    """Return the first and the last day of a range, as ``5–7 May 2025``."""
    found = _patterns()[1].search(text)
    if found is None:
        return None
    months = _names()[0]
    if found["cm"]:
        month, year = months[found["cm"]], _year(found["cy"])
        first, last = (found["c"], month), (found["e"], month)
    else:
        month, year = months[found["bm"]], _year(found["by"])
        first, last = (found["a"], months[found["am"]] if found["am"] else month), (found["b"], month)
    place = (found.start(), found.end())
    made = (Said(*place, int(day), number, year) for day, number in (first, last))
    return next(made), next(made)


def _numbered_day(text: str, start: int) -> Said | None:
    """Return ``Day 2``, with the date that follows it."""
    found = _DAY_NUMBER.match(text, start)
    if found is None:
        return None
    number = _number(found["n"] or found["n2"] or found["r"] or found["w"])
    between = _BETWEEN.match(text, found.end())
    inner = _said(_patterns()[0].match(text, between.end())) if between is not None else None
    if inner is None:
        month = _names()[0]
        after = re.compile(r"\s*(?:de|di|of)?\s*([a-z]+)").match(text, found.end())
        if after is not None and after[1] in month:  # ``dia 6 de maio`` is a date
            return Said(start, after.end(), number, month[after[1]])
        return Said(start, found.end(), number=number)
    stop = inner.stop + (text[inner.stop : inner.stop + 1] == ")")
    return Said(start, stop, inner.day, inner.month, inner.year, inner.weekday, number, inner.numeric)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(place for place, words in enumerate(_ORDINALS, 1) if word in words.split())


def _said(found: re.Match[str] | None) -> Said | None:
    if found is None:
        return None
    months, weekdays = _names()
    weekday = _weekday(found, weekdays)
    day = next((int(found[key]) for key in ("d", "d2", "d3", "d4", "d5", "d6") if found[key]), None)
    named = next((months[found[key]] for key in ("m", "m2") if found[key]), None)
    month = named or next((int(found[key]) for key in ("m3", "m4", "m5") if found[key]), None)
    year = next((_year(found[key]) for key in ("y", "y2", "y3", "y4", "y5") if found[key]), None)
    if found["d4"] and not _is_date(found, year, weekday):
        return None
    numeric = found["d4"] is not None and (found["sep"] != "." or int(found["m4"]) > 12)
    if not _possible(day, month, numeric):
        return None
    return Said(found.start(), found.end(), day, month, year, weekday, None, numeric)


def _weekday(found: re.Match[str], weekdays: dict[str, int]) -> int | None:
    word = next((found[key] for key in ("wd", "sd", "wd2", "wd7") if found[key]), None)
    if word is not None:
        return weekdays[word]
    return _EASTERN.index(found["ja"]) if found["ja"] else None


def _is_date(found: re.Match[str], year: int | None, weekday: int | None) -> bool:
    """Tell whether two numbers are a date: ``5/5`` and ``6.5.`` are, ``09.30`` is a time, ``10-12`` is open."""
    if year is not None or weekday is not None:
        return True
    if found["sep"] == "/":
        return True
    return found["sep"] == "." and found["dot"] is not None and int(found["m4"]) <= 12


def _possible(day: int | None, month: int | None, numeric: bool) -> bool:
    if day is not None and not 1 <= day <= 31:
        return False
    if month is None:
        return True
    return 1 <= month <= 12 or (numeric and 12 < month <= 31 and (day or 99) <= 12)


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)
