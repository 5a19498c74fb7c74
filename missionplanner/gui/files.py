"""Ask for files and folders through the system's own dialogs. Tests put another chooser in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


class Chooser:
    """Ask where to read from and write to. Each returns None where the person thinks better of it."""

    def __init__(self) -> None:
        self._last = Path.home()

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Ask for a file that exists. ``kinds`` is as ``Mission files (*.json)``."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(parent, title, str(self._last), kinds)
        return self._remembered(name)

    def open_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Ask for one or more files that exist; none where the person thinks better of it."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(parent, title, str(self._last), kinds)
        return [path for path in map(self._remembered, names) if path is not None]

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Ask where to save; the dialog has asked already whether an existing file is to be replaced."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(self._last / name), kinds)
        return self._remembered(chosen)

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, title, str(self._last))
        if not chosen:
            return None
        self._last = Path(chosen)
        return self._last

    def printer(self, parent: QWidget, name: str, paper: str, pages: int) -> QPrinter | None:
        """Ask for a printer and which of so many pages; 0 is not known."""
        from missionplanner.gui.papers import printer

        return printer.ask(parent, name, paper, pages)

    def show(self, path: Path) -> None:
        """Open a file or folder with the program the system has for it."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _remembered(self, name: str) -> Path | None:
        if not name:
            return None
        self._last = Path(name).parent
        return Path(name)
