"""Give people a photo and organisations a logo: made safe to keep first, one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.records import Organisation, Person
from missionplanner.exchange import bounded
from missionplanner.exchange.photos import MAX_BYTES
from missionplanner.services import media
from missionplanner.services.workspace import Receipt, Workspace

LARGEST = MAX_BYTES
_FIELDS: dict[type[Person] | type[Organisation], str] = {Person: "photo", Organisation: "logo"}
_CLEAN = "missionplanner.exchange.photos.clean"


def put(
    ws: Workspace,
    kind: type[Person] | type[Organisation],
    identity: UUID,
    data: bytes | None,
    progress: Progress | None = None,
) -> Receipt:
    """Give somebody a picture, or take it away with None. What a camera tells about its owner is left out.

    Raises Invalid for what is no picture or too large, NotFound, Cancelled; nothing is changed then.
    """
    photo: Any = bounded.run(_CLEAN, data, progress=progress) if data is not None else None
    with ws.edit(N_("Change the picture")) as edit:
        one = edit.get(kind, identity)
        name = (one.full_name if isinstance(one, Person) else one.name or one.short) or one.native_name or ""
        edit.call(N_("Change the picture of {name}") if photo else N_("Remove the picture of {name}"), name=name)
        ending = "png" if photo is not None and photo.media_type == "image/png" else "jpg"
        held = media.store(edit, photo.data, ending) if photo is not None else None
        edit.save(replace(one, **{_FIELDS[kind]: held}))  # type: ignore[arg-type]
    return edit.receipt
