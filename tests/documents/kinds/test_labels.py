"""Address labels: contacts of hosts and partners, with what an envelope needs."""

from __future__ import annotations

from typing import Any

import pypdfium2

from missionplanner.documents.content.labels import Named
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import PartnerState
from tests.factories import MISSION, organisation, person, plan, uid
from tests.sheets import content_of, printed


def partner(name: str, **fields: object) -> list[r.Record]:
    made = organisation(name, **fields)
    return [made, r.Partner(id=uid(f"partner:{name}"), mission_id=MISSION, organisation_id=made.id)]


def mission() -> MissionPlan:
    gone = organisation("Gone", address="Nowhere 1")
    return plan(
        *partner("AIC", address="Boroa P2-A4\n48340 Amorebieta", city="Amorebieta", country="es"),
        *partner("Tecnalia", native_name="テクナリア", address="Astondo Bidea 700", city="Derio", country="ES"),
        *partner("Nowhere"),
        gone,
        r.Partner(mission_id=MISSION, organisation_id=gone.id, state=PartnerState.DECLINED),
        person("Gorka Urrutia", honorific="Dr", mobile="CANARY", email="CANARY@x.es"),
        r.PartnerContact(mission_id=MISSION, partner_id=uid("partner:AIC"), person_id=uid("person:Gorka Urrutia")),
    )


def labels(language: str = "en", **options: Any) -> list[Named]:
    return list(content_of(mission(), "labels", language, **options).labels)


def test_an_envelope_says_to_whom_where_and_in_which_country() -> None:
    contact, organisation_ = labels()
    assert (contact.name, contact.organisation) == ("Dr Gorka Urrutia", "AIC")
    assert contact.lines == ("Boroa P2-A4", "48340 Amorebieta", "SPAIN")
    assert (organisation_.name, organisation_.native) == ("Tecnalia", "テクナリア")
    assert organisation_.lines == ("Astondo Bidea 700", "Derio", "SPAIN")


def test_the_country_is_in_the_language_of_the_sender() -> None:
    assert labels("it")[0].lines[-1] == "SPAGNA"


def test_only_those_who_are_wanted_get_one() -> None:
    assert [one.name for one in labels(people=(uid("person:Gorka Urrutia"),))] == ["Dr Gorka Urrutia"]


def test_they_are_printed_without_numbers_and_without_marks() -> None:
    made = printed(mission(), "labels", choices=(("start", "24"),))
    shown = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.data)]
    assert ["Gorka" in shown[0], "Tecnalia" in shown[1], len(shown)] == [True, True, 2]
    assert "CANARY" not in "".join(shown)
