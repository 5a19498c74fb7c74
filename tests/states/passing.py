"""Bring about what passes: work under way, what is told, what went wrong."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Damaged, Locked, NotFound
from missionplanner.gui.notices import Step
from tests.stage import Stage
from tests.states.scene import FIRST, Scene, ask


def toast(stage: Stage, tone: str) -> None:
    t = stage.ctx.t
    undo = Step(t("Undo"), lambda: None)
    stage.ctx.notices.say(t("“{title}” deleted.", title="Tecnalia"), *([undo] if tone == "ok" else []), tone=tone)


def messages(stage: Stage) -> QWidget:
    for tone in ("ok", "danger"):
        toast(stage, tone)
    return ask("messages")(stage)


def banner(stage: Stage) -> None:
    t = stage.ctx.t
    words = t("You are looking at the sample: hours, hotels and most people are invented. Try anything.")
    for tone in ("warn", "danger"):
        stage.ctx.notices.put_up(tone, words, Step(t("Back to my missions"), lambda: None), tone=tone)


def stop_question(stage: Stage) -> QWidget:
    stage.work(stage.ctx.t("Printing personal agendas"))
    stage.window.commands.ask_to_stop(stage.ctx.jobs.under_way)
    return stage.dialog()


def trouble(stage: Stage, error: Damaged | Locked | NotFound) -> None:
    stage.window.show_trouble(error, stage.window.workspaces.ways_out(error, Path("missions.mplanner")))


_HELD = Locked("The workspace is open elsewhere. Close the other window or command first.")


_CUT = Damaged("{path} is damaged. It was left as it is; restore the latest backup.", path="missions.mplanner")


_GONE = NotFound("There is no workspace at {path}.", path="missions.mplanner")


STATES = (
    Scene("trouble-locked", partial(trouble, error=_HELD), "missions", FIRST),
    Scene("trouble-damaged", partial(trouble, error=_CUT), "missions", FIRST),
    Scene("trouble-missing", partial(trouble, error=_GONE), "missions", FIRST),
    Scene("progress", lambda stage: stage.work(stage.ctx.t("Printing personal agendas"))),
    Scene("toast", partial(toast, tone="ok")),
    Scene("toast-error", partial(toast, tone="danger")),
    Scene("banners", banner),
)


OVER = (
    Scene("keys", ask("shortcuts")),
    Scene("messages", messages),
    Scene("stop-question", stop_question),
)
