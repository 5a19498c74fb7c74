"""Remember how each kind of document was wanted last, while the program runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Recipe
    from missionplanner.gui.context import Context
    from missionplanner.services.paper.documents import PrintRequest

OWN = ""
"""The language of a document is that of whom it is for, else the mission's."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Be how documents of a kind are to look.

    ``language`` is OWN or a code, ``beside`` that of a second language or nothing, ``paper`` empty for the usual
    one, ``cover`` empty for the mission's; ``choices`` are those of the kind that are not the usual ones.
    ``people`` are those it is for or who are on it, everybody where there are none: they belong to one mission.
    """

    language: str = OWN
    beside: str = OWN
    paper: str = ""
    cover: str = ""
    draft: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    people: tuple[UUID, ...] = field(default=())

    def on(self, request: PrintRequest, language: str, paper: str) -> PrintRequest:
        """Return a request as it is wanted; ``language`` and ``paper`` are those where nothing was said."""
        first = self.language or language
        second = f"+{self.beside}" if self.beside and first and self.beside != first else ""
        return replace(
            request,
            language=f"{first}{second}" or None,
            paper=self.paper or paper,
            cover=self.cover,
            draft=self.draft,
            choices=self.choices,
            people=() if request.person else self.people,
        )


class Wishes(QObject):
    """Hold a wish for each kind of document, and the pack asked for last of each mission: its key, and what was
    made of it. Pages come and go with theme and language, these stay.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._of: dict[str, Wish] = {}
        self._mission: UUID | None = None
        self.packs: dict[UUID, tuple[str, Recipe]] = {}

    @classmethod
    def kept_by(cls, ctx: Context) -> Wishes:
        """Return those of the program, made where nobody asked before."""
        return ctx.findChild(cls) or cls(ctx)

    def follow(self, mission: UUID) -> None:
        """Forget people where another mission is open."""
        if mission != self._mission:
            self._mission = mission
            self._of = {kind: replace(one, people=()) for kind, one in self._of.items()}

    def of(self, kind: str) -> Wish:
        """Return what is wanted of a kind."""
        return self._of.get(kind, Wish())

    def change(self, kind: str, **wanted: Any) -> Wish:
        """Want something else of a kind. Raises TypeError for what no wish has."""
        self._of[kind] = replace(self.of(kind), **wanted)
        return self._of[kind]
