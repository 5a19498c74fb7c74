"""Ask for an expense of a delegate: who, what for, how much, its receipt; say at once what is claimed twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.gui.budget import expenses
from missionplanner.gui.budget.attachment import PAPERS
from missionplanner.gui.budget.columns import CATEGORY, CURRENCY, DELEGATE
from missionplanner.gui.budget.wording import money
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import FIELD_WIDTH
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.tables.fields import Fields
from missionplanner.gui.tables.values import Values
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, icon_button, label, picture

if TYPE_CHECKING:
    from missionplanner.domain.vocabulary import BudgetCategory

_COLUMNS = (
    DELEGATE,
    CATEGORY,
    expenses.PER_DIEM,
    replace(expenses.TEXT, required=False),
    expenses.DAY,
    expenses.LAST_DAY,
    expenses.AMOUNT,
    CURRENCY,
)
_NEEDED = ("delegate_id", "amount")
_IS_NEEDED = N_("This is needed.")


class DelegateExpense(FormDialog):
    """Be the form. ``made`` is told the id of the expense."""

    def __init__(self, parent: QWidget, ctx: Context, made: Callable[[UUID], object]) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Expense of a delegate"), t("Add"))
        self.setObjectName("delegate_expense")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._made = ctx, made
        self.path: Path | None = None
        self.inside = Fields(_COLUMNS, Values(ctx), ctx, "expense")
        self.inside.setFixedWidth(roomy(FIELD_WIDTH))
        self.remember(*self.inside.all)
        self.body.addWidget(self.inside)
        self.read_as = label("", "small", tone="quiet", name="expense_read_as", wrap=True)
        self.body.addWidget(self.read_as)
        self._warning = QWidget()
        row = QHBoxLayout(self._warning)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(picture(ctx.theme, "triangle-alert", "warn", 16))
        self.warning = label("", "small", tone="warn", name="expense_warning", wrap=True)
        row.addWidget(self.warning, 1)
        self._warning.hide()
        self.body.addWidget(self._warning)
        self.body.addLayout(self._paper_row())
        self._soon = QTimer(self, interval=150, singleShot=True)
        self._soon.timeout.connect(self.look)
        for one in self.inside.all:
            one.entry.textChanged.connect(lambda *_text: self._soon.start())
        self.finish_with(self._pass_on)
        self.inside.all[0].entry.setFocus()

    def look(self) -> None:
        """Say how the amount is read, and what would be claimed twice."""
        values = self._typed()
        amount = cast("Decimal | None", values.get("amount"))
        currency = str(values.get("currency") or self._home() or "")
        t = self._ctx.t
        read = t("Amount: {amount}", amount=money(self._ctx, amount, currency)) if amount is not None else ""
        self.read_as.setText(read)
        self.warning.setText(self._twice(values))
        self._warning.setVisible(bool(self.warning.text()))

    def choose_paper(self) -> None:
        """Ask for the receipt."""
        path = self._ctx.files.open_file(self, self._ctx.t("Attach a receipt or document"), PAPERS)
        if path is not None:
            self.path = path
            self.paper.set_text(path.name)

    def _paper_row(self) -> QHBoxLayout:
        t, theme = self._ctx.t, self._ctx.theme
        row = QHBoxLayout()
        row.setSpacing(10)
        attach = icon_button(t("Attach a receipt…"), "expense_attach", "paperclip", theme)
        attach.clicked.connect(self.choose_paper)
        self.paper = Elided(t("No receipt yet"), "small", colour="text2", theme=theme)
        row.addWidget(attach)
        row.addWidget(self.paper, 1)
        return row

    def _typed(self) -> dict[str, object]:
        """Return what can be read of what is typed."""
        found: dict[str, object] = {}
        for one in self.inside.all:
            try:
                found[one.column.key] = one.read() if one.text.strip() else None
            except Invalid:
                found[one.column.key] = None
        return found

    def _twice(self, values: dict[str, object]) -> str:
        from missionplanner.domain.records import Expense
        from missionplanner.services.costs import expenses as service

        plan, workspace, t = self._ctx.mission.plan, self._ctx.workspace, self._ctx.t
        if plan is None or workspace is None:
            return ""
        draft = Expense(
            mission_id=plan.mission.id,
            delegate_id=cast("UUID | None", values.get("delegate_id")),
            category=cast("BudgetCategory | None", values.get("category")),
            date=cast("dt.date | None", values.get("date")),
            end_date=cast("dt.date | None", values.get("end_date")),
            per_diem=cast("bool | None", values.get("per_diem")),
        )
        try:
            found = service.would_claim_twice(workspace, draft)
        except MissionPlannerError:
            return ""
        days = sorted({day for one in found for day in one.days})
        said = self._ctx.wording.days(days[0], days[-1]) if days else ""
        if any(one.claimed is draft and one.per_diem.per_diem and not draft.per_diem for one in found):
            return t("A per diem covers this already ({days}): it would be paid twice.", days=said)
        return (
            t("Meals or another per diem of these days are claimed already ({days}).", days=said) if days else ""
        )

    def _pass_on(self) -> None:
        values = self.inside.values()
        for name in _NEEDED:
            field = self.inside.field(name)
            assert field is not None
            if values.get(name) is None:
                raise Invalid(_IS_NEEDED, field=field.control.objectName())
        try:
            identity = self._store(values)
        except Invalid as error:
            field = self.inside.field(error.field or "")
            if field is not None:
                error.field = field.control.objectName()
            raise
        self._made(identity)

    def _store(self, values: dict[str, object]) -> UUID:
        """Store the expense with its receipt as one step."""
        from missionplanner.services.costs import receipts

        plan, workspace = self._ctx.mission.plan, self._ctx.workspace
        assert plan is not None and workspace is not None
        receipt = receipts.spend(workspace, plan.mission.id, values, self.path)
        return next(one for table, one in receipt.added if table == "expense")

    def _home(self) -> str | None:
        plan = self._ctx.mission.plan
        return plan.mission.currency if plan is not None else None
