"""Paper as a reader gets it: its text against golden files, what stands on every page, what a reader can hear."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pypdfium2
import pytest

from missionplanner.base.progress import Progress
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import (
    DelegateRole,
    ItemRole,
    LegMode,
    OrganiserRole,
    PartOfDay,
    ProgrammeStatus,
    RoomKind,
)
from tests.factories import (
    MISSION,
    START,
    Made,
    delegate,
    group,
    item,
    leg,
    organisation,
    person,
    place,
    plan,
    uid,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "documents"
UPDATING = os.environ.get("UPDATE_GOLDEN") == "1"
"""Set to 1 to write the golden files anew; look at the difference before it is committed."""
CHANGED = dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC)
HOSTILE = 'Jürgen "Müller" & Söhne <GmbH></b><img src="/etc/passwd"> {0} %s \\(x'
SCRIPTS = "Łódź Ελένη Иван שלום محمد 中村 서울 สวัสดี ქართული Հայ नमस्ते"


def night_of(name: str, hotel: r.Place) -> tuple[r.Stay, r.StayGuest]:
    stay = r.Stay(
        id=uid("stay"),
        mission_id=MISSION,
        hotel_id=hotel.id,
        room=RoomKind.SINGLE,
        from_day=START,
        to_day=START + dt.timedelta(days=2),
    )
    guest = r.StayGuest(id=uid("guest"), mission_id=MISSION, stay_id=stay.id, person_id=uid(f"person:{name}"))
    return stay, guest


def everything() -> MissionPlan:
    """Return a small mission with one of everything a page has to show."""
    hall = place("AIC CoFactory", address="Boroa P2-A4", city="Amorebieta", entrance="Gate 2", id_required=True)
    hotel = place("Hotel Ercilla", address="Ercilla Kalea 37", city="Bilbao")
    visit = item("09:00", "11:00", "Automotive centre", kind="site_visit", groups=["A"], place_id=hall.id)
    session = item(
        "12:00", "13:00", "Pitching", kind="pitching", text=Texts.of({"it": "In inglese.", "en": "In English."})
    )
    contact = uid("person:Gorka Urrutia")
    made = plan(
        delegate("Anna Neri", groups=["A"], role=DelegateRole.HEAD_OF_DELEGATION),
        delegate("Bo Li", groups=["B"]),
        group("A", leader_id=uid("person:Bo Li")),
        person("Gorka Urrutia", mobile="+34 600 000 124"),
        hall,
        hotel,
        *night_of("Anna Neri", hotel),
        organisation("ART-ER"),
        r.Organiser(
            id=uid("organiser"),
            mission_id=MISSION,
            organisation_id=uid("organisation:ART-ER"),
            role=OrganiserRole.PROMOTER,
        ),
        item(title="Flight out", kind="flight", leg="LH1"),
        leg("12:40", "17:10", "LH1", zone="Asia/Tokyo", end_zone="Europe/Madrid", origin="NRT", destination="BIO"),
        visit,
        item("09:30", None, "Table for B", kind="working_table", groups=["B"]),
        r.ItemPerson(
            id=uid("contact"), mission_id=MISSION, item_id=visit.id, person_id=contact, role=ItemRole.HOST_CONTACT
        ),
        session,
        r.Pitch(
            id=uid("pitch"),
            mission_id=MISSION,
            item_id=session.id,
            position=1,
            minutes=5,
            person_id=uid("person:Anna Neri"),
            topic=Texts.of("Motors"),
        ),
        item(title="Dinner", kind="meal", part_of_day=PartOfDay.EVENING, status="tentative"),
        item(title="Museum", kind="cultural", status="cancelled"),
        item(title="Something", kind="other"),
        item("22:00", "01:30", "Night walk", day=2, end_date=3),
        leg("08:00", "08:40", "1", day=2, mode=LegMode.COACH, operator="Bidaia", destination_text="Zamudio"),
        title=Texts.of({"it": "Missione a Bilbao", "en": "Mission to Bilbao"}),
        sample=True,
        programme_status=ProgrammeStatus.FINAL,
        on_call_name="Giulia Ferri",
        on_call_phone="+34 600 000 112",
        funding_statement=Texts.of(
            {"it": "Finanziato dall’Unione europea.", "en": "Funded by the European Union."}
        ),
        grant="101",
    )
    return replace(made, changed_at=CHANGED)


def printed(the_plan: MissionPlan, kind: str = "itinerary", language: str = "en", **options: object) -> Printed:
    known: dict[str, object] = {"version": 3, "issued": True, **options}
    if kind == "itinerary":
        known.setdefault("person_id", (the_plan.person(uid("person:Anna Neri")) or the_plan.people[0]).id)
    order = Order(kind=kind, languages=(language,), **known)  # type: ignore[arg-type]
    return next(print_batch(the_plan, [order], {}, Progress()))


def pages_of(data: bytes) -> list[str]:
    """Return the text of every page in the order it is drawn."""
    document = pypdfium2.PdfDocument(data)
    texts = [one.get_textpage().get_text_bounded() for one in document]
    return [re.sub(r"[ \t\r]+\n", "\n", text.replace("\r\n", "\n")) for text in texts]


def flat(data: bytes) -> str:
    return " ".join(" ".join(pages_of(data)).split())


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("kind", ["programme", "itinerary"])
def test_the_text_of_paper_is_as_it_was(kind: str, language: str) -> None:
    shown = "\f\n".join(pages_of(printed(everything(), kind, language).data)) + "\n"
    file = GOLDEN / f"{kind}_{language}.txt"
    if UPDATING:
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")


@pytest.mark.parametrize("kind", ["programme", "itinerary"])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_paper_can_be_read_aloud_and_kept(kind: str, profile: str) -> None:
    report = page.validate_pdf_bytes(printed(everything(), kind, "it", draft=True).data, profile=profile)
    assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize("cover", ["institutional", "illustrated"])
def test_a_cover_in_either_style_can_be_read_aloud(cover: str) -> None:
    report = page.validate_pdf_bytes(printed(everything(), "programme", cover=cover).data, profile="ua1")
    assert report.is_compliant


@pytest.mark.parametrize("kind", ["programme", "itinerary"])
def test_every_page_says_which_copy_it_is(kind: str) -> None:
    result = printed(everything(), kind, draft=True)
    for number, text in enumerate(pages_of(result.data), 1):
        shown = " ".join(text.split())
        assert "Final programme · Version 3 · 28 April 2025, 14:10 CEST" in shown
        assert "Times are local to each place · Changes: ring +34 600 000 112" in shown
        assert f"Page {number} of {result.pages}" in shown
        assert "SAMPLE – INVENTED DATA" in shown.upper()
        assert "DRAFT" in shown.upper()


def boxes(data: bytes) -> Iterator[tuple[float, float, float, float, float, float]]:
    """Give the box of every character that leaves a mark, with the size of its page."""
    for one in pypdfium2.PdfDocument(data):
        text = one.get_textpage()
        for number in range(text.count_chars()):
            if text.get_text_range(number, 1).strip():
                yield (*text.get_charbox(number), *one.get_size())


def assert_inside(data: bytes) -> None:
    for left, bottom, right, top, width, height in boxes(data):
        assert left >= 40 and right <= width - 40
        assert bottom >= 10 and top <= height - 10


@pytest.mark.parametrize("kind", ["programme", "itinerary"])
def test_long_names_stay_on_the_sheet(kind: str) -> None:
    name = "Maria Vittoria Wolfeschlegelsteinhausenbergerdorff " * 3 + "x" * 120
    long = item("09:00", "10:00", name, kind="site_visit", groups=["A"], place_text=name, text=Texts.of(name * 4))
    beside = item("09:00", "10:00", f"{name}B", groups=["B"], status="tentative")
    the_plan = plan(delegate(name.strip(), groups=["A"]), long, beside, title=Texts.of(name), code="C" * 60)
    assert_inside(printed(the_plan, kind).data)


def test_hostile_names_are_only_text() -> None:
    the_plan = plan(
        delegate("Anna Neri"), item("09:00", title=HOSTILE, place_text=HOSTILE), title=Texts.of(HOSTILE)
    )
    assert flat(printed(the_plan).data).count("<GmbH></b><img") >= 2


def test_every_script_comes_back_and_nothing_is_missing() -> None:
    result = printed(plan(delegate("Anna Neri"), item("09:00", title=SCRIPTS)))
    assert result.missing == ()
    shown = flat(result.data)
    for word in ("Łódź", "Ελένη", "Иван", "中村", "서울", "ქართული", "Հայ"):
        assert word in shown


def test_what_no_font_can_draw_is_reported() -> None:
    assert printed(plan(delegate("Anna Neri"), item("09:00", title="Sign 𓀀"))).missing == ("𓀀",)


@pytest.mark.parametrize("rows", [20, 25])
def test_a_full_day_fits_a_page_of_its_own(rows: int) -> None:
    titles = [
        item(f"{7 + n // 2:02}:{30 * (n % 2):02}", title=f"Row {n:02}", place_text="Hall 3") for n in range(rows)
    ]
    result = printed(plan(delegate("Anna Neri"), *titles))
    shown = pages_of(result.data)
    full = next(text for text in shown if "Row 00" in text)
    assert all(f"Row {n:02}" in full for n in range(rows))
    assert result.pages == 2


def test_a_text_of_many_pages_goes_on_without_a_gap() -> None:
    words = " ".join(f"word{number}" for number in range(1400))
    result = printed(plan(delegate("Anna Neri"), item("09:00", title="Long", text=Texts.of(words[:9_900]))))
    shown = flat(result.data)
    assert all(word in shown for word in words[:9_900].split()[:-1])
    assert_inside(result.data)


def test_days_have_bookmarks() -> None:
    document = pypdfium2.PdfDocument(printed(everything()).data)
    titles = [one.get_title() for one in document.get_toc()]
    assert titles == ["Monday 5 May 2025", "Tuesday 6 May 2025"]


def made_of(*things: Made | r.Record, **fields: object) -> MissionPlan:
    return replace(plan(*things, **fields), changed_at=CHANGED)


def test_a_person_without_anything_gets_a_page_that_says_so() -> None:
    assert "Nothing is planned yet." in flat(printed(made_of(delegate("Anna Neri"))).data)


def test_a_programme_without_anything_says_so() -> None:
    result = printed(made_of(), "programme")
    assert "Il programma è ancora vuoto." in flat(printed(made_of(), "programme", "it").data)
    assert result.pages == 2


def test_an_accent_too_pale_to_read_is_not_taken() -> None:
    from missionplanner.base.colours import reads_on_paper
    from missionplanner.documents.design import VERMILION, Accent

    assert Accent.of("#FFEE88").colour == VERMILION
    assert Accent.of("#1A6B45").colour == "#1A6B45"
    assert reads_on_paper(Accent.of(None).colour)
