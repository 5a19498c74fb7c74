"""Work out how the board would look after a step, and say it in one line: no Qt, nothing changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, leg_times
from missionplanner.gui.board.entries import Entry, entry_of
from missionplanner.gui.models.rows import Row, rows_for
from missionplanner.gui.wording import Wording

NAMED = 2
"""How many items the line names."""
MOST = 40
"""How many items are shown where they would be."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Be what a step would do. ``ghosts`` are items where they would lie, moved or new, by ``plan`` after it.

    ``moved`` are the items that would leave their place or go, ``about`` those that stay and are for others.
    """

    plan: MissionPlan
    ghosts: tuple[tuple[Row, Entry], ...] = ()
    moved: tuple[UUID, ...] = ()
    about: tuple[UUID, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Sides:
    """Be a plan before and after a step, with the words to tell of both."""

    before: MissionPlan
    after: MissionPlan
    wording: Wording

    def title(self, item: r.AgendaItem) -> str:
        return item.title.best(self.wording.t.language, self.after.mission.languages)


def foreseen(plan: MissionPlan, changes: Changes, wording: Wording) -> Foreseen:
    """Return what changes would do to a plan as its board shows it; without a word for what no item tells."""
    after = changes.on(plan)
    sides = _Sides(plan, after, wording)
    touched = _touched(plan, after, changes)
    old, new = _placed(plan, touched, wording), _placed(after, touched, wording)
    removed = [one for one in changes.removed if isinstance(one, r.AgendaItem)]
    moved = [one for one in new if one in old and _lies(new[one][1]) != _lies(old[one][1])]
    added = [one for one in new if one not in old]
    about = [one for one in new if one in old and one not in moved and _who(plan, one) != _who(after, one)]
    lines = [
        _said_moved(sides, [(old[one], new[one]) for one in moved]),
        _said_added(sides, [new[one] for one in added]),
        *(wording.t("Removes “{title}”", title=sides.title(one)) for one in removed[:NAMED]),
        *_said_legs(sides, changes),
        *(_said_company(sides, one) for one in (*about, *moved) if _who(plan, one) != _who(after, one)),
    ]
    return Foreseen(
        after,
        tuple(new[one] for one in (*moved, *added))[:MOST],
        (*moved, *(one.id for one in removed)),
        tuple(about),
        "  ·  ".join(line for line in lines if line),
    )


def _touched(plan: MissionPlan, after: MissionPlan, changes: Changes) -> list[UUID]:
    """Return the items a step may show at: saved, added, of a leg, or for other people."""
    every = (*changes.saved, *changes.added, *changes.removed)
    found: dict[UUID, None] = {one.id: None for one in every if isinstance(one, r.AgendaItem)}
    found |= {one.item_id: None for one in every if isinstance(one, r.AudienceGroup | r.AudiencePerson)}
    for leg in (one.id for one in every if isinstance(one, r.Leg)):
        found |= {row.id: None for both in (plan, after) for row in both.of("items", "leg_id", leg)}
    return list(found)


def _placed(plan: MissionPlan, ids: Iterable[UUID], wording: Wording) -> dict[UUID, tuple[Row, Entry]]:
    lanes = {group.id: number for number, group in enumerate(plan.groups)}
    there = [item for one in ids if (item := plan.item(one)) is not None]
    return {row.id: (row, entry_of(-1, row, plan, lanes)) for row in rows_for(plan, there, wording)}


def _lies(entry: Entry) -> tuple[object, ...]:
    return entry.date, entry.start, entry.end, entry.lanes


def _who(plan: MissionPlan, identity: UUID) -> frozenset[UUID]:
    item = plan.item(identity)
    return plan.audience(item) if item is not None else frozenset()


# -- in words ---------------------------------------------------------------------------------------------


def _said_moved(sides: _Sides, pairs: Sequence[tuple[tuple[Row, Entry], tuple[Row, Entry]]]) -> str:
    t = sides.wording.t
    timed = [(old[0], new[0]) for old, new in pairs if old[1].start != new[1].start or old[1].date != new[1].date]
    ending = [(old[0], new[0]) for old, new in pairs if (old[0], new[0]) not in timed and old[0].end != new[0].end]
    both = []
    if timed:
        what = _listed(sides, [_step(sides, old, new) for old, new in timed])
        both.append(t.plural("Moves {count} item: {what}", "Moves {count} items: {what}", len(timed), what=what))
    if ending:
        what = _listed(sides, [_step(sides, old, new) for old, new in ending])
        both.append(t("New times: {what}", what=what))
    return "  ·  ".join(both)


def _said_added(sides: _Sides, added: Sequence[tuple[Row, Entry]]) -> str:
    if not added:
        return ""
    parts = [f"“{row.title}” {_when(sides, row)}".strip() for row, _ in added]
    return sides.wording.t("Adds {what}", what=_listed(sides, parts))


def _said_legs(sides: _Sides, changes: Changes) -> Iterable[str]:
    """Tell of journeys that no item stands for: the board does not show them."""
    for leg in (one for one in changes.saved if isinstance(one, r.Leg)):
        old = sides.before.leg(leg.id)
        if old is None or sides.after.of("items", "leg_id", leg.id):
            continue
        ends = (leg.origin or leg.origin_text, leg.destination or leg.destination_text)
        name = leg.number or " → ".join(one for one in ends if one)
        before, now = _clocks(leg_times(sides.before, old)), _clocks(leg_times(sides.after, leg))
        if before != now:
            yield f"{name}: {before} → {now}" if name else f"{before} → {now}"


def _clocks(times: Times) -> str:
    return "–".join(f"{one:%H:%M}" for one in (times.start, times.end) if one is not None)


def _said_company(sides: _Sides, identity: UUID) -> str:
    item, t = sides.after.item(identity), sides.wording.t
    if item is None:
        return ""
    before, after = len(_who(sides.before, identity)), len(_who(sides.after, identity))
    if before == after:
        return t("“{title}” is for other people", title=sides.title(item))
    now = t.plural("{count} person", "{count} people", after)
    return t("“{title}”: {now} instead of {before}", title=sides.title(item), now=now, before=before)


def _step(sides: _Sides, old: Row, new: Row) -> str:
    """Return from when to when an item goes, with the day where it is another one."""
    day = sides.wording.weekday(new.times.date) + " " if new.times.date not in (None, old.times.date) else ""
    return f"“{new.title}” {_when(sides, old)} → {day}{_when(sides, new)}"


def _when(sides: _Sides, row: Row) -> str:
    if row.times.date is None:
        return sides.wording.t("Not placed")
    return f"{row.start}–{row.end}" if row.end else row.start or sides.wording.t("no clock time")


def _listed(sides: _Sides, parts: Sequence[str]) -> str:
    shown = ", ".join(parts[:NAMED])
    more = len(parts) - NAMED
    return sides.wording.t("{titles} and {count} more", titles=shown, count=more) if more > 0 else shown
