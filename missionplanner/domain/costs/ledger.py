"""Hold the money of one mission as a value: its lines, who pays them, offers and expenses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from missionplanner.domain.costs import money
from missionplanner.domain.records import BudgetLine, Expense, PayerShare, Quote
from missionplanner.domain.vocabulary import BudgetCategory

P = TypeVar("P", PayerShare, Quote, Expense)


@dataclass(frozen=True)
class Ledger:
    """Be the money of a mission. ``home`` is the currency it counts in, empty where nobody told any."""

    home: str
    lines: tuple[BudgetLine, ...] = ()
    shares: tuple[PayerShare, ...] = ()
    quotes: tuple[Quote, ...] = ()
    expenses: tuple[Expense, ...] = ()

    @cached_property
    def by_id(self) -> dict[UUID, BudgetLine]:
        """Return the lines by id."""
        return {one.id: one for one in self.lines}

    def shares_of(self, line: UUID) -> tuple[PayerShare, ...]:
        return self._shares.get(line, ())

    def quotes_of(self, line: UUID) -> tuple[Quote, ...]:
        return self._quotes.get(line, ())

    def expenses_of(self, line: UUID) -> tuple[Expense, ...]:
        return self._expenses.get(line, ())

    def line_of(self, expense: Expense) -> BudgetLine | None:
        """Return the line an expense belongs to."""
        return self.by_id.get(expense.line_id) if expense.line_id is not None else None

    def category_of(self, expense: Expense) -> BudgetCategory | None:
        """Return an expense's own category, else that of its line."""
        line = self.line_of(expense)
        return expense.category or (line.category if line is not None else None)

    def in_home(self, amount: Decimal | None, currency: str | None, rate: Decimal | None) -> Decimal | None:
        """Return an amount in the mission's currency, in cents; None where there is no rate for it.

        An amount whose currency nobody told is in the mission's.
        """
        if amount is None:
            return None
        if not currency or currency == self.home:
            return money.rounded(amount)
        return money.converted(amount, rate) if rate is not None else None

    def rate_of(self, one: BudgetLine | Expense) -> Decimal | None:
        """Return what one unit of its currency is worth in the mission's, None where nobody told."""
        return Decimal(1) if not one.currency or one.currency == self.home else one.rate

    @cached_property
    def _shares(self) -> dict[UUID, tuple[PayerShare, ...]]:
        return _by_line(self.shares)

    @cached_property
    def _quotes(self) -> dict[UUID, tuple[Quote, ...]]:
        return _by_line(self.quotes)

    @cached_property
    def _expenses(self) -> dict[UUID, tuple[Expense, ...]]:
        return _by_line(self.expenses)


def home_currency(told: str | None, some: Iterable[BudgetLine | Expense]) -> str:
    """Return the currency a mission counts in: its own, else the one most amounts are in, the first of equals."""
    if told:
        return told
    used = Counter(one.currency for one in some if one.currency)
    return used.most_common(1)[0][0] if used else ""


def _by_line(some: Iterable[P]) -> dict[UUID, tuple[P, ...]]:
    found: dict[UUID, list[P]] = {}
    for one in some:
        if one.line_id is not None:
            found.setdefault(one.line_id, []).append(one)
    return {line: tuple(own) for line, own in found.items()}
