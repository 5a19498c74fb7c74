"""Show the totals of a budget by category, payer and other cuts, with bars; what stands apart below them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from missionplanner.gui.budget.totals_model import BAR, LEFT, NAME, PLANNED, Shown, TotalsModel
from missionplanner.gui.budget.wording import money
from missionplanner.gui.context import Context
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import card, label
from missionplanner.gui.widgets.painting import draw_icon
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.domain.costs.budget import Amounts, Cut
    from missionplanner.services.costs.budget_totals import Summary

Index = QModelIndex | QPersistentModelIndex
_ROW, _BAR_HIGH, _ICON, _PAD = 34, 10, 15, 10
_WIDTHS = (230, 118, 118, 118, 118)


class TotalsView(QWidget):
    """Show one cut of the totals at a time."""

    def __init__(self, ctx: Context) -> None:
        from missionplanner.domain.costs.budget import Cut
        from missionplanner.services.costs.budget_export import CUTS

        super().__init__()
        self.setObjectName("totals")
        self._ctx = ctx
        self._cut: Cut = Cut.CATEGORY
        self._found: Summary | None = None
        t = ctx.t
        words = {cut.value: t(word) for cut, word in CUTS.items()}
        self.segments = Segments("totals_cut", t("Totals"), words, self._cut.value)
        self.segments.chosen.connect(lambda value: self.show_cut(Cut(str(value))))
        self.model = TotalsModel(ctx)
        self.table = _Table(ctx, self.model)
        self._apart = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        frame = card("totals_card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 4, 1, 4)
        inner.addWidget(self.table)
        column.addWidget(frame, 1)
        column.addWidget(self._apart)
        self._column = column

    def show_summary(self, found: Summary) -> None:
        """Show other totals, in the cut that was chosen."""
        self._found = found
        self.show_cut(self._cut)
        self._tell_apart(found)

    def show_cut(self, cut: Cut) -> None:
        """Show the totals told apart by something else."""
        from missionplanner.services.costs.budget_export import CUTS, word_of

        self._cut = cut
        if self._found is None:
            return
        t = self._ctx.t
        rows = [Shown(word_of(one, cut, t), one.amounts) for one in self._found.cuts.get(cut, ())]
        rows.append(Shown(t("In all"), self._found.whole, whole=True))
        self.model.show(rows, t(CUTS[cut]))

    def _tell_apart(self, found: Summary) -> None:
        """Tell what is not in the totals, and what companies receive in kind."""
        t, old = self._ctx.t, self._apart
        self._apart = QWidget()
        column = QHBoxLayout(self._apart)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if found.unconverted:
            lines = [self._apart_line(code, one) for code, one in found.unconverted]
            title = t("Not converted: give a rate to count them in the totals")
            column.addWidget(self._told("unconverted_card", title, lines))
        if found.aid:
            lines = [self._aid(one.name, one.here, one.granted.total, one.granted.left) for one in found.aid]
            title = t("Aid in kind, over three years (Regulation (EU) 2023/2831, article 3)")
            column.addWidget(self._told("aid_card", title, lines))
        self._column.replaceWidget(old, self._apart)
        old.hide()
        old.deleteLater()

    def _apart_line(self, code: str, one: Amounts) -> str:
        t = self._ctx.t
        named = ((t("planned"), one.planned), (t("committed"), one.committed), (t("paid"), one.paid))
        return ", ".join(f"{words} {money(self._ctx, amount, code)}" for words, amount in named if amount)

    def _aid(self, name: str, here: Decimal, total: Decimal, left: Decimal) -> str:
        words = {
            "name": name,
            "here": money(self._ctx, here, "EUR"),
            "total": money(self._ctx, total, "EUR"),
            "left": money(self._ctx, abs(left), "EUR"),
        }
        if left < 0:
            return self._ctx.t("{name}: {here} here, {total} in all; {left} over the ceiling", **words)
        return self._ctx.t("{name}: {here} here, {total} in all; {left} left under the ceiling", **words)

    def _told(self, name: str, title: str, lines: list[str]) -> QFrame:
        frame = card(name)
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(label(title, "strong", wrap=True))
        for one in lines:
            column.addWidget(label(one, "body", wrap=True))
        return frame


class _Table(QTableView):
    """Show the rows: nothing is edited here."""

    def __init__(self, ctx: Context, model: TotalsModel) -> None:
        super().__init__()
        self.setObjectName("totals_table")
        self.setAccessibleName(ctx.t("Totals"))
        self.setModel(model)
        self.setItemDelegate(_Cells(self, ctx, model))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(roomy(_ROW))
        tokens = ctx.theme.tokens
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.surface}; border: none; outline: none; }}"
            f" QHeaderView {{ background: {tokens.surface}; border: none; }}"
            f" QHeaderView::section {{ background: {tokens.surface}; color: {tokens.text2}; border: none;"
            f" border-bottom: 1px solid {tokens.border_strong}; padding: 0 {_PAD}px; }}"
        )
        head = self.horizontalHeader()
        head.setFixedHeight(roomy(_ROW))
        head.setFont(font("label"))
        head.setHighlightSections(False)
        head.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(roomy(84))
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, roomy(width))


class _Cells(QStyledItemDelegate):
    """Draw figures, and the bar of what is planned, committed and paid."""

    def __init__(self, view: QTableView, ctx: Context, model: TotalsModel) -> None:
        super().__init__(view)
        self._view, self._theme, self._model = view, ctx.theme, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() >= len(self._model.rows):
            return
        one, area, theme = self._model.rows[index.row()], QRect(option.rect), self._theme
        current = index.row() == self._view.currentIndex().row() and self._view.hasFocus()
        painter.save()
        painter.fillRect(area, theme.colour("selected" if current else "surface2" if one.whole else "surface"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inside = area.adjusted(_PAD, 0, -_PAD, 0)
        if index.column() == BAR:
            self._draw_bar(painter, inside, one)
        else:
            danger = index.column() == LEFT and one.amounts.over
            painter.setPen(theme.colour("danger" if danger else "text"))
            strong = one.whole or index.column() == NAME
            painter.setFont(font("strong" if strong else "time"))
            side = Qt.AlignmentFlag.AlignRight if index.column() >= PLANNED else Qt.AlignmentFlag.AlignLeft
            words = painter.fontMetrics().elidedText(
                self._model.said(one, index.column()), Qt.TextElideMode.ElideRight, inside.width()
            )
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.restore()

    def _draw_bar(self, painter: QPainter, area: QRect, one: Shown) -> None:
        """Draw the planned as an outline, the committed lightly in it, the paid solid; the word at the right."""
        words, theme = self._model.said(one, BAR), self._theme
        painter.setFont(font("pill" if one.amounts.over else "small"))
        room = painter.fontMetrics().horizontalAdvance(words) + roomy(_ICON) + 12
        tone = "danger" if one.amounts.over else "accent"
        if not one.whole:
            self._draw_shares(painter, area.adjusted(0, 0, -room, 0), one, tone)
        painter.setPen(theme.colour("danger" if one.amounts.over else "text2"))
        painter.drawText(
            area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words
        )
        if one.amounts.over:
            side = roomy(_ICON)
            left = area.right() - painter.fontMetrics().horizontalAdvance(words) - side - 5
            spot = QRect(left, area.center().y() - side // 2 + 1, side, side)
            draw_icon(painter, theme, "triangle-alert", "danger", spot)

    def _draw_shares(self, painter: QPainter, area: QRect, one: Shown, tone: str) -> None:
        largest, amounts = self._model.largest, one.amounts
        if largest <= 0 or area.width() < 20:
            return
        high = roomy(_BAR_HIGH)
        top = area.center().y() - high // 2 + 1

        def part(amount: Decimal) -> QRect:
            return QRect(area.left(), top, int(area.width() * max(amount, Decimal(0)) / largest), high)

        painter.fillRect(
            part(amounts.committed), self._theme.colour("selected" if tone == "accent" else "danger_bg")
        )
        painter.fillRect(part(amounts.paid), self._theme.colour(tone))
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        planned = part(amounts.planned)
        if planned.width() > 1:
            painter.drawRect(planned.adjusted(0, 0, -1, -1))
