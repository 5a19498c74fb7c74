"""Partners of a mission: read by columns, logged, chased; every deed is one undo step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import Channel, ItemKind, PartnerRole, PartnerState
from missionplanner.services import history, missions
from missionplanner.services.directory import memory
from missionplanner.services.directory.memory import NoteDraft
from missionplanner.services.entries import in_each
from missionplanner.services.missions import MissionDraft
from missionplanner.services.partners import chasing, partner_log, partners, slots
from missionplanner.services.partners.partner_log import LogLine
from missionplanner.services.partners.slot_checks import SlotChecks
from missionplanner.services.partners.slots import Slot
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
TODAY = dt.date(2025, 4, 1)
ASKED = LogLine(dt.date(2025, 3, 10), Channel.EMAIL, "Ana Etxeberria", "A visit to the lab?", next_day=TODAY)


class Known:
    """Be a mission with a visit that BAIC hosts, and BAIC."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        draft = MissionDraft(
            title="Visita", start=DAY, end=DAY + dt.timedelta(days=1), zone="Europe/Madrid", code="V"
        )
        missions.create(ws, draft)
        self.mission = missions.find(ws, "V").id
        self.visit = self.item("Lab", 9)
        self.host = r.Organisation(name="BAIC", region="ES213")
        with ws.edit(N_("Import")) as edit:
            edit.add(self.host)
            edit.add(r.ItemHost(mission_id=self.mission, item_id=self.visit, organisation_id=self.host.id))

    def item(self, title: str, hour: int) -> UUID:
        start, end = dt.time(hour), dt.time(hour + 1)
        draft = ItemDraft(title=title, kind=ItemKind.SITE_VISIT, date=DAY, start=start, end=end)
        return agenda.add(self.ws, "V", draft).first_added

    def partner(self) -> UUID:
        return partners.add_hosts(self.ws, "V").first_added

    def row(self) -> dict[str, object]:
        (one,) = partners.page(self.ws, self.mission, today=TODAY).rows
        return dict(zip(partners.FIELDS, one.values, strict=True))


@pytest.fixture
def known(ws: Workspace) -> Known:
    return Known(ws)


def test_hosts_become_partners_in_one_click_and_one_undo(known: Known) -> None:
    known.partner()
    now = known.row()
    assert (now["role"], now["state"], now["region"], now["visits"]) == (
        PartnerRole.HOST, PartnerState.TO_CONTACT, "ES213", 1,
    )  # fmt: skip
    assert partners.add_hosts(known.ws, "V").changeset is None
    history.undo(known.ws)
    assert partners.page(known.ws, known.mission).rows == []


def test_a_partner_is_made_of_a_name_and_only_once(known: Known) -> None:
    made = partners.create_from(
        known.ws, {"organisation_id": "Tecnalia", "next_day": TODAY}, mission_id=known.mission
    )
    assert made.added[0][0] == "partner"
    assert known.row()["next_day"] == TODAY
    for wrong in ({"organisation_id": known.row()["organisation_id"].id}, {}):  # type: ignore[attr-defined]
        with pytest.raises(Invalid) as refused:
            partners.create_from(known.ws, wrong, mission_id=known.mission)
        assert refused.value.field == "organisation_id"


def test_a_request_moves_the_state_along_and_an_answer_further_each_undone_as_one(known: Known) -> None:
    partner = known.partner()
    partner_log.log(known.ws, partner, ASKED)
    now = known.row()
    assert (now["state"], now["silent"], now["chase"], now["channel"]) == (
        PartnerState.CONTACTED, 22, True, Channel.EMAIL,
    )  # fmt: skip
    (line,) = missions.plan(known.ws, "V").partner_requests
    answered = replace(partner_log.line_of(line), answer="Gladly", answered_on=dt.date(2025, 3, 28), next_day=None)
    partner_log.change(known.ws, line.id, answered)
    now = known.row()
    assert (now["state"], now["silent"], now["chase"]) == (PartnerState.ANSWERED, None, False)
    assert now["said_on"] == dt.date(2025, 3, 28)
    history.undo(known.ws)
    assert known.row()["state"] is PartnerState.CONTACTED
    history.undo(known.ws)
    assert (known.row()["state"], known.row()["said_on"]) == (PartnerState.TO_CONTACT, None)
    assert missions.plan(known.ws, "V").person(line.person_id) is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (LogLine(DAY), "text"),
        (LogLine(None, text="x"), "date"),
        (LogLine(DAY, text="x", answered_on=TODAY), "answered_on"),
        (LogLine(DAY, text="x", who=" \x00 "), "who"),
    ],
)
def test_a_line_that_says_nothing_is_refused_with_its_field(known: Known, wrong: LogLine, field: str) -> None:
    partner = known.partner()
    with pytest.raises(Invalid) as refused:
        partner_log.log(known.ws, partner, wrong)
    assert refused.value.field == field


def test_cells_set_fields_and_the_next_chase_together(known: Known) -> None:
    partner = known.partner()
    partner_log.log(known.ws, partner, ASKED)
    cells = [(partner, "role", PartnerRole.COUNTERPART), (partner, "next_day", DAY)]
    partners.change_cells(known.ws, cells)
    assert (known.row()["role"], known.row()["next_day"]) == (PartnerRole.COUNTERPART, DAY)
    history.undo(known.ws)
    assert (known.row()["role"], known.row()["next_day"]) == (PartnerRole.HOST, TODAY)
    partners.change_cells(known.ws, in_each([partner], "next_day", None))
    assert known.row()["next_day"] is None


def test_contacts_are_people_known_or_new(known: Known) -> None:
    partner = known.partner()
    partners.set_contacts(known.ws, partner, ["Ana Etxeberria", "Jon Ibarra"])
    ana, _jon = missions.plan(known.ws, "V").partner_contacts
    assert known.row()["contacts"] == "Ana Etxeberria, Jon Ibarra"
    partners.set_contacts(known.ws, partner, [ana.person_id, ana.person_id])
    assert known.row()["contacts"] == "Ana Etxeberria"
    person = missions.plan(known.ws, "V").person(ana.person_id)
    assert person is not None and person.organisation_id == known.host.id


def test_the_message_speaks_the_contact_s_language_and_knows_the_log(known: Known) -> None:
    partner = known.partner()
    partner_log.log(known.ws, partner, ASKED)
    slots.propose(known.ws, "V", known.visit, [Slot(DAY, dt.time(15), dt.time(16))])
    (line,) = missions.plan(known.ws, "V").partner_requests

    def spoken(*languages: str) -> str:
        with known.ws.edit(N_("Import")) as edit:
            assert line.person_id is not None
            edit.save(replace(edit.get(r.Person, line.person_id), languages=languages))
        return chasing.message(missions.plan(known.ws, "V"), partner)

    text = spoken("en")
    assert text.startswith("Dear Ana Etxeberria,")
    assert "we wrote to you on Monday 10 March" in text
    assert "A visit to the lab?" in text and "• Monday 5 May, 15:00–16:00" in text
    assert "10 marzo" in spoken("eu", "it")


def test_a_time_is_told_what_it_would_clash_with_before_it_is_proposed(known: Known) -> None:
    known.item("Agency", 15)
    with known.ws.edit(N_("Import")) as edit:
        person = edit.add(r.Person(given="Anna", family="Neri"))
        edit.add(r.Delegate(mission_id=known.mission, person_id=person.id))
    checks = SlotChecks(missions.plan(known.ws, "V"))
    there = checks.found(known.visit, Slot(DAY, dt.time(15, 30), dt.time(16, 30)))
    assert [one.rule for one in there] == ["double_booking"]
    assert all(one.rule != "double_booking" for one in checks.found(known.visit, Slot(DAY, dt.time(12))))
    with pytest.raises(Invalid):
        checks.found(known.visit, Slot(dt.date(2026, 1, 1), dt.time(9)))


def test_memory_holds_notes_requests_follow_ups_and_agreements_newest_first(known: Known) -> None:
    partner = known.partner()
    partner_log.log(known.ws, partner, ASKED)
    draft = NoteDraft("Will open the lab to us", dt.date(2025, 3, 20), Channel.PHONE, promise=True)
    note = memory.add_note(known.ws, r.Organisation, known.host.id, draft).first_added
    with known.ws.edit(N_("Import")) as edit:
        follow = r.FollowUp(mission_id=known.mission, due=DAY, about_organisation_id=known.host.id)
        agreement = r.Agreement(mission_id=known.mission, date=dt.date(2025, 3, 1))
        party = r.AgreementParty(
            mission_id=known.mission, agreement_id=agreement.id, organisation_id=known.host.id
        )
        outcome = r.Outcome(mission_id=known.mission, item_id=known.visit, held=True)
        edit.add_all([follow, agreement, party, outcome])
    found = memory.remembered(known.ws, r.Organisation, known.host.id, "en")
    told = [(one.day, one.what) for one in found]
    assert told == [
        (DAY, "Meeting"), (DAY, "Follow-up, open"), (dt.date(2025, 3, 20), "Phone"),
        (dt.date(2025, 3, 10), "E-mail"), (dt.date(2025, 3, 1), "Agreement"),
    ]  # fmt: skip
    assert [one.note_id for one in found if one.promise] == [note]
    assert memory.note(known.ws, note) == draft
    memory.change_note(known.ws, note, replace(draft, promise=False))
    memory.delete_note(known.ws, note)
    assert all(one.note_id is None for one in memory.remembered(known.ws, r.Organisation, known.host.id, "it"))
    with pytest.raises(Invalid):
        memory.add_note(known.ws, r.Organisation, known.host.id, NoteDraft(" "))


def test_who_leads_a_visit_is_told_what_is_remembered_from_before(known: Known) -> None:
    known.partner()
    memory.add_note(known.ws, r.Organisation, known.host.id, NoteDraft("Promised a demo", dt.date(2024, 6, 1)))
    plan = missions.plan(known.ws, "V")
    assert [one.text for one in memory.briefs(known.ws, plan, "en")[known.host.id]] == ["Promised a demo"]
