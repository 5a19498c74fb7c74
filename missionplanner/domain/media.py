"""Know which files a mission's records name: as ``media/<sha256>.<ending>``, or by the mere SHA-256."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from missionplanner.domain.plan import Dossier
from missionplanner.domain.records import Record

FOLDER = "media/"


def named_media(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the path and the name of every medium a mission names: emblem, logos, photos, quotes, receipts."""
    plan, record = dossier.plan, dossier.record
    if plan.mission.emblem:
        yield "mission.emblem", plan.mission.emblem
    yield from _named("organisations", plan.organisations, "logo")
    yield from _named("people", plan.people, "photo")
    lines = {line.id: number for number, line in enumerate(record.budget)}
    for quote in record.quotes:
        if quote.document:
            yield f"budget[{lines[quote.line_id]}].quotes[{quote.position}].document", quote.document
    yield from _named("expenses", record.expenses, "receipt")
    yield from _named("photos", record.photos, "medium")


def _named(list_: str, rows: Iterable[Record], field: str) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(rows):
        if name := getattr(one, field):
            yield f"{list_}[{number}].{field}", name


def sha256_of(name: str) -> str:
    """Return the SHA-256 in the name of a file."""
    return name.rpartition("/")[2].partition(".")[0]
