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
from missionplanner.documents.content.drawn import Bar, Bars, Series

LABEL = Letter(9.4, "regular", design.INK, 11.6)
DETAIL = Letter(9.0, "regular", design.SECONDARY, 11.2)
NUMBER = Letter(9.4, "semibold", design.INK, 11.6)
HEAD = Letter(6.8, "semibold", design.SECONDARY, 8.6, capitals=True)
LABELS, LEAST_LABELS = 0.32, 0.22
"""Share of the width for labels, and what is left of it where figures need the room."""
GAP, PAD = 14.0, 4.6
SWATCH, WIDE = 6.6, 10.0
"""Height and width of the patch of a legend."""
BAR, INNER = 11.0, 5.0
"""Height of a bar, and of one within another."""
NARROWEST, WIDEST = 38.0, 86.0
"""Width of a column of figures, at least and at most."""
SHORTEST, ROOMY = 60.0, 110.0
"""Room for the longest bar, at least, and from which on it is enough."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Be where everything stands: labels end at ``labels``, bars run from ``left`` so ``wide``, figures end at
    ``ends`` and are as wide as ``figures``.
    """

    labels: float
    left: float
    wide: float
    ends: tuple[float, ...]
    figures: tuple[float, ...]


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
    """Return where everything stands: heads on one line where that leaves room for bars, else word by word."""
    figures = tuple(_wide(part, number, ruler, whole=True) for number in range(len(part.series)))
    if width * (1 - LABELS) - GAP - sum(figures) - GAP * len(figures) < ROOMY:
        figures = tuple(_wide(part, number, ruler, whole=False) for number in range(len(part.series)))
    taken = sum(figures) + GAP * len(figures)
    labels = min(width * LABELS, max(width * LEAST_LABELS, width - GAP - SHORTEST - taken))
    left, last = labels + GAP, len(figures) - 1
    ends = tuple(width - sum(figures[number + 1 :]) - GAP * (last - number) for number in range(len(figures)))
    return Columns(labels, left, max(0.0, width - left - taken), ends, figures)


def _wide(part: Bars, number: int, ruler: Ruler, *, whole: bool) -> float:
    """Return how wide a column of figures is: as its widest figure and its head, which is never cut in a word."""
    series = part.series[number]
    longest = max((ruler.width(one, HEAD) for one in series.name.split()), default=0.0) + _patch(series)
    head = ruler.width(series.name, HEAD) + _patch(series) if whole else 0.0
    figures = [ruler.width(one.said[number], NUMBER) for one in part.bars]
    return max(NARROWEST, longest, min(max(head, *figures), WIDEST))


def _patch(series: Series) -> float:
    """Return the room beside a head for the patch of its legend."""
    return WIDE + 4 if series.tone is not None else 0.0


def _head(part: Bars, columns: Columns, ruler: Ruler, accent: str) -> Band:
    names = [
        ruler.wrap(one.name, HEAD, wide - _patch(one))
        for one, wide in zip(part.series, columns.figures, strict=True)
    ]
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
    said = [ruler.wrap(text, NUMBER, wide) for text, wide in zip(one.said, columns.figures, strict=True)]
    figured = max([0, *map(len, said)]) * NUMBER.pitch
    tall = max(BAR, len(label) * LABEL.pitch + len(detail) * DETAIL.pitch, figured) + 2 * PAD
    first = PAD + 8.8
    marks = [*_drawn(part, one, columns, (PAD + (LABEL.pitch - BAR) / 2, *scale))]
    marks.append(Stroke(0, tall, columns.ends[-1], tall, design.RULE, 0.5))
    name: tuple[Words, ...] = (Words(0, first, label, LABEL),)
    if detail:
        name += (Words(0, first + len(label) * LABEL.pitch, detail, DETAIL),)
    figures = ((Words(end, first, lines, NUMBER, "right"),) for end, lines in zip(columns.ends, said, strict=True))
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
