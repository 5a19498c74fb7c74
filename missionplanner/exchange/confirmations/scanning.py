"""Find days, times, money and codes in a line of a confirmation, in five languages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from missionplanner.base.errors import Invalid
from missionplanner.domain.text import folded
from missionplanner.domain.typed_days import Around, day_of
from missionplanner.exchange.confirmations.drafts import Found

SURE, LIKELY, DOUBTFUL = 0.95, 0.85, 0.6

_STEM = (
    r"(?:jan|gen|ene|feb|fev|fév|mar|mär|apr|avr|abr|may|mag|mai|jun|giu|juin|jul|lug|juil|aug|ago|aoû|aou|sep|set"
    r"|oct|okt|ott|nov|dec|dic|déc|dez)"
)
_MONTH = _STEM + "[a-zäéûç]*"
_DATES = (
    re.compile(r"\b(\d{4}-\d{2}-\d{2})\b"),
    re.compile(rf"\b\d{{1,2}}{_STEM}\.?(?:\d{{4}}|\d{{2}})?(?![a-z\d])", re.I),
    re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th|er|[.°º])?[ -]+(?:de |of )?{_MONTH}\.?,?(?:[ -]+(?:de )?\d{{4}})?\b", re.I
    ),
    re.compile(rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?\b", re.I),
    re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b"),
    re.compile(r"\b\d{1,2}-\d{1,2}-\d{4}\b"),
)
_TIME = re.compile(
    r"(?<![\d.,/-])([01]?\d|2[0-3])(?:[:hH.]|(?=\s?[ap]\.?m\b))([0-5]\d)?(?:\s?([ap])\.?m\b\.?)?(?![\d/-]|[.,]\d)"
    r"(?:\s*(?:uhr|h\b|ore\b))?(?:\s*\(?\s*\+\s?(\d)\b)?",
    re.I,
)
_NEXT_DAY = re.compile(
    r"\+\s?([12])(?:\s*(?:day|giorn|tag|d[ií]a|jour|g\b|d\b|j\b)|\b)"
    r"|giorno dopo|giorno seguente|next day|día siguiente|lendemain|folgetag",
    re.I,
)
_MONEY = re.compile(
    r"(?P<first>EUR|USD|GBP|CHF|JPY|[€$£¥])\s?(?P<a>\d[\d.,' ]*\d|\d)"
    r"|(?P<b>\d[\d.,' ]*\d|\d)\s?(?P<last>EUR|USD|GBP|CHF|JPY|[€$£¥])"
)
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_AMERICAN = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{2,4})\b")


class Day(NamedTuple):
    """Be a day in a line, and where in it."""

    day: dt.date
    confidence: float
    start: int
    end: int


class Clock(NamedTuple):
    """Be a time in a line, the days it is later than the start, and where in the line."""

    time: dt.time
    later: int
    start: int
    end: int


def days(line: str, received: dt.date | None) -> list[Day]:
    """Return the days of a line in its order. Without a year it is the first such day after ``received``."""
    found: list[Day] = []
    for pattern in _DATES:
        for one in pattern.finditer(line):
            if any(one.start() < other.end and other.start < one.end() for other in found):
                continue
            day = _day(one[0], received)
            if day is not None:
                found.append(Day(day[0], day[1], one.start(), one.end()))
    return sorted(found, key=lambda one: one.start)


def _day(text: str, received: dt.date | None) -> tuple[dt.date, float] | None:
    plain = re.sub(r"^(\d{1,2})([a-z]{3,}?)\.?(\d{2,4})?$", r"\1 \2 \3", folded(text)).strip()
    plain = re.sub(r"([a-z]{3})\.", r"\1", plain)
    plain = (
        re.sub(r" (\d{2})$", r" 20\1", plain)
        if re.search(r"[a-z] \d{2}$", plain) and plain[0].isdigit()
        else plain
    )
    has_year = re.search(r"\d{4}|[/.]\d{2}$", plain) is not None
    near = received or dt.date(2000, 1, 1)
    if not has_year and received is None:
        return None
    window = [near + dt.timedelta(days=number) for number in range(300)] if not has_year else []
    try:
        found = day_of(
            plain.replace("-", " ") if not plain[:4].isdigit() else plain, "", Around(window, near, near)
        )
    except Invalid:
        return None
    if found is None or not 2000 <= found.year < 2100:
        return None
    return found, SURE if has_year else 0.8


def is_american(text: str) -> bool:
    """Tell whether days of this text put the month first: one of them can be read in no other way."""
    return any(int(one[2]) > 12 >= int(one[1]) for one in _AMERICAN.finditer(text))


def turned(text: str) -> str:
    """Return the text with days of numbers in the order of Europe."""
    return _AMERICAN.sub(r"\2/\1/\3", text)


def times(line: str) -> list[Clock]:
    """Return the times of day of a line in its order."""
    found = []
    for one in _TIME.finditer(line):
        if one[2] is None and one[3] is None and "h" not in one[0].lower():
            continue
        hour, half = int(one[1]), (one[3] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        later = int(one[4]) if one[4] else 0
        found.append(Clock(dt.time(hour, int(one[2] or 0)), later, one.start(), one.end()))
    return found


def days_later(line: str) -> int:
    """Return how many days after the start a line says that something ends."""
    found = _NEXT_DAY.search(line)
    return (int(found[1]) if found[1] else 1) if found else 0


def money(line: str) -> tuple[Found[Decimal], Found[str]] | None:
    """Return the last amount of a line with its currency: totals stand at the end."""
    some = list(_MONEY.finditer(line))
    if not some:
        return None
    one = some[-1]
    amount = _amount(one["a"] or one["b"])
    sign = one["first"] or one["last"]
    if amount is None:
        return None
    return Found(amount, SURE, line), Found(_SIGNS.get(sign, sign), 0.7 if sign in "$¥" else SURE, line)


def _amount(text: str) -> Decimal | None:
    """Return an amount with points and commas as any of the five languages sets them."""
    plain = re.sub(r"[' ]", "", text)
    mark = max(plain.rfind("."), plain.rfind(","))
    if mark >= 0 and len(plain) - mark - 1 in (1, 2):
        whole, cents = re.sub(r"[.,]", "", plain[:mark]), plain[mark + 1 :]
        return Decimal(f"{whole or 0}.{cents}")
    digits = re.sub(r"[.,]", "", plain)
    return Decimal(digits) if digits.isdigit() else None


def tabbed(line: str) -> Iterator[str]:
    """Yield the cells of a line."""
    yield from (cell.strip() for cell in line.split("\t") if cell.strip())
