"""Signs for tables and name tents: which tables there are, who speaks, which size they have."""

from __future__ import annotations

import pypdfium2

from missionplanner.documents.content.labels import Named
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import DelegateRole, ItemRole
from tests.factories import MISSION, delegate, item, organisation, person, plan, uid
from tests.sheets import content_of, printed

SESSION, DINNER = uid("session"), uid("item:Dinner")


def meeting(name: str, other: str, table: str) -> r.Meeting:
    own = (uid(f"organisation:{name}"), uid(f"organisation:{other}"))
    return r.Meeting(mission_id=MISSION, matchmaking_id=SESSION, a_id=own[0], b_id=own[1], table=table)


def mission() -> MissionPlan:
    b2b = item("15:00", title="B2B", kind="b2b", day=2, place_text="Bizkaia Aretoa")
    return plan(
        b2b,
        item("20:00", title="Dinner", kind="meal", day=2),
        item("21:00", title="Called off", kind="meal", status="cancelled"),
        *(organisation(name) for name in ("AIC", "Tecnalia", "Clust-ER", "ART-ER")),
        r.Matchmaking(id=SESSION, mission_id=MISSION, title=Texts.of("B2B"), item_id=b2b.id),
        *(r.Table(mission_id=MISSION, matchmaking_id=SESSION, name=name) for name in ("1", "2")),
        meeting("AIC", "Clust-ER", "1"),
        meeting("ART-ER", "AIC", "1"),
        meeting("Tecnalia", "ART-ER", "2"),
        r.SeatingTable(mission_id=MISSION, item_id=DINNER, name="Presidency"),
        r.SeatingTable(mission_id=MISSION, item_id=DINNER, position=1),
        r.SeatingTable(mission_id=MISSION, item_id=uid("item:Called off"), name="Never"),
        delegate("Anna Neri"),
        delegate("Bo Li", role=DelegateRole.SPEAKER, position=1),
        delegate("Cy Ode", position=2),
        person("Ane Etxe"),
        r.ItemPerson(
            mission_id=MISSION, item_id=b2b.id, person_id=uid("person:Ane Etxe"), role=ItemRole.MODERATOR
        ),
        r.Pitch(mission_id=MISSION, item_id=b2b.id, person_id=uid("person:Anna Neri")),
    )


def shown(what: str) -> list[Named]:
    return list(content_of(mission(), "tables", choices=(("what", what),)).labels)


def test_signs_are_made_of_every_table_of_what_takes_place() -> None:
    signs = shown("tables")
    assert [(one.role, one.name) for one in signs] == [
        ("Table", "1"),
        ("Table", "2"),
        ("", "Presidency"),
        ("Table", "2"),
    ]
    assert signs[0].lines == ("B2B", "6 May 2025 · Bizkaia Aretoa")


def test_a_sign_names_the_organisation_that_always_sits_there() -> None:
    assert [one.organisation for one in shown("b2b")] == ["AIC", ""]


def test_signs_of_one_sort_can_be_asked_for() -> None:
    assert [one.name for one in shown("seating")] == ["Presidency", "2"]


def test_tents_are_for_those_who_speak_or_for_all_delegates() -> None:
    assert [one.name for one in shown("speakers")] == ["Anna Neri", "Bo Li", "Ane Etxe"]
    assert [one.name for one in shown("delegates")] == ["Anna Neri", "Cy Ode", "Bo Li"]


def test_signs_and_tents_have_sizes_of_their_own_unless_another_is_wanted() -> None:
    pages = [
        printed(mission(), "tables", choices=choices).pages
        for choices in (
            (("what", "delegates"),),
            (("what", "delegates"), ("format", "a6_fold")),
            (("what", "seating"), ("format", "a4")),
        )
    ]
    assert pages == [3, 2, 2]


def test_there_is_nothing_where_there_are_no_tables() -> None:
    data = printed(plan(), "tables").data
    assert "The mission has no tables yet." in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
