"""Draw a year: a row for each organisation, in it what it does when, each under its number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from missionplanner.documents import design
from missionplanner.documents.charts.bars import GAP, HEAD, LABEL, PAD
from missionplanner.documents.charts.drawing import (
    Band,
    Box,
    Chart,
    Kind,
    Letter,
    Mark,
    Ruler,
    Stroke,
    Words,
    filled,
)
from missionplanner.documents.charts.timeline import Axis
from missionplanner.documents.content.drawn import Stretch, Year, YearRow

LABELS = 0.26
"""Share of the width for labels."""
NUMBER = Letter(7.6, "semibold", design.INK, 9.0)
TALL, SLIM = 8.0, 3.0
"""Heights of what one leads, and of what one takes part in."""
LEAST = 3.4
"""The least a stretch is wide, in points."""
NEAR = 1.6
"""Between a stretch and its number."""
TRACK = 11.6
"""From one stretch to that below, where two would overlap."""


def year(part: Year, width: float, ruler: Ruler, accent: str) -> Chart:
    """Return a year as a drawing."""
    firsts = tuple(_firsts(*part.span))
    left = width * LABELS + GAP
    axis = Axis(firsts[0], (firsts[-1] - firsts[0]).days, left, width - left)
    rows = (_row((axis, firsts), one, ruler, (width, accent)) for one in part.rows)
    return Chart(width, (_head(part, axis, firsts, width), *rows), part.about)


def _head(part: Year, axis: Axis, firsts: Sequence[dt.date], width: float) -> Band:
    tall = HEAD.pitch + 9
    names = tuple(
        Words(axis.at(day) + 2, tall - 6, (word,), HEAD) for day, word in zip(firsts, part.months, strict=False)
    )
    rule = Stroke(0, tall, width, tall, design.PETROL, 0.9)
    return Band(tall, (rule,), ((Words(0, tall - 6, (part.first,), HEAD),), names), Kind.HEAD)


def _row(months: tuple[Axis, Sequence[dt.date]], row: YearRow, ruler: Ruler, look: tuple[float, str]) -> Band:
    (axis, firsts), (width, accent) = months, look
    lines = ruler.wrap(row.label, LABEL, width * LABELS)
    placed = list(_placed(axis, row.stretches, ruler))
    tracks = 1 + max((track for track, *_ in placed), default=0)
    tall = max(len(lines) * LABEL.pitch, tracks * TRACK) + 2 * PAD
    marks: list[Mark] = [Stroke(axis.at(day), 0, axis.at(day), tall, design.RULE, 0.4) for day in firsts[:-1]]
    numbers = []
    for track, x, wide, one in placed:
        middle = PAD + track * TRACK + LABEL.pitch / 2
        high = SLIM if one.slim else TALL
        marks += filled(Box(x, middle - high / 2, wide, high), one.tone, accent)
        at = _beside(x, wide, ruler.width(one.number, NUMBER), width)
        numbers.append(Words(at, middle + 2.7, (one.number,), NUMBER))
    marks.append(Stroke(0, tall, width, tall, design.RULE, 0.5))
    return Band(tall, tuple(marks), ((Words(0, PAD + 8.8, lines, LABEL),), tuple(numbers)), key=row.key)


def _firsts(first: dt.date, months: int) -> Iterator[dt.date]:
    """Give the first day of each month, and that after the last."""
    for number in range(first.month - 1, first.month + months):
        yield dt.date(first.year + number // 12, number % 12 + 1, 1)


def _beside(x: float, wide: float, length: float, width: float) -> float:
    """Return where a number begins: right of its bar, left of it where that is the edge."""
    at = x + wide + NEAR
    return at if at + length <= width else x - NEAR - length


def _placed(axis: Axis, stretches: Sequence[Stretch], ruler: Ruler) -> Iterator[tuple[int, float, float, Stretch]]:
    """Give track, left edge and width of each stretch: one that would cover another stands below it."""
    ends: list[float] = []
    for one in stretches:
        x = axis.at(one.first)
        wide = max(LEAST, axis.at(one.last + dt.timedelta(days=1)) - x)
        length = ruler.width(one.number, NUMBER)
        at = _beside(x, wide, length, axis.left + axis.wide)
        track = next((number for number, end in enumerate(ends) if end <= min(x, at)), len(ends))
        ends[track : track + 1] = [max(x + wide, at + length) + 2]
        yield track, x, wide, one
