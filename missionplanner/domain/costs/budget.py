"""Add up what a mission costs: planned, committed and paid, by any cut, in the mission's currency.

A line's planned amount is the one told, else quantity times the price of one. What was paid for a line is what
its expenses say, where it has any. What has no rate into the mission's currency stands apart, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from missionplanner.domain.costs import money
from missionplanner.domain.costs.ledger import Ledger
from missionplanner.domain.records import BudgetLine, Expense, PayerShare
from missionplanner.domain.vocabulary import BudgetCategory

_NOTHING = Decimal(0)
QUOTES_ASKED = 3
"""Offers one compares before an order."""
Key = BudgetCategory | UUID | bool | None
"""What a total is of; None where nobody told."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Be what was planned, committed and paid, in one currency."""

    planned: Decimal = _NOTHING
    committed: Decimal = _NOTHING
    paid: Decimal = _NOTHING

    def __add__(self, other: Amounts) -> Amounts:
        return Amounts(self.planned + other.planned, self.committed + other.committed, self.paid + other.paid)

    def __bool__(self) -> bool:
        return any((self.planned, self.committed, self.paid))

    @property
    def left(self) -> Decimal:
        """Return what is planned and neither committed nor paid; below nothing where more was spent."""
        return self.planned - max(self.committed, self.paid)

    @property
    def over(self) -> bool:
        """Tell whether more than what was planned is committed or paid; what nobody planned is never overspent."""
        return self.planned > 0 and self.left < 0


class Cut(StrEnum):
    """Say by what totals are told apart."""

    CATEGORY = "category"
    PAYER = "payer"
    ORGANISATION = "organisation"
    DELEGATE = "delegate"
    ELIGIBLE = "eligible"
    IN_KIND = "in_kind"


@dataclass(frozen=True, slots=True)
class Portion:
    """Be a part of the whole that one payer bears: ``amounts`` are in the mission's currency."""

    amounts: Amounts
    category: BudgetCategory | None = None
    payer: UUID | None = None
    organisation: UUID | None = None
    delegate: UUID | None = None
    eligible: bool | None = None
    in_kind: bool | None = None


def planned(line: BudgetLine) -> Decimal | None:
    """Return what a line plans, in its own currency."""
    if line.planned is not None or line.quantity is None or line.unit is None:
        return line.planned
    return money.product(line.quantity, line.unit)


def paid(ledger: Ledger, line: BudgetLine) -> Decimal | None:
    """Return what was paid for a line in its own currency; None where nobody told, or a rate is missing."""
    spent = [one for one in ledger.expenses_of(line.id) if one.amount is not None]
    if not spent:
        return line.paid
    own = line.currency or ledger.home
    if all((one.currency or ledger.home) == own for one in spent):
        return sum((one.amount or _NOTHING for one in spent), _NOTHING)
    amounts = [ledger.in_home(one.amount, one.currency, one.rate) for one in spent]
    rate = ledger.rate_of(line)
    if rate is None or None in amounts:
        return None
    return money.converted_back(sum((one or _NOTHING for one in amounts), _NOTHING), rate)


def left(ledger: Ledger, line: BudgetLine) -> Decimal | None:
    """Return what is left of a line in its own currency, below nothing where it is overspent.

    None where nothing was planned.
    """
    wanted = planned(line)
    if wanted is None:
        return None
    spent = paid(ledger, line)
    return wanted - max(line.committed or _NOTHING, spent or _NOTHING)


def payers(ledger: Ledger, line: BudgetLine) -> tuple[tuple[UUID | None, Decimal], ...]:
    """Return who pays which per cent of a line; what no share takes is its payer's, or nobody's yet."""
    told = [(one.organisation_id, one.percent or _NOTHING) for one in ledger.shares_of(line.id)]
    rest = money.ALL - sum((percent for _payer, percent in told), _NOTHING)
    found = [*told, (line.payer_id, rest)] if rest > 0 else told
    return tuple((payer, percent) for payer, percent in found if percent > 0) or ((line.payer_id, money.ALL),)


def left_to_share(shares: Iterable[PayerShare]) -> Decimal:
    """Return the per cent of a line that no share takes; below nothing where they take more than all."""
    return money.ALL - sum((one.percent or _NOTHING for one in shares), _NOTHING)


def portions(ledger: Ledger) -> tuple[Portion, ...]:
    """Return the whole of a mission in parts that add up to it, whatever they are told apart by.

    What cannot be converted is left out: ``unconverted`` has it.
    """
    found: list[Portion] = []
    for line in ledger.lines:
        found += _of_line(ledger, line)
    for expense in ledger.expenses:
        found += _of_expense(ledger, expense)
    return tuple(found)


def totals(some: Iterable[Portion], cut: Cut) -> dict[Key, Amounts]:
    """Return the amounts by what they are told apart by, in the order they come."""
    found: dict[Key, Amounts] = {}
    for one in some:
        key: Key = getattr(one, cut.value)
        found[key] = found.get(key, Amounts()) + one.amounts
    return found


def whole(some: Iterable[Portion]) -> Amounts:
    """Return the amounts of everything."""
    return sum((one.amounts for one in some), Amounts())


def unconverted(ledger: Ledger) -> dict[str, Amounts]:
    """Return by currency what has no rate into the mission's, in that currency."""
    found: dict[str, Amounts] = {}
    for line in ledger.lines:
        if ledger.rate_of(line) is None:
            own = Amounts(planned(line) or _NOTHING, line.committed or _NOTHING, _typed(ledger, line) or _NOTHING)
            found[line.currency or ""] = found.get(line.currency or "", Amounts()) + own
    for expense in ledger.expenses:
        if ledger.rate_of(expense) is None and expense.amount is not None:
            currency = expense.currency or ""
            found[currency] = found.get(currency, Amounts()) + Amounts(paid=expense.amount)
    return {currency: amounts for currency, amounts in found.items() if amounts}


def _typed(ledger: Ledger, line: BudgetLine) -> Decimal | None:
    """Return what somebody typed as paid, nothing where expenses say it."""
    spent = any(one.amount is not None for one in ledger.expenses_of(line.id))
    return None if spent else line.paid


def _of_line(ledger: Ledger, line: BudgetLine) -> list[Portion]:
    told = (planned(line), line.committed, _typed(ledger, line))
    amounts = Amounts(*(ledger.in_home(one, line.currency, line.rate) or _NOTHING for one in told))
    whole_line = Portion(
        amounts,
        line.category,
        line.payer_id,
        line.organisation_id,
        line.delegate_id,
        line.eligible,
        line.in_kind,
    )
    return _split(whole_line, payers(ledger, line)) if amounts else []


def _of_expense(ledger: Ledger, one: Expense) -> list[Portion]:
    amount = ledger.in_home(one.amount, one.currency, one.rate)
    if not amount:
        return []
    line = ledger.line_of(one)
    base = line or BudgetLine(mission_id=one.mission_id)
    spent = Portion(
        Amounts(paid=amount),
        one.category or base.category,
        one.payer_id,
        one.organisation_id or base.organisation_id,
        one.delegate_id or base.delegate_id,
        one.eligible if one.eligible is not None else base.eligible,
        one.in_kind if one.in_kind is not None else base.in_kind,
    )
    return _split(spent, payers(ledger, line)) if line is not None and one.payer_id is None else [spent]


def _split(one: Portion, by: Sequence[tuple[UUID | None, Decimal]]) -> list[Portion]:
    if len(by) == 1:
        return [replace(one, payer=by[0][0])]
    weights = [percent for _payer, percent in by]
    amounts = one.amounts
    each = (amounts.planned, amounts.committed, amounts.paid)
    parts = zip(*(money.shared(amount, weights) for amount in each), strict=True)
    return [
        replace(one, payer=payer, amounts=Amounts(*part))
        for (payer, _percent), part in zip(by, parts, strict=True)
    ]
