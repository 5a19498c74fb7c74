"""The who's who: faces of those who agreed, in protocol order or by organisation, hosts if wanted, no numbers."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from PIL import Image

from missionplanner.base.progress import Progress
from missionplanner.documents.content.sheets import Card, Cards, Sheets
from missionplanner.documents.press import print_batch
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateRole, OrganisationKind, PartnerState
from tests.factories import MISSION, delegate, organisation, person, plan, uid
from tests.sheets import order_of, sheets, told

BIO = "Twenty years of robots. " * 12


def somebody(name: str, own: str, **fields: Any) -> r.Person:
    known = {"organisation_id": uid(f"organisation:{own}"), "photo": f"{name}.jpg", "bio": Texts.of(BIO)}
    return person(name, mobile="CANARY", email="CANARY@x.it", job=Texts.of("Manager"), **{**known, **fields})


def mission() -> MissionPlan:
    return plan(
        organisation("ART-ER", kind=OrganisationKind.AGENCY, city="Bologna"),
        organisation("Clust-ER"),
        somebody("Anna Neri", "Clust-ER", languages=("it", "en")),
        somebody("Bo Li", "ART-ER", native_name="李波", honorific="Dr"),
        somebody("Cy Ode", "Clust-ER"),
        delegate("Anna Neri", consent_photo=True),
        delegate("Bo Li", role=DelegateRole.HEAD_OF_DELEGATION),
        delegate("Cy Ode", consent_photo=False, position=2),
        r.Delegate(id=uid("place"), mission_id=MISSION, place_of_id=uid("organisation:ART-ER")),
        organisation("AIC", native_name="Automotive Zentroa"),
        somebody("Gorka Urrutia", "AIC"),
        r.Partner(id=uid("AIC"), mission_id=MISSION, organisation_id=uid("organisation:AIC")),
        r.PartnerContact(mission_id=MISSION, partner_id=uid("AIC"), person_id=uid("person:Gorka Urrutia")),
        organisation("Gone"),
        somebody("Ida Noe", "Gone"),
        r.Partner(
            id=uid("Gone"),
            mission_id=MISSION,
            organisation_id=uid("organisation:Gone"),
            state=PartnerState.DECLINED,
        ),
        r.PartnerContact(mission_id=MISSION, partner_id=uid("Gone"), person_id=uid("person:Ida Noe")),
    )


def cards(content: Sheets) -> list[Card]:
    parts = [part for chapter in content.chapters for part in chapter.parts]
    return [card for part in parts if isinstance(part, Cards) for card in part.cards]


def test_the_delegation_is_shown_by_protocol() -> None:
    head, anna, cy = cards(sheets(mission(), "whoswho"))
    assert (head.name, head.native, head.role, head.initials) == ("Dr Bo Li", "李波", "Head of delegation", "BL")
    assert anna.lines == ("Manager, Clust-ER", "Italian and English")
    assert cy.name == "Cy Ode"


def test_two_languages_name_the_languages_somebody_speaks_one_after_the_other() -> None:
    anna = cards(sheets(mission(), "whoswho", "it+en"))[1]
    assert anna.lines[-1] == "Italiano e inglese · Italian and English"


def test_only_who_agreed_has_a_face_and_a_biography() -> None:
    content = sheets(mission(), "whoswho")
    assert [(card.name, card.picture) for card in cards(content) if card.picture or card.note] == [
        ("Anna Neri", "Anna Neri.jpg")
    ]
    agreed = sheets(mission(), "whoswho", choices=(("shown", "agreed"),))
    assert [card.name for card in cards(agreed)] == ["Anna Neri"]
    assert (
        sheets(plan(), "whoswho", choices=(("shown", "agreed"),)).nothing == "Nobody has agreed to be shown yet."
    )


def test_organisations_are_chapters_in_the_order_of_their_first() -> None:
    content = sheets(mission(), "whoswho", choices=(("order", "organisation"),))
    assert [(one.title, one.about) for one in content.chapters] == [
        ("ART-ER", "Agency, Bologna"),
        ("Clust-ER", ""),
    ]
    assert "ART-ER" not in cards(content)[0].lines[0]


def test_hosts_follow_where_they_are_wanted_without_those_who_declined() -> None:
    content = sheets(mission(), "whoswho", choices=(("hosts", "with"),))
    assert [(one.title, one.about) for one in content.chapters[1:]] == [("AIC", "Automotive Zentroa")]
    gorka = cards(content)[-1]
    assert (gorka.name, gorka.picture, gorka.note) == ("Gorka Urrutia", None, "")


def test_only_those_who_are_wanted_are_on_it() -> None:
    content = sheets(mission(), "whoswho", people=(uid("person:Cy Ode"),), choices=(("hosts", "with"),))
    assert [card.name for card in cards(content)] == ["Cy Ode"]


def test_no_number_and_no_address_is_told() -> None:
    assert "CANARY" not in told(sheets(mission(), "whoswho", choices=(("hosts", "with"),)))


def test_a_face_is_in_the_file_and_a_biography_has_two_lines() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (300, 400), "#557788").save(picture, "JPEG")
    media = {f"{name}.jpg": picture.getvalue() for name in ("Anna Neri", "Bo Li", "Cy Ode")}
    made = next(print_batch(mission(), [order_of("whoswho")], media, Progress()))
    with pikepdf.open(io.BytesIO(made.data)) as file:
        assert (
            len(
                [
                    one
                    for one in file.objects
                    if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
                ]
            )
            == 1
        )
    import pypdfium2

    shown = pypdfium2.PdfDocument(made.data)[0].get_textpage().get_text_bounded()
    assert 3 <= shown.count("Twenty years") < 8
