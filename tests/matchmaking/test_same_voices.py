"""Whoever interprets a meeting that stays goes on doing so, and nobody breaks a rule for it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.matchmaking.checker import recount
from missionplanner.matchmaking.local_search import Effort, search
from missionplanner.matchmaking.problem import Interpreter, Party, Problem, SlotTime, Wanted
from missionplanner.matchmaking.same_voices import same_voices

SLOTS = tuple(SlotTime(start=60 * n, end=60 * n + 45, tables=3) for n in range(3))


def problem(*spoken: tuple[int, ...] | None, away: tuple[int, ...] = (0, 0, 0)) -> Problem:
    """Return a problem of pairs that share nobody, with who can interpret each."""
    pairs = tuple(Wanted(2 * n, 2 * n + 1, 0b111, interpreters=able) for n, able in enumerate(spoken))
    parties = tuple(Party() for _ in range(2 * len(pairs)))
    return Problem(
        parties, SLOTS, pairs, interpreters=tuple(Interpreter(str(n), mask) for n, mask in enumerate(away))
    )


def test_two_who_changed_places_for_nothing_go_back_and_one_who_cannot_come_does_not() -> None:
    two = problem((0, 1), (0, 1))
    assert same_voices(two, (0, 0), (0, 1), (1, 0)) == (1, 0)
    assert same_voices(two, (0, 0), (0, 1), (1, None)) == (1, 0)
    assert same_voices(two, (0, 1), (0, 0), (1, 1)) == (1, 1)
    assert same_voices(problem((0, 1), (0, 1), away=(0, 1, 0)), (0, 1), (0, 0), (1, 1)) == (0, 1)
    assert same_voices(problem((0,), (0, 1)), (0, 0), (0, 1), (None, 0)) == (0, 1)
    assert same_voices(problem((0, 1), None), (0, 0), (0, None), (2, 1)) == (0, None)


ABLE = st.one_of(st.none(), st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True).map(tuple))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(ABLE, min_size=1, max_size=6),
    st.lists(st.one_of(st.none(), st.integers(0, 2)), min_size=6, max_size=6),
    st.tuples(*[st.integers(0, 7)] * 3),
)
def test_no_rule_is_broken_for_it(
    spoken: list[tuple[int, ...] | None], before: list[int | None], away: tuple[int, ...]
) -> None:
    one = problem(*spoken, away=away)
    found = search(one, Effort(moves=200, seconds=None))
    kept = same_voices(one, found.places, found.voices, before[: len(spoken)])
    assert recount(one, found.places, kept).faults == recount(one, found.places, found.voices).faults
    assert [voice is None for voice in kept] == [voice is None for voice in found.voices]
