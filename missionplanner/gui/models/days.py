"""Show the days of a mission, and the shelf of items without a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

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


class DaysModel(QAbstractListModel):
    """Be the days of a mission."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: list[Day] = []

    def show(self, days: list[Day]) -> None:
        """Show other days; where they are the same ones, selection and focus stay."""
        if [day.date for day in days] == [day.date for day in self.days]:
            self.days = days
            if days:
                self.dataChanged.emit(self.index(0), self.index(len(days) - 1))
            return
        self.beginResetModel()
        self.days = days
        self.endResetModel()

    def place_of(self, date: dt.date | None) -> int | None:
        """Return the row of a day, None where it is not shown."""
        return next((place for place, day in enumerate(self.days) if day.date == date), None)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.days):
            return None
        day = self.days[index.row()]
        if role == DAY:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return day.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return day.spoken
        return None


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
