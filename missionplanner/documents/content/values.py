"""Hold what a document shows. Everything here is text already said in the document's language.

What rows are made of are named tuples: thousands are made a second, and a frozen dataclass takes four times as
long to make.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple
from unicodedata import bidirectional

from missionplanner.domain.vocabulary import ItemKind


class Said(NamedTuple):
    """Be a text and the language it is written in, None where that is the document's or nobody knows."""

    text: str
    language: str | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


class Detail(NamedTuple):
    """Be a labelled line: ``Host contact`` and the name with its number."""

    label: str
    text: str


class Fact(NamedTuple):
    """Be one of the boxed facts under a head: small label, value, what explains it."""

    label: str
    value: str
    detail: str = ""


class Line(NamedTuple):
    """Be a line of a panel: when, who, what about, and where (a table)."""

    time: str
    name: str
    about: str = ""
    table: str = ""
    mine: bool = False


class When(NamedTuple):
    """Be what the time column shows.

    ``start`` is a clock time, or a word (``is_word``) where nobody knows one; ``after`` tells of a later day.
    """

    start: str = ""
    end: str = ""
    after: str = ""
    is_word: bool = False

    @property
    def spoken(self) -> str:
        """Return all of it as one line: ``22:10–06:30 (+1 day)``."""
        span = f"{self.start}–{self.end}" if self.start and self.end else self.start or self.end
        return f"{span} ({self.after})" if self.after else span


class Row(NamedTuple):
    """Be one row of an agenda, as one reader sees it. ``key`` names the record it tells of.

    ``details`` are lines of their own (whom to ring); ``practical`` runs on in one paragraph.
    """

    key: str
    kind: ItemKind
    kind_word: str
    when: When
    title: Said
    place: str = ""
    zones: str = ""
    notes: tuple[Said, ...] = ()
    practical: tuple[Detail, ...] = ()
    details: tuple[Detail, ...] = ()
    lines: tuple[Line, ...] = ()
    mark: str = ""
    cancelled: bool = False
    on_foot: bool = False
    meta: tuple[Fact, ...] = ()


class Pair(NamedTuple):
    """Be the same row in two languages; ``language`` is that of the second."""

    first: Row
    second: Row
    language: str


@dataclass(frozen=True, slots=True)
class Track:
    """Be the rows of one group in a parallel part of a day."""

    name: str
    colour: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Be what several groups do at the same time, side by side."""

    tracks: tuple[Track, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for track in self.tracks for row in track.rows)


@dataclass(frozen=True, slots=True)
class Day:
    """Be one day: its head and what happens."""

    date: dt.date
    numeral: str
    weekday: str
    month: str
    about: str
    route: tuple[str, ...]
    entries: tuple[Row | Parallel | Pair, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows in their order; of those in two languages the first."""
        return tuple(row for one in self.entries for row in _rows_of(one))


def _rows_of(entry: Row | Parallel | Pair) -> tuple[Row, ...]:
    if isinstance(entry, Parallel):
        return entry.rows
    return (entry.first,) if isinstance(entry, Pair) else (entry,)


@dataclass(frozen=True, slots=True)
class Organiser:
    """Be one organiser in the order of the logos; ``logo`` names a file of the media."""

    name: str
    role: str
    logo: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Be whom to ring when something changes."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Be what every page and the cover say of the mission and of this copy."""

    language: str
    kind: str
    title: Said
    code: str
    dates: str
    theme: Said
    summary: Said
    organisers: tuple[Organiser, ...]
    status: str
    edition: str
    changed_at: dt.datetime | None
    sample: str
    draft: str
    times: str
    changes: str
    funding: tuple[str, ...]
    accent: str | None
    on_call: Contact | None
    subject: str = ""
    emblem: str | None = None
    """Name of the picture beside who paid."""
    paid: tuple[str, ...] = ()
    """What a foot says of who paid, the fullest first: it takes the first there is room for."""
    footer: str = ""
    """What the mission wants at the foot of its pages."""
    titles: tuple[Said, ...] = ()
    """The title in each language of a document that has two."""

    @property
    def headings(self) -> tuple[str, ...]:
        """Return title and dates in one line; apart where the title is written from right to left."""
        if is_turned(self.title.text):
            return (self.title.text, self.dates)
        return (f"{self.title.text}, {self.dates}",)


@dataclass(frozen=True, slots=True)
class Entry:
    """Be somebody or some organisation in a list."""

    key: str
    name: str
    native: str = ""
    role: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Be a list with a heading, as the delegation or the hosts."""

    key: str
    title: str
    count: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ItineraryContent:
    """Be all that one person's agenda shows."""

    frame: Frame
    name: str
    native_name: str
    role: str
    facts: tuple[Fact, ...]
    days: tuple[Day, ...]
    groups: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeContent:
    """Be all that a programme shows."""

    frame: Frame
    for_whom: str
    facts: tuple[Fact, ...]
    days: tuple[Day, ...]
    listings: tuple[Listing, ...]


@lru_cache(maxsize=64)
def is_turned(text: str) -> bool:
    """Tell whether a text has words written from right to left."""
    return any(bidirectional(character) in ("R", "AL") for character in text)


@lru_cache(maxsize=64)
def _fields(kind: type[Any]) -> Callable[[Any], Iterable[Any]] | None:
    """Return what reads the values of all fields, None for a kind that has none."""
    if issubclass(kind, tuple):
        return iter
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if not names:
        return None
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)


def texts_of(value: Any, into: list[str]) -> None:
    """Collect every text in a value of this module, in order; what has no text gives an empty one."""
    parts: Iterable[Any]
    if type(value) is tuple:
        into.append(f"[{len(value)}")
        parts = value
    else:
        read = _fields(type(value))  # type: ignore[arg-type]
        if read is None:
            into.append(value if isinstance(value, str) else "" if value is None else str(value))
            return
        parts = read(value)
    for one in parts:
        # What nearly all values are needs no call of its own: thousands of rows are read a second.
        kind = type(one)
        if kind is str:
            into.append(one)
        elif kind is tuple and not one:
            into.append("[0")
        elif one is None:
            into.append("")
        elif kind is Said:
            into += (one.text, one.language or "")
        elif kind is bool or kind is ItemKind:
            into.append(str(one))
        else:
            texts_of(one, into)


def row_print(day: dt.date, row: Row) -> str:
    """Return the fingerprint of a day and a row of it; a plain row, as most are, is not asked part by part."""
    if row.practical or row.details or row.lines or row.meta:
        return fingerprint(day.isoformat(), row)
    when, title = row.when, row.title
    notes = "".join([f"\x1f{text}\x1f{language or ''}" for text, language in row.notes])
    shown = (
        f"[2\x1f{day.isoformat()}\x1f{row.key}\x1f{row.kind}\x1f{row.kind_word}"
        f"\x1f{when.start}\x1f{when.end}\x1f{when.after}\x1f{when.is_word}"
        f"\x1f{title.text}\x1f{title.language or ''}\x1f{row.place}\x1f{row.zones}\x1f[{len(row.notes)}{notes}"
        f"\x1f[0\x1f[0\x1f[0\x1f{row.mark}\x1f{row.cancelled}\x1f{row.on_foot}\x1f[0"
    )
    return hashlib.sha256(shown.encode()).hexdigest()


def fingerprint(*shown: Any) -> str:
    """Return the SHA-256 of what was shown, as hexadecimal: text only, never its layout."""
    texts: list[str] = []
    texts_of(shown, texts)
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()
