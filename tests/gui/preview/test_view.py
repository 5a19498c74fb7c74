"""The pages of a document: drawn beside the window, walked by keys, zoomed, and their lines opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.gui.context import Context
from missionplanner.gui.preview import view as module
from missionplanner.gui.preview.sheets import sizes
from missionplanner.gui.preview.view import Line, PreviewView

Pdf = Callable[..., bytes]
LINES = (
    Line(0, "first", QRectF(50, 100, 400, 20)),
    Line(0, "second", QRectF(50, 130, 400, 20)),
    Line(2, "last", QRectF(50, 300, 400, 20)),
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot: QtBot, ctx: Context) -> PreviewView:
    made = PreviewView(ctx)
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.show()
    return made


def hover(view: PreviewView, at: QPoint) -> None:
    """Move the pointer there without a button; sent at once, for the platform drops what it thinks is no move."""
    room, none = view.viewport(), Qt.MouseButton.NoButton
    there = QPointF(room.mapToGlobal(at))
    QApplication.sendEvent(
        room, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), there, none, none, Qt.KeyboardModifier.NoModifier)
    )


def show(view: PreviewView, data: bytes, lines: tuple[Line, ...] = ()) -> None:
    view.show_document(data, sizes(data) if data else (), lines)


def ground(view: PreviewView, page: int) -> str:
    """Return the colour in the middle of the visible part of a page."""
    area = view.page_area(page).intersected(QRectF(view.viewport().rect()))
    return view.viewport().grab().toImage().pixelColor(area.center().toPoint()).name()


def over(view: PreviewView, line: Line) -> QPoint:
    at = line.area.center() * view.scale
    return (view.page_area(line.page).topLeft() + QPointF(at)).toPoint()


def test_pages_fit_the_width_and_are_drawn_beside_the_window(qtbot: QtBot, shown: PreviewView, pdf: Pdf) -> None:
    show(shown, pdf())
    assert ground(shown, 0) == "#ffffff"
    with qtbot.waitSignal(shown.drawn):
        pass
    assert shown.page_area(0).width() <= shown.viewport().width()
    assert shown.accessibleDescription() == "Page 1 of 3"


def test_keys_scroll_zoom_and_fit(qtbot: QtBot, shown: PreviewView, pdf: Pdf) -> None:
    show(shown, pdf())
    fitted = shown.scale
    with qtbot.waitSignal(shown.turned, check_params_cb=lambda page: page == 2):
        QTest.keyClick(shown, Qt.Key.Key_End)
    assert shown.page == 2
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.page == 0
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    assert shown.verticalScrollBar().value() == shown.viewport().height()
    QTest.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.scale == pytest.approx(fitted * 1.25)
    QTest.keyClick(shown, Qt.Key.Key_0)
    assert shown.scale == pytest.approx(fitted)
    for _ in range(30):
        QTest.keyClick(shown, Qt.Key.Key_Minus)
    assert shown.scale == pytest.approx(0.2)


def test_the_wheel_zooms_with_control_and_keeps_the_place(shown: PreviewView, pdf: Pdf) -> None:
    show(shown, pdf())
    shown.go_to(1)
    before = shown.scale
    middle = QPointF(shown.viewport().rect().center())
    turn = QPoint(0, 120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, shown.mapToGlobal(middle), QPoint(), turn, none, CONTROL, phase, False)
    QApplication.sendEvent(shown.viewport(), event)
    assert shown.scale == pytest.approx(before * 1.1)
    assert shown.page == 1


def test_every_page_can_be_gone_to(shown: PreviewView, pdf: Pdf) -> None:
    show(shown, pdf(4, 595, 200))
    for page in (3, 2, 1, 0):
        shown.go_to(page)
        assert shown.page == page
    shown.go_to(9)
    assert shown.page == 0


def test_the_same_document_printed_anew_keeps_the_place(shown: PreviewView, pdf: Pdf) -> None:
    show(shown, pdf(4))
    shown.go_to(2)
    place = shown.verticalScrollBar().value()
    show(shown, pdf(4))
    assert (shown.page, shown.verticalScrollBar().value()) == (2, place)
    show(shown, pdf(1))
    assert shown.page == 0


def test_the_old_pages_stay_until_the_new_are_drawn(
    qtbot: QtBot, shown: PreviewView, pdf: Pdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tinted(data: bytes, page: int, width: int) -> object:
        from PySide6.QtGui import QImage

        made = QImage(width, width, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.red if data == old else Qt.GlobalColor.blue)
        return made

    monkeypatch.setattr(module, "draw", tinted)
    old, new = pdf(2), pdf(2, 595, 800)
    show(shown, old)
    qtbot.waitUntil(lambda: ground(shown, 0) == "#ff0000")
    show(shown, new)
    assert ground(shown, 0) == "#ff0000"
    qtbot.waitUntil(lambda: ground(shown, 0) == "#0000ff")


def test_no_more_pictures_are_kept_than_there_is_room_for(
    qtbot: QtBot, shown: PreviewView, pdf: Pdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT", 1)
    show(shown, pdf(3))
    with qtbot.waitSignal(shown.drawn):
        pass
    shown.go_to(2)
    qtbot.waitUntil(lambda: not shown._asked)
    assert len(shown._pictures) == 1


def test_a_click_on_a_line_opens_it_and_elsewhere_nothing(qtbot: QtBot, shown: PreviewView, pdf: Pdf) -> None:
    show(shown, pdf(), LINES)
    with qtbot.waitSignal(shown.wanted) as opened:
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=over(shown, LINES[1]))
    assert opened.args == ["second"]
    with qtbot.assertNotEmitted(shown.wanted):
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    hover(shown, over(shown, LINES[0]))
    assert shown.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    hover(shown, QPoint(3, 3))
    assert shown.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_lines_are_walked_and_opened_by_keys(qtbot: QtBot, shown: PreviewView, pdf: Pdf) -> None:
    show(shown, pdf(), LINES)
    gone: list[str] = []
    shown.marked.connect(gone.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(shown, key, CONTROL)
    assert gone == ["first", "second", "last", "last", "second"]
    QTest.keyClick(shown, Qt.Key.Key_Down, CONTROL)
    assert shown.viewport().rect().contains(over(shown, LINES[2]))
    with qtbot.waitSignal(shown.wanted) as opened:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args == ["last"]


def test_words_stand_where_no_document_is(shown: PreviewView, pdf: Pdf) -> None:
    shown.say("Printing the preview…")
    assert shown.said == "Printing the preview…"
    show(shown, pdf(1))
    assert shown.said == ""
    show(shown, b"")
    assert (shown.pages, shown.accessibleDescription()) == (0, "")
