"""Set the days of a document and put them on its pages: measure, paginate, draw."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from missionplanner.documents import design, pagination
from missionplanner.documents.content.values import Day, Pair, Parallel, Row, Said
from missionplanner.documents.pagination import Measured, Piece
from missionplanner.documents.parts.day import HEAD, day_head
from missionplanner.documents.parts.pair import SetPair, pair_block, set_pair
from missionplanner.documents.parts.parallel import SetParallel, draw_parallel, set_parallel
from missionplanner.documents.parts.row import SetRow, row_block, set_row
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.spots import spots_of
from missionplanner.documents.typeset import Block, Document, Page

DAY_GAP = 24.0
"""Between two days of one page, in points."""
LONGEST_NOTE = 1800
"""Characters of notes that stand in one row; longer ones go on in a row of their own."""

Entry = Row | Parallel | Pair
SetEntry = SetRow | SetParallel | SetPair


@dataclass(frozen=True)
class SetDay:
    """Be a day whose entries are broken into lines as they are needed, level by level."""

    setter: Setter
    day: Day
    shared: AbstractSet[int]
    room: float

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries as they can be set: nothing taller than a page."""
        fitting: list[Entry] = []
        for entry in self.day.entries:
            if isinstance(entry, Parallel) and set_parallel(self.setter, entry, 0).height > self.room:
                fitting += entry.rows
            else:
                fitting.append(entry)
        parts = (part for entry in fitting for part in parts_of(self.setter, entry))
        pieces = (piece for part in parts for piece in _paneled(self.setter, part, self.room))
        return tuple(one for piece in pieces for one in _apart(self.setter, piece, self.room))

    @cached_property
    def _levels(self) -> dict[int, tuple[SetEntry, ...]]:
        return {}

    def at(self, level: int) -> tuple[SetEntry, ...]:
        """Return the entries set at a level; what others read too is set once."""
        made = self._levels.get(level)
        if made is None:
            made = self._levels[level] = tuple(self._set(entry, level) for entry in self.entries)
        return made

    def _set(self, entry: Entry, level: int) -> SetEntry:
        if isinstance(entry, Parallel):
            return set_parallel(self.setter, entry, level)
        if isinstance(entry, Pair):
            return self._set_pair(entry, level)
        if id(entry) not in self.shared:
            return set_row(self.setter, entry, level)
        key = ("row", id(entry), level)
        made = self.setter.kept.get(key)
        if made is None:
            made = self.setter.kept[key] = set_row(self.setter, entry, level)
        return made

    def _set_pair(self, pair: Pair, level: int) -> SetPair:
        if not {id(pair.first), id(pair.second)} <= self.shared:
            return set_pair(self.setter, pair, level)
        key = ("pair", id(pair.first), id(pair.second), level)
        made = self.setter.kept.get(key)
        if made is None:
            made = self.setter.kept[key] = set_pair(self.setter, pair, level)
        return made

    def measured(self) -> Measured:
        return Measured(HEAD, lambda level: [one.height for one in self.at(level)])

    def block(self, number: int, level: int) -> Block:
        """Return an entry drawn; what others read too is drawn once."""
        made = self.at(level)[number]
        if isinstance(made, SetParallel):
            block = self.setter.batch.block()
            draw_parallel(self.setter, block, made)
            return block
        if isinstance(made, SetPair):
            return pair_block(self.setter, made)
        if id(made.row) not in self.shared:
            return row_block(self.setter, made)
        key = ("block", id(made.row), level)
        kept = self.setter.kept.get(key)
        if kept is None:
            kept = self.setter.kept[key] = row_block(self.setter, made)
        return kept


def parts_of(setter: Setter, entry: Entry) -> Sequence[Entry]:
    """Return a row whose notes would fill pages as several, the later ones marked as going on."""
    if isinstance(entry, Pair):
        return _parts_of_pair(setter, entry)
    return (entry,) if isinstance(entry, Parallel) else row_parts(setter, entry, _longest(setter.sheet))


def _parts_of_pair(setter: Setter, pair: Pair) -> Sequence[Pair]:
    """Return a row in two languages as several where either is too long for half a page."""
    longest = _longest(setter.sheet) // 2
    each = [row_parts(setter, row, longest) for row in (pair.first, pair.second)]
    count = max(map(len, each))
    ends = [parts[-1]._replace(notes=(), practical=(), details=(), lines=()) for parts in each]
    filled = [[*parts, *[end] * (count - len(parts))] for parts, end in zip(each, ends, strict=True)]
    return [Pair(one, other, pair.language) for one, other in zip(*filled, strict=True)]


def row_parts(setter: Setter, entry: Row, longest: int) -> Sequence[Row]:
    """Return a row as several where its notes have more characters than ``longest``."""
    if sum(len(note.text) for note in entry.notes) <= longest:
        return (entry,)
    pieces = _shared_out(entry.notes, longest)
    title = _going_on(setter, entry.title)
    first = entry._replace(notes=pieces[0], practical=(), details=(), lines=())
    rest = [
        first._replace(title=title, when=entry.when._replace(after=""), place="", zones="", notes=notes, meta=())
        for notes in pieces[1:]
    ]
    rest[-1:] = (
        [rest[-1]._replace(practical=entry.practical, details=entry.details, lines=entry.lines)] if rest else []
    )
    return (first, *rest)


def _longest(sheet: design.Sheet) -> int:
    """Return how many characters of notes one row may have: on a small page as many fewer as it is smaller."""
    if not sheet.small:
        return LONGEST_NOTE
    usual = design.SHEETS["a4"]
    share = sheet.room * (sheet.measure - sheet.content - sheet.meta) / (usual.room * usual.note)
    return int(LONGEST_NOTE * share)


def _paneled(setter: Setter, entry: Entry, room: float) -> Sequence[Entry]:
    """Return a row with a panel taller than a page as several, each with some of its lines."""
    if isinstance(entry, Parallel):
        return (entry,)
    count = len(entry.first.lines if isinstance(entry, Pair) else entry.lines)
    if not count or _height(setter, entry) <= room:
        return (entry,)
    pieces: list[Entry] = []
    first = 0
    while first < count:
        last = first
        while last < count:
            longer = _lined(setter, entry, (first, last + 1), bool(pieces))
            if _height(setter, longer) > room and not (pieces and last == first):
                break
            last += 1
        pieces.append(_lined(setter, entry, (first, last), bool(pieces)))
        first = last
    return pieces


def _apart(setter: Setter, entry: Entry, room: float) -> Sequence[Entry]:
    """Return a row in two languages as one row for each where together they are taller than a page."""
    if isinstance(entry, Pair) and set_pair(setter, entry, pagination.LEVELS - 1).height > room:
        return entry.first, entry.second
    return (entry,)


def _height(setter: Setter, entry: Row | Pair) -> float:
    return (set_pair(setter, entry, 0) if isinstance(entry, Pair) else set_row(setter, entry, 0)).height


def _lined(setter: Setter, entry: Row | Pair, some: tuple[int, int], going_on: bool) -> Row | Pair:
    """Return a row with some lines of its panel; one that goes on says no more than its title."""
    if isinstance(entry, Pair):
        first, second = (_lined_row(setter, row, some, going_on) for row in entry[:2])
        return Pair(first, second, entry.language)
    return _lined_row(setter, entry, some, going_on)


def _lined_row(setter: Setter, row: Row, some: tuple[int, int], going_on: bool) -> Row:
    shown = row._replace(lines=row.lines[slice(*some)])
    if not going_on:
        return shown
    shown = shown._replace(notes=(), practical=(), details=(), zones="", place="", meta=())
    return shown._replace(title=_going_on(setter, row.title), when=row.when._replace(after=""))


def _going_on(setter: Setter, title: Said) -> Said:
    word = setter.t("continued")
    return title._replace(text=f"{title.text} ({word})")


def _shared_out(notes: Sequence[Said], longest: int) -> list[tuple[Said, ...]]:
    """Share paragraphs out into pieces of bearable length, cutting between words where one is longer."""
    pieces: list[list[Said]] = [[]]
    used = 0
    for note in notes:
        for text in _chunks(note.text, longest):
            if used and used + len(text) > longest:
                pieces.append([])
                used = 0
            pieces[-1].append(note._replace(text=text))
            used += len(text)
    return [tuple(piece) for piece in pieces]


def _chunks(text: str, longest: int) -> list[str]:
    chunks = []
    while len(text) > longest:
        at = text.rfind(" ", 0, longest)
        at = at if at > 0 else longest
        chunks.append(text[:at])
        text = text[at:].lstrip()
    return [*chunks, text]


def set_days(setter: Setter, days: Sequence[Day], shared: AbstractSet[int]) -> list[SetDay]:
    return [_set_day(setter, day, shared) for day in days]


def _set_day(setter: Setter, day: Day, shared: AbstractSet[int]) -> SetDay:
    """Return a day ready to be measured; a day several readers have in common is measured once."""
    key = ("set day", id(day))
    kept = setter.kept.get(key)
    if kept is None:
        kept = SetDay(setter, day, shared, setter.sheet.room - HEAD)
        if all(id(entry) in shared for entry in day.entries):
            setter.kept[key] = kept
    return kept


def paginated(setter: Setter, days: Sequence[SetDay], first_room: float) -> list[pagination.Page]:
    """Decide which day stands on which page; ``first_room`` is what the first page offers."""
    pages = pagination.paginate([day.measured() for day in days], first_room, setter.sheet.room, DAY_GAP)
    if not setter.sheet.small:
        for piece in (piece for page in pages for piece in page.pieces if piece.continued):
            setter.batch.note_overfull(bookmark_of(days[piece.day].day))
    return pages


def stretch_of(page: pagination.Page, days: Sequence[SetDay]) -> float:
    """Return by how much the gaps of a tightly set page may open until it is full, in points."""
    gaps = [
        (design.SETTINGS[0].gap - design.SETTINGS[piece.level].gap, piece.last - piece.first)
        for piece in page.pieces
    ]
    count = sum(number for _, number in gaps)
    return max(0.0, min(min(gap for gap, _ in gaps), page.left / count)) if count else 0.0


def draw_piece(document: Document, page: Page, made: SetDay, piece: Piece, at: tuple[float, float]) -> float:
    """Draw a day, or its part, from a height down, gaps opened by a stretch; return where the next begins."""
    (y, stretch), setter = at, made.setter
    left = setter.sheet.left
    if not piece.continued:
        document.bookmark(bookmark_of(made.day), page, y + 6)
    with document.section("Sect"):
        page.place(day_head(setter, made.day, piece.continued), left, y)
        y -= HEAD
        entries = made.at(piece.level)
        _draw_axis(page, made, piece, (y, stretch))
        if setter.spots is not None:
            here = entries[piece.first : piece.last]
            setter.spots.extend(spots_of(here, setter.sheet, page.index, (y, stretch)))
        with document.section("L"):
            for number in range(piece.first, piece.last):
                page.place(made.block(number, piece.level), left, y)
                y -= entries[number].height + stretch
    return y + design.SETTINGS[piece.level].gap + stretch


def _draw_axis(page: Page, made: SetDay, piece: Piece, at: tuple[float, float]) -> None:
    """Draw the line that joins the discs of a day, as one path."""
    (y, stretch), setter = at, made.setter
    heights = tuple(one.height + stretch for one in made.at(piece.level)[piece.first : piece.last - 1])
    key = ("axis", heights, piece.level)
    block = setter.kept.get(key)
    if block is None:
        block = setter.kept[key] = setter.batch.block()
        steps: list[tuple[str, float, float]] = []
        top = 0.0
        for height in heights:
            below = top - height
            steps += [
                ("m", setter.sheet.axis, top - 2 * design.SETTINGS[piece.level].disc - 3.6),
                ("l", setter.sheet.axis, below - 3.0),
            ]
            top = below
        if steps:
            block.path(steps, stroke=design.RULE, line=0.8)
    page.place(block, setter.sheet.left, y)


def bookmark_of(day: Day) -> str:
    return f"{day.weekday} {day.numeral} {day.month}"
