"""Moving an item by a form."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from missionplanner.domain.programme.placing import Placing
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.move import MoveDialog
from tests.factories import START, delegate, item, plan, uid

A, B = uid("group:A"), uid("group:B")
VISIT = uid("item:Visit")


@pytest.fixture
def stored() -> list[Placing]:
    return []


def opened(ctx: Context, parent: QWidget, stored: list[Placing], **fields: Any) -> MoveDialog:
    there = plan(
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        item("09:00", "10:30", "Visit", **fields),
    )
    found = there.item(VISIT)
    assert found is not None
    made = MoveDialog(parent, ctx, there, found, stored.append)
    made.open()
    return made


def typed(dialog: MoveDialog, name: str, text: str) -> None:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    found.setText(text)


def box(dialog: MoveDialog, number: int) -> QCheckBox:
    found = dialog.findChild(QCheckBox, f"group_box_{number}")
    assert found is not None
    return found


def test_what_is_not_touched_stays(ctx: Context, parent: QWidget, stored: list[Placing]) -> None:
    dialog = opened(ctx, parent, stored)
    dialog.done_button.click()
    assert stored == [Placing(VISIT, START, dt.time(9), dt.time(10, 30))]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [
        ("10", None, (dt.time(10), None)),
        ("1015", "11.30", (dt.time(10, 15), dt.time(11, 30))),
        (None, "+45", (dt.time(9), dt.time(9, 45))),
        ("", "", (None, None)),
    ],
)
def test_times_are_typed_as_people_do_and_a_new_start_keeps_the_length(
    ctx: Context, parent: QWidget, stored: list[Placing], start: str | None, end: str | None, asked: Any
) -> None:
    dialog = opened(ctx, parent, stored)
    for name, text in (("start", start), ("end", end)):
        if text is not None:
            typed(dialog, name, text)
    dialog.done_button.click()
    assert (stored[0].start, stored[0].end) == asked


def test_a_day_or_the_shelf_is_chosen(ctx: Context, parent: QWidget, stored: list[Placing]) -> None:
    for place in (1, 3):
        dialog = opened(ctx, parent, stored)
        days = dialog.findChild(QComboBox, "date")
        assert days is not None
        assert days.count() == 4
        days.setCurrentIndex(place)
        dialog.done_button.click()
    assert [one.date for one in stored] == [START + dt.timedelta(days=1), None]


def test_groups_are_ticked(ctx: Context, parent: QWidget, stored: list[Placing]) -> None:
    dialog = opened(ctx, parent, stored)
    assert [box(dialog, number).isChecked() for number in (0, 1)] == [True, True]
    box(dialog, 1).click()
    dialog.done_button.click()
    dialog = opened(ctx, parent, stored, groups=["A"])
    assert [box(dialog, number).isChecked() for number in (0, 1)] == [True, False]
    box(dialog, 1).click()
    dialog.done_button.click()
    dialog = opened(ctx, parent, stored, people=["Anna Neri"])
    dialog.done_button.click()
    assert [one.groups for one in stored] == [(A,), (), None]


def test_what_is_no_time_is_refused_at_its_field(ctx: Context, parent: QWidget, stored: list[Placing]) -> None:
    dialog = opened(ctx, parent, stored)
    typed(dialog, "end", "half past")
    dialog.done_button.click()
    assert dialog.isVisible()
    assert dialog.fields["end"].fault.text()
    assert dialog.findChild(QLineEdit, "end").text() == "half past"  # type: ignore[union-attr]
    assert stored == []
