"""Make the tables: the rows of each list under its heads, columns nobody uses left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from missionplanner.domain.plan import Dossier
from missionplanner.exchange.mission_lists import logistics, meetings, money, people, programme
from missionplanner.exchange.mission_lists.heads import HEADS, ONLY_WITH_ROWS, heading
from missionplanner.exchange.mission_lists.list_head import ListHead
from missionplanner.exchange.mission_lists.telling import Row, Teller, language_among
from missionplanner.exchange.tables.listings import Listing

_ROWS: Mapping[str, Callable[[Teller], Iterable[Row]]] = {
    "programme": programme.programme,
    "shelf": programme.shelf,
    "delegates": people.delegates,
    "unnamed": people.unnamed,
    "people": people.others,
    "partners": people.partners,
    "requests": people.requests,
    "organisations": people.organisations,
    "places": programme.places,
    "journeys": logistics.journeys,
    "rooms": logistics.rooms,
    "vehicles": logistics.vehicles,
    "budget": money.budget,
    "expenses": money.expenses,
    "requirements": programme.requirements,
    "meetings": meetings.meetings,
    "participants": meetings.by_participant,
    "wishes": meetings.wishes,
}


def listing(dossier: Dossier, name: str, language: str, *, sensitive: bool = False) -> Listing:
    """Return one list of a mission in one of the five languages, English where it is another.

    What is sealed (travel documents, diets, access needs …) has columns only with ``sensitive``; the dossier
    must then hold the confidential records.
    """
    head, speech = HEADS[name], language_among(language)
    tell = Teller(dossier, speech, sensitive)
    if name == "timetable":
        return meetings.timetable(tell, head, [heading(one, speech) for one in head.fields])
    rows = [row for row in _ROWS[name](tell) if any(_told(row))]
    return _listing(head, rows, speech, sensitive=sensitive)


def listings(dossier: Dossier, language: str, *, sensitive: bool = False) -> tuple[Listing, ...]:
    """Return every list of a mission: the sheets of one workbook."""
    made = {name: listing(dossier, name, language, sensitive=sensitive) for name in HEADS}
    return tuple(one for name, one in made.items() if one.rows or name not in ONLY_WITH_ROWS)


def holds_sealed(name: str) -> bool:
    """Tell whether a list has columns that only ``sensitive`` shows."""
    return any(one.sensitive for one in HEADS[name].fields)


def _told(row: Row) -> list[bool]:
    return [value not in (None, "", ()) for value in row.values()]


def _listing(head: ListHead, rows: list[Row], language: str, *, sensitive: bool) -> Listing:
    fields = [one for one in head.fields if sensitive or not one.sensitive]
    used = {key for row in rows for key, value in row.items() if value not in (None, "", ())}
    shown = [one for one in fields if not rows or one.key in used or one.key in head.kept]
    return Listing(
        head.title(language),
        tuple(heading(one, language) for one in shown),
        [tuple(row.get(one.key) for one in shown) for row in rows],
    )
