"""What a step would do, as ghosts and in one line: moved, added, removed, for other people."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from missionplanner.base.i18n import translator
from missionplanner.domain.changes import Changes
from missionplanner.domain.programme.agenda import shifted
from missionplanner.domain.programme.lanes import toggled
from missionplanner.domain.programme.placing import Placing, duplicated, placed
from missionplanner.gui.agenda.foreseeing import foreseen
from missionplanner.gui.wording import Wording
from tests.factories import START, delegate, item, leg, plan, uid

ENGLISH = Wording(translator("en"))
PLAN = plan(
    delegate("Anna Neri", groups=["A"]),
    delegate("Bo Li", groups=["B"]),
    item("09:00", "10:00", "Visit"),
    item("11:00", "12:00", "Lunch"),
    item("14:00", "15:00", "Pitches"),
    leg("16:00", "16:30", "Coach"),
)
VISIT = uid("item:Visit")
NEXT = START + dt.timedelta(days=1)


def put(start: str, end: str, day: dt.date | None = START) -> Changes:
    return placed(PLAN, [Placing(VISIT, day, dt.time.fromisoformat(start), dt.time.fromisoformat(end))])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (put("09:30", "10:30"), "Moves 1 item: “Visit” 09:00–10:00 → 09:30–10:30"),
        (put("09:00", "10:30"), "New times: “Visit” 09:00–10:00 → 09:00–10:30"),
        (put("09:30", "10:30", NEXT), "Moves 1 item: “Visit” 09:00–10:00 → Tue 6 May 09:30–10:30"),
        (placed(PLAN, [Placing(VISIT, None, None)]), "Moves 1 item: “Visit” 09:00–10:00 → Not placed"),
        (duplicated(PLAN, [Placing(VISIT, NEXT, dt.time(8))]), "Adds “Visit” 08:00–09:00"),
        (toggled(PLAN, [VISIT], uid("group:B")), "“Visit”: 1 person instead of 2"),
        (Changes(removed=(PLAN.items[0],)), "Removes “Visit”"),
        (Changes(saved=(PLAN.delegates[0],)), ""),
        (Changes(saved=(replace(PLAN.legs[0], start=dt.time(15, 50)),)), "Coach: 16:00–16:30 → 15:50–16:30"),
    ],
)
def test_a_step_is_told_in_one_line(changes: Changes, words: str) -> None:
    assert foreseen(PLAN, changes, ENGLISH).words == words


def test_what_moves_lies_elsewhere_and_leaves_its_place() -> None:
    found = foreseen(PLAN, shifted(PLAN, [one.id for one in PLAN.items[:3]], minutes=30), ENGLISH)
    assert [(row.title, entry.start) for row, entry in found.ghosts] == [
        ("Visit", 570),
        ("Lunch", 690),
        ("Pitches", 870),
    ]
    assert found.moved == tuple(one.id for one in PLAN.items[:3])
    assert found.words.startswith("Moves 3 items: ")
    assert found.words.endswith(" and 1 more")


def test_what_stays_for_other_people_is_pointed_at() -> None:
    found = foreseen(PLAN, toggled(PLAN, [VISIT], uid("group:B")), ENGLISH)
    lanes = [entry.lanes for _, entry in found.ghosts]
    assert lanes == [(0,)], "it lies in one lane instead of two"
    alone = plan(delegate("Anna Neri"), delegate("Bo Li"), item("09:00", "10:00", "Visit", people=["Anna Neri"]))
    fewer = Changes(removed=alone.audience_people)
    assert foreseen(alone, fewer, ENGLISH).about == (VISIT,)
    assert foreseen(alone, fewer, ENGLISH).ghosts == ()
