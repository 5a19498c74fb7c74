"""Paper and funding are asked for in one dialog: what is saved there is one step, and undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from missionplanner.domain.vocabulary import CoverStyle
from missionplanner.gui.branding.dialog import BrandingDialog
from missionplanner.gui.main_window import MainWindow

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20H0z" fill="#00f"/></svg>'


@pytest.fixture
def window(opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None]) -> MainWindow:
    made = opened()
    made.open_mission("BIO")
    settled(made)
    return made


@pytest.fixture
def asked(
    window: MainWindow, settled: Callable[[MainWindow], None], dialog: Callable[[str], QWidget]
) -> BrandingDialog:
    window.actions_["mission_branding"].trigger()
    settled(window)
    made = dialog("branding_dialog")
    assert isinstance(made, BrandingDialog)
    return made


def press(asked: QWidget, name: str) -> None:
    found = asked.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def test_everything_is_saved_as_one_step(
    window: MainWindow,
    asked: BrandingDialog,
    settled: Callable[[MainWindow], None],
    answers: Any,
    tmp_path: Path,
) -> None:
    before = window.ctx.mission.plan
    assert before is not None
    answers.path = tmp_path / "emblem.svg"
    answers.path.write_bytes(SVG)
    asked._emblem.choose()
    asked._organisers.entry.created.emit("New promoter")
    press(asked, "accent_1F7A5C")
    press(asked, "cover_illustrated")
    press(asked, f"eu_statement_{(before.mission.languages or ('en',))[0]}")
    asked._grant.setText("101")
    settled(window)
    assert not asked._emblem.is_empty and asked._emblem.accessibleName() == "Emblem of the funder"
    press(asked, "form_done")
    settled(window)
    plan = window.ctx.mission.plan
    assert plan is not None
    mission = plan.mission
    assert (mission.accent, mission.cover, mission.grant) == ("#1F7A5C", CoverStyle.ILLUSTRATED, "101")
    assert mission.emblem and mission.emblem.endswith(".svg") and mission.funding_statement
    last = plan.organisation(plan.organisers[-1].organisation_id)
    assert last is not None and last.name == "New promoter"
    window.actions_["undo"].trigger()
    settled(window)
    again = window.ctx.mission.plan
    assert again is not None and (again.mission.accent, again.mission.emblem, again.organisers) == (
        before.mission.accent,
        before.mission.emblem,
        before.organisers,
    )


def test_organisers_are_moved_and_taken_away(asked: BrandingDialog) -> None:
    for name in ("Region", "Cluster", "City", "cluster"):
        asked._organisers.entry.created.emit(name)
    names = [one.name for one in asked._organisers._lines]
    assert names == ["Region", "Cluster", "City"]
    press(asked, "organiser_down_1")
    assert [one.name for one in asked._organisers._lines][:2] == [names[1], names[0]]
    press(asked, "organiser_remove_2")
    assert [one.name for one in asked._organisers._lines] == [names[0], *names[2:]]
    first, last = asked._organisers._lines[0], asked._organisers._lines[-1]
    assert not first.up.isEnabled() and not last.down.isEnabled()
    roles = [one.role for one in asked._organisers.drafts()]
    assert roles == [None, None]  # nobody said any


def test_a_colour_is_judged_while_it_is_typed_and_refused_where_it_is_none(asked: BrandingDialog) -> None:
    note = asked.findChild(QLabel, "accent_note")
    assert note is not None
    for typed, said in (("#FFEE88", "cannot be read"), ("#1f7a5c", "reads well"), ("green", "A number such as")):
        asked._accent.line.setText(typed)
        assert said in note.text()
    press(asked, "form_done")
    assert asked.isVisible() and "not a colour" in asked.fields["accent"].fault.text()


def test_a_dropped_drawing_is_shown_and_what_is_none_is_refused_at_its_place(
    window: MainWindow, asked: BrandingDialog, settled: Callable[[MainWindow], None], tmp_path: Path
) -> None:
    asked._organisers.entry.created.emit("Region")
    well, path = asked._organisers._lines[0].well, tmp_path / "logo.svg"

    def drop(data: bytes) -> bool:
        path.write_bytes(data)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        taken = well.event(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
        settled(window)
        return taken

    assert drop(SVG) and not well.is_empty
    shown = well._picture.toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == Qt.GlobalColor.blue
    assert drop(b"<svg><script/></svg>") and asked._organisers._lines[0].fault.text()
    well.put(None)
    assert asked._organisers.drafts()[0].logo is None and not asked._organisers._lines[0].fault.text()
