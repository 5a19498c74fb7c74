"""The strip of pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.gui.context import Context
from missionplanner.gui.preview.sheets import sizes
from missionplanner.gui.preview.thumbnails import WIDTH, ThumbnailModel, Thumbnails

Pdf = Callable[..., bytes]
PICTURE = Qt.ItemDataRole.DecorationRole


@pytest.fixture
def strip(qtbot: QtBot, ctx: Context) -> Thumbnails:
    made = Thumbnails(ctx)
    qtbot.addWidget(made)
    made.resize(made.width(), 400)
    made.show()
    return made


def show(strip: ThumbnailModel, data: bytes) -> None:
    strip.show_document(data, sizes(data) if data else ())


def test_qt_finds_nothing_wrong_while_documents_come_and_go(ctx: Context, pdf: Pdf, qtmodeltester: Any) -> None:
    model = ThumbnailModel(ctx, 1.0)
    qtmodeltester.data_display_may_return_none = True
    for pages in (0, 3, 3, 5, 1, 0):
        show(model, pdf(pages) if pages else b"")
        assert model.rowCount() == pages
        qtmodeltester.check(model)


def test_pages_are_drawn_when_asked_for_and_the_old_stay_until_then(qtbot: QtBot, ctx: Context, pdf: Pdf) -> None:
    model = ThumbnailModel(ctx, 2.0)
    show(model, pdf(2))
    assert model.index(0).data(PICTURE) is None
    qtbot.waitUntil(lambda: isinstance(model.index(0).data(PICTURE), QImage))
    old = model.index(0).data(PICTURE)
    assert old.width() == 2 * WIDTH
    show(model, pdf(2, 612, 792))
    assert model.index(0).data(PICTURE).height() == old.height()
    qtbot.waitUntil(lambda: model.index(0).data(PICTURE).height() != old.height())
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 2 of 2"


def test_going_to_a_page_asks_for_it_and_following_does_not(qtbot: QtBot, strip: Thumbnails, pdf: Pdf) -> None:
    show(strip.pages, pdf(3))
    with qtbot.assertNotEmitted(strip.wanted):
        strip.show_page(1)
    with qtbot.waitSignal(strip.wanted) as asked:
        QTest.keyClick(strip, Qt.Key.Key_Down)
    assert asked.args == [2]
    strip.show_page(7)
    assert strip.currentIndex().row() == 2
