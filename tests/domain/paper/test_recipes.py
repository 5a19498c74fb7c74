"""Recipes: they come back as they were saved, and what is none is refused."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.documents.kinds import kind_of
from missionplanner.domain.paper.recipes import BUILT_IN, Form, Line, Recipe, as_text, read

words = st.text(min_size=1, max_size=8)
lines = st.builds(
    Line,
    kind=words,
    variant=st.none() | words,
    languages=st.lists(words, max_size=3).map(tuple),
    paper=st.none() | words,
    choices=st.lists(st.tuples(words, words), max_size=2).map(tuple),
)
recipes = st.builds(
    Recipe,
    lines=st.lists(lines, min_size=1, max_size=4).map(tuple),
    form=st.sampled_from(Form),
    groups=st.lists(st.uuids(), max_size=2).map(tuple),
    people=st.lists(st.uuids(), max_size=2).map(tuple),
    issue=st.booleans(),
    draft=st.booleans(),
    calendars=st.booleans(),
)


@given(recipes)
def test_a_recipe_comes_back_as_it_was(recipe: Recipe) -> None:
    assert read(as_text(recipe)) == recipe


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"version": 2, "lines": []}', "[" * 5000, "x" * 200_000]
)
def test_what_is_no_recipe_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Invalid):
        read(text)


def test_a_field_of_another_kind_is_refused() -> None:
    good = as_text(Recipe(lines=(Line(kind="itinerary"),), people=(uuid4(),)))
    with pytest.raises(Invalid):
        read(good.replace('"lines": [{', '"lines": [[{').replace("}]", "}]]", 1))


@pytest.mark.parametrize("built_in", BUILT_IN, ids=lambda one: one.key)
def test_the_recipes_of_the_program_name_kinds_there_are(built_in: object) -> None:
    assert all(kind_of(line.kind) for line in built_in.recipe.lines)  # type: ignore[attr-defined]
