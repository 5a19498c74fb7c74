"""Divide text into what a reader takes for one character: extended grapheme clusters (UAX #29, 3.1.1)."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

_SINGLE = re.compile("[\n\x20-\u02ff\u2010-\u201f\u2026]*")
"""Text in which every character is a cluster."""
_PICTURES = re.compile(
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934-\u2b55\u3030\u303d"
    "\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff\U0001fc00-\U0001fffd]"
)
_PREPENDED = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3"
    "\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46]"
)
_EXTENDING = re.compile("[\u200c\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_JOINING = re.compile("[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2]")
"""Viramas, and the signs that stack Burmese and Khmer letters: they bind the consonant after them."""
_CONSONANTS = re.compile(
    "[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09b9\u09dc-\u09df\u09f0\u09f1\u0a95-\u0ab9\u0af9"
    "\u0b15-\u0b39\u0b5c-\u0b5f\u0b71\u0c15-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a\u1000-\u102a\u103f\u1780-\u17b3]"
)
_AFTER_HANGUL = {"L": ("L", "V", "LV", "LVT"), "LV": ("V", "T"), "V": ("V", "T"), "LVT": ("T",), "T": ("T",)}
_TRAILING = frozenset({"extend", "join", "zwj", "mark"})


def clusters(text: str) -> tuple[str, ...]:
    """Return the extended grapheme clusters of a text; joined they are the text.

    Conjuncts stay whole in Burmese and Khmer too, as in the scripts of India (GB9c).
    """
    if _SINGLE.fullmatch(text):
        return tuple(text)
    found: list[str] = []
    start, state = 0, _State()
    for at, character in enumerate(text):
        kind = _kind(character)
        if at and not state.continues(kind):
            found.append(text[start:at])
            start = at
        state.step(kind)
    return (*found, text[start:])


class _State:
    """Remember what of the text before decides whether the next character continues the cluster."""

    def __init__(self) -> None:
        self.last = ""
        self.flags = 0
        self.picture = False
        self.conjunct = ""

    def continues(self, kind: str) -> bool:
        last = self.last
        if last in {"cr", "lf", "control"} or kind in {"cr", "lf", "control"}:
            return last == "cr" and kind == "lf"
        return (
            kind in _TRAILING
            or last == "prepend"
            or kind in _AFTER_HANGUL.get(last, ())
            or (kind == "consonant" and self.conjunct == "joined")
            or (kind == "picture" and last == "zwj" and self.picture)
            or (kind == "flag" and last == "flag" and self.flags % 2 == 1)
        )

    def step(self, kind: str) -> None:
        self.flags = self.flags + 1 if kind == "flag" else 0
        self.picture = kind == "picture" or (self.picture and kind in {"extend", "join", "zwj"})
        if kind == "consonant":
            self.conjunct = "open"
        elif kind == "join" and self.conjunct:
            self.conjunct = "joined"
        elif kind not in {"extend", "zwj"}:
            self.conjunct = ""
        self.last = kind


_NAMED = (
    (_JOINING, "join"),
    (_EXTENDING, "extend"),
    (_PREPENDED, "prepend"),
    (_PICTURES, "picture"),
    (_CONSONANTS, "consonant"),
    (re.compile("[\U0001f1e6-\U0001f1ff]"), "flag"),
    (re.compile("[\u1100-\u115f\ua960-\ua97c]"), "L"),
    (re.compile("[\u1160-\u11a7\ud7b0-\ud7c6]"), "V"),
    (re.compile("[\u11a8-\u11ff\ud7cb-\ud7fb]"), "T"),
    (re.compile("[\u0e33\u0eb3]"), "mark"),
)
_CATEGORIES = {"Mn": "extend", "Me": "extend", "Mc": "mark", "Cc": "control", "Cf": "control"}
_CATEGORIES |= {"Zl": "control", "Zp": "control", "Cs": "control"}


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """Return the part a character plays in clusters."""
    plain = {"\r": "cr", "\n": "lf", "\u200d": "zwj"}.get(character)
    if plain:
        return plain
    if "\uac00" <= character <= "\ud7a3":
        return "LVT" if (ord(character) - 0xAC00) % 28 else "LV"
    for pattern, kind in _NAMED:
        if pattern.match(character):
            return kind
    return _CATEGORIES.get(category(character), "other")
