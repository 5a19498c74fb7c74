"""Carry out what people do on the agenda: each gesture one edit, told with its way back."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from missionplanner.base.i18n import translator
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.placing import Placing, after_themselves, placing_of
from missionplanner.domain.programme.retiming import is_locked
from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.gui.agenda import nudging
from missionplanner.gui.context import Context
from missionplanner.gui.models.rows import audience_of, times_of
from missionplanner.gui.notices import Step

if TYPE_CHECKING:
    from missionplanner.gui.agenda.views import Look
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.services.workspace import Receipt, Workspace

ONE_GESTURE = 0.8
"""Seconds within which nudges of the same items are one step of the history."""
REMEMBERED = 200
"""How many steps know what was chosen and where one looked before and after them."""
USUAL = dt.timedelta(hours=1)
"""How long a new item is."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """Be what several edits have in common: the key of their one step, the items, how it looked before."""

    key: str
    items: tuple[UUID, ...]
    before: Look


class AgendaEdits(QObject):
    """Edit through the services on behalf of the agenda page. ``edited`` carries every receipt."""

    edited = Signal(object)

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._looks: dict[int, tuple[Look, Look]] = {}
        self._nudged: Gesture | None = None
        self._nudged_at = 0.0
        self._new: Gesture | None = None

    @property
    def plan(self) -> MissionPlan | None:
        return self._ctx.mission.plan

    # -- every edit goes through here -------------------------------------------------------------

    def run(
        self,
        edit: Callable[[Workspace], Receipt],
        *,
        choose: Sequence[UUID] | None = None,
        before: Look | None = None,
    ) -> Receipt | None:
        """Run an edit, show what came of it, remember how things looked before for its undo.

        ``choose`` are the items selected afterwards; without it those the edit added, or the same as before.
        """
        look = before if before is not None else self._page.views.look()
        receipt = self._ctx.run_edit(edit)
        return receipt if receipt is None else self.keep(receipt, look, choose)

    def keep(self, receipt: Receipt, before: Look, choose: Sequence[UUID] | None = None) -> Receipt:
        """Show what an edit did, and remember how it looked before and after, for undo and redo."""
        if receipt.changeset is None:
            return receipt
        self._ctx.mission.reread()
        added = [identity for table, identity in receipt.added if table == "agenda_item"]
        wanted = list(choose) if choose is not None else added
        if wanted:
            self._page.show_items(wanted)
        self._looks[receipt.changeset] = before, self._page.views.look()
        for old in list(self._looks)[: max(0, len(self._looks) - REMEMBERED)]:
            del self._looks[old]
        self.edited.emit(receipt)
        return receipt

    def look_of(self, step: int, *, undone: bool) -> Look | None:
        """Return how the page looked before a step, or after it, where that is known."""
        looks = self._looks.get(step)
        return looks[0 if undone else 1] if looks is not None else None

    def told(self, text: str, *steps: Step) -> None:
        """Say what was done, with the step that takes it back and brings one back to where one was."""
        self._ctx.notices.say(text, Step(self._ctx.t("Undo"), self._page.actions_["undo"].trigger), *steps)

    # -- placing ----------------------------------------------------------------------------------

    def place(self, placings: Sequence[Placing], gesture: Gesture | None = None) -> None:
        """Put items where a drag, a key or a form wants them."""
        from missionplanner.services.programme import agenda

        code, ids = self._ctx.mission.code, [one.item_id for one in placings]
        if not ids:
            return
        key, before = (gesture.key, gesture.before) if gesture is not None else (None, None)
        chosen = list(gesture.items) if gesture is not None else ids
        receipt = self.run(lambda ws: agenda.place(ws, code, placings, gesture=key), choose=chosen, before=before)
        if receipt is not None:
            self._announce(ids[0])
            self.say_held(chosen, moved=receipt.changeset is not None)

    def copy_to(self, placings: Sequence[Placing]) -> None:
        """Put copies of items where a drag wants them."""
        from missionplanner.services.programme import agenda

        code = self._ctx.mission.code
        receipt = self.run(lambda ws: agenda.duplicate(ws, code, placings))
        if receipt is not None and receipt.added:
            self._announce(receipt.first_added)

    def duplicate(self) -> None:
        """Put copies of the chosen items after themselves."""
        if self.plan is not None and self._page.chosen():
            self.copy_to(after_themselves(self.plan, self._page.chosen()))

    def nudge(self, minutes: int) -> None:
        """Move the chosen items earlier or later."""
        self._nudge(lambda plan, items: nudging.by_minutes(plan, items, minutes))

    def lengthen(self, minutes: int) -> None:
        """Let the chosen items end later or earlier."""
        self._nudge(lambda plan, items: nudging.longer(plan, items, minutes))

    def move_days(self, days: int) -> None:
        """Move the chosen items by days, within the mission's."""
        self._nudge(lambda plan, items: nudging.by_days(plan, items, days))

    def toggle_group(self, number: int) -> None:
        """Let the chosen items be for the group of this number too, or no longer. 0 is everyone."""
        from missionplanner.services.programme import grouping

        plan, ids, code = self.plan, self._page.chosen(), self._ctx.mission.code
        if plan is None or not ids or number > len(plan.groups):
            return
        if number:
            group = plan.groups[number - 1].id
            receipt = self.run(lambda ws: grouping.toggle_group(ws, code, ids, group), choose=ids)
        else:
            receipt = self.run(lambda ws: grouping.everyone(ws, code, ids), choose=ids)
        if receipt is not None:
            self._announce(ids[0], who=True)

    def _nudge(self, moved: Callable[[MissionPlan, Sequence[r.AgendaItem]], list[Placing]]) -> None:
        plan, items = self.plan, self._items()
        if plan is None or not items:
            return
        ids, now = tuple(item.id for item in items), time.monotonic()
        if self._nudged is None or ids != self._nudged.items or now - self._nudged_at > ONE_GESTURE:
            self._nudged = Gesture(uuid4().hex, ids, self._page.views.look())
        self._nudged_at = now
        placings = moved(plan, items)
        if placings:
            self.place(placings, self._nudged)
        else:
            self.say_held(ids, moved=False)

    # -- adding, changing, deleting ---------------------------------------------------------------

    def add(self, placing: Placing | None = None, kind: ItemKind = ItemKind.SITE_VISIT) -> None:
        """Add an item where a drag has drawn it, or at the next free gap, and ask for its title in place."""
        from missionplanner.services.programme import agenda

        plan = self.plan
        if plan is None:
            return
        where = placing or self._page.next_gap(USUAL)
        own, languages = self._ctx.t.language, plan.mission.languages
        language = own if own in languages or not languages else languages[0]
        draft = agenda.ItemDraft(
            title=translator(language)("New item"),
            kind=kind,
            date=where.date,
            start=where.start,
            end=where.end,
            groups=where.groups or None,
            status=ItemStatus.TENTATIVE,
            language=language,
        )
        gesture, before = uuid4().hex, self._page.views.look()
        receipt = self.run(lambda ws: agenda.add(ws, plan.mission.code, draft, gesture=gesture), before=before)
        if receipt is not None:
            self._new = Gesture(gesture, (receipt.first_added,), before)
            self._page.edit_title()

    def rename(self, identity: UUID, text: str) -> None:
        """Give an item another title in the language it was shown in; a new one's is part of adding it."""
        from missionplanner.services.programme import agenda_fields

        plan, new = self.plan, self._new
        item = plan.item(identity) if plan is not None else None
        self._new = None
        if plan is None or item is None:
            return
        mine = new if new is not None and new.items == (identity,) else None
        key, before = (mine.key, mine.before) if mine is not None else (None, None)
        shown = self.title(item)
        usual = plan.mission.languages[0] if plan.mission.languages else self._ctx.t.language
        code = next((code for code, own in item.title.entries if own == shown), usual)
        said = {"title": agenda_fields.Said(code, text)}
        self.run(
            lambda ws: agenda_fields.change_many(ws, plan.mission.code, [identity], said, gesture=key),
            choose=[identity],
            before=before,
        )

    def delete(self) -> None:
        """Delete the chosen items and offer the way back."""
        from missionplanner.services.programme import agenda

        ids, items, code = self._page.chosen(), self._items(), self._ctx.mission.code
        if not ids or self.run(lambda ws: agenda.delete(ws, code, ids)) is None:
            return
        t = self._ctx.t
        one = t("“{title}” deleted.", title=self.title(items[0]))
        many = t.plural("{count} item deleted.", "{count} items deleted.", len(items))
        self.told(one if len(items) == 1 else many)

    def lock(self) -> None:
        """Hold day and time of the chosen items; let them go where all are held."""
        from missionplanner.services.programme import agenda_fields

        ids, code = self._page.chosen(), self._ctx.mission.code
        held = not all(item.locked for item in self._items())
        if self.run(lambda ws: agenda_fields.change_many(ws, code, ids, {"locked": held}), choose=ids):
            t = self._ctx.t
            self.told(t("Day and time are held.") if held else t("Day and time can change again."))

    # -- words ------------------------------------------------------------------------------------

    def title(self, item: r.AgendaItem) -> str:
        """Return the title of an item as the window shows it."""
        languages = self.plan.mission.languages if self.plan is not None else ()
        return item.title.best(self._ctx.t.language, languages)

    def say_held(self, ids: Sequence[UUID], *, moved: bool) -> None:
        """Say which of these items stay where they are and why; nothing where all of them could move."""
        t, plan = self._ctx.t, self.plan
        items = [item for one in ids if plan is not None and (item := plan.item(one)) is not None]
        held = [item for item in items if plan is not None and is_locked(plan, item)]
        if len(held) > 1:
            text = t.plural("{count} item is locked and stays.", "{count} items are locked and stay.", len(held))
        elif held:
            text = t("“{title}” is locked. Unlock it to move it.", title=self.title(held[0]))
        elif moved or not items:
            return
        elif items[0].start is None and items[0].leg_id is None:
            text = t("“{title}” has no time yet. Give it one first.", title=self.title(items[0]))
        else:
            text = t("It cannot go further: the mission begins and ends there.")
        self._ctx.notices.say(text, tone="info")

    def _items(self) -> list[r.AgendaItem]:
        plan = self.plan
        return [item for one in self._page.chosen() if plan is not None and (item := plan.item(one)) is not None]

    def _announce(self, identity: UUID, *, who: bool = False) -> None:
        """Have a screen reader say where an item lies now, for whom, and what it clashes with there."""
        plan = self.plan
        item = plan.item(identity) if plan is not None else None
        if plan is None or item is None:
            return
        wording = self._ctx.wording
        start, end = times_of(plan, item, wording)
        placing = placing_of(plan, item)
        day = wording.weekday(placing.date) if placing.date is not None else self._ctx.t("Not placed")
        times = f"{start}–{end}" if end else start
        parts = (audience_of(plan, item, wording) if who else day, times, self._page.judged([placing]))
        self._ctx.say_aloud(self._page.focus_part(), ", ".join(part for part in parts if part))
