"""Read what is typed into the box above a list: ``kind:cluster country:IT missing:email rossi``.

Names of columns and of values are known in English and in Italian, always both, and by their codes. Words stand
for themselves: all of them have to be found. A comma is an or, a minus before anything turns it round.
"""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from missionplanner.base.i18n import translator
from missionplanner.domain.text import folded
from missionplanner.gui.tables.spec import Column, Kind
from missionplanner.gui.tables.values import Values

if TYPE_CHECKING:
    from missionplanner.services.rows import Row

MISSING = ("missing", "without", "manca", "mancante", "senza")
HAS = ("has", "with", "ha", "con")
_TOKEN = re.compile(r'(-?)(?:([^\s:"]+):)?(?:"([^"]*)"?|(\S*))')
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_CHOSEN = (Kind.CHOICE, Kind.FLAG, Kind.MANY)
Passes = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Test:
    """Be one part of a query: any of ``words`` is in what a row says, in one column where one is named.

    Where ``passes`` is given, it tells by the value of the column instead, where ``empty`` is, whether it says
    nothing. ``turned``: what is not so is meant.
    """

    words: tuple[str, ...] = ()
    column: Column | None = None
    passes: Passes | None = None
    empty: bool | None = None
    turned: bool = False

    def narrows(self, other: Test) -> bool:
        """Tell whether whatever this one means the other one means too: a word that was typed on."""
        if self == other:
            return True
        plain = not (self.turned or other.turned or self.passes or other.passes)
        same = plain and self.column is other.column and len(self.words) == len(other.words) == 1
        return bool(same and other.words[0] in self.words[0])


@dataclass(frozen=True, slots=True)
class Token:
    """Be one part of a query. ``name`` is empty for a plain word."""

    name: str
    text: str
    turned: bool = False


def tokens(query: str) -> list[Token]:
    """Take a query apart; quotes hold words together."""
    return [token for token, _text in parts(query)]


def parts(query: str) -> list[tuple[Token, str]]:
    """Take a query apart, each part with the text that stands for it."""
    found = []
    for match in _TOKEN.finditer(query.strip()):
        turned, name, quoted, word = match.groups()
        text = quoted if quoted is not None else word
        if name or text:
            found.append((Token(bare(name or ""), text, bool(turned)), match[0]))
        elif turned:
            found.append((Token("", turned), match[0]))
    return found


def bare(name: str) -> str:
    """Return the name of a column as one types it: letters and figures, no accents."""
    return "".join(character for character in folded(name) if character.isalnum())


def exact(text: str) -> str:
    """Return a value as a query has it that means exactly this one: on one line, without quotes and bars."""
    return " ".join(text.replace('"', " ").replace("|", " ").split())


@dataclass(slots=True)
class Said:
    """Be what rows say, folded: each as a whole, and column by column."""

    whole: list[str]
    columns: dict[str, list[str]]


class _Words:
    """Be the values somebody means in a column of words of one's own."""

    def __init__(self, known: Iterable[Any], wanted: Iterable[str]) -> None:
        self._known, self._wanted = frozenset(known), tuple(wanted)

    def __contains__(self, value: object) -> bool:
        return value in self._known or any(one in folded(str(value)) for one in self._wanted)


class Language:
    """Know the names of a list's columns and values, and make tests of queries."""

    def __init__(self, columns: Sequence[Column], values: Values, fields: Sequence[str]) -> None:
        self._values = values
        self._place = {key: place for place, key in enumerate(fields)}
        self.columns = [one for one in columns if one.key in self._place]
        italian = translator("it")
        self._names: dict[str, Column] = {}
        for one in self.columns:
            for name in (values.t(one.title), one.title, one.key, italian(one.title), *one.also):
                self._names.setdefault(bare(name), one)

    def column(self, name: str) -> Column | None:
        """Return the column of a name, or of the beginning of only one."""
        wanted = bare(name)
        if wanted in self._names or not wanted:
            return self._names.get(wanted)
        begun = {column.key: column for own, column in self._names.items() if own.startswith(wanted)}
        return next(iter(begun.values())) if len(begun) == 1 else None

    def name_of(self, column: Column) -> str:
        """Return what a suggestion calls a column, in the language of the window."""
        return bare(self._values.t(column.title))

    def tests(self, query: str) -> list[Test]:
        """Return the parts of a query; a row is meant that passes all of them."""
        return [replace(self._meant(one), turned=one.turned) for one in tokens(query)]

    def place(self, column: Column) -> int:
        """Return where the values of a row have this column."""
        return self._place[column.key]

    def said(self, rows: Sequence[Row]) -> Said:
        """Return what rows say, folded, for words to be found in; may be called beside the window's thread.

        What is masked stays out of it.
        """
        columns = {one.key: self.texts(one.key, rows) for one in self.columns if not one.masked}
        whole = [" ".join(filter(None, parts)) for parts in zip(*columns.values(), strict=True)]
        return Said(whole or [""] * len(rows), columns)

    def texts(self, key: str, rows: Sequence[Row]) -> list[str]:
        """Return what rows say in one column, folded; what many of them say alike is folded once."""
        column = next(one for one in self.columns if one.key == key)
        place, plain = self._place[key], self._values.plain
        known: dict[Any, str] = {}
        found = []
        for one in rows:
            value = one.values[place]
            if not value:
                found.append("")
                continue
            try:
                text = known.get(value)
            except TypeError:  # a value that cannot be looked up
                found.append(folded(plain(column, value)))
                continue
            if text is None:
                text = known[value] = folded(plain(column, value))
            found.append(text)
        return found

    # -- one part ---------------------------------------------------------------------------------

    def _meant(self, token: Token) -> Test:
        column = self.missing(token)
        if column is not None:
            return Test(column=column, empty=token.name in MISSING)
        column = self.column(token.name) if token.name else None
        if column is None or (column.masked and column.key not in self._values.revealed):
            return Test((folded(f"{token.name}:{token.text}" if token.name else token.text),))
        return self._of_column(column, token.text)

    def missing(self, token: Token) -> Column | None:
        """Return the column a part of a query asks whether it holds anything, None where it asks nothing such."""
        return self.column(token.text) if token.name in MISSING or token.name in HAS else None

    def _of_column(self, column: Column, text: str) -> Test:
        if not text:
            return Test(("",))
        if text.startswith("="):
            return self._exactly(column, frozenset(folded(one) for one in text[1:].split("|")))
        compared = self._compared(column, text)
        if compared is not None:
            return Test(column=column, passes=lambda value: value is not None and compared(value))
        wanted = tuple(folded(one) for one in text.split(",") if one.strip())
        if column.kind not in _CHOSEN:
            return Test(wanted, column)
        known = self._values_called(column, wanted)
        if column.kind is Kind.MANY:
            return Test(column=column, passes=lambda value: any(one in known for one in value or ()))
        return Test(column=column, passes=lambda value: value in known)

    def _exactly(self, column: Column, wanted: frozenset[str]) -> Test:
        """Return the test of a column that holds exactly one of these values, by name or as a day is written."""
        by_name = self._values_called(column, wanted - {""}) if column.kind in _CHOSEN and wanted - {""} else ()
        plain = self._values.plain

        def passes(value: Any) -> bool:
            if value is None or value == "" or value == ():
                return "" in wanted
            if column.kind is Kind.MANY:
                return any(one in by_name or folded(exact(plain(column, (one,)))) in wanted for one in value)
            said = value.isoformat() if isinstance(value, dt.date) else exact(plain(column, value))
            return folded(said) in wanted or (by_name != () and value in by_name)

        return Test(column=column, passes=passes)

    def _values_called(self, column: Column, wanted: Iterable[str]) -> Container[Any]:
        """Return the values somebody means: of exactly this name or code, else of any that holds it."""
        italian, found = translator("it"), set()
        called = [
            (one.value, [folded(name) for name in (one.text, *one.also, *(italian(own) for own in one.also))])
            for one in self._values.options(column)
        ]
        for words in wanted:
            exact = {value for value, names in called if words in names}
            found |= exact or {value for value, names in called if any(words in name for name in names[:2])}
        if column.create:  # words of one's own: those that are offered nowhere are known by themselves
            return _Words(found, wanted)
        return frozenset(found)

    @staticmethod
    def _compared(column: Column, text: str) -> Callable[[Any], bool] | None:
        sign = next((one for one in _COMPARED if text.startswith(one)), "")
        bound = _bound(column.kind, text[len(sign) :].strip())
        if bound is None:
            return None
        low, high = bound
        if not sign:
            return lambda value: bool(low <= value <= high)
        compare, edge = _COMPARED[sign], high if sign in (">", "<=") else low
        return lambda value: compare(value, edge)


def _bound(kind: Kind, text: str) -> tuple[Any, Any] | None:
    """Return the first and last value a figure stands for: of ``2025`` all days of the year."""
    try:
        if kind is Kind.DATE:
            return _days(text)
        if kind is Kind.TIME:
            time = dt.time.fromisoformat(text if ":" in text else f"{int(text):02}:00")
            return time, time
        if kind in (Kind.NUMBER, Kind.FIGURE, Kind.MONEY, Kind.DEGREES):
            figure = Decimal(text.replace(",", "."))
            return figure, figure
    except (ValueError, ArithmeticError):
        return None
    return None


def _days(text: str) -> tuple[dt.date, dt.date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1 and len(text) == 4:
        return dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31)
    if len(parts) == 2:
        after = dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return dt.date(parts[0], parts[1], 1), after - dt.timedelta(days=1)
    day = dt.date.fromisoformat(text)
    return day, day


def suggestions(language: Language, values: Values, query: str, most: int = 12) -> list[tuple[str, str]]:
    """Return what may complete the last part of a query: how it is shown, and the query it would make."""
    head, last = _parted(query)
    name, colon, typed = last.partition(":")
    turned = "-" if name.startswith("-") else ""
    wanted = bare(name)
    if not colon:
        if not wanted:
            return []
        meant = [(values.t(one.title), f"{turned}{language.name_of(one)}:") for one in language.columns]
        word = MISSING[2] if values.t.language == "it" else MISSING[0]
        meant.append((values.t("Missing…"), f"{word}:"))
        return [
            (f"{start}  {title}", head + start)
            for title, start in meant
            if bare(start).startswith(wanted) or any(bare(one).startswith(wanted) for one in title.split())
        ][:most]
    if wanted in MISSING or wanted in HAS:
        fitting = [one for one in language.columns if language.name_of(one).startswith(bare(typed))]
        return [(f"{name}:{language.name_of(one)}", f"{head}{name}:{language.name_of(one)} ") for one in fitting][
            :most
        ]
    column = language.column(wanted)
    if column is None:
        return []
    named = folded(typed.strip('"'))
    options = [one for one in values.options(column) if any(named in folded(own) for own in (one.text, *one.also))]
    options.sort(key=lambda one: not folded(one.text).startswith(named))
    return [(f"{name}:{_quoted(one.text)}", f"{head}{name}:{_quoted(one.text)} ") for one in options[:most]]


def _parted(query: str) -> tuple[str, str]:
    """Return a query without its last part, and that part; a space within quotes parts nothing."""
    quoted = False
    cut = 0
    for place, character in enumerate(query):
        if character == '"':
            quoted = not quoted
        elif character == " " and not quoted:
            cut = place + 1
    return query[:cut], query[cut:]


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
