"""Take missions in from files and give them out again. Each file is one changeset and one undo step."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid, NotFound, Occupied
from missionplanner.base.messages import N_, Message
from missionplanner.db import reading
from missionplanner.domain.likeness.belonging import LISTS
from missionplanner.domain.likeness.merge import OURS_ALONE
from missionplanner.domain.plan import PARTS, RECORD_PARTS, Dossier
from missionplanner.domain.records import FileRef
from missionplanner.domain.texts import Texts
from missionplanner.exchange import mission_file
from missionplanner.services import backup, media, missions
from missionplanner.services.merging import Entry, Merged, merge
from missionplanner.services.workspace import Receipt, Workspace

LARGEST_FILE = 25 * 1024 * 1024
"""Bytes of a file that is imported (RELIABILITY §2)."""
MISSION_FILES = (".json", ".mission")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Tell what came of a file; entries are those of the file plus ``list``, ``source`` and ``confidence``."""

    file: str
    mission: str
    added: tuple[Mapping[str, Any], ...]
    changed: tuple[Mapping[str, Any], ...]
    doubtful: tuple[Mapping[str, Any], ...]
    doubts: tuple[Message, ...]
    receipt: Receipt

    def counted(self, entries: tuple[Mapping[str, Any], ...]) -> dict[str, int]:
        """Return how many of these entries are of each list."""
        found: dict[str, int] = {}
        for one in entries:
            found[one["list"]] = found.get(one["list"], 0) + 1
        return found


@dataclass(frozen=True, slots=True)
class Preview:
    """Tell what a file holds before it is imported. ``known`` tells that its mission is in the workspace already.

    ``counts`` are the entries of each list of the file; ``added`` and ``changed`` those that an import would add
    or bring up to date; ``pictures`` the photos, logos, offers and receipts it carries.
    """

    code: str
    title: Texts
    languages: tuple[str, ...]
    first_day: dt.date
    last_day: dt.date
    cities: tuple[str, ...]
    known: bool
    counts: Mapping[str, int]
    added: Mapping[str, int]
    changed: Mapping[str, int]
    doubts: tuple[Message, ...]
    pictures: int

    @property
    def brings_news(self) -> bool:
        """Tell whether an import would change anything in a list of the workspace."""
        return not self.known or bool(self.added or self.changed)


class _Dry(Exception):
    """Leave an edit without storing it."""


def import_file(ws: Workspace, path: Path, *, update: bool = False, dry_run: bool = False) -> ImportReport:
    """Put the mission of a file into the workspace; a backup is made first where there is something to lose.

    Raises NotFound, Invalid with the path within the file, Occupied where the mission is there and ``update``
    was not given. Nothing is changed then, nor with ``dry_run``.
    """
    dossier, files = read_file(path)
    code = dossier.plan.mission.code
    if not dry_run and missions.listing(ws):
        backup.make(ws)
    merged = Merged()
    receipt = Receipt(None, Message(""))
    try:
        with ws.edit(N_("Import mission “{code}”"), code=code) as edit:
            if reading.mission(edit.connection, code) is not None and not update:
                raise _occupied(code)
            merged = merge(edit, dossier, update=update)
            for name, data in files.items():
                media.store(edit, data, name.rpartition(".")[2])
            if dry_run:
                raise _Dry
        receipt = edit.receipt
    except _Dry:
        pass
    return _report(path, dossier, merged, receipt)


def look(ws: Workspace, path: Path) -> Preview:
    """Tell what importing a file would do, without doing it. Raises NotFound and Invalid as an import would."""
    dossier, files = read_file(path)
    plan = dossier.plan
    known = any(one.code == plan.mission.code for one in missions.listing(ws))
    report = import_file(ws, path, update=known, dry_run=True)
    some = [one for name in PARTS for one in getattr(plan, name)]
    some += [one for name in RECORD_PARTS for one in getattr(dossier.record, name)]
    counts = Counter(LISTS[type(one)] for one in some if type(one) in LISTS)
    return Preview(
        code=plan.mission.code,
        title=plan.mission.title,
        languages=plan.mission.languages,
        first_day=plan.mission.first_day,
        last_day=plan.mission.last_day,
        cities=tuple(dict.fromkeys(one.city for one in plan.destinations if one.city)),
        known=known,
        counts=counts,
        added=report.counted(report.added),
        changed=report.counted(report.changed),
        doubts=report.doubts,
        pictures=len(files),
    )


def refuse_unfit(ws: Workspace, files: Sequence[Path], *, update: bool) -> None:
    """Raise what importing one of these files would raise, before the first of them is imported."""
    there = {one.code for one in missions.listing(ws)}
    for path in files:
        code = read_file(path)[0].plan.mission.code
        if code in there and not update:
            raise _occupied(code)
        there.add(code)


def _occupied(code: str) -> Occupied:
    return Occupied(
        N_("There is a mission “{code}” already. Use --update to bring it up to date from the file."), code=code
    )


def read_file(path: Path) -> tuple[Dossier, dict[str, bytes]]:
    """Read a mission file with the media beside it, or a package; without a workspace.

    Raises NotFound and Invalid.
    """
    suffix = path.suffix.lower()
    if suffix not in MISSION_FILES:
        raise Invalid(
            N_("{path} is no mission file. Files that end in .json or .mission can be imported."), path=str(path)
        )
    data = bytes_of(path)
    if suffix == ".mission":
        return mission_file.read_package(data)
    dossier = mission_file.read(data)
    return dossier, mission_file.media_beside(path.parent, dossier)


def export_json(ws: Workspace, code: str, *, sensitive: bool = False) -> bytes:
    """Return a mission as a mission file; travel documents, diets and the like only with ``sensitive``."""
    return mission_file.write(_dossier(ws, code, sensitive), sensitive=sensitive)


def export_package(ws: Workspace, code: str, *, sensitive: bool = False) -> bytes:
    """Return a mission as a package: its file and the photos, logos, offers and receipts it names."""
    dossier = _dossier(ws, code, sensitive)
    return mission_file.write_package(dossier, media.of(ws, dossier), sensitive=sensitive)


def _dossier(ws: Workspace, code: str, sensitive: bool) -> Dossier:
    return media.named(ws, missions.dossier(ws, code, sensitive=sensitive))


def export_schema() -> bytes:
    """Return the JSON Schema of the mission file."""
    return mission_file.schema()


def left_out(ws: Workspace, code: str) -> bool:
    """Tell whether an export without ``sensitive`` leaves something out."""
    dossier = missions.dossier(ws, code, sensitive=True)
    held = any(
        getattr(one, column.name) is not None
        for one in dossier.confidential
        for column in fields(one)
        if column.name not in OURS_ALONE | {"delegate_id"}
    )
    return held or any(one.diet or one.nationality or one.document_expires for one in dossier.plan.delegates)


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write an export; an existing file is refused without ``force``."""
    atomic_files.write(path, data, force=force)


def bytes_of(path: Path) -> bytes:
    """Return what a file holds. Raises NotFound, and Invalid for what cannot be read or has more than 25 MB."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise NotFound(N_("There is no file {path}."), path=str(path)) from error
    except OSError as error:
        raise Invalid(N_("{path} cannot be read: {why}."), path=str(path), why=error.strerror or "") from error
    if len(data) > LARGEST_FILE:
        raise Invalid(N_("{path} is larger than 25 MB, the most that is read."), path=str(path))
    return data


def _report(path: Path, dossier: Dossier, merged: Merged, receipt: Receipt) -> ImportReport:
    file = json.loads(mission_file.write(dossier, sensitive=False))
    lists = {"objectives": file["mission"].get("objectives", [])} | file
    by_id = {
        (name, one["id"]): one
        for name, some in lists.items()
        if isinstance(some, list)
        for one in some
        if "id" in one
    }
    named = {one.record_id: one for one in dossier.plan.refs}

    def told(entry: Entry) -> dict[str, Any]:
        name, identity = entry
        ref = named.get(identity)
        source = f"{name}[{ref.position}]" if ref is not None else None
        shown = by_id.get((name, ref.ref)) if ref is not None and ref.ref is not None else _at(lists, name, ref)
        return {"list": name, "source": source, "confidence": 1.0} | dict(shown or {})

    return ImportReport(
        str(path),
        dossier.plan.mission.code,
        tuple(told(one) for one in merged.added),
        tuple(told(one) for one in merged.changed),
        tuple(told(one) | {"confidence": 0.5, "text": str(text)} for one, text in merged.doubtful),
        tuple(text for _, text in merged.doubtful),
        receipt,
    )


def _at(lists: Mapping[str, Any], name: str, ref: FileRef | None) -> Mapping[str, Any] | None:
    """Return an entry without an id by its place in the list."""
    entries = lists.get(name, [])
    return entries[ref.position] if ref is not None and ref.position < len(entries) else None
