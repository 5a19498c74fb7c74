"""Join parallel items for groups into one again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.logistics.transfers import around
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.day_order import renumbered_day
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.domain.programme.row_copy import anew, tables_anew

OWNED = ("item_hosts", "item_people", "audience_groups", "audience_people", "item_objectives", "pitches")
"""Parts of a plan that hang on an item and go with it."""

_KEPT = {"item_hosts": "organisation_id", "item_people": "person_id", "item_objectives": "objective_id"}


def rejoined(plan: MissionPlan, item_ids: Iterable[UUID]) -> Changes:
    """Make one item of parallel ones: the first in the programme stays, with the people of all.

    Hosts, people with a role, objectives, pitches and tables of the others move to it; transfers around the
    items that run at the same times are joined too, and vehicles nobody needs any more go. Where every group is
    in it, it is for everyone. Raises NotFound; Invalid for fewer than two items, for items of different days and
    for a locked one that would go.
    """
    chosen = set(item_ids)
    rows = [row for row in plan.items if row.id in chosen]
    if len(rows) < len(chosen):
        wanted(plan, next(one for one in chosen if plan.item(one) is None))
    if len(rows) < 2:
        raise Invalid(N_("Choose the items to join: two at least."), field="items")
    if len({row.date for row in rows}) > 1:
        raise Invalid(N_("Only items of one day can be joined."), field="items")
    for row in rows[1:]:
        if row.locked:
            title = row.title.best("", plan.mission.languages)
            raise Invalid(N_("“{title}” is locked. Unlock it to join it."), field="locked", title=title)
    changes = _joined(plan, rows)
    for transfers in _parallel_transfers(plan, rows):
        changes = changes.then(_joined(changes.on(plan), transfers))
    changes = changes.then(Changes(removed=_idle_legs(changes.on(plan), plan)))
    after = changes.on(plan)
    numbered = renumbered_day(after, rows[0].date)
    return changes.then(Changes(saved=tuple(row for row in numbered if row != after.item(row.id))))


def _joined(plan: MissionPlan, rows: Sequence[r.AgendaItem]) -> Changes:
    first, others = rows[0], rows[1:]
    gone = [one for row in others for part in OWNED for one in plan.of(part, "item_id", row.id)]
    tables = [one for row in others for one in plan.item_tables(row)]
    gone += [*tables, *(seat for one in tables for seat in plan.table_seats(one))]
    moved = list(_moved(plan, first, others))
    audience = _audience(plan, rows)
    old = (*plan.of("audience_groups", "item_id", first.id), *plan.of("audience_people", "item_id", first.id))
    fresh = {(type(one), _who(one)) for one in audience}
    stays = {(type(one), _who(one)) for one in old}
    removed = [one for one in old if (type(one), _who(one)) not in fresh]
    added = [one for one in audience if (type(one), _who(one)) not in stays]
    limited = bool(audience)
    saved = () if first.audience_limited == limited else (replace(first, audience_limited=limited),)
    return Changes(saved, (*added, *moved), (*removed, *gone, *others))


def _moved(plan: MissionPlan, first: r.AgendaItem, others: Sequence[r.AgendaItem]) -> Iterator[Any]:
    """Yield anew for the first what hangs on the others: nobody and no host twice, every pitch and table."""
    for part, field in _KEPT.items():
        own = plan.of(part, "item_id", first.id)
        present = {getattr(one, field) for one in own}
        place = max((one.position for one in own if hasattr(one, "position")), default=-1)
        for one in (one for row in others for one in plan.of(part, "item_id", row.id)):
            if getattr(one, field) not in present:
                present.add(getattr(one, field))
                place += 1
                position = {"position": place} if hasattr(one, "position") else {}
                yield replace(anew(one, first.id), **position)
    last = max((one.order for one in plan.item_pitches(first)), default=-1)
    pitches = (one for row in others for one in plan.item_pitches(row))
    for number, pitch in enumerate(pitches, last + 1):
        yield replace(anew(pitch, first.id), order=number)
    for row in others:
        yield from tables_anew(plan, row, first.id, True)


def _audience(plan: MissionPlan, rows: Sequence[r.AgendaItem]) -> list[r.Record]:
    """Return who the joined item is for; nothing where that is everyone."""
    first = rows[0]
    owner: dict[str, Any] = {"mission_id": first.mission_id, "item_id": first.id}
    together = frozenset[UUID]().union(*(plan.audience(row) for row in rows))
    groups = [group.id for group in plan.groups if any(group in plan.item_groups(row) for row in rows)]
    everyone = not all(row.audience_limited for row in rows) or len(groups) == len(plan.groups) > 0
    if everyone:
        nowhere = dict.fromkeys(
            one.person_id
            for row in rows
            for one in plan.of("audience_people", "item_id", row.id)
            if one.excepted and one.person_id not in together
        )
        people = [r.AudiencePerson(**owner, person_id=one, excepted=True) for one in nowhere]
        return [replace(one, position=number) for number, one in enumerate(people)]
    members = frozenset[UUID]().union(*(plan.group_members.get(one, frozenset()) for one in groups))
    named = dict.fromkeys(
        one.person_id for row in rows for one in plan.of("audience_people", "item_id", row.id) if not one.excepted
    )
    people = [r.AudiencePerson(**owner, person_id=one) for one in named if one not in members]
    people += [
        r.AudiencePerson(**owner, person_id=one, excepted=True) for one in sorted(members - together, key=str)
    ]
    return [
        *(r.AudienceGroup(**owner, group_id=one, position=number) for number, one in enumerate(groups)),
        *(replace(one, position=number) for number, one in enumerate(people)),
    ]


def _who(one: Any) -> tuple[Any, ...]:
    return (one.group_id,) if isinstance(one, r.AudienceGroup) else (one.person_id, one.excepted)


def _parallel_transfers(plan: MissionPlan, rows: Sequence[r.AgendaItem]) -> Iterator[list[r.AgendaItem]]:
    """Yield transfers at the same times, one for each of the items."""
    by_times: dict[tuple[Any, ...], list[r.AgendaItem]] = {}
    for row in rows:
        for one in around(plan, row):
            same = by_times.setdefault((one.kind, one.start, one.end, one.title), [])
            if one not in same:
                same.append(one)
    yield from (some for some in by_times.values() if len(some) == len(rows))


def _idle_legs(after: MissionPlan, before: MissionPlan) -> tuple[r.Record, ...]:
    """Return the legs whose rows are gone and that nobody is booked on."""
    used = {row.leg_id for row in after.items} | {one.leg_id for one in after.passengers}
    used |= {one for person in after.delegates for one in (person.arrival_id, person.departure_id)}
    lost = {row.leg_id for row in before.items} - used
    return tuple(leg for leg in after.legs if leg.id in lost)
