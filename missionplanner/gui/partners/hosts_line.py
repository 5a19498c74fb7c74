"""Offer, in one quiet line, to make partners of the hosts that are none yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from missionplanner.domain.partners.partnering import hosts_without_partner
from missionplanner.gui.context import Context
from missionplanner.gui.widgets.basics import Elided, button, picture

NAMED = 3


class HostsLine(QFrame):
    """Name them, with one button for all; away where every host is a partner."""

    def __init__(self, ctx: Context, add: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("hosts_line")
        self._ctx = ctx
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(picture(ctx.theme, "info", "text2", 16))
        self.words = Elided("", "small", colour="text2", theme=ctx.theme)
        row.addWidget(self.words, 1)
        self.button = button(ctx.t("Add as partners"), "add_hosts_here", look="link")
        self.button.clicked.connect(lambda: add())
        row.addWidget(self.button)
        ctx.mission.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show who hosts something and is no partner."""
        t, plan = self._ctx.t, self._ctx.mission.plan
        hosts = hosts_without_partner(plan) if plan is not None else ()
        names = [one.short or one.name or "" for one in hosts]
        shown = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        self.words.set_text(
            t.plural("{count} host is no partner yet: {names}", "{count} hosts are no partners yet: {names}",
                     len(names), names=shown)
        )  # fmt: skip
        self.setVisible(bool(hosts))
