"""Find the picture in what somebody chooses, pastes or drops."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".gif")
SVG, PDF = ".svg", ".pdf"
Source = Path | bytes


def on_clipboard(suffixes: tuple[str, ...]) -> Source | None:
    """Return the picture on the clipboard, None where it has none."""
    return picture_in(QApplication.clipboard().mimeData(), suffixes)


def picture_in(data: QMimeData, suffixes: tuple[str, ...]) -> Source | None:
    """Return the picture of what is dropped or pasted: a file of these endings, else an image; else None."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in suffixes else None
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QPixmap):
        image = image.toImage()
    if isinstance(image, QImage) and not image.isNull():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # it refuses the bytes its stub asks for
        return bytes(buffer.data().data())
    drawn = bytes(data.data("image/svg+xml").data()) if SVG in suffixes else b""
    return drawn or None


def bytes_of(source: Source, most: int) -> bytes:
    """Return the bytes of a picture, of a file at most one more than ``most``. Raises Invalid."""
    from missionplanner.base.errors import Invalid
    from missionplanner.base.messages import N_

    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise Invalid(N_("{path} cannot be read: {why}."), path=str(source), why=error.strerror or "") from error
