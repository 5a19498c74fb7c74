"""Paint the list of the palette: icon, title with the letters that fit in bold, hint, keys."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.gui.palette.result_model import ResultModel, Row
from missionplanner.gui.theme import Theme, font
from missionplanner.gui.widgets.painting import draw_icon

ICON, EDGE, GAP = 18, 8, 12
_ELLIPSIS = "…"
_JOINED = re.compile("[\u0590-\u109f\u1780-\u18af]")
"""Letters from right to left, or whose shape depends on those beside them."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight


class ResultView(QListView):
    """Be the list of what was found."""

    def __init__(self, model: ResultModel, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("palette_results")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def content_height(self) -> int:
        """Return the height at which nothing needs scrolling."""
        return sum(self.sizeHintForRow(row) for row in range(self.model().rowCount()))


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: ResultModel, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._model, self._theme, self._view = model, theme, view
        self._fonts = {role: font(role) for role in ("body", "strong", "small", "pill")}
        self._fonts["heading"] = font("pill")
        self._fonts["heading"].setCapitalization(QFont.Capitalization.AllUppercase)
        self._measures = {role: QFontMetrics(one) for role, one in self._fonts.items()}
        self._row = max(38, self._measures["body"].height() + 20)
        self._noted = self._row + self._measures["small"].height()
        self._heading = max(30, self._measures["heading"].height() + 14)

    def sizeHint(  # noqa: N802 - the name is Qt's
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry = self._model.entry(index)
        return QSize(100, self._heading if entry is None else self._noted if entry.note else self._row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.rows[index.row()]
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.entry is None:
            self._paint_heading(painter, whole.adjusted(EDGE + GAP - 2, 4, -EDGE - GAP, 0), row)
        else:
            self._paint_ground(painter, whole.adjusted(EDGE, 0, -EDGE, 0), state)
            self._paint_entry(painter, whole.adjusted(EDGE + GAP - 2, 0, -EDGE - GAP, 0), row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, row: Row) -> None:
        painter.setFont(self._fonts["heading"])
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(area, _MIDDLE, row.heading)
        painter.setFont(self._fonts["small"])
        painter.setPen(self._theme.colour("text3"))
        painter.drawText(area, _RIGHT, row.count)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if selected else "hover"))
            painter.drawRoundedRect(area, 6, 6)
        if selected and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(area.toRectF().adjusted(1, 1, -1, -1), 6, 6)

    def _paint_entry(self, painter: QPainter, area: QRect, row: Row) -> None:
        entry = row.entry
        if entry is None:
            return
        faint = bool(entry.why_not)
        if entry.icon:
            square = QRect(area.x(), area.center().y() - ICON // 2 + 1, ICON, ICON)
            draw_icon(painter, self._theme, entry.icon, "border_strong" if faint else "text2", square)
        area.setLeft(area.x() + ICON + GAP - 4)
        if entry.keys:
            area.setRight(self._paint_keys(painter, area, entry.keys) - GAP)
        hint = self._measures["small"].elidedText(entry.hint, Qt.TextElideMode.ElideRight, area.width() * 2 // 5)
        if hint:
            painter.setFont(self._fonts["small"])
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(area, _RIGHT, hint)
            area.setRight(area.right() - self._measures["small"].horizontalAdvance(hint) - GAP)
        if entry.note:
            self._paint_note(painter, area, entry.note)
            area.setBottom(area.center().y() + 2)
            area.setTop(area.top() + 4)
        painter.setPen(self._theme.colour("text3" if faint else "text"))
        self._paint_title(painter, area, entry.title, row.marked)

    def _paint_note(self, painter: QPainter, area: QRect, note: str) -> None:
        """Draw the second line, under the title."""
        place = QRect(area.left(), area.center().y() + 2, area.width(), area.height() // 2 - 6)
        measures = self._measures["small"]
        painter.setFont(self._fonts["small"])
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(place, _MIDDLE, measures.elidedText(note, Qt.TextElideMode.ElideRight, place.width()))

    def _paint_keys(self, painter: QPainter, area: QRect, keys: str) -> int:
        """Draw the keys as a cap at the right; return where it begins."""
        measures = self._measures["pill"]
        width, height = measures.horizontalAdvance(keys) + 18, measures.height() + 6
        cap = QRect(area.right() - width, area.center().y() - height // 2 + 1, width, height)
        painter.setPen(self._theme.colour("border"))
        painter.setBrush(self._theme.colour("surface2"))
        painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(self._fonts["pill"])
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return cap.left()

    def _paint_title(self, painter: QPainter, area: QRect, title: str, marked: frozenset[int]) -> None:
        """Draw a title run by run, the marked letters in bold, the last run that fits with an ellipsis."""
        left = area.left()
        runs = _runs(title, marked)
        for number, (text, bold) in enumerate(runs):
            role = "strong" if bold else "body"
            measures, room = self._measures[role], area.right() - left
            width = measures.horizontalAdvance(text)
            last = number == len(runs) - 1
            painter.setFont(self._fonts[role])
            place = QRect(left, area.y(), max(0, room), area.height())
            if width <= room - (0 if last else measures.horizontalAdvance(_ELLIPSIS)):
                painter.drawText(place, _MIDDLE, text)
                left += width
                continue
            cut = text if last else text + _ELLIPSIS
            painter.drawText(place, _MIDDLE, measures.elidedText(cut, Qt.TextElideMode.ElideRight, max(0, room)))
            return


def _runs(title: str, marked: frozenset[int]) -> list[tuple[str, bool]]:
    if _JOINED.search(title):  # cut into runs, letters that join would part
        return [(title, False)]
    runs: list[tuple[str, bool]] = []
    for place, letter in enumerate(title):
        bold = place in marked
        if runs and runs[-1][1] == bold:
            runs[-1] = (runs[-1][0] + letter, bold)
        else:
            runs.append((letter, bold))
    return runs
