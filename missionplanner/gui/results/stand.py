"""Tell how far a visit or a meeting is, and whether anything is noted of what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from enum import StrEnum
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.figures import Held
from missionplanner.domain.results.outcomes import Subject, is_over


class Stand(StrEnum):
    """Say what is known of a visit or a meeting; ``noted`` is something, but not whether it was held.

    ``unsure`` is what was only tentative and is over.
    """

    OPEN = "open"
    NOTED = "noted"
    HELD = "held"
    NOT_HELD = "not_held"
    AHEAD = "ahead"
    UNSURE = "unsure"


WORDS: dict[Stand, str] = {
    Stand.OPEN: N_("No outcome yet"),
    Stand.NOTED: N_("Noted"),
    Stand.HELD: N_("Held"),
    Stand.NOT_HELD: N_("Not held"),
    Stand.AHEAD: N_("Still to come"),
    Stand.UNSURE: N_("Was only tentative"),
}
TONES = {
    Stand.OPEN: "warn",
    Stand.NOTED: "info",
    Stand.HELD: "ok",
    Stand.NOT_HELD: "danger",
    Stand.AHEAD: "quiet",
    Stand.UNSURE: "quiet",
}
ICONS = {
    Stand.OPEN: "circle-help",
    Stand.NOTED: "pencil",
    Stand.HELD: "check",
    Stand.NOT_HELD: "x",
    Stand.AHEAD: "hourglass",
    Stand.UNSURE: "circle-dashed",
}


def stand_of(one: Subject, now: dt.datetime, missing: Container[UUID]) -> Stand:
    """Return how far something is at a moment, which has a zone; ``missing`` are those that want an outcome."""
    if one.held in (Held.NOT_HELD, Held.CANCELLED):
        return Stand.NOT_HELD
    if one.told:
        return Stand.HELD if one.held is Held.HELD else Stand.NOTED
    if one.id in missing:
        return Stand.OPEN
    return Stand.UNSURE if is_over(one.times, now) else Stand.AHEAD
