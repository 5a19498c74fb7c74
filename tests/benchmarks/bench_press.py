"""Time the lists and packs of the press: the further bars of the issue about paper, in processor time.

    python tests/benchmarks/bench_press.py [--rounds 3]

800 badges < 2 s, a rooming list of 1,000 < 0.5 s, a sheet of 5,000 to sign < 2 s and linear (not more than 1.3
times five sheets of 1,000), a pack of 100 delegates with all documents < 20 s. Names repeat as names do: from
lists of given and family names. Medians of some rounds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan

GIVEN = ("Anna", "Marco", "Wei", "Nadia", "Giorgi", "Maximiliane", "Somchai", "Priya", "Lucia", "Ioannis", "Łucja")
FAMILY = ("Rossi", "Marchesini", "Chen", "El Amrani", "Beridze", "von Hohenlohe", "Suksawat", "Sharma", "Galvani")
LINEAR = 1.3


def people(count: int) -> Iterator[Any]:
    """Give so many delegates of forty organisations."""
    from tests.factories import delegate, organisation, person, uid

    for number in range(40):
        yield organisation(f"Company {number}")
    for number in range(count):
        given, family = GIVEN[number % len(GIVEN)], FAMILY[number // len(GIVEN) % len(FAMILY)]
        name = f"{given} {family} {number // (len(GIVEN) * len(FAMILY)) or ''}".strip()
        yield person(name, organisation_id=uid(f"organisation:Company {number % 40}"), languages=("it", "en"))
        yield delegate(name, position=number)


def printed(plan: MissionPlan, **order: Any) -> float:
    """Return the seconds of processor time that one document takes."""
    from missionplanner.base.progress import Progress
    from missionplanner.documents.orders import Order
    from missionplanner.documents.press import print_batch

    started = time.process_time()
    next(print_batch(plan, [Order(languages=("it",), version=0, issued=False, **order)], {}, Progress()))
    return time.process_time() - started


def badges() -> float:
    from tests.factories import plan

    return printed(plan(*people(800)), kind="badges")


def rooming() -> float:
    from missionplanner.domain import records as r
    from missionplanner.domain.vocabulary import RoomKind
    from tests.factories import MISSION, START, place, plan, uid

    some, hotel = list(people(1000)), place("Hotel")
    delegates = [one.record for one in some if isinstance(getattr(one, "record", None), r.Delegate)]
    stays: list[Any] = []
    for number, one in enumerate(delegates):
        stay = r.Stay(
            id=uid(f"stay {number}"),
            mission_id=MISSION,
            hotel_id=hotel.id,
            room=RoomKind.SINGLE,
            from_day=START,
            to_day=START + dt.timedelta(days=2),
        )
        stays += [stay, r.StayGuest(mission_id=MISSION, stay_id=stay.id, person_id=one.person_id)]
    return printed(plan(*some, hotel, *stays), kind="rooming")


def attendance(count: int) -> float:
    from tests.factories import item, plan, uid

    made = plan(*people(count), item("09:00", "10:00", "Conference", kind="conference"))
    return printed(made, kind="attendance", subject_id=uid("item:Conference"))


def pack() -> float:
    """Return what a folder with every document takes: of the first sample, with 100 delegates."""
    from missionplanner.domain import records as r
    from missionplanner.domain.recipes import Line, Recipe
    from missionplanner.services import documents, missions, packs, samples
    from missionplanner.services.workspace import open_workspace

    with tempfile.TemporaryDirectory() as name:
        path = samples.open_sample(Path(name) / "sample.mplanner")
        with open_workspace(path) as ws:
            code = missions.listing(ws)[0].code
            plan = missions.plan(ws, code)
            with ws.edit("Delegates") as edit:
                for number in range(100 - len(plan.travellers)):
                    given, family = GIVEN[number % len(GIVEN)], f"{FAMILY[number % len(FAMILY)]} {number}"
                    own = edit.add(r.Person(given=given, family=family, languages=("it",)))
                    edit.add(r.Delegate(mission_id=plan.mission.id, person_id=own.id, position=100 + number))
            every = Recipe(lines=tuple(Line(kind=one.id) for one in documents.kinds()), calendars=True)
            started = time.process_time()
            report = packs.write(ws, code, every, Path(name) / "out")
            print(f"       the pack: {report.documents} documents, {report.pages} pages")
            return time.process_time() - started


def median(rounds: int, run: Callable[[], float]) -> float:
    return statistics.median(run() for _ in range(rounds))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args(arguments).rounds
    attendance(20)
    small, large = median(rounds, lambda: attendance(1000)), median(rounds, lambda: attendance(5000))
    bars = [
        ("800 badges, s", median(rounds, badges), 2.0),
        ("rooming list of 1,000, s", median(rounds, rooming), 0.5),
        ("sheet of 5,000 to sign, s", large, 2.0),
        ("the same, times five sheets of 1,000", large / (5 * small), LINEAR),
        ("pack of 100 delegates, all documents, s", median(1, pack), 20.0),
    ]
    for text, value, bar in bars:
        print(f"{'met   ' if value < bar else 'MISSED'} {text}: {value:.2f} (bar < {bar:g})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
