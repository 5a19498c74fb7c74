"""Split an item into parallel ones for groups, join such items again, let a delegate be a guest elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.logistics.transfers import around
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import numbered, wanted
from missionplanner.domain.programme.row_copy import anew, copy_of
from missionplanner.domain.texts import Texts


@dataclass(frozen=True, slots=True)
class Part:
    """Be one of the parallel items to make: for these groups and people, under a title of its own if it has one.

    ``hosts`` None copies the hosts there are, ``place_id`` None the place.
    """

    groups: tuple[UUID, ...] = ()
    title: str = ""
    people: tuple[UUID, ...] = ()
    hosts: tuple[UUID, ...] | None = None
    place_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Be what a split changes, and what a planner has to know about it."""

    changes: Changes
    warnings: tuple[Message, ...] = ()


def parts_by_title(titles: Mapping[UUID, str]) -> tuple[Part, ...]:
    """Return the parts of a table of group and title: groups of one title go together."""
    groups: dict[str, list[UUID]] = {}
    for group, title in titles.items():
        groups.setdefault(title.strip(), []).append(group)
    return tuple(Part(tuple(some), title) for title, some in groups.items())


def split(
    plan: MissionPlan, item_id: UUID, parts: Sequence[Part], *, language: str = "", with_transfers: bool = True
) -> Split:
    """Make parallel items of one: the item itself is for the first part, copies for the others.

    Hosts, place, objectives and texts come along with each; people with a role and pitches go to the part
    their people are in, else stay with the first. With ``with_transfers`` the transfers right before and after
    are split alike, each with a vehicle of its own. ``language`` is that of the new titles. Raises NotFound;
    Invalid for fewer than two parts, an empty one and a group in two of them.
    """
    item = wanted(plan, item_id)
    _refuse_unclear(plan, parts)
    rows = (*around(plan, item), item) if with_transfers else (item,)
    changes = Changes()
    origins: dict[UUID, UUID | None] = {}
    for row in rows:
        own = parts if row is item else [replace(part, title="", hosts=None, place_id=None) for part in parts]
        made = list(_split_row(plan, row, own, language))
        origins |= {one.id: row.id for step in made for one in step.added if isinstance(one, r.AgendaItem)}
        for step in made:
            changes = changes.then(step)
    changes = numbered(plan, changes, origins)
    return Split(changes, tuple(_warnings(changes.on(plan), plan, (item_id, *origins), {row.id for row in rows})))


def guest(plan: MissionPlan, person_id: UUID, away_from: UUID, at: UUID) -> Changes:
    """Let a person be at an item instead of at another: excepted there, named here. The way back undoes it.

    Raises NotFound for an item that is gone.
    """
    return without(plan, wanted(plan, away_from), person_id).then(_with(plan, wanted(plan, at), person_id))


def guests_of(plan: MissionPlan, item: r.AgendaItem) -> tuple[tuple[r.Person, r.Group | None], ...]:
    """Return who is named into an item for groups without being of them, each with a group of theirs."""
    groups = {one.id for one in plan.item_groups(item)}
    found = []
    for one in plan.of("audience_people", "item_id", item.id):
        person, delegate = plan.person(one.person_id), plan.delegate_by_person.get(one.person_id)
        own = plan.groups_of(delegate) if delegate is not None else ()
        if person is not None and not one.excepted and groups and not groups & {group.id for group in own}:
            found.append((person, own[0] if own else None))
    return tuple(found)


def _refuse_unclear(plan: MissionPlan, parts: Sequence[Part]) -> None:
    if len(parts) < 2:
        raise Invalid(N_("Choose two parts at least to split an item into."), field="parts")
    if not all(part.groups or part.people for part in parts):
        raise Invalid(N_("Each part needs a group or a person."), field="parts")
    groups = [group for part in parts for group in part.groups]
    for one in groups:
        if groups.count(one) > 1:
            group = plan.group(one)
            name = group.name.best("", plan.mission.languages) if group and group.name else ""
            raise Invalid(N_("Group “{name}” is in two parts."), field="parts", name=name)


def _split_row(plan: MissionPlan, row: r.AgendaItem, parts: Sequence[Part], language: str) -> Iterator[Changes]:
    """Yield what each part takes of a row: the first the row itself, the others copies of it."""
    leg = plan.leg(row.leg_id)
    homes = _homes(plan, row, parts)
    yield Changes(removed=(*plan.of("audience_groups", "item_id", row.id), *_named(plan, row)))
    for number, part in enumerate(parts):
        mine = row if number == 0 else copy_of(plan, row, row.date)
        same = not part.title and part.hosts is None
        mine = replace(mine, status=row.status) if same else mine
        added: list[r.Record] = []
        if number and leg is not None:
            own = replace(leg, id=uuid4(), created_at=None, updated_at=None, booking=None)
            added.append(own)
            says = {name: getattr(row, name) for name in ("start", "end", "end_date", "zone", "end_zone")}
            mine = replace(mine, leg_id=own.id, **says)
        mine = replace(mine, audience_limited=True, place_id=part.place_id or mine.place_id)
        if part.title:
            mine = replace(mine, title=Texts.of({language: part.title} if language else part.title))
        children, gone = _children(plan, row, mine.id, part, [one for one in homes if homes[one] == number])
        saved = (mine,) if number == 0 else ()
        yield Changes(saved, (*added, *(() if saved else (mine,)), *_audience(mine, part), *children), tuple(gone))


def _named(plan: MissionPlan, row: r.AgendaItem) -> Iterator[r.AudiencePerson]:
    for one in plan.of("audience_people", "item_id", row.id):
        if not one.excepted:
            yield one


def _audience(item: r.AgendaItem, part: Part) -> Iterator[r.Record]:
    owner: dict[str, Any] = {"mission_id": item.mission_id, "item_id": item.id}
    for number, group in enumerate(part.groups):
        yield r.AudienceGroup(**owner, group_id=group, position=number)
    for number, person in enumerate(part.people):
        yield r.AudiencePerson(**owner, person_id=person, position=number)


def _homes(plan: MissionPlan, row: r.AgendaItem, parts: Sequence[Part]) -> dict[UUID, int]:
    """Return in which part each pitch and each person with a role is."""
    members = [
        frozenset(part.people).union(*(plan.group_members.get(one, frozenset()) for one in part.groups))
        for part in parts
    ]
    firms = [{person.organisation_id for one in some if (person := plan.person(one))} for some in members]
    homes: dict[UUID, int] = {}
    for pitch in plan.item_pitches(row):
        by_person = [n for n, some in enumerate(members) if pitch.person_id in some]
        by_firm = [n for n, some in enumerate(firms) if pitch.organisation_id and pitch.organisation_id in some]
        homes[pitch.id] = next(iter((*by_person, *by_firm)), 0)
    for role in plan.item_roles(row):
        homes[role.id] = next((n for n, some in enumerate(members) if role.person_id in some), 0)
    return homes


def _children(
    plan: MissionPlan, row: r.AgendaItem, owner: UUID, part: Part, at_home: Iterable[UUID]
) -> tuple[list[r.Record], list[r.Record]]:
    """Return what hangs on a part's item anew, and what goes from the row because it hangs elsewhere."""
    home = set(at_home)
    first = owner == row.id
    added: list[r.Record] = []
    gone: list[r.Record] = []
    hosts = plan.of("item_hosts", "item_id", row.id)
    if part.hosts is not None:
        gone += hosts if first else ()
        added += [
            r.ItemHost(mission_id=row.mission_id, item_id=owner, organisation_id=one, position=number)
            for number, one in enumerate(part.hosts)
        ]
    shared = ["item_objectives"] if part.hosts is not None else ["item_hosts", "item_objectives"]
    one: Any
    if not first:
        for name in shared:
            added += [anew(one, owner) for one in plan.of(name, "item_id", row.id)]
        added += [anew(one, owner) for one in plan.of("audience_people", "item_id", row.id) if one.excepted]
    for one in (*plan.item_pitches(row), *plan.item_roles(row)):
        if first and one.id not in home:
            gone.append(one)
        elif not first and one.id in home:
            added.append(anew(one, owner))
    return added, gone


def _warnings(
    after: MissionPlan, before: MissionPlan, made: Iterable[UUID], split_rows: set[UUID]
) -> Iterator[Message]:
    """Tell of parts with more people than their place or vehicle takes, and of who is in no part."""
    rows = [row for row in map(after.item, dict.fromkeys((*made, *split_rows))) if row is not None]
    languages = after.mission.languages
    for row in rows:
        count, place, leg = len(after.audience(row)), after.place(row.place_id), after.leg(row.leg_id)
        title = row.title.best("", languages)
        if place is not None and place.capacity is not None and place.capacity < count:
            text = N_("“{title}”: {count} people, but {place} takes {capacity}.")
            yield _message(text, title=title, count=count, place=place.name or "", capacity=place.capacity)
        if leg is not None and leg.capacity is not None and leg.capacity < count:
            text = N_("“{title}”: {count} people, but the vehicle has {capacity} seats.")
            yield _message(text, title=title, count=count, capacity=leg.capacity)
    there = frozenset[UUID]().union(*(after.audience(row) for row in rows))
    left = frozenset[UUID]().union(
        *(before.audience(row) for row in map(before.item, split_rows) if row is not None)
    )
    missing = sorted(label for one in left - there if (label := after.label(one)))
    if missing:
        yield _message(N_("In no part: {names}."), names=", ".join(missing))


def _message(text: str, **arguments: Any) -> Message:
    return Message.of(text, arguments)


def without(plan: MissionPlan, item: r.AgendaItem, person_id: UUID) -> Changes:
    """Take a person out of an item's audience; a role they have in it stays."""
    everybody = plan.of("audience_people", "item_id", item.id)
    rows = [one for one in everybody if one.person_id == person_id]
    named = tuple(one for one in rows if not one.excepted)
    alone = bool(named) and len(named) == sum(not one.excepted for one in everybody)
    if alone and not plan.of("audience_groups", "item_id", item.id):  # exceptions by themselves mean all others
        return Changes(removed=everybody)
    freed = Changes(removed=named)
    if any(one.excepted for one in rows) or person_id not in freed.on(plan).audience(item):
        return freed
    out = r.AudiencePerson(mission_id=item.mission_id, item_id=item.id, person_id=person_id, excepted=True)
    return freed.then(Changes((replace(item, audience_limited=True),), (out,)))


def _with(plan: MissionPlan, item: r.AgendaItem, person_id: UUID) -> Changes:
    """Put a person into an item's audience."""
    rows = plan.of("audience_people", "item_id", item.id)
    out = tuple(one for one in rows if one.person_id == person_id and one.excepted)
    nobody_left_out = not plan.of("audience_groups", "item_id", item.id) and len(out) == len(rows)
    if out and nobody_left_out:
        return Changes((replace(item, audience_limited=False),), (), out)
    freed = Changes(removed=out)
    if person_id in freed.on(plan).audience(item):
        return freed
    named = r.AudiencePerson(mission_id=item.mission_id, item_id=item.id, person_id=person_id)
    return freed.then(Changes(added=(named,)))
