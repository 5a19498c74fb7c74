"""Say which column is which field: guessed, corrected by a person, remembered for the next file alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.tables.fields import NEEDED, Field, Kind, Sort, bare, field_of, fields_of
from missionplanner.exchange.tables.headers import header_row, language_of, likeness, titles
from missionplanner.exchange.tables.sheets import Cell, Sheet
from missionplanner.exchange.tables.sniffing import evidence, sample

LEAST = 0.6
"""Less than this is no guess worth showing."""
_STRICT = frozenset(
    {Sort.EMAIL, Sort.PHONE, Sort.DAY, Sort.WEBSITE, Sort.COUNTRY, Sort.AMOUNT, Sort.TIME, Sort.SPAN}
)
_TELLING: MappingOf[Sort, float] = {
    Sort.EMAIL: 0.9,
    Sort.PHONE: 0.75,
    Sort.WEBSITE: 0.8,
    Sort.COUNTRY: 0.7,
    Sort.HONORIFIC: 0.8,
    Sort.DAY: 0.62,
    Sort.SPAN: 0.62,
    Sort.ROUTE: 0.8,
    Sort.FLIGHT: 0.65,
    Sort.WORD: 0.65,
}
"""Sorts whose cells speak for themselves, with how sure they make where the header says nothing."""
_MOSTLY = 0.7
VERSION = 1


@dataclass(frozen=True, slots=True)
class Column:
    """Be one column: its header, the field it is taken for (None: left out), and how sure that is, 0 to 1."""

    index: int
    header: str
    field: str | None = None
    confidence: float = 0.0
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """Be how a sheet of a kind is read. ``header_row`` counts from 0, None where nothing heads it."""

    kind: Kind
    header_row: int | None
    columns: tuple[Column, ...]

    @property
    def first_row(self) -> int:
        return 0 if self.header_row is None else self.header_row + 1

    @property
    def signature(self) -> str:
        """Return the fingerprint of the headers: equal for files of one sender, whatever their rows."""
        heads = "\x1f".join(bare(column.header) for column in self.columns if column.header)
        return hashlib.sha256(f"{self.kind}\x1e{heads}".encode()).hexdigest()[:32]

    @property
    def confidence(self) -> float:
        """Return the share of headed columns that are known, weighed by how sure each is."""
        headed = [column for column in self.columns if column.header or column.field]
        return sum(column.confidence for column in headed if column.field) / len(headed) if headed else 0.0

    def column_of(self, key: str) -> Column | None:
        """Return the column of a field, None where there is none."""
        return next((column for column in self.columns if column.field == key), None)

    def missing(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups of fields of which rows need one and no column gives any."""
        return tuple(group for group in NEEDED[self.kind] if not any(map(self.column_of, group)))

    def with_column(self, index: int, key: str | None) -> Mapping:
        """Return the mapping with a column taken for a field by a person; whoever held it gives it up.

        Raises Invalid for a field this kind has not.
        """
        if key is not None and field_of(self.kind, key) is None:
            raise Invalid(N_("There is no field “{name}” in this list."), field="mapping", name=key)
        given = {index: (key, 1.0 if key else 0.0)}
        held = {column.index: (None, 0.0) for column in self.columns if key and column.field == key}
        changes = held | given
        columns = tuple(
            replace(one, field=changes[one.index][0], confidence=changes[one.index][1])
            if one.index in changes
            else one
            for one in self.columns
        )
        return replace(self, columns=columns)

    def to_json(self) -> str:
        """Return the mapping to be remembered: headers and fields, no cell of the file."""
        columns = [[column.header, column.field] for column in self.columns]
        content = {"version": VERSION, "kind": str(self.kind), "headed": self.header_row is not None}
        return json.dumps(content | {"columns": columns}, ensure_ascii=False)


def guessed(sheet: Sheet, kind: Kind, *, heading: int | None | str = "guess") -> Mapping:
    """Return the likeliest mapping of a sheet. ``heading`` is the row a person chose, None for no header."""
    row = header_row(sheet, kind) if isinstance(heading, str) else heading
    first = 0 if row is None else row + 1
    heads = titles(sheet, row)
    cells = [sample(sheet, index, first) for index in range(sheet.width)]
    scored = sorted(
        (
            (_score(heads[index], cells[index], kind, one), -place, index, one)
            for index in range(sheet.width)
            for place, one in enumerate(fields_of(kind))
            if heads[index] or cells[index]
        ),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    taken: dict[int, tuple[Field, float]] = {}
    for score, _, index, one in scored:
        used = {field.key for field, _ in taken.values()}
        if score >= LEAST and index not in taken and one.key not in used:
            taken[index] = (one, min(score, 1.0))
    _take_names(kind, taken, cells)
    columns = [_column(index, heads[index], taken.get(index)) for index in range(sheet.width)]
    return Mapping(kind, row, _settled(tuple(columns), kind, cells))


def _take_names(kind: Kind, taken: dict[int, tuple[Field, float]], cells: list[list[Cell]]) -> None:
    """Take the first column that looks like whole names for them, where no header names any."""
    whole = field_of(kind, "full_name")
    if whole is None or {field.key for field, _ in taken.values()} & {"full_name", "given", "family"}:
        return
    for index, own in enumerate(cells):
        share = evidence(own, whole)
        if index not in taken and own and share is not None and share > _MOSTLY:
            taken[index] = (whole, LEAST)
            return


def _column(index: int, header: str, found: tuple[Field, float] | None) -> Column:
    if found is None:
        return Column(index, header)
    one, score = found
    return Column(index, header, one.key, round(score, 2), language_of(header, one))


def _score(header: str, cells: list[Cell], kind: Kind, one: Field) -> float:
    """Return how well a column suits a field: its header first, its cells for and against it."""
    named = likeness(header, kind, one.key) if header else 0.0
    share = evidence(cells, one)
    if named >= LEAST:
        if share is None:
            return named
        if share < 0.2 and len(cells) > 1:
            return named * (0.7 if one.sort in _STRICT else 0.9)
        return named + (0.05 if share > _MOSTLY else 0.0)
    telling = _TELLING.get(one.sort)
    if telling is None or share is None or share < _MOSTLY or len(cells) < 2:
        return 0.0
    return telling * share * (1.0 if not header else 0.9)


def _settled(columns: tuple[Column, ...], kind: Kind, cells: list[list[Cell]]) -> tuple[Column, ...]:
    """Mend what one header alone cannot tell: whether ``Nome`` is a given name, a whole name, a family's."""
    by_field = {column.field: column for column in columns if column.field}
    changed: dict[int, str] = {}
    full, given, family = by_field.get("full_name"), by_field.get("given"), by_field.get("family")
    if full is not None and family is not None and given is None and len(full.header.split()) < 2:
        changed[full.index] = "given"
    elif full is not None and given is not None and family is None and len(full.header.split()) < 2:
        changed[full.index] = "family"
    elif full is None and family is None and given is not None and _are_whole(cells[given.index]):
        changed[given.index] = "full_name"
    elif full is None and given is None and family is not None and _are_whole(cells[family.index]):
        changed[family.index] = "full_name"
    if kind is Kind.DELEGATES and "role" in by_field and "job" not in by_field:
        if " " in by_field["role"].header.strip():  # it says whose role
            return _with(columns, changed)
        share = evidence(cells[by_field["role"].index], _field(kind, "role"))
        if share is not None and share < 0.5:
            changed[by_field["role"].index] = "job"
    return _with(columns, changed)


def _with(columns: tuple[Column, ...], changed: MappingOf[int, str]) -> tuple[Column, ...]:
    return tuple(replace(one, field=changed.get(one.index, one.field)) for one in columns)


def _field(kind: Kind, key: str) -> Field:
    found = field_of(kind, key)
    assert found is not None
    return found


def _are_whole(cells: list[Cell]) -> bool:
    texts = [cell for cell in cells if isinstance(cell, str)]
    return bool(texts) and sum(len(text.split()) > 1 for text in texts) * 2 > len(texts)


def kind_of(sheet: Sheet) -> tuple[Kind, float]:
    """Return the kind of list a sheet most likely is, and from 0 to 1 how far it stands out."""
    scored = sorted(((_suits(guessed(sheet, kind)), kind) for kind in Kind), reverse=True)
    (best, kind), (second, _) = scored[0], scored[1]
    return kind, max(0.0, min(1.0, (best - second) / best * 2)) if best > 0 else 0.0


def _suits(mapping: Mapping) -> float:
    vague = mapping.kind is Kind.WISHES and mapping.column_of("wish") is None  # a leg goes from here to there too
    return mapping.confidence * (0.3 if mapping.missing() else 1.0) * (0.8 if vague else 1.0)


def remembered(sheet: Sheet, content: str) -> Mapping | None:
    """Return a mapping of an earlier file for this sheet, by the names of its headers, wherever they stand.

    None where the content is not ours, or not one of its headers is here.
    """
    told = _told(content)
    if told is None:
        return None
    kind, headed, fields = told
    row = header_row(sheet, kind) if headed else None
    heads = titles(sheet, row)
    if not headed:
        if len(fields) != sheet.width:
            return None
        own = [key for _, key in fields]
        return Mapping(kind, None, tuple(Column(at, "", key, 1.0 if key else 0.0) for at, key in enumerate(own)))
    known = {bare(header): key for header, key in fields if header}
    if not any(bare(head) in known for head in heads if head):
        return None
    guess = guessed(sheet, kind, heading=row)
    taken = {known[bare(head)] for head in heads if known.get(bare(head))}
    columns = [_recalled(column, known, taken) for column in guess.columns]
    return replace(guess, columns=tuple(columns))


def _recalled(column: Column, known: MappingOf[str, str | None], taken: set[str | None]) -> Column:
    if column.header and bare(column.header) in known:
        key = known[bare(column.header)]
        return replace(column, field=key, confidence=1.0 if key else 0.0)
    return replace(column, field=None, confidence=0.0) if column.field in taken else column


def _told(content: str) -> tuple[Kind, bool, list[tuple[str, str | None]]] | None:
    """Return what a remembered mapping says, None where it is broken."""
    try:
        said = json.loads(content)
        kind = Kind(said["kind"])
        pairs = [(str(header), key) for header, key in said["columns"]]
    except (ValueError, KeyError, TypeError):
        return None
    known = [(header, key if isinstance(key, str) and field_of(kind, key) else None) for header, key in pairs]
    return kind, bool(said.get("headed", True)), known
