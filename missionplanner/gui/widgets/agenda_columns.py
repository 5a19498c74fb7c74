"""Show, hide, size and remember the columns of the agenda's list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QToolButton

from missionplanner.gui.context import Context
from missionplanner.gui.models.agenda import Column
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import ICON, set_icon
from missionplanner.gui.widgets.column_widths import fitted

WIDTHS = {
    Column.TITLE: 270,
    Column.DAY: 104,
    Column.START: 76,
    Column.END: 76,
    Column.PLACE: 180,
    Column.HOSTS: 150,
    Column.GROUPS: 150,
    Column.STATUS: 120,
}
LEAST = {
    Column.TITLE: 210,
    Column.DAY: 90,
    Column.START: 62,
    Column.END: 76,
    Column.PLACE: 104,
    Column.HOSTS: 84,
    Column.GROUPS: 102,
    Column.STATUS: 118,
}
"""Widths down to which columns give way before the list is scrolled sideways."""
NARROWEST = 48
KEYS = "Ctrl+Shift+K"
SIDE = 26
"""Pixels of the button that offers the columns."""


class Columns(QObject):
    """Keep the columns of a table as the person wants them; the title is always there."""

    def __init__(self, table: QTableView, ctx: Context) -> None:
        super().__init__(table)
        self._table, self._ctx = table, ctx
        self._wanted: dict[Column, int] = {}
        self._fitting = False
        header = table.horizontalHeader()
        header.setObjectName("agenda_columns")
        header.setAccessibleName(ctx.t("Columns"))
        header.setFont(font("label"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(NARROWEST)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.menu().popup(header.mapToGlobal(at)))
        self.button = self._make_button()
        header.installEventFilter(self)
        self._restore()
        header.sectionResized.connect(self._take_width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place_button()
        return super().eventFilter(watched, event)

    def _make_button(self) -> QToolButton:
        """Offer the columns at the end of the header too: not everybody has a right mouse button."""
        made = QToolButton(self._table)
        made.setObjectName("columns_button")
        words = self._ctx.t("Choose columns")
        made.setAccessibleName(words)
        made.setToolTip(f"{words}  {KEYS}")
        made.setProperty("look", "flat")
        set_icon(made, self._ctx.theme.icon("columns-3", "text2", ICON))
        made.setFixedSize(roomy(SIDE), roomy(SIDE))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(self.open_menu)
        return made

    def open_menu(self) -> None:
        """Show the columns to choose from, below the button, the first of them in front."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        menu.setActiveAction(menu.actions()[0])

    def _place_button(self) -> None:
        area = self._table.horizontalHeader().geometry()
        self.button.move(area.right() + 1 - self.button.width(), area.center().y() - self.button.height() // 2)
        self.button.raise_()

    def menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        made = QMenu(self._table)
        made.setObjectName("columns_menu")
        for column in Column:
            words = self._table.model().headerData(column, Qt.Orientation.Horizontal)
            action = made.addAction(str(words))
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(column))
            action.setEnabled(column is not Column.TITLE)
            action.toggled.connect(lambda on, column=column: self.show_column(column, on))
        made.addSeparator()
        made.addAction(self._ctx.t("Columns as they were")).triggered.connect(self.reset)
        return made

    def show_column(self, column: Column, on: bool) -> None:
        """Show a column, or hide it."""
        self._table.setColumnHidden(column, not on)
        self.fit()
        self.keep()

    def reset(self) -> None:
        """Show all columns at their first widths."""
        for column in Column:
            self._table.setColumnHidden(column, False)
            self._wanted[column] = roomy(WIDTHS[column])
        self.fit()
        self.keep()

    def fit(self) -> None:
        """Fill the table's width; what is over the title takes, the last column where somebody drew the title."""
        shown = [one for one in Column if not self._table.isColumnHidden(one)]
        wanted = {one: self._wanted[one] for one in shown}
        least = {one: roomy(LEAST[one]) for one in shown}
        filler = Column.TITLE if wanted[Column.TITLE] == roomy(WIDTHS[Column.TITLE]) else None
        self._fitting = True
        try:
            for one, width in fitted(wanted, least, self._table.viewport().width(), filler).items():
                self._table.setColumnWidth(one, width)
        finally:
            self._fitting = False

    def _take_width(self, place: int, _before: int, width: int) -> None:
        """Want a column as wide as somebody drew it; the last one only fills what is left."""
        shown = [one for one in Column if not self._table.isColumnHidden(one)]
        if not self._fitting and width and place != shown[-1]:
            self._wanted[Column(place)] = width

    def keep(self) -> None:
        """Remember which columns are shown, and how wide."""
        hidden, width = self._table.isColumnHidden, self._wanted
        widths = (f"{one.name.lower()}:{0 if hidden(one) else width[one]}" for one in Column)
        self._ctx.settings.change(agenda_columns=tuple(widths))

    def _restore(self) -> None:
        kept = dict(one.split(":", 1) for one in self._ctx.settings.values.agenda_columns if ":" in one)
        for column in Column:
            wide = kept.get(column.name.lower(), "")
            width = min(int(wide), 2000) if wide.isdecimal() and len(wide) < 6 else roomy(WIDTHS[column])
            self._table.setColumnHidden(column, width == 0 and column is not Column.TITLE)
            self._wanted[column] = max(width, NARROWEST) if width else roomy(WIDTHS[column])
            self._table.setColumnWidth(column, self._wanted[column])
