"""Say what each action does in the window, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from missionplanner.base import paths
from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui import actions as declared
from missionplanner.gui import qt_words
from missionplanner.gui.actions import ISSUES, ITEMS, MISSION, READY, REDO, UNDO, Actions
from missionplanner.gui.jobs import Job
from missionplanner.gui.theme import chosen, dress
from missionplanner.gui.undo import redo, undo

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.gui.dialogs.listing import Section
    from missionplanner.gui.main_window import MainWindow
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.services.workspace import Receipt, Workspace


class Commands(QObject):
    """Connect the actions of a window; keep them enabled as its state asks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._ctx = window, window.ctx

    def connect_all(self, actions: Actions) -> None:
        """Give every action its deed."""
        window, flow = self._window, self._window.workspaces
        actions.connect_all(
            {
                "new_mission": self.new_mission,
                "import": flow.ask_and_import,
                "sample": flow.open_sample,
                "reset_sample": lambda: flow.open_sample(fresh=True),
                "open": flow.ask_and_open,
                "home": flow.go_home,
                "print_programme": lambda: self.print_programme(""),
                "print_itineraries": self.print_itineraries,
                "quit": window.close,
                "undo": lambda: self._reverse(undo),
                "redo": lambda: self._reverse(redo),
                "new_item": lambda: self._on_agenda(lambda page: page.edits.add()),
                "edit_item": lambda: self._on_agenda(lambda page: page.edits.edit()),
                "rename_item": lambda: self._on_agenda(lambda page: page.edit_title()),
                "earlier": lambda: self._on_agenda(lambda page: page.edits.nudge(-5)),
                "later": lambda: self._on_agenda(lambda page: page.edits.nudge(5)),
                "delete_items": lambda: self._on_agenda(lambda page: page.edits.delete()),
                "missions": lambda: window.show_page("missions"),
                "agenda": lambda: window.show_page("agenda"),
                "search": self.search,
                "previous_day": lambda: self._on_agenda(lambda page: page.turn_day(-1)),
                "next_day": lambda: self._on_agenda(lambda page: page.turn_day(1)),
                "next_issue": lambda: self._on_agenda(lambda page: page.turn_issue(1)),
                "previous_issue": lambda: self._on_agenda(lambda page: page.turn_issue(-1)),
                "next_region": lambda: window.go_region(1),
                "previous_region": lambda: window.go_region(-1),
                "shortcuts": self.show_keys,
                "messages": self.show_messages,
                "log": lambda: self._ctx.files.show(paths.log_folder()),
            }
        )

    def follow(self, page: str) -> None:
        """Enable what can be done now, name the steps of undo and redo."""
        window, ctx, t = self._window, self._ctx, self._ctx.t
        actions, agenda = window.actions_, window.agenda_page
        there = set()
        if ctx.workspace is not None:
            there.add(READY)
            there |= {UNDO} if ctx.undo.undo_label is not None else set()
            there |= {REDO} if ctx.undo.redo_label is not None else set()
        if agenda is not None and agenda.plan is not None and ctx.workspace is not None:
            there.add(MISSION)
            there |= {ITEMS} if page == "agenda" and agenda.chosen() else set()
            there |= {ISSUES} if page == "agenda" and agenda.strip.findings else set()
        actions.enable(there)
        done, undone = ctx.undo.undo_label, ctx.undo.redo_label
        actions["undo"].setText(t("Undo: {step}", step=t.say(done)) if done is not None else t("Undo"))
        actions["redo"].setText(t("Redo: {step}", step=t.say(undone)) if undone is not None else t("Redo"))
        sample = window.workspaces.is_sample
        actions["sample"].setVisible(not sample)
        actions["reset_sample"].setVisible(sample)
        actions["home"].setVisible(ctx.path is not None and ctx.path != window.workspaces.home)
        for name in ("missions", "agenda"):
            actions[name].setCheckable(True)
            actions[name].setChecked(page == name)

    def days_of(self, plan: MissionPlan) -> str:
        """Return the days of a mission as the rail shows them."""
        return self._ctx.wording.days(plan.mission.first_day, plan.mission.last_day)

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

    def fill_print_menu(self) -> None:
        """Offer the programme in every language of the mission, and everyone's personal agenda."""
        from missionplanner.gui.printing import language_name

        menu, t, plan = self._window.print_menu, self._ctx.t, self._plan()
        menu.clear()
        if plan is None:
            return
        for code in plan.mission.languages:
            entry = menu.addAction(t("Programme in {language}…", language=language_name(code)))
            entry.setObjectName(f"print_programme_{code}")
            entry.triggered.connect(lambda _checked=False, code=code: self.print_programme(code))
        if not plan.mission.languages:
            menu.addAction(self._window.actions_["print_programme"])
        menu.addSeparator()
        menu.addAction(self._window.actions_["print_itineraries"])

    def print_programme(self, language: str) -> None:
        """Print the programme in a language, or in the mission's first one."""
        plan = self._plan()
        if plan is not None:
            first = plan.mission.languages[0] if plan.mission.languages else self._ctx.t.language
            self._window.printing.programme(plan, language or first)

    def print_itineraries(self) -> None:
        """Print all personal agendas."""
        plan = self._plan()
        if plan is not None:
            self._window.printing.itineraries(plan)

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

    # -- what several of them need ----------------------------------------------------------------

    def _plan(self) -> MissionPlan | None:
        agenda = self._window.agenda_page
        return agenda.plan if agenda is not None else None

    def _on_agenda(self, do: Callable[[AgendaPage], object]) -> None:
        agenda = self._window.agenda_page
        if agenda is not None and agenda.plan is not None and self._window.page == "agenda":
            do(agenda)

    def _reverse(self, step: Callable[[Workspace], Receipt]) -> None:
        agenda, t = self._window.agenda_page, self._ctx.t
        receipt = self._ctx.run_edit(step)
        if receipt is None:
            return
        words = t("Undone: {step}") if step is undo else t("Done again: {step}")
        self._ctx.notices.say(words.format(step=t.say(receipt.label)), tone="info")
        if agenda is not None and agenda.plan is not None and self._window.page == "agenda":
            agenda.reread()
            agenda.show_items([identity for table, identity in receipt.touched if table == "agenda_item"])

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
