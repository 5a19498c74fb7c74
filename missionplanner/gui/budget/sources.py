"""Take the services of money as sources of lists: each is asked for the mission that is open."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.gui.tables.spec import Source

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.rows import Page, Section
    from missionplanner.services.workspace import Receipt, Workspace


def source_of(name: str, kind: type[Asked] | None = None) -> Callable[[Context], Source]:
    """Return what loads a service when its list is first shown; ``kind`` asks it in another way than money is."""

    def load(ctx: Context) -> Source:
        module = importlib.import_module(f"missionplanner.services.{name}")
        asked = (kind or Asked)(ctx, name)
        return Source(
            fields=module.FIELDS,
            page=asked.page,
            change_cells=module.change_cells,
            create_from=asked.create_from if hasattr(module, "create_from") else None,
            delete=module.delete,
            duplicate=getattr(module, "duplicate", None),
            about=asked.about if hasattr(module, "about") else None,
        )

    return load


class Asked:
    """Be a service of the open mission."""

    def __init__(self, ctx: Context, name: str) -> None:
        self.ctx = ctx
        self.module = importlib.import_module(f"missionplanner.services.{name}")

    @property
    def mission(self) -> UUID | None:
        plan = self.ctx.mission.plan
        return plan.mission.id if plan is not None else None

    def page(self, ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
        """Read rows; none where no mission is open, or where it was just deleted."""
        from missionplanner.services.rows import Page

        mission = self.mission
        try:
            found: Page = self.module.page(ws, mission, ids=ids, limit=limit) if mission else Page((), 0)
        except NotFound:
            return Page((), 0)
        return found

    def create_from(self, ws: Workspace, values: Mapping[str, object]) -> Receipt:
        """Store a new entry of the open mission. Raises Invalid, NotFound."""
        mission = self.mission
        if mission is None:
            raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
        made: Receipt = self.module.create_from(ws, mission, values)
        return made

    def about(self, ws: Workspace, identity: UUID, language: str) -> tuple[Section, ...]:
        """Return what is told beside a row."""
        mission = self.mission
        try:
            found: tuple[Section, ...] = self.module.about(ws, mission, identity, language) if mission else ()
        except NotFound:
            return ()
        return found
