"""Changes: exactly what differs from the copy somebody holds, in words, for that person alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.documents import press
from missionplanner.documents.archive import Archive, Copy
from missionplanner.documents.content.differences import Difference, Kind, sentences
from missionplanner.documents.content.sheets import Sheets, Table
from missionplanner.documents.content.told import Told, read, written
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemStatus
from tests.factories import MISSION, delegate, item, leg, place, plan, uid

ANNA = uid("person:Anna Neri")
GIVEN = dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC)


def mission() -> MissionPlan:
    hall, gate = place("Hall 3", city="Bilbao"), place("Gate 2", city="Bilbao")
    made = plan(
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li"),
        item("09:00", "10:00", "Welcome", place_id=hall.id),
        item("11:00", "12:00", "Visit", place_id=hall.id, talking_points="x"),
        item("12:00", "13:00", "Lunch"),
        item("09:00", "10:00", "Fair", day=2),
        item("11:00", "12:00", "For A", day=2, groups=["A"]),
        leg("14:00", "15:00", "LH1", passengers=["Anna Neri"]),
        hall,
        gate,
    )
    return replace(made, changed_at=GIVEN)


def order(kind: str = "changes", language: str = "en") -> Order:
    person = ANNA if kind in ("changes", "itinerary") else None
    return Order(kind=kind, languages=(language,), version=2, issued=False, person_id=person)


def copy_of(the_plan: MissionPlan, kind: str = "itinerary", language: str = "en") -> Copy:
    asked, found = order(kind, language), kind_of(kind)
    assert found is not None
    desk, made = Desk.of(the_plan, language, {}, {}, Archive()), maker(found)
    blocks = tuple(made.blocks(desk.agenda, made.content(desk, asked)))
    told = {digest: text for _, digest, text in next(press.told(the_plan, [asked]))}
    return Copy(kind, (language,), 1, GIVEN, blocks, told)


def changes(before: MissionPlan, after: MissionPlan, kind: str = "changes", language: str = "en") -> Sheets:
    held = "itinerary" if kind == "changes" else "programme"
    person = ANNA if kind == "changes" else None
    archive = Archive(copies={person: copy_of(before, held)})
    found = kind_of(kind)
    assert found is not None
    content = maker(found).content(Desk.of(after, language, {}, {}, archive), order(kind, language))
    assert isinstance(content, Sheets)
    return content


def said(content: Sheets) -> dict[str, str]:
    """Return what is said of each row, by its title; of the chapters without a table, by theirs."""
    found = {}
    for chapter in content.chapters:
        for part in chapter.parts:
            if isinstance(part, Table):
                found.update({row.cells[1].text: row.cells[2].text for row in part.rows})
            else:
                found[chapter.title] = "\n".join(one.text for one in part.paragraphs)  # type: ignore[union-attr]
    return found


def edited(the_plan: MissionPlan, title: str, /, **fields: object) -> MissionPlan:
    items = (one if one.title.best("en") != title else replace(one, **fields) for one in the_plan.items)  # type: ignore[arg-type]
    return replace(the_plan, items=tuple(items))


def without(the_plan: MissionPlan, title: str) -> MissionPlan:
    return replace(the_plan, items=tuple(one for one in the_plan.items if one.title.best("en") != title))


def test_nothing_changed_says_so_and_no_copy_says_that() -> None:
    assert said(changes(mission(), mission())) == {"": "Nothing has changed: the copy still holds."}
    kind = kind_of("changes")
    assert kind is not None
    none = maker(kind).content(Desk.of(mission(), "en", {}, {}, Archive()), order())
    assert none.chapters == () and "No copy was given out yet" in none.nothing


def test_every_difference_has_its_words() -> None:
    before = mission()
    after = edited(before, "Welcome", start=dt.time(9, 30), end=dt.time(10, 30))
    after = edited(after, "Visit", place_id=uid("place:Gate 2"))
    after = edited(after, "Lunch", status=ItemStatus.CANCELLED)
    after = edited(after, "Fair", date=dt.date(2025, 5, 7), text=Texts.of("Bring a coat."))
    after = edited(after, "For A", title=Texts.of("For group A"), status=ItemStatus.TENTATIVE)
    assert said(changes(before, after)) == {
        "Welcome": "Moved: 09:00–10:00 → 09:30–10:30",
        "Visit": "Place: Hall 3, Bilbao → Gate 2, Bilbao",
        "Lunch": "Cancelled",
        "Fair": "Moved: Tuesday 6 May, 09:00–10:00 → Wednesday 7 May, 09:00–10:00\nDetails have changed",
        "For group A": "Was called “For A”\nNo longer certain",
    }


def test_what_is_new_or_gone_is_said_and_others_are_not_told() -> None:
    more = replace(mission(), items=(*mission().items, item("16:00", None, "Talk", people=["Bo Li"]).record))
    assert said(changes(without(mission(), "Lunch"), mission())) == {"Lunch": "New"}
    assert said(changes(mission(), without(mission(), "Lunch"))) == {"Lunch": "No longer in the programme"}
    for_bo = r.AudiencePerson(mission_id=more.mission.id, item_id=uid("item:Talk"), person_id=uid("person:Bo Li"))
    assert "Nothing has changed" in said(changes(mission(), replace(more, audience_people=(for_bo,))))[""]


def test_room_and_seat_and_whom_to_ring_are_told() -> None:
    seats = tuple(replace(one, seat="12A") for one in mission().passengers)
    moved = replace(mission(), passengers=tuple(replace(one, seat="14C") for one in seats))
    told = said(changes(replace(mission(), passengers=seats), moved))
    assert list(told.values()) == ["Seat: 12A → 14C"]
    ring = replace(mission(), mission=replace(mission().mission, on_call_name="Ada", on_call_phone="+39 1"))
    assert said(changes(mission(), ring))["The mission"] == "On call: – → Ada · +39 1"


def test_another_table_at_dinner_is_told() -> None:
    tables = tuple(
        r.SeatingTable(id=uid(name), mission_id=MISSION, item_id=uid("item:Lunch"), name=name) for name in "AB"
    )
    before, after = (
        replace(
            mission(),
            seating_tables=tables,
            seats=(r.Seat(mission_id=MISSION, table_id=uid(name), person_id=ANNA, number=number),),
        )
        for name, number in (("A", 2), ("B", 3))
    )
    assert said(changes(before, after)) == {"Lunch": "Table: A → B\nSeat: 2 → 3"}
    assert "A → B" not in str(said(changes(before, after, "programme_changes")))


def test_another_table_of_a_meeting_is_told_alone() -> None:
    before = Told(lines=(("11:00", "AFM", "4", "Motors"), ("11:30", "GAIA", "9", "")))
    after = Told(lines=(("11:00", "AFM", "7", "Motors"), ("12:00", "HEGAN", "2", "")))
    one = Difference("x", Kind.CHANGED, before, after)
    assert sentences(Voice(mission(), "en"), one) == (
        "AFM: Table 4 → Table 7",
        "HEGAN: – → 12:00 · Table 2",
        "GAIA: 11:30 · Table 9 → –",
    )


def test_a_copy_in_another_language_is_told_of_in_this_one() -> None:
    after = edited(mission(), "Welcome", start=dt.time(9, 30))
    content = changes(mission(), after, language="it")
    assert [chapter.title for chapter in content.chapters] == ["Lunedì 5 maggio"]
    assert list(said(content)) == ["Welcome"]


def test_the_programme_has_changes_of_its_own() -> None:
    after = edited(mission(), "For A", start=dt.time(10))
    assert said(changes(mission(), after, "programme_changes")) == {"For A": "Moved: 11:00–12:00 → 10:00–12:00"}


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["Welcome", "Visit", "Lunch", "Fair", "For A"]),
        st.sampled_from(
            [
                {"start": dt.time(8, 30)},
                {"date": dt.date(2025, 5, 7)},
                {"status": ItemStatus.CANCELLED},
                {"status": ItemStatus.TENTATIVE},
                {"place_id": uid("place:Gate 2")},
                {"text": Texts.of("More.")},
                {"title": Texts.of("Another")},
                {"date": None},
                {},
            ]
        ),
    ),
    max_size=5,
)


@settings(max_examples=25, deadline=None)
@given(EDITS)
def test_changes_are_exactly_what_two_copies_show_differently(edits: list[tuple[str, dict[str, object]]]) -> None:
    before, after = mission(), mission()
    for title, fields in edits:
        after = edited(after, title, **fields)
    old, new = (dict(copy_of(one).blocks) for one in (before, after))
    different = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    content = changes(before, after)
    tables = [part for chapter in content.chapters for part in chapter.parts if isinstance(part, Table)]
    rows = {row.key for table in tables for row in table.rows}
    assert rows | {chapter.key for chapter in content.chapters if chapter.key == "person"} == different
    assert all(text for text in said(content).values())


tolds = st.builds(
    Told,
    st.text(max_size=5),
    facts=st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=2).map(tuple),
    lines=st.lists(st.tuples(*[st.text(max_size=3)] * 4), max_size=2).map(tuple),
    cancelled=st.booleans(),
)


@given(tolds)
def test_what_is_kept_is_read_again(told: Told) -> None:
    assert read(written(told)) == (None if told == Told() else told)


def test_what_nobody_understands_is_nothing() -> None:
    assert [read(text) for text in (None, "", "[1]", "{", '{"facts": 3}')] == [None] * 5
