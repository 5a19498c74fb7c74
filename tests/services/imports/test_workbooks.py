"""Take lists in out of workbooks: sheets of several kinds, headings that were moved, wishes, transfers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook

from missionplanner.base.i18n import translator
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Wish
from missionplanner.services import history, imports, missions
from missionplanner.services.imports import Form, MissionMade, Otherwise, Proposal, Target, speech, together
from missionplanner.services.workspace import Workspace

CODE = "B2B"
Rows = Sequence[Sequence[object]]
Load = Callable[..., Proposal]
PEOPLE: Rows = (
    ("Elenco partecipanti",),
    ("Cognome", "Nome", "Azienda"),
    ("Neri", "Anna", "Alfa srl"),
    ("Verdi", "Luca", "Beta spa"),
)
HOTELS: Rows = (("Nome luogo", "Indirizzo", "Città"), ("Hotel Abando", "Colón 9", "Bilbao"))
WISHES: Rows = ((None, "Alfa srl", "Beta spa"), ("Alfa srl", None, 1), ("Beta spa", "no", None))


def workbook(**sheets: Rows) -> bytes:
    """Return a workbook of some sheets."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def load(ws: Workspace) -> Load:
    """Return a function that takes the likeliest sheet of a file into a mission of three days."""
    made = MissionMade(
        code=CODE, title="B2B", start=dt.date(2026, 5, 5), end=dt.date(2026, 5, 7), zone="Europe/Rome"
    )

    def loaded(data: bytes, name: str = "l.xlsx", form: Form | None = None) -> Proposal:
        known = any(one.code == CODE for one in missions.listing(ws))
        target = Target(CODE, update=True) if known else Target(made=made)
        return imports.apply(ws, imports.read(ws, CODE, data, name, form), target)[1]

    return loaded


def test_every_sheet_is_seen_with_what_it_is(ws: Workspace) -> None:
    data = workbook(Elenco=PEOPLE, Luoghi=HOTELS, Incontri=WISHES, Note=[("ricordarsi i badge",)], Vuoto=[])
    reading = imports.read(ws, None, data, "tutto.xlsx")
    assert [(one.name, one.form) for one in reading.sheets] == [
        ("Elenco", Form.DELEGATES),
        ("Luoghi", Form.PLACES),
        ("Incontri", Form.WISHES),
        ("Note", None),
        ("Vuoto", None),
    ]
    other = imports.read_again(ws, None, reading, Otherwise(sheet=1))
    assert other.form is Form.PLACES and other.sheets == reading.sheets
    assert other.drafts[0].values["name"] == "Hotel Abando" and other.drafts[0].sheet == 1


def test_several_sheets_are_one_step(ws: Workspace, load: Load) -> None:
    load(workbook(Elenco=[PEOPLE[1], PEOPLE[2]]))
    data = workbook(Elenco=PEOPLE, Luoghi=HOTELS, Incontri=WISHES)
    first = imports.read(ws, CODE, data, "tutto.xlsx")
    others = [imports.read_again(ws, CODE, first, Otherwise(sheet=number)) for number in (1, 2)]
    whole = together([first, *others], first)
    assert len({one.number for one in whole.drafts}) == len(whole.drafts) == 5
    receipt, proposal = imports.apply(ws, whole, Target(CODE, update=True))
    assert proposal.added == 4
    plan = missions.plan(ws, CODE)
    assert len(plan.delegates) == 2 and len(plan.meeting_requests) == 2
    assert receipt.changeset is not None
    history.undo(ws, receipt.changeset)
    assert len(missions.plan(ws, CODE).delegates) == 1 and not missions.plan(ws, CODE).meeting_requests


def test_the_row_that_heads_a_table_can_be_another(ws: Workspace) -> None:
    rows = (("Nome", "Cognome"), ("Nome di battesimo", "Cognome di famiglia"), ("Anna", "Neri"))
    reading = imports.read(ws, None, workbook(Elenco=rows), "l.xlsx", Form.DELEGATES)
    assert reading.header_row == 0 and len(reading.drafts) == 2
    moved = imports.read_again(ws, None, reading, Otherwise(heading=1))
    assert moved.header_row == 1 and [one.values["family"] for one in moved.drafts] == ["Neri"]
    bare = imports.read_again(ws, None, reading, Otherwise(heading=None))
    assert bare.header_row is None


def test_wishes_make_a_session_with_its_participants(ws: Workspace, load: Load) -> None:
    proposal = load(workbook(Incontri=WISHES))
    assert proposal.reading.form is Form.WISHES and [one.rule for one in proposal.warnings] == ["matrix"]
    plan = missions.plan(ws, CODE)
    names = {one.id: one.name for one in plan.organisations}
    assert [(names[one.from_id], names[one.to_id], one.wish) for one in plan.meeting_requests] == [
        ("Alfa srl", "Beta spa", Wish.MUST),
        ("Beta spa", "Alfa srl", Wish.NO_THANKS),
    ]
    assert len(plan.participants) == 2 and len(plan.matchmaking) == 1
    asked = b"Chi chiede;Vuole incontrare;Priorita\nAlfa srl;Beta spa;2\nBeta spa;Gamma;1\nGamma;Gamma;1\n"
    listed = load(asked, "richieste.csv")
    assert [str(one.state) for one in listed.entries] == ["changed", "added", "refused"]
    plan = missions.plan(ws, CODE)
    assert [one.wish for one in plan.meeting_requests] == [Wish.WANT, Wish.NO_THANKS, Wish.MUST]
    assert len(plan.matchmaking) == 1 and len(plan.participants) == 3
    assert [bool(one.doubts) for one in listed.entries] == [False, True, False] and listed.entries[1].open


def test_wishes_go_into_the_session_that_is_named(ws: Workspace, load: Load) -> None:
    load(workbook(Incontri=WISHES))
    plan = missions.plan(ws, CODE)
    with ws.edit("Session") as edit:
        second = edit.add(r.Matchmaking(mission_id=plan.mission.id, title=Texts.of("Pomeriggio"), position=1))
    assert [one for one, _title in imports.sessions(ws, CODE)] == [plan.matchmaking[0].id, second.id]
    reading = imports.read(ws, CODE, workbook(Incontri=WISHES), "l.xlsx")
    imports.apply(ws, reading, Target(CODE, session=second.id))
    homes = [one.matchmaking_id for one in missions.plan(ws, CODE).meeting_requests]
    assert homes.count(second.id) == 2 and len(homes) == 4


TRANSFERS = (
    "Mezzo;Da;A;Data;Ora partenza;Ora arrivo;Cognome;Nome\n"
    "Transfer;Hotel Abando;Aeroporto di Bilbao;05/05/2026;08:00;08:30;Neri;Anna\n"
    "Transfer;Hotel Abando;Aeroporto di Bilbao;05/05/2026;08:00;08:30;Verdi;Luca\n"
    "Transfer;Hotel Abando;Aeroporto di Bilbao;05/05/2026;11:00;;Rossi;Eva\n"
    "Transfer;Hotel Abando;AFM;06/05/2026;;;;\n"
    "Pullman;Bilbao;San Sebastián;06/05/2026;9.00;;;\n"
    "Transfer;Hotel Abando;Stazione;06/05/2026;9.00;9.20;;\n"
    "Transfer;Hotel Abando;Stazione;06/05/2026;9.00;9.40;;\n"
).encode()


def test_the_same_transfers_again_change_nothing(ws: Workspace, load: Load) -> None:
    load(workbook(Elenco=PEOPLE))
    load(TRANSFERS, "transfer.csv", Form.LEGS)
    plan = missions.plan(ws, CODE)
    assert len(plan.legs) == 6
    shared = next(one for one in plan.legs if one.start == dt.time(8))
    assert len(plan.leg_passengers(shared)) == 2
    again = load(TRANSFERS, "transfer.csv", Form.LEGS)
    assert {str(one.state) for one in again.entries} == {"same"}
    assert missions.plan(ws, CODE) == plan


def test_a_transfer_whose_time_is_known_by_now_is_the_same(ws: Workspace, load: Load) -> None:
    load(TRANSFERS, "transfer.csv", Form.LEGS)
    told = b"Mezzo;Da;A;Data;Ora partenza\nTransfer;Hotel Abando;AFM;06/05/2026;14:00\n"
    assert [str(one.state) for one in load(told, "nuovo.csv", Form.LEGS).entries] == ["changed"]
    assert len(missions.plan(ws, CODE).legs) == 6


def test_days_in_warnings_are_written_as_the_language_does(ws: Workspace) -> None:
    reading = imports.read(ws, None, b"Tuesday 5 May 2025\n9:00 Start\n10:00 Visit to AFM\n", "p.txt")
    for language, day in (("it", "lunedì 5 maggio 2025"), ("en", "Monday, 5 May 2025")):
        t = translator(language)
        (said,) = [speech.sentence(one.message, t, speech.day_in(t)) for one in reading.warnings]
        assert day in said and "2025-05-05" not in said


def test_a_hotel_confirmation_shows_the_line_of_each_value(ws: Workspace) -> None:
    text = (
        "Hotel Abando, Bilbao\nCheck-in: 5 May 2026\nCheck-out: 7 May 2026\nBooking number: AB1234\nSingle room\n"
    )
    reading = imports.read(ws, None, text.encode(), "conferma.txt")
    assert reading.form is Form.CONFIRMATION and len(reading.lines) == 5
    (stay,) = reading.drafts
    assert (stay.places["from_day"], stay.places["to_day"], stay.places["booking"]) == (1, 2, 3)
    assert stay.values["from_day"] == dt.date(2026, 5, 5)


def test_a_list_where_wishes_are_expected_is_one_and_who_is_listed_is_wanted(ws: Workspace, load: Load) -> None:
    load(workbook(Incontri=WISHES))
    marks = b";AFM;GAIA\nMECH;1;3\nAGRI;;2\n"
    reading = imports.read_expected(ws, CODE, marks, "m.csv", Form.WISHES)
    assert reading.form is Form.WISHES and len(reading.drafts) == 3
    asked = "Empresa;Con quién;Prioridad\nMECH;AFM;quizás\nAGRI;GAIA;\n".encode("cp1252")
    listed = imports.read_expected(ws, CODE, asked, "l.csv", Form.WISHES)
    imports.apply(ws, listed, Target(CODE))
    assert [one.wish for one in missions.plan(ws, CODE).meeting_requests][2:] == [Wish.COULD, Wish.WANT]
    people = b"Nome;Cognome;E-mail\nAnna;Neri;anna@example.org\n"
    other = imports.read_expected(ws, CODE, people, "d.csv", Form.WISHES)
    assert other.form is Form.DELEGATES and len(other.drafts) == 1
