"""What a row of the agenda says, whatever is unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.base.messages import Message
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode, PartOfDay
from missionplanner.gui.models.agenda import AgendaModel, rows_of
from missionplanner.gui.models.days import days_of
from missionplanner.gui.wording import Wording
from tests.factories import date_of, delegate, item, leg, place, plan, uid

ENGLISH = Wording(translator("en"))


def test_an_item_of_two_groups_names_them_and_one_of_people_counts_them() -> None:
    made = plan(
        delegate("Anna Neri", groups=["Green"]),
        delegate("Ugo Blu", groups=["Digital"]),
        item("09:00", "10:00", "Both", groups=["Green", "Digital"]),
        item("10:00", "11:00", "One", people=["Anna Neri"]),
        item("11:00", "12:00", "Others", excepted=["Anna Neri"]),
    )
    facts = [row.facts for row in rows_of(made, date_of(1), (), ENGLISH)]
    assert facts == ["Green, Digital", "1 person", "1 person"]


def test_times_come_from_the_leg_and_tell_the_day_after() -> None:
    made = plan(
        leg("23:10", "01:05", "XY 1", end_day=2, origin="BLQ", destination="BIO"),
        item(None, None, "Flight", leg="XY 1", kind=ItemKind.FLIGHT),
    )
    (row,) = rows_of(made, date_of(1), (), ENGLISH)
    assert (row.start, row.end, row.facts) == ("23:10", "01:05 +1", "BLQ → BIO  ·  Everyone")


def test_a_part_of_day_stands_where_no_time_is_known() -> None:
    made = plan(item(None, None, "Walk", part_of_day=PartOfDay.EVENING, status=ItemStatus.CANCELLED))
    (row,) = rows_of(made, date_of(1), (), ENGLISH)
    assert (row.start, row.end, row.status, row.faint) == ("Evening", "", "Cancelled", True)


def test_a_way_on_foot_has_feet_and_a_place_its_city_once() -> None:
    made = plan(
        leg("09:00", "09:10", "walk", mode=LegMode.ON_FOOT),
        place("Palace, Bilbao", city="Bilbao"),
        item(None, None, "Walk", leg="walk", kind=ItemKind.TRANSFER, place_id=uid("place:Palace, Bilbao")),
    )
    (row,) = rows_of(made, date_of(1), (), ENGLISH)
    assert row.icon == "footprints"
    assert row.facts.startswith("Palace, Bilbao  ·")


def finding(severity: Severity, title: str, accepted: str | None = None) -> Finding:
    return Finding(
        rule="r", severity=severity, message=Message("x"), items=(uid(f"item:{title}"),), accepted=accepted
    )


@pytest.mark.parametrize(
    ("severity", "accepted", "issues", "clash"),
    [
        (Severity.CLASH, None, 1, True),
        (Severity.WARNING, None, 1, False),
        (Severity.CLASH, "agreed", 0, False),
        (Severity.TO_DO, None, 0, False),
    ],
)
def test_open_clashes_and_warnings_mark_rows_and_days(
    severity: Severity, accepted: str | None, issues: int, clash: bool
) -> None:
    made = plan(item("09:00", "10:00", "Visit"))
    found = [finding(severity, "Visit", accepted)]
    (row,) = rows_of(made, date_of(1), found, ENGLISH)
    assert (row.issues, row.clash) == (issues, clash)
    first = days_of(made, found, ENGLISH)[0]
    assert first.clashes + first.warnings == issues


def test_the_shelf_is_a_day_only_while_something_lies_on_it() -> None:
    shelf = plan(item(None, None, "Idea", day=None))
    assert [day.title for day in days_of(shelf, (), ENGLISH)][-1] == "Not placed"
    assert all(day.date is not None for day in days_of(plan(), (), ENGLISH))


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_the_model_shows_what_it_was_given_last(before: list[str], after: list[str]) -> None:
    model = AgendaModel(ENGLISH)
    for titles in (before, after):
        rows = rows_of(plan(*(item(None, None, title) for title in titles)), date_of(1), (), ENGLISH)
        model.show(rows)
        assert [model.index(place).data() for place in range(model.rowCount())] == titles
    assert all(model.place_of(row.id) == place for place, row in enumerate(model.rows))
