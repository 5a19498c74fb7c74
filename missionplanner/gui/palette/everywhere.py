"""Look through the whole workspace beside the window: the newest words win, what is on screen never waits."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.palette.entries import Entry, Group
from missionplanner.gui.palette.matching import needle, score, words

if TYPE_CHECKING:
    from uuid import UUID

    from missionplanner.services.search import Hit
    from missionplanner.services.workspace import Workspace

BESIDE, ALONE = 6, 40
"""How many finds are listed after what else fits, and where nothing else is listed."""
SHORTEST = 2
"""Letters from which on the workspace is looked through."""
FOUND = "found:"
"""How keys of finds begin that nobody can find again by them: they are not kept among what was used last."""
KINDS: dict[str, tuple[str, str, str]] = {
    "person": (N_("Person"), "user", "person:"),
    "organisation": (N_("Organisation"), "building-2", "organisation:"),
    "place": (N_("Place"), "map-pin", "place:"),
    "initiative": (N_("Initiative"), "rocket", FOUND),
    "value_chain": (N_("Value chain"), "link", FOUND),
    "contact_note": (N_("Note"), "message-square-text", FOUND),
    "mission": (N_("Mission"), "globe", FOUND),
    "delegation_group": (N_("Group"), "users", FOUND),
    "agenda_item": (N_("Agenda item"), "calendar-days", "item:"),
    "leg": (N_("Leg"), "plane", FOUND),
    "stay": (N_("Room"), "bed-double", FOUND),
    "vehicle": (N_("Vehicle"), "bus", FOUND),
    "partner": (N_("Partner"), "handshake", FOUND),
    "partner_request": (N_("Request log"), "send", FOUND),
    "budget_line": (N_("Budget line"), "coins", FOUND),
    "expense": (N_("Expense"), "receipt", FOUND),
    "quote": (N_("Offer"), "scale", FOUND),
    "outcome": (N_("Outcome"), "message-square-text", FOUND),
    "follow_up": (N_("Next step"), "list-checks", FOUND),
    "agreement": (N_("Agreement"), "handshake", FOUND),
    "contact_made": (N_("Contact"), "contact", FOUND),
    "photo": (N_("Photo"), "camera", FOUND),
    "field_note": (N_("Note"), "notebook-pen", FOUND),
    "issued_document": (N_("Document"), "file-text", FOUND),
}
"""Kind of a find → what it is called, its icon, how its key begins."""

Answer = tuple[str, list[Entry]]


class Everywhere(QObject):
    """Ask for what fits, one question at a time. ``arrived`` tells that what was asked last is answered."""

    arrived = Signal()

    def __init__(self, ctx: Context, wanted: Callable[[Hit], object], parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._wanted = ctx, wanted
        self._asked = ""
        self._answer: Answer = ("", [])
        self._reading: Workspace | None = None
        ctx.hub.changed.connect(self.forget)
        ctx.closed.connect(self.forget)

    @property
    def pending(self) -> bool:
        """Tell whether what was asked last is not answered yet."""
        return self._ctx.workspace is not None and self._asked != self._answer[0]

    def forget(self, *_receipt: object) -> None:
        """Ask anew the next time: something was changed, or another workspace is open."""
        self._asked, self._answer = "", ("", [])

    def found(self, query: str, known: Collection[str] = ()) -> list[Entry]:
        """Return what is known to fit, without entries of the keys ``known``; ask where that is not all.

        Until the answer comes, what fitted the words before is listed if it fits these too.
        """
        sought = " ".join(query.split())
        if len(sought.replace(" ", "")) < SHORTEST:
            self._asked, self._answer = "", ("", [])
            return []
        if sought != self._asked:
            self._asked = sought
            self._ask()
        answered, entries = self._answer
        if answered != sought:
            letters = needle(sought)
            entries = [one for one in entries if score(letters, words(one.title, (one.note,)))]
        return [one for one in entries if one.key not in known]

    def _ask(self) -> None:
        workspace, mission = self._ctx.workspace, self._ctx.mission.plan
        if workspace is None or self._reading is not None:
            return  # what is asked now is asked when the answer before has come
        self._reading = workspace
        own = mission.mission.id if mission is not None else None
        job = self._ctx.jobs.read(partial(_read, workspace, self._asked, own, self._ctx.t.language))
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)

    def _take(self, found: object) -> None:
        query, hits = cast("tuple[str, tuple[Hit, ...]]", found)
        if self._reading is self._ctx.workspace and self._asked:
            self._answer = (query, [self._entry(one) for one in hits])

    def _fail(self, error: BaseException) -> None:
        self._answer = (self._asked, [])
        self._ctx.tell_failure(error)

    def _end(self) -> None:
        self._reading = None
        if self._asked and self._asked != self._answer[0]:
            self._ask()
        elif self._asked:
            self.arrived.emit()

    def _entry(self, hit: Hit) -> Entry:
        name, icon, key = KINDS[hit.kind]
        ctx = self._ctx
        day = ctx.wording.plain_day(hit.day) if hit.day is not None else ""
        mission = hit.mission if hit.mission != ctx.mission.code else ""
        said = hit.why if hit.why and hit.why != hit.title else hit.detail
        return Entry(
            key=f"{key}{hit.id}",
            group=Group.EVERYWHERE,
            title=hit.title,
            hint=" · ".join(one for one in (ctx.t(name), mission) if one),
            note=" · ".join(one for one in (day, said) if one),
            icon=icon,
            run=partial(self._wanted, hit),
        )


def _read(
    workspace: Workspace, query: str, mission: UUID | None, language: str, _progress: Progress
) -> tuple[str, tuple[Hit, ...]]:
    from missionplanner.services.search import search

    return query, search(workspace, query, ALONE, mission=mission, language=language)
