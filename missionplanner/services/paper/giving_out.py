"""Remember that people hold documents as they are now, though nothing is printed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.plan import MissionPlan
from missionplanner.services.paper import documents
from missionplanner.services.paper.print_requests import PrintRequest
from missionplanner.services.workspace import Workspace


def give_out(
    ws: Workspace, plan: MissionPlan, requests: Sequence[PrintRequest], progress: Progress | None = None
) -> int:
    """Keep what documents show now as copies that were given out, each as a new version; return how many.

    To be called off the window's thread: they are laid out. Raises Invalid for none, NotFound, Cancelled; nothing
    is kept then.
    """
    orders = [order for one in requests for order in documents.orders_of(plan, replace(one, issue=True))]
    if not orders:
        raise Invalid(N_("Choose at least one document."), field="documents")
    done = [replace(one, data=b"") for one in documents.printed(ws, plan, orders, progress)]
    documents.issue(ws, plan, done)
    return len(done)
