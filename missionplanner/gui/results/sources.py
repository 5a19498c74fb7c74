"""Take the services of results as sources of lists: each is asked for the mission that is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.domain.clock import local
from missionplanner.domain.programme.timing import day_zone
from missionplanner.domain.results import outcomes as domain
from missionplanner.gui.budget.sources import Asked, source_of
from missionplanner.gui.results.stand import Stand, stand_of
from missionplanner.gui.tables.spec import Source
from missionplanner.services.results import chronicle, field_notes, outcomes, survey
from missionplanner.services.rows import Page, Row

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.workspace import Receipt, Workspace


class OfMission(Asked):
    """Be a service of results of the open mission."""

    def create_from(self, ws: Workspace, values: Mapping[str, object]) -> Receipt:
        """Store a new entry of the open mission. Raises Invalid, NotFound."""
        mission = self.mission
        if mission is None:
            raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
        made: Receipt = self.module.create_from(ws, values, mission_id=mission)
        return made


def results_of(name: str) -> Callable[[Context], Source]:
    """Return what loads a service of results when its list is first shown."""
    return source_of(f"results.{name}", OfMission)


def of_outcomes(ctx: Context) -> Source:
    """Return outcomes with a further field: how far what they are of is, and whether it has one."""
    source = results_of("outcomes")(ctx)
    return replace(source, fields=(*source.fields, "stand"), page=partial(_outcomes, ctx), delete=outcomes.delete)


def _outcomes(
    ctx: Context, ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    mission = OfMission(ctx, "results.outcomes").mission
    if mission is None:
        return Page((), 0)
    try:
        book = chronicle.read(ws, mission)
        found = outcomes.page(ws, mission, ids=ids, limit=limit, language=ctx.t.language, book=book)
    except NotFound:
        return Page((), 0)
    now = dt.datetime.now(dt.UTC)
    missing = frozenset(domain.waiting(book.plan, book.record, now).missing)
    stands = {one.id: stand_of(one, now, missing) for one in domain.subjects(book.plan, book.record)}
    rows = [Row(one.id, (*one.values, stands.get(one.id, Stand.AHEAD))) for one in found.rows]
    return Page(rows, found.total)


def of_notes(ctx: Context) -> Source:
    """Return notes with day and time apart, on the clock of where one was."""
    source = results_of("field_notes")(ctx)
    fields = ("day", "time", *field_notes.FIELDS[1:])
    return replace(source, fields=fields, page=partial(_notes, ctx, source))


def _notes(
    ctx: Context,
    source: Source,
    ws: Workspace,
    *,
    ids: Collection[UUID] | None = None,
    limit: int | None = None,
) -> Page:
    found, plan = source.page(ws, ids=ids, limit=limit), ctx.mission.plan
    rows = []
    for one in found.rows:
        at: dt.datetime | None = one.values[0]
        there = local(at, day_zone(plan, at.date())) if at is not None and plan is not None else at
        when = (there.date(), there.time().replace(second=0)) if there is not None else (None, None)
        rows.append(Row(one.id, (*when, *one.values[1:])))
    return Page(rows, found.total)


def of_survey(ctx: Context) -> Source:
    """Return questions, their means as a list shows figures."""
    source = results_of("survey")(ctx)
    return replace(source, page=partial(_questions, source))


def _questions(
    source: Source, ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    found = source.page(ws, ids=ids, limit=limit)
    place = survey.FIELDS.index("mean")
    rows = []
    for one in found.rows:
        values, mean = list(one.values), one.values[place]
        values[place] = round(Decimal(mean.numerator) / mean.denominator, 1) if mean is not None else None
        rows.append(Row(one.id, tuple(values)))
    return Page(rows, found.total)
