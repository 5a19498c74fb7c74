"""Bring about the states of the agenda and what is asked there."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from missionplanner.gui.undo import undo
from tests.stage import Stage, until
from tests.states.scene import BARE, SHOWN, SMALL, Scene, act, ask, nothing, press


def choose(stage: Stage, count: int) -> None:
    day = [one for one in stage.plan.items_on(stage.visit.date) if one.start]
    stage.choose([stage.visit] if count == 1 else day[:count])


def choose_late(stage: Stage) -> None:
    """Choose an item of the checks' first finding, so that the inspector shows what is found."""
    until(lambda: bool(stage.ctx.mission.findings))
    stage.do("next_issue")


def drag(stage: Stage) -> None:
    stage.drag(stage.visit.id, QPoint(0, 70))


def one_day(stage: Stage, *actions: str) -> None:
    choose(stage, 1)
    stage.do("one_day")
    stage.agenda.board.choose([])
    for name in actions:
        stage.do(name)


def see_as(stage: Stage, kind: str) -> None:
    from missionplanner.gui.agenda import seeing

    found = [one for one in seeing.viewers(stage.plan, stage.ctx.wording) if one.kind == kind]
    stage.agenda.views.see_as(found[len(found) // 2])


def rename(stage: Stage, *actions: str) -> None:
    for name in actions:
        stage.do(name)
    choose(stage, 1)
    stage.do("rename_item")
    stage.after(lambda: QTest.keyClick(QApplication.focusWidget() or stage.window, Qt.Key.Key_Escape))


def find(stage: Stage, text: str) -> None:
    stage.do("find")
    stage.agenda.find_bar.line.setText(text)
    stage.after(stage.agenda.find_bar.line.clear)


def overlay(stage: Stage) -> None:
    stage.resize(*SMALL)
    choose(stage, 1)
    stage.do("inspect")


def kinds_hidden(stage: Stage) -> None:
    from missionplanner.domain.vocabulary import ItemKind

    stage.agenda.views.show_kinds({ItemKind.SITE_VISIT, ItemKind.MEAL})


def board_menu(stage: Stage) -> QWidget:
    choose(stage, 1)
    stage.agenda.board.menu_wanted.emit(stage.window.mapToGlobal(QPoint(400, 300)))
    return stage.dialog()


def coach(stage: Stage) -> None:
    from missionplanner.gui.widgets.coach_mark import CoachMark

    stage.ctx.settings.change(coached=False)
    choose(stage, 1)
    mark = stage.agenda.board.findChild(CoachMark)
    assert mark is not None
    mark.point_at(stage.agenda.board.visualRect(stage.agenda.board.currentIndex()))
    stage.after(mark.finish)


def columns(stage: Stage) -> QWidget:
    """Show the columns one can choose from, in the list view."""
    from missionplanner.gui.widgets.agenda_table import AgendaTable

    stage.do("list_view")
    table = stage.agenda.findChild(AgendaTable)
    assert table is not None
    table.columns.open_menu()
    return stage.dialog()


def own_templates(stage: Stage) -> QWidget:
    """Have a template of one's own, and delete another: it can be taken back there."""
    from missionplanner.services.programme import templates

    workspace, plan = stage.ctx.workspace, stage.plan
    assert workspace is not None
    chosen = [one.id for one in plan.items_on(stage.visit.date)[:3]]
    for title in (plan.mission.title.best(stage.ctx.t.language), stage.visit.title.best(stage.ctx.t.language)):
        templates.save(workspace, SHOWN, chosen, title)
        stage.after(lambda: stage.ctx.run_edit(undo))
    dialog = ask("templates")(stage)
    found = dialog.findChild(QAbstractButton, "templates_delete")
    assert found is not None
    found.click()
    stage.after(lambda: stage.ctx.run_edit(undo))
    return dialog


def findings(stage: Stage) -> QWidget:
    until(lambda: bool(stage.agenda.strip.findings))
    stage.agenda.strip.show_all()
    return stage.dialog()


def foreseen(stage: Stage) -> None:
    """Consider a fix, so that the board shows what it would do."""
    until(lambda: any(one.fixes for one in stage.agenda.strip.findings))
    stage.settle()
    found = next(one for one in stage.agenda.strip.findings if one.fixes)
    stage.agenda.foresight.point(found, found.fixes[-1])
    until(lambda: bool(stage.agenda.foresight.caption.words))
    stage.after(stage.agenda.foresight.leave)


def proposed(stage: Stage) -> None:
    """Have two slots proposed for a visit, which is chosen."""
    from missionplanner.services.partners import slots

    assert stage.ctx.workspace is not None
    two = [slots.Slot(stage.plan.days[0], dt.time(hour), dt.time(hour + 1, 30)) for hour in (9, 15)]
    slots.propose(stage.ctx.workspace, stage.plan.mission.code, stage.visit.id, two)
    stage.after(lambda: stage.do("undo"))
    stage.settle()
    stage.choose([stage.visit])


def slot_menu(stage: Stage) -> QWidget:
    proposed(stage)
    stage.agenda.board.slot_wanted.emit(stage.plan.item_options[0].id, stage.window.mapToGlobal(QPoint(400, 300)))
    return stage.dialog()


def shelf_folded(stage: Stage) -> None:
    stage.do("shelf")
    stage.after(lambda: stage.do("shelf"))


def short(stage: Stage, *actions: str) -> None:
    """Have a small window, in which issues are one line."""
    stage.resize(*SMALL)
    until(lambda: bool(stage.agenda.strip.findings))
    for name in actions:
        stage.do(name)


def accept(stage: Stage) -> QWidget:
    until(lambda: bool(stage.agenda.strip.findings))
    return ask("accept_issue")(stage)


STATES = (
    Scene("empty-agenda", nothing, "agenda", BARE),
    Scene("empty-list", act("list_view"), "agenda", BARE),
    Scene("agenda", nothing),
    Scene("agenda-selected", partial(choose, count=1)),
    Scene("agenda-several", partial(choose, count=3)),
    Scene("agenda-issue", choose_late),
    Scene("agenda-overlay", overlay),
    Scene("agenda-drag", drag),
    Scene("agenda-rename", rename),
    Scene("agenda-day", one_day),
    Scene("agenda-day-two-zones", lambda stage: one_day(stage, "second_zone")),
    Scene("agenda-two-zones", act("second_zone")),
    Scene("agenda-as-person", partial(see_as, kind="person")),
    Scene("agenda-as-group", partial(see_as, kind="group")),
    Scene("agenda-kinds-hidden", kinds_hidden),
    Scene("agenda-fix-foreseen", foreseen),
    Scene("agenda-slots", proposed),
    Scene("agenda-shelf-folded", shelf_folded),
    Scene("agenda-short", short),
    Scene("agenda-short-issue", lambda stage: short(stage, "next_issue", "inspect")),
    Scene("agenda-coach", coach),
    Scene("agenda-list", act("list_view")),
    Scene("agenda-list-editing", lambda stage: rename(stage, "list_view")),
    Scene("agenda-find", partial(find, text="bilbao")),
    Scene("agenda-find-nothing", partial(find, text="zzz")),
)


OVER = (
    Scene("board-menu", board_menu),
    Scene("slot-menu", slot_menu),
    Scene("kinds-menu", press("kinds_button")),
    Scene("clock-menu", press("clock_button")),
    Scene("see-as", ask("see_as")),
    Scene("templates", ask("templates")),
    Scene("templates-own", own_templates),
    Scene("columns-menu", columns),
    Scene("save-template", ask("save_template", chosen=2)),
    Scene("move", ask("move_item", chosen=1)),
    Scene("shift", ask("shift", chosen=1)),
    Scene("split", ask("split", chosen=1)),
    Scene("copy-day", ask("copy_day")),
    Scene("findings", findings),
    Scene("accept-issue", accept),
    Scene("checks", ask("checks")),
    Scene("all-checks", ask("all_checks"), "settings"),
)
