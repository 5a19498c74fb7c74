"""Go to where something a phase asks for is done, with what lacks it in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from missionplanner.gui import places as known

if TYPE_CHECKING:
    from missionplanner.gui.main_window import MainWindow
    from missionplanner.gui.pages.delegation import DelegationPage
    from missionplanner.gui.pages.report import ReportPage
    from missionplanner.gui.tables.list_view import ListView

_PAGES = {
    "partners": known.PARTNERS,
    "silent": known.PARTNERS,
    "budget": known.BUDGET,
    "receipts": known.BUDGET,
    "places": known.AGENDA,
    "items": known.AGENDA,
    "hosts": known.AGENDA,
}
"""What is asked for → the page it is done on."""
_PEOPLE = {
    "applications": "people",
    "delegates": "people",
    "fees": "people",
    "documents": "people",
    "leaders": "groups",
}
"""What is asked for → the part of the delegation."""
_RESULTS = {
    "attendance": ("attendance", ""),
    "outcomes": ("outcomes", "stand:open"),
    "next_steps": ("steps", "missing:owner state:open,waiting"),
    "follow_ups": ("steps", "-missing:late"),
    "photos": ("photos", ""),
}
"""What is asked for → the part of the report, and what its list is narrowed to."""
_ACTIONS = {
    "destinations": "mission_details",
    "objectives": "mission_details",
    "results": "mission_details",
    "report": "produce_report",
}
"""What is asked for → the action that does it."""


def lead_to(window: MainWindow, key: str) -> None:
    """Show where what a phase asks for under this key is done."""
    places = window.places
    if key in _RESULTS and places.go(known.REPORT):
        _show_result(window, *_RESULTS[key])
    elif key in _PEOPLE and places.go(known.DELEGATION):
        cast("DelegationPage", places.page(known.DELEGATION)).show_part(_PEOPLE[key])
    elif key in _ACTIONS:
        window.actions_[_ACTIONS[key]].trigger()
    elif key in _PAGES:
        places.go(_PAGES[key])


def show_step(window: MainWindow, step: UUID) -> None:
    """Show a next step in its list."""
    if window.places.go(known.REPORT):
        _show_result(window, "steps", "", step)


def _show_result(window: MainWindow, part: str, query: str, row: UUID | None = None) -> None:
    """Show a part of the report that is on screen, its list narrowed, and a row of it."""
    report = cast("ReportPage", window.places.page(known.REPORT))
    report.show_part(part)
    if query:
        cast("ListView", report.part).box.show_query(query)
    if row is not None:
        cast("ListView", report.part).show_row(row)
    report.part.take_focus()
