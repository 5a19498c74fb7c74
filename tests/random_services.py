"""Do what people do to a workspace, at random: any service, any order, from a seed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import sessions
from missionplanner.domain.missions.mission_copy import Carry
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.packing import as_text, packed
from missionplanner.domain.programme.placing import Placing
from missionplanner.domain.programme.shifting import Scope, Shift
from missionplanner.domain.results.survey import Column, Role
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    AttendanceState,
    Interest,
    ItemKind,
    ItemStatus,
    MissionStatus,
    PartOfDay,
    QuestionKind,
)
from missionplanner.exchange.photos import Photo, Shot
from missionplanner.services import exchange, media, missions
from missionplanner.services.entries import in_each
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda, clipboard, grouping, shifting, templates
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.programme.clipboard import Target
from missionplanner.services.programme.grouping import Part
from missionplanner.services.results import (
    agreements,
    attendance,
    contacts_made,
    field_notes,
    follow_ups,
    live_day,
    outcomes,
    photos,
    survey,
)
from missionplanner.services.workspace import Receipt, Workspace
from tests.random_b2b import on_session

START = dt.date(2025, 5, 5)
ZONES = ("Europe/Madrid", "Asia/Tokyo", "America/New_York")
MOST_MISSIONS, MOST_ITEMS = 3, 14

Step = Callable[[], Receipt]


class RandomServices:
    """Call services of one workspace. The same seed on the same workspace does the same."""

    def __init__(self, ws: Workspace, seed: int, folder: Path) -> None:
        self.ws = ws
        self.seed = seed
        self.random = Random(seed)
        self.folder = folder
        self.count = 0
        self.refused = 0
        self._plans: dict[str, MissionPlan] = {}

    def step(self) -> Receipt | None:
        """Run one service; None where it refused, which people meet too."""
        self.count += 1
        try:
            return self._chosen()()
        except MissionPlannerError:
            self.refused += 1
            return None

    def _chosen(self) -> Step:
        codes = [one.code for one in missions.listing(self.ws)]
        if not codes or (len(codes) < MOST_MISSIONS and self.random.random() < 0.04):
            return self.random.choice((self._create, self._import))
        plan = self._plan(self.random.choice(codes))
        crowded = len(plan.items) > MOST_ITEMS
        if not plan.items:
            return lambda: self._add(plan)
        if len(codes) > MOST_MISSIONS or self.random.random() < 0.02:
            return lambda: missions.delete(self.ws, plan.mission.code)
        if self.random.random() < 0.12:
            return self._on_mission(plan, crowded)
        if plan.matchmaking and self.random.random() < 0.2:
            return on_session(self.ws, self.random.choice(sessions(plan)), self.random)
        if self.random.random() < 0.35:
            return self._arranged(plan, crowded)
        if self.random.random() < 0.2:
            return self.random.choice((self._held, self._noted))(plan)
        return self._on_agenda(plan, crowded)

    def _plan(self, code: str) -> MissionPlan:
        """Return a mission as it was a while ago: people, too, click on what is gone."""
        if code not in self._plans or self.random.random() < 0.3:
            self._plans[code] = missions.plan(self.ws, code)
        return self._plans[code]

    def _on_mission(self, plan: MissionPlan, crowded: bool) -> Step:
        code, day = plan.mission.code, self._day()
        if crowded:
            return lambda: missions.shift(self.ws, code, self.random.randint(-3, 3))
        return self.random.choice(
            (
                lambda: missions.change(self.ws, self._changed_mission(plan.mission)),
                lambda: missions.change(self.ws, replace(plan.mission, start=day, end=day + dt.timedelta(days=2))),
                lambda: missions.shift(self.ws, code, self.random.randint(-3, 3)),
                lambda: templates.new_mission(self.ws, self._draft(), "visits_b2b"),
                lambda: missions.copy(self.ws, code, f"COPY-{self.count}", day, self._carry()),
                self._import,
                lambda: self._import(update=True),
                lambda: self._issue(plan),
            )
        )

    def _arranged(self, plan: MissionPlan, crowded: bool) -> Step:
        """Return a step on lanes, places, groups, templates and the clipboard."""
        code, day = plan.mission.code, self._day()
        one, other = self.random.choice(plan.items), self.random.choice(plan.items)
        some = self.random.sample(plan.items, min(len(plan.items), 2))
        ids = [item.id for item in some]
        where = [self._placing(plan, item) for item in some]
        person = self.random.choice(plan.people).id if plan.people else one.id
        group = self.random.choice(plan.groups).id if plan.groups else one.id
        parts = [Part(people=(own.id,)) for own in plan.people[:1]] + [Part((own.id,)) for own in plan.groups[:1]]
        asked = Shift((one.id,), self.random.choice(list(Scope)), 35, absorb_gaps=self.random.random() < 0.5)
        steps: list[Step] = [
            lambda: agenda.place(self.ws, code, where, gesture=self._gesture()),
            lambda: shifting.apply(self.ws, code, asked),
            lambda: grouping.toggle_group(self.ws, code, ids, group),
            lambda: grouping.everyone(self.ws, code, ids),
            lambda: grouping.guest(self.ws, code, person, one.id, other.id),
            lambda: grouping.rejoin(self.ws, code, [item.id for item in plan.items_on(one.date)][:2]),
            lambda: templates.save(self.ws, code, ids, self._words()),
            lambda: templates.delete(self.ws, self._template()),
        ]
        if not crowded:
            text = as_text(packed(plan, ids))
            steps += [
                lambda: agenda.duplicate(self.ws, code, where, with_people=self.random.random() < 0.5),
                lambda: grouping.split(self.ws, code, one.id, parts),
                lambda: clipboard.paste(self.ws, code, text, Target(self.random.choice((day, None)))),
                lambda: clipboard.paste_after_last(self.ws, code, text, day),
                lambda: templates.apply(self.ws, code, self.random.choice(("visit", self._template())), day),
            ]
        return self.random.choice(steps)

    def _placing(self, plan: MissionPlan, item: r.AgendaItem) -> Placing:
        groups = tuple(one.id for one in plan.groups if self.random.random() < 0.5)
        day, time = self.random.choice((None, self._day(), self._day())), self._time()
        return Placing(
            item.id, day, self.random.choice((None, time, time)), groups=self.random.choice((None, groups))
        )

    def _template(self) -> UUID:
        own = [one.identity for one in templates.listing(self.ws) if isinstance(one.identity, UUID)]
        return self.random.choice(own) if own else UUID(int=1)

    def _on_agenda(self, plan: MissionPlan, crowded: bool) -> Step:
        code, one = plan.mission.code, self.random.choice(plan.items)
        some = [item.id for item in self.random.sample(plan.items, min(len(plan.items), 3))]
        steps: list[Step] = [
            lambda: agenda.change(self.ws, self._changed_item(one)),
            lambda: agenda.set_audience(self.ws, one.id, *self._audience(plan)),
            lambda: agenda.move(self.ws, one.id, self._day(), self._time(), gesture=self._gesture()),
            lambda: agenda.move(self.ws, one.id, None),
            lambda: agenda.resize(self.ws, one.id, self._time(), self._time(), gesture=self._gesture()),
            lambda: agenda.shift(self.ws, code, some, minutes=self.random.choice((-30, 5, 90))),
            lambda: agenda.shift(self.ws, code, some, days=1),
            lambda: agenda.delete(self.ws, code, some[: self.random.randint(1, 2)]),
        ]
        if not crowded:
            steps += [lambda: self._add(plan)] * 3
            steps.append(lambda: agenda.copy_day(self.ws, code, self._day(), self._day()))
        return self.random.choice(steps)

    def _held(self, plan: MissionPlan) -> Step:
        """Return a step on how a programme went: who was there, what was late, what came of it."""
        one, other = self.random.choice(plan.items), self.random.choice(plan.items)
        person = self.random.choice(plan.people).id if plan.people else one.id
        state = self.random.choice((None, *AttendanceState))
        number, time, minutes = self.random.randint(1, 5), self._time(), self.random.choice((5, 25, 90))
        field, value = self.random.choice(
            (("held", True), ("held", False), ("interest", Interest.HIGH), ("satisfaction", 4), ("why_not", "–"))
        )
        words = Said("it", self._words())
        return self.random.choice(
            (
                lambda: attendance.set_state(self.ws, one.id, [person], state),
                lambda: attendance.everybody(self.ws, one.id),
                lambda: attendance.tick(self.ws, one.id, [number], others=AttendanceState.ABSENT),
                lambda: attendance.change_cells(self.ws, one.id, in_each([person], "arrived", time)),
                lambda: attendance.change_cells(self.ws, one.id, in_each([person], "substitute_id", "Cy Bianchi")),
                lambda: outcomes.change_cells(self.ws, in_each([one.id, other.id], field, value)),
                lambda: outcomes.change_cells(self.ws, in_each([one.id], "next_step", words)),
                lambda: outcomes.delete(self.ws, [one.id]),
                lambda: live_day.held(self.ws, one.id, time, None),
                lambda: live_day.apply(self.ws, live_day.foresee(plan, one.id, minutes)),
            )
        )

    def _noted(self, plan: MissionPlan) -> Step:
        """Return a step on what follows a mission: next steps, agreements, contacts, notes, photos, the survey."""
        own, words, day = {"mission_id": plan.mission.id}, Said("it", self._words()), self._day()
        one, now = self.random.choice(plan.items).id, dt.datetime.combine(day, dt.time(9), dt.UTC)
        record = missions.record(self.ws, plan.mission.code)
        step, agreement, photo, met = (
            [each.id for each in some[:1]]
            for some in (record.followups, record.agreements, record.photos, record.contacts_made)
        )
        agreed = {"text": words, "parties": "Agency; Nuova", "value": Decimal(self.count)}
        shot = Shot(Photo(b"photo", "image/jpeg", 1, 1, f"{self.count % 3}"))
        contact = contacts_made.Met(family=self._words(), organisation="Agency", item_id=one)
        answers = survey.Answers((Column(0, "Voto", Role.QUESTION, QuestionKind.SCORE),), ((self.count % 5,),))
        return self.random.choice(
            (
                lambda: follow_ups.create_from(self.ws, {"text": words, "due": day, "about_item_id": one}, **own),
                lambda: follow_ups.make_reminders(self.ws, plan.mission.id),
                lambda: follow_ups.change_cells(self.ws, in_each(step, "owner_id", "Ada Rossi")),
                lambda: agreements.create_from(self.ws, agreed, **own),
                lambda: agreements.change_cells(self.ws, in_each(agreement, "parties", ("Agency",))),
                lambda: agreements.delete(self.ws, agreement),
                lambda: contacts_made.add(self.ws, plan.mission.id, contact),
                lambda: contacts_made.change_cells(self.ws, in_each(met, "interest", Interest.LOW)),
                lambda: field_notes.jot(self.ws, plan.mission.id, words.text, now, {"item_id": one}),
                lambda: self._photograph(plan),
                lambda: photos.keep_shot(self.ws, plan.mission.id, shot, now, one).receipt,
                lambda: photos.change_cells(self.ws, in_each(photo, "caption", words)),
                lambda: photos.arrange(self.ws, plan.mission.id, photo),
                lambda: photos.delete(self.ws, photo),
                lambda: survey.create_from(self.ws, {"text": words}, **own),
                lambda: survey.store(self.ws, plan.mission.id, answers).receipt,
            )
        )

    # -- steps ------------------------------------------------------------------------------------

    def _create(self) -> Receipt:
        return missions.create(self.ws, self._draft())

    def _draft(self) -> MissionDraft:
        return MissionDraft(title=self._words(), start=START, end=START, zone=self.random.choice(ZONES))

    def _import(self, *, update: bool = False) -> Receipt:
        path = self.folder / "random.mission.json"
        path.write_text(json.dumps(mission_file(self.random)), "utf-8")
        return exchange.import_file(self.ws, path, update=update).receipt

    def _add(self, plan: MissionPlan) -> Receipt:
        groups, people, _ = self._audience(plan)
        draft = ItemDraft(
            title=self._words(),
            kind=self.random.choice(list(ItemKind)),
            date=self.random.choice((None, self._day(), self._day())),
            start=self.random.choice((None, self._time())),
            part_of_day=self.random.choice((None, PartOfDay.MORNING)),
            place_id=self.random.choice((None, *(one.id for one in plan.places))),
            groups=groups,
            people=people or None,
            hosts=tuple(one.id for one in plan.organisations[:1]),
        )
        return agenda.add(self.ws, plan.mission.code, draft)

    def _photograph(self, plan: MissionPlan) -> Receipt:
        """Add a photo as ``photos.add`` does, without the process that reads a file: that takes long."""
        with self.ws.edit("Photo") as edit:
            name = media.store(edit, f"photo {self.count % 3}".encode(), "jpg")
            edit.add(r.Photo(mission_id=plan.mission.id, position=self.count, medium=name))
        return edit.receipt

    def _issue(self, plan: MissionPlan) -> Receipt:
        paper = r.IssuedDocument(
            mission_id=plan.mission.id,
            kind="programme",
            language="it",
            version=self.count,
            issued_at=dt.datetime(2025, 4, 1, tzinfo=dt.UTC),
            content_hash="0",
        )
        with self.ws.edit("Issue", undoable=False) as edit:
            edit.add(paper)
        return edit.receipt

    # -- values -----------------------------------------------------------------------------------

    def _day(self) -> dt.date:
        return START + dt.timedelta(days=self.random.randint(0, 3))

    def _time(self) -> dt.time:
        return dt.time(self.random.randint(7, 21), self.random.choice((0, 5, 30)))

    def _words(self) -> str:
        return self.random.choice(("Visita", "Müller & Söhne <GmbH>", "日本", "=1+1", "שלום")) + f" {self.count}"

    def _gesture(self) -> str | None:
        return self.random.choice((None, f"drag {self.seed}", f"nudge {self.seed}"))

    def _carry(self) -> Carry:
        return Carry(**{name: self.random.random() < 0.5 for name in Carry.__slots__})

    def _changed_mission(self, one: r.Mission) -> r.Mission:
        entries = list(one.title.entries)
        self.random.shuffle(entries)
        return self.random.choice(
            (
                replace(one, title=Texts(tuple(entries)), accent=None),
                replace(one, title=one.title.written("en", self._words())),
                replace(one, status=self.random.choice(list(MissionStatus)), languages=("it", "en")),
                replace(one, notes=self._words(), zone=self.random.choice(ZONES)),
            )
        )

    def _changed_item(self, one: r.AgendaItem) -> r.AgendaItem:
        return self.random.choice(
            (
                replace(one, title=one.title.written("en", self._words())),
                replace(one, status=self.random.choice(list(ItemStatus)), locked=self.random.random() < 0.1),
                replace(one, date=self._day(), start=self._time(), end=None, end_date=None),
                replace(one, text=Texts.of({"it": self._words()}), team_notes=self._words()),
            )
        )

    def _audience(self, plan: MissionPlan) -> tuple[tuple[UUID, ...] | None, tuple[UUID, ...], tuple[UUID, ...]]:
        groups = tuple(one.id for one in plan.groups if self.random.random() < 0.5)
        people = tuple(one.id for one in plan.people if self.random.random() < 0.3)
        return groups or None, people, tuple(one.id for one in plan.people[:1] if self.random.random() < 0.2)


def _delegation(random: Random) -> dict[str, Any]:
    return {
        "delegates": [
            {"id": "d1", "person": "p1", "groups": ["A"], "arrival": "l1", "document": {"number": "YA1234567"}},
            {"person": "p2", "diet": random.choice(("none", "vegan"))},
        ],
        "requirements": [
            {"kind": "nda", "item": "i2", "group": "A", "states": [{"delegate": "d1", "state": "asked"}]}
        ],
        "access": [{"place": "hall", "delegate": "d1", "state": random.choice(("sent", "cleared"))}],
    }


def _programme(random: Random) -> dict[str, Any]:
    return {
        "agenda": [
            {"id": "i1", "kind": "other", "title": "Flight", "date": "2025-05-05", "leg": "l1"},
            {
                "id": "i2",
                "kind": "other",
                "title": f"Talk {random.randint(1, 3)}",
                "date": "2025-05-06",
                "start": "09:00",
                "place": "hall",
                "people": [{"person": "p0", "role": "speaker"}],
                "audience": {"groups": ["A"]},
                "options": [{"date": "2025-05-06", "start": "10:00"}],
            },
        ],
        "journeys": [{"id": "j1", "name": "Out"}],
        "vehicles": [{"id": "v1", "name": "Coach", "capacity": 50, "supplier": "o1"}],
        "legs": [
            {
                "id": "l1",
                "journey": "j1",
                "vehicle": "v1",
                "mode": "flight",
                "date": "2025-05-05",
                "start": "06:40",
                "end": "10:55",
            }
        ],
        "matchmaking": [
            {
                "id": "m1",
                "item": "i2",
                "slots": [["2025-05-06", "09:00", "09:20"], ["2025-05-06", "09:30", "09:50"]],
                "tables": ["1"],
                "participants": [{"organisation": "o1", "people": ["p0"]}, {"organisation": "o2"}],
                "requests": [{"from": "o1", "to": "o2", "wish": random.choice(("must", "no_thanks"))}],
                "meetings": [{"id": "b1", "a": "o1", "b": "o2", "slot": 0, "table": "1", "state": "scheduled"}],
            }
        ],
    }


def mission_file(random: Random) -> dict[str, Any]:
    """Return a small mission as a file, with something sensitive in it, never twice quite the same."""
    number = random.randint(1, 2)
    people = [
        {"id": f"p{n}", "given": "Ada", "family": f"Rossi {n}", "email": f"ada{n}@example.org", "mobile": phone}
        for n, phone in enumerate(("+39 1", f"+39 {random.randint(2, 9)}", None))
    ]
    return {
        "format": "missionplanner/mission",
        "version": 2,
        "mission": {
            "code": f"FILE-{number}",
            "title": {"it": "Missione", "en": f"Mission {random.randint(1, 3)}"},
            "start": "2025-05-05",
            "end": "2025-05-07",
            "zone": "Europe/Madrid",
            "organisers": [{"organisation": "o1", "role": "promoter"}],
        },
        "organisations": [
            {"id": "o1", "name": "Agency", "country": "IT", "tags": ["host"]},
            {"id": "o2", "name": "Cluster", "country": "ES"},
        ],
        "people": people,
        "places": [{"id": "hall", "name": "Hall", "city": "Bilbao", "country": "ES", "organisation": "o1"}],
        "value_chains": [{"code": "robots", "cluster": "o1"}],
        "groups": [{"id": "A", "name": "A", "leader": "p0"}],
        **_delegation(random),
        "partners": [{"organisation": "o1", "contacts": ["p0"]}],
        **_programme(random),
        "stays": [{"hotel": "hall", "from": "2025-05-05", "to": "2025-05-07", "guests": ["p1"]}],
        "budget": [
            {
                "category": "travel",
                "planned": random.choice(("1200.00", "1200.50")),
                "payers": [{"organisation": "o1", "percent": "100"}],
                "quotes": [{"supplier": "o1", "amount": "1200.00"}],
            }
        ],
        "expenses": [{"amount": random.choice(("12.00", "12.50")), "delegate": "d1", "payer": "o1"}],
        "notes": [{"organisation": "o1", "person": "p0", "text": "Met", "promise": True}],
    }
