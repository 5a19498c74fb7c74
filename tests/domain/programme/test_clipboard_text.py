"""Items for the clipboard of other programs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from gettext import NullTranslations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base.i18n import Translator, translator
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme import clipboard_text
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import PartOfDay
from tests import factories as f

EN = translator("en")


@pytest.fixture
def plan() -> MissionPlan:
    leader = f.person("Ada Neri", mobile="+39 333 1")
    return f.plan(
        leader,
        f.delegate("Ada Neri", groups=["Green"]),
        f.group("Green", leader_id=leader.id),
        f.place("Lab", address="Calle 1", city="Bilbao", entrance="Gate B", meeting_point="Lobby"),
        f.item("09:00", "10:30", "Visit <b>", groups=["Green"], place_id=f.uid("place:Lab")),
        f.item(title="Walk", part_of_day=PartOfDay.EVENING, day=2),
        f.item("22:00", "01:00", "Party", day=2, end_date=3),
        f.item(title="Idea", day=None),
        home_zone="Europe/London",
    )


def day(one: dt.date) -> str:
    return f"{one:%d/%m}"


def test_lines_stand_under_their_days(plan: MissionPlan) -> None:
    assert clipboard_text.plain(plan, plan.items, EN, day).splitlines() == [
        "05/05",
        "09:00–10:30\tVisit <b>\tLab, Bilbao\tGreen",
        "",
        "06/05",
        "Evening\tWalk\t\tEveryone",
        "22:00–01:00 (+1)\tParty\t\tEveryone",
        "",
        "Not placed",
        "\tIdea\t\tEveryone",
    ]


@given(st.text())
def test_a_table_is_well_formed_and_holds_every_text_as_it_is(title: str) -> None:
    text = "".join(one for one in title if one.isprintable()) or "x"
    plan = f.plan(f.item("09:00", None, "a"))
    plan = replace(plan, items=(replace(plan.items[0], title=Texts.of(text)),))
    html = clipboard_text.table(plan, plan.items, EN, day).replace('<meta charset="utf-8">', "")
    cells = [cell.text for cell in ElementTree.fromstring(html).iter("td")]
    assert " ".join(text.split()) == (cells[2] or "")


def test_a_message_tells_when_where_and_whom_to_call(plan: MissionPlan) -> None:
    assert clipboard_text.message(plan, plan.items[0], EN, day).splitlines() == [
        "Visit <b>",
        "05/05, 09:00–10:30, local time (Madrid)",
        "Lab, Calle 1, Bilbao",
        "Entrance: Gate B",
        "Meeting point: Lobby",
        "For: Green",
        "Contact: Ada Neri +39 333 1",
    ]


def test_home_time_and_the_number_on_call(plan: MissionPlan) -> None:
    mission = replace(plan.mission, home_zone="Europe/Rome", on_call_name="Bo", on_call_phone="+39 2")
    walk = next(one for one in plan.items if one.start == dt.time(22))
    told = clipboard_text.message(replace(plan, mission=mission), walk, EN, day)
    assert told.splitlines() == ["Party", "06/05, 22:00–01:00 (+1)", "Contact: Bo +39 2"]


@given(st.text(max_size=3000), st.text(max_size=3000))
def test_a_message_is_shorter_than_700_characters(title: str, text: str) -> None:
    plan = f.plan(f.item("09:00", None, "a", place_text=title[:500]))
    item = replace(plan.items[0], title=Texts.of(title), text=Texts.of(text))
    assert len(clipboard_text.message(plan, item, EN, day)) < 700


def test_a_message_is_in_the_language_asked_for(plan: MissionPlan) -> None:
    class Shouting(Translator):
        def __call__(self, text: str, /, **arguments: object) -> str:
            return super().__call__(text, **arguments).upper()

    shouting = Shouting("en", NullTranslations())
    assert "MEETING POINT: LOBBY" in clipboard_text.message(plan, plan.items[0], shouting, day)
