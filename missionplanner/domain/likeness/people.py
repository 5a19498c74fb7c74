"""Judge whether two people are one: by e-mail and phone, else by name and what else fits it."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache

from missionplanner.base.messages import N_, Message
from missionplanner.domain.likeness.facts import Likeness, PersonFacts
from missionplanner.domain.likeness.vocabulary import SHORT

Distance = Callable[[str, str], int]
"""Count the letters to change, drop, add or swap with their neighbour to make one word of another."""

SAME_EMAIL = Message(N_("same e-mail"))
SAME_PHONE = Message(N_("same phone"))
SAME_NAME = Message(N_("same name"))
NATIVE_NAME = Message(N_("same name in its own script"))
MORE_NAMES = Message(N_("same name, one with further names"))
INITIAL = Message(N_("same family name, the given name as an initial"))
SHORT_NAME = Message(N_("short form of the given name"))
SPELLING = Message(N_("name spelt almost alike"))
SAME_ORGANISATION = Message(N_("same organisation"))
SAME_DOMAIN = Message(N_("e-mail of the same domain"))
OTHER_ORGANISATION = Message(N_("another organisation"))

_GENDERED = (
    ("o", "a"),
    ("e", "a"),
    ("", "a"),
    ("", "e"),
    ("o", "e"),
    ("i", "a"),
    ("", "ne"),
    ("", "le"),
    ("io", "ia"),
)


class Fit(IntEnum):
    """Say how two names fit, the better the higher."""

    NONE = 0
    INITIAL = 1
    SPELLING = 2
    SHORT = 3
    MORE = 4
    SAME = 5


_WORDS = {
    Fit.SAME: (0.86, SAME_NAME),
    Fit.MORE: (0.77, MORE_NAMES),
    Fit.SHORT: (0.72, SHORT_NAME),
    Fit.SPELLING: (0.70, SPELLING),
    Fit.INITIAL: (0.62, INITIAL),
}
_OTHERS_WORK = {Fit.SAME: 0.68, Fit.MORE: 0.55, Fit.SHORT: 0.5, Fit.SPELLING: 0.4, Fit.INITIAL: 0.3}


def likeness(one: PersonFacts, other: PersonFacts, distance: Distance) -> Likeness:
    """Return how likely two people are one.

    An equal e-mail is near certain unless the names say otherwise: families and offices share one. People of one
    family name with different given names never are, nor are father and son where a suffix tells them apart.
    """
    if one.natives & other.natives:
        fit, said = Fit.SAME, NATIVE_NAME
    else:
        fit = _fit(one.tokens, other.tokens, distance)
        said = _WORDS[fit][1] if fit else SAME_NAME
    if (one.generation or "1") != (other.generation or "1"):
        return Likeness(0.5 if fit else 0.0, (said,) if fit else ())
    same_email = bool(one.mailbox) and one.mailbox == other.mailbox
    same_phone = bool(one.phones) and not set(one.phones).isdisjoint(other.phones)
    reasons = [word for holds, word in ((same_email, SAME_EMAIL), (same_phone, SAME_PHONE)) if holds]
    if not fit:
        nameless = not (one.tokens or one.natives) or not (other.tokens or other.natives)
        score = 0.9 if same_email and nameless else 0.6 if same_email else 0.4 if same_phone else 0.0
        return Likeness(score, tuple(reasons))
    reasons.append(said)
    if same_email or same_phone:
        return Likeness((0.99 if same_email else 0.95) - (5 - fit) * 0.01, tuple(reasons))
    return _by_work(one, other, fit, reasons, distance)


def _by_work(
    one: PersonFacts, other: PersonFacts, fit: Fit, reasons: list[Message], distance: Distance
) -> Likeness:
    """Weigh the name alone with where they work."""
    score = _WORDS[fit][0]
    mine, theirs = one.workplace.tokens, other.workplace.tokens
    if one.domain and one.domain == other.domain:
        return Likeness(min(0.97, score + 0.14), (*reasons, SAME_DOMAIN))
    if mine and theirs:
        if mine <= theirs or theirs <= mine:
            return Likeness(min(0.97, score + 0.14), (*reasons, SAME_ORGANISATION))
        if _spelt_alike(mine, theirs, distance):
            return Likeness(min(0.95, score + 0.1), (*reasons, SAME_ORGANISATION))
        return Likeness(_OTHERS_WORK[fit], (*reasons, OTHER_ORGANISATION))
    return Likeness(score, tuple(reasons))


def far(one: PersonFacts, other: PersonFacts, distance: Distance) -> bool:
    """Tell quickly whether two people cannot be one: no way to reach them is the same, and no name."""
    if one.mailbox and one.mailbox == other.mailbox:
        return False
    if one.phones and other.phones and not set(one.phones).isdisjoint(other.phones):
        return False
    return not one.natives and not _fit(one.tokens, other.tokens, distance)


def _spelt_alike(mine: frozenset[str], theirs: frozenset[str], distance: Distance) -> bool:
    """Tell whether the words of two organisations are one but for their spelling."""
    return _fit(tuple(sorted(mine)), tuple(sorted(theirs)), distance) >= Fit.SPELLING


def _fit(one: tuple[str, ...], other: tuple[str, ...], distance: Distance) -> Fit:
    """Return how the words of two names fit, in whatever order they stand."""
    if not one or not other:
        return Fit.NONE
    if one == other:
        return Fit.SAME if len(one) > 1 or len(one[0]) > 3 else Fit.NONE
    if len(one) == len(other) == 2:
        return _two(one, other, distance)
    if _glued(one, other):
        return Fit.SAME
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    if len(few) < 2:
        return Fit.NONE
    shared = set(few).intersection(many)
    if not shared:  # one word at least must be the same, letter by letter
        return Fit.NONE
    left, rest = [word for word in many if word not in shared], [word for word in few if word not in shared]
    worst = Fit.SAME
    for word in sorted(rest, key=len, reverse=True):
        best, found = max(((match(word, each, distance), each) for each in left), default=(Fit.NONE, ""))
        if not best:
            return Fit.NONE
        left.remove(found)
        worst = min(worst, best)
    return min(worst, Fit.MORE) if left else worst


def _two(one: tuple[str, ...], other: tuple[str, ...], distance: Distance) -> Fit:
    """Return how names of two words fit, as most are: asked hundreds of thousands of times in one search."""
    (first, last), (begin, end) = one, other
    if first == last or begin == end:
        return Fit.MORE if first in other and last in other or begin in one and end in one else Fit.NONE
    if first == begin:
        return match(last, end, distance)
    if last == end:
        return match(first, begin, distance)
    if first == end:
        return match(last, begin, distance)
    return match(first, end, distance) if last == begin else Fit.NONE


def _glued(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names differ only in what is written as one word: De Luca, DeLuca."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    if len(many) - len(few) != 1:
        return False
    shared = set(few) & set(many)
    rest, parts = [w for w in few if w not in shared], [w for w in many if w not in shared]
    return len(rest) == 1 and len(parts) == 2 and rest[0] in ("".join(parts), "".join(reversed(parts)))


def match(one: str, other: str, distance: Distance) -> Fit:
    """Return how two words of a name fit."""
    if one == other:
        return Fit.SAME
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1 and short[0] == long[0]:
        return Fit.INITIAL
    if one in SHORT and other in SHORT[one]:
        return Fit.SHORT
    return Fit.SPELLING if _slipped(short, long, distance) else Fit.NONE


def _slipped(short: str, long: str, distance: Distance) -> bool:
    """Tell whether a slip of the pen makes one name of another. Short names that differ are two: Mario, Marco."""
    if len(long) < 4 or len(long) - len(short) > 2:
        return False
    apart = distance(short, long)
    if apart > _FAR or (short[:3] == long[:3] and _differ_in_gender(short, long)):
        return False
    if _sound(short) == _sound(long):
        return True
    if sorted(short) == sorted(long):
        return apart == 1
    if short[:-1] == long[: len(short) - 1] and len(long) < 9:  # another ending is another name: Julia, Julian
        return False
    return apart <= (2 if len(long) >= 10 else 1 if len(long) >= 7 else 0)


_FAR = 3


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """Return a word without doubled letters and with one letter for those that sound alike."""
    alike = word.translate(_ALIKE).replace("ck", "k").replace("th", "t").replace("ch", "c")
    return "".join(letter for letter, before in zip(alike, " " + alike, strict=False) if letter != before)


_ALIKE = str.maketrans("ykzvj", "icswi")


def _differ_in_gender(short: str, long: str) -> bool:
    """Tell Francesco from Francesca, Daniel from Daniela: one letter, two people."""
    for first, second in _GENDERED:
        for left, right in ((first, second), (second, first)):
            stem = short.removesuffix(left) if left else short
            if len(stem) >= 3 and short == stem + left and long == stem + right:
                return True
    return False
