"""Say what a list is: its columns, where its rows come from and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from missionplanner.gui.forms.lookup import Option

if TYPE_CHECKING:
    from missionplanner.base.i18n import Translator
    from missionplanner.gui.context import Context
    from missionplanner.services.entries import Cell, Refused
    from missionplanner.services.rows import Page, Section
    from missionplanner.services.workspace import Receipt, Workspace

Said = Callable[["Translator", int], str]
Offer = Callable[["Context"], Sequence[Option]]
Pictured = Callable[[Callable[[str], Any]], UUID | None]
"""Returns whose picture a row shows, by its fields; None of a row that can have none."""
Seek = Callable[[str], Sequence[Option]]
"""Returns what may be meant by what is typed so far, of more than can be offered at once."""


_PART_OF_WHOLE, _PART_OF_TEXT = 0.82, 0.62
"""What of its width a column keeps: one of days and money so much that none is cut, one of texts less."""


class Kind(Enum):
    """Say what a cell holds, and so how it is shown, typed, sorted and filtered."""

    TEXT = auto()
    LONG = auto()
    CHOICE = auto()
    MANY = auto()
    DATE = auto()
    TIME = auto()
    NUMBER = auto()
    FIGURE = auto()
    DEGREES = auto()
    MONEY = auto()
    FLAG = auto()
    LINK = auto()


_WHOLE = frozenset((Kind.DATE, Kind.MONEY))


@dataclass(frozen=True, kw_only=True, eq=False)
class Column:
    """Be one column. ``key`` is the field of its row, ``title`` a message id, ``width`` logical pixels.

    ``words`` names each value of a vocabulary by its message id; ``offer`` gives what can be chosen otherwise
    (countries, organisations). ``create`` lets somebody make what is not offered: of a link something new, of a
    list of words another word. ``seek`` helps to type a text. ``spoken`` columns hold a text by language.
    ``also`` are further names the filter knows, in any language, without spaces. ``shown`` puts it into the
    table until somebody hides it, ``asked`` into the form of a new entry and into the details. ``masked`` hides
    what it holds until asked. ``least`` is a width below which its texts say nothing, 0 where its kind tells it.
    ``tone`` names the colour of a pill for a value, ``icon`` the picture before it;
    without a tone the value is plain text. A FIGURE is a number with decimals as it was typed: a quantity, a
    rate.
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 140
    required: bool = False
    editable: bool = True
    shown: bool = True
    asked: bool = True
    masked: bool = False
    spoken: bool = False
    words: Mapping[Any, str] | None = None
    offer: Offer | None = None
    create: bool = False
    seek: Seek | None = None
    tone: Callable[[Any], str] | None = None
    icon: Callable[[Any], str] | None = None
    also: tuple[str, ...] = ()
    hint: str = ""
    least: int = 0

    @property
    def narrowest(self) -> int:
        """Return the logical pixels down to which it gives way to others, whatever its title needs."""
        if self.least or self.tone is not None or self.kind is Kind.TIME:
            return self.least or self.width
        return round(self.width * (_PART_OF_WHOLE if self.kind in _WHOLE else _PART_OF_TEXT))

    @property
    def figures(self) -> bool:
        """Tell whether its values stand at the right, with figures of one width."""
        return self.kind in (Kind.NUMBER, Kind.FIGURE, Kind.MONEY, Kind.DEGREES)


@dataclass(frozen=True, slots=True)
class View:
    """Be a way to look at a list that comes with the program: a message id and a filter in English words.

    ``sort`` are the keys of columns, with whether each is sorted downwards.
    """

    name: str
    query: str
    sort: tuple[tuple[str, bool], ...] = ()


class ChangeCells(Protocol):
    """Set fields of several entries as one step; those not allowed are told to ``refused`` and left out."""

    def __call__(
        self,
        ws: Workspace,
        cells: Sequence[Cell],
        *,
        gesture: str | None = None,
        refused: Refused | None = None,
    ) -> Receipt: ...


class ReadPage(Protocol):
    """Read rows by columns: all, the named ones, or the first of them."""

    def __call__(
        self, ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None
    ) -> Page: ...


@dataclass(frozen=True, kw_only=True)
class Source:
    """Be the services behind a list. What is None cannot be done in it.

    ``fields`` names the values of a row in their order; the last four are called with the workspace first.
    ``about`` returns what is told beside one row, in a language.
    """

    fields: tuple[str, ...]
    page: ReadPage
    change_cells: ChangeCells | None = None
    create_from: Callable[[Workspace, Mapping[str, object]], Receipt] | None = None
    delete: Callable[[Workspace, Collection[UUID]], Receipt] | None = None
    duplicate: Callable[[Workspace, Collection[UUID]], Receipt] | None = None
    about: Callable[[Workspace, UUID, str], tuple[Section, ...]] | None = None


@dataclass(frozen=True, kw_only=True)
class Words:
    """Be what a list says of itself: message ids, and sentences with a count.

    ``title`` names it, ``none`` says that it was never filled, ``hint`` how to begin, ``add`` is the verb of a
    new one. ``counted`` says how many there are, ``gone`` that so many were deleted.
    """

    title: str
    counted: Said
    none: str
    hint: str
    add: str
    gone: Said


class Part(Protocol):
    """Be a widget that shows more of one row beside the list, made by ``TableSpec.parts``."""

    def show_row(self, identity: UUID | None) -> None:
        """Show what belongs to a row, nothing for None."""


@dataclass(frozen=True, kw_only=True)
class TableSpec:
    """Be a list. ``name`` is the page of its saved views, ``table`` where its entries are stored.

    ``related`` are tables whose changes may change any of its rows. ``source`` is called when the list is first
    shown: what it needs is loaded then. ``named`` are the keys of what tells a row from others, for headings;
    ``facts`` those of what is counted of it. ``picture`` is the field that names its
    photo or logo, ``pictured`` tells from the fields of a row whose picture it is, in which table: without it the
    row's own. ``parts`` makes widgets that stand under its details.
    """

    name: str
    table: str
    icon: str
    words: Words
    columns: tuple[Column, ...]
    source: Callable[[Context], Source]
    related: frozenset[str] = frozenset()
    views: tuple[View, ...] = ()
    named: tuple[str, ...] = ("name",)
    facts: tuple[str, ...] = ()
    picture: str = ""
    pictured: tuple[str, Pictured] | None = None
    parts: Callable[[Context], Sequence[Part]] | None = None
