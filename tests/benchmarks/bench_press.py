"""Time the lists and packs of the press: the further bars of the issue about paper, in processor time.

    python tests/benchmarks/bench_press.py [--rounds 3]

A report of five days, 60 delegates and 40 photographs < 3 s, with reading them from the workspace.

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
    from missionplanner.domain.paper.recipes import Line, Recipe
    from missionplanner.services import missions, samples
    from missionplanner.services.paper import documents, packs
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


def report() -> float:
    """Return what the report for a funder takes: 60 delegates, 5 days of 8 items, 40 photographs."""
    from missionplanner.domain import records as r
    from missionplanner.domain.texts import Texts
    from missionplanner.domain.vocabulary import AttendanceState, ItemKind
    from missionplanner.services import media, missions
    from missionplanner.services.paper import documents
    from missionplanner.services.workspace import create

    with tempfile.TemporaryDirectory() as name, create(Path(name) / "w.mplanner") as ws:
        draft = missions.MissionDraft(
            title="Report", start=START, end=END, zone="Europe/Rome", code="R", language="it"
        )
        missions.create(ws, draft)
        mission = missions.find(ws, "R").id
        with ws.edit("All") as edit:
            own = [edit.add(r.Person(given=GIVEN[n % 11], family=f"{FAMILY[n % 9]} {n}")) for n in range(60)]
            for number, one in enumerate(own):
                edit.add(r.Delegate(mission_id=mission, person_id=one.id, position=number))
            for number in range(40):
                item = r.AgendaItem(
                    mission_id=mission,
                    kind=ItemKind.SITE_VISIT,
                    title=Texts.of(f"Visit {number} to a company"),
                    date=START + dt.timedelta(days=number // 8),
                    start=dt.time(8 + number % 8),
                    position=number,
                )
                edit.add(item)
                told = Texts.of("What was said there and what is to come of it. " * 4)
                edit.add(r.Outcome(mission_id=mission, item_id=item.id, held=True, summary=told, next_step=told))
                ticks = [
                    r.Attendance(
                        mission_id=mission, item_id=item.id, person_id=one.id, state=AttendanceState.PRESENT
                    )
                    for one in own
                ]
                edit.add_all(ticks)
                medium = media.store(edit, photograph(number), "jpg")
                caption = Texts.of(f"At visit {number}")
                edit.add(
                    r.Photo(mission_id=mission, medium=medium, caption=caption, item_id=item.id, cleared=True)
                )
        plan = missions.plan(ws, "R")
        orders = documents.orders_of(plan, documents.PrintRequest(kind="funder_report", language="it"))
        started = time.process_time()
        (done,) = documents.printed(ws, missions.plan(ws, "R"), orders)
        print(f"       the report: {done.pages} pages, {len(done.data) // 1000} kB")
        return time.process_time() - started


START, END = dt.date(2025, 5, 5), dt.date(2025, 5, 9)


def photograph(number: int) -> bytes:
    """Return a photograph as the workspace keeps them: 1,200 pixels, with the grain of a real one."""
    import io
    import random

    from PIL import Image

    noise = Image.frombytes("RGB", (300, 225), random.Random(number).randbytes(300 * 225 * 3))
    out = io.BytesIO()
    noise.resize((1200, 900)).save(out, "JPEG", quality=85)
    return out.getvalue()


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
        ("report of 5 days, 60 delegates, 40 photographs, s", median(rounds, report), 3.0),
        ("pack of 100 delegates, all documents, s", median(1, pack), 20.0),
    ]
    for text, value, bar in bars:
        print(f"{'met   ' if value < bar else 'MISSED'} {text}: {value:.2f} (bar < {bar:g})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
