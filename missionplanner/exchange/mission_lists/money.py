"""Tell the budget and what was spent."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.exchange.mission_lists.telling import Row, Teller


def budget(tell: Teller) -> Iterator[Row]:
    """Yield the lines; the supplier is that of the offer that was chosen."""
    chosen = {one.line_id: one.supplier_id for one in tell.record.quotes if one.chosen}
    shares: dict[UUID, list[r.PayerShare]] = {}
    for each in tell.record.payer_shares:
        shares.setdefault(each.line_id, []).append(each)
    for one in tell.record.budget:
        yield {
            "category": tell.word(one.category),
            "text": tell.text(one.text),
            "quantity": one.quantity,
            "unit": one.unit,
            "planned": one.planned,
            "committed": one.committed,
            "paid": one.paid,
            "currency": one.currency,
            "rate": one.rate,
            "payer": tell.organisation(one.payer_id),
            "supplier": tell.organisation(chosen.get(one.id)),
            "organisation": tell.organisation(one.organisation_id),
            "eligible": tell.yes_no(one.eligible),
            "in_kind": tell.yes_no(one.in_kind),
            "cup": one.cup,
            "cig": one.cig,
            "notes": one.notes,
            "shares": "; ".join(_share(tell, each) for each in shares.get(one.id, ())) or None,
        }


def expenses(tell: Teller) -> Iterator[Row]:
    """Yield what was spent."""
    for one in tell.record.expenses:
        yield {
            "date": one.date,
            "end_date": one.end_date,
            "category": tell.word(one.category),
            "text": tell.text(one.text),
            "amount": one.amount,
            "currency": one.currency,
            "rate": one.rate,
            "payer": tell.organisation(one.payer_id),
            "supplier": tell.organisation(one.supplier_id),
            "delegate": tell.delegate(one.delegate_id),
            "organisation": tell.organisation(one.organisation_id),
            "eligible": tell.yes_no(one.eligible),
            "per_diem": tell.yes_no(one.per_diem),
            "in_kind": tell.yes_no(one.in_kind),
            "cup": one.cup,
            "cig": one.cig,
            "paid_on": one.paid_on,
            "notes": one.notes,
        }


def _share(tell: Teller, one: r.PayerShare) -> str:
    percent = f" {one.percent.normalize():f} %" if one.percent is not None else ""
    return f"{tell.organisation(one.organisation_id) or '?'}{percent}"
