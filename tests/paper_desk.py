"""Look at the page of documents: what is in front, how it stands, what is listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.documents import DocumentsPage
from missionplanner.services.paper import papers

Settled = Callable[[MainWindow], None]
LONG = 20_000


def shown(window: MainWindow, settled: Settled) -> MainWindow:
    window.open_mission("BIO")
    settled(window)
    window.show_page("documents")
    settled(window)
    return window


def page_of(window: MainWindow) -> DocumentsPage:
    found = window.places.page("documents")
    assert isinstance(found, DocumentsPage)
    return found


def wait_for_preview(qtbot: QtBot, page: DocumentsPage) -> None:
    """Wait until the preview shows what the options ask for."""

    def there() -> bool:
        idle = not page.previewing.later.isActive() and not page.ctx.jobs.under_way
        return idle and page.preview.pages > 0

    qtbot.waitUntil(there, timeout=LONG)


def front(page: DocumentsPage) -> str:
    label = page.findChild(QLabel, "paper_title")
    assert label is not None
    return label.text()


def state(page: DocumentsPage) -> str:
    label = page.findChild(QLabel, "paper_state")
    assert label is not None
    return label.text()


def texts(page: DocumentsPage, kind: str = "") -> list[str]:
    """Return the rows of the list, or those under a kind."""
    above = page.model.index_of(kind) if kind else QModelIndex()
    return [str(page.model.index(row, 0, above).data()) for row in range(page.model.rowCount(above))]


def person(page: DocumentsPage, family: str) -> Any:
    return next(one.person.id for one in page.model.papers if one.person and one.person.family == family)


def expected(page: DocumentsPage) -> bytes:
    """Return what a file of the document in front would hold."""
    ws, plan, request = page.ctx.workspace, page.ctx.mission.plan, page.options.request()
    assert ws is not None
    assert plan is not None
    assert request is not None
    return papers.preview(ws, plan, request).data
