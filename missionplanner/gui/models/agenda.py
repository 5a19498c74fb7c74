"""Show the rows of one day of a mission, ready to be painted and to be read out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.timing import item_times
from missionplanner.domain.vocabulary import ItemStatus, LegMode
from missionplanner.gui.tokens import ICONS
from missionplanner.gui.wording import Wording

ROW = Qt.ItemDataRole.UserRole + 1
"""Role under which a view gets the whole ``Row``."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """Be one item as the list shows it: all texts said, nothing left to look up."""

    item: r.AgendaItem
    title: str
    start: str
    end: str
    facts: str
    icon: str
    status: str
    tone: str
    issues: int
    clash: bool
    spoken: str

    @property
    def id(self) -> UUID:
        return self.item.id

    @property
    def faint(self) -> bool:
        """Tell whether the item will not take place."""
        return self.item.status is ItemStatus.CANCELLED


class AgendaModel(QAbstractListModel):
    """Be the rows of a day. A view edits titles through ``renamed``; the model itself changes nothing."""

    renamed = Signal(object, str)

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show other rows; where the items are the same, selection and focus stay."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            changed = [place for place, row in enumerate(rows) if row != self.rows[place]]
            self.rows = rows
            for place in changed:
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, identity: UUID) -> int | None:
        """Return the row of an item, None where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.id == identity), None)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._wording.t("{number} of {count}", number=index.row() + 1, count=len(self.rows))
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.spoken
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsEditable if index.isValid() else base

    def setData(  # noqa: N802 - the name is Qt's
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not 0 <= index.row() < len(self.rows):
            return False
        text = str(value).strip()
        if text and text != self.rows[index.row()].title:
            self.renamed.emit(self.rows[index.row()].id, text)
        return True


def rows_of(plan: MissionPlan, day: dt.date | None, findings: Iterable[Finding], wording: Wording) -> list[Row]:
    """Return the rows of a day, or of the shelf for None."""
    open_ones = [one for one in findings if one.accepted is None and one.severity is not Severity.TO_DO]
    issues = Counter(item for one in open_ones for item in one.items)
    clashes = {item for one in open_ones if one.severity is Severity.CLASH for item in one.items}
    return [_row(plan, item, issues[item.id], item.id in clashes, wording) for item in plan.items_on(day)]


def _row(plan: MissionPlan, item: r.AgendaItem, issues: int, clash: bool, wording: Wording) -> Row:
    start, end = times_of(plan, item, wording)
    title = item.title.best(wording.t.language, plan.mission.languages)
    place, audience = place_of(plan, item), audience_of(plan, item, wording)
    status = "" if item.status is ItemStatus.CONFIRMED else wording.item_status(item.status)
    tone = "danger" if item.status is ItemStatus.CANCELLED else "quiet"
    t = wording.t
    spoken = ", ".join(
        part
        for part in (
            wording.kind(item.kind),
            title,
            f"{start}–{end}" if end else start,
            place,
            audience,
            wording.item_status(item.status),
            t("locked") if item.locked else "",
            t.plural("{count} issue", "{count} issues", issues) if issues else "",
        )
        if part
    )
    facts = wording.listed((place, audience))
    return Row(item, title, start, end, facts, icon_of(plan, item), status, tone, issues, clash, spoken)


def icon_of(plan: MissionPlan, item: r.AgendaItem) -> str:
    """Return the icon of an item: its kind's, but of a way on foot two feet."""
    leg = plan.leg(item.leg_id)
    if leg is not None and leg.mode is LegMode.ON_FOOT:
        return "footprints"
    return ICONS[item.kind]


def times_of(plan: MissionPlan, item: r.AgendaItem, wording: Wording) -> tuple[str, str]:
    """Return start and end as shown: wall times, the end with the days it is later."""
    times = item_times(plan, item)
    start = times.start.strftime("%H:%M") if times.start else ""
    end = times.end.strftime("%H:%M") if times.end else ""
    if end and times.date and times.end_date and times.end_date != times.date:
        end = f"{end} {(times.end_date - times.date).days:+d}"
    if not start and item.part_of_day is not None:
        start = wording.part(item.part_of_day)
    return start, end


def place_of(plan: MissionPlan, item: r.AgendaItem) -> str:
    """Return where an item is: its place with its city, else what was written, else from and to of its leg."""
    place = plan.place(item.place_id)
    if place is not None:
        city = item.city or place.city
        name = place.name or place.address or ""
        return f"{name}, {city}" if city and city.casefold() not in name.casefold() else name
    leg = plan.leg(item.leg_id)
    if leg is not None and not item.place_text:
        ends = (leg.origin or leg.origin_text, leg.destination or leg.destination_text)
        return " → ".join(end for end in ends if end)
    return item.place_text or item.city or ""


def audience_of(plan: MissionPlan, item: r.AgendaItem, wording: Wording) -> str:
    """Return whom an item is for: everyone, groups, or how many people."""
    t = wording.t
    if not item.audience_limited:
        return t("Everyone")
    groups = [
        group.name.best(t.language, plan.mission.languages)
        for group in plan.item_groups(item)
        if group.name is not None
    ]
    named = plan.of("audience_people", "item_id", item.id)
    if groups and not any(not one.excepted for one in named):
        return ", ".join(groups)
    return t.plural("{count} person", "{count} people", len(plan.audience(item)))
