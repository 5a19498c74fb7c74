"""Have the document in front looked at before it is printed, and what is found told and mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.papers.check_strip import CheckStrip
from missionplanner.gui.papers.checking import Checking
from missionplanner.gui.papers.concerns import Said

if TYPE_CHECKING:
    from missionplanner.services.paper.documents import PrintRequest

AFTER = 400
"""Milliseconds after which a document that stays in front is looked at."""


class BeforePrint(QObject):
    """Keep the strip of a page telling of what ``asked`` returns."""

    def __init__(self, ctx: Context, page: QWidget, asked: Callable[[], PrintRequest | None]) -> None:
        super().__init__(page)
        self._ctx, self._page, self._asked = ctx, page, asked
        self.strip, self.checking = CheckStrip(ctx), Checking(ctx, page)
        self._later = QTimer(self, interval=AFTER, singleShot=True)
        self._later.timeout.connect(self.look)
        self.strip.proof_wanted.connect(self._proof)
        self.strip.list.going.connect(self._go)
        self.strip.list.fix_wanted.connect(self.checking.fix)
        self.strip.list.fix_pointed.connect(self.checking.consider)
        self.checking.foretold.connect(self.strip.foretell)
        ctx.mission.checked.connect(self.soon)

    @property
    def pending(self) -> bool:
        """Tell whether a look is about to be taken."""
        return self._later.isActive()

    def soon(self) -> None:
        """Look before long."""
        self._later.start()

    def clear(self) -> None:
        """Tell nothing: no document is in front."""
        self._later.stop()
        self.strip.show_concerns(())

    def unfold(self) -> None:
        """Show all that was found, and put the focus there."""
        self.strip.fold.setChecked(True)
        self.strip.fold.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def look(self) -> None:
        """Look now."""
        request = self._asked()
        if request is None or not self._page.isVisible():
            return

        def take(some: tuple[Said, ...]) -> None:
            if request == self._asked():
                self.strip.show_concerns(some)

        self.checking.look(request, take)

    def _proof(self) -> None:
        request = self._asked()
        if request is not None:
            self.checking.proof(request, self._take_proof)

    def _take_proof(self, some: tuple[Said, ...]) -> None:
        self.strip.add_proof(some)
        if not some:
            self._ctx.notices.say(self._ctx.t("The fonts here draw every character of it."))

    def _go(self, concern: object) -> None:
        cast(Any, self._page.window()).commands.go_there(concern)  # pages know no other page
