"""Take from the workspace what documents know from before: memories of hosts, names, copies people hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from missionplanner.documents.archive import Archive, Earlier
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.orders import Order
from missionplanner.domain.figures.cuts import NUTS_LEVEL_2
from missionplanner.domain.plan import MissionPlan
from missionplanner.services import missions
from missionplanner.services.directory import memory, value_chains
from missionplanner.services.directory.memory import Remembered
from missionplanner.services.paper import held_copies
from missionplanner.services.results import routes
from missionplanner.services.workspace import Workspace

BRIEFING, CATALOGUE, SURVEY = "briefing", "catalogue", "survey"


def archive_of(ws: Workspace, plan: MissionPlan, orders: Sequence[Order]) -> Archive:
    """Return what these documents draw on; nothing is read that none of them shows."""
    asked = {one.kind for one in orders}
    earlier = {}
    if BRIEFING in asked:
        for languages in {one.languages for one in orders if one.kind == BRIEFING}:
            earlier["+".join(languages)] = _earlier(ws, plan, languages[0])
    telling = any(kind.results for kind in map(kind_of, asked) if kind is not None)
    chains = dict(value_chains.codes(ws)) if CATALOGUE in asked or telling else {}
    copies = held_copies.copies(ws, plan, orders)
    survey = missions.record(ws, plan.mission.code).survey_questions if SURVEY in asked else ()
    if not telling:
        return Archive(earlier, chains, copies, survey)
    record = missions.record(ws, plan.mission.code)
    return Archive(earlier, chains, copies, survey, record, routes.route(plan), _regions(plan), _ports(plan))


def _ports(plan: MissionPlan) -> dict[str, str]:
    """Return the cities of the airports of a mission, by code."""
    from missionplanner.reference import airports

    codes = {code for one in plan.legs for code in (one.origin, one.destination) if code}
    return {code: found.city for code in codes if (found := airports.find(code)) is not None and found.city}


def _regions(plan: MissionPlan) -> dict[str, str]:
    """Return the names of the regions organisations of a mission are in, by code."""
    from missionplanner.reference import regions

    told = [one.region for one in plan.organisations] + [one.region for one in plan.partners]
    codes = {code[:NUTS_LEVEL_2] for code in told if code}
    return {code: found.name for code in codes if (found := regions.find(code)) is not None}


def _earlier(ws: Workspace, plan: MissionPlan, language: str) -> dict[UUID, tuple[Earlier, ...]]:
    return {key: tuple(_told(some)) for key, some in memory.briefs(ws, plan, language).items()}


def _told(some: Iterable[Remembered]) -> Iterable[Earlier]:
    """Give meetings, agreements, follow-ups and promises: neither other notes of the team nor its request logs."""
    for one in some:
        if one.promise or (one.note_id is None and not one.logged):
            yield Earlier(one.day, one.what, one.text, one.mission, one.promise)
