"""Show what checks go by, of the open mission or of all, and store what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.services.check_options import Value


def show_checks(window: QWidget, ctx: Context, code: str | None) -> None:
    """Open the options of a mission, None: of all. What cannot be read is told."""
    from missionplanner.base.errors import MissionPlannerError
    from missionplanner.gui.dialogs.check_options import CheckOptionsDialog
    from missionplanner.services import check_options

    workspace = ctx.workspace
    if workspace is None:
        return
    try:
        chosen = check_options.options(workspace, code)
    except MissionPlannerError as error:
        ctx.tell(error)
        return

    def store(values: dict[str, Value | str]) -> None:
        receipt = check_options.change(workspace, code, values)
        if receipt.changeset is not None:
            ctx.told_with_undo(ctx.t("Checks changed."))

    def reset() -> None:
        receipt = ctx.run_edit(lambda ws: check_options.reset(ws, code))
        if receipt is not None and receipt.changeset is not None:
            ctx.told_with_undo(ctx.t("All checks are as they came."))

    CheckOptionsDialog(window, ctx, chosen, store, reset).open()
