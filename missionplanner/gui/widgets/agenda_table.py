"""Show the whole programme as a table by days, edited in its cells; the board's model and selection."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.context import Context
from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.inspector.cells import CellEdits
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.models.agenda import ROW, AgendaModel, Column, Row
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.agenda_cells import BAND, ROW_HEIGHT, CellDelegate
from missionplanner.gui.widgets.agenda_columns import Columns
from missionplanner.gui.widgets.alone import GoesAlone
from missionplanner.gui.widgets.basics import button, label

AnyIndex = QModelIndex | QPersistentModelIndex
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class AgendaTable(GoesAlone, QTableView):
    """Be the list view of the agenda.

    ``found`` tells the place of the current hit, from 1, and how many there are. ``left``: Escape, outside a
    field. ``clear_wanted``: nothing is to be sought any more, and all kinds shown.
    """

    found = Signal(int, int)
    left = Signal()
    clear_wanted = Signal()

    def __init__(self, ctx: Context, model: AgendaModel) -> None:
        super().__init__()
        self.setObjectName("agenda_table")
        self.setAccessibleName(ctx.t("Agenda as a list"))
        self._ctx = ctx
        self.sought = ""
        self._kinds: Collection[ItemKind] | None = None
        self._mine: Collection[UUID] | None = None
        self._edits = CellEdits(ctx, self)
        self._bands: dict[int, str] = {}
        self._next: UUID | None = None
        self._refused = ""
        self._last: tuple[Column, str, bool, tuple[UUID, ...]] | None = None
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self, ctx.theme, ctx.t))
        self._fault = label("", "small", tone="danger", name="cell_fault", wrap=True)
        self._apply = button("", "apply_to_rows")
        self._nothing = Nothing(ctx, "agenda_nothing", "search")
        self._look()
        self.columns = Columns(self, ctx)
        for signal in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._arrange)
        model.dataChanged.connect(self._arrange)
        self._apply.clicked.connect(self._apply_to_rows)
        self._arrange()

    # -- what is shown ----------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """Return the selected rows in their order; of a selection shared with a board, what it selected."""
        places = {index.row() for index in self.selectionModel().selectedIndexes()}
        return [row for place in sorted(places) if (row := self._row(place)) is not None]

    def choose(self, identities: Sequence[UUID]) -> None:
        """Select these items, the first of them current, and bring it into sight."""
        places = [place for one in identities if (place := self._agenda().place_of(one)) is not None]
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for place in places:
            index = self._agenda().index(place, 0)
            self.selectionModel().select(index, select.Select | select.Rows)
        if places:
            column = max(self.currentIndex().column(), 0)
            first = self._agenda().index(places[0], column)
            self.selectionModel().setCurrentIndex(first, select.NoUpdate)
            self.scrollTo(first)

    def seek(self, text: str) -> None:
        """Show only rows that hold a text, whatever its case and accents, and mark it; nothing shows them all."""
        self.sought = folded(text)
        self._arrange()
        hits = self._hits()
        if self.sought and hits and self.currentIndex().row() not in hits:
            self._go(hits[0])
        self._tell_found()
        self.viewport().update()

    def seek_next(self, steps: int) -> None:
        """Go to the next hit, or the one before."""
        hits = self._hits()
        if not self.sought or not hits:
            return
        now = self.currentIndex().row()
        place = hits.index(now) + steps if now in hits else 0
        self._go(hits[place % len(hits)])
        self._tell_found()

    def filter_kinds(self, kinds: Collection[ItemKind] | None) -> None:
        """Show items of these kinds only; None shows all."""
        self._kinds = kinds
        self._arrange()

    def see_as(self, items: Collection[UUID] | None) -> None:
        """Show items faintly that are not among these; None shows all as they are."""
        self._mine = items
        self.viewport().update()

    def fill_down(self) -> None:
        """Give the selected rows what the first of them has in the current column, as one step."""
        rows, index = self.rows(), self.currentIndex()
        if len(rows) > 1 and index.isValid():
            column = Column(index.column())
            place = self._agenda().place_of(rows[0].id)
            text = str(self._agenda().index(place or 0, column).data(Qt.ItemDataRole.EditRole) or "")
            self._say_fault(self._edits.store([one.id for one in rows[1:]], column, text), index)

    # -- what the delegate asks -------------------------------------------------------------------

    def faded(self, row: Row) -> bool:
        return self._mine is not None and row.id not in self._mine

    def banded(self, row: int) -> bool:
        return row in self._bands

    def chosen(self, row: int) -> bool:
        return self.selectionModel().isSelected(self._agenda().index(row, 0))

    def options(self, column: Column) -> Sequence[Option] | None:
        return self._edits.options(column)

    def take(self, index: AnyIndex, text: str, new: bool) -> None:
        """Store what was typed into a cell; what cannot be opens the field again with it."""
        row = self._row(index.row())
        if row is None:
            return
        column, place = Column(index.column()), QPersistentModelIndex(index)
        chosen = tuple(one.id for one in self.rows())
        self._next = self._below(index.row())
        self._refused = self._edits.store([row.id], column, text, new=new)
        self._say_fault(self._refused, self._agenda().index(place.row(), place.column()))
        others = tuple(one for one in chosen if one != row.id)
        if not self._refused and row.id in chosen and others and column is not Column.TITLE:
            self._offer_to_apply(column, text, others)

    # -- editing ----------------------------------------------------------------------------------

    def closeEditor(  # noqa: N802 - the names are Qt's
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        kinds = QAbstractItemDelegate.EndEditHint
        if self._refused:  # what was typed stays, with what is wrong with it under the cell
            self._refused = ""
            editor.setProperty("wrong", "true")
            editor.style().polish(editor)
            return
        self._fault.hide()
        entered = hint == kinds.SubmitModelCache
        super().closeEditor(editor, kinds.NoHint if entered else hint)
        if entered and self._next is not None:
            place = self._agenda().place_of(self._next)
            if place is not None:
                self._go(place)
        self._next = None

    def event(self, event: QEvent) -> bool:
        # Letters begin an edit here and are no keys of the page; nor are Enter and F2.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if control and shift and key == Qt.Key.Key_D:
            self.fill_down()
        elif control and shift and key == Qt.Key.Key_K:
            self.columns.open_menu()
        elif control and key == Qt.Key.Key_Semicolon and self.currentIndex().column() == Column.DAY:
            self.take(self.currentIndex(), "today", False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            below = self._below(self.currentIndex().row(), -1 if shift else 1)
            place = self._agenda().place_of(below) if below is not None else None
            if place is not None:
                self._go(place)
        elif key == Qt.Key.Key_Escape:
            self._hide_notes()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & _HELD
        letter = bool(event.text()) and event.text().isprintable()
        keys = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return plain and (letter or event.key() in keys)

    def _offer_to_apply(self, column: Column, text: str, others: tuple[UUID, ...]) -> None:
        t = self._ctx.t
        self._last = (column, text, False, others)
        words = t.plural("Apply to {count} more row", "Apply to {count} more rows", len(others))
        self._apply.setText(words)
        self._apply.setAccessibleName(words)
        self._apply.adjustSize()
        self._put_under(self._apply, self.currentIndex())

    def _apply_to_rows(self) -> None:
        self._apply.hide()
        if self._last is not None:
            column, text, new, others = self._last
            self._last = None
            self._say_fault(self._edits.store(others, column, text, new=new), self.currentIndex())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_fault(self, text: str, index: QModelIndex) -> None:
        self._apply.hide()
        self._fault.setVisible(bool(text))
        if text:
            self._fault.setText(text)
            self._fault.setMaximumWidth(roomy(320))
            self._fault.adjustSize()
            self._put_under(self._fault, index)
            self._ctx.say_aloud(self, text)

    def _put_under(self, note: QWidget, index: QModelIndex) -> None:
        area = self.visualRect(index)
        ground = self.viewport().rect()
        left = max(4, min(area.left(), ground.width() - note.width() - 4))
        below = area.bottom() + 2
        top = (
            below
            if below + note.height() <= ground.height()
            else area.bottom() - roomy(ROW_HEIGHT) - note.height()
        )
        note.move(QPoint(left, top))
        note.show()
        note.raise_()

    def _hide_notes(self) -> None:
        self._fault.hide()
        self._apply.hide()

    # -- bands and looks --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for place, words in self._bands.items():
            top = self.rowViewportPosition(place)
            band = QRect(0, top, self.viewport().width(), roomy(BAND))
            if band.intersects(event.rect()):
                self._paint_band(painter, band, words)

    def _paint_band(self, painter: QPainter, band: QRect, words: str) -> None:
        theme = self._ctx.theme
        painter.fillRect(band, theme.colour("surface2"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(band.bottomLeft(), band.bottomRight())
        painter.setFont(font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(band.adjusted(10, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _arrange(self, *_told: object) -> None:
        """Give every first row of a day its band, and hide what is not sought."""
        self._bands = {}
        counts = Counter(row.times.date for row in self._agenda().rows)
        before: object = self
        for place, row in enumerate(self._agenda().rows):
            hidden = self._hides(row)
            if self.isRowHidden(place) != hidden:
                self.setRowHidden(place, hidden)
            if hidden:
                continue
            day = row.times.date
            if day != before:
                self._bands[place] = self._heading(day, counts[day])
                before = day
            height = roomy(ROW_HEIGHT) + (roomy(BAND) if place in self._bands else 0)
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)
        self._say_nothing()
        self.viewport().update()

    def _say_nothing(self) -> None:
        """Say why the list is bare where something is there and nothing of it matches."""
        bare, t = bool(self._agenda().rows) and not self._bands, self._ctx.t
        if bare:
            self._hide_notes()
            words = t("Nothing matches “{text}”.", text=self.sought) if self.sought else t("Nothing found")
            clear = (t("Clear the filter"), "agenda_clear_filter", "", self.clear_wanted.emit)
            self._nothing.tell(words, "", (clear,))
            self._nothing.setGeometry(self.viewport().rect())
        if not bare and self._nothing.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._nothing.setVisible(bare)

    def _hides(self, row: Row) -> bool:
        other = self._kinds is not None and row.item.kind not in self._kinds
        return other or (bool(self.sought) and self.sought not in _searched(row))

    def _heading(self, day: dt.date | None, count: int) -> str:
        wording = self._ctx.wording
        named = wording.full_day(day) if day is not None else self._ctx.t("Not placed")
        return wording.listed((named, wording.items(count)))

    def _look(self) -> None:
        tokens = self._ctx.theme.tokens
        self.setFont(font("body"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setStyleSheet(
            f"#agenda_table {{ background: {tokens.surface}; border: none; outline: none; }}"
            f" QHeaderView {{ background: {tokens.surface}; border: none; }}"
            f" QHeaderView::section {{ background: {tokens.surface}; color: {tokens.text2}; border: none;"
            f" border-bottom: 1px solid {tokens.border_strong}; padding: 7px 10px; text-align: left; }}"
            f" #columns_button {{ background: {tokens.surface}; }}"  # a heading may lie under it
            f" #columns_button:hover {{ background: {tokens.hover}; }}"
            f" #cell {{ border-radius: 3px; padding: 1px 6px; min-height: 16px; }}"
            f" #cell_fault {{ background: {tokens.danger_bg}; border: 1px solid {tokens.danger};"
            f" border-radius: 4px; padding: 4px 8px; color: {tokens.danger}; }}"
        )
        self.verticalHeader().hide()
        for note in (self._nothing, self._fault, self._apply):
            note.setParent(self.viewport())
            note.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.columns.fit()
        self._nothing.setGeometry(self.viewport().rect())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._hide_notes()
        self.columns.keep()
        super().hideEvent(event)

    # -- rows -------------------------------------------------------------------------------------

    def _agenda(self) -> AgendaModel:
        model = self.model()
        assert isinstance(model, AgendaModel)
        return model

    def _row(self, place: int) -> Row | None:
        found = self._agenda().index(place, 0).data(ROW)
        return found if isinstance(found, Row) else None

    def _hits(self) -> list[int]:
        return [place for place in range(len(self._agenda().rows)) if not self.isRowHidden(place)]

    def _below(self, place: int, steps: int = 1) -> UUID | None:
        shown = self._hits()
        if place not in shown or not 0 <= shown.index(place) + steps < len(shown):
            return None
        row = self._row(shown[shown.index(place) + steps])
        return row.id if row is not None else None

    def _go(self, place: int) -> None:
        index = self._agenda().index(place, max(self.currentIndex().column(), 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _tell_found(self) -> None:
        hits = self._hits()
        now = self.currentIndex().row()
        self.found.emit(hits.index(now) + 1 if self.sought and now in hits else 0, len(hits) if self.sought else 0)


def _searched(row: Row) -> str:
    return folded(" ".join((row.title, *row.cells, *row.chips)))
