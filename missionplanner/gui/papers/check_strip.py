"""Show under the preview what to look at before the document in front is printed: one line that unfolds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.papers.concerns import LOOKS, ConcernList, Said, counted
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, button, picture
from missionplanner.gui.widgets.scrolled import Scrolled

HEIGHT, LOW = 208, 150
"""Most pixels the unfolded list takes, in a high window and in a low one."""
ICON = 18


class CheckStrip(QFrame):
    """Be the strip. ``proof_wanted`` asks for a look at fonts and layout; ``list`` tells what else is wanted."""

    proof_wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("check_strip")
        self.setProperty("look", "card")
        self._ctx, self._t = ctx, ctx.t
        self._some: tuple[Said, ...] = ()
        self._proofed: tuple[Said, ...] = ()
        t = ctx.t
        self._sign = QHBoxLayout()
        self.words = Elided("", "strong", colour="text", theme=ctx.theme)
        self.words.setObjectName("check_words")
        self.fold = button(t("Show"), "check_fold", look="link")
        self.fold.setAccessibleName(t("Check before printing"))
        self.fold.setCheckable(True)
        self._proof = button(t("Look at fonts and layout"), "check_proof", look="link")
        self._proof.clicked.connect(self.proof_wanted)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.fold)
        self.list = ConcernList(ctx)
        self._area = Scrolled("check_area", t("Check before printing"), self.list, reads=True)
        self._foretold = Elided("", "small", colour="text2", theme=ctx.theme, lines=1)
        self._foretold.setObjectName("check_foretold")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 10, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._area)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(10)
        foot.addWidget(self._foretold, 1)
        foot.addWidget(self._proof)
        column.addWidget(self._foot)
        self.fold.toggled.connect(self._unfold)
        self.set_narrow(False)
        self.show_concerns(())
        self._unfold(False)

    @property
    def shown(self) -> tuple[Said, ...]:
        """Return what is found, with what a look at the layout has found."""
        return (*self._proofed, *self._some)

    def show_concerns(self, some: Sequence[Said]) -> None:
        """Show what was found for the document that is now in front."""
        self._some, self._proofed = tuple(some), ()
        self._fill()

    def add_proof(self, some: Sequence[Said]) -> None:
        """Show as well what only the layout has shown."""
        self._proofed = tuple(some)
        self._fill()
        self.fold.setChecked(bool(some) or self.fold.isChecked())

    def foretell(self, words: str) -> None:
        """Say what the fix would do that somebody considers; nothing for no words."""
        self._foretold.set_text(words)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the preview its room in a small window."""
        self._area.setFixedHeight(roomy(LOW if narrow else HEIGHT))

    def _fill(self) -> None:
        weights = [one.concern.weight.value for one in self.shown]
        icon, colour = LOOKS[weights[0]] if weights else ("circle-check", "ok")
        while (item := self._sign.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._sign.addWidget(picture(self._ctx.theme, icon, colour, ICON))
        self.words.set_text(counted(self.shown, self._t))
        self.list.show_concerns(self.shown)
        self._unfold(self.fold.isChecked())

    def _unfold(self, on: bool) -> None:
        self._area.setVisible(on and bool(self.shown))
        self._foot.setVisible(on)
        self.fold.setText(self._t("Hide") if on else self._t("Show"))
