"""Write a mission's budget as tables: a workbook with lines, expenses, offers and totals, or its lines as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.domain.costs import budget
from missionplanner.domain.costs.budget import Amounts, Cut
from missionplanner.domain.costs.naming import BUDGET_CATEGORIES
from missionplanner.services.costs import money
from missionplanner.services.costs.budget_totals import Summary, Total, summary
from missionplanner.services.workspace import Workspace

if TYPE_CHECKING:
    from missionplanner.exchange.tables.listings import Listing, Shown

WORKBOOK, TEXT = ".xlsx", ".csv"
CUTS = {
    Cut.CATEGORY: N_("By category"),
    Cut.PAYER: N_("By payer"),
    Cut.ORGANISATION: N_("By organisation"),
    Cut.DELEGATE: N_("By delegate"),
    Cut.ELIGIBLE: N_("By eligibility"),
    Cut.IN_KIND: N_("In money and in kind"),
}
MARKS = {
    Cut.ELIGIBLE: {True: N_("Eligible"), False: N_("Not eligible")},
    Cut.IN_KIND: {True: N_("In kind"), False: N_("In money")},
}
"""What a yes and a no are called in a cut by a mark."""
_TITLES = (N_("Planned"), N_("Committed"), N_("Paid"), N_("Remaining"))


def write(ws: Workspace, mission_id: UUID, path: Path, *, language: str, force: bool = False) -> None:
    """Write the budget, as the ending of ``path`` says: .csv is its lines alone, anything else a workbook.

    Numbers are numbers and totals are values, so that nothing is worked out anew. Raises NotFound, Occupied,
    NotWritten.
    """
    from missionplanner.exchange import tables

    if path.suffix.lower() == TEXT:
        tables.write_csv(path, listings(ws, mission_id, language)[0], force=force)
    else:
        tables.write_xlsx(path, listings(ws, mission_id, language), force=force)


def listings(ws: Workspace, mission_id: UUID, language: str) -> tuple[Listing, ...]:
    """Return the sheets of a budget in a language: lines, expenses, offers, totals."""
    book, t = money.read(ws, mission_id), translator(language)
    return (_lines(book, t), _expenses(book, t), _quotes(book, t), _totals(summary(ws, mission_id), t))


def word_of(one: Total, cut: Cut, t: Translator) -> str:
    """Return what a total is of, in words."""
    if cut is Cut.CATEGORY:
        found = next((word for kind, word in BUDGET_CATEGORIES.items() if kind == one.key), "")
    else:
        found = MARKS[cut].get(bool(one.key), "") if cut in MARKS and one.key is not None else ""
    return t(found) if found else one.name or t("Not told")


def _lines(book: money.Book, t: Translator) -> Listing:
    rows = []
    for one in book.ledger.lines:
        shares = [
            f"{book.organisations.get(payer, '') if payer else ''} {percent:f} %".strip()
            for payer, percent in budget.payers(book.ledger, one)
        ]
        rows.append(
            (
                _category(one.category, t),
                money.line_name(one, t.language),
                one.quantity,
                one.unit,
                budget.planned(one),
                one.committed,
                budget.paid(book.ledger, one),
                budget.left(book.ledger, one),
                one.currency or book.ledger.home,
                one.rate,
                one.rate_date,
                one.rate_source,
                _called(book, one.payer_id),
                tuple(shares) if len(shares) > 1 else None,
                _called(book, one.organisation_id),
                _delegate(book, one.delegate_id),
                _mark(one.eligible, t),
                _mark(one.in_kind, t),
                one.cup,
                one.cig,
                one.notes,
            )
        )
    titles = (
        *(N_("Category"), N_("Cost"), N_("Quantity"), N_("Price of one"), *_TITLES, N_("Currency")),
        *(N_("Rate"), N_("Day of the rate"), N_("Source of the rate"), N_("Payer"), N_("Shares")),
        *(N_("Organisation"), N_("Delegate"), N_("Eligible"), N_("In kind"), N_("CUP"), N_("CIG"), N_("Notes")),
    )
    return _listing(t, N_("Lines"), titles, rows)


def _expenses(book: money.Book, t: Translator) -> Listing:
    ledger = book.ledger
    rows = [
        (
            one.date,
            one.end_date,
            _delegate(book, one.delegate_id),
            _category(ledger.category_of(one), t),
            one.text.best(t.language) if one.text is not None else None,
            one.amount,
            one.currency or ledger.home,
            one.rate,
            ledger.in_home(one.amount, one.currency, one.rate),
            money.line_name(ledger.line_of(one), t.language) or None,
            _called(book, one.payer_id),
            _called(book, one.supplier_id),
            _called(book, one.organisation_id),
            _mark(one.eligible, t),
            _mark(one.per_diem, t),
            _mark(one.in_kind, t),
            one.cup,
            one.cig,
            one.paid_on,
            one.notes,
        )
        for one in ledger.expenses
    ]
    titles = (
        *(N_("Day"), N_("Last day"), N_("Delegate"), N_("Category"), N_("Expense"), N_("Amount")),
        *(N_("Currency"), N_("Rate"), N_("In the mission’s currency"), N_("Line of the budget"), N_("Payer")),
        *(N_("Supplier"), N_("Organisation"), N_("Eligible"), N_("Per diem"), N_("In kind"), N_("CUP")),
        *(N_("CIG"), N_("Paid on"), N_("Notes")),
    )
    return _listing(t, N_("Expenses"), titles, rows)


def _quotes(book: money.Book, t: Translator) -> Listing:
    rows = [
        (
            money.line_name(line, t.language),
            _called(book, one.supplier_id),
            one.amount,
            one.currency or book.ledger.home,
            one.date,
            one.valid_until,
            _mark(one.chosen, t),
            one.notes,
        )
        for line in book.ledger.lines
        for one in book.ledger.quotes_of(line.id)
    ]
    titles = (
        *(N_("Line of the budget"), N_("Supplier"), N_("Amount"), N_("Currency"), N_("Date")),
        *(N_("Valid until"), N_("Chosen"), N_("Notes")),
    )
    return _listing(t, N_("Offers"), titles, rows)


def _totals(found: Summary, t: Translator) -> Listing:
    rows: list[Sequence[Shown]] = []
    for cut, words in CUTS.items():
        rows += [
            (t(words), word_of(one, cut, t), *_figures(one.amounts), found.currency) for one in found.cuts[cut]
        ]
    rows.append((t("In all"), None, *_figures(found.whole), found.currency))
    rows += [(t("Not converted"), None, *_figures(one), code) for code, one in found.unconverted]
    return _listing(t, N_("Totals"), (N_("Total"), N_("Of what"), *_TITLES, N_("Currency")), rows)


def _figures(one: Amounts) -> tuple[Decimal, ...]:
    return one.planned, one.committed, one.paid, one.left


def _listing(t: Translator, name: str, titles: Sequence[str], rows: Sequence[Sequence[Shown]]) -> Listing:
    from missionplanner.exchange.tables.listings import Heading, Listing

    money_columns = {*_TITLES, "Price of one", "Amount", "In the mission’s currency"}
    headings = tuple(Heading(t(one), decimals=2 if one in money_columns else None) for one in titles)
    return Listing(t(name), headings, rows)


def _category(one: object, t: Translator) -> str | None:
    word = next((word for kind, word in BUDGET_CATEGORIES.items() if kind is one), None)
    return t(word) if word is not None else None


def _called(book: money.Book, identity: UUID | None) -> str | None:
    return book.organisations.get(identity) if identity is not None else None


def _delegate(book: money.Book, identity: UUID | None) -> str | None:
    return book.delegates.get(identity) if identity is not None else None


def _mark(value: bool | None, t: Translator) -> str | None:
    return None if value is None else t("Yes") if value else t("No")
