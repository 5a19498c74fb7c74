"""Join each kind of document to what makes it: content from a plan, blocks to tell changes by, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any
from uuid import UUID

from missionplanner.documents.archive import NOTHING, Archive
from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.told import Told
from missionplanner.documents.content.tongues import PLUS
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.kinds import Kind
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Document
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan


@dataclass(frozen=True)
class Desk:
    """Be what a document is made from: a plan as its readers may see it, in its language, pictures by their names.

    ``confidential`` is what is under seal, by delegate: empty but for documents of a site's security. ``archive``
    is what is known from before. Of a document in two languages ``agenda`` says everything in both, and ``each``
    are the agendas of one language each.
    """

    agenda: Agenda
    media: Mapping[str, bytes] = field(default_factory=dict)
    confidential: Mapping[UUID, r.Confidential] = field(default_factory=dict)
    archive: Archive = NOTHING
    each: tuple[Agenda, ...] = ()
    others: dict[str, Desk] = field(default_factory=dict)
    """Desks of the same plan in other languages, made when they are wanted."""

    @classmethod
    def of(
        cls,
        plan: MissionPlan,
        languages: str,
        media: Mapping[str, bytes],
        confidential: Mapping[UUID, r.Confidential],
        archive: Archive,
    ) -> Desk:
        """Return a desk for one language (``it``) or for two (``it+en``)."""
        each = tuple(Agenda(Voice(plan, one)) for one in languages.split(PLUS)) if PLUS in languages else ()
        return cls(Agenda(Voice(plan, languages)), media, confidential, archive, each)

    def speaking(self, languages: str) -> Desk:
        """Return the desk for other languages; this one where they are its own."""
        if languages == self.voice.wanted:
            return self
        found = self.others.get(languages)
        if found is None:
            found = Desk.of(self.voice.plan, languages, self.media, self.confidential, self.archive)
            self.others[languages] = found
        return found

    @property
    def voice(self) -> Voice:
        return self.agenda.voice


@dataclass(frozen=True, slots=True)
class Maker:
    """Be how a kind of document is made.

    ``content`` gives all it shows, ``title`` that of its file, ``blocks`` key and hash of each thing shown;
    ``lay_out`` draws it and returns how many pages it has. ``told`` gives what each of the blocks tells, in their
    order, to be kept of copies given out.
    """

    content: Callable[[Desk, Order], Any]
    title: Callable[[Any], str]
    blocks: Callable[[Agenda, Any], Iterable[tuple[str, str]]]
    lay_out: Callable[[Desk, Setter, Document, Any, Order], int]
    told: Callable[[Any], Iterable[Told]]


@cache
def maker(kind: Kind) -> Maker:
    """Return what makes a kind; its module is read when it is first wanted."""
    module = import_module(f"missionplanner.documents.kinds.{kind.made_in or kind.id}")
    found = getattr(module, f"{kind.id.upper()}_MAKER", None) or module.MAKER
    assert isinstance(found, Maker)
    return found


def of_sheets(content: Callable[[Desk, Order], Any], *, sealed: bool = False) -> Maker:
    """Return the maker of a document of chapters, of which only the content is its own.

    Of a ``sealed`` one nothing is told: what is kept of copies given out is not under seal.
    """
    return Maker(content, sheet_title, _sheet_blocks, _lay_out_sheets, _untold if sealed else _sheets_told)


def sheet_title(content: Any) -> str:
    """Return the title of a file: what it is, and of which mission."""
    frame = content.frame
    parts = (content.title, frame.kind) if content.title != frame.kind else (frame.kind, frame.title.text)
    return " – ".join(part for part in parts if part)


def _sheet_blocks(agenda: Agenda, content: Any) -> Iterable[tuple[str, str]]:
    from missionplanner.documents.content.sheets import sheet_blocks

    return sheet_blocks(content)


def _sheets_told(content: Any) -> Iterable[Told]:
    from missionplanner.documents.content.told import of_sheets

    return of_sheets(content)


def _untold(content: Any) -> Iterable[Told]:
    from missionplanner.documents.content.sheets import sheet_blocks

    return (Told() for _ in sheet_blocks(content))


def _lay_out_sheets(desk: Desk, setter: Setter, document: Document, content: Any, order: Order) -> int:
    from missionplanner.documents import sheets

    return sheets.lay_out(setter, document, content, desk.media)
