from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import OSA

from missionplanner.base.errors import Cancelled
from missionplanner.base.progress import Progress
from missionplanner.domain.likeness import Facts, Index, OrganisationFacts, PersonFacts, PlaceFacts
from missionplanner.domain.likeness.index import THRESHOLD
from tests import factories as f

LABELLED = json.loads(
    (Path(__file__).resolve().parents[1] / "data" / "likeness" / "pairs.json").read_text("utf-8")
)
KINDS: dict[str, Callable[..., Facts]] = {
    "people": PersonFacts,
    "organisations": OrganisationFacts,
    "places": PlaceFacts,
}


def made(kind: str, name: str, known: dict[str, Any]) -> Facts:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in known.items()}
    return KINDS[kind](f.uid(name), **values)


def score(kind: str, one: dict[str, Any], other: dict[str, Any]) -> float:
    """Return how like two are, found by way of their keys: what shares none is never compared."""
    found = Index([made(kind, "other", other)], OSA.distance).like(made(kind, "one", one), 0.0)
    return found[0].likeness.score if found else 0.0


def test_the_labelled_pairs_are_told_apart() -> None:
    right = {True: 0, False: 0}
    wrong: dict[bool, list[Any]] = {True: [], False: []}
    for kind, entries in LABELLED.items():
        for entry in entries:
            said = score(kind, entry["one"], entry["other"]) >= THRESHOLD
            if said == entry["same"]:
                right[said] += 1
            else:
                wrong[said].append(entry)
    assert sum(map(len, LABELLED.values())) >= 120
    assert right[True] / (right[True] + len(wrong[True])) >= 0.95, wrong[True]
    assert right[True] / (right[True] + len(wrong[False])) >= 0.9, wrong[False]


@pytest.mark.parametrize("kind", list(KINDS))
def test_likeness_has_no_direction(kind: str) -> None:
    for entry in LABELLED[kind]:
        there = score(kind, entry["one"], entry["other"])
        assert score(kind, entry["other"], entry["one"]) == there


@pytest.mark.parametrize("kind", list(KINDS))
def test_what_is_left_out_quickly_would_not_have_been_shown(kind: str) -> None:
    for entry in LABELLED[kind]:
        both = [made(kind, "one", entry["one"]), made(kind, "other", entry["other"])]
        shown = len(Index(both, OSA.distance).pairs())
        assert shown == (score(kind, entry["one"], entry["other"]) >= THRESHOLD)


def test_reasons_are_told() -> None:
    known = {"given": "Anna", "family": "Neri", "email": "anna@example.org"}
    (pair,) = Index([made("people", "a", known), made("people", "b", known)], OSA.distance).pairs()
    assert pair.likeness.score > 0.95
    assert [str(one) for one in pair.likeness.reasons] == ["same e-mail", "same name"]


def test_a_family_is_never_one_person() -> None:
    shared = {
        "family": "Rossi",
        "email": "casa@rossi.example",
        "phones": ["+390512223344"],
        "organisation": "Rossi",
    }
    for given in ("Luca", "Marta", "M. Luisa", "Carlo Jr"):
        assert score("people", {"given": "Carlo", **shared}, {"given": given, **shared}) < THRESHOLD


def test_an_index_follows_changes() -> None:
    index = Index([made("people", "a", {"given": "Anna", "family": "Neri"})], OSA.distance)
    draft = made("people", "new", {"given": "Anna", "family": "Neri"})
    assert len(index.like(draft)) == 1
    index.add(made("people", "a", {"given": "Bruno", "family": "Neri"}))
    assert index.like(draft) == ()
    index.discard(f.uid("a"))
    assert len(index) == 0


def test_comparing_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    known = {"given": "Anna", "family": "Neri"}
    with pytest.raises(Cancelled):
        Index([made("people", "a", known), made("people", "b", known)], OSA.distance).pairs(progress)
