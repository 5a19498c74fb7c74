"""The seating plan and the place cards of a dinner: drawn, listed, hostile, and with hundreds of guests."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest

from missionplanner.documents.content.sheets import Seating
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import TableShape
from tests.factories import MISSION, delegate, item, organisation, person, plan, uid
from tests.sheets import content_of, printed, rows, sheets, told

DINNER = uid("item:Dinner")


def dinner(
    guests: list[str],
    *,
    seats: int = 8,
    shape: TableShape | None = None,
    unseated: int = 0,
    table: str | None = None,
) -> MissionPlan:
    things: list[Any] = [item("20:00", title="Dinner", kind="meal", place_text="Azkuna Zentroa")]
    things.append(organisation("ART-ER", notes="CANARY"))
    for at, name in enumerate(guests):
        own = uid(f"table:{at // seats}")
        things += [delegate(name), person(name, organisation_id=uid("organisation:ART-ER"), mobile="CANARY")]
        if at < len(guests) - unseated:
            if at % seats == 0:
                things.append(
                    r.SeatingTable(
                        id=own,
                        mission_id=MISSION,
                        item_id=DINNER,
                        position=at // seats,
                        seats=seats,
                        shape=shape,
                        name=table,
                    )
                )
            things.append(
                r.Seat(mission_id=MISSION, table_id=own, person_id=uid(f"person:{name}"), number=at % seats + 1)
            )
    return plan(*things)


def pages(data: bytes) -> list[Any]:
    return list(pypdfium2.PdfDocument(data))


def test_plan_and_lists_tell_the_same() -> None:
    content = sheets(dinner(["Zoe Bianchi", "Anna Neri", "Bo Li"], unseated=1), "seating", subject_id=DINNER)
    assert [one.title for one in content.chapters] == ["Seating plan", "By table", "By name", "Without a seat"]
    (table,) = content.chapters[0].parts
    assert isinstance(table, Seating)
    assert (table.name, table.about, table.guests) == (
        "Table 1",
        "2 of 8 seats",
        ((1, "Zoe Bianchi"), (2, "Anna Neri")),
    )
    assert rows(content, 1) == [
        ("Table 1", "1", "Zoe Bianchi", "ART-ER"),
        ("Table 1", "2", "Anna Neri", "ART-ER"),
    ]
    assert rows(content, 2) == [
        ("Zoe Bianchi", "ART-ER", "Table 1", "1"),
        ("Anna Neri", "ART-ER", "Table 1", "2"),
    ]
    assert rows(content, 3) == [("Bo Li", "ART-ER")]
    assert "CANARY" not in told(content)


@pytest.mark.parametrize(
    ("show", "chapters"),
    [("all", ["plan", "tables", "names"]), ("plan", ["plan"]), ("lists", ["tables", "names"])],
)
def test_only_what_is_wanted_is_shown(show: str, chapters: list[str]) -> None:
    content = sheets(dinner(["Anna Neri"]), "seating", subject_id=DINNER, choices=(("show", show),))
    assert [one.key for one in content.chapters] == chapters


def test_who_sits_where_is_part_of_what_a_copy_shows() -> None:
    here, there = (
        dict(printed(dinner(guests), "seating", subject_id=DINNER).blocks)
        for guests in (["Anna Neri", "Bo Li"], ["Bo Li", "Anna Neri"])
    )
    assert {key.partition("/")[0] for key in here if here[key] != there.get(key)} == {"plan", "tables", "names"}


@pytest.mark.parametrize("shape", [*TableShape, None])
@pytest.mark.parametrize("seats", [1, 2, 7, 24, 200])
def test_names_of_every_shape_and_size_stay_on_the_page_and_apart(shape: TableShape | None, seats: int) -> None:
    guests = [f"Guest {at} Hohenlohe-Schillingsfürst" for at in range(min(seats, 80))]
    made = printed(
        dinner(guests, seats=seats, shape=shape), "seating", subject_id=DINNER, choices=(("show", "plan"),)
    )
    places = set()
    for number, page in enumerate(pages(made.data)):
        text = page.get_textpage()
        found = text.search("Guest")
        while hit := found.get_next():
            left, bottom, right, _ = text.get_charbox(hit[0])
            assert left > 54 and right < 541 and bottom > 46
            places.add((number, round(left / 60), round(bottom)))
    assert len(places) == len(guests)


def test_hundreds_of_guests_are_all_on_it() -> None:
    made = printed(dinner([f"Anna Guest{at:03}" for at in range(150)], seats=10), "seating", subject_id=DINNER)
    shown = "".join(page.get_textpage().get_text_bounded() for page in pages(made.data))
    assert [shown.count(f"Anna Guest{at:03}") for at in range(150)] == [3] * 150


@pytest.mark.parametrize(
    "text", ["<b>x</b>&amp;", "%s {0} \\(x", "x" * 400, "中" * 200, "שלום עולם", "\u202eabc", "\n\n"]
)
def test_hostile_names_are_only_names(text: str) -> None:
    one = dinner([text, "Bo Li"], table=text, shape=TableShape.ROUND)
    assert printed(one, "seating", subject_id=DINNER).pages >= 2
    assert printed(one, "placecards", subject_id=DINNER).pages == 1


def test_an_item_without_tables_says_so() -> None:
    one = plan(delegate("Anna Neri"), item("20:00", title="Dinner", kind="meal"))
    content = sheets(one, "seating", subject_id=DINNER)
    assert (content.chapters, content.nothing) == ((), "Nobody has a seat yet.")


def test_place_cards_come_by_table_and_seat_and_say_so() -> None:
    content = content_of(
        dinner(["Zoe Bianchi", "Anna Neri", "Bo Li"], unseated=1), "placecards", subject_id=DINNER
    )
    assert [(one.name, one.about) for one in content.labels] == [
        ("Zoe Bianchi", "Table 1 · Seat 1"),
        ("Anna Neri", "Table 1 · Seat 2"),
        ("Bo Li", ""),
    ]
    few = content_of(
        dinner(["Anna Neri", "Bo Li"]), "placecards", subject_id=DINNER, people=(uid("person:Bo Li"),)
    )
    assert [one.name for one in few.labels] == ["Bo Li"]
