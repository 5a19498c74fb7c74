"""Ask whom documents are for, or who is on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.logistics.people_dialog import PeopleDialog, candidates

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.gui.papers.options import PaperOptions


def ask_whom(window: QWidget, ctx: Context, options: PaperOptions) -> None:
    """Ask for whom the document in front is; everybody ticked is everybody, whoever joins later."""
    request = options.batch() or options.request()
    if request is not None:
        ask_people(window, ctx, request.people, options.choose_people)


def ask_people(
    window: QWidget, ctx: Context, chosen: Sequence[UUID], take: Callable[[Sequence[UUID]], object]
) -> None:
    """Ask for people of the open mission; ``take`` gets none where all are ticked."""
    plan = ctx.mission.plan
    if plan is None:
        return
    some = [one for one in candidates(ctx, plan) if one.person_id is not None and _is_named(plan, one.person_id)]
    people = {one.delegate_id: one.person_id for one in some if one.person_id is not None}

    def store(delegates: list[UUID]) -> None:
        take(() if len(delegates) == len(people) else [people[one] for one in delegates])

    dialog = PeopleDialog(window, ctx, ctx.t("For whom"), some, store, ctx.t("Choose"))
    wanted = set(chosen) or set(people.values())
    dialog.tick([one for one, person in people.items() if person in wanted])
    dialog.open()


def _is_named(plan: MissionPlan, person_id: UUID) -> bool:
    person = plan.person(person_id)
    return person is not None and not person.unnamed
