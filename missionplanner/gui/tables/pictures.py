"""Let somebody give a row its photo or logo: from a file, from the clipboard, or dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.tables.portrait import Portrait

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt

PERSON, ORGANISATION = "person", "organisation"
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


class Pictures(QObject):
    """Show and change the picture of the row that ``portrait`` stands for."""

    def __init__(self, ctx: Context, portrait: Portrait, table: str) -> None:
        super().__init__(portrait)
        self._ctx, self._portrait, self._table = ctx, portrait, table
        self._id: UUID | None = None
        self._name: str | None = None
        self._called = ""
        t = ctx.t
        self._words = t("Photo") if table == PERSON else t("Logo")
        portrait.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        portrait.setCursor(Qt.CursorShape.PointingHandCursor)
        portrait.setAcceptDrops(True)
        portrait.setToolTip(t("Choose, paste or drop a picture"))
        portrait.installEventFilter(self)

    def show(self, identity: UUID, name: str | None, called: str) -> None:
        """Show the picture ``name`` of a row, its first letters where it has none."""
        anew = identity != self._id or name != self._name
        self._id, self._name, self._called = identity, name, called
        if not anew:
            return
        self._show(QPixmap())
        workspace = self._ctx.workspace
        if name is None or workspace is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services import media

            return media.read(workspace, name)

        job = self._ctx.jobs.read(work)
        job.done.connect(lambda data: self._arrived(identity, name, cast("bytes | None", data)))
        job.failed.connect(self._ctx.tell_failure)

    def menu(self) -> QMenu:
        """Return what can be done with the picture."""
        t = self._ctx.t
        made = QMenu(self._portrait)
        made.setObjectName("picture_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            ("picture_choose", t("Choose a picture…"), self.choose, True),
            (
                "picture_paste",
                t("Paste the picture"),
                self.paste,
                _of(QApplication.clipboard().mimeData()) is not None,
            ),
            ("picture_remove", t("Remove the picture"), lambda: self.put(None), self._name is not None),
        )
        for name, words, do, can in steps:
            action = made.addAction(words)
            action.setObjectName(name)
            action.setEnabled(can)
            action.triggered.connect(lambda _checked=False, do=do: do())
        return made

    def choose(self) -> None:
        """Ask for a file."""
        t = self._ctx.t
        kinds = t("Pictures (*.jpg *.jpeg *.png *.webp *.gif)")
        path = self._ctx.files.open_file(self._portrait.window(), self._words, kinds)
        if path is not None:
            self.put(path)

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        found = _of(QApplication.clipboard().mimeData())
        if found is not None:
            self.put(found)

    def put(self, picture: Path | bytes | None) -> None:
        """Give the row a picture, or take it away with None: one step, made safe away from the window."""
        workspace, identity, table = self._ctx.workspace, self._id, self._table
        if workspace is None or identity is None:
            return
        t = self._ctx.t

        def work(progress: Progress) -> object:
            from missionplanner.domain.records import Organisation, Person
            from missionplanner.services import pictures

            data = _bytes(picture, pictures.LARGEST) if isinstance(picture, Path) else picture
            return pictures.put(workspace, Person if table == PERSON else Organisation, identity, data, progress)

        job = self._ctx.jobs.write(work, t("Reading the picture") if picture is not None else "", can_stop=True)
        job.done.connect(lambda receipt: self._tell(cast("Receipt", receipt), picture is None))
        job.failed.connect(self._ctx.tell_failure)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonRelease, QEvent.Type.ContextMenu) or _opens(event):
            self.menu().popup(self._portrait.mapToGlobal(QPoint(0, self._portrait.height())))
            return True
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop) and isinstance(
            event, QDropEvent
        ):
            found = _of(event.mimeData())
            if found is None:
                return False
            event.acceptProposedAction()
            if kind == QEvent.Type.Drop:
                self.put(found)
            return True
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._portrait.update()
        return False

    # -- inside -----------------------------------------------------------------------------------

    def _arrived(self, identity: UUID, name: str, data: bytes | None) -> None:
        if data is None or (identity, name) != (self._id, self._name):
            return
        picture = QPixmap()
        picture.loadFromData(data)
        self._show(picture)

    def _show(self, picture: QPixmap) -> None:
        self._portrait.show_picture(picture, self._called)
        self._portrait.setAccessibleName(f"{self._words}: {self._called}")

    def _tell(self, receipt: Receipt, removed: bool) -> None:
        if receipt.changeset is not None:
            t = self._ctx.t
            self._ctx.told_with_undo(t("Picture removed.") if removed else t("Picture changed."))


def _opens(event: QEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
    return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys


def _of(data: QMimeData) -> Path | bytes | None:
    """Return the picture of what is dropped or on the clipboard: a file, else an image; None where it has none."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in SUFFIXES else None
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QPixmap):
        image = image.toImage()
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it refuses the bytes its stub asks for
    return bytes(buffer.data().data())


def _bytes(path: Path, most: int) -> bytes:
    from missionplanner.base.errors import Invalid
    from missionplanner.base.messages import N_

    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise Invalid(N_("{path} cannot be read: {why}."), path=str(path), why=error.strerror or "") from error
