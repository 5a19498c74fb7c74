"""List every state of the window: what is pictured, and what no control may be unnamed or cut in.

A new state is one line of a subject's ``STATES`` in ``tests/states``, a new dialog one of its ``OVER``: its name,
what brings it about, on which page.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QDialog

from tests import looks, tabbing
from tests.stage import Stage, until
from tests.states import (
    agenda,
    b2b,
    budget,
    delegation,
    directory,
    documents,
    imports,
    logistics,
    meetings,
    missions,
    palette,
    partners,
    passing,
    portfolio,
    report,
)
from tests.states.scene import BARE, FIRST, GROUNDS, SAMPLE, SHOWN, Scene

__all__ = [
    "BARE",
    "FIRST",
    "GROUNDS",
    "OVER",
    "SAMPLE",
    "SCENES",
    "SHOWN",
    "Scene",
    "faults",
    "in_turn",
    "of",
    "prepare",
]

TURNS = 12
"""How many looks share the states between them where not every look can take all."""
_NEXT_YEAR = dt.date(2027, 5, 3)

STATES: tuple[Scene, ...] = (
    *missions.STATES,
    *portfolio.STATES,
    *agenda.STATES,
    *palette.STATES,
    *documents.STATES,
    *delegation.STATES,
    *directory.STATES,
    *budget.STATES,
    *partners.STATES,
    *logistics.STATES,
    *meetings.STATES,
    *b2b.STATES,
    *report.STATES,
    *passing.STATES,
)
"""What the window itself shows."""
OVER: tuple[Scene, ...] = (
    *missions.OVER,
    *agenda.OVER,
    *documents.OVER,
    *delegation.OVER,
    *directory.OVER,
    *budget.OVER,
    *logistics.OVER,
    *meetings.OVER,
    *b2b.OVER,
    *report.OVER,
    *partners.OVER,
    *imports.OVER,
    *passing.OVER,
)
"""Dialogs and menus over it."""
SCENES = (*STATES, *OVER)


def prepare(stage: Stage, ground: str) -> None:
    """Bring a window with an open workspace to its ground: the sample's mission, an empty one, or none."""
    if ground == SAMPLE:
        stage.window.open_mission(SHOWN)
    elif ground == BARE:
        from missionplanner.services import missions

        draft = missions.MissionDraft(
            title="Study visit to Bilbao",
            start=_NEXT_YEAR,
            end=_NEXT_YEAR + dt.timedelta(days=2),
            zone="Europe/Madrid",
            city="Bilbao",
            code="BIO",
            language="en",
        )
        stage.window.workspaces.create_mission(draft)
    stage.settle()
    if stage.ctx.mission.plan is not None:
        until(lambda: stage.agenda.focus_part().isVisible())
        stage.settle()


def of(ground: str) -> list[Scene]:
    """Return the states that one sees on a ground."""
    return [one for one in SCENES if one.ground == ground]


def in_turn(ground: str, turn: int) -> list[Scene]:
    """Return the states of a ground that one of the looks takes that share them: each is some look's."""
    return of(ground)[turn::TURNS]


def faults(stage: Stage, states: list[Scene], *, keys: bool = False) -> dict[str, list[str]]:
    """Bring states about; return what is cut, unnamed, too small, marked up or does nothing in which of them.

    With ``keys`` every dialog is walked by Tab too.
    """
    found = {}
    for scene in states:
        shown = scene.play(stage)
        found[scene.name] = [*looks.cut(shown), *looks.faults(shown)]
        if shown is stage.window:
            found[scene.name] += [f"does nothing: {name}" for name in stage.idle_deeds()]
        if keys and isinstance(shown, QDialog):
            found[scene.name] += tabbing.faults(shown)
    stage.clear()
    return {name: wrong for name, wrong in found.items() if wrong}
