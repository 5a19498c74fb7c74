"""Keep the papers of money: the receipt of an expense, the document of an offer. Stored once, by their content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from missionplanner.base import atomic_files
from missionplanner.base.errors import Damaged, Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain.records import Expense, Quote
from missionplanner.services import media
from missionplanner.services.costs import expenses
from missionplanner.services.workspace import Edit, Receipt, Workspace

MAX_PAGES = 50
"""Pages of a PDF that is kept."""
KINDS = ("pdf", "jpg", "jpeg", "png", "webp")
"""Endings of files that may be chosen."""
_PDF = b"%PDF-"
_HEAD = 1024
"""Bytes within which a PDF says that it is one (ISO 32000-1, annex H)."""
_JPEG = "image/jpeg"


def attach(ws: Workspace, kind: type[Expense] | type[Quote], identity: UUID, path: Path) -> Receipt:
    """Keep a PDF or picture with an expense or an offer, in place of what was there.

    A picture is stored small and without what the camera tells of its owner. Raises NotFound, Invalid for what
    is too large, too long, locked or neither.
    """
    data, ending = _kept(_read(path))
    with ws.edit(N_("Add the receipt of “{name}”"), name="") as edit:
        one = edit.get(kind, identity)
        _name(edit, one, N_("Add the receipt of “{name}”"), N_("Add the document of an offer"))
        edit.save(_with(one, media.store(edit, data, ending)))
    return edit.receipt


def spend(ws: Workspace, mission_id: UUID, values: Mapping[str, object], path: Path | None) -> Receipt:
    """Store a new expense of what a form holds, with its receipt where there is one, as one step.

    Raises Invalid with the field, or as ``attach`` does; nothing is stored then.
    """
    if path is None:
        return expenses.create_from(ws, mission_id, values)
    data, ending = _kept(_read(path))
    return expenses.create_from(ws, mission_id, values, paper=lambda edit: media.store(edit, data, ending))


def remove(ws: Workspace, kind: type[Expense] | type[Quote], identity: UUID) -> Receipt:
    """Let an expense or an offer have no paper. Raises NotFound."""
    with ws.edit(N_("Remove the receipt of “{name}”"), name="") as edit:
        one = edit.get(kind, identity)
        _name(edit, one, N_("Remove the receipt of “{name}”"), N_("Remove the document of an offer"))
        edit.save(_with(one, None))
    return edit.receipt


def name_of(ws: Workspace, kind: type[Expense] | type[Quote], identity: UUID) -> str | None:
    """Return the name of the paper of an expense or an offer, None where there is none."""
    column = "receipt" if kind is Expense else "document"
    with ws.reading() as connection:
        found = lists.rows(connection, kind, (column,), (), ids=[identity])
    return found[0][1] if found else None


def read(ws: Workspace, kind: type[Expense] | type[Quote], identity: UUID) -> tuple[str, bytes]:
    """Return ending and bytes of the paper of an expense or an offer. Raises NotFound."""
    name = name_of(ws, kind, identity)
    data = media.read(ws, name) if name else None
    if name is None or data is None:
        raise NotFound(N_("This file is not in the workspace."))
    ending = name.rpartition(".")[2].lower() if "." in name else ("pdf" if data.startswith(_PDF) else "jpg")
    return ending, data


def save_copy(ws: Workspace, kind: type[Expense] | type[Quote], identity: UUID, path: Path) -> None:
    """Write a copy of the paper where somebody chose. Raises NotFound, NotWritten."""
    _ending, data = read(ws, kind, identity)
    atomic_files.write(path, data, force=True)


def _read(path: Path) -> bytes:
    from missionplanner.exchange import photos

    try:
        with path.open("rb") as file:
            data = file.read(photos.MAX_BYTES + 1)
    except OSError as error:
        raise NotFound(N_("There is no file {path}, or it cannot be read."), path=path.name) from error
    if len(data) > photos.MAX_BYTES:
        raise Invalid(N_("The file is larger than {most} MB."), most=photos.MAX_BYTES // 1024 // 1024)
    return data


def _kept(data: bytes) -> tuple[bytes, str]:
    """Return a file as it is kept, with its ending."""
    from missionplanner.exchange import photos

    if _PDF in data[:_HEAD]:
        _refuse_unreadable(data)
        return data, "pdf"
    photo = photos.clean(data)
    return photo.data, "jpg" if photo.media_type == _JPEG else "png"


def _refuse_unreadable(data: bytes) -> None:
    """Raise Damaged where a PDF cannot be shown, Invalid where it is very long. Nothing in it is run."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise Damaged(N_("The PDF is damaged or locked with a password.")) from error
    try:
        pages = len(document)
    finally:
        document.close()
    if not 0 < pages <= MAX_PAGES:
        raise Invalid(N_("The PDF has more than {most} pages: too many for a receipt."), most=MAX_PAGES)


def _with(one: Expense | Quote, name: str | None) -> Expense | Quote:
    return replace(one, receipt=name) if isinstance(one, Expense) else replace(one, document=name)


def _name(edit: Edit, one: Expense | Quote, of_expense: str, of_offer: str) -> None:
    if isinstance(one, Expense):
        edit.call(of_expense, name=one.text.best("") if one.text is not None else "")
    else:
        edit.call(of_offer)
