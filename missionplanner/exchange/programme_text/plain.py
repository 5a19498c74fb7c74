"""Fold a text for the reading of patterns, character by character, so that what is found can be cut from it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = "‐‑‒–—―−〜～~⁓﹣－→➔➜⇒"
_APOSTROPHES = "’‘`´ʼ′"
_CLASSES = dict.fromkeys(map(ord, _DASHES), "-") | dict.fromkeys(map(ord, _APOSTROPHES), "'")
_LEADING = re.compile(r"[\s•●▪■□◦‣⁃·∙*#►▶➢✓✔\-–—_>|=]+")
_NUMBERED = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\S)|\d{1,2}\.\d{1,2}\s+(?=\S)")


class _Folding(dict[int, str]):
    """Know the one character that stands for another: lower case, no accent, one kind of dash and blank."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _CLASSES.get(code) or unicodedata.normalize("NFKD", character)[:1].lower()
        if character.isspace() and character not in "\n\t":
            folded = " "
        if len(folded) != 1 or not folded.isprintable() and folded not in "\n\t":
            folded = character
        self[code] = folded
        return folded


_FOLDING = _Folding()


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Return a text of the same length in lower case, without accents, with one kind of dash and of blank."""
    return text.translate(_FOLDING)


def start_of(text: str) -> int:
    """Return where the words of a line begin, behind its bullets and rules."""
    found = _LEADING.match(text)
    return found.end() if found is not None else 0


def numbered(text: str, start: int) -> int:
    """Return where the words begin behind the number of a numbered line, as ``1.1`` or ``2)``."""
    found = _NUMBERED.match(text, start)
    return found.end() if found is not None else start


def words_of(text: str) -> str:
    """Return a text with single blanks and without the marks that join it to something cut away."""
    line = " ".join(text.split()).strip(" \t:;,–—-|/•·=>*_#")
    if line.endswith(".") and not re.search(r"\b\w{1,4}\.$|\.\.\.$", line):
        line = line[:-1]
    for opening, closing in ("()", "[]"):
        if line.count(opening) > line.count(closing):
            line = line.rstrip(opening) if line.endswith(opening) else line + closing
        elif line.count(closing) > line.count(opening):
            line = line.lstrip(closing)
    return line.strip()
