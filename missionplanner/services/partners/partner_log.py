"""Keep the request log of a partner: what was asked, what was answered, when to ask again; one undo step each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.partners.partnering import moved_along
from missionplanner.domain.records import Partner, PartnerRequest, Person
from missionplanner.domain.text import MAX_TEXT, clean
from missionplanner.domain.vocabulary import Channel
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.partners.partners import called
from missionplanner.services.workspace import Edit, Receipt, Workspace


@dataclass(frozen=True, slots=True)
class LogLine:
    """Be a line of the log as a form holds it.

    ``who`` is a person of the other side, by id, or by a name that makes one. ``text`` is what was asked on
    ``date``, ``answer`` what was answered on ``answered_on``.
    """

    date: dt.date | None
    channel: Channel | None = None
    who: UUID | str | None = None
    text: str = ""
    answer: str = ""
    answered_on: dt.date | None = None
    next_day: dt.date | None = None


def log(ws: Workspace, partner_id: UUID, line: LogLine) -> Receipt:
    """Write a line into the log of a partner; its state moves along: contacted, then answered.

    Raises Invalid with the field for a line that says nothing, NotFound.
    """
    with ws.edit(N_("Log a request to {name}"), name="") as edit:
        partner = edit.get(Partner, partner_id)
        edit.call(N_("Log a request to {name}"), name=called(edit, partner))
        there = edit.all(PartnerRequest, partner_id=partner_id)
        new = PartnerRequest(
            mission_id=partner.mission_id,
            partner_id=partner_id,
            position=max((one.position for one in there), default=-1) + 1,
        )
        edit.add(_written(edit, partner, new, line))
        _move_along(edit, partner, line)
    return edit.receipt


def change(ws: Workspace, request_id: UUID, line: LogLine) -> Receipt:
    """Write a line of the log anew; an answer in it moves the state along. Raises Invalid, NotFound."""
    with ws.edit(N_("Change a request to {name}"), name="") as edit:
        before = edit.get(PartnerRequest, request_id)
        partner = edit.get(Partner, before.partner_id)
        edit.call(N_("Change a request to {name}"), name=called(edit, partner))
        edit.save(_written(edit, partner, before, line))
        _move_along(edit, partner, line)
    return edit.receipt


def remove(ws: Workspace, request_id: UUID) -> Receipt:
    """Take a line out of the log; the state of the partner stays. Raises NotFound."""
    with ws.edit(N_("Delete a request to {name}"), name="") as edit:
        one = edit.get(PartnerRequest, request_id)
        edit.call(N_("Delete a request to {name}"), name=called(edit, edit.get(Partner, one.partner_id)))
        edit.delete(one)
    return edit.receipt


def line_of(one: PartnerRequest) -> LogLine:
    """Return a line of the log as a form holds it."""
    return LogLine(
        one.date, one.channel, one.person_id, one.text or "", one.answer or "", one.answered_on, one.next_day
    )


def _written(edit: Edit, partner: Partner, one: PartnerRequest, line: LogLine) -> PartnerRequest:
    text, answer = clean(line.text, MAX_TEXT), clean(line.answer, MAX_TEXT)
    if not (text or answer or line.channel or line.next_day):
        raise Invalid(N_("Say what was asked or answered, or how."), field="text")
    if line.date is None and (text or answer or line.channel):
        raise Invalid(N_("Say on which day."), field="date")
    if line.answered_on is not None and line.date is not None and line.answered_on < line.date:
        raise Invalid(N_("The answer cannot come before the request."), field="answered_on")
    return replace(
        one,
        date=line.date,
        channel=line.channel,
        person_id=_person(edit, partner, line.who),
        text=text or None,
        answer=answer or None,
        answered_on=line.answered_on,
        next_day=line.next_day,
    )


def _person(edit: Edit, partner: Partner, who: UUID | str | None) -> UUID | None:
    if isinstance(who, str) and who.strip():
        return edit.add(replace(typed_person(who, "who"), organisation_id=partner.organisation_id)).id
    return edit.get(Person, who).id if isinstance(who, UUID) else None


def _move_along(edit: Edit, partner: Partner, line: LogLine) -> None:
    answered = bool(line.answer.strip()) or line.answered_on is not None
    state = moved_along(partner.state, line.date is not None, answered)
    if state is not partner.state:
        edit.save(replace(partner, state=state))
