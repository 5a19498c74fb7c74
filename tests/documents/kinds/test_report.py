"""The report: what was recorded in its sections, nothing booked as held, no money but for who funds it."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from PIL import Image

from missionplanner.base.progress import Progress
from missionplanner.documents.archive import Archive
from missionplanner.documents.content.drawn import Bars, Pictures, RouteMap, Tiles, Timeline
from missionplanner.documents.content.press_text import plain
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.report.values import report_values
from missionplanner.documents.content.sheets import Chapter, Fields, Paragraphs, Sheets, Table
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.pictures import shrunk
from missionplanner.documents.press import Printed, contents, print_batch
from missionplanner.documents.word import in_word
from missionplanner.domain import records as r
from missionplanner.domain.logistics.routes import Land, Point, Route, Stop, Track, around
from missionplanner.domain.paper.report_fields import REPORT_FIELDS, REPORT_SECTIONS
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.redaction import redacted
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    AgreementKind,
    AttendanceState,
    BudgetCategory,
    FollowUpState,
    Interest,
    ItemKind,
    OrganisationKind,
    QuestionKind,
)
from tests.factories import MISSION, START, delegate, destination, item, mission, organisation, plan, uid

HOST, OWN = uid("organisation:Philips"), uid("organisation:Clust-ER MECH")


def of(made: type[Any], **fields: Any) -> Any:
    return made(mission_id=MISSION, **fields)


def the_plan() -> MissionPlan:
    made = plan(
        mission(currency="EUR", summary=Texts.of("Three days."), title=Texts.of("Mission to Bilbao")),
        destination("Bilbao", country="ES"),
        organisation("Clust-ER MECH", kind=OrganisationKind.CLUSTER, profile=Texts.of("A cluster.")),
        organisation("Philips", kind=OrganisationKind.COMPANY, country="NL"),
        delegate("Anna Neri"),
        delegate("Bo Li"),
        item("09:00", "10:00", "Visit to Philips", kind=ItemKind.SITE_VISIT, actual_start=dt.time(9, 20)),
        item("11:00", "12:00", "Town hall"),
        item("16:00", "17:00", "Table", kind=ItemKind.WORKING_TABLE),
        of(r.Organiser, organisation_id=OWN),
        of(r.Objective, text=Texts.of("New contacts"), indicator="contacts_made", target=4),
    )
    people = tuple(replace(one, organisation_id=OWN) for one in made.people)
    host = of(r.ItemHost, item_id=uid("item:Visit to Philips"), organisation_id=HOST)
    return replace(made, people=people, item_hosts=(host,))


def the_photos(visit: UUID) -> tuple[r.Photo, ...]:
    return (
        of(
            r.Photo,
            medium="media/a.jpg",
            caption=Texts.of("The line"),
            credit="Zoë",
            item_id=visit,
            cleared=True,
        ),
        of(r.Photo, medium="media/b.jpg", caption=Texts.of("CANARY"), item_id=visit),
    )


def the_record() -> MissionRecord:
    visit = uid("item:Visit to Philips")
    question = of(r.SurveyQuestion, text=Texts.of("How was it?"), kind=QuestionKind.SCORE)
    return MissionRecord(
        budget=(
            of(
                r.BudgetLine,
                category=BudgetCategory.TRAVEL,
                planned=Decimal(1200),
                paid=Decimal("990.50"),
                payer_id=OWN,
            ),
        ),
        attendance=(
            of(r.Attendance, item_id=visit, person_id=uid("person:Anna Neri"), state=AttendanceState.PRESENT),
            of(r.Attendance, item_id=visit, person_id=uid("person:Bo Li"), state=AttendanceState.ABSENT),
        ),
        outcomes=(
            of(
                r.Outcome,
                item_id=visit,
                held=True,
                interest=Interest.HIGH,
                summary=Texts.of("They want a trial."),
                next_step=Texts.of("Send two detectors."),
            ),
            of(r.Outcome, item_id=uid("item:Town hall"), held=False, why_not="The mayor was ill."),
        ),
        followups=tuple(
            of(
                r.FollowUp,
                text=Texts.of(f"Step {n}"),
                due=START + dt.timedelta(days=100 * n),
                state=FollowUpState.OPEN,
            )
            for n in (1, 2, 3)
        ),
        agreements=(
            of(
                r.Agreement,
                id=uid("g"),
                kind=AgreementKind.MOU,
                text=Texts.of("To share data"),
                value=Decimal(5000),
                date=START,
            ),
        ),
        agreement_parties=(of(r.AgreementParty, agreement_id=uid("g"), organisation_id=HOST),),
        photos=the_photos(visit),
        survey_questions=(question,),
        survey_answers=(of(r.SurveyAnswer, question_id=question.id, value="4"),),
        contacts_made=(of(r.ContactMade, person_id=uid("person:x"), by_id=uid("person:Bo Li"), note="CANARY"),),
        field_notes=(of(r.FieldNote, text="CANARY"),),
    )


def the_route() -> Route:
    points = (Point(43.26, -2.93), Point(44.49, 11.34))
    stops = (Stop("Bilbao", points[0], main=True), Stop("Bologna", points[1]))
    ring = (Point(42, -5), Point(44, -5), Point(44, 3))
    return Route(stops, (Track(0, 1),), around(points), (Land("ES", ring),))


def order(kind: str = "report", language: str = "en", **choices: str) -> Order:
    return Order(kind=kind, languages=(language,), version=1, issued=True, choices=tuple(choices.items()))


def shown(wanted: Order, record: MissionRecord | None = None, the: MissionPlan | None = None) -> Sheets:
    kind = kind_of(wanted.kind)
    assert kind is not None
    archive = Archive(record=the_record() if record is None else record, route=the_route()).seen_by(kind.audience)
    seen = redacted(the or the_plan(), kind.audience)
    desk = Desk.of(seen, "+".join(wanted.languages), {}, {}, archive)
    content = maker(kind).content(desk, wanted)
    assert isinstance(content, Sheets)
    return content


def chapter(content: Sheets, key: str) -> Chapter:
    return next(one for one in content.chapters if one.key == key)


def part(one: Chapter, kind: type[Any], number: int = 0) -> Any:
    return [some for some in one.parts if isinstance(some, kind)][number]


def test_one_page_tells_what_was_held_and_reached() -> None:
    page = chapter(shown(order()), "summary")
    assert [(one.value, one.label, one.detail) for one in part(page, Tiles).tiles] == [
        ("1", "visits and meetings held", "of 3 planned"),
        ("2", "delegates", "from 1 organisation"),
        ("1", "organisation met", "in 1 country"),
        ("1", "new contact", ""),
        ("1", "agreement or idea", ""),
        ("€5,000", "projected value", ""),
        ("4", "satisfaction, of 5", "1 score"),
        ("50%", "attendance", "of those recorded"),
    ]
    assert [(one.label, one.said) for one in part(page, Bars).bars] == [("New contacts", ("4", "1", "25%"))]
    assert part(page, Paragraphs, 1).paragraphs[0].text.startswith("1 item of the programme has no record")


def test_the_programme_says_what_was_not_held_and_what_nobody_recorded() -> None:
    rows = part(chapter(shown(order()), "held"), Table).rows
    assert [(row.cells[2].text, row.cells[3].text, row.cells[3].detail) for row in rows] == [
        ("Visit to Philips", "Held", "began at 09:20, 20 minutes late"),
        ("Town hall", "Not held", "The mayor was ill."),
        ("Table", "Not recorded", ""),
    ]
    assert [row.struck for row in rows] == [False, True, False]


def test_without_a_record_nothing_is_reported_as_held() -> None:
    content = shown(order(), MissionRecord())
    assert {row.cells[3].text for row in part(chapter(content, "held"), Table).rows} == {"Held", "Not recorded"}
    assert chapter(content, "held").count == "1 of 3 held"  # its start was noted: that is a record
    bare = shown(order(), MissionRecord(), unstarted())
    assert chapter(bare, "held").count == ""  # nobody knows: that is not none
    assert not {"results", "followups", "meetings", "budget"} & {one.key for one in bare.chapters}


def unstarted() -> MissionPlan:
    """Return the mission without any note of when something began."""
    return replace(the_plan(), items=tuple(replace(one, actual_start=None) for one in the_plan().items))


def test_a_visit_has_hosts_attendance_outcome_next_step_and_a_cleared_picture() -> None:
    visit = chapter(shown(order()), str(uid("item:Visit to Philips")))
    assert [tuple(one) for one in part(visit, Fields).details] == [
        ("As held", "Held: began at 09:20, 20 minutes late"),
        ("Hosts", "Philips"),
        ("Who was there", "1 of 2 delegates"),
        ("Interest", "High"),
    ]
    texts = [(one.title, one.paragraphs[0].text) for one in visit.parts if isinstance(one, Paragraphs)]
    assert texts == [("What came of it", "They want a trial."), ("Next step", "Send two detectors.")]
    assert [one.picture for one in part(visit, Pictures).pictures] == ["media/a.jpg"]


def test_only_the_funder_sees_the_budget() -> None:
    assert "budget" not in {one.key for one in shown(order()).chapters}
    budget = chapter(shown(order("funder_report")), "budget")
    assert [(one.label, one.value) for one in budget.facts] == [
        ("Planned", "€1,200.00"),
        ("Spent", "€990.50"),
        ("Not spent", "€209.50"),
    ]
    assert part(budget, Bars).bars[0].said == ("€1,200.00", "€990.50", "€209.50")


@pytest.mark.parametrize("section", ["summary", "programme", "visits", "results", "followups", "annexes"])
def test_a_section_can_be_left_out(section: str) -> None:
    whole = {one.key for one in shown(order("funder_report")).chapters}
    less = {one.key for one in shown(order("funder_report", **{section: "no"})).chapters}
    assert whole - less


def test_drawings_are_there_where_there_is_something_to_draw() -> None:
    content = shown(order())
    assert part(chapter(content, "delegation"), RouteMap).names == ("Bilbao", "Bologna")
    assert len(part(chapter(content, "followups"), Timeline).spans) == 3


def printed(wanted: Order, record: MissionRecord, media: dict[str, bytes] | None = None) -> Printed:
    archive = Archive(record=record, route=the_route())
    (one,) = print_batch(the_plan(), [wanted], media or {}, Progress(), archive=archive)
    return one


def text_of(data: bytes) -> str:
    return "\n".join(one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(data))


def photo(size: tuple[int, int] = (1200, 900)) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def test_pages_show_pictures_small_and_nothing_that_is_not_for_their_readers() -> None:
    media = {"media/a.jpg": photo(), "media/b.jpg": photo()}
    one = printed(order(annexes="yes"), the_record(), media)
    text = text_of(one.data)
    assert "The line" in text
    assert "Photo: Zoë" in text
    assert "CANARY" not in text
    assert "990" not in text
    assert one.data.count(b"/Subtype/Image") == 1
    assert max(line[2] for line in _boxes(one.data)) <= 595.28


def _boxes(data: bytes) -> list[tuple[float, float, float, float]]:
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        found += [text.get_rect(number) for number in range(text.count_rects())]
    return found


def test_a_photograph_is_as_large_as_paper_needs() -> None:
    small = shrunk(photo((2000, 1500)), 640, 480)
    assert small is not None
    with Image.open(io.BytesIO(small)) as image:
        assert image.size == (640, 480)
    assert shrunk(b"nothing", 10, 10) is None


def test_what_came_of_a_mission_counts_as_a_change() -> None:
    digests = {
        next(contents(the_plan(), [order()], archive=Archive(record=record)))
        for record in (the_record(), replace(the_record(), agreements=()))
    }
    assert len(digests) == 2


def test_word_has_the_same_words_and_figures() -> None:
    from docx import Document

    archive = Archive(record=the_record(), route=the_route())
    ((_, data),) = in_word(the_plan(), [order()], None, archive, {"media/a.jpg": photo()})
    made = Document(io.BytesIO(data))
    said = "\n".join(one.text for one in made.paragraphs)
    cells = [cell.text for table in made.tables for cell in table._cells]
    assert "They want a trial." in said
    assert "CANARY" not in said
    assert {"New contacts", "25%", "Not held\nThe mayor was ill."} <= set(cells)
    assert len(made.inline_shapes) == 2  # the map and the photograph


def test_a_press_text_says_what_was_recorded_and_nothing_else() -> None:
    content = shown(order("press_text"))
    assert plain(content).splitlines()[3:7] == [
        "Bilbao, 5–7 May 2025 – A delegation of 2 people from Clust-ER MECH took part in the mission"
        " “Mission to Bilbao”. It was organised by Clust-ER MECH.",
        "Three days.",
        "The delegation visited Philips. In all, 1 visit or meeting was held. The delegates made 1 new contact.",
        "",
    ]
    assert "– Memorandum of understanding: To share data (Philips)" in plain(content)
    assert "5,000" not in plain(content)
    bare = shown(order("press_text"), MissionRecord(), unstarted())
    assert plain(bare) == "Nothing was recorded of this mission yet.\n"


def test_every_field_a_document_of_ones_own_may_name_is_there() -> None:
    wanted = order("funder_report")
    desk = Desk.of(the_plan(), "en", {}, {}, Archive(record=the_record()))
    values = report_values(Matter(desk, wanted), START)
    known = {name for name in values if "." in name}
    for section in REPORT_SECTIONS:
        rows = values[section]
        assert rows
        assert not isinstance(rows, str)
        known |= set(rows[0])
    assert {one.name for one in REPORT_FIELDS} <= known
    assert (values["report.visits_held"], values["report.spent"]) == ("1", "€990.50")
    unknown = report_values(Matter(Desk.of(unstarted(), "en", {}, {}, Archive()), wanted), START)
    assert (unknown["report.visits_held"], unknown["report.contacts"]) == ("", "")  # not known is not nothing
