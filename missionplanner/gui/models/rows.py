"""Say each item of a mission once: texts, lanes and marks that lists, tables and the board show."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.speech import said
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.retiming import is_locked
from missionplanner.domain.programme.timing import Times, item_times
from missionplanner.domain.vocabulary import ItemStatus, LegMode
from missionplanner.gui.tokens import ICONS
from missionplanner.gui.wording import Wording

UNSURE = (ItemStatus.IDEA, ItemStatus.REQUESTED, ItemStatus.TENTATIVE)
"""States of an item that may still not take place."""


class Column(IntEnum):
    """Be the columns of the agenda as a table."""

    TITLE = 0
    DAY = 1
    START = 2
    END = 3
    PLACE = 4
    HOSTS = 5
    GROUPS = 6
    STATUS = 7


TIMING = (Column.DAY, Column.START, Column.END)
"""Columns that a lock keeps as they are."""


@dataclass(frozen=True, slots=True)
class Row:
    """Be one item as views show it: all texts said, nothing left to look up.

    ``lanes`` are the groups it is for, in the mission's order: None is everyone, () people of no group.
    ``grouped`` tells that the groups are named in it, not only those of its people. ``chips`` are short names of
    the organisations that take part, ``problems`` what the checks say.
    """

    item: r.AgendaItem
    title: str
    start: str
    end: str
    facts: str
    icon: str
    status: str
    tone: str
    issues: int
    clash: bool
    spoken: str
    times: Times
    cells: tuple[str, ...] = ("",) * len(Column)
    lanes: tuple[UUID, ...] | None = None
    grouped: bool = False
    locked: bool = False
    chips: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def id(self) -> UUID:
        return self.item.id

    @property
    def faint(self) -> bool:
        """Tell whether the item will not take place."""
        return self.item.status is ItemStatus.CANCELLED

    @property
    def tentative(self) -> bool:
        """Tell whether the item may still not take place."""
        return self.item.status in UNSURE

    @property
    def place(self) -> str:
        return self.cells[Column.PLACE]


def rows_of(plan: MissionPlan, day: dt.date | None, findings: Iterable[Finding], wording: Wording) -> list[Row]:
    """Return the rows of a day, or of the shelf for None."""
    teller = _Teller(plan, findings, wording, dated=False)
    return [teller.row(item) for item in plan.items_on(day)]


def all_rows(plan: MissionPlan, findings: Iterable[Finding], wording: Wording) -> list[Row]:
    """Return the rows of a whole mission in the order of its programme; each tells its day aloud."""
    teller = _Teller(plan, findings, wording, dated=True)
    return [teller.row(item) for item in plan.items]


def rows_for(plan: MissionPlan, items: Iterable[r.AgendaItem], wording: Wording) -> list[Row]:
    """Return the rows of some items, whatever the checks say of them."""
    teller = _Teller(plan, (), wording, dated=True)
    return [teller.row(item) for item in items]


class _Teller:
    """Say the items of one plan; what many of them share is worked out once."""

    def __init__(self, plan: MissionPlan, findings: Iterable[Finding], wording: Wording, *, dated: bool) -> None:
        self._plan, self._wording, self._dated = plan, wording, dated
        open_ones = [one for one in findings if one.accepted is None and one.severity is not Severity.TO_DO]
        self._issues = Counter(item for one in open_ones for item in one.items)
        self._clashes = {item for one in open_ones if one.severity is Severity.CLASH for item in one.items}
        self._problems: dict[UUID, list[str]] = {}
        for one in open_ones:
            sentence = said(one, wording.t, wording.plain_day, plan.mission.languages)
            for item in one.items:
                self._problems.setdefault(item, []).append(sentence)
        self._days: dict[dt.date, tuple[str, str]] = {}
        self._chips: dict[frozenset[UUID], tuple[str, ...]] = {}
        self._lanes: dict[frozenset[UUID], tuple[UUID, ...] | None] = {}

    def row(self, item: r.AgendaItem) -> Row:
        plan, wording = self._plan, self._wording
        times = item_times(plan, item)
        start, end = _clocks(times, item, wording)
        title = item.title.best(wording.t.language, plan.mission.languages)
        place, audience = place_of(plan, item), audience_of(plan, item, wording)
        tone = "danger" if item.status is ItemStatus.CANCELLED else "quiet"
        lanes, grouped = self._lanes_of(item)
        state = wording.item_status(item.status)
        hosts = ", ".join(host.name or host.short or "" for host in plan.hosts(item))
        day = self._day(times.date)[0]
        locked = is_locked(plan, item)
        return Row(
            item=item,
            title=title,
            start=start,
            end=end,
            facts=wording.listed((place, audience)),
            icon=icon_of(plan, item),
            status="" if item.status is ItemStatus.CONFIRMED else state,
            tone=tone,
            issues=self._issues[item.id],
            clash=item.id in self._clashes,
            spoken=self._spoken(item, title, times, (start, end), (place, audience), locked),
            times=times,
            cells=(title, day, start, end, place, hosts, audience, state),
            lanes=lanes,
            grouped=grouped,
            locked=locked,
            chips=self._chips_of(plan.audience(item)),
            problems=tuple(self._problems.get(item.id, ())),
        )

    def _spoken(
        self,
        item: r.AgendaItem,
        title: str,
        times: Times,
        clocks: tuple[str, str],
        facts: tuple[str, str],
        locked: bool,
    ) -> str:
        wording, t, issues = self._wording, self._wording.t, self._issues[item.id]
        start, end = clocks
        return ", ".join(
            part
            for part in (
                wording.kind(item.kind),
                title,
                self._day(times.date)[1] if self._dated else "",
                f"{start}–{end}" if end else start,
                *facts,
                wording.item_status(item.status),
                t("locked") if locked else "",
                t.plural("{count} issue", "{count} issues", issues) if issues else "",
            )
            if part
        )

    def _day(self, day: dt.date | None) -> tuple[str, str]:
        """Return a day as a table shows it and as it is said; the shelf is where items have none."""
        if day is None:
            return "", self._wording.t("Not placed")
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = (self._wording.weekday(day), self._wording.plain_day(day))
        return found

    def _lanes_of(self, item: r.AgendaItem) -> tuple[tuple[UUID, ...] | None, bool]:
        plan = self._plan
        if not item.audience_limited or not plan.groups:
            return None, False
        groups = tuple(group.id for group in plan.item_groups(item))
        if groups:
            return groups, True
        people = plan.audience(item)
        if people not in self._lanes:
            self._lanes[people] = self._groups_with(people)
        return self._lanes[people], False

    def _groups_with(self, people: frozenset[UUID]) -> tuple[UUID, ...] | None:
        """Return the groups that people belong to; None where that is all of them."""
        members = self._plan.group_members
        found = tuple(group.id for group in self._plan.groups if not people.isdisjoint(members[group.id]))
        return None if not found or len(found) == len(self._plan.groups) else found

    def _chips_of(self, people: frozenset[UUID]) -> tuple[str, ...]:
        found = self._chips.get(people)
        if found is None:
            found = self._chips[people] = _short_names(self._plan, people)
        return found


def _short_names(plan: MissionPlan, people: frozenset[UUID]) -> tuple[str, ...]:
    """Return what to call those who take part in little room: their organisations, else their family names."""
    names: dict[str, None] = {}
    for delegate in plan.delegates:
        person = plan.person(delegate.person_id)
        if person is None or person.id not in people:
            continue
        organisation = plan.organisation(person.organisation_id)
        name = (organisation.short or organisation.name) if organisation is not None else person.family
        if name:
            names[name] = None
    return tuple(names)


def icon_of(plan: MissionPlan, item: r.AgendaItem) -> str:
    """Return the icon of an item: its kind's, but of a way on foot two feet."""
    leg = plan.leg(item.leg_id)
    if leg is not None and leg.mode is LegMode.ON_FOOT:
        return "footprints"
    return ICONS[item.kind]


def times_of(plan: MissionPlan, item: r.AgendaItem, wording: Wording) -> tuple[str, str]:
    """Return start and end as shown: wall times, the end with the days it is later."""
    return _clocks(item_times(plan, item), item, wording)


def _clocks(times: Times, item: r.AgendaItem, wording: Wording) -> tuple[str, str]:
    start = f"{times.start:%H:%M}" if times.start else ""
    end = f"{times.end:%H:%M}" if times.end else ""
    if end and times.date and times.end_date and times.end_date != times.date:
        end = f"{end} {(times.end_date - times.date).days:+d}"
    if not start and item.part_of_day is not None:
        start = wording.part(item.part_of_day)
    return start, end


def place_of(plan: MissionPlan, item: r.AgendaItem) -> str:
    """Return where an item is: its place with its city, else what was written, else from and to of its leg."""
    place = plan.place(item.place_id)
    if place is not None:
        city = item.city or place.city
        name = place.name or place.address or ""
        return f"{name}, {city}" if city and city.casefold() not in name.casefold() else name
    leg = plan.leg(item.leg_id)
    if leg is not None and not item.place_text:
        ends = (leg.origin or leg.origin_text, leg.destination or leg.destination_text)
        return " → ".join(end for end in ends if end)
    return item.place_text or item.city or ""


def audience_of(plan: MissionPlan, item: r.AgendaItem, wording: Wording) -> str:
    """Return whom an item is for: everyone, groups, or how many people."""
    t = wording.t
    if not item.audience_limited:
        return t("Everyone")
    groups = [
        group.name.best(t.language, plan.mission.languages)
        for group in plan.item_groups(item)
        if group.name is not None
    ]
    named = plan.of("audience_people", "item_id", item.id)
    if groups and not any(not one.excepted for one in named):
        return ", ".join(groups)
    return t.plural("{count} person", "{count} people", len(plan.audience(item)))
