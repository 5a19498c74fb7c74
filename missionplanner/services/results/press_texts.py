"""Give the press text of a mission as plain text, to be edited and sent."""

from __future__ import annotations

from missionplanner.documents.content.press_text import plain, press_content
from missionplanner.documents.makers import Desk
from missionplanner.domain.redaction import Audience, redacted
from missionplanner.services import missions
from missionplanner.services.archive import archive_of
from missionplanner.services.paper import documents
from missionplanner.services.paper.print_requests import PrintRequest
from missionplanner.services.workspace import Workspace

KIND = "press_text"


def press_text(ws: Workspace, code: str, language: str | None = None) -> str:
    """Return the press text in a language, the mission's first where none is named. Raises NotFound, Invalid."""
    plan = missions.plan(ws, code)
    (order,) = documents.orders_of(plan, PrintRequest(kind=KIND, language=language))
    archive = archive_of(ws, plan, [order]).seen_by(Audience.PRESS)
    desk = Desk.of(redacted(plan, Audience.PRESS), order.languages[0], {}, {}, archive)
    return plain(press_content(desk, order))
