"""Set the head of a day: numeral, weekday, month, route."""

from __future__ import annotations

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Day
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Block

HEAD = 52.0
"""Height of a day's head with the space below it."""
ARROW = " → "


def day_head(setter: Setter, day: Day, continued: bool) -> Block:
    """Return the head of a day; every reader of the same day gets the same block."""
    key = ("day", day.date, day.about, day.route, continued)
    block = setter.kept.get(key)
    if block is None:
        block = setter.kept[key] = _draw_head(setter, day, continued)
    return block


def _draw_head(setter: Setter, day: Day, continued: bool) -> Block:
    block, right = setter.batch.block(), setter.sheet.measure
    about = "  ·  ".join(part for part in (day.month, day.about) if part)
    with block.tag("H2"):
        block.text(-1.5, -30, day.numeral, typography.coloured(typography.NUMERAL, setter.accent.colour))
        x, going_on = setter.sheet.content, setter.t("continued") if continued else ""
        end = x + 7 + block.text(x, -17, day.weekday, typography.WEEKDAY)
        if going_on and end + setter.batch.width(going_on, typography.CONTINUED) <= right:
            block.text(end, -17, going_on, typography.CONTINUED)
        about = setter.batch.wrap(about, typography.NOTE, right - x, max_lines=1)[0]
        used = block.text(x, -30, about, typography.NOTE)
    free = right - setter.sheet.content - used - 18
    route = shortened(setter, day.route, free)
    if route:
        with block.tag("P"):
            block.text(right, -29.4, route, typography.ROUTE, align="right")
    block.line(0, -40, right, -40, design.PETROL, 0.9)
    block.height = HEAD
    return block


def shortened(setter: Setter, towns: tuple[str, ...], width: float) -> str:
    """Return a route that fits: where it is too long, without the towns in the middle."""
    for kept in range(len(towns), 1, -1):
        shown = towns if kept == len(towns) else (*towns[: kept - 1], "…", towns[-1])
        line = ARROW.join(shown)
        if setter.batch.width(line, typography.ROUTE) <= width:
            return line
    single = towns[-1] if towns else ""
    return single if setter.batch.width(single, typography.ROUTE) <= width else ""
