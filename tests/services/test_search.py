from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.services import search
from missionplanner.services.workspace import Workspace
from tests import factories as f

FIRM, PLACE = f.organisation("Idrogeno Uno", city="Ravenna"), f.place("Tecnopolo Aurora", city="Bologna")
ANNA = f.person("Anna Neri", organisation_id=FIRM.id, job=Texts.of("Direttrice"))


def own(what: type[Any], key: str, **fields: Any) -> Any:
    return what(id=f.uid(key), mission_id=f.MISSION, **fields)


PARTNER = own(r.Partner, "partner", organisation_id=FIRM.id)
LINE = own(r.BudgetLine, "line", text=Texts((("it", "Voli aurora"), ("en", "Flights aurora"))))
EVERYTHING = (
    FIRM,
    PLACE,
    ANNA,
    r.Initiative(name="Aurora Net", programme="Interreg"),
    r.ValueChain(name=Texts.of("Filiera aurora"), cluster_id=FIRM.id),
    r.ContactNote(organisation_id=FIRM.id, text="Promise: aurora", date=dt.date(2025, 4, 1)),
    own(
        r.AgendaItem,
        "item",
        kind=ItemKind.SITE_VISIT,
        title=Texts.of("Visita aurora"),
        team_notes="Portare i badge",
    ),
    own(
        r.Leg, "leg", number="AZ 123", origin="BLQ", destination="BIO", booking="AURORA1", date=dt.date(2025, 5, 5)
    ),
    own(r.Stay, "stay", hotel_id=PLACE.id, room_no="12", booking="AURORA2"),
    own(r.Vehicle, "vehicle", name="Pullman aurora"),
    own(r.Group, "group", name=Texts.of("Gruppo aurora")),
    PARTNER,
    own(r.PartnerRequest, "request", partner_id=PARTNER.id, text="Hanno chiesto di aurora"),
    LINE,
    own(r.Expense, "expense", text=Texts.of("Taxi aurora"), supplier_id=FIRM.id),
    own(r.Quote, "quote", line_id=LINE.id, supplier_id=FIRM.id, notes="Sconto aurora"),
    own(r.Outcome, "outcome", item_id=f.uid("item"), held=True, summary=Texts.of("Intesa su aurora")),
    own(r.FollowUp, "step", text=Texts.of("Scrivere ad aurora"), owner_id=ANNA.id, due=dt.date(2025, 5, 20)),
    own(r.Agreement, "agreement", text=Texts.of("Protocollo aurora")),
    own(r.ContactMade, "met", person_id=ANNA.id, item_id=f.uid("item"), note="Lavora ad aurora"),
    own(r.Photo, "photo", caption=Texts.of("Firma aurora"), item_id=f.uid("item")),
    own(r.FieldNote, "note", text="Chiedere di aurora", at=dt.datetime(2025, 5, 6, 10, tzinfo=dt.UTC)),
)


@pytest.fixture
def full(ws: Workspace) -> Workspace:
    with ws.edit("Add") as edit:
        edit.add(f.mission(code="AUR-1", title=Texts.of("Missione aurora")))
        edit.add_all(EVERYTHING)
    return ws


def test_everything_is_found_with_what_it_is(full: Workspace) -> None:
    found = {one.kind: one for one in search.search(full, "aurora", 40, language="it")}
    assert set(found) == {
        *("place", "initiative", "value_chain", "contact_note", "mission", "delegation_group", "agenda_item"),
        *("leg", "stay", "vehicle", "partner_request", "budget_line", "expense", "quote"),
        *("outcome", "follow_up", "agreement", "contact_made", "photo", "field_note"),
    }
    assert all(one.title for one in found.values())
    assert found["leg"].title == "AZ 123 BLQ – BIO"
    assert found["leg"].why == "BLQ BIO AURORA1"
    assert found["stay"].title == "Tecnopolo Aurora, 12"
    assert found["budget_line"].title == "Voli aurora"
    assert found["partner_request"].shown == ("partner", PARTNER.id)
    assert found["contact_note"].shown == ("organisation", FIRM.id)
    assert (found["outcome"].detail, found["outcome"].shown) == ("Visita aurora", ("outcome", f.uid("item")))
    assert (found["follow_up"].detail, found["contact_made"].title) == ("Anna Neri", "Anna Neri")
    assert {one.mission for one in found.values()} == {"", "AUR-1"}
    assert found["mission"].mission == "AUR-1"


def test_a_person_comes_with_their_organisation(full: Workspace) -> None:
    (hit,) = search.search(full, "neri anna")
    assert (hit.title, hit.detail, hit.why, hit.mission) == ("Anna Neri", "Idrogeno Uno", "", "")


def test_why_says_the_words_around_the_find(full: Workspace) -> None:
    (hit,) = search.search(full, "badge")
    assert (hit.title, hit.why) == ("Visita aurora", "Portare i badge")


def test_titles_are_in_the_language_asked_for(full: Workspace) -> None:
    assert [one.title for one in search.search(full, "voli", language="en")] == ["Flights aurora"]


@pytest.mark.parametrize("typed", ["", " ", "a", "x y z q"])
def test_too_little_or_nothing_finds_nothing(full: Workspace, typed: str) -> None:
    assert search.search(full, typed) == ()


def test_documents_given_out_are_found_by_the_title_of_their_kind(full: Workspace) -> None:
    now = dt.datetime(2025, 4, 1, 8, tzinfo=dt.UTC)
    with full.edit("Issue", undoable=False) as edit:
        for version in (1, 2):
            paper = {"kind": "programme", "language": "it", "version": version, "content_hash": "0"}
            edit.add(own(r.IssuedDocument, f"paper {version}", issued_at=now, **paper))
    (hit,) = search.search(full, "programma aur", language="it")
    assert (hit.kind, hit.detail, hit.mission) == ("issued_document", "Versione 2", "AUR-1")
