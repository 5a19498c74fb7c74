"""Labels on sheets: formats fit the paper, a used sheet is begun where it is free, sides lie back to back."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pikepdf
import pypdfium2
import pytest

from missionplanner.documents.design import SHEETS
from missionplanner.documents.kinds import KINDS
from missionplanner.documents.labels import FORMATS, MM, Fold, grid_of
from missionplanner.domain.plan import MissionPlan
from tests.factories import delegate, organisation, person, plan, uid
from tests.sheets import printed

SCRIPTS = {
    "Wei Chen": "陈薇",
    "Nadia El Amrani": "نادية العمراني",
    "Yael Cohen": "יעל כהן",
    "Dimitra Papadaki": "Δήμητρα Παπαδάκη",
    "Ivan Petrov": "Иван Петров",
    "Haruto Nakamura": "中村 陽翔",
    "Seo-yeon Kim": "김서연",
    "Somchai Suksawat": "สมชาย",
    "Giorgi Beridze": "გიორგი ბერიძე",
    "Ani Sargsyan": "Անի Սարգսյան",
    "Priya Sharma": "प्रिया शर्मा",
}
ENDLESS = "Maximiliane-Friederike von und zu " + "Hohenlohe-Schillingsfürst-" * 9


def people(*names: str, native: dict[str, str] | None = None) -> MissionPlan:
    things: list[Any] = [organisation("ART-ER")]
    for position, name in enumerate(names):
        own = (native or {}).get(name)
        things.append(person(name, native_name=own, organisation_id=uid("organisation:ART-ER")))
        things.append(delegate(name, position=position))
    return plan(*things)


def words(data: bytes, page: int) -> str:
    """Return the text of a page; what is upside down is not part of it."""
    return str(pypdfium2.PdfDocument(data)[page].get_textpage().get_text_bounded())


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("name", FORMATS)
def test_labels_are_whole_and_apart_on_every_paper(name: str, paper: str) -> None:
    grid = grid_of(FORMATS[name], SHEETS[paper])
    wide, tall = grid.label
    for x, top in grid.places:
        assert -0.01 <= x <= grid.page[0] - wide + 0.01
        assert tall - 0.01 <= top <= grid.page[1] + 0.01
    for (x, top), (other, below) in combinations(grid.places, 2):
        assert abs(x - other) >= wide - 0.01 or abs(top - below) >= tall - 0.01


@pytest.mark.parametrize(
    ("name", "a4", "letter"),
    [
        ("90x55", 10, 10),
        ("86x54_fold", 5, 4),
        ("70x37", 24, 21),
        ("63x38", 21, 21),
        ("85x55_fold", 4, 4),
        ("tent", 1, 1),
    ],
)
def test_a_sheet_holds_as_many_as_it_is_sold_with(name: str, a4: int, letter: int) -> None:
    counts = tuple(len(grid_of(FORMATS[name], SHEETS[paper]).places) for paper in ("a4", "letter"))
    assert counts == (a4, letter)


def test_margins_are_those_of_common_sheets() -> None:
    left, top = grid_of(FORMATS["63x38"], SHEETS["a4"]).places[0]
    assert (round(left / MM, 1), round((SHEETS["a4"].height - top) / MM, 1)) == (7.3, 15.2)


def test_every_format_a_kind_offers_is_known_and_every_known_one_offered() -> None:
    offered = {
        value for kind in KINDS for choice in kind.choices if choice.id == "format" for value, _ in choice.values
    }
    assert offered - {"usual"} <= set(FORMATS)
    assert set(FORMATS) - offered == {"85x55_fold"}, "place cards have one size"


def test_a_used_sheet_is_begun_at_its_first_free_label() -> None:
    one = people("Anna Neri", "Bo Li")
    begun = printed(one, "badges", choices=(("start", "10"),))
    assert begun.pages == 2
    assert ["Neri" in words(begun.data, 0), "Bo Li" in words(begun.data, 1)] == [True, True]


def test_marks_are_drawn_where_somebody_cuts_and_nowhere_else() -> None:
    with_marks, without = (
        printed(people("Anna Neri"), "badges", choices=(("marks", value),)).data for value in ("yes", "no")
    )
    assert strokes(with_marks) - strokes(without) == 6 + 12


def strokes(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as file:
        return len(re.findall(rb"\bl S\b", file.pages[0].Contents.read_bytes()))


def test_backs_lie_behind_their_fronts() -> None:
    grid = grid_of(FORMATS["86x54_duplex"], SHEETS["a4"])
    assert FORMATS["86x54_duplex"].fold is Fold.DUPLEX
    made = printed(
        people("Anna Neri", "Bo Li", "Cy Ode"), "emergency_cards", choices=(("format", "86x54_duplex"),)
    )
    assert made.pages == 2
    page = pypdfium2.PdfDocument(made.data)[1].get_textpage()
    found, lefts = page.search("On call"), []
    while hit := found.get_next():
        lefts.append(page.get_charbox(hit[0])[0])
    assert sorted(left < grid.places[1][0] for left in lefts) == [False, False, True]


def test_names_of_eleven_scripts_are_read_as_they_are_written() -> None:
    for kind, choices in (("badges", ()), ("tables", (("what", "delegates"), ("format", "a4")))):
        made = printed(people(*SCRIPTS, native=SCRIPTS), kind, choices=choices)
        shown = "\n".join(words(made.data, number) for number in range(made.pages))
        assert made.missing == ()
        assert [name for pair in SCRIPTS.items() for name in pair if name not in shown] == []


def test_what_is_said_again_upside_down_is_not_read_again() -> None:
    made = printed(people("Anna Neri"), "tables", choices=(("what", "delegates"),))
    with pikepdf.open(io.BytesIO(made.data)) as file:
        drawn = file.pages[0].Contents.read_bytes()
    upside_down = drawn.index(b"q -1 0 0 -1")
    assert b"MCID" in drawn[:upside_down]
    assert b"MCID" not in drawn[upside_down : drawn.index(b"\nQ", upside_down)]


@pytest.mark.parametrize(
    ("kind", "form", "choices"),
    [
        ("badges", "90x55", ()),
        ("badges", "86x54", (("format", "86x54"),)),
        ("emergency_cards", "86x54_duplex", (("format", "86x54_duplex"),)),
        ("tables", "a6_fold", (("what", "delegates"), ("format", "a6_fold"))),
    ],
)
def test_no_letter_of_an_endless_name_leaves_its_label(
    kind: str, form: str, choices: tuple[tuple[str, str], ...]
) -> None:
    made = printed(people(ENDLESS, "中" * 120, "W" * 300), kind, choices=choices)
    grid = grid_of(FORMATS[form], SHEETS["a4"])
    (wide, tall), floor = grid.label, grid.ends[1]
    for page in pypdfium2.PdfDocument(made.data):
        text = page.get_textpage()
        boxes = [text.get_charbox(number) for number in range(text.count_chars())]
        for left, bottom, right, top in boxes:
            inside = (x <= left and right <= x + wide and y - tall <= bottom and top <= y for x, y in grid.places)
            assert top < max(floor, 22) or any(inside)


def test_bookmarks_name_everybody() -> None:
    made = printed(people("Anna Neri", "Bo Li"), "badges")
    outline = [one.get_title() for one in pypdfium2.PdfDocument(made.data).get_toc()]
    assert outline == ["Anna Neri", "Bo Li"]


def test_which_copy_it_is_stands_where_it_is_cut_off() -> None:
    one = people("Anna Neri")
    made = printed(replace(one, changed_at=dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC)), "badges")
    assert "Badges · TEST-2025 · Version 1 · 28 April 2025, 14:10 CEST · Page 1 of 1" in words(made.data, 0)


def test_an_empty_delegation_says_so() -> None:
    assert "No delegate is named yet." in words(printed(plan(), "badges").data, 0)
