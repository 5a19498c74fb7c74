"""Say of every person and item whether they were there, as far as somebody noted it, and count it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.i18n import Translator
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.figures import Presence
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.programme.timing import item_times
from missionplanner.domain.results.attendance import ATTENDANCE, Entry, key_of, presence_of, sheet
from missionplanner.domain.text import folded
from missionplanner.domain.unchanged import unchanged
from missionplanner.domain.vocabulary import AttendanceState
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import EMPTY, Facts, Grid, Head, Look
from missionplanner.gui.matrix.lines import Line
from missionplanner.gui.tokens import ICONS

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKS: dict[AttendanceState | None, Look] = {
    AttendanceState.PRESENT: Look("check", "ok"),
    AttendanceState.LATE: Look("clock-alert", "warn"),
    AttendanceState.LEFT_EARLY: Look("log-out", "warn"),
    AttendanceState.ABSENT: Look("user-x", "danger"),
    AttendanceState.EXCUSED: Look("mail", "info"),
    AttendanceState.REPLACED: Look("repeat-2", "info"),
    AttendanceState.HOST_ABSENT: Look("ban", "danger"),
    None: Look("circle-dashed"),
}


@dataclass(frozen=True, slots=True)
class Beside(Line):
    """Be the line of somebody who signs without being a delegate: a host, a speaker, who came unexpected."""

    @property
    def heading(self) -> bool:
        return False


class AttendanceModel(Grid):
    """Hold lines of people and the items of some days."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.plan: MissionPlan | None = None
        self.items: tuple[r.AgendaItem, ...] = ()
        self.at = -1
        """The column whose numbers are told beside the names."""
        self._sheets: dict[UUID, dict[UUID, Entry]] = {}
        self._heads: dict[UUID, Head] = {}
        self._counts: dict[UUID, Presence] = {}
        self._attendees: Attendees | None = None
        self._read: Callable[[r.AgendaItem], tuple[Entry, ...]] | None = None

    def show_record(
        self, plan: MissionPlan, record: MissionRecord, lines: Sequence[Line], items: Sequence[r.AgendaItem]
    ) -> None:
        """Show who was there as it is noted now."""
        self.plan, self.items = plan, tuple(items)
        self._read = partial(sheet, self.attendees_of(plan), record)
        self._sheets, self._heads, self._counts = {}, {}, {}
        self.show_grid(lines, [one.id for one in self.items])

    def attendees_of(self, plan: MissionPlan) -> Attendees:
        """Return who is where in a plan; a tick changes nothing of it, so that it is not worked out anew."""
        if self._attendees is None or not unchanged(self._attendees.plan, plan):
            self._attendees = Attendees(plan)
        return self._attendees

    # -- who --------------------------------------------------------------------------------------

    def sheet_of(self, place: int) -> dict[UUID, Entry]:
        """Return the sheet of a column's item, by the person it is of, else the delegate."""
        item = self.items[place]
        if item.id not in self._sheets:
            found = self._read(item) if self._read is not None else ()
            self._sheets[item.id] = {one.key: one for one in found}
        return self._sheets[item.id]

    def entry(self, row: int, place: int) -> Entry | None:
        """Return the line of an item's sheet that a cell stands for; None for who is not expected there."""
        line = self.lines[row]
        key = self.key_of(line.delegate) if line.delegate is not None else line.key[1]
        return self.sheet_of(place).get(key) if key is not None and not line.heading else None

    def key_of(self, delegate: r.Delegate) -> UUID:
        """Return what sheets know a delegate by."""
        return key_of(self.plan, delegate) if self.plan is not None else delegate.id

    def presence(self, place: int, members: Iterable[r.Delegate] | None = None) -> Presence:
        """Count those of ours at a column's item, or these delegates alone."""
        item, own = self.items[place].id, self.sheet_of(place)
        if members is not None:
            return _counted(own[key] for one in members if (key := self.key_of(one)) in own)
        if item not in self._counts:
            self._counts[item] = _counted(own.values())
        return self._counts[item]

    # -- looks ------------------------------------------------------------------------------------

    def look(self, row: int, place: int) -> Look:
        line = self.lines[row]
        if line.heading:
            there = self.presence(place, line.members)
            if not there.expected:
                return EMPTY
            if not there.recorded:
                return Look("circle-dashed", "", str(there.expected))
            tone = "quiet" if there.unrecorded else "ok" if there.present == there.expected else "warn"
            return Look("", tone, f"{there.present}/{there.expected}")
        one = self.entry(row, place)
        if one is None:
            return EMPTY
        look = LOOKS[one.state]
        noted = one.noted
        at = noted.arrived or noted.left if noted is not None else None
        return Look(look.icon, look.tone, f"{at:%H:%M}") if at is not None else look

    def head(self, place: int) -> Head:
        item = self.items[place]
        if item.id not in self._heads:
            self._heads[item.id] = self._head_of(place, item)
        return self._heads[item.id]

    def _head_of(self, place: int, item: r.AgendaItem) -> Head:
        assert self.plan is not None
        t, wording = self._ctx.t, self._ctx.wording
        title = item.title.best(t.language, self.plan.mission.languages)
        start = item_times(self.plan, item).start
        over = f"{start:%H:%M}" if start else wording.part(item.part_of_day) if item.part_of_day else ""
        band = wording.weekday(item.date) if item.date is not None else t("Not placed")
        spoken = ", ".join(filter(None, (title, band, over, self.told(place))))
        colour = self._ctx.theme.tokens.tint(item.kind).bar
        return Head(title, over, "", ICONS[item.kind], colour, band, spoken)

    def facts(self, row: int) -> Facts:
        """Return the number of somebody on the sheet of the item one is at."""
        if self.at < 0 or self.at >= len(self.items) or self.lines[row].heading:
            return Facts()
        one = self.entry(row, self.at)
        number = one.number if one is not None else None
        return Facts(self._ctx.t("No. {number}", number=number) if number is not None else "")

    # -- words ------------------------------------------------------------------------------------

    def told(self, place: int) -> str:
        """Return how many were at a column's item, in words."""
        return told(self._ctx.t, self.presence(place))

    def spoken(self, row: int, place: int) -> str:
        line, t = self.lines[row], self._ctx.t
        if self.plan is None:
            return ""
        title = self.items[place].title.best(t.language, self.plan.mission.languages)
        if line.heading:
            return f"{line.name}, {title}: {told(t, self.presence(place, line.members))}"
        return f"{line.name}, {title}: {self.words(row, place)}"

    def words(self, row: int, place: int) -> str:
        """Return all that is noted of somebody at an item."""
        t, one = self._ctx.t, self.entry(row, place)
        if one is None:
            return t("not expected")
        state = t(ATTENDANCE[one.state]) if one.state is not None else t("Not recorded")
        noted, number = one.noted, one.number
        more = [state, t("number {number} of the sheet", number=number) if number is not None else ""]
        if noted is not None and self.plan is not None:
            more.append(t("came at {time}", time=f"{noted.arrived:%H:%M}") if noted.arrived else "")
            more.append(t("left at {time}", time=f"{noted.left:%H:%M}") if noted.left else "")
            instead = self.plan.label(noted.substitute_id)
            more.append(t("{name} came instead", name=instead) if instead else "")
            more.append(noted.note or "")
        return ", ".join(filter(None, more))


def _counted(entries: Iterable[Entry]) -> Presence:
    return sum((presence_of(one.state) for one in entries if one.ours), Presence())


def told(t: Translator, some: Presence) -> str:
    """Return a count in words: nobody is said to be absent who was not recorded."""
    parts = (
        t.plural("{count} present", "{count} present", some.present) if some.recorded else "",
        t.plural("{count} absent", "{count} absent", some.absent) if some.absent else "",
        t.plural("{count} excused", "{count} excused", some.excused) if some.excused else "",
        t.plural("{count} not recorded", "{count} not recorded", some.unrecorded) if some.unrecorded else "",
    )
    return ", ".join(filter(None, parts))


def besides(
    t: Translator, attendees: Attendees, record: MissionRecord, items: Iterable[r.AgendaItem], query: str
) -> list[Line]:
    """Return the lines of who signs for some of these items and is no delegate, under a heading of their own."""
    plan = attendees.plan
    ours = {one.person_id for one in plan.delegates}
    found: dict[UUID, Line] = {}
    words = folded(query).split()
    for item in items:
        for one in sheet(attendees, record, item):
            if one.person_id is None or one.person_id in ours or one.person_id in found:
                continue
            person = plan.person(one.person_id)
            owner = plan.organisation(person.organisation_id) if person is not None else None
            firm = (owner.name or owner.short or "") if owner is not None else ""
            name = plan.label(one.person_id)
            if all(word in folded(f"{name} {firm}") for word in words):
                found[one.person_id] = Beside(("person", one.person_id), name, firm)
    lines = sorted(found.values(), key=lambda one: folded(one.name))
    return [Line(("others", None), t("Others who sign")), *lines] if lines else []
