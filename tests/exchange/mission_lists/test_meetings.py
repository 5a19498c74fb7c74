"""Lists of B2B meetings: one by one, as a grid, by participant, and the wishes with what came of them."""

from __future__ import annotations

import pytest

from missionplanner.domain.plan import Dossier
from missionplanner.domain.records import Table
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import MeetingState, Wish
from missionplanner.exchange.mission_lists import listing, listings
from missionplanner.exchange.tables.listings import Listing
from tests.factories import MISSION, organisation, person, plan, uid
from tests.meetings import b2b, meets, party, wishes

PARTIES = ("MECH", "AFM", "HEGAN")


def dossier(*more: object) -> Dossier:
    made = plan(
        *(organisation(name) for name in PARTIES),
        person("Anna Neri"),
        person("Nadia Amrani"),
        *b2b(),
        *party("MECH", "Anna Neri"),
        *(one for name in PARTIES[1:] for one in party(name)),
        meets("MECH", "AFM", 1, "2", interpreter_id=uid("person:Nadia Amrani")),
        meets("AFM", "HEGAN", 0, None),
        meets("MECH", "HEGAN", 0, "1", state=MeetingState.CANCELLED),
        wishes("MECH", "AFM", Wish.MUST, "Gears"),
        wishes("MECH", "HEGAN", Wish.COULD),
        wishes("HEGAN", "MECH", Wish.NO_THANKS),
        *more,  # type: ignore[arg-type]
    )
    return Dossier(made)


def shown(made: Listing) -> list[tuple[str, ...]]:
    """Return heads and rows as texts."""
    rows = [tuple("" if cell is None else str(cell) for cell in row) for row in made.rows]
    return [tuple(one.title for one in made.headings), *rows]


def test_the_timetable_has_a_line_for_each_slot_and_a_column_for_each_table() -> None:
    assert shown(listing(dossier(), "timetable", "en")) == [
        ("Date", "Start", "End", "Table 1", "Table 2", "Table: –"),
        ("2025-05-05", "11:00:00", "11:25:00", "", "", "AFM – HEGAN"),
        ("2025-05-05", "11:35:00", "12:00:00", "", "MECH – AFM (Nadia Amrani)", ""),
        ("2025-05-05", "12:10:00", "12:35:00", "", "", ""),
    ]


def test_several_sessions_are_told_apart() -> None:
    late = b2b("late", hours=(("16:00", "16:20"),), title=Texts.of("Again"))
    made = listing(dossier(*late, meets("AFM", "HEGAN", 0, "9", session="late")), "timetable", "en")
    heads, *_, last = shown(made)
    assert heads[:2] == ("Session", "Date")
    assert (last[0], last[heads.index("Table 9")]) == ("Again", "AFM – HEGAN")


def test_meetings_of_a_slot_stand_in_the_order_of_tables_not_of_their_letters() -> None:
    desks = [Table(mission_id=MISSION, matchmaking_id=uid("b2b"), name=str(n), position=n) for n in (9, 10)]
    held = [meets("MECH", "GAIA", 0, "10"), meets("AFM", "GAIA", 0, "9")]
    heads, *rows = shown(listing(dossier(organisation("GAIA"), *party("GAIA"), *desks, *held), "meetings", "en"))
    tables = [row[heads.index("Table")] for row in rows]
    assert tables.index("9") < tables.index("10")


def test_by_participant_each_side_has_its_line() -> None:
    made = listing(dossier(), "participants", "it")
    heads = [one.title for one in made.headings]
    assert heads[0] == "Organizzazione" and "Incontra" in heads and "Interprete" in heads
    at = heads.index("Incontra")
    assert [(row[0], row[at]) for row in made.rows] == [
        ("MECH", "AFM"),
        ("AFM", "HEGAN"),
        ("AFM", "MECH"),
        ("HEGAN", "AFM"),
    ]


def test_wishes_say_whether_they_are_served() -> None:
    assert [row[1:] for row in shown(listing(dossier(), "wishes", "en"))] == [
        ("To", "Wish", "Notes", "Planned"),
        ("AFM", "Must", "Gears", "Yes"),
        ("HEGAN", "Could", "", "No"),
        ("MECH", "No thanks", "", ""),
    ]


@pytest.mark.parametrize("language", ["en", "it", "es", "fr", "de"])
def test_a_mission_without_meetings_has_no_sheets_for_them_but_the_list(language: str) -> None:
    names = [one.name for one in listings(Dossier(plan()), language)]
    assert len(names) == len(set(names))
    assert sum("B2B" in name for name in names) == 1
    assert sum("B2B" in one.name for one in listings(dossier(), language)) == 4
