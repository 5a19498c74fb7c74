"""Let whoever interprets a meeting that stays go on doing so, as long as no interpreter then breaks a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionplanner.matchmaking.checker import recount
from missionplanner.matchmaking.problem import Places, Problem

Voices = tuple[int | None, ...]


def same_voices(problem: Problem, places: Places, voices: Voices, before: Sequence[int | None]) -> Voices:
    """Return who interprets each meeting; ``before`` is who does now where a meeting stays in its slot.

    All of them are kept where that can be, else those of one slot after the other.
    """
    slots = sorted(
        {slot for slot, voice in zip(places, voices, strict=True) if slot is not None and voice is not None}
    )
    kept = list(voices)
    for slot in slots:
        _settle(problem, [one for one, place in enumerate(places) if place == slot], kept, before)
    if _can_be(problem, places, tuple(kept)):
        return tuple(kept)
    best = voices
    for slot in slots:
        tried = list(best)
        _settle(problem, [one for one, place in enumerate(places) if place == slot], tried, before)
        if tried != list(best) and _can_be(problem, places, tuple(tried)):
            best = tuple(tried)
    return best


def _settle(problem: Problem, here: Sequence[int], voices: list[int | None], before: Sequence[int | None]) -> None:
    """Give the meetings of a slot their voices back; who loses one to them takes one that has become free."""
    some = [one for one in here if voices[one] is not None]
    own = {one: before[one] for one in some if before[one] in (problem.meetings[one].interpreters or ())}
    if len(set(own.values())) < len(own):
        return
    free = {voices[one] for one in some} - set(own.values())
    taken = {one: voice for one, voice in own.items() if voice is not None}
    for one in some:
        if one not in own:
            able = problem.meetings[one].interpreters or ()
            stays = voices[one] if voices[one] in free else None
            chosen = stays if stays is not None else next((each for each in able if each in free), None)
            if chosen is None:
                return
            free.discard(chosen)
            taken[one] = chosen
    for one, voice in taken.items():
        voices[one] = voice


def _can_be(problem: Problem, places: Places, voices: Voices) -> bool:
    """Tell whether nobody interprets twice at once, too long, while away or what they do not speak."""
    some = [one for one, voice in enumerate(voices) if voice is not None and places[one] is not None]
    alone = replace(
        problem, meetings=tuple(problem.meetings[one] for one in some), precedences=(), refused=frozenset()
    )
    told = recount(alone, tuple(places[one] for one in some), tuple(voices[one] for one in some))
    return told.holds
