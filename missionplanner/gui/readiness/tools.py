"""Be what stands over the readiness board: what is looked at, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QSignalBlocker

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.matrix.grid_tools import GridTools, named, offer
from missionplanner.gui.widgets.segments import Segments

_BUTTONS = ("ready_next", "ready_state", "requirement_new")


class Filter(StrEnum):
    """What of the board is looked at."""

    ALL = "all"
    OVERDUE = "overdue"
    OURS = "ours"


class ReadinessTools(GridTools):
    """Hold the filters: whom, what of the board, which requirement."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, "readiness", ctx.t("Filters of the board"))
        t = ctx.t
        words = {Filter.ALL: t("All of it"), Filter.OVERDUE: t("Overdue"), Filter.OURS: t("Up to us")}
        self.parts = Segments("readiness_part", t("What is shown"), words, Filter.ALL)
        self.parts.chosen.connect(lambda _one: self.changed.emit())
        self._shown: tuple[tuple[UUID | None, str], ...] = ()
        every = choice({t("Every requirement"): None}, None, ctx.theme)
        self._one = named(every, "readiness_requirement", t("Requirement"))
        self._one.setMinimumContentsLength(12)
        self._one.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._one.currentIndexChanged.connect(self.changed)
        self.row.addWidget(self.parts)
        self.row.addWidget(self._one)
        self.add_buttons(actions, _BUTTONS)

    def part(self) -> Filter:
        """Return what of the board is looked at."""
        return Filter(str(self.parts.value()))

    def requirement(self) -> UUID | None:
        """Return the one requirement that is looked at, None for every one."""
        found: UUID | None = self._one.chosen()
        return found

    def choose(self, part: Filter, requirement: UUID | None, query: str) -> None:
        """Choose all three without telling."""
        with QSignalBlocker(self._one), QSignalBlocker(self.search):
            self.parts.group.buttons()[list(Filter).index(part)].setChecked(True)
            if requirement in self._one.values:
                self._one.setCurrentIndex(self._one.values.index(requirement))
            self.search.setText(query)

    def fill(self, some: Sequence[tuple[UUID, str]]) -> None:
        """Offer these requirements; the one that is looked at stays, if it is there."""
        wanted: tuple[tuple[UUID | None, str], ...] = ((None, self._ctx.t("Every requirement")), *some)
        if wanted == self._shown:
            return
        offer(self._one, [words for _identity, words in wanted], [identity for identity, _words in wanted])
        self._shown = wanted
