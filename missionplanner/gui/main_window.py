"""Be the window: rail, header, one page at a time, and what passes at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui import actions as declared
from missionplanner.gui.actions import Actions
from missionplanner.gui.commands import Commands
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import Job
from missionplanner.gui.notices import Notice, Step
from missionplanner.gui.pages.missions import MissionsPage
from missionplanner.gui.places import AGENDA, MISSIONS, TROUBLE, Places
from missionplanner.gui.printing import Printing
from missionplanner.gui.regions import next_region
from missionplanner.gui.safekeeping import Safekeeping
from missionplanner.gui.theme import roomy
from missionplanner.gui.tokens import COMPACT_BELOW, SMALLEST
from missionplanner.gui.widgets.banners import Banners
from missionplanner.gui.widgets.header import Header
from missionplanner.gui.widgets.progress_row import ProgressRow
from missionplanner.gui.widgets.rail import Rail
from missionplanner.gui.widgets.status_line import StatusLine
from missionplanner.gui.widgets.toast import Toast
from missionplanner.gui.workspaces import Workspaces
from missionplanner.services.first_look import Glimpse

if TYPE_CHECKING:
    from missionplanner.gui.palette.palette import Palette


class MainWindow(QMainWindow):
    """Show the pages that exist. ``build`` makes all of it anew in another language or theme."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(*SMALLEST)
        self.ctx = ctx
        self._wanted = ""
        self._trouble_shown: tuple[MissionPlannerError, list[Step]] | None = None
        self._closing = False
        self.workspaces = Workspaces(ctx, self)
        self.printing = Printing(ctx, self)
        self.safekeeping = Safekeeping(ctx, self)
        self.commands = Commands(self)
        self._palette: Palette | None = None
        self.build()
        ctx.opened.connect(self._opened)
        ctx.appearance.changed.connect(self.rebuild)
        ctx.appearance.letters_changed.connect(lambda on: self.actions_.set_letters(on))
        ctx.undo.moved.connect(self._follow)
        ctx.mission.gone.connect(self._leave_mission)
        ctx.mission.changed.connect(self._follow)
        ctx.mission.checked.connect(self._follow)
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
        self.actions_.set_letters(self.ctx.settings.values.letters)
        self.rail, self.header = Rail(theme, t), Header(theme, t)
        self.places = Places(self.ctx, self.actions_, self)
        self.missions_page.chosen.connect(self.open_mission)
        self.places.moved.connect(self._follow)
        self.places.item_wanted.connect(self.commands.show_item)
        self.places.mission_wanted.connect(self.open_mission)
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
        column.addWidget(self.places.stack, 1)
        column.addWidget(self.progress)
        column.addWidget(self.status)
        whole.addLayout(column, 1)
        self.setCentralWidget(root)
        self.toast = Toast(root, theme, t)
        self._menus()
        self._drop_palette()
        self.actions_.connect_all(self.commands.do)
        QTimer.singleShot(100, self.actions_, self.actions_.draw_icons)
        for job in self.ctx.jobs.under_way:
            if job.title:
                self.progress.follow(job)
        self._fit()
        self._follow()

    def rebuild(self) -> None:
        """Build everything anew and go back to where one was."""
        old, missions = self.places, self.missions_page.missions
        where = old.here() if old.current != TROUBLE else None
        self.toast.hide()
        self.actions_.deleteLater()
        self.build()
        old.deleteLater()
        self.places.take_trail(old)
        self.missions_page.show_missions(missions)
        if where is None and self._trouble_shown is not None:
            self.show_trouble(*self._trouble_shown)
        elif where is not None:
            self.places.return_to(where)
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
        self.header.build(self.actions_)
        self.rail.build(self.actions_)

    def _drop_palette(self) -> None:
        if self._palette is not None:
            self._palette.deleteLater()
            self._palette = None

    @property
    def palette_(self) -> Palette:
        """Return the palette, made when it is first wanted or nothing else is to be done."""
        if self._palette is None:
            from missionplanner.gui.palette.palette import Palette

            self._palette = Palette(self, self.ctx, self.actions_, self.show_page)
            self.commands.serve(self._palette)
        return self._palette

    # -- places -----------------------------------------------------------------------------------

    @property
    def missions_page(self) -> MissionsPage:
        """Return the page of missions, which is always there."""
        return cast("MissionsPage", self.places.page(MISSIONS))

    @property
    def page(self) -> str:
        """Return the name of the page on screen."""
        return self.places.current

    def show_page(self, page: str) -> None:
        """Go to a page that can be shown now."""
        self.places.go(page)

    def show_missions(self, missions: tuple[Glimpse, ...]) -> None:
        """Show what the first look found."""
        self.missions_page.show_missions(missions)
        self.places.go(MISSIONS)

    def open_mission(self, code: str) -> None:
        """Show a mission's agenda, at once or when the workspace is open."""
        if self.ctx.workspace is None:
            self._wanted = code
            self._show_state()
            return
        where = self.places.here()
        if self.ctx.mission.open(code):
            if self.places.current != TROUBLE:
                self.places.step_from(where)
            self.places.go(AGENDA, remember=False)

    def show_trouble(self, error: MissionPlannerError, steps: list[Step]) -> None:
        """Show why the workspace is not open, and what can be done."""
        from missionplanner.gui.pages.trouble import TroublePage

        self._trouble_shown = (error, steps)
        self.missions_page.show_missions(())
        page = self.places.page(TROUBLE)
        assert isinstance(page, TroublePage)
        page.show_error(error, steps)
        self.places.go(TROUBLE, remember=False)
        self._show_state()

    def go_region(self, steps: int) -> None:
        """Give the focus to the next part of the window, or the one before."""
        next_region([self.rail, self.header, *self.places.shown.regions()], steps)

    # -- following --------------------------------------------------------------------------------

    def _opening(self) -> None:
        self._trouble_shown = None
        self.ctx.mission.close()
        self.places.forget()
        if self.page != MISSIONS:
            self.places.go(MISSIONS, remember=False)
        self._show_state()

    def _opened(self) -> None:
        self._show_state()
        self._follow()
        if self._wanted:
            code, self._wanted = self._wanted, ""
            self.open_mission(code)

    def _leave_mission(self) -> None:
        if not self.places.can_show(self.page):
            self.places.go(MISSIONS, remember=False)
        self._follow()

    def _follow(self) -> None:
        """Let header, rail and actions say what is on screen now."""
        page, mission = self.places.shown, self.ctx.mission
        heading = page.heading()
        self.header.show_heading(heading, page.primary())
        days = (
            self.ctx.wording.days(mission.plan.mission.first_day, mission.plan.mission.last_day)
            if mission.plan
            else ""
        )
        self.rail.show_mission(mission.heading().title, days, under_way=mission.under_way)
        self.setWindowTitle(f"{heading.title} – Mission Planner" if heading.title else "Mission Planner")
        self.commands.follow()

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
            self._close_soon()

    def _fit(self) -> None:
        narrow = self.width() < roomy(COMPACT_BELOW)
        self.rail.set_narrow(narrow)
        self.header.set_narrow(narrow)
        self.places.set_narrow(narrow)

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
        self.ctx.jobs.cancel_all(for_good=True)
        self._show_state()
        if not self.ctx.jobs.under_way:
            self._close_soon()

    def _close_soon(self) -> None:
        QTimer.singleShot(0, self, self.close)  # without the second, a window gone by then ends the process
