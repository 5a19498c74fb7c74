"""Money through services: one step each, undone exactly, refused where it would be wrong."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal as D
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from missionplanner.base.errors import Damaged, Invalid, MissionPlannerError, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.costs.budget import Amounts, Cut
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import BudgetCategory
from missionplanner.services import history, media
from missionplanner.services.costs import budget, budget_export, budget_totals, expenses, quotes, receipts
from missionplanner.services.entries import in_each
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.workspace import Receipt, Workspace
from tests import factories as f
from tests.factories import MISSION, uid

CLUSTER, REGION = uid("organisation:Cluster"), uid("organisation:Region")
ANNA = uid("delegate:Anna Rossi")


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a workspace with a mission that counts in euros, two organisations, a delegate and an unnamed place."""
    anna = f.delegate("Anna Rossi")
    place = r.Delegate(id=uid("delegate:place"), mission_id=MISSION, place_of_id=CLUSTER)
    with ws.edit(N_("Import")) as edit:
        edit.add_all([f.mission(currency="EUR", languages=("it", "en")), *anna.parts, anna.record, place])
        edit.add_all([f.organisation("Cluster"), f.organisation("Region")])
    return ws


def add_line(ws: Workspace, text: str = "Hotel", **values: Any) -> UUID:
    return budget.create_from(ws, MISSION, {"text": Said("en", text), **values}).first_added


def spend(ws: Workspace, **values: Any) -> UUID:
    receipt = expenses.create_from(ws, MISSION, {"text": Said("en", "Dinner"), **values})
    return next(one for table, one in receipt.added if table == "expense")


def offer(ws: Workspace, line: UUID, amount: str, **values: Any) -> UUID:
    return quotes.create_from(ws, MISSION, {"line_id": line, "amount": D(amount), **values}).first_added


def cell(ws: Workspace, service: Any, identity: UUID, name: str) -> Any:
    (row,) = service.page(ws, MISSION, ids=[identity]).rows
    return row.values[service.FIELDS.index(name)]


def test_the_planned_amount_follows_quantity_and_price(ws: Workspace) -> None:
    hotel = add_line(ws, quantity=18, unit=D("160.50"))
    assert cell(ws, budget, hotel, "planned") == D("2889.00")
    budget.change_cells(ws, in_each([hotel], "quantity", D(2)))
    assert cell(ws, budget, hotel, "planned") == D("321.00")
    budget.change_cells(ws, in_each([hotel], "planned", D(300)))
    assert (cell(ws, budget, hotel, "planned"), cell(ws, budget, hotel, "unit")) == (D(300), None)
    budget.change_cells(ws, in_each([hotel], "paid", D("300.01")))
    assert (cell(ws, budget, hotel, "state"), cell(ws, budget, hotel, "left")) == (budget.OVER, D("-0.01"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("planned", D("1.00001")),
        ("quantity", D(-1)),
        ("rate", D(0)),
        ("currency", "EURO"),
        ("cup", "X"),
        ("cig", "1"),
    ],
)
def test_what_a_mission_file_could_not_hold_is_refused_at_its_field(
    ws: Workspace, name: str, value: object
) -> None:
    line = add_line(ws)
    with pytest.raises(Invalid) as error:
        budget.change_cells(ws, in_each([line], name, value))
    assert error.value.field == name


def test_expenses_say_what_was_paid(ws: Workspace) -> None:
    line = add_line(ws, planned=D(100), paid=D(10))
    spend(ws, line_id=line, amount=D(120))
    assert cell(ws, budget, line, "paid") == D(120)
    with pytest.raises(Invalid) as error:
        budget.change_cells(ws, in_each([line], "paid", D(5)))
    assert error.value.field == "paid"


def test_payers_share_a_line(ws: Workspace) -> None:
    line = add_line(ws, planned=D(100), payer_id=CLUSTER)
    budget.set_payers(ws, line, [(REGION, D(40)), ("Chamber", D(10))])
    found = budget_totals.summary(ws, MISSION)
    assert {one.name: one.amounts.planned for one in found.cuts[Cut.PAYER]} == {
        "Cluster": D(50),
        "Region": D(40),
        "Chamber": D(10),
    }
    with pytest.raises(Invalid) as error:
        budget.set_payers(ws, line, [(REGION, D(60)), (CLUSTER, D("40.01"))])
    assert error.value.field == "percent"
    assert [percent for _payer, percent in budget.payers(ws, MISSION, line)] == [D(40), D(10)]


def test_a_chosen_offer_is_what_its_line_commits(ws: Workspace) -> None:
    line = add_line(ws, planned=D(1000), currency="EUR")
    first, second = offer(ws, line, "900"), offer(ws, line, "850.50", currency="EUR")
    quotes.choose(ws, first)
    quotes.choose(ws, second)
    assert cell(ws, budget, line, "committed") == D("850.50")
    assert [cell(ws, quotes, one, "state") for one in (first, second)] == [quotes.OPEN, quotes.CHOSEN]
    quotes.change_cells(ws, in_each([second], "amount", D(800)))
    assert cell(ws, budget, line, "committed") == D(800)
    quotes.change_cells(ws, in_each([second], "chosen", False))
    assert cell(ws, budget, line, "committed") is None
    with pytest.raises(Invalid, match="currency"):
        quotes.choose(ws, offer(ws, line, "700", currency="GBP"))


def test_a_copy_is_neither_ordered_nor_paid_nor_proved(ws: Workspace) -> None:
    line = add_line(ws, planned=D(100), committed=D(90), paid=D(80))
    budget.set_payers(ws, line, [(REGION, D(40))])
    copy = budget.duplicate(ws, [line]).first_added
    names = ("planned", "committed", "paid", "payers")
    assert [cell(ws, budget, copy, name) for name in names] == [D(100), None, None, "Region"]


def test_an_offer_runs_out(ws: Workspace) -> None:
    one = offer(ws, add_line(ws), "5", valid_until=dt.date(2025, 3, 1))
    (row,) = quotes.page(ws, MISSION, ids=[one], today=dt.date(2025, 3, 2)).rows
    assert row.values[quotes.FIELDS.index("state")] == quotes.EXPIRED
    (row,) = quotes.page(ws, MISSION, ids=[one], today=dt.date(2025, 3, 1)).rows
    assert row.values[quotes.FIELDS.index("state")] == quotes.OPEN


def test_a_meal_under_a_per_diem_is_told_before_and_after_it_is_stored(ws: Workspace) -> None:
    whole = {"delegate_id": ANNA, "date": f.START, "end_date": f.date_of(3)}
    spend(ws, amount=D(180), per_diem=True, **whole)
    draft = r.Expense(
        mission_id=MISSION, delegate_id=ANNA, date=f.date_of(2), category=BudgetCategory.MEALS, amount=D(30)
    )
    assert [one.days for one in expenses.would_claim_twice(ws, draft)] == [(f.date_of(2),)]
    dinner = spend(ws, delegate_id=ANNA, date=f.date_of(2), category=BudgetCategory.MEALS, amount=D(30))
    assert cell(ws, expenses, dinner, "claim") == expenses.TWICE
    assert [line.day for line in expenses.about(ws, MISSION, dinner, "en")[0].lines] == [f.date_of(2)]
    assert cell(ws, expenses, dinner, "delegate_id").name == "Anna Rossi"


def test_the_usual_lines_are_added_where_none_are(ws: Workspace) -> None:
    add_line(ws, "Flights", category=BudgetCategory.TRAVEL)
    budget.add_usual_lines(ws, MISSION)
    rows = budget.page(ws, MISSION).rows
    hotel = next(row.values for row in rows if row.values[1] is BudgetCategory.ACCOMMODATION)
    assert len(rows) == 5
    assert (hotel[2], hotel[0].languages) == (D(4), ("it", "en"))  # two people, one of them not named yet
    with pytest.raises(Invalid):
        budget.add_usual_lines(ws, MISSION)


def test_aid_in_kind_adds_up_over_missions(ws: Workspace) -> None:
    other = f.mission(id=uid("other"), code="OTHER", currency="EUR")
    gift = r.Expense(mission_id=other.id, amount=D(500), in_kind=True, organisation_id=CLUSTER, date=f.START)
    with ws.edit(N_("Import")) as edit:
        edit.add_all([other, gift])
    spend(ws, amount=D(40), in_kind=True, organisation_id=CLUSTER, date=f.date_of(2))
    (found,) = budget_totals.summary(ws, MISSION).aid
    assert (found.name, found.here, found.granted.total) == ("Cluster", D(40), D(540))
    assert found.granted.left == D(299_460)


def test_every_step_is_undone_exactly(ws: Workspace, tmp_path: Path, state: Callable[[Path], str]) -> None:
    photo = tmp_path / "receipt.png"
    Image.new("RGB", (30, 20), "white").save(photo)
    paper = media_of(photo)
    with ws.edit(N_("Import")) as edit:
        media.store(edit, *paper)  # a blob stays when its step is undone
    before, steps = state(ws.path), len(history.page(ws))
    line = add_line(ws, planned=D(100), currency="GBP", rate=D("1.2"))
    budget.set_payers(ws, line, [(REGION, D(40)), ("Chamber", D(10))])
    copy = budget.duplicate(ws, [line]).first_added
    quotes.choose(ws, offer(ws, line, "90", currency="GBP"))
    dinner = spend(ws, line_id=line, amount=D(12), delegate_id=ANNA, supplier_id="Trattoria")
    receipts.attach(ws, r.Expense, dinner, photo)
    budget.add_usual_lines(ws, MISSION)
    budget.delete(ws, [copy, line])
    after = state(ws.path)
    done = len(history.page(ws)) - steps
    assert done == 9
    for _ in range(done):
        history.undo(ws)
    assert state(ws.path) == before
    for _ in range(done):
        history.redo(ws)
    assert state(ws.path) == after


def steps(ws: Workspace) -> list[Callable[[], Any]]:
    """Return what people do with money, each with the first line, offer or expense there is."""

    def first(service: Any) -> UUID:
        return next((row.id for row in service.page(ws, MISSION).rows), uid("nothing"))

    return [
        lambda: add_line(ws, quantity=D(3), unit=D("33.335"), payer_id="Chamber"),
        lambda: spend(ws, line_id=first(budget), amount=D(7), currency="GBP"),
        lambda: offer(ws, first(budget), "12.50", chosen=True),
        lambda: quotes.choose(ws, first(quotes)),
        lambda: quotes.change_cells(ws, in_each([first(quotes)], "chosen", False)),
        lambda: budget.set_payers(ws, first(budget), [(REGION, D(30)), ("New", D(70))]),
        lambda: budget.change_cells(ws, in_each([first(budget)], "planned", D(5))),
        lambda: budget.duplicate(ws, [first(budget)]),
        lambda: budget.delete(ws, [first(budget)]),
        lambda: expenses.delete(ws, [first(expenses)]),
        lambda: budget.add_usual_lines(ws, MISSION),
    ]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.integers(0, 10), min_size=2, max_size=7))
def test_any_steps_are_undone_to_the_start(ws: Workspace, state: Callable[[Path], str], chosen: list[int]) -> None:
    before = state(ws.path)
    told: list[Receipt] = []
    ws.listeners[:] = [told.append]
    for number in chosen:
        with suppress(MissionPlannerError):
            steps(ws)[number]()
    ws.listeners.clear()
    for _ in told:
        history.undo(ws)
    assert state(ws.path) == before


def media_of(path: Path) -> tuple[bytes, str]:
    from missionplanner.exchange import photos

    return photos.clean(path.read_bytes()).data, "jpg"


# ---- papers -----------------------------------------------------------------------------------------


def test_a_receipt_is_kept_clean_shown_copied_and_removed(ws: Workspace, tmp_path: Path) -> None:
    dinner = spend(ws, amount=D(12))
    image = Image.new("RGB", (40, 30), "red")
    place = image.getexif()
    place[0x010E] = "Anna Rossi at home"
    path, copy = tmp_path / "dinner.jpg", tmp_path / "copy.jpg"
    image.save(path, exif=place)
    receipts.attach(ws, r.Expense, dinner, path)
    ending, data = receipts.read(ws, r.Expense, dinner)
    assert ending == "jpg"
    assert b"Anna" in path.read_bytes() and b"Anna" not in data
    assert Image.open(io.BytesIO(data)).size == (40, 30)
    assert cell(ws, expenses, dinner, "receipt") is True
    receipts.save_copy(ws, r.Expense, dinner, copy)
    assert copy.read_bytes() == data
    receipts.remove(ws, r.Expense, dinner)
    with pytest.raises(NotFound):
        receipts.read(ws, r.Expense, dinner)


def test_an_offer_has_its_pdf_and_what_is_none_is_refused(ws: Workspace, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    one = offer(ws, add_line(ws), "5")
    good, bad, text = tmp_path / "offer.pdf", tmp_path / "bad.pdf", tmp_path / "offer.txt"
    canvas = Canvas(str(good))
    canvas.drawString(50, 500, "Offer")
    canvas.save()
    bad.write_bytes(b"%PDF-1.7 nothing more")
    text.write_text("no picture")
    receipts.attach(ws, r.Quote, one, good)
    assert receipts.read(ws, r.Quote, one) == ("pdf", good.read_bytes())
    for path, error in ((bad, Damaged), (text, Invalid), (tmp_path / "none.pdf", NotFound)):
        with pytest.raises(error):
            receipts.attach(ws, r.Quote, one, path)


# ---- export -----------------------------------------------------------------------------------------


def test_the_workbook_has_typed_numbers_and_no_formulas(ws: Workspace, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    line = add_line(ws, '=HYPERLINK("http://x")', planned=D("1250.50"), quantity=D("2.5"), payer_id=CLUSTER)
    spend(ws, line_id=line, amount=D("99.90"), delegate_id=ANNA, date=f.START)
    path = tmp_path / "budget.xlsx"
    budget_export.write(ws, MISSION, path, language="it")
    book = load_workbook(path)
    lines = book.worksheets[0]
    values = {lines.cell(1, place).value: lines.cell(2, place) for place in range(1, lines.max_column + 1)}
    amounts = [one for one in values.values() if one.value in (1250.5, 2.5, 99.9, 1150.6)]
    assert len(amounts) == 4 and {one.data_type for one in amounts} == {"n"}
    assert all(one.data_type != "f" for sheet in book for row in sheet.iter_rows() for one in row)
    assert len(book.sheetnames) == 4
    budget_export.write(ws, MISSION, tmp_path / "budget.csv", language="en")
    text = (tmp_path / "budget.csv").read_text("utf-8-sig")
    assert "1250,50" in text and "'=HYPERLINK" in text


def test_totals_tell_what_is_over_and_what_is_not_converted(ws: Workspace) -> None:
    add_line(ws, planned=D(100), committed=D(130))
    add_line(ws, planned=D(70), currency="SEK")
    found = budget_totals.summary(ws, MISSION)
    assert (found.currency, found.whole, found.overspent) == ("EUR", Amounts(D(100), D(130)), 1)
    assert found.unconverted == (("SEK", Amounts(D(70))),)


def test_a_line_of_another_mission_cannot_be_spent_from(ws: Workspace) -> None:
    other = f.mission(id=uid("other"), code="OTHER")
    line = r.BudgetLine(mission_id=other.id, text=Texts.of("Flights"))
    with ws.edit(N_("Import")) as edit:
        edit.add_all([other, line])
    with pytest.raises(Invalid) as error:
        spend(ws, line_id=line.id)
    assert error.value.field == "line_id"
