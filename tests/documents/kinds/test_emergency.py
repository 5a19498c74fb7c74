"""Emergency cards: a hotel as a driver reads it, whom to ring, each in the language of its owner."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from missionplanner.documents.content.emergency import Card
from missionplanner.documents.content.values import Fact, Said
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import OrganisationKind, PartnerState
from tests.factories import MISSION, START, delegate, destination, organisation, person, place, plan, uid
from tests.sheets import content_of, printed

ANNA = uid("person:Anna Neri")


def night(hotel: str, first: int, last: int) -> tuple[r.Stay, r.StayGuest]:
    days = (START + dt.timedelta(days=first), START + dt.timedelta(days=last))
    own = uid(f"stay:{hotel}")
    stay = r.Stay(
        id=own,
        mission_id=MISSION,
        hotel_id=uid(f"place:{hotel}"),
        from_day=days[0],
        to_day=days[1],
        position=first,
    )
    return stay, r.StayGuest(mission_id=MISSION, stay_id=own, person_id=ANNA)


def mission(*things: Any, **fields: Any) -> MissionPlan:
    known = {"on_call_name": "Giulia Ferri", "on_call_phone": "+34 600 000 112", **fields}
    return plan(
        person("Anna Neri", languages=("it",), mobile="CANARY"),
        delegate("Anna Neri", notes="CANARY"),
        destination("Bilbao", country="ES"),
        *things,
        **known,
    )


def card(the_plan: MissionPlan, language: str = "en") -> Card:
    return cards(the_plan, language)[0]


def cards(the_plan: MissionPlan, language: str = "en") -> tuple[Card, ...]:
    found: tuple[Card, ...] = content_of(the_plan, "emergency", language, person_id=ANNA).cards
    return found


ERCILLA = place("Hotel Ercilla", address="Ercilla Kalea 37", city="Bilbao", phone="+34 944 70 57 00")


def test_a_driver_reads_where_to_go_in_the_language_of_the_country() -> None:
    one = card(mission(ERCILLA, *night("Hotel Ercilla", 0, 2)))
    assert one.ask == (Said("Por favor, lléveme a esta dirección", "es"),)
    assert one.asks == "Please take me to this address"
    assert one.hotel == ("Hotel Ercilla", "", "Ercilla Kalea 37, Bilbao", "+34 944 70 57 00", "")


def test_the_name_on_the_door_is_in_its_own_script() -> None:
    own = organisation(
        "Granvia", native_name="ホテルグランヴィア大阪", address="大阪市北区梅田3丁目", phone="+81 6"
    )
    there = place("Hotel Granvia", organisation_id=own.id, country="jp", city="Osaka")
    one = card(mission(own, there, *night("Hotel Granvia", 0, 2)))
    assert one.hotel[:4] == ("Hotel Granvia", "ホテルグランヴィア大阪", "大阪市北区梅田3丁目, Osaka", "+81 6")
    assert one.ask == (Said("この住所までお願いします", "ja"),)
    assert one.rescue == Fact("Ambulance", "119", "Police: 110")


def test_each_hotel_has_a_card_with_its_nights() -> None:
    other = place("Hotel Arenal", city="Bilbao")
    found = cards(mission(ERCILLA, other, *night("Hotel Ercilla", 0, 2), *night("Hotel Arenal", 2, 3)))
    assert [(one.hotel.name, one.hotel.about, one.hotel.address) for one in found] == [
        ("Hotel Ercilla", "5–7 May", "Ercilla Kalea 37, Bilbao"),
        ("Hotel Arenal", "7–8 May", "Bilbao"),
    ]
    assert len({one.key for one in found}) == 2


def test_the_back_says_whom_to_ring() -> None:
    embassies = [
        organisation(name, kind=OrganisationKind.EMBASSY, country=country, city=city, phone=phone)
        for name, country, city, phone in (
            ("Embassy in Madrid", "ES", "Madrid", "+34 1"),
            ("Consulate in Bilbao", "ES", "Bilbao", "+34 2"),
            ("Embassy in Tokyo", "JP", "Tokyo", "+81 3"),
        )
    ]
    one = card(mission(ERCILLA, *night("Hotel Ercilla", 0, 2), *embassies, insurance="Policy 4471\n+39 02 266"))
    assert one.rescue == Fact("Emergency number", "112", "Ambulance, police, fire brigade")
    assert one.facts == (
        Fact("On call", "+34 600 000 112", "Giulia Ferri"),
        Fact("Embassy", "+34 2", "Consulate in Bilbao"),
        Fact("Insurance", "Policy 4471", "+39 02 266"),
    )


def test_an_embassy_that_declined_is_not_named() -> None:
    own = organisation("Embassy", kind=OrganisationKind.EMBASSY, country="ES", phone="+34 1")
    gone = r.Partner(mission_id=MISSION, organisation_id=own.id, state=PartnerState.DECLINED)
    assert [fact.label for fact in card(mission(own, gone)).facts] == ["On call"]


@pytest.mark.parametrize(
    ("fields", "fact"),
    [
        ({"on_call_name": None, "on_call_phone": None}, Fact("On call", "to be confirmed")),
        ({"on_call_phone": None}, Fact("On call", "Giulia Ferri", "phone to be confirmed")),
    ],
)
def test_what_is_not_known_yet_is_said(fields: dict[str, Any], fact: Fact) -> None:
    one = card(mission(**fields))
    assert (one.facts[0], one.hotel.name, one.ask) == (fact, "Hotel to be confirmed", ())


def test_of_a_country_nobody_knows_no_number_is_said() -> None:
    one = card(plan(delegate("Anna Neri"), ERCILLA, *night("Hotel Ercilla", 0, 2)))
    assert one.rescue == Fact("", "")
    assert one.ask == (Said("Please take me to this address", "en"),)


def test_cards_of_all_are_each_in_the_language_of_their_owner() -> None:
    others = [person("Bo Li", languages=("zh", "en-GB")), delegate("Bo Li", position=1)]
    others += [person("Cy Ode", languages=("zh",)), delegate("Cy Ode", position=2)]
    content = content_of(mission(*others), "emergency_cards", "it")
    assert [(one.name, one.language) for one in content.cards] == [
        ("Anna Neri", None),
        ("Bo Li", "en"),
        ("Cy Ode", None),
    ]


@pytest.mark.parametrize(("form", "pages"), [("86x54_fold", 1), ("86x54_loose", 2)])
def test_a_card_has_two_sides_and_nothing_private(form: str, pages: int) -> None:
    the_plan = mission(ERCILLA, *night("Hotel Ercilla", 0, 2), insurance="Policy 4471")
    made = printed(the_plan, "emergency", person_id=ANNA, choices=(("format", form),))
    shown = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.data))
    assert made.pages == pages
    assert all(text in shown for text in ("Anna Neri", "Hotel Ercilla", "112", "Policy 4471", "lléveme"))
    assert "CANARY" not in shown


@pytest.mark.parametrize(
    "text", ["<b>x</b>&amp;", "x" * 400, "中" * 200, "W" * 90 + " " + "i" * 90, "\u202eabc", "\n\n"]
)
def test_hostile_texts_stay_on_the_card(text: str) -> None:
    hotel = place("Hotel Ercilla", address=text, city=text, phone=text)
    own = organisation("Embassy", kind=OrganisationKind.EMBASSY, country="ES", phone=text, address=text)
    the_plan = mission(hotel, own, *night("Hotel Ercilla", 0, 2), insurance=text, on_call_name=text)
    made = printed(the_plan, "emergency", person_id=ANNA, choices=(("format", "86x54_loose"),))
    for page in pypdfium2.PdfDocument(made.data):
        found, (width, height) = page.get_textpage(), page.get_size()
        boxes = [found.get_charbox(number) for number in range(found.count_chars())]
        assert all(
            left >= -1 and bottom >= -1 and right <= width and top <= height for left, bottom, right, top in boxes
        )


def test_numbers_can_be_rung_from_a_telephone() -> None:
    the_plan = mission(
        ERCILLA, *night("Hotel Ercilla", 0, 2), on_call_phone="+34 (600) 000-112", insurance="4471 x"
    )
    made = printed(the_plan, "emergency", person_id=ANNA, choices=(("format", "86x54_loose"),))
    with pikepdf.open(io.BytesIO(made.data)) as file:
        links = [str(one.A.URI) for one in file.pages[1].Annots]
    assert links == ["tel:112", "tel:+34600000112"]
