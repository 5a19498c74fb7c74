"""Name what a mission costs: what was planned, offered and spent, and who pays."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from missionplanner.domain.records._record import MissionPart
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import BudgetCategory


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(MissionPart):
    """Be a line of the budget.

    ``unit`` is the price of one of ``quantity``. ``rate`` turns an amount into the mission's currency: one unit
    of ``currency`` is worth ``rate`` of the mission's, on ``rate_date`` by ``rate_source``. ``in_kind`` is paid
    in goods or work, not in money.
    """

    position: int = 0
    category: BudgetCategory | None = None
    text: Texts | None = None
    quantity: Decimal | None = None
    unit: Decimal | None = None
    planned: Decimal | None = None
    committed: Decimal | None = None
    paid: Decimal | None = None
    currency: str | None = None
    rate: Decimal | None = None
    rate_date: dt.date | None = None
    rate_source: str | None = None
    payer_id: UUID | None = None
    organisation_id: UUID | None = None
    delegate_id: UUID | None = None
    eligible: bool | None = None
    in_kind: bool | None = None
    cup: str | None = None
    cig: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerShare(MissionPart):
    """Be what part of a line an organisation pays: ``percent`` from 0 to 100."""

    line_id: UUID
    organisation_id: UUID
    percent: Decimal | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(MissionPart):
    """Be an offer for a line. ``document`` names a blob, as ``media/<sha256>.pdf``."""

    line_id: UUID
    position: int = 0
    supplier_id: UUID | None = None
    amount: Decimal | None = None
    currency: str | None = None
    date: dt.date | None = None
    valid_until: dt.date | None = None
    chosen: bool | None = None
    document: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expense(MissionPart):
    """Be money spent, of a line or not. ``receipt`` names a blob, as ``media/<sha256>.pdf``.

    ``organisation_id`` is who benefits: aid in kind adds up from it. ``date`` to ``end_date`` are the days it
    is for, inclusive. ``rate`` is as in a budget line.
    """

    position: int = 0
    line_id: UUID | None = None
    category: BudgetCategory | None = None
    text: Texts | None = None
    date: dt.date | None = None
    end_date: dt.date | None = None
    amount: Decimal | None = None
    currency: str | None = None
    rate: Decimal | None = None
    rate_date: dt.date | None = None
    rate_source: str | None = None
    payer_id: UUID | None = None
    supplier_id: UUID | None = None
    delegate_id: UUID | None = None
    organisation_id: UUID | None = None
    eligible: bool | None = None
    per_diem: bool | None = None
    in_kind: bool | None = None
    cup: str | None = None
    cig: str | None = None
    paid_on: dt.date | None = None
    receipt: str | None = None
    notes: str | None = None
