"""Read tables into drafts: which sheet, which kind of list, which column is which field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.exchange import bounded
from missionplanner.exchange import tables as exchange
from missionplanner.exchange.tables import Book, Kind, Matrix
from missionplanner.exchange.tables.values.reading import line_of
from missionplanner.services.imports import sheets
from missionplanner.services.imports.drafts import Draft, Form, Reading, Refused, Setting, Trouble, Warned
from missionplanner.services.imports.sheets import FORMS, KINDS, LISTS, How

APART = 1_000_000
"""Between the numbers of the first entries of two sheets: more than a sheet has cells one can want."""


def read(data: bytes, name: str, form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    """Return what the likeliest sheet of a file holds; of a form of ours, that it is one.

    What a form says is laid beside whom it is about by ``services.returned_forms``. Raises Invalid, Damaged,
    Cancelled.
    """
    book = bounded.run("missionplanner.exchange.tables.reading.read", data, name=name, progress=progress)
    if form is None and exchange.is_form(book):
        return Reading(file=name, form=Form.RETURNED, drafts=())
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
    """Return what the sheet of a book holds that is most like a list of this form, or of any. Raises Invalid."""
    seen = sheets.seen(book)
    some: list[tuple[float, int, How]] = []
    for one in seen:
        own = form if form in KINDS else one.form
        if own is not None and one.rows:
            how = sheets.how_of(book, one.number, own, setting)
            some.append((_worth(how) * (1 + min(one.rows, 500) / 500), one.number, how))
    if not some:
        raise Invalid(N_("It cannot be told what this list is of. Say it: delegates, organisations, places …"))
    enough = max(worth for worth, _, _ in some) * _FIRST
    number, how = next((number, how) for worth, number, how in some if worth >= enough)
    reading = replace(of_sheet(book, name, number, how, setting), sheets=seen)
    others = [one.name for one in seen if one.rows and one.number != number]
    if not others:
        return reading
    text = Message.of(
        N_("Only the sheet “{sheet}” was read. There are also: {others}."),
        {"sheet": book.sheets[number].name, "others": ", ".join(others)},
    )
    return replace(reading, warnings=(*reading.warnings, Warned(OTHER_SHEETS, None, others[0], text)))


_FIRST = 0.5
"""Share of the worth of the best sheet that lets the first one of a book be the one that is read."""
OTHER_SHEETS = "other_sheets"
"""The rule of the warning that a file has sheets nobody looked at."""


def _worth(how: How) -> float:
    if isinstance(how, Matrix):
        return 1.0 if how.sure else 0.8
    return how.confidence * (0.3 if how.missing() else 1.0)


def of_sheet(book: Book, name: str, sheet: int, how: How, setting: Setting) -> Reading:
    """Return what a sheet holds, read column by column or as everyone against everyone."""
    own = book.sheets[sheet]
    columns = how if isinstance(how, exchange.Mapping) else None
    found = exchange.rows(own, how, setting.around) if not isinstance(how, Matrix) else exchange.wishes(own, how)
    lines = tuple(" │ ".join(text for cell in row if (text := line_of(cell))) for row in own.rows)
    drafts = [
        _draft(sheet * APART + number, _with_job(one), how, lines) for number, one in enumerate(found.drafts)
    ]
    warnings = [] if columns else [Warned("matrix", None, "", Message.of(_WHO_ASKS, {}))]
    return Reading(
        file=name,
        form=FORMS[found.kind],
        drafts=tuple(replace(one, sheet=sheet) for one in drafts),
        refused=tuple(Refused(one.source, one.message, lines[one.row], one.row) for one in found.refused),
        warnings=(*warnings, *_kept_aside(drafts)),
        lines=lines,
        language=next((one.language for one in columns.columns if one.language), None) if columns else None,
        book=book,
        sheet=sheet,
        columns=columns,
        header_row=how.heading if isinstance(how, Matrix) else how.header_row,
        around=setting.around,
    )


_WHO_ASKS = N_("Each row was read as one that asks for the companies at the head of its marked columns.")


def _draft(number: int, one: exchange.Draft, how: How, lines: tuple[str, ...]) -> Draft:
    return Draft(
        number=number,
        list=LISTS[one.kind],
        source=one.source,
        words=lines[one.row],
        line=one.row,
        values=dict(one.values),
        confidence=one.confidence,
        unsure=one.unsure,
        doubts=_doubts(one.unsure, how) if isinstance(how, exchange.Mapping) else (),
        troubles=tuple(Trouble(each.field, each.kept, each.message) for each in one.problems),
    )


def _with_job(one: exchange.Draft) -> exchange.Draft:
    """Take for a job what is written for a role and is none: ``Ruolo`` heads either."""
    wrong = next((each for each in one.problems if each.field == "role"), None)
    if one.kind is not Kind.DELEGATES or wrong is None or one.values.get("job"):
        return one
    values = {**one.values, "job": wrong.kept}
    return replace(one, values=values, problems=tuple(each for each in one.problems if each is not wrong))


def together(readings: Iterable[Reading], shown: Reading) -> Reading:
    """Return the readings of several sheets as one, in their order; all else is that of the one ``shown``."""
    some = sorted(readings, key=lambda one: one.sheet)
    return replace(
        shown,
        drafts=tuple(draft for one in some for draft in one.drafts),
        refused=tuple(refused for one in some for refused in one.refused),
        learned=tuple(one.columns for one in some if one.columns is not None and one is not shown),
    )


def text_of(sheet: exchange.Sheet) -> str:
    """Return a sheet as lines with tabs between the cells, as a clipboard holds it."""
    return "\n".join("\t".join(line_of(cell) for cell in row) for row in sheet.rows)


def _doubts(unsure: tuple[str, ...], mapping: exchange.Mapping) -> tuple[Message, ...]:
    heads = {column.field: column.header for column in mapping.columns if column.field}
    labels = exchange.labels(mapping.kind, "en")
    return tuple(
        Message.of(N_("“{field}” is a guess."), {"field": heads.get(one) or labels.get(one, one)})
        for one in unsure
    )


def _kept_aside(drafts: Iterable[Draft]) -> tuple[Warned, ...]:
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
