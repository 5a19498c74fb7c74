"""Name what a column of a list may hold, and the words it is headed with in five languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from missionplanner.domain.text import folded

LANGUAGES = ("en", "it", "es", "fr", "de")
"""Languages of headers, labels and words, English first."""
_NO_WORD = re.compile(r"[^\w]+")


class Kind(StrEnum):
    """What the rows of a list are."""

    DELEGATES = "delegates"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    AGENDA = "agenda"
    ROOMING = "rooming"
    LEGS = "legs"
    BUDGET = "budget"
    EXPENSES = "expenses"
    WISHES = "wishes"


class Sort(StrEnum):
    """How a cell of a column is read."""

    LINE = "line"
    TEXT = "text"
    NAME = "name"
    HONORIFIC = "honorific"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    COUNTRY = "country"
    LANGUAGES = "languages"
    DAY = "day"
    TIME = "time"
    SPAN = "span"
    YES = "yes"
    COUNT = "count"
    AMOUNT = "amount"
    DEGREES = "degrees"
    CURRENCY = "currency"
    WORD = "word"
    WORDS = "words"
    LIST = "list"
    ROUTE = "route"
    FLIGHT = "flight"
    ZONE = "zone"


@dataclass(frozen=True)
class Field:
    """Be one thing a list tells of its rows.

    ``heads`` gives by language the words it is headed with, parted by ``|``; the first is the label to print.
    ``word`` is the vocabulary of a WORD. ``sensitive`` values are never repeated in a sentence. ``born`` days
    lie in the past, so that ``12/3/75`` is in 1975.
    """

    key: str
    sort: Sort
    heads: Mapping[str, str]
    word: type[StrEnum] | None = None
    sensitive: bool = False
    born: bool = False

    def label(self, language: str) -> str:
        """Return what to head a column with, English where the language is not among the five."""
        return self.heads.get(language, self.heads["en"]).partition("|")[0]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return every head, bare of accents and marks, with its language."""
        pairs = [(bare(one), language) for language in LANGUAGES for one in self._heads(language)]
        return dict(reversed(pairs))

    def _heads(self, language: str) -> list[str]:
        return self.heads.get(language, "").split("|") if language in self.heads else []


def bare(text: str) -> str:
    """Return a header for comparing: no case, no accents, no marks, single spaces."""
    return " ".join(_NO_WORD.sub(" ", folded(text)).replace("_", " ").split())


def field(key: str, sort: Sort = Sort.LINE, /, word: type[StrEnum] | None = None, **heads: str) -> Field:
    """Return a field with its heads by language: ``field("city", en="City|Town", it="Città")``."""
    return Field(key, sort, heads, word)


def sensitive(key: str, sort: Sort = Sort.LINE, /, *, born: bool = False, **heads: str) -> Field:
    """Return a field whose values are never repeated in a sentence."""
    return Field(key, sort, heads, None, True, born)
