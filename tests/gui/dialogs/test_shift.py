"""Shifting from here: what is asked, and what it says beforehand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox, QWidget

from missionplanner.base.errors import Busy
from missionplanner.domain.programme.shifting import Scope, Shift
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.shift import ShiftDialog
from tests.factories import delegate, item, plan, uid

VISIT, LUNCH, TALK = (uid(f"item:{name}") for name in ("Visit", "Lunch", "Talk"))
PLAN = plan(
    delegate("Anna Neri"),
    item("09:00", "10:00", "Visit"),
    item("12:00", "13:30", "Lunch", kind="meal"),
    item("14:00", "15:00", "Talk", locked=True),
    item("09:00", "10:00", "Next day", day=2),
)


@pytest.fixture
def stored() -> list[Shift]:
    return []


def opened(ctx: Context, parent: QWidget, stored: list[Shift], *items: object, minutes: int = 15) -> ShiftDialog:
    made = ShiftDialog(parent, ctx, PLAN, items or (VISIT,), stored.append, minutes)  # type: ignore[arg-type]
    made.open()
    return made


def spin(dialog: ShiftDialog, name: str) -> QSpinBox:
    found = dialog.findChild(QSpinBox, name)
    assert found is not None
    return found


def said(dialog: ShiftDialog) -> list[str]:
    found = dialog.findChild(QLabel, "shift_preview")
    assert found is not None
    return found.text().splitlines()


def scope(dialog: ShiftDialog, place: int) -> None:
    found = dialog.findChild(QComboBox, "scope")
    assert found is not None
    found.setCurrentIndex(place)


def test_it_says_what_moves_from_when_to_when_and_what_stays(
    ctx: Context, parent: QWidget, stored: list[Shift]
) -> None:
    dialog = opened(ctx, parent, stored)
    assert said(dialog) == [
        "2 items move.",
        "09:00 → 09:15  Visit",
        "12:00 → 12:15  Lunch",
        "Locked, so they stay: Talk.",
    ]
    scope(dialog, 1)
    assert said(dialog) == ["1 item moves.", "09:00 → 09:15  Visit"]
    spin(dialog, "days").setValue(1)
    assert said(dialog)[1] == "09:00 → 09:15 (Tue 6 May)  Visit"
    dialog.done_button.click()
    assert stored == [Shift((VISIT,), Scope.SELECTION, 15, 1)]
    assert not dialog.isVisible()


def test_several_items_are_shifted_alone_unless_asked(ctx: Context, parent: QWidget, stored: list[Shift]) -> None:
    dialog = opened(ctx, parent, stored, VISIT, LUNCH, minutes=-30)
    dialog.done_button.click()
    assert stored == [Shift((VISIT, LUNCH), Scope.SELECTION, -30)]


def test_free_time_can_be_used_up_by_a_delay_only(ctx: Context, parent: QWidget, stored: list[Shift]) -> None:
    dialog = opened(ctx, parent, stored)
    absorb = dialog._absorb
    absorb.click()
    assert said(dialog)[:2] == ["1 item moves.", "09:00 → 09:15  Visit"]
    spin(dialog, "minutes").setValue(-15)
    assert not absorb.isEnabled()
    spin(dialog, "minutes").setValue(15)
    spin(dialog, "days").setValue(1)
    assert not absorb.isEnabled()


def test_nothing_to_shift_by_is_refused_at_its_field(ctx: Context, parent: QWidget, stored: list[Shift]) -> None:
    dialog = opened(ctx, parent, stored)
    spin(dialog, "minutes").setValue(0)
    dialog.done_button.click()
    assert dialog.isVisible()
    assert dialog.fields["minutes"].fault.text() == "Say by how many minutes or days."
    assert stored == []


def test_an_error_of_the_edit_is_shown_and_nothing_typed_is_lost(ctx: Context, parent: QWidget) -> None:
    def refuse(_asked: Shift) -> None:
        raise Busy("Somebody else is writing.")

    dialog = ShiftDialog(parent, ctx, PLAN, (VISIT,), refuse, 25)
    dialog.open()
    dialog.done_button.click()
    assert dialog.isVisible()
    fault = dialog.findChild(QLabel, "form_fault")
    assert fault is not None
    assert fault.text() == "Somebody else is writing."
    assert spin(dialog, "minutes").value() == 25


def test_numbers_have_room_to_be_read(ctx: Context, parent: QWidget, stored: list[Shift]) -> None:
    dialog = opened(ctx, parent, stored)
    QApplication.processEvents()
    for name in ("minutes", "days"):
        inside = spin(dialog, name).lineEdit()
        assert inside.height() >= inside.fontMetrics().height()
        assert inside.width() > inside.fontMetrics().horizontalAdvance(inside.text())
