"""Show a way to start as a large button with a sentence under its name."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import icon_name, label, picture


class StartCard(QPushButton):
    """Do an action; the words under it say what comes of it. ``title`` says it otherwise than the action.

    ``icon`` is that of an action that is declared nowhere.
    """

    def __init__(self, action: QAction, words: str, theme: Theme, *, title: str = "", icon: str = "") -> None:
        super().__init__()
        title = title or action.text().rstrip("…")
        self.setObjectName(f"start_{action.objectName()}")
        self.setProperty("look", "start")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        column.addWidget(picture(theme, icon or icon_name(action), "accent", 24))
        column.addSpacing(4)
        column.addWidget(label(title, "strong", wrap=True))
        column.addWidget(label(words, "small", tone="quiet", wrap=True))
        column.addStretch(1)
        self._action = action
        self.setAutoDefault(True)  # Enter does it too, as on the one button of a dialog
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(228, self._column.totalHeightForWidth(228))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(190, self._column.totalHeightForWidth(max(190, self.width())))
