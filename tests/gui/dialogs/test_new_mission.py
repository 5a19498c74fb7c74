"""A new mission, from nothing and from a template: the zone follows the place until somebody chooses one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from missionplanner.gui.dialogs.from_template import FromTemplateDialog
from missionplanner.gui.dialogs.new_mission import NewMissionDialog
from missionplanner.gui.forms.controls import DayField
from missionplanner.gui.main_window import MainWindow
from missionplanner.services import missions
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import templates

Settled = Callable[[MainWindow], None]


@pytest.fixture
def drafts() -> list[MissionDraft]:
    return []


@pytest.fixture
def form(opened: Callable[..., MainWindow], drafts: list[MissionDraft]) -> NewMissionDialog:
    window = opened()
    made = NewMissionDialog(window, window.ctx, drafts.append)
    made.open()
    return made


def text(form: NewMissionDialog, name: str) -> QLineEdit:
    found = form.fields[name].control
    assert isinstance(found, QLineEdit)
    return found


def zone(form: NewMissionDialog) -> QComboBox:
    found = form.fields["zone"].control
    assert isinstance(found, QComboBox)
    return found


def finish(form: NewMissionDialog) -> None:
    form.findChild(QAbstractButton, "form_done").click()  # type: ignore[union-attr]


def test_the_zone_and_the_country_follow_the_place(form: NewMissionDialog, drafts: list[MissionDraft]) -> None:
    text(form, "title").setText("Visit")
    QTest.keyClicks(text(form, "city"), "Vitoria-Gasteiz")
    text(form, "city").editingFinished.emit()
    assert zone(form).currentText() == "Madrid (Europe)"
    finish(form)
    assert [(one.zone, one.city, one.country) for one in drafts] == [("Europe/Madrid", "Vitoria-Gasteiz", "ES")]


def test_a_zone_somebody_chose_stays(form: NewMissionDialog) -> None:
    zone(form).setCurrentText("Lisbon (Europe)")
    text(form, "city").setText("Bilbao")
    text(form, "city").editingFinished.emit()
    assert zone(form).currentText() == "Lisbon (Europe)"
    form.reject()


def test_a_place_nobody_knows_is_kept_as_it_is(form: NewMissionDialog, drafts: list[MissionDraft]) -> None:
    text(form, "title").setText("Visit")
    text(form, "city").setText("Xqzzy")
    zone(form).setCurrentText("Rome (Europe)")
    finish(form)
    assert [(one.city, one.country, one.zone) for one in drafts] == [("Xqzzy", "", "Europe/Rome")]


def test_a_zone_that_is_none_is_said_at_its_field(form: NewMissionDialog, drafts: list[MissionDraft]) -> None:
    text(form, "title").setText("Visit")
    zone(form).setCurrentText("Nowhere")
    finish(form)
    assert form.fields["zone"].fault.text()
    assert drafts == []
    form.reject()


def test_the_last_day_follows_the_first(form: NewMissionDialog, drafts: list[MissionDraft]) -> None:
    first, last = form.fields["start"].control, form.fields["end"].control
    assert isinstance(first, DayField)
    assert isinstance(last, DayField)
    first.setDate(QDate(2027, 3, 1))
    assert last.date() == QDate(2027, 3, 3)
    last.setDate(QDate(2027, 3, 2))
    first.setDate(QDate(2027, 4, 1))
    assert last.date() == QDate(2027, 4, 2)
    form.reject()


def test_a_template_makes_a_mission_in_one_step(opened: Callable[..., MainWindow], settled: Settled) -> None:
    window = opened()
    ws = window.ctx.workspace
    assert ws is not None
    window.actions_["from_template"].trigger()
    form = window.findChild(FromTemplateDialog)
    assert form is not None
    chosen = next(one for one in templates.listing(ws) if one.identity == "visits_b2b")
    text(form, "title").setText("Three days in Lyon")
    zone(form).setCurrentText("Paris (Europe)")
    finish(form)
    settled(window)
    assert window.page == "agenda"
    made = next(one for one in missions.listing(ws) if one.code != "BIO")
    assert (made.end - made.start) == dt.timedelta(days=chosen.days - 1)
    assert len(missions.plan(ws, made.code).items) == chosen.items
    window.actions_["undo"].trigger()
    settled(window)
    assert [one.code for one in missions.listing(ws)] == ["BIO"]
