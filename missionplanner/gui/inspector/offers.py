"""Offer what the workspace knows by name: places, organisations and people, read when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui.context import Context
from missionplanner.gui.forms.lookup import Option

if TYPE_CHECKING:
    from missionplanner.services.directory.known_names import Name, Names


class Offers(QObject):
    """Keep the names until somebody changes something: forms ask at every keystroke."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._names: Names | None = None
        self._made: dict[str, Sequence[Option]] = {}
        ctx.hub.changed.connect(self._forget)
        ctx.closed.connect(self._forget)

    def places(self) -> Sequence[Option]:
        """Return the places, each with its city."""
        return self._options("places")

    def organisations(self) -> Sequence[Option]:
        """Return the organisations."""
        return self._options("organisations")

    def people(self) -> Sequence[Option]:
        """Return the people, namesakes told apart by their organisation."""
        return self._options("people")

    def _options(self, kind: str) -> Sequence[Option]:
        if kind not in self._made:
            names = self._read()
            self._made[kind] = _options(getattr(names, kind), kind == "places") if names is not None else ()
        return self._made[kind]

    def _read(self) -> Names | None:
        from missionplanner.services.directory import known_names

        if self._names is None and self._ctx.workspace is not None:
            try:
                self._names = known_names.everything(self._ctx.workspace)
            except MissionPlannerError as error:
                self._ctx.tell(error)
        return self._names

    def _forget(self, *_told: object) -> None:
        self._names = None
        self._made.clear()


def _options(names: Iterable[Name], placed: bool) -> Sequence[Option]:
    some = list(names)
    seen: dict[str, int] = {}
    for one in some:
        seen[one.name] = seen.get(one.name, 0) + 1
    return [_option(one, placed or seen[one.name] > 1) for one in some]


def _option(one: Name, told_apart: bool) -> Option:
    tells = told_apart and one.detail and one.detail.casefold() not in one.name.casefold()
    text = f"{one.name}, {one.detail}" if tells else one.name
    return Option(text, one.id, (*((one.name,) if tells else ()), *one.others))
