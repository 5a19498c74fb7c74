"""Ink: pages are mostly white, and what is said in colour is said as clearly in grey."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageStat

from missionplanner.base.progress import Progress
from missionplanner.documents.press import print_batch
from missionplanner.exchange import mission_file
from tests.sheets import order_of

COMPLETE = Path(__file__).parents[1] / "data" / "missions" / "complete.mission.json"
MOST = 0.12
"""Share of a body page that is ink (DOCUMENTS §1)."""
KINDS = ("programme", "runsheet", "whoswho", "badges", "attendance", "rooming", "survey")


@pytest.mark.parametrize("kind", KINDS)
def test_body_pages_are_mostly_white(kind: str) -> None:
    made = mission_file.read(COMPLETE.read_bytes()).plan
    data = next(print_batch(made, [order_of(kind)], {}, Progress())).data
    body = list(pypdfium2.PdfDocument(data))[1 if kind == "programme" else 0 :]
    assert body
    for page in body:
        grey = page.render(scale=50 / 72, grayscale=True).to_pil()
        assert 0 < 1 - ImageStat.Stat(grey).mean[0] / 255 <= MOST
