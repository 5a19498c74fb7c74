"""Spell names the one way they are indexed and looked for: without accents, case and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from missionplanner.domain.text import folded, unstroked

_NO_LETTER = re.compile(r"[^0-9a-z]+")
JOINT = "_"
"""Joins the words of a name into one term of the index."""
LATER = "."
"""Marks a term that begins within a name, not with it."""


def key(name: str) -> str:
    """Return the words of a name in plain letters, joined: "Aix-la-Chapelle" is "aix_la_chapelle".

    Empty where nothing of the name is written in Latin letters.
    """
    return _NO_LETTER.sub(JOINT, unstroked(folded(name))).strip(JOINT)


def terms(name: str) -> Iterator[str]:
    """Yield what a name is found by: its key, then the rest of it from each later word on, marked."""
    words = key(name).split(JOINT)
    if words[0]:
        yield JOINT.join(words)
        for first in range(1, len(words)):
            yield LATER + JOINT.join(words[first:])
