"""Copy items out of a programme and paste them into one, of this mission or another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.errors import NotFound
from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import clipboard_text, message_text
from missionplanner.domain.programme.packing import PackedItem, as_text, is_packed, packed, read
from missionplanner.domain.programme.rescheduling import wanted
from missionplanner.domain.programme.unpacking import Target, after_last, unpacked
from missionplanner.services import missions
from missionplanner.services.workspace import Edit, Receipt, Workspace

MIME_TYPE = "application/x-missionplanner-items+json"
"""Under which the clipboard holds what ``paste`` takes."""

__all__ = [
    "MIME_TYPE",
    "Copied",
    "Target",
    "change_message",
    "copied",
    "day_message",
    "is_packed",
    "leg_message",
    "message",
    "paste",
    "paste_after_last",
]


@dataclass(frozen=True, slots=True)
class Copied:
    """Be what goes to the clipboard for some items: for this program, for editors of text, for Word and e-mail."""

    data: str
    plain: str
    html: str


def copied(
    plan: MissionPlan, item_ids: Iterable[UUID], t: Translator, show_day: Callable[[dt.date], str]
) -> Copied:
    """Return what the clipboard holds of some items. ``show_day`` writes days as its language does."""
    chosen = set(item_ids)
    rows = [row for row in plan.items if row.id in chosen]
    return Copied(
        as_text(packed(plan, chosen)),
        clipboard_text.plain(plan, rows, t, show_day),
        clipboard_text.table(plan, rows, t, show_day),
    )


def message(plan: MissionPlan, item_id: UUID, t: Translator, show_day: Callable[[dt.date], str]) -> str:
    """Return an item as a message of under 700 characters. Raises NotFound."""
    return clipboard_text.message(plan, wanted(plan, item_id), t, show_day)


def day_message(
    plan: MissionPlan, day: dt.date, t: Translator, show_day: Callable[[dt.date], str], person: UUID | None = None
) -> str:
    """Return a day as a message of under 700 characters, for everybody or for one person."""
    return message_text.day_message(plan, day, t, show_day, person)


def leg_message(plan: MissionPlan, leg_id: UUID, t: Translator, show_day: Callable[[dt.date], str]) -> str:
    """Return a transfer or journey as a message of under 700 characters. Raises NotFound."""
    leg = plan.leg(leg_id)
    if leg is None:
        raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
    return message_text.leg_message(plan, leg, t, show_day)


def change_message(
    before: MissionPlan, plan: MissionPlan, item_id: UUID, t: Translator, show_day: Callable[[dt.date], str]
) -> str:
    """Return what is different of an item since another state of its mission; "" where nothing readers see is."""
    return message_text.change_message(before, plan, item_id, t, show_day)


def paste(ws: Workspace, code: str, text: str, target: Target, *, gesture: str | None = None) -> Receipt:
    """Add the items of a clipboard's text, at their clock times and in their lanes, from ``target.day`` on.

    Raises NotFound, Invalid where the text holds none of our items or a time that clocks skip.
    """
    return _paste(ws, code, read(text), lambda _plan: target, gesture)


def paste_after_last(ws: Workspace, code: str, text: str, day: dt.date, *, gesture: str | None = None) -> Receipt:
    """Add the items of a clipboard's text so that the first begins when the last of that day ends."""
    items = read(text)
    return _paste(ws, code, items, lambda plan: after_last(plan, items, day), gesture)


def _paste(
    ws: Workspace,
    code: str,
    items: Sequence[PackedItem],
    target: Callable[[MissionPlan], Target],
    gesture: str | None,
) -> Receipt:
    mission = missions.find(ws, code)
    with ws.edit(N_("Paste {count} items"), count=len(items), gesture=gesture) as edit:
        plan = edit.plan(mission.id)
        if len(items) == 1:
            edit.call(N_("Paste “{title}”"), title=items[0].title.best("", plan.mission.languages))
        edit.write(unpacked(plan, items, target(plan), known_to(edit, items)))
    return edit.receipt


def known_to(edit: Edit, items: Iterable[PackedItem]) -> frozenset[UUID]:
    """Return which of the organisations, people and places that items name are in the workspace.

    People without a name are not among them: each is a place in its own mission.
    """
    asked = frozenset().union(*(one.shared_ids for one in items))
    kinds: tuple[type[r.Record], ...] = (r.Place, r.Organisation, r.Person)
    found = {one: next(filter(None, (edit.find(kind, one) for kind in kinds)), None) for one in asked}
    return frozenset(
        one for one, it in found.items() if it is not None and not (isinstance(it, r.Person) and it.unnamed)
    )
