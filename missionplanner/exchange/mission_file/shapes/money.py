"""Shape what a mission costs."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape


class Share(Shape, kw_only=True):
    """Say what part of a line an organisation pays."""

    organisation: k.Organisation
    percent: k.Percent | None = None


class Quote(Shape, kw_only=True):
    supplier: k.Organisation | None = None
    amount: k.Money | None = None
    currency: k.Currency | None = None
    date: Day | None = None
    valid_until: Day | None = None
    chosen: bool | None = None
    document: k.Line | None = None
    notes: k.Long | None = None


class BudgetLine(Shape, kw_only=True):
    id: k.Id | None = None
    category: v.BudgetCategory | None = None
    text: k.Text | None = None
    quantity: k.Money | None = None
    unit: k.Money | None = None
    planned: k.Money | None = None
    committed: k.Money | None = None
    paid: k.Money | None = None
    currency: k.Currency | None = None
    rate: k.Rate | None = None
    rate_date: Day | None = None
    rate_source: k.Line | None = None
    payer: k.Organisation | None = None
    payers: list[Share] | None = None
    organisation: k.Organisation | None = None
    delegate: k.Delegate | None = None
    eligible: bool | None = None
    in_kind: bool | None = None
    cup: k.Line | None = None
    cig: k.Line | None = None
    quotes: list[Quote] | None = None
    notes: k.Long | None = None


class Expense(Shape, kw_only=True):
    id: k.Id | None = None
    line: k.BudgetLine | None = None
    category: v.BudgetCategory | None = None
    text: k.Text | None = None
    date: Day | None = None
    end_date: Day | None = None
    amount: k.Money | None = None
    currency: k.Currency | None = None
    rate: k.Rate | None = None
    rate_date: Day | None = None
    rate_source: k.Line | None = None
    payer: k.Organisation | None = None
    supplier: k.Organisation | None = None
    delegate: k.Delegate | None = None
    organisation: k.Organisation | None = None
    eligible: bool | None = None
    per_diem: bool | None = None
    in_kind: bool | None = None
    cup: k.Line | None = None
    cig: k.Line | None = None
    paid_on: Day | None = None
    receipt: k.Line | None = None
    notes: k.Long | None = None
