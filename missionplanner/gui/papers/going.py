"""Go to where a concern is mended, with the records it is about chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast
from uuid import UUID

from missionplanner.gui import found
from missionplanner.gui import places as known

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.gui.main_window import MainWindow
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.gui.pages.delegation import DelegationPage
    from missionplanner.gui.pages.logistics import LogisticsPage
    from missionplanner.services.paper.preflight import Concern


PAPER = frozenset({"funding", "accent"})
"""Rules about how a mission's paper looks and who pays for it."""


def go_there(window: MainWindow, concern: Concern) -> None:
    """Show the page on which something can be done about a concern."""
    plan = window.ctx.mission.plan
    if plan is None:
        return
    where, records = concern.where.value, concern.records
    items = [one for one in records if plan.item(one) is not None]
    if where == "agenda" or (items and where != "logistics"):
        _show_items(window, items)
    elif where == "people":
        _show_people(window, plan, records)
    elif where == "logistics":
        _show_logistics(window, plan, records)
    elif where == "meetings":
        window.places.go(known.B2B)
    elif where in ("places", "organisations"):
        found.show_in_directory(window, where.removesuffix("s"), records[0]) if records else None
    elif where == "letters":
        window.actions_["letter_templates"].trigger()
    else:
        window.places.go(known.OVERVIEW)
        window.actions_["mission_branding" if concern.rule in PAPER else "mission_details"].trigger()


def _show_items(window: MainWindow, items: Sequence[UUID]) -> None:
    if window.places.go(known.AGENDA) and items:
        cast("AgendaPage", window.places.page(known.AGENDA)).show_items(list(items))


def _show_people(window: MainWindow, plan: MissionPlan, records: Sequence[UUID]) -> None:
    """Choose delegates in the list of the delegation; groups where the concern is about them."""
    if not window.places.go(known.DELEGATION):
        return
    page = cast("DelegationPage", window.places.page(known.DELEGATION))
    if records and any(one.id in records for one in plan.groups):
        page.show_part("groups")
        return
    delegates = {one.id for one in plan.delegates}
    by_person = plan.delegate_by_person
    chosen = [
        one if one in delegates else by_person[one].id for one in records if one in delegates | by_person.keys()
    ]
    if not chosen:
        page.show_part("people")
        return
    page.show_delegate(chosen[0])
    if len(chosen) > 1:
        page.list.table.choose(chosen)


def _show_logistics(window: MainWindow, plan: MissionPlan, records: Sequence[UUID]) -> None:
    if window.places.go(known.LOGISTICS):
        legs = {one.id for one in plan.legs} | {one.id for one in plan.items if one.leg_id is not None}
        journeys = any(one in legs for one in records)
        cast("LogisticsPage", window.places.page(known.LOGISTICS)).show_part("journeys" if journeys else "rooms")
