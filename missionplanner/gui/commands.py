"""Say what each action does in the window, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from missionplanner.base import paths
from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui import actions as declared
from missionplanner.gui import qt_words
from missionplanner.gui.actions.spec import BACK, FORWARD, ISSUES, MISSION, READY, REDO, UNDO, Spec
from missionplanner.gui.jobs import Job
from missionplanner.gui.places import OF_A_MISSION, OF_THE_WORKSPACE, PAGES, SETTINGS
from missionplanner.gui.theme import chosen, dress
from missionplanner.gui.undo import redo, undo

if TYPE_CHECKING:
    from missionplanner.gui.dialogs.listing import Section
    from missionplanner.gui.main_window import MainWindow
    from missionplanner.services.workspace import Receipt, Workspace


class Commands(QObject):
    """Connect the actions of a window; keep them enabled as its state asks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._ctx = window, window.ctx

    def do(self, spec: Spec) -> None:
        """Do what an action says: a page's own deed on that page, anything else here."""
        places = self._window.places
        if not spec.page:
            self._deeds[spec.name]()
        elif places.current == spec.page or places.go(spec.page):
            places.shown.deeds()[spec.name]()

    @cached_property
    def _deeds(self) -> dict[str, Callable[[], object]]:
        window, flow = self._window, self._window.workspaces
        pages = (*OF_THE_WORKSPACE, *OF_A_MISSION, SETTINGS)
        return {
            **{name: partial(window.show_page, name) for name in pages},
            "new_mission": self.new_mission,
            "import": flow.ask_and_import,
            "sample": flow.open_sample,
            "reset_sample": lambda: flow.open_sample(fresh=True),
            "open": flow.ask_and_open,
            "home": flow.go_home,
            "print_agenda": self.print_agenda,
            "print_itineraries": self.print_itineraries,
            "quit": window.close,
            "undo": lambda: self._reverse(undo),
            "redo": lambda: self._reverse(redo),
            "search": self.search,
            "palette": self.search,
            "back": lambda: window.places.go_back(),
            "forward": lambda: window.places.go_on(),
            "next_region": lambda: window.go_region(1),
            "previous_region": lambda: window.go_region(-1),
            "shortcuts": self.show_keys,
            "messages": self.show_messages,
            "log": lambda: self._ctx.files.show(paths.log_folder()),
        }

    def follow(self) -> None:
        """Enable what can be done now, name the steps of undo and redo."""
        window, ctx, t = self._window, self._ctx, self._ctx.t
        actions, places = window.actions_, window.places
        actions.enable(self._there() | places.shown.there())
        done, undone = ctx.undo.undo_label, ctx.undo.redo_label
        actions["undo"].setText(t("Undo: {step}", step=t.say(done)) if done is not None else t("Undo"))
        actions["redo"].setText(t("Redo: {step}", step=t.say(undone)) if undone is not None else t("Redo"))
        sample = window.workspaces.is_sample
        actions["sample"].setVisible(not sample)
        actions["reset_sample"].setVisible(sample)
        actions["home"].setVisible(ctx.path is not None and ctx.path != window.workspaces.home)
        for name in (*OF_THE_WORKSPACE, *OF_A_MISSION, SETTINGS):
            actions[name].setVisible(name in PAGES)
            actions[name].setCheckable(True)
            actions[name].setChecked(places.current == name)

    def _there(self) -> set[str]:
        ctx, places = self._ctx, self._window.places
        if ctx.workspace is None:
            return set()
        met = {
            READY: True,
            UNDO: ctx.undo.undo_label is not None,
            REDO: ctx.undo.redo_label is not None,
            MISSION: ctx.mission.plan is not None,
            ISSUES: any(one.accepted is None for one in ctx.mission.findings),
            BACK: places.can_go_back,
            FORWARD: places.can_go_on,
        }
        return {name for name, is_so in met.items() if is_so}

    def new_mission(self) -> None:
        """Ask for a new mission."""
        from missionplanner.gui.dialogs.new_mission import NewMissionDialog

        NewMissionDialog(self._window, self._ctx, self._window.workspaces.create_mission).open()

    def search(self) -> None:
        """Go to the search of the missions."""
        self._window.show_page("missions")
        self._window.missions_page.search.setFocus()
        self._window.missions_page.search.selectAll()

    # -- printing ---------------------------------------------------------------------------------

    def print_agenda(self) -> None:
        """Print the programme in the mission's first language."""
        plan = self._ctx.mission.plan
        if plan is not None:
            first = plan.mission.languages[0] if plan.mission.languages else self._ctx.t.language
            self._window.printing.programme(plan, first)

    def print_itineraries(self) -> None:
        """Print all personal agendas."""
        if self._ctx.mission.plan is not None:
            self._window.printing.itineraries(self._ctx.mission.plan)

    # -- settings ---------------------------------------------------------------------------------

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self._keep(language=language)
        self._ctx.speak(language)
        qt_words.speak(_application(), language)
        self._window.rebuild()

    def choose_theme(self, theme: str) -> None:
        """Wear another theme from now on."""
        self._keep(theme=theme)
        self.redress()

    def redress(self) -> None:
        """Put on the theme the settings and the system ask for, where it is another one."""
        application = _application()
        if application.activeModalWidget() is not None:  # nothing typed into a form is lost for a colour
            QTimer.singleShot(500, self, self.redress)
            return
        theme = chosen(self._ctx.settings.values.theme, application.styleHints().colorScheme())
        if theme.tokens is not self._ctx.theme.tokens:
            self._ctx.theme = theme
            dress(application, theme)
            self._window.rebuild()

    def remember_size(self) -> None:
        """Keep the window's size for the next start."""
        window = self._window
        if not window.isMaximized() and not window.isFullScreen():
            self._keep(width=window.width(), height=window.height(), maximised=False)
        else:
            self._keep(maximised=True)

    # -- looking things up ------------------------------------------------------------------------

    def show_keys(self) -> None:
        """Show every key."""
        from missionplanner.gui.dialogs.listing import Listing

        t = self._ctx.t
        sections: list[Section] = []
        for menu in declared.MENUS:
            lines = [
                (_plain(action), ", ".join(key.toString() for key in action.shortcuts()))
                for action, _line in self._window.actions_.of_menu(menu)
                if action.shortcuts()
            ]
            sections.append((t(menu).replace("&", ""), lines))
        lists = [
            (t("Next or previous item, day or mission"), t("Arrow keys")),
            (t("Choose several items"), t("Shift or Ctrl with the arrow keys")),
            (t("First or last of the list"), t("Home, End")),
        ]
        sections.append((t("In lists"), lists))
        Listing(self._window, t("Keys"), sections, t("Close")).open()

    def show_messages(self) -> None:
        """Show what toasts have said, the latest first."""
        from missionplanner.gui.dialogs.listing import Listing

        t = self._ctx.t
        said = [(notice.text, "") for notice in reversed(self._ctx.notices.said)]
        sections: list[Section] = [("", said or [(t("Nothing was said yet."), "")])]
        Listing(self._window, t("What was said"), sections, t("Close")).open()

    def ask_to_stop(self, jobs: list[Job]) -> None:
        """Ask whether work under way may be stopped to close the window."""
        from missionplanner.gui.dialogs.question import Question

        t = self._ctx.t
        names = ", ".join(job.title for job in jobs)
        Question(
            self._window,
            t("Stop and close?"),
            t("Still under way: {names}. What is not finished leaves nothing behind.", names=names),
            t("Stop and close"),
            t("Go on"),
            self._window.close_when_idle,
        ).open()

    def _reverse(self, step: Callable[[Workspace], Receipt]) -> None:
        t = self._ctx.t
        receipt = self._ctx.run_edit(step)
        if receipt is None:
            return
        words = t("Undone: {step}") if step is undo else t("Done again: {step}")
        self._ctx.notices.say(words.format(step=t.say(receipt.label)), tone="info")
        self._ctx.mission.reread()
        self._window.places.shown.follow_reversal(receipt)

    def _keep(self, **values: object) -> None:
        try:
            self._ctx.settings.change(**values)
        except MissionPlannerError as error:
            self._ctx.tell(error)


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def _plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…").partition(": ")[0]
