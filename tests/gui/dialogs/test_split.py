"""Splitting an item into parallel ones by a form."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.domain.programme.splitting import Part, split
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.split import SplitDialog
from missionplanner.gui.forms.controls import Choice
from tests.factories import delegate, item, place, plan, uid

A, B, C = (uid(f"group:{name}") for name in "ABC")
VISIT = uid("item:Visit")
PLAN = plan(
    delegate("Anna Neri", groups=["A"]),
    delegate("Bo Li", groups=["B"]),
    delegate("Cy Po", groups=["C"]),
    delegate("Di Ro", groups=["C"]),
    place("Lab", capacity=1),
    item("09:00", "10:30", "Visit", place_id=uid("place:Lab")),
    item("11:00", "12:00", "Talk", groups=["A", "B"]),
)


@pytest.fixture
def stored() -> list[tuple[tuple[Part, ...], bool]]:
    return []


def opened(ctx: Context, parent: QWidget, stored: list[Any], title: str = "Visit") -> SplitDialog:
    found = PLAN.item(uid(f"item:{title}"))
    assert found is not None

    def store(parts: tuple[Part, ...], with_transfers: bool) -> None:
        split(PLAN, found.id, parts, with_transfers=with_transfers)
        stored.append((parts, with_transfers))

    made = SplitDialog(parent, ctx, PLAN, found, store)
    made.open()
    return made


def choose(dialog: SplitDialog, number: int, part: int) -> None:
    found = dialog.findChild(Choice, f"part_{number}")
    assert found is not None
    found.setCurrentIndex(part)


def titles(dialog: SplitDialog) -> list[str]:
    return [one.objectName() for one in dialog.findChildren(QLineEdit) if one.isVisible()]


def said(dialog: SplitDialog) -> str:
    found = dialog.findChild(QLabel, "split_preview")
    assert found is not None
    return found.text() if found.isVisible() else ""


def test_each_group_has_a_part_of_its_own_at_first(ctx: Context, parent: QWidget, stored: list[Any]) -> None:
    dialog = opened(ctx, parent, stored)
    dialog.done_button.click()
    assert stored == [((Part((A,), "Visit"), Part((B,), "Visit"), Part((C,), "Visit")), True)]


def test_groups_go_together_and_parts_have_titles(ctx: Context, parent: QWidget, stored: list[Any]) -> None:
    dialog = opened(ctx, parent, stored)
    choose(dialog, 2, 0)
    assert titles(dialog) == ["title_0", "title_1"]
    dialog.findChild(QLineEdit, "title_1").setText(" Lab tour ")  # type: ignore[union-attr]
    dialog.findChild(QCheckBox, "with_transfers").click()  # type: ignore[union-attr]
    dialog.done_button.click()
    assert stored == [((Part((A, C), "Visit"), Part((B,), "Lab tour")), False)]


def test_only_the_groups_of_an_item_are_shared_out(ctx: Context, parent: QWidget, stored: list[Any]) -> None:
    dialog = opened(ctx, parent, stored, "Talk")
    assert [one.objectName() for one in dialog.findChildren(Choice)] == ["part_0", "part_1"]
    dialog.done_button.click()
    assert [part.groups for part in stored[0][0]] == [(A,), (B,)]


def test_parts_too_large_for_their_place_are_told_beforehand(
    ctx: Context, parent: QWidget, stored: list[Any]
) -> None:
    dialog = opened(ctx, parent, stored)
    assert said(dialog) == "“Visit”: 2 people, but Lab takes 1."
    choose(dialog, 0, 1)
    dialog.findChild(QLineEdit, "title_1").setText("Tour")  # type: ignore[union-attr]
    choose(dialog, 0, 0)
    choose(dialog, 0, 1)
    assert said(dialog).splitlines() == [
        "“Tour”: 2 people, but Lab takes 1.",
        "“Visit”: 2 people, but Lab takes 1.",
    ]


def test_one_part_alone_is_no_split(ctx: Context, parent: QWidget, stored: list[Any]) -> None:
    dialog = opened(ctx, parent, stored)
    for number in (0, 1, 2):
        choose(dialog, number, 1)
    words = "Choose two parts at least to split an item into."
    assert said(dialog) == words
    dialog.done_button.click()
    assert dialog.isVisible()
    assert stored == []
    with pytest.raises(Invalid):
        split(PLAN, VISIT, dialog.parts())
    choose(dialog, 0, 0)
    dialog.done_button.click()
    assert not dialog.isVisible()
