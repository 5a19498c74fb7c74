"""Say the values of cells, read what is typed into them, and order them: by their column's kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts
from missionplanner.domain.typed_amounts import amount_of, number_of
from missionplanner.domain.typed_days import Around, day_of
from missionplanner.domain.typed_times import time_of
from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.tables.spec import Column, Kind

if TYPE_CHECKING:
    from missionplanner.gui.context import Context

MASK = "•••••"
_MEASURED = (bool, int, float, Decimal, dt.date, dt.time)
_NOWHERE = N_("“{name}” is not in the directory. Choose “Create” in the list to add it.")
_NO_CHOICE = N_("“{text}” is none of the choices.")


class Values:
    """Know how values are said and typed in the window's language."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self.t = ctx.t
        self._mark = ctx.wording.locale.decimalPoint()
        self._days: dict[dt.date, str] = {}
        self._words: dict[Column, dict[Any, str]] = {}
        self.revealed: set[str] = set()

    # -- saying -----------------------------------------------------------------------------------

    def say(self, column: Column, value: Any) -> str:
        """Return what a cell shows."""
        if value is None or value == "" or value == ():
            return ""
        if column.masked and column.key not in self.revealed:
            return MASK
        return self.plain(column, value)

    def brief(self, column: Column, value: Any) -> str:
        """Return what a narrow cell shows: a day with its month cut short."""
        said = self.say(column, value)
        return self._ctx.wording.short_day(value) if isinstance(value, dt.date) and said != MASK else said

    def plain(self, column: Column, value: Any) -> str:
        """Return a value in words, masked or not."""
        if type(value) is str and column.words is None and column.offer is None:
            return value
        if value is None:
            return ""
        if isinstance(value, Texts):
            return value.best(self.t.language)
        kind = column.kind
        if kind is Kind.LINK:
            return str(value.name)
        if kind is Kind.MANY:
            words = self.words(column)
            return ", ".join([words.get(one, str(one)) for one in value])
        if kind is Kind.CHOICE:
            return self.words(column).get(value, str(value))
        return self._figure(kind, value)

    def words(self, column: Column) -> dict[Any, str]:
        """Return the word of every value of a column that has some."""
        found = self._words.get(column)
        if found is None:
            if column.words is not None:
                found = {value: self.t(word) for value, word in column.words.items()}
            else:
                found = {one.value: one.text for one in self.options(column)}
            if column.words is not None or not _fresh(column):
                self._words[column] = found
        return found

    def options(self, column: Column) -> Sequence[Option]:
        """Return what can be chosen for a cell, each also under its name in the other language of the screen."""
        if column.kind is Kind.FLAG:
            return (Option(self.t("Yes"), True, ("yes", "si", "x", "1")), Option(self.t("No"), False, ("no", "0")))
        if column.words is not None:
            return [
                Option(self.t(word), value, (word, str(getattr(value, "value", value))))
                for value, word in column.words.items()
            ]
        return column.offer(self._ctx) if column.offer is not None else ()

    def _figure(self, kind: Kind, value: Any) -> str:
        if kind is Kind.FLAG:
            return self.t("Yes") if value else self.t("No")
        if isinstance(value, dt.date):
            if value not in self._days:
                self._days[value] = self._ctx.wording.days(value, value)
            return self._days[value]
        if isinstance(value, dt.time):
            return f"{value:%H:%M}"
        if kind is Kind.MONEY and isinstance(value, Decimal):
            shown = f"{value:,.2f}"
            return shown if self._mark == "." else shown.translate(_SWAPPED)
        if kind is Kind.FIGURE and isinstance(value, Decimal):
            return format(value.normalize(), "f").replace(".", self._mark)
        if kind is Kind.NUMBER and isinstance(value, int) and abs(value) > _LONG:
            shown = f"{value:,}"
            return shown if self._mark == "." else shown.translate(_SWAPPED)
        return str(value)

    # -- typing -----------------------------------------------------------------------------------

    def typed(self, column: Column, value: Any) -> str:
        """Return the text a field begins with."""
        if value is None:
            return ""
        if column.kind in (Kind.MONEY, Kind.FIGURE) and isinstance(value, Decimal):
            return format(value, "f").replace(".", self._mark)
        return self.plain(column, value)

    def read(self, column: Column, text: str, before: Any = None, *, new: bool = False) -> object:
        """Return what a service stores for what was typed; nothing typed is unknown.

        ``new`` makes what is not there. Raises Invalid with the column's key.
        """
        typed = text.strip()
        if not typed:
            return self._nothing(column, before)
        kind, key = column.kind, column.key
        if column.spoken:
            return self._said(typed)
        if kind in (Kind.CHOICE, Kind.FLAG, Kind.LINK):
            return self._chosen(column, typed, new)
        if kind is Kind.MANY:
            parts = [one.strip() for one in typed.replace(";", ",").split(",") if one.strip()]
            return tuple(dict.fromkeys(self._chosen(column, one, column.create) for one in parts))
        if kind is Kind.DATE:
            return day_of(typed, key, Around((), before, dt.date.today()))
        if kind is Kind.TIME:
            return time_of(typed, key)
        if kind is Kind.NUMBER:
            return number_of(typed, key)
        if kind in (Kind.MONEY, Kind.FIGURE):
            return amount_of(typed, key, self._mark)
        if kind is Kind.DEGREES:
            figure = amount_of(typed, key, ".")
            return float(figure) if figure is not None else None
        return typed

    def _nothing(self, column: Column, before: Any) -> object:
        if column.required:
            raise Invalid(N_("This is needed."), field=column.key)
        if column.spoken and before is not None:
            return self._said("")
        return () if column.kind is Kind.MANY else None

    def _said(self, text: str) -> object:
        from missionplanner.services.programme.agenda_fields import Said

        return Said(self.t.language, text)

    def _chosen(self, column: Column, typed: str, new: bool) -> object:
        """Return what was chosen by name, code or the beginning of only one name, else of a word in only one."""
        wanted = folded(typed)
        options = self.options(column)
        exact = [one for one in options if folded(one.text) == wanted] or [
            one for one in options if one.called(wanted)
        ]
        if not exact and not new and column.kind is not Kind.LINK:
            begun = [one for one in options if folded(one.text).startswith(wanted)]
            within = [one for one in options if f" {wanted}" in folded(one.text)]  # "alto" of "interesse alto"
            exact = begun or within
            exact = exact if len(exact) == 1 else []
        if exact:
            return exact[0].value
        if new and column.create:
            return typed
        if column.kind is Kind.LINK:
            raise Invalid(_NOWHERE, field=column.key, name=typed)
        raise Invalid(_NO_CHOICE, field=column.key, text=typed)

    # -- ordering ---------------------------------------------------------------------------------

    def order(self, column: Column, value: Any) -> Any:
        """Return what a value is sorted by; values of a column compare with each other."""
        if column.words is not None and column.kind is Kind.CHOICE:
            return list(column.words).index(value) if value in column.words else len(column.words)
        if isinstance(value, _MEASURED) and column.kind is not Kind.MANY:
            return value
        return folded(self.plain(column, value))

    @staticmethod
    def ordered_by_text(column: Column, kinds: Iterable[type]) -> bool:
        """Tell whether values of these types are sorted by what they say, in this column."""
        if column.words is not None and column.kind is Kind.CHOICE:
            return False
        return column.kind is Kind.MANY or not any(issubclass(one, _MEASURED) for one in kinds)


def stored(value: Any) -> object:
    """Return what a service takes for the value of a row: of a link its id."""
    identity = getattr(value, "id", None)
    return identity if isinstance(identity, UUID) else value


def _fresh(column: Column) -> bool:
    """Tell whether what a column offers changes while one works."""
    return column.kind is Kind.LINK or column.create


_LONG = 9999
_SWAPPED = str.maketrans(",.", ".,")
