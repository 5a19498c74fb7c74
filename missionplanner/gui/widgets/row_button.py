"""Be one line of a card that leads somewhere: a sign, words, and a fact at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import label, picture


class RowButton(QPushButton):
    """Show a line that is clicked as a whole; its words wrap."""

    def __init__(
        self, name: str, text: str, theme: Theme, *, icon: str = "", colour: str = "text2", fact: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "row")
        self.setAccessibleName(f"{text}, {fact}" if fact else text)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 6, 8, 6)
        self.row.setSpacing(10)
        if icon:
            self.row.addWidget(picture(theme, icon, colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        self.words = label(text, "body", wrap=True)
        self.row.addWidget(self.words, 1)
        self.fact: QLabel | None = label(fact, "small", tone="quiet") if fact else None
        if self.fact is not None:
            self.fact.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.row.addWidget(self.fact, 0, Qt.AlignmentFlag.AlignTop)
        for one in self.findChildren(QWidget):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lead_to(self, do: Callable[[], object] | None) -> None:
        """Do this when clicked; a line that leads nowhere only says what it says."""
        if do is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.clicked.connect(lambda: do())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - the names are Qt's
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return max(32, self.row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:  # noqa: N802
        width = max(self.width(), 240)
        return QSize(240, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 32)
