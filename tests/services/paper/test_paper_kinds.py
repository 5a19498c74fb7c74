"""Kinds as window and command line list them: under headings, found by their words, or with why there is none."""

from __future__ import annotations

import pytest

from missionplanner.services.paper import paper_kinds
from tests.factories import delegate, item, plan


def test_every_kind_stands_under_one_heading() -> None:
    listed = [one for _title, kinds in paper_kinds.by_section() for one in kinds]
    assert sorted(one.id for one in listed) == sorted(one.id for one in paper_kinds.kinds())
    assert all(one.id and one.papers for one in listed)


@pytest.mark.parametrize("kind", [one.id for one in paper_kinds.kinds()])
def test_an_empty_mission_has_a_reason_or_a_document(kind: str) -> None:
    found = paper_kinds.kind_of(kind)
    assert found is not None
    why = paper_kinds.why_none(plan(), found)
    assert why is None or why.text.endswith(".")
    assert (why is not None) or not (found.for_persons or found.for_subjects)


def test_a_reason_goes_with_what_was_missing() -> None:
    there = plan(delegate("Anna Neri"), item("09:00", "10:00", "Visit"))
    kinds = {one.id: paper_kinds.why_none(there, one) for one in paper_kinds.kinds()}
    assert [kinds[one] for one in ("itinerary", "badges", "runsheet", "attendance")] == [None] * 4
    assert kinds["changes"] is not None
    assert kinds["driver"] is not None


def test_kinds_are_found_in_both_languages_of_the_screen() -> None:
    found = paper_kinds.kind_of("programme")
    assert found is not None
    words = paper_kinds.words_of(found)
    assert {"Mission programme", "Programma della missione"} <= set(words)
