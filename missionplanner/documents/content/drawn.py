"""Hold what is drawn from figures: bars, spans of time, a route, large numbers, pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from missionplanner.documents.content.values import Fact, Said
from missionplanner.domain.logistics.routes import Route


class Tone(StrEnum):
    """Say how a bar is filled: each can be told from the others without colour."""

    SOLID = "solid"
    ACCENT = "accent"
    HATCHED = "hatched"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Series:
    """Be one of the figures every bar has; one without a ``tone`` has a number and no bar."""

    name: str
    tone: Tone | None = Tone.SOLID


class Bar(NamedTuple):
    """Be a row of figures: numbers to draw, None for what nobody knows, and how each is said."""

    key: str
    label: str
    values: tuple[float | None, ...]
    said: tuple[str, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Be bars with the figures beside them: ``stacked`` add up, else the second lies within the first.

    ``about`` says what they show, for those who hear the page; ``first`` heads the column of labels. ``full`` is
    what a bar of the whole width stands for, the largest of them where it is nothing.
    """

    title: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    about: str
    first: str = ""
    stacked: bool = True
    full: float = 0.0


class Span(NamedTuple):
    """Be something that lasts from a day to a day, or falls on one; ``said`` is told beside it."""

    key: str
    label: str
    first: dt.date
    last: dt.date
    said: str = ""
    tone: Tone = Tone.SOLID


class Tick(NamedTuple):
    """Be a day marked on an axis of time."""

    day: dt.date
    said: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Be spans of time below each other on one axis."""

    title: str
    spans: tuple[Span, ...]
    ticks: tuple[Tick, ...]
    about: str
    first: str = ""
    last: str = ""
    """Heads the column of what is said."""


class Stretch(NamedTuple):
    """Be one of the spans of a row of a year, under its number; a ``slim`` one is somebody else's."""

    number: str
    first: dt.date
    last: dt.date
    tone: Tone = Tone.SOLID
    slim: bool = False


class YearRow(NamedTuple):
    """Be what one organisation does in a year."""

    key: str
    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """Be a year, or some months of one, as rows of spans on one axis.

    ``span`` is its first day and how many months it has, ``months`` their words at its head; ``first`` heads the
    labels.
    """

    title: str
    span: tuple[dt.date, int]
    rows: tuple[YearRow, ...]
    months: tuple[str, ...]
    about: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class RouteMap:
    """Be a map of where a mission went. ``names`` are those of its stops, ``countries`` those of lands by code."""

    route: Route
    names: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    about: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Be large numbers with what they count."""

    tiles: tuple[Fact, ...]


class Picture(NamedTuple):
    """Be a photograph; ``picture`` names a file of the media."""

    key: str
    picture: str
    caption: Said
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Be photographs, two beside each other."""

    title: str
    pictures: tuple[Picture, ...]


Drawn = Bars | Timeline | Year | RouteMap | Tiles | Pictures
