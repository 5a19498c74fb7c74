"""List the organisations of an entry beside its list, each with controls of its own and a way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.directory import offers
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.widgets.basics import Elided, button, label

if TYPE_CHECKING:
    from missionplanner.services.rows import Linked

Pair = tuple[Any, Any]
"""An organisation, by id or by the name of a new one, and what is said of it here."""
Controls = Callable[[int, str, Any], Sequence[QWidget]]
"""Makes the controls of a line from its place, the organisation's name and what is said of it."""


class OrganisationLines(QWidget):
    """Be the lines with a field below that adds one. ``wanted`` carries all pairs as they should be then.

    ``name`` is what the widgets are called after, one organisation ``one``; ``fresh`` returns what is said of an
    organisation that was just added.
    """

    wanted = Signal(object)

    def __init__(self, ctx: Context, name: str, one: str, words: tuple[str, str], controls: Controls) -> None:
        super().__init__()
        title, add = words
        self.setObjectName(name)
        self._ctx, self._one, self._controls = ctx, one, controls
        self._pairs: tuple[tuple[Linked, Any], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(label(title, "strong"))
        self._lines = QWidget()
        self._column.addWidget(self._lines)
        self.entry = Lookup(
            lambda: offers.organisations(ctx), ctx.theme, icon="building-2", create=ctx.t("Create “{name}”")
        )
        self.entry.setObjectName(f"add_{one}")
        self.entry.setAccessibleName(add)
        self.entry.setPlaceholderText(add)
        self.entry.chosen.connect(self._add)
        self.entry.created.connect(self._add)
        self._column.addWidget(self.entry)

    def put_below(self, *some: QWidget) -> None:
        """Put what is told of all lines between them and the field."""
        for one in some:
            self._column.insertWidget(self._column.count() - 1, one)

    def fill(self, pairs: Sequence[tuple[Linked, Any]]) -> None:
        """Show some organisations with what is said of each."""
        self._pairs = tuple(pairs)
        old, self._lines = self._lines, QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place, (organisation, said) in enumerate(self._pairs):
            column.addLayout(self._line(place, organisation.name, said))
        self._column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()

    def pairs(self) -> list[Pair]:
        """Return the organisations by their ids, with what is said of each."""
        return [(organisation.id, said) for organisation, said in self._pairs]

    def change(self, place: int, said: object) -> None:
        """Want something else said of one of them."""
        some = self.pairs()
        some[place] = (some[place][0], said)
        self.wanted.emit(some)

    def fresh(self) -> object:
        """Return what is said of an organisation that is added."""
        return None

    def _add(self, known: object) -> None:
        if isinstance(known, UUID | str) and known:
            self.wanted.emit([*self.pairs(), (known, self.fresh())])
        self.entry.show_text("", anew=True)

    def _line(self, place: int, name: str, said: object) -> QHBoxLayout:
        theme = self._ctx.theme
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Elided(name, "body", colour="text", theme=theme), 1)
        for control in self._controls(place, name, said):
            row.addWidget(control)
        away = button("", f"{self._one}_away_{place}", look="round")
        away.setIcon(theme.icon("x", "text2", 14))
        words = self._ctx.t("Take {name} out", name=name)
        away.setAccessibleName(words)
        away.setToolTip(words)
        away.clicked.connect(
            lambda: self.wanted.emit([one for number, one in enumerate(self.pairs()) if number != place])
        )
        row.addWidget(away)
        return row
