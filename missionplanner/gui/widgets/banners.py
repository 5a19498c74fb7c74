"""Show lasting states as bands under the header."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.notices import Notice, Notices
from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import button, label, picture

_ICONS = {"info": "info", "warn": "triangle-alert", "danger": "circle-x"}


class Banners(QWidget):
    """Show the banners that are up, one below the other."""

    def __init__(self, notices: Notices, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banners")
        self._notices, self._theme = notices, theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        notices.banners_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is up now."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for notice in self._notices.banners.values():
            self._column.addWidget(self._banner(notice))
        if self.parentWidget() is None and self._notices.banners:
            return  # shown with what it is put into; before that it would be a window of its own
        self.setVisible(bool(self._notices.banners))

    def _banner(self, notice: Notice) -> QFrame:
        made = QFrame()
        made.setProperty("banner", notice.tone)
        made.setObjectName(f"banner_{notice.key}")
        row = QHBoxLayout(made)
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(picture(self._theme, _ICONS[notice.tone], notice.tone, 18))
        row.addWidget(label(notice.text, "button", wrap=True), 1)
        for number, step in enumerate(notice.steps):
            one = button(step.text, f"banner_{notice.key}_{number}", look="link")
            one.clicked.connect(lambda _checked=False, do=step.do: do())
            row.addWidget(one)
        return made
