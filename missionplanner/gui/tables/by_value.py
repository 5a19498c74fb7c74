"""Filter a column by some of its values: count them, and write them into the filter of the list.

What is written reads ``city:"=Bilbao|Bologna"``: exactly one of these; nothing between the bars is nothing known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from missionplanner.domain.text import folded
from missionplanner.gui.tables.filters import Language, Token, exact, parts, tokens
from missionplanner.gui.tables.spec import Column, Kind
from missionplanner.gui.tables.values import Values


@dataclass(frozen=True, slots=True)
class Counted:
    """Be one value of a column: as it is shown, as a query has it, and how many rows have it."""

    text: str
    written: str
    count: int


def counted(column: Column, values: Values, cells: Iterable[Any]) -> list[Counted]:
    """Return what these cells hold, each once, in the order of the column; what holds nothing first."""
    shown: dict[str, tuple[Any, str, str]] = {}
    found: dict[str, int] = {}
    known: dict[Any, tuple[str, ...]] = {}
    for value in cells:
        if value not in known:
            known[value] = tuple(_taken(column, values, value, shown))
        for key in known[value]:
            found[key] = found.get(key, 0) + 1
    some = [(values.order(column, shown[key][0]), key) for key in found if key]
    ordered = [key for _order, key in sorted(some, key=lambda one: one[0])]
    made = [Counted(shown[key][1], shown[key][2], found[key]) for key in ordered]
    return [Counted("", "", found[""]), *made] if "" in found else made


def _taken(column: Column, values: Values, value: Any, shown: dict[str, tuple[Any, str, str]]) -> Iterable[str]:
    """Yield the keys a value is counted under: of several each."""
    each = value if column.kind is Kind.MANY and value else ((value,) if value not in (None, "", ()) else ())
    for one in each or (None,):
        whole = (one,) if column.kind is Kind.MANY and one is not None else one
        text = values.plain(column, whole)
        written = one.isoformat() if isinstance(one, dt.date) else exact(text)
        key = folded(written)
        if key:
            shown.setdefault(key, (whole, text, written))
        yield key


def ticked(language: Language, query: str, column: Column) -> frozenset[str]:
    """Return the values a query asks of a column, folded; none where it asks for none by value."""
    own = [one for one in tokens(query) if _by_value(language, one, column)]
    return frozenset(folded(value) for one in own for value in one.text[1:].split("|"))


def with_values(language: Language, query: str, column: Column, written: Collection[str]) -> str:
    """Return a query that asks these values of a column instead of what it asked of it; none asks nothing."""
    kept = [text for one, text in parts(query) if not _of(language, one, column)]
    if written:
        name = language.name_of(column)
        name = name if language.column(name) is column else column.key  # two columns may be called alike
        kept.append(f'{name}:"={"|".join(written)}"')
    return " ".join(kept)


def _of(language: Language, token: Token, column: Column) -> bool:
    return bool(token.name) and (language.column(token.name) is column or language.missing(token) is column)


def _by_value(language: Language, token: Token, column: Column) -> bool:
    return token.text.startswith("=") and not token.turned and _of(language, token, column)
