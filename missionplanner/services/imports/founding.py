"""Make out of a programme the mission it is of, where there is none yet: days, cities, zone."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import clock
from missionplanner.domain import records as r
from missionplanner.domain.text import MAX_LINE, clean, folded
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.services import knowledge, missions
from missionplanner.services.imports.drafts import Reading
from missionplanner.services.workspace import Workspace

if TYPE_CHECKING:
    from missionplanner.reference.gazetteer import City

_CHUNKS = re.compile(r"[,;:()|│–—/]| - ")
_DIGIT = re.compile(r"\d.*$")
_TOWARDS = re.compile(r"\b(?:to|in|a|ad|en|à|au|nach|naar|em|op)\s+((?:[A-ZÀ-Þ][\w'’-]+ ?){1,3})")
_ZONES = {
    "it": "Europe/Rome",
    "en": "Europe/London",
    "es": "Europe/Madrid",
    "fr": "Europe/Paris",
    "de": "Europe/Berlin",
    "nl": "Europe/Amsterdam",
    "pt": "Europe/Lisbon",
    "ja": "Asia/Tokyo",
}
"""The likeliest zone of a programme that names no town we know, by its language: told as a guess."""
_HEADER_LINES = 6
_BIG = 40_000
"""Inhabitants of a town that is meant where a programme names it alone."""
_KNOWN = 200_000
"""Inhabitants of one that is known by other names too."""
_HEADER, _ENTRY = 3, 2
_GREETINGS = frozenset(
    {"dear", "hi", "hello", "gentile", "gentili", "caro", "cara", "cari", "buongiorno", "ciao", "egregio"}
    | {"estimado", "estimada", "estimados", "hola", "sehr", "liebe", "lieber", "hallo", "bonjour", "cher", "chere"}
    | {"beste", "geachte", "caros", "prezado", "prezada", "ola", "madame", "monsieur"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionMade:
    """Be the mission a programme would make. ``zone`` None is not known and has to be told.

    ``zone_guessed`` tells that nothing but the language speaks for it.
    """

    code: str
    title: str
    start: dt.date
    end: dt.date
    zone: str | None = None
    city: str | None = None
    country: str | None = None
    language: str = "it"
    zone_guessed: bool = False

    def records(self) -> tuple[r.Mission, tuple[r.Destination, ...]]:
        """Return the mission and where it goes. Raises Invalid without a zone, or for what cannot be."""
        if not self.zone:
            raise Invalid(
                N_("It cannot be told in which time zone this programme is. Name it, as in Europe/Madrid."),
                field="zone",
            )
        code = clean(self.code, missions.LONGEST_CODE)
        if not code:
            raise Invalid(N_("Give the mission a code."), field="code")
        mission = r.Mission(
            code=code,
            title=Texts.of({self.language: clean(self.title, MAX_LINE) or code}),
            start=self.start,
            end=self.end,
            zone=self.zone,
            status=MissionStatus.PLANNING,
            languages=(self.language,),
        )
        missions.refuse_impossible(mission)
        if not self.city:
            return mission, ()
        destination = r.Destination(
            mission_id=mission.id,
            city=self.city,
            country=self.country,
            zone=self.zone,
            from_day=self.start,
            to_day=self.end,
        )
        return mission, (destination,)


def founded(reading: Reading, code: str, zone: str | None = None) -> MissionMade:
    """Return the mission the days of a reading tell of. Raises Invalid where no day is known, or for the zone."""
    if zone:
        clock.zone(zone)
    days = reading.days
    if not days:
        raise Invalid(N_("No day of this programme is known: make the mission first, then import into it."))
    town = _town(reading)
    made = MissionMade(
        code=code,
        title=_title(reading.title) or code,
        start=days[0],
        end=days[-1],
        language=reading.language or "it",
    )
    if town is not None:
        made = replace(made, zone=town.zone, city=town.alias or town.name, country=town.country)
    zones = Counter(one.values["zone"] for one in reading.drafts if one.values.get("zone"))
    told = zone or next((name for name, _ in zones.most_common(1)), None)
    if told or made.zone:
        return replace(made, zone=told or made.zone)
    return replace(made, zone=_ZONES.get(reading.language or ""), zone_guessed=True)


def suggested(ws: Workspace, reading: Reading) -> MissionMade:
    """Return the mission a reading tells of, under a code no other has. Raises Invalid where no day is known."""
    made = founded(reading, "")
    title = made.title or reading.file.rpartition(".")[0] or reading.file
    taken = {one.code for one in missions.listing(ws)}
    return replace(made, title=title, code=missions.made_up_code(title, made.start, taken))


def _title(title: str | None) -> str:
    """Return the first line of a programme, unless it greets somebody."""
    text = " ".join((title or "").split())[:MAX_LINE]
    return "" if folded(text).partition(" ")[0].strip(",") in _GREETINGS else text


def _town(reading: Reading) -> City | None:
    """Return the town a programme speaks of most: its header counts more than what its entries name."""
    found: Counter[str] = Counter()
    towns: dict[str, City] = {}
    for weight, words in _named(reading):
        name = _DIGIT.sub("", words).strip()
        if len(name) < 3 or not name[:1].isupper():
            continue
        town = knowledge.city(name)
        if town is None or town.people < _BIG or folded(name) in _NO_TOWNS:
            continue
        if folded(name) == folded(town.name) or town.people >= _KNOWN:
            towns.setdefault(folded(name), town)
            found[folded(name)] += weight
    return towns[found.most_common(1)[0][0]] if found else None


_NO_TOWNS = frozenset({"mission", "nice", "reading", "split", "mobile", "union", "orange", "bath", "of", "hall"})
"""Towns that are words of a programme more often."""


def _named(reading: Reading) -> Iterator[tuple[int, str]]:
    for text in (reading.title or "", *reading.lines[:_HEADER_LINES]):
        yield from ((_HEADER, chunk.strip()) for chunk in _CHUNKS.split(text))
        yield from ((_HEADER, match.strip()) for match in _TOWARDS.findall(text))
    for one in reading.drafts:
        if one.values.get("city"):
            yield _ENTRY, str(one.values["city"])
        for chunk in _CHUNKS.split(str(one.values.get("place") or "")):
            yield 1, chunk.strip()
        for match in _TOWARDS.findall(str(one.values.get("title") or "")):
            yield 1, match.strip()
