"""Read the field's own words (DOMAIN §3) in Italian, English, Spanish, French and German."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from missionplanner.base.messages import N_
from missionplanner.domain.text import folded
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values.reading import NOTHING, Reading, line_of, shown, wrong
from missionplanner.exchange.tables.values.words_of_people import PEOPLE_WORDS
from missionplanner.exchange.tables.values.words_of_programmes import PROGRAMME_WORDS

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {**PEOPLE_WORDS, **PROGRAMME_WORDS}
_MARKS = re.compile(r"[^\w]+")
_BREAK = re.compile(r"[;,/|\n]")
_ALIKE = 88


def bare(text: str) -> str:
    """Return a word for comparing: no case, no accents, no marks."""
    return " ".join(_MARKS.sub(" ", folded(text)).replace("_", " ").split())


@lru_cache(maxsize=32)
def _known(vocabulary: type[StrEnum]) -> Mapping[str, StrEnum]:
    found: dict[str, StrEnum] = {}
    for member in vocabulary:
        for word in (*WORDS[vocabulary].get(member, "").split("|"), member.value):
            if bare(word):
                found.setdefault(bare(word), member)
    return found


def is_word(vocabulary: type[StrEnum], cell: Cell) -> bool:
    """Tell whether a cell says a word of a vocabulary exactly."""
    return isinstance(cell, str) and bare(cell) in _known(vocabulary)


def member_of(vocabulary: type[StrEnum], text: str) -> tuple[StrEnum | None, bool]:
    """Return what a text means of a vocabulary, and whether that is sure."""
    from rapidfuzz import fuzz, process

    known, said = _known(vocabulary), bare(text)
    if said in known:
        return known[said], True
    inside = [word for word in known if len(word) > 3 and f" {word} " in f" {said} "]
    if inside:
        longest = max(inside, key=len)
        return known[longest], len({known[word] for word in inside}) == 1
    if len(said) < 4:
        return None, False
    best = process.extractOne(
        said, [word for word in known if len(word) > 3], scorer=fuzz.ratio, score_cutoff=_ALIKE
    )
    return (known[best[0]], False) if best is not None else (None, False)


def word(cell: Cell, vocabulary: type[StrEnum]) -> Reading:
    """Read one word of a vocabulary."""
    text = line_of(cell)
    if not text:
        return NOTHING
    found, sure = member_of(vocabulary, text)
    if found is None:
        return wrong(N_("“{value}” is none of the words known here."), value=shown(cell))
    return Reading(found, doubtful=not sure)


def words(cell: Cell, vocabulary: type[StrEnum]) -> Reading:
    """Read several words of a vocabulary; the first that is unknown is told."""
    text = line_of(cell)
    if not text:
        return NOTHING
    whole, sure = member_of(vocabulary, text)
    if whole is not None and sure:
        return Reading((whole.value,))
    parts = [part.strip() for part in _BREAK.split(text) if part.strip()]
    found = [(part, *member_of(vocabulary, part)) for part in parts]
    known = tuple(dict.fromkeys(one.value for _, one, _ in found if one is not None))
    unknown = next((part for part, one, _ in found if one is None), None)
    told = wrong(N_("“{value}” is none of the words known here."), value=shown(unknown)) if unknown else NOTHING
    return Reading(known or None, told.problem, doubtful=not all(sure for _, _, sure in found))
