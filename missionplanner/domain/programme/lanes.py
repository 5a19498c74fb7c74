"""Say which groups an item is for: its lanes on the board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.rescheduling import wanted


def for_groups(plan: MissionPlan, item: r.AgendaItem, groups: Iterable[UUID]) -> Changes:
    """Make an item for exactly these groups; none of them is everyone.

    Exceptions stay. People named one by one stay beside groups; everyone has them among it. Raises NotFound
    for a group that is gone.
    """
    chosen = tuple(dict.fromkeys(groups))
    return _limited_to(plan, item, chosen, for_all=not chosen)


def everyone(plan: MissionPlan, item_ids: Iterable[UUID]) -> Changes:
    """Make items for everyone; exceptions stay. Raises NotFound."""
    changes = Changes()
    for one in item_ids:
        changes = changes.then(for_groups(plan, wanted(plan, one), ()))
    return changes


def toggled(plan: MissionPlan, item_ids: Iterable[UUID], group_id: UUID) -> Changes:
    """Put a group into items, or take it out where all of them have it already.

    An item for everyone is then for the other groups; one for every group is for everyone. Raises NotFound;
    Invalid where an item would be left without anybody.
    """
    rows = {one: lanes_of(plan, wanted(plan, one)) for one in item_ids}
    out = all(group_id in groups for groups in rows.values())
    chosen = {
        one: tuple(group for group in groups if group != group_id)
        if out
        else tuple(dict.fromkeys((*groups, group_id)))
        for one, groups in rows.items()
    }
    for one, groups in chosen.items():
        if not groups and not any(not person.excepted for person in plan.of("audience_people", "item_id", one)):
            raise Invalid(N_("An item needs one group at least."), field="groups")
    changes = Changes()
    for one, groups in chosen.items():
        for_all = len(groups) == len(plan.groups)
        changes = changes.then(_limited_to(plan, wanted(plan, one), () if for_all else groups, for_all=for_all))
    return changes


def lanes_of(plan: MissionPlan, item: r.AgendaItem) -> tuple[UUID, ...]:
    """Return the groups whose lanes an item lies in: every group where it is for everyone."""
    named = tuple(group.id for group in plan.item_groups(item))
    people = plan.of("audience_people", "item_id", item.id)
    only_out = bool(people) and all(one.excepted for one in people)
    if not item.audience_limited or (not named and only_out):
        return tuple(group.id for group in plan.groups)
    return named


def _limited_to(plan: MissionPlan, item: r.AgendaItem, chosen: tuple[UUID, ...], *, for_all: bool) -> Changes:
    if any(plan.group(one) is None for one in chosen):
        raise NotFound(N_("This group is no longer there."))
    present: dict[UUID, r.AudienceGroup] = {
        one.group_id: one for one in plan.of("audience_groups", "item_id", item.id)
    }
    people: tuple[r.AudiencePerson, ...] = plan.of("audience_people", "item_id", item.id)
    among_all = tuple(one for one in people if for_all and not one.excepted)
    last = max((one.position for one in present.values()), default=-1)
    added = tuple(
        r.AudienceGroup(mission_id=item.mission_id, item_id=item.id, group_id=one, position=last + number)
        for number, one in enumerate((one for one in chosen if one not in present), 1)
    )
    removed = (*(one for key, one in present.items() if key not in chosen), *among_all)
    limited = not for_all or any(one.excepted for one in people)
    saved = () if limited == item.audience_limited else (replace(item, audience_limited=limited),)
    return Changes(saved, added, removed)
