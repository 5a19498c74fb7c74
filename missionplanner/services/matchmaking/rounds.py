"""Note during a round what came of its meetings: held, or who did not come and who met instead."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.rounds import Replacement, replacements
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.targets import Blocked, Swaps, Targets
from missionplanner.domain.results.naming import ABSENT, BOTH_ABSENT
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import MeetingState
from missionplanner.services.matchmaking.looking import looked_at, met_before, outcomes, read
from missionplanner.services.matchmaking.meetings import new
from missionplanner.services.workspace import Edit, Receipt, Workspace

__all__ = ["forget", "held", "instead", "no_show", "offers", "outcomes"]


def held(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Note that meetings were held. Raises NotFound."""
    with ws.edit(N_("Note that {count} meetings were held"), count=len(ids)) as edit:
        for identity in ids:
            one = edit.get(r.Meeting, identity)
            _note(edit, one, True, None)
            if len(ids) == 1:
                told = _names(looked_at(edit, one.matchmaking_id), one)
                edit.call(N_("Note that {a} – {b} met"), **told)
    return edit.receipt


def no_show(
    ws: Workspace, meeting_id: UUID, absent: Collection[UUID], language: str = "it", note: str = ""
) -> Receipt:
    """Note that a meeting was not held because these organisations did not come, in words of a language.

    ``note`` says it in other words. Raises NotFound, Invalid.
    """
    with ws.edit(N_("Note that a meeting was not held")) as edit:
        one = edit.get(r.Meeting, meeting_id)
        session = looked_at(edit, one.matchmaking_id)
        edit.call(N_("Note that {a} – {b} did not meet"), **_names(session, one))
        _note(edit, one, False, _why(session, one, absent, language, note))
    return edit.receipt


def forget(ws: Workspace, ids: Collection[UUID]) -> Receipt:
    """Take back what was noted of meetings: whether they were held. Raises NotFound."""
    with ws.edit(N_("Take back whether {count} meetings were held"), count=len(ids)) as edit:
        for identity in ids:
            one = edit.get(r.Meeting, identity)
            if len(ids) == 1:
                told = _names(looked_at(edit, one.matchmaking_id), one)
                edit.call(N_("Take back whether {a} – {b} met"), **told)
            for outcome in edit.all(r.Outcome, meeting_id=one.id):
                bare = replace(outcome, held=None, why_not=None)
                if any((bare.satisfaction, bare.interest, bare.summary, bare.next_step)):
                    edit.save(bare)
                else:
                    edit.delete(outcome)
    return edit.receipt


def offers(ws: Workspace, meeting_id: UUID, absent: Collection[UUID], session_id: UUID) -> tuple[Replacement, ...]:
    """Return who could meet at the table of a meeting that is not held, the side that came first."""
    session = read(ws, session_id)
    one = session.meeting(meeting_id) if session is not None else None
    if session is None or one is None:
        return ()
    met = met_before(ws, session)
    return replacements(session, one, absent, availability(session.plan, session), met)


def instead(
    ws: Workspace, meeting_id: UUID, absent: Collection[UUID], chosen: Replacement, language: str = "it"
) -> Receipt:
    """Note who did not come, call that meeting off, and let others meet at its table right away: one step.

    A meeting of the two that was planned for later comes forward. Raises NotFound, Invalid with the reason.
    """
    with ws.edit(N_("Let others meet instead")) as edit:
        one = edit.get(r.Meeting, meeting_id)
        session = looked_at(edit, one.matchmaking_id)
        told = {"a": session.name(chosen.a), "b": session.name(chosen.b)}
        edit.call(N_("Let {a} and {b} meet instead"), **told)
        _note(edit, one, False, _why(session, one, absent, language, ""))
        edit.save(replace(one, state=MeetingState.CANCELLED, locked=None))
        _come_forward(edit, looked_at(edit, one.matchmaking_id), one, chosen)
    return edit.receipt


def _come_forward(edit: Edit, session: Session, gone: r.Meeting, chosen: Replacement) -> None:
    known = session.meeting(chosen.meeting_id)
    trial = known or new(session, chosen.a, chosen.b)
    targets = Targets(session, trial, availability(session.plan, session))
    if gone.slot is None:
        raise Invalid(N_("This meeting has no slot."), field="slot")
    there = targets.at(gone.slot, chosen.table)
    if isinstance(there, Blocked):
        raise Invalid(there.why.text, field="slot", **dict(there.why.arguments))
    if isinstance(there, Swaps):
        raise Invalid(N_("All tables are taken then."), field="table")
    voice = targets.voice_for(gone.slot)
    after = replace(trial, slot=gone.slot, table=chosen.table, interpreter_id=voice, state=MeetingState.SCHEDULED)
    if known is not None:
        edit.save(after)
    else:
        edit.add(after)


def _note(edit: Edit, one: r.Meeting, was_held: bool, why: str | None) -> None:
    known = edit.all(r.Outcome, meeting_id=one.id)
    if known:
        edit.save(replace(known[0], held=was_held, why_not=why))
        return
    positions = (each.position for each in edit.all(r.Outcome, mission_id=one.mission_id))
    edit.add(
        r.Outcome(
            mission_id=one.mission_id,
            meeting_id=one.id,
            held=was_held,
            why_not=why,
            position=max(positions, default=-1) + 1,
        )
    )


def _why(session: Session, one: r.Meeting, absent: Collection[UUID], language: str, note: str) -> str | None:
    typed = clean(note, MAX_LINE)
    if typed:
        return typed
    strange = [each for each in absent if each not in (one.a_id, one.b_id)]
    if strange:
        raise Invalid(N_("Only who was to meet can be missing."), field="absent")
    names = [session.name(each) for each in absent]
    t = translator(language)
    if len(names) == 1:
        return t(ABSENT, name=names[0])
    if names:
        return t(BOTH_ABSENT, a=names[0], b=names[1])
    return None


def _names(session: Session, one: r.Meeting) -> dict[str, str]:
    return {"a": session.name(one.a_id), "b": session.name(one.b_id)}
