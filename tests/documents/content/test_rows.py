"""What a row tells: place, hosts, whom to ring, and what nobody knows yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from missionplanner.documents.content.rows import is_printed, item_row
from missionplanner.documents.content.values import Detail, Said
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemRole
from tests.factories import MISSION, Made, item, leg, organisation, person, place, plan, uid


def row(*things: Any, language: Any = "en", **mission: Any) -> Any:
    the_plan = plan(*things, **mission)
    return item_row(Voice(the_plan, language), the_plan.items[0])


def hosted(made: Made, name: str) -> r.ItemHost:
    return r.ItemHost(mission_id=MISSION, item_id=made.id, organisation_id=uid(f"organisation:{name}"))


def received(made: Made, name: str) -> r.ItemPerson:
    contact = uid(f"person:{name}")
    return r.ItemPerson(mission_id=MISSION, item_id=made.id, person_id=contact, role=ItemRole.HOST_CONTACT)


def test_ideas_and_the_shelf_are_not_printed() -> None:
    printed = [is_printed(made.record) for made in (item("09:00"), item(status="idea"), item(day=None))]
    assert printed == [True, False, False]


def test_place_address_and_town_are_said_once() -> None:
    hall = place("Palacio Euskalduna", address="Avenida Abandoibarra 4, Bilbao", city="Bilbao", entrance="Gate 2")
    told = row(item("09:00", place_id=hall.id), hall)
    assert told.place == "Palacio Euskalduna, Avenida Abandoibarra 4, Bilbao"
    assert told.practical == (Detail("Entrance", "Gate 2"),)


def test_a_visit_says_what_is_to_be_confirmed() -> None:
    told = row(item("09:00", kind="site_visit", city="Zamudio"))
    assert told.place == "place to be confirmed, Zamudio"
    assert told.details == (Detail("Host contact", "to be confirmed"),)


def test_a_visit_names_its_contact_with_the_mobile() -> None:
    made = item("09:00", kind="site_visit")
    told = row(made, person("Ane Ruiz", mobile="+34 600"), received(made, "Ane Ruiz"))
    assert told.details == (Detail("Host contact", "Ane Ruiz · +34 600"),)


def test_a_contact_without_a_mobile_says_so() -> None:
    made = item("09:00", kind="site_visit")
    told = row(made, person("Ane Ruiz"), received(made, "Ane Ruiz"), language="it")
    assert told.details[0].text == "Ane Ruiz · cellulare da confermare"


def test_a_visit_falls_back_on_the_contacts_of_its_host() -> None:
    made = item("09:00", kind="site_visit")
    host = organisation("AIC")
    partner = r.Partner(mission_id=MISSION, organisation_id=host.id)
    contact = r.PartnerContact(mission_id=MISSION, partner_id=partner.id, person_id=uid("person:Jon Agirre"))
    told = row(made, host, hosted(made, "AIC"), partner, contact, person("Jon Agirre", mobile="1"))
    assert told.details[0].text == "Jon Agirre · 1"


def test_a_host_named_in_the_title_is_not_repeated() -> None:
    made = item("09:00", title="Meeting with SPRI")
    hosts = [hosted(made, "SPRI"), hosted(made, "BTI")]
    told = row(made, organisation("SPRI"), organisation("BTI"), *hosts)
    assert told.practical == (Detail("Hosted by", "BTI"),)


def test_statuses_are_marked() -> None:
    marks = [row(item("09:00", status=status)).mark for status in ("confirmed", "tentative", "requested")]
    assert marks == ["", "to be confirmed", "to be confirmed"]


def test_what_is_cancelled_tells_nothing_more() -> None:
    told = row(item("09:00", status="cancelled", text=Texts.of("Bring shoes.")))
    assert told.cancelled
    assert (told.mark, told.notes) == ("cancelled", ())


def test_the_title_is_in_the_language_of_the_document_or_names_its_own() -> None:
    made = item("20:00", title="x")
    titled = replace(made.record, title=Texts.of({"it": "Cena", "es": "Cena con brindis"}))
    told = [row(titled, language=language, languages=("es",)).title for language in ("it", "en")]
    assert told == [Said("Cena"), Said("Cena con brindis", "es")]


def test_a_flight_shows_its_number_and_route_unless_the_title_does() -> None:
    flight = leg("06:40", "10:55", "LH283", origin="BLQ", destination="BIO", terminal="1", operator="LH")
    told = [row(item(title=title, kind="flight", leg="LH283"), flight).place for title in ("Out", "BLQ – BIO")]
    assert told == ["LH283 · BLQ → BIO · Terminal 1", "LH283 · Terminal 1"]


def test_access_rules_are_one_line_in_the_reader_s_language() -> None:
    site = place("Works", id_required=True, no_photos=True, safety_gear=Texts.of({"it": "Scarpe chiuse"}))
    told = row(item("09:00", place_id=site.id), site, language="it")
    assert told.notes[-1].text == "Portare un documento d’identità. Vietato fotografare. Scarpe chiuse."
