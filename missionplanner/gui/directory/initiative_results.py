"""Tell beside an initiative what its missions add up to: figures against objectives, then the missions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.portfolio.words import meetings_told
from missionplanner.gui.results.bars import Bar, Bars
from missionplanner.gui.tables.section import Titled, beside
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.domain.figures.objectives import Number
    from missionplanner.domain.results.goals import Goal
    from missionplanner.domain.results.initiative_results import InitiativeResults
    from missionplanner.gui.context import Context

CAPPED = 1.5
"""Of a target; what goes beyond is told in figures."""


class InitiativeMissions(Titled):
    """List the missions of an initiative under what they were to reach and what they did."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("initiative_missions", ctx.t("Missions and results"))
        self._ctx = ctx
        self._id: UUID | None = None
        ctx.hub.changed.connect(self._hear)

    def show_row(self, identity: UUID | None) -> None:
        """Show what belongs to an initiative."""
        if identity != self._id:
            self._id = identity
            self.fill([])
        self._read()

    def _hear(self, _receipt: object) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        workspace, identity = self._ctx.workspace, self._id
        if workspace is None or identity is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services.results import portfolio

            return portfolio.results_of(workspace, identity)

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(partial(self._tell, identity))
        job.failed.connect(self._ctx.tell_failure)

    def _tell(self, identity: UUID, found: InitiativeResults) -> None:
        if identity != self._id:
            return
        t = self._ctx.t
        if not found.missions:
            self.fill([label(t("No mission belongs to it yet."), "small", tone="quiet", wrap=True)])
            return
        widgets: list[QWidget] = [label(self._counted(found), "small", tone="quiet", wrap=True)]
        if found.goals:
            bars = Bars("initiative_goals", t("Objectives of its missions together"), self._ctx.theme)
            bars.show_bars([self._bar(one) for one in found.goals])
            widgets.append(bars)
        self.fill([*widgets, *self._missions(found)])

    def _counted(self, found: InitiativeResults) -> str:
        t, wording = self._ctx.t, self._ctx.wording
        return wording.listed(
            (
                t.plural("{count} mission", "{count} missions", len(found.missions)),
                wording.delegates(found.delegates) if found.delegates else "",
                meetings_told(t, found.held, found.booked),
                t.plural("{count} organisation met", "{count} organisations met", found.met) if found.met else "",
                t.plural("{count} new contact", "{count} new contacts", found.contacts) if found.contacts else "",
                t.plural("{count} agreement", "{count} agreements", found.agreements) if found.agreements else "",
            )
        )

    def _bar(self, one: Goal) -> Bar:
        t = self._ctx.t
        said = one.text.best(t.language) if one.text is not None else ""
        name = said or one.indicator.replace("_", " ") or t("Objective")
        if one.reached is None:
            wanted = self._number(one.target) if one.target is not None else ""
            told = t("not recorded, target {target}", target=wanted) if wanted else t("not recorded")
            return Bar(name, 0, told, 1)
        if one.target is None:
            return Bar(name, 0, self._number(one.reached))
        share = one.share or 0.0
        told = t("{reached} of {target}", reached=self._number(one.reached), target=self._number(one.target))
        return Bar(name, min(share, CAPPED), told, 1, "ok" if share >= 1 else "accent")

    def _missions(self, found: InitiativeResults) -> list[QWidget]:
        wording, language = self._ctx.wording, self._ctx.t.language
        lines = []
        for one in sorted(found.missions, key=lambda one: one.first_day, reverse=True):
            status = wording.mission_status(one.status)[1]
            facts = wording.listed((wording.days(one.start, one.end), status))
            title = one.title.best(language, one.languages) or one.code
            lines.append(
                beside([label(title, "body", wrap=True), label(facts, "small", tone="quiet", wrap=True)], [])
            )
        return lines

    def _number(self, value: Number) -> str:
        number = float(value)
        return self._ctx.wording.locale.toString(number, "f", 0 if number.is_integer() else 1)
