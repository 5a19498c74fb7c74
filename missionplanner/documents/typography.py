"""Hold the type scale of paper (DOCUMENTS §5): no running text under 9 pt, labels in tracked capitals."""

from __future__ import annotations

from dataclasses import replace

from missionplanner.documents import design
from missionplanner.documents.typeset import Style

NAME = Style(face="display", size=40, leading=43, colour=design.PETROL)
NUMERAL = Style(face="display", size=38, leading=40, colour=design.VERMILION)
WEEKDAY = Style(face="display", weight="semibold", size=19, leading=22, colour=design.PETROL)
CONTINUED = Style(face="display", weight="italic", size=12, leading=14, colour=design.FAINT)
ACCENTED = Style(face="display", weight="italic", size=14.5, leading=18, colour=design.VERMILION)

TITLE = Style(weight="semibold", size=11, leading=13, colour=design.INK)
TIME = Style(weight="semibold", size=11.5, leading=13, colour=design.INK)
TIME_END = Style(size=9, leading=11, colour=design.FAINT)
TIME_WORD = Style(weight="semibold", size=9, leading=11, colour=design.SECONDARY)
PLACE = Style(size=9, leading=12.5, colour=design.SECONDARY)
NOTE = Style(size=9, leading=12.2, colour=design.SECONDARY)
ZONES = Style(size=9, leading=12.2, colour=design.INK)
STRONG = Style(weight="semibold", size=9, leading=12.2, colour=design.INK)
ROLE = Style(size=12, leading=15, colour=design.INK)
BODY = Style(size=10, leading=14, colour=design.INK)

FACT = Style(weight="semibold", size=10, leading=12.4, colour=design.INK)
FACT_DETAIL = Style(size=9, leading=11.6, colour=design.SECONDARY)
META = Style(weight="semibold", size=9.2, leading=11.2, colour=design.INK)
META_LABEL = Style(size=6.4, leading=8, colour=design.FAINT, tracking=0.8, capitals=True)
LABEL = Style(weight="semibold", size=6.8, leading=9, colour=design.SECONDARY, tracking=0.85, capitals=True)
HEADING_LABEL = Style(
    weight="semibold", size=7.4, leading=10, colour=design.VERMILION, tracking=0.85, capitals=True
)
ROUTE = Style(weight="semibold", size=6.8, leading=10, colour=design.PETROL, tracking=0.85, capitals=True)
RUNNING = Style(weight="semibold", size=6.2, leading=8, colour=design.FAINT, tracking=0.85, capitals=True)
MARK = Style(weight="semibold", size=6.2, leading=8, colour=design.VERMILION, tracking=0.7, capitals=True)
FOOT = Style(size=7.2, leading=9.6, colour=design.SECONDARY)
FOOT_STRONG = Style(weight="semibold", size=7.2, leading=9.6, colour=design.INK)

LINE_TIME = Style(weight="semibold", size=9, leading=11.6, colour=design.VERMILION)
LINE_NAME = Style(weight="semibold", size=9.2, leading=11.6, colour=design.INK)
LINE_ABOUT = Style(size=9, leading=11.6, colour=design.SECONDARY)
LINE_TABLE = Style(weight="semibold", size=9.6, leading=11.6, colour=design.INK)

ENTRY_NAME = Style(weight="semibold", size=10.5, leading=13, colour=design.INK)
COLOPHON = Style(size=9, leading=12, colour=design.SECONDARY)


def coloured(style: Style, colour: str) -> Style:
    return replace(style, colour=colour)


def sized(style: Style, size: float, leading: float | None = None) -> Style:
    """Return a style at another size; without a leading of its own it keeps the proportion."""
    return replace(style, size=size, leading=leading or style.leading * size / style.size)


def led(style: Style, leading: float) -> Style:
    return replace(style, leading=leading)
