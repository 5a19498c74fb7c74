"""What a list writes is read back as what it was: words, heads and kinds, in each of the five languages."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import pytest

from missionplanner.exchange import tables
from missionplanner.exchange.mission_lists import HEADS, word, words_of
from missionplanner.exchange.mission_lists.words import vocabularies
from missionplanner.exchange.tables.fields import LANGUAGES
from missionplanner.exchange.tables.values.words import WORDS, member_of

READ_BACK = [one for one in vocabularies() if one in WORDS]


@pytest.mark.parametrize("vocabulary", READ_BACK, ids=lambda one: str(one.__name__))
def test_words_are_read_back_as_themselves(vocabulary: type[StrEnum]) -> None:
    said = {(language, member): word(member, language) or "" for language in LANGUAGES for member in vocabulary}
    wrong = {at: text for at, text in said.items() if member_of(vocabulary, text) != (at[1], True)}
    assert wrong == {}


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda one: str(one.__name__))
def test_every_word_is_told_from_the_others(vocabulary: type[StrEnum]) -> None:
    for language in LANGUAGES:
        assert len(set(words_of(vocabulary, language))) == len(vocabulary)


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_taken_for_their_own_fields(language: str) -> None:
    for head in HEADS.values():
        if head.kind is None:
            continue
        own = {one.label(language): one for one in head.fields}
        assert len(own) == len(head.fields)
        sheet = tables.Sheet(head.title(language), (tuple(own),))
        mapping = tables.guessed(sheet, head.kind)
        extra = {one.key for one in head.more}
        for column in mapping.columns:
            key = own[column.header].key
            assert column.field == (None if key in extra else key), (head.name, column.header)


def test_days_of_a_list_are_days_again() -> None:
    heads = HEADS["rooms"]
    titles = tuple(tables.Heading(one.label("de")) for one in heads.fields if one.key in ("given", "from_day"))
    data = tables.csv_bytes(tables.Listing("Zimmer", titles, [("Anna", dt.date(2025, 5, 4))]))
    sheet = tables.read(data, "x.csv").sheets[0]
    around = tables.Circumstances(dt.date(2025, 1, 1), languages=("de",))
    drafts = tables.rows(sheet, tables.guessed(sheet, tables.Kind.ROOMING), around).drafts
    assert dict(drafts[0].values) == {"given": "Anna", "from_day": dt.date(2025, 5, 4)}
