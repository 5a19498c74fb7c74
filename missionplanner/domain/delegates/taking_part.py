"""Say who takes part in what, and change it by person, by group or for all: the smallest change that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import wanted


class Part(StrEnum):
    """How somebody takes part in an item, or why not."""

    EVERYONE = "everyone"
    GROUP = "group"
    NAMED = "named"
    ROLE = "role"
    AWAY = "away"
    EXCEPTED = "excepted"
    OUT = "out"


IN = frozenset({Part.EVERYONE, Part.GROUP, Part.NAMED})
"""Parts of who an item is meant for and who can be there."""
_NOBODY = N_("Somebody has to take part.")


@dataclass(frozen=True, slots=True)
class Takers:
    """Be who takes part in one item, and by what.

    ``audience`` are the people it is meant for, ``there`` those who are at it, ``places`` the delegates it is
    meant for to whom nobody belongs yet.
    """

    item: r.AgendaItem
    for_all: bool
    audience: frozenset[UUID]
    there: frozenset[UUID]
    named: frozenset[UUID]
    excepted: frozenset[UUID]
    roles: frozenset[UUID]
    places: frozenset[UUID]

    def part(self, delegate: r.Delegate) -> Part:
        """Return how a delegate takes part."""
        who = delegate.person_id
        if who is None:
            return self._plain if delegate.id in self.places else Part.OUT
        if who in self.audience:
            if who not in self.there:
                return Part.AWAY
            return Part.NAMED if who in self.named else self._plain
        if who in self.roles:
            return Part.ROLE
        return Part.EXCEPTED if who in self.excepted else Part.OUT

    def meant(self, delegate: r.Delegate) -> bool:
        """Tell whether the item is meant for a delegate, away or not."""
        who = delegate.person_id
        return delegate.id in self.places if who is None else who in self.audience

    @property
    def _plain(self) -> Part:
        return Part.EVERYONE if self.for_all else Part.GROUP


def takers(attendees: Attendees, item: r.AgendaItem) -> Takers:
    """Return who takes part in an item."""
    plan = attendees.plan
    people = plan.of("audience_people", "item_id", item.id) if item.audience_limited else ()
    return Takers(
        item=item,
        for_all=is_for_all(plan, item),
        audience=plan.audience(item),
        there=attendees.named(attendees.at(item)),
        named=frozenset(one.person_id for one in people if not one.excepted),
        excepted=frozenset(one.person_id for one in people if one.excepted),
        roles=frozenset(one.person_id for one in plan.item_roles(item)),
        places=attendees.unnamed(item),
    )


def is_for_all(plan: MissionPlan, item: r.AgendaItem) -> bool:
    """Tell whether an item is for everyone, with or without exceptions."""
    if not item.audience_limited:
        return True
    people = plan.of("audience_people", "item_id", item.id)
    return bool(people) and all(one.excepted for one in people) and not _groups(plan, item)


def changed(plan: MissionPlan, item_id: UUID, people: Iterable[UUID], takes: bool) -> Changes:
    """Let people take part in an item, or not; nobody else is affected, and a role in it stays.

    Somebody comes in by losing an exception, else by name; goes by losing the name, else by an exception.
    Raises NotFound; Invalid where nobody would be left, or somebody who does not travel is to be among everyone.
    """
    item = wanted(plan, item_id)
    there = plan.audience(item)
    some = tuple(one for one in dict.fromkeys(people) if (one in there) is not takes)
    if not some:
        return Changes()
    if takes:
        return _put_in(plan, item, some)
    if not there.difference(some) and not Attendees(plan).unnamed(item):
        raise Invalid(_NOBODY, field="people")
    return _taken_out(plan, item, some)


def group_changed(plan: MissionPlan, item_id: UUID, group_id: UUID, takes: bool) -> Changes:
    """Let a whole group take part in an item, or not; people outside the group are not affected.

    Raises NotFound, and Invalid where nobody would be left.
    """
    item = wanted(plan, item_id)
    if plan.group(group_id) is None:
        raise NotFound(N_("This group is no longer there."))
    members = plan.group_members.get(group_id, frozenset())
    if takes:
        return _group_in(plan, item, group_id, members)
    return _checked(plan, item, _group_out(plan, item, group_id, members))


def for_everyone(plan: MissionPlan, item_id: UUID) -> Changes:
    """Make an item for everyone, without exceptions; who does not travel and is named stays, all by name then.

    Raises NotFound.
    """
    item = wanted(plan, item_id)
    if plan.audience(item) - plan.everyone:
        return changed(plan, item_id, sorted(plan.everyone), True)
    return _open(plan, item)


def in_groups(plan: MissionPlan, item_id: UUID) -> Changes:
    """Say the same audience of an item by its groups as far as they go, or as everyone; who comes is the same.

    Whoever joins late or leaves early stays named. What would take more words stays as it is. Raises NotFound.
    """
    item = wanted(plan, item_id)
    if is_for_all(plan, item) and not plan.of("audience_people", "item_id", item.id):
        return Changes()
    there = plan.audience(item)
    step = _open(plan, item) if there == plan.everyone else _as_groups(plan, item, there)
    after = step.on(plan)
    now = after.item(item.id)
    same = now is not None and after.audience(now) == there
    same = same and now is not None and Attendees(after).unnamed(now) == Attendees(plan).unnamed(item)
    shorter = _words(after, item) <= _words(plan, item)
    return step if same and shorter else Changes()


def without_person(plan: MissionPlan, item_id: UUID, delegates: Iterable[r.Delegate], takes: bool) -> list[UUID]:
    """Return which delegates need a person to stand for them before they can be let in or out by name."""
    places = Attendees(plan).unnamed(wanted(plan, item_id))
    return [one.id for one in delegates if one.person_id is None and (one.id in places) is not takes]


def places_to_part(plan: MissionPlan, item_id: UUID, group_id: UUID) -> list[UUID]:
    """Return the places of a group that would still take part once the group is taken out of an item."""
    item = wanted(plan, item_id)
    after = _group_out(plan, item, group_id, plan.group_members.get(group_id, frozenset())).on(plan)
    now = after.item(item_id)
    left = Attendees(after).unnamed(now) if now is not None else frozenset()
    own = {one.delegate_id for one in plan.of("delegate_groups", "group_id", group_id)}
    return [one.id for one in plan.delegates if one.id in own and one.id in left]


# -- steps on one item ---------------------------------------------------------------------------------


def _put_in(plan: MissionPlan, item: r.AgendaItem, some: tuple[UUID, ...]) -> Changes:
    people: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", item.id)
    freed = tuple(one for one in people if one.excepted and one.person_id in some)
    if is_for_all(plan, item):
        strange = [one for one in some if one not in plan.everyone]
        if strange:
            text = N_("“{title}” is for everyone who travels. {name} does not, until confirmed.")
            title = item.title.best("", plan.mission.languages)
            raise Invalid(text, field="people", title=title, name=plan.label(strange[0]))
        saved = (replace(item, audience_limited=False),) if len(freed) == len(people) else ()
        return Changes(saved, (), freed)
    members = _members(plan, _groups(plan, item))
    named = {one.person_id for one in people if not one.excepted}
    new = [one for one in some if one not in members and one not in named]
    return Changes((), _rows(item, new, people, excepted=False), freed)


def _taken_out(plan: MissionPlan, item: r.AgendaItem, some: tuple[UUID, ...]) -> Changes:
    people: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", item.id)
    if not item.audience_limited:  # what is left of an earlier audience would count again
        stale = (*_groups(plan, item), *people)
        saved = (replace(item, audience_limited=True),)
        return Changes(saved, _rows(item, some, (), excepted=True), stale)
    gone = tuple(one for one in people if not one.excepted and one.person_id in some)
    members = plan.everyone if is_for_all(plan, item) else _members(plan, _groups(plan, item))
    out = [one for one in some if one in members]
    return Changes((), _rows(item, out, people, excepted=True), gone)


def _group_in(plan: MissionPlan, item: r.AgendaItem, group_id: UUID, members: frozenset[UUID]) -> Changes:
    if is_for_all(plan, item):
        some = tuple(one for one in members if one not in plan.audience(item))
        return _put_in(plan, item, some) if some else Changes()
    people: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", item.id)
    own_days = _own_days(plan)
    told = (one for one in people if one.person_id in members)
    gone = tuple(one for one in told if one.excepted or one.person_id not in own_days)
    groups = _groups(plan, item)
    if any(one.group_id == group_id for one in groups):
        return Changes(removed=tuple(one for one in gone if one.excepted))
    last = max((one.position for one in groups), default=-1)
    new = r.AudienceGroup(mission_id=item.mission_id, item_id=item.id, group_id=group_id, position=last + 1)
    return Changes((), (new,), gone)


def _group_out(plan: MissionPlan, item: r.AgendaItem, group_id: UUID, members: frozenset[UUID]) -> Changes:
    groups = _groups(plan, item)
    if is_for_all(plan, item):
        others = tuple(one.id for one in plan.groups if one.id != group_id)
        return _for_others(plan, item, others, members) or _members_out(plan, item, members)
    own = tuple(one for one in groups if one.group_id == group_id)
    if not own:
        return _members_out(plan, item, members)
    people: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", item.id)
    left = _members(plan, [one for one in groups if one.group_id != group_id])
    gone = [one for one in people if one.person_id in members and not (one.excepted and one.person_id in left)]
    excepted = {one.person_id for one in people if one.excepted}
    out = [one for one in sorted(members & left) if one not in excepted]
    return Changes((), _rows(item, out, people, excepted=True), (*own, *gone))


def _members_out(plan: MissionPlan, item: r.AgendaItem, members: frozenset[UUID]) -> Changes:
    there = plan.audience(item)
    some = tuple(one for one in sorted(members) if one in there)
    return _taken_out(plan, item, some) if some else Changes()


def _for_others(
    plan: MissionPlan, item: r.AgendaItem, others: tuple[UUID, ...], members: frozenset[UUID]
) -> Changes | None:
    """Return an item for everyone as one for the other groups, None where that would not be the same people."""
    people: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", item.id)
    excepted = {one.person_id for one in people if one.excepted} if item.audience_limited else set()
    mine = frozenset().union(*(plan.group_members.get(one, frozenset()) for one in others))
    if not others or mine - excepted != plan.everyone - members - excepted or _outside(plan, others):
        return None
    stale = tuple(one for one in people if not item.audience_limited or one.person_id not in mine)
    new = tuple(
        r.AudienceGroup(mission_id=item.mission_id, item_id=item.id, group_id=one, position=number)
        for number, one in enumerate(others)
    )
    return Changes((replace(item, audience_limited=True),), new, (*_groups(plan, item), *stale))


def _outside(plan: MissionPlan, others: tuple[UUID, ...]) -> bool:
    """Tell whether a place not yet named would come or go, were everyone but a group told as the other groups."""
    grouped: dict[UUID, set[UUID]] = {}
    for one in plan.delegate_groups:
        grouped.setdefault(one.delegate_id, set()).add(one.group_id)
    places = [one.id for one in plan.travellers if one.person_id is None]
    left = [group.id for group in plan.groups if group.id not in others]
    for place in places:
        own = grouped.get(place, set())
        if own.isdisjoint(others) == own.isdisjoint(left):  # in none of the groups, or on both sides
            return True
    return False


def _words(plan: MissionPlan, item: r.AgendaItem) -> int:
    return len(_groups(plan, item)) + len(plan.of("audience_people", "item_id", item.id))


def _open(plan: MissionPlan, item: r.AgendaItem) -> Changes:
    saved = (replace(item, audience_limited=False),) if item.audience_limited else ()
    return Changes(saved, (), (*_groups(plan, item), *plan.of("audience_people", "item_id", item.id)))


def _as_groups(plan: MissionPlan, item: r.AgendaItem, there: frozenset[UUID]) -> Changes:
    people: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", item.id)
    present = {one.group_id: one for one in _groups(plan, item)}
    whole = [one.id for one in plan.groups if (some := plan.group_members.get(one.id)) and some <= there]
    own_days = _own_days(plan)
    inside = frozenset().union(*(plan.group_members[one] for one in whole))
    named = {one.person_id: one for one in people if not one.excepted}
    kept = {one for one in named if one not in inside or one in own_days}
    gone = (*(one for key, one in present.items() if key not in whole), *(o for o in people if o.excepted))
    more = tuple(one for key, one in named.items() if key not in kept)
    last = max((one.position for one in present.values()), default=-1)
    new = tuple(
        r.AudienceGroup(mission_id=item.mission_id, item_id=item.id, group_id=one, position=last + number)
        for number, one in enumerate((one for one in whole if one not in present), 1)
    )
    fresh = sorted(there - inside - named.keys())
    saved = () if item.audience_limited else (replace(item, audience_limited=True),)
    return Changes(saved, (*new, *_rows(item, fresh, people, excepted=False)), (*gone, *more))


def _checked(plan: MissionPlan, item: r.AgendaItem, step: Changes) -> Changes:
    """Return a step that leaves somebody in an item. Raises Invalid."""
    after = step.on(plan)
    now = after.item(item.id) or item
    # Without groups and names an item would be for everyone again, or for nobody.
    lost = is_for_all(after, now) and not is_for_all(plan, item)
    if lost or not (after.audience(now) or Attendees(after).unnamed(now)):
        raise Invalid(_NOBODY, field="people")
    return step


def _rows(
    item: r.AgendaItem, people: Collection[UUID], present: Iterable[r.AudiencePerson], *, excepted: bool
) -> tuple[r.AudiencePerson, ...]:
    first = max((one.position for one in present), default=-1) + 1
    return tuple(
        r.AudiencePerson(
            mission_id=item.mission_id, item_id=item.id, person_id=one, excepted=excepted, position=number
        )
        for number, one in enumerate(people, first)
    )


def _groups(plan: MissionPlan, item: r.AgendaItem) -> tuple[r.AudienceGroup, ...]:
    return plan.of("audience_groups", "item_id", item.id)


def _members(plan: MissionPlan, groups: Iterable[r.AudienceGroup]) -> frozenset[UUID]:
    return frozenset().union(*(plan.group_members.get(one.group_id, frozenset()) for one in groups))


def _own_days(plan: MissionPlan) -> frozenset[UUID]:
    """Return who joins late or leaves early: a name says that they are there all the same."""
    return frozenset(one.person_id for one in plan.travellers if one.person_id and (one.joins or one.leaves))
