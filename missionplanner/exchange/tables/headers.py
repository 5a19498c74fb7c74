"""Find the row that heads a table, and score what a header may mean."""

from __future__ import annotations

import re
from functools import lru_cache

from missionplanner.exchange.tables.fields import FIELDS, Field, Kind, bare, fields_of
from missionplanner.exchange.tables.sheets import Cell, Row, Sheet
from missionplanner.exchange.tables.sniffing import is_day, is_email, is_phone, is_time
from missionplanner.exchange.tables.values.reading import line_of

FURTHEST = 15
"""Rows that are looked at for a header."""
SURE = 0.85
_LONGEST = 60
_ASIDE = re.compile(r"[(\[{].*?[)\]}]|\*+|:\s*$")
_BETWEEN = re.compile(r"\s*[/|\n–]\s*|\s-\s")


def variants(header: str) -> tuple[str, ...]:
    """Return a header bare: whole, without what stands in brackets, and each half of a bilingual one."""
    forms = [bare(header), bare(_ASIDE.sub(" ", header))]
    forms += [bare(part) for part in _BETWEEN.split(_ASIDE.sub(" ", header))]
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=8192)
def likeness(header: str, kind: Kind, key: str) -> float:
    """Return from 0 to 1 how well a header names a field of a kind."""
    one = next(field for field in fields_of(kind) if field.key == key)
    forms = variants(header)
    return max((_likeness(form, one) * (1 if at < 2 else 0.97) for at, form in enumerate(forms)), default=0.0)


def _likeness(form: str, one: Field) -> float:
    from rapidfuzz import fuzz

    if form in one.names:
        return 1.0
    best = 0.0
    for name in one.names:
        if len(name) > 3 and f" {name} " in f" {form} ":
            best = max(best, 0.6 + 0.3 * len(name) / len(form))
        elif len(name) > 4 and len(form) > 4 and f" {form} " in f" {name} ":
            best = max(best, 0.55 + 0.3 * len(form) / len(name))
        if len(form) > 3 and abs(len(name) - len(form)) < 4:
            ratio = max(fuzz.ratio(form, name), fuzz.token_sort_ratio(form, name)) / 100
            best = max(best, ratio * 0.95 if ratio > 0.82 else 0.0)
    return best


def language_of(header: str, one: Field) -> str | None:
    """Return the language a header is written in, where it is one of a field's own."""
    return next((one.names[form] for form in variants(header) if form in one.names), None)


def header_row(sheet: Sheet, kind: Kind | None = None) -> int | None:
    """Return the row that heads a sheet, among its first fifteen, None where there is none."""
    kinds = [kind] if kind is not None else list(Kind)
    best: tuple[float, int] | None = None
    for number, row in enumerate(sheet.rows[:FURTHEST]):
        score = max(_heads(row, one) for one in kinds)
        if score > 0 and (best is None or score > best[0]):
            best = (score, number)
    if best is not None and best[0] >= 1.5:
        return best[1]
    return _by_shape(sheet, best[1] if best is not None else None)


def _heads(row: Row, kind: Kind) -> float:
    """Return how many fields of a kind a row names; values among its cells speak against it."""
    texts = [cell.strip() for cell in row if isinstance(cell, str)]
    if not texts or any(map(_is_value, row)):
        return 0.0
    named: dict[str, float] = {}
    for text in texts:
        if len(text) <= _LONGEST:
            for one in FIELDS[kind]:
                score = likeness(text, kind, one.key)
                if score >= SURE and score > named.get(one.key, 0):
                    named[one.key] = score
                    break
    return sum(named.values()) + 0.2 * len(named) / len(texts)


def _is_value(cell: Cell) -> bool:
    if isinstance(cell, bool) or cell is None:
        return isinstance(cell, bool)
    return not isinstance(cell, str) or is_email(cell) or is_phone(cell) or is_day(cell) or is_time(cell)


def _by_shape(sheet: Sheet, named: int | None) -> int | None:
    """Return a row of short texts over rows that hold values, else the one that names a single field."""
    if named is not None and sheet.width == 1:
        return named
    for number, row in enumerate(sheet.rows[:FURTHEST]):
        filled = [cell for cell in row if cell is not None]
        if len(filled) < max(2, sheet.width // 2):
            continue
        if any(map(_is_value, row)):
            return None
        below = sheet.rows[number + 1 : number + 6]
        if any(any(map(_is_value, other)) for other in below):
            return number
        return named if named is not None and len(below) > 0 else None
    return named


def titles(sheet: Sheet, row: int | None) -> tuple[str, ...]:
    """Return what each column is headed with; equal ones take the words merged above them along."""
    if row is None:
        return ("",) * sheet.width
    own = [line_of(cell) for cell in sheet.rows[row]]
    above = _spread(sheet.rows[row - 1]) if row > 0 else [""] * sheet.width
    doubled = {title for title in own if title and own.count(title) > 1}
    if len({over for title, over in zip(own, above, strict=True) if title in doubled}) < 2:
        return tuple(own)
    return tuple(
        f"{over} {title}".strip() if title in doubled else title for title, over in zip(own, above, strict=True)
    )


def _spread(row: Row) -> list[str]:
    """Return texts that spread over the empty cells to their right, as merged ones do."""
    spread: list[str] = []
    for cell in row:
        text = line_of(cell)
        spread.append(text or (spread[-1] if spread else ""))
    return spread
