"""Show over a board where things would lie, for as long as somebody considers it; let it come and go softly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.board.dragging import Ghost
from missionplanner.gui.board.entries import Entry
from missionplanner.gui.board.facts import Cities
from missionplanner.gui.board.ghost_paint import Carried, paint_carried
from missionplanner.gui.board.look import Look, look_of
from missionplanner.gui.board.scale import Box, into
from missionplanner.gui.board.showing import boxes_of, clock, lasting
from missionplanner.gui.models.rows import Row

if TYPE_CHECKING:
    from missionplanner.gui.board.view import BoardView

LASTS = 120
"""Milliseconds it takes to come or go, where the system wants things to move at all."""
Would = Sequence[tuple[Row, Entry]]


class Outlook(QObject):
    """Be what would be. Where all of it lies out of sight, the board looks there meanwhile."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._board = board
        self._ghosts: list[tuple[Ghost, Look]] = []
        self._holes: frozenset[UUID] = frozenset()
        self._rings: frozenset[UUID] = frozenset()
        self._words = ""
        self._share = 0.0
        self._back: tuple[tuple[int, int], tuple[int, int]] | None = None
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._take_share)
        self._fade.finished.connect(self._rest)

    @property
    def shown(self) -> bool:
        """Tell whether there is anything to draw."""
        return self._share > 0 or self._fade.state() is QVariantAnimation.State.Running

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        """Return where things would lie."""
        return tuple(ghost for ghost, _ in self._ghosts)

    def show(self, plan: MissionPlan, would: Would, moved: Iterable[UUID], about: Iterable[UUID]) -> None:
        """Show items where they would lie by a plan, holes where they leave, rings where they stay and change."""
        cities = Cities(plan, self._board.t.language)
        self._ghosts = [(_ghost(entry), look_of(row, plan, cities)) for row, entry in would]
        self._holes, self._rings = frozenset(moved), frozenset(about)
        self._words = self._said(would[0][1]) if would else ""
        self._look_there()
        self._go(1.0)

    def leave(self) -> None:
        """Let it go; the board looks again where it looked."""
        if not self.shown:
            return
        if self._back is not None:
            before, there = self._back
            if self._at() == there:
                self._scroll(*before)
            self._back = None
        self._go(0.0)

    def paint(self, painter: QPainter) -> None:
        """Draw it as far as it has come."""
        board, scene = self._board, self._board.scene
        carried = Carried(holes=self._boxes(self._holes), rings=self._boxes(self._rings), words=self._words)
        for ghost, look in self._ghosts:
            boxes = self._where(ghost)
            carried.blocks += [(box, look, ghost.start is None) for box in boxes]
            carried.at = carried.at or next(iter(boxes), None)
        body = scene.scale.body
        painter.save()
        painter.setClipRect(board.viewport().rect().adjusted(0, int(body.y), 0, 0))
        paint_carried(painter, carried, scene.ink, scene.scale, self._share)
        painter.restore()

    # -- where --------------------------------------------------------------------------------------

    def _boxes(self, items: Iterable[UUID]) -> list[Box]:
        scene, rows = self._board.scene, self._board.stage.rows
        wanted = set(items)
        places = [place for place, row in enumerate(rows) if row.id in wanted]
        return [box for place in places for box in scene.scale.boxes_of(scene.layout, place)]

    def _where(self, ghost: Ghost) -> list[Box]:
        """Return where a ghost is drawn; on the shelf that is at its top, wherever the mouse is."""
        boxes = boxes_of(self._board, ghost)
        scale = self._board.scene.scale
        return [one._replace(y=scale.head + 8) for one in boxes] if ghost.date is None else boxes

    def _said(self, entry: Entry) -> str:
        if entry.date is None:
            return self._board.t("Not placed")
        if entry.start is None:
            return self._board.t("no clock time")
        start, end = clock(entry.start), clock(entry.end)
        return f"{start} – {end}   {lasting(entry.end - entry.start)}" if entry.length is not None else start

    def _look_there(self) -> None:
        """Look where the first ghost is, unless some of it is in sight."""
        body = self._board.scene.scale.body
        boxes = [box for ghost, _ in self._ghosts if ghost.start is not None for box in self._where(ghost)]
        if not boxes or any(box.meets(body) for box in boxes):
            return
        before, first = self._back[0] if self._back is not None else self._at(), boxes[0]
        across, down = self._at()
        self._scroll(
            round(across + into(first.x, first.right, body.x, body.right)),
            round(down + into(first.y, first.bottom, body.y, body.bottom)),
        )
        self._back = before, self._at()

    def _at(self) -> tuple[int, int]:
        return self._board.horizontalScrollBar().value(), self._board.verticalScrollBar().value()

    def _scroll(self, across: int, down: int) -> None:
        self._board.horizontalScrollBar().setValue(across)
        self._board.verticalScrollBar().setValue(down)

    # -- coming and going ---------------------------------------------------------------------------

    def _go(self, share: float) -> None:
        self._fade.stop()
        lasts = self._board.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._board)
        if not lasts or not self._board.isVisible():
            self._take_share(share)
            self._rest()
            return
        self._fade.setDuration(min(LASTS, lasts))
        self._fade.setStartValue(self._share)
        self._fade.setEndValue(share)
        self._fade.start()

    def _take_share(self, share: float) -> None:
        self._share = share
        self._board.viewport().update()

    def _rest(self) -> None:
        if not self._share:
            self._ghosts, self._holes, self._rings = [], frozenset(), frozenset()


def _ghost(entry: Entry) -> Ghost:
    return Ghost(-1, entry.date, entry.start, entry.end, entry.lanes)
