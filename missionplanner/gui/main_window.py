"""Be the window: rail, header, one page at a time, and what passes at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui import actions as declared
from missionplanner.gui.actions import Actions
from missionplanner.gui.commands import Commands
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import Job
from missionplanner.gui.notices import Notice, Step
from missionplanner.gui.pages.missions import MissionsPage
from missionplanner.gui.printing import Printing
from missionplanner.gui.regions import next_region
from missionplanner.gui.safekeeping import Safekeeping
from missionplanner.gui.settings_menu import SettingsMenu
from missionplanner.gui.tokens import COMPACT_BELOW, SMALLEST
from missionplanner.gui.widgets.banners import Banners
from missionplanner.gui.widgets.header import Header, Heading
from missionplanner.gui.widgets.progress_row import ProgressRow
from missionplanner.gui.widgets.rail import Rail
from missionplanner.gui.widgets.status_line import StatusLine
from missionplanner.gui.widgets.toast import Toast
from missionplanner.gui.workspaces import Workspaces
from missionplanner.services.first_look import Glimpse

if TYPE_CHECKING:
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.gui.pages.trouble import TroublePage

MISSIONS, AGENDA, TROUBLE = "missions", "agenda", "trouble"


class MainWindow(QMainWindow):
    """Show the pages that exist. ``build`` makes all of it anew in another language or theme."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(*SMALLEST)
        self.ctx = ctx
        self.page = MISSIONS
        self._wanted = ""
        self._trouble_shown: tuple[MissionPlannerError, list[Step]] | None = None
        self._closing = False
        self.workspaces = Workspaces(ctx, self)
        self.printing = Printing(ctx, self)
        self.safekeeping = Safekeeping(ctx, self)
        self.commands = Commands(self)
        self.build()
        ctx.opened.connect(self._opened)
        ctx.undo.moved.connect(self._follow)
        ctx.jobs.started.connect(self._show_job)
        ctx.jobs.ended.connect(self._end_job)
        ctx.jobs.idle.connect(self._idle)
        ctx.notices.toast.connect(self._show_toast)
        self.workspaces.opening.connect(self._opening)
        self.workspaces.failed.connect(self.show_trouble)
        self.workspaces.mission_wanted.connect(self.open_mission)
        values = ctx.settings.values
        self.resize(max(values.width, SMALLEST[0]), max(values.height, SMALLEST[1]))

    # -- building ---------------------------------------------------------------------------------

    def build(self) -> None:
        """Make every widget, in the language and theme of the moment."""
        t, theme = self.ctx.t, self.ctx.theme
        self.setWindowTitle("Mission Planner")
        self.actions_ = Actions(t, theme, self)
        self.agenda_page: AgendaPage | None = None
        self.trouble_page: TroublePage | None = None
        self.rail, self.header = Rail(theme, t), Header(theme, t)
        self.missions_page = MissionsPage(self.ctx, self.actions_)
        self.missions_page.chosen.connect(self.open_mission)
        self.missions_page.changed.connect(self._follow)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.stack.addWidget(self.missions_page)
        self.progress, self.status = ProgressRow(theme, t), StatusLine(theme, t)
        root = QWidget()
        root.setObjectName("page")
        whole = QHBoxLayout(root)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Banners(self.ctx.notices, theme))
        column.addWidget(self.stack, 1)
        column.addWidget(self.progress)
        column.addWidget(self.status)
        whole.addLayout(column, 1)
        self.setCentralWidget(root)
        self.toast = Toast(root, theme, t)
        self._menus()
        self.commands.connect_all(self.actions_)
        QTimer.singleShot(100, self.actions_, self.actions_.draw_icons)
        for job in self.ctx.jobs.under_way:
            if job.title:
                self.progress.follow(job)
        self._fit()
        self._follow()

    def rebuild(self) -> None:
        """Build everything anew and go back to where one was."""
        page, missions = self.page, self.missions_page.missions
        agenda = self.agenda_page
        code = agenda.code if agenda is not None else ""
        day = agenda.day if agenda is not None else None
        self.toast.hide()
        self.actions_.deleteLater()
        self.build()
        self.missions_page.show_missions(missions)
        if page == TROUBLE and self._trouble_shown is not None:
            self.show_trouble(*self._trouble_shown)
        elif code and self.ctx.workspace is not None:
            self._agenda().show_mission(code, day)
            self.show_page(page)
        self._show_state()

    def _menus(self) -> None:
        t = self.ctx.t
        bar = QMenuBar()
        self.setMenuBar(bar)
        for menu in declared.MENUS:
            made = bar.addMenu(t(menu))
            made.setObjectName(f"menu_{menu.lstrip('&').lower()}")
            for action, separated in self.actions_.of_menu(menu):
                if separated:
                    made.addSeparator()
                made.addAction(action)
        self.print_menu = QMenu(self.centralWidget())
        self.print_menu.setObjectName("print_menu")
        self.print_menu.aboutToShow.connect(self.commands.fill_print_menu)
        a = self.actions_
        self.header.build(a["undo"], a["redo"], a["new_mission"], self.print_menu, t("Print"))
        settings = SettingsMenu(self.ctx, self.commands, self.centralWidget())
        self.rail.build(a["missions"], a["agenda"], settings, a["shortcuts"])

    # -- places -----------------------------------------------------------------------------------

    def show_page(self, page: str) -> None:
        """Go to a page that can be shown now."""
        if page == AGENDA and (self.agenda_page is None or self.agenda_page.plan is None):
            return
        target: QWidget = self.missions_page
        if page == AGENDA and self.agenda_page is not None:
            target = self.agenda_page
        elif page == TROUBLE and self.trouble_page is not None:
            target = self.trouble_page
        self.page = page
        self.stack.setCurrentWidget(target)
        self._follow()
        if page == AGENDA and self.agenda_page is not None:
            self.agenda_page.take_focus()
        elif page == MISSIONS:
            self.missions_page.take_focus()

    def show_missions(self, missions: tuple[Glimpse, ...]) -> None:
        """Show what the first look found."""
        self.missions_page.show_missions(missions)
        self.show_page(MISSIONS)

    def open_mission(self, code: str) -> None:
        """Show a mission's agenda, at once or when the workspace is open."""
        if self.ctx.workspace is None:
            self._wanted = code
            self._show_state()
            return
        if self._agenda().show_mission(code):
            self.show_page(AGENDA)

    def show_trouble(self, error: MissionPlannerError, steps: list[Step]) -> None:
        """Show why the workspace is not open, and what can be done."""
        from missionplanner.gui.pages.trouble import TroublePage

        if self.trouble_page is None:
            self.trouble_page = TroublePage(self.ctx)
            self.stack.addWidget(self.trouble_page)
        self._trouble_shown = (error, steps)
        self.missions_page.show_missions(())
        self.trouble_page.show_error(error, steps)
        self.show_page(TROUBLE)
        self._show_state()

    def regions(self) -> list[QWidget]:
        """Return the parts of the window F6 goes through."""
        inside: list[QWidget] = [self.stack]
        if self.page == AGENDA and self.agenda_page is not None:
            inside = self.agenda_page.regions()
        return [self.rail, self.header, *inside]

    def go_region(self, steps: int) -> None:
        """Give the focus to the next part of the window, or the one before."""
        next_region(self.regions(), steps)

    def _agenda(self) -> AgendaPage:
        if self.agenda_page is None:
            from missionplanner.gui.pages.agenda import AgendaPage

            self.agenda_page = AgendaPage(self.ctx, self.actions_)
            self.agenda_page.changed.connect(self._follow)
            self.agenda_page.gone.connect(self._leave_mission)
            self.stack.addWidget(self.agenda_page)
            self._fit()
        return self.agenda_page

    # -- following --------------------------------------------------------------------------------

    def _opening(self) -> None:
        self._trouble_shown = None
        if self.agenda_page is not None:
            self.agenda_page.leave()
        if self.page != MISSIONS:
            self.show_page(MISSIONS)
        self._show_state()

    def _opened(self) -> None:
        self._show_state()
        self._follow()
        if self._wanted:
            code, self._wanted = self._wanted, ""
            self.open_mission(code)

    def _leave_mission(self) -> None:
        if self.page == AGENDA:
            self.show_page(MISSIONS)
        self._follow()

    def _follow(self) -> None:
        """Let header, rail and actions say what is on screen now."""
        agenda = self.agenda_page
        there = agenda is not None and agenda.plan is not None
        heading = Heading("")
        if self.page == AGENDA and agenda is not None:
            heading = agenda.heading()
        elif self.page == TROUBLE and self.trouble_page is not None:
            heading = self.trouble_page.heading()
        else:
            heading = self.missions_page.heading()
        begun = self.page != MISSIONS or bool(self.missions_page.missions)
        self.header.show_heading(heading, self.page if begun else "")
        if there and agenda is not None and agenda.plan is not None:
            mission = agenda.heading()
            self.rail.show_mission(mission.title, self.commands.days_of(agenda.plan))
        else:
            self.rail.show_mission("", "")
        self.setWindowTitle(f"{heading.title} – Mission Planner" if heading.title else "Mission Planner")
        self.commands.follow(self.page)

    def _show_state(self) -> None:
        t = self.ctx.t
        if self._closing:
            self.status.show_state(t("Stopping…"))
        elif self.ctx.workspace is not None:
            self.status.show_saved(self.ctx.workspace.path)
        elif self.page == TROUBLE:
            self.status.show_state("")
        else:
            self.status.show_state(t("Opening…"))

    def _show_job(self, job: Job) -> None:
        self.progress.follow(job)

    def _end_job(self, job: Job) -> None:
        self.progress.end(job)

    def _show_toast(self, notice: Notice) -> None:
        self.toast.show_notice(notice)

    def _idle(self) -> None:
        if self._closing:
            QTimer.singleShot(0, self.close)

    def _fit(self) -> None:
        narrow = self.width() < COMPACT_BELOW
        self.rail.set_narrow(narrow)
        if self.agenda_page is not None:
            self.agenda_page.set_narrow(narrow)

    # -- Qt ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the names are Qt's
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self._closing and not self.workspaces.is_sample:
            self.safekeeping.keep()
        if self.ctx.jobs.under_way:
            event.ignore()
            self._stop_and_close()
            return
        self.commands.remember_size()
        self.ctx.release()
        event.accept()

    def _stop_and_close(self) -> None:
        titled = [job for job in self.ctx.jobs.under_way if job.title]
        if titled and not self._closing:
            self.commands.ask_to_stop(titled)
            return
        self.close_when_idle()

    def close_when_idle(self) -> None:
        """Stop what runs and close as soon as it has stopped."""
        self._closing = True
        self.ctx.jobs.cancel_all()
        self._show_state()
        if not self.ctx.jobs.under_way:
            QTimer.singleShot(0, self.close)
