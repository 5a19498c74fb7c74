"""Make the seating plan of a meal or a ceremony: tables drawn with their seats, lists by table and by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from missionplanner.documents.content.dates import long_day, sentence_case, weekday
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.places import place_line
from missionplanner.documents.content.seating import Place, SeatedTable, by_name, tables_of, unseated
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Seating, Sheets, Table, TableRow
from missionplanner.documents.content.values import Fact
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import TableShape


def content(desk: Desk, order: Order) -> Sheets:
    """Return plan and lists of one item, or those of the two that are wanted."""
    voice, t = desk.voice, desk.voice.t
    item = voice.plan.item(order.subject_id)
    kind, title = t("Seating plan"), ""
    chapters: tuple[Chapter, ...] = ()
    tables: tuple[SeatedTable, ...] = ()
    missing: tuple[Place, ...] = ()
    if item is not None:
        tables, title = tables_of(voice, item), voice.text(item.title)
        seated = [place for table in tables for place in table.places]
        missing = unseated(voice, item, seated) if tables else ()
        chapters = tuple(_chapters(voice, tables, missing, order.choice("show")))
    return Sheets(
        frame=frame_of(voice, kind, order.edition, title),
        title=title or kind,
        lines=_lines(voice, item),
        facts=_facts(voice, tables, missing),
        chapters=chapters,
        nothing=t("Nobody has a seat yet."),
    )


def _lines(voice: Voice, item: r.AgendaItem | None) -> tuple[str, ...]:
    if item is None:
        return ()
    when = voice.times_of(item)
    day = joined((weekday(item.date, voice.language), long_day(item.date, voice.language))) if item.date else ""
    at = when.start.isoformat("minutes") if when.start else ""
    return tuple(line for line in (joined((sentence_case(day), at), " · "), place_line(voice, item)) if line)


def _facts(voice: Voice, tables: Sequence[SeatedTable], missing: Sequence[Place]) -> tuple[Fact, ...]:
    t = voice.t
    if not tables:
        return ()
    seated = sum(len(one.places) for one in tables)
    free = sum(one.seats for one in tables) - seated
    found = (
        Fact(t("Tables"), str(len(tables))),
        Fact(t("Seated"), str(seated)),
        Fact(t("Free seats"), str(free) if free else ""),
        Fact(t("Without a seat"), str(len(missing)) if missing else ""),
    )
    return tuple(fact for fact in found if fact.value)


def _chapters(
    voice: Voice, tables: Sequence[SeatedTable], missing: Sequence[Place], show: str
) -> Iterator[Chapter]:
    t = voice.t
    if not tables:
        return
    if show != "lists":
        yield Chapter("plan", t("Seating plan"), parts=tuple(_drawn(voice, one) for one in tables))
    if show != "plan":
        fresh = show != "lists"
        yield Chapter("tables", t("By table"), parts=(_by_table(voice, tables),), fresh=fresh)
        yield Chapter("names", t("By name"), parts=(_by_name(voice, tables),), fresh=True)
    if missing:
        rows = tuple(
            TableRow(
                str(one.person.id), (Cell(voice.person_name(one.person)), Cell(voice.organisation_of(one.person)))
            )
            for one in missing
        )
        columns = (Column(t("Name"), 50, "strong"), Column(t("Organisation"), 50))
        count = t.plural("{count} person", "{count} people", len(rows))
        yield Chapter(
            "missing", t("Without a seat"), count=count, parts=(Table(columns, rows, t("Without a seat")),)
        )


def _drawn(voice: Voice, one: SeatedTable) -> Seating:
    t = voice.t
    about = t("{taken} of {seats} seats", taken=len(one.places), seats=one.seats)
    guests = tuple((place.number, voice.person_name(place.person)) for place in one.places)
    return Seating(str(one.table.id), one.name, about, one.table.shape or TableShape.ROUND, one.seats, guests)


def _by_table(voice: Voice, tables: Sequence[SeatedTable]) -> Table:
    t = voice.t
    columns = (
        Column(t("Table"), 20, "strong"),
        Column(t("Seat"), 8, "time"),
        Column(t("Name"), 36, "strong"),
        Column(t("Organisation"), 36),
    )
    rows = tuple(
        TableRow(
            f"table/{place.person.id}",
            (Cell(one.name), Cell(str(place.number)), *_who(voice, place)),
        )
        for one in tables
        for place in one.places
    )
    return Table(columns, rows, t("By table"))


def _by_name(voice: Voice, tables: Sequence[SeatedTable]) -> Table:
    t = voice.t
    columns = (
        Column(t("Name"), 36, "strong"),
        Column(t("Organisation"), 36),
        Column(t("Table"), 20, "strong"),
        Column(t("Seat"), 8, "time"),
    )
    places = by_name(place for one in tables for place in one.places)
    rows = tuple(
        TableRow(f"name/{one.person.id}", (*_who(voice, one), Cell(one.table), Cell(str(one.number))))
        for one in places
    )
    return Table(columns, rows, t("By name"))


def _who(voice: Voice, place: Place) -> tuple[Cell, Cell]:
    person = place.person
    native = person.native_name if person.full_name else None
    return Cell(voice.person_name(person), native or ""), Cell(voice.organisation_of(person))


MAKER = of_sheets(content)
