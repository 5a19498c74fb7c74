"""Say what a list is, and which columns several of them have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from missionplanner.exchange.tables.fields import Field, Kind, Sort, field_of
from missionplanner.exchange.tables.fields.field import field

_ORDER = ("en", "it", "es", "fr", "de")


@dataclass(frozen=True)
class ListHead:
    """Be a list: its name for programs, its names for people, its columns.

    ``keys`` are fields of ``kind``, the kind it is read back as; ``more`` are columns nothing reads back.
    ``kept`` stay where no row says anything in them: they are there to be filled in.
    """

    name: str
    titles: str
    kind: Kind | None = None
    keys: tuple[str, ...] = ()
    more: tuple[Field, ...] = ()
    kept: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """Return what its sheet is called."""
        return dict(zip(_ORDER, self.titles.split("|"), strict=True)).get(language) or self.titles.split("|")[0]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        known = [field_of(self.kind, key) for key in self.keys] if self.kind is not None else []
        return (*(one for one in known if one is not None), *self.more)


DATE = field("date", Sort.DAY, en="Date", it="Data", es="Fecha", fr="Date", de="Datum")
START = field("start", Sort.TIME, en="Start", it="Inizio", es="Inicio", fr="Début", de="Beginn")
END = field("end", Sort.TIME, en="End", it="Fine", es="Fin", fr="Fin", de="Ende")
