"""How well typed letters fit: a table of what ranks before what, and properties that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.gui.palette.matching import SCATTERED, START, marks, needle, plain, score, words

RANKED = [
    ("move", ["Move", "Move a day", "Remove"]),
    ("day", ["Day", "Day after", "Move a day", "Holidays", "Dramatically"]),
    ("mad", ["Madrid", "Via Madonna", "Move a day", "Nomad", "Murderland"]),
    ("an ros", ["Anna Rossi", "Ivana Rossi", "Sanna Crossi"]),
    ("print ag", ["Print agenda", "Print all agendas", "Sprint agenda"]),
]


@pytest.mark.parametrize(("query", "titles"), RANKED)
def test_what_fits_better_weighs_more(query: str, titles: list[str]) -> None:
    weights = [score(needle(query), words(title)) for title in titles]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)
    assert weights[-2] > 0


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("citta", "Città"),
        ("CITTÀ", "citta vecchia"),
        ("cafe", "Cafe\u0301 Iruña"),
        ("iruna", "Café Iruña"),
        ("lodz", "Łódź, lodz"),
        ("strasse", "Große Straße"),
        ("emilia", "Dell'Emilia-Romagna"),
        ("mlc its", "MLC-ITS – B2B"),
        ("東京", "東京 Tower"),
        ("رضا", "رضا"),
    ],
)
def test_accents_case_and_signs_do_not_matter(query: str, title: str) -> None:
    assert score(needle(query), words(title)) >= 700


def test_other_names_count_less_than_the_title() -> None:
    assert score(needle("sposta"), words("Sposta")) > score(needle("sposta"), words("Move", ["sposta"])) > 0
    assert score(needle("sposta"), words("Move", ["copia, sposta"])) > 0


def test_a_word_found_nowhere_is_no_fit() -> None:
    assert score(needle("move zebra"), words("Move a day")) == 0
    assert score(needle(""), words("Move a day")) == 0
    assert score(needle("  –  "), words("Move a day")) == 0


@pytest.mark.parametrize("typed", ["bilnao", "bilabo", "bilbbao", "bilbxo"])
def test_one_slip_a_word_is_forgiven_where_that_is_asked(typed: str) -> None:
    assert score(needle(typed), words("Hotel Bilbao")) == 0
    assert 0 < score(needle(typed, forgiving=True), words("Hotel Bilbao")) < SCATTERED
    assert score(needle(typed, forgiving=True), words("Hotel Ercilla")) == 0


@pytest.mark.parametrize(
    ("query", "title", "marked"),
    [
        ("mov", "Move a day…", "Mov"),
        ("citta", "La Città alta", "Città"),
        ("mad", "Move a day…", "Mad"),
        ("mvdy", "Move a day…", "Mvdy"),
        ("day mo", "Move a day…", "Moday"),
        ("fest", "Große Feste", "Fest"),
        ("stras", "Große Straße", "Straß"),
        ("its", "MLC–ITS", "ITS"),
        ("sposta", "Move a day…", ""),
    ],
)
def test_the_letters_that_fit_are_marked(query: str, title: str, marked: str) -> None:
    assert "".join(title[place] for place in sorted(marks(needle(query), title))) == marked


TEXTS = st.text(max_size=30)


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.booleans())
def test_any_text_can_be_weighed_and_marked(query: str, title: str, others: list[str], forgiving: bool) -> None:
    sought = needle(query, forgiving=forgiving)
    assert 0 <= score(sought, words(title, others)) <= 1000
    assert all(0 <= place < len(title) for place in marks(sought, title))


@given(st.text(min_size=1, max_size=20), TEXTS)
def test_a_beginning_weighs_more_than_scattered_letters(beginning: str, rest: str) -> None:
    query = plain(beginning)
    if query:
        whole = score(needle(query), words(f"{beginning}{rest}"))
        scattered = words("-x-".join(query))
        if not scattered.title.startswith(f" {query}"):
            assert whole >= START > score(needle(query), scattered)


@given(st.text(alphabet="abcdefghij", min_size=1, max_size=9), st.text(alphabet="abcdefghij ", max_size=20))
def test_the_letters_at_hand_never_hide_a_fit(query: str, title: str) -> None:
    sought, found_by = needle(query), words(title)
    if score(sought, found_by):
        assert found_by.letters & sought.letters == sought.letters
