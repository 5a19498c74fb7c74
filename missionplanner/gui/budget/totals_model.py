"""Hold the totals of a budget as a table: what they are of, the figures, a bar."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from missionplanner.domain.costs.budget import Amounts
from missionplanner.gui.budget.wording import money
from missionplanner.gui.context import Context

Index = QModelIndex | QPersistentModelIndex
NAME, PLANNED, COMMITTED, PAID, LEFT, BAR = range(6)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Shown:
    """Be a row: its words and amounts. ``whole`` marks the last one, of everything."""

    words: str
    amounts: Amounts
    whole: bool = False


class TotalsModel(QAbstractTableModel):
    """Be the rows of one cut, the whole last."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.rows: list[Shown] = []
        t = ctx.t
        self._titles = [
            "",
            t("Planned"),
            t("Committed"),
            t("Paid"),
            t("Remaining"),
            t("Committed and paid of planned"),
        ]

    def show(self, rows: list[Shown], title: str) -> None:
        """Show another cut."""
        self.beginResetModel()
        self.rows = rows
        self._titles[NAME] = title
        self.endResetModel()

    @property
    def largest(self) -> Decimal:
        """Return the largest amount of a row other than the whole: what bars are measured by."""
        amounts = [one.amounts for one in self.rows if not one.whole]
        return max((max(one.planned, one.committed, one.paid) for one in amounts), default=Decimal(0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - the names are Qt's
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if PLANNED <= section <= LEFT else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows) or index.column() >= len(self._titles):
            return None
        one, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(one, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.words}, {self._titles[column]}: {self.said(one, column)}" if column else one.words
        if role == Qt.ItemDataRole.TextAlignmentRole and PLANNED <= column <= LEFT:
            return _RIGHT
        return None

    def said(self, one: Shown, column: int) -> str:
        """Return what a cell says; the bar says in words what it draws."""
        if column == NAME:
            return one.words
        if column == BAR:
            return self._ctx.t("Overspent") if one.amounts.over else self._share(one)
        amount = (one.amounts.planned, one.amounts.committed, one.amounts.paid, one.amounts.left)[column - 1]
        return money(self._ctx, amount)

    def _share(self, one: Shown) -> str:
        """Return how much of the planned is committed or paid, in per cent."""
        amounts = one.amounts
        if amounts.planned <= 0:
            return self._ctx.t("Not planned") if amounts else ""
        share = int(max(amounts.committed, amounts.paid) * 100 / amounts.planned)
        return self._ctx.t("{percent} %", percent=share)
