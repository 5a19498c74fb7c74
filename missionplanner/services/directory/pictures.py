"""Give people a photo, organisations a logo, missions an emblem: made safe to keep, one step to undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.drawings import is_drawing, is_plain
from missionplanner.base.drawings import read as read_drawing
from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.records import Mission, Organisation, Person
from missionplanner.exchange import bounded
from missionplanner.exchange.pdf_picture import is_pdf, png
from missionplanner.exchange.photos import MAX_BYTES
from missionplanner.services import media
from missionplanner.services.workspace import Edit, Receipt, Workspace

if TYPE_CHECKING:
    from missionplanner.exchange.photos import Photo

LARGEST = MAX_BYTES
Pictured = Person | Organisation | Mission
_FIELDS: dict[type[Pictured], str] = {Person: "photo", Organisation: "logo", Mission: "emblem"}
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_CLEAN = "missionplanner.exchange.photos.clean"


class Kept(Enum):
    """Say that a picture stays as it is."""

    KEPT = "kept"


KEPT = Kept.KEPT


def cleaned(data: bytes, progress: Progress | None = None) -> Photo:
    """Return a picture as it may be kept: small, without what a camera tells about its owner.

    To be called off the window's thread. Raises Invalid for what is no picture or too large, Cancelled.
    """
    photo: Photo = bounded.run(_CLEAN, data, progress=progress)
    return photo


def shown(ws: Workspace, name: str) -> bytes | None:
    """Return a picture of the workspace as it can be shown, None where there is none."""
    found = media.of_names(ws, [name])
    return on_paper(found)[name] if found else None


def on_paper(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return pictures as paper and screens draw them: the PDFs among them, as packages bring them, as drawings.

    To be called off the window's thread. A PDF that cannot be read stays what it is: names are printed then.
    """
    return {name: _drawn(data) if is_pdf(data) else data for name, data in files.items()}


@lru_cache(maxsize=64)
def _drawn(data: bytes) -> bytes:
    try:
        return cleaned(data).data
    except MissionPlannerError:
        return data


def in_pixels(data: bytes) -> bytes:
    """Return a drawing as a PNG for programs that know no drawings, anything else as it is."""
    if not is_drawing(data) or not is_plain(data):
        return data
    return png(read_drawing(data))


def lost(files: Mapping[str, bytes]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of drawings and PDFs that cannot be drawn, and of the PDFs that are drawn as pictures."""
    told = on_paper(files)
    cannot = {name for name, data in told.items() if is_pdf(data) or (is_drawing(data) and not is_plain(data))}
    return frozenset(cannot), frozenset(
        name for name, data in files.items() if is_pdf(data) and name not in cannot and not is_drawing(told[name])
    )


def stored(edit: Edit, photo: Photo | None) -> str | None:
    """Keep a cleaned picture within an edit; return the name records hold, None for none."""
    return media.store(edit, photo.data, _ENDINGS[photo.media_type]) if photo is not None else None


def put(
    ws: Workspace,
    kind: type[Pictured],
    identity: UUID,
    data: bytes | None,
    progress: Progress | None = None,
) -> Receipt:
    """Give somebody a picture, or take it away with None. What a camera tells about its owner is left out.

    Raises Invalid for what is no picture or too large, NotFound, Cancelled; nothing is changed then.
    """
    photo = cleaned(data, progress) if data is not None else None
    if photo is not None and kind is Person and photo.media_type == "image/svg+xml":
        raise Invalid(N_("A drawing is no photo. Choose a JPEG or PNG."))
    with ws.edit(N_("Change the picture")) as edit:
        one = edit.get(kind, identity)
        edit.call(
            N_("Change the picture of {name}") if photo else N_("Remove the picture of {name}"), name=_name(one)
        )
        edit.save(replace(one, **{_FIELDS[kind]: stored(edit, photo)}))  # type: ignore[arg-type]
    return edit.receipt


def _name(one: Pictured) -> str:
    if isinstance(one, Mission):
        return one.code
    return (one.full_name if isinstance(one, Person) else one.name or one.short) or one.native_name or ""
