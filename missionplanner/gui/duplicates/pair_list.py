"""List pairs that may be one: both names, why, and how likely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.base.i18n import Translator
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme, font, metrics, roomy

if TYPE_CHECKING:
    from missionplanner.services.directory.duplicates import Double
    from missionplanner.services.directory.known_names import Name

Index = QModelIndex | QPersistentModelIndex
_PAIR = Qt.ItemDataRole.UserRole + 1
_ROW = 62
_WIDTH = 272


class PairModel(QAbstractListModel):
    """Hold the pairs of one kind, the likeliest first."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self.pairs: list[Double] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - the names are Qt's
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.pairs):
            return None
        pair = self.pairs[index.row()]
        if role == _PAIR:
            return pair
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._t(
                "{one} and {other}: {percent} % likely, {reasons}",
                one=named(pair.one),
                other=named(pair.other),
                percent=percent(pair),
                reasons=reasons(self._t, pair),
            )
        return None

    def show(self, pairs: Iterable[Double]) -> None:
        """Show these pairs."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    def drop(self, place: int) -> None:
        """Show a pair no longer."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self.pairs[place]
        self.endRemoveRows()


class PairList(QListView):
    """Show the pairs; the arrow keys go from one to the next."""

    def __init__(self, ctx: Context, name: str) -> None:
        super().__init__()
        self.setObjectName("duplicates_list")
        self.setAccessibleName(name)
        self.rows = PairModel(ctx.t, self)
        self.setModel(self.rows)
        self.setItemDelegate(_PairDelegate(ctx.theme, ctx.t, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(roomy(_WIDTH))

    def pair(self) -> Double | None:
        """Return the pair in front."""
        found: Double | None = self.currentIndex().data(_PAIR)
        return found

    def go(self, place: int) -> None:
        """Put a pair in front, the last one where there are not so many."""
        last = self.rows.rowCount() - 1
        self.setCurrentIndex(self.rows.index(max(0, min(place, last)), 0) if last >= 0 else QModelIndex())

    def go_to(self, ids: frozenset[UUID], otherwise: int) -> None:
        """Put the pair of these two in front."""
        found = (place for place, one in enumerate(self.rows.pairs) if one.ids == ids)
        self.go(next(found, otherwise))


def named(one: Name) -> str:
    """Return a name with what tells it from a namesake."""
    return f"{one.name} ({one.detail})" if one.detail else one.name


def percent(pair: Double) -> int:
    """Return how likely a pair is one."""
    return round(pair.score * 100)


def reasons(t: Translator, pair: Double) -> str:
    """Return why a pair may be one, in words."""
    return ", ".join(t.say(one) for one in pair.reasons)


class _PairDelegate(QStyledItemDelegate):
    """Paint two names below each other, then why; how likely stands at the right."""

    def __init__(self, theme: Theme, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._t = theme, t

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        lines = 2 * metrics("body").height() + metrics("small").height()
        return QSize(roomy(100), max(roomy(_ROW), lines + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair: Double | None = index.data(_PAIR)
        if pair is None:
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(self._theme.colour("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 6, 6)
        self._write(painter, area.adjusted(12, 8, -12, -8), pair)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, pair: Double) -> None:
        score = f"{percent(pair)} %"
        painter.setFont(font("small"))
        painter.setPen(self._theme.colour("text2"))
        top = QRect(area.left(), area.top(), area.width(), metrics("body").height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(top, right, score)
        room = area.width() - metrics("small").horizontalAdvance(score) - 10
        lines: Sequence[tuple[str, str, str, int]] = (
            (named(pair.one), "body", "text", room),
            (named(pair.other), "body", "text", room),
            (reasons(self._t, pair), "small", "text2", area.width()),
        )
        above = area.top()
        for text, role, colour, width in lines:
            measures = metrics(role)
            painter.setFont(font(role))
            painter.setPen(self._theme.colour(colour))
            line = QRect(area.left(), above, width, measures.height())
            shown = measures.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
            above += measures.height()
