"""Show a receipt or a document: a PDF page by page, a picture as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.preview.sheets import sizes
from missionplanner.gui.preview.view import PreviewView
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, icon_button, label

_WIDE, _HIGH = 640, 760


class PaperWindow(QDialog):
    """Show what was attached. Nothing of it is written anywhere but where ``save`` asks."""

    def __init__(
        self, parent: QWidget, ctx: Context, ending: str, data: bytes, save: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        t = ctx.t
        title = t("Receipt or document")
        self.setObjectName("paper_window")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(roomy(_WIDE), parent.width() - 40), min(roomy(_HIGH), parent.height() - 40))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(title, "h1", name="form_title"))
        column.addWidget(_pdf(ctx, data) if ending == "pdf" else _Picture(ctx, data), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = icon_button(t("Save a copy…"), "paper_copy", "download", ctx.theme)
        copy.clicked.connect(lambda: save())
        close = button(t("Close"), "paper_close", look="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()


def _pdf(ctx: Context, data: bytes) -> QWidget:
    made = PreviewView(ctx)
    try:
        made.show_document(data, sizes(data))
    except ValueError:
        made.say(ctx.t("This PDF cannot be shown. Save a copy to open it elsewhere."))
    return made


class _Picture(QScrollArea):
    """Show a picture as wide as there is room, never larger than it is."""

    def __init__(self, ctx: Context, data: bytes) -> None:
        super().__init__()
        self.setObjectName("paper_picture")
        self.setAccessibleName(ctx.t("Receipt or document"))
        self.setWidgetResizable(True)
        self._whole = QPixmap.fromImage(QImage.fromData(data))
        self._shown = QLabel()
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setAccessibleName(ctx.t("Picture of the receipt"))
        self.setWidget(self._shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        room = max(40, self.viewport().width() - 4)
        width = min(room, self._whole.width())
        wanted = QSize(width, self._whole.height())
        kind = Qt.TransformationMode.SmoothTransformation
        ratio = self.devicePixelRatioF()
        scaled = self._whole.scaled(wanted * ratio, Qt.AspectRatioMode.KeepAspectRatio, kind)
        scaled.setDevicePixelRatio(ratio)
        self._shown.setPixmap(scaled)
