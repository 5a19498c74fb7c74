"""What a mission costs: every cut adds up to the same, nothing is guessed, nothing counts twice."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal as D
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.costs import aid, budget
from missionplanner.domain.costs.budget import Amounts, Cut
from missionplanner.domain.costs.claims import double_claims
from missionplanner.domain.costs.ledger import Ledger, home_currency
from missionplanner.domain.costs.usual_costs import usual_costs
from missionplanner.domain.records import BudgetLine, Expense, PayerShare
from missionplanner.domain.vocabulary import BudgetCategory, DelegateStatus, ItemStatus
from tests import factories as f
from tests.factories import MISSION, uid

CLUSTER, REGION, ANNA = uid("organisation:cluster"), uid("organisation:region"), uid("delegate:Anna")
MEALS = BudgetCategory.MEALS


def line(name: str = "line", **fields: Any) -> BudgetLine:
    return BudgetLine(id=uid(name), mission_id=MISSION, **fields)


def spent(amount: str, **fields: Any) -> Expense:
    return Expense(mission_id=MISSION, amount=D(amount), **fields)


def share(percent: str, organisation: UUID = REGION, of: str = "line") -> PayerShare:
    return PayerShare(mission_id=MISSION, line_id=uid(of), organisation_id=organisation, percent=D(percent))


AMOUNT = st.none() | st.decimals(-(10**6), 10**6, places=2)
WHO = st.sampled_from([None, CLUSTER, REGION])
MARK = st.sampled_from([None, True, False])
CODES = st.sampled_from([None, "EUR", "GBP", "SEK"])
RATES = {None: None, "EUR": None, "GBP": D("1.17345"), "SEK": None}


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    kinds = st.sampled_from([None, *BudgetCategory])
    lines, shares, expenses = [], [], []
    for number in range(draw(st.integers(0, 3))):
        code = draw(CODES)
        amounts = {name: draw(AMOUNT) for name in ("planned", "committed", "paid")}
        whose = {"payer_id": draw(WHO), "organisation_id": draw(WHO), "eligible": draw(MARK)}
        lines.append(line(str(number), category=draw(kinds), currency=code, rate=RATES[code], **amounts, **whose))
        for percent in draw(st.lists(st.decimals(0, 50, places=4), max_size=2)):
            shares.append(share(str(percent), draw(st.sampled_from([CLUSTER, REGION])), str(number)))
    for _ in range(draw(st.integers(0, 3))):
        code = draw(CODES)
        owner = draw(st.sampled_from([None, *(one.id for one in lines)]))
        some = {"line_id": owner, "category": draw(kinds), "payer_id": draw(WHO), "in_kind": draw(MARK)}
        amount = draw(AMOUNT)
        expenses.append(Expense(mission_id=MISSION, amount=amount, currency=code, rate=RATES[code], **some))
    return Ledger("EUR", tuple(lines), tuple(shares), (), tuple(expenses))


@given(ledgers())
def test_totals_by_any_cut_add_up_to_the_same(ledger: Ledger) -> None:
    some = budget.portions(ledger)
    whole = budget.whole(some)
    for cut in Cut:
        assert sum(budget.totals(some, cut).values(), Amounts()) == whole
    planned = [ledger.in_home(budget.planned(one), one.currency, one.rate) for one in ledger.lines]
    assert whole.planned == sum((one for one in planned if one is not None), D(0))


def test_a_line_plans_what_is_told_or_quantity_times_price() -> None:
    assert budget.planned(line(quantity=D(12), unit=D("80.125"))) == D("961.50")
    assert budget.planned(line(quantity=D(12), unit=D(80), planned=D(900))) == D(900)
    assert budget.planned(line(quantity=D(12))) is None


def test_expenses_say_what_was_paid_where_there_are_any() -> None:
    typed = line(planned=D(100), paid=D(70))
    assert budget.paid(Ledger("EUR", (typed,)), typed) == D(70)
    two = (spent("30", line_id=typed.id), spent("85.50", line_id=typed.id, currency="EUR"))
    ledger = Ledger("EUR", (typed,), expenses=two)
    assert budget.paid(ledger, typed) == D("115.50")
    assert budget.whole(budget.portions(ledger)) == Amounts(D(100), D(0), D("115.50"))
    assert budget.left(ledger, typed) == D("-15.50")


def test_expenses_in_another_currency_come_back_into_that_of_their_line() -> None:
    pounds = line(planned=D(100), currency="GBP", rate=D("1.25"))
    ledger = Ledger("EUR", (pounds,), expenses=(spent("50", line_id=pounds.id),))
    assert budget.paid(ledger, pounds) == D("40.00")
    unknown = Ledger("EUR", (pounds,), expenses=(spent("50", line_id=pounds.id, currency="SEK"),))
    assert budget.paid(unknown, pounds) is None


def test_without_a_rate_nothing_is_guessed() -> None:
    kronor = line(planned=D(1000), committed=D(900), currency="SEK")
    ledger = Ledger("EUR", (kronor,), expenses=(spent("20", currency="USD"), spent("5")))
    assert budget.whole(budget.portions(ledger)) == Amounts(paid=D(5))
    assert budget.unconverted(ledger) == {"SEK": Amounts(D(1000), D(900)), "USD": Amounts(paid=D(20))}


def test_payers_share_a_line_to_the_cent_and_the_rest_is_its_payer_s() -> None:
    one = line(planned=D("100.01"), payer_id=CLUSTER)
    ledger = Ledger("EUR", (one,), (share("33.3333"),))
    totals = budget.totals(budget.portions(ledger), Cut.PAYER)
    assert totals == {REGION: Amounts(D("33.34")), CLUSTER: Amounts(D("66.67"))}
    assert budget.payers(Ledger("EUR", (one,)), one) == ((CLUSTER, D(100)),)


def test_a_mission_counts_in_its_own_currency_or_the_commonest() -> None:
    some = [line(currency="GBP"), line(currency="SEK"), line(currency="SEK")]
    assert home_currency("EUR", some) == "EUR"
    assert home_currency(None, some) == "SEK"
    assert home_currency(None, []) == ""


# ---- per diem ---------------------------------------------------------------------------------------

DAY = f.START


def claim(day: int, end: int | None = None, **fields: Any) -> Expense:
    known: dict[str, Any] = {"delegate_id": ANNA, "date": f.date_of(day), "end_date": f.date_of(end)}
    return spent("10", **{**known, **fields})


def test_a_meal_under_a_per_diem_is_told_with_its_days() -> None:
    allowance = claim(1, 3, per_diem=True)
    dinner, taxi = claim(2, category=MEALS), claim(2, category=BudgetCategory.TRAVEL)
    later, other = claim(4, category=MEALS), claim(2, category=MEALS, delegate_id=uid("delegate:Zoe"))
    (found,) = double_claims([dinner, allowance, taxi, later, other])
    assert (found.claimed, found.per_diem, found.days) == (dinner, allowance, (f.date_of(2),))


def test_the_category_of_its_line_makes_an_expense_a_meal() -> None:
    meals = line(category=MEALS)
    some = (claim(1, per_diem=True), claim(1, line_id=meals.id))
    assert len(double_claims(some, Ledger("EUR", (meals,), expenses=some))) == 1
    assert double_claims(some) == ()


def test_two_per_diems_for_a_day_are_told_once() -> None:
    first, second = claim(1, 2, per_diem=True), claim(2, 3, per_diem=True)
    (found,) = double_claims([first, second])
    assert (found.claimed, found.days) == (second, (f.date_of(2),))


# ---- aid in kind ------------------------------------------------------------------------------------


def test_aid_adds_up_over_three_rolling_years() -> None:
    until = dt.date(2025, 5, 10)
    days = [dt.date(2022, 5, 10), dt.date(2022, 5, 11), dt.date(2024, 1, 1), until, dt.date(2025, 5, 11)]
    some = [aid.Aid(CLUSTER, day, D(10**number), MISSION) for number, day in enumerate(days)]
    found = aid.granted([*some, aid.Aid(REGION, until, D(9), MISSION)], CLUSTER, until, ceiling=D(2000))
    assert (found.since, found.total, found.left) == (dt.date(2022, 5, 11), D(1110), D(890))


def test_aid_is_what_is_paid_in_kind_for_somebody_in_euros() -> None:
    catered = line("catering", in_kind=True, organisation_id=CLUSTER, paid=D(90))
    spread = line("stand", in_kind=True, organisation_id=REGION, paid=D(5))
    some = (
        spent("30", line_id=spread.id, date=DAY),
        spent("40", in_kind=True, organisation_id=CLUSTER, currency="GBP", rate=D("1.2")),
        spent("7", in_kind=False, line_id=spread.id),
        spent("8", in_kind=True),
    )
    ledger = Ledger("EUR", (catered, spread), expenses=some)
    found = aid.aids(ledger, MISSION, dt.date(2025, 5, 1))
    assert [(one.organisation_id, one.amount) for one in found] == [
        (REGION, D(30)),
        (CLUSTER, D("48.00")),
        (CLUSTER, D(90)),
    ]
    assert aid.aids(Ledger("SEK", (catered,)), MISSION, DAY) == ()


# ---- what a mission usually costs -------------------------------------------------------------------


def test_usual_costs_count_everybody_with_unnamed_places() -> None:
    away = f.delegate("Zoe Neri", status=DelegateStatus.DECLINED)
    place = f.Made(f.delegate("x").record.__class__(mission_id=MISSION, place_of_id=CLUSTER))
    plan = f.plan(f.delegate("Anna Rossi"), away, place)
    assert [(one.category.value, one.quantity) for one in usual_costs(plan)] == [
        ("travel", 2),
        ("travel", 3),
        ("accommodation", 4),
        ("meals", 12),
        ("interpretation", 3),
        ("incidentals", 6),
    ]


def test_usual_costs_count_the_meals_and_rooms_of_the_plan() -> None:
    dinner = f.item("20:00", "22:00", "Dinner", kind="meal", people=["Anna Rossi"])
    lunch = f.item("13:00", "14:00", "Lunch", kind="meal")
    off = f.item("13:00", "14:00", "No lunch", kind="meal", status=ItemStatus.CANCELLED)
    from missionplanner.domain.records import Stay

    stay = Stay(mission_id=MISSION, from_day=f.date_of(1), to_day=f.date_of(6))
    plan = f.plan(f.delegate("Anna Rossi"), f.delegate("Zoe Neri"), dinner, lunch, off, stay)
    quantities = {one.category: one.quantity for one in usual_costs(plan)}
    assert quantities[MEALS] == 3
    assert quantities[BudgetCategory.ACCOMMODATION] == 5
