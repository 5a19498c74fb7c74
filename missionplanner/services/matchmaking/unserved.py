"""Tell which wishes have no place in a timetable, each with what is in its way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from missionplanner.base.messages import N_, Message
from missionplanner.domain.meetings.availability import Availability, availability
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.meetings.wishes import Pair, PairKey, unserved
from missionplanner.domain.vocabulary import Wish
from missionplanner.matchmaking.posing import Asked, Posed, posed
from missionplanner.matchmaking.why import ROOM

NO_SLOTS = N_("This session has no slots yet: give it hours first.")
_COULD = N_("{a} and {b} could meet at {slots}: place them there, or propose a timetable.")
_WAITS = N_("This meeting waits for a slot.")


@dataclass(frozen=True, slots=True)
class Unserved:
    """Be a wish that has no place, and why."""

    pair: Pair
    why: Message

    @property
    def wish(self) -> Wish | None:
        """Return how much the keener of the two wants to meet."""
        return self.pair.wish


def reasons(
    session: Session, free: Availability | None = None, met: Collection[PairKey] = ()
) -> tuple[Unserved, ...]:
    """Return the wishes that have no place in the present timetable, each with what is in its way.

    ``met`` are the pairs that met in other missions.
    """
    if not session.slots or not unserved(session):
        return tuple(Unserved(one, Message(NO_SLOTS)) for one in unserved(session))
    there = {one.id for one in session.placed}
    problem = posed(session, free or availability(session.plan, session), met=met, held=there)
    voices = [_voice(problem, one) for one in problem.asked]
    why = problem.why_not(problem.present, voices)
    return told(session, {pair: _by_hand(one) for pair, one in why.items()})


def _by_hand(why: Message) -> Message:
    """Say of a wish that has room what can be done, where no search has been made."""
    return Message(_COULD, why.arguments) if why.text == ROOM else why


def _voice(posing: Posed, one: Asked) -> int | None:
    person = one.meeting.interpreter_id if one.meeting is not None else None
    return posing.voices.index(person) if person in posing.voices else None


def told(session: Session, why: Mapping[PairKey, Message]) -> tuple[Unserved, ...]:
    """Return the wishes a timetable does not serve, with these reasons."""
    return tuple(Unserved(pair, why.get(pair.key, Message(_WAITS))) for pair in unserved(session))
