"""Carry out what people do on the agenda: each gesture one edit, told with its way back."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from missionplanner.domain import records as r
from missionplanner.domain.placing import Placing, after_themselves, placing_of
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.gui.context import Context
from missionplanner.gui.models.rows import times_of

if TYPE_CHECKING:
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.services.workspace import Receipt, Workspace

ONE_GESTURE = 0.8
"""Seconds within which nudges of the same items are one step of the history."""
REMEMBERED = 200
"""How many steps know what was chosen and where one looked before them."""
USUAL = dt.timedelta(hours=1)
"""How long a new item is."""


class AgendaEdits(QObject):
    """Edit through the services on behalf of the agenda page. ``edited`` carries every receipt."""

    edited = Signal(object)

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._views: dict[int, object] = {}
        self._gesture, self._nudged_at = "", 0.0
        self._nudged: tuple[UUID, ...] = ()
        self._before_gesture: object = None

    @property
    def plan(self) -> MissionPlan | None:
        return self._ctx.mission.plan

    # -- every edit goes through here -------------------------------------------------------------

    def run(
        self,
        edit: Callable[[Workspace], Receipt],
        *,
        choose: Sequence[UUID] | None = None,
        before: object = None,
    ) -> Receipt | None:
        """Run an edit, show what came of it, remember how things looked before for its undo.

        ``choose`` are the items selected afterwards; without it those the edit added, or the same as before.
        """
        view = before if before is not None else self._page.view()
        receipt = self._ctx.run_edit(edit)
        return receipt if receipt is None else self.keep(receipt, view, choose)

    def keep(self, receipt: Receipt, view: object, choose: Sequence[UUID] | None = None) -> Receipt:
        """Show what an edit did, and remember ``view`` for its undo."""
        if receipt.changeset is None:
            return receipt
        self._views[receipt.changeset] = view
        for old in list(self._views)[: max(0, len(self._views) - REMEMBERED)]:
            del self._views[old]
        self._ctx.mission.reread()
        added = [identity for table, identity in receipt.added if table == "agenda_item"]
        wanted = list(choose) if choose is not None else added
        if wanted:
            self._page.show_items(wanted)
        self.edited.emit(receipt)
        return receipt

    def view_before(self, step: int) -> object:
        """Return how the page looked before a step, None where that is not known."""
        return self._views.get(step)

    # -- placing ----------------------------------------------------------------------------------

    def place(self, placings: Sequence[Placing], *, gesture: str | None = None, before: object = None) -> None:
        """Put items where a drag, a key or a form wants them."""
        from missionplanner.services import agenda

        code, ids = self._ctx.mission.code, [one.item_id for one in placings]
        if not ids:
            return
        receipt = self.run(lambda ws: agenda.place(ws, code, placings, gesture=gesture), choose=ids, before=before)
        if receipt is not None and receipt.changeset is None:
            self._say_why_not(ids)
        elif receipt is not None:
            self._announce(ids[0])

    def copy_to(self, placings: Sequence[Placing]) -> None:
        """Put copies of items where a drag wants them."""
        from missionplanner.services import agenda

        code = self._ctx.mission.code
        self.run(lambda ws: agenda.duplicate(ws, code, placings))

    def duplicate(self) -> None:
        """Put copies of the chosen items after themselves."""
        if self.plan is not None and self._page.chosen():
            self.copy_to(after_themselves(self.plan, self._page.chosen()))

    def nudge(self, minutes: int) -> None:
        """Move the chosen items earlier or later."""
        self._nudge(lambda plan, item: _moved(placing_of(plan, item), minutes))

    def lengthen(self, minutes: int) -> None:
        """Let the chosen items end later or earlier."""
        self._nudge(lambda plan, item: _lengthened(placing_of(plan, item), minutes))

    def move_days(self, days: int) -> None:
        """Move the chosen items by days, within the mission's."""
        self._nudge(lambda plan, item: _on_other_day(plan, placing_of(plan, item), days))

    def toggle_group(self, number: int) -> None:
        """Let the chosen items be for the group of this number too, or no longer. 0 is everyone."""
        plan = self.plan
        if plan is None or number > len(plan.groups):
            return
        group = plan.groups[number - 1].id if number else None
        self.place([_for_group(plan, item, group) for item in self._items()])

    def _nudge(self, moved: Callable[[MissionPlan, r.AgendaItem], Placing | None]) -> None:
        plan, items = self.plan, self._items()
        if plan is None or not items:
            return
        ids, now = tuple(item.id for item in items), time.monotonic()
        if ids != self._nudged or now - self._nudged_at > ONE_GESTURE:
            self._gesture, self._nudged, self._before_gesture = uuid4().hex, ids, self._page.view()
        self._nudged_at = now
        placings = [one for item in items if (one := moved(plan, item)) is not None]
        if placings:
            self.place(placings, gesture=self._gesture, before=self._before_gesture)
        else:
            self._say_why_not(list(ids))

    # -- adding, changing, deleting ---------------------------------------------------------------

    def add(self, placing: Placing | None = None, kind: ItemKind = ItemKind.SITE_VISIT) -> None:
        """Add an item where a drag has drawn it, or at the next free gap, and ask for its title in place."""
        from missionplanner.services import agenda

        plan = self.plan
        if plan is None:
            return
        where = placing or self._page.next_gap(USUAL)
        languages = plan.mission.languages
        draft = agenda.ItemDraft(
            title=self._ctx.t("New item"),
            kind=kind,
            date=where.date,
            start=where.start,
            end=where.end,
            groups=where.groups or None,
            status=ItemStatus.TENTATIVE,
            language=languages[0] if languages else self._ctx.t.language,
        )
        if self.run(lambda ws: agenda.add(ws, plan.mission.code, draft)) is not None:
            self._page.edit_title()

    def rename(self, identity: UUID, text: str) -> None:
        """Give an item another title in the language it was shown in."""
        from missionplanner.services import agenda_fields

        plan = self.plan
        item = plan.item(identity) if plan is not None else None
        if plan is None or item is None:
            return
        shown = self._title(item)
        usual = plan.mission.languages[0] if plan.mission.languages else self._ctx.t.language
        code = next((code for code, own in item.title.entries if own == shown), usual)
        said = {"title": agenda_fields.Said(code, text)}
        self.run(lambda ws: agenda_fields.change_many(ws, plan.mission.code, [identity], said), choose=[identity])

    def delete(self) -> None:
        """Delete the chosen items and offer the way back."""
        from missionplanner.services import agenda

        ids, items, code = self._page.chosen(), self._items(), self._ctx.mission.code
        if not ids or self.run(lambda ws: agenda.delete(ws, code, ids)) is None:
            return
        t = self._ctx.t
        one = t("“{title}” deleted.", title=self._title(items[0]))
        many = t.plural("{count} item deleted.", "{count} items deleted.", len(items))
        self._ctx.told_with_undo(one if len(items) == 1 else many)

    def lock(self) -> None:
        """Hold day and time of the chosen items; let them go where all are held."""
        from missionplanner.services import agenda_fields

        ids, code = self._page.chosen(), self._ctx.mission.code
        held = not all(item.locked for item in self._items())
        if self.run(lambda ws: agenda_fields.change_many(ws, code, ids, {"locked": held}), choose=ids):
            t = self._ctx.t
            self._ctx.told_with_undo(t("Day and time are held.") if held else t("Day and time can change again."))

    # -- words ------------------------------------------------------------------------------------

    def _items(self) -> list[r.AgendaItem]:
        plan = self.plan
        return [item for one in self._page.chosen() if plan is not None and (item := plan.item(one)) is not None]

    def _title(self, item: r.AgendaItem) -> str:
        languages = self.plan.mission.languages if self.plan is not None else ()
        return item.title.best(self._ctx.t.language, languages)

    def _say_why_not(self, ids: Sequence[UUID]) -> None:
        t, plan = self._ctx.t, self.plan
        items = [item for one in ids if plan is not None and (item := plan.item(one)) is not None]
        if not items:
            return
        if any(item.locked for item in items):
            text = t("“{title}” is locked. Unlock it to move it.", title=self._title(items[0]))
        elif items[0].start is None and items[0].leg_id is None:
            text = t("“{title}” has no time yet. Give it one first.", title=self._title(items[0]))
        else:
            return
        self._ctx.notices.say(text, tone="info")

    def _announce(self, identity: UUID) -> None:
        plan = self.plan
        item = plan.item(identity) if plan is not None else None
        if plan is None or item is None:
            return
        start, end = times_of(plan, item, self._ctx.wording)
        words = f"{start}–{end}" if end else start
        clash = self._page.judged([placing_of(plan, item)])
        self._ctx.say_aloud(self._page.focus_part(), ", ".join(part for part in (words, clash) if part))


def _moved(placing: Placing, minutes: int) -> Placing | None:
    if placing.date is None or placing.start is None:
        return None
    first = dt.datetime.combine(placing.date, placing.start) + dt.timedelta(minutes=minutes)
    return Placing(placing.item_id, first.date(), first.time())


def _lengthened(placing: Placing, minutes: int) -> Placing | None:
    if placing.date is None or placing.start is None:
        return None
    first = dt.datetime.combine(placing.date, placing.start)
    last = first if placing.end is None else dt.datetime.combine(placing.end_date or placing.date, placing.end)
    end = max(last + dt.timedelta(minutes=minutes), first + dt.timedelta(minutes=5))
    return replace(placing, end=end.time(), end_date=end.date())


def _on_other_day(plan: MissionPlan, placing: Placing, days: int) -> Placing | None:
    if placing.date is None:
        return Placing(placing.item_id, plan.days[0], placing.start) if plan.days else None
    day = placing.date + dt.timedelta(days=days)
    return Placing(placing.item_id, day, placing.start) if day in plan.days else None


def _for_group(plan: MissionPlan, item: r.AgendaItem, group: UUID | None) -> Placing:
    placing = placing_of(plan, item)
    if group is None:
        return replace(placing, groups=())
    had = [one.id for one in plan.item_groups(item)] or (
        [one.id for one in plan.groups] if not item.audience_limited else []
    )
    now = [one.id for one in plan.groups if (one.id in had) != (one.id == group)]
    everyone = not now or len(now) == len(plan.groups)
    return replace(placing, groups=() if everyone else tuple(now))
