"""Say of every delegate and item whether and how one takes part in the other, and count it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.checks.speech import said
from missionplanner.domain.delegates import counting
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.delegates.taking_part import Part, Takers, takers
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.vocabulary import ItemRole, ItemStatus
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import EMPTY, Facts, Grid, Head, Look
from missionplanner.gui.matrix.lines import Key, Line
from missionplanner.gui.tokens import ICONS

LOOKS: dict[Part, Look] = {
    Part.EVERYONE: Look("check", "ok"),
    Part.GROUP: Look("users-round", "ok"),
    Part.NAMED: Look("user-check", "info"),
    Part.ROLE: Look("mic", "info"),
    Part.AWAY: Look("log-out", "quiet"),
    Part.EXCEPTED: Look("user-x", "warn"),
    Part.OUT: EMPTY,
}
WORDS: dict[Part, str] = {
    Part.EVERYONE: N_("takes part, as everyone"),
    Part.GROUP: N_("takes part, with the group"),
    Part.NAMED: N_("takes part, by name"),
    Part.ROLE: N_("has a role only"),
    Part.AWAY: N_("not there: away then, or travelling otherwise"),
    Part.EXCEPTED: N_("excepted"),
    Part.OUT: N_("does not take part"),
}
LEGEND: dict[Part, str] = {
    Part.EVERYONE: N_("As everyone"),
    Part.GROUP: N_("With the group"),
    Part.NAMED: N_("By name"),
    Part.EXCEPTED: N_("Excepted"),
    Part.ROLE: N_("A role only"),
    Part.AWAY: N_("Away"),
}
ROLES: dict[ItemRole, str] = {
    ItemRole.SPEAKER: N_("Speaker"),
    ItemRole.HOST_CONTACT: N_("Host contact"),
    ItemRole.MODERATOR: N_("Moderator"),
    ItemRole.INTERPRETER: N_("Interpreter"),
    ItemRole.GUIDE: N_("Guide"),
    ItemRole.ATTENDEE: N_("Attendee"),
    ItemRole.GUEST: N_("Guest"),
}
_NO_PERSON: Facts = Facts()


class MatrixModel(Grid):
    """Hold lines of delegates and the items of some days."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.plan: MissionPlan | None = None
        self.items: tuple[r.AgendaItem, ...] = ()
        self._attendees: Attendees | None = None
        self._takers: dict[UUID, Takers] = {}
        self._marks: dict[tuple[UUID, UUID], Finding] = {}
        self._heads: dict[UUID, Head] = {}
        self._looks: dict[tuple[int, int], Look] = {}
        self._members: dict[Key, tuple[frozenset[UUID], frozenset[UUID]]] = {}
        self._counts: Counter[UUID] = Counter()
        self._free: Counter[UUID] = Counter()
        self._counted = False

    # -- what is shown ----------------------------------------------------------------------------

    def show_plan(
        self, plan: MissionPlan, lines: Sequence[Line], items: Sequence[r.AgendaItem], findings: Iterable[Finding]
    ) -> None:
        """Show a mission as it is now."""
        self.plan, self.items = plan, tuple(items)
        self._attendees = Attendees(plan)
        self._takers, self._heads, self._looks, self._members, self._counted = {}, {}, {}, {}, False
        self._marks = marks(findings)
        self.show_grid(lines, [one.id for one in self.items])

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Mark who is in two places at once, or cannot be there."""
        found = marks(findings)
        if found.keys() != self._marks.keys():
            self._marks, self._looks = found, {}
            self.tell_all()

    @property
    def attendees(self) -> Attendees:
        assert self._attendees is not None
        return self._attendees

    def takers(self, place: int) -> Takers:
        """Return who takes part in the item of a column."""
        item = self.items[place]
        found = self._takers.get(item.id)
        if found is None:
            found = self._takers[item.id] = takers(self.attendees, item)
        return found

    def part(self, row: int, place: int) -> Part:
        """Return how the delegate of a line takes part in the item of a column."""
        delegate = self.lines[row].delegate
        return self.takers(place).part(delegate) if delegate is not None else Part.OUT

    def share(self, row: int, place: int) -> tuple[int, int]:
        """Return how many of a heading's members take part in an item, and how many members it has."""
        taking, line = self.takers(place), self.lines[row]
        if line.key not in self._members:
            people = frozenset(one.person_id for one in line.members if one.person_id is not None)
            self._members[line.key] = people, frozenset(one.id for one in line.members if one.person_id is None)
        people, places = self._members[line.key]
        return len(people & taking.audience & taking.there) + len(places & taking.places), len(line.members)

    # -- looks ------------------------------------------------------------------------------------

    def look(self, row: int, place: int) -> Look:
        found = self._looks.get((row, place))
        if found is None:
            found = self._looks[row, place] = self._look_of(row, place)
        return found

    def _look_of(self, row: int, place: int) -> Look:
        line = self.lines[row]
        if line.delegate is None:
            some, whole = self.share(row, place)
            tone = "quiet" if not some else "ok" if some == whole else "info"
            return Look("", tone, f"{some}/{whole}") if whole else EMPTY
        look = LOOKS[self.part(row, place)]
        if line.delegate.person_id is not None and (line.delegate.person_id, self.items[place].id) in self._marks:
            return Look(look.icon, "danger", look.text, mark=True)
        return look

    def head(self, place: int) -> Head:
        item = self.items[place]
        if item.id not in self._heads:
            self._heads[item.id] = self._head_of(item)
        return self._heads[item.id]

    def _head_of(self, item: r.AgendaItem) -> Head:
        assert self.plan is not None
        t, wording = self._ctx.t, self._ctx.wording
        title = item.title.best(t.language, self.plan.mission.languages)
        start = item_times(self.plan, item).start
        over = f"{start:%H:%M}" if start else wording.part(item.part_of_day) if item.part_of_day else ""
        band = wording.weekday(item.date) if item.date is not None else t("Not placed")
        status = wording.item_status(item.status) if item.status is ItemStatus.CANCELLED else ""
        spoken = ", ".join(filter(None, (title, band, over, wording.kind(item.kind), status)))
        colour = self._ctx.theme.tokens.tint(item.kind).bar
        return Head(title, over, status, ICONS[item.kind], colour, band, spoken)

    def facts(self, row: int) -> Facts:
        """Return in how many of the shown items a delegate takes part, and how many half days are free."""
        delegate = self.lines[row].delegate
        t = self._ctx.t
        if delegate is None:
            return Facts(t.plural("{count} person", "{count} people", len(self.lines[row].members)))
        if self.plan is None or not self.items:
            return _NO_PERSON
        self._count()
        own = self._counts[delegate.person_id or delegate.id]
        free = self._free[delegate.id]
        words = t.plural("{count} free half day", "{count} free half days", free) if free else ""
        return Facts(self._ctx.wording.items(own), words, "warn" if free else "")

    def _count(self) -> None:
        if not self._counted:
            days = tuple({one.date for one in self.items if one.date is not None})
            self._counts = counting.items_of(self.attendees, self.items)
            self._free = counting.free_halves(self.attendees, days)
            self._counted = True

    # -- words ------------------------------------------------------------------------------------

    def spoken(self, row: int, place: int) -> str:
        line, item = self.lines[row], self.items[place]
        if self.plan is None:
            return ""
        t = self._ctx.t
        title = item.title.best(t.language, self.plan.mission.languages)
        if line.delegate is None:
            some, whole = self.share(row, place)
            share = t("{some} of {whole} take part", some=some, whole=whole)
            return f"{line.name}, {title}: {share}"
        part = self.part(row, place)
        words = [t(WORDS[part]), *self._roles(line.delegate, item)]
        finding = self._marks.get((line.delegate.person_id or line.delegate.id, item.id))
        if finding is not None:
            words.append(said(finding, t, self._ctx.wording.plain_day, self.plan.mission.languages))
        return f"{line.name}, {title}: {'. '.join(words)}"

    def _roles(self, delegate: r.Delegate, item: r.AgendaItem) -> list[str]:
        assert self.plan is not None
        some = [one.role for one in self.plan.item_roles(item) if one.person_id == delegate.person_id]
        return [self._ctx.t(ROLES[one]) for one in some if one is not None]


def marks(findings: Iterable[Finding]) -> dict[tuple[UUID, UUID], Finding]:
    """Return the clashes nobody accepted that keep a person from an item."""
    found: dict[tuple[UUID, UUID], Finding] = {}
    for one in findings:
        if one.severity is Severity.CLASH and one.accepted is None:
            for person in one.people:
                for item in one.items:
                    found.setdefault((person, item), one)
    return found
