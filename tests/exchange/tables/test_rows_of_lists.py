"""Rows become typed drafts; a bad cell costs its own value, and only what is no row is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain.vocabulary import (
    BudgetCategory,
    DelegateRole,
    ItemStatus,
    LegMode,
    NameOrder,
    OrganisationKind,
    PartOfDay,
    RoomKind,
    Wish,
)
from missionplanner.exchange import tables
from missionplanner.exchange.tables import Kind

Reader = Callable[..., tables.Rows]


def test_a_list_of_delegates_is_read_whole(read_list: Reader) -> None:
    found = read_list(
        "Partecipanti\t\t\t\t\t\t\t\nCognome\tNome\tEnte\tRuolo\tE-mail\tTelefono\tPaese\tData di nascita\n"
        "ROSSI\tDott.ssa Anna\tMech\tCapo delegazione\tanna@x.it\t051 123456; cell 347 1234567\t\t12/03/75\n"
        "García\tJosé\tAIC\tDelegado\tjose@x\t946 27 02 00\tSpagna\t31/01/1980\n"
        "\t\t\t\t\t\t\t\nCognome\tNome\tEnte\tRuolo\tE-mail\tTelefono\tPaese\tData di nascita\n"
        "\t\t\t\t\t\tItalia\t\nTotale\t2\t\t\t\t\t\t\n"
    )
    anna, jose = found.drafts
    assert dict(anna.values) == {
        "family": "Rossi",
        "given": "Anna",
        "honorific": "Dott.ssa",
        "organisation": "Mech",
        "role": DelegateRole.HEAD_OF_DELEGATION,
        "email": "anna@x.it",
        "phone": "+39051123456",
        "mobile": "+393471234567",
        "document_born": dt.date(1975, 3, 12),
    }
    assert anna.source == "1!3" and not anna.problems and not anna.doubtful
    assert jose.values["phone"] == "+34946270200" and jose.values["country"] == "ES"
    assert [(one.field, one.kept, one.source) for one in jose.problems] == [("email", "jose@x", "1!E4")]
    assert [str(one.message) for one in found.refused] == [
        "This row repeats the header.",
        "This row names nothing to add.",
        "This row adds up others.",
    ]


def test_an_organisation_without_a_name_is_a_place_not_yet_named(read_list: Reader) -> None:
    (draft,) = read_list("Azienda\tNome e cognome\nAgrifood\tN.N.\n").drafts
    assert dict(draft.values) == {"organisation": "Agrifood"}


@pytest.mark.parametrize(
    ("written", "given_name", "family", "doubtful"),
    [
        ("Mario Rossi", "Mario", "Rossi", False),
        ("ROSSI Mario", "Mario", "Rossi", False),
        ("Anna Maria DE LUCA", "Anna Maria", "De Luca", False),
        ("D'ANGELO, Ugo", "Ugo", "D'Angelo", False),
        ("Prof. Ing. Ludwig van Beethoven", "Ludwig", "van Beethoven", False),
        ("Anna Maria Rossi", "Anna Maria", "Rossi", True),
        ("Dr.ssa Łucja Nowak-Żak", "Łucja", "Nowak-Żak", False),
        ("中村 太郎", "太郎", "中村", False),
        ("Taro Nakamura (中村太郎)", "Taro", "Nakamura", False),
    ],
)
def test_a_full_name_is_parted(
    read_list: Reader, written: str, given_name: str, family: str, doubtful: bool
) -> None:
    (draft,) = read_list(f"Nome completo\tE-mail\n{written}\ta@x.it\n").drafts
    assert (draft.values["given"], draft.values["family"]) == (given_name, family)
    assert draft.doubtful is doubtful


@pytest.mark.parametrize(
    ("header", "written"),
    [
        ("Cognome e nome", "De Rossi Anna"),
        ("Surname and name", "De Rossi Anna"),
        ("Name, Vorname", "De Rossi Anna"),
    ],
)
def test_a_header_tells_the_order_of_names(read_list: Reader, header: str, written: str) -> None:
    (draft,) = read_list(f"{header}\tE-mail\n{written}\ta@x.it\n").drafts
    assert (draft.values["given"], draft.values["family"]) == ("Anna", "De Rossi")


def test_names_in_chinese_script_keep_it_and_their_order(read_list: Reader) -> None:
    (draft,) = read_list("Name\tCountry\n王小明\tChina\n").drafts
    assert draft.values["native_name"] == "王小明" and draft.values["family"] == "王"
    assert draft.values["name_order"] is NameOrder.FAMILY_FIRST


def test_a_programme_carries_days_and_cuts_times(read_list: Reader) -> None:
    found = read_list(
        "Data\tOrario\tAttività\tChi ospita\tStato\nLunedì 5 maggio\t9.30-11.00\tVisita\tAIC; SPRI\tconfermato\n"
        "\tpomeriggio\tTavolo\t\tda confermare\nmartedì 6 maggio\t\t\t\t\n\tdalle 14 alle 15.30\tB2B\t\t\n"
        "\t25.70\tX\t\t\n",
        Kind.AGENDA,
    )
    first, second, third, last = (one.values for one in found.drafts)
    assert (first["start"], first["end"], first["hosts"]) == (dt.time(9, 30), dt.time(11), ("AIC", "SPRI"))
    assert second["date"] == dt.date(2025, 5, 5) and second["part_of_day"] is PartOfDay.AFTERNOON
    assert second["status"] is ItemStatus.TENTATIVE
    assert (third["date"], third["start"], third["end"]) == (dt.date(2025, 5, 6), dt.time(14), dt.time(15, 30))
    assert "start" not in last and [one.field for one in found.drafts[3].problems] == ["span"]


def test_rooms_count_nights_and_name_who_shares(read_list: Reader) -> None:
    found = read_list(
        "Guest\tRoom type\tCheck-in\tNights\tRate\nMario Rossi\tDUS\t05/05/2025\t2\t120,00 €\n"
        "Anna Bo / Eva Li\tTwin\t05/05/2025\t2\t1.150,50 €\n",
        Kind.ROOMING,
    )
    one, two = (draft.values for draft in found.drafts)
    assert (one["room"], one["to_day"], one["price"]) == (RoomKind.SINGLE, dt.date(2025, 5, 7), Decimal("120.00"))
    assert (two["share_with"], two["price"], two["currency"]) == ("Eva Li", Decimal("1150.50"), "EUR")


def test_flights_come_with_operator_airports_and_the_day_after(read_list: Reader) -> None:
    (draft,) = read_list(
        "Flight\tRoute\tDate\tTime\nLH 0714\tFRA-HND\t5 May 2025\t18:20-12:40 (+1)\n", Kind.LEGS
    ).drafts
    told = draft.values
    assert (told["number"], told["operator"], told["mode"]) == ("LH714", "LH", LegMode.FLIGHT)
    assert (told["origin"], told["destination"], told["end_date"]) == ("FRA", "HND", dt.date(2025, 5, 6))


def test_money_is_exact_and_takes_its_currency_from_the_header(read_list: Reader) -> None:
    found = read_list(
        "Voce di spesa\tDescrizione\tImporto (USD)\tAmmissibile\nViaggio\tVoli\t1.250\tsì\n"
        "Vitto\tCena\t355,5\tno\n",
        Kind.BUDGET,
    )
    one, two = (draft.values for draft in found.drafts)
    assert (one["planned"], one["currency"], one["eligible"]) == (Decimal(1250), "USD", True)
    assert (two["planned"], two["category"]) == (Decimal("355.5"), BudgetCategory.MEALS)


def test_organisations_and_wishes(read_list: Reader) -> None:
    (one,) = read_list(
        "Nombre\tTipo\tPaís\tWeb\nAIC\tCentro tecnológico\tEspaña\taic.es\n", Kind.ORGANISATIONS
    ).drafts
    assert one.values["kind"] is OrganisationKind.RESEARCH_CENTRE
    assert (one.values["country"], one.values["website"]) == ("ES", "https://aic.es")
    (wish,) = read_list("Da\tVuole incontrare\tPriorità\nMech\tAIC\talta\n", Kind.WISHES).drafts
    assert wish.values["wish"] is Wish.MUST


def test_the_order_of_day_and_month_is_decided_by_the_column(read_list: Reader) -> None:
    american = read_list("Name\tDOB\nAnna Bo\t03/25/1980\nEva Li\t04/05/1981\n").drafts
    assert american[1].values["document_born"] == dt.date(1981, 4, 5) and not american[1].doubtful
    open_ = read_list("Name\tDOB\nEva Li\t04/05/1981\n").drafts
    assert open_[0].values["document_born"] == dt.date(1981, 5, 4) and open_[0].unsure == ("document_born",)
    italian = read_list("Nominativo\tData di nascita\nEva Li\t04/05/1981\n").drafts
    assert not italian[0].doubtful


def test_a_sensitive_value_is_not_repeated_in_its_sentence(read_list: Reader) -> None:
    (draft,) = read_list("Cognome\tScadenza passaporto\tCittadinanza\nBo\tYA1234567\tXyz123\n").drafts
    assert {one.field for one in draft.problems} == {"document_expires", "nationality"}
    assert not any("YA12" in str(one.message) or "Xyz" in str(one.message) for one in draft.problems)


CELLS = st.text(max_size=12) | st.sampled_from(
    ["1/2/3", "€", "+39", "@", "中", "=1", "5 maggio", "25:99", "1e400", "²"]
)
VALUES = CELLS | st.integers() | st.floats(allow_nan=False) | st.dates() | st.times() | st.booleans() | st.none()


@settings(max_examples=40)
@given(st.sampled_from(list(Kind)), st.lists(st.lists(VALUES, min_size=30, max_size=30), min_size=1, max_size=2))
def test_any_cells_are_read_without_an_error(kind: Kind, rows: list[list[tables.Cell]]) -> None:
    head = tuple(one.label("en") for one in tables.fields_of(kind))[:30]
    body = tuple(tuple(row[: len(head)]) for row in rows)
    sheet = tables.Sheet("S", (head, *body))
    around = tables.Circumstances(dt.date(2025, 3, 1), "IT")
    found = tables.rows(sheet, tables.guessed(sheet, kind, heading=0), around)
    assert len(found.drafts) + len(found.refused) <= len(rows)


def test_a_day_beside_a_flight_is_that_of_the_flight() -> None:
    heads = ("Nome e cognome", "Volo andata", "Volo ritorno")
    people = ("Anna Neri", "LH1140 05/05", "LH 1141 07/05/2026"), ("Eva Mori", "LH1140", None)
    sheet = tables.Sheet("1", (heads, *people))
    around = tables.Circumstances(dt.date(2026, 3, 1), days=(dt.date(2026, 5, 5), dt.date(2026, 5, 7)))
    anna, eva = tables.rows(sheet, tables.guessed(sheet, Kind.DELEGATES), around).drafts
    assert (anna.values["arrival_flight"], anna.values["arrival_date"]) == ("LH1140", dt.date(2026, 5, 5))
    assert anna.values["departure_date"] == dt.date(2026, 5, 7) and anna.unsure == ()
    assert "arrival_date" not in eva.values


def test_the_moment_of_an_answer_is_no_phone() -> None:
    heads = ("Informazioni cronologiche", "Il tuo nome", "Il tuo cognome", "Per chi lavori?")
    answers = ("12/03/2026 10.11", "Eva", "Mori", "ART-ER"), ("12/03/2026 11.40", "Ada", "Bo", "Due2Lab")
    sheet = tables.Sheet("1", (heads, *answers))
    fields = [column.field for column in tables.guessed(sheet, Kind.DELEGATES).columns]
    assert fields == [None, "given", "family", "organisation"]
