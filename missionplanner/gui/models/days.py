"""Show the days of a mission, and the shelf of items without a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.wording import Wording

DAY = Qt.ItemDataRole.UserRole + 1
"""Role under which a view gets the whole ``Day``."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Day:
    """Be one day as the list shows it; ``date`` None is the shelf."""

    date: dt.date | None
    title: str
    facts: str
    clashes: int
    warnings: int
    spoken: str


def days_of(plan: MissionPlan, findings: Iterable[Finding], wording: Wording) -> list[Day]:
    """Return every day of a mission, and the shelf where something lies on it."""
    clashes: Counter[dt.date | None] = Counter()
    warnings: Counter[dt.date | None] = Counter()
    for one in findings:
        if one.accepted is None and one.severity is not Severity.TO_DO:
            found = [item.date for item in map(plan.item, one.items) if item is not None]
            for date in set(found):
                (clashes if one.severity is Severity.CLASH else warnings)[date] += 1
    dates: list[dt.date | None] = list(plan.days)
    if plan.items_on(None):
        dates.append(None)
    return [_day(plan, date, clashes[date], warnings[date], wording) for date in dates]


def _day(plan: MissionPlan, date: dt.date | None, clashes: int, warnings: int, wording: Wording) -> Day:
    t = wording.t
    items = plan.items_on(date)
    title = wording.weekday(date) if date is not None else t("Not placed")
    facts = wording.listed((wording.items(len(items)), cities_of(plan, items)))
    spoken = [wording.full_day(date) if date is not None else title, facts.replace("  ·  ", ", ")]
    if clashes:
        spoken.append(t.plural("{count} clash", "{count} clashes", clashes))
    if warnings:
        spoken.append(t.plural("{count} warning", "{count} warnings", warnings))
    return Day(date, title, facts, clashes, warnings, ", ".join(part for part in spoken if part))


def cities_of(plan: MissionPlan, items: Iterable[r.AgendaItem]) -> str:
    """Return the cities some items lead to, each once, in their order."""
    found: list[str] = []
    for item in items:
        place = plan.place(item.place_id)
        city = item.city or (place.city if place is not None else None)
        if city and city not in found:
            found.append(city)
    return ", ".join(found)
