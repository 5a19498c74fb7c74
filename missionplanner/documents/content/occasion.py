"""Say when, where and with whom an item is, as the facts at the head of a sheet about it."""

from __future__ import annotations

from missionplanner.documents.content.dates import listed, long_day, weekday
from missionplanner.documents.content.places import place_line
from missionplanner.documents.content.times import when_of, zones_line
from missionplanner.documents.content.values import Fact
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r


def occasion(voice: Voice, item: r.AgendaItem) -> tuple[Fact, ...]:
    """Return date, time, place and hosts of an item; who hosts is left out where nobody is known to."""
    t, times = voice.t, voice.times_of(item)
    place = place_line(voice, item)
    when = when_of(voice, item.kind, times, item.part_of_day, cancelled=False).spoken
    hosts = [name for name in map(voice.organisation_name, voice.plan.hosts(item)) if name]
    day = item.date
    found = (
        Fact(t("Date"), long_day(day, voice.language), weekday(day, voice.language)) if day else Fact("", ""),
        Fact(t("Time"), when or t("to be confirmed"), zones_line(voice, item.kind, times, located=bool(place))),
        Fact(t("Place"), place or t("to be confirmed")),
        Fact(t("Hosted by"), listed(hosts, voice.language) if hosts else ""),
    )
    return tuple(fact for fact in found if fact.value)
