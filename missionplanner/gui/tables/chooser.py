"""Choose which columns a list shows, in which order and how wide; by mouse or keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import FIELD_WIDTH
from missionplanner.gui.tables.header import Header
from missionplanner.gui.tables.layout import NARROWEST, WIDEST, Layout
from missionplanner.gui.tables.spec import Column
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import button, label

_STEP = 24
_KEY = int(Qt.ItemDataRole.UserRole)


class ColumnChooser(FormDialog):
    """List all columns, the shown ones first and ticked. ``take`` is called with what was chosen."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        columns: tuple[Column, ...],
        header: Header,
        take: Callable[[Layout], object],
    ) -> None:
        super().__init__(parent, ctx.t, ctx.t("Columns"), ctx.t("Done"))
        self.setObjectName("column_chooser")
        self._columns, self._header, self._take_ = columns, header, take
        self._theme = ctx.theme
        now = header.layout_now("")
        self._widths = {one.key: one.width for one in columns} | dict(now.columns)
        self.list = QListWidget()
        self.list.setObjectName("column_list")
        self.list.setAccessibleName(ctx.t("Columns"))
        self.list.setFont(font("body"))
        self.list.setFixedSize(roomy(FIELD_WIDTH), roomy(300))
        tokens = ctx.theme.tokens
        self.list.setStyleSheet(
            f"QListWidget {{ background: {tokens.surface}; border: 1px solid {tokens.border_strong};"
            f" border-radius: 6px; padding: 4px; }} QListWidget:focus {{ border: 2px solid {tokens.accent}; }}"
            f" QListWidget::item {{ min-height: {roomy(28)}px; border-radius: 4px; color: {tokens.text}; }}"
            f" QListWidget::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
            " QListWidget::indicator { width: 0; height: 0; }"
        )
        self.list.itemChanged.connect(self._draw_tick)
        self.list.itemClicked.connect(self._turn)
        self.body.addWidget(label(ctx.t("Ticked columns are shown, from left to right."), "small", tone="quiet"))
        self.body.addWidget(self.list)
        self._buttons()
        self.pin = Check(ctx.t("Keep the first column in sight"), ctx.theme)
        self.pin.setObjectName("pin_first")
        self.body.addWidget(self.pin)
        self._fill(now)
        self.list.currentRowChanged.connect(self._say_width)
        self._say_width()
        self.finish_with(lambda: take(self.chosen()))
        self.list.setFocus()

    def chosen(self) -> Layout:
        """Return the layout that is chosen."""
        keys = [
            str(item.data(_KEY))
            for place in range(self.list.count())
            if (item := self.list.item(place)).checkState() is Qt.CheckState.Checked
        ]
        now = self._header.layout_now("")
        return Layout(tuple((key, self._widths[key]) for key in keys), self.pin.isChecked(), now.sort)

    def shift(self, steps: int) -> None:
        """Move the marked column up or down; the first stays."""
        place = self.list.currentRow()
        if place >= 1 and 1 <= place + steps < self.list.count():
            item = self.list.takeItem(place)
            self.list.insertItem(place + steps, item)
            self.list.setCurrentItem(item)

    def widen(self, by: int) -> None:
        """Make the marked column wider or narrower."""
        item = self.list.currentItem()
        if item is not None:
            key = str(item.data(_KEY))
            self._widths[key] = min(max(self._widths[key] + by, NARROWEST), WIDEST)
            self._say_width()

    def _turn(self, item: QListWidgetItem) -> None:
        """Tick a column, or take its tick away."""
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _draw_tick(self, item: QListWidgetItem) -> None:
        """Draw the tick as an icon: a style sheet cannot colour one for a theme."""
        ticked = item.checkState() is Qt.CheckState.Checked
        self.list.blockSignals(True)
        icon = "square-check" if ticked else "square"
        item.setIcon(self._theme.icon(icon, "accent" if ticked else "text2", 18))
        self.list.blockSignals(False)

    def _fill(self, now: Layout) -> None:
        self.list.clear()
        titles = {one.key: self.t(one.title) for one in self._columns}
        shown = dict(now.columns)
        for key in (*shown, *(key for key in titles if key not in shown)):
            item = QListWidgetItem(titles[key])
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            if key == self._columns[0].key:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            self._draw_tick(item)
        self.list.setCurrentRow(0)
        self.pin.setChecked(now.pinned)

    def _buttons(self) -> None:
        t = self.t
        row = QHBoxLayout()
        row.setSpacing(6)
        for words, name, icon, do in (
            (t("Move up"), "column_up", "arrow-up", lambda: self.shift(-1)),
            (t("Move down"), "column_down", "arrow-down", lambda: self.shift(1)),
            (t("Narrower"), "column_narrower", "minus", lambda: self.widen(-_STEP)),
            (t("Wider"), "column_wider", "plus", lambda: self.widen(_STEP)),
        ):
            made = button("", name)
            made.setIcon(self._theme.icon(icon, "text2", 16))
            made.setAccessibleName(words)
            made.setToolTip(words)
            made.clicked.connect(do)
            row.addWidget(made)
        self._width = label("", "small", tone="quiet", name="column_width")
        row.addWidget(self._width)
        row.addStretch(1)
        usual = button(t("As at first"), "columns_reset", look="link")
        usual.clicked.connect(self._reset)
        row.addWidget(usual)
        self.body.addLayout(row)

    def _reset(self) -> None:
        self._widths = {one.key: one.width for one in self._columns}
        self._fill(Layout.usual(self._columns))

    def _say_width(self, _row: int = 0) -> None:
        place = self.list.currentRow()
        width = self._widths[str(self.list.item(place).data(_KEY))] if place >= 0 else 0
        self._width.setText(f"{width} px" if width else "")
