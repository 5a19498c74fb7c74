"""Offer what cells of the delegation choose from: people, groups, legs, room mates of the open mission."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.inspector.offers import Offers

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


def people(ctx: Context) -> Sequence[Option]:
    """Return the people of the directory, namesakes told apart by their organisation."""
    return known(ctx).people()


def organisations(ctx: Context) -> Sequence[Option]:
    """Return the organisations of the directory."""
    return known(ctx).organisations()


def groups(ctx: Context) -> Sequence[Option]:
    """Return the groups of the mission in their order, each under its name in every language."""
    plan = ctx.mission.plan
    if plan is None:
        return ()
    found = []
    for one in plan.groups:
        names = [text for _code, text in one.name.entries] if one.name is not None else []
        shown = one.name.best(ctx.t.language, plan.mission.languages) if one.name is not None else ""
        found.append(Option(shown, one.id, tuple(name for name in names if name != shown)))
    return found


def legs(ctx: Context) -> Sequence[Option]:
    """Return the legs of the mission, each also by its day."""
    from missionplanner.domain.logistics.seating import called

    plan = ctx.mission.plan
    return [Option(called(one), one.id, (str(one.date or ""),)) for one in plan.legs] if plan is not None else ()


def delegates(ctx: Context) -> Sequence[Option]:
    """Return the delegates whose names are known."""
    plan = ctx.mission.plan
    if plan is None:
        return ()
    return [Option(plan.label(one.person_id), one.id) for one in plan.delegates if plan.is_named(one)]


def travellers(ctx: Context) -> Sequence[Option]:
    """Return the people who travel, by their own id: who can lead a group."""
    plan = ctx.mission.plan
    if plan is None:
        return ()
    return [Option(plan.label(one.person_id), one.person_id) for one in plan.travellers if plan.is_named(one)]


def known(ctx: Context) -> Offers:
    """Return what the workspace knows by name, kept until something changes."""
    found = ctx.findChild(Offers)
    return found if found is not None else Offers(ctx, ctx)
