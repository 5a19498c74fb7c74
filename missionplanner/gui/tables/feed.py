"""Keep a list as the workspace has it: the first rows at once, the rest beside the window, then what changes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.spec import Source, TableSpec

if TYPE_CHECKING:
    from missionplanner.gui.tables.filters import Said
    from missionplanner.services.rows import Page
    from missionplanner.services.workspace import Receipt

FIRST = 200
"""Rows that are read before anything is painted; more than any window shows."""
FEW = 500
"""Rows read anew one by one; more are read with all others."""


class Feed(QObject):
    """Read a list. ``whole`` tells that all rows are there."""

    whole = Signal()
    read = Signal()

    def __init__(self, ctx: Context, spec: TableSpec, source: Source, model: RecordModel, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._spec, self._source, self._model = ctx, spec, source, model
        self._stale = True
        self._reading = self._again = False
        ctx.hub.changed.connect(self.hear)
        ctx.closed.connect(self._forget)
        self.awake = False
        """Whether somebody looks at the list; until then it only notes that it is out of date."""

    def wake(self) -> None:
        """Be looked at: read what is not read yet."""
        self.awake = True
        if self._stale:
            self.reread()

    def sleep(self) -> None:
        """Be looked at no more."""
        self.awake = False

    def reread(self) -> None:
        """Read all rows: the first of them now, where none are shown yet."""
        workspace = self._ctx.workspace
        if workspace is None:
            return
        if self._reading:
            self._again = True
            return
        self._stale = False
        if not self._model.loaded:
            page = self._page(limit=FIRST)
            if page is None:
                return
            self._model.show(page.rows, page.total)
            self.read.emit()
            if len(page.rows) >= page.total:
                self.whole.emit()
                return
        self._read_rest()

    def hear(self, receipt: Receipt | None) -> None:
        """Follow an edit of this window, or of another program where it is None."""
        if not self.awake or self._reading:
            self._stale = self._again = True
            return
        if receipt is None:
            self.reread()
            return
        touched = {table for table, _id in receipt.touched}
        ids = {identity for table, identity in receipt.touched if table == self._spec.table}
        if touched & self._spec.related or len(ids) > FEW:
            self._renew(ids)
            self.reread()
        elif ids:
            self._renew(ids)

    def _renew(self, ids: Collection[UUID]) -> None:
        """Read these rows anew, and know which of them are gone."""
        if not ids or len(ids) > FEW:
            return
        page = self._page(ids=ids)
        if page is not None:
            there = {one.id for one in page.rows}
            self._model.renew(page.rows, [one for one in ids if one not in there])
            self.read.emit()

    def _read_rest(self) -> None:
        workspace, source, model = self._ctx.workspace, self._source, self._model
        assert workspace is not None
        self._reading = True

        def work(progress: Progress) -> object:
            page = source.page(workspace)
            progress.step(1, 2)
            return page, model.prepare(page.rows)

        job = self._ctx.jobs.read(work)
        job.done.connect(self._take)
        job.failed.connect(self._ctx.tell_failure)
        job.ended.connect(self._end)

    def _take(self, found: tuple[Page, Said]) -> None:
        page, said = found
        if self._ctx.workspace is not None and not self._model.shows(page.rows):
            self._model.show(page.rows, page.total, said)
        self.read.emit()
        self.whole.emit()

    def _end(self) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self._stale = True
            if self.awake:
                self.reread()

    def _page(self, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page | None:
        workspace = self._ctx.workspace
        if workspace is None:
            return None
        try:
            return self._source.page(workspace, ids=ids, limit=limit)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return None

    def _forget(self) -> None:
        self._stale = True
        self._model.show((), 0)
