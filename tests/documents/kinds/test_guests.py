"""The list at the door and the caterer's note: who comes with whom, who eats what, whose name is told to whom."""

from __future__ import annotations

import pytest

from missionplanner.documents import press
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import ItemRole, Rsvp
from tests.factories import MISSION, delegate, item, person, plan, uid
from tests.sheets import order_of, rows, sheets, tables, told


def dinner() -> MissionPlan:
    def guest(name: str, rsvp: Rsvp | None, companions: int | None = None) -> r.ItemPerson:
        return r.ItemPerson(
            mission_id=MISSION,
            item_id=uid("item:Dinner"),
            person_id=uid(f"person:{name}"),
            role=ItemRole.GUEST,
            rsvp=rsvp,
            companions=companions,
        )

    return plan(
        delegate("Anna Neri", diet=Secret("vegetariana")),
        delegate("Zoe Bianchi", diet=Secret("allergia alle noci")),
        delegate("Bo Li", diet=Secret("halal")),
        person("Gorka Urrutia"),
        person("Miren Arana"),
        item("20:00", "22:00", "Dinner", kind="meal", booking="Ferri"),
        guest("Gorka Urrutia", Rsvp.ACCEPTED, 2),
        guest("Miren Arana", Rsvp.DECLINED, 1),
        guest("Bo Li", Rsvp.DECLINED),
        r.SeatingTable(id=uid("table"), mission_id=MISSION, item_id=uid("item:Dinner"), name="Table 3", seats=8),
        r.Seat(mission_id=MISSION, table_id=uid("table"), person_id=uid("person:Zoe Bianchi"), number=5),
    )


def test_guests_stand_by_name_with_a_box_and_who_declined_is_struck_out() -> None:
    content = sheets(dinner(), "guests", subject_id=uid("item:Dinner"))
    ((_, table),) = tables(content)
    shown = [
        ("struck" if one.struck else "[]" if one.cells[0].boxes else "", *cells[1:])
        for one, cells in zip(table.rows, rows(content), strict=True)
    ]
    assert shown == [
        ("struck", "Arana, Miren", "", "", "Is not coming"),
        ("[]", "Bianchi, Zoe", "", "", ""),
        ("struck", "Li, Bo", "", "", "Is not coming"),
        ("[]", "Neri, Anna", "", "", ""),
        ("[]", "Urrutia, Gorka", "", "+2", "Is coming"),
    ]
    assert content.chapters[0].count == "5 guests"
    assert content.chapters[0].facts[-1].detail == "Is coming: 1\nIs not coming: 2"


def test_the_door_knows_no_diet() -> None:
    shown = told(sheets(dinner(), "guests", subject_id=uid("item:Dinner")))
    assert "noci" not in shown
    assert "vegetariana" not in shown


def test_the_caterer_counts_those_who_come_and_whom_they_bring() -> None:
    content = sheets(dinner(), "catering", subject_id=uid("item:Dinner"), choices=(("names", "none"),))
    assert rows(content) == [("Vegetarian", "1"), ("Nut allergy", "1"), ("No diet known", "3")]
    assert {one.label: one.value for one in content.chapters[0].facts}["Covers"] == "5"
    assert "Bianchi" not in told(content)


@pytest.mark.parametrize(
    ("names", "known"), [("needed", {"Bianchi, Zoe"}), ("all", {"Bianchi, Zoe", "Neri, Anna"})]
)
def test_the_caterer_gets_names_only_where_a_mistake_does_harm(names: str, known: set[str]) -> None:
    content = sheets(dinner(), "catering", subject_id=uid("item:Dinner"), choices=(("names", names),))
    by_name = [row for row in rows(content) if len(row) == 3]
    assert {row[0] for row in by_name} == known
    assert ("Bianchi, Zoe", "Table 3, seat 5", "Nut allergy | allergia alle noci") in by_name


def test_no_diet_is_kept_of_a_note_given_out() -> None:
    (kept,) = press.told(dinner(), [order_of("catering", subject_id=uid("item:Dinner"))])
    assert "noci" not in str(kept)
