"""What is due from delegates, and how far each of them is: one undo step each."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirement_sets import RequirementSet
from missionplanner.domain.delegates.standing import NEXT, Board
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import AccessField, DueBasis, ReadyState, RequirementKind
from missionplanner.services import history, missions
from missionplanner.services.delegates import readiness_board
from missionplanner.services.delegates.readiness_board import Told
from missionplanner.services.missions import MissionDraft
from missionplanner.services.programme import agenda
from missionplanner.services.programme.agenda import ItemDraft
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
TODAY = dt.date(2025, 4, 20)


@pytest.fixture
def delegates(ws: Workspace) -> list[UUID]:
    """Make a mission with a visit to a site that asks for data, and two delegates."""
    made = missions.create(ws, MissionDraft(title="Visite", start=DAY, end=DAY, zone="Europe/Madrid", code="V"))
    site = r.Place(name="Plant", access_fields=(AccessField.NAME,), nda=True, notice_days=20)
    people = [r.Person(given=name, family="Neri", photo="x" * 64) for name in ("Anna", "Bruno")]
    some = [r.Delegate(mission_id=made.first_added, person_id=one.id, position=n) for n, one in enumerate(people)]
    with ws.edit(N_("Import")) as edit:
        edit.add_all([site, *people, *some])
    agenda.add(ws, "V", ItemDraft(title="Plant", date=DAY, place_id=site.id))
    return [one.id for one in some]


def asked(ws: Workspace, **fields: object) -> UUID:
    known = {"mission_id": missions.find(ws, "V").id, "kind": RequirementKind.NDA, "before_days": 30}
    return readiness_board.add(ws, "V", r.Requirement(**{**known, **fields})).first_added  # type: ignore[arg-type]


def board(ws: Workspace) -> Board:
    return Board(missions.plan(ws, "V"), TODAY)


def test_states_are_set_together_and_taken_back(ws: Workspace, delegates: list[UUID]) -> None:
    nda = asked(ws)
    due = board(ws).dues[0]
    assert board(ws).of_requirement(due).overdue == 2
    cells = [(nda, one) for one in delegates]
    readiness_board.set_each(ws, "V", dict.fromkeys(cells, Told(ReadyState.ASKED, TODAY, " by e-mail\x00")))
    found = [board(ws).standing(due, one) for one in board(ws).delegates]
    assert {(one.state, one.note, one.date, one.overdue) for one in found if one} == {
        (ReadyState.ASKED, "by e-mail", TODAY, True)
    }
    readiness_board.set_each(ws, "V", dict.fromkeys(cells[:1], Told(ReadyState.DONE)))
    done = board(ws).of_requirement(board(ws).dues[0])
    assert (done.done, done.total, done.overdue) == (1, 2, 1)
    first = board(ws).standing(board(ws).dues[0], board(ws).delegates[0])
    assert first is not None
    assert first.note == "by e-mail"
    history.undo(ws)
    history.undo(ws)
    assert missions.plan(ws, "V").requirement_states == ()


def test_open_without_a_note_is_nothing_to_keep(ws: Workspace, delegates: list[UUID]) -> None:
    nda = asked(ws)
    cell = (nda, delegates[0])
    readiness_board.set_each(ws, "V", dict.fromkeys([cell], Told(ReadyState.ASKED)))
    readiness_board.set_each(ws, "V", dict.fromkeys([cell], Told(ReadyState.OPEN)))
    assert missions.plan(ws, "V").requirement_states == ()
    assert set(NEXT) == set(ReadyState)


def test_what_the_data_settles_needs_nobody_to_say_so(ws: Workspace, delegates: list[UUID]) -> None:
    asked(ws, kind=RequirementKind.PHOTO)
    one = board(ws).standing(board(ws).dues[0], board(ws).delegates[0])
    assert one is not None
    assert (one.known, one.settled, one.overdue, one.ours) == (True, True, False, False)
    assert board(ws).of_delegate(board(ws).delegates[0]).done == 1


def test_the_overdue_come_first_and_progress_is_told(ws: Workspace, delegates: list[UUID]) -> None:
    asked(ws, before_days=3)
    asked(ws, before_days=30, kind=RequirementKind.FEE)
    found = board(ws)
    assert [one.requirement.kind for one in found.dues] == [RequirementKind.FEE, RequirementKind.NDA]
    progress = found.of_delegate(found.delegates[0])
    assert (progress.done, progress.total, progress.overdue) == (0, 2, 1)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kind": RequirementKind.OTHER}, "name"),
        ({"basis": DueBasis.ITEM}, "item"),
        ({"basis": DueBasis.DATE}, "due"),
        ({"before_days": -1}, "before_days"),
        ({"before_months": 99}, "before_months"),
    ],
)
def test_what_cannot_be_is_refused(
    ws: Workspace, delegates: list[UUID], fields: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as error:
        asked(ws, **fields)
    assert error.value.field == field
    assert missions.plan(ws, "V").requirements == ()


def test_sets_bring_what_is_not_there_yet(ws: Workspace, delegates: list[UUID]) -> None:
    asked(ws, kind=RequirementKind.FEE)
    readiness_board.add_set(ws, "V", RequirementSet.EU_TRIP)
    kinds = [one.kind for one in missions.plan(ws, "V").requirements]
    assert kinds.count(RequirementKind.FEE) == 1
    assert RequirementKind.VISA not in kinds
    with pytest.raises(Invalid):
        readiness_board.add_set(ws, "V", RequirementSet.EU_TRIP)
    readiness_board.add_set(ws, "V", RequirementSet.SITES)
    site = [one for one in board(ws).dues if one.requirement.place_id is not None]
    assert [(one.requirement.kind, one.day) for one in site] == [
        (RequirementKind.ACCESS_DATA, DAY - dt.timedelta(days=20)),
        (RequirementKind.NDA, DAY - dt.timedelta(days=20)),
    ]


def test_requirements_of_another_mission_fit_this_one(ws: Workspace, delegates: list[UUID]) -> None:
    own = {"name": Texts.of("Safety course"), "kind": None, "before_days": None}
    asked(ws, **own, basis=DueBasis.DATE, due=DAY - dt.timedelta(days=10))
    readiness_board.add_set(ws, "V", RequirementSet.SITES)
    later = DAY + dt.timedelta(days=365)
    missions.create(ws, MissionDraft(title="Next", start=later, end=later, zone="Europe/Madrid", code="N"))
    readiness_board.copy_from(ws, "N", "V")
    found = Board(missions.plan(ws, "N"), TODAY)
    days = {(later - one.day).days for one in found.dues if one.day is not None}
    assert days == {10, 20}
    assert {one.requirement.basis for one in found.dues} == {DueBasis.DATE, DueBasis.DEPARTURE}
    with pytest.raises(Invalid):
        readiness_board.copy_from(ws, "N", "V")
    history.undo(ws)
    assert missions.plan(ws, "N").requirements == ()


def test_a_requirement_is_changed_and_deleted_with_its_states(ws: Workspace, delegates: list[UUID]) -> None:
    nda = asked(ws, name=Texts.of("NDA of the plant"))
    readiness_board.set_each(ws, "V", dict.fromkeys([(nda, delegates[0])], Told(ReadyState.DONE)))
    told = readiness_board.delete(ws, [nda])
    assert told.label.arguments == (("name", "NDA of the plant"),)
    assert missions.plan(ws, "V").requirement_states == ()
    history.undo(ws)
    assert len(missions.plan(ws, "V").requirement_states) == 1
