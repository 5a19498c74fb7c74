"""Weigh how well typed letters fit the words something is found by: accent-blind, in any order of words.

What is tried first costs a search in a string, so that thousands of names are weighed at every key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.text import folded

EXACT, START, OTHER_EXACT, OTHER_START = 1000, 900, 850, 800
"""The whole query is the title, begins the title, is another name, begins another name."""
WORD, WORD_START, OTHER_WORD, INITIALS = 720, 700, 600, 550
"""A word typed is one of the title, begins one, begins one of another name, or names the title by initials."""
INSIDE, OTHER_INSIDE, SCATTERED, SLIP = 400, 350, 300, 60
"""A word typed is inside the title or another name, is scattered over the title, or is there but for a slip."""
LOOSE = SCATTERED
"""Up to here a fit may be chance."""
_IN_ORDER = 20
_SHORTEST_INSIDE, _SHORTEST_OTHER, _SHORTEST_SCATTERED, _SHORTEST_SLIP = 2, 3, 3, 4
_BITS = 61
_GAP = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Be what something is found by: title and other names, each between spaces, other names on lines."""

    title: str
    others: str
    initials: str
    letters: int
    """A bit for each letter there is: what lacks one that was typed need not be looked at."""


@dataclass(frozen=True, slots=True)
class Term:
    """Be one word of a query."""

    text: str
    start: str
    whole: str
    scattered: re.Pattern[str] | None
    slip: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Needle:
    """Be a query made ready. ``forgiving`` lets each word have one slip of the finger."""

    text: str
    start: str
    whole: str
    other: str
    other_whole: str
    terms: tuple[Term, ...]
    letters: int
    forgiving: bool = False


def plain(text: str) -> str:
    """Return the letters and digits of a text without case and accents, one space between words."""
    bare = text.casefold() if text.isascii() else folded(text)
    return _GAP.sub(" ", bare).strip()


def words(title: str, others: Iterable[str] = ()) -> Words:
    """Make ready what something is found by."""
    bare = plain(title)
    lines = dict.fromkeys(plain(one) for one in others if one)
    rest = "".join(f"\n {one} " for one in lines if one and one != bare)
    initials = "".join([word[0] for word in bare.split()])
    return Words(f" {bare} ", f"{rest}\n", initials, _letters(bare + rest))


def needle(query: str, *, forgiving: bool = False) -> Needle:
    """Make a query ready."""
    text = plain(query)
    terms = tuple(_term(one) for one in text.split())
    letters = 0 if forgiving else _letters(text)
    return Needle(text, f" {text}", f" {text} ", f"\n {text}", f"\n {text} \n", terms, letters, forgiving)


def score(sought: Needle, found_by: Words) -> int:
    """Return how well a query fits, 1 to 1000; 0 where a word of it is nowhere. An empty query fits nothing."""
    title, others = found_by.title, found_by.others
    if title.startswith(sought.start) and sought.terms:
        return EXACT if title == sought.whole else START
    if sought.other in others and sought.terms:
        return OTHER_EXACT if sought.other_whole in others else OTHER_START
    total = 0
    for term in sought.terms:
        one = _weigh(term, found_by, sought.forgiving)
        if not one:
            return 0
        total += one
    count = len(sought.terms)
    return total // count + (_IN_ORDER if count > 1 and sought.start in title else 0) if count else 0


def marks(sought: Needle, title: str) -> frozenset[int]:
    """Return the places in a title as it is shown whose letters fit the query."""
    bare, places = _mapped(title)
    spans = [span for term in sought.terms for span in _spans(term, bare)]
    return frozenset(places[number] for span in spans for number in span if bare[number] != " ")


def _letters(bare: str) -> int:
    """Return a bit for each letter of a text, some letters sharing one."""
    bits = 0
    for letter in set(bare):
        if not letter.isspace():
            bits |= 1 << ord(letter) % _BITS
    return bits


def _term(text: str) -> Term:
    scattered = slip = None
    if len(text) >= _SHORTEST_SCATTERED:
        steps = (f"[^{re.escape(one)}\n]*{re.escape(one)}" for one in text[1:])
        scattered = re.compile(f" {re.escape(text[0])}{''.join(steps)}")
    if len(text) >= _SHORTEST_SLIP:
        slip = re.compile(f" (?:{'|'.join(dict.fromkeys(_slips(text)))})")
    return Term(text, f" {text}", f" {text} ", scattered, slip)


def _slips(text: str) -> Iterable[str]:
    """Yield patterns of a word with one letter wrong, too many or changed with the next."""
    for place in range(1, len(text)):
        before, after = re.escape(text[:place]), re.escape(text[place + 1 :])
        yield f"{before}\\w?{after}"
        if after:
            yield before + re.escape(text[place + 1] + text[place] + text[place + 2 :])


def _weigh(term: Term, found_by: Words, forgiving: bool) -> int:
    title, others = found_by.title, found_by.others
    if term.start in title:
        return WORD if term.whole in title else WORD_START
    if term.start in others:
        return OTHER_WORD
    if len(term.text) < _SHORTEST_INSIDE:
        return 0
    if found_by.initials.startswith(term.text):
        return INITIALS
    if term.text in title:
        return INSIDE
    if len(term.text) >= _SHORTEST_OTHER and term.text in others:
        return OTHER_INSIDE
    return _weigh_loose(term, found_by, forgiving)


def _weigh_loose(term: Term, found_by: Words, forgiving: bool) -> int:
    if term.scattered is not None and (hit := term.scattered.search(found_by.title)):
        return max(0, SCATTERED - 10 * _excess(hit, term))
    if forgiving and term.slip is not None:
        return SLIP if term.slip.search(found_by.title) or term.slip.search(found_by.others) else 0
    return 0


def _excess(hit: re.Match[str], term: Term) -> int:
    """Return how many letters lie between those typed; too many are no fit at all."""
    between = len(hit[0]) - 1 - len(term.text)
    return between if between <= len(term.text) + 6 else SCATTERED


def _mapped(title: str) -> tuple[str, list[int]]:
    """Return a title as it is searched, a space before it, and where each letter of that stands in it."""
    bare, places = [" "], [0]
    for place, character in enumerate(title):
        for letter in (
            character.casefold() if character.isascii() else folded(character) or " " * character.isspace()
        ):
            one = " " if _GAP.match(letter) else letter
            if one != " " or bare[-1] != " ":
                bare.append(one)
                places.append(place)
    return "".join(bare), places


def _spans(term: Term, bare: str) -> list[range]:
    """Return where a word of the query is: the best way it fits, letter by letter where scattered."""
    at = bare.find(term.start)
    if at >= 0:
        return [range(at + 1, at + 1 + len(term.text))]
    starts = [number + 1 for number, letter in enumerate(bare[:-1]) if letter == " "]
    several = len(term.text) >= _SHORTEST_INSIDE
    if several and "".join([bare[start] for start in starts]).startswith(term.text):
        return [range(start, start + 1) for start in starts[: len(term.text)]]
    at = bare.find(term.text) if several else -1
    if at >= 0:
        return [range(at, at + len(term.text))]
    hit = term.scattered.search(bare) if term.scattered is not None else None
    return _steps(term, bare, hit.start()) if hit is not None else []


def _steps(term: Term, bare: str, place: int) -> list[range]:
    found = []
    for letter in term.text:
        place = bare.index(letter, place)
        found.append(range(place, place + 1))
        place += 1
    return found
