"""Let somebody tick the values of a column that are to be seen, with how many rows have each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.forms.own_keys import keeps
from missionplanner.gui.tables.by_value import Counted, counted, ticked, with_values
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.spec import Column
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.search_field import search_field

WIDTH, HEIGHT = 300, 380
_MOST = 400
"""Values listed at once; a search finds the others."""


class ValuePicker(QFrame):
    """Be a card over the list, under a column. ``wanted`` carries the query of the list after each tick.

    It goes away with Escape, Enter, or as soon as the focus is elsewhere.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget, ctx: Context, model: RecordModel, column: Column) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._back, self._over = parent, parent.window()
        self.setObjectName("value_picker")
        title = ctx.t(column.title)
        self.setAccessibleName(ctx.t("Values of {column}", column=title))
        self._ctx, self._model, self._column = ctx, model, column
        self._all = counted(column, model.values, model.cells_besides(column.key))
        self._ticked = set(ticked(model.language, model.query, column))
        self.line = search_field("value_search", ctx.t("Find a value"), ctx.t("Find a value"), ctx.theme, ctx.t)
        self.items = QStandardItemModel(0, 2, self)
        self.list = QTreeView()
        self._more = label("", "small", tone="quiet", name="values_more", wrap=True)
        self._none = button(ctx.t("Show all values"), "values_all", look="link")
        self._build(title)
        self.line.textChanged.connect(self._fill)
        self.list.clicked.connect(lambda index: self.turn(index.row()))
        self._none.clicked.connect(self._untick)
        for one in (self.line, self.list):
            one.installEventFilter(self)
        self._fill()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def open_at(self, spot: QWidget, under: int) -> None:
        """Show it under a place of the header, within the window."""
        room = self._over.rect().adjusted(8, 8, -8, -8)
        at = spot.mapTo(self._over, QPoint(under, spot.height()))
        self.setFixedHeight(min(self.height(), room.height()))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def texts(self) -> list[tuple[str, str]]:
        """Return what is listed: values, and how many rows have each."""
        rows = range(self.items.rowCount())
        return [(self.items.item(row, 0).text(), self.items.item(row, 1).text()) for row in rows]

    # -- inside -----------------------------------------------------------------------------------

    def _build(self, title: str) -> None:
        tokens = self._ctx.theme.tokens
        self.setStyleSheet(
            f"#value_picker {{ background: {tokens.surface}; border: 1px solid {tokens.border_strong}; }}"
            f" #value_list {{ background: {tokens.surface}; border: 1px solid {tokens.border};"
            " border-radius: 4px; }"
            f" #value_list::item {{ min-height: {roomy(26)}px; color: {tokens.text}; }}"
            f" #value_list::item:selected {{ background: {tokens.selected}; }}"
        )
        self.list.setObjectName("value_list")
        self.list.setAccessibleName(self._ctx.t("Values of {column}", column=title))
        self.list.setModel(self.items)
        self.list.setFont(font("body"))
        self.list.setRootIsDecorated(False)
        self.list.setIconSize(QSize(16, 16))
        self.list.setHeaderHidden(True)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(label(title, "strong"))
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._more)
        foot = QHBoxLayout()
        foot.addWidget(self._none)
        foot.addStretch(1)
        done = button(self._ctx.t("Close"), "values_close")
        done.clicked.connect(self.leave)
        foot.addWidget(done)
        column.addLayout(foot)
        self.setFixedSize(roomy(WIDTH), roomy(HEIGHT))

    def _fill(self) -> None:
        named = folded(self.line.text())
        fitting = [one for one in self._all if named in folded(one.text)]
        fitting.sort(key=lambda one: folded(one.written) not in self._ticked)
        self.items.removeRows(0, self.items.rowCount())
        for one in fitting[:_MOST]:
            self.items.appendRow(self._row(one))
        rest = len(fitting) - _MOST
        t = self._ctx.t
        words = t.plural("{count} more: search for it.", "{count} more: search for them.", max(rest, 0))
        self._more.setText(words if rest > 0 else "" if fitting else t("No value fits."))
        self._more.setVisible(bool(self._more.text()))
        self._none.setEnabled(bool(self._ticked))

    def _row(self, one: Counted) -> list[QStandardItem]:
        first = QStandardItem(one.text.partition("\n")[0] or self._ctx.t("(empty)"))
        first.setData(one.written, Qt.ItemDataRole.UserRole)
        self._mark(first, folded(one.written) in self._ticked)
        count = QStandardItem(self._ctx.wording.locale.toString(one.count))
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        count.setForeground(self._ctx.theme.colour("text2"))
        return [first, count]

    def _mark(self, item: QStandardItem, on: bool) -> None:
        """Draw the tick as an icon: a style sheet cannot colour one for a theme."""
        t, text = self._ctx.t, item.text()
        icon = self._ctx.theme.icon("square-check" if on else "square", "accent" if on else "text2", 16)
        item.setIcon(icon)
        said = t("{text}, ticked", text=text) if on else t("{text}, not ticked", text=text)
        item.setData(said, Qt.ItemDataRole.AccessibleTextRole)

    def turn(self, row: int) -> None:
        """Tick a listed value, or take its tick away."""
        if not 0 <= row < self.items.rowCount():
            return
        item = self.items.item(row, 0)
        key = folded(str(item.data(Qt.ItemDataRole.UserRole) or ""))
        on = key not in self._ticked
        (self._ticked.add if on else self._ticked.discard)(key)
        self._mark(item, on)
        self._tell()

    def _untick(self) -> None:
        self._ticked.clear()
        self._fill()
        self._tell()

    def _tell(self) -> None:
        self._none.setEnabled(bool(self._ticked))
        written = [one.written for one in self._all if folded(one.written) in self._ticked]
        self.wanted.emit(with_values(self._model.language, self._model.query, self._column, written))

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    def leave(self) -> None:
        """Go away; the focus goes back to the list."""
        self.close()
        self._back.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def event(self, event: QEvent) -> bool:
        if keeps(event):  # typed into the search: no key of the page
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.leave()
                return True
            if key == Qt.Key.Key_Space and watched is self.list:
                self.turn(self.list.currentIndex().row())
                return True
            if watched is self.line and key == Qt.Key.Key_Down and self.items.rowCount():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                self.list.setCurrentIndex(self.items.index(0, 0))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter(watched is self.line)
                return True
        return super().eventFilter(watched, event)

    def _enter(self, typed: bool) -> None:
        """Turn the only value that was searched for; else all is said."""
        if typed and self.line.text() and self.items.rowCount() == 1:
            self.turn(0)
        self.leave()
