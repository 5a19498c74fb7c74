"""Time the checks: a full one, one after a single edit of each kind, how they grow, and how long fixes take.

    python tests/benchmarks/bench_checks.py [--rounds 15]

Times are CPU milliseconds, medians; the bars hold for 500 delegates, 400 items, 12 groups and 100 audiences
of single people: 200 ms for all of it, 20 ms after one edit, 100 ms to think of the fixes of one finding.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from missionplanner.domain.checks import Checker, Knowledge, Options, check  # noqa: E402
from missionplanner.domain.checks.knowledge import Spot  # noqa: E402
from missionplanner.domain.fixes import WAYS_OUT, fixes_for  # noqa: E402
from missionplanner.domain.plan import MissionPlan  # noqa: E402
from missionplanner.domain.records import Leg, Stay, StayGuest  # noqa: E402
from missionplanner.domain.vocabulary import DelegateStatus, RoomKind  # noqa: E402
from tests.factories import MISSION, Made, date_of, delegate, item, leg, place, plan, uid  # noqa: E402

GROUPS = 12
DAYS = 5
KINDS = ("site_visit", "meal", "institutional_meeting", "working_table", "transfer", "networking")
SIZES = ((500, 100, 100), (500, 200, 100), (500, 400, 100), (500, 400, 500))
"""Delegates, items and individual audiences."""


def mission(delegates: int, items: int, individual: int) -> tuple[MissionPlan, Knowledge]:
    """Make a mission of five days: parallel groups, flights for fifty each, and items for a few people alone.

    All is in one quarter of a town, but for one hall.
    """
    names = [f"P{number} Rossi" for number in range(delegates)]
    people = [
        delegate(
            name,
            groups=[f"G{number % GROUPS}"],
            arrival=f"A{number // 50}",
            departure=f"D{number // 50}",
            status=DelegateStatus.CONFIRMED,
        )
        for number, name in enumerate(names)
    ]
    flights = [
        one
        for number in range(0, delegates, 50)
        for one in (
            leg("06:00", f"08:{number // 50:02}", f"A{number // 50}", passengers=names[number : number + 50]),
            leg("20:30", "22:30", f"D{number // 50}", day=DAYS, passengers=names[number : number + 50]),
        )
    ]
    places = [place(f"Hall {number}", capacity=600, address="Gran Vía 1") for number in range(40)]
    km: dict[tuple[Spot, Spot], float] = {
        (one.id, other.id): 3.0 if 39 in (a, b) else 0.05 + (a * b) % 20 / 100
        for a, one in enumerate(places)
        for b, other in enumerate(places)
    }
    rows = [*_common(items - individual % items // 2 if individual < items else items // 2, places)]
    rows += [*_own(items - len(rows), individual, names, places)]
    stays, guests = _beds(names)
    made = plan(*flights, *people, *places, *rows, *stays, *guests, end=date_of(DAYS))
    return made, Knowledge(distances=km)


def _common(count: int, places: list) -> list[Made]:  # type: ignore[type-arg]
    """Make items for all and for groups, one after the other in nine hours of each day."""
    made = []
    for number in range(count):
        day, turn = number % DAYS + 1, number // DAYS
        slot, track = turn // GROUPS % 9, turn % GROUPS
        kind = "meal" if slot == 4 else KINDS[track % 2 * 2]
        made.append(
            item(
                f"{9 + slot:02}:00",
                f"{9 + slot:02}:50",
                f"Common {number}",
                day=day,
                kind=kind,
                groups=[f"G{track}"] if turn >= GROUPS or track else None,
                place_id=places[number % len(places)].id,
            )
        )
    return made


def _own(count: int, individual: int, names: list[str], places: list) -> list[Made]:  # type: ignore[type-arg]
    """Make items for three people each, with so many distinct audiences."""
    made = []
    for number in range(count):
        who = number % max(1, individual)
        some = [names[(who * 7 + step * 11) % len(names)] for step in range(3)]
        made.append(
            item(
                f"{18 + number % 2:02}:00",
                f"{18 + number % 2:02}:50",
                f"Own {number}",
                day=number % DAYS + 1,
                kind="b2b",
                people=dict.fromkeys(some),
                place_id=places[number % len(places)].id,
            )
        )
    return made


def _beds(names: list[str]) -> tuple[list[Stay], list[StayGuest]]:
    stays, guests = [], []
    for number, name in enumerate(names):
        stay = Stay(
            id=uid(f"stay:{name}"),
            mission_id=MISSION,
            room=RoomKind.SINGLE,
            room_no=str(number),
            from_day=date_of(1),
            to_day=date_of(DAYS),
        )
        stays.append(stay)
        guest = uid(f"guest:{name}")
        guests.append(StayGuest(id=guest, mission_id=MISSION, stay_id=stay.id, person_id=uid(f"person:{name}")))
    return stays, guests


def median(rounds: int, work: Callable[[int], object]) -> float:
    """Return the median CPU time of a piece of work in milliseconds; it gets the number of its round."""
    times = []
    for number in range(rounds):
        gc.collect()
        begun = time.process_time()
        work(number)
        times.append((time.process_time() - begun) * 1000)
    return statistics.median(times)


def moved(one: MissionPlan, number: int) -> MissionPlan:
    """Return the plan with another of its items ten minutes longer."""
    chosen = one.items[number * 37 % len(one.items)]
    assert chosen.end is not None
    later = dt.datetime.combine(dt.date.min, chosen.end) + dt.timedelta(minutes=10)
    return one.with_(replace(chosen, end=later.time()))


def timed(made: tuple[MissionPlan, Knowledge], rounds: int) -> tuple[float, float, int]:
    """Return the milliseconds of a full check, of one after an edit, and how many findings there are."""
    one, knowledge = made
    options = Options(today=one.mission.start - dt.timedelta(days=10))
    found = check(one, knowledge, options=options)
    fresh = [replace(one) for _ in range(rounds)]
    full = median(rounds, lambda number: check(fresh[number], knowledge, options=options))
    checker = Checker()
    checker.check(one, knowledge, options=options)
    edits = list(accumulate(range(rounds), moved, initial=one))[1:]
    edit = median(rounds, lambda number: checker.check(edits[number], knowledge, options=options))
    return full, edit, len(found)


def _one_of(name: str, change: Callable[[Any, int], Any]) -> Callable[[MissionPlan, int], MissionPlan]:
    """Return the edit of one record of a part of the plan, another in each round."""

    def edited(one: MissionPlan, number: int) -> MissionPlan:
        some = list(getattr(one, name))
        chosen = number * 37 % len(some)
        some[chosen] = change(some[chosen], number)
        parts: dict[str, Any] = {name: tuple(some)}
        return one.changed(**parts)

    return edited


def _later(leg: Leg, number: int) -> Leg:
    assert leg.end is not None
    return replace(leg, end=leg.end.replace(minute=(leg.end.minute + 5 + number) % 60))


def _off_board(one: MissionPlan, number: int) -> MissionPlan:
    chosen = number * 37 % len(one.passengers)
    return one.changed(passengers=one.passengers[:chosen] + one.passengers[chosen + 1 :])


EDITS: dict[str, Callable[[MissionPlan, int], MissionPlan]] = {
    "leg": _one_of("legs", _later),
    "passenger": _off_board,
    "place": _one_of("places", lambda one, number: replace(one, capacity=590 - number)),
    "delegate": _one_of("delegates", lambda one, number: replace(one, notes=str(number))),
    "stay": _one_of("stays", lambda one, _number: replace(one, to_day=one.to_day - dt.timedelta(days=1))),
    "person": _one_of("people", lambda one, number: replace(one, email=f"p{number}@example.org")),
}


def after_edits(made: tuple[MissionPlan, Knowledge], rounds: int) -> dict[str, float]:
    """Return the milliseconds of a check after an edit, for records of each kind that touches few people."""
    one, knowledge = made
    options = Options(today=one.mission.start - dt.timedelta(days=10))
    found = {}
    for name, edit in EDITS.items():
        checker = Checker()
        checker.check(one, knowledge, options=options)
        plans = list(accumulate(range(rounds), edit, initial=one))[1:]

        def work(number: int, checker: Checker = checker, plans: list[MissionPlan] = plans) -> object:
            return checker.check(plans[number], knowledge, options=options)

        found[name] = median(rounds, work)
    return found


def fixes(made: tuple[MissionPlan, Knowledge], rounds: int) -> float:
    """Return the milliseconds to think of the fixes of one finding, of all kinds that have any."""
    one, knowledge = made
    options = Options(today=one.mission.start - dt.timedelta(days=10))
    some = [each for each in check(one, knowledge, options=options) if each.rule in WAYS_OUT]
    chosen = some[:: max(1, len(some) // rounds)]
    return median(len(chosen), lambda number: fixes_for(one, chosen[number], knowledge, options=options))


def main() -> int:
    """Print a line for each size; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    missed = False
    print(f"{'delegates':>9} {'items':>6} {'own':>5} {'full ms':>9} {'edit ms':>9} {'findings':>9}")
    for size in SIZES:
        full, edit, findings = timed(mission(*size), rounds)
        print(f"{size[0]:>9} {size[1]:>6} {size[2]:>5} {full:>9.1f} {edit:>9.1f} {findings:>9}", flush=True)
        if size == (500, 400, 100):
            missed = full > 200 or edit > 20
    made = mission(500, 400, 100)
    for name, time_of in after_edits(made, rounds).items():
        print(f"after an edit of a {name}: {time_of:.1f} ms", flush=True)
        missed = missed or time_of > 20
    thought = fixes(made, rounds)
    print(f"fixes of one finding: {thought:.1f} ms")
    missed = missed or thought > 100
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
