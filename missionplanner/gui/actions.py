"""Declare every action once: its words, icon, keys, place in the menus and when it can be done."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.gui.theme import Theme

READY, MISSION, ITEMS, UNDO, REDO, ISSUES = "ready", "mission", "items", "undo", "redo", "issues"
"""What an action needs: an open workspace, a mission, chosen items, something to undo, redo or solve."""


@dataclass(frozen=True, slots=True)
class Spec:
    """Describe one action. ``keys`` of ``local`` ones work only where their list has the focus."""

    name: str
    menu: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs: str = ""
    local: bool = False
    separated: bool = False


FILE, EDIT, VIEW, HELP = N_("&File"), N_("&Edit"), N_("&View"), N_("&Help")
MENUS = (FILE, EDIT, VIEW, HELP)

SPECS: tuple[Spec, ...] = (
    Spec("new_mission", FILE, N_("New mission…"), "plus", ("Ctrl+N",), READY),
    Spec("import", FILE, N_("Import a mission file…"), "file-input", ("Ctrl+I",), READY),
    Spec("sample", FILE, N_("Open the sample missions"), "sparkles"),
    Spec("reset_sample", FILE, N_("Reset the sample missions"), "rotate-ccw"),
    Spec("open", FILE, N_("Open a workspace…"), "folder-open", ("Ctrl+O",), separated=True),
    Spec("home", FILE, N_("Back to my missions"), "house"),
    Spec("print_programme", FILE, N_("Print the programme…"), "printer", ("Ctrl+P",), MISSION, separated=True),
    Spec("print_itineraries", FILE, N_("Print all personal agendas…"), "users", ("Ctrl+Shift+P",), MISSION),
    Spec("quit", FILE, N_("Quit"), "log-out", ("Ctrl+Q",), separated=True),
    Spec("undo", EDIT, N_("Undo"), "undo-2", ("Ctrl+Z",), UNDO),
    Spec("redo", EDIT, N_("Redo"), "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z"), REDO),
    Spec("new_item", EDIT, N_("New item…"), "plus", ("N",), MISSION, local=True, separated=True),
    Spec("edit_item", EDIT, N_("Edit the item…"), "pencil", ("F4", "Return", "Enter"), ITEMS, local=True),
    Spec("rename_item", EDIT, N_("Rename the item"), "text-cursor-input", ("F2",), ITEMS, local=True),
    Spec("earlier", EDIT, N_("5 minutes earlier"), "arrow-up", ("Alt+Up",), ITEMS, local=True),
    Spec("later", EDIT, N_("5 minutes later"), "arrow-down", ("Alt+Down",), ITEMS, local=True),
    Spec("delete_items", EDIT, N_("Delete"), "trash-2", ("Delete",), ITEMS, local=True),
    Spec("missions", VIEW, N_("Missions"), "globe", ("Ctrl+0",)),
    Spec("agenda", VIEW, N_("Agenda"), "calendar-days", ("Ctrl+2",), MISSION),
    Spec("search", VIEW, N_("Search missions"), "search", ("Ctrl+F",)),
    Spec("previous_day", VIEW, N_("Previous day"), "chevron-left", ("Ctrl+PgUp",), MISSION, separated=True),
    Spec("next_day", VIEW, N_("Next day"), "chevron-right", ("Ctrl+PgDown",), MISSION),
    Spec("next_issue", VIEW, N_("Next issue"), "triangle-alert", ("F8",), ISSUES),
    Spec("previous_issue", VIEW, N_("Previous issue"), "", ("Shift+F8",), ISSUES),
    Spec("next_region", VIEW, N_("Next part of the window"), "", ("F6",), separated=True),
    Spec("previous_region", VIEW, N_("Previous part of the window"), "", ("Shift+F6",)),
    Spec("shortcuts", HELP, N_("Keys"), "keyboard", ("?",)),
    Spec("messages", HELP, N_("What was said"), "message-square-text", ("Ctrl+Shift+L",)),
    Spec("log", HELP, N_("Folder of the log"), "folder-open"),
)


class Actions(QObject):
    """Make the actions of a window and enable them together."""

    def __init__(self, t: Translator, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(t(spec.text), self)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            local = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(local if spec.local else Qt.ShortcutContext.WindowShortcut)
            action.setEnabled(not spec.needs)
            self._made[spec.name] = action

    def draw_icons(self) -> None:
        """Give the actions their icons, for the menus. Two dozen drawings can wait for the first paint."""
        for spec in SPECS:
            if spec.icon:
                self._made[spec.name].setIcon(self._theme.icon(spec.icon))

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def connect_all(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Say what actions do. Raises KeyError for a name that is none."""
        for name, do in handlers.items():
            self._made[name].triggered.connect(lambda _checked=False, do=do: do())

    def enable(self, there: Collection[str]) -> None:
        """Enable what needs nothing or something of ``there``, disable the rest."""
        for spec in SPECS:
            if spec.needs:
                self._made[spec.name].setEnabled(spec.needs in there)

    def of_menu(self, menu: str) -> list[tuple[QAction, bool]]:
        """Return the actions of a menu; True where a line goes before."""
        return [(self._made[spec.name], spec.separated) for spec in SPECS if spec.menu == menu]
