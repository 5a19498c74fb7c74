"""Tell B2B meetings: one by one, as a grid of slots and tables, by participant; and who wished for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session, other_side, sessions
from missionplanner.domain.vocabulary import Wish
from missionplanner.exchange.mission_lists.list_head import ListHead
from missionplanner.exchange.mission_lists.meeting_heads import TABLE
from missionplanner.exchange.mission_lists.telling import Row, Teller
from missionplanner.exchange.tables.listings import Heading, Listing


def meetings(tell: Teller) -> Iterator[Row]:
    """Yield the meetings of every session, by time and table, the cancelled among them; without a slot last."""
    for session in sessions(tell.plan):
        ranks, desks = session.rank, {one.name: number for number, one in enumerate(session.tables)}
        for one in sorted(session.meetings, key=lambda each: _by_time(each, ranks, desks)):
            yield {
                **_when(tell, session, session.slot(one.slot)),
                "table": one.table,
                "a": tell.organisation(one.a_id),
                "b": tell.organisation(one.b_id),
                "interpreter": tell.person(one.interpreter_id),
                "state": tell.word(one.state),
            }


def by_participant(tell: Teller) -> Iterator[Row]:
    """Yield the meetings of each participant, and one line for whoever has none."""
    for session in sessions(tell.plan):
        for seated in session.participants:
            head: Row = {
                "organisation": tell.organisation(seated.id),
                "people": _names(tell, session, seated.id),
            }
            held = session.meetings_of(seated.id)
            if not held:
                yield head | {"session": _title(tell, session)}
            for one in held:
                other = other_side(one, seated.id)
                yield {
                    **head,
                    **_when(tell, session, session.slot(one.slot)),
                    "table": one.table,
                    "with": tell.organisation(other),
                    "with_people": _names(tell, session, other),
                    "interpreter": tell.person(one.interpreter_id),
                }


def wishes(tell: Teller) -> Iterator[Row]:
    """Yield who asked to meet whom, and whether they do."""
    for session in sessions(tell.plan):
        planned = {frozenset((one.a_id, one.b_id)) for one in session.placed}
        for one in session.requests:
            served = frozenset((one.from_id, one.to_id)) in planned
            yield {
                "from": tell.organisation(one.from_id),
                "to": tell.organisation(one.to_id),
                "wish": tell.word(one.wish),
                "notes": one.note,
                "planned": tell.yes_no(served) if one.wish is not Wish.NO_THANKS else None,
            }


def timetable(tell: Teller, head: ListHead, headings: Sequence[Heading]) -> Listing:
    """Return the grid: a line for each slot, a column for each table, "A – B" where somebody meets.

    Meetings without a table stand in a last column.
    """
    found = [one for one in sessions(tell.plan) if one.live]
    tables = list(dict.fromkeys(name for session in found for name in _tables(session)))
    rows = [
        (*_when(tell, session, slot).values(), *(_at(tell, session, slot, name) for name in tables))
        for session in found
        for slot in session.slots
    ]
    label = TABLE.label(tell.language)
    columns = (*headings, *(Heading(f"{label} {name}".strip() if name else f"{label}: –") for name in tables))
    if len(found) < 2:
        columns, rows = columns[1:], [row[1:] for row in rows]
    return Listing(head.title(tell.language), columns, rows)


def _tables(session: Session) -> list[str]:
    """Return the tables of a session, those only meetings name among them; last "" where a meeting has none."""
    own = [one.name for one in session.tables]
    taken = {one.table or "" for one in session.placed}
    return own + sorted(taken - set(own) - {""}) + ([""] if "" in taken else [])


def _at(tell: Teller, session: Session, slot: r.Slot, table: str) -> str | None:
    here = [one for one in session.meetings_in(slot.position) if (one.table or "") == table]
    return "; ".join(_pair(tell, session, one) for one in here) or None


def _pair(tell: Teller, session: Session, one: r.Meeting) -> str:
    interpreter = tell.person(one.interpreter_id)
    pair = f"{session.name(one.a_id)} – {session.name(one.b_id)}"
    return f"{pair} ({interpreter})" if interpreter else pair


def _when(tell: Teller, session: Session, slot: r.Slot | None) -> Row:
    return {
        "session": _title(tell, session),
        "date": slot.date if slot is not None else None,
        "start": slot.start if slot is not None else None,
        "end": slot.end if slot is not None else None,
    }


def _title(tell: Teller, session: Session) -> str | None:
    item = tell.plan.item(session.record.item_id)
    return tell.text(session.record.title) or (tell.text(item.title) if item is not None else None)


def _names(tell: Teller, session: Session, organisation: UUID) -> tuple[str, ...]:
    people = session.people_of(organisation)
    return tuple(name for one in people if (name := tell.person(one.id)))


def _by_time(one: r.Meeting, ranks: dict[int, int], desks: dict[str, int]) -> tuple[int, int, str, int]:
    placed = one.slot is not None and one.slot in ranks
    table = one.table or ""
    return (ranks[one.slot or 0] if placed else len(ranks), desks.get(table, len(desks)), table, one.position)
