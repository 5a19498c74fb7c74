"""The readiness board: what is due, how far everybody is, what is asked for next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirement_sets import RequirementSet
from missionplanner.domain.vocabulary import DueBasis, ReadyState, RequirementKind
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.readiness.dialogs import RequirementDialog, StateDialog
from missionplanner.gui.readiness.tools import Filter
from missionplanner.gui.readiness.view import ReadinessView
from missionplanner.services import history
from missionplanner.services.delegates import readiness_board
from tests import looks
from tests.grids import CODE

Settled = Callable[[MainWindow], None]
Dialog = Callable[[str], QWidget]


def ask(window: MainWindow, settled: Settled, **fields: object) -> None:
    """Ask for an agreement that was due long ago, of the first two people."""
    plan = window.ctx.mission.plan
    assert plan is not None and window.ctx.workspace is not None
    known = {"mission_id": plan.mission.id, "kind": RequirementKind.NDA, "before_days": 30}
    readiness_board.add(window.ctx.workspace, CODE, r.Requirement(**{**known, **fields}))  # type: ignore[arg-type]
    settled(window)


def test_nothing_asked_offers_the_usual(
    view: ReadinessView, window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    assert view.nothing.isVisible()
    view.take_focus()
    view.asking.choose_set()
    chooser = dialog("chooser")
    QTest.keyClick(chooser.findChild(QWidget, "chooser_search") or chooser, Qt.Key.Key_Return)
    settled(window)
    assert len(view.model.keys) == 6
    assert window.ctx.notices.said[-1].text == "6 requirements added."
    days = [one.day for one in view.model.dues]
    assert days == sorted(day for day in days if day is not None)


def test_space_goes_one_state_further_and_several_together(
    view: ReadinessView, window: MainWindow, settled: Settled
) -> None:
    ask(window, settled)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [line.name for line in view.model.lines] == ["Red", "Anna Rossi", "Bruno Neri", "Green", "Carla Verdi"]
    assert view.model.head(0).over.endswith("overdue") and view.model.head(0).under == "0 of 3"
    view.table.setCurrentIndex(view.model.index(1, 0))
    for word in ("Asked", "Received", "Done", "Open"):
        QTest.keyClick(view.table, Qt.Key.Key_Space)
        settled(window)
        assert view.model.look(1, 0).text == word
    view.table.setCurrentIndex(view.model.index(0, 0))  # the heading of Red
    view.put(True)
    settled(window)
    assert view.model.look(0, 0).text == "2/2"
    assert view.model.facts(1).upper == "1 of 1"
    assert view.count_words() == "2 of 3 in order  ·  1 overdue"
    assert window.ctx.workspace is not None
    history.undo(window.ctx.workspace)
    settled(window)
    assert view.model.look(0, 0).text == "0/2"


def test_what_is_overdue_or_up_to_us_is_filtered(
    view: ReadinessView, window: MainWindow, settled: Settled
) -> None:
    ask(window, settled)
    ask(
        window, settled, kind=RequirementKind.FEE, basis=DueBasis.DATE, due=dt.date.today() + dt.timedelta(days=90)
    )
    view.table.setCurrentIndex(view.model.index(1, 0))
    view.put(True)
    settled(window)
    view.tools.choose(Filter.OVERDUE, None, "")
    view.show_now()
    assert [line.name for line in view.model.lines if not line.heading] == ["Bruno Neri", "Carla Verdi"]
    assert len(view.model.keys) == 1
    view.tools.choose(Filter.OURS, view.model.keys[0], "carla")  # type: ignore[arg-type]
    view.show_now()
    assert [line.name for line in view.model.lines] == ["Green", "Carla Verdi"]
    view.restore((Filter.ALL, None, "", None))
    assert len(view.model.keys) == 2


def test_a_state_is_set_with_day_and_note(
    view: ReadinessView, window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    ask(window, settled)
    view.table.setCurrentIndex(view.model.index(1, 0))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    form = cast("StateDialog", dialog("state_dialog"))
    form._state.setCurrentIndex(form._state.values.index(ReadyState.ASKED))
    form._note.setText("by post")
    form.done_button.click()
    settled(window)
    standing = view.model.standing(1, 0)
    assert standing is not None
    assert (standing.state, standing.note, standing.date) == (ReadyState.ASKED, "by post", dt.date.today())
    assert "by post" in view.model.spoken(1, 0)


def test_a_requirement_is_added_with_its_faults_said_and_changed_and_deleted(
    view: ReadinessView, window: MainWindow, settled: Settled, dialog: Dialog
) -> None:
    view.deeds()["requirement_new"]()
    form = cast("RequirementDialog", dialog("requirement_dialog"))
    form._kind.setCurrentIndex(form._kind.values.index(RequirementKind.OTHER))
    form._days.setText("many")
    form.done_button.click()
    assert "number" in form.fields["before_days"].fault.text()
    form._days.setText("10")
    form.done_button.click()
    assert form.fields["name"].fault.text() == "Give it a name."
    form._name.setText("Safety course")
    form._basis.setCurrentIndex(form._basis.values.index(DueBasis.ITEM))
    assert form._told.text().startswith("Due: Friday 25 April 2025")
    form.done_button.click()
    settled(window)
    assert view.model.name(0) == "Safety course"
    view.table.setCurrentIndex(view.model.index(1, 0))
    view.change()
    again = cast("RequirementDialog", dialog("requirement_dialog"))
    again._basis.setCurrentIndex(again._basis.values.index(DueBasis.DEPARTURE))
    again._days.setText("20")
    again.done_button.click()
    settled(window)
    assert view.model.dues[0].day == dt.date(2025, 4, 15)
    view.delete()
    settled(window)
    assert view.nothing.isVisible()


def test_errors_of_services_are_told_and_every_control_has_a_name(
    view: ReadinessView, window: MainWindow, settled: Settled
) -> None:
    assert looks.unnamed(view) == []
    view.asking.add_set(RequirementSet.SITES)
    assert "asks for" in window.ctx.notices.said[-1].text
    view.asking.choose_mission()
    assert window.ctx.notices.said[-1].text == "There is no other mission yet."
    ask(window, settled)
    assert looks.unnamed(view) == []
    assert looks.too_small(view) == []
    assert view.there() >= {"readiness_board", "states", "requirement"} or not view.table.currentIndex().isValid()
