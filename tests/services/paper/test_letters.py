"""Letters of a mission: each in its language, travel documents in that for a visa only, unknown fields told."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from missionplanner.base.errors import Damaged, Invalid, NotFound, Occupied
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import AddressForm, DelegateRole, PartnerRole
from missionplanner.services import missions
from missionplanner.services.paper import letters
from missionplanner.services.paper.letters import LetterKind, LetterRequest
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
CANARY = "YA0000042"


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a mission with two delegates, a host with its contact, and one visit."""
    draft = missions.MissionDraft(title="Visita", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="it")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("Delegation") as edit:
        home = edit.add(r.Organisation(name="Cluster", city="Bologna"))
        edit.add(r.Organiser(mission_id=mission, organisation_id=home.id))
        host = edit.add(r.Organisation(name="AIC", city="Bilbao", country="ES"))
        inés = r.Person(given="Inés", family="Ruiz", honorific="Dra.", languages=("es",), organisation_id=host.id)
        contact = edit.add(inés)
        partner = edit.add(r.Partner(mission_id=mission, organisation_id=host.id, role=PartnerRole.HOST))
        edit.add(r.PartnerContact(mission_id=mission, partner_id=partner.id, person_id=contact.id))
        for position, (given, form, spoken) in enumerate(
            (("Anna", AddressForm.FEMININE, "it"), ("Uwe", AddressForm.MASCULINE, "de"))
        ):
            who = r.Person(given=given, family="Neri", address_form=form, languages=(spoken,))
            person = edit.add(who)
            role = DelegateRole.MISSION_MANAGER if given == "Anna" else None
            one = r.Delegate(mission_id=mission, person_id=person.id, position=position, role=role)
            delegate = edit.add(one)
            edit.add(r.Confidential(mission_id=mission, delegate_id=delegate.id, document_number=Secret(CANARY)))
    made = agenda.add(ws, "V", agenda.ItemDraft(title="Impianto", date=DAY, start=dt.time(9), language="it"))
    with ws.edit("Host") as edit:
        edit.add(r.ItemHost(mission_id=mission, item_id=made.first_added, organisation_id=host.id))
    return ws


def request(kind: LetterKind, **fields: Any) -> LetterRequest:
    return LetterRequest(kind=kind, day=DAY, **fields)


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([one.text for one in document.paragraphs] + cells)


def test_everybody_is_written_to_in_their_language(ws: Workspace, tmp_path: Path) -> None:
    report = letters.write(ws, "V", request(LetterKind.APPOINTMENT), tmp_path)
    assert [one.name for one in report.paths] == [
        "V_appointment_Neri_Anna_it.docx",
        "V_appointment_Neri_Uwe_de.docx",
    ]
    first, second = map(text_of, report.paths)
    assert "Gentile Signora Neri," in first and "Bologna, 5 maggio 2025" in first and "Anna Neri\n" in first
    assert "Sehr geehrter Herr Neri," in second and "{{" not in first + second
    assert report.unknown == () and CANARY not in first + second
    with pytest.raises(Occupied):
        letters.write(ws, "V", request(LetterKind.APPOINTMENT), tmp_path)


def test_a_host_is_asked_for_its_visits(ws: Workspace, tmp_path: Path) -> None:
    (path,) = letters.write(ws, "V", request(LetterKind.HOST_REQUEST), tmp_path).paths
    said = text_of(path)
    assert "Estimada Dra. Ruiz:" in said and "Impianto" in said and "Lunes, 5 de mayo" in said


def test_only_the_visa_letter_shows_the_passport_and_says_what_is_missing(ws: Workspace, tmp_path: Path) -> None:
    report = letters.write(ws, "V", request(LetterKind.VISA, merged=True), tmp_path)
    assert [one.name for one in report.paths] == ["V_visa_it.docx"] or len(report.paths) == 1
    said = text_of(report.paths[0])
    assert said.count(CANARY) == 2 and "________" in said
    assert "document.born" in dict(report.lacking)["Uwe Neri"]


def own(*paragraphs: str) -> bytes:
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_own_letters_are_kept_undone_and_looked_at(ws: Workspace, tmp_path: Path) -> None:
    data = own("{{recipient.salutation}} {{document.number}} {{mission.titel}}")
    letters.add(ws, LetterKind.TO_DELEGATES, "Welcome", "it", data)
    letters.add(ws, LetterKind.TO_DELEGATES, "Welcome", "it", data)
    (letter,) = [one for one in letters.letters(ws) if one.own]
    assert letters.file_of(ws, letter) == data
    assert letters.unknown_fields(ws, letter) == ("document.number", "mission.titel")
    (concern,) = letters.concerns(ws)
    assert concern.records == (letter.id,) and "{{mission.titel}}" in str(concern.message)
    report = letters.write(ws, "V", request(LetterKind.TO_DELEGATES, name="Welcome"), tmp_path)
    assert report.unknown == ("document.number", "mission.titel")
    assert "{{document.number}}" in text_of(report.paths[0]) and CANARY not in text_of(report.paths[0])
    assert letter.id is not None
    letters.delete(ws, letter.id)
    assert not [one for one in letters.letters(ws) if one.own]


def test_what_cannot_be_written_is_refused(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        letters.add(ws, LetterKind.THANKS, "x", "it", b"no document")
    with pytest.raises(Invalid):
        letters.add(ws, LetterKind.THANKS, " ", "it", own("x"))
    for wrong in ({"name": "none"}, {"language": "pl"}, {"for_whom": (DAY,)}):
        with pytest.raises(NotFound):
            letters.write(ws, "V", request(LetterKind.THANKS, **wrong), tmp_path / "out")
    assert not (tmp_path / "out").exists()
