"""Keep the lines of a mission's budget: read them by columns, create, change several, delete, duplicate, share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_
from missionplanner.domain.costs import budget
from missionplanner.domain.costs import money as amounts
from missionplanner.domain.costs.usual_costs import usual_costs
from missionplanner.domain.records import BudgetLine, Expense, Mission, Organisation, PayerShare
from missionplanner.domain.texts import Texts
from missionplanner.services.costs import money
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

OVER = "over"
"""What a row says of a line on which more was committed or paid than planned."""
Payer = tuple[UUID | str, Decimal]
"""An organisation by its id, or the name of a new one, and the per cent it pays."""
_STORED = (
    "currency",
    "rate",
    "rate_date",
    "rate_source",
    "eligible",
    "in_kind",
    "cup",
    "cig",
    "notes",
)
FIELDS = (
    "text",
    "category",
    "quantity",
    "unit",
    "planned",
    "committed",
    "paid",
    "left",
    "state",
    "payer_id",
    "payers",
    "quotes",
    "organisation_id",
    "delegate_id",
    *_STORED,
)
"""What a row of lines holds, in this order; amounts are in the line's own currency."""


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the lines of a mission in their order, those of ``ids``, or the first of them."""
    book = money.read(ws, mission_id)
    lines = [one for one in book.ledger.lines if ids is None or one.id in ids]
    return Page([_row(book, one) for one in lines[:limit]], len(book.ledger.lines))


def names(ws: Workspace, mission_id: UUID, language: str) -> tuple[Linked, ...]:
    """Return the lines of a mission by their words, for those who choose one."""
    found = (Linked(one.id, money.line_name(one, language)) for one in money.read(ws, mission_id).ledger.lines)
    return tuple(one for one in found if one.name)


def payers(ws: Workspace, mission_id: UUID, line_id: UUID) -> tuple[tuple[Linked, Decimal], ...]:
    """Return who shares a line, each with its per cent, in their order."""
    book = money.read(ws, mission_id)
    shares = ((book.organisation(one.organisation_id), one.percent) for one in book.ledger.shares_of(line_id))
    return tuple((payer, percent or Decimal(0)) for payer, percent in shares if payer is not None)


def set_payers(ws: Workspace, line_id: UUID, wanted: Sequence[Payer]) -> Receipt:
    """Say which organisations share a line, in which order; a name makes a new one. What is left is its payer's.

    Raises NotFound, Invalid with the field ``percent`` where they take more than all.
    """
    with ws.edit(N_("Change who pays for “{name}”"), name="") as edit:
        line = edit.get(BudgetLine, line_id)
        edit.call(N_("Change who pays for “{name}”"), name=money.line_name(line))
        there = {one.organisation_id: one for one in edit.all(PayerShare, line_id=line_id)}
        kept: dict[UUID, PayerShare] = {}
        for position, (known, percent) in enumerate(wanted):
            owner = edit.get(Organisation, known).id if isinstance(known, UUID) else made(edit, known)
            new = PayerShare(mission_id=line.mission_id, line_id=line_id, organisation_id=owner)
            percent_ = amounts.allowed_percent(percent, "percent")
            kept[owner] = replace(there.get(owner, new), percent=percent_, position=position)
        if budget.left_to_share(kept.values()) < 0:
            raise Invalid(N_("The shares take more than 100 per cent."), field="percent")
        for owner, one in kept.items():
            edit.save(one) if owner in there else edit.add(one)
        edit.delete_all([one for owner, one in there.items() if owner not in kept])
    return edit.receipt


def add_usual_lines(ws: Workspace, mission_id: UUID) -> Receipt:
    """Add the lines a mission usually has, with quantities from its plan, for categories that have none yet.

    Their words are in the languages of the mission; prices are left open. Raises NotFound, Invalid where every
    category has its line.
    """
    with ws.edit(N_("Add the usual lines of a budget")) as edit:
        mission = edit.get(Mission, mission_id)
        there = edit.all(BudgetLine, mission_id=mission_id)
        taken = {one.category for one in there}
        missing = [one for one in usual_costs(edit.plan(mission_id)) if one.category not in taken]
        if not missing:
            raise Invalid(N_("Every usual kind of cost has its line already."))
        first = max((one.position for one in there), default=-1) + 1
        for number, one in enumerate(missing):
            words = {code: translator(code)(one.words) for code in mission.languages or ("en",)}
            line = BudgetLine(mission_id=mission_id, position=first + number, category=one.category)
            edit.add(
                replace(line, text=Texts.of(words), quantity=Decimal(one.quantity), currency=mission.currency)
            )
    return edit.receipt


def create_from(ws: Workspace, mission_id: UUID, values: dict[str, object]) -> Receipt:
    """Store a new line of what a form holds. Raises Invalid with the field."""
    return _ENTRIES.create_from(ws, values, mission_id=mission_id)


def _row(book: money.Book, one: BudgetLine) -> Row:
    ledger = book.ledger
    left = budget.left(ledger, one)
    state = OVER if left is not None and left < 0 else None
    shares = [book.organisations.get(share.organisation_id, "") for share in ledger.shares_of(one.id)]
    return Row(
        one.id,
        (
            one.text,
            one.category,
            one.quantity,
            one.unit,
            budget.planned(one),
            one.committed,
            budget.paid(ledger, one),
            left,
            state,
            book.organisation(one.payer_id),
            ", ".join(shares) or None,
            len(ledger.quotes_of(one.id)),
            book.organisation(one.organisation_id),
            book.delegate(one.delegate_id),
            *(getattr(one, name) for name in _STORED),
        ),
    )


def _checked(edit: Edit, before: BudgetLine | None, after: BudgetLine) -> BudgetLine:
    if not after.text and after.category is None:
        raise Invalid(N_("A line needs words or a category."), field="text")
    one = money.checked_amounts(
        replace(
            after,
            quantity=amounts.allowed_quantity(money.as_decimal(after.quantity), "quantity"),
            unit=amounts.allowed_quantity(after.unit, "unit"),
            planned=amounts.allowed_amount(after.planned, "planned"),
            committed=amounts.allowed_amount(after.committed, "committed"),
            paid=amounts.allowed_amount(after.paid, "paid"),
        )
    )
    if before is None:
        others = edit.all(BudgetLine, mission_id=one.mission_id)
        return replace(_multiplied(None, one), position=max((each.position for each in others), default=-1) + 1)
    if one.paid != before.paid and any(each.amount is not None for each in edit.all(Expense, line_id=one.id)):
        raise Invalid(N_("The expenses of this line say what was paid. Change them instead."), field="paid")
    return _multiplied(before, one)


def _multiplied(before: BudgetLine | None, after: BudgetLine) -> BudgetLine:
    """Let the planned amount follow quantity times price, as in a spreadsheet; one typed by hand stands alone."""
    if after.quantity is None or after.unit is None:
        return after
    product = amounts.product(after.quantity, after.unit)
    if before is None:
        by_hand = after.planned is not None
    else:
        followed = (before.quantity, before.unit) == (after.quantity, after.unit)
        by_hand = followed and after.planned is not None and after.planned != before.planned
    if by_hand and after.planned != product:
        return replace(after, unit=None)
    changed = before is None or (before.quantity, before.unit) != (after.quantity, after.unit)
    return replace(after, planned=amounts.allowed_amount(product, "planned")) if changed else after


def _copies(edit: Edit, one: BudgetLine, copy: BudgetLine) -> Iterable[PayerShare]:
    """Return the payers of a copy. It plans the same; what was ordered and paid was so once only."""
    edit.save(replace(copy, committed=None, paid=None))
    return [
        replace(share, id=uuid4(), line_id=copy.id, created_at=None, updated_at=None)
        for share in edit.all(PayerShare, line_id=one.id)
    ]


_ENTRIES = Entries(
    kind=BudgetLine,
    name=money.line_name,
    added=N_("Add the cost “{name}”"),
    changed=N_("Change the cost “{name}”"),
    changed_many=N_("Change {count} lines of the budget"),
    deleted=N_("Delete the cost “{name}”"),
    deleted_many=N_("Delete {count} lines of the budget"),
    checked=_checked,
    makers={"payer_id": made, "organisation_id": made},
    children=_copies,
)
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate
