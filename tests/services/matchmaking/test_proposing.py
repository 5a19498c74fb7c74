"""A proposal never breaks a rule, is taken over as one step, and not after the session has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Cancelled, Invalid, Stale
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.checks import check
from missionplanner.domain.meetings.availability import availability
from missionplanner.domain.meetings.session import Session, is_live, session_of
from missionplanner.domain.meetings.wishes import key_of, pair_of
from missionplanner.domain.vocabulary import MeetingState, Wish
from missionplanner.services import history, missions, workspace
from missionplanner.services.matchmaking import meetings, participants, proposing, rounds, wishes
from missionplanner.services.matchmaking.proposing import Effort, Mode, Proposal
from missionplanner.services.workspace import Workspace
from tests import factories as f
from tests import meetings as b
from tests.random_meetings import drawn, stored

CODE = f.mission().code
B2B = f.uid("b2b")
MOVES = 300
State = Callable[[Path], str]


def org(name: str) -> Any:
    return f.uid(f"organisation:{name}")


def firms(*names: str) -> list[Any]:
    """Make organisations that take part, in this order."""
    return [one for n, name in enumerate(names) for one in (f.organisation(name), *b.party(name, position=n))]


def propose(ws: Workspace, **options: Any) -> Proposal:
    return proposing.propose(ws, CODE, B2B, seconds=options.pop("seconds", 0.2), **options)


def broken(before: Session, after: Session) -> list[str]:
    """Return what a timetable breaks, but between meetings that were locked."""
    free, found, taken = availability(before.plan, before), [], dict[Any, r.Meeting]()
    for one in after.placed:
        old = before.meeting(one.id)
        if old is not None and old.locked and before.slot(old.slot) is not None:
            found += [f"{one.id} was locked"] if (one.slot, one.table) != (old.slot, old.table) else []
            continue
        assert one.slot is not None
        found += [f"{side} is away" for side in (one.a_id, one.b_id) if not free.is_free(side, one.slot)]
        found += [f"{one.id} was refused"] if pair_of(before, one.a_id, one.b_id).refused else []
    for one in after.placed:
        voice = [(one.slot, one.interpreter_id)] if one.interpreter_id is not None else []
        for place in ((one.slot, one.a_id), (one.slot, one.b_id), (one.slot, "table", one.table), *voice):
            other = taken.setdefault(place, one)
            if other.id != one.id and not (one.locked and other.locked):
                found.append(f"{one.id} and {other.id} clash at {place}")
    called_off = {one.id: one for one in before.meetings if not is_live(one)}
    return found + [f"{one.id} came back" for one in after.meetings if called_off.get(one.id, one) != one]


@given(seed=st.integers(0, 10_000), mode=st.sampled_from(Mode))
@settings(max_examples=15, deadline=None)
def test_no_proposal_breaks_a_rule_and_the_same_seed_finds_the_same(seed: int, mode: Mode) -> None:
    before = session_of(drawn(Random(seed)), B2B)
    assert before is not None
    try:
        proposal = proposing.proposed(before, Effort(moves=MOVES, mode=mode))
    except Invalid:
        return
    assert broken(before, proposal.session) == []
    again = proposing.proposed(before, Effort(moves=MOVES, mode=mode))
    assert _places(again) == _places(proposal)


@pytest.mark.parametrize("seed", [3, 11])
def test_undo_and_redo_of_a_proposal_are_exact(memory_folder: Path, state: State, seed: int) -> None:
    path = memory_folder / "w.mplanner"
    with workspace.create(path) as ws:
        stored(ws, drawn(Random(seed)))
        before, start = look(ws), state(path)
        assert proposing.accept(ws, propose(ws)).changeset is not None
        assert broken(before, look(ws)) == []
        end = state(path)
        history.undo(ws)
        assert state(path) == start
        history.redo(ws)
        assert state(path) == end


def look(ws: Workspace) -> Session:
    session = session_of(missions.plan(ws, CODE), B2B)
    assert session is not None
    return session


def _places(proposal: Proposal) -> list[Any]:
    return [(one.a_id, one.b_id, one.slot, one.table, one.interpreter_id) for one in proposal.session.live]


def test_a_timetable_is_proposed_compared_and_taken_over_in_one_step(ws: Workspace, state: State) -> None:
    asked = [
        b.wishes("A", "C", Wish.MUST),
        b.wishes("A", "D"),
        b.wishes("B", "C"),
        b.wishes("B", "D", Wish.NO_THANKS),
    ]
    stored(ws, f.plan(*firms(*"ABCD"), *b.b2b(), *asked))
    start, heard = state(ws.path), list[Any]()
    proposal = propose(ws, seconds=5, seen=heard.append)
    assert state(ws.path) == start
    assert (len(proposal.added), len(proposal.unserved), proposal.proved, heard[-1].unserved) == (3, 0, True, 0)
    assert [(one.now, one.then, one.of) for one in proposal.comparison[:2]] == [(0, 1, 1), (0, 2, 2)]
    proposing.accept(ws, proposal)
    assert {one.state for one in look(ws).placed} == {MeetingState.SCHEDULED}
    assert propose(ws, mode=Mode.KEEP).is_the_same
    history.undo(ws)
    assert state(ws.path) == start


def test_it_is_refused_after_the_session_or_the_agenda_has_changed(ws: Workspace) -> None:
    people = f.delegate("Anna Neri")
    party = [f.organisation("A"), *b.party("A", "Anna Neri"), *firms("C")]
    visit = f.item("15:00", "16:00", "Visit", people=["Anna Neri"])
    stored(ws, f.plan(people, visit, *party, *b.b2b(), b.wishes("A", "C")))
    proposal = propose(ws)
    wishes.set_many(ws, B2B, [(org("C"), org("A"))], Wish.COULD)
    with pytest.raises(Stale):
        proposing.accept(ws, proposal)
    history.undo(ws)
    with ws.edit("Move") as edit:
        item = edit.get(r.AgendaItem, visit.id)
        edit.save(_at(item, "11:00", "12:00"))
    with pytest.raises(Stale):
        proposing.accept(ws, proposal)
    history.undo(ws)
    assert proposing.accept(ws, proposal).changeset is not None


def _at(item: r.AgendaItem, start: str, end: str) -> r.AgendaItem:
    return replace(item, start=f.clock(start), end=f.clock(end))


def test_planning_anew_moves_as_little_as_it_can_and_says_what(ws: Workspace) -> None:
    away = b.party("A", unavailable=(0,))
    made = [b.meets("A", "C", 0, "1"), b.meets("B", "D", 0, "2"), b.meets("A", "D", 1, "1")]
    stored(ws, f.plan(f.organisation("A"), *away, *firms(*"BCD"), *b.b2b(), *made))
    proposal = propose(ws, mode=Mode.KEEP)
    assert [(one.meeting.id, one.before.slot) for one in proposal.moved] == [(made[0].id, 0)]
    assert (proposal.added, proposal.dropped, len(proposal.session.placed)) == ((), (), 3)


def test_what_was_held_stays_and_pairs_that_met_in_other_missions_do_not_again(ws: Workspace) -> None:
    other = f.mission(id=f.uid("old"), code="OLD")
    earlier = r.Matchmaking(mission_id=other.id)
    own: dict[str, Any] = {"mission_id": other.id, "matchmaking_id": earlier.id, "state": MeetingState.SCHEDULED}
    met = [r.Meeting(**own, a_id=org("A"), b_id=org(name), slot=0) for name in "CD"]
    asked = [b.wishes("A", "C"), b.wishes("A", "D"), b.wishes("B", "C")]
    stored(ws, f.plan(*firms(*"ABCD"), *b.b2b(), *asked, b.meets("B", "C", 2, "2")))
    with ws.edit("Add") as edit:
        edit.add_all([other, earlier, *met, r.Outcome(mission_id=other.id, meeting_id=met[1].id, held=False)])
    rounds.held(ws, [look(ws).placed[0].id])
    proposal = propose(ws)
    assert [str(one.why) for one in proposal.unserved] == [
        "A and C met before, and meeting again was not asked for."
    ]
    assert {(key_of(one), one.slot) for one in proposal.session.placed} >= {(frozenset((org("B"), org("C"))), 2)}


def test_what_is_called_off_is_left_until_it_is_brought_back(ws: Workspace) -> None:
    stored(ws, f.plan(*firms(*"AC"), *b.b2b(), b.wishes("A", "C"), b.meets("A", "C", 0, "1")))
    one = look(ws).placed[0]
    meetings.cancel(ws, [one.id])
    (left,) = proposing.reasons(look(ws))
    assert str(left.why) == "The meeting of A and C was cancelled: bring it back to plan it again."
    assert propose(ws).is_the_same
    meetings.bring_back(ws, [one.id])
    assert [(each.id, each.slot, each.table) for each in look(ws).placed] == [(one.id, 0, "1")]


@pytest.mark.parametrize("effort", [{}, {"mode": Mode.KEEP}, {"prove": True}])
def test_who_stops_the_search_has_the_best_found_until_then(effort: dict[str, Any]) -> None:
    names = "ABCDEFGHI"
    asked = [b.wishes(a, c) for a in names[:5] for c in names[5:]]
    before = session_of(f.plan(*firms(*names), *b.b2b(), *asked), B2B)
    assert before is not None
    progress, heard = Progress(), list[Any]()

    def hear(one: Any) -> None:
        heard.append(one)
        progress.cancel()

    proposal = proposing.proposed(before, Effort(seconds=60, **effort), progress=progress, seen=hear)
    assert (proposal.stopped, proposal.proved, heard[-1].unserved) == (True, False, proposal.then.unserved)
    assert proposal.added and broken(before, proposal.session) == []


def test_whoever_stays_in_a_slot_keeps_the_table_and_whoever_moves_takes_it_along(ws: Workspace) -> None:
    made = [b.meets("A", "C", 0, "2"), b.meets("B", "D", 1, "2")]
    away = b.party("B", position=1, unavailable=(1,))
    stored(ws, f.plan(*firms("A"), f.organisation("B"), *away, *firms("C", "D"), *b.b2b(), *made))
    for mode in (Mode.NEW, Mode.KEEP):
        proposal = propose(ws, mode=mode)
        found = {one.a_id: (one.slot, one.table) for one in proposal.session.placed}
        assert found[org("A")] == (0, "2") and not proposal.reseated
        assert found[org("B")] in ((0, "1"), (2, "2"))


def test_there_has_to_be_something_to_plan(ws: Workspace) -> None:
    stored(ws, f.plan(*firms(*"AC"), *b.b2b()))
    with pytest.raises(Invalid, match="Nobody wishes"):
        propose(ws)
    wishes.set_many(ws, B2B, [(org("A"), org("C"))], Wish.WANT)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        propose(ws, progress=progress)


def test_sessions_planned_together_know_of_each_other(ws: Workspace) -> None:
    two = [*b.b2b("two", position=1), *b.party("A", session="two"), *b.party("C", session="two")]
    asked = [b.wishes("A", "C"), b.wishes("A", "C", session="two")]
    stored(ws, f.plan(*firms(*"AC"), *b.b2b(), *two, *asked))
    found = proposing.propose_all(ws, CODE, [B2B, f.uid("two")], Effort(seconds=0.2))
    assert [len(one.added) for one in found] == [1, 0]
    receipt = proposing.accept(ws, *found)
    assert [len(one) for one in (look(ws).placed, receipt.added)] == [1, 1]


def test_sixty_participants_and_twenty_slots_are_planned_in_a_moment() -> None:
    rng, names = Random(4), [f"O{number}" for number in range(60)]
    hours = [(f"{8 + n // 3:02}:{n % 3 * 20:02}", f"{8 + n // 3:02}:{n % 3 * 20 + 19:02}") for n in range(20)]
    asked = [b.wishes(a, c, rng.choice(list(Wish)[:3])) for a in names[:40] for c in rng.sample(names[40:], 6)]
    tables = [
        r.Table(mission_id=f.MISSION, matchmaking_id=B2B, name=f"T{number}", position=number + 2)
        for number in range(18)
    ]
    before = session_of(f.plan(*firms(*names), *b.b2b(hours=tuple(hours), max_per_day=10), *tables, *asked), B2B)
    assert before is not None
    proposal = proposing.proposed(before, Effort(moves=10_000))
    assert proposal.seconds < 10
    assert sum(proposal.then.served.values()) > 180
    assert broken(before, proposal.session) == []


@pytest.mark.skipif(not proposing.can_prove(), reason="python-sat is not installed")
def test_breaks_of_what_is_held_are_proved_where_wishes_wait() -> None:
    away = {"V": (1, 3), "W": (0, 2), "H": (), "I": (2,)}
    firms = [one for name, no in away.items() for one in (f.organisation(name), *b.party(name, unavailable=no))]
    hours = tuple((f"{9 + n:02}:00", f"{9 + n:02}:30") for n in range(4))
    asked = [b.wishes(a, c) for a in "VW" for c in "HI"] + [b.wishes("V", "W"), b.wishes("H", "I")]
    before = session_of(f.plan(*firms, *b.b2b(hours=hours, max_per_day=2), *asked), B2B)
    assert before is not None
    proposal = proposing.proposed(before, Effort(moves=2_000, prove=True))
    assert (proposal.proved, proposal.least, len(proposal.unserved)) == (True, proposal.then.breaks, 2)
    assert broken(before, proposal.session) == []


def test_what_cannot_take_place_now_is_told_beside_the_figures(ws: Workspace) -> None:
    stored(ws, f.plan(*firms(*"ABCD"), *b.b2b(), b.wishes("A", "C"), b.wishes("B", "D")))
    proposing.accept(ws, propose(ws))
    session = look(ws)
    first = session.placed[0]
    assert "Meetings at which somebody cannot be there" not in [one.name for one in propose(ws).comparison]
    seat = next(one.participant.id for one in session.participants if one.id == first.a_id)
    participants.change_cells(ws, [(seat, "unavailable", (first.slot or 0,))])
    proposal = propose(ws, mode=Mode.KEEP)
    line = proposal.comparison[0]
    assert (line.name, line.now, line.then, line.better) == (
        "Meetings at which somebody cannot be there",
        1,
        0,
        True,
    )
    assert [one.meeting.id for one in proposal.moved] == [first.id]


@pytest.mark.parametrize("needed", [True, False])
def test_who_sits_alone_for_others_interprets_only_at_their_own_table(ws: Workspace, needed: bool) -> None:
    people = [
        f.person("Anna", languages=("it",)),
        f.person("Miren", languages=("eu",) if needed else ("it",)),
        f.person("Vera", languages=("it", "eu")),
    ]
    sides = [f.organisation(name) for name in "ABCD"]
    seats = [*b.party("A", "Anna"), *b.party("B", "Miren"), *b.party("C", "Vera"), *b.party("D")]
    voice = r.SessionInterpreter(
        mission_id=f.MISSION, matchmaking_id=B2B, person_id=people[2].id, languages=("it", "eu")
    )
    stands = b.meets("A", "B", 0, "1", interpreter_id=people[2].id)
    asked = [b.wishes("A", "B", Wish.MUST), b.wishes("C", "D")]
    stored(ws, f.plan(*people, *sides, *seats, *b.b2b(hours=b.HOURS[:1]), voice, stands, *asked))
    for mode in Mode:
        proposal = propose(ws, mode=mode)
        assert check(proposal.session.plan, only=["double_booking", "interpreter_double_booked"]) == ()
        assert {one.a_id for one in proposal.session.placed} == ({org("C")} if needed else {org("A"), org("C")})
        assert [str(one.why) for one in proposal.unserved] == (
            ["Vera would interpret for A and B, but sits alone for others here: somebody else has to."]
            if needed
            else []
        )


@pytest.mark.parametrize(
    "hours",
    [
        (("09:00", "09:40"), ("09:20", "09:55")),
        (("09:00", "09:25"), ("09:00", "09:25")),
        (("09:00", "09:00"), ("09:30", "09:55")),
    ],
)
def test_slots_that_overlap_are_refused(ws: Workspace, hours: tuple[tuple[str, str], ...]) -> None:
    stored(ws, f.plan(*firms(*"AB"), *b.b2b(hours=hours), b.wishes("A", "B")))
    with pytest.raises(Invalid, match=f"slots at {hours[0][0]} and {hours[1][0]} overlap"):
        propose(ws)


def test_an_interpreter_rests_by_the_true_clock_in_the_night_it_goes_back(ws: Workspace) -> None:
    hours = (("01:30", "02:00"), ("02:00", "02:30"), ("02:30", "03:00"), ("03:00", "03:30"))
    night = dt.date(2025, 10, 26)
    slots = [replace(one, date=night) if isinstance(one, r.Slot) else one for one in b.b2b(hours=hours)]
    spoken = {"A": "es", "B": "it", "C": "it", "D": "it", "E": "it"}
    people = [f.person(f"P{name}", languages=(code,)) for name, code in spoken.items()]
    vera = f.person("Vera", languages=("it", "es"))
    voice = r.SessionInterpreter(mission_id=f.MISSION, matchmaking_id=B2B, person_id=vera.id)
    seats = [one for name in spoken for one in (f.organisation(name), *b.party(name, f"P{name}"))]
    asked = [b.wishes("A", name) for name in "BCDE"]
    stored(ws, f.plan(*people, vera, voice, *seats, *slots, *asked))
    proposal = propose(ws)
    assert proposal.session.placed
    assert check(proposal.session.plan, only=["interpreter_overload"]) == ()
