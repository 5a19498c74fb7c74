"""Say why a list shows nothing: it was never filled, or nothing matches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.tables.spec import TableSpec
from missionplanner.gui.widgets.basics import button, icon_button, label, picture


class EmptyList(QWidget):
    """Stand where the table would be. ``add_wanted`` and ``cleared`` tell which button was pressed."""

    add_wanted = Signal()
    cleared = Signal()

    def __init__(self, ctx: Context, spec: TableSpec) -> None:
        super().__init__()
        self.setObjectName("list_empty")
        self.setAccessibleName(ctx.t(spec.words.title))
        self._ctx, self._spec = ctx, spec
        t = ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture(ctx.theme, spec.icon, "text3", 40), 0, middle)
        self._words = label("", "title", name="list_nothing", wrap=True)
        self._hint = label("", "body", tone="quiet", name="list_hint", wrap=True)
        for one in (self._words, self._hint):
            one.setAlignment(middle)
            column.addWidget(one)
        self._add = icon_button(t(spec.words.add), "list_first", "plus", ctx.theme, look="primary")
        self._add.clicked.connect(self.add_wanted)
        self._clear = button(t("Clear the filter"), "list_clear_filter")
        self._clear.clicked.connect(self.cleared)
        for made in (self._add, self._clear):
            column.addWidget(made, 0, middle)
        column.addStretch(3)
        self.tell("")

    def tell(self, query: str) -> None:
        """Say that nothing matches a query; without one, that there is nothing yet."""
        t, words = self._ctx.t, self._spec.words
        self._words.setText(t("Nothing matches “{text}”.", text=query) if query else t(words.none))
        self._hint.setText("" if query else t(words.hint))
        self._hint.setVisible(not query)
        self._add.setVisible(not query)
        self._clear.setVisible(bool(query))
        self.setFocusProxy(self._clear if query else self._add)

    def take_focus(self) -> None:
        """Give the focus to what one begins with."""
        (self._clear if self._clear.isVisibleTo(self) else self._add).setFocus(Qt.FocusReason.OtherFocusReason)
