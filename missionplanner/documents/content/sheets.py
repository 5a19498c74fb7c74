"""Hold what a document of lists, forms and notes shows: chapters of tables, facts, texts, cards, lines to fill in.

One shape for all of them: paper lays it out, and a spreadsheet or a text document can be made from the same.
Everything here is text already said in the document's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from missionplanner.documents.content.drawn import Drawn, RouteMap
from missionplanner.documents.content.frame import mission_texts
from missionplanner.documents.content.values import Detail, Fact, Frame, Said, fingerprint
from missionplanner.domain.vocabulary import TableShape


class Cell(NamedTuple):
    """Be a field of a row: its text, and below it in smaller type what explains it.

    ``lines`` are labelled lines below both, ``boxes`` what may be ticked, one below the other ("" a bare box).
    """

    text: str = ""
    detail: str = ""
    language: str | None = None
    lines: tuple[Detail, ...] = ()
    boxes: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.text or self.detail or self.lines or self.boxes)


@dataclass(frozen=True, slots=True)
class Column:
    """Be a column: its heading, its share of the width, and how its fields are set.

    ``look`` is plain, strong, time (strong, accent), number (flush right) or quiet. One that no row fills is left
    out, unless it is to be written in (``blank``). One that ``holds`` is not struck out where its row is.
    """

    title: str
    share: float
    look: str = "plain"
    blank: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """Be a row; ``key`` names the record it tells of. ``tall`` is the least height, to write or sign in."""

    key: str
    cells: tuple[Cell, ...]
    tall: float = 0.0
    struck: bool = False
    """Whether it tells of something that was called off."""


class SpareRow(TableRow):
    """Be an empty row to write in, which is left out where it alone would need another page."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    caption: str = ""
    """What it is, for those who hear the page."""

    @property
    def trimmed(self) -> Table:
        """Return the table without the columns that no row fills."""
        kept = [
            number
            for number, column in enumerate(self.columns)
            if column.blank or not all(row.cells[number].empty for row in self.rows)
        ]
        if len(kept) == len(self.columns):
            return self
        rows = tuple(replace(row, cells=tuple(row.cells[number] for number in kept)) for row in self.rows)
        return replace(self, columns=tuple(self.columns[number] for number in kept), rows=rows)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Be paragraphs with a small heading."""

    title: str
    paragraphs: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Be a list of points with a small heading."""

    title: str
    points: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Be labels with what they say, below each other: address, entrance, whom to ring."""

    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Be a person or an organisation with a picture; ``picture`` names a file of the media."""

    key: str
    name: str
    native: str = ""
    role: str = ""
    lines: tuple[str, ...] = ()
    picture: str | None = None
    initials: str = ""
    note: str = ""
    """What is told in two lines at most, as who somebody is."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Be cards in columns: two with text beside the picture, or wide ones, one below the other."""

    cards: tuple[Card, ...]
    wide: bool = False
    pictures: bool = True
    round: bool = True
    """Whether pictures are portraits in a circle; logos keep their shape."""


@dataclass(frozen=True, slots=True)
class Question:
    """Be a question of a form: with answers to tick, or so many lines to write on."""

    key: str
    text: str
    answers: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Questions:
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Seating:
    """Be a table drawn from above: how many seats it has, and who sits where, by the number of the seat."""

    key: str
    name: str
    about: str
    shape: TableShape
    seats: int
    guests: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """Be a time for a meeting: when, whom with, at which table; ``lines`` and ``details`` explain it.

    ``free`` says that nobody is met then, which its name tells; ``room`` leaves a line to write on.
    """

    key: str
    time: str
    name: str
    table: str = ""
    lines: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    free: bool = False
    room: bool = False


@dataclass(frozen=True, slots=True)
class Sittings:
    """Be the meetings of one day as a panel: ``title`` is the day, ``about`` where they take place.

    A ``large`` one is to be read by people who stand before it.
    """

    title: str
    about: str
    sittings: tuple[Sitting, ...]
    large: bool = False


Part = Table | Paragraphs | Points | Fields | Cards | Questions | Seating | Sittings | Drawn
RowLike = TableRow | Card | Question | Seating | Sitting
"""What tells of one record."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Be what stands under a heading: ``about`` explains it, ``count`` stands at its right.

    ``fresh`` begins it on a page of its own, ``whole`` sets its tables tighter where that keeps it on one page. A
    ``minor`` one is a part of the chapter before it.
    """

    key: str
    title: str
    about: str = ""
    count: str = ""
    facts: tuple[Fact, ...] = ()
    parts: tuple[Part, ...] = ()
    fresh: bool = False
    whole: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Sheets:
    """Be a document of chapters under a head. ``nothing`` is what is said where there are none.

    A ``working`` paper has no head and narrow margins: all its room is for what is on it. One ``across`` lies on
    its long side, for tables of many columns. In a ``parted`` one each chapter is a paper of its own,
    which says who paid.
    """

    frame: Frame
    title: str
    native: str = ""
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    nothing: str = ""
    working: bool = False
    across: bool = False
    parted: bool = False


def rows_of(chapter: Chapter) -> Iterator[RowLike]:
    """Give everything in a chapter that tells of one record."""
    for part in chapter.parts:
        if isinstance(part, Table):
            yield from part.rows
        elif isinstance(part, Cards):
            yield from part.cards
        elif isinstance(part, Questions):
            yield from part.questions
        elif isinstance(part, Sittings):
            yield from part.sittings
        elif isinstance(part, Seating):
            yield part


def sheet_blocks(content: Sheets) -> Iterator[tuple[str, str]]:
    """Give key and hash of what was shown: of the mission, of the head, of each chapter and each row in it."""
    yield "mission", fingerprint(*mission_texts(content.frame))
    yield "head", fingerprint(content.title, content.native, content.lines, content.facts)
    for chapter in content.chapters:
        told = [
            _told(part)
            for part in chapter.parts
            if isinstance(part, Table | Paragraphs | Points | Fields | Sittings | Drawn)
        ]
        yield chapter.key, fingerprint(chapter.title, chapter.about, chapter.count, chapter.facts, tuple(told))
        for one in rows_of(chapter):
            yield f"{chapter.key}/{one.key}", fingerprint(one)


def _told(part: Part) -> object:
    """Return what a part says beside its rows; of a map its names, not its land."""
    if isinstance(part, Table):
        return tuple(column.title for column in part.columns)
    if isinstance(part, Sittings):
        return part.title, part.about
    return (part.about, part.caption, part.names) if isinstance(part, RouteMap) else part
