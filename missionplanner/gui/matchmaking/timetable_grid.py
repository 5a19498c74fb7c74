"""Be the timetable: slots down, tables across, a card for each meeting."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Signal

from missionplanner.domain import records as r
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.meeting_table import MeetingTable
from missionplanner.gui.matchmaking.timetable_cells import CARD, COLUMN, TALLEST, MeetingDelegate
from missionplanner.gui.matchmaking.timetable_model import Spot, TimetableModel
from missionplanner.gui.matrix.cells import HEADING
from missionplanner.gui.theme import roomy

HEAD, HOURS, WIDEST = 48, 154, 240
"""Pixels of the names of tables, of the hours of slots, and of the widest column."""
_ACTIVE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class TimetableGrid(MeetingTable):
    """Show the timetable. ``entered`` tells that Enter or a double click asked for all of a meeting."""

    entered = Signal()

    def __init__(self, ctx: Context, model: TimetableModel) -> None:
        self.timetable = model
        super().__init__(ctx, model, ctx.t("Timetable of meetings"), column=COLUMN, banded=False)
        self.setObjectName("timetable_grid")
        self.names.setAccessibleName(ctx.t("Slots"))
        self.over.setAccessibleName(ctx.t("Tables"))
        self.over.setFixedHeight(roomy(HEAD))
        self.names.set_wide(HOURS)
        self.cells = MeetingDelegate(self, model, ctx)
        self.setItemDelegate(self.cells)
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        self.opened.connect(self.entered)
        model.modelReset.connect(self.fit)

    # -- what is chosen ---------------------------------------------------------------------------

    def chosen_meetings(self) -> list[r.Meeting]:
        """Return the chosen meetings."""
        return self.timetable.meetings(self.chosen_places())

    def current_spot(self) -> Spot | None:
        """Return slot and table of the cell one is at."""
        index = self.currentIndex()
        return self.timetable.spot(index.row(), index.column()) if index.isValid() else None

    def choose_meetings(self, wanted: Sequence[UUID]) -> bool:
        """Choose meetings and bring the first into sight; False where none of them is on the timetable."""
        cells = [cell for one in wanted if (cell := self.timetable.cell_of(one)) is not None]
        if not cells:
            return False
        keys = [(self.timetable.lines[row].key, self.timetable.keys[place]) for row, place in cells]
        if cells != self.chosen_places():
            self.choose(keys)
        self._moved(self.currentIndex())
        return True

    def choose_spot(self, spot: Spot) -> None:
        """Go to a slot and a table."""
        cell = self.timetable.cell_at(spot)
        if cell is not None:
            self.selectionModel().setCurrentIndex(self.timetable.index(*cell), _ACTIVE)
            self.scrollTo(self.timetable.index(*cell))

    def go_to_first(self) -> None:
        """Have a current cell: the first meeting, else the first slot."""
        if self.currentIndex().isValid() and self.timetable.slot(self.currentIndex().row()) is not None:
            return
        rows, places = range(len(self.timetable.lines)), range(len(self.timetable.keys))
        cells = [(row, place) for row in rows for place in places if self.timetable.slot(row) is not None]
        met = (cell for cell in cells if self.timetable.meeting(*cell) is not None)
        first = next(met, cells[0] if cells else None)
        if first is not None:
            self.selectionModel().setCurrentIndex(self.timetable.index(*first), _ACTIVE)

    def fit(self) -> None:
        """Share the room between tables and slots, as long as names still fit."""
        count = len(self.timetable.keys)
        if count:
            wide = min(max(self.viewport().width() // count, roomy(COLUMN)), roomy(WIDEST))
            if wide != self.over.defaultSectionSize():
                self.over.setDefaultSectionSize(wide)
            self._size_lines()

    def _size_lines(self) -> None:
        lines = self.timetable.lines
        headings = sum(one.heading for one in lines)
        room = self.viewport().height() - roomy(HEADING) * headings
        tall = min(max(room // max(len(lines) - headings, 1), roomy(CARD)), roomy(TALLEST))
        for row, one in enumerate(lines):
            wanted = roomy(HEADING) if one.heading else tall
            if self.names.sectionSize(row) != wanted:
                self.names.resizeSection(row, wanted)
