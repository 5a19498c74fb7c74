"""Keep photos, logos, emblems, receipts, offers as blobs, named as in a package: ``media/<sha256>.<ending>``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

import sqlalchemy as sa

from missionplanner.db import reading
from missionplanner.db.models.journal import BlobRow
from missionplanner.domain import records as r
from missionplanner.domain.media import FOLDER, named_media, sha256_of
from missionplanner.domain.plan import Dossier
from missionplanner.services.workspace import Edit, Workspace

K = TypeVar("K", bound=r.Record)


def store(edit: Edit, data: bytes, ending: str) -> str:
    """Keep a file within an edit, once however often; return its name, which records hold.

    ``ending`` is jpg, png, svg or pdf: what a package may hold. Whoever stores has made sure that it is one.
    """
    table = BlobRow.__table__
    sha256 = hashlib.sha256(data).hexdigest()
    if not edit.connection.scalar(sa.select(sa.func.count()).where(table.c.sha256 == sha256)):
        values = {"sha256": sha256, "extension": ending, "data": data}
        edit.connection.execute(sa.insert(BlobRow).values(values))
    return f"{FOLDER}{sha256}.{ending}"


def read(ws: Workspace, name: str) -> bytes | None:
    """Return a file by its name or its mere SHA-256, None where the workspace has none."""
    return of_names(ws, [name]).get(name)


def of_names(ws: Workspace, names: Iterable[str]) -> dict[str, bytes]:
    """Return files by name; those the workspace lacks are left out."""
    wanted = {name: sha256_of(name) for name in names}
    with ws.reading() as connection:
        found = reading.blobs(connection, wanted.values())
    return {name: found[sha256][1] for name, sha256 in wanted.items() if sha256 in found}


def of(ws: Workspace, dossier: Dossier) -> dict[str, bytes]:
    """Return the files a mission names, by name."""
    return of_names(ws, {name for _, name in named_media(dossier)})


def named(ws: Workspace, dossier: Dossier) -> Dossier:
    """Return a mission whose files go by their names in a package, also where a record holds the mere SHA-256."""
    bare = {name for _, name in named_media(dossier) if "/" not in name}
    if not bare:
        return dossier
    with ws.reading() as connection:
        found = reading.blobs(connection, bare)
    names = {sha256: f"{FOLDER}{sha256}.{ending}" for sha256, (ending, _) in found.items()}
    plan, record = dossier.plan, dossier.record
    return replace(
        dossier,
        plan=replace(
            plan,
            mission=_renamed((plan.mission,), "emblem", names)[0],
            organisations=_renamed(plan.organisations, "logo", names),
            people=_renamed(plan.people, "photo", names),
        ),
        record=replace(
            record,
            quotes=_renamed(record.quotes, "document", names),
            expenses=_renamed(record.expenses, "receipt", names),
            photos=_renamed(record.photos, "medium", names),
        ),
    )


def _renamed(some: tuple[K, ...], field: str, names: dict[str, str]) -> tuple[K, ...]:
    def renamed(one: K) -> K:
        held = getattr(one, field)
        values: dict[str, Any] = {field: names[held]} if held in names else {}
        return replace(one, **values)

    return tuple(map(renamed, some))
