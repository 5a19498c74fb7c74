"""Keep the offers for the lines of a budget; the one that is chosen becomes what the line commits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.costs import money as amounts
from missionplanner.domain.costs.budget import QUOTES_ASKED
from missionplanner.domain.records import BudgetLine, Mission, Quote
from missionplanner.services.costs import money
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries, in_each
from missionplanner.services.rows import Line, Page, Row, Section
from missionplanner.services.workspace import Edit, Receipt, Workspace

CHOSEN, EXPIRED, OPEN = "chosen", "expired", "open"
"""What a row says of an offer."""
_STORED = ("amount", "currency", "date", "valid_until")
FIELDS = ("line_id", "supplier_id", *_STORED, "chosen", "state", "document", "notes")
"""What a row of offers holds, in this order."""


def page(
    ws: Workspace,
    mission_id: UUID,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
    today: dt.date | None = None,
) -> Page:
    """Read the offers of a mission, line by line, those of ``ids``, or the first of them."""
    book, day = money.read(ws, mission_id), today or dt.date.today()
    every = [quote for line in book.ledger.lines for quote in book.ledger.quotes_of(line.id)]
    some = [one for one in every if ids is None or one.id in ids]
    return Page([_row(book, one, day) for one in some[:limit]], len(every))


def about(ws: Workspace, mission_id: UUID, identity: UUID, language: str) -> tuple[Section, ...]:
    """Return the other offers for the same line, and how many more one compares before an order."""
    book = money.read(ws, mission_id)
    own = next((one for one in book.ledger.quotes if one.id == identity), None)
    if own is None:
        return ()
    every = book.ledger.quotes_of(own.line_id)
    lines = tuple(
        Line(book.organisations.get(one.supplier_id, "") if one.supplier_id else "", _amount(one), one.date)
        for one in every
        if one.id != identity
    )
    nothing = N_("No other offer for this line yet.")
    few = N_("Other offers; three are usual before an order")
    return (Section(few if len(every) < QUOTES_ASKED else N_("Other offers"), lines, nothing),)


def choose(ws: Workspace, identity: UUID) -> Receipt:
    """Choose an offer: its line commits its amount, the line's other offers are chosen no more.

    Raises Invalid where it has no amount or another currency than its line, NotFound.
    """
    return change_cells(ws, in_each([identity], "chosen", True))


def create_from(ws: Workspace, mission_id: UUID, values: Mapping[str, object]) -> Receipt:
    """Store a new offer of what a form holds. Raises Invalid with the field."""
    line = values.get("line_id")
    if not isinstance(line, UUID):
        raise Invalid(N_("Say for which line of the budget this offer is."), field="line_id")
    return _ENTRIES.create_from(ws, values, mission_id=mission_id, line_id=line)


def _row(book: money.Book, one: Quote, today: dt.date) -> Row:
    late = one.valid_until is not None and one.valid_until < today
    state = CHOSEN if one.chosen else EXPIRED if late else OPEN
    told = (getattr(one, name) for name in _STORED)
    supplier = book.organisation(one.supplier_id)
    values = (book.line(one.line_id), supplier, *told, bool(one.chosen), state, bool(one.document), one.notes)
    return Row(one.id, values)


def _amount(one: Quote) -> str:
    return f"{amounts.plain_text(one.amount)} {one.currency or ''}".strip() if one.amount is not None else ""


def _checked(edit: Edit, before: Quote | None, after: Quote) -> Quote:
    line = edit.find(BudgetLine, after.line_id)
    if line is None or line.mission_id != after.mission_id:
        raise Invalid(N_("Say for which line of the budget this offer is."), field="line_id")
    if after.valid_until is not None and after.date is not None and after.valid_until < after.date:
        raise Invalid(N_("The last day lies before the first."), field="valid_until")
    one = replace(
        after,
        amount=amounts.allowed_quantity(after.amount, "amount"),
        currency=amounts.allowed_currency(after.currency, "currency"),
        chosen=after.chosen or None,
    )
    if before is None:
        others = edit.all(Quote, line_id=one.line_id)
        one = replace(one, position=max((each.position for each in others), default=-1) + 1)
    _commit(edit, before, one)
    return one


def _commit(edit: Edit, before: Quote | None, after: Quote) -> None:
    """Let the line follow the offer that is chosen for it; take back what an offer no longer chosen did."""
    was = before is not None and bool(before.chosen)
    if before is not None and was and (not after.chosen or after.line_id != before.line_id):
        old = edit.get(BudgetLine, before.line_id)
        if old.committed == before.amount:
            edit.save(replace(old, committed=None))
    if not after.chosen:
        return
    if after.amount is None:
        raise Invalid(N_("An offer without an amount cannot be chosen."), field="chosen" if not was else "amount")
    line = edit.get(BudgetLine, after.line_id)
    home = edit.get(Mission, after.mission_id).currency
    if line.currency is None and line.planned is None and line.paid is None:
        line = replace(line, currency=after.currency)
    if (after.currency or home) != (line.currency or home):
        code = line.currency or home or ""
        raise Invalid(
            N_("The line is in {code}: give offer and line one currency first."), field="chosen", code=code
        )
    edit.save(replace(line, committed=after.amount))
    for one in edit.all(Quote, line_id=after.line_id, chosen=True):
        if one.id != after.id:
            edit.save(replace(one, chosen=None))


def _name(_one: Quote) -> str:
    return ""


_ENTRIES = Entries(
    kind=Quote,
    name=_name,
    added=N_("Add an offer"),
    changed=N_("Change an offer"),
    changed_many=N_("Change {count} offers"),
    deleted=N_("Delete an offer"),
    deleted_many=N_("Delete {count} offers"),
    checked=_checked,
    makers={"supplier_id": made},
)
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
