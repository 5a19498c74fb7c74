"""Draw spans of time on one axis: a label, a bar from day to day or a dot, what is said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.documents import design
from missionplanner.documents.charts.bars import GAP, HEAD, LABEL, NUMBER, PAD
from missionplanner.documents.charts.drawing import Band, Box, Chart, Dot, Kind, Mark, Ruler, Stroke, Words, filled
from missionplanner.documents.content.drawn import Span, Timeline, Tone

LABELS, SAID = 0.34, 0.2
"""Shares of the width of labels, and of what is said of a span."""
BAR = 8.0
TICK = 4.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Be an axis of time: which day is where."""

    first: dt.date
    days: int
    left: float
    wide: float

    def at(self, day: dt.date) -> float:
        """Return where a day begins."""
        return self.left + self.wide * min(max(0, (day - self.first).days), self.days) / self.days


def timeline(part: Timeline, width: float, ruler: Ruler, accent: str) -> Chart:
    """Return spans of time as a drawing."""
    days = [one.first for one in part.spans] + [one.last for one in part.spans] + [one.day for one in part.ticks]
    first, last = min(days), max(days)
    left = width * LABELS + GAP
    axis = Axis(first, max(1, (last - first).days + 1), left, width * (1 - LABELS - SAID) - 2 * GAP)
    rows = (_row(part, one, axis, ruler, (width, accent)) for one in part.spans)
    return Chart(width, (_head(part, axis, ruler, width), *rows), part.about)


def _head(part: Timeline, axis: Axis, ruler: Ruler, width: float) -> Band:
    tall = HEAD.pitch + 9
    marks: list[Mark] = [Stroke(0, tall, width, tall, design.PETROL, 0.9)]
    names, edge = [], axis.left - 4
    for tick in part.ticks:
        x = axis.at(tick.day)
        marks.append(Stroke(x, tall - TICK, x, tall, design.PETROL, 0.9))
        wide = ruler.width(tick.said, HEAD)
        x = min(x, axis.left + axis.wide + GAP / 2 - wide)
        if x >= edge:
            names.append(Words(x, tall - 6, (tick.said,), HEAD))
            edge = x + wide + 6
    cells = (
        (Words(0, tall - 6, (part.first,), HEAD),),
        (*names, Words(width, tall - 6, (part.last,), HEAD, "right")),
    )
    return Band(tall, tuple(marks), cells, Kind.HEAD)


def _row(part: Timeline, one: Span, axis: Axis, ruler: Ruler, look: tuple[float, str]) -> Band:
    width, accent = look
    label = ruler.wrap(one.label, LABEL, width * LABELS)
    said = ruler.wrap(one.said, NUMBER, width * SAID)
    tall = max(len(label) * LABEL.pitch, len(said) * NUMBER.pitch) + 2 * PAD
    marks = [*_grid(part, axis, tall), *_drawn(one, axis, PAD + LABEL.pitch / 2, accent)]
    marks.append(Stroke(0, tall, width, tall, design.RULE, 0.5))
    first = PAD + 8.8
    cells = ((Words(0, first, label, LABEL),), (Words(width, first, said, NUMBER, "right"),))
    return Band(tall, tuple(marks), cells, key=one.key)


def _grid(part: Timeline, axis: Axis, tall: float) -> Iterator[Mark]:
    for tick in part.ticks:
        yield Stroke(axis.at(tick.day), 0, axis.at(tick.day), tall, design.RULE, 0.4)


def _drawn(one: Span, axis: Axis, middle: float, accent: str) -> Iterator[Mark]:
    if one.first == one.last:
        x = axis.at(one.first)
        hollow = one.tone in (Tone.OPEN, Tone.HATCHED)
        colour = accent if one.tone is Tone.ACCENT else design.PETROL
        yield Dot(x, middle, 3.4, design.WHITE if hollow else colour, colour, 1.1)
        return
    left = axis.at(one.first)
    right = axis.at(one.last + dt.timedelta(days=1))
    yield from filled(Box(left, middle - BAR / 2, max(2.0, right - left), BAR), one.tone, accent)
