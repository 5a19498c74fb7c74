"""What the inspector shows: an item, several, a day, what was found; all of it named and none of it cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Fix, Severity
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode
from missionplanner.gui.inspector import Inspector
from tests.inspecting import items, press, show


def test_an_item_is_shown_with_all_its_fields(inspector: Inspector) -> None:
    show(inspector, 1)
    form = inspector.form
    assert form.title.text() == "Visit to the lab"
    assert (form.when.day.text(), form.when.start.text(), form.when.end.text()) == ("Mon 5 May", "09:00", "10:30")
    assert form.when.length.text() == "Length 1 h 30 min"
    assert form.heading.kind.text() == "Site visit"
    assert form.heading.status.text() == "Tentative"


def test_kind_and_status_are_chosen_from_their_chips(inspector: Inspector) -> None:
    show(inspector, 1)
    menu = inspector.form.heading.status.menu()
    next(one for one in menu.actions() if one.text() == "Confirmed").trigger()
    kinds = inspector.form.heading.kind.menu()
    kinds.aboutToShow.emit()
    next(one for one in kinds.actions() if one.text() == "Workshop").trigger()
    assert (items(inspector)[1].status, items(inspector)[1].kind) == (ItemStatus.CONFIRMED, ItemKind.WORKSHOP)


def test_what_was_found_is_shown_with_its_ways_out(qtbot: QtBot, inspector: Inspector) -> None:
    show(inspector, 1)
    item = items(inspector)[1]
    fix = Fix("later", Message.of("Move to {time}", {"time": "16:00"}))
    one = Finding(
        rule="test",
        severity=Severity.CLASH,
        message=Message.of("Two at once.", {}),
        items=(item.id,),
        fixes=(fix,),
    )
    inspector.ctx.mission.findings = (one,)
    inspector.ctx.mission.checked.emit()
    text = inspector.form.alerts.findChild(QLabel, "alert_text_0")
    assert text is not None
    assert text.text() == "Two at once."
    with qtbot.waitSignal(inspector.fix_wanted) as asked:
        press(inspector, "alert_fix_0_0")
    assert asked.args == [one, fix]
    with qtbot.waitSignal(inspector.accept_wanted) as left:
        press(inspector, "alert_ignore_0")
    assert left.args == [one]


def test_nothing_chosen_sums_up_the_day(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_day(dt.date(2025, 5, 5))
    title = inspector.findChild(QLabel, "summary_title")
    facts = inspector.findChild(QLabel, "summary_facts")
    assert title is not None
    assert facts is not None
    assert title.text() == "Monday 5 May 2025"
    assert facts.text() == "4 items"
    wanted = items(inspector)[1].id
    with qtbot.waitSignal(inspector.item_wanted) as asked:
        press(inspector, f"summary_item_{wanted}")
    assert asked.args == [wanted]


def test_a_day_tells_when_a_coach_leaves_though_its_time_is_that_of_the_journey(inspector: Inspector) -> None:
    ride = next(one for one in items(inspector) if one.start is None)
    assert inspector.ctx.workspace is not None
    with inspector.ctx.workspace.edit("Journey") as edit:
        leg = r.Leg(mission_id=ride.mission_id, mode=LegMode.COACH, date=ride.date, start=dt.time(19, 40))
        edit.add(leg)
        edit.save(replace(ride, leg_id=leg.id))
    inspector.ctx.mission.reread()
    inspector.show_day(ride.date)
    line = inspector.findChild(QAbstractButton, f"summary_item_{ride.id}")
    assert line is not None
    assert line.accessibleName() == "19:40  Dinner"


def test_an_item_that_goes_gives_way_to_the_day(inspector: Inspector) -> None:
    from missionplanner.services.programme import agenda

    show(inspector, 1)
    assert inspector.ctx.workspace is not None
    agenda.delete(inspector.ctx.workspace, "BIO", [items(inspector)[1].id])
    inspector.ctx.mission.reread()
    assert inspector.chosen() is None
    assert inspector.summary.isVisible()


def test_more_fields_stay_open_once_opened(inspector: Inspector) -> None:
    show(inspector, 1)
    assert not inspector.form.team.isVisible()
    press(inspector, "show_more")
    assert inspector.form.team.isVisible()
    assert inspector.ctx.settings.values.inspector_more


def test_enter_from_the_board_marks_the_title(inspector: Inspector) -> None:
    show(inspector, 1)
    inspector.focus_first()
    assert inspector.form.title.selectedText() == "Visit to the lab"


def unnamed(root: QWidget) -> list[str]:
    from PySide6.QtGui import QAccessible

    shown = [one for one in root.findChildren(QWidget) if one.isVisible()]
    taking = [
        one for one in shown if one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton)
    ]
    own = [one for one in taking if not one.objectName().startswith("qt_")]
    named = {one: QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in own}
    return [
        f"{type(one).__name__} {one.objectName()!r}"
        for one, name in named.items()
        if not name or not one.objectName()
    ]


def cut(root: QWidget) -> list[str]:
    labels = [one for one in root.findChildren(QLabel) if one.isVisible() and one.text()]
    buttons = [one for one in root.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    tight = [one.text() for one in buttons if one.sizeHint().width() > one.width() + 1]
    both: list[QLabel | QAbstractButton] = [*labels, *buttons]
    out = [one.text() for one in both if one.mapTo(root, one.rect().topRight()).x() >= root.width()]
    flat = [one.text() for one in labels if not one.wordWrap() and one.sizeHint().width() > one.width() + 1]
    return tight + out + flat


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_every_control_has_a_name_and_no_word_is_cut(
    full: Callable[..., Inspector], language: str, theme: str
) -> None:
    inspector = full(language=language, theme=theme, width=1440, height=900)
    inspector.form.more.unfold(True)
    for places in ([], [0], [5], [8], [11], [3, 9, 14]):
        show(inspector, *places)
        QApplication.processEvents()
        assert unnamed(inspector) == []
        assert cut(inspector) == []
        ground = inspector.grab().toImage().pixelColor(6, inspector.height() // 2).name()
        assert ground == inspector.ctx.theme.colour("surface").name()
