"""Tell who travelled and how: the map of the route, legs, organisations, regions, value chains, groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from missionplanner.documents.content import places
from missionplanner.documents.content.dates import day_and_month, listed
from missionplanner.documents.content.drawn import Bar, Bars, RouteMap, Series, Tone
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Part, Table, TableRow
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.figures import Cut, Share, Side, shares
from missionplanner.domain.figures.cuts import Key
from missionplanner.domain.logistics.naming import LEGS
from missionplanner.domain.logistics.routes import NOWHERE
from missionplanner.domain.naming import ECOSYSTEMS
from missionplanner.domain.vocabulary import LegMode

MOST = 14
"""Rows of a chart; what is smaller is added up in one."""
OURS = ("delegates", "held", "contacts", "agreements")
THEIRS = ("organisations", "held", "contacts", "agreements")


def delegation(matter: Matter) -> Iterator[Chapter]:
    """Give the chapter on who travelled; nothing where nobody did."""
    people = matter.plan.travellers
    if not people:
        return
    count = matter.t.plural("{count} delegate", "{count} delegates", len(people))
    parts = tuple(_parts(matter))
    yield Chapter("delegation", matter.t("Delegation and route"), count=count, parts=parts, fresh=True)


def _parts(matter: Matter) -> Iterator[Part]:
    t = matter.t
    route = matter.desk.archive.route
    if route is not NOWHERE and len(route.stops) > 1:
        yield _map(matter)
    legs = tuple(_legs(matter))
    if legs:
        columns = (
            Column(t("Day"), 14),
            Column(t("Journey"), 28, "strong"),
            Column(t("Route"), 44),
            Column(t("Travellers"), 12, "number"),
        )
        yield Table(columns, legs, t("Journeys of the delegation"))
    for cut, title, first in (
        (Cut.ORGANISATION, t("By organisation"), t("Organisation")),
        (Cut.GROUP, t("By group"), t("Group")),
        (Cut.REGION, t("By region of origin"), t("Region")),
        (Cut.VALUE_CHAIN, t("By value chain"), t("Value chain")),
    ):
        yield from cut_bars(matter, (cut, Side.OURS), title, (first, t("Delegates")))


def _map(matter: Matter) -> RouteMap:
    t, route = matter.t, matter.desk.archive.route
    names = tuple(one.name for one in route.stops)
    main = [one.name for one in route.stops if one.main] or list(names)
    codes = {one.country for one in route.land if one.country}
    about = t("Map of the route, by way of {places}", places=listed(main, matter.language))
    caption = t("Flights are drawn as arcs, trains as dashed and journeys by road as dotted lines.")
    return RouteMap(route, names, tuple((code, matter.country(code)) for code in sorted(codes)), about, caption)


def _legs(matter: Matter) -> Iterator[TableRow]:
    attendees, everyone = Attendees(matter.plan), matter.plan.everyone
    legs = [one for one in matter.plan.legs if not one.private and one.mode is not LegMode.ON_FOOT]
    legs.sort(key=lambda one: (one.date or dt.date.max, one.start or dt.time.max, one.position))
    for leg in legs:
        yield TableRow(str(leg.id), _leg(matter, leg, len(attendees.on(leg) & everyone)))


def _leg(matter: Matter, leg: r.Leg, count: int) -> tuple[Cell, ...]:
    word = matter.t(LEGS[leg.mode]) if leg.mode is not None else ""
    named = " ".join(part for part in (word, places.leg_number(leg)) if part)
    day = day_and_month(leg.date, matter.language) if leg.date else ""
    return (Cell(day), Cell(named), Cell(matter.route_of(leg)), Cell(str(count) if count else ""))


# -- cuts -------------------------------------------------------------------------------------------


def cut_bars(matter: Matter, by: tuple[Cut, Side], title: str, heads: tuple[str, str]) -> Iterator[Bars]:
    """Give bars of a cut, with what is known beside them; nothing where it does not tell anything apart.

    ``heads`` are those of the column of names and of the bars.
    """
    (cut, side), (first, drawn) = by, heads
    found = shares(matter.plan, matter.record, *by)
    told = {key: share for key, share in found.items() if key is not None}
    names = OURS if side is Side.OURS else THEIRS
    counted = [share for share in found.values() if getattr(share, names[0])]
    if not told or (len(counted) < 2 and cut is not Cut.REGION) or _says_nothing(cut, list(told.values())):
        return
    if not any(getattr(share, names[0]) for share in told.values()):
        return
    rows = _rows(found, names, name := _namer(matter, cut))
    if len(rows) > MOST + 1:
        rest = matter.t.plural("{count} other", "{count} others", len(rows) - MOST)
        rows = [*rows[:MOST], ("", _sum([share for _, share in rows[MOST:]]))]
    else:
        rest = ""
    beside = _beside(matter, [share for _, share in rows], names)
    series = (Series(drawn, Tone.SOLID), *(Series(word, None) for _, word in beside))
    fields = (names[0], *(field for field, _ in beside))
    bars = tuple(_bar(key, rest if key == "" else name(key), share, fields) for key, share in rows)
    yield Bars(title, series, bars, f"{title}: {drawn}", first)


def _rows(
    found: Mapping[Key, Share], names: tuple[str, ...], name: Callable[[Key], str]
) -> list[tuple[Key, Share]]:
    """Return what a cut tells of, the largest first and what is equal by name; what nobody told stands last."""
    rows = [(key, share) for key, share in found.items() if key is not None or getattr(share, names[0])]

    def order(row: tuple[Key, Share]) -> tuple[object, ...]:
        key, share = row
        return (key is None, *(-getattr(share, one) for one in names), name(key).casefold())

    return sorted(rows, key=order)


def _says_nothing(cut: Cut, told: list[Share]) -> bool:
    """Tell whether a cut gives the same figures for all: they are those of one organisation that is in each."""
    return cut in (Cut.VALUE_CHAIN, Cut.ECOSYSTEM) and len(told) > 1 and all(one == told[0] for one in told)


def _beside(matter: Matter, some: list[Share], names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the figures that stand beside the bars: those that are not all nothing."""
    t = matter.t
    words = {"held": t("B2B held"), "contacts": t("Contacts"), "agreements": t("Agreements")}
    return [(one, words[one]) for one in names[1:] if any(getattr(share, one) for share in some)]


def _sum(some: list[Share]) -> Share:
    names = ("delegates", "organisations", "booked", "held", "contacts", "agreements")
    return replace(Share(), **{name: sum(getattr(one, name) for one in some) for name in names})


def _bar(key: Key, label: str, share: Share, names: tuple[str, ...]) -> Bar:
    values: list[int] = [getattr(share, name) for name in names]
    drawn = (float(values[0]), *(None for _ in values[1:]))
    return Bar(str(key or label), label, drawn, tuple(str(value) if value else "–" for value in values))


def _namer(matter: Matter, cut: Cut) -> Callable[[Key], str]:
    """Return what says the name of a key."""
    t = matter.t

    def name(key: Key) -> str:
        if key is None:
            return t("Not told")
        if isinstance(key, UUID):
            group = matter.plan.group(key)
            return matter.voice.group_name(group) if group is not None else matter.organisation(key)
        if cut is Cut.ECOSYSTEM:
            return next((t(word) for own, word in ECOSYSTEMS.items() if own == key), key)
        said = {Cut.COUNTRY: matter.country, Cut.REGION: matter.region, Cut.VALUE_CHAIN: matter.chain}
        return said[cut](key)

    return name
