"""Say and draw where things would come to lie while they are dragged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from missionplanner.gui.board.dragging import Ghost, Hold, shown_end
from missionplanner.gui.board.entries import ASSUMED, MIDNIGHT
from missionplanner.gui.board.ghost_paint import Carried
from missionplanner.gui.board.layout import runs_of
from missionplanner.gui.board.look import Look, retimed
from missionplanner.gui.board.scale import Box

if TYPE_CHECKING:
    from missionplanner.gui.board.view import BoardView

MOST = 40
"""How many of the things carried are drawn."""


class Showing:
    """Turn ghosts into pictures and words."""

    def __init__(self, board: BoardView) -> None:
        self._board = board
        self._hold: Hold | None = None
        self.copying = False

    def begin(self, hold: Hold | None) -> None:
        """Begin with what somebody holds; None for a new item."""
        self._hold, self.copying = hold, False

    def of(self, ghosts: list[Ghost], wrong: str, *, copying: bool) -> Carried:
        """Return what is drawn of ghosts; ``wrong`` is what they clash with."""
        self.copying = copying
        scene = self._board.scene
        carried = Carried(wrong=bool(wrong))
        for ghost in ghosts[:MOST]:
            look = self._look(ghost)
            chip = ghost.start is None
            carried.blocks += [(box, look, chip) for box in boxes_of(self._board, ghost)]
        if self._hold is not None:
            for entry in self._hold.entries[:MOST]:
                boxes = scene.scale.boxes_of(scene.layout, entry.place)
                if copying:
                    carried.blocks[:0] = [(box, scene.looks.of(entry.place), entry.start is None) for box in boxes]
                else:
                    carried.holes += boxes
        lead = self._lead(ghosts)
        boxes = boxes_of(self._board, lead)
        carried.at = boxes[0] if boxes else None
        carried.words = "   ·   ".join(part for part in (self._words(lead), wrong) if part)
        if lead.start is not None:
            carried.line = scene.scale.y_of(lead.start)
        return carried

    def _lead(self, ghosts: list[Ghost]) -> Ghost:
        hold = self._hold
        return next((one for one in ghosts if hold is not None and one.place == hold.lead.place), ghosts[0])

    def _look(self, ghost: Ghost) -> Look:
        scene = self._board.scene
        if ghost.place < 0:
            look = Look(self._board.t("New item"), "", "", "", "", "", (), "plus", "visit", tentative=True)
        else:
            look = scene.looks.of(ghost.place)
        if ghost.start is None:
            return replace(look, start="", when="", plain="", lifted=True)
        return retimed(look, *self._clocks(ghost))

    def _clocks(self, ghost: Ghost) -> tuple[str, str]:
        entry = self._board.stage.entries.get(ghost.place)
        end = shown_end(ghost, entry)
        return clock(ghost.start or 0), "" if end is None else clock(end)

    def _words(self, ghost: Ghost) -> str:
        """Return what the bubble says: the day where it is another one, times, length."""
        t, wording = self._board.t, self._board.wording
        if ghost.date is None:
            return t("Not placed")
        before = self._hold.lead.date if self._hold is not None else ghost.date
        day = wording.weekday(ghost.date) if ghost.date != before else ""
        if ghost.start is None:
            when = t("no clock time")
        else:
            start, end = self._clocks(ghost)
            length = ghost.end - ghost.start if end else ASSUMED
            when = f"{start} – {end}   {lasting(length)}" if end else start
        said = "   ".join(part for part in (day, when) if part)
        return t("Copy: {where}", where=said) if self.copying else said


def boxes_of(board: BoardView, ghost: Ghost) -> list[Box]:
    """Return where a ghost is drawn: as blocks, as a chip at the top of a day, or on the shelf by the mouse."""
    scale, dates = board.scene.scale, board.stage.dates
    if ghost.date is None:
        width = max(scale.shelf, scale.gutter + scale.shelf) - 12
        y = min(max(scale.head + 8, board.pointer().y() - scale.chip), scale.height - 2 * scale.chip - 8)
        return [Box(6, y, width, 2 * scale.chip)]
    runs = runs_of(ghost.shown)
    if ghost.start is None:
        if ghost.date not in dates:
            return []
        first, last = runs[0][0], runs[-1][1]
        top = scale.head + max(4.0, scale.band - scale.chip - 6) - scale.y
        number = dates.index(ghost.date)
        return [Box(scale.x_of(number, first), top, scale.lane_width * (last + 1 - first), scale.chip)]
    found = []
    for days in range(ghost.start // MIDNIGHT, (max(ghost.end, ghost.start + 1) - 1) // MIDNIGHT + 1):
        date = ghost.date.fromordinal(ghost.date.toordinal() + days)
        if date in dates:
            start = max(0, ghost.start - days * MIDNIGHT)
            end = min(MIDNIGHT, ghost.end - days * MIDNIGHT)
            number = dates.index(date)
            found += [scale.span_box(number, one, other + 1, start, end) for one, other in runs]
    return found


def clock(minute: int) -> str:
    """Write a minute of the day as a clock shows it."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def lasting(minutes: int) -> str:
    """Write a length: "45 min", "1 h 10"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"
