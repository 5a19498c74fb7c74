"""Draw bars as a table one can see: a label, a bar, its figures in columns, in the order of the legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.documents import design
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
from missionplanner.documents.content.drawn import Bar, Bars

LABEL = Letter(9.4, "regular", design.INK, 11.6)
DETAIL = Letter(9.0, "regular", design.SECONDARY, 11.2)
NUMBER = Letter(9.4, "semibold", design.INK, 11.6)
HEAD = Letter(6.8, "semibold", design.SECONDARY, 8.6, capitals=True)
LABELS = 0.32
"""Share of the width for labels."""
GAP, PAD = 14.0, 4.6
SWATCH, WIDE = 6.6, 10.0
"""Height and width of the patch of a legend."""
BAR, INNER = 11.0, 5.0
"""Height of a bar, and of one within another."""
NARROWEST, WIDEST = 38.0, 86.0
"""Width of a column of figures, at least and at most."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Be where everything stands: labels end at ``labels``, bars run from ``left`` so ``wide``, figures end at."""

    labels: float
    left: float
    wide: float
    ends: tuple[float, ...]
    figure: float


def bars(part: Bars, width: float, ruler: Ruler, accent: str) -> Chart:
    """Return bars as a drawing."""
    columns = _columns(part, width, ruler)
    most = max([part.full, *(_reach(part, one) for one in part.bars)]) or 1.0
    rows = (_row(part, one, columns, ruler, (most, accent)) for one in part.bars)
    return Chart(width, (_head(part, columns, ruler, accent), *rows), part.about)


def _reach(part: Bars, one: Bar) -> float:
    drawn = [
        value or 0.0 for value, series in zip(one.values, part.series, strict=True) if series.tone is not None
    ]
    return sum(drawn) if part.stacked else max(drawn, default=0.0)


def _columns(part: Bars, width: float, ruler: Ruler) -> Columns:
    said = [text for one in part.bars for text in one.said]
    words = [word for series in part.series for word in series.name.split()]
    figure = max(
        [
            NARROWEST,
            *(ruler.width(one, NUMBER) for one in said),
            *(ruler.width(one, HEAD) + WIDE + 4 for one in words),
        ]
    )
    figure = min(figure, WIDEST)
    labels = width * LABELS
    count = len(part.series)
    left = labels + GAP
    wide = max(40.0, width - left - count * (figure + GAP))
    ends = tuple(width - (count - 1 - number) * (figure + GAP) for number in range(count))
    return Columns(labels, left, wide, ends, figure)


def _head(part: Bars, columns: Columns, ruler: Ruler, accent: str) -> Band:
    names = [ruler.wrap(one.name, HEAD, columns.figure) for one in part.series]
    most = max([1, *map(len, names)])
    tall = 8 + most * HEAD.pitch
    base = tall - 5
    marks: list[Mark] = [Stroke(0, tall, columns.ends[-1], tall, design.PETROL, 0.9)]
    for series, end, lines in zip(part.series, columns.ends, names, strict=True):
        if series.tone is not None and lines:
            left = end - ruler.width(lines[0], HEAD) - WIDE - 4
            top = base - (len(lines) - 1) * HEAD.pitch - SWATCH + 0.9
            marks += filled(Box(left, top, WIDE, SWATCH), series.tone, accent)
    cells = [(Words(0, base, (part.first,), HEAD),)]
    for lines, end in zip(names, columns.ends, strict=True):
        cells.append((Words(end, base - (len(lines) - 1) * HEAD.pitch, lines, HEAD, "right"),))
    return Band(tall, tuple(marks), tuple(cells), Kind.HEAD)


def _row(part: Bars, one: Bar, columns: Columns, ruler: Ruler, scale: tuple[float, str]) -> Band:
    label = ruler.wrap(one.label, LABEL, columns.labels)
    detail = ruler.wrap(one.detail, DETAIL, columns.labels) if one.detail else ()
    tall = max(BAR, len(label) * LABEL.pitch + len(detail) * DETAIL.pitch) + 2 * PAD
    first = PAD + 8.8
    marks = [*_drawn(part, one, columns, (PAD + (LABEL.pitch - BAR) / 2, *scale))]
    marks.append(Stroke(0, tall, columns.ends[-1], tall, design.RULE, 0.5))
    name: tuple[Words, ...] = (Words(0, first, label, LABEL),)
    if detail:
        name += (Words(0, first + len(label) * LABEL.pitch, detail, DETAIL),)
    figures = (
        (Words(end, first, ruler.wrap(text, NUMBER, columns.figure), NUMBER, "right"),)
        for end, text in zip(columns.ends, one.said, strict=True)
    )
    return Band(tall, tuple(marks), (name, *figures), key=one.key)


def _drawn(part: Bars, one: Bar, columns: Columns, at: tuple[float, float, str]) -> Iterator[Mark]:
    """Give the bars of a row: one after the other, or the second within the first."""
    top, most, accent = at
    x = columns.left
    drawn = [(value or 0.0, one.tone) for value, one in zip(one.values, part.series, strict=True) if one.tone]
    for number, (value, tone) in enumerate(drawn):
        wide = columns.wide * value / most
        inner = not part.stacked and number > 0
        box = Box(x, top + (BAR - INNER) / 2, wide, INNER) if inner else Box(x, top, wide, BAR)
        yield from filled(box, tone, accent)
        x += wide if part.stacked else 0.0
    if not any(value for value, _ in drawn):
        yield Stroke(columns.left, top + 1, columns.left, top + BAR - 1, design.RULE, 1.2)
