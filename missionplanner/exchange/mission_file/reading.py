"""Read the bytes of a mission file into its shapes, refusing what the format forbids (EXCHANGE §1)."""

from __future__ import annotations

from typing import Any

import msgspec

from missionplanner.base.messages import N_
from missionplanner.exchange.mission_file import faults, kinds, scan, versions
from missionplanner.exchange.mission_file.leaves import clean_values, require_known
from missionplanner.exchange.mission_file.shapes import FORMAT, VERSION, MissionFile, Session
from missionplanner.exchange.mission_file.trouble import PathStep, Trouble, shown


class _Head(msgspec.Struct):
    format: Any = None
    version: Any = None


def parse(data: bytes) -> MissionFile:
    """Return the file as it is, every text cleaned and every value and id checked; times are checked later.

    Raises Trouble.
    """
    text = scan.prepared(data)
    try:
        _require_ours(msgspec.json.decode(text, type=_Head))
        file = msgspec.json.decode(text, type=MissionFile)
    except msgspec.ValidationError as error:
        raise faults.validation(error, text) from error
    except msgspec.DecodeError as error:
        raise faults.syntax(error, text) from error
    clean_values(file)
    versions.require(file)
    require_known(file, _ids(file))
    for number, session in enumerate(file.matchmaking or ()):
        try:
            _require_slots(session)
        except Trouble as trouble:
            raise trouble.within(number).within("matchmaking") from None
    return file


def _require_ours(head: _Head) -> None:
    """Refuse another format and a later version before a key of theirs is called unknown."""
    if isinstance(head.format, str) and head.format != FORMAT:
        raise Trouble(
            N_("{path} says “{value}”; a mission file says “{ours}”."),
            path=["format"],
            value=shown(head.format),
            ours=FORMAT,
        )
    if not isinstance(head.version, int) or isinstance(head.version, bool):
        return
    if head.version > VERSION:
        raise Trouble(
            N_("{path} is {value}, which is newer than this program reads ({ours}). Update Mission Planner."),
            path=["version"],
            value=shown(head.version),
            ours=VERSION,
        )
    if head.version < 1:
        raise Trouble(
            N_("{path} holds {value}, but must be at least {limit}."),
            path=["version"],
            value=shown(head.version),
            limit=1,
        )


def _ids(file: MissionFile) -> dict[str, dict[str, list[PathStep]]]:
    """Return every id of every list, and where it stands. Raises Trouble for one that stands twice."""
    known: dict[str, dict[str, list[PathStep]]] = {}
    for name in kinds.LISTS:
        rows = getattr(file, name) or ()
        known[name] = _distinct([(getattr(row, "id", None), [name, n]) for n, row in enumerate(rows)])
    objectives = file.mission.objectives or ()
    known["objectives"] = _distinct([(row.id, ["mission", "objectives", n]) for n, row in enumerate(objectives)])
    known["meetings"] = _distinct(
        [
            (meeting.id, ["matchmaking", n, "meetings", m])
            for n, session in enumerate(file.matchmaking or ())
            for m, meeting in enumerate(session.meetings or ())
        ]
    )
    return known


def _distinct(rows: list[tuple[str | None, list[PathStep]]]) -> dict[str, list[PathStep]]:
    found: dict[str, list[PathStep]] = {}
    for identity, path in rows:
        if identity is None:
            continue
        if identity in found:
            raise Trouble(
                N_("{path} is “{value}”, an id already given in row {row} of the same list."),
                path=[*path, "id"],
                value=shown(identity),
                row=f"[{found[identity][-1]}]",
            )
        found[identity] = path
    return found


def _require_slots(session: Session) -> None:
    """Refuse numbers of slots and names of tables that a session does not have."""
    count = len(session.slots or ())
    tables = {one if isinstance(one, str) else one.name for one in session.tables or ()}
    for number, participant in enumerate(session.participants or ()):
        for position, slot in enumerate(participant.unavailable or ()):
            _require_slot(slot, count, ["participants", number, "unavailable", position])
    for number, interpreter in enumerate(session.interpreters or ()):
        for position, slot in enumerate(interpreter.unavailable or ()):
            _require_slot(slot, count, ["interpreters", number, "unavailable", position])
    for number, meeting in enumerate(session.meetings or ()):
        if meeting.slot is not None:
            _require_slot(meeting.slot, count, ["meetings", number, "slot"])
        if meeting.table is not None and meeting.table not in tables:
            raise Trouble(
                N_("{path} names “{value}”, which is not among the {list} of this file."),
                path=["meetings", number, "table"],
                value=shown(meeting.table),
                list="tables",
            )


def _require_slot(slot: int, count: int, path: list[PathStep]) -> None:
    if slot < count:
        return
    if count == 0:
        raise Trouble(N_("{path} is slot {value}, but this session has no slots."), path=path, value=slot)
    raise Trouble(
        N_("{path} is slot {value}, but the slots of this session are 0 to {last}."),
        path=path,
        value=slot,
        last=count - 1,
    )
