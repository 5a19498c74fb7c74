"""Store what is typed into a cell of the agenda's list, as the inspector stores its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.inspector.company import letter, name_of_group
from missionplanner.gui.inspector.edits import Do, Edits
from missionplanner.gui.inspector.offers import Offers
from missionplanner.gui.inspector.selection import Chosen, chosen_of
from missionplanner.gui.models.agenda import Column


class _Fault:
    """Keep what was refused."""

    def __init__(self) -> None:
        self.text = ""

    def refuse(self, text: str) -> None:
        self.text = text


class CellEdits(QObject):
    """Offer what fits into a cell, and store what was typed into it for one or several items."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ids: tuple[UUID, ...] = ()
        self._edits = Edits(ctx, self._chosen)
        self._offers = Offers(ctx, self)

    def options(self, column: Column) -> Sequence[Option] | None:
        """Return what can be chosen for a cell, None where anything is typed."""
        offered: dict[Column, Callable[[], Sequence[Option]]] = {
            Column.DAY: self._days,
            Column.PLACE: self._offers.places,
            Column.HOSTS: self._offers.organisations,
            Column.GROUPS: self._groups,
            Column.STATUS: self._statuses,
        }
        return offered[column]() if column in offered else None

    def store(self, identities: Sequence[UUID], column: Column, text: str, *, new: bool = False) -> str:
        """Store a text for these items; return the sentence that refuses it, nothing where it is stored.

        ``new`` makes the place or organisation of that name in the same step.
        """
        self._ids = tuple(identities)
        fault = _Fault()
        stores: dict[Column, Callable[[_Fault, str], object]] = {
            Column.TITLE: lambda field, typed: self._edits.say(field, "title", typed),
            Column.DAY: self._day,
            Column.START: self._edits.start,
            Column.END: self._edits.end,
            Column.PLACE: lambda field, typed: self._place(field, typed, new),
            Column.HOSTS: lambda field, typed: self._host(field, typed, new),
            Column.GROUPS: self._for_groups,
            Column.STATUS: self._status,
        }
        try:
            stores[column](fault, text.strip())
        except Invalid as error:
            fault.refuse(self._ctx.t.say(error))
        return fault.text

    # -- what is typed ----------------------------------------------------------------------------

    def _day(self, fault: _Fault, text: str) -> None:
        found = _called(self._days(), text)
        if found is None:
            self._edits.day(fault, text)
        else:
            self._edits.store(lambda chosen: self._edits.on_day(chosen, found.value), fault)  # type: ignore[arg-type]

    def _place(self, fault: _Fault, text: str, new: bool) -> None:
        found = _called(self._offers.places(), text)
        place = found.value if found is not None else None
        self._edits.place(fault, place if isinstance(place, UUID) else None, text=text, new=new)

    def _host(self, fault: _Fault, text: str, new: bool) -> None:
        if not text:
            self._edits.hosts(fault, ())
            return
        found = _called(self._offers.organisations(), text)
        if found is None and not new:
            raise Invalid(
                N_("“{name}” is not in the directory. Choose “Create” in the list to add it."), name=text
            )
        self._edits.hosts(fault, (found.value if found is not None and isinstance(found.value, UUID) else text,))

    def _status(self, fault: _Fault, text: str) -> None:
        statuses = self._statuses()
        found = _called(statuses, text) if text else statuses[-1]
        if found is None:
            raise Invalid(N_("“{text}” is not a status."), text=text)
        self._edits.values(fault, status=found.value)

    def _for_groups(self, fault: _Fault, text: str) -> None:
        groups = [self._group(part) for part in text.replace(";", ",").split(",") if part.strip()]
        wanted = tuple(dict.fromkeys(one for some in groups for one in some))

        def do(chosen: Chosen) -> Do:
            from missionplanner.services.programme import agenda_fields

            return lambda ws: agenda_fields.set_groups(ws, chosen.plan.mission.code, chosen.ids, wanted)

        self._edits.store(do, fault)

    def _group(self, text: str) -> tuple[UUID, ...]:
        typed = folded(text)
        found = _called(self._groups(), text)
        if found is None:
            some = [one for one in self._groups() if any(folded(own).startswith(typed) for own in one.also)]
            found = some[0] if len(some) == 1 else None
        if found is None:
            raise Invalid(N_("“{text}” is not a group of this mission."), text=text.strip())
        return (found.value,) if isinstance(found.value, UUID) else ()

    # -- what is offered --------------------------------------------------------------------------

    def _days(self) -> Sequence[Option]:
        plan, wording = self._ctx.mission.plan, self._ctx.wording
        days = plan.days if plan is not None else ()
        known = [Option(wording.weekday(one), one, (wording.full_day(one),)) for one in days]
        return [*known, Option(self._ctx.t("Not placed"), None)]

    def _groups(self) -> Sequence[Option]:
        plan, language = self._ctx.mission.plan, self._ctx.t.language
        found = [Option(self._ctx.t("Everyone"), None)]
        for number, one in enumerate(plan.groups if plan is not None else ()):
            assert plan is not None
            name = name_of_group(plan, one, language)
            found.append(Option(f"{letter(number)}  {name}", one.id, (name, letter(number))))
        return found

    def _statuses(self) -> Sequence[Option]:
        words = [Option(word, one) for one, word in self._ctx.wording.item_statuses().items()]
        return [*words, Option(self._ctx.t("Without a status"), None)]

    def _chosen(self) -> Chosen | None:
        plan, own = self._ctx.mission.plan, self._ctx.t.language
        languages = plan.mission.languages if plan is not None else ()
        return chosen_of(plan, self._ids, own if own in languages or not languages else languages[0])


def _called(options: Sequence[Option], text: str) -> Option | None:
    typed = folded(text)
    return next((one for one in options if typed and one.called(typed)), None)
