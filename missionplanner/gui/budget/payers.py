"""Say who shares a line of the budget, and which part of it each pays."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.domain.costs.money import ALL
from missionplanner.domain.typed_amounts import amount_of
from missionplanner.gui.context import Context
from missionplanner.gui.forms.entry import Entry
from missionplanner.gui.tables.organisation_lines import OrganisationLines
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.services.costs.budget import Payer


class Payers(OrganisationLines):
    """List the payers of a line with their per cent; each change is an undo step."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, "payers", "payer", (ctx.t("Shared between"), ctx.t("Add a payer")), self._percent)
        self._id: UUID | None = None
        self._rest = label("", "small", tone="quiet", name="payers_rest", wrap=True)
        self._fault = label("", "small", tone="danger", name="payers_fault", wrap=True)
        self.put_below(self._rest, self._fault)
        self.wanted.connect(self._store)

    def show_row(self, identity: UUID | None) -> None:
        """Show the payers of a line."""
        from missionplanner.services.costs import budget

        self._id = identity
        plan, workspace = self._ctx.mission.plan, self._ctx.workspace
        if identity is None or workspace is None or plan is None:
            return
        try:
            self.fill(budget.payers(workspace, plan.mission.id, identity))
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        self._say_fault("")
        words = self._ctx.t("The payer of the line bears {percent} %.", percent=self._said(self._left()))
        self._rest.setText(words if self.pairs() else self._ctx.t("The payer of the line bears all of it."))

    def fresh(self) -> Decimal:
        """Return what a payer pays who is added: the rest, of the first the half."""
        return self._left() if self.pairs() else ALL / 2

    def _percent(self, place: int, name: str, percent: Decimal) -> tuple[QWidget, QWidget]:
        field = Entry()
        field.setObjectName(f"payer_percent_{place}")
        field.setAccessibleName(self._ctx.t("Per cent that {name} pays", name=name))
        field.setFixedWidth(roomy(64))
        field.show_text(self._said(percent), anew=True)
        field.committed.connect(lambda text: self._set(place, text))
        return field, label("%", "small", tone="quiet")

    def _left(self) -> Decimal:
        return ALL - sum((percent for _payer, percent in self.pairs()), Decimal(0))

    def _said(self, percent: Decimal) -> str:
        return format(percent.normalize(), "f").replace(".", self._ctx.wording.locale.decimalPoint())

    def _set(self, place: int, text: str) -> None:
        try:
            percent = amount_of(text, "percent", self._ctx.wording.locale.decimalPoint())
        except Invalid as error:
            self._say_fault(self._ctx.t.say(error))
            return
        self.change(place, percent or Decimal(0))

    def _store(self, wanted: list[Payer]) -> None:
        """Store who pays; what cannot be stands at the field, with what was typed."""
        from missionplanner.services.costs import budget

        identity, workspace = self._id, self._ctx.workspace
        if identity is None or workspace is None:
            return
        try:
            budget.set_payers(workspace, identity, wanted)
        except Invalid as error:
            self._say_fault(self._ctx.t.say(error))
            return
        except MissionPlannerError as error:
            self._ctx.tell(error)
        self.show_row(identity)

    def _say_fault(self, text: str) -> None:
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        if text:
            self._ctx.say_aloud(self, text)
