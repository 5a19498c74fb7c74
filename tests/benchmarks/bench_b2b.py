"""Prove the published timetables of B2B meetings, and make large ones with the standard library alone.

    python tests/benchmarks/bench_b2b.py [FOLDER] [--only tic-12] [--seconds 60] [--large-seconds 20]

FOLDER holds .dzn instances and a .csv of published results. Times are processor seconds of all processes, since
the machine may be shared. Bars: every published optimum equalled and proved in 60 s; originals 1.4 times faster
in sum than the plain formulation, where ../../prototypes/matchmaking has it; without a solver within one break
in 10 s; 1,000 participants first served in 0.1 s, and after 20 s nobody unserved, at most two breaks for one,
0.1 for each on average.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from missionplanner.base.errors import Cancelled  # noqa: E402
from missionplanner.base.progress import Progress  # noqa: E402
from missionplanner.matchmaking import deciding, exact, published  # noqa: E402
from missionplanner.matchmaking.checker import recount  # noqa: E402
from missionplanner.matchmaking.local_search import Effort, Found, search  # noqa: E402
from missionplanner.matchmaking.problem import Problem  # noqa: E402
from tests.families import FAMILIES, planted  # noqa: E402

SIZES = (200, 500, 1_000)
WITHOUT_LIMIT = 1_000_000_000


def cpu() -> float:
    """Return the processor seconds of this process and of those it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


class Allowance(Progress):
    """Stop a search after so many processor seconds of this process."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._until = time.process_time() + seconds

    def step(self, done: int, total: int, text: str = "") -> None:
        if time.process_time() > self._until:
            raise Cancelled("")


def annealed(problem: Problem, seconds: float, seed: int = 1) -> tuple[list[tuple[float, Found]], float]:
    """Return each better timetable with when it was found, and how long the search took."""
    begun, told = time.process_time(), list[tuple[float, Found]]()
    with suppress(Cancelled):
        search(
            problem,
            Effort(moves=WITHOUT_LIMIT, seconds=None, seed=seed),
            Allowance(seconds),
            lambda found: told.append((time.process_time() - begun, found)),
        )
    return told, time.process_time() - begun


def instances(folder: Path, only: str) -> Iterator[tuple[published.Published, Path]]:
    """Yield the published results whose instance is there, originals first."""
    rows = [row for file in sorted(folder.glob("*.csv")) for row in published.results(file)]
    for row in sorted(rows, key=lambda row: (row.fairness != 2, "original" not in row.instance, row.instance)):
        file = folder / f"{row.instance}.dzn"
        if file.exists() and only in row.instance:
            yield row, file


def prove(row: published.Published, file: Path, seconds: float) -> float:
    """Prove one instance and print the line; return the processor seconds it took."""
    problem = published.read(file, row.fairness)
    begun, clock = cpu(), time.monotonic()
    answer = exact.solve(problem, Effort(moves=WITHOUT_LIMIT, seconds=seconds))
    used, waited = cpu() - begun, time.monotonic() - clock
    counted = recount(problem, answer.found.places)
    breaks = None if answer.impossible else sum(counted.breaks)
    proved = answer.impossible or (answer.proved and counted.holds and counted.spread <= row.fairness)
    verdict = "proved" if proved and breaks == row.breaks else "NOT PROVED" if not proved else "DIFFERENT"
    told = "none" if breaks is None else str(breaks)
    wanted = "none" if row.breaks is None else str(row.breaks)
    print(
        f"{row.instance:32} d={row.fairness} breaks {told:>4} published {wanted:>4} {verdict:10}"
        f" {used:6.1f} s cpu {waited:6.1f} s wall, published {row.seconds:6.1f} s",
        flush=True,
    )
    return used


def plain(folder: Path, file: Path) -> float | None:
    """Return the processor seconds of the plain formulation, None where it is not there."""
    prototype = folder.resolve().parents[1] / "prototypes" / "matchmaking"
    if not (prototype / "ps.py").exists():
        return None
    sys.path.insert(0, str(prototype))
    try:
        common, solver = importlib.import_module("common"), importlib.import_module("ps")
        begun = time.process_time()
        solver.run(common.parse(str(file)))
        return time.process_time() - begun
    finally:
        sys.path.remove(str(prototype))


def of_the_literature(folder: Path, only: str, seconds: float) -> None:
    print("Published instances, both sides in two processes:")
    total = ours = theirs = listed = 0.0
    for row, file in instances(folder, only):
        used = prove(row, file, seconds)
        total += used
        if row.fairness == 2 and row.instance.endswith(".original"):
            ours, listed = ours + used, listed + row.seconds
            theirs += plain(folder, file) or 0.0
    print(f"sum {total:.1f} s; originals {ours:.1f} s, plain formulation {theirs:.1f} s, published {listed:.1f} s")
    if theirs and ours:
        print(f"originals: {theirs / ours:.2f} times faster than the plain formulation (bar 1.4)")
    print("\nOriginals with the standard library alone, 10 s:")
    for row, file in instances(folder, only):
        if row.fairness == 2 and row.instance.endswith(".original"):
            told, used = annealed(published.read(file), 10.0)
            last, best = told[-1]
            print(
                f"{row.instance:24} breaks {best.score.breaks:3} optimum {row.breaks or 0:3}"
                f" at {last:5.1f} s of {used:5.1f}",
                flush=True,
            )


def of_any_size(seconds: float) -> None:
    print(f"\nGenerated families, standard library alone, {seconds:g} s:")
    for name, family in FAMILIES.items():
        for size in SIZES:
            problem = planted(family, size, 1)
            told, used = annealed(problem, seconds)
            counted = recount(problem, told[-1][1].places)
            assert counted.holds, counted.faults
            first, breaks = told[0], sum(counted.breaks)
            print(
                f"{name:10} {size:5} participants {len(problem.meetings):5} meetings:"
                f" first after {first[0]:.3f} s with {first[1].score.unserved} unserved;"
                f" after {used:4.1f} s {sum(counted.unserved)} unserved, {breaks} breaks"
                f" ({breaks / size:.3f} each), most {max(counted.breaks)}",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--large-seconds", type=float, default=20.0)
    asked = parser.parse_args()
    if not deciding.available():
        print("python-sat is not installed: nothing can be proved here.")
    if asked.folder is not None:
        of_the_literature(asked.folder, asked.only, asked.seconds)
    if asked.large_seconds:
        of_any_size(asked.large_seconds)


if __name__ == "__main__":
    main()
