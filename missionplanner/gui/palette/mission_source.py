"""List what the open mission holds: its items, people, organisations and places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.domain.naming import KINDS
from missionplanner.gui.context import Context
from missionplanner.gui.palette.entries import Entry, Group, in_both

if TYPE_CHECKING:
    from missionplanner.domain import records as r
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.texts import Texts
    from missionplanner.gui.wording import Wording

Wanted = Callable[[UUID], object]

OF_THE_MISSION = 40
"""How far what belongs to the open mission is lifted above the rest of the directory."""


class MissionSource:
    """List everything of the open mission; read anew when the mission is another one."""

    def __init__(self, item: Wanted, person: Wanted, organisation: Wanted, place: Wanted) -> None:
        self._item, self._person, self._organisation, self._place = item, person, organisation, place
        self._plan: MissionPlan | None = None
        self._made: list[Entry] = []

    def entries(self, ctx: Context) -> list[Entry]:
        """Return items in the order of the agenda, then people, organisations and places."""
        plan = ctx.mission.plan
        if plan is None:
            self._made = [] if self._plan is not None else self._made
        elif plan is not self._plan:
            self._made = [
                *items(plan, ctx.wording, self._item),
                *people(plan, plan.people, self._person),
                *organisations(plan, ctx.wording, self._organisation),
                *places(plan, self._place),
            ]
        self._plan = plan
        return self._made


def items(plan: MissionPlan, wording: Wording, wanted: Wanted) -> Iterable[Entry]:
    """Give the items of a mission, found by title in every language, kind and place."""
    from missionplanner.gui.models.agenda import icon_of, place_of

    kinds = {kind: in_both(text) for kind, text in KINDS.items()}
    days = {day: wording.weekday(day) for day in plan.days}
    for item in plan.items:
        title = item.title.best(wording.t.language, plan.mission.languages) or wording.kind(item.kind)
        when = days.get(item.date, "") if item.date is not None else wording.t("Not placed")
        time = item.start.strftime("%H:%M") if item.start is not None else ""
        yield Entry(
            key=f"item:{item.id}",
            group=Group.ITEMS,
            title=title,
            hint=f"{when} {time}".strip(),
            icon=icon_of(plan, item),
            words=(*said(item.title), *kinds[item.kind], place_of(plan, item)),
            run=partial(wanted, item.id),
        )


def people(plan: MissionPlan, some: Iterable[r.Person], wanted: Wanted) -> Iterable[Entry]:
    """Give people of a mission, found by name either way round."""
    for one in some:
        name = one.full_name or one.native_name or ""
        if name:
            organisation = plan.organisation(one.organisation_id)
            turned = " ".join(part for part in (one.family, one.given) if part)
            yield Entry(
                key=f"person:{one.id}",
                group=Group.PEOPLE,
                title=name,
                hint=(organisation.name or organisation.short or "") if organisation is not None else "",
                icon="user",
                words=(turned, one.native_name or ""),
                run=partial(wanted, one.id),
                boost=OF_THE_MISSION,
            )


def organisations(plan: MissionPlan, wording: Wording, wanted: Wanted) -> Iterable[Entry]:
    """Give the organisations of a mission with how many items they host."""
    for one in plan.organisations:
        name = one.name or one.short or ""
        if name:
            hosted = len(plan.of("item_hosts", "organisation_id", one.id))
            yield Entry(
                key=f"organisation:{one.id}",
                group=Group.ORGANISATIONS,
                title=name,
                hint=wording.items(hosted) if hosted else one.city or "",
                icon="building-2",
                words=(one.short or "", one.native_name or ""),
                run=partial(wanted, one.id),
                boost=OF_THE_MISSION,
            )


def places(plan: MissionPlan, wanted: Wanted) -> Iterable[Entry]:
    """Give the places of a mission, found by name and address."""
    for one in plan.places:
        name = one.name or one.address or ""
        if name:
            yield Entry(
                key=f"place:{one.id}",
                group=Group.PLACES,
                title=name,
                hint=one.city or "",
                icon="map-pin",
                words=(one.address or "",),
                run=partial(wanted, one.id),
                boost=OF_THE_MISSION,
            )


def groups(plan: MissionPlan, wording: Wording, wanted: Wanted) -> Iterable[Entry]:
    """Give the groups of a mission with how many people each has."""
    for one in plan.groups:
        name = one.name.best(wording.t.language, plan.mission.languages) if one.name is not None else ""
        if name:
            count = len(plan.group_members.get(one.id, ()))
            yield Entry(
                key=f"group:{one.id}",
                group=Group.PEOPLE,
                title=name,
                hint=wording.t.plural("{count} person", "{count} people", count),
                icon="users",
                words=said(one.name),
                run=partial(wanted, one.id),
            )


def said(text: Texts | None) -> tuple[str, ...]:
    """Return a text in every language it was written in."""
    return tuple(one for _language, one in text.entries) if text is not None else ()
