"""Show the photos of the mission: add them, say what they show, who took them, and whether they may be printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.report import PHOTO
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import while_there
from missionplanner.gui.matrix.nothing import Nothing
from missionplanner.gui.results.part import ResultsPart
from missionplanner.gui.results.photo_form import PhotoForm
from missionplanner.gui.results.photo_grid import PhotoGrid, PhotoModel
from missionplanner.gui.widgets.basics import card
from missionplanner.services.results import photos

if TYPE_CHECKING:
    from missionplanner.services.results.photos import Added
    from missionplanner.services.workspace import Receipt

_TOLD = 3
"""Names of files that are told with why they were refused; more are counted."""


class PhotosView(ResultsPart):
    """Be the photos, with a form of the chosen ones beside them."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.setObjectName("photos")
        self.setAccessibleName(ctx.t("Photos"))
        self.setAcceptDrops(True)
        self.model = PhotoModel(ctx, self)
        self.grid = PhotoGrid(ctx, self.model, _is_picture)
        self.form = PhotoForm(ctx)
        self.nothing = Nothing(ctx, "photos_nothing", "camera")
        self._wanted: list[UUID] = []
        self._build()
        self.grid.chosen.connect(self._follow)
        self.grid.opened.connect(self.form.take_focus)
        self.grid.dropped.connect(lambda files: self.add([Path(one) for one in files]))
        self.form.left.connect(self.give_focus)

    # -- the page asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "add_photos": self.ask,
            "photo_earlier": partial(self.shift, -1),
            "photo_later": partial(self.shift, 1),
            "delete_photos": self.delete,
        }

    def there(self) -> set[str]:
        return {PHOTO} if self.grid.chosen_ids() else set()

    def regions(self) -> list[QWidget]:
        return [self.grid, self.form] if self.model.photos else [self.nothing]

    def give_focus(self) -> None:
        if not self.model.photos:
            self.nothing.take_focus()
            return
        if not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.form.store_typed()

    def count_words(self) -> str:
        t, every = self.ctx.t, self.model.photos
        cleared = sum(bool(one.cleared) for one in every)
        count = t.plural("{count} photo", "{count} photos", len(every))
        return self.ctx.wording.listed(
            (count, t.plural("{count} may be printed", "{count} may be printed", cleared) if every else "")
        )

    def place(self) -> object:
        return self.grid.chosen_ids()

    def restore(self, place: object) -> None:
        if isinstance(place, list):
            self._wanted = place
            self.grid.choose(place)

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        self._wanted = [one for table, one in receipt.touched if table == "photo"]

    # -- deeds ------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for files."""
        t = self.ctx.t
        kinds = t("Pictures ({endings})", endings=" ".join(f"*.{one}" for one in photos.KINDS))
        self.add(self.ctx.files.open_files(self.window(), t("Add photos"), kinds))

    def add(self, files: Sequence[Path]) -> None:
        """Add pictures from files, beside the window; what cannot be read is told."""
        workspace, plan = self.ctx.workspace, self.ctx.mission.plan
        if workspace is None or plan is None or not files:
            return
        mission = plan.mission.id

        def work(progress: Progress) -> object:
            return photos.add(workspace, mission, files, progress)

        job = self.ctx.jobs.write(work, self.ctx.t("Adding photos"), can_stop=True)
        job.done.connect(while_there(self, self._tell))
        job.failed.connect(self.ctx.tell_failure)

    def shift(self, steps: int) -> None:
        """Put the chosen photos one place earlier or later."""
        chosen, plan = self.grid.chosen_ids(), self.plan
        order = [one.id for one in self.model.photos]
        if not chosen or plan is None:
            return
        places = [order.index(one) for one in chosen]
        target = places[0] - 1 if steps < 0 else places[-1] + 1
        if not 0 <= target < len(order):
            return
        rest = [one for one in order if one not in chosen]
        at = rest.index(order[target]) + (1 if steps > 0 else 0)
        wanted = [*rest[:at], *chosen, *rest[at:]]
        self._wanted = chosen
        self.ctx.run_edit(lambda ws: photos.arrange(ws, plan.mission.id, wanted))

    def delete(self) -> None:
        """Delete the chosen photos; a toast takes it back."""
        chosen, t = self.grid.chosen_ids(), self.ctx.t
        if chosen and self.ctx.run_edit(lambda ws: photos.delete(ws, chosen)) is not None:
            self.ctx.told_with_undo(t.plural("{count} photo deleted.", "{count} photos deleted.", len(chosen)))

    def _tell(self, added: Added) -> None:
        t, count = self.ctx.t, sum(table == "photo" for table, _id in added.receipt.added)
        self._wanted = [one for table, one in added.receipt.added if table == "photo"]
        words = [t.plural("{count} photo added.", "{count} photos added.", count) if count else ""]
        if added.known:
            known = len(added.known)
            words.append(t.plural("{count} was there already.", "{count} were there already.", known))
        words += [f"{name}: {t.say(error)}" for name, error in added.refused[:_TOLD]]
        more = len(added.refused) - _TOLD
        if more > 0:
            words.append(t.plural("{count} more could not be read.", "{count} more could not be read.", more))
        told = " ".join(filter(None, words))
        if count:
            self.ctx.told_with_undo(told)
        else:
            self.ctx.notices.say(told, tone="warn" if added.refused else "info")

    # -- showing ----------------------------------------------------------------------------------

    def show_now(self, plan: MissionPlan, record: MissionRecord) -> None:
        there = {one.id for one in record.photos}
        wanted = [one for one in self._wanted if one in there]  # a record read before they were added lacks them
        chosen = wanted or [one for one in self.grid.chosen_ids() if one in there]
        self.model.show_photos(plan, record.photos)
        self.grid.choose(chosen)
        if wanted:
            self._wanted = []
        self._stack.setCurrentIndex(0 if record.photos else 1)
        self.form.setVisible(bool(record.photos))
        if not record.photos:
            t = self.ctx.t
            start = (t("Add photos"), "photos_add", "image-plus", self.ask)
            self.nothing.tell(t("No photo yet"), t("Choose files, or drop them here."), [start])
        self._follow()

    def _follow(self) -> None:
        ids = set(self.grid.chosen_ids())
        self.form.show_photos(self.plan, [one for one in self.model.photos if one.id in ids])
        self.tell_changed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - the names are Qt's
        if not self.model.photos and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.add(_dropped(event))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(16, 12, 16, 14)
        frame = card("photos_card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 6, 2, 6)
        self._stack = QStackedLayout()
        inside.addLayout(self._stack)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.nothing)
        left.addWidget(frame, 1)
        row.addLayout(left, 1)
        row.addWidget(self.form)
        self.setFocusProxy(self.grid)


def _is_picture(name: str) -> bool:
    return Path(name).suffix.lower().lstrip(".") in photos.KINDS


def _dropped(event: QDropEvent) -> list[Path]:
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [Path(one) for one in paths if _is_picture(one)]
