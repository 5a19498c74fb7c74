"""Store what is typed, filled or pasted into a list, as one undo step each; faults are told, never swallowed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.gui.context import Context
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.spec import Column, Source
from missionplanner.gui.tables.values import stored
from missionplanner.services.entries import in_each

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """Be what a cell is to hold: a text somebody typed, or the value of another cell."""

    id: UUID
    column: Column
    text: str = ""
    value: Any = None
    typed: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """Be a cell that was not stored, with why."""

    id: UUID
    column: Column
    text: str
    why: str


class Edits:
    """Write through the services of a list."""

    def __init__(self, ctx: Context, model: RecordModel, source: Source) -> None:
        self._ctx, self._model, self.source = ctx, model, source

    def store(
        self, ids: Sequence[UUID], column: Column, text: str, *, new: bool = False, gesture: str | None = None
    ) -> str:
        """Store a text for these rows; return the sentence that refuses it, nothing where it is stored."""
        change = self.source.change_cells
        if change is None or not ids:
            return ""
        try:
            before = self._model.value_of(ids[0], column.key)
            value = self._model.values.read(column, text, before, new=new)
            if len(ids) == 1 and not column.spoken and value == stored(before):
                return ""
            self._write(lambda ws: change(ws, in_each(ids, column.key, value), gesture=gesture))
        except Invalid as error:
            return self._ctx.t.say(error)
        return ""

    def store_cells(self, cells: Sequence[Wanted]) -> tuple[int, list[Problem]]:
        """Store many cells as one step; return how many were, and those that were not, with why."""
        change = self.source.change_cells
        if change is None:
            return 0, []
        by_key = {one.key: one for one in self._model.columns}
        texts = {(one.id, one.column.key): one.text for one in cells}
        problems: list[Problem] = []
        good: list[tuple[UUID, str, object]] = []
        for one in cells:
            try:
                good.append((one.id, one.column.key, self._value(one)))
            except Invalid as error:
                problems.append(Problem(one.id, one.column, one.text, self._ctx.t.say(error)))

        def refused(identity: UUID, error: Invalid) -> None:
            key = error.field or ""
            why = self._ctx.t.say(error)
            problems.append(Problem(identity, by_key[key], texts.get((identity, key), ""), why))

        told = len(problems)
        if good and self._write(lambda ws: change(ws, good, refused=refused)) is None:
            return 0, problems
        return len(good) - (len(problems) - told), problems

    def create(self, values: Mapping[str, object]) -> Receipt | None:
        """Store a new entry. Raises Invalid with the field."""
        create = self.source.create_from
        return self._write(lambda ws: create(ws, values)) if create is not None else None

    def delete(self, ids: Collection[UUID]) -> bool:
        """Delete entries; say who needs them where somebody does."""
        delete = self.source.delete
        return delete is not None and self._ctx.run_edit(lambda ws: delete(ws, ids)) is not None

    def duplicate(self, ids: Collection[UUID]) -> Receipt | None:
        """Add copies."""
        duplicate = self.source.duplicate
        return self._ctx.run_edit(lambda ws: duplicate(ws, ids)) if duplicate is not None else None

    def _value(self, one: Wanted) -> object:
        if not one.typed:
            return stored(one.value)
        before = self._model.value_of(one.id, one.column.key)
        return self._model.values.read(one.column, one.text, before)

    def _write(self, edit: Callable[[Workspace], Receipt]) -> Receipt | None:
        """Run a service; Invalid goes to whoever can say it in its place, any other error is told here."""
        if self._ctx.workspace is None:
            return None
        try:
            return edit(self._ctx.workspace)
        except Invalid:
            raise
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return None
