"""Say when each pitch of a session begins, as far as minutes are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from missionplanner.documents.content.dates import clock
from missionplanner.documents.content.values import Line
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r


def in_turn(voice: Voice, item: r.AgendaItem) -> list[r.Pitch]:
    """Return the pitches of a session in the order they are held."""
    pitches = voice.plan.item_pitches(item)
    return sorted(pitches, key=lambda one: (one.position is None, one.position or 0, one.order))


def turns(voice: Voice, item: r.AgendaItem) -> Iterator[tuple[r.Pitch, str]]:
    """Give each pitch and its clock time, empty from the first one whose start cannot be known."""
    times = voice.times_of(item)
    moment = dt.datetime.combine(times.date, times.start) if times.date and times.start else None
    for pitch in in_turn(voice, item):
        yield pitch, clock(moment.time()) if moment else ""
        moment = moment + dt.timedelta(minutes=pitch.minutes) if moment and pitch.minutes else None


def pitch_lines(voice: Voice, item: r.AgendaItem) -> tuple[Line, ...]:
    """Return the running order of a pitching session."""
    return tuple(_line(voice, pitch, time) for pitch, time in turns(voice, item))


def _line(voice: Voice, pitch: r.Pitch, time: str) -> Line:
    person = voice.plan.person(pitch.person_id)
    organisation = voice.plan.organisation(pitch.organisation_id)
    names = [voice.organisation_name(organisation), voice.person_name(person) if person else ""]
    name, *rest = [one for one in names if one] or [voice.t("to be confirmed")]
    return Line(time, name, " · ".join(part for part in (*rest, voice.text(pitch.topic)) if part))
