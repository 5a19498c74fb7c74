"""Say who sits where in an item: tables with their seats, guests by name, those without a seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import Rsvp

MOST_SEATS = 60
"""Seats of one table that are drawn though nobody sits there: a number typed wrong must not fill a book."""


@dataclass(frozen=True, slots=True)
class Place:
    """Be somebody expected at an item, and the seat they have: name of the table, number of the seat; "" and 0."""

    person: r.Person
    table: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class SeatedTable:
    """Be a table with everybody at it, by the number of the seat, and how many seats it has."""

    table: r.SeatingTable
    name: str
    places: tuple[Place, ...]
    seats: int


def tables_of(voice: Voice, item: r.AgendaItem) -> tuple[SeatedTable, ...]:
    """Return the tables of an item with who sits where.

    A seat with no number, or one that is taken, gets the next free one.
    """
    return tuple(_table(voice, number, table) for number, table in enumerate(voice.plan.item_tables(item), 1))


def table_name(voice: Voice, table: r.SeatingTable, number: int) -> str:
    """Return what a table is called; a bare number or letter is called a table."""
    name = (table.name or str(number)).strip()
    return voice.t("Table {number}", number=name) if len(name) <= 3 else name


def _table(voice: Voice, number: int, table: r.SeatingTable) -> SeatedTable:
    seats, name = voice.plan.table_seats(table), table_name(voice, table, number)
    asked = [one.number or 0 for one in seats]
    taken = {number for number in asked if 0 < number <= MOST_SEATS}
    free = (n for n in range(1, 2 * len(seats) + MOST_SEATS) if n not in taken)
    places: list[Place] = []
    given: set[int] = set()
    for one in seats:
        person, wanted = voice.plan.person(one.person_id), one.number or 0
        if person is not None:
            at = wanted if wanted in taken and wanted not in given else next(free)
            given.add(at)
            places.append(Place(person, name, at))
    places.sort(key=lambda one: one.number)
    most = max((one.number for one in places), default=0)
    count = max(min(table.seats or 0, MOST_SEATS), most)
    return SeatedTable(table, name, tuple(places), count)


def placed(voice: Voice, item: r.AgendaItem) -> tuple[Place, ...]:
    """Return everybody expected: by table and seat, then those without one by name."""
    seated = [place for table in tables_of(voice, item) for place in table.places]
    return (*seated, *unseated(voice, item, seated))


def unseated(voice: Voice, item: r.AgendaItem, seated: Sequence[Place]) -> tuple[Place, ...]:
    """Return those who are expected and have no seat, by name; who declined is not expected."""
    plan = voice.plan
    declined = {one.person_id for one in plan.item_roles(item) if one.rsvp is Rsvp.DECLINED}
    missing = plan.people_of(item) - {one.person.id for one in seated} - declined
    people = (plan.person(one) for one in missing)
    return by_name(Place(one) for one in people if one is not None and not one.unnamed)


def by_name(places: Iterator[Place] | Sequence[Place]) -> tuple[Place, ...]:
    """Sort by family name, then given name."""
    return tuple(sorted(places, key=lambda one: _sorted_by(one.person)))


def _sorted_by(person: r.Person) -> tuple[str, str, int]:
    last = person.family or person.native_name or person.given or ""
    return folded(last), folded(person.given or ""), person.id.int


def seated_name(voice: Voice, place: Place) -> str:
    """Return table and seat in one line: ``Table 3 · Seat 4``; "" for somebody without a seat."""
    if not place.table:
        return ""
    seat = voice.t("Seat {seat}", seat=place.number)
    return f"{place.table} · {seat}"
