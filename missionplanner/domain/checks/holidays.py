"""Find days on which nobody works, and nights in which clocks change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import Lists, some_of
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.schedules import Day
from missionplanner.domain.checks.stops import BUSINESS, Row, in_programme_order
from missionplanner.domain.checks.when import instant
from missionplanner.domain.programme.receiving import AT_HOSTS
from missionplanner.domain.programme.timing import day_zone
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts

_HOLIDAY = Lists(
    one=N_("{day} is a public holiday there ({holiday}): “{names}”."),
    few=N_("{day} is a public holiday there ({holiday}): “{names}”."),
    many=N_("{day} is a public holiday there ({holiday}): {count} items, among them “{names}”."),
)
_AT_HOME = N_("{day} is a public holiday at home ({holiday}): offices and delegates may be off.")
_WEEKEND = Lists(
    one=N_("{day} is a weekend there: “{names}”."),
    few=N_("{day} is a weekend there: “{names}”."),
    many=N_("{day} is a weekend there: {count} items, among them “{names}”."),
)
_WEEKEND_AT_HOME = N_("{day} is a weekend at home and a working day there.")
_CLOCKS_ON = N_("Clocks go forward by {minutes} min on {day}: the night is shorter.")
_CLOCKS_BACK = N_("Clocks go back by {minutes} min on {day}: the night is longer.")


def where(scene: Scene, row: Row) -> tuple[str | None, str]:
    """Return the country and the city of an item: its own, its place's, else of the day's destination."""
    place = scene.plan.place(row.item.place_id)
    city = row.item.city or (place.city if place else None) or ""
    country = row.item.country or (place.country if place else None)
    if country is None and city:
        same = (one.country for one in scene.plan.destinations if folded(one.city or "") == folded(city))
        country = next(same, None) or scene.knowledge.countries.get(folded(city))
    if country is None and not city and row.times.date is not None:
        country, city = _destination(scene, row.times.date)
    return country, city


def _destination(scene: Scene, day: dt.date) -> tuple[str | None, str]:
    """Return the country and city a day is spent in, where the destinations leave no doubt."""
    there = [
        one
        for one in scene.plan.destinations
        if (one.from_day or day) <= day <= (one.to_day or day) and one.country
    ]
    countries = {one.country for one in there}
    if len(countries) != 1:
        return None, ""
    return there[0].country, there[0].city or "" if len(there) == 1 else ""


@rule("holiday", severity=Severity.WARNING, title=N_("Public holiday"))
def holiday(scene: Scene) -> Iterator[Observed]:
    """Yield public holidays on which people have business there, one line each, and those at home."""
    for day in scene.schedules.days:
        yield from day.keep("holiday", lambda one: _holiday(scene, one), (scene.knowledge,))


def _holiday(scene: Scene, day: Day) -> Iterator[Observed]:
    told: dict[str, tuple[Texts, list[Row]]] = {}
    rows = _business(day)
    for row in rows:
        country, city = where(scene, row)
        name = scene.knowledge.holiday(country, day.day, city or None)
        if name is not None and country is not None:
            told.setdefault(country, (name, []))[1].append(row)
    for country, (name, some) in sorted(told.items()):
        yield _on(scene, (day.day, country), some, _HOLIDAY, name)
    home = scene.knowledge.home
    name = scene.knowledge.holiday(home, day.day)
    if rows and not told and name is not None:
        yield Observed(
            message=Message.of(_AT_HOME, {"day": day.day.isoformat(), "holiday": scene.text(name)}),
            titles=(("holiday", name),),
            subject=f"{day.day.isoformat()} {home}",
            at=day.day.isoformat(),
        )


def _business(day: Day) -> list[Row]:
    return [stop for stop in day.stops if isinstance(stop, Row) and stop.item.kind in BUSINESS]


def _on(
    scene: Scene, there: tuple[dt.date, str], rows: list[Row], sentences: Lists, name: Texts | None = None
) -> Observed:
    (day, country), rows = there, in_programme_order(rows)
    told = {"day": day.isoformat()}
    if name is not None:
        told["holiday"] = scene.text(name)
    message, titles = some_of(scene, sentences, [row.item.title for row in rows], told)
    return Observed(
        message=message,
        items=tuple(row.item.id for row in rows),
        titles=(*titles, *((("holiday", name),) if name is not None else ())),
        subject=f"{day.isoformat()} {country}",
        at=instant(rows[0].span.start, day),
    )


@rule("weekend", severity=Severity.WARNING, title=N_("Weekend"))
def weekend(scene: Scene) -> Iterator[Observed]:
    """Yield days of the weekend there with business at hosts, and those at home that are working days there."""
    for day in scene.schedules.days:
        yield from day.keep("weekend", lambda one: _weekend(scene, one), (scene.knowledge,))


def _weekend(scene: Scene, day: Day) -> Iterator[Observed]:
    told: dict[str, list[Row]] = {}
    works_there = False
    for row in _business(day):
        country, _ = where(scene, row)
        if country is None or country not in scene.knowledge.weekends:
            continue
        if not scene.knowledge.is_weekend(country, day.day):
            works_there = True
        elif row.item.kind in AT_HOSTS:
            told.setdefault(country, []).append(row)
    for country, rows in sorted(told.items()):
        yield _on(scene, (day.day, country), rows, _WEEKEND)
    if works_there and not told and scene.knowledge.is_weekend(scene.knowledge.home, day.day):
        yield Observed(
            message=Message.of(_WEEKEND_AT_HOME, {"day": day.day.isoformat()}),
            subject=f"{day.day.isoformat()} {scene.knowledge.home}",
            at=day.day.isoformat(),
        )


@rule("dst_change", severity=Severity.WARNING, title=N_("Clocks change"), rests_on=("knowledge",))
def dst_change(scene: Scene) -> Iterator[Observed]:
    """Yield changes of clocks in the zone people are in that day."""
    mission = scene.plan.mission
    told: set[tuple[dt.date, int]] = set()
    for change in scene.knowledge.clock_changes:
        here = mission.first_day <= change.day <= mission.last_day and change.zone == day_zone(
            scene.plan, change.day
        )
        if not here or (change.day, change.minutes) in told:
            continue
        told.add((change.day, change.minutes))
        sentence = _CLOCKS_ON if change.minutes > 0 else _CLOCKS_BACK
        yield Observed(
            message=Message.of(sentence, {"minutes": abs(change.minutes), "day": change.day.isoformat()}),
            subject=change.day.isoformat(),
            facts=(change.zone, str(change.minutes)),
            at=instant(change.at),
        )
