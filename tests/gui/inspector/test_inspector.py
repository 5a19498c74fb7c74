"""The inspector: fields show what is chosen, store on leaving, refuse in place, and undo as one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Fix, Severity
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus, PartOfDay
from missionplanner.gui.inspector import Inspector
from missionplanner.gui.inspector.roles import Roles
from missionplanner.gui.inspector.takers import TakersDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import history
from tests.windows import agenda_of

Settled = Callable[[MainWindow], None]
Key = Qt.Key


@pytest.fixture
def inspector(qtbot: QtBot, agenda_window: MainWindow) -> Inspector:
    return beside(qtbot, agenda_window)


@pytest.fixture
def full(
    qtbot: QtBot, opened: Callable[..., MainWindow], sample_template: Path, settled: Settled
) -> Callable[..., Inspector]:
    """Return a function that opens an inspector on the sample mission with its groups and organisations."""

    def open_on(**look: object) -> Inspector:
        window = opened(sample_template, **look)
        window.open_mission("ER-EUS-2025")
        settled(window)
        return beside(qtbot, window)

    return open_on


def beside(qtbot: QtBot, window: MainWindow) -> Inspector:
    made = Inspector(window.ctx, window.actions_)
    qtbot.addWidget(made)
    made.setParent(window, Qt.WindowType.Widget)
    made.setGeometry(window.width() - 320, 0, 320, 780)
    made.show()
    window.activateWindow()
    return made


def items(inspector: Inspector) -> tuple[r.AgendaItem, ...]:
    plan = inspector.ctx.mission.plan
    assert plan is not None
    return plan.items


def show(inspector: Inspector, *places: int) -> None:
    inspector.show_items([items(inspector)[place].id for place in places])


def retype(entry: QWidget, text: str, leave: Key = Key.Key_Return) -> None:
    entry.setFocus()
    entry.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, leave)


def clear(entry: QWidget) -> None:
    entry.setFocus()
    entry.selectAll()  # type: ignore[attr-defined]
    QTest.keyClick(entry, Key.Key_Delete)
    QTest.keyClick(entry, Key.Key_Return)


def press(root: QWidget, name: str) -> None:
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def steps(inspector: Inspector) -> int:
    assert inspector.ctx.workspace is not None
    return sum(not one.undone for one in history.entries(inspector.ctx.workspace))


def undo(inspector: Inspector) -> None:
    assert inspector.ctx.workspace is not None
    history.undo(inspector.ctx.workspace)
    inspector.ctx.mission.reread()


def test_an_item_is_shown_with_all_its_fields(inspector: Inspector) -> None:
    show(inspector, 1)
    form = inspector.form
    assert form.title.text() == "Visit to the lab"
    assert (form.when.day.text(), form.when.start.text(), form.when.end.text()) == ("Mon 5 May", "09:00", "10:30")
    assert form.when.length.text() == "Length 1 h 30 min"
    assert form.heading.kind.text() == "Site visit"
    assert form.heading.status.text() == "Tentative"


def test_a_title_is_stored_on_enter_as_one_step(inspector: Inspector) -> None:
    show(inspector, 1)
    before = steps(inspector)
    retype(inspector.form.title, "Visit to the plant")
    assert items(inspector)[1].title.best("en") == "Visit to the plant"
    assert steps(inspector) == before + 1
    undo(inspector)
    assert inspector.form.title.text() == "Visit to the lab"


def test_escape_takes_back_what_was_typed_and_then_leaves(qtbot: QtBot, inspector: Inspector) -> None:
    show(inspector, 1)
    title = inspector.form.title
    title.setFocus()
    QTest.keyClicks(title, "Other ")
    QTest.keyClick(title, Key.Key_Escape)
    assert title.text() == "Visit to the lab"
    with qtbot.waitSignal(inspector.left):
        QTest.keyClick(title, Key.Key_Escape)


def test_leaving_a_field_stores_it(inspector: Inspector) -> None:
    show(inspector, 1)
    retype(inspector.form.title, "Visit to the port", leave=Key.Key_Tab)
    assert items(inspector)[1].title.best("en") == "Visit to the port"


def test_what_was_typed_is_stored_before_another_item_is_shown(inspector: Inspector) -> None:
    show(inspector, 1)
    inspector.form.title.setText("Visit to the harbour")
    show(inspector, 2)
    assert items(inspector)[1].title.best("en") == "Visit to the harbour"
    assert inspector.form.title.text() == "Meeting with the agency"


def test_an_empty_title_is_refused_in_place_and_nothing_is_lost(inspector: Inspector) -> None:
    show(inspector, 1)
    before = steps(inspector)
    clear(inspector.form.title)
    assert inspector.form.title_field.fault.text() == "Give the item a title."
    assert steps(inspector) == before
    retype(inspector.form.when.start, "77")
    assert "77" in inspector.form.when.fields["start"].fault.text()
    assert inspector.form.when.start.text() == "77"


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [("8", "08:00", "09:30"), ("1015", "10:15", "11:45"), ("9.30", "09:30", "11:00"), ("+30", "09:30", "11:00")],
)
def test_a_start_typed_in_any_way_keeps_the_length(inspector: Inspector, typed: str, start: str, end: str) -> None:
    show(inspector, 1)
    identity = items(inspector)[1].id
    retype(inspector.form.when.start, typed)
    assert (inspector.form.when.start.text(), inspector.form.when.end.text()) == (start, end)
    assert inspector.ctx.mission.plan is not None
    stored = inspector.ctx.mission.plan.item(identity)
    assert stored is not None
    assert stored.start == dt.time.fromisoformat(start)


@pytest.mark.parametrize(("typed", "end"), [("+45", "09:45"), ("11", "11:00"), ("1230", "12:30")])
def test_an_end_is_typed_or_counted_from_the_start(inspector: Inspector, typed: str, end: str) -> None:
    show(inspector, 1)
    retype(inspector.form.when.end, typed)
    assert inspector.form.when.end.text() == end
    assert inspector.form.when.start.text() == "09:00"


@pytest.mark.parametrize("typed", ["6/5", "mar 6", "Tuesday", "6", "+1"])
def test_a_day_is_typed_in_any_way(inspector: Inspector, typed: str) -> None:
    show(inspector, 1)
    identity = items(inspector)[1].id
    retype(inspector.form.when.day, typed)
    QTest.keyClick(inspector.form.when.day, Key.Key_Return)
    assert inspector.ctx.mission.plan is not None
    moved = inspector.ctx.mission.plan.item(identity)
    assert moved is not None
    assert (moved.date, moved.start) == (dt.date(2025, 5, 6), dt.time(9))


def test_an_end_past_midnight_offers_its_day(inspector: Inspector) -> None:
    show(inspector, 2)
    retype(inspector.form.when.start, "22")
    retype(inspector.form.when.end, "1")
    assert inspector.form.when.end_day_field.isVisible()
    assert inspector.form.when.end_day.currentText() == "Tue 6 May"


def test_steps_move_and_stretch_without_dragging(inspector: Inspector) -> None:
    show(inspector, 1)
    press(inspector, "start_later")
    press(inspector, "longer")
    press(inspector, "longer")
    assert (inspector.form.when.start.text(), inspector.form.when.end.text()) == ("09:05", "10:45")
    press(inspector, "start_earlier")
    press(inspector, "shorter")
    assert (inspector.form.when.start.text(), inspector.form.when.end.text()) == ("09:00", "10:35")


def test_taking_the_start_away_offers_a_part_of_the_day(inspector: Inspector) -> None:
    show(inspector, 1)
    identity = items(inspector)[1].id
    clear(inspector.form.when.start)
    form = inspector.form.when
    assert form.part_field.isVisible()
    assert not form.length.isVisible()
    form.part.setCurrentIndex(form.part.values.index(PartOfDay.EVENING))
    form.part.activated.emit(form.part.currentIndex())
    assert inspector.ctx.mission.plan is not None
    stored = inspector.ctx.mission.plan.item(identity)
    assert stored is not None
    assert (stored.start, stored.end, stored.part_of_day) == (None, None, PartOfDay.EVENING)


def test_a_locked_item_keeps_its_time_but_not_its_title(inspector: Inspector) -> None:
    show(inspector, 1)
    press(inspector, "locked")
    assert items(inspector)[1].locked is True
    assert not inspector.form.when.start.isEnabled()
    retype(inspector.form.title, "Visit, held")
    assert items(inspector)[1].title.best("en") == "Visit, held"


def test_kind_and_status_are_chosen_from_their_chips(inspector: Inspector) -> None:
    show(inspector, 1)
    menu = inspector.form.heading.status.menu()
    next(one for one in menu.actions() if one.text() == "Confirmed").trigger()
    kinds = inspector.form.heading.kind.menu()
    kinds.aboutToShow.emit()
    next(one for one in kinds.actions() if one.text() == "Workshop").trigger()
    assert (items(inspector)[1].status, items(inspector)[1].kind) == (ItemStatus.CONFIRMED, ItemKind.WORKSHOP)


def test_several_items_show_what_they_share_and_change_together(inspector: Inspector) -> None:
    show(inspector, 0, 1)
    assert inspector.form.title.text() == ""
    assert inspector.form.title.placeholderText() == "Mixed"
    assert inspector.form.heading.status.text() == "Mixed"
    assert inspector.form.when.day.text() == "Mon 5 May"
    before = steps(inspector)
    retype(inspector.form.dress, "Smart casual")
    assert [one.dress_code for one in items(inspector)] == ["Smart casual", "Smart casual", None, None]
    assert steps(inspector) == before + 1
    undo(inspector)
    assert [one.dress_code for one in items(inspector)] == [None] * 4


def test_a_field_left_mixed_changes_nothing(inspector: Inspector) -> None:
    show(inspector, 0, 1)
    before = steps(inspector)
    for entry in inspector.form.entries():
        entry.setFocus()
        QTest.keyClick(entry, Key.Key_Tab)
    assert steps(inspector) == before


def test_an_edit_elsewhere_leaves_what_is_being_typed(inspector: Inspector) -> None:
    show(inspector, 1)
    inspector.form.title.setFocus()
    inspector.form.title.setText("Half a ti")
    inspector.edits.values(dress_code="Formal")
    assert inspector.form.title.text() == "Half a ti"
    assert inspector.form.dress.text() == "Formal"


def test_texts_of_several_lines_are_stored(inspector: Inspector) -> None:
    show(inspector, 1)
    prose = inspector.form.text.prose
    prose.setFocus()
    QTest.keyClicks(prose, "Bring a badge")
    QTest.keyClick(prose, Key.Key_Return)
    QTest.keyClicks(prose, "No photos")
    QTest.keyClick(prose, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    text = items(inspector)[1].text
    assert text is not None
    assert text.exactly("en") == "Bring a badge\nNo photos"


def test_a_place_is_made_while_it_is_assigned_and_goes_with_one_undo(inspector: Inspector) -> None:
    show(inspector, 1)
    before = steps(inspector)
    line = inspector.form.where.line
    line.setFocus()
    QTest.keyClicks(line, "BAIC")
    assert line.offered() == ["Create “BAIC”"]
    QTest.keyClick(line, Key.Key_Down)
    QTest.keyClick(line, Key.Key_Return)
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert [one.name for one in plan.places] == ["BAIC"]
    assert items(inspector)[1].place_id == plan.places[0].id
    assert steps(inspector) == before + 1
    undo(inspector)
    assert items(inspector)[1].place_id is None


def test_words_that_are_no_place_are_kept_as_they_are(inspector: Inspector) -> None:
    show(inspector, 1)
    retype(inspector.form.where.line, "at the fountain", leave=Key.Key_Tab)
    inspector.form.hosts.line.setFocus()
    assert items(inspector)[1].place_text == "at the fountain"


def test_hosts_are_made_added_and_taken_away(inspector: Inspector) -> None:
    show(inspector, 1)
    hosts = inspector.form.hosts
    hosts.line.created.emit("BAIC")
    press(inspector, "add_host")
    hosts.another.created.emit("SPRI Group")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert [one.name for one in plan.hosts(items(inspector)[1])] == ["BAIC", "SPRI Group"]
    assert hosts.line.text() == "BAIC"
    chip = next(one for one in hosts.findChildren(QAbstractButton) if one.text() == "SPRI Group")
    chip.click()
    clear(hosts.line)
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert plan.hosts(items(inspector)[1]) == ()


def test_a_host_nobody_knows_is_refused_in_place(inspector: Inspector) -> None:
    show(inspector, 1)
    retype(inspector.form.hosts.line, "Nobody", leave=Key.Key_Escape)
    inspector.form.hosts.line.setText("Nobody")
    inspector.form.hosts.line.commit()
    assert "Nobody" in inspector.form.hosts.field.fault.text()
    assert inspector.form.hosts.line.text() == "Nobody"


def test_people_get_a_role_another_one_and_go(inspector: Inspector) -> None:
    show(inspector, 1)
    inspector.form.more.unfold(True)
    roles = inspector.form.roles
    roles.line.created.emit("Jon Etxeberria")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    (part,) = plan.item_roles(items(inspector)[1])
    person = plan.person(part.person_id)
    assert person is not None
    assert (person.given, person.family, part.role) == ("Jon", "Etxeberria", ItemRole.SPEAKER)
    choose_role(roles, ItemRole.INTERPRETER)
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert [one.role for one in plan.item_roles(items(inspector)[1])] == [ItemRole.INTERPRETER]
    press(roles, "role_out_0")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert plan.item_roles(items(inspector)[1]) == ()


def choose_role(roles: Roles, role: ItemRole) -> None:
    from missionplanner.gui.forms.controls import Choice

    control = roles.findChild(Choice, "role_0")
    assert control is not None
    control.setCurrentIndex(control.values.index(role))
    control.activated.emit(control.currentIndex())


def test_groups_are_pressed_in_and_out(full: Callable[..., Inspector]) -> None:
    inspector = full()
    place = next(number for number, one in enumerate(items(inspector)) if not one.audience_limited)
    show(inspector, place)
    identity = items(inspector)[place].id
    press(inspector, "group_1")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    item = plan.item(identity)
    assert item is not None
    assert [one.id for one in plan.item_groups(item)] == [plan.groups[0].id, plan.groups[2].id]
    press(inspector, "group_everyone")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    item = plan.item(identity)
    assert item is not None
    assert not item.audience_limited


def test_who_takes_part_is_ticked_one_by_one(
    qtbot: QtBot, full: Callable[..., Inspector], dialog: Callable[[str], QWidget]
) -> None:
    inspector = full()
    place = next(number for number, one in enumerate(items(inspector)) if not one.audience_limited)
    show(inspector, place)
    press(inspector, "choose_takers")
    shown = dialog("takers_dialog")
    assert isinstance(shown, TakersDialog)
    first = shown.list.item(0)
    name = first.text().split("  ·  ")[0]
    first.setCheckState(Qt.CheckState.Unchecked)
    press(shown, "form_done")
    plan = inspector.ctx.mission.plan
    assert plan is not None
    assert len(plan.audience(items(inspector)[place])) == len(plan.everyone) - 1
    without = inspector.findChild(QLabel, "takers_without")
    assert without is not None
    assert without.text() == f"Without {name}"


def test_the_title_is_written_in_the_chosen_language(full: Callable[..., Inspector]) -> None:
    inspector = full()
    show(inspector, 8)
    press(inspector, "title_in_it")
    retype(inspector.form.title, "Visita al museo")
    title = items(inspector)[8].title
    assert title.exactly("it") == "Visita al museo"
    assert title.exactly("en") == "Guided visit to the Guggenheim Museum"


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


def test_an_item_that_goes_gives_way_to_the_day(inspector: Inspector) -> None:
    from missionplanner.services import agenda

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


def test_keys_typed_into_the_inspector_are_no_commands_of_its_page(
    agenda_window: MainWindow, settled: Settled
) -> None:
    page = agenda_of(agenda_window)
    agenda_window.activateWindow()
    inspector = page.inspector
    page.show_items([items(inspector)[1].id])
    settled(agenda_window)
    inspector.show()
    retype(inspector.form.where.line, "nds", leave=Key.Key_Return)
    assert items(inspector)[1].place_text == "nds"
    assert inspector.form.where.line.hasFocus()
    assert len(items(inspector)) == 4
    before = steps(inspector)
    QTest.keyClick(inspector.form.where.line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(agenda_window)
    assert steps(inspector) == before - 1
    assert inspector.form.where.line.text() == ""
