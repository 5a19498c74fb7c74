from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.db import schema
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AttendanceState, DelegateStatus, LegMode, Wish
from missionplanner.services import exchange, history
from missionplanner.services.directory import joining
from missionplanner.services.workspace import Workspace
from tests import factories as f

COMPLETE = Path(__file__).resolve().parents[2] / "data" / "missions" / "complete.mission.json"

State = Callable[[Path], str]


def stored(ws: Workspace, *some: r.Record) -> None:
    with ws.edit("Add") as edit:
        edit.add_all(some)


def kept(ws: Workspace, kind: type[Any], **equal: Any) -> tuple[Any, ...]:
    with ws.edit("Read") as edit:
        return edit.all(kind, **equal)


def still_named(ws: Workspace, gone: UUID) -> list[str]:
    """Return the tables that still hold an id, wherever in a row."""
    found = []
    with closing(sqlite3.connect(ws.path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if name not in schema.JOURNAL and not name.startswith("sqlite_"):
                rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
                found += [name for row in rows if gone.hex in repr(row) or str(gone) in repr(row)]
    return found


ANNA, ANNE = f.person("Anna Neri", email="anna@example.org"), f.person("Neri Anna", mobile="+39 333 1234567")
OURS, THEIRS = f.organisation("MECH"), f.organisation("Mech S.p.A.", city="Modena")


def part(kind: type[Any], name: str, **fields: Any) -> Any:
    return kind(id=f.uid(name), mission_id=f.MISSION, **fields)


def test_fields_are_chosen_one_by_one(ws: Workspace) -> None:
    first, second = replace(ANNA, notes="likes tea"), replace(ANNE, notes="speaks Basque", job=Texts.of("CEO"))
    stored(ws, first, second)
    joining.join(ws, r.Person, first.id, second.id, {"family": "drop"})
    (one,) = kept(ws, r.Person)
    assert (one.id, one.given, one.family, one.email) == (first.id, "Anna", second.family, "anna@example.org")
    assert (one.mobile, one.job, one.notes) == ("+39 333 1234567", Texts.of("CEO"), "likes tea\n\nspeaks Basque")


def test_one_person_stands_once_on_a_leg_and_once_in_a_delegation(ws: Workspace) -> None:
    leg = part(r.Leg, "leg", mode=LegMode.FLIGHT)
    item = f.item("9:00".zfill(5), None, "Visit").record
    first = part(r.Delegate, "first", person_id=ANNA.id, status=DelegateStatus.CONFIRMED)
    second = part(r.Delegate, "second", person_id=ANNE.id, badge="A. Neri", replaced_by_id=first.id)
    group = part(r.Group, "group", leader_id=ANNA.id, deputy_id=ANNE.id)
    stored(
        ws,
        f.mission(),
        *(ANNA, ANNE, leg, item, first, second, group),
        part(r.LegPassenger, "p1", leg_id=leg.id, person_id=ANNA.id, seat="12A"),
        part(r.LegPassenger, "p2", leg_id=leg.id, person_id=ANNE.id, booking="XYZ123"),
        part(r.DelegateGroup, "g1", delegate_id=first.id, group_id=group.id),
        part(r.DelegateGroup, "g2", delegate_id=second.id, group_id=group.id),
        part(r.Attendance, "a1", item_id=item.id, person_id=ANNE.id, state=AttendanceState.LATE),
        part(r.AudiencePerson, "u1", item_id=item.id, person_id=ANNA.id, excepted=True),
        part(r.AudiencePerson, "u2", item_id=item.id, person_id=ANNE.id, excepted=False),
    )
    joining.join(ws, r.Person, ANNA.id, ANNE.id)
    (passenger,) = kept(ws, r.LegPassenger)
    assert (passenger.seat, passenger.booking) == ("12A", "XYZ123")
    (delegate,) = kept(ws, r.Delegate)
    assert (delegate.id, delegate.badge, delegate.replaced_by_id) == (first.id, "A. Neri", None)
    assert len(kept(ws, r.DelegateGroup)) == 1
    assert [one.person_id for one in kept(ws, r.Attendance)] == [ANNA.id]
    assert [one.excepted for one in kept(ws, r.AudiencePerson)] == [False]
    assert [one.deputy_id for one in kept(ws, r.Group)] == [None]
    assert still_named(ws, ANNE.id) == still_named(ws, second.id) == []


def test_an_organisation_wishes_no_longer_to_meet_itself(ws: Workspace) -> None:
    session = part(r.Matchmaking, "m", title=Texts.of("B2B"))
    child = replace(f.organisation("Lab"), parent_id=THEIRS.id)
    stored(
        ws,
        f.mission(),
        *(replace(OURS, parent_id=THEIRS.id), THEIRS, session, child),
        part(r.MeetingRequest, "w", matchmaking_id=session.id, from_id=OURS.id, to_id=THEIRS.id, wish=Wish.MUST),
        part(r.Partner, "one", organisation_id=OURS.id),
        part(r.Partner, "two", organisation_id=THEIRS.id, notes="slow"),
        part(r.PartnerRequest, "asked", partner_id=f.uid("two"), text="When?"),
    )
    joining.join(ws, r.Organisation, OURS.id, THEIRS.id)
    assert kept(ws, r.MeetingRequest) == ()
    assert [(one.id, one.notes) for one in kept(ws, r.Partner)] == [(f.uid("one"), "slow")]
    assert [one.partner_id for one in kept(ws, r.PartnerRequest)] == [f.uid("one")]
    assert {one.name: one.parent_id for one in kept(ws, r.Organisation)} == {"MECH": None, "Lab": OURS.id}
    assert still_named(ws, THEIRS.id) == []


def test_two_who_meet_each_other_are_two(ws: Workspace, state: State) -> None:
    session = part(r.Matchmaking, "m", title=Texts.of("B2B"))
    meeting = part(r.Meeting, "x", matchmaking_id=session.id, a_id=THEIRS.id, b_id=OURS.id)
    stored(ws, f.mission(), OURS, THEIRS, session, meeting)
    before = state(ws.path)
    with pytest.raises(Invalid, match="cannot be one"):
        joining.join(ws, r.Organisation, OURS.id, THEIRS.id)
    assert state(ws.path) == before


def test_what_is_not_there_or_no_field_is_refused(ws: Workspace) -> None:
    stored(ws, OURS, THEIRS)
    with pytest.raises(NotFound):
        joining.join(ws, r.Organisation, OURS.id, f.uid("nobody"))
    with pytest.raises(Invalid, match="no field"):
        joining.join(ws, r.Organisation, OURS.id, THEIRS.id, {"colour": "keep"})
    with pytest.raises(Invalid, match="same already"):
        joining.join(ws, r.Organisation, OURS.id, OURS.id)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_reference_is_kept_and_undo_is_exact(joinable: Workspace, state: State, data: st.DataObject) -> None:
    """Join any two of a mission that uses everything: nothing names the one that went, undo and redo are exact."""
    ws = joinable
    kind = data.draw(st.sampled_from([r.Person, r.Organisation, r.Place]))
    some = sorted(one.id for one in kept(ws, kind))
    keep, drop = data.draw(st.permutations(some))[:2]
    before = state(ws.path)
    try:
        receipt = joining.join(ws, kind, keep, drop, {"name": "drop"} if kind is not r.Person else {})
    except Invalid:
        assert state(ws.path) == before
        return
    assert receipt.changeset is not None
    assert still_named(ws, drop) == []
    after = state(ws.path)
    history.undo(ws)
    assert state(ws.path) == before
    history.redo(ws)
    assert state(ws.path) == after
    history.undo(ws)


@pytest.fixture
def joinable(ws: Workspace) -> Workspace:
    exchange.import_file(ws, COMPLETE)
    return ws
