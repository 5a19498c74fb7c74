"""Keep who wants to meet whom in a B2B session, and tell what came of each wish."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.wishes import key_of
from missionplanner.domain.vocabulary import Wish
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Cell, Entries, Refused
from missionplanner.services.matchmaking.looking import looked_at, met_before, read
from missionplanner.services.matchmaking.unserved import reasons
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = ("from_id", "to_id", "wish", "note", "mutual", "date", "start", "table", "why_not")
"""What a row of wishes holds: who, whom, how much, a note, whether both ask, when they meet, or why not."""
_OWN = ("from_id", "to_id", "wish", "note")


def page(
    ws: Workspace,
    session_id: UUID,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
    say: Callable[[Message], str] = str,
) -> Page:
    """Read the wishes of a session by who asks, in the order of participants; ``say`` words why not."""
    session = read(ws, session_id)
    if session is None:
        return Page((), 0)
    rank = {one.id: number for number, one in enumerate(session.participants)}
    why = {one.pair.key: one.why for one in reasons(session, met=met_before(ws, session))}
    ordered = sorted(session.requests, key=lambda one: (rank.get(one.from_id, len(rank)), one.position))
    found = [one for one in ordered if ids is None or one.id in ids]
    rows = [Row(one.id, _values(session, one, why, say)) for one in found[:limit]]
    return Page(rows, len(session.requests))


def _values(
    session: Session, one: r.MeetingRequest, why: Mapping[frozenset[UUID], Message], say: Callable[[Message], str]
) -> tuple[Any, ...]:
    pair = frozenset((one.from_id, one.to_id))
    back = session.said.get((one.to_id, one.from_id))
    asks = one.wish is not Wish.NO_THANKS
    met = next((each for each in session.placed if key_of(each) == pair), None)
    slot = session.slot(met.slot) if met is not None else None
    reason = why.get(pair) if asks and met is None else None
    return (
        Linked(one.from_id, session.name(one.from_id)),
        Linked(one.to_id, session.name(one.to_id)),
        one.wish,
        one.note,
        asks and back is not None and back.wish is not Wish.NO_THANKS,
        slot.date if slot is not None else None,
        slot.start if slot is not None else None,
        met.table if met is not None else None,
        say(reason) if reason is not None else None,
    )


def block_of(cells: Sequence[Sequence[str]]) -> list[list[Wish | None]] | None:
    """Return the wishes of cells somebody copied without names, None where one of them is something else."""
    from missionplanner.exchange import tables

    return tables.block_of(cells)


# -- writing ---------------------------------------------------------------------------------------------------


def _checked(edit: Edit, before: r.MeetingRequest | None, after: r.MeetingRequest) -> r.MeetingRequest:
    if after.from_id == after.to_id:
        raise Invalid(N_("This is the same company twice: nobody meets themselves."), field="to_id")
    own = {"matchmaking_id": after.matchmaking_id}
    for name, one in (("from_id", after.from_id), ("to_id", after.to_id)):
        if not edit.all(r.Participant, **own, organisation_id=one):
            raise Invalid(N_("This organisation does not take part in the session."), field=name)
    twin = edit.all(r.MeetingRequest, **own, from_id=after.from_id, to_id=after.to_id)
    if any(one.id != after.id for one in twin):
        raise Invalid(N_("This wish is there already: change it."), field="to_id")
    if before is None:
        return replace(after, position=_next(edit, after.matchmaking_id))
    return after


def _next(edit: Edit, session_id: UUID) -> int:
    positions = (one.position for one in edit.all(r.MeetingRequest, matchmaking_id=session_id))
    return max(positions, default=-1) + 1


_ENTRIES = Entries(
    kind=r.MeetingRequest,
    name=lambda _one: "",
    added=N_("Add a wish"),
    changed=N_("Change a wish"),
    changed_many=N_("Change {count} wishes"),
    deleted=N_("Delete a wish"),
    deleted_many=N_("Delete {count} wishes"),
    checked=_checked,
)
delete = _ENTRIES.delete


def create_from(ws: Workspace, values: Mapping[str, object], *, session_id: UUID) -> Receipt:
    """Add a wish of what a form holds; who does not take part yet does then. Raises Invalid, NotFound."""
    unknown = next((name for name in values if name not in _OWN), None)
    if unknown is not None:
        raise Invalid(N_("This cannot be changed here."), field=unknown)
    ends = [values.get("from_id"), values.get("to_id")]
    if None in ends:
        raise Invalid(N_("It takes two companies to meet: one of them is not named."), field="to_id")
    rest: dict[str, Any] = {name: values[name] for name in ("wish", "note") if values.get(name) is not None}
    with ws.edit(N_("Add a wish")) as edit:
        session = edit.get(r.Matchmaking, session_id)
        who, whom = (one if isinstance(one, UUID) else made(edit, str(one)) for one in ends)
        for one in (who, whom):
            _take_part(edit, session, one)
        blank = r.MeetingRequest(
            mission_id=session.mission_id, matchmaking_id=session_id, from_id=who, to_id=whom, **rest
        )
        edit.add(_checked(edit, None, blank))
    first = sorted(edit.receipt.added, key=lambda each: each[0] != "meeting_request")
    return replace(edit.receipt, added=tuple(first))


def _take_part(edit: Edit, session: r.Matchmaking, organisation: UUID) -> None:
    some = edit.all(r.Participant, matchmaking_id=session.id)
    if all(one.organisation_id != organisation for one in some):
        position = max((one.position for one in some), default=-1) + 1
        new = r.Participant(mission_id=session.mission_id, matchmaking_id=session.id, organisation_id=organisation)
        edit.add(replace(new, position=position))


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set fields of several wishes as one step. Raises Invalid with the field, NotFound."""
    some = list(cells)
    unknown = next((name for _identity, name, _value in some if name not in _OWN), None)
    if unknown is not None:
        raise Invalid(N_("This cannot be changed here."), field=unknown)
    return _ENTRIES.change_cells(ws, some, gesture=gesture, refused=refused)


def set_many(
    ws: Workspace,
    session_id: UUID,
    pairs: Collection[tuple[UUID, UUID]],
    wish: Wish | None,
    *,
    gesture: str | None = None,
) -> Receipt:
    """Say the same of several pairs (who, whom) as one step; None takes wishes away. Raises NotFound, Invalid."""
    return set_each(ws, session_id, dict.fromkeys(pairs, wish), gesture=gesture)


def set_each(
    ws: Workspace, session_id: UUID, said: Mapping[tuple[UUID, UUID], Wish | None], *, gesture: str | None = None
) -> Receipt:
    """Say each pair’s own (who, whom) as one step; None takes a wish away. Raises NotFound, Invalid."""
    with ws.edit(N_("Change {count} wishes"), count=len(said), gesture=gesture) as edit:
        session = looked_at(edit, session_id)
        position = _next(edit, session_id)
        for (who, whom), wish in said.items():
            one = session.said.get((who, whom))
            if one is not None and wish is None:
                edit.delete_all([each for each in session.requests if (each.from_id, each.to_id) == (who, whom)])
            elif one is not None:
                edit.save(replace(one, wish=wish))
            elif wish is not None:
                edit.add(_new(session, who, whom, wish, position))
                position += 1
        if len(said) == 1:
            who, whom = next(iter(said))
            told = {"a": session.name(who), "b": session.name(whom)}
            edit.call(N_("Change the wish of {a} to meet {b}"), **told)
    return edit.receipt


def _new(session: Session, who: UUID, whom: UUID, wish: Wish, position: int) -> r.MeetingRequest:
    if who == whom:
        raise Invalid(N_("This is the same company twice: nobody meets themselves."), field="to_id")
    if session.participant(who) is None or session.participant(whom) is None:
        raise Invalid(N_("This organisation does not take part in the session."), field="to_id")
    return r.MeetingRequest(
        mission_id=session.record.mission_id,
        matchmaking_id=session.id,
        from_id=who,
        to_id=whom,
        wish=wish,
        position=position,
    )
