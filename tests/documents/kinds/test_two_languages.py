"""Two languages at once: heads in both, texts side by side in agendas and below each other in lists."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import page
import pypdfium2
import pytest

from missionplanner.base.progress import Progress
from missionplanner.documents.content.dates import interval, listed, weekday
from missionplanner.documents.content.sheets import Sheets
from missionplanner.documents.content.tongues import tongues
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from tests.factories import MISSION, START, delegate, item, place, plan, uid

BOTH = Texts.of({"it": "Visita alla fabbrica", "en": "Visit to the works"})


def mission() -> MissionPlan:
    hotel = place("Hotel Ercilla")
    stay = r.Stay(id=uid("stay"), mission_id=MISSION, hotel_id=hotel.id, from_day=START)
    made = plan(
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        item("09:00", "10:00", "V", groups=["A"]),
        item("09:00", "10:00", "Table", groups=["B"], status="tentative"),
        item("11:00", None, "Off", status="cancelled"),
        hotel,
        stay,
        r.StayGuest(mission_id=MISSION, stay_id=stay.id, person_id=uid("person:Anna Neri")),
        title=Texts.of({"it": "Missione a Bilbao", "en": "Mission to Bilbao"}),
    )
    items = (replace(one, title=BOTH, text=BOTH) if one.id == uid("item:V") else one for one in made.items)
    return replace(made, items=tuple(items), changed_at=dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC))


def printed(kind: str, **options: object) -> Printed:
    person = uid("person:Anna Neri") if kind == "itinerary" else None
    order = Order(kind=kind, languages=("it", "en"), version=1, issued=True, person_id=person, **options)  # type: ignore[arg-type]
    return next(print_batch(mission(), [order], {}, Progress()))


def flat(data: bytes) -> str:
    pages = (one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(data))
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("itinerary", {}),
        ("programme", {}),
        ("programme", {"cover": "illustrated"}),
        ("programme", {"paper": "a6"}),
        ("itinerary", {"paper": "a5"}),
    ],
)
def test_agendas_have_both_texts_and_can_be_read_aloud(kind: str, options: dict[str, object]) -> None:
    result = printed(kind, **options)
    shown = flat(result.data)
    assert "Visita alla fabbrica" in shown and "Visit to the works" in shown
    assert re.search("(?i)lunedì · monday", shown)
    assert [one.message for one in page.validate_pdf_bytes(result.data, profile="ua1").failures] == []


def test_the_second_language_is_marked_and_the_first_is_the_documents() -> None:
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(printed("itinerary").data)) as pdf:
        assert str(pdf.Root.Lang) == "it"
        tagged = {
            str(one.Lang)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/Lang" in one
        }
    assert tagged == {"en"}


def test_a_list_says_both_words_in_its_headings_and_texts_below_each_other() -> None:
    kind = kind_of("rooming")
    assert kind is not None
    order = Order(kind="rooming", languages=("it", "en"), version=1, issued=True)
    content = maker(kind).content(Desk.of(mission(), "it+en", {}, {}, Desk.archive), order)
    assert isinstance(content, Sheets)
    table = content.chapters[0].parts[0]
    assert "Ospiti · Guests" in [column.title for column in table.columns]  # type: ignore[union-attr]
    voice = Voice(mission(), "it+en")
    assert voice.said(BOTH).text == "Visita alla fabbrica\nVisit to the works"
    assert voice.text(BOTH) == "Visita alla fabbrica · Visit to the works"
    assert voice.said(Texts.of("Bilbao")).text == "Bilbao"
    assert [one.language for one in content.frame.titles] == [None, "en"]


def test_what_is_the_same_in_both_is_said_once() -> None:
    t = tongues("it+en")
    assert (t("B2B meetings"), t.language) == ("Incontri B2B · B2B meetings", "it+en")
    assert t("{hours} h", hours=2) == "2 h"
    assert t.plural("{count} delegate", "{count} delegates", 2) == "2 delegati · 2 delegates"
    assert weekday(START, "it+en") == "Lunedì · Monday"
    assert interval(START, START, "it+en") == "5 maggio 2025 · 5 May 2025"
    assert listed(["Anna", "Bo"], "it+en") == "Anna, Bo"


def test_either_text_is_a_change() -> None:
    other = replace(mission(), items=tuple(_reworded(one) for one in mission().items))
    order = Order(kind="programme", languages=("it", "en"), version=1, issued=True)
    before, after = (next(print_batch(one, [order], {}, Progress())) for one in (mission(), other))
    changed = {key for key, digest in before.blocks if dict(after.blocks).get(key) != digest}
    assert changed == {str(uid("item:V"))}


def _reworded(one: r.AgendaItem) -> r.AgendaItem:
    return replace(one, title=one.title.written("en", "Another")) if one.id == uid("item:V") else one
