"""Create, read, change, copy and delete missions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import Invalid, NotFound, Occupied
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.domain import clock
from missionplanner.domain.changes import Changes
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.missions.mission_copy import Carry, copied
from missionplanner.domain.plan import PARTS, Dossier, MissionPlan, MissionRecord
from missionplanner.domain.programme.agenda import shifted, whole_mission_shifted
from missionplanner.domain.records import Destination, Mission
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.services import backup
from missionplanner.services.workspace import Edit, Receipt, Workspace

LONGEST_CODE = 40
LONGEST_DAYS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionDraft:
    """Be what a form for a new mission asks: a title, its days, where it goes. ``code`` is made up if empty.

    ``city`` becomes the first destination, in ``country`` where that is known.
    """

    title: str
    start: dt.date
    end: dt.date
    zone: str
    city: str = ""
    country: str = ""
    code: str = ""
    language: str = "it"


def listing(ws: Workspace) -> tuple[Mission, ...]:
    """Return all missions, by their first day."""
    with ws.reading() as connection:
        return reading.missions(connection)


def find(ws: Workspace, code: str) -> Mission:
    """Return the mission of this code. Raises NotFound, naming what there is."""
    with ws.reading() as connection:
        return _found(connection, code)


def _found(connection: sa.Connection, code: str) -> Mission:
    one = reading.mission(connection, code)
    if one is not None:
        return one
    codes = ", ".join(one.code for one in reading.missions(connection)[:8])
    if codes:
        raise NotFound(N_("There is no mission “{code}”. There are: {codes}."), code=code, codes=codes)
    raise NotFound(N_("There is no mission “{code}”: the workspace is empty."), code=code)


def plan(ws: Workspace, code: str, *, before: MissionPlan | None = None) -> MissionPlan:
    """Read one mission as a value. The number of queries does not depend on its size.

    ``before`` is the mission as it was read earlier: parts that stay the same are its own, with their look-ups.
    """
    with ws.reading() as connection:
        now = reading.plan(connection, _found(connection, code))
    if before is None or before.mission.id != now.mission.id:
        return now
    other = {name: getattr(now, name) for name in PARTS if getattr(now, name) != getattr(before, name)}
    if now.mission != before.mission:
        other["mission"] = now.mission
    return before.changed(changed_at=now.changed_at, **other)


def record(ws: Workspace, code: str) -> MissionRecord:
    """Read what a mission cost and what came of it."""
    with ws.reading() as connection:
        return reading.mission_record(connection, _found(connection, code))


def dossier(ws: Workspace, code: str, *, sensitive: bool = False) -> Dossier:
    """Read a mission complete, as a file carries it; confidential records only with ``sensitive``."""
    with ws.reading() as connection:
        one = _found(connection, code)
        return Dossier(
            reading.plan(connection, one),
            reading.mission_record(connection, one),
            reading.confidential(connection, one) if sensitive else (),
        )


def create(ws: Workspace, draft: MissionDraft) -> Receipt:
    """Make a new mission. Raises Invalid with the field, Occupied where the code is taken."""
    with ws.edit(N_("New mission “{title}”"), title=clean(draft.title, MAX_LINE)) as edit:
        added(edit, draft)
    return edit.receipt


def added(edit: Edit, draft: MissionDraft) -> Mission:
    """Add a new mission within an edit. Raises Invalid with the field, Occupied where the code is taken."""
    title = clean(draft.title, MAX_LINE)
    if not title:
        raise Invalid(N_("Give the mission a title."), field="title")
    one = Mission(
        code=draft.code or "",
        title=Texts.of({draft.language: title}),
        start=draft.start,
        end=draft.end,
        zone=draft.zone,
        status=MissionStatus.PLANNING,
        languages=(draft.language,),
    )
    refuse_impossible(one)
    taken = {other.code for other in reading.missions(edit.connection)}
    code = clean(draft.code, LONGEST_CODE) or made_up_code(title, draft.start, taken)
    if code in taken:
        raise Occupied(N_("There is a mission “{code}” already. Choose another code."), code=code)
    mission = edit.add(replace(one, code=code))
    city = clean(draft.city, MAX_LINE)
    if city:
        country = clean(draft.country, MAX_LINE) or None
        edit.add(Destination(mission_id=one.id, city=city, country=country))
    return mission


def change(
    ws: Workspace,
    one: Mission,
    destinations: Sequence[Destination] | None = None,
    *,
    gesture: str | None = None,
) -> Receipt:
    """Save a mission's own fields. Items that fall outside new dates stay where they are, and are flagged.

    ``destinations``, where given, are all the mission has from now on, in their order; one that names no place
    is left out. Raises Invalid, Stale, NotFound; Occupied where the new code is taken.
    """
    one = replace(cleaned(one), code=clean(one.code, LONGEST_CODE))
    if not one.title:
        raise Invalid(N_("Give the mission a title."), field="title")
    if not one.code:
        raise Invalid(N_("Give the mission a code."), field="code")
    refuse_impossible(one)
    with ws.edit(N_("Change “{title}”"), title=label(one), gesture=gesture) as edit:
        if any(other.code == one.code and other.id != one.id for other in reading.missions(edit.connection)):
            raise Occupied(N_("There is a mission “{code}” already. Choose another code."), code=one.code)
        edit.save(one)
        if destinations is not None:
            edit.write(_redirected(edit.plan(one.id).destinations, destinations, one.id))
    return edit.receipt


def _redirected(there: Sequence[Destination], wanted: Sequence[Destination], mission_id: UUID) -> Changes:
    known = {one.id: one for one in there}
    kept = [cleaned(one) for one in wanted]
    kept = [replace(one, mission_id=mission_id) for one in kept if one.city or one.country or one.region]
    placed = [replace(one, position=number) for number, one in enumerate(kept)]
    ids = {one.id for one in placed}
    return Changes(
        saved=tuple(one for one in placed if one.id in known and one != known[one.id]),
        added=tuple(one for one in placed if one.id not in known),
        removed=tuple(one for one in there if one.id not in ids),
    )


def shift(ws: Workspace, code: str, days: int = 0, *, minutes: int = 0) -> Receipt:
    """Move a whole mission: by days with its dates, nights and slots, by minutes its items and their legs.

    Locked items stay. Raises NotFound, Invalid for a time that clocks skip.
    """
    one = find(ws, code)
    text = N_("Move the whole mission “{title}” by {days} days and {minutes} minutes")
    if not minutes:
        text = N_("Move the whole mission “{title}” by {days} days")
    elif not days:
        text = N_("Move the whole mission “{title}” by {minutes} minutes")
    with ws.edit(text, title=label(one), days=days, minutes=minutes) as edit:
        for step in (partial(_by_days, days=days), partial(_by_minutes, minutes=minutes)):
            edit.write(step(edit.plan(one.id)))
    return edit.receipt


def shift_preview(plan: MissionPlan, days: int = 0, *, minutes: int = 0) -> tuple[MissionPlan, tuple[UUID, ...]]:
    """Return the mission as ``shift`` would leave it and the items that would stay; nothing is changed."""
    first = _by_days(plan, days=days)
    moved = first.on(plan)
    second = _by_minutes(moved, minutes=minutes)
    return second.on(moved), tuple(dict.fromkeys((*first.left, *second.left)))


def _by_days(plan: MissionPlan, days: int) -> Changes:
    return whole_mission_shifted(plan, days) if days else Changes()


def _by_minutes(plan: MissionPlan, minutes: int) -> Changes:
    return shifted(plan, [item.id for item in plan.items], minutes=minutes) if minutes else Changes()


def copy(
    ws: Workspace, code: str, new_code: str, start: dt.date, carry: Carry, *, title: Texts | None = None
) -> Receipt:
    """Make a new mission from one there is, beginning on ``start``; ``carry`` says what comes along.

    ``title`` is its own where given. Raises NotFound, Invalid, Occupied.
    """
    one = find(ws, code)
    wanted = clean(new_code, LONGEST_CODE)
    if not wanted:
        raise Invalid(N_("Give the new mission a code."), field="code")
    with ws.edit(N_("Copy “{title}”"), title=label(one)) as edit:
        if reading.mission(edit.connection, wanted) is not None:
            raise Occupied(N_("There is a mission “{code}” already. Choose another code."), code=wanted)
        plan = edit.plan(one.id)
        if title:
            plan = replace(plan, mission=replace(plan.mission, title=title))
        edit.write(copied(plan, reading.mission_record(edit.connection, one), wanted, start, carry))
    return edit.receipt


def delete(ws: Workspace, code: str) -> Receipt:
    """Delete a mission with all that is its own; people, organisations and places stay. A backup comes first."""
    one = find(ws, code)
    backup.make(ws)
    with ws.edit(N_("Delete mission “{title}”"), title=label(one)) as edit:
        edit.delete(one)
    return edit.receipt


def label(one: Mission) -> str:
    """Return the title as the history tells it."""
    return one.title.best(one.languages[0] if one.languages else "it", one.languages) or one.code


def refuse_impossible(one: Mission) -> None:
    """Raise Invalid where a mission's own fields cannot be."""
    clock.zone(one.zone)
    if one.end < one.start:
        raise Invalid(N_("The mission ends before it begins."), field="end")
    if (one.end - one.start).days > LONGEST_DAYS:
        raise Invalid(
            N_("A mission of more than {days} days is not planned here."), field="end", days=LONGEST_DAYS
        )


def made_up_code(title: str, start: dt.date, taken: set[str]) -> str:
    """Return a code from the words of a title and the year, unlike those taken."""
    words = re.findall(r"\w+", title.upper())
    stem = "-".join(["".join(word[:3] for word in words[:3]) or "M", str(start.year)])
    return next(
        name
        for number in range(1, len(taken) + 2)
        if (name := stem if number == 1 else f"{stem}-{number}") not in taken
    )
