"""Forms that ask what a mission itself asks, and lists for a site's security, as they come out of a workspace."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest
import sqlalchemy as sa

from missionplanner.db.rows import table_of
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AccessField, ItemKind, QuestionKind
from missionplanner.services import missions
from missionplanner.services.paper import documents
from missionplanner.services.paper.documents import PrintRequest
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
CANARY = "YA9471136"


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a mission that asks a question of its own, and a site that asks for the number of a document."""
    draft = missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="en")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("Site") as edit:
        asks = (AccessField.NAME, AccessField.DOCUMENT_NUMBER)
        site = edit.add(r.Place(name="Works", access_fields=asks, notice_days=3))
        person = edit.add(r.Person(given="Anna", family="Neri"))
        delegate = edit.add(r.Delegate(mission_id=mission, person_id=person.id))
        edit.add(r.Confidential(mission_id=mission, delegate_id=delegate.id, document_number=Secret(CANARY)))
        title = Texts.of("Works")
        edit.add(
            r.AgendaItem(mission_id=mission, kind=ItemKind.SITE_VISIT, title=title, date=DAY, place_id=site.id)
        )
        question = Texts.of("How was the coach?")
        edit.add(r.SurveyQuestion(mission_id=mission, text=question, kind=QuestionKind.SCORE))
    return ws


def shown(ws: Workspace, kind: str, *, issue: bool = False) -> str:
    plan = missions.plan(ws, "V")
    orders = documents.orders_of(
        plan, PrintRequest(kind=kind, language="en", everyone=kind == "access", issue=issue)
    )
    results = list(documents.printed(ws, plan, orders))
    if issue:
        documents.issue(ws, plan, results)
    pages = (page for one in results for page in pypdfium2.PdfDocument(one.data))
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())


def test_the_survey_asks_what_the_mission_itself_asks(ws: Workspace) -> None:
    assert "How was the coach? 1 – poor" in shown(ws, "survey")


def test_a_list_given_out_shows_what_is_under_seal_and_leaves_no_trace_of_it(ws: Workspace) -> None:
    assert CANARY in shown(ws, "access", issue=True)
    with ws.reading() as connection:
        kept = connection.execute(sa.select(table_of(r.IssuedContent))).all()
    assert kept
    assert CANARY not in str(kept)
