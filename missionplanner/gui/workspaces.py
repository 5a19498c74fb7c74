"""Open, make and change workspaces from the window, off its thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.base import paths
from missionplanner.base.errors import Damaged, Locked, MissionPlannerError, NotFound
from missionplanner.base.progress import Progress
from missionplanner.gui import loading
from missionplanner.gui.context import Context
from missionplanner.gui.imports import Imports
from missionplanner.gui.loading import FirstPaint
from missionplanner.gui.notices import Step
from missionplanner.gui.one_window import Doorkeeper, OneWindow

if TYPE_CHECKING:
    from missionplanner.services.missions import MissionDraft
    from missionplanner.services.workspace import Workspace

WAIT = 0.2
"""Seconds an edit in the window waits for another writer before it says so."""
SAMPLE_BANNER = "sample"
SHOWN_FIRST = ("ER-EUS-2025", "MECH-SV-2019", "LE2C-LYS-2016", "META-CA-2023")
"""Missions of the samples that open first: the one with something to mend, the one across nine zones, one that
overlaps another, one that counts towards an initiative."""


class Workspaces(QObject):
    """Take the window from one workspace to another. ``failed`` carries the error and the ways out."""

    opening = Signal()
    failed = Signal(object, object)
    mission_wanted = Signal(str)

    def __init__(self, ctx: Context, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window
        self.home = paths.default_workspace()
        self._under_way = False
        self._looked_at: tuple[Path | None, str | None] = (None, None)
        self._place: OneWindow | None = None
        self.imports = Imports(ctx, window)
        self.imports.taken.connect(self.mission_wanted)

    def open(self, path: Path, *, create: bool = False, show_latest: bool = False, sample: bool = False) -> None:
        """Open a workspace; ``create`` makes it where there is none, ``sample`` puts the sample missions into it.

        ``show_latest`` goes on to the mission to begin with: of the sample the Basque one, else the last.
        """
        if self._under_way:
            return
        if self._place is not None and not self._place.claim(path):
            self._ctx.notices.say(
                self._ctx.t("This workspace has a window already. It is in front now."), tone="info"
            )
            return
        self._under_way = True
        self.opening.emit()
        self._ctx.release()
        self._ctx.path = path
        title = self._ctx.t("Preparing the sample missions") if sample else ""
        job = self._ctx.jobs.write(lambda progress: _opened(path, progress, create=create, sample=sample), title)
        job.done.connect(lambda workspace: self._attach(cast("Workspace", workspace), show_latest))
        job.failed.connect(lambda error: self._fail(error, path))
        job.ended.connect(self._let_go)

    def keep_place(self, place: OneWindow) -> None:
        """Be the only window on a workspace: on the one there is a place on now, and on those opened later."""
        self._place = place
        FirstPaint(self._window, lambda: Doorkeeper(self._window, place))

    def open_sample(self, name: str = paths.FIRST_SAMPLE, *, fresh: bool = False) -> None:
        """Open a sample workspace, made anew where it was never made or ``fresh`` is asked for."""
        path = paths.sample_workspace(name)
        self.open(path, show_latest=True, sample=fresh or not path.exists())

    def reset_sample(self) -> None:
        """Make the sample that is open anew."""
        self.open_sample(self.sample or paths.FIRST_SAMPLE, fresh=True)

    def ask_and_open(self) -> None:
        """Ask for a workspace and open it."""
        t = self._ctx.t
        kinds = t("Workspaces (*{suffix})", suffix=paths.WORKSPACE_SUFFIX)
        path = self._ctx.files.open_file(self._window, t("Open a workspace"), kinds)
        if path is not None:
            self.open(path)

    def go_home(self) -> None:
        """Open the person's own workspace."""
        self.open(self.home, create=True)

    @property
    def sample(self) -> str | None:
        """Return which sample is open, None where it is none."""
        path = self._ctx.path
        if path != self._looked_at[0]:  # asked after every step: looked up once a file
            self._looked_at = (path, paths.sample_name(path) if path is not None else None)
        return self._looked_at[1]

    @property
    def is_sample(self) -> bool:
        return self.sample is not None

    def create_mission(self, draft: MissionDraft) -> None:
        """Make a mission and show it. Raises what the service raises, for the form to say."""
        from missionplanner.services import missions

        workspace = self._ctx.workspace
        if workspace is None:
            return
        receipt = missions.create(workspace, draft)
        made = next(one for one in missions.listing(workspace) if one.id == receipt.first_added)
        self.mission_wanted.emit(made.code)

    def ask_and_import(self) -> None:
        """Ask for a mission file, show what it holds and take it in."""
        self.imports.ask()

    def restore(self, backup_file: Path, path: Path) -> None:
        """Put a backup in the place of a workspace and open it; what was there is kept beside it."""

        def work(_progress: Progress) -> object:
            from missionplanner.services import backup

            return backup.restore(backup_file, path)

        job = self._ctx.jobs.write(work, self._ctx.t("Restoring the backup"))
        job.done.connect(lambda _verdict: self.open(path))
        job.failed.connect(lambda error: self._fail(error, path))

    def restore_over(self, backup_file: Path) -> None:
        """Put a backup in the place of the workspace that is open; where that fails, open it as it was."""
        path = self._ctx.path
        if path is None or self._under_way:
            return
        self._under_way = True
        self.opening.emit()
        self._ctx.release()

        def work(_progress: Progress) -> object:
            from missionplanner.services import backup

            return backup.restore(backup_file, path)

        job = self._ctx.jobs.write(work, self._ctx.t("Restoring the backup"))
        job.done.connect(lambda _verdict: self._ctx.notices.say(self._ctx.t("The backup is in place.")))
        job.failed.connect(self._ctx.tell_failure)
        job.ended.connect(self._let_go)
        job.ended.connect(lambda: self.open(path))

    def _let_go(self) -> None:
        self._under_way = False

    def _attach(self, workspace: Workspace, show_latest: bool) -> None:
        self._ctx.attach(workspace)
        t = self._ctx.t
        if self.is_sample:
            text = t("You are looking at the sample: hours, hotels and most people are invented. Try anything.")
            self._ctx.notices.put_up(SAMPLE_BANNER, text, Step(t("Back to my missions"), self.go_home))
        else:
            self._ctx.notices.take_down(SAMPLE_BANNER)
        self._ctx.jobs.read(loading.load_rest)
        if show_latest:
            from missionplanner.services import missions

            codes = [one.code for one in missions.listing(workspace)]
            if codes:
                self.mission_wanted.emit(next((one for one in SHOWN_FIRST if one in codes), codes[-1]))

    def _fail(self, error: BaseException, path: Path) -> None:
        known = (
            error
            if isinstance(error, MissionPlannerError)
            else Damaged("{path} cannot be read: {why}.", path=str(path), why=type(error).__name__)
        )
        self.failed.emit(known, self.ways_out(known, path))

    def ways_out(self, error: MissionPlannerError, path: Path) -> list[Step]:
        """Return what can be done about a workspace that cannot be opened, the likeliest first."""
        t = self._ctx.t
        steps: list[Step] = []
        newest = newest_backup(path) if isinstance(error, Damaged | NotFound) else None
        if newest is not None:
            steps.append(Step(t("Restore the latest backup"), lambda: self.restore(newest, path)))
        if isinstance(error, Locked):
            steps.append(Step(t("Try again"), lambda: self.open(path)))
        if isinstance(error, NotFound):
            steps.append(Step(t("Create it there"), lambda: self.open(path, create=True)))
        steps.append(Step(t("Choose another workspace…"), self.ask_and_open))
        if path != self.home:
            steps.append(Step(t("Back to my missions"), self.go_home))
        elif not isinstance(error, NotFound):
            steps.append(Step(t("Open the sample missions"), self.open_sample))
        return steps


def newest_backup(path: Path) -> Path | None:
    """Return the newest backup beside a workspace, found by name alone: nothing heavy is loaded for it."""
    folder = paths.backup_folder(path)
    found = sorted(folder.glob(f"{path.stem}-*{paths.WORKSPACE_SUFFIX}"), reverse=True)
    return found[0] if found else None


def _opened(path: Path, progress: Progress, *, create: bool, sample: bool) -> Workspace:
    loading.load_services(progress)
    from missionplanner.services import workspace

    if sample:
        from missionplanner.services import samples

        samples.open_sample(path, paths.sample_name(path) or paths.FIRST_SAMPLE)
    elif create and not path.exists():
        workspace.create(path).close()
    opened = workspace.open_workspace(path, wait=WAIT)
    loading.warm_up(opened)
    return opened
