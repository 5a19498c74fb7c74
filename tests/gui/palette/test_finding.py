"""What a query means: groups, the best of all, what is left out, and verbs with what they are about."""

from __future__ import annotations

import pytest

from missionplanner.gui.palette.entries import Entry, Group, Indexed, indexed
from missionplanner.gui.palette.finding import SHOWN_ALONE, choices, find, unfolded


def entry(title: str, group: Group = Group.ACTIONS, **more: object) -> Entry:
    return Entry(**{"key": f"{group.name}:{title}", "group": group, "title": title, "run": list, **more})  # type: ignore[arg-type]


def titles(index: list[Indexed], query: str) -> list[tuple[Group, list[str]]]:
    return [(found.group, [one.title for one in found.entries]) for found in find(index, query)]


INDEX = indexed(
    [
        entry("Move a day"),
        entry("Undo", why_not="Nothing to undo"),
        entry("Move house", Group.ITEMS),
        entry("Anna Movetti", Group.PEOPLE),
        entry("Bilbao", Group.PLACES),
    ]
)


def test_groups_come_in_their_order() -> None:
    assert titles(INDEX, "mov") == [
        (Group.ACTIONS, ["Move a day"]),
        (Group.ITEMS, ["Move house"]),
        (Group.PEOPLE, ["Anna Movetti"]),
    ]


@pytest.mark.parametrize(
    ("query", "group", "found"),
    [
        (">mov", Group.ACTIONS, "Move a day"),
        ("# mov", Group.ITEMS, "Move house"),
        ("@mov", Group.PEOPLE, "Anna Movetti"),
    ],
)
def test_a_first_sign_narrows(query: str, group: Group, found: str) -> None:
    assert titles(INDEX, query) == [(group, [found])]


def test_a_sign_alone_lists_its_group() -> None:
    assert titles(INDEX, ">") == [(Group.ACTIONS, ["Move a day"])]


def test_what_cannot_be_done_is_found_by_its_full_name_only() -> None:
    assert titles(INDEX, "und") == []
    assert titles(INDEX, "undo") == [(Group.ACTIONS, ["Undo"])]


def test_the_best_of_all_comes_first_whatever_its_group() -> None:
    index = indexed([entry("Abilbao"), entry("Bilbao", Group.PLACES), entry("Bilbao harbour", Group.PLACES)])
    assert titles(index, "bilbao") == [
        (Group.BEST, ["Bilbao"]),
        (Group.ACTIONS, ["Abilbao"]),
        (Group.PLACES, ["Bilbao harbour"]),
    ]


def test_chance_gives_way_to_what_is_meant_and_helps_where_nothing_is() -> None:
    index = indexed([entry("Great iron works"), entry("Gown", Group.ITEMS)])
    assert titles(index, "gow") == [(Group.ITEMS, ["Gown"])]
    assert titles(index[:1], "gow") == [(Group.ACTIONS, ["Great iron works"])]
    assert titles(INDEX, "bilnao") == [(Group.PLACES, ["Bilbao"])]


def test_of_two_entries_of_one_key_the_first_counts() -> None:
    index = indexed([entry("Anna", Group.PEOPLE, hint="here", key="p"), entry("Anna", Group.PEOPLE, key="p")])
    ((found,),) = [one.entries for one in find(index, "anna")]
    assert found.hint == "here"


def test_long_groups_are_cut_and_say_how_many_there_are() -> None:
    index = indexed(entry(f"Anna {number}", Group.PEOPLE) for number in range(300))
    (beside,) = find(index, "anna")
    (alone,) = find(index, "@anna")
    assert (len(beside.entries), beside.count) == (5, 300)
    assert (len(alone.entries), alone.count) == (SHOWN_ALONE, 300)
    assert [len(one.entries) for one in choices(index, "")] == [SHOWN_ALONE]


DAYS = [entry("Tuesday 6 May"), entry("Wednesday 7 May")]
MOVE = entry(
    "Move a day…",
    run=None,
    words=("sposta giorno",),
    choices=lambda: [
        entry(day.title, run=None, answers=lambda typed, day=day: [entry(f"{day.title} {typed}")]) for day in DAYS
    ],
)
COPY = entry(
    "Copy a day…", run=None, choices=lambda: [entry(day.title, run=None, choices=lambda: DAYS) for day in DAYS]
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("move tuesday", "Move a day: Tuesday 6 May"),
        ("move day tue +20", "Tuesday 6 May +20"),
        ("sposta wed -1h", "Wednesday 7 May -1h"),
        ("copy day tue to wed", "Copy a day: Tuesday 6 May: Wednesday 7 May"),
        ("copy tue wed", "Copy a day: Tuesday 6 May: Wednesday 7 May"),
    ],
)
def test_verbs_are_said_with_what_they_are_about(query: str, first: str) -> None:
    found = unfolded([MOVE, COPY], query, lambda step: indexed(step.choices() if step.choices else []))
    assert found[0].title == first
    assert found[0].key in (MOVE.key, COPY.key)


@pytest.mark.parametrize("query", ["", "move", "move a day", "xyz tuesday", "move xyz"])
def test_a_verb_alone_is_not_unfolded(query: str) -> None:
    assert unfolded([MOVE], query, lambda step: indexed(step.choices() if step.choices else [])) == []
