"""Tell what was written: how much, where to, who was left out and why, with the way to the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.scrolled import Scrolled

WIDTH = 520
LINE, HIGHEST = 44, 180


@dataclass(frozen=True, slots=True)
class Told:
    """Be the words of a report: its title, what it came to, what went wrong, a heading and lines under it."""

    title: str
    count: str
    wrong: str = ""
    left: str = ""
    lines: Sequence[str] = ()


class Written(QDialog):
    """Show a report. ``NAME`` begins the names of its parts."""

    NAME = "written"

    def __init__(self, parent: QWidget, ctx: Context, told: Told, target: Path) -> None:
        super().__init__(parent)
        self.setObjectName(self.NAME)
        self.setWindowTitle(told.title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(told.title, "h1", name=f"{self.NAME}_title"))
        column.addWidget(label(told.count, "strong", name=f"{self.NAME}_count", wrap=True))
        where = ctx.t("In “{folder}”.", folder=target.name)
        column.addWidget(label(where, name=f"{self.NAME}_where", wrap=True))
        if told.wrong:
            column.addWidget(label(told.wrong, "small", tone="danger", name=f"{self.NAME}_missing", wrap=True))
        if told.lines:
            column.addWidget(label(told.left, "strong", name=f"{self.NAME}_left", wrap=True))
            column.addWidget(self._area(told))
        column.addLayout(self._buttons(ctx, target))
        self.setFixedWidth(roomy(WIDTH))

    def _area(self, told: Told) -> QWidget:
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        counted = Counter(told.lines)
        for words, count in counted.items():
            text = words if count == 1 else f"{words} ({count})"
            lines.addWidget(label(text, "body", tone="quiet", wrap=True))
        lines.addStretch(1)
        area = Scrolled(f"{self.NAME}_area", told.left, inside, reads=True)
        area.setFixedHeight(min(roomy(HIGHEST), roomy(LINE) * len(counted)))
        return area

    def _buttons(self, ctx: Context, target: Path) -> QHBoxLayout:
        folder = target if target.is_dir() else target.parent
        show = button(ctx.t("Show folder"), f"{self.NAME}_folder")
        show.clicked.connect(lambda: ctx.files.show(folder))
        done = button(ctx.t("Close"), f"{self.NAME}_close", look="primary")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(show)
        row.addWidget(done)
        return row
