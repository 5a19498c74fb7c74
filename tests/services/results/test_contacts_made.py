"""Who was met: into the directory, unless they are there; from a card; with a note by whom and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.vocabulary import Interest
from missionplanner.services import history
from missionplanner.services.directory import known_names
from missionplanner.services.entries import in_each
from missionplanner.services.results import contacts_made
from missionplanner.services.results.contacts_made import Met
from missionplanner.services.workspace import Workspace
from tests import afterwards as a
from tests import factories as f

CARD = b"""BEGIN:VCARD
VERSION:3.0
N:Etxeberria;Ana;;;
FN:Ana Etxeberria
ORG:B.A.I.C.
TITLE:Directora
EMAIL:ana@example.org
TEL;TYPE=CELL:+34 600 123 456
END:VCARD
"""
MIREN = Met(given="Miren", family="Aguirre", organisation="ikor", job="CTO", by_id=a.ADA, item_id=a.LAB)


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Workspace]:
    with a.told(tmp_path) as ws:
        yield ws


def people(ws: Workspace) -> list[str]:
    return [one.name for one in known_names.everything(ws).people]


def test_somebody_new_goes_into_the_directory_with_a_known_organisation(known: Workspace) -> None:
    met = replace(MIREN, date=f.START, interest=Interest.HIGH, note=" keen ")
    made = next(key for table, key in contacts_made.add(known, f.MISSION, met).added if table == "contact_made")
    told = a.cells(contacts_made.page(known, f.MISSION), contacts_made.FIELDS, made)
    assert (told["person_id"], told["organisation_id"], told["by_id"]) == ("Miren Aguirre", "IKOR", "Ada Neri")
    assert (told["item_id"], told["date"], told["interest"], told["note"]) == (
        "Lab",
        f.START,
        Interest.HIGH,
        "keen",
    )
    assert len(known_names.everything(known).organisations) == 3, "IKOR was there"
    contacts_made.change_cells(known, in_each([made], "interest", Interest.LOW))
    contacts_made.delete(known, [made])
    assert "Miren Aguirre" in people(known), "the directory keeps them"
    for _ in range(3):
        history.undo(known)
    assert "Miren Aguirre" not in people(known)


def test_a_card_is_laid_beside_who_is_known_and_fills_only_what_is_blank(known: Workspace) -> None:
    (met,) = contacts_made.read_cards(known, CARD, country="ES")
    assert (met.given, met.job, met.organisation) == ("Ana", "Directora", "B.A.I.C.")
    (like,) = contacts_made.alike(known, met)
    assert (like.who.id, like.who.name) == (a.HOST, "Ana Etxeberria")
    assert like.reasons
    contacts_made.add(known, f.MISSION, replace(met, organisation=a.IKOR), into=a.HOST)
    (contact,) = a.record(known).contacts_made
    told = a.cells(contacts_made.page(known, f.MISSION), contacts_made.FIELDS, contact.id)
    assert (told["email"], told["mobile"], told["organisation_id"]) == ("ana@example.org", "+34 600 1", "BAIC")
    assert people(known).count("Ana Etxeberria") == 1


def test_what_is_wrong_is_told_at_its_field_and_changes_nothing(known: Workspace) -> None:
    wrong = (
        (Met(), "family"),
        (replace(MIREN, email="nobody"), "email"),
        (replace(MIREN, item_id=f.uid("gone")), "item_id"),
    )
    for met, field in wrong:
        with pytest.raises(Invalid) as refused:
            contacts_made.add(known, f.MISSION, met)
        assert refused.value.field == field
    assert contacts_made.alike(known, Met()) == ()
    assert "Miren Aguirre" not in people(known)
    with pytest.raises(Invalid):
        contacts_made.read_cards(known, b"BEGIN:VCARD\nVERSION:3.0\nORG:Only\nEND:VCARD\n")
