"""The window from its start: what is shown first, what opens, what is said when nothing does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base import file_lock, paths
from missionplanner.gui import app
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.widgets.mission_card import MissionCard
from missionplanner.services import backup, workspace
from tests.windows import agenda_of

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "sqlalchemy",
    "reportlab",
    "babel",
    "uharfbuzz",
    "alembic",
    "msgspec",
    "PIL",
    "missionplanner.domain.records",
)


def press(root: QWidget, name: str) -> None:
    """Click the button of a name."""
    found = root.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()


def shown(root: QWidget, name: str) -> str:
    """Return the words of a visible label."""
    found = root.findChild(QLabel, name)
    assert found is not None
    assert found.isVisible()
    return found.text()


def trouble(window: MainWindow) -> tuple[str, list[str]]:
    assert window.places.page("trouble") is not None
    words = window.places.page("trouble").findChild(QLabel, "trouble_text")
    assert words is not None
    steps = [one.text() for one in window.places.page("trouble").findChildren(QAbstractButton)]
    return words.text(), steps


def test_the_first_paint_needs_no_heavy_library(template: Path) -> None:
    program = f"""
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from missionplanner.gui import app
from missionplanner.base.settings import Settings
window = app.compose(QApplication([]), Settings(Path({str(template.parent / "settings.json")!r})))
window.show()
app.begin(window, Path({str(template)!r}))
assert not window.grab().isNull()
assert window.missions_page.missions[0].code == "BIO"
print(json.dumps(sorted(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert not set(HEAVY) & set(json.loads(done.stdout.splitlines()[-1]))


def test_a_first_start_makes_the_workspace_and_says_how_to_begin(
    qtbot: QtBot, composed: Callable[..., MainWindow], settled: Callable[[MainWindow], None]
) -> None:
    window = composed()
    app.begin(window)
    assert shown(window, "welcome") == "Welcome"
    settled(window)
    assert paths.default_workspace().exists()
    assert window.status.state.text() == "All changes saved"


def test_cards_show_missions_and_open_their_agenda(
    qtbot: QtBot, opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None]
) -> None:
    window = opened()
    card = window.missions_page.findChild(MissionCard)
    assert card is not None
    assert card.accessibleName() == "Mission to Bilbao, 5–7 May 2025, Planning, 0 delegates, 4 items"
    QTest.keyClick(card, Qt.Key.Key_Return)
    settled(window)
    assert window.page == "agenda"
    assert window.header.title.text == "Mission to Bilbao"


def test_a_card_chosen_before_the_workspace_is_open_opens_then(
    qtbot: QtBot, composed: Callable[..., MainWindow], template: Path, settled: Callable[[MainWindow], None]
) -> None:
    window = composed()
    app.begin(window, template)
    window.open_mission("BIO")
    assert window.page == "missions"
    settled(window)
    assert window.page == "agenda"


def test_the_search_finds_by_title_without_accents_and_says_when_nothing_fits(
    qtbot: QtBot, opened: Callable[..., MainWindow]
) -> None:
    page = opened().missions_page
    page.search.setText("bílbao")
    assert page.findChild(MissionCard) is not None
    QTest.keyClicks(page.search, "xyz")
    assert shown(page, "nothing_found") == "No mission matches “bílbaoxyz”."
    press(page, "clear_search")
    assert page.search.text() == ""


def test_a_new_mission_asks_four_things_and_opens(
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    dialog: Callable[[str], QWidget],
    settled: Callable[[MainWindow], None],
) -> None:
    window = opened()
    window.actions_["new_mission"].trigger()
    form = dialog("new_mission_dialog")
    assert isinstance(form, FormDialog)
    assert list(form.fields) == ["title", "start", "end", "city", "zone"]
    press(form, "form_done")
    assert not form.fields["zone"].fault.isHidden() or not form.fields["title"].fault.isHidden()
    zone = form.fields["zone"].control
    assert isinstance(zone, QComboBox)
    zone.setCurrentText("madr")
    press(form, "form_done")
    assert form.fields["title"].fault.text() == "Give the mission a title."
    QTest.keyClicks(form.fields["title"].control, "Study visit")
    press(form, "form_done")
    settled(window)
    assert window.page == "agenda"
    plan = agenda_of(window).plan
    assert plan is not None
    assert plan.mission.zone == "Europe/Madrid"
    window.actions_["undo"].trigger()
    settled(window)
    assert [one.code for one in window.missions_page.missions] == ["BIO"]
    assert window.page == "missions"


@pytest.mark.parametrize(
    ("content", "sentence", "first_step"),
    [
        (b"", "is empty", "Choose another workspace…"),
        (b"PK\x03\x04 no database at all" * 10, "is not a Mission Planner workspace", "Choose another workspace…"),
        (None, "There is no workspace at", "Create it there"),
    ],
)
def test_what_is_no_workspace_gets_a_finished_screen(
    composed: Callable[..., MainWindow],
    tmp_path: Path,
    content: bytes | None,
    sentence: str,
    first_step: str,
) -> None:
    path = tmp_path / "strange.mplanner"
    if content is not None:
        path.write_bytes(content)
    window = composed()
    app.begin(window, path)
    said, steps = trouble(window)
    assert window.page == "trouble"
    assert sentence in said
    assert steps[0] == first_step
    assert "Back to my missions" in steps
    assert not window.actions_["new_mission"].isEnabled()


def test_a_newer_workspace_is_refused_unchanged(
    composed: Callable[..., MainWindow], template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "newer.mplanner"
    data = bytearray(template.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(data)
    window = composed()
    app.begin(window, path)
    assert "newer Mission Planner" in trouble(window)[0]
    assert path.read_bytes() == data


def test_a_locked_workspace_can_be_tried_again(
    qtbot: QtBot,
    composed: Callable[..., MainWindow],
    template: Path,
    tmp_path: Path,
    settled: Callable[[MainWindow], None],
) -> None:
    path = tmp_path / "held.mplanner"
    path.write_bytes(template.read_bytes())
    holder = file_lock.FileLock(path)
    holder.hold_alone()
    window = composed()
    app.begin(window, path)
    settled(window)
    assert trouble(window)[1][0] == "Try again"
    holder.release()
    press(window.places.stack, "trouble_step_0")
    settled(window)
    assert window.page == "missions"
    assert window.ctx.workspace is not None


def test_a_damaged_workspace_offers_its_latest_backup(
    qtbot: QtBot,
    composed: Callable[..., MainWindow],
    template: Path,
    tmp_path: Path,
    settled: Callable[[MainWindow], None],
) -> None:
    path = tmp_path / "mine.mplanner"
    path.write_bytes(template.read_bytes())
    with workspace.open_workspace(path) as ws:
        backup.make(ws)
    path.write_bytes(b"")
    window = composed()
    app.begin(window, path)
    assert trouble(window)[1][0] == "Restore the latest backup"
    press(window.places.stack, "trouble_step_0")
    settled(window)
    settled(window)
    assert [one.code for one in window.missions_page.missions] == ["BIO"]
    assert list(tmp_path.glob("mine.mplanner.before-restore-*"))


def test_another_process_writing_is_noticed(
    qtbot: QtBot, agenda_window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    assert agenda_window.ctx.path is not None
    program = """
import sys
from pathlib import Path
from missionplanner.services import missions, workspace
from missionplanner.services.programme import agenda
with workspace.open_workspace(Path(sys.argv[1])) as ws:
    plan = missions.plan(ws, "BIO")
    agenda.add(ws, "BIO", agenda.ItemDraft(title="From elsewhere", date=plan.mission.start, language="en"))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(agenda_window.ctx.path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    agenda_window.ctx.hub.look()
    qtbot.waitUntil(lambda: "5 items" in agenda_window.header.facts.text)
    settled(agenda_window)
    assert agenda_window.missions_page.missions[0].items == 5
    assert "From elsewhere" in agenda_window.actions_["undo"].text()


def test_the_sample_opens_as_a_copy_on_its_agenda(
    qtbot: QtBot,
    opened: Callable[..., MainWindow],
    sample_template: Path,
    settled: Callable[[MainWindow], None],
) -> None:
    window = opened()
    paths.sample_workspace().parent.mkdir(parents=True)
    paths.sample_workspace().write_bytes(sample_template.read_bytes())
    window.actions_["sample"].trigger()
    qtbot.waitUntil(lambda: window.page == "agenda", timeout=20_000)
    settled(window)
    assert "sample" in window.ctx.notices.banners
    assert agenda_of(window).strip.findings
    window.actions_["home"].trigger()
    settled(window)
    assert window.ctx.path == paths.default_workspace().resolve()
    assert not window.ctx.notices.banners


def test_the_sample_of_a_cluster_opens_beside_the_first_and_is_made_anew(
    qtbot: QtBot, opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None]
) -> None:
    window = opened()
    window.actions_["cluster_sample"].trigger()
    qtbot.waitUntil(lambda: window.page == "agenda", timeout=20_000)
    settled(window)
    assert window.ctx.path == paths.sample_workspace(paths.CLUSTER_SAMPLE).resolve()
    assert window.ctx.mission.code == "MECH-SV-2019"
    assert "sample" in window.ctx.notices.banners
    actions = window.actions_
    shown = [name for name in ("sample", "cluster_sample", "reset_sample") if actions[name].isVisible()]
    assert shown == ["sample", "reset_sample"]
    actions["reset_sample"].trigger()
    qtbot.waitUntil(lambda: len(window.missions_page.missions) == 4, timeout=20_000)
    settled(window)
    assert window.ctx.path == paths.sample_workspace(paths.CLUSTER_SAMPLE).resolve()


def test_language_and_theme_change_at_once_and_stay(
    agenda_window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    agenda_window.ctx.appearance.choose_language("it")
    agenda_window.ctx.appearance.choose_theme("dark")
    settled(agenda_window)
    assert agenda_window.actions_["undo"].text().startswith("Annulla: ")
    assert agenda_window.page == "agenda"
    assert agenda_window.ctx.theme.tokens.name == "dark"
    stored = json.loads(agenda_window.ctx.settings.path.read_text("utf-8"))
    assert (stored["language"], stored["theme"]) == ("it", "dark")
