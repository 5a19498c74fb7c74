"""Put pages, thumbnails and what zooms them into one pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.preview.sheets import Size
from missionplanner.gui.preview.thumbnails import Thumbnails
from missionplanner.gui.preview.view import Line, PreviewView
from missionplanner.gui.widgets.basics import ActionButton, label


class PreviewPane(QFrame):
    """Show a document. ``wanted`` and ``marked`` carry the key of a line: to be opened, or only gone to."""

    wanted = Signal(str)
    marked = Signal(str)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("preview_card")
        self.setProperty("look", "card")
        self._t = ctx.t
        self.view, self.thumbnails = PreviewView(ctx), Thumbnails(ctx)
        self._where = label("", "small", tone="quiet", name="preview_page")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 5, 8, 5)
        bar.setSpacing(4)
        bar.addWidget(self._where)
        bar.addStretch(1)
        for name in ("smaller_page", "larger_page", "fit_page"):
            bar.addWidget(ActionButton(actions[name], ctx.theme, look="flat", icon_only=True))
        column.addLayout(bar)
        inside = QHBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self.thumbnails)
        inside.addWidget(self.view, 1)
        column.addLayout(inside, 1)
        self.view.turned.connect(self._turn)
        self.view.wanted.connect(self.wanted)
        self.view.marked.connect(self.marked)
        self.thumbnails.wanted.connect(self.view.go_to)

    def show_document(self, data: bytes, sizes: Sequence[Size], lines: Sequence[Line] = ()) -> None:
        """Show another document, or the same one printed anew; nothing where it has no pages."""
        self.view.show_document(data, sizes, lines)
        self.thumbnails.pages.show_document(data, sizes)
        self._turn(self.view.page)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the thumbnails out where there is little room."""
        self.thumbnails.setVisible(not narrow)

    def _turn(self, page: int) -> None:
        count = self.view.pages
        words = self._t("Page {number} of {count}", number=page + 1, count=count) if count else ""
        self._where.setText(words)
        self.thumbnails.show_page(page)
