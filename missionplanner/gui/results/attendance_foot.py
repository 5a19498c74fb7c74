"""Count below each item who was there, who was not, and of whom nobody said anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from missionplanner.base.messages import N_
from missionplanner.domain.figures import Presence
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import EMPTY, Grid, Head, Look
from missionplanner.gui.matrix.lines import Key, Line
from missionplanner.gui.results.attendance_model import AttendanceModel

_COUNTS: dict[str, tuple[str, Callable[[Presence], int], str]] = {
    "present": (N_("Present"), lambda one: one.present, "ok"),
    "away": (N_("Absent or excused"), lambda one: one.absent + one.excused, "warn"),
    "open": (N_("Not recorded"), lambda one: one.unrecorded, "quiet"),
}


class AttendanceFoot(Grid):
    """Hold the counts of the items that a grid of attendance shows."""

    def __init__(self, ctx: Context, above: AttendanceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._above = ctx, above

    def recount(self) -> None:
        """Count anew."""
        t = self._ctx.t
        lines = [Line(_key(name), t(words)) for name, (words, _count, _tone) in _COUNTS.items()]
        self.show_grid(lines, self._above.keys)

    def look(self, row: int, place: int) -> Look:
        _words, count, tone = _COUNTS[self.lines[row].key[0]]
        found = self._above.presence(place)
        number = count(found)
        if not found.expected:
            return EMPTY
        if not found.recorded and self.lines[row].key[0] != "open":
            return Look(text="–")
        return Look("", tone if number else "", str(number))

    def head(self, place: int) -> Head:
        return self._above.head(place)

    def spoken(self, row: int, place: int) -> str:
        return f"{self.head(place).title}, {self.lines[row].name}: {self.look(row, place).text or '–'}"


def _key(name: str) -> Key:
    return name, None
