"""The second sample carried through to its report: its figures as counted by hand, its summary as it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pypdfium2
import pytest

from missionplanner.domain import figures
from missionplanner.domain.costs import budget
from missionplanner.domain.costs.ledger import Ledger
from missionplanner.domain.figures import Held, MeetingCount, MeetingSort, Presence
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.vocabulary import AgreementKind
from missionplanner.services import exchange, missions, workspace
from missionplanner.services.paper import documents
from missionplanner.services.paper.documents import PrintRequest
from missionplanner.services.results import press_texts
from missionplanner.services.workspace import Workspace
from tests.carried import AFTERWARDS, BASQUE, carried_through

BEGINS = "The mission in brief"
"""Where the summary begins; the foot, which says when it was printed, is before it."""


@pytest.fixture(scope="module")
def basque(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("basque")
    with workspace.create(folder / "basque.mplanner") as ws:
        exchange.import_file(ws, carried_through(folder))
        yield ws


@pytest.fixture(scope="module")
def plan(basque: Workspace) -> MissionPlan:
    return missions.plan(basque, BASQUE)


@pytest.fixture(scope="module")
def record(basque: Workspace) -> MissionRecord:
    return missions.record(basque, BASQUE)


def test_figures_are_those_counted_by_hand(plan: MissionPlan, record: MissionRecord) -> None:
    # Of 21 items the museum was cancelled, the interviews and one bilateral did not take place.
    went = Counter(one.held for one in figures.course(plan, record))
    assert went == {Held.HELD: 18, Held.NOT_HELD: 2, Held.CANCELLED: 1}
    # 34 meetings have a slot. b24 was cancelled; b10, b13, b32, b34 were not held. Big Data and MUNER are no
    # clusters: theirs are b2, b5, b7, b10, b11, b26, b27 and b31.
    assert figures.meetings_by_sort(plan, record) == {
        MeetingSort.C2C: MeetingCount(held=22, not_held=3, cancelled=1),
        MeetingSort.OTHER: MeetingCount(held=7, not_held=1),
    }
    # 241 ticks: Vandelli, Chen and Savini absent once each, Righi excused twice and Galvani once.
    assert figures.presence(plan, record) == Presence(present=235, absent=3, excused=3)
    came = figures.results(plan, record)
    # SPRI, BTI, BAIC, AIC, CFAA received the delegation; AFM, ACICAE, MLC-ITS, HEGAN, GAIA sat at the tables.
    assert (came.contacts, len(came.met), came.followups, came.followups_open) == (10, 10, 11, 5)
    assert came.agreements == {
        AgreementKind.LETTER_OF_INTEREST: 2,
        AgreementKind.PROJECT_IDEA: 3,
        AgreementKind.COOPERATION_CASE: 2,
    }
    assert came.values == {"EUR": Decimal(2_400_000 + 1_600_000 + 1_200_000 + 40_000)}
    # 14 outcomes add up to 62; the survey's three questions of 16 answers to 72, 74 and 61.
    assert (came.satisfaction, came.scores) == (Fraction(62 + 72 + 74 + 61, 14 + 3 * 16), 62)
    assert [(one.reached, one.share) for one in figures.progress(plan, record)] == [
        (29, 1.45),
        (3, 1.0),
        (10, pytest.approx(1 / 3)),
    ]
    lines = Ledger("EUR", record.budget, record.payer_shares, record.quotes, record.expenses)
    whole = budget.whole(budget.portions(lines))
    assert (whole.planned, whole.paid) == (Decimal("29350.00"), Decimal("28288.40"))


def test_the_report_says_them_on_one_page_and_shows_every_picture(basque: Workspace, plan: MissionPlan) -> None:
    orders = documents.orders_of(plan, PrintRequest(kind="funder_report", language="en"))
    (one,) = documents.printed(basque, plan, orders)
    with pypdfium2.PdfDocument(one.data) as file:
        pages = [page.get_textpage().get_text_bounded().splitlines() for page in file]
        drawn = [list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])) for page in file]
    summary = pages[1][pages[1].index(BEGINS) :]
    assert summary == (AFTERWARDS / "summary.en.txt").read_text("utf-8").splitlines()
    assert sum(map(len, drawn)) == 8
    said = " ".join(line for page in pages for line in page)
    assert "Bologna (BLQ) → Bilbao (BIO)" in said
    assert "BY VALUE CHAIN" not in said.upper(), "one member's seven chains tell nothing apart"


def test_the_press_text_is_as_long_as_the_press_wants_it(basque: Workspace) -> None:
    text = press_texts.press_text(basque, BASQUE, "en")
    assert 200 <= len(text.split()) <= 400
    assert "In the B2B sessions, 29 meetings were held with ACICAE, AFM, GAIA, HEGAN and MLC-ITS." in text
