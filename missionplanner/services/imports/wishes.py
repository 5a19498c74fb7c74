"""Take in who wants to meet whom in the B2B session of a mission."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Wish
from missionplanner.services import missions
from missionplanner.services.imports import matching
from missionplanner.services.imports.desk import Desk
from missionplanner.services.imports.taking import Decision, Taken
from missionplanner.services.workspace import Workspace

_TITLE = N_("B2B meetings")


def sessions(ws: Workspace, code: str) -> tuple[tuple[UUID, Texts | None], ...]:
    """Return the B2B sessions of a mission, in their order, with their titles. Raises NotFound."""
    mission = missions.find(ws, code)
    with ws.reading() as connection:
        found = lists.rows(
            connection, r.Matchmaking, ("title",), ("position", "id"), equal={"mission_id": mission.id}
        )
    return tuple((row[0], row[1]) for row in found)


def wish(desk: Desk, values: Mapping[str, Any], _decision: Decision) -> Taken:
    """Take a wish in, with both as participants; a second one of the same two replaces the first.

    Who is listed without a word of how much is wanted. It goes into the session the desk names, else the
    mission's first, which is made where there is none. Raises Invalid where one of the two is not named, or both
    are the same.
    """
    who, whom = (matching.organisation_named(desk, values.get(key)) for key in ("from", "to"))
    if who is None or whom is None:
        raise Invalid(N_("It takes two companies to meet: one of them is not named."), field="to")
    if who.id == whom.id:
        raise Invalid(N_("This is the same company twice: nobody meets themselves."), field="to")
    session = _session(desk)
    for one in (who, whom):
        _seated(desk, session.id, one.id)
    told = {"wish": values["wish"]} if values.get("wish") else {}
    asked = desk.all(r.MeetingRequest, matchmaking_id=session.id, from_id=who.id, to_id=whom.id)
    if asked:
        return Taken(desk.lay(asked[0], told))
    position = len(desk.all(r.MeetingRequest, matchmaking_id=session.id))
    made = r.MeetingRequest(
        mission_id=desk.mission.id,
        matchmaking_id=session.id,
        from_id=who.id,
        to_id=whom.id,
        position=position,
        wish=told.get("wish", Wish.WANT),  # who is on the list without a word is asked for
    )
    return Taken(desk.add(made))


def _session(desk: Desk) -> r.Matchmaking:
    known = desk.all(r.Matchmaking)
    if known:
        named = [one for one in known if one.id == desk.session]
        return min(named or known, key=lambda one: one.position)
    title = desk.texts(translator(desk.language)(_TITLE))
    return desk.add(r.Matchmaking(mission_id=desk.mission.id, title=title))


def take_part(desk: Desk, organisation: UUID, person: UUID | None) -> None:
    """Let an organisation take part in the session the desk names, and somebody of it sit there."""
    one = _seated(desk, _session(desk).id, organisation)
    there = desk.all(r.ParticipantPerson, participant_id=one.id)
    if person is not None and all(each.person_id != person for each in there):
        new = r.ParticipantPerson(mission_id=desk.mission.id, participant_id=one.id, person_id=person)
        desk.add(replace(new, position=len(there)))


def _seated(desk: Desk, session: UUID, organisation: UUID) -> r.Participant:
    known = desk.all(r.Participant, matchmaking_id=session, organisation_id=organisation)
    if known:
        return known[0]
    position = len(desk.all(r.Participant, matchmaking_id=session))
    made = r.Participant(mission_id=desk.mission.id, matchmaking_id=session, organisation_id=organisation)
    return desk.add(replace(made, position=position))
