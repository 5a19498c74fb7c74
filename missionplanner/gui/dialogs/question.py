"""Ask before what cannot be undone. The answers are verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label

_WIDTH = 420


class Question(QDialog):
    """Say one sentence and offer to do it or to leave it; Escape leaves it."""

    LOOK = "primary"
    """How the verb looks that does it."""

    def __init__(
        self, parent: QWidget, title: str, text: str, yes: str, no: str, do: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for words in (
            label(title, "title", name="question_title", wrap=True),
            label(text, "body", tone="quiet", name="question_text", wrap=True),
        ):
            words.setFixedWidth(roomy(_WIDTH))
            column.addWidget(words)
        column.addSpacing(6)
        leave, agree = button(no, "question_no"), button(yes, "question_yes", look=self.LOOK)
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        agree.clicked.connect(self.accept)
        self.accepted.connect(lambda: do())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(agree)
        column.addLayout(row)
        leave.setFocus()


class Danger(Question):
    """Ask before much is lost: the verb is red."""

    LOOK = "danger"
