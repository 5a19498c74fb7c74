"""Resolve the direction of mixed text: the Unicode Bidirectional Algorithm (UAX #9), all rules but mirroring.

Wrap first, in logical order; resolve and reorder each line after, with the base of its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import bidirectional

DEEPEST = 125
"""Highest explicit level (BD2)."""
PENDING_BRACKETS = 63
"""Open brackets remembered at a time (BD16)."""

_SPECIAL = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_STARTS = frozenset({"LRI", "RLI", "FSI"})
_ISOLATES = _STARTS | {"PDI"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"}) | _ISOLATES
_STRONG = frozenset({"L", "R", "AL"})
_SIDES = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # numbers count as right-to-left in N0 to N2
_UNASSIGNED = (
    ("R", ((0x590, 0x5FF), (0x7C0, 0x85F), (0xFB1D, 0xFB4F), (0x10800, 0x10CFF), (0x10D40, 0x10EBF))),
    ("R", ((0x10F00, 0x10F2F), (0x10F70, 0x10FFF), (0x1E800, 0x1EC6F), (0x1ECC0, 0x1ECFF))),
    ("R", ((0x1ED50, 0x1EDFF), (0x1EF00, 0x1EFFF))),
    ("AL", ((0x600, 0x7BF), (0x860, 0x8FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFF))),
    ("AL", ((0x10D00, 0x10D3F), (0x10EC0, 0x10EFF), (0x10F30, 0x10F6F), (0x1EC70, 0x1ECBF))),
    ("AL", ((0x1ED00, 0x1ED4F), (0x1EE00, 0x1EEFF))),
    ("ET", ((0x20A0, 0x20CF),)),
    ("BN", ((0xFDD0, 0xFDEF), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF))),
)
"""Classes of code points not assigned yet (DerivedBidiClass.txt); all others are L."""

# Where pairs of brackets stand next to each other: first code point, number of pairs (BidiBrackets.txt).
_NEIGHBOURS = (
    ((0x28, 1), (0xF3A, 2), (0x169B, 1), (0x2045, 1), (0x207D, 1), (0x208D, 1), (0x2308, 2), (0x2329, 1))
    + ((0x2768, 7), (0x27C5, 1), (0x27E6, 5), (0x2983, 5), (0x2991, 4), (0x29D8, 2), (0x29FC, 1))
    + ((0x2E22, 4), (0x2E55, 4), (0x3008, 5), (0x3014, 4), (0xFE59, 3), (0xFF08, 1), (0xFF5F, 1), (0xFF62, 1))
)
_APART = ((0x5B, 0x5D), (0x7B, 0x7D), (0x298D, 0x2990), (0x298F, 0x298E), (0xFF3B, 0xFF3D), (0xFF5B, 0xFF5D))
_PAIRS = {chr(start + 2 * n): chr(start + 2 * n + 1) for start, count in _NEIGHBOURS for n in range(count)}
_PAIRS.update((chr(opener), chr(closer)) for opener, closer in _APART)
_SAME = {"\u232a": "\u3009"}
"""Closing brackets that are canonically the same as another."""
_CLOSER = {opener: _SAME.get(closer, closer) for opener, closer in _PAIRS.items()}
_CLOSERS = frozenset(_PAIRS.values())


def levels(text: str, base: int | None = None) -> tuple[int, tuple[int, ...]]:
    """Return the base level of one paragraph (or of one line) and the level of each of its characters.

    ``base`` is 0 for left to right, 1 for right to left, None to take it from the first strong character (P2, P3).
    Embedding codes and other characters removed by X9 carry the level of what stands before them.
    Raises ValueError for another base.
    """
    if base not in (None, 0, 1):
        raise ValueError(f"a paragraph has base level 0 or 1, not {base}")
    if base != 1 and (text.isascii() or _SPECIAL.search(text) is None):
        return 0, (0,) * len(text)
    kinds = [_kind(character) for character in text]
    matches = _matches(kinds)
    if base is None:
        base = _first_strong(kinds, matches, 0, len(kinds), 0)
    types, found = _explicit(kinds, matches, base)
    for sequence in _sequences(kinds, matches, found):
        _Sequence(sequence, kinds, types, found, base).resolve(text)
    _implicit(types, found)
    _reset_ends(kinds, found, base)
    return base, tuple(found)


def runs(levels: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return the runs of equal level of a line in visual order, left to right, as (start, stop, level).

    A run of an odd level is read from its stop back to its start.
    """
    order: list[tuple[int, int, int]] = []
    start = 0
    for stop in range(1, len(levels) + 1):
        if stop == len(levels) or levels[stop] != levels[start]:
            order.append((start, stop, levels[start]))
            start = stop
    odd = [level for _, _, level in order if level % 2]
    if not odd:
        return order
    for least in range(max(level for _, _, level in order), min(odd) - 1, -1):
        first = 0
        while first < len(order):
            last = first
            while last < len(order) and order[last][2] >= least:
                last += 1
            order[first:last] = order[first:last][::-1]
            first = last + 1
    return order


def reordered(levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's characters in visual order, left to right (L2)."""
    order: list[int] = []
    for start, stop, level in runs(levels):
        order.extend(range(stop - 1, start - 1, -1) if level % 2 else range(start, stop))
    return order


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """Return the Bidi_Class of a character, also of one that is not assigned yet."""
    kind = bidirectional(character)
    if kind:
        return kind
    code = ord(character)
    for kind, ranges in _UNASSIGNED:
        if any(first <= code <= last for first, last in ranges):
            return kind
    return "BN" if code & 0xFFFE == 0xFFFE else "L"


def _matches(kinds: Sequence[str]) -> dict[int, int]:
    """Return for each isolate initiator that has one its PDI (BD9)."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for at, kind in enumerate(kinds):
        if kind in _STARTS:
            opened.append(at)
        elif kind == "PDI" and opened:
            matches[opened.pop()] = at
        elif kind == "B":
            opened.clear()
    return matches


def _first_strong(kinds: Sequence[str], matches: dict[int, int], start: int, stop: int, default: int) -> int:
    """Return the level of the first strong character, isolates skipped (P2, P3)."""
    at = start
    while at < stop:
        kind = kinds[at]
        if kind in _STRONG:
            return 0 if kind == "L" else 1
        if kind == "B":
            break
        at = matches.get(at, stop) if kind in _STARTS else at
        at += 1
    return default


class _Stack:
    """Hold the directional status stack of X1 and its counts."""

    def __init__(self, base: int) -> None:
        self.entries: list[tuple[int, str, bool]] = [(base, "", False)]
        self.isolates = self.lost_isolates = self.lost_embeddings = 0

    def deeper(self, right_to_left: bool) -> int | None:
        """Return the next odd or even level, None when that is too deep or something was lost already."""
        level = self.entries[-1][0] + 1
        level += level % 2 != right_to_left
        return level if level <= DEEPEST and not self.lost_isolates and not self.lost_embeddings else None

    def embed(self, kind: str) -> None:
        """Open LRE, RLE, LRO or RLO (X2 to X5)."""
        level = self.deeper(kind[0] == "R")
        if level is not None:
            self.entries.append((level, kind[0] if kind[2] == "O" else "", False))
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def isolate(self, right_to_left: bool) -> None:
        """Open an isolate (X5a to X5c)."""
        level = self.deeper(right_to_left)
        if level is None:
            self.lost_isolates += 1
        else:
            self.isolates += 1
            self.entries.append((level, "", True))

    def end_isolate(self) -> None:
        """Take PDI (X6a)."""
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.isolates:
            self.lost_embeddings = 0
            while not self.entries.pop()[2]:
                pass
            self.isolates -= 1

    def end_embedding(self) -> None:
        """Take PDF (X7)."""
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif len(self.entries) > 1 and not self.entries[-1][2]:
            self.entries.pop()


def _explicit(kinds: Sequence[str], matches: dict[int, int], base: int) -> tuple[list[str], list[int]]:
    """Return types after overrides and explicit levels (X1 to X8); what X9 removes takes the level before it."""
    types = list(kinds)
    found: list[int] = []
    stack = _Stack(base)
    for at, kind in enumerate(kinds):
        if kind in _REMOVED:
            if kind == "PDF":
                stack.end_embedding()
            elif kind != "BN":
                stack.embed(kind)
            found.append(found[-1] if found else base)
            continue
        if kind == "B":
            stack = _Stack(base)
        elif kind == "PDI":
            stack.end_isolate()
        level, override, _ = stack.entries[-1]
        found.append(level)
        if override:
            types[at] = override
        if kind == "FSI":
            stack.isolate(_first_strong(kinds, matches, at + 1, matches.get(at, len(kinds)), 0) == 1)
        elif kind in _STARTS:
            stack.isolate(kind == "RLI")
    return types, found


def _sequences(kinds: Sequence[str], matches: dict[int, int], found: Sequence[int]) -> list[list[int]]:
    """Return the isolating run sequences as lists of indices, without what X9 removes (BD13, X10)."""
    closed = {stop: start for start, stop in matches.items()}
    waiting: dict[int, list[int]] = {}
    sequences: list[list[int]] = []
    current: list[int] = []
    for at, kind in enumerate(kinds):
        if kind in _REMOVED:
            continue
        if at in closed and closed[at] in waiting:
            current = waiting.pop(closed[at])
            current.append(at)
        elif current and found[current[-1]] == found[at]:
            current.append(at)
        else:
            current = [at]
            sequences.append(current)
        if at in matches:
            waiting[at] = current
        elif kind == "B":
            current = []
    return sequences


class _Sequence:
    """Resolve one isolating run sequence."""

    def __init__(
        self, places: list[int], kinds: Sequence[str], types: list[str], found: Sequence[int], base: int
    ) -> None:
        self.places = places
        self.kinds = [kinds[at] for at in places]
        self.types = [types[at] for at in places]
        self.all_types = types
        level = found[places[0]]
        self.side = "R" if level % 2 else "L"
        before = next((found[at] for at in range(places[0] - 1, -1, -1) if kinds[at] not in _REMOVED), base)
        after = base
        if self.kinds[-1] not in _STARTS:
            after = next(
                (found[at] for at in range(places[-1] + 1, len(kinds)) if kinds[at] not in _REMOVED), base
            )
        self.start = "R" if max(level, before) % 2 else "L"
        self.end = "R" if max(level, after) % 2 else "L"

    def resolve(self, text: str) -> None:
        """Set the types to L, R, EN and AN alone (W1 to N2)."""
        self._marks_and_numbers()
        self._separators()
        self._brackets([text[at] for at in self.places])
        self._neutrals()
        for at, kind in zip(self.places, self.types, strict=True):
            self.all_types[at] = kind

    def _marks_and_numbers(self) -> None:
        """Apply W1 to W3: marks follow their base, numbers after Arabic letters are Arabic."""
        types, strong, last = self.types, self.start, self.start
        for at, kind in enumerate(types):
            if kind == "NSM":
                kind = types[at] = last
            last = "ON" if kind in _ISOLATES else kind
            if kind == "EN" and strong == "AL":
                types[at] = "AN"
            elif kind in _STRONG:
                strong = kind
        self.types = ["R" if kind == "AL" else kind for kind in types]

    def _separators(self) -> None:
        """Apply W4 to W7: what stands in, before and after numbers."""
        types = self.types
        for at in range(1, len(types) - 1):
            before = types[at - 1]
            if before == types[at + 1] and (types[at], before) in {("ES", "EN"), ("CS", "EN"), ("CS", "AN")}:
                types[at] = before
        at = 0
        while at < len(types):
            stop = at
            while stop < len(types) and types[stop] == "ET":
                stop += 1
            if stop > at and "EN" in (types[at - 1] if at else "", types[stop] if stop < len(types) else ""):
                types[at:stop] = ["EN"] * (stop - at)
            at = stop + 1
        strong = self.start
        for at, kind in enumerate(types):
            if kind in {"ES", "ET", "CS"}:
                types[at] = "ON"
            elif kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                types[at] = "L"

    def _brackets(self, characters: Sequence[str]) -> None:
        """Apply N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
        for opener, closer in _bracket_pairs(characters, self.types):
            held = {_SIDES.get(kind) for kind in self.types[opener + 1 : closer]}
            if self.side in held:
                side = self.side
            elif held & {"L", "R"}:
                before = (_SIDES[kind] for kind in reversed(self.types[:opener]) if kind in _SIDES)
                side = next(before, self.start)
            else:
                continue
            for at in (opener, closer):
                self.types[at] = side
                while at + 1 < len(self.kinds) and self.kinds[at + 1] == "NSM":
                    at += 1
                    self.types[at] = side

    def _neutrals(self) -> None:
        """Apply N1 and N2: neutrals between two of a kind follow them, others follow the embedding."""
        types, at = self.types, 0
        while at < len(types):
            stop = at
            while stop < len(types) and types[stop] in _NEUTRAL:
                stop += 1
            if stop > at:
                before = _SIDES[types[at - 1]] if at else self.start
                after = _SIDES[types[stop]] if stop < len(types) else self.end
                types[at:stop] = [before if before == after else self.side] * (stop - at)
            at = stop + 1


def _bracket_pairs(characters: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets of a sequence in the order of their openers (BD14 to BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(characters):
        if types[at] != "ON":
            continue
        if character in _CLOSER:
            if len(opened) == PENDING_BRACKETS:
                break
            opened.append((_CLOSER[character], at))
        elif character in _CLOSERS:
            wanted = _SAME.get(character, character)
            depth = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == wanted), None)
            if depth is not None:
                pairs.append((opened[depth][1], at))
                del opened[depth:]
    return sorted(pairs)


def _implicit(types: Sequence[str], found: list[int]) -> None:
    """Raise the levels of what runs against its embedding (I1, I2)."""
    for at, kind in enumerate(types):
        if kind in _REMOVED:
            if at:
                found[at] = found[at - 1]
        elif found[at] % 2:
            found[at] += kind != "R"
        elif kind != "L":
            found[at] += 1 if kind == "R" else 2


def _reset_ends(kinds: Sequence[str], found: list[int], base: int) -> None:
    """Give separators, and white space before them and at the end, the base level (L1)."""
    trailing = True
    for at in range(len(kinds) - 1, -1, -1):
        kind = kinds[at]
        if kind in {"S", "B"}:
            trailing = True
        elif not (kind == "WS" or kind in _ISOLATES or kind in _REMOVED):
            trailing = False
        if trailing:
            found[at] = base
