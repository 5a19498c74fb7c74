"""Cells are read as people of five languages and more write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.vocabulary import BudgetCategory, DelegateStatus, ItemKind, OrganisationKind, RoomKind
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values import contacts, days, names, nations, numbers, words

CALENDAR = days.Calendar(dt.date(2025, 3, 1), (dt.date(2025, 5, 5), dt.date(2025, 5, 6)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Italia", "IT"), ("Deutschland", "DE"), ("Allemagne", "DE"), ("Reino Unido", "GB"), ("UK", "GB"),
        ("U.S.A.", "US"),
        ("EE. UU.", "US"), ("Paesi Bassi", "NL"), ("Olanda", "NL"), ("Corea del Sud", "KR"), ("ITA", "IT"),
        ("fr", "FR"),
        ("Alemanha", "DE"), ("Zwitserland", "CH"), ("Rep. Ceca", "CZ"), ("España (ES)", "ES"), ("日本", "JP"),
        ("italiana", "IT"), ("French", "FR"), ("tedesca", "DE"), ("española", "ES"), ("Italai", None), ("x", None),
    ],
)  # fmt: skip
def test_countries_and_peoples_in_seven_languages(text: str, code: str | None) -> None:
    assert nations.country_code(text) == code


def test_a_slip_in_a_country_is_mended_with_doubt() -> None:
    found = nations.country("Germania Federale")
    slip = nations.country("Portugall")
    assert found.value is None and found.problem is not None
    assert (slip.value, slip.doubtful) == ("PT", True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Italiano, inglese (B2) e francese", ("it", "en", "fr")), ("IT/EN", ("it", "en")),
        ("Deutsch und Englisch", ("de", "en")),
        ("español; chino", ("es", "zh")), ("en", ("en",)), ("Mandarino C1", ("zh",)),
    ],
)  # fmt: skip
def test_languages(text: str, found: tuple[str, ...]) -> None:
    assert nations.languages(text).value == found


@pytest.mark.parametrize(
    ("cell", "country", "found"),
    [
        ("347 1234567", "IT", ("+393471234567",)), (3471234567, "IT", ("+393471234567",)),
        (393471234567, "IT", ("+393471234567",)), ("0039 051 6480111", "ES", ("+390516480111",)),
        ("+44 (0)20 7946 0958", "IT", ("+442079460958",)), ("0711/400 40990", "DE", ("+4971140040990",)),
        ("tel. 051 123456 / cell. 347 1234567", "IT", ("+39051123456", "+393471234567")), ("n/a", "IT", ()),
    ],
)  # fmt: skip
def test_phones_are_read_in_their_country(cell: Cell, country: str, found: tuple[str, ...]) -> None:
    assert contacts.phones(cell, country) == found


def test_a_phone_that_cannot_be_is_kept_with_the_sentence() -> None:
    found = contacts.phone("+39 347 12345", "IT")
    assert found.value == "+3934712345" and found.doubtful and found.problem is not None


@pytest.mark.parametrize(
    ("cell", "value"),
    [("Anna <ANNA@Example.IT>", "ANNA@example.it"), ("mailto:a@x.it", "a@x.it"), ("a@x", None), ("a@@x.it", None)],
)
def test_emails(cell: str, value: str | None) -> None:
    assert contacts.email(cell).value == value


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (45782, dt.date(2025, 5, 5)), ("5 maggio 2025", dt.date(2025, 5, 5)),
        ("Montag, 5. Mai 2025", dt.date(2025, 5, 5)),
        ("5 de mayo de 2025", dt.date(2025, 5, 5)), ("May 5, 2025", dt.date(2025, 5, 5)),
        ("2025-05-05", dt.date(2025, 5, 5)),
        ("20250505", dt.date(2025, 5, 5)), ("5.5.25", dt.date(2025, 5, 5)), ("mar 6", dt.date(2025, 5, 6)),
        ("tbc", None),
        ("30/2/2025", None), (dt.datetime(2025, 5, 5, 9), dt.date(2025, 5, 5)),
        ("05/05/2025 09:30", dt.date(2025, 5, 5)),
    ],
)  # fmt: skip
def test_days(cell: Cell, found: dt.date | None) -> None:
    assert days.day(cell, CALENDAR).value == found


def test_two_digits_of_a_birth_lie_in_the_past() -> None:
    assert days.day("12/3/75", CALENDAR, born=True).value == dt.date(1975, 3, 12)
    assert days.day("12/3/24", CALENDAR, born=True).value == dt.date(2024, 3, 12)
    assert days.day("12/3/30", CALENDAR, born=True).value == dt.date(1930, 3, 12)
    assert days.day("12/3/30", CALENDAR).value == dt.date(2030, 3, 12)


@pytest.mark.parametrize(
    ("cell", "start", "end", "later"),
    [
        ("9.30-11", dt.time(9, 30), dt.time(11), 0), ("dalle 9 alle 10", dt.time(9), dt.time(10), 0),
        ("22:10 – 06:20 (+1)", dt.time(22, 10), dt.time(6, 20), 1), (0.40625, dt.time(9, 45), None, 0),
        ("9h30", dt.time(9, 30), None, 0), ("17 Uhr", dt.time(17), None, 0),
        ("2:30 pm to 4 pm", dt.time(14, 30), dt.time(16), 0),
        (dt.time(9, 30, 12), dt.time(9, 30), None, 0),
    ],
)  # fmt: skip
def test_times_and_spans(cell: Cell, start: dt.time, end: dt.time | None, later: int) -> None:
    first, second, days_later = days.span(cell)
    assert (first.value, second.value, days_later) == (start, end, later)


@pytest.mark.parametrize(
    ("cell", "mark", "value"),
    [
        ("1.234,50 €", None, "1234.50"), ("$1,234.50", None, "1234.50"), ("1'234.50", None, "1234.50"),
        ("1.234", None, "1234"),
        ("1.234", ".", "1.234"), ("12,5", None, "12.5"), ("(120)", None, "-120"), ("-3", None, "-3"),
        (0.1, None, "0.1"),
        ("1.234.567", None, "1234567"), ("circa", None, None), ("10-20", None, None), (1e300, None, None),
    ],
)  # fmt: skip
def test_amounts(cell: Cell, mark: str | None, value: str | None) -> None:
    assert numbers.amount(cell, mark).value == (Decimal(value) if value is not None else None)


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from([("{:,.2f}", ".")]))
def test_amounts_in_both_styles_are_exact(value: Decimal, style: tuple[str, str]) -> None:
    english = style[0].format(value)
    italian = english.translate(str.maketrans(",.", ".,"))
    assert numbers.amount(english, ".").value == value == numbers.amount(italian, ",").value


@pytest.mark.parametrize(("cell", "value"), [("Sì", True), ("oui", True), ("ja", True), ("x", True),
("✓", True), (1, True),
                         ("No", False), ("nein", False), ("-", False), (False, False),
                         ("forse", None)])  # fmt: skip
def test_yes_and_no(cell: Cell, value: bool | None) -> None:
    assert numbers.yes(cell).value is value


def test_words_of_the_field_in_five_languages() -> None:
    assert words.word("Doppia uso singola", RoomKind).value is RoomKind.SINGLE
    assert words.word("confirmada", DelegateStatus).value is DelegateStatus.CONFIRMED
    assert words.word("Università di Bologna", OrganisationKind).value is OrganisationKind.UNIVERSITY
    assert words.word("Übernachtung", BudgetCategory).value is BudgetCategory.ACCOMMODATION
    assert words.word("Betriebsbesichtigung", ItemKind).value is ItemKind.SITE_VISIT
    assert words.word("Betriebsbesichtigugn", ItemKind).doubtful
    assert words.word("qwertz", ItemKind).problem is not None


def test_no_word_means_two_things_of_one_vocabulary() -> None:
    for vocabulary, members in words.WORDS.items():
        every = [(words.bare(one), member) for member, text in members.items() for one in text.split("|")]
        double = {one for one, member in every for other, second in every if one == other and member is not second}
        assert double == set(), vocabulary
        assert set(members) == set(vocabulary)


@pytest.mark.parametrize(
    ("written", "made"),
    [("D'ANGELO", "D'Angelo"), ("McDONALD", "McDONALD"), ("ROSSI-BIANCHI", "Rossi-Bianchi"),
    ("VAN DEN BERG", "van den Berg"),
     ("MCDONALD", "McDonald"), ("Rossi", "Rossi"), ("B", "B"), ("ŁUCJA", "Łucja")],
)  # fmt: skip
def test_names_in_capitals(written: str, made: str) -> None:
    assert names.recased(written) == made
