"""Know the sheets of a book: what list each most likely is, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping

from missionplanner.exchange import tables as exchange
from missionplanner.exchange.tables import Book, Kind, Matrix, Sheet
from missionplanner.services.imports import drafts as d
from missionplanner.services.imports.drafts import Form, Setting, SheetSeen

KINDS: Mapping[Form, Kind] = {
    Form.PROGRAMME: Kind.AGENDA,
    Form.DELEGATES: Kind.DELEGATES,
    Form.ORGANISATIONS: Kind.ORGANISATIONS,
    Form.PLACES: Kind.PLACES,
    Form.ROOMING: Kind.ROOMING,
    Form.LEGS: Kind.LEGS,
    Form.BUDGET: Kind.BUDGET,
    Form.EXPENSES: Kind.EXPENSES,
    Form.WISHES: Kind.WISHES,
}
FORMS = {kind: form for form, kind in KINDS.items()}
LISTS: Mapping[Kind, str] = {
    Kind.AGENDA: d.AGENDA,
    Kind.DELEGATES: d.DELEGATES,
    Kind.ORGANISATIONS: d.ORGANISATIONS,
    Kind.PLACES: d.PLACES,
    Kind.ROOMING: d.STAYS,
    Kind.LEGS: d.LEGS,
    Kind.BUDGET: d.BUDGET,
    Kind.EXPENSES: d.EXPENSES,
    Kind.WISHES: d.WISHES,
}
GUESSED = -1
"""Stands for a header row that nobody chose."""
_OF_ROOMS = ("hotel", "room", "room_no", "from_day", "to_day", "nights", "board")
"""Columns of which a rooming list has one."""
_LEAST_KNOWN = 0.3
"""Share of columns that must be known for a table to be a list of a kind."""
How = exchange.Mapping | Matrix
"""How a sheet is read: column by column, or as everyone against everyone."""


def seen(book: Book) -> tuple[SheetSeen, ...]:
    """Return all sheets of a book that a person sees, those without rows as well."""
    return tuple(
        SheetSeen(number, one.name, len(one.rows), form_of(one) if one.rows else None)
        for number, one in enumerate(book.sheets)
        if not one.hidden
    )


def form_of(sheet: Sheet) -> Form | None:
    """Return what a sheet most likely is, None where nothing tells."""
    matrix = exchange.matrix_of(sheet)
    kind = None if matrix is not None and matrix.sure else _kind(sheet)
    if kind is None:
        return Form.WISHES if matrix is not None else None
    return FORMS[kind]


def how_of(book: Book, number: int, form: Form, setting: Setting, heading: int | None = GUESSED) -> How:
    """Return how a sheet is read as a form: as remembered of its sender, else as guessed.

    ``heading`` is the header row a person chose, from 0; None where nothing heads it.
    """
    sheet, kind = book.sheets[number], KINDS[form]
    guess = exchange.guessed(sheet, kind, heading="guess" if heading == GUESSED else heading)
    if form is Form.WISHES and heading is not None:
        row = None if heading == GUESSED else heading
        matrix = exchange.matrix_of(sheet, row)
        if matrix is None and guess.missing():
            matrix = exchange.matrix_of(sheet, row, said=True)
        if matrix is not None:
            return matrix
    kept = setting.remembered(guess.signature, str(kind))
    known = exchange.remembered(sheet, kept) if kept is not None else None
    same = known is not None and known.kind is kind and known.header_row == guess.header_row
    return known if same and known is not None else guess


def _kind(sheet: Sheet) -> Kind | None:
    kind, _ = exchange.kind_of(sheet)
    guess = exchange.guessed(sheet, kind)
    if kind is Kind.ROOMING and not any(map(guess.column_of, _OF_ROOMS)):
        kind = Kind.DELEGATES  # names alone are nobody's rooms
        guess = exchange.guessed(sheet, kind)
    if sheet.width < 2 and guess.header_row is None:
        return None  # a note somebody wrote
    if kind not in LISTS or guess.confidence < _LEAST_KNOWN or guess.missing():
        return None
    return kind
