"""Declare what the window itself does: workspaces, places, undo, help."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import BACK, EDIT, FILE, FORWARD, HELP, MISSION, READY, REDO, UNDO, VIEW, Spec

SPECS: tuple[Spec, ...] = (
    Spec("open", FILE, N_("Open a workspace…"), "folder-open", ("Ctrl+O",), separated=True),
    Spec("home", FILE, N_("Back to my missions"), "house"),
    Spec("settings", FILE, N_("Settings"), "settings", ("Ctrl+,",), also=N_("options, language, theme")),
    Spec("quit", FILE, N_("Quit"), "log-out", ("Ctrl+Q",), separated=True),
    Spec("undo", EDIT, N_("Undo"), "undo-2", ("Ctrl+Z",), UNDO),
    Spec("redo", EDIT, N_("Redo"), "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z"), REDO),
    Spec("missions", VIEW, N_("Missions"), "globe", ("Ctrl+0",)),
    Spec("overview", VIEW, N_("Overview"), "house", ("Ctrl+1",), MISSION),
    Spec("agenda", VIEW, N_("Agenda"), "calendar-days", ("Ctrl+2",), MISSION),
    Spec("documents", VIEW, N_("Documents"), "file-text", ("Ctrl+8",), MISSION),
    Spec("history", VIEW, N_("History"), "history", ("Ctrl+H",), READY),
    Spec("palette", VIEW, N_("Search or type a command"), "search", ("Ctrl+K",), separated=True),
    Spec("find_everywhere", VIEW, N_("Search everywhere…"), "search", ("Ctrl+Shift+F",), READY),
    Spec("back", VIEW, N_("Back"), "chevron-left", ("Alt+Home",), BACK),
    Spec("forward", VIEW, N_("Forward"), "chevron-right", ("Alt+End",), FORWARD),
    Spec("next_region", VIEW, N_("Next part of the window"), "", ("F6",), separated=True),
    Spec("previous_region", VIEW, N_("Previous part of the window"), "", ("Shift+F6",)),
    Spec("shortcuts", HELP, N_("Keys"), "keyboard", ("?",), also=N_("shortcuts, keyboard")),
    Spec("messages", HELP, N_("What was said"), "message-square-text", ("Ctrl+Shift+L",)),
    Spec("log", HELP, N_("Folder of the log"), "folder-open"),
)
