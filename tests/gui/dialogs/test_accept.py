"""Accepting an issue, and giving a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.accept import AcceptDialog
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.dialogs.name import NameDialog


@pytest.fixture
def stored() -> list[str]:
    return []


def typed(dialog: FormDialog, name: str, text: str) -> None:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    QTest.keyClicks(found, text)
    QTest.keyClick(found, Qt.Key.Key_Return)


def test_a_reason_is_asked_for_and_passed_on(ctx: Context, parent: QWidget, stored: list[str]) -> None:
    dialog = AcceptDialog(parent, ctx, "Group A is in <b>two</b> places.", stored.append)
    dialog.open()
    sentence = dialog.findChild(QLabel, "accept_sentence")
    assert sentence is not None
    assert sentence.text() == "Group A is in <b>two</b> places."
    assert sentence.textFormat() is Qt.TextFormat.PlainText
    typed(dialog, "reason", "  ")
    assert dialog.isVisible()
    assert dialog.fields["reason"].fault.text() == "Say why, so that others understand it later."
    typed(dialog, "reason", "both hosts know ")
    assert stored == ["both hosts know"]
    assert not dialog.isVisible()


def test_a_name_is_asked_for_and_passed_on(ctx: Context, parent: QWidget, stored: list[str]) -> None:
    dialog = NameDialog(parent, ctx, ("Save as a template", "Name", "Save"), stored.append, "Visit")
    dialog.open()
    assert dialog.done_button.text() == "Save"
    dialog.findChild(QLineEdit, "name").clear()  # type: ignore[union-attr]
    typed(dialog, "name", " ")
    assert dialog.fields["name"].fault.text() == "Give it a name."
    typed(dialog, "name", "Half a day")
    assert stored == ["Half a day"]
    assert not dialog.isVisible()
