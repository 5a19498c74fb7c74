"""Offer what cells of the logistics choose from: airports, hotels, journeys, vehicles, currencies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.inspector.offers import Offers

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.gui.context import Context
    from missionplanner.gui.tables.spec import ReadPage
    from missionplanner.services.rows import Page
    from missionplanner.services.workspace import Workspace

_CURRENCIES = ("EUR", "USD", "GBP", "CHF", "SEK", "DKK", "NOK", "PLN", "CZK", "JPY", "CNY", "BRL", "ILS", "AED")


def airports(typed: str) -> Sequence[Option]:
    """Return the airports somebody may mean, by code, city or name."""
    from missionplanner.services import knowledge

    if len(typed) < 2:
        return ()
    return [
        Option(f"{port.city or port.name} ({code})", code, (code, port.name or ""))
        for code, port in knowledge.airports(typed)
    ]


def hotels(ctx: Context) -> Sequence[Option]:
    """Return the places of the directory, those where people of the mission sleep first."""
    found = ctx.findChild(Offers)
    places = (found if found is not None else Offers(ctx, ctx)).places()
    used = {one.hotel_id for one in ctx.mission.plan.stays} if ctx.mission.plan is not None else set()
    return sorted(places, key=lambda one: one.value not in used)


def journeys(ctx: Context) -> Sequence[Option]:
    """Return the journeys of the mission."""
    plan = ctx.mission.plan
    if plan is None:
        return ()
    some = [
        (one.id, one.name.best(ctx.t.language, plan.mission.languages) if one.name else "")
        for one in plan.journeys
    ]
    return [Option(name, identity) for identity, name in some if name]


def vehicles(ctx: Context) -> Sequence[Option]:
    """Return the vehicles of the mission, each also by its plate."""
    plan = ctx.mission.plan
    some = plan.vehicles if plan is not None else ()
    return [Option(one.name or one.plate or "", one.id, (one.plate,) if one.plate else ()) for one in some]


def currencies(_ctx: Context) -> Sequence[Option]:
    """Return the currencies missions are most often paid in."""
    return [Option(one, one) for one in _CURRENCIES]


# -- lists of the open mission ------------------------------------------------------------------------


def plan_of(ctx: Context) -> MissionPlan:
    """Return the plan of the mission on screen, which is there wherever its pages are."""
    assert ctx.mission.plan is not None
    return ctx.mission.plan


def mission_id(ctx: Context) -> UUID:
    """Return the id of the mission on screen."""
    return plan_of(ctx).mission.id


def of_mission(ctx: Context, read: Callable[..., Page]) -> ReadPage:
    """Return what reads a list of the mission that is on screen then."""

    def page(ws: Workspace, *, ids: object = None, limit: int | None = None) -> Page:
        return read(ws, mission_id(ctx), ids=ids, limit=limit)

    return page
