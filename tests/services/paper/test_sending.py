"""Sending: an unsent e-mail each with their own papers, or a list for mail merge; who has no address is told."""

from __future__ import annotations

import csv
import datetime as dt
import io
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain import records as r
from missionplanner.domain.paper.recipes import Line, Recipe
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateRole
from missionplanner.exchange.mail import Mail, eml
from missionplanner.services import missions
from missionplanner.services.paper import message_texts, sending
from missionplanner.services.paper.message_texts import MessageText
from missionplanner.services.paper.sending import SendForm, SendRequest
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
PEOPLE = (("Anna", "anna@example.com", "it"), ("=Uwe", "uwe@example.com", "en"), ("Bo", None, "en"))


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    draft = missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="en")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("Delegation") as edit:
        for position, (given, email, spoken) in enumerate(PEOPLE):
            person = edit.add(r.Person(given=given, family="Neri", email=email, languages=(spoken,)))
            role = DelegateRole.MISSION_MANAGER if given == "Anna" else None
            edit.add(r.Delegate(mission_id=mission, person_id=person.id, position=position, role=role))
    agenda.add(ws, "V", agenda.ItemDraft(title="Visit", date=DAY, start=dt.time(9), language="en"))
    return ws


def opened(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_each_gets_their_own_papers_in_their_language(ws: Workspace, tmp_path: Path) -> None:
    report = sending.write(ws, "V", SendRequest(day=DAY), tmp_path)
    assert report.people == 2 and [name for name, _ in report.left_out] == ["Bo Neri"]
    first, second = map(opened, report.paths)
    assert (first["X-Unsent"], first["To"], first["From"]) == (
        "1", "Anna Neri <anna@example.com>", "Anna Neri <anna@example.com>",
    )  # fmt: skip
    assert first["Subject"] == "Visit, 5 maggio 2025: i Suoi documenti" and "documents" in second["Subject"]
    body = first.get_body()
    assert body is not None and body.get_content().startswith("Gentile Anna Neri,\r\n\r\nin allegato")
    assert "{{" not in body.get_content()
    assert [one.get_filename() for one in first.iter_attachments()] == [
        "V_itinerary_Neri_Anna_it.pdf",
        "V_calendar_Neri_Anna_it.ics",
    ]
    assert all(one.get_content()[:5] in (b"%PDF-", "BEGIN") for one in second.iter_attachments())


def test_a_list_for_mail_merge_is_quoted_and_has_its_files(ws: Workspace, tmp_path: Path) -> None:
    message_texts.save(
        ws, MessageText("Short", "en", "{{mission.code}}", "Hello {{nobody}}{{#day.name}}x{{/day.name}}")
    )
    report = sending.write(ws, "V", SendRequest(day=DAY, text="Short", form=SendForm.CSV), tmp_path)
    rows = list(csv.reader(io.StringIO(report.paths[0].read_text("utf-8-sig")), delimiter=";"))
    assert rows[2][:6] == ["'=Uwe Neri", "uwe@example.com", "en", "Dear =Uwe Neri,", "V", rows[2][5]]
    assert rows[2][5].startswith("Hello {{nobody}}\n\nYours sincerely,")
    assert {name for row in rows[1:] for name in row[6].split(";")} == {one.name for one in report.paths[1:]}
    (concern,) = message_texts.concerns(ws)
    assert "{{nobody}}" in str(concern.message)


@pytest.mark.parametrize(
    "address", ["x", "a b@example.com", "a@example.com\nBcc: all@example.com", "ü@example.com", "@", "a@"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Invalid):
        eml(Mail(name="A", address=address, subject="s", body="b", language="it"))


def test_a_message_is_the_same_bytes_and_its_head_cannot_be_broken() -> None:
    mail = Mail(
        name='A "B"\r\nBcc: x@y.z', address="a@example.com", subject="s\r\nBcc: x@y.z", body="b", language="it",
        attached=(("x.pdf", b"%PDF-"),),
    )  # fmt: skip
    assert eml(mail) == eml(mail)
    message = message_from_bytes(eml(mail), policy=default)
    assert message["Bcc"] is None and message["Subject"] == "s Bcc: x@y.z"


def test_a_group_s_programme_goes_to_its_members_and_a_leader_s_to_those_who_lead(
    ws: Workspace, tmp_path: Path
) -> None:
    plan = missions.plan(ws, "V")
    anna, uwe, _bo = plan.delegates
    with ws.edit("Groups") as edit:
        group = edit.add(r.Group(mission_id=plan.mission.id, name=Texts.of("A"), leader_id=anna.person_id))
        edit.add(r.DelegateGroup(mission_id=plan.mission.id, group_id=group.id, delegate_id=uwe.id))
    lines = tuple(Line(kind="programme", variant=one, languages=("en",)) for one in ("group", "leader"))
    recipe = Recipe(lines=(Line(kind="itinerary"), *lines))
    report = sending.write(ws, "V", SendRequest(day=DAY, recipe=recipe), tmp_path)
    names = [[str(one.get_filename()) for one in opened(path).iter_attachments()] for path in report.paths]
    assert [[name for name in some if "programme" in name] for some in names] == [
        ["V_programme_leader_en.pdf"], ["V_programme_A_en.pdf"],
    ]  # fmt: skip
