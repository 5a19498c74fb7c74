"""What a row of the agenda says, whatever is unknown."""

from __future__ import annotations

import pytest

from missionplanner.base.i18n import translator
from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode, PartOfDay
from missionplanner.gui.models.days import days_of
from missionplanner.gui.models.rows import Column, all_rows, rows_of
from missionplanner.gui.wording import Wording
from tests.factories import MISSION, date_of, delegate, item, leg, organisation, person, place, plan, uid

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


def test_a_row_says_every_cell_and_its_day_aloud() -> None:
    made = plan(
        organisation("BAIC"),
        item("09:00", "10:00", "Visit", groups=["Green"], place_text="Hall 3"),
        r.ItemHost(
            id=uid("host"), mission_id=MISSION, item_id=uid("item:Visit"), organisation_id=uid("organisation:BAIC")
        ),
    )
    (row,) = all_rows(made, (), ENGLISH)
    assert row.cells == ("Visit", "Mon 5 May", "09:00", "10:00", "Hall 3", "BAIC", "Green", "Confirmed")
    assert row.spoken == "Institutional meeting, Visit, 5 May, 09:00–10:00, Hall 3, Green, Confirmed"
    assert row.cells[Column.PLACE] == row.place


def test_lanes_are_the_groups_named_or_those_of_the_people_named() -> None:
    made = plan(
        delegate("Anna Neri", groups=["Green"]),
        delegate("Ugo Blu", groups=["Digital"]),
        item(None, None, "Groups", groups=["Green"]),
        item(None, None, "Person", people=["Ugo Blu"]),
        item(None, None, "All people", people=["Ugo Blu", "Anna Neri"]),
        item(None, None, "All"),
    )
    green, digital = uid("group:Green"), uid("group:Digital")
    found = {row.title: (row.lanes, row.grouped) for row in all_rows(made, (), ENGLISH)}
    assert found == {
        "Groups": ((green,), True),
        "Person": ((digital,), False),
        "All people": (None, False),
        "All": (None, False),
    }


def test_chips_name_organisations_once_and_people_of_none() -> None:
    firm = organisation("MECH cluster", short="MECH")
    made = plan(
        firm,
        person("Anna Neri", organisation_id=firm.id),
        person("Ugo Blu", organisation_id=firm.id),
        *(delegate(name) for name in ("Anna Neri", "Ugo Blu", "Ida Verdi")),
        item("09:00", "10:00", "Visit"),
    )
    assert all_rows(made, (), ENGLISH)[0].chips == ("MECH", "Verdi")


def test_a_row_of_a_leg_is_locked_where_another_of_its_rows_is() -> None:
    made = plan(
        leg("09:00", "10:00", "XY 1"),
        item(None, None, "Boarding", leg="XY 1", locked=True),
        item(None, None, "Flight", leg="XY 1"),
        item("11:00", "12:00", "Visit"),
    )
    assert [row.locked for row in all_rows(made, (), ENGLISH)] == [True, True, False]


def test_problems_are_said_beside_the_item() -> None:
    made = plan(item("09:00", "10:00", "Visit"))
    (row,) = all_rows(made, [finding(Severity.CLASH, "Visit")], ENGLISH)
    assert row.problems == ("x",)
    assert row.spoken.endswith("1 issue")
