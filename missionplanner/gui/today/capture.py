"""Keep what comes in on the way: pictures and business cards from files, the clipboard or dropped on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import while_there
from missionplanner.gui.results.meet_dialog import MeetDialog
from missionplanner.gui.widgets.picture_source import bytes_of, picture_in
from missionplanner.services.results import contacts_made, photos
from missionplanner.services.results.contacts_made import Met

LARGEST_CARD = 8 * 1024 * 1024
CARDS = ("vcf", "vcard")
_BEGINS = "BEGIN:VCARD"


class Capture(QObject):
    """Take in what somebody hands over at a moment. ``noted`` carries words that are to become a note."""

    noted = Signal(str)

    def __init__(self, page: QWidget, ctx: Context, at: Callable[[], tuple[dt.datetime, UUID | None]]) -> None:
        super().__init__(page)
        self._page, self._ctx, self._at = page, ctx, at

    # -- from files -------------------------------------------------------------------------------

    def ask_photos(self) -> None:
        """Ask for pictures."""
        t = self._ctx.t
        kinds = t("Pictures ({endings})", endings=" ".join(f"*.{one}" for one in photos.KINDS))
        self.take_files(self._ctx.files.open_files(self._page.window(), t("Add photos"), kinds))

    def ask_card(self) -> None:
        """Ask for a file of business cards."""
        t = self._ctx.t
        kinds = t("Business cards ({endings})", endings=" ".join(f"*.{one}" for one in CARDS))
        path = self._ctx.files.open_file(self._page.window(), t("Add from a business card"), kinds)
        if path is not None:
            self.take_files([path])

    def take_files(self, files: Sequence[Path]) -> None:
        """Add pictures, and ask about the people of business cards."""
        pictures = [one for one in files if _ends(one, photos.KINDS)]
        if pictures:
            self._photos(lambda ws, mission, progress: photos.add(ws, mission, pictures, progress))
        for one in files:
            if _ends(one, CARDS):
                self._read_card(partial(bytes_of, one, LARGEST_CARD))

    # -- from the clipboard, or dropped -----------------------------------------------------------

    def paste(self) -> None:
        """Take what is on the clipboard: a picture, a card, files; any other text becomes a note."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self._ctx.notices.say(
                self._ctx.t("There is no picture, business card or text on the clipboard."), tone="info"
            )

    def can_take(self, data: QMimeData) -> bool:
        """Tell whether something dropped can be kept."""
        return data.hasImage() or bool(_files(data))

    def take(self, data: QMimeData) -> bool:
        """Keep something handed over; False where there is nothing in it to keep."""
        files, text = _files(data), data.text().strip() if data.hasText() else ""
        picture = None if data.hasUrls() else picture_in(data, ())
        if files:
            self.take_files(files)
        elif isinstance(picture, bytes):
            self._shot(picture)
        elif text.upper().startswith(_BEGINS):
            self._read_card(text.encode)
        elif text and not data.hasUrls():
            self.noted.emit(text)
        else:
            return False
        return True

    # -- inside -----------------------------------------------------------------------------------

    def _shot(self, data: bytes) -> None:
        """Keep a picture of the clipboard: taken now, at what is on."""
        at, item = self._at()
        self._photos(lambda ws, mission, _progress: photos.keep(ws, mission, data, at, item))

    def _photos(self, add: Callable[..., photos.Added]) -> None:
        workspace, plan, t = self._ctx.workspace, self._ctx.mission.plan, self._ctx.t
        if workspace is None or plan is None:
            return
        mission = plan.mission.id

        def work(progress: Progress) -> object:
            return add(workspace, mission, progress)

        job = self._ctx.jobs.write(work, t("Adding photos"), can_stop=True)
        job.done.connect(while_there(self, self._tell))
        job.failed.connect(self._ctx.tell_failure)

    def _tell(self, added: photos.Added) -> None:
        t, count = self._ctx.t, sum(table == "photo" for table, _id in added.receipt.added)
        words = [f"{name}: {t.say(error)}" for name, error in added.refused[:3]]
        if added.known:
            words.insert(
                0, t.plural("{count} was there already.", "{count} were there already.", len(added.known))
            )
        if not count:
            self._ctx.notices.say(" ".join(words) or t("No photo was added."), tone="warn")
            return
        said = t.plural("{count} photo added.", "{count} photos added.", count)
        self._ctx.told_with_undo(" ".join((said, *words)))

    def _read_card(self, give: Callable[[], bytes]) -> None:
        """Read who a card names, and ask about each."""
        workspace, plan, t = self._ctx.workspace, self._ctx.mission.plan, self._ctx.t
        if workspace is None or plan is None:
            return
        country = plan.destinations[0].country if plan.destinations else None

        def work(progress: Progress) -> object:
            return contacts_made.read_cards(workspace, give(), country=country, progress=progress)

        job = self._ctx.jobs.read(work, t("Reading the business card"), of=self)
        job.done.connect(self._ask)
        job.failed.connect(self._ctx.tell_failure)

    def _ask(self, some: Sequence[Met]) -> None:
        plan = self._ctx.mission.plan
        if plan is None or not some:
            return
        at, item = self._at()
        met = replace(some[0], item_id=item, date=at.date())
        dialog = MeetDialog(self._page.window(), self._ctx, plan, met, left=len(some) - 1)
        dialog.finished.connect(while_there(self, lambda taken: self._ask(some[1:]) if taken else None))
        dialog.open()


def _ends(path: Path, endings: Sequence[str]) -> bool:
    return path.suffix.lower().lstrip(".") in endings


def _files(data: QMimeData) -> list[Path]:
    """Return the pictures and cards among files that are handed over."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [one for one in paths if _ends(one, (*photos.KINDS, *CARDS))]
