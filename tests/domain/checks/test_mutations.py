"""Missions broken by a generator that knows what has to be found: no miss, and nothing else appears.

``MISSIONPLANNER_MUTATIONS`` says how many of them; 500 without it.
"""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from missionplanner.domain.checks import RULES, Checker, check, options_of
from tests.mutations import hosts, journeys, people, programme  # noqa: F401 - they add their kinds
from tests.mutations.world import FILES, KINDS, Planted, World, key, world

SEEDS = int(os.environ.get("MISSIONPLANNER_MUTATIONS", "500"))
PARTS = 10
TRIES = 60
"""How often a way is tried before the next one's turn comes: most missions lack what it needs."""

UNBROKEN = {"dst_change", "followup_overdue", "holiday", "outcome_missing", "interpreter_double_booked"}
UNBROKEN |= {"outdated_paper", "meeting_outside_item", "participant_without_meeting", "slots_overlap"}
UNBROKEN |= {"meeting_not_available"}
"""Rules of the calendar and of what comes after a mission, which is planted by hand; voices are rarely doubled,
services tell of paper, and meetings are compared with brute force on their own."""


def planted(seed: int) -> tuple[str, World, Planted]:
    """Break some mission in some way; the ways are taken in turn, so that none is rare."""
    chance = random.Random(seed)
    names = sorted(KINDS.known)
    files = [one.name for one in FILES]
    for turn in range(TRIES * len(names)):
        name = names[(seed + turn // TRIES) % len(names)]
        kind, days = KINDS.known[name]
        file = chance.choice(files)
        ground = world(file).on(days)
        made = kind(ground, chance)
        if made is not None and made.faults:
            return name, ground, made
    raise AssertionError(f"nothing can be broken by seed {seed}")


def told(ground: World, made: Planted) -> list[str]:
    """Return what is wrong with what was found: faults missed or told twice, and findings nothing explains."""
    after = ground.judged(made.plan)
    missed = [f"missed: {fault}" for fault in made.faults if fault.is_missed(after)]
    old, new = {key(one): one for one in ground.before}, {key(one): one for one in after}
    false = [one for mark, one in new.items() if mark not in old and not made.explains(one, is_new=True)]
    gone = [one for mark, one in old.items() if mark not in new and not made.explains(one, is_new=False)]
    lines = [(side, one) for side, some in (("false", false), ("gone", gone)) for one in some]
    return missed + [f"{side}: {one.rule}: {one.message}" for side, one in lines]


def test_nearly_every_rule_is_broken() -> None:
    faults = [fault for seed in range(len(KINDS.known) * 6) for fault in planted(seed)[2].faults]
    assert set(RULES) - {rule for fault in faults for rule in fault.rules} <= UNBROKEN


def test_a_rule_that_is_silent_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    name, ground, made = planted(sorted(KINDS.known).index("arrives_late"))
    assert (name, told(ground, made)) == ("arrives_late", [])
    monkeypatch.setitem(RULES, "before_arrival", replace(RULES["before_arrival"], look=lambda _scene: ()))
    assert any(line.startswith("missed") for line in told(ground, made))


@pytest.mark.parametrize("part", range(PARTS))
def test_what_was_broken_is_found_and_nothing_else(part: int) -> None:
    for seed in range(part, SEEDS, PARTS):
        name, ground, made = planted(seed)
        assert (seed, name, ground.name, told(ground, made)) == (seed, name, ground.name, [])


def test_checking_again_finds_what_a_full_check_does() -> None:
    for seed in range(0, SEEDS, 3):
        _name, ground, made = planted(seed)
        checker, options = Checker(), options_of(made.plan, ground.today)
        for plan in (ground.plan, made.plan, ground.plan):
            assert checker.check(plan, ground.known, options=options) == check(plan, ground.known, options=options)
