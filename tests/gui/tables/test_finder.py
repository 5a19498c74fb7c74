"""What is found while somebody types on must be what a search from the beginning finds."""

from __future__ import annotations

from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.domain.text import folded
from missionplanner.gui.tables.filters import Language
from missionplanner.gui.tables.finder import Finder
from missionplanner.gui.tables.spec import Column, Kind
from missionplanner.gui.tables.values import Values
from missionplanner.services.rows import Row
from tests.factories import uid


class Plain:
    """Say values as they are: what the finder asks of ``Values``."""

    t = translator("en")
    revealed: frozenset[str] = frozenset()

    @staticmethod
    def plain(_column: Column, value: object) -> str:
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    @staticmethod
    def options(_column: Column) -> tuple[()]:
        return ()


COLUMNS = (
    Column(key="name", title="Name"),
    Column(key="tags", title="Tags", kind=Kind.MANY, create=True),
    Column(key="number", title="Number", kind=Kind.NUMBER),
    Column(key="secret", title="Secret", masked=True),
)
LANGUAGE = Language(COLUMNS, cast(Values, Plain()), [one.key for one in COLUMNS])
WORDS = st.sampled_from(["Zoë", "Rossi", "rosso", "Łódź", "ROS", "anna rossi", "", "Annalisa"])
VALUES = st.tuples(
    WORDS.map(lambda word: word or None),
    st.lists(WORDS, max_size=2).map(tuple),
    st.none() | st.integers(0, 3),
    WORDS,
)
QUERIES = st.lists(
    st.sampled_from(
        [
            "r",
            "ro",
            "ros",
            "ross",
            "rossi",
            "rossi a",
            "-ro",
            "-ros",
            "name:r",
            "name:ro",
            "name:ro an",
            "tags:ros",
        ]
        + ["missing:tags", "-missing:tags", "has:number", "number:>1", "number:>1 r", "secret:zoe", "zoe", ""]
    ),
    max_size=8,
)


def rows_of(some: list[Any]) -> list[Row]:
    return [Row(uid(f"row {number}"), values) for number, values in enumerate(some)]


def fresh(rows: list[Row], query: str) -> list[int]:
    return list(Finder(LANGUAGE).find(rows, LANGUAGE.tests(query)))


@given(st.lists(VALUES, max_size=8), QUERIES)
def test_typing_on_finds_what_a_new_search_finds(some: list[Any], queries: list[str]) -> None:
    rows, finder = rows_of(some), Finder(LANGUAGE)
    for query in queries:
        assert list(finder.find(rows, LANGUAGE.tests(query))) == fresh(rows, query)


@given(st.lists(VALUES, min_size=2, max_size=8), VALUES, VALUES, QUERIES)
def test_changed_new_and_deleted_rows_are_known(some: list[Any], first: Any, new: Any, queries: list[str]) -> None:
    rows, finder = rows_of(some), Finder(LANGUAGE)
    finder.take(LANGUAGE.said(rows))
    for query in queries:
        finder.find(rows, LANGUAGE.tests(query))
    rows[0] = Row(rows[0].id, first)
    finder.renew(0, rows[0])
    rows.append(Row(uid("new"), new))
    finder.add(rows[-1])
    del rows[1]
    finder.keep([0, *range(2, len(some) + 1)])
    for query in queries:
        assert list(finder.find(rows, LANGUAGE.tests(query))) == fresh(rows, query)


@given(st.lists(VALUES, max_size=6))
def test_a_word_is_found_in_all_but_what_is_masked(some: list[Any]) -> None:
    told = [folded(f"{name or ''} {' '.join(tags)} {number or ''}") for name, tags, number, _secret in some]
    wanted = [number for number, text in enumerate(told) if "ros" in text]
    assert fresh(rows_of(some), "ros") == wanted
