"""Write the populated file of the newest schema: ``python tests/data/golden/make.py``.

Once a schema is released its file is never written again; a later one gets a file of its own.
"""

from __future__ import annotations

import datetime as dt
import gzip
import random
import uuid
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:  # nothing of the program is loaded before ids and times are set
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import Record

HERE = Path(__file__).parent
NOW = dt.datetime(2025, 4, 1, 8, tzinfo=dt.UTC)


class Clock(dt.datetime):
    """Be a clock that goes on by a second whenever it is asked."""

    ticks = 0

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
        cls.ticks += 1
        return NOW + dt.timedelta(seconds=cls.ticks)


def make(target: Path) -> None:
    """Import both samples, edit, undo and issue, with ids and times that do not tell when it was made."""
    import sqlalchemy as sa

    from missionplanner.db.models.journal import WorkspaceFact
    from missionplanner.domain import records as r
    from missionplanner.services import exchange, history, missions, workspace
    from missionplanner.services.programme import agenda, templates

    with TemporaryDirectory() as folder, workspace.create(Path(folder) / "golden.mplanner") as ws:
        for sample in sorted((HERE.parents[2] / "resources" / "samples").glob("*.mission.json")):
            exchange.import_file(ws, sample)
        for one in missions.listing(ws):
            plan = missions.plan(ws, one.code)
            agenda.shift(ws, one.code, [item.id for item in plan.items[:3]], days=0, minutes=5)
            agenda.delete(ws, one.code, [plan.items[-1].id])
            history.undo(ws)
            with ws.edit("Issue", undoable=False) as edit:
                paper = r.IssuedDocument(
                    mission_id=one.id, kind="programme", language="it", version=1, issued_at=NOW, content_hash="0"
                )
                edit.add(paper)
                edit.add(r.IssuedBlock(mission_id=one.id, document_id=paper.id, key="day", content_hash="0"))
                edit.add(r.IssuedContent(mission_id=one.id, digest="0", content="{}"))
            with ws.edit("Accept") as edit:
                edit.add(r.Acceptance(mission_id=one.id, finding="f", facts="x", reason="y"))
                edit.add(r.CheckOption(mission_id=one.id, name="long_day", value="13"))
            templates.save(ws, one.code, [plan.items[0].id], "Visit")
            with ws.edit("More") as edit:
                edit.add_all(more(plan, missions.record(ws, one.code).budget[0].id))
                edit.add_all(later(plan))
        with ws.edit("Option") as edit:
            edit.add(r.CheckOption(name="long_day", value="12"))
            edit.add(r.SavedView(page="people", name="Press", content="{}"))
            edit.add(r.ImportMapping(signature="name;firm", kind="delegates", content="{}"))
            edit.add(r.DistinctPair(kind="person", one_id=uuid.UUID(int=1), other_id=uuid.UUID(int=2)))
        with ws.writing() as connection:
            connection.execute(sa.update(WorkspaceFact).values(value=NOW.isoformat()))
        ws.close()
        target.write_bytes(gzip.compress(ws.path.read_bytes(), mtime=0))


def more(plan: MissionPlan, line: uuid.UUID) -> Iterator[Record]:
    """Yield one of every kind that schema 3 brought."""
    from missionplanner.domain import records as r

    own: dict[str, Any] = {"mission_id": plan.mission.id}
    firm, place, delegate = plan.organisations[0].id, plan.places[0].id, plan.delegates[0]
    due = r.Requirement(**own, before_days=10)
    yield from (due, r.RequirementState(**own, requirement_id=due.id, delegate_id=delegate.id, note="n"))
    yield r.AccessEntry(**own, place_id=place, delegate_id=delegate.id)
    yield r.ItemOption(**own, item_id=plan.items[0].id, date=plan.mission.start)
    yield from (r.Journey(**own), r.Vehicle(**own, plate="0000 AAA", supplier_id=firm))
    yield r.PayerShare(**own, line_id=line, organisation_id=firm, percent=Decimal("33.3"))
    yield r.Quote(**own, line_id=line, supplier_id=firm, amount=Decimal("10.00"))
    yield r.Expense(**own, line_id=line, delegate_id=delegate.id, amount=Decimal("1.10"))
    yield r.ContactNote(**own, organisation_id=firm, person_id=delegate.person_id, text="Met")
    yield r.ValueChain(cluster_id=firm, code=plan.mission.code)


def later(plan: MissionPlan) -> Iterator[Record]:
    """Yield one of every kind that schema 5 brought."""
    from missionplanner.domain import records as r
    from missionplanner.domain.vocabulary import TemplateKind

    own: dict[str, Any] = {"mission_id": plan.mission.id}
    item, person, firm = plan.items[0].id, plan.people[0].id, plan.organisations[0].id
    table = r.SeatingTable(**own, item_id=item, name="Head", seats=8)
    yield from (table, r.Seat(**own, table_id=table.id, person_id=person, number=1))
    session = r.Matchmaking(**own, allow_repeats=True)
    yield session
    yield r.SessionInterpreter(**own, matchmaking_id=session.id, person_id=person, languages=("it",))
    pair: dict[str, Any] = {"matchmaking_id": session.id, "a_id": firm, "b_id": firm}
    first, second = (r.Meeting(**own, **pair, position=number) for number in (0, 1))
    order = r.MeetingOrder(**own, matchmaking_id=session.id, first_id=first.id, second_id=second.id)
    yield from (first, second, order)
    question = r.SurveyQuestion(**own)
    yield from (question, r.SurveyAnswer(**own, question_id=question.id, person_id=person, value="4"))
    yield r.Photo(**own, medium=f"media/{'0' * 64}.jpg", taken_at=NOW, item_id=item)
    yield r.FieldNote(**own, at=NOW, text="Rain", item_id=item, person_id=person)
    yield r.ContactMade(**own, person_id=person, by_id=person, item_id=item, date=plan.mission.start)
    yield r.Attendance(**own, item_id=item, person_id=person, arrived=dt.time(9, 5), substitute_id=person)
    yield r.Template(kind=TemplateKind.LETTER, name="Invitation", content="{}", language="it")


def main() -> None:
    """Write the file of the newest schema."""
    from missionplanner.db.header import SCHEMA

    chance = random.Random(1)
    ids = patch("uuid.uuid4", lambda: uuid.UUID(int=chance.getrandbits(128), version=4))
    with ids, patch("datetime.datetime", Clock):
        make(HERE / f"schema-{SCHEMA:04}.mplanner.gz")


if __name__ == "__main__":
    main()
