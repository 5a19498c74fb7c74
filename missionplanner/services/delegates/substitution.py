"""Replace a delegate by somebody else, and tell what did not pass on."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain.delegates import substitution
from missionplanner.domain.records import Confidential, Delegate, LegPassenger, Person
from missionplanner.services.delegates.delegate_cells import CONFIDENTIAL, SEALED
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.workspace import Receipt, Workspace


def substitute(ws: Workspace, delegate_id: UUID, known: UUID | str) -> Receipt:
    """Let somebody of the directory, or somebody new of a name, take the place of a delegate, as one step.

    They take role, groups, items, seats and beds; the delegate stays in the list as replaced. Somebody new comes
    from the same organisation. Raises Invalid with the field ``person``, NotFound.
    """
    with ws.edit(N_("Replace a delegate")) as edit:
        delegate = edit.get(Delegate, delegate_id)
        before = edit.find(Person, delegate.person_id)
        if isinstance(known, UUID):
            person = edit.get(Person, known)
        else:
            of = before.organisation_id if before is not None else delegate.place_of_id
            person = edit.add(replace(typed_person(known, "person"), organisation_id=of))
        changes = substitution.substituted(edit.plan(delegate.mission_id), delegate, person.id)
        if before is not None:
            edit.call(N_("Replace {name} by {other}"), name=_name(before), other=_name(person))
        edit.write(changes)
    return edit.receipt


def left_behind(ws: Workspace, delegate_id: UUID) -> tuple[str, ...]:
    """Return what of a delegate does not pass on to whom takes their place, as message ids."""
    with ws.reading() as connection:
        delegates = lists.rows(connection, Delegate, _PASSED_BY, ("id",), ids=[delegate_id])
        if not delegates:
            return ()
        of_delegate = dict(zip(_PASSED_BY, delegates[0][1:], strict=True))
        sealed = lists.rows(connection, Confidential, CONFIDENTIAL, ("id",), equal={"delegate_id": delegate_id})
        own = {"mission_id": of_delegate["mission_id"], "person_id": of_delegate["person_id"]}
        tickets = lists.rows(connection, LegPassenger, ("ticket",), ("id",), equal=own)
    facts = dict(zip(CONFIDENTIAL, sealed[0][1:], strict=True)) if sealed else {}
    confidential = Confidential(mission_id=own["mission_id"], delegate_id=delegate_id, **facts)
    ticketed = any(ticket for _id, ticket in tickets)
    return substitution.left_behind(Delegate(**of_delegate), confidential, ticketed)


def _name(person: Person) -> str:
    return person.full_name or person.native_name or ""


_PASSED_BY = (
    "mission_id",
    "person_id",
    "visa",
    "insurance",
    "consent_photo",
    "consent_contact",
    "fee",
    "fee_state",
    *SEALED,
)
