"""Show what would be wrong on paper before it is written; it can be printed all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.papers.checking import Checking
from missionplanner.gui.papers.concerns import ConcernList, Said, counted
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, button, label
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.domain.checks.findings import Finding, Fix

WIDTH, HEIGHT = 640, 520


class BeforePrinting(QDialog):
    """List concerns; ``go_on`` is done where somebody prints all the same."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        checking: Checking,
        some: Sequence[Said],
        go_on: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        t = ctx.t
        self.setObjectName("before_printing")
        self.setWindowTitle(t("Check before printing"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._parent, self._checking, self._some = parent, checking, list(some)
        self._t = t
        self.list = ConcernList(ctx)
        self._counted = label("", "body", tone="quiet", name="before_counted", wrap=True)
        self._foretold = Elided("", "small", colour="text2", theme=ctx.theme, lines=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(t("Check before printing"), "h1", name="before_title"))
        column.addWidget(self._counted)
        column.addWidget(Scrolled("before_area", t("Check before printing"), self.list, reads=True), 1)
        column.addWidget(self._foretold)
        leave, agree = (
            button(t("Do not print"), "before_no"),
            button(t("Print all the same"), "before_yes", look="primary"),
        )
        leave.clicked.connect(self.reject)
        agree.clicked.connect(self.accept)
        agree.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(agree)
        column.addLayout(row)
        self.accepted.connect(lambda: go_on())
        self.list.going.connect(self._go)
        self.list.fix_wanted.connect(self._fix)
        self.list.fix_pointed.connect(checking.consider)
        checking.foretold.connect(self._foretold.set_text)
        self._show()
        self.resize(roomy(WIDTH), min(roomy(HEIGHT), parent.window().height() - 40))
        agree.setFocus()

    def _show(self) -> None:
        self._counted.setText(counted(self._some, self._t))
        self.list.show_concerns(self._some)

    def _go(self, concern: object) -> None:
        self.reject()
        cast(Any, self._parent.window()).commands.go_there(concern)  # pages know no other page

    def _fix(self, finding: Finding, fix: Fix) -> None:
        self._checking.fix(finding, fix)
        self._some = [one for one in self._some if one.concern.finding is not finding]
        self._show()
