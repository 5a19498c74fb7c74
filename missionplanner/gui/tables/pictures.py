"""Let somebody give a row its photo or logo: from a file, from the clipboard, or dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import QMenu

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import while_there
from missionplanner.gui.tables.portrait import Portrait
from missionplanner.gui.widgets.picture_source import PDF, PHOTOS, SVG, Source, bytes_of, on_clipboard, picture_in
from missionplanner.gui.widgets.stored_picture import pixmap_of

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt

PERSON, ORGANISATION = "person", "organisation"


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
        self._suffixes = PHOTOS if table == PERSON else (*PHOTOS, SVG, PDF)
        portrait.whole = table != PERSON
        portrait.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        portrait.setCursor(Qt.CursorShape.PointingHandCursor)
        portrait.setAcceptDrops(True)
        portrait.setToolTip(t("Choose, paste or drop a picture"))
        portrait.installEventFilter(self)

    def show(self, identity: UUID | None, name: str | None, called: str) -> None:
        """Show the picture ``name`` of a row, its first letters where it has none.

        Without an identity there is nobody yet who could have one.
        """
        anew = (identity, name) != (self._id, self._name) or (identity is None and called != self._called)
        self._id, self._name, self._called = identity, name, called
        if not anew:
            return
        there = identity is not None
        self._portrait.setEnabled(there)
        self._portrait.setFocusPolicy(Qt.FocusPolicy.StrongFocus if there else Qt.FocusPolicy.NoFocus)
        self._show(QPixmap())
        workspace = self._ctx.workspace
        if name is None or identity is None or workspace is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services.directory import pictures

            return pictures.shown(workspace, name)

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(partial(self._arrived, identity, name))
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
                on_clipboard(self._suffixes) is not None,
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
        kinds = t("Pictures ({endings})", endings=" ".join(f"*{one}" for one in self._suffixes))
        path = self._ctx.files.open_file(self._portrait.window(), self._words, kinds)
        if path is not None:
            self.put(path)

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        found = on_clipboard(self._suffixes)
        if found is not None:
            self.put(found)

    def put(self, picture: Source | None) -> None:
        """Give the row a picture, or take it away with None: one step, made safe away from the window."""
        workspace, identity, table = self._ctx.workspace, self._id, self._table
        if workspace is None or identity is None:
            return
        t = self._ctx.t

        def work(progress: Progress) -> object:
            from missionplanner.domain.records import Organisation, Person
            from missionplanner.services.directory import pictures

            data = bytes_of(picture, pictures.LARGEST) if picture is not None else None
            return pictures.put(workspace, Person if table == PERSON else Organisation, identity, data, progress)

        job = self._ctx.jobs.write(work, t("Reading the picture") if picture is not None else "", can_stop=True)
        job.done.connect(while_there(self, lambda receipt: self._tell(receipt, picture is None)))
        job.failed.connect(self._ctx.tell_failure)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        kind = event.type()
        if self._id is None:
            return False
        if kind in (QEvent.Type.MouseButtonRelease, QEvent.Type.ContextMenu) or _opens(event):
            self.menu().popup(self._portrait.mapToGlobal(QPoint(0, self._portrait.height())))
            return True
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop) and isinstance(
            event, QDropEvent
        ):
            found = picture_in(event.mimeData(), self._suffixes)
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
        self._show(pixmap_of(data))

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
