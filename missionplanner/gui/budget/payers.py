"""Say who shares a line of the budget, and which part of it each pays."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.domain.money import ALL
from missionplanner.domain.typed_amounts import amount_of
from missionplanner.gui.context import Context
from missionplanner.gui.directory import offers
from missionplanner.gui.forms.entry import Entry
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, button, label

if TYPE_CHECKING:
    from missionplanner.services.budget import Payer
    from missionplanner.services.rows import Linked


class Payers(QWidget):
    """List the payers of a line with their per cent; each change is an undo step."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("payers")
        self._ctx = ctx
        self._id: UUID | None = None
        self._shares: tuple[tuple[Linked, Decimal], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(label(ctx.t("Shared between"), "strong"))
        self._lines = QWidget()
        self._column.addWidget(self._lines)
        self._rest = label("", "small", tone="quiet", name="payers_rest", wrap=True)
        self._fault = label("", "small", tone="danger", name="payers_fault", wrap=True)
        self.entry = Lookup(
            lambda: offers.organisations(ctx), ctx.theme, icon="building-2", create=ctx.t("Create “{name}”")
        )
        self.entry.setObjectName("add_payer")
        self.entry.setAccessibleName(ctx.t("Add a payer"))
        self.entry.setPlaceholderText(ctx.t("Add a payer"))
        self.entry.chosen.connect(self._add)
        self.entry.created.connect(self._add)
        for one in (self._rest, self._fault, self.entry):
            self._column.addWidget(one)

    def show_row(self, identity: UUID | None) -> None:
        """Show the payers of a line."""
        from missionplanner.services import budget

        self._id = identity
        plan, workspace = self._ctx.mission.plan, self._ctx.workspace
        if identity is None or workspace is None or plan is None:
            return
        try:
            self._shares = budget.payers(workspace, plan.mission.id, identity)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        self._say_fault("")
        self._fill()

    def _fill(self) -> None:
        old = self._lines
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place, (organisation, percent) in enumerate(self._shares):
            column.addLayout(self._line(place, organisation.name, percent))
        self._column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        rest = self._left()
        words = self._ctx.t("The payer of the line bears {percent} %.", percent=self._said(rest))
        self._rest.setText(words if self._shares else self._ctx.t("The payer of the line bears all of it."))

    def _line(self, place: int, name: str, percent: Decimal) -> QHBoxLayout:
        t, theme = self._ctx.t, self._ctx.theme
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Elided(name, "body", colour="text", theme=theme), 1)
        field = Entry()
        field.setObjectName(f"payer_percent_{place}")
        field.setAccessibleName(t("Per cent that {name} pays", name=name))
        field.setFixedWidth(roomy(64))
        field.show_text(self._said(percent), anew=True)
        field.committed.connect(lambda text: self._set(place, text))
        row.addWidget(field)
        row.addWidget(label("%", "small", tone="quiet"))
        away = button("", f"payer_away_{place}", look="round")
        away.setIcon(theme.icon("x", "text2", 14))
        words = t("Take {name} out", name=name)
        away.setAccessibleName(words)
        away.setToolTip(words)
        away.clicked.connect(
            lambda: self._store([one for number, one in enumerate(self._now()) if number != place])
        )
        row.addWidget(away)
        return row

    def _now(self) -> list[Payer]:
        return [(organisation.id, percent) for organisation, percent in self._shares]

    def _left(self) -> Decimal:
        return ALL - sum((percent for _payer, percent in self._shares), Decimal(0))

    def _said(self, percent: Decimal) -> str:
        return format(percent.normalize(), "f").replace(".", self._ctx.wording.locale.decimalPoint())

    def _set(self, place: int, text: str) -> None:
        try:
            percent = amount_of(text, "percent", self._ctx.wording.locale.decimalPoint())
        except Invalid as error:
            self._say_fault(self._ctx.t.say(error))
            return
        wanted = self._now()
        wanted[place] = (wanted[place][0], percent or Decimal(0))
        self._store(wanted)

    def _add(self, known: object) -> None:
        if isinstance(known, UUID | str) and known:
            rest = self._left()
            self._store([*self._now(), (known, rest if self._shares else ALL / 2)])
        self.entry.show_text("", anew=True)

    def _store(self, wanted: list[Payer]) -> None:
        """Store who pays; what cannot be stands at the field, with what was typed."""
        from missionplanner.services import budget

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
