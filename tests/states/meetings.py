"""Bring about the states of the timetable, of its look by participant, and of the live round."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from missionplanner.gui.matchmaking.by_participant import ParticipantsTimes
from missionplanner.gui.matchmaking.by_participant_model import Order, Wanted
from missionplanner.gui.matchmaking.round import RoundView
from missionplanner.gui.matchmaking.timetable import TimetableView
from missionplanner.gui.pages.b2b import B2BPage
from tests.stage import Stage
from tests.states.scene import Scene, Show

LEFT = Qt.MouseButton.LeftButton


def part(stage: Stage, name: str) -> QWidget:
    """Show a part of the page; it shows participants again afterwards."""
    page = stage.window.places.page("b2b")
    assert isinstance(page, B2BPage)
    stage.after(lambda: page.show_part("participants"))
    page.show_part(name)
    stage.settle()
    found = page.part
    assert isinstance(found, QWidget)
    return found


def timetable(stage: Stage) -> TimetableView:
    view = part(stage, "timetable")
    assert isinstance(view, TimetableView)
    stage.after(view.show_tray)
    view.take_focus()
    return view


def shown(stage: Stage) -> None:
    timetable(stage)


def detailed(stage: Stage) -> None:
    timetable(stage).show_details()


def placing(stage: Stage) -> QWidget:
    timetable(stage)
    stage.settle()
    stage.do("meeting_place")
    return stage.dialog()


def menu(stage: Stage) -> QWidget:
    view = timetable(stage)
    stage.settle()
    view.menu().popup(view.grid.spot_of(view.grid.currentIndex()))
    return stage.dialog()


def carried(stage: Stage) -> None:
    """Take hold of a meeting that is not locked and go over another place, without letting go."""
    view = timetable(stage)
    assert view.session is not None
    one = next(each for each in view.session.placed if not each.locked)
    cell = view.model.cell_of(one.id)
    assert cell is not None
    room, begin = view.grid.viewport(), view.grid.visualRect(view.model.index(*cell)).center()
    QTest.mousePress(room, LEFT, pos=begin)
    for at in (begin + QPoint(40, 10), begin + QPoint(300, 60)):
        over = QPointF(room.mapToGlobal(at))
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(room, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), over, LEFT, LEFT, keys))
    stage.after(lambda: QTest.mouseRelease(room, LEFT, pos=begin))
    stage.after(lambda: QTest.keyClick(view.grid, Qt.Key.Key_Escape))


def by_participant(wanted: Wanted) -> Show:
    def show(stage: Stage) -> None:
        view = part(stage, "times")
        assert isinstance(view, ParticipantsTimes)
        view.show_wanted(wanted)
        stage.after(lambda: view.show_wanted(Wanted()))
        view.take_focus()

    return show


def round_at(share: float, *, noted: bool = False) -> Show:
    """Show the rounds at a moment of the third of them: in its middle, or long before or after all."""

    def show(stage: Stage) -> None:
        view = part(stage, "round")
        assert isinstance(view, RoundView) and view.session is not None
        third = view.session.span(view.session.slots[2])
        assert third.start is not None and third.end is not None
        moment = third.start + (third.end - third.start) * share
        clock = view.clock
        view.clock = lambda: moment
        stage.after(lambda: setattr(view, "clock", clock))
        view.to_now()
        if noted:
            for number, meeting in enumerate(list(view.cards)[:2]):
                facts = view.facts(meeting)
                assert facts is not None
                if number:
                    view.outcomes.note_absent(meeting, (facts.meeting.b_id,))
                else:
                    view.outcomes.note_held(facts)
                stage.after(lambda: stage.do("undo"))

    return show


STATES = (
    Scene("timetable", shown, "b2b"),
    Scene("timetable-details", detailed, "b2b"),
    Scene("timetable-carried", carried, "b2b"),
    Scene("timetable-by-participant", by_participant(Wanted()), "b2b"),
    Scene("timetable-by-breaks", by_participant(Wanted(order=Order.FULLEST)), "b2b"),
    Scene("timetable-nobody", by_participant(Wanted(query="qqq")), "b2b"),
    Scene("round-live", round_at(0.7, noted=True), "b2b"),
    Scene("round-before", round_at(-40), "b2b"),
    Scene("round-over", round_at(9000), "b2b"),
)
OVER = (
    Scene("timetable-place", placing, "b2b"),
    Scene("timetable-menu", menu, "b2b"),
)
