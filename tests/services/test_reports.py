"""The report of the first sample: from the workspace to paper, Word and the text for the press."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pypdfium2

from missionplanner.base import assets
from missionplanner.services import documents, exchange, missions, press_texts, routes, word
from missionplanner.services.documents import PrintRequest
from missionplanner.services.workspace import Workspace

CLOSER = "CLOSER-NL-2025"


def test_what_came_of_a_sample_goes_to_paper_word_and_the_press(ws: Workspace, tmp_path: Path) -> None:
    exchange.import_file(ws, assets.path("samples/closer-netherlands-2025.mission.json"))
    plan = missions.plan(ws, CLOSER)
    assert {"Eindhoven", "Bologna"} <= {one.name for one in routes.route(plan).stops}

    orders = documents.orders_of(plan, PrintRequest(kind="funder_report", language="en"))
    (one,) = documents.printed(ws, plan, orders)
    with pypdfium2.PdfDocument(one.data) as file:
        said = "\n".join(page.get_textpage().get_text_bounded() for page in file)
    assert [
        text for text in ("visits and meetings held", "ITH5", "€23,120", "Netherlands") if text not in said
    ] == []

    target = tmp_path / "report.docx"
    word.write(ws, CLOSER, PrintRequest(kind="report", language="it"), target)
    made = docx.Document(BytesIO(target.read_bytes()))
    assert len(made.inline_shapes) == 1
    assert not any("23.120" in cell.text for table in made.tables for cell in table._cells)

    text = press_texts.press_text(ws, CLOSER, "en")
    assert 200 <= len(text.split()) <= 400
    assert "The delegation visited Philips and SMART Photonics." in text
