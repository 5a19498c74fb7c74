"""Bring names to the form in which they are compared: no accents, titles, legal forms; one word for one thing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from missionplanner.domain.likeness.vocabulary import (
    FORMS,
    FREE,
    GENERATIONS,
    SAME,
    SMALL,
    TITLES,
    plain,
)
from missionplanner.domain.text import folded

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_NATIVE_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|（株）|\(株\)|㈱|股份有限公司|有限公司|주식회사|\(주\)|ооо|зао|оао|ао\b"
)
_COMPANY = re.compile(r"\bs\. ?(?:c(?:ons)?\. ?)?(?:p\. ?a|a\. ?r\. ?l|r\. ?l)\b\.?")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.[ ]?){2,}(?:[^\W\d_]\b\.?)?")


class Name(NamedTuple):
    """Be a name of an organisation or a place: its words, also in order and run together, and their initials."""

    tokens: frozenset[str]
    ordered: tuple[str, ...]
    joined: str
    acronym: str


_NO_NAME = Name(frozenset(), (), "", "")


def is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "LATIN") for c in text if c.isalpha())


_plain = lru_cache(maxsize=65536)(plain)


def _split(text: str) -> list[str]:
    return [_plain(one) for one in _WORD.findall(folded(text).replace("’", "'"))]


def name_tokens(text: str) -> tuple[str, ...]:
    """Return the words of a person's name, sorted, without titles and what tells generations apart."""
    return person_name(text)[0]


def person_name(text: str) -> tuple[tuple[str, ...], str]:
    """Return the words of a person's name as ``name_tokens`` does, and what tells a father from a son."""
    some = _split(text)
    kept = [one for one in some if one and one not in TITLES and one not in GENERATIONS]
    generation = next((GENERATIONS[one] for one in some if one in GENERATIONS), "")
    return tuple(sorted(kept or some)), generation


@lru_cache(maxsize=65536)
def organisation_name(text: str) -> Name:
    """Return an organisation's name without legal form: its words, and the letters they begin with."""
    if not text:
        return _NO_NAME
    bare = _COMPANY.sub(" ", folded(_NATIVE_FORMS.sub(" ", text)).replace("f.lli", "fratelli"))
    joined = _DOTTED.sub(lambda found: re.sub(r"[. ]", "", found[0]) + " ", bare)
    some = [one for one in _split(joined.replace("'", " ").replace("’", " ")) if one]
    # A single letter at the end is a name: Hall A.
    every = [
        one for place, one in enumerate(some, 1) if one not in SMALL or (place == len(some) and len(one) == 1)
    ]
    kept = [one for one in every if one not in FORMS] or every
    told = tuple(SAME.get(one, one) for one in kept)
    return Name(frozenset(told), told, "".join(told), "".join(one[0] for one in kept))


def place_name(name: str, city: str) -> Name:
    """Return a place's name without the city and the word for what it is, where more remains."""
    found = organisation_name(name)
    less = found.tokens - {town(city), "hotel"} - frozenset(_split(city))
    return found._replace(tokens=less or found.tokens)


@lru_cache(maxsize=16384)
def town(city: str) -> str:
    """Return a city as it is compared: by one of its names in several languages."""
    found = [one for one in _split(city) if one not in SMALL]
    return " ".join(SAME.get(one, one) for one in found)


def host(website: str) -> str:
    """Return the site of an address without the ``www``."""
    bare = re.sub(r"^[a-z]+://", "", website.strip().casefold()).split("/")[0].split(":")[0]
    return bare.removeprefix("www.") if "." in bare else ""


def own_domain(mailbox: str) -> str:
    """Return the domain of an e-mail unless anybody may have one there."""
    domain = mailbox.rpartition("@")[2]
    return "" if not domain or domain.split(".")[0] in FREE else domain
