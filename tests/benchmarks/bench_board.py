"""Measure the agenda board: opening, drawing anew, scrolling, dragging and zooming with 150 and 2,000 items.

Figures are the 95th percentile of milliseconds of this process, from the event to the painted frame: the machine
that tests is shared, so the time on the wall is printed beside them, but processor time is what is judged.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt  # noqa: E402 - the root has to be on the path first
from PySide6.QtGui import QMouseEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from missionplanner.base.i18n import translator  # noqa: E402
from missionplanner.domain.plan import MissionPlan  # noqa: E402
from missionplanner.domain.vocabulary import ItemKind  # noqa: E402
from missionplanner.gui.board.board import AgendaBoard  # noqa: E402
from missionplanner.gui.models.agenda import AgendaModel, all_rows  # noqa: E402
from missionplanner.gui.theme import Theme, load_fonts  # noqa: E402
from missionplanner.gui.tokens import LIGHT  # noqa: E402
from missionplanner.gui.wording import Wording  # noqa: E402
from tests.factories import Made, delegate, item, plan  # noqa: E402

GROUPS = ("Industry and mobility", "Green and territory", "Digital and skills")
SIZE = (1000, 700)
BARS = {
    150: {"full": 16.0, "scroll": 16.0, "drag": 8.0},
    2000: {"drag": 8.0, "scroll": 40.0, "zoom": 50.0, "open": 800.0},
}
"""Items → what is measured → milliseconds it may take (issue 3)."""


@dataclass(frozen=True)
class Figure:
    """Be the 95th percentile of something, in milliseconds of processor and of wall."""

    cpu: float
    wall: float


def mission(count: int) -> MissionPlan:
    """Make a mission of three days with this many items, some for one group, some for all."""
    people = [delegate(f"Delegate {n}", groups=[GROUPS[n % 3]]) for n in range(24)]
    kinds = list(ItemKind)
    return plan(*people, *(one_of(number, count, kinds[number % len(kinds)]) for number in range(count)))


def one_of(number: int, count: int, kind: ItemKind) -> Made:
    start = 7 * 60 + (number * 37) % (14 * 60) // 5 * 5
    end = start + 15 + (number * 7) % 60 // 5 * 5
    return item(
        f"{start // 60:02}:{start % 60:02}",
        f"{end // 60:02}:{end % 60:02}",
        f"Meeting number {number} with a partner",
        day=1 + number * 3 // count,
        kind=kind,
        groups=None if number % 4 == 0 else [GROUPS[number % 3]],
        place_text="Palacio Euskalduna, Bilbao",
    )


def measured(times: int, act: Callable[[int], object]) -> Figure:
    """Return what the slowest of twenty times takes."""
    cpu, wall = [], []
    for number in range(times):
        began, at = time.process_time(), time.perf_counter()
        act(number)
        cpu.append((time.process_time() - began) * 1000)
        wall.append((time.perf_counter() - at) * 1000)
    last = max(0, round(times * 0.95) - 1)
    return Figure(sorted(cpu)[last], sorted(wall)[last])


class Bench:
    """Be one board on screen."""

    def __init__(self, made: MissionPlan) -> None:
        wording = Wording(translator("en"))
        self.model = AgendaModel(wording)
        self.model.show(all_rows(made, (), wording))
        self.board = AgendaBoard(self.model, Theme(LIGHT), wording)
        self.board.resize(*SIZE)
        self.board.show_plan(made, ())
        self.board.show()
        self.frame()

    def frame(self) -> None:
        """Paint what has changed."""
        self.board.viewport().repaint()

    def full(self, _number: int) -> None:
        self.board.respoil()
        self.frame()

    def scroll(self, number: int) -> None:
        bar = self.board.verticalScrollBar()
        down = number // 8 % 2 == 0
        bar.setValue(bar.value() + (60 if down else -60))
        self.frame()

    def zoom(self, number: int) -> None:
        self.board.zoom_by(1.15 if number // 4 % 2 == 0 else 1 / 1.15)
        self.frame()

    def drag(self, times: int) -> Figure:
        """Drag the item in the middle of the board about."""
        room = self.board.viewport()
        start = self._grip()
        QTest.mousePress(room, Qt.MouseButton.LeftButton, pos=start)
        self._move(start + QPoint(8, 8))
        figure = measured(times, lambda number: self._move(start + QPoint(number * 7 % 400, number * 13 % 260)))
        QTest.keyClick(self.board, Qt.Key.Key_Escape)
        QTest.mouseRelease(room, Qt.MouseButton.LeftButton)
        return figure

    def _grip(self) -> QPoint:
        """Return a point in the middle of an item's block, away from its edges."""
        scene = self.board.scene
        for place, blocks in scene.layout.blocks_of.items():
            box = scene.scale.box(blocks[0])
            at = QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))
            if box.height > 24 and box.y > scene.scale.head and scene.place_at(at.x(), at.y()) == place:
                return at
        raise RuntimeError("no item to take hold of")

    def _move(self, at: QPoint) -> None:
        room = self.board.viewport()
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(at),
            QPointF(room.mapToGlobal(at)),
            left,
            left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(room, event)
        self.frame()


def figures(count: int, times: int) -> dict[str, Figure]:
    """Measure a board with this many items."""
    made = mission(count)
    opened: list[Bench] = []
    found = {"open": measured(1, lambda _number: opened.append(Bench(made)))}
    bench = opened[0]
    QApplication.processEvents()
    found["full"] = measured(times, bench.full)
    found["scroll"] = measured(times, bench.scroll)
    found["drag"] = bench.drag(times)
    found["zoom"] = measured(times, bench.zoom)
    bench.board.zooming.finish()
    bench.board.hide()
    return found


def report(count: int, found: dict[str, Figure]) -> bool:
    """Print figures beside their bars; tell whether all are met."""
    fine = True
    for name, figure in found.items():
        bar = BARS[count].get(name)
        met = bar is None or figure.cpu <= bar
        fine = fine and met
        word = "      " if bar is None else "met   " if met else "MISSED"
        limit = "" if bar is None else f"   (bar <= {bar:g})"
        print(f"{word} {count:5} items  {name:7} {figure.cpu:8.1f} ms CPU {figure.wall:8.1f} ms wall{limit}")
    return fine


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100, help="how often each thing is done")
    chosen = parser.parse_args(arguments)
    _application = QApplication.instance() or QApplication([])
    load_fonts()
    results = [report(count, figures(count, chosen.times)) for count in BARS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
