"""Read, propose, apply: the way of a foreign file into a mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid, MissionPlannerError, Occupied
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.db import lists
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import agenda as steps
from missionplanner.exchange import bounded
from missionplanner.exchange.tables import Circumstances
from missionplanner.exchange.tables import Mapping as Columns
from missionplanner.services import backup, knowledge, media, missions
from missionplanner.services.imports import drafts as d
from missionplanner.services.imports import proposing, sheets, tables
from missionplanner.services.imports import reading as readers
from missionplanner.services.imports.desk import Desk
from missionplanner.services.imports.drafts import Form, Reading, Setting, Warned
from missionplanner.services.imports.founding import MissionMade, founded
from missionplanner.services.imports.proposing import Entry, Proposal
from missionplanner.services.imports.sheets import GUESSED
from missionplanner.services.imports.taking import Decision
from missionplanner.services.workspace import Edit, Receipt, Workspace

_COUNTRIES = {"it": "IT", "es": "ES", "fr": "FR", "de": "DE", "nl": "NL", "pt": "PT"}
"""Whose phones lack a prefix where a mission says nothing of home but its first language."""
_DIRECTORY = frozenset({d.ORGANISATIONS, d.PEOPLE, d.PLACES})
"""Lists that need no mission."""
NONE: Mapping[int, Decision] = {}


# -- reading ------------------------------------------------------------------------------------------


def read(
    ws: Workspace,
    code: str | None,
    data: bytes,
    name: str,
    form: Form | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read a file, as ``form`` or as what it must be. Nothing is written. Raises Invalid, Damaged, Cancelled."""
    return readers.read(data, name, form, _setting(ws, code), progress)


def read_expected(
    ws: Workspace, code: str | None, data: bytes, name: str, expected: Form, progress: Progress | None = None
) -> Reading:
    """Read a file that is most likely of one form: as that, unless it holds nothing of it. Raises as ``read``."""
    try:
        guess = read(ws, code, data, name, None, progress)
    except Invalid:  # it does not tell what it is of
        return read(ws, code, data, name, expected, progress)
    if guess.form in (expected, Form.RETURNED) or guess.book is None:
        return guess
    found = read(ws, code, data, name, expected, progress)
    return found if found.drafts else guess


def read_paste(
    ws: Workspace,
    code: str | None,
    text: str,
    html: str = "",
    form: Form | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read what was pasted, as ``read`` does."""
    return readers.pasted(text, html, form, _setting(ws, code), progress)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Be how a table is to be read instead: as another form, another sheet, with other columns.

    ``heading`` is the row that heads it, from 0, None where none does.
    """

    form: Form | None = None
    sheet: int | None = None
    columns: Columns | None = None
    heading: int | None = GUESSED


def read_again(ws: Workspace, code: str | None, reading: Reading, how: Otherwise) -> Reading:
    """Read a table again that was read already; another sheet as what it most likely is. Raises Invalid."""
    if reading.book is None:
        return reading
    setting = _setting(ws, code)
    number = reading.sheet if how.sheet is None else how.sheet
    guess = next((one.form for one in reading.sheets if one.number == number), None)
    form = how.form or (guess if how.sheet is not None else None) or reading.form
    read_by = how.columns or sheets.how_of(reading.book, number, form, setting, how.heading)
    found = tables.of_sheet(reading.book, reading.file, number, read_by, setting)
    return replace(found, sheets=reading.sheets)


def as_people(reading: Reading) -> Reading:
    """Return a list of delegates as one of people, for the directory alone."""
    if not any(one.list == d.DELEGATES for one in reading.drafts):
        return reading
    return replace(reading, drafts=tuple(replace(one, list=d.PEOPLE) for one in reading.drafts))


def _setting(ws: Workspace, code: str | None) -> Setting:
    plan = _plan(ws, code)
    today = dt.date.today()

    def remembered(signature: str, kind: str) -> str | None:
        with ws.reading() as connection:
            equal = {"signature": signature, "kind": kind}
            found = lists.rows(connection, r.ImportMapping, ("content",), (), equal=equal)
        return found[0][1] if found else None

    if plan is None:
        return Setting(Circumstances(today), remembered=remembered)
    mission = plan.mission
    first = mission.languages[0] if mission.languages else ""
    return Setting(
        Circumstances(
            today,
            knowledge.of(plan).home or _COUNTRIES.get(first),
            plan.days,
            mission.languages,
            mission.currency,
        ),
        tuple(dict.fromkeys([mission.zone, *(one.zone for one in plan.destinations if one.zone)])),
        remembered,
    )


def _plan(ws: Workspace, code: str | None) -> MissionPlan | None:
    known = code is not None and any(one.code == code for one in missions.listing(ws))
    return missions.plan(ws, code) if known and code is not None else None


# -- proposing ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Target:
    """Be where a file goes: a mission's code, None for the directory alone.

    With ``update`` filled fields are brought up to date, else only blank ones. ``zone`` is that of a mission the
    file would make, ``made`` that mission as a person wants it. ``session`` is the B2B session wishes go into,
    None for the first; with ``takes_part`` organisations take part in it.
    """

    code: str | None = None
    update: bool = False
    zone: str | None = None
    made: MissionMade | None = None
    session: UUID | None = None
    takes_part: bool = False


def look(
    ws: Workspace,
    target: Target,
    data: bytes,
    name: str,
    form: Form | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Read a file and say what taking it in would do. Raises Invalid, NotFound, Damaged, Cancelled."""
    reading = read(ws, target.code, data, name, form, progress)
    return propose(ws, reading, aimed(ws, reading, target), progress=progress)


def aimed(ws: Workspace, reading: Reading, target: Target) -> Target:
    """Return a target with the mission a reading would make, where there is none of its code.

    Raises Invalid where no day of the reading is known, NotFound where it is no programme.
    """
    code = target.code
    if code is None or target.made is not None or any(one.code == code for one in missions.listing(ws)):
        return target
    if not any(one.list == d.AGENDA for one in reading.drafts):
        missions.find(ws, code)
    return replace(target, made=founded(reading, code, target.zone))


def propose(
    ws: Workspace,
    reading: Reading,
    target: Target,
    decisions: Mapping[int, Decision] = NONE,
    progress: Progress | None = None,
) -> Proposal:
    """Say what taking a reading in would do, with what was decided so far; nothing is written. Raises Invalid."""
    desk = _desk(ws, reading, target)
    entries = proposing.run(desk, reading, decisions, progress)
    return _proposal(reading, target, desk, entries)


def _proposal(reading: Reading, target: Target, desk: Desk, entries: tuple[Entry, ...]) -> Proposal:
    warnings, made = reading.warnings, target.made
    if made is not None and made.zone_guessed and made.zone:
        text = Message.of(_GUESSED, {"zone": made.zone})
        warnings = (*warnings, Warned("zone_guessed", None, "", text))
    return Proposal(
        reading=reading,
        mission=_code(target),
        mission_is_new=desk.mission_is_new,
        entries=entries,
        warnings=warnings,
    )


_GUESSED = N_("The time zone {zone} is a guess: the programme names no town that is known.")


def _code(target: Target) -> str | None:
    return target.made.code if target.made is not None else target.code


def _desk(ws: Workspace, reading: Reading, target: Target) -> Desk:
    code, made = target.code, target.made
    needs = {one.list for one in reading.drafts} - _DIRECTORY
    if code is None and made is None and needs:
        raise Invalid(N_("Name the mission this goes into."), field="mission")
    mission: r.Mission | None = None
    destinations: tuple[r.Destination, ...] = ()
    if made is not None:
        mission, destinations = made.records()
        if any(one.code == mission.code for one in missions.listing(ws)):
            raise Occupied(N_("There is a mission “{code}” already. Choose another code."), code=mission.code)
    elif code is not None:
        mission = missions.find(ws, code)
    spoken = mission.languages[0] if mission is not None and mission.languages else "it"
    desk = Desk(ws, mission, update=target.update, language=reading.language or spoken)
    desk.session, desk.takes_part = target.session, target.takes_part
    for one in destinations:
        desk.add(one)
    if destinations and desk.plan is not None:
        desk.plan = replace(desk.plan, destinations=destinations)
    return desk


# -- writing ------------------------------------------------------------------------------------------


def apply(
    ws: Workspace,
    reading: Reading,
    target: Target,
    decisions: Mapping[int, Decision] = NONE,
    progress: Progress | None = None,
) -> tuple[Receipt, Proposal]:
    """Take a reading in as one step that can be undone; a backup is made first where there is something to lose.

    What the file said is recognised anew in the workspace of this moment. A value that cannot be is kept aside
    and told, never the whole file refused. Raises Invalid, NotFound, Occupied.
    """
    photos = _photos(reading, decisions)
    if missions.listing(ws):
        backup.make(ws)
    with ws.edit(N_("Import “{file}”"), file=reading.file) as edit:
        if not reading.file:
            edit.call(N_("Take in what was pasted"))
        told = {number: {"photo": media.store(edit, *photo)} for number, photo in photos.items()}
        desk = _desk(ws, reading, target)
        entries = proposing.run(desk, _with(reading, told), decisions, progress)
        edit.write(desk.changes())
        _renumber(edit, desk)
        _remember(edit, reading)
    return edit.receipt, _proposal(reading, target, desk, entries)


def _renumber(edit: Edit, desk: Desk) -> None:
    """Put new items where their time belongs, those without a time where the file has them."""
    changes = desk.changes()
    items = [one for one in (*changes.added, *changes.saved) if isinstance(one, r.AgendaItem)]
    if not items or desk.plan is None:
        return
    plan = edit.plan(desk.plan.mission.id)
    touched: set[UUID] = {one.id for one in items}
    for day in sorted({one.date for one in items}, key=lambda day: day or dt.date.min):
        others = any(one.id not in touched for one in plan.items_on(day))
        placed = [one.id for one in items if one.date == day and one.start is not None] if others else []
        edit.write(steps.renumbered(plan, day, placed))


def _remember(edit: Edit, reading: Reading) -> None:
    """Keep how the columns of this sender's tables are read."""
    for how in (reading.columns, *reading.learned):
        if how is not None and how.header_row is not None:
            _remember_columns(edit, how)


def _remember_columns(edit: Edit, how: Columns) -> None:
    known = [one for one in edit.all(r.ImportMapping, signature=how.signature) if one.kind == str(how.kind)]
    content = how.to_json()
    if known:
        edit.save(replace(known[0], content=content))
    else:
        edit.add(r.ImportMapping(signature=how.signature, kind=str(how.kind), content=content))


def _photos(reading: Reading, decisions: Mapping[int, Decision]) -> dict[int, tuple[bytes, str]]:
    """Return the photos of cards made safe to keep, with their endings; one that cannot be read is left out."""
    found: dict[int, tuple[bytes, str]] = {}
    for one in reading.drafts:
        data, decision = one.values.get("photo"), decisions.get(one.number)
        if not isinstance(data, bytes) or (decision is not None and decision.take is False):
            continue
        try:
            photo = bounded.run("missionplanner.exchange.photos.clean", data)
        except MissionPlannerError:
            continue
        if photo.media_type == "image/svg+xml":  # a drawing is no photo
            continue
        found[one.number] = (photo.data, "png" if photo.media_type == "image/png" else "jpg")
    return found


def _with(reading: Reading, told: Mapping[int, Mapping[str, Any]]) -> Reading:
    """Return a reading with further values of some drafts."""
    if not told:
        return reading
    some = (
        replace(one, values={**one.values, **told[one.number]}) if one.number in told else one
        for one in reading.drafts
    )
    return replace(reading, drafts=tuple(some))
