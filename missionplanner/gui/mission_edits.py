"""Do with a mission as a whole what the pages offer: details, copy, export, archive, delete."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.context import Context
from missionplanner.gui.notices import Step

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import Destination, Mission
    from missionplanner.exchange.photos import Photo
    from missionplanner.gui.dialogs.copy_mission import CopyWish
    from missionplanner.services.directory.pictures import Kept
    from missionplanner.services.paper.branding import OrganiserDraft
    from missionplanner.services.workspace import Workspace


class MissionEdits(QObject):
    """Ask, do, and say what was done with the way back. ``made`` carries the code of a new mission."""

    made = Signal(str)

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page

    def details(self, code: str) -> None:
        """Ask what the mission is."""
        plan = self._plan(code)
        if plan is None:
            return
        from missionplanner.gui.dialogs.mission_details import MissionDetailsDialog

        def save(mission: Mission, destinations: list[Destination]) -> None:
            from missionplanner.services import missions

            receipt = missions.change(self._workspace, mission, destinations)
            if receipt.changeset is not None:
                self._ctx.told_with_undo(self._ctx.t("Mission details saved."))

        MissionDetailsDialog(self._page.window(), self._ctx, plan, save).open()

    def branding(self, code: str) -> None:
        """Ask how the mission's paper looks and who pays for it."""
        plan = self._plan(code)
        if plan is None:
            return
        from missionplanner.gui.branding.dialog import BrandingDialog

        def save(mission: Mission, organisers: list[OrganiserDraft], emblem: Photo | Kept | None) -> None:
            from missionplanner.services.paper import branding

            receipt = branding.change(self._workspace, mission, organisers, emblem)
            if receipt.changeset is not None:
                self._ctx.told_with_undo(self._ctx.t("Paper and funding saved."))

        BrandingDialog(self._page.window(), self._ctx, plan, save).open()

    def copy(self, code: str) -> None:
        """Ask what comes along, copy the mission and show the copy."""
        plan = self._plan(code)
        if plan is None:
            return
        from missionplanner.gui.dialogs.copy_mission import CopyMissionDialog

        def make(wish: CopyWish) -> None:
            from missionplanner.services import missions

            workspace = self._workspace
            receipt = missions.copy(workspace, code, wish.code, wish.start, wish.carry, title=wish.title)
            new = next(one.code for one in missions.listing(workspace) if one.id == receipt.first_added)
            self.made.emit(new)
            self._ctx.told_with_undo(self._ctx.t("Mission copied."))

        CopyMissionDialog(self._page.window(), self._ctx, plan.mission, make).open()

    def export(self, code: str) -> None:
        """Ask for a form and a place and write the mission there."""
        plan = self._plan(code)
        workspace = self._ctx.workspace
        if plan is None or workspace is None:
            return
        from missionplanner.gui.dialogs.export_mission import ExportMissionDialog
        from missionplanner.services import exchange

        title = plan.mission.title.best(self._ctx.t.language, plan.mission.languages)
        confidential = exchange.left_out(workspace, code)

        def write(suffix: str, sensitive: bool) -> None:
            self._ask_where(code, suffix, sensitive)

        ExportMissionDialog(self._page.window(), self._ctx, title, confidential, write).open()

    def archive(self, code: str) -> None:
        """Put a mission into the archive, or take it out again."""
        plan = self._plan(code)
        if plan is None:
            return
        from missionplanner.services import missions

        mission, t = plan.mission, self._ctx.t
        there = mission.status is MissionStatus.ARCHIVED
        status = _status_after_archive(mission) if there else MissionStatus.ARCHIVED
        receipt = self._ctx.run_edit(lambda ws: missions.change(ws, replace(mission, status=status)))
        if receipt is not None:
            word = self._ctx.wording.mission_status(status)[1]
            out = t("Taken out of the archive; its status is “{status}” now.", status=word)
            self._ctx.told_with_undo(out if there else t("Mission archived."))

    def delete(self, code: str) -> None:
        """Ask, because it is much, and delete a mission with all that is its own."""
        plan = self._plan(code)
        if plan is None:
            return
        from missionplanner.gui.dialogs.question import Danger

        t = self._ctx.t
        title = plan.mission.title.best(t.language, plan.mission.languages) or code
        about = t(
            "Its agenda ({items}), its delegation ({delegates}) and everything else of the mission go. People, "
            "organisations and places stay. A backup is made first, and you can undo it.",
            items=self._ctx.wording.items(len(plan.items)),
            delegates=self._ctx.wording.delegates(len(plan.delegates)),
        )
        Danger(
            self._page.window(),
            t("Delete “{title}”?", title=title),
            about,
            t("Delete the mission"),
            t("Keep it"),
            lambda: self._delete(code, title),
        ).open()

    # -- inside -----------------------------------------------------------------------------------

    @property
    def _workspace(self) -> Workspace:
        assert self._ctx.workspace is not None
        return self._ctx.workspace

    def _plan(self, code: str) -> MissionPlan | None:
        """Read the mission now, whichever is open; what cannot be read is said."""
        workspace = self._ctx.workspace
        if workspace is None or not code:
            return None
        from missionplanner.services import missions

        try:
            return missions.plan(workspace, code)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return None

    def _delete(self, code: str, title: str) -> None:
        workspace = self._ctx.workspace
        if workspace is None:
            return
        t = self._ctx.t

        def work(_progress: Progress) -> object:
            from missionplanner.services import missions

            return missions.delete(workspace, code)

        job = self._ctx.jobs.write(work, t("Deleting “{title}”", title=title))
        job.done.connect(lambda _receipt: self._ctx.told_with_undo(t("“{title}” deleted.", title=title)))
        job.failed.connect(self._ctx.tell_failure)

    def _ask_where(self, code: str, suffix: str, sensitive: bool) -> None:
        t = self._ctx.t
        kinds = {".mission": t("Packages (*.mission)"), ".json": t("Mission files (*.json)")}
        window = self._page.window()
        path = self._ctx.files.save_file(window, t("Export the mission file"), f"{code}{suffix}", kinds[suffix])
        workspace = self._ctx.workspace
        if path is None or workspace is None:
            return
        target = path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

        def work(_progress: Progress) -> object:
            from missionplanner.services import exchange

            export = exchange.export_package if suffix == ".mission" else exchange.export_json
            # The dialog asked before: of a name it did not see nothing is replaced.
            exchange.write(target, export(workspace, code, sensitive=sensitive), force=target == path)
            return target

        job = self._ctx.jobs.read(work, t("Exporting “{file}”", file=target.name))
        job.done.connect(lambda made: self._tell_export(cast("Path", made)))
        job.failed.connect(self._ctx.tell_failure)

    def _tell_export(self, path: Path) -> None:
        t = self._ctx.t
        show = Step(t("Show the folder"), lambda: self._ctx.files.show(path.parent))
        self._ctx.notices.say(t("Saved as “{file}”.", file=path.name), show)


def _status_after_archive(mission: Mission) -> MissionStatus:
    over = mission.last_day < dt.date.today()
    return MissionStatus.FOLLOW_UP if over else MissionStatus.PLANNING
