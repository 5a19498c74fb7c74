"""Keep what was spent on a mission: read it by columns, create, change several, delete, duplicate."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.costs import money as amounts
from missionplanner.domain.costs.claims import DoubleClaim, double_claims
from missionplanner.domain.costs.ledger import Ledger
from missionplanner.domain.records import BudgetLine, Delegate, Expense, Record
from missionplanner.services.costs import money
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.rows import Line, Page, Row, Section
from missionplanner.services.workspace import Edit, Receipt, Workspace

TWICE = "twice"
"""What a row says of an expense on a day that a per diem covers."""
_STORED = (
    "eligible",
    "per_diem",
    "in_kind",
    "paid_on",
    "currency",
    "rate",
    "rate_date",
    "rate_source",
    "cup",
    "cig",
    "notes",
)
FIELDS = (
    "text",
    "date",
    "end_date",
    "delegate_id",
    "category",
    "amount",
    "in_home",
    "claim",
    "line_id",
    "payer_id",
    "supplier_id",
    "organisation_id",
    "receipt",
    *_STORED,
)
"""What a row of expenses holds, in this order; ``in_home`` is the amount in the mission's currency."""


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the expenses of a mission in their order, those of ``ids``, or the first of them."""
    book = money.read(ws, mission_id)
    twice = {one.claimed.id for one in double_claims(book.ledger.expenses, book.ledger)}
    some = [one for one in book.ledger.expenses if ids is None or one.id in ids]
    return Page([_row(book, one, twice) for one in some[:limit]], len(book.ledger.expenses))


def about(ws: Workspace, mission_id: UUID, identity: UUID, language: str) -> tuple[Section, ...]:
    """Return with which per diems an expense is claimed twice."""
    book = money.read(ws, mission_id)
    found = [one for one in double_claims(book.ledger.expenses, book.ledger) if one.claimed.id == identity]
    lines = tuple(
        Line(_words(one.per_diem, language) or book.delegates.get(_whose(one), ""), day=day)
        for one in found
        for day in one.days
    )
    return (Section(N_("Covered by a per diem"), lines),) if lines else ()


def would_claim_twice(ws: Workspace, draft: Expense) -> tuple[DoubleClaim, ...]:
    """Return what would be claimed twice if an expense were stored. Raises NotFound."""
    ledger = money.read(ws, draft.mission_id).ledger
    some = [*(one for one in ledger.expenses if one.id != draft.id), draft]
    whole = Ledger(ledger.home, ledger.lines, ledger.shares, ledger.quotes, tuple(some))
    return tuple(one for one in double_claims(some, whole) if draft.id in (one.claimed.id, one.per_diem.id))


def create_from(
    ws: Workspace, mission_id: UUID, values: Mapping[str, object], *, paper: Callable[[Edit], str] | None = None
) -> Receipt:
    """Store a new expense of what a form holds. Raises Invalid with the field.

    ``paper`` stores its receipt within the same step and returns the name it is kept under.
    """

    def checked(edit: Edit, before: Expense | None, after: Expense) -> Expense:
        one = _checked(edit, before, after)
        return replace(one, receipt=paper(edit)) if paper is not None else one

    return replace(_ENTRIES, checked=checked).create_from(ws, values, mission_id=mission_id)


def _whose(one: DoubleClaim) -> UUID:
    owner = one.claimed.delegate_id
    assert owner is not None, "only what delegates claim is claimed twice"
    return owner


def _words(one: Expense, language: str = "") -> str:
    return one.text.best(language) if one.text is not None else ""


def _row(book: money.Book, one: Expense, twice: set[UUID]) -> Row:
    ledger = book.ledger
    return Row(
        one.id,
        (
            one.text,
            one.date,
            one.end_date,
            book.delegate(one.delegate_id),
            ledger.category_of(one),
            one.amount,
            ledger.in_home(one.amount, one.currency, one.rate),
            TWICE if one.id in twice else None,
            book.line(one.line_id),
            book.organisation(one.payer_id),
            book.organisation(one.supplier_id),
            book.organisation(one.organisation_id),
            bool(one.receipt),
            *(getattr(one, name) for name in _STORED),
        ),
    )


def _checked(edit: Edit, before: Expense | None, after: Expense) -> Expense:
    if not after.text and after.category is None and after.line_id is None:
        raise Invalid(N_("An expense needs words, a category or a line of the budget."), field="text")
    if after.end_date is not None and (after.date is None or after.end_date < after.date):
        raise Invalid(N_("The last day lies before the first."), field="end_date")
    _require_own(edit, after)
    one = money.checked_amounts(replace(after, amount=amounts.allowed_amount(after.amount, "amount")))
    if before is not None:
        return one
    others = edit.all(Expense, mission_id=one.mission_id)
    return replace(one, position=max((each.position for each in others), default=-1) + 1)


def _alone(edit: Edit, _one: Expense, copy: Expense) -> tuple[Record, ...]:
    """Let a copy have no receipt: one paper proves one expense."""
    edit.save(replace(copy, receipt=None))
    return ()


def _require_own(edit: Edit, one: Expense) -> None:
    line, delegate = edit.find(BudgetLine, one.line_id), edit.find(Delegate, one.delegate_id)
    if line is not None and line.mission_id != one.mission_id:
        raise Invalid(N_("This is of another mission."), field="line_id")
    if delegate is not None and delegate.mission_id != one.mission_id:
        raise Invalid(N_("This is of another mission."), field="delegate_id")


_ENTRIES = Entries(
    kind=Expense,
    name=_words,
    added=N_("Add the expense “{name}”"),
    changed=N_("Change the expense “{name}”"),
    changed_many=N_("Change {count} expenses"),
    deleted=N_("Delete the expense “{name}”"),
    deleted_many=N_("Delete {count} expenses"),
    checked=_checked,
    makers={"payer_id": made, "supplier_id": made, "organisation_id": made},
    children=_alone,
)
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
