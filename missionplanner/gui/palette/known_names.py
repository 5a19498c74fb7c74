"""Keep the names of the whole directory at hand: read beside the window, anew once somebody has changed them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.palette.entries import Entry, Group, Indexed, indexed

if TYPE_CHECKING:
    from missionplanner.services.directory.known_names import Name, Names
    from missionplanner.services.workspace import Receipt, Workspace

Wanted = Callable[[UUID], object]

_TABLES = frozenset({"person", "organisation", "place"})


class KnownNames(QObject):
    """Be the people, organisations and places of the workspace, ready to be found. ``arrived`` tells of others."""

    arrived = Signal()

    def __init__(self, ctx: Context, person: Wanted, organisation: Wanted, place: Wanted, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._wanted = (person, organisation, place)
        self.found: list[Indexed] = []
        self._fresh = False
        self._asked: Workspace | None = None
        ctx.hub.changed.connect(self._hear)
        ctx.closed.connect(self._forget)

    def refresh(self) -> None:
        """Read the names beside the window, unless they are as they were."""
        workspace = self._ctx.workspace
        if workspace is None or self._fresh or self._asked is not None:
            return
        self._fresh, self._asked = True, workspace
        job = self._ctx.jobs.read(partial(_read, workspace, self._wanted))
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)

    def _take(self, found: object) -> None:
        if self._asked is self._ctx.workspace:
            self.found = cast("list[Indexed]", found)
            self.arrived.emit()

    def _fail(self, error: BaseException) -> None:
        self._fresh = False
        if self._asked is self._ctx.workspace:
            self._ctx.tell_failure(error)

    def _end(self) -> None:
        self._asked = None

    def _hear(self, receipt: Receipt | None) -> None:
        if receipt is None or any(table in _TABLES for table, _identity in receipt.touched):
            self._fresh = False

    def _forget(self) -> None:
        self.found, self._fresh = [], False


def _read(workspace: Workspace, wanted: tuple[Wanted, Wanted, Wanted], _progress: Progress) -> list[Indexed]:
    from missionplanner.services.directory import known_names

    return indexed(_entries(known_names.everything(workspace), wanted))


def _entries(names: Names, wanted: tuple[Wanted, Wanted, Wanted]) -> list[Entry]:
    person, organisation, place = wanted
    return [
        *(_entry("person", Group.PEOPLE, "user", one, person) for one in names.people),
        *(
            _entry("organisation", Group.ORGANISATIONS, "building-2", one, organisation)
            for one in names.organisations
        ),
        *(_entry("place", Group.PLACES, "map-pin", one, place) for one in names.places),
    ]


def _entry(kind: str, group: Group, icon: str, name: Name, wanted: Wanted) -> Entry:
    run = partial(wanted, name.id)
    key = f"{kind}:{name.id}"
    return Entry(key=key, group=group, title=name.name, hint=name.detail, icon=icon, words=name.others, run=run)
