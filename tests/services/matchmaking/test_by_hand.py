"""Sessions, participants, wishes and meetings by hand: each one undo step, refused with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Session, session_of
from missionplanner.domain.vocabulary import HalfDay, ItemKind, MeetingState, PartnerRole, PartnerState, Side, Wish
from missionplanner.services import history, missions
from missionplanner.services.entries import in_each
from missionplanner.services.matchmaking import interpreters, meetings, participants, rounds, sessions, wishes
from missionplanner.services.matchmaking.sessions import Desk, Hours, SessionDraft
from missionplanner.services.workspace import Workspace
from tests import factories as f
from tests import meetings as b
from tests.random_meetings import stored

CODE = f.mission().code
B2B = f.uid("b2b")
State = Callable[[Path], str]


def org(name: str) -> UUID:
    return f.uid(f"organisation:{name}")


@pytest.fixture
def there(ws: Workspace) -> Workspace:
    """Give a workspace with a session of A, B, C and D, two meetings in the first slot and one that waits."""
    firms = [one for n, name in enumerate("ABCD") for one in (f.organisation(name), *b.party(name, position=n))]
    made = [b.meets("A", "B", 0, "1"), b.meets("C", "D", 0, "2"), b.meets("A", "C", None, None)]
    asked = [b.wishes("A", "B", Wish.MUST), b.wishes("C", "A"), b.wishes("D", "A")]
    stored(ws, f.plan(*firms, *b.b2b(), *made, *asked))
    return ws


def look(ws: Workspace, identity: UUID = B2B) -> Session:
    session = session_of(missions.plan(ws, CODE), identity)
    assert session is not None
    return session


def meeting(ws: Workspace, a: str, c: str) -> r.Meeting:
    return next(one for one in look(ws).meetings if {one.a_id, one.b_id} == {org(a), org(c)})


def place(ws: Workspace, a: str, c: str) -> tuple[int | None, str | None]:
    one = meeting(ws, a, c)
    return one.slot, one.table


# -- sessions --------------------------------------------------------------------------------------------------


def test_a_session_is_made_of_an_item_and_changed_as_one_step(ws: Workspace, state: State) -> None:
    item = f.item("11:00", "12:00", "B2B", kind=ItemKind.B2B)
    stored(ws, f.plan(item, f.delegate("Anna Neri")))
    hours = sessions.hours_of_item(missions.plan(ws, CODE), item.id, 20, 10)
    draft = SessionDraft(item_id=item.id, slots=hours, tables=sessions.numbered_desks(3), max_per_day=2)
    before = state(ws.path)
    made = sessions.create(ws, CODE, draft).first_added
    session = look(ws, made)
    assert (session.title(), len(session.slots), [one.name for one in session.tables]) == (
        "B2B",
        2,
        ["1", "2", "3"],
    )
    assert sessions.draft_of(session, "en").slots[1] == Hours(f.START, dt.time(11, 30), dt.time(11, 50), 1)
    again = SessionDraft(title="Incontri", slots=hours[:1], tables=(Desk("X", 4),), language="it")
    sessions.change(ws, made, again)
    session = look(ws, made)
    assert (session.title("it"), len(session.slots), session.record.item_id) == ("Incontri", 1, None)
    sessions.delete(ws, made)
    for _ in range(3):
        history.undo(ws)
    assert state(ws.path) == before


def test_what_cannot_be_a_session_is_refused(ws: Workspace) -> None:
    item = f.item(None, None, "B2B", kind=ItemKind.B2B)
    stored(ws, f.plan(item))
    with pytest.raises(Invalid):
        sessions.hours_of_item(missions.plan(ws, CODE), item.id, 20)
    with pytest.raises(Invalid, match="once a day"):
        sessions.create(ws, CODE, SessionDraft(max_per_day=0))
    assert missions.plan(ws, CODE).matchmaking == ()
    with pytest.raises(NotFound):
        sessions.set_slots(ws, f.uid("gone"), ())


# -- who takes part --------------------------------------------------------------------------------------------


def test_participants_are_a_list_with_their_loads(there: Workspace) -> None:
    participants.change_cells(there, [(f.uid("b2b A"), "unavailable", (1,))])
    rows = participants.page(there, B2B).rows
    first = dict(zip(participants.FIELDS, rows[0].values, strict=True))
    assert [row.values[0].name for row in rows] == ["A", "B", "C", "D"]
    assert (first["free"], first["made"], first["received"], first["meetings"]) == (2, 1, 2, 1)
    made = participants.create_from(there, {"organisation_id": "New Ltd", "people": "Eva Due"}, session_id=B2B)
    (row,) = participants.page(there, B2B, ids=[made.first_added]).rows
    assert (row.values[0].name, row.values[2]) == ("New Ltd", "Eva Due")
    cells = [(row.id, "session", HalfDay.MORNING), (row.id, "people", ["Eva Due", "Ugo Tre"])]
    participants.change_cells(there, [*cells, (row.id, "side", Side.VISITING)])
    (row,) = participants.page(there, B2B, ids=[row.id]).rows
    assert row.values[1:4] == (Side.VISITING, "Eva Due, Ugo Tre", HalfDay.MORNING)
    with pytest.raises(Invalid, match="takes part already"):
        participants.create_from(there, {"organisation_id": org("A")}, session_id=B2B)
    refused: list[Any] = []
    participants.change_cells(there, [(row.id, "free", 3)], refused=lambda *one: refused.append(one))
    assert len(refused) == 1


def test_who_is_taken_out_takes_wishes_and_meetings_along(there: Workspace, state: State) -> None:
    before = state(there.path)
    participants.delete(there, [f.uid("b2b A")])
    session = look(there)
    assert ([org("A") in (one.a_id, one.b_id) for one in session.meetings], session.requests) == ([False], ())
    history.undo(there)
    assert state(there.path) == before


def test_another_organisation_takes_a_place_with_all_there_is(there: Workspace) -> None:
    participants.change_cells(there, in_each([f.uid("b2b A")], "organisation_id", "E"))
    session = look(there)
    assert session.name(session.meetings_of(session.participants[0].id)[0].a_id) == "E"
    assert {session.name(one.from_id) for one in session.requests} == {"E", "C", "D"}


def test_everybody_of_the_mission_takes_part(ws: Workspace) -> None:
    item = f.item("11:00", "12:00", "B2B", kind=ItemKind.B2B, roles=["Ben Blu"])
    people = [f.person("Anna Neri", organisation_id=org("A")), f.person("Ben Blu", organisation_id=org("B"))]
    stored(ws, f.plan(item, f.organisation("A"), f.organisation("B"), *people, f.delegate("Anna Neri")))
    made = sessions.create(ws, CODE, SessionDraft(item_id=item.id)).first_added
    participants.from_mission(ws, made)
    sides = {one.name: one.side for one in look(ws, made).participants}
    assert sides == {"A": Side.VISITING, "B": Side.HOST}
    assert participants.from_mission(ws, made).changeset is None


def test_interpreters_come_with_languages_and_hours(there: Workspace) -> None:
    values = {"person_id": "Leila El Amrani", "languages": ("IT", "es", "it")}
    made = interpreters.create_from(there, values, session_id=B2B).first_added
    interpreters.change_cells(there, [(made, "unavailable", (0,))])
    (row,) = interpreters.page(there, B2B).rows
    assert row.values[1:] == (("it", "es"), 2, 0)
    one = meeting(there, "A", "B")
    with pytest.raises(Invalid, match="not available"):
        meetings.set_interpreter(there, one.id, row.values[0].id)
    meetings.move(there, one.id, 1, "1")
    meetings.set_interpreter(there, one.id, row.values[0].id)
    assert interpreters.page(there, B2B).rows[0].values[3] == 1
    interpreters.delete(there, [made])
    assert meeting(there, "A", "B").interpreter_id is None


# -- wishes ----------------------------------------------------------------------------------------------------


def test_wishes_are_said_changed_and_answered(there: Workspace) -> None:
    found = {(row.values[0].name, row.values[1].name): row.values[2:] for row in wishes.page(there, B2B).rows}
    assert found["A", "B"] == (Wish.MUST, None, False, f.START, dt.time(11), "1", None)
    assert found["D", "A"][-1] == "A and D could meet at 11:35, 12:10: place them there, or propose a timetable."
    wishes.set_many(there, B2B, [(org("A"), org("D")), (org("B"), org("C"))], Wish.COULD)
    wishes.set_many(there, B2B, [(org("A"), org("B"))], None)
    session = look(there)
    said = sorted(f"{session.name(who)}{session.name(whom)}" for who, whom in session.said)
    assert said == ["AD", "BC", "CA", "DA"]


def test_nobody_wishes_to_meet_themselves_or_somebody_twice(there: Workspace) -> None:
    both: list[dict[str, Any]] = [{"from_id": org("A"), "to_id": org(whom)} for whom in "AB"]
    for values in (*both, {"wish": None}):
        with pytest.raises(Invalid):
            wishes.create_from(there, values, session_id=B2B)
    with pytest.raises(Invalid):
        wishes.set_many(there, B2B, [(org("A"), f.uid("organisation:Z"))], Wish.MUST)
    made = wishes.create_from(there, {"from_id": "E", "to_id": org("B"), "wish": Wish.WANT}, session_id=B2B)
    assert (look(there).participants[-1].name, len(wishes.page(there, B2B, ids=[made.first_added]).rows)) == (
        "E",
        1,
    )


# -- meetings --------------------------------------------------------------------------------------------------


def test_meetings_move_swap_and_wait(there: Workspace, state: State) -> None:
    before = state(there.path)
    ab, cd = meeting(there, "A", "B"), meeting(there, "C", "D")
    meetings.move(there, ab.id, 1, "2")
    assert place(there, "A", "B") == (1, "2")
    meetings.move(there, ab.id, 0, "2")
    assert (place(there, "A", "B"), place(there, "C", "D")) == ((0, "2"), (1, "2"))
    meetings.swap(there, ab.id, cd.id)
    meetings.move(there, ab.id, None)
    assert (place(there, "A", "B"), meeting(there, "A", "B").state) == ((None, None), MeetingState.ACCEPTED)
    meetings.move(there, meeting(there, "A", "C").id, 1)
    assert place(there, "A", "C") == (1, "1")
    for _ in range(5):
        history.undo(there)
    assert state(there.path) == before


def test_what_is_in_the_way_is_said(there: Workspace) -> None:
    waits = meeting(there, "A", "C")
    with pytest.raises(Invalid, match="All tables are taken then"):
        meetings.move(there, waits.id, 0)
    meetings.lock(there, [meeting(there, "A", "B").id])
    with pytest.raises(Invalid, match="locked"):
        meetings.move(there, meeting(there, "A", "B").id, 2)
    with pytest.raises(Invalid, match="A and B have a meeting"):
        meetings.add(there, B2B, org("A"), org("B"))
    wishes.set_many(there, B2B, [(org("D"), org("A"))], Wish.NO_THANKS)
    with pytest.raises(Invalid, match="said no"):
        meetings.add(there, B2B, org("A"), org("D"), 1, "1")
    with pytest.raises(Invalid, match="C – D is at this table then"):
        meetings.add(there, B2B, org("B"), org("D"), 0, "2")
    assert meetings.add(there, B2B, org("B"), org("D"), 1, "1").changeset is not None


def test_what_is_brought_back_to_a_place_that_is_taken_waits(there: Workspace) -> None:
    cd = meeting(there, "C", "D")
    meetings.cancel(there, [cd.id])
    assert look(there).meeting_at(0, "2") is None
    wishes.set_many(there, B2B, [(org("C"), org("D"))], Wish.MUST)
    meetings.bring_back(there, [cd.id])
    assert place(there, "C", "D") == (0, "2")
    meetings.cancel(there, [cd.id])
    meetings.cancel(there, [meeting(there, "A", "B").id])
    meetings.move(there, meeting(there, "A", "C").id, 0, "1")
    meetings.bring_back(there, [cd.id])
    assert (place(there, "C", "D"), meeting(there, "C", "D").state) == ((None, None), MeetingState.ACCEPTED)


def test_orders_of_meetings_go_no_circles(there: Workspace) -> None:
    ab, cd = meeting(there, "A", "B"), meeting(there, "C", "D")
    meetings.put_before(there, ab.id, cd.id)
    with pytest.raises(Invalid, match="opposite"):
        meetings.put_before(there, cd.id, ab.id)
    assert meetings.put_before(there, ab.id, cd.id).changeset is None
    meetings.drop_orders(there, [one.id for one in look(there).orders()])
    assert look(there).orders() == ()
    meetings.delete(there, [ab.id])
    assert len(look(there).meetings) == 2


# -- during a round --------------------------------------------------------------------------------------------


def test_a_no_show_is_noted_and_others_meet_instead(there: Workspace, state: State) -> None:
    before = state(there.path)
    ab = meeting(there, "A", "B")
    rounds.no_show(there, ab.id, [org("B")], "en")
    assert rounds.outcomes(there, B2B)[ab.id].why_not == "B did not come."
    meetings.move(there, meeting(there, "C", "D").id, 1, "1")
    first, *_ = rounds.offers(there, ab.id, [org("B")], B2B)
    assert {first.a, first.b} == {org("A"), org("C")}
    rounds.instead(there, ab.id, [org("B")], first)
    assert (place(there, "A", "C"), meeting(there, "A", "B").state) == ((0, "1"), MeetingState.CANCELLED)
    for _ in range(3):
        history.undo(there)
    assert state(there.path) == before


def test_what_was_noted_can_be_taken_back(there: Workspace) -> None:
    ids = [one.id for one in look(there).placed]
    rounds.held(there, ids)
    assert [one.held for one in rounds.outcomes(there, B2B).values()] == [True, True]
    rounds.no_show(there, ids[0], [], note="Cancelled by phone")
    assert rounds.outcomes(there, B2B)[ids[0]].why_not == "Cancelled by phone"
    rounds.forget(there, ids)
    assert rounds.outcomes(there, B2B) == {}
    with pytest.raises(Invalid):
        rounds.no_show(there, ids[0], [org("D")])


def test_partners_host_a_session_of_which_no_item_says_who_does(there: Workspace) -> None:
    for name, role, state in (
        ("AFM", None, None),
        ("GAIA", PartnerRole.HOST, PartnerState.CONFIRMED),
        ("BUS", PartnerRole.SUPPLIER, None),
        ("HEGAN", PartnerRole.HOST, PartnerState.DECLINED),
    ):
        with there.edit("Partner") as edit:
            edit.add(f.organisation(name))
            edit.add(r.Partner(mission_id=f.MISSION, organisation_id=org(name), role=role, state=state))
    participants.from_mission(there, B2B)
    added = {one.name for one in look(there).participants if one.side is Side.HOST}
    assert {"AFM", "GAIA"} <= added and not {"BUS", "HEGAN"} & added
