"""As whom the agenda can be seen, and what is theirs."""

from __future__ import annotations

from missionplanner.base.i18n import translator
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.agenda.seeing import Viewer, items_of, viewers
from missionplanner.gui.wording import Wording
from tests.factories import MISSION, delegate, group, item, leg, organisation, person, place, plan, uid

ENGLISH = Wording(translator("en"))
HOST = r.ItemHost(mission_id=MISSION, item_id=uid("item:Visit"), organisation_id=uid("organisation:Host"))


def mission() -> MissionPlan:
    return plan(
        person("Anna Neri", organisation_id=uid("organisation:Firm")),
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        group("Empty"),
        organisation("Host"),
        organisation("Firm"),
        organisation("Unknown"),
        HOST,
        place("Lab"),
        place("Nowhere"),
        item("09:00", "10:00", "Visit", groups=["A"], place_id=uid("place:Lab")),
        item("11:00", "12:00", "Lunch"),
        leg("13:00", "14:00", "AZ1", origin="BLQ", destination="BIO"),
        leg("15:00", "16:00", "AZ2"),
        item(title="Flight", leg="AZ1", people=["Bo Li"]),
    )


def named() -> dict[str, Viewer]:
    return {one.name: one for one in viewers(mission(), ENGLISH)}


def seen(name: str) -> set[str]:
    there = mission()
    return {item.title.best("en", ()) for item in there.items if item.id in items_of(there, named()[name])}


def test_people_come_first_by_family_name_and_only_what_plays_a_part_is_listed() -> None:
    assert [(one.kind, one.name) for one in viewers(mission(), ENGLISH)] == [
        ("person", "Bo Li"),
        ("person", "Anna Neri"),
        ("group", "Empty"),
        ("group", "A"),
        ("group", "B"),
        ("organisation", "Firm"),
        ("organisation", "Host"),
        ("place", "Lab"),
        ("vehicle", "AZ1 BLQ → BIO"),
    ]


def test_each_sees_what_is_theirs() -> None:
    assert seen("Anna Neri") == {"Visit", "Lunch"}
    assert seen("Bo Li") == {"Lunch", "Flight"}
    assert seen("A") == {"Visit", "Lunch"}
    assert seen("Firm") == {"Visit", "Lunch"}
    assert seen("Host") == {"Visit"}
    assert seen("Lab") == {"Visit"}
    assert seen("AZ1 BLQ → BIO") == {"Flight"}


def test_a_group_without_members_has_what_is_for_it_by_name() -> None:
    there = plan(group("Empty"), item("09:00", "10:00", "Theirs", groups=["Empty"]), item("11:00", "12:00", "All"))
    (viewer,) = viewers(there, ENGLISH)
    assert uid("item:Theirs") in items_of(there, viewer)
