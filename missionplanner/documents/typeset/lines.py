"""Break paragraphs into lines, in logical order. Text is measured by the caller; nothing is drawn here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from missionplanner.documents.typeset.graphemes import clusters

__all__ = ["Ruler", "balanced", "clusters", "pieces", "wrapped"]

SHORT = 1 / 3
"""Part of the width below which a word should not stand alone on the last line."""
TOLERANCE = 1e-6
"""What a line may be wider than asked, in points: sums of widths are not exact."""
MOST_PIECES = 8_000
"""Pieces a ruler remembers before it forgets them all."""
_SOFT_HYPHEN = "\u00ad"
_SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_PARAGRAPHS = re.compile(f"\r\n|[{_ENDS}]")
_WORDS = re.compile(
    f"^[{_SPACES}{_ENDS}]*[^{_SPACES}{_ENDS}]*[{_SPACES}{_ENDS}]*|[^{_SPACES}{_ENDS}]+[{_SPACES}{_ENDS}]*"
)

_DIGITS = "[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]"
_HYPHENS = "-\u2010\u058a/"  # ask for some letters on both sides, and no digit
_ADDRESS = frozenset({":", "/"})
_BREAKERS = "\u2012\u2013\u2014\u05be\u0f0b\u1361"
_WIDE = (
    "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6"
    "\U00016fe0-\U0001b2ff\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_BURIED = re.compile(f"[-/{_SOFT_HYPHEN}\u058a\u2010{_BREAKERS}\u0e00-\u0eff\u17d4-\u17d7\u104a\u104b{_WIDE}]")
"""What may allow a line to end inside a word."""
_IS_DIGIT = re.compile(_DIGITS)
_IS_WIDE = re.compile(f"[{_WIDE}]")
_GLUE = re.compile("[\u00a0\u202f\u2007\u2011\u2060\ufeff\u200d\u034f]")
_LEADING_VOWEL = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")
_SYLLABLE_END = re.compile("[\u0e2f\u0e46\u0eaf\u0ec6\u17d4\u17d5\u17d7\u104a\u104b]")
_NOT_FIRST = re.compile(
    "[!%,.:;?\"'\u00b0\u2020\u2021\u2025\u2026\u2030\u2032\u2033\u203c\u2047-\u2049\u2103"
    "\u3001\u3002\u3005\u301c\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096"
    "\u309b-\u309e\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe"
    "\u31f0-\u31ff\ufe50-\ufe57\uff01\uff05\uff0c\uff0e\uff1a\uff1b\uff1f\uff61\uff64\uff65\uff67-\uff70\uff9e\uff9f"
    "\u0e2f\u0e46\u0eaf\u0ec6\u17d4-\u17d7\u104a\u104b"
    f"{_HYPHENS}{_BREAKERS}{_SOFT_HYPHEN}]"
)
"""What begins no line: marks that close, small kana, iteration and length marks, hyphens (kinsoku)."""
_NOT_LAST = re.compile("[\"'#$@\u00a1\u00a3\u00a5\u00bf\u20a9\u20ac\uff04\uffe1\uffe5\uffe6]")
_CLOSING_WORD = re.compile("[.,:;!?…)\\]}»”’›%‰]+|[–—·\u0e2f\u0e46\u0eaf\u0ec6]")
_DIALLED = re.compile(r"\+\d[\d()/.-]*")
_DIALLED_ON = re.compile(r"[\d()/.-]+[,;.]?")
"""How a telephone number begins, and what goes on with it after a space."""
_OPENING_WORD = re.compile("[«‹“„(\\[{¿¡]+")


@lru_cache(maxsize=8192)
def _known_word(word: str) -> tuple[tuple[str, ...], bool, bool, bool]:
    """Return the pieces of a word with the spaces after it; whether it only opens, or only closes something; and
    whether its first character may belong to what is before it. Words are few, and texts many.
    """
    bare = word.strip(_SPACES)
    opens = _OPENING_WORD.fullmatch(bare) is not None
    closes = _CLOSING_WORD.fullmatch(bare) is not None
    if _BURIED.search(word):
        return tuple(_parts(word)), opens, closes, word[0] > "\u02ff"
    return ((word,) if word else ()), opens, closes, word[:1] > "\u02ff"


def pieces(text: str) -> tuple[str, ...]:
    """Return the parts of a text between which lines may end, with the spaces after them; joined they are it.

    Follows UAX #14 with finer choices: numbers, dates and times stay whole, so do telephone numbers with spaces,
    ``e-mail``, ``km/h`` and ``://``;
    a dash or a dot between spaces stays with the word before it. Thai and Lao break before a leading vowel.
    """
    found: list[str] = []
    joins = dialled = False
    for word in _WORDS.findall(text):
        parts, opens, closes, combines = _known_word(word)
        if dialled or word[:1] == "+":
            goes_on = dialled and _DIALLED_ON.fullmatch(word.rstrip(_SPACES)) is not None
            dialled = goes_on or _DIALLED.fullmatch(word.rstrip(_SPACES)) is not None
            closes = closes or goes_on
        # A word stays with what is before it where it only closes, or where what is before only opens.
        stays = found and (joins or closes) and found[-1][-1] not in _ENDS
        if stays or (combines and found and _one_cluster(found[-1][-1], word[0])):
            found[-1] += word
        else:
            found += parts
        joins = opens
    return tuple(found)


def _one_cluster(before: str, after: str) -> bool:
    return len(clusters(before + after)) == 1


def _parts(word: str) -> Iterable[str]:
    """Yield the pieces of one word and the spaces after it."""
    marks = clusters(word.rstrip(_SPACES + _ENDS))
    start = 0
    for at in range(1, len(marks)):
        if _breaks(marks, start, at):
            yield "".join(marks[start:at])
            start = at
    yield "".join(marks[start:]) + word[len("".join(marks)) :]


def _stands_alone(marks: Sequence[str], at: int) -> bool:
    """Tell whether enough follows a hyphen to begin a line with: names as ART-ER and Clust-ER stay whole."""
    least = 2 if marks[at - 1] == "/" else 3
    return sum(mark[0].isalnum() for mark in marks[at : at + 4]) >= least


def _breaks(marks: Sequence[str], start: int, at: int) -> bool:
    """Tell whether a line may end before ``marks[at]``, in a piece that began at ``start``."""
    before, after = marks[at - 1], marks[at]
    if _GLUE.match(before[-1]) or _GLUE.match(after[0]) or _not_first(after[0]) or _not_last(before[0]):
        return False
    if before == _SOFT_HYPHEN:
        return at - start > 1
    number = _IS_DIGIT.match(after) is not None
    if before in _HYPHENS:
        return not number and at - start > 2 and _stands_alone(marks, at) and marks[at - 2] not in _ADDRESS
    if before in _BREAKERS:
        return at - start > 1 and not (number and _IS_DIGIT.match(marks[at - 2]))
    if _LEADING_VOWEL.match(after) or _SYLLABLE_END.match(before):
        return True
    if _IS_WIDE.match(after):
        return not _IS_DIGIT.match(before)  # 5 stays with its 月
    return _IS_WIDE.match(before) is not None


def _not_first(character: str) -> bool:
    return _NOT_FIRST.match(character) is not None or category(character) in {"Pe", "Pf"}


def _not_last(character: str) -> bool:
    return _NOT_LAST.match(character) is not None or category(character) in {"Ps", "Pi"}


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Return the lines of a text, each filled as far as ``width`` allows, without the spaces at their ends.

    A line feed begins a new line. A piece wider than a line is divided between clusters; a line is wider than
    ``width`` only where it is one cluster. A soft hyphen at the end of a line becomes a hyphen, others vanish.
    ``measure`` is asked once for every distinct piece, and must add up over pieces but for kerning.
    """
    lines: list[str] = []
    for items in _paragraphs(text, width, measure):
        lines.extend(_lines(items, _filled(items, width)))
    return tuple(lines)


def balanced(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Return as many lines as ``wrapped``, as even as can be, the last not one short word if avoidable."""
    lines: list[str] = []
    for items in _paragraphs(text, width, measure):
        stops = _filled(items, width)
        lines.extend(_lines(items, _even(items, stops, width) if len(stops) > 1 else stops))
    return tuple(lines)


class Ruler:
    """Be a measure that remembers what it measured, for all texts of one style."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        self._measure = measure
        self._widths: dict[str, float] = {"": 0.0}
        self.items: dict[str, _Item] = {}

    def __call__(self, piece: str) -> float:
        """Return the width of a text without its soft hyphens."""
        wide = self._widths.get(piece)
        if wide is None:
            shown = piece.replace(_SOFT_HYPHEN, "")
            wide = self._widths[piece] = self._measure(shown) if shown else 0.0
        return wide

    def item(self, piece: str) -> _Item:
        """Return a piece with its widths, as it is inside a paragraph."""
        found = self.items.get(piece)
        if found is None:
            if len(self.items) > MOST_PIECES:
                self.items.clear()
                self._widths = {"": 0.0}
            bare = piece.rstrip(_SPACES)
            hyphen = piece.endswith(_SOFT_HYPHEN)
            wide = self(bare)
            end = wide + (self("-") if hyphen else 0.0)
            found = self.items[piece] = _Item(piece, wide + self(piece[len(bare) :]), end, hyphen)
        return found


class _Item(NamedTuple):
    """Be a piece with its widths: inside a line with its spaces, and at the end of one."""

    text: str
    inside: float
    end: float
    hyphen: bool = False


def _paragraphs(text: str, width: float, measure: Callable[[str], float]) -> Iterable[list[_Item]]:
    ruler = measure if isinstance(measure, Ruler) else Ruler(measure)
    for paragraph in _PARAGRAPHS.split(text):
        items = [ruler.item(piece) for piece in pieces(paragraph)]
        if items and items[-1].hyphen:
            last = items[-1]
            items[-1] = last._replace(end=ruler(last.text), hyphen=False)
        if max([item.end for item in items], default=0.0) > width + TOLERANCE:
            items = [part for item in items for part in _divided(item, width, ruler)]
        yield items or [_Item("", 0.0, 0.0)]


def _divided(item: _Item, width: float, measured: Ruler) -> Iterable[_Item]:
    """Divide what is wider than a line at its spaces, else between clusters, each part as wide as can be."""
    if item.end <= width + TOLERANCE:
        yield item
        return
    words = _WORDS.findall(item.text) if not item.hyphen else []
    if len(words) > 1:
        for word in words:
            yield from _divided(measured.item(word), width, measured)
        return
    bare = item.text.rstrip(_SPACES)
    part, filled, spaces = "", 0.0, item.inside - measured(bare)
    for cluster in clusters(bare.removesuffix(_SOFT_HYPHEN) if item.hyphen else bare):
        wide = measured(cluster)
        if part and filled + wide > width + TOLERANCE:
            yield _Item(part, filled, filled)
            part, filled = "", 0.0
        part += cluster
        filled += wide
    yield _Item(part + item.text[len(bare) :], filled + spaces, filled)


def _filled(items: Sequence[_Item], width: float) -> list[int]:
    """Return where lines stop when each takes what it can."""
    stops: list[int] = []
    start = 0
    while start < len(items):
        stop, room = start + 1, width + TOLERANCE - items[start].inside
        for at in range(start + 1, len(items)):
            if items[at].end <= room:
                stop = at + 1
            room -= items[at].inside
            if room < 0:
                break
        stops.append(stop)
        start = stop
    return stops


def _even(items: Sequence[_Item], stops: Sequence[int], width: float) -> list[int]:
    """Return the stops of as many lines with the least sum of squared gaps.

    A line can stop neither after where it does when all are filled, nor before where it does when they are
    filled from the end: only stops between the two are tried.
    """
    sums = [0.0]
    for item in items:
        sums.append(sums[-1] + item.inside)

    def cost(start: int, stop: int) -> float:
        gap = width - (sums[stop - 1] - sums[start] + items[stop - 1].end)
        if gap < -TOLERANCE and stop - start > 1:
            return float("inf")
        lonely = stop == len(items) and stop - start == 1 and items[start].end < width * SHORT
        return gap * gap + width * width * (10.0 * lonely + 0.05 * items[stop - 1].hyphen)

    earliest = _earliest(items, sums, len(stops), width)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for last, first in zip(stops, earliest, strict=True):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for stop in range(min(first, last), last + 1):
            ways = [(sofar + cost(start, stop), path) for start, (sofar, path) in best.items() if start < stop]
            if ways:
                least, path = min(ways)
                reached[stop] = (least, (*path, stop))
        best = reached
    return list(best[len(items)][1])


def _earliest(items: Sequence[_Item], sums: Sequence[float], count: int, width: float) -> list[int]:
    """Return where lines stop when they are filled from the last one up."""
    stops = [len(items)]
    while len(stops) < count:
        stop = start = stops[-1]
        start -= 1
        while start > 0 and sums[stop - 1] - sums[start - 1] + items[stop - 1].end <= width + TOLERANCE:
            start -= 1
        stops.append(max(start, count - len(stops)))
    return stops[::-1]


def _lines(items: Sequence[_Item], stops: Sequence[int]) -> Iterable[str]:
    start = 0
    for stop in stops:
        line = "".join(item.text for item in items[start:stop]).rstrip(_SPACES).replace(_SOFT_HYPHEN, "")
        yield f"{line}-" if items[stop - 1].hyphen else line
        start = stop
