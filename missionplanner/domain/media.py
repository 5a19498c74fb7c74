"""Know which files a mission's records name: as ``media/<sha256>.<ending>``, or by the mere SHA-256."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.domain.plan import Dossier

FOLDER = "media/"


def named_media(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the path and the name of every medium that a mission names: logos, photos, quotes, receipts."""
    for number, organisation in enumerate(dossier.plan.organisations):
        if organisation.logo:
            yield f"organisations[{number}].logo", organisation.logo
    for number, person in enumerate(dossier.plan.people):
        if person.photo:
            yield f"people[{number}].photo", person.photo
    lines = {line.id: number for number, line in enumerate(dossier.record.budget)}
    for quote in dossier.record.quotes:
        if quote.document:
            yield f"budget[{lines[quote.line_id]}].quotes[{quote.position}].document", quote.document
    for number, expense in enumerate(dossier.record.expenses):
        if expense.receipt:
            yield f"expenses[{number}].receipt", expense.receipt


def sha256_of(name: str) -> str:
    """Return the SHA-256 in the name of a file."""
    return name.rpartition("/")[2].partition(".")[0]
