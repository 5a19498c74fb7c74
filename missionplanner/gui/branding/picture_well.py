"""Be the place of a logo or an emblem in a form: chosen, pasted or dropped, kept when the form is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.painting import draw_icon
from missionplanner.gui.widgets.picture_source import PDF, PHOTOS, SVG, Source, bytes_of, on_clipboard, picture_in
from missionplanner.gui.widgets.stored_picture import draw_whole, pixmap_of

if TYPE_CHECKING:
    from missionplanner.exchange.photos import Photo
    from missionplanner.services.directory.pictures import Kept

_ENDINGS = (*PHOTOS, SVG, PDF)
_EDGE = 6.0


class PictureWell(QAbstractButton):
    """Show a picture on white and let it be changed.

    ``refused`` carries why one was not taken, nothing for one that was.
    ``wanted`` is what to keep: a cleaned picture, nothing, or what there is; ``busy`` while one is being cleaned.
    """

    refused = Signal(str)

    def __init__(self, ctx: Context, name: str, words: str, size: QSize) -> None:
        super().__init__()
        from missionplanner.services.directory.pictures import KEPT

        self._ctx, self._words = ctx, words
        self.wanted: Photo | Kept | None = KEPT
        self._picture = QPixmap()
        self._turn = 0
        self.busy = False
        self.setObjectName(name)
        self.setFixedSize(QSize(roomy(size.width()), roomy(size.height())))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.setToolTip(ctx.t("Choose, paste or drop a picture"))
        self.clicked.connect(self._open)
        self._show(QPixmap())

    @property
    def is_empty(self) -> bool:
        return self._picture.isNull()

    def show_stored(self, name: str | None) -> None:
        """Show a picture of the workspace, read beside the window."""
        workspace = self._ctx.workspace
        if name is None or workspace is None:
            return
        turn = self._turn

        def work(_progress: Progress) -> object:
            from missionplanner.services.directory import pictures

            return turn, pictures.shown(workspace, name)

        job = self._ctx.jobs.read(work)
        job.done.connect(self._arrive)
        job.failed.connect(self._ctx.tell_failure)

    def named(self, words: str) -> None:
        """Be called so; whether there is a picture is told along."""
        self._words = words
        self._show(self._picture)

    def put(self, source: Source | None) -> None:
        """Take a picture, made safe beside the window; none with None."""
        self._turn += 1
        turn = self._turn
        if source is None:
            self._take((turn, None))
            return

        def work(progress: Progress) -> object:
            from missionplanner.services.directory import pictures

            return turn, pictures.cleaned(bytes_of(source, pictures.LARGEST), progress)

        self.busy = True
        job = self._ctx.jobs.read(work)
        job.done.connect(self._take)  # no lambda: Qt lets go of a method whose widget is gone
        job.failed.connect(self._refuse)
        job.cancelled.connect(self._rest)

    def menu(self) -> QMenu:
        """Return what can be done with the picture."""
        t = self._ctx.t
        made = QMenu(self)
        made.setObjectName("picture_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
            ("picture_choose", t("Choose a picture…"), self.choose, True),
            ("picture_paste", t("Paste the picture"), self.paste, on_clipboard(_ENDINGS) is not None),
            ("picture_remove", t("Remove the picture"), lambda: self.put(None), not self.is_empty),
        )
        for name, words, do, can in steps:
            action = made.addAction(words)
            action.setObjectName(name)
            action.setEnabled(can)
            action.triggered.connect(lambda _checked=False, do=do: do())
        return made

    def choose(self) -> None:
        """Ask for a file."""
        kinds = self._ctx.t("Pictures ({endings})", endings=" ".join(f"*{one}" for one in _ENDINGS))
        path = self._ctx.files.open_file(self.window(), self._words, kinds)
        if path is not None:
            self.put(path)

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        found = on_clipboard(_ENDINGS)
        if found is not None:
            self.put(found)

    # -- Qt ---------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() in kinds and isinstance(event, QDropEvent):
            found = picture_in(event.mimeData(), _ENDINGS)
            if found is None:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.put(found)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        theme, area = self._ctx.theme, self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        empty, style = self.is_empty, Qt.PenStyle.SolidLine
        if empty and not self.hasFocus():
            style = Qt.PenStyle.DashLine
        edge = theme.colour("accent" if self.hasFocus() else "border_strong")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1, style))
        ground = theme.colour("hover" if self.underMouse() else "surface2")
        painter.setBrush(ground if empty else QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(area, _EDGE, _EDGE)
        if empty:
            side = roomy(18)
            middle = self.rect().center()
            spot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side).toRect()
            draw_icon(painter, theme, "image-plus", "text2", spot)
        else:
            draw_whole(painter, self._picture, area.adjusted(4, 4, -4, -4))

    # -- inside -----------------------------------------------------------------------------------

    def _open(self) -> None:
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _arrive(self, found: object) -> None:
        turn, data = cast("tuple[int, bytes | None]", found)
        if turn == self._turn:
            self._show(pixmap_of(data))

    def _take(self, found: object) -> None:
        turn, photo = cast("tuple[int, Photo | None]", found)
        if turn != self._turn:  # another one was taken meanwhile
            return
        self.busy = False
        self.wanted = photo
        self._show(pixmap_of(photo.data if photo is not None else None))
        self.refused.emit("")

    def _rest(self) -> None:
        self.busy = False

    def _refuse(self, error: BaseException) -> None:
        self.busy = False
        if isinstance(error, MissionPlannerError):
            self.refused.emit(self._ctx.t.say(error))
        else:
            self._ctx.tell_failure(error)

    def _show(self, picture: QPixmap) -> None:
        self._picture = picture
        t = self._ctx.t
        none = t("{what}: no picture", what=self._words)
        self.setAccessibleName(none if picture.isNull() else self._words)
        self.update()
