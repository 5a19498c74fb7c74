"""Hold what a foreign file says, whatever its format: drafts of entries, nothing of which is stored yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from missionplanner.base.messages import N_, Message
from missionplanner.exchange.tables import Book, Circumstances
from missionplanner.exchange.tables import Mapping as Columns


class Form(StrEnum):
    """Say what a file is read as."""

    MISSION = "mission"
    PROGRAMME = "programme"
    DELEGATES = "delegates"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    CALENDAR = "calendar"
    CONTACTS = "contacts"
    CONFIRMATION = "confirmation"
    ROOMING = "rooming"
    LEGS = "legs"
    BUDGET = "budget"
    EXPENSES = "expenses"
    WISHES = "wishes"
    RETURNED = "returned"


NAMES: Mapping[Form, str] = {
    Form.MISSION: N_("Mission file"),
    Form.PROGRAMME: N_("Programme"),
    Form.DELEGATES: N_("Delegates"),
    Form.ORGANISATIONS: N_("Organisations"),
    Form.PLACES: N_("Places"),
    Form.CALENDAR: N_("Calendar"),
    Form.CONTACTS: N_("Contacts"),
    Form.CONFIRMATION: N_("Confirmation of a hotel or a ticket"),
    Form.ROOMING: N_("Rooming list"),
    Form.LEGS: N_("Flights and other legs"),
    Form.BUDGET: N_("Budget"),
    Form.EXPENSES: N_("Expenses"),
    Form.WISHES: N_("B2B wishes"),
    Form.RETURNED: N_("Form that came back"),
}
"""What people call each form."""

AGENDA, DELEGATES, ORGANISATIONS, PLACES, PEOPLE = "agenda", "delegates", "organisations", "places", "people"
STAYS, LEGS, BUDGET, EXPENSES, WISHES = "stays", "legs", "budget", "expenses", "wishes"
"""Lists of the mission file that drafts become entries of."""


LOW = 0.65
"""Less confidence than this makes an entry doubtful."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Be a value that could not be taken: its field, what is written there, and a sentence.

    ``kept`` may be personal: show it, never log it.
    """

    field: str
    kept: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Be one entry as a file tells it: ``values`` by field, of the fields of ``exchange.tables`` for its list.

    ``source`` names the place in the file, ``words`` are what stands there, ``line`` is its number among the
    lines of the reading. ``ref`` is the name the file gives it for good (the UID of an event). ``unsure`` names
    the fields that were guessed, ``doubts`` say why the whole of it is doubtful, ``reasons`` what took from its
    confidence. ``places`` are the lines single fields were read from, where that is known; ``sheet`` the number
    of the sheet it stands on.
    """

    number: int
    list: str
    source: str
    values: Mapping[str, Any]
    words: str = ""
    line: int | None = None
    ref: str | None = None
    confidence: float = 1.0
    unsure: tuple[str, ...] = ()
    doubts: tuple[Message, ...] = ()
    reasons: tuple[Message, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    sheet: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """Be something in the file that makes no entry, and why."""

    source: str
    why: Message
    words: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """Be a doubt about the file: a rule (weekday_mismatch, year_guessed …), its day if it has one."""

    rule: str
    date: dt.date | None
    source: str
    message: Message
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """Be a sheet of a workbook: its number in the book, its name, its rows, the form it most likely is."""

    number: int
    name: str
    rows: int
    form: Form | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Be a file once it is read. ``lines`` is the text of one that has lines.

    ``book``, ``sheet`` and ``columns`` are those of a table: with others it reads otherwise (``read_again``).
    ``header_row`` counts from 0, None where nothing heads it. ``sheets`` are all that a person sees of a book.
    ``learned`` are the columns of the sheets it holds beside its own.
    """

    file: str
    form: Form
    drafts: tuple[Draft, ...]
    refused: tuple[Refused, ...] = ()
    warnings: tuple[Warned, ...] = ()
    lines: tuple[str, ...] = ()
    title: str | None = None
    language: str | None = None
    book: Book | None = None
    sheet: int = 0
    columns: Columns | None = None
    header_row: int | None = None
    sheets: tuple[SheetSeen, ...] = ()
    learned: tuple[Columns, ...] = ()
    around: Circumstances | None = None
    others: tuple[Form, ...] = field(default=())
    """Forms the same file could be read as."""

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Return the days entries are on, in order."""
        return tuple(sorted({day for one in self.drafts if (day := one.values.get("date")) is not None}))


@dataclass(frozen=True, slots=True)
class Setting:
    """Be what a file is read beside: the mission's days and zones, its language, whose phones have no prefix.

    ``remembered`` returns the mapping kept for the headers of a table, as JSON, None for none.
    """

    around: Circumstances
    zones: tuple[str, ...] = ()
    remembered: Callable[[str, str], str | None] = lambda _signature, _kind: None

    @property
    def first_and_last(self) -> dict[str, Any]:
        days = self.around.days
        return {"start": days[0], "end": days[-1]} if days else {}
