"""Show what was found in the workspace where it belongs: the page, the mission, the row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast
from uuid import UUID

from missionplanner.gui import places as known

if TYPE_CHECKING:
    from missionplanner.gui.main_window import MainWindow
    from missionplanner.gui.page import Page
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.gui.pages.budget import BudgetPage
    from missionplanner.gui.pages.delegation import DelegationPage
    from missionplanner.gui.pages.directory import DirectoryPage
    from missionplanner.gui.pages.logistics import LogisticsPage
    from missionplanner.gui.pages.partners import PartnersPage
    from missionplanner.gui.pages.report import ReportPage
    from missionplanner.gui.tables.list_view import ListView
    from missionplanner.services.search import Hit

_DIRECTORY = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "initiative": "initiatives",
    "value_chain": "value_chains",
}
"""Kind → the list of the directory it is in."""
_BUDGET = {"budget_line": "lines", "expense": "expenses", "quote": "quotes"}
_RESULTS = {
    "outcome": "outcomes",
    "follow_up": "steps",
    "agreement": "agreements",
    "contact_made": "contacts",
    "photo": "photos",
    "field_note": "notes",
}
"""Kind → the part of the report it is in."""


def show_found(window: MainWindow, hit: Hit) -> None:
    """Go to what was found, in its mission; Back leads to where one was."""
    kind, identity = hit.shown or (hit.kind, hit.id)
    if kind in _DIRECTORY:
        show_in_directory(window, kind, identity)
        return
    if kind == "mission":
        window.open_mission(hit.mission)
        return
    if not _opened(window, hit.mission):
        return
    name, show = _SHOWN[kind]
    if window.page == name or window.places.go(name, remember=False):
        show(window.places.page(name), kind, identity)


def show_in_directory(window: MainWindow, kind: str, identity: UUID) -> None:
    """Show a person, organisation, place, initiative or value chain in the directory."""
    places = window.places
    if places.current == known.DIRECTORY or places.go(known.DIRECTORY):
        cast("DirectoryPage", places.page(known.DIRECTORY)).show_entry(_DIRECTORY[kind], identity)


def show_person(window: MainWindow, identity: UUID) -> None:
    """Show somebody in the open mission's delegation, or in the directory where they do not travel."""
    plan = window.ctx.mission.plan
    if plan is not None and identity in plan.delegate_by_person:
        window.commands.show_delegate(identity)
    else:
        show_in_directory(window, "person", identity)


def _opened(window: MainWindow, code: str) -> bool:
    """Open a mission where another one is open; False where it could not be read, which was said then."""
    where = window.places.here()
    if code != window.ctx.mission.code and not window.ctx.mission.open(code):
        return False
    window.places.step_from(where)
    return True


def _show_item(page: Page, _kind: str, identity: UUID) -> None:
    cast("AgendaPage", page).show_items([identity])


def _show_group(page: Page, _kind: str, _identity: UUID) -> None:
    cast("DelegationPage", page).show_part("groups")


def _show_partner(page: Page, _kind: str, identity: UUID) -> None:
    partners = cast("PartnersPage", page)
    partners.show_part("partners")
    partners.list.show_row(identity)


def _show_leg(page: Page, _kind: str, identity: UUID) -> None:
    logistics = cast("LogisticsPage", page)
    logistics.show_part("journeys")
    logistics.journeys.show_leg(identity)


def _show_stay(page: Page, _kind: str, identity: UUID) -> None:
    logistics = cast("LogisticsPage", page)
    logistics.show_part("rooms")
    logistics.rooms.show_stays([identity])


def _show_vehicle(page: Page, _kind: str, identity: UUID) -> None:
    logistics = cast("LogisticsPage", page)
    logistics.show_part("vehicles")
    logistics.vehicles.list.show_row(identity)


def _show_cost(page: Page, kind: str, identity: UUID) -> None:
    budget = cast("BudgetPage", page)
    budget.show_part(_BUDGET[kind])
    if budget.list is not None:
        budget.list.show_row(identity)


def _show_result(page: Page, kind: str, identity: UUID) -> None:
    report = cast("ReportPage", page)
    report.show_part(_RESULTS[kind])
    if kind == "photo":
        report.part.restore([identity])
    else:
        cast("ListView", report.part).show_row(identity)


def _show_documents(_page: Page, _kind: str, _identity: UUID) -> None:
    """The list of documents is the place itself."""


_SHOWN: dict[str, tuple[str, Callable[[Page, str, UUID], None]]] = {
    "agenda_item": (known.AGENDA, _show_item),
    "delegation_group": (known.DELEGATION, _show_group),
    "partner": (known.PARTNERS, _show_partner),
    "leg": (known.LOGISTICS, _show_leg),
    "stay": (known.LOGISTICS, _show_stay),
    "vehicle": (known.LOGISTICS, _show_vehicle),
    **dict.fromkeys(_BUDGET, (known.BUDGET, _show_cost)),
    **dict.fromkeys(_RESULTS, (known.REPORT, _show_result)),
    "issued_document": (known.DOCUMENTS, _show_documents),
}
"""Kind → the page it is on, and how that shows it."""
