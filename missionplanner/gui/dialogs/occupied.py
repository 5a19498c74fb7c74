"""Explain why something was not written; where files are in its place, ask whether to replace them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Occupied
from missionplanner.gui.context import Context


def explain(ctx: Context, parent: QWidget, error: BaseException, holds: str, again: Callable[[], object]) -> None:
    """Tell an error; of an occupied target say what it ``holds`` and offer to write ``again`` over it."""
    if not isinstance(error, Occupied):
        ctx.tell_failure(error)
        return
    from missionplanner.gui.dialogs.question import Question

    t = ctx.t
    title, yes, no = t("Replace what is there?"), t("Replace them"), t("Keep them")
    Question(parent, title, holds, yes, no, again).open()


def printed(ctx: Context, folder: str) -> str:
    """Return that a folder holds documents of an earlier printing."""
    return ctx.t("In “{folder}” there are documents of an earlier printing.", folder=folder)


def exported(ctx: Context, name: str) -> str:
    """Return that a file or folder holds an earlier export."""
    return ctx.t("“{name}” holds files of an earlier export.", name=name)
