"""Find what a query means: entries of all groups, best first, and verbs with what they are about in one line."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from missionplanner.gui.palette.entries import Entry, Group, Indexed, indexed_again
from missionplanner.gui.palette.matching import EXACT, LOOSE, OTHER_EXACT, OTHER_WORD, needle, score

PREFIXES: dict[str, frozenset[Group]] = {
    ">": frozenset({Group.ACTIONS}),
    "@": frozenset({Group.PEOPLE}),
    "#": frozenset({Group.ITEMS}),
}
"""First sign typed → the groups it is about."""
SHOWN: dict[Group, int] = {Group.ACTIONS: 6, Group.ITEMS: 6, Group.PEOPLE: 5, Group.ORGANISATIONS: 5}
"""How many of a group are listed beside others."""
SHOWN_OF_OTHERS = 4
SHOWN_ALONE = 100
UNFOLDED = 5
_LINKING = frozenset(
    ("to", "a", "as", "by", "of", "on", "for", "the", "in", "al", "alla", "allo", "all", "come")
    + ("di", "da", "dal", "del", "il", "la", "lo", "per")
)
_SIGNED = "+-−"
"""How an amount begins, which is no part of a name."""
_CLEARLY_BETTER = 100

Hit = tuple[int, Entry]


@dataclass(frozen=True, slots=True)
class Found:
    """Be the entries of one group, best first, and how many there are of which these are shown."""

    group: Group
    entries: tuple[Entry, ...]
    count: int


def find(index: Iterable[Indexed], query: str) -> list[Found]:
    """Return what fits a query, in groups. A first sign of ``PREFIXES`` narrows it to its groups.

    What fits only by chance is left out where something fits truly; where nothing fits, a slip of the finger in
    each word is forgiven.
    """
    groups = PREFIXES.get(query[:1])
    sought = query[1:] if groups else query
    chosen = [one for one in index if groups is None or one.entry.group in groups]
    if groups and not sought.strip():
        return _listed([(0, one.entry) for one in chosen if not one.entry.why_not], alone=True)
    hits = weighed(chosen, sought)
    found = _listed(hits, alone=groups is not None)
    return found if groups else _best_first(found, hits)


def weighed(index: Iterable[Indexed], query: str) -> list[Hit]:
    """Return what fits a query with its score; two hits of one key are one."""
    hits = _hits(index, query, forgiving=False) or _hits(index, query, forgiving=True)
    best = max((value for value, _entry in hits), default=0)
    return [one for one in hits if one[0] > LOOSE or best <= LOOSE]


def choices(index: Iterable[Indexed], query: str) -> list[Found]:
    """Return what fits among the choices of a second step; all of them where nothing is typed."""
    if not query.strip():
        entries = tuple(one.entry for one in index)
        return [Found(Group.CHOICES, entries[:SHOWN_ALONE], len(entries))] if entries else []
    return [replace(one, group=Group.CHOICES) for one in _listed(weighed(index, query), alone=True, together=True)]


def unfolded(verbs: Iterable[Entry], query: str, choices_of: Callable[[Entry], list[Indexed]]) -> list[Entry]:
    """Return verbs with what they are about, where a query names both: "move day tuesday +20"."""
    tokens = query.split()
    made: dict[str, Entry] = {}
    for verb in verbs:
        ready = indexed_again([verb])
        meant = _hits_well(ready, tokens)  # the verb alone is named, not yet what it is about
        for count in range(1, 1 if meant else len(tokens)):
            rest = _without_link(tokens[count:])
            if rest and _hits_well(ready, tokens[:count]):
                for one in _reached(verb, rest, choices_of):
                    made.setdefault(one.title, replace(one, key=verb.key, group=Group.ACTIONS))
    return sorted(made.values(), key=lambda one: one.leads_on)[:UNFOLDED]


def _hits_well(index: list[Indexed], tokens: list[str]) -> bool:
    return score(needle(" ".join(tokens)), index[0].words) >= OTHER_WORD


def _reached(step: Entry, tokens: list[str], choices_of: Callable[[Entry], list[Indexed]]) -> Iterator[Entry]:
    """Yield where a step leads with the words after it."""
    if step.answers is not None:
        yield from step.answers(" ".join(tokens))
    if step.choices is None:
        return
    index = choices_of(step)
    for count in range(len(tokens), 0, -1):
        if any(token[0] in _SIGNED for token in tokens[:count]):
            continue
        rest = _without_link(tokens[count:])
        sought = needle(" ".join(tokens[:count]))
        hits = [(value, one.entry) for one in index if (value := score(sought, one.words)) >= OTHER_WORD]
        for _value, choice in sorted(hits, key=_order)[:UNFOLDED]:
            reached = replace(choice, title=f"{step.name}: {choice.title}", key=f"{step.key} {choice.key}")
            if not rest:
                yield reached
            elif choice.leads_on:
                yield from _reached(reached, rest, choices_of)


def _without_link(tokens: list[str]) -> list[str]:
    return tokens[1:] if tokens and tokens[0].casefold() in _LINKING else tokens


def _hits(index: Iterable[Indexed], query: str, *, forgiving: bool) -> list[Hit]:
    sought = needle(query, forgiving=forgiving)
    hits: dict[str, Hit] = {}
    asked = sought.letters
    for one in [one for one in index if one.words.letters & asked == asked]:
        value = score(sought, one.words)
        entry = one.entry
        if value and (not entry.why_not or value in (EXACT, OTHER_EXACT)) and entry.key not in hits:
            hits[entry.key] = (value + entry.boost if value > LOOSE else value, entry)
    return list(hits.values())


def _order(hit: Hit) -> tuple[int, int]:
    value, entry = hit
    return -value, len(entry.title) if value else 0  # what nobody searched for stays in its own order


def _listed(hits: list[Hit], *, alone: bool, together: bool = False) -> list[Found]:
    by_group: dict[Group, list[Hit]] = {}
    for one in hits:
        by_group.setdefault(Group.CHOICES if together else one[1].group, []).append(one)
    found = []
    for group in sorted(by_group):
        most = SHOWN_ALONE if alone else SHOWN.get(group, SHOWN_OF_OTHERS)
        best = heapq.nsmallest(most, by_group[group], key=_order)
        found.append(Found(group, tuple(entry for _value, entry in best), len(by_group[group])))
    return found


def _best_first(found: list[Found], hits: list[Hit]) -> list[Found]:
    """Put the best of all at the top where a group before it has nothing nearly as good."""
    if len(found) < 2:
        return found
    value, best = min(hits, key=_order)
    first = max(value for value, entry in hits if entry.group is found[0].group)
    if best.group is found[0].group or value < first + _CLEARLY_BETTER:
        return found
    rest = [replace(one, entries=tuple(entry for entry in one.entries if entry is not best)) for one in found]
    return [Found(Group.BEST, (best,), 1), *(one for one in rest if one.entries)]
