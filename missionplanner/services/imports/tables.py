"""Read tables into drafts: which sheet, which kind of list, which column is which field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.exchange import bounded
from missionplanner.exchange import tables as exchange
from missionplanner.exchange.tables import Book, Kind
from missionplanner.exchange.tables.values.reading import line_of
from missionplanner.services.imports.drafts import (
    AGENDA,
    BUDGET,
    DELEGATES,
    EXPENSES,
    LEGS,
    ORGANISATIONS,
    PLACES,
    STAYS,
    Draft,
    Form,
    Reading,
    Refused,
    Trouble,
    Warned,
)

if TYPE_CHECKING:
    from missionplanner.services.imports.reading import Setting

KINDS: Mapping[Form, Kind] = {
    Form.PROGRAMME: Kind.AGENDA,
    Form.DELEGATES: Kind.DELEGATES,
    Form.ORGANISATIONS: Kind.ORGANISATIONS,
    Form.PLACES: Kind.PLACES,
    Form.ROOMING: Kind.ROOMING,
    Form.LEGS: Kind.LEGS,
    Form.BUDGET: Kind.BUDGET,
    Form.EXPENSES: Kind.EXPENSES,
}
FORMS = {kind: form for form, kind in KINDS.items()}
LISTS: Mapping[Kind, str] = {
    Kind.AGENDA: AGENDA,
    Kind.DELEGATES: DELEGATES,
    Kind.ORGANISATIONS: ORGANISATIONS,
    Kind.PLACES: PLACES,
    Kind.ROOMING: STAYS,
    Kind.LEGS: LEGS,
    Kind.BUDGET: BUDGET,
    Kind.EXPENSES: EXPENSES,
}
_OF_ROOMS = ("hotel", "room", "room_no", "from_day", "to_day", "nights", "board")
"""Columns of which a rooming list has one."""
_LEAST_KNOWN = 0.3
"""Share of columns that must be known for a table to be a list of a kind."""


def read(data: bytes, name: str, form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    """Return what the likeliest sheet of a file holds. Raises Invalid, Damaged, Cancelled."""
    book = bounded.run("missionplanner.exchange.tables.reading.read", data, name=name, progress=progress)
    return of_book(book, name, form, setting)


def pasted(text: str, html: str, form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    """Return what a pasted table holds. Raises Invalid, Damaged, Cancelled."""
    book = bounded.run(
        "missionplanner.exchange.tables.pasting.read",
        text.encode("utf-8", "replace"),
        progress=progress,
        html=html or None,
    )
    return of_book(book, "", form, setting)


def of_book(book: Book, name: str, form: Form | None, setting: Setting) -> Reading:
    """Return what the sheet of a book holds that is most like a list of this form, or of any."""
    kind = KINDS.get(form) if form is not None else None
    known = {sheet.name: number for number, sheet in enumerate(book.sheets)}
    best: tuple[float, int, exchange.Mapping] | None = None
    left = []
    for sheet in book.shown or book.sheets:
        own = kind or _kind(sheet)
        if own is None:
            left.append(sheet.name)
            continue
        mapping = _mapping(sheet, own, setting)
        worth = mapping.confidence * (0.3 if mapping.missing() else 1.0) * (1 + min(len(sheet.rows), 500) / 500)
        if best is None or worth > best[0]:
            best = (worth, known[sheet.name], mapping)
    if best is None:
        raise Invalid(N_("It cannot be told what this list is of. Say it: delegates, organisations, places …"))
    reading = of_sheet(book, name, best[1], best[2], setting)
    others = [sheet.name for sheet in book.shown if sheet.name != book.sheets[best[1]].name]
    if not others:
        return reading
    text = Message.of(
        N_("Only the sheet “{sheet}” was read. There are also: {others}."),
        {"sheet": book.sheets[best[1]].name, "others": ", ".join(others)},
    )
    return replace(reading, warnings=(*reading.warnings, Warned("other_sheets", None, others[0], text)))


def of_sheet(book: Book, name: str, sheet: int, mapping: exchange.Mapping, setting: Setting) -> Reading:
    """Return what a sheet holds, read by a mapping."""
    own = book.sheets[sheet]
    found = exchange.rows(own, mapping, setting.around)
    drafts = []
    for number, each in enumerate(found.drafts):
        one = _with_job(each)
        words = " │ ".join(text for cell in own.rows[one.row] if (text := line_of(cell)))
        drafts.append(
            Draft(
                number=number,
                list=LISTS[mapping.kind],
                source=one.source,
                words=words,
                line=one.row,
                values=dict(one.values),
                confidence=one.confidence,
                unsure=one.unsure,
                doubts=_doubts(one.unsure, mapping),
                troubles=tuple(Trouble(each.field, each.kept, each.message) for each in one.problems),
            )
        )
    lines = tuple(" │ ".join(text for cell in row if (text := line_of(cell))) for row in own.rows)
    language = next((column.language for column in mapping.columns if column.language), None)
    return Reading(
        file=name,
        form=FORMS[mapping.kind],
        drafts=tuple(drafts),
        refused=tuple(Refused(one.source, one.message, lines[one.row], one.row) for one in found.refused),
        warnings=_kept_aside(drafts),
        lines=lines,
        language=language,
        book=book,
        sheet=sheet,
        columns=mapping,
        around=setting.around,
    )


def _with_job(one: exchange.Draft) -> exchange.Draft:
    """Take for a job what is written for a role and is none: ``Ruolo`` heads either."""
    wrong = next((each for each in one.problems if each.field == "role"), None)
    if one.kind is not Kind.DELEGATES or wrong is None or one.values.get("job"):
        return one
    values = {**one.values, "job": wrong.kept}
    return replace(one, values=values, problems=tuple(each for each in one.problems if each is not wrong))


def mapping_of(book: Book, sheet: int, form: Form, setting: Setting) -> exchange.Mapping:
    """Return how a sheet is read as a form: as remembered of its sender, else as guessed."""
    return _mapping(book.sheets[sheet], KINDS[form], setting)


def text_of(sheet: exchange.Sheet) -> str:
    """Return a sheet as lines with tabs between the cells, as a clipboard holds it."""
    return "\n".join("\t".join(line_of(cell) for cell in row) for row in sheet.rows)


def _kind(sheet: exchange.Sheet) -> Kind | None:
    kind, _ = exchange.kind_of(sheet)
    guess = exchange.guessed(sheet, kind)
    if kind is Kind.ROOMING and not any(map(guess.column_of, _OF_ROOMS)):
        kind = Kind.DELEGATES  # names alone are nobody's rooms
        guess = exchange.guessed(sheet, kind)
    if kind not in LISTS or guess.confidence < _LEAST_KNOWN or guess.missing():
        return None
    return kind


def _mapping(sheet: exchange.Sheet, kind: Kind, setting: Setting) -> exchange.Mapping:
    guess = exchange.guessed(sheet, kind)
    kept = setting.remembered(guess.signature, str(kind))
    known = exchange.remembered(sheet, kept) if kept is not None else None
    return known if known is not None and known.kind is kind else guess


def _doubts(unsure: tuple[str, ...], mapping: exchange.Mapping) -> tuple[Message, ...]:
    heads = {column.field: column.header for column in mapping.columns if column.field}
    labels = exchange.labels(mapping.kind, "en")
    return tuple(
        Message.of(N_("“{field}” is a guess."), {"field": heads.get(one) or labels.get(one, one)})
        for one in unsure
    )


def _kept_aside(drafts: list[Draft]) -> tuple[Warned, ...]:
    return tuple(
        Warned(
            "value",
            one.values.get("date") if isinstance(one.values.get("date"), dt.date) else None,
            one.source,
            each.message,
            one.line,
        )
        for one in drafts
        for each in one.troubles
    )
