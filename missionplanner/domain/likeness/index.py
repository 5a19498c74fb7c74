"""Find the likely doubles among many without comparing all with all: only what shares a key is compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.likeness import organisations, people
from missionplanner.domain.likeness.facts import Facts, Likeness, OrganisationFacts, PersonFacts, PlaceFacts
from missionplanner.domain.likeness.people import Distance
from missionplanner.domain.likeness.vocabulary import SHORT

THRESHOLD = 0.75
"""Score from which two are shown as likely the same."""
_CROWD = 120
"""Records that share a key, above which the key tells nothing by itself."""
_MOST = 1_000
"""Records an initial is compared with: of a name as frequent as that it tells nothing."""
_STEP = 2_000


class Pair(NamedTuple):
    """Be two records that may be one."""

    one: UUID
    other: UUID
    likeness: Likeness


class Index:
    """Be the records of one kind by their keys. ``distance`` counts slips of the pen between two words."""

    def __init__(self, some: Iterable[Facts], distance: Distance) -> None:
        self._distance = distance
        self._facts: dict[int, Facts] = {}  # by the number of an id: a dict asks for its hash a million times
        self._blocks: dict[str, list[int]] = defaultdict(list)
        for one in some:
            self.add(one)

    def __len__(self) -> int:
        return len(self._facts)

    def add(self, one: Facts) -> None:
        """Take in a record, in the place of what was known of it."""
        number = one.id.int
        if number in self._facts:
            self.discard(one.id)
        self._facts[number] = one
        for key in _keys(one):
            block = self._blocks[key]
            if not block or block[-1] != number:  # a record may have a key twice
                block.append(number)

    def discard(self, identity: UUID) -> None:
        """Forget a record, if it is known."""
        known = self._facts.pop(identity.int, None)
        for key in _keys(known) if known is not None else ():
            if identity.int in (block := self._blocks[key]):
                block.remove(identity.int)

    def known(self, identity: UUID) -> Facts | None:
        """Return what is known of a record, None where it is not there."""
        return self._facts.get(identity.int)

    def like(self, one: Facts, threshold: float = THRESHOLD) -> tuple[Pair, ...]:
        """Return the records that may be the same as this one, the likeliest first."""
        seen = {other: None for key in _keys(one) for other in self._blocks.get(key, ())}
        others = (self._facts[number] for number in seen if number != one.id.int)
        found = (Pair(one.id, other.id, self._judged(one, other)) for other in others)
        return _sorted(pair for pair in found if pair.likeness.score >= threshold)

    def pairs(self, progress: Progress | None = None) -> tuple[Pair, ...]:
        """Return all pairs that may be one, the likeliest first. Raises Cancelled through ``progress``."""
        seen: set[tuple[int, int]] = set()
        found: list[Pair] = []
        total = len(self._blocks)
        for number, (key, block) in enumerate(self._blocks.items()):
            if progress is not None and number % _STEP == 0:
                progress.step(number, total, N_("Comparing names"))
            if len(block) < 2:
                continue
            for one, other in self._compared(key, block):
                mine, theirs = one.id.int, other.id.int
                pair = (mine, theirs) if mine < theirs else (theirs, mine)
                if pair in seen:
                    continue
                seen.add(pair)
                if self._far(one, other):
                    continue
                judged = self._judged(one, other)
                if judged.score >= THRESHOLD:
                    found.append(Pair(one.id, other.id, judged))
        return _sorted(found)

    def _compared(self, key: str, block: Sequence[int]) -> Iterator[tuple[Facts, Facts]]:
        """Yield the pairs of a block; of a crowd only those that have the same words."""
        some = [self._facts[number] for number in block]
        if key[0] == _INITIAL:
            short = [one for one in some if isinstance(one, PersonFacts) and one.has_initial]
            yield from ((one, other) for one in short[:_CROWD] for other in some[:_MOST] if one is not other)
            return
        if len(some) <= _CROWD:
            yield from combinations(some, 2)
            return
        alike: dict[object, list[Facts]] = defaultdict(list)
        for one in some:
            alike[_content(one)].append(one)
        for group in alike.values():
            yield from combinations(group[:_CROWD], 2)

    def _far(self, one: Facts, other: Facts) -> bool:
        """Tell whether two records score less than ``THRESHOLD``, where that is quickly seen."""
        if isinstance(one, PersonFacts) and isinstance(other, PersonFacts):
            return people.far(one, other, self._distance)
        if isinstance(one, OrganisationFacts) and isinstance(other, OrganisationFacts):
            return organisations.far(one, other)
        return False

    def _judged(self, one: Facts, other: Facts) -> Likeness:
        if isinstance(one, PersonFacts) and isinstance(other, PersonFacts):
            return people.likeness(one, other, self._distance)
        if isinstance(one, OrganisationFacts) and isinstance(other, OrganisationFacts):
            return organisations.likeness(one, other, self._distance)
        if isinstance(one, PlaceFacts) and isinstance(other, PlaceFacts):
            return organisations.places(one, other, self._distance)
        return Likeness(0.0)


def _sorted(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (-pair.likeness.score, pair.one.int, pair.other.int)))


def _content(one: Facts) -> object:
    if isinstance(one, PersonFacts):
        return one.tokens
    return one.names[:1] if isinstance(one, OrganisationFacts) else one.words.tokens


def _keys(one: Facts) -> Iterator[str]:
    """Yield what two records that are one share at least once."""
    yield from (f"t{phone}" for phone in one.phones)
    if isinstance(one, PersonFacts):
        if one.mailbox:
            yield f"m{one.mailbox}"
        yield from (f"s{native}" for native in one.natives)
        yield from _name_keys(one.tokens)
    elif isinstance(one, OrganisationFacts):
        if one.domain:
            yield f"d{one.domain}"
        for name in one.names:
            yield f"a{name.acronym}"
            yield f"j{''.join(name.ordered)}"
            yield from (f"w{word}" for word in name.tokens if len(word) > 2)
            yield from (f"b{word[:4]}" for word in name.tokens if len(word) > 5)
            yield from (f"a{word}" for word in name.ordered if len(name.ordered) == 1 and len(word) <= 8)
    else:
        yield from (f"w{word}" for word in one.words.tokens)
        yield from (f"b{word[:4]}{one.town}" for word in one.words.tokens if len(word) > 5)


def _name_keys(tokens: tuple[str, ...]) -> Iterator[str]:
    """Yield each word of a name with the first letters of each other: a slip in one word leaves the other's key.

    Keys that begin with ``i`` have one letter: they bring initials together with the names they may stand for.
    """
    some = tokens[:5]
    for word in some:
        for other in some if len(word) > 1 else ():
            if other is not word:
                yield f"{_INITIAL}{word} {other[0]}"
                yield from (f"n{word} {letters}" for letters in _first_letters(other))
    if len(some) > 1:
        yield f"j{''.join(some)}"
    elif some:
        yield f"n{some[0]}"


_INITIAL = "i"


@lru_cache(maxsize=65536)
def _first_letters(word: str) -> tuple[str, ...]:
    """Return two letters of a word and of what it may be short for; none of an initial."""
    return tuple(dict.fromkeys(one[:2] for one in (word, *SHORT.get(word, ())) if len(one) > 1))
