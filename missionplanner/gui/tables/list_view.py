"""Put a list together: filter, views and columns above, the table, what was kept aside, the details beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.lists import DEEDS, LIST, NEW, ROWS
from missionplanner.gui.agenda.side import Side
from missionplanner.gui.context import Context
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.tables.aside import Aside
from missionplanner.gui.tables.chooser import ColumnChooser
from missionplanner.gui.tables.details import Details, details_sheet
from missionplanner.gui.tables.edits import Edits
from missionplanner.gui.tables.empty import EmptyList
from missionplanner.gui.tables.feed import FEW, Feed
from missionplanner.gui.tables.filter_box import FilterBox
from missionplanner.gui.tables.kept_layouts import keep_layout, kept_layout
from missionplanner.gui.tables.layout import Layout
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.record_form import RecordForm
from missionplanner.gui.tables.spec import TableSpec
from missionplanner.gui.tables.table import RecordTable
from missionplanner.gui.tables.value_picker import ValuePicker
from missionplanner.gui.tables.values import Values
from missionplanner.gui.tables.views_bar import ViewsBar
from missionplanner.gui.widgets.basics import card, icon_button, label
from missionplanner.gui.widgets.fitted_row import FittedRow
from missionplanner.gui.widgets.pages_stack import PagesLayout

if TYPE_CHECKING:
    from missionplanner.gui.inspector.panel import Inspector

_REST = 150
"""Milliseconds without a key before the details follow a filter of a long list."""


class ListView(QWidget):
    """Show a list and edit it. ``changed`` tells that selection, count or deeds are others now.

    ``rows_pasted`` carries text and HTML of rows somebody pasted that are new.
    """

    changed = Signal()
    rows_pasted = Signal(str, str)

    def __init__(self, ctx: Context, actions: Actions, spec: TableSpec) -> None:
        super().__init__()
        self.setObjectName(f"{spec.name}_list")
        self.ctx, self.spec, self._actions = ctx, spec, actions
        source = spec.source(ctx)
        self.model = RecordModel(spec.columns, source.fields, Values(ctx), self)
        self.table = RecordTable(ctx, self.model, ctx.t(spec.words.title))
        self.feed = Feed(ctx, spec, source, self.model, self)
        self.edits = Edits(ctx, self.model, source)
        self.table.edits = self.edits
        self.details = Details(ctx, spec, self.model)
        self.details.edits = self.edits
        self.box = FilterBox(ctx, self.model, "list_filter", self)
        self.views = ViewsBar(ctx, spec, spec.columns)
        self.aside = Aside(ctx, self.model)
        self.empty = EmptyList(ctx, spec)
        self._wanted: UUID | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)
        self._filtering = False
        self._rested = QTimer(self, interval=_REST, singleShot=True)
        self._rested.timeout.connect(self._show_details)
        self._build()
        self._connect()
        self.show_layout(kept_layout(ctx, spec))

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of lists do here; those of ``gui.actions.lists``."""
        table = self.table
        done: dict[str, Callable[[], object]] = {
            "list_new": self.add,
            "list_details": self.open_details,
            "list_duplicate": self.duplicate,
            "list_delete": self.delete,
            "list_copy": table.copy,
            "list_paste": table.paste,
            "list_fill": table.fill_down,
            "list_rows": table.picked.whole_rows,
            "list_filter": self.box.take_focus,
            "list_columns": self.choose_columns,
            "list_save_view": lambda: self.views.keep(self.layout_now()),
        }
        assert set(done) == set(DEEDS)
        return done

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        source = self.edits.source
        met = {LIST}
        if source.create_from is not None:
            met.add(NEW)
        if self.table.chosen_ids():
            met.add(ROWS)
        return met

    def arrive(self) -> None:
        """Prepare to be shown."""
        self.feed.wake()
        self.views.reread()
        self.views.mark(self.layout_now())
        self._follow()

    def leave(self) -> None:
        """Be out of sight: changes are noted, nothing is read."""
        self.details.store_typed()
        self.feed.sleep()

    def take_focus(self) -> None:
        """Give the focus to the table, or to what one begins with."""
        if self.model.rowCount():
            if not self.table.selectionModel().hasSelection():
                self.table.setCurrentIndex(self.model.index(max(self.table.currentIndex().row(), 0), 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.model.query:
            self.box.take_focus()
        else:
            self.empty.take_focus()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        main: QWidget = self.table if self.model.rowCount() else self.empty
        return [self._bar, main, *([self.details] if self.details.isVisible() else [])]

    def count_words(self) -> str:
        """Return how many there are: "12 of 24", with how many are selected."""
        t, model = self.ctx.t, self.model
        total, shown = model.total, model.rowCount()
        words = self.spec.words.counted(t, total)
        if model.query and total:
            words = t("{shown} of {total}", shown=_spaced(self.ctx, shown), total=_spaced(self.ctx, total))
        chosen = len(self.table.chosen_ids()) if self.table.selectionModel().hasSelection() else 0
        more = t.plural("{count} selected", "{count} selected", chosen) if chosen > 1 else ""
        return self.ctx.wording.listed((words, more))

    # -- deeds ------------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new entry."""
        if self.edits.source.create_from is not None:
            RecordForm(self.window(), self.ctx, self.spec, self._create, self.show_row).open()

    def delete(self) -> None:
        """Delete the selected rows; a toast takes it back."""
        ids = self.table.chosen_ids()
        place = self.table.currentIndex().row()
        if ids and self.edits.delete(ids):
            self.ctx.told_with_undo(self.spec.words.gone(self.ctx.t, len(ids)))
            row = min(place - len(ids) + 1, self.model.rowCount() - 1)
            if row >= 0:
                self.table.setCurrentIndex(
                    self.model.index(max(row, 0), max(self.table.currentIndex().column(), 0))
                )

    def duplicate(self) -> None:
        """Add a copy of each selected row, and select the copies."""
        receipt = self.edits.duplicate(self.table.chosen_ids())
        if receipt is not None:
            self.show_row(next(one for table, one in receipt.added if table == self.spec.table))

    def open_details(self) -> None:
        """Show all of a row and give it the focus."""
        self.side.open()

    def choose_columns(self) -> None:
        """Ask which columns are shown."""
        ColumnChooser(
            self.window(), self.ctx, tuple(self.model.columns), self.table.head, self._take_columns
        ).open()

    def pick_values(self, place: int) -> ValuePicker:
        """Offer the values of a column to tick; the list follows each tick."""
        head = self.table.head
        made = ValuePicker(self.table, self.ctx, self.model, self.model.columns[place])
        made.wanted.connect(self.box.show_query)
        made.open_at(head, head.spot_under(place).x())
        return made

    def show_row(self, identity: UUID) -> None:
        """Select a row and bring it into sight, whatever filter is set."""
        if not self.model.has(identity):
            self._wanted = identity
            return
        self._wanted = None
        if self.model.place_of(identity) < 0:
            self.box.show_query("")
        self.table.choose([identity])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- layout -----------------------------------------------------------------------------------

    def layout_now(self) -> Layout:
        """Return how the list is looked at now."""
        return self.table.head.layout_now(self.model.query)

    def show_layout(self, layout: Layout) -> None:
        """Look at the list in another way."""
        self.table.head.show_layout(layout)
        self.table.first.fit()
        if self.model.sorted != layout.sort:
            self.model.sort_by(layout.sort)
        self.box.show_query(layout.query)
        self.views.mark(self.layout_now())

    def _take_columns(self, layout: Layout) -> None:
        self.table.head.show_layout(layout)
        self.table.first.fit()
        self._laid_out()

    def _laid_out(self) -> None:
        keep_layout(self.ctx, self.spec, self.layout_now())
        self.views.mark(self.layout_now())

    # -- following --------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.model.counted.connect(self._follow)
        self.feed.read.connect(self._read)
        self.table.chosen.connect(self._chosen)
        self.table.left.connect(self.side.leave)
        self.table.aside.connect(self.aside.show_problems)
        self.table.rows_pasted.connect(self.rows_pasted)
        self.table.head.laid_out.connect(self._laid_out)
        self.table.head.chooser_wanted.connect(self.choose_columns)
        self.table.head.values_wanted.connect(self.pick_values)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda at: self.menu().popup(self.table.viewport().mapToGlobal(at))
        )
        self.box.filtered.connect(self._filter)
        self.box.left.connect(self.take_focus)
        self.views.wanted.connect(self.show_layout)
        self.details.closed.connect(self._close_details)
        self.details.left.connect(self.take_focus)
        self.aside.wanted.connect(self.table.edit_cell)
        self.empty.cleared.connect(self._clear)
        self.empty.add_wanted.connect(self.add)
        self.ctx.hub.changed.connect(self._hear)

    def menu(self) -> QMenu:
        """Return the menu of the selected rows."""
        made = QMenu(self)
        made.setObjectName("list_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (
            "list_details",
            "",
            "list_copy",
            "list_paste",
            "list_fill",
            "",
            "list_duplicate",
            "list_delete",
        ):
            made.addAction(self._actions[name]) if name else made.addSeparator()
        return made

    def _create(self, values: Mapping[str, object]) -> UUID | None:
        receipt = self.edits.create(values)
        return next((one for table, one in receipt.added if table == self.spec.table), None) if receipt else None

    def _read(self) -> None:
        if self._wanted is not None and self.model.has(self._wanted):
            self.show_row(self._wanted)
        self.details.refill()
        self._follow()

    def _hear(self, receipt: object) -> None:
        touched = getattr(receipt, "touched", None)
        if self.feed.awake and (touched is None or any(table == "saved_view" for table, _id in touched)):
            self.views.reread()
            self.views.mark(self.layout_now())

    def _chosen(self) -> None:
        if self._filtering:  # what is said of a row is read once somebody stops typing
            self._rested.start()
        else:
            self._show_details()
        self._follow()

    def _show_details(self) -> None:
        self._rested.stop()
        self.details.show_rows(self.table.chosen_ids() if self.table.selectionModel().hasSelection() else [])

    def _filter(self, query: str) -> None:
        self._filtering = self.model.loaded > FEW
        self.model.filter(query)
        self._filtering = False
        self.table.head.viewport().update()
        self.views.mark(self.layout_now())
        self.ctx.say_aloud(self.table, self.count_words())

    def _clear(self) -> None:
        self.box.show_query("")
        self.take_focus()

    def _close_details(self) -> None:
        self.side.close()
        self.take_focus()

    def _follow(self) -> None:
        shown = self.model.rowCount() > 0
        self._stack.setCurrentIndex(0 if shown else 1)
        self.empty.tell(self.model.query if self.model.total else "")
        self._count.setText(self.count_words())
        self.side.want(shown)
        self._soon.start()

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        left = self._left = QVBoxLayout()
        whole.addLayout(left, 1)  # before it is filled: each new parent would dress all within anew
        left.setContentsMargins(16, 12, 16, 14)
        left.setSpacing(8)
        self._above = QHBoxLayout()
        left.addLayout(self._above)
        left.addWidget(self._toolbar())
        left.addWidget(self.views)
        frame = card("list_card")
        left.addWidget(frame, 1)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 4, 1, 4)
        inner.setSpacing(0)
        self._stack = PagesLayout()
        inner.addLayout(self._stack, 1)  # before its widgets: one without a parent would come up as a window
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        inner.addWidget(self.aside)
        whole.addWidget(self.details)
        self.side = Side(self, whole, cast("Inspector", self.details))

    def _toolbar(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        self._bar = FittedRow("list_toolbar", t("Filter and columns"))
        self._bar.setFocusProxy(self.box.line)
        row = self._bar.row
        self._count = label("", "small", tone="quiet", name="list_count")
        row.addWidget(self.box.line, 3)
        row.addWidget(self._count)
        row.addStretch(1)
        for words, name, icon, do in (
            (t("Columns"), "list_columns_button", "columns-3", self.choose_columns),
            (t("Save view"), "list_save_view_button", "save", lambda: self.views.keep(self.layout_now())),
            (t("Details"), "list_details_button", "panel-right", self.open_details),
        ):
            made = icon_button(words, name, icon, theme, look="flat")
            made.clicked.connect(lambda _checked=False, do=do: do())
            self._bar.add_tool(made)
        return self._bar

    def put_above(self, widget: QWidget) -> None:
        """Show a widget above the filter: what chooses between lists."""
        if self._above.indexOf(widget) < 0:
            self._above.insertWidget(0, widget)
            self._above.setStretch(0, 0)
            if self._above.count() == 1:
                self._above.addStretch(1)

    def put_between(self, widget: QWidget) -> None:
        """Show a widget of the whole width between what chooses the list and its filter."""
        self._left.insertWidget(1, widget)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the names are Qt's
        if not self.styleSheet():  # only now: each new parent would dress all within anew
            tokens = self.ctx.theme.tokens
            self.setStyleSheet(inspector_sheet(tokens) + details_sheet(tokens))
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.side.fit()


def _spaced(ctx: Context, number: int) -> str:
    return ctx.wording.locale.toString(number)
