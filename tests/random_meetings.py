"""Draw small missions with B2B sessions: wishes, half days, limits, locks, agenda, other sessions, clashes too."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, MissionPlan
from missionplanner.domain.vocabulary import HalfDay, MeetingState, Side, Wish
from missionplanner.services.workspace import Workspace
from tests import factories as f
from tests.meetings import b2b, meets, party, wishes

HOURS = (("09:00", "09:25"), ("09:30", "09:55"), ("11:45", "12:10"), ("14:30", "14:55"), ("15:00", "15:25"))
SPOKEN: tuple[tuple[str, ...], ...] = ((), ("it",), ("es",), ("it", "en"), ("eu",))


def drawn(rng: Random, *, voices: bool = True) -> MissionPlan:
    """Draw a mission whose session is called "b2b"; with ``voices`` some meetings need an interpreter."""
    names = [f"O{number}" for number in range(rng.randint(3, 6))]
    hours = HOURS[: rng.randint(2, 5)]
    things: list[Any] = [*b2b(hours=hours, max_per_day=rng.choice((None, None, 2)))]
    for name in names:
        people = [f"{name} P{number}" for number in range(rng.randint(0, 2))] or ["Both"] * rng.randint(0, 1)
        things += [f.organisation(name), *_people(rng, people, voices), *_party(rng, name, people, len(hours))]
    if voices:
        things += [f.person("Voice", languages=("it", "es")), _voice(rng, len(hours))]
    things += [_wish(rng, a, b) for a, b in combinations(names, 2) if rng.random() < 0.7]
    things += [one for a, b in combinations(names, 2) if rng.random() < 0.4 for one in _meeting(rng, a, b, hours)]
    things += [f.item("09:10", "10:00", "Visit", people=[one for one in ("O0 P0", "O1 P0") if rng.random() < 0.5])]
    if rng.random() < 0.5:
        things += [*b2b("other", hours=HOURS[1:2], position=1)]
        things += [*party("O0", session="other"), *party("O1", session="other")]
        things += [meets("O0", "O1", session="other")]
    known = {one.id: one for one in things}
    return f.plan(*known.values())


def _people(rng: Random, names: list[str], voices: bool) -> list[r.Person]:
    return [f.person(one, languages=rng.choice(SPOKEN) if voices else ()) for one in names]


def _party(rng: Random, name: str, people: list[str], slots: int) -> list[r.Record]:
    away = tuple(number for number in range(slots) if rng.random() < 0.15)
    half = rng.choice((None, None, None, HalfDay.MORNING, HalfDay.AFTERNOON))
    limit, side = rng.choice((None, None, 1)), rng.choice((Side.HOST, Side.VISITING))
    first, *seats = party(name, *people, unavailable=away, max_per_day=limit, side=side)
    assert isinstance(first, r.Participant)
    return [replace(first, session=half), *seats]


def _voice(rng: Random, slots: int) -> r.SessionInterpreter:
    away = tuple(number for number in range(slots) if rng.random() < 0.2)
    own: dict[str, Any] = {"mission_id": f.MISSION, "matchmaking_id": f.uid("b2b")}
    return r.SessionInterpreter(person_id=f.uid("person:Voice"), languages=("it", "es"), unavailable=away, **own)


def _wish(rng: Random, a: str, b: str) -> r.MeetingRequest:
    who, whom = (a, b) if rng.random() < 0.5 else (b, a)
    return wishes(who, whom, rng.choice((Wish.MUST, Wish.WANT, Wish.COULD, Wish.NO_THANKS)))


def _meeting(rng: Random, a: str, b: str, hours: tuple[tuple[str, str], ...]) -> list[r.Meeting]:
    state = rng.choice((MeetingState.SCHEDULED, MeetingState.SCHEDULED, MeetingState.CANCELLED))
    slot = rng.choice((None, *range(len(hours))))
    locked = rng.random() < 0.3 and state is MeetingState.SCHEDULED
    return [meets(a, b, slot, rng.choice(("1", "2")) if slot is not None else None, state=state, locked=locked)]


def stored(ws: Workspace, plan: MissionPlan) -> None:
    """Put a plan that a test made into a workspace."""
    first: list[Any] = [plan.mission, *plan.organisations, *plan.people, *plan.places, *plan.items]
    known = {one.id for one in first}
    rest = [one for name in PARTS for one in getattr(plan, name) if one.id not in known]
    with ws.edit("Add") as edit:
        edit.add_all([*first, *rest])
