"""Say the portfolio of a year: figures, the year by organisation, a map, the missions, who is asked for twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from babel.dates import get_month_names

from missionplanner.base.i18n import Translator
from missionplanner.documents.content.dates import interval, listed, locale_of, sentence_case, stamp
from missionplanner.documents.content.drawn import (
    Bar,
    Bars,
    RouteMap,
    Series,
    Stretch,
    Tiles,
    Tone,
    Year,
    YearRow,
)
from missionplanner.documents.content.portfolio_aims import aims
from missionplanner.documents.content.sheets import (
    Cell,
    Chapter,
    Column,
    Paragraphs,
    Part,
    Sheets,
    Table,
    TableRow,
)
from missionplanner.documents.content.values import Fact, Frame, Said
from missionplanner.domain.logistics.routes import Route
from missionplanner.domain.naming import ECOSYSTEMS, MISSION_KINDS, MISSION_STATUSES
from missionplanner.domain.results.portfolio import (
    Cut,
    Entry,
    Key,
    Lane,
    Portfolio,
    Tally,
    lanes,
    months,
    tallies,
    visits,
)
from missionplanner.domain.vocabulary import MissionStatus

MOST_ROWS = 16
"""Rows of a chart; what is smaller is added up in one."""
MOST_CLASHES = 120
"""Rows of people asked for twice; of more it says how many."""
MOST_NAMED = 6
"""Cities the map's text names."""


def portfolio_content(portfolio: Portfolio, route: Route, t: Translator) -> Sheets:
    """Return what the paper of a portfolio shows, in the language of ``t``."""
    told = _Told(portfolio, t)
    chapters = (
        *_overview(told),
        *_map(told, route),
        *_missions(told),
        *_clashes(told),
        *aims(told.portfolio, told.t),
        *_figures(told),
    )
    return Sheets(
        _frame(told),
        t("Portfolio {year}", year=portfolio.year),
        chapters=chapters if portfolio.entries else (),
        nothing=t("No mission and no event has a day in {year}.", year=portfolio.year),
    )


@dataclass(frozen=True)
class _Told:
    """Be a portfolio with the language it is told in, its missions numbered in their order."""

    portfolio: Portfolio
    t: Translator

    @property
    def language(self) -> str:
        return self.t.language

    @cached_property
    def numbers(self) -> dict[UUID, int]:
        return {one.id: number for number, one in enumerate(self.portfolio.entries, 1)}

    @cached_property
    def months(self) -> range:
        return months(self.portfolio)

    def title(self, identity: UUID) -> str:
        """Return a mission's number and title; "" where it is of another year or was left out."""
        one = self.portfolio.entry(identity)
        return f"{self.numbers[identity]} · {one.name(self.language)}" if one is not None else ""

    def days(self, first: dt.date, last: dt.date) -> str:
        """Return a span of days; the year only where it is another one."""
        same = first.year == last.year == self.portfolio.year
        return interval(first, last, self.language, not same)

    def name(self, identity: UUID | None) -> str:
        return self.portfolio.organisations.get(identity, "") if identity is not None else ""

    def country(self, code: str) -> str:
        return str(locale_of(self.language).territories.get(code.upper(), code))

    def cities(self, one: Entry) -> str:
        """Return where a mission goes; a country that has no city there by its name."""
        return ", ".join(city.name or self.country(city.country) for city in one.cities)

    def status(self, status: MissionStatus | None) -> str:
        return self.t(MISSION_STATUSES[status]) if status is not None else self.t("Without a status")


def _frame(told: _Told) -> Frame:
    t, portfolio = told.t, told.portfolio
    changed = portfolio.changed_at
    moment = (changed if changed.tzinfo else changed.replace(tzinfo=dt.UTC)) if changed is not None else None
    invented = bool(portfolio.entries) and all(one.sample for one in portfolio.entries)
    return Frame(
        language=told.language,
        kind=t("Portfolio"),
        title=Said(t("Missions and events")),
        code="",
        dates=str(portfolio.year),
        theme=Said(""),
        summary=Said(""),
        organisers=(),
        status="",
        edition=t("As of {moment}", moment=stamp(moment, "UTC", told.language)) if moment is not None else "",
        changed_at=changed,
        sample=t("Sample – invented data") if invented else "",
        draft="",
        times="",
        changes="",
        funding=(),
        accent=None,
        on_call=None,
    )


# -- the year -----------------------------------------------------------------------------------------


def _overview(told: _Told) -> Iterator[Chapter]:
    t = told.t
    year = Year(
        "",
        (dt.date(told.portfolio.year, told.months[0], 1), len(told.months)),
        tuple(_lane(told, one) for one in lanes(told.portfolio)),
        tuple(_months(told)),
        t("The missions of the year by organisation, each under its number in the list"),
        t("Organisation"),
    )
    legend = t(
        "High bars: leads or organises; slim bars: its people take part. Filled: confirmed or held; hatched: "
        "being planned; hollow: an idea, cancelled or postponed. Numbers are those of the list."
    )
    aside = t("Who only takes part is left out of so full a year; for one organisation it is shown.")
    said = (Said(legend), Said(aside)) if told.portfolio.crowded else (Said(legend),)
    parts: list[Part] = [Tiles(tuple(_tiles(told))), year, Paragraphs("", said)]
    yield Chapter("year", t("The year by organisation"), parts=tuple(parts))


def _tiles(told: _Told) -> Iterator[Fact]:
    t, tally, portfolio = told.t, told.portfolio.tally, told.portfolio
    everything = len(portfolio.entries)
    aside = t("of {count} in all", count=everything) if everything != tally.missions else ""
    yield Fact(t.plural("mission or event", "missions and events", tally.missions), str(tally.missions), aside)
    countries = {city.country for one in portfolio.entries if one.going for city in one.cities if city.country}
    if countries:
        yield Fact(t.plural("country", "countries", len(countries)), str(len(countries)))
    if tally.delegates:
        yield Fact(t.plural("delegate", "delegates", tally.delegates), str(tally.delegates))
    if tally.booked and not tally.held:
        yield Fact(t("B2B meetings booked"), str(tally.booked), t("none recorded as held"))
    elif tally.booked:
        booked = t.plural("of {count} booked", "of {count} booked", tally.booked)
        yield Fact(t("B2B meetings held"), str(tally.held), booked)
    if tally.contacts:
        yield Fact(t.plural("new contact", "new contacts", tally.contacts), str(tally.contacts))
    if tally.agreements:
        yield Fact(t.plural("agreement or idea", "agreements and ideas", tally.agreements), str(tally.agreements))


def _months(told: _Told) -> Iterator[str]:
    names = get_month_names("abbreviated", "stand-alone", locale_of(told.language))
    for number in told.months:
        yield sentence_case(names[number].rstrip("."))


def _lane(told: _Told, lane: Lane) -> YearRow:
    some = [(one.first, one.last, False, one) for one in lane.own]
    some += [(one.first, one.last, True, one) for one in lane.joined]
    some.sort(key=lambda one: (one[0], one[1], one[3].code))
    stretches = (
        Stretch(str(told.numbers[one.id]), first, last, _tone(one), slim) for first, last, slim, one in some
    )
    label = told.name(lane.organisation_id) or told.t("Without an organiser")
    return YearRow(str(lane.organisation_id or "none"), label, tuple(stretches))


def _tone(one: Entry) -> Tone:
    if not one.going:
        return Tone.OPEN
    return Tone.HATCHED if one.status in (None, MissionStatus.PLANNING) else Tone.SOLID


# -- map ----------------------------------------------------------------------------------------------


def _map(told: _Told, route: Route) -> Iterator[Chapter]:
    if not route:
        return
    t, counts = told.t, [(city, count) for city, count in visits(told.portfolio).items()]
    known = [(city, count) for city, count in counts if city in told.portfolio.places]
    names = tuple(f"{city.name} · {count}" if count > 1 else city.name for city, count in known)
    codes = sorted({one.country for one in route.land if one.country})
    about = t(
        "Map of the cities missions go to, among them {places}",
        places=listed([city.name for city, _ in known[:MOST_NAMED]], told.language),
    )
    caption = t("A number beside a city tells how many missions go there.") if any(n > 1 for _, n in known) else ""
    shown = RouteMap(route, names, tuple((code, told.country(code)) for code in codes), about, caption)
    yield Chapter("map", t("Where missions go"), parts=(shown,))


# -- lists --------------------------------------------------------------------------------------------


def _missions(told: _Told) -> Iterator[Chapter]:
    t = told.t
    columns = (
        Column(t("No."), 6, "number", holds=True),
        Column(t("Days"), 21),
        Column(t("Mission or event"), 42, "strong"),
        Column(t("Organised by"), 20),
        Column(t("Status"), 18),
        Column(t("Delegates"), 14, "number", holds=True),
    )
    rows = tuple(_mission(told, one) for one in told.portfolio.entries)
    yield Chapter("missions", t("Missions and events"), parts=(Table(columns, rows, t("Missions and events")),))


def _mission(told: _Told, one: Entry) -> TableRow:
    kind = told.t(MISSION_KINDS[one.kind]) if one.kind is not None else ""
    initiative = told.portfolio.initiatives.get(one.initiative_id, "") if one.initiative_id is not None else ""
    detail = " · ".join(part for part in (kind, told.cities(one), initiative) if part)
    cells = (
        Cell(str(told.numbers[one.id])),
        Cell(told.days(one.first, one.last)),
        Cell(one.name(told.language), detail),
        Cell(", ".join(told.name(owner) for owner in one.owners)),
        Cell(told.status(one.status)),
        Cell(str(one.tally.delegates) if one.tally.delegates else "–"),
    )
    return TableRow(one.code, cells, struck=one.status is MissionStatus.CANCELLED)


def _clashes(told: _Told) -> Iterator[Chapter]:
    t, portfolio = told.t, told.portfolio
    if not portfolio.clashes:
        return
    columns = (Column(t("Person"), 26, "strong"), Column(t("Days"), 24), Column(t("Missions"), 60))
    rows = tuple(
        TableRow(
            f"{one.person_id}/{one.here}/{one.there}",
            (
                Cell(portfolio.people.get(one.person_id, "")),
                Cell(told.days(one.first, one.last)),
                Cell("\n".join(part for part in (told.title(one.here), told.title(one.there)) if part)),
            ),
        )
        for one in portfolio.clashes[:MOST_CLASHES]
    )
    parts: list[Part] = [Table(columns, rows, t("People two missions ask for"))]
    rest = len(portfolio.clashes) - len(rows)
    if rest > 0:
        parts.append(Paragraphs("", (Said(t.plural("{count} other", "{count} others", rest)),)))
    about = t("On these days two missions count on the same person; the day between two missions is left out.")
    count = t.plural("{count} person", "{count} people", len({one.person_id for one in portfolio.clashes}))
    yield Chapter(
        "clashes",
        t("Asked for twice"),
        about=about,
        count=count,
        parts=tuple(parts),
    )


# -- figures ------------------------------------------------------------------------------------------


def _figures(told: _Told) -> Iterator[Chapter]:
    t = told.t
    parts = [
        part
        for cut, title, first in (
            (Cut.STATUS, t("By status"), t("Status")),
            (Cut.COUNTRY, t("By country of destination"), t("Country")),
            (Cut.INITIATIVE, t("By initiative"), t("Initiative")),
            (Cut.ECOSYSTEM, t("By industrial ecosystem"), t("Ecosystem")),
            (Cut.VALUE_CHAIN, t("By value chain"), t("Value chain")),
        )
        for part in _bars(told, cut, title, first)
    ]
    about = t(
        "Meetings count as held where that is recorded. A mission in two countries or ecosystems is in both."
    )
    yield Chapter("figures", t("Figures"), about=about, parts=tuple(parts))


def _bars(told: _Told, cut: Cut, title: str, first: str) -> Iterator[Bars]:
    t, found = told.t, tallies(told.portfolio, cut)
    if all(key is None for key in found):
        return
    rows = [(_named(told, cut, key), tally) for key, tally in found.items()]
    if len(rows) > MOST_ROWS + 1:
        rest = sum((tally for _, tally in rows[MOST_ROWS:]), Tally())
        others = t.plural("{count} other", "{count} others", len(rows) - MOST_ROWS)
        rows = [*rows[:MOST_ROWS], (others, rest)]
    people, held, agreed = ("delegates", t("Delegates")), ("held", t("B2B held")), ("agreements", t("Agreements"))
    beside = (held, agreed) if cut is Cut.INITIATIVE else (people, held)
    shown = [(name, word) for name, word in beside if any(getattr(tally, name) for _, tally in rows)]
    series = (Series(t("Missions"), Tone.SOLID), *(Series(word, None) for _, word in shown))
    names = ("missions", *(name for name, _ in shown))
    bars = tuple(
        Bar(f"{cut}/{number}", label, (float(tally.missions), *(None for _ in shown)), _said(tally, names))
        for number, (label, tally) in enumerate(rows)
    )
    missions = t("Missions")
    yield Bars(title, series, bars, f"{title}: {missions}", first)


def _said(tally: Tally, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(value) if (value := getattr(tally, name)) else "–" for name in names)


def _named(told: _Told, cut: Cut, key: Key) -> str:
    t, portfolio = told.t, told.portfolio
    if key is None:
        return t("Not told")
    if isinstance(key, UUID):
        return portfolio.initiatives.get(key, "") or t("Not told")
    if cut is Cut.STATUS:
        return told.status(MissionStatus(key))
    if cut is Cut.ECOSYSTEM:
        return next((t(word) for own, word in ECOSYSTEMS.items() if own == key), key)
    if cut is Cut.COUNTRY:
        return told.country(key)
    chain = portfolio.chains.get(key)
    return chain.best(told.language) if chain else key
