"""The run sheet: all the team has to know of a day, on one page."""

from __future__ import annotations

from typing import Any

import pypdfium2

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemRole, LegMode
from tests.factories import MISSION, delegate, group, item, leg, organisation, person, place, plan, uid
from tests.sheets import printed, rows, sheets


def visit(number: int = 0, **fields: Any) -> list[Any]:
    """Return a visit with everything somebody on site asks for."""
    made = item(
        f"{7 + number // 2:02}:{30 * (number % 2):02}",
        None,
        f"Visit {number:02}",
        kind="site_visit",
        groups=["A"],
        place_id=uid("place:AIC"),
        booking="Ferri 24",
        payer_id=uid("organisation:ART-ER"),
        plan_b="Video call\nfrom the hotel",
        team_notes="Bring badges",
        **fields,
    )
    contact = r.ItemPerson(
        mission_id=MISSION, item_id=made.id, person_id=uid("person:Gorka Urrutia"), role=ItemRole.HOST_CONTACT
    )
    return [made, contact]


def mission(*things: Any) -> MissionPlan:
    return plan(
        delegate("Anna Neri", groups=["A"]),
        group("A", leader_id=uid("person:Bo Li")),
        person("Bo Li", mobile="+39 055 1"),
        person("Gorka Urrutia", mobile="+34 600 2"),
        organisation("ART-ER"),
        place("AIC", city="Amorebieta", address="Boroa P2", entrance="Gate 2"),
        r.Vehicle(
            id=uid("bus"), mission_id=MISSION, name="Bus 1", plate="AB 12", driver="Iker", driver_phone="+34 1"
        ),
        *things,
        on_call_name="Giulia",
        on_call_phone="+34 112",
    )


def test_a_row_has_all_a_team_asks_for() -> None:
    content = sheets(mission(*visit()), "runsheet")
    assert rows(content) == [
        (
            "07:00",
            "Visit 00 | AIC, Boroa P2, Amorebieta · Gate 2 | For: Group A",
            "Host contact: Gorka Urrutia · +34\u00a0600\u00a02 | Group A: Bo Li · +39\u00a0055\u00a01",
            "Booking: Ferri 24 | Paid by: ART-ER | Plan B: Video call from the hotel | Notes: Bring badges",
        )
    ]
    assert content.chapters[0].title == "Monday 5 May 2025"
    assert content.chapters[0].about == "Mission to Bilbao · Madrid, UTC+2 · On call: Giulia +34 112"


def test_legs_without_a_row_stand_where_they_belong_with_driver_and_vehicle() -> None:
    coach = leg("08:00", "08:40", "1", mode=LegMode.COACH, destination_text="AIC", vehicle_id=uid("bus"))
    content = sheets(mission(item("07:00", title="Early"), item("09:00", title="Later"), coach), "runsheet")
    assert [row[1].partition(" | ")[0] for row in rows(content)] == ["Early", "Coach AIC", "Later"]
    assert rows(content)[1][2] == "Driver: Iker · +34\u00a01 · Bus 1 · AB 12"


def test_what_was_called_off_stays_struck_out_and_ideas_are_not_on_it() -> None:
    off = item("09:00", title="Off", status="cancelled", plan_b="x")
    content = sheets(mission(off, item("10:00", title="Idea", status="idea")), "runsheet")
    assert rows(content) == [("09:00", "Off", "cancelled", "")]


def test_twenty_full_rows_fit_a_page_and_days_have_their_own() -> None:
    full = [one for number in range(20) for one in visit(number)]
    result = printed(mission(*full, item("09:00", title="Tomorrow", day=2)), "runsheet")
    document = pypdfium2.PdfDocument(result.data)
    first = document[0].get_textpage().get_text_bounded()
    assert result.pages == 2
    assert all(f"Visit {number:02}" in first for number in range(20))


def test_who_pays_is_for_the_team_alone() -> None:
    from missionplanner.domain.redaction import Audience, redacted

    made = mission(*visit(text=Texts.of("x")))
    assert all(redacted(made, one).items[0].plan_b is None for one in Audience if one is not Audience.TEAM)
