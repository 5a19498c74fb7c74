"""Clean every text that comes from outside (RELIABILITY §2)."""

from __future__ import annotations

import unicodedata

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

MAX_LINE = 500
"""Characters of a name, an address, a title."""
MAX_TEXT = 10_000
"""Characters of a text of several lines."""

_KEPT_CONTROLS = "\t\n"
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str, longest: int = MAX_TEXT) -> str:
    """Return the text in NFC, without control characters, lone surrogates and bidi overrides, ends trimmed.

    Raises Invalid where more than ``longest`` characters remain.
    """
    if text.isascii() and text.isprintable():
        result = text.strip()
    else:
        unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        result = "".join(character for character in unified if _allowed(character)).strip()
    if len(result) > longest:
        raise Invalid(
            N_("This text has {length} characters; at most {longest} fit."),
            length=len(result),
            longest=longest,
        )
    return result


def _allowed(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    if character in _BIDI_CONTROLS:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs")


def folded(text: str) -> str:
    """Return the text for comparing: no case, no accents, single spaces."""
    if text.isascii():  # most texts: nothing to take apart
        return " ".join(text.lower().split())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(bare.split())


def unstroked(text: str) -> str:
    """Return a folded text in plain letters, also those no accent can be taken from: "łódź" is "lodz"."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ŋ": "n",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "e",
        "ʻ": None,
        "ʼ": None,
    }
)
"""Letters that no decomposition takes the stroke, the ligature or the dot from; apostrophes part words."""
