"""Read the money of a mission with the names it needs, and check what is written of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.db import lists, reading
from missionplanner.domain.costs import money, procurement_codes
from missionplanner.domain.costs.ledger import Ledger, home_currency
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import BudgetLine, Expense, Mission, Organisation
from missionplanner.domain.text import MAX_LINE
from missionplanner.services.rows import Linked
from missionplanner.services.workspace import Workspace

_MONEY = ("budget", "payer_shares", "quotes", "expenses")
_PEOPLE = ("delegates", "people", "organisations")
_LINES = ("cup", "cig", "rate_source")
B = TypeVar("B", BudgetLine, Expense)


@dataclass(frozen=True)
class Book:
    """Be the money of a mission and what its references are called."""

    mission: Mission
    ledger: Ledger
    organisations: dict[UUID, str]
    delegates: dict[UUID, str]

    def organisation(self, identity: UUID | None) -> Linked | None:
        return Linked(identity, self.organisations.get(identity, "")) if identity is not None else None

    def delegate(self, identity: UUID | None) -> Linked | None:
        return Linked(identity, self.delegates.get(identity, "")) if identity is not None else None

    def line(self, identity: UUID | None, language: str = "") -> Linked | None:
        """Return a line as a cell refers to it."""
        one = self.ledger.by_id.get(identity) if identity is not None else None
        return Linked(one.id, line_name(one, language)) if one is not None else None


def read(ws: Workspace, mission_id: UUID) -> Book:
    """Read the money of a mission. Raises NotFound."""
    with ws.reading() as connection:
        one = mission(connection, mission_id)
        parts = reading.parts(connection, one, (*_MONEY, *_PEOPLE))
        names = lists.names(connection, Organisation)
    delegates, people, organisations = (parts[name] for name in _PEOPLE)
    plan = MissionPlan(one, delegates=delegates, people=people, organisations=organisations)
    return Book(one, _ledger(one, parts), names, delegate_names(plan))


def mission(connection: sa.Connection, mission_id: UUID) -> Mission:
    """Return a mission by its id. Raises NotFound."""
    found = next((one for one in reading.missions(connection) if one.id == mission_id), None)
    if found is None:
        raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
    return found


def delegate_names(plan: MissionPlan) -> dict[UUID, str]:
    """Return what to call each delegate; places of one organisation that nobody is named for are numbered."""
    names = {one.id: _name(plan, one.person_id, one.place_of_id) for one in plan.delegates}
    times = Counter(names.values())
    seen: Counter[str] = Counter()
    found = {}
    for identity, name in names.items():
        seen[name] += 1
        found[identity] = f"{name} ({seen[name]})" if times[name] > 1 else name
    return found


def line_name(one: BudgetLine | None, language: str = "") -> str:
    """Return the words of a line in a language."""
    return one.text.best(language) if one is not None and one.text is not None else ""


def checked_amounts(one: B) -> B:
    """Return a line or an expense with its rate, currency and codes as they may be kept. Raises Invalid."""
    for name in _LINES:
        if len(getattr(one, name) or "") > MAX_LINE:
            raise Invalid(N_("This is too long."), field=name)
    return replace(
        one,
        currency=money.allowed_currency(one.currency, "currency"),
        rate=money.allowed_rate(one.rate, "rate"),
        cup=procurement_codes.cup(one.cup, "cup"),
        cig=procurement_codes.cig(one.cig, "cig"),
    )


def as_decimal(value: Decimal | int | None) -> Decimal | None:
    """Return a number as money is kept."""
    return Decimal(value) if isinstance(value, int) else value


def _ledger(one: Mission, parts: dict[str, tuple[Any, ...]]) -> Ledger:
    lines, shares, quotes, expenses = (parts[name] for name in _MONEY)
    return Ledger(home_currency(one.currency, (*lines, *expenses)), lines, shares, quotes, expenses)


def _name(plan: MissionPlan, person: UUID | None, place_of: UUID | None) -> str:
    label = plan.label(person)
    owner = plan.organisation(place_of)
    return label or ((owner.short or owner.name or "") if owner is not None else "")
