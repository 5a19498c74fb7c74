"""Set the days at a glance, where a first page has no room for a whole day."""

from __future__ import annotations

from collections.abc import Sequence

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Day
from missionplanner.documents.parts.day import shortened
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Block, Style

LINE = 29.0
HEAD = 26.0
ROUTE_WIDTH = 196.0
ROUTE_SHARE = 0.41
"""The most of a narrow page a route takes."""
NUMBER = Style(face="display", size=19, leading=22, colour=design.VERMILION)


def glance_height(days: Sequence[Day]) -> float:
    return HEAD + LINE * len(days)


def glance(setter: Setter, days: Sequence[Day]) -> Block:
    """Return one line a day: numeral, weekday, first and last clock time, route."""
    block, right = setter.batch.block(), setter.sheet.measure
    with block.tag("H2"):
        block.text(0, -8, setter.t("At a glance"), typography.LABEL)
    block.line(0, -15, right, -15, design.PETROL, 0.9)
    y = -HEAD
    with block.tag("L"):
        for number, day in enumerate(days):
            if number:
                block.line(0, y + 6.5, right, y + 6.5, design.RULE, 0.6)
            _line(setter, block, day, y - 13.0)
            y -= LINE
    block.height = glance_height(days)
    return block


def _line(setter: Setter, block: Block, day: Day, y: float) -> None:
    right = setter.sheet.measure
    with block.tag("LI"), block.tag("LBody"):
        block.text(-0.8, y - 0.6, day.numeral, typography.coloured(NUMBER, setter.accent.colour))
        x, hours = setter.sheet.content, _hours(day)
        x += block.text(x, y, day.weekday, typography.TITLE) + 10
        routes = min(ROUTE_WIDTH, right * ROUTE_SHARE)
        free = right - routes - 24 - setter.batch.width(hours, typography.STRONG) - x
        if setter.batch.width(day.month, typography.NOTE) <= free:
            block.text(x, y, day.month, typography.NOTE)
        if hours and free >= 0:
            block.text(right - routes - 14, y, hours, typography.STRONG, align="right")
        route = shortened(setter, day.route, routes)
        if route:
            block.text(right, y, route, typography.ROUTE, align="right")


def _hours(day: Day) -> str:
    """Return from when to when a day's rows are, as far as clock times are known."""
    rows = [row for row in day.rows if not row.cancelled]
    starts = [row.when.start for row in rows if row.when.start and not row.when.is_word]
    ends = [row.when.end for row in rows if row.when.end and not row.when.after]
    if not starts:
        return ""
    last = max([*ends, *starts])
    return f"{min(starts)}–{last}" if last > min(starts) else min(starts)
