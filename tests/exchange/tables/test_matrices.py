"""Read who wants to meet whom out of tables of everyone against everyone."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.domain.vocabulary import Wish
from missionplanner.exchange.tables import (
    Circumstances,
    Kind,
    Sheet,
    block_of,
    guessed,
    kind_of,
    matrix_of,
    rows,
    wishes,
)

SAME = Sheet(
    "B2B",
    (
        ("Richieste di incontro", None, None, None, None),
        ("", "Settore", "Alfa srl", "Beta spa", "Gamma"),
        ("Alfa srl", "Meccanica", None, "1", "x"),
        ("Beta spa", "Energia", 3.0, None, "no"),
        ("Gamma", "Tessile", "✓", "-", None),
    ),
)


def told(sheet: Sheet) -> list[tuple[object, object, object]]:
    matrix = matrix_of(sheet)
    assert matrix is not None
    return [(one.values["from"], one.values["to"], one.values.get("wish")) for one in wishes(sheet, matrix).drafts]


def test_a_row_asks_and_the_head_of_a_column_is_asked() -> None:
    assert told(SAME) == [
        ("Alfa srl", "Beta spa", Wish.MUST),
        ("Alfa srl", "Gamma", Wish.WANT),
        ("Beta spa", "Alfa srl", Wish.COULD),
        ("Beta spa", "Gamma", Wish.NO_THANKS),
        ("Gamma", "Alfa srl", Wish.WANT),
    ]
    matrix = matrix_of(SAME)
    assert matrix is not None and matrix.sure and matrix.heading == 1
    assert wishes(SAME, matrix).drafts[0].source == "B2B!D3"


def test_visitors_against_hosts_are_a_matrix_as_well_and_rows_need_a_name() -> None:
    sheet = Sheet("1", (("", "AFM", "GAIA"), ("MECH", 1, None), ("AGRI", None, 2), (None, "x", None)))
    matrix = matrix_of(sheet)
    assert matrix is not None and not matrix.sure
    assert len(wishes(sheet, matrix).drafts) == 2 and [one.row for one in wishes(sheet, matrix).refused] == [3]


def test_a_slip_in_a_column_of_wishes_is_told_and_takes_the_others_of_it_along() -> None:
    sheet = Sheet(
        "1",
        (
            ("", "AFM", "GAIA", "HEGAN", "Note"),
            ("MECH", 1, 2, "Must meet", "Legno"),
            ("AGRI", None, 0, "banana", "Acciaio"),
            ("BUILD", "x", None, "Could meet", "2"),
        ),
    )
    matrix = matrix_of(sheet)
    assert matrix is not None and matrix.columns == (1, 2, 3)  # notes are mostly no wishes
    drafts = wishes(sheet, matrix).drafts
    hegan = [(one.values["from"], one.values.get("wish")) for one in drafts if one.values["to"] == "HEGAN"]
    assert hegan == [("MECH", Wish.MUST), ("AGRI", None), ("BUILD", Wish.COULD)]
    (slip,) = [one for each in drafts for one in each.problems]
    assert (slip.source, slip.kept) == ("1!D3", "banana")


def test_a_block_without_names_is_wishes_alone_or_nothing() -> None:
    assert block_of([["Want to meet", "no"], ["", "3"]]) == [[Wish.WANT, Wish.NO_THANKS], [None, Wish.COULD]]
    assert block_of([["1", "banana"]]) is None
    assert block_of([["", "AFM"], ["MECH", "1"]]) is None
    assert block_of([["", "-"]]) is None and block_of([]) is None


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet("1", (("Nome", "Cognome", "E-mail"), ("Anna", "Neri", "a@b.example"), ("Luca", "Verdi", None))),
        Sheet("1", (("Da", "A", "Priorità"), ("Alfa", "Beta", "1"), ("Beta", "Gamma", "2"))),
        Sheet("1", (("Alfa", "Beta"),)),
    ],
)
def test_a_list_is_no_matrix(sheet: Sheet) -> None:
    assert matrix_of(sheet) is None


def test_a_list_of_wishes_is_told_from_one_of_legs() -> None:
    asked = Sheet(
        "1", (("Chi chiede", "Vuole incontrare", "Priorità"), ("Alfa", "Beta", 1), ("Beta", "Alfa", "no"))
    )
    assert kind_of(asked)[0] is Kind.WISHES
    found = rows(asked, guessed(asked, Kind.WISHES), Circumstances(dt.date(2026, 1, 1)))
    assert [one.values["wish"] for one in found.drafts] == [Wish.MUST, Wish.NO_THANKS]
    legs = Sheet(
        "1", (("Da", "A", "Data"), ("Bologna", "Bilbao", "05/05/2025"), ("Bilbao", "Bologna", "07/05/2025"))
    )
    assert kind_of(legs)[0] is Kind.LEGS


def test_a_company_called_total_is_no_sum() -> None:
    rows = (("", "AFM", "GAIA", "Total"), ("MECH", "x", None, "x"), ("Total", None, "x", None))
    assert told(Sheet("1", rows)) == [
        ("MECH", "AFM", Wish.WANT),
        ("MECH", "Total", Wish.WANT),
        ("Total", "GAIA", Wish.WANT),
    ]


def test_a_row_or_column_of_sums_is_no_company() -> None:
    rows = (("", "AFM", "GAIA", "Totale"), ("MECH", "x", "x", 2), ("AGRI", None, "x", 1), ("Totale:", 1, 2, 9))
    assert told(Sheet("1", rows)) == [
        ("MECH", "AFM", Wish.WANT),
        ("MECH", "GAIA", Wish.WANT),
        ("AGRI", "GAIA", Wish.WANT),
    ]


def test_where_wishes_are_expected_one_column_of_them_is_enough() -> None:
    one = Sheet("1", (("", "AFM"), ("MECH", "x"), ("AGRI", "indispensabile")))
    slips = Sheet("1", (("", "AFM", "GAIA"), ("MECH", "x", "ww"), ("AGRI", "zz", 2)))
    for sheet in (one, slips):
        assert matrix_of(sheet) is None
        assert matrix_of(sheet, said=True) is not None
    matrix = matrix_of(slips, said=True)
    assert matrix is not None
    assert [bool(one.problems) for one in wishes(slips, matrix).drafts] == [False, True, True, False]
    assert matrix_of(Sheet("1", (("Name", "Job"), ("Ada", "Director"))), said=True) is None
