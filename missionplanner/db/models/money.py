"""Keep the rows of money."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Privacy, Word, link, personal, plain
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import BudgetCategory


class BudgetLineRow(Entity):
    __tablename__ = "budget_line"
    record_type = records.BudgetLine
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    category: Mapped[BudgetCategory | None] = plain(Word(BudgetCategory))
    text: Mapped[Texts | None] = plain()
    quantity: Mapped[Decimal | None] = plain()
    unit: Mapped[Decimal | None] = plain()
    planned: Mapped[Decimal | None] = plain()
    committed: Mapped[Decimal | None] = plain()
    paid: Mapped[Decimal | None] = plain()
    currency: Mapped[str | None] = plain()
    rate: Mapped[Decimal | None] = plain()
    rate_date: Mapped[dt.date | None] = plain()
    rate_source: Mapped[str | None] = plain()
    payer_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    delegate_id: Mapped[UUID | None] = link("delegate", Gone.CLEAR, privacy=Privacy.PERSONAL)
    eligible: Mapped[bool | None] = plain()
    in_kind: Mapped[bool | None] = plain()
    cup: Mapped[str | None] = plain()
    cig: Mapped[str | None] = plain()
    notes: Mapped[str | None] = personal()


class PayerShareRow(Entity):
    __tablename__ = "payer_share"
    record_type = records.PayerShare
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    line_id: Mapped[UUID] = link("budget_line", Gone.TOO)
    organisation_id: Mapped[UUID] = link("organisation", Gone.REFUSE)
    percent: Mapped[Decimal | None] = plain()
    position: Mapped[int] = plain()


class QuoteRow(Entity):
    __tablename__ = "quote"
    record_type = records.Quote
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    line_id: Mapped[UUID] = link("budget_line", Gone.TOO)
    position: Mapped[int] = plain()
    supplier_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    amount: Mapped[Decimal | None] = plain()
    currency: Mapped[str | None] = plain()
    date: Mapped[dt.date | None] = plain()
    valid_until: Mapped[dt.date | None] = plain()
    chosen: Mapped[bool | None] = plain()
    document: Mapped[str | None] = personal()
    notes: Mapped[str | None] = personal()


class ExpenseRow(Entity):
    __tablename__ = "expense"
    record_type = records.Expense
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    position: Mapped[int] = plain()
    line_id: Mapped[UUID | None] = link("budget_line", Gone.CLEAR)
    category: Mapped[BudgetCategory | None] = plain(Word(BudgetCategory))
    text: Mapped[Texts | None] = personal()
    date: Mapped[dt.date | None] = plain()
    end_date: Mapped[dt.date | None] = plain()
    amount: Mapped[Decimal | None] = plain()
    currency: Mapped[str | None] = plain()
    rate: Mapped[Decimal | None] = plain()
    rate_date: Mapped[dt.date | None] = plain()
    rate_source: Mapped[str | None] = plain()
    payer_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    supplier_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    delegate_id: Mapped[UUID | None] = link("delegate", Gone.CLEAR, privacy=Privacy.PERSONAL)
    organisation_id: Mapped[UUID | None] = link("organisation", Gone.CLEAR)
    eligible: Mapped[bool | None] = plain()
    per_diem: Mapped[bool | None] = plain()
    in_kind: Mapped[bool | None] = plain()
    cup: Mapped[str | None] = plain()
    cig: Mapped[str | None] = plain()
    paid_on: Mapped[dt.date | None] = plain()
    receipt: Mapped[str | None] = personal()
    notes: Mapped[str | None] = personal()
