"""Say what time it is for a session: which round is on, how long it lasts yet, what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.domain import records as r
from missionplanner.domain.clock import local
from missionplanner.domain.meetings.rounds import Round, round_at
from missionplanner.domain.meetings.session import Session
from missionplanner.gui.wording import Wording

_HOUR, _MINUTE = 3600, 60
LAST_MINUTES = 2
"""Minutes before its end from which a round is told in the colour of what needs attention."""


@dataclass(frozen=True, slots=True)
class Told:
    """Be what the head of the rounds says. ``share`` is how much of the round has passed, None outside of one."""

    figure: str
    words: str
    tone: str = "text"
    share: float | None = None


def live_number(session: Session, every: Sequence[Round], moment: dt.datetime) -> int:
    """Return which round one looks at at a moment: the one under way, else the next, else the last; from 0."""
    at = round_at(session, moment)
    found = at.now or at.next
    return found.number - 1 if found is not None else max(len(every) - 1, 0)


def told_at(
    wording: Wording,
    session: Session,
    moment: dt.datetime,
    outcomes: Mapping[UUID, r.Outcome],
) -> Told:
    """Return what is said at a moment in UTC: time left in the round, until the next one, or that all are over."""
    t, at = wording.t, round_at(session, moment)
    if at.now is not None:
        left = at.now.end - moment
        length = (at.now.end - at.now.start) / dt.timedelta(seconds=1)
        share = 1 - left / dt.timedelta(seconds=1) / length if length else None
        tone = "warn" if left <= dt.timedelta(minutes=LAST_MINUTES) else "text"
        return Told(clock_of(left), t("until round {number} ends", number=at.now.number), tone, share)
    if at.next is not None:
        left = at.next.start - moment
        if left >= dt.timedelta(days=1):
            return Told(*_far(wording, session, at.next))
        words = t("until round {number} begins", number=at.next.number)
        return Told(clock_of(left), words, "info" if left <= dt.timedelta(minutes=LAST_MINUTES) else "text")
    return Told(*over(t, session, outcomes)) if at.over else Told("–", t("The session has no rounds yet."))


def _far(wording: Wording, session: Session, first: Round) -> tuple[str, str]:
    """Say when the next round is where that is on another day."""
    start = local(first.start, session.zone(first.slot.date))
    day = wording.day_within(start.date())
    return f"{start:%H:%M}", wording.t("Round {number} begins on {day}", number=first.number, day=day)


def over(t: Translator, session: Session, outcomes: Mapping[UUID, r.Outcome]) -> tuple[str, str]:
    """Say that all rounds are over, with how many meetings were held, were not, and of how many nobody said."""
    placed = session.placed
    told = [outcomes[one.id].held for one in placed if one.id in outcomes]
    held, missed = told.count(True), told.count(False)
    unsaid = len(placed) - held - missed
    parts = [t.plural("{count} held", "{count} held", held)]
    if missed:
        parts.append(t.plural("{count} not held", "{count} not held", missed))
    if unsaid:
        parts.append(t.plural("{count} without an outcome", "{count} without an outcome", unsaid))
    return t("All rounds over"), ", ".join(parts)


def wall_clock(wording: Wording, session: Session, moment: dt.datetime, day: dt.date) -> str:
    """Return the time it is where the session is: "12:15 in Madrid"; the zone's city tells which clock."""
    zone = session.zone(day)
    city = zone.rpartition("/")[2].replace("_", " ")
    return wording.t("It is {time} ({zone})", time=f"{local(moment, zone):%H:%M}", zone=city)


def clock_of(left: dt.timedelta) -> str:
    """Return how long something lasts as a clock counts down: "12:34", "1:02:05"."""
    seconds = max(0, -(-left // dt.timedelta(seconds=1)))
    hours, rest = divmod(seconds, _HOUR)
    minutes, last = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{last:02}" if hours else f"{minutes}:{last:02}"
