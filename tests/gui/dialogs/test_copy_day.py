"""Copying a day by a form."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.copy_day import CopyDayDialog
from tests.factories import START, plan

SECOND, THIRD = (START + dt.timedelta(days=more) for more in (1, 2))


@pytest.fixture
def stored() -> list[Any]:
    return []


def opened(ctx: Context, parent: QWidget, stored: list[Any], day: dt.date | None) -> CopyDayDialog:
    made = CopyDayDialog(parent, ctx, plan(), day, lambda *asked: stored.append(asked))
    made.open()
    return made


@pytest.mark.parametrize(
    ("day", "source", "target"),
    [(START, START, SECOND), (THIRD, THIRD, START), (None, START, SECOND), (dt.date(1999, 1, 1), START, SECOND)],
)
def test_the_next_day_is_offered_else_the_first(
    ctx: Context, parent: QWidget, stored: list[Any], day: dt.date | None, source: dt.date, target: dt.date
) -> None:
    dialog = opened(ctx, parent, stored, day)
    dialog.done_button.click()
    assert stored == [(source, target, True, True)]
    assert not dialog.isVisible()


def test_another_day_and_less_along_is_chosen(ctx: Context, parent: QWidget, stored: list[Any]) -> None:
    dialog = opened(ctx, parent, stored, START)
    days = dialog.findChild(QComboBox, "target")
    assert days is not None
    assert [days.itemText(place) for place in range(days.count())] == ["Mon 5 May", "Tue 6 May", "Wed 7 May"]
    days.setCurrentIndex(2)
    for name in ("with_people", "with_transfers"):
        found = dialog.findChild(QCheckBox, name)
        assert found is not None
        found.click()
    dialog.done_button.click()
    assert stored == [(START, THIRD, False, False)]
