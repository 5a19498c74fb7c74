"""Write the entries of a list: create, change one field of several, change many cells, delete, duplicate.

Each function is one undo step; what it refuses changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Generic, TypeVar, cast
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.records import Record
from missionplanner.domain.texts import Texts
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.workspace import Edit, Receipt, Workspace

R = TypeVar("R", bound=Record)
Cell = tuple[UUID, str, object]
"""Id of an entry, name of a field and what it is to be."""
Make = Callable[[Edit, str], UUID]
Refused = Callable[[UUID, Invalid], object]


def in_each(ids: Collection[UUID], name: str, value: object) -> list[Cell]:
    """Return the cells that set one field of all these entries to the same."""
    return [(one, name, value) for one in ids]


def as_it_is(_edit: Edit, _before: Any, after: R) -> R:
    """Find nothing wrong with an entry."""
    return after


@dataclass(frozen=True, kw_only=True)
class Entries(Generic[R]):
    """Be one kind of entry and the words of its undo steps; each has ``{name}``, or ``{count}`` for several.

    ``checked`` takes the entry before (None for a new one) and after; it returns what is stored or raises
    Invalid with the field. ``makers`` make what a field refers to from a name, in the same step.
    """

    kind: type[R]
    name: Callable[[R], str]
    added: str
    changed: str
    changed_many: str
    deleted: str
    deleted_many: str
    checked: Callable[[Edit, R | None, R], R] = as_it_is
    makers: Mapping[str, Make] = field(default_factory=dict)
    children: Callable[[Edit, R, R], Iterable[Record]] | None = None
    """Returns what belongs to a duplicate, made from what belongs to the entry it was made of."""

    def create(self, ws: Workspace, one: R) -> Receipt:
        """Store a new entry. Raises Invalid with the field."""
        with ws.edit(self.added, name="") as edit:
            made = edit.add(self.checked(edit, None, cleaned(one)))
            edit.call(self.added, name=self.name(made))
        return edit.receipt

    def create_from(self, ws: Workspace, values: Mapping[str, object], **given: object) -> Receipt:
        """Store a new entry of what a form holds; texts and names as in ``change_cells``. Raises Invalid."""
        with ws.edit(self.added, name="") as edit:
            blank = self.kind(**cast(Any, given))
            made = edit.add(self.checked(edit, None, cleaned(self._changed(edit, blank, values))))
            edit.call(self.added, name=self.name(made))
        return edit.receipt

    def change_cells(
        self,
        ws: Workspace,
        cells: Iterable[Cell],
        *,
        gesture: str | None = None,
        refused: Refused | None = None,
    ) -> Receipt:
        """Set fields of several entries as one step.

        A ``Said`` writes one language of a field that has several; the name of something makes it where the
        field refers to it. Where ``refused`` is given, a field that is not allowed is told to it with its entry,
        and the others are stored all the same. Raises Invalid with the field otherwise, NotFound.
        """
        wanted: dict[UUID, dict[str, object]] = {}
        for identity, name, value in cells:
            wanted.setdefault(identity, {})[name] = value
        with ws.edit(self.changed_many, count=len(wanted), gesture=gesture) as edit:
            made: dict[tuple[str, str], UUID] = {}
            for identity, values in wanted.items():
                before = edit.get(self.kind, identity)
                stored = edit.save(self.written(edit, before, values, made, refused))
                if len(wanted) == 1:
                    edit.call(self.changed, name=self.name(stored))
        return edit.receipt

    def delete(self, ws: Workspace, ids: Collection[UUID]) -> Receipt:
        """Delete entries with what belongs to them. Raises InUse, naming who needs one, or NotFound."""
        with ws.edit(self.deleted_many, count=len(ids)) as edit:
            some = [edit.get(self.kind, one) for one in ids]
            if len(some) == 1:
                edit.call(self.deleted, name=self.name(some[0]))
            edit.delete_all(some)
        return edit.receipt

    def duplicate(self, ws: Workspace, ids: Collection[UUID]) -> Receipt:
        """Add a copy of each entry. Raises NotFound."""
        with ws.edit(N_("Duplicate {count} entries"), count=len(ids)) as edit:
            for identity in ids:
                one = edit.get(self.kind, identity)
                copy = edit.add(replace(one, id=uuid4(), created_at=None, updated_at=None))
                edit.add_all(self.children(edit, one, copy) if self.children is not None else ())
                if len(ids) == 1:
                    edit.call(N_("Duplicate “{name}”"), name=self.name(one))
        return edit.receipt

    def written(
        self,
        edit: Edit,
        before: R,
        values: dict[str, object],
        made: dict[tuple[str, str], UUID] | None = None,
        refused: Refused | None = None,
    ) -> R:
        """Return an entry with new values as it may be stored, within an edit that does not store it yet.

        ``made`` keeps what names have made. A field that is not allowed leaves ``values`` where ``refused`` is
        told of it. Raises Invalid with the field otherwise.
        """
        while True:
            try:
                return self.checked(edit, before, cleaned(self._changed(edit, before, values, made)))
            except Invalid as error:
                if refused is None or error.field is None or error.field not in values:
                    raise
                refused(before.id, error)
                del values[error.field]

    def _changed(
        self,
        edit: Edit,
        one: R,
        values: Mapping[str, object],
        made: dict[tuple[str, str], UUID] | None = None,
    ) -> R:
        known = {item.name for item in fields(one)}
        new: dict[str, object] = {}
        for name, value in values.items():
            if name not in known:
                raise Invalid(N_("This cannot be changed here."), field=name)
            new[name] = self._value(edit, getattr(one, name), name, value, made if made is not None else {})
        return replace(one, **cast(Any, new))

    def _value(
        self, edit: Edit, before: object, name: str, value: object, made: dict[tuple[str, str], UUID]
    ) -> object:
        if isinstance(value, Said):
            return said(before if isinstance(before, Texts) else None, value)
        if name in self.makers and isinstance(value, str):
            if (name, value) not in made:
                made[name, value] = self.makers[name](edit, value)
            return made[name, value]
        return value


def said(before: Texts | None, value: Said) -> Texts | None:
    """Return texts with what was typed over the one that a screen in ``value.language`` shows."""
    if before is None:
        return Texts(((value.language, value.text),)) if value.text else None
    shown = before.best(value.language)
    code = next((code for code, text in before.entries if text == shown and shown), value.language)
    written = before.written(code, value.text)
    return written if written.entries else None
