"""Messages of days, transfers and changes: short, in local time, and of a change only what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import translator
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.clipboard_text import LONGEST_MESSAGE
from missionplanner.domain.programme.message_text import change_message, day_message, leg_message
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemStatus
from tests.factories import START, delegate, item, leg, mission, place, plan, uid

EN = translator("en")
HALL = place("Hall", address="Via 1", city="Bilbao", meeting_point="By the clock")


def show(day: dt.date) -> str:
    return day.isoformat()


def made(**fields: Any) -> MissionPlan:
    return plan(
        mission(on_call_name="Ada", on_call_phone="+39 1", home_zone="America/New_York"),
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        HALL,
        item("09:00", "10:00", "Visit", place_id=HALL.id, **fields),
        item("11:00", None, "Lunch of B", groups=["B"]),
    )


def test_a_day_for_all_and_for_one() -> None:
    whole = day_message(made(), START, EN, show)
    assert whole == (
        "2025-05-05\nlocal time (Madrid)\n09:00–10:00 · Visit · Hall · Meeting point: By the clock\n"
        "11:00 · Lunch of B\nContact: Ada +39 1"
    )
    assert "Lunch" not in day_message(made(), START, EN, show, uid("person:Anna Neri"))
    assert "Nothing is planned." in day_message(made(), dt.date(2025, 5, 7), EN, show)


@given(st.lists(st.text(max_size=90), max_size=40))
def test_a_day_is_never_too_long(titles: list[str]) -> None:
    things = [item("09:00", None, f"{number}{title}") for number, title in enumerate(titles)]
    assert len(day_message(plan(*things), START, EN, show)) <= LONGEST_MESSAGE


def test_a_transfer_says_when_where_and_with_whom() -> None:
    coach = r.Vehicle(id=uid("v"), mission_id=mission().id, name="Coach 1", driver="Ivo", driver_phone="+34 2")
    ride = leg("08:00", None, "L", origin_text="Hotel", destination_text="AIC", vehicle_id=coach.id)
    one = plan(mission(), coach, ride)
    text = leg_message(one, one.legs[0], EN, show)
    assert "2025-05-05, 08:00" in text and "Hotel → AIC" in text and "Vehicle: Coach 1 · Ivo · +34 2" in text


def test_a_change_says_only_what_changed() -> None:
    before = made()
    old = before.items[0]

    def told(**fields: Any) -> str:
        return change_message(before, before.with_(replace(old, **fields)), old.id, EN, show)

    assert told() == "" and told(team_notes="x") == ""
    assert (
        told(start=dt.time(9, 30)) == "CHANGED\nVisit\nTime: 09:30–10:00 (before: 09:00–10:00)\nContact: Ada +39 1"
    )
    assert told(title=Texts.of("Tour")).splitlines()[1:3] == ["Tour", "before: Visit"]
    assert told(status=ItemStatus.CANCELLED).startswith("CANCELLED\nVisit\n")
    unplaced = before.with_(replace(old, date=None))
    assert change_message(unplaced, before, old.id, EN, show).startswith("NEW\nVisit\n2025-05-05")
    assert change_message(unplaced, unplaced, old.id, EN, show) == ""
