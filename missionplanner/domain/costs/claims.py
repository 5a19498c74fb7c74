"""Find what is claimed twice: a meal on a day that a per diem covers already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.costs.ledger import Ledger
from missionplanner.domain.records import Expense
from missionplanner.domain.vocabulary import BudgetCategory

COVERED = frozenset({BudgetCategory.MEALS, BudgetCategory.INCIDENTALS})
"""What a daily allowance is paid for: claimed beside it, it would be paid twice."""


@dataclass(frozen=True, slots=True)
class DoubleClaim:
    """Be an expense on days that a per diem of the same delegate covers: ``days``, in order."""

    claimed: Expense
    per_diem: Expense
    days: tuple[dt.date, ...]


def double_claims(expenses: Iterable[Expense], ledger: Ledger | None = None) -> tuple[DoubleClaim, ...]:
    """Return the meals and small expenses of delegates, and the second per diems, on days a per diem covers.

    ``ledger`` tells the category of an expense that has none of its own: that of its line. Expenses without a
    delegate or a day claim nothing twice.
    """
    known = ledger or Ledger("")
    own: dict[UUID, list[Expense]] = {}
    for one in expenses:
        if one.delegate_id is not None and one.date is not None:
            own.setdefault(one.delegate_id, []).append(one)
    found: list[DoubleClaim] = []
    for some in own.values():
        for number, allowance in enumerate(some):
            if allowance.per_diem:
                covered = days_of(allowance)
                later = some[number + 1 :]
                others = [one for one in some if not one.per_diem and known.category_of(one) in COVERED] + [
                    one for one in later if one.per_diem
                ]
                found += [
                    DoubleClaim(one, allowance, tuple(sorted(both)))
                    for one in others
                    if (both := covered & days_of(one))
                ]
    return tuple(found)


def days_of(one: Expense) -> frozenset[dt.date]:
    """Return the days an expense is for."""
    if one.date is None:
        return frozenset()
    last = max(one.end_date or one.date, one.date)
    return frozenset(one.date + dt.timedelta(days=number) for number in range((last - one.date).days + 1))
