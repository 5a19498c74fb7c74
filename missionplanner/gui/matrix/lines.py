"""Line up the delegates for a grid: under their groups or organisations, only those somebody looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.plan import TRAVELLING, MissionPlan
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import DelegateStatus

Key = tuple[str, UUID | None]
_GONE = frozenset({DelegateStatus.DECLINED, DelegateStatus.WITHDRAWN, DelegateStatus.REPLACED})


class By(StrEnum):
    """What delegates are lined up by."""

    GROUP = "group"
    ORGANISATION = "organisation"
    NAME = "name"


WORDS: dict[By, str] = {By.GROUP: N_("By group"), By.ORGANISATION: N_("By organisation"), By.NAME: N_("By name")}


@dataclass(frozen=True, slots=True)
class Line:
    """Be one line: a delegate, or the heading of those below it.

    ``group_id`` is that of a heading which is a group, ``members`` are all who belong to a heading.
    """

    key: Key
    name: str
    detail: str = ""
    delegate: r.Delegate | None = None
    group_id: UUID | None = None
    members: tuple[r.Delegate, ...] = ()
    sought: str = ""

    @property
    def heading(self) -> bool:
        return self.delegate is None


def concerned(plan: MissionPlan) -> tuple[r.Delegate, ...]:
    """Return the delegates who come or may come, and those who do not but are told to take part in something."""
    told = {one.person_id for one in plan.audience_people if not one.excepted}
    return tuple(one for one in plan.delegates if one.status not in _GONE or one.person_id in told)


def lines_of(
    t: Translator, plan: MissionPlan, delegates: Iterable[r.Delegate], by: By, query: str = ""
) -> tuple[Line, ...]:
    """Return the lines of these delegates whose name, organisation or group has every word of a query."""
    words = folded(query).split()
    some = [one for each in delegates if _has((one := _line(t, plan, each)).sought, words)]
    if by is By.NAME:
        return tuple(sorted(some, key=lambda one: folded(one.name)))
    sections = _groups(t, plan) if by is By.GROUP else _organisations(t, plan, some)
    home: Callable[[Line], UUID | None] = (
        (lambda one: _first_group(plan, one)) if by is By.GROUP else (lambda one: _organisation_id(plan, one))
    )
    by_home: dict[UUID | None, list[Line]] = {}
    for one in some:
        by_home.setdefault(home(one), []).append(one)
    if set(by_home) == {None}:
        return tuple(some)
    return tuple(
        each for heading in sections if (below := by_home.get(heading.key[1])) for each in (heading, *below)
    )


def place_of(lines: Sequence[Line], key: Key) -> int:
    """Return where a line is, -1 where it is not."""
    return next((place for place, one in enumerate(lines) if one.key == key), -1)


def name_of(t: Translator, plan: MissionPlan, delegate: r.Delegate) -> str:
    """Return what to call a delegate; a place not yet named after its organisation, with its number there."""
    person = plan.person(delegate.person_id)
    if person is not None and not person.unnamed:
        return plan.label(person.id)
    owner = delegate.place_of_id or (person.organisation_id if person is not None else None)
    mates = [one.id for one in plan.delegates if not plan.is_named(one) and _owner(plan, one) == owner]
    organisation = plan.organisation(owner)
    name = (organisation.short or organisation.name or "") if organisation is not None else ""
    number = mates.index(delegate.id) + 1 if delegate.id in mates else 1
    return t("{name}, place {number}", name=name, number=number) if name else t("Place {number}", number=number)


def _line(t: Translator, plan: MissionPlan, delegate: r.Delegate) -> Line:
    organisation = plan.organisation(_owner(plan, delegate))
    firm = (organisation.name or organisation.short or "") if organisation is not None else ""
    name = name_of(t, plan, delegate)
    groups = " ".join(_title(plan, t, group) for group in plan.groups_of(delegate))
    detail = firm
    if not plan.is_named(delegate):
        detail = t("Not named yet")
    elif delegate.status not in TRAVELLING:
        detail = " · ".join(filter(None, (t("Not confirmed"), firm)))
    other = organisation.short or "" if organisation is not None else ""
    sought = folded(f"{name} {firm} {other} {groups}")
    return Line(("delegate", delegate.id), name, detail, delegate, sought=sought)


def _groups(t: Translator, plan: MissionPlan) -> list[Line]:
    inside: dict[UUID, set[UUID]] = {}
    for one in plan.delegate_groups:
        inside.setdefault(one.group_id, set()).add(one.delegate_id)
    found = []
    for group in plan.groups:
        own = inside.get(group.id, set())
        members = tuple(one for one in plan.travellers if one.id in own)
        found.append(Line(("group", group.id), _title(plan, t, group), group_id=group.id, members=members))
    rest = tuple(one for one in plan.travellers if not plan.of("delegate_groups", "delegate_id", one.id))
    return [*found, Line(("group", None), t("Without a group"), members=rest)]


def _organisations(t: Translator, plan: MissionPlan, some: Iterable[Line]) -> list[Line]:
    members: dict[UUID | None, list[r.Delegate]] = {}
    for one in plan.travellers:
        members.setdefault(_owner(plan, one), []).append(one)
    found = []
    for identity in dict.fromkeys(_organisation_id(plan, one) for one in some):
        organisation = plan.organisation(identity)
        name = (organisation.name or organisation.short or "") if organisation is not None else ""
        shown = name or t("Without an organisation")
        found.append(Line(("organisation", identity), shown, members=tuple(members.get(identity, ()))))
    return sorted(found, key=lambda one: (one.key[1] is None, folded(one.name)))


def _title(plan: MissionPlan, t: Translator, group: r.Group) -> str:
    return group.name.best(t.language, plan.mission.languages) if group.name else t("Group")


def _first_group(plan: MissionPlan, line: Line) -> UUID | None:
    own = {one.id for one in plan.groups_of(line.delegate)} if line.delegate is not None else set()
    return next((one.id for one in plan.groups if one.id in own), None)


def _organisation_id(plan: MissionPlan, line: Line) -> UUID | None:
    return _owner(plan, line.delegate) if line.delegate is not None else None


def _owner(plan: MissionPlan, delegate: r.Delegate) -> UUID | None:
    person = plan.person(delegate.person_id)
    return (person.organisation_id if person is not None else None) or delegate.place_of_id


def _has(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)
