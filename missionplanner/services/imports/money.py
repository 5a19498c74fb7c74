"""Take budget lines and expenses in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from missionplanner.domain import records as r
from missionplanner.domain.text import folded
from missionplanner.services.imports import matching
from missionplanner.services.imports.desk import Desk
from missionplanner.services.imports.taking import Decision, Taken

_LINE = (
    *("category", "quantity", "unit", "planned", "committed", "paid", "currency", "rate", "eligible", "in_kind"),
    *("cup", "cig", "notes"),
)
_EXPENSE = (
    *("category", "date", "end_date", "amount", "currency", "rate", "eligible", "per_diem", "in_kind", "cup"),
    *("cig", "paid_on", "notes"),
)


def budget_line(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take a budget line in: that of the same category and words, else another."""
    told = _told(desk, values, _LINE, {"payer": "payer_id", "organisation": "organisation_id"})
    words = folded(str(values.get("text") or ""))
    known = desk.get(r.BudgetLine, decision.into)
    if known is None and words and not decision.apart:
        known = desk.claim(
            one
            for one in desk.all(r.BudgetLine)
            if _says(one, words) and told.get("category") in (None, one.category)
        )
    if known is not None:
        return Taken(desk.lay(known, told))
    position = len(desk.all(r.BudgetLine))
    return Taken(desk.add(r.BudgetLine(mission_id=desk.mission.id, position=position, **told)))


def expense(desk: Desk, values: Mapping[str, Any], decision: Decision) -> Taken:
    """Take an expense in: that of the same day, sum and words, else another."""
    owners = {"payer": "payer_id", "supplier": "supplier_id", "organisation": "organisation_id"}
    told = _told(desk, values, _EXPENSE, owners)
    who = matching.delegate_named(desk, str(values["delegate"])) if values.get("delegate") else None
    told |= {"delegate_id": who.id} if who is not None else {}
    words = folded(str(values.get("text") or ""))
    known = desk.get(r.Expense, decision.into)
    if known is None and not decision.apart:
        known = desk.claim(
            one
            for one in desk.all(r.Expense)
            if one.date == told.get("date")
            and one.amount == told.get("amount")
            and (not words or _says(one, words))
        )
    if known is not None:
        return Taken(desk.lay(known, told))
    position = len(desk.all(r.Expense))
    return Taken(desk.add(r.Expense(mission_id=desk.mission.id, position=position, **told)))


def _told(
    desk: Desk, values: Mapping[str, Any], plain: tuple[str, ...], owners: Mapping[str, str]
) -> dict[str, Any]:
    told = {name: values[name] for name in plain if values.get(name) not in (None, ())}
    told |= {"text": desk.texts(values["text"])} if values.get("text") else {}
    for key, name in owners.items():
        found = matching.organisation_named(desk, values.get(key))
        told |= {name: found.id} if found is not None else {}
    return told


def _says(one: r.BudgetLine | r.Expense, words: str) -> bool:
    return one.text is not None and words in {folded(text) for _, text in one.text.entries}
