"""Tell what a pack has become: how much was written, what was left out and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.pack import why
from missionplanner.gui.dialogs.written import Told, Written

if TYPE_CHECKING:
    from missionplanner.services.paper.packs import PackReport


class PackDone(Written):
    """Show the report of a pack, with the way to its files."""

    NAME = "pack_done"

    def __init__(self, parent: QWidget, ctx: Context, report: PackReport, target: Path) -> None:
        t = ctx.t
        counted = (
            t.plural("{count} document", "{count} documents", report.documents),
            t.plural("{count} page", "{count} pages", report.pages),
        )
        signs = "".join(report.missing)
        missing = t("Some characters could not be drawn: {characters}", characters=signs) if signs else ""
        left = t.plural("{count} left out", "{count} left out", len(report.left_out))
        lines = [why(one, ctx) for one in report.left_out]
        super().__init__(
            parent, ctx, Told(t("Pack printed"), ctx.wording.listed(counted), missing, left, lines), target
        )
