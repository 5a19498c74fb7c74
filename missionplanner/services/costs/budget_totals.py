"""Tell what a mission costs in all: totals by any cut, what cannot be converted, overspending, aid in kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from missionplanner.db import reading
from missionplanner.domain.costs import aid, budget
from missionplanner.domain.costs.budget import Amounts, Cut, Key
from missionplanner.domain.costs.claims import DoubleClaim, double_claims
from missionplanner.domain.vocabulary import BudgetCategory
from missionplanner.services.costs import money
from missionplanner.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Total:
    """Be the amounts of one key of a cut. ``name`` is empty for categories, marks and what nobody told."""

    key: Key
    name: str
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """Be what an organisation received in kind: in this mission, and with others up to its last day."""

    id: UUID
    name: str
    here: Decimal
    granted: aid.Granted


@dataclass(frozen=True, slots=True)
class Summary:
    """Be what the totals of a mission show. Amounts are in ``currency``, but for ``unconverted``."""

    currency: str
    whole: Amounts = Amounts()
    cuts: dict[Cut, tuple[Total, ...]] = field(default_factory=dict)
    unconverted: tuple[tuple[str, Amounts], ...] = ()
    overspent: int = 0
    claims: tuple[DoubleClaim, ...] = ()
    aid: tuple[Beneficiary, ...] = ()
    lines: int = 0
    expenses: int = 0


def summary(ws: Workspace, mission_id: UUID) -> Summary:
    """Read a mission's totals. Raises NotFound."""
    book = money.read(ws, mission_id)
    ledger = book.ledger
    some = budget.portions(ledger)
    over = [one for one in ledger.lines if (budget.left(ledger, one) or 0) < 0]
    return Summary(
        ledger.home,
        budget.whole(some),
        {cut: _totals(book, budget.totals(some, cut), cut) for cut in Cut},
        tuple(sorted(budget.unconverted(ledger).items())),
        len(over),
        double_claims(ledger.expenses, ledger),
        _beneficiaries(ws, book),
        len(ledger.lines),
        len(ledger.expenses),
    )


def _totals(book: money.Book, found: dict[Key, Amounts], cut: Cut) -> tuple[Total, ...]:
    names = book.delegates if cut is Cut.DELEGATE else book.organisations
    rows = [
        Total(key, names.get(key, "") if isinstance(key, UUID) else "", amounts) for key, amounts in found.items()
    ]
    if cut is Cut.CATEGORY:
        order: list[Key] = [*BudgetCategory, None]
        return tuple(sorted(rows, key=lambda one: order.index(one.key)))
    rows.sort(key=lambda one: (one.key is None, -max(one.amounts.planned, one.amounts.paid), one.name))
    return tuple(rows)


def _beneficiaries(ws: Workspace, book: money.Book) -> tuple[Beneficiary, ...]:
    """Return who received aid in kind here, each with what other missions of the last years gave it."""
    mission = book.mission
    here = aid.aids(book.ledger, mission.id, mission.end)
    owners = list(dict.fromkeys(one.organisation_id for one in here))
    if not owners:
        return ()
    every = [*here, *_elsewhere(ws, mission.id)]
    found = [
        Beneficiary(
            one,
            book.organisations.get(one, ""),
            sum((each.amount for each in here if each.organisation_id == one), Decimal(0)),
            aid.granted(every, one, max(each.day for each in here if each.organisation_id == one)),
        )
        for one in owners
    ]
    return tuple(sorted(found, key=lambda one: -one.granted.total))


def _elsewhere(ws: Workspace, mission_id: UUID) -> Iterable[aid.Aid]:
    with ws.reading() as connection:
        others = [one for one in reading.missions(connection) if one.id != mission_id]
    for one in others:
        yield from aid.aids(money.read(ws, one.id).ledger, one.id, one.end)
