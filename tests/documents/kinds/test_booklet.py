"""Booklets: every page once, in the right place, in the order it is read, and a multiple of four of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import page
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.progress import Progress
from missionplanner.documents import imposition
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_as_one, print_batch
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from tests.factories import delegate, item, plan, uid

CHANGED = dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC)


def mission(days: int = 3) -> MissionPlan:
    items = [
        item(f"{8 + n:02}:00", f"{8 + n:02}:45", f"Row {day} {n}", day=day, text=Texts.of("Bring a coat."))
        for day in range(1, days + 1)
        for n in range(9)
    ]
    return replace(plan(delegate("Anna Neri"), *items, on_call_phone="+39 051 1"), changed_at=CHANGED)


def printed(
    kind: str, paper: str, the_plan: MissionPlan | None = None, spots: bool = False, **options: object
) -> Printed:
    person = uid("person:Anna Neri") if kind in ("booklet", "itinerary") else None
    known = {"kind": kind, "languages": ("en",), "version": 1, "issued": True, "person_id": person, **options}
    order = Order(**known, paper=paper)  # type: ignore[arg-type]
    return next(print_batch(the_plan or mission(), [order], {}, Progress(), spots=spots))


@given(st.integers(1, 20).map(lambda number: number * 4), st.sampled_from(["a5", "a6"]))
def test_every_page_has_one_place_and_folds_behind_its_own(pages: int, size: str) -> None:
    found = list(imposition.places(pages, size))
    assert len(set(found)) == pages
    fold = imposition.FOLDS[size]
    for number in range(0, pages, 2):
        (front, one), (back, other) = found[number], found[number + 1]
        assert {front % 2, back % 2} == {0, 1} and front // 2 == back // 2
        assert one.y == other.y and one.x + other.x == fold.width / 2
    for number, (side, place) in enumerate(found):
        beside = found[pages - 1 - number]
        assert beside == (side, place._replace(x=fold.width / 2 - place.x))


@pytest.mark.parametrize(("paper", "size"), [("a5", (841.89, 595.28)), ("a6", (595.28, 841.89))])
@pytest.mark.parametrize("kind", ["booklet", "programme_booklet"])
def test_a_booklet_is_on_sheets_and_read_in_order(kind: str, paper: str, size: tuple[float, float]) -> None:
    result = printed(kind, paper)
    document = pypdfium2.PdfDocument(result.data)
    assert len(document) == result.pages and result.pages % 2 == 0
    assert document[0].get_size() == pytest.approx(size, abs=0.1)
    for profile in ("ua1", "2a"):
        assert [one.message for one in page.validate_pdf_bytes(result.data, profile=profile).failures] == []


def test_the_first_sheet_has_cover_and_last_page_and_says_how_to_fold() -> None:
    text = pypdfium2.PdfDocument(printed("booklet", "a5").data)[0].get_textpage().get_text_bounded()
    shown = " ".join(text.split())
    assert "Anna Neri" in shown and "turned on the short edge" in shown


@pytest.mark.parametrize("paper", ["a5", "a6"])
@pytest.mark.parametrize("kind", ["itinerary", "programme"])
def test_small_pages_are_of_their_size_and_nothing_leaves_them(kind: str, paper: str) -> None:
    name = "Maria Vittoria Wolfeschlegelsteinhausenbergerdorff " * 2
    long = item("09:00", "10:00", name, day=4, place_text=name, text=Texts.of(name * 20), status="tentative")
    made = replace(mission(1), items=(*mission(1).items, long.record))
    document = pypdfium2.PdfDocument(printed(kind, paper, made).data)
    width, height = document[0].get_size()
    assert (width, height) == pytest.approx({"a5": (420.94, 595.28), "a6": (297.64, 420.94)}[paper], abs=0.1)
    for one in document:
        text = one.get_textpage()
        for number in range(text.count_chars()):
            if text.get_text_range(number, 1).strip():
                left, bottom, right, top = text.get_charbox(number)
                assert left >= 16 and right <= width - 16 and bottom >= 8 and top <= height - 8


def test_a_booklet_among_others_in_one_file_keeps_its_place() -> None:
    person = uid("person:Anna Neri")
    kinds = [("itinerary", "a4"), ("booklet", "a6"), ("itinerary", "a5"), ("programme_booklet", "a5")]
    orders = [
        Order(kind=kind, languages=("en",), version=1, issued=True, paper=paper, person_id=person)
        for kind, paper in kinds
    ]
    data, parts = print_as_one(mission(), orders, {}, [kind for kind, _ in kinds], Progress())
    document = pypdfium2.PdfDocument(data)
    assert len(document) == sum(one.pages for one in parts)
    starts = [one.get_dest().get_index() for one in document.get_toc() if one.level == 0]
    assert starts == [0, parts[0].pages, sum(one.pages for one in parts[:2]), sum(one.pages for one in parts[:3])]
    assert [one.message for one in page.validate_pdf_bytes(data, profile="ua1").failures] == []


def test_single_pages_are_the_itinerary_at_that_size() -> None:
    single = printed("booklet", "a6", choices=(("fold", "pages"),))
    assert len(pypdfium2.PdfDocument(single.data)) == single.pages == printed("itinerary", "a6").pages


@pytest.mark.parametrize(("kind", "paper"), [("booklet", "a6"), ("booklet", "a5"), ("itinerary", "a6")])
def test_spots_lie_where_the_sheet_shows_their_row(kind: str, paper: str) -> None:
    the_plan = mission(2)
    result = printed(kind, paper, the_plan, spots=True)
    titles = {str(one.id): one.title.best("en") for one in the_plan.items}
    document = pypdfium2.PdfDocument(result.data)
    assert {one.key for one in result.spots} == titles.keys()
    for one in result.spots:
        sheet = document[one.page]
        high = sheet.get_height()
        words = sheet.get_textpage().get_text_bounded(one.left, high - one.bottom, one.right, high - one.top)
        assert titles[one.key] in " ".join(words.split())
