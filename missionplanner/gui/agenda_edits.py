"""Carry out what people do to the rows of a programme: each gesture one edit, told with its way back."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.context import Context
from missionplanner.gui.forms import item_values
from missionplanner.gui.forms.item_values import ItemValues
from missionplanner.gui.models.agenda import times_of

if TYPE_CHECKING:
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.services.workspace import Receipt, Workspace

NUDGE_MINUTES = 5
ONE_GESTURE = 0.8
"""Seconds within which nudges of the same items are one step of the history."""


class AgendaEdits(QObject):
    """Edit through the services on behalf of the agenda page."""

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._gesture = ""
        self._nudged: tuple[UUID, ...] = ()
        self._nudged_at = 0.0

    def add(self) -> None:
        """Ask for a new item on the day on screen and add it."""
        plan = self._page.plan
        if plan is None:
            return
        values = ItemValues(title="", kind=ItemKind.SITE_VISIT, date=self._page.day)

        def store(typed: ItemValues) -> None:
            receipt = self._raised(lambda ws: item_values.add(ws, plan, typed, self._ctx.t.language))
            self._page.reread()
            self._page.show_items([receipt.first_added])

        self._ask(plan, values, store, lockable=False)

    def edit(self) -> None:
        """Ask for other values of the current item and store them."""
        plan, row = self._page.plan, self._page.items.current()
        if plan is None or row is None:
            return
        language = self._ctx.t.language

        def store(typed: ItemValues) -> None:
            workspace = self._ctx.workspace
            if workspace is not None:
                item_values.save(workspace, plan, row.item, typed, language)
                self._page.reread()
                self._page.show_items([row.id])

        self._ask(plan, item_values.values_of(plan, row.item, language), store, lockable=True)

    def rename(self, identity: UUID, text: str) -> None:
        """Give an item another title."""
        plan = self._page.plan
        item = plan.item(identity) if plan is not None else None
        if plan is None or item is None:
            return
        language = self._ctx.t.language
        shown = item.title.best(language, plan.mission.languages)

        def change(ws: Workspace) -> Receipt:
            from missionplanner.services import agenda

            title = item_values.retitled(item.title, shown, text, language)
            return agenda.change(ws, replace(item, title=title))

        self._ctx.run_edit(change)

    def delete(self) -> None:
        """Delete the selected items and offer the way back."""
        rows = self._page.chosen()
        if not rows:
            return
        place = self._page.items.currentIndex().row()

        def remove(ws: Workspace) -> Receipt:
            from missionplanner.services import agenda

            return agenda.delete(ws, self._ctx.mission.code, [row.id for row in rows])

        if self._ctx.run_edit(remove) is None:
            return
        self._page.reread()
        self._page.items.choose_place(place)
        t = self._ctx.t
        one = t("“{title}” deleted.", title=rows[0].title)
        many = t.plural("{count} item deleted.", "{count} items deleted.", len(rows))
        self._ctx.told_with_undo(one if len(rows) == 1 else many)

    def nudge(self, minutes: int) -> None:
        """Move the selected items earlier or later; nudges in quick succession are one step."""
        rows = self._page.chosen()
        if not rows:
            return
        ids = tuple(row.id for row in rows)
        now = time.monotonic()
        if ids != self._nudged or now - self._nudged_at > ONE_GESTURE:
            self._gesture, self._nudged = uuid4().hex, ids
        self._nudged_at = now

        def shift(ws: Workspace) -> Receipt:
            from missionplanner.services import agenda

            return agenda.shift(ws, self._ctx.mission.code, ids, minutes=minutes, gesture=self._gesture)

        receipt = self._ctx.run_edit(shift)
        if receipt is None:
            return
        t = self._ctx.t
        if receipt.changeset is None:
            text = (
                t("“{title}” is locked. Unlock it to move it.", title=rows[0].title)
                if rows[0].item.locked
                else t("“{title}” has no time yet. Give it one first.", title=rows[0].title)
            )
            self._ctx.notices.say(text, tone="info")
            return
        self._page.reread()
        self._page.show_items(list(ids))
        self._announce(ids)

    def _announce(self, ids: tuple[UUID, ...]) -> None:
        plan = self._page.plan
        item = plan.item(ids[0]) if plan is not None else None
        if plan is not None and item is not None:
            start, end = times_of(plan, item, self._ctx.wording)
            self._ctx.say_aloud(self._page.items, f"{start}–{end}" if end else start)

    def _ask(
        self, plan: MissionPlan, values: ItemValues, store: Callable[[ItemValues], object], *, lockable: bool
    ) -> None:
        from missionplanner.gui.dialogs.item import ItemDialog

        days: list[dt.date] = list(plan.days)
        places = list(item_values.known_places(plan))
        dialog = ItemDialog(self._page.window(), self._ctx, values, days, places, store, lockable=lockable)
        dialog.open()

    def _raised(self, edit: Callable[[Workspace], Receipt]) -> Receipt:
        """Run an edit whose errors a form shows at its fields."""
        if self._ctx.workspace is None:
            raise NotFound(N_("No workspace is open."))
        return edit(self._ctx.workspace)
