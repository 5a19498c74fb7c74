"""Bring about the states of the missions, of one mission's overview and history, and of the settings."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from missionplanner.base import assets
from missionplanner.gui.dialogs.import_preview import ImportPreview
from tests.stage import Stage
from tests.states.scene import BARE, FIRST, SHOWN, Scene, ask, nothing, scrolled


def seek_missions(stage: Stage, text: str) -> None:
    stage.window.missions_page.search.setText(text)
    stage.after(stage.window.missions_page.search.clear)


def card_menu(stage: Stage) -> QWidget:
    stage.window.missions_page.menu_of(SHOWN).popup(stage.window.mapToGlobal(QPoint(300, 200)))
    return stage.dialog()


def import_preview(stage: Stage, name: str) -> QWidget:
    """Look at a mission file that is there already, or at one that is new."""
    from missionplanner.services import exchange

    assert stage.ctx.workspace is not None
    path: Path = assets.path("samples") / name
    preview = exchange.look(stage.ctx.workspace, path)
    made = ImportPreview(stage.window, stage.ctx, preview, path.name, lambda: None)
    made.open()
    return made


STATES = (
    Scene("first-run", nothing, "missions", FIRST),
    Scene("first-run-settings", nothing, "settings", FIRST),
    Scene("first-run-history", nothing, "history", FIRST),
    Scene("empty-overview", nothing, "overview", BARE),
    Scene("empty-history", nothing, "history", BARE),
    Scene("missions", nothing, "missions"),
    Scene("missions-none-found", partial(seek_missions, text="zzz"), "missions"),
    Scene("overview", nothing, "overview"),
    Scene("overview-end", scrolled("overview_area"), "overview"),
    Scene("history", nothing, "history"),
    Scene("settings", nothing, "settings"),
    Scene("settings-end", scrolled("settings_area"), "settings"),
)


OVER = (
    Scene("missions-card-menu", card_menu, "missions"),
    Scene("new-mission", ask("new_mission"), "missions"),
    Scene("from-template", ask("from_template"), "missions"),
    Scene("copy-mission", ask("copy_mission"), "missions"),
    Scene("export-mission", ask("export_mission"), "missions"),
    Scene("delete-mission", ask("delete_mission"), "missions"),
    Scene("import-known", partial(import_preview, name="basque-country-2025.mission.json"), "missions"),
    Scene("import-new", partial(import_preview, name="basque-country-2025.mission.json"), "missions", BARE),
    Scene("mission-details", ask("mission_details"), "overview"),
    Scene("mission-branding", ask("mission_branding"), "overview"),
)
