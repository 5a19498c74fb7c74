"""Tell what the workspace remembers of a person, an organisation or a place over all missions."""

from __future__ import annotations

from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain.records import Record
from missionplanner.domain.texts import Texts
from missionplanner.services.rows import Line, Section
from missionplanner.services.workspace import Workspace


def earlier(ws: Workspace, kind: type[Record], identity: UUID, language: str) -> Section:
    """Return the missions one had a part in, the latest first, each with its items below it."""
    with ws.reading() as connection:
        found = lists.history(connection, kind, identity)
    lines: list[Line] = []
    last = ""
    for start, code, title, day, item in found:
        if code != last:
            lines.append(Line(_best(title, language), str(start.year), code=code))
            last = code
        if item is not None:
            lines.append(Line(_best(item, language), day=day, code=code))
    return Section(N_("Missions"), tuple(dict.fromkeys(lines)), N_("In no mission so far."))


def _best(text: Texts | None, language: str) -> str:
    return text.best(language) if text is not None else ""
