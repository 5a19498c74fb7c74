"""Make small PDF files and a context without a window."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from missionplanner.base.settings import Settings
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import LIGHT

Pdf = Callable[..., bytes]


@pytest.fixture
def pdf() -> Pdf:
    """Return a function that makes a PDF of empty pages: how many, and how large in points."""

    def make(pages: int = 3, width: float = 595, height: float = 842) -> bytes:
        document = pypdfium2.PdfDocument.new()
        for _ in range(pages):
            document.new_page(width, height)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return make


@pytest.fixture
def ctx(qapp: QApplication, tmp_path: Path) -> Iterator[Context]:
    made = Context(Settings(tmp_path / "settings.json"), Theme(LIGHT), "en")
    yield made
    made.jobs.cancel_all()
    assert made.jobs.wait(20_000)
    qapp.processEvents()
