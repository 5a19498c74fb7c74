"""Tell how far a visit or a meeting is, and whether anything is noted of what came of it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from missionplanner.base.messages import N_
from missionplanner.domain.figures import Held
from missionplanner.domain.outcomes import Subject, is_over


class Stand(StrEnum):
    """Say what is known of a visit or a meeting; ``noted`` is something, but not whether it was held."""

    OPEN = "open"
    NOTED = "noted"
    HELD = "held"
    NOT_HELD = "not_held"
    AHEAD = "ahead"


WORDS: dict[Stand, str] = {
    Stand.OPEN: N_("No outcome yet"),
    Stand.NOTED: N_("Noted"),
    Stand.HELD: N_("Held"),
    Stand.NOT_HELD: N_("Not held"),
    Stand.AHEAD: N_("Still to come"),
}
TONES = {
    Stand.OPEN: "warn",
    Stand.NOTED: "info",
    Stand.HELD: "ok",
    Stand.NOT_HELD: "danger",
    Stand.AHEAD: "quiet",
}
ICONS = {
    Stand.OPEN: "circle-help",
    Stand.NOTED: "pencil",
    Stand.HELD: "check",
    Stand.NOT_HELD: "x",
    Stand.AHEAD: "hourglass",
}


def stand_of(one: Subject, now: dt.datetime) -> Stand:
    """Return how far something is at a moment, which has a zone."""
    if one.held in (Held.NOT_HELD, Held.CANCELLED):
        return Stand.NOT_HELD
    if one.told:
        return Stand.HELD if one.held is Held.HELD else Stand.NOTED
    return Stand.OPEN if is_over(one.times, now) else Stand.AHEAD
