"""Add up the aid in kind that companies receive over missions, against the de minimis ceiling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from dateutil.relativedelta import relativedelta

from missionplanner.domain.costs import budget
from missionplanner.domain.costs.ledger import Ledger

CEILING = Decimal(300_000)
"""Euros a single undertaking may be granted per member state: Regulation (EU) 2023/2831, article 3(2)."""
YEARS = 3
"""Length of the period the ceiling is about: the same article, “over any period of 3 years”."""
CURRENCY = "EUR"


@dataclass(frozen=True, slots=True)
class Aid:
    """Be what a company was granted in kind on a day, in euros."""

    organisation_id: UUID
    day: dt.date
    amount: Decimal
    mission_id: UUID


@dataclass(frozen=True, slots=True)
class Granted:
    """Be what a company was granted in the years up to ``until``, against ``ceiling``."""

    since: dt.date
    until: dt.date
    total: Decimal
    ceiling: Decimal

    @property
    def left(self) -> Decimal:
        return self.ceiling - self.total


def granted(
    some: Iterable[Aid], organisation: UUID, until: dt.date, *, ceiling: Decimal = CEILING, years: int = YEARS
) -> Granted:
    """Return the aid of an organisation in the period of ``years`` that ends with ``until``.

    The period rolls: each new grant is looked at with those of the three years before it, whatever the
    calendar or fiscal year (Regulation (EU) 2023/2831, article 3(2)); the same day three years ago lies
    outside. ``ceiling`` is in euros: 300 000 by that article. A single undertaking may be several
    organisations; only the one named is added up here.
    """
    since = until - relativedelta(years=years) + dt.timedelta(days=1)
    own = (one.amount for one in some if one.organisation_id == organisation and since <= one.day <= until)
    return Granted(since, until, sum(own, Decimal(0)), ceiling)


def aids(ledger: Ledger, mission_id: UUID, day: dt.date) -> tuple[Aid, ...]:
    """Return the aid in kind of a mission: its expenses in kind from which an organisation benefits.

    ``day`` is that of what has none of its own. Expenses that cannot be told in euros are left out. A line paid
    in kind without any expense counts with what was paid.
    """
    if ledger.home != CURRENCY:
        return ()
    found: list[Aid] = []
    for one in ledger.expenses:
        line = ledger.line_of(one)
        in_kind = one.in_kind if one.in_kind is not None or line is None else line.in_kind
        owner = one.organisation_id or (line.organisation_id if line is not None else None)
        amount = ledger.in_home(one.amount, one.currency, one.rate)
        if in_kind and owner is not None and amount:
            found.append(Aid(owner, one.date or day, amount, mission_id))
    for line in ledger.lines:
        amount = ledger.in_home(budget.paid(ledger, line), line.currency, line.rate)
        if line.in_kind and line.organisation_id is not None and amount and not ledger.expenses_of(line.id):
            found.append(Aid(line.organisation_id, day, amount, mission_id))
    return tuple(found)
