"""Put the rows of two languages side by side, under heads that say both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.values import Day, Pair


def paired(days: Sequence[Day], each: Sequence[Agenda], own: Sequence[Sequence[Day]]) -> tuple[Day, ...]:
    """Return days whose rows are pairs; ``own`` are the same days in the language of each of two agendas.

    What groups do at the same time follows one after the other: a page has no room for more than two columns.
    """
    language = each[1].voice.language
    found = []
    for day, first, second in zip(days, *own, strict=True):
        rows = zip(first.rows, second.rows, strict=True)
        found.append(replace(day, entries=tuple(Pair(one, other, language) for one, other in rows)))
    return tuple(found)


def shared_by_both(each: Sequence[Agenda]) -> frozenset[int]:
    """Return the identities of the rows several readers have in common, in either language."""
    return frozenset().union(*(one.shared for one in each))
