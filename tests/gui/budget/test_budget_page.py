"""The budget on screen: lists, totals in sight, undo, what is refused, papers, export."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal as D
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import BudgetCategory
from missionplanner.gui.budget.attachment import Attachment
from missionplanner.gui.budget.expense_form import DelegateExpense
from missionplanner.gui.budget.payers import Payers
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.budget import BudgetPage
from missionplanner.gui.tables.list_view import ListView
from missionplanner.services import missions, workspace

Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]


@pytest.fixture(scope="session")
def spent(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Path:
    """Make a workspace with a mission in euros: two lines, an offer, a delegate with a per diem."""
    path = tmp_path_factory.mktemp("spent") / "spent.mplanner"
    path.write_bytes(template.read_bytes())
    with workspace.open_workspace(path) as ws, ws.edit(N_("Import")) as edit:
        mission = next(one for one in edit.all(r.Mission))
        cluster = r.Organisation(name="Cluster")
        anna = r.Person(given="Anna", family="Rossi")
        delegate = r.Delegate(person_id=anna.id, mission_id=mission.id)
        hotel = r.BudgetLine(
            text=Texts.of({"en": "Hotel"}),
            category=BudgetCategory.ACCOMMODATION,
            planned=D(1000),
            payer_id=cluster.id,
            mission_id=mission.id,
        )
        flights = r.BudgetLine(text=Texts.of({"en": "Flights"}), position=1, planned=D(500), mission_id=mission.id)
        offer = r.Quote(line_id=hotel.id, amount=D("900.50"), mission_id=mission.id)
        allowance = r.Expense(
            text=Texts.of({"en": "Allowance"}),
            delegate_id=delegate.id,
            date=mission.start,
            end_date=mission.end,
            amount=D(180),
            per_diem=True,
            mission_id=mission.id,
        )
        edit.add_all([cluster, anna, delegate, hotel, flights, offer, allowance])
    return path


@pytest.fixture
def page(opened: Callable[..., MainWindow], settled: Settled, spent: Path) -> BudgetPage:
    """Show the budget of that mission."""
    window = opened(spent, width=1440, height=900)
    window.open_mission("BIO")
    window.show_page("budget")
    settled(window)
    return cast("BudgetPage", window.places.page("budget"))


def window_of(page: BudgetPage) -> MainWindow:
    return cast("MainWindow", page.window())


def cell(view: ListView, row: int, key: str) -> str:
    return view.model.text(row, view.model.place_of_column(key))


def type_into(view: ListView, row: int, key: str, text: str) -> None:
    view.table.take(view.model.index(row, view.model.place_of_column(key)), text, False)


def test_an_amount_is_typed_totals_follow_and_undo_brings_it_back(page: BudgetPage, settled: Settled) -> None:
    view = page.list_of("lines")
    for key, text, said in (("planned", "many", "not an amount"), ("currency", "euro", "not a currency")):
        type_into(view, 0, key, text)
        assert said in view.table.notes._fault.text()
    assert page.bar.figure("planned").split() == ["1,500.00"]
    type_into(view, 1, "committed", "1.250,00")
    settled(window_of(page))
    assert (cell(view, 1, "committed"), cell(view, 1, "state")) == ("1,250.00", "Overspent")
    assert page.bar.figure("committed").split() == ["1,250.00"]
    over = page.bar.findChild(QPushButton, "totals_over")
    assert over is not None and over.isVisible() and over.text().strip() == "1 line overspent"
    page.show_part("expenses")
    page.actions_["undo"].trigger()
    settled(window_of(page))
    assert (page._part, cell(view, 1, "state")) == ("lines", "")
    assert view.table.chosen_ids() == [view.model.row(1).id]
    assert not over.isVisible()


def test_payers_share_a_line_and_an_offer_is_chosen_for_it(page: BudgetPage, settled: Settled) -> None:
    view = page.list_of("lines")
    view.table.choose([view.model.row(0).id])
    part = view.details.findChild(Payers)
    assert part is not None
    part._add("Region")
    part._set(0, "40,5")
    settled(window_of(page))
    assert cell(view, 0, "payers") == "Region"
    assert "59.5 %" in part._rest.text()
    part._set(0, "101")
    assert "100" in part._fault.text()
    page.show_part("quotes")
    view = page.list_of("quotes")
    view.table.choose([view.model.row(0).id])
    settled(window_of(page))
    assert page.actions_["choose_offer"].isEnabled()
    page.actions_["choose_offer"].trigger()
    settled(window_of(page))
    assert cell(view, 0, "state") == "Chosen"
    assert page.bar.figure("committed").split() == ["900.50"]
    assert not page.actions_["choose_offer"].isEnabled()


def test_an_expense_of_a_delegate_warns_at_once_and_keeps_its_receipt(
    page: BudgetPage, settled: Settled, dialog: Dialog, answers: Any, tmp_path: Path
) -> None:
    photo = tmp_path / "dinner.png"
    Image.new("RGB", (30, 40), "white").save(photo)
    page.actions_["delegate_expense"].trigger()
    form = dialog("delegate_expense")
    assert isinstance(form, DelegateExpense)
    assert page.ctx.mission.plan is not None
    typed = {"delegate_id": "Anna Rossi", "category": "Meals", "amount": "1.250,5"}
    for key, text in {**typed, "date": str(page.ctx.mission.plan.mission.start)}.items():
        field = form.inside.field(key)
        assert field is not None
        field.show_typed(text)
    form.look()
    assert "1,250.50" in form.read_as.text()
    assert "paid twice" in form.warning.text() and form.warning.isVisible()
    answers.path = photo
    form.choose_paper()
    form.done_button.click()
    settled(window_of(page))
    view = page.list_of("expenses")
    assert (cell(view, 1, "claim"), cell(view, 1, "receipt")) == ("In the per diem", "Yes")
    part = view.details.findChild(Attachment)
    assert part is not None and part.there
    part.show_paper()
    shown = dialog("paper_window")
    answers.path = tmp_path / "copy.jpg"
    part.save_copy()
    shown.close()
    assert (tmp_path / "copy.jpg").read_bytes().startswith(b"\xff\xd8")
    part.remove()
    settled(window_of(page))
    assert cell(view, 1, "receipt") == "No"


def test_usual_lines_fill_an_empty_budget_in_one_step(opened: Callable[..., MainWindow], settled: Settled) -> None:
    window = opened()
    window.open_mission("BIO")
    window.show_page("budget")
    settled(window)
    page = cast("BudgetPage", window.places.page("budget"))
    view = page.list_of("lines")
    assert view.empty.isVisible()
    page.actions_["usual_lines"].trigger()
    settled(window)
    assert [cell(view, row, "category") for row in range(view.model.rowCount())] == [
        "Travel costs",
        "Interpretation",
    ]
    assert cell(view, 0, "quantity") == "3"


def test_totals_show_every_cut_and_the_budget_is_exported(
    page: BudgetPage, settled: Settled, answers: Any, tmp_path: Path
) -> None:
    from missionplanner.domain.costs.budget import Cut

    page.show_part("totals")
    settled(window_of(page))
    model = page.totals.model
    for cut in Cut:
        page.totals.show_cut(cut)
        assert model.rows[-1].whole and model.rows[-1].amounts.planned == D(1500)
    page.totals.show_cut(Cut.PAYER)
    assert [one.words for one in model.rows] == ["Cluster", "Not told", "In all"]
    assert page.primary() == "export_budget"
    answers.path = tmp_path / "budget.xlsx"
    page.actions_["export_budget"].trigger()
    assert (tmp_path / "budget.xlsx").read_bytes().startswith(b"PK")


def test_another_mission_shows_its_own_money(page: BudgetPage, settled: Settled) -> None:
    window = window_of(page)
    assert window.ctx.workspace is not None and window.ctx.mission.plan is not None
    start = window.ctx.mission.plan.mission.start
    draft = missions.MissionDraft(title="Other", start=start, end=start, zone="Europe/Rome", code="OTHER")
    missions.create(window.ctx.workspace, draft)
    window.open_mission("OTHER")
    window.show_page("budget")
    settled(window)
    QApplication.processEvents()
    assert page.list_of("lines").model.rowCount() == 0
    assert page.bar.figure("planned") == "0.00"
