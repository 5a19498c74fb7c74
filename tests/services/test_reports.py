"""Reports from the workspace: the first sample on paper and for the press, a small one in Word."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest

from missionplanner.base import assets
from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.services import exchange, missions
from missionplanner.services.paper import documents, word
from missionplanner.services.paper.documents import PrintRequest
from missionplanner.services.results import press_texts, report_templates, routes
from missionplanner.services.workspace import Workspace

CLOSER = "CLOSER-NL-2025"
DAY = dt.date(2025, 5, 5)


def test_what_came_of_a_sample_goes_to_paper_and_to_the_press(ws: Workspace) -> None:
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

    text = press_texts.press_text(ws, CLOSER, "en")
    assert 200 <= len(text.split()) <= 400
    assert "The delegation visited Philips and SMART Photonics." in text


def own_document(*paragraphs: str) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_report_is_poured_into_a_document_of_ones_own(ws: Workspace, tmp_path: Path) -> None:
    draft = missions.MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="it")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("What came of it") as edit:
        visit = edit.add(
            r.AgendaItem(mission_id=mission, kind=ItemKind.SITE_VISIT, title=Texts.of("Philips"), date=DAY)
        )
        edit.add(
            r.Outcome(mission_id=mission, item_id=visit.id, held=True, summary=Texts.of("<b>A trial</b> & more"))
        )
        edit.add(r.BudgetLine(mission_id=mission, planned=Decimal(700), currency="EUR"))
    data = own_document(
        "{{mission.title}}: {{report.visits_held}} of {{report.visits_planned}}, budget {{report.planned}}",
        "{{#visits}}{{held.title}}: {{held.summary}}{{/visits}}",
        "{{report.smiles}}",
    )
    word.write(ws, "V", PrintRequest(kind="report", language="it"), tmp_path / "ours.docx")
    assert "A trial" in "".join(one.text for one in docx.Document(str(tmp_path / "ours.docx")).paragraphs)
    report_templates.add(ws, "Ours", "it", data)
    report_templates.add(ws, "Ours", "it", data)  # in its own place
    (template,) = report_templates.templates(ws)
    assert report_templates.find(ws, "Ours") == template
    texts = {}
    for for_funder in (False, True):
        target = tmp_path / f"{for_funder}.docx"
        request = report_templates.PourRequest(language=template.language, day=DAY, for_funder=for_funder)
        told = report_templates.pour_into(ws, "V", report_templates.file_of(ws, template), target, request)
        assert told.unknown == ("report.smiles",)
        texts[for_funder] = [one.text for one in docx.Document(str(target)).paragraphs]
    assert texts[True][0] == "Visita: 1 of 1, budget 700\u00a0€"
    assert "700" not in texts[False][0]
    assert texts[False][1] == "Philips: <b>A trial</b> & more"
    with pytest.raises(NotFound):
        report_templates.find(ws, "Theirs")
    with pytest.raises(Invalid):
        report_templates.add(ws, " ", "it", data)
    report_templates.delete(ws, template.id)
    assert report_templates.templates(ws) == ()
