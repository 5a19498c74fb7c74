"""Take programmes, lists, calendars, cards and confirmations in, and take them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.base.errors import Invalid, MissionPlannerError, NotFound
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import LegMode
from missionplanner.services import history, imports, missions
from missionplanner.services.imports import Decision, Form, MissionMade, Otherwise, Proposal, State, Target
from missionplanner.services.workspace import Receipt, Workspace

DATA = Path(__file__).resolve().parents[2] / "data"
PROGRAMME = DATA / "programmes" / "01-it-paesi-baschi.txt"
CODE = "EUS"
DELEGATES = b"""Cognome;Nome;Organizzazione;E-mail;Cellulare;Gruppo;Dieta;Data arrivo;Volo arrivo
Neri;Anna;ART-ER;anna@example.org;333 1234567;A;vegetariana;5/5/2025;LH283
Verdi;Luca;Clust-ER MECH;luca.example.org;;B;;;
;;Clust-ER Agrifood;;;;;;
"""
Take = Callable[..., tuple[Receipt, Proposal]]


@pytest.fixture
def take(ws: Workspace) -> Take:
    """Return a function that takes a file into the mission, which a programme makes where it is not there."""

    def taken(
        data: bytes, name: str, form: Form | None = None, *, update: bool = False, **decided: Decision
    ) -> tuple[Receipt, Proposal]:
        reading = imports.read(ws, CODE, data, name, form)
        target = imports.aimed(ws, reading, Target(CODE, update))
        decisions = {int(number.lstrip("_")): one for number, one in decided.items()}
        return imports.apply(ws, reading, target, decisions)

    return taken


@pytest.fixture
def basque(take: Take) -> Take:
    """Make the mission of the Basque programme."""
    take(PROGRAMME.read_bytes(), PROGRAMME.name)
    return take


def test_a_mission_is_made_of_a_programme_in_one_step(
    ws: Workspace, take: Take, state: Callable[[Path], str]
) -> None:
    before = state(ws.path)
    receipt, proposal = take(PROGRAMME.read_bytes(), PROGRAMME.name)
    plan = missions.plan(ws, CODE)
    assert proposal.mission_is_new and proposal.added == len(plan.items) == 15
    assert (plan.mission.start, plan.mission.end) == (dt.date(2025, 5, 5), dt.date(2025, 5, 7))
    assert plan.mission.zone == "Europe/Madrid" and [one.city for one in plan.destinations] == ["Bilbao"]
    assert [one.number for one in plan.legs] == ["LH283", "LH1827"]
    assert plan.legs[0].mode is LegMode.FLIGHT and (plan.legs[0].origin, plan.legs[0].zone) == (
        "BLQ",
        "Europe/Rome",
    )
    assert {host.name for item in plan.items for host in plan.hosts(item)} == {"SPRI Group", "ACICAE", "CFAA"}
    times = [one.start for one in plan.items_on(dt.date(2025, 5, 6)) if one.start]
    assert times == sorted(times)
    assert receipt.changeset is not None
    history.undo(ws, receipt.changeset)
    assert state(ws.path) == before


def test_what_is_there_already_is_not_added_again(ws: Workspace, basque: Take) -> None:
    basque(DELEGATES, "delegati.csv", Form.DELEGATES)
    for name in ("flight-it-lowcost.eml", "hotel-it-mail.eml"):
        basque((DATA / "confirmations" / name).read_bytes(), name)
    plan = missions.plan(ws, CODE)
    for data, name in ((PROGRAMME.read_bytes(), PROGRAMME.name), (DELEGATES, "delegati.csv")):
        assert basque(data, name)[0].changeset is None
    for name in ("flight-it-lowcost.eml", "hotel-it-mail.eml"):
        assert basque((DATA / "confirmations" / name).read_bytes(), name)[0].changeset is None
    assert missions.plan(ws, CODE) == plan


def test_delegates_come_with_all_that_is_told_of_them(ws: Workspace, basque: Take) -> None:
    _, proposal = basque(DELEGATES, "delegati.csv")
    plan = missions.plan(ws, CODE)
    anna, luca, unnamed = plan.delegates
    known = plan.person(anna.person_id)
    assert known is not None and known.mobile == "+393331234567" and known.email == "anna@example.org"
    assert [group.name.best("it") for group in plan.groups_of(anna) if group.name] == ["A"]
    assert anna.diet is not None and anna.diet.reveal() == "vegetariana"
    assert anna.arrival_id == plan.legs[0].id
    assert plan.leg_passengers(plan.legs[0]) == ()  # it carries everyone, as before
    assert unnamed.person_id is None and unnamed.place_of_id is not None
    assert [trouble.field for one in proposal.entries for trouble in one.draft.troubles] == ["email"]
    assert plan.person(luca.person_id) is not None


def test_a_changed_list_fills_blanks_and_overwrites_only_when_asked(ws: Workspace, basque: Take) -> None:
    basque(DELEGATES, "delegati.csv")
    other = DELEGATES.replace(b"333 1234567", b"333 7654321").replace(b"luca.example.org", b"luca@example.org")
    _, proposal = basque(other, "delegati.csv")
    emails = {one.family: one.email for one in missions.plan(ws, CODE).people}
    assert emails["Verdi"] == "luca@example.org"
    assert [one.mobile for one in missions.plan(ws, CODE).people if one.family == "Neri"] == ["+393331234567"]
    assert proposal.changed == 1
    _, proposal = basque(other, "delegati.csv", update=True)
    assert [(one.field, one.old, one.new) for entry in proposal.entries for one in entry.changes] == [
        ("mobile", "+393331234567", "+393337654321")
    ]


def test_somebody_who_looks_like_another_waits_for_a_decision(ws: Workspace, basque: Take) -> None:
    basque(b"Nome;Cognome;Organizzazione\nFederico;Capucci;Clust-ER MECH\n", "a.csv")
    double = b"Nome;Cognome;Organizzazione\nFederico;Capuci;Clust-ER MECH\n"
    reading = imports.read(ws, CODE, double, "b.csv")
    (entry,) = imports.propose(ws, reading, Target(CODE)).entries
    assert entry.state is State.ADDED and entry.open and entry.likes[0].name == "Federico Capucci"
    _, proposal = basque(double, "b.csv", _0=Decision(into=entry.likes[0].id))
    assert proposal.entries[0].state is State.SAME and len(missions.plan(ws, CODE).delegates) == 1
    basque(double, "b.csv", _0=Decision(apart=True))
    assert len(missions.plan(ws, CODE).delegates) == 2


def test_decisions_leave_out_and_type_over(ws: Workspace, take: Take) -> None:
    typed = {"title": "Partenza", "start": dt.time(6, 30), "legs": None}
    _, proposal = take(PROGRAMME.read_bytes(), PROGRAMME.name, _0=Decision(values=typed), _3=Decision(take=False))
    plan = missions.plan(ws, CODE)
    assert len(plan.items) == 14 and proposal.skipped == 1 + len(proposal.reading.refused)
    assert plan.items[0].title.best("it") == "Partenza" and plan.items[0].start == dt.time(6, 30)
    assert "SPRI Group" not in {one.name for one in plan.organisations}


def test_columns_a_person_chose_are_remembered_of_their_sender(ws: Workspace, basque: Take) -> None:
    data = b"Chi;Da dove;Posta\nAnna Neri;ART-ER;anna@example.org\n"
    reading = imports.read(ws, CODE, data, "lista.csv", Form.DELEGATES)
    assert reading.columns is not None
    chosen = reading.columns.with_column(0, "full_name").with_column(1, "organisation")
    again = imports.read_again(ws, CODE, reading, Otherwise(columns=chosen))
    imports.apply(ws, again, Target(CODE))
    later = imports.read(ws, CODE, data.replace(b"Anna Neri", b"Luca Verdi"), "altra.csv", Form.DELEGATES)
    assert later.drafts[0].values["organisation"] == "ART-ER" and later.drafts[0].values["family"] == "Verdi"


def calendar(start: str, title: str) -> bytes:
    """Return a calendar with one event of Tuesday evening."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        "UID:u1",
        f"DTSTART;TZID=Europe/Madrid:20250506T{start}00",
        "DTEND;TZID=Europe/Madrid:20250506T200000",
        f"SUMMARY:{title}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "\r\n".join(lines).encode()


def test_events_are_known_by_their_uid(ws: Workspace, basque: Take) -> None:
    basque(calendar("1900", "Aperitivo"), "a.ics")
    _, proposal = basque(calendar("1930", "Aperitivo in terrazza"), "a.ics", update=True)
    plan = missions.plan(ws, CODE)
    assert [one.state for one in proposal.entries] == [State.CHANGED] and len(plan.items) == 16
    changed = next(one for one in plan.items if one.title.best("it") == "Aperitivo in terrazza")
    assert changed.start == dt.time(19, 30) and changed.zone is None


def test_organisations_of_a_mission_become_its_partners(ws: Workspace, basque: Take) -> None:
    basque(b"Name,Country,City,Contact,E-mail\nGAIA,ES,Bilbao,Miren Agirre,info@gaia.example\n", "hosts.csv")
    plan = missions.plan(ws, CODE)
    partner = plan.partners[0]
    owner = plan.organisation(partner.organisation_id)
    assert owner is not None and (owner.name, owner.country) == ("GAIA", "ES")
    assert [plan.label(one.person_id) for one in plan.partner_contacts] == ["Miren Agirre"]


def test_cards_go_into_the_directory_alone(ws: Workspace) -> None:
    lines = ("BEGIN:VCARD", "VERSION:3.0", "N:Mori;Eva", "ORG:Due2Lab", "EMAIL:eva@example.org", "END:VCARD", "")
    card = "\r\n".join(lines).encode()
    reading = imports.read(ws, None, card, "eva.vcf")
    receipt, _ = imports.apply(ws, reading, Target())
    with ws.edit("look") as edit:
        assert [(one.family, one.email) for one in edit.all(r.Person)] == [("Mori", "eva@example.org")]
    assert len(receipt.added) == 2


@pytest.mark.parametrize("name", ["train-it-italo.eml", "hotel-es-grupo.txt"])
def test_a_confirmation_is_told_from_a_programme(ws: Workspace, basque: Take, name: str) -> None:
    _, proposal = basque((DATA / "confirmations" / name).read_bytes(), name)
    plan = missions.plan(ws, CODE)
    assert proposal.reading.form is Form.CONFIRMATION
    if name.startswith("train"):
        assert [plan.label(one.person_id) for one in plan.leg_passengers(plan.legs[-1])] == [
            "Anna Neri",
            "Paolo Bruni",
        ]
    else:
        assert len(plan.stays) == 12 and len({one.hotel_id for one in plan.stays}) == 1


def test_no_programme_is_taken_for_a_confirmation(ws: Workspace) -> None:
    some = sorted((DATA / "programmes").glob("*.eml"))[:2]
    forms = {imports.read(ws, None, one.read_bytes(), one.name).form for one in some}
    assert forms == {Form.PROGRAMME}


@pytest.mark.parametrize(
    ("code", "data", "name", "error"),
    [
        ("NEW", DELEGATES, "d.csv", NotFound),
        (None, DELEGATES, "d.csv", Invalid),
        ("NEW", b"Riunione, data da definire\n\nNulla qui", "p.txt", MissionPlannerError),
        ("NEW", b"\x00\x01\x02", "p.xlsx", MissionPlannerError),
    ],
)
def test_what_goes_nowhere_is_refused_and_nothing_is_written(
    ws: Workspace, code: str | None, data: bytes, name: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        imports.look(ws, Target(code), data, name)
    assert not missions.listing(ws)


def test_a_zone_that_only_the_language_tells_is_told_as_a_guess(ws: Workspace) -> None:
    data = b"Monday 5 May 2025\n9.00 Visit to the plant\n10.30 Coffee break with the delegation\n"
    guess = imports.look(ws, Target("NEW"), data, "p.txt")
    assert [one.rule for one in guess.warnings] == ["zone_guessed"]
    sure = imports.look(ws, Target("NEW", zone="Asia/Tokyo"), data, "p.txt")
    assert sure.added == 2 and not sure.warnings
    unknown = MissionMade(code="X", title="X", start=dt.date(2025, 5, 5), end=dt.date(2025, 5, 5))
    with pytest.raises(Invalid) as refused:
        imports.propose(ws, guess.reading, Target(made=unknown))
    assert refused.value.field == "zone"


def test_cancelling_leaves_nothing_behind(ws: Workspace, basque: Take) -> None:
    progress = Progress()
    progress.cancel()
    before = missions.plan(ws, CODE)
    reading = imports.read(ws, CODE, DELEGATES, "d.csv")
    for step in (
        lambda: imports.read(ws, CODE, DELEGATES, "d.csv", None, progress),
        lambda: imports.apply(ws, replace(reading, file=""), Target(CODE), {}, progress),
    ):
        with pytest.raises(MissionPlannerError):
            step()
    assert missions.plan(ws, CODE) == before
