"""Protocol order, numbers of places and the balance of groups."""

from __future__ import annotations

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain import records as r
from missionplanner.domain.changes import Changes
from missionplanner.domain.delegates import delegation
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus
from tests import factories as f

NAMES = [f"Anna N{number}" for number in range(7)]
PLAN = f.plan(*(f.delegate(name, position=number) for number, name in enumerate(NAMES)))


def order_of(changed: Changes) -> list[UUID]:
    return [one.id for one in delegation.in_order(changed.on(PLAN))]


@given(st.sets(st.sampled_from(range(7)), min_size=1), st.integers(-9, 9))
def test_whoever_moves_stays_together_and_nobody_is_lost(chosen: set[int], steps: int) -> None:
    before = [one.id for one in PLAN.delegates]
    ids = [before[number] for number in sorted(chosen)]
    after = order_of(delegation.moved(PLAN, ids, steps))
    assert sorted(after) == sorted(before)
    first = after.index(ids[0])
    assert after[first : first + len(ids)] == ids
    assert [one for one in after if one not in ids] == [one for one in before if one not in ids]
    numbers = [one.precedence for one in delegation.in_order(delegation.moved(PLAN, ids, steps).on(PLAN))]
    assert numbers == list(range(1, 8))


def test_who_does_not_come_stands_last_and_roles_come_first() -> None:
    plan = f.plan(
        f.delegate("Aldo A", role=DelegateRole.INTERPRETER),
        f.delegate("Bea B", status=DelegateStatus.WITHDRAWN, role=DelegateRole.HEAD_OF_DELEGATION),
        f.delegate("Carlo C", role=DelegateRole.SPEAKER),
        f.delegate("Dina B"),
        f.delegate("Elia E", role=DelegateRole.DEPUTY_HEAD),
    )
    names = [plan.label(one.person_id) for one in delegation.by_protocol(plan)]
    assert names == ["Elia E", "Dina B", "Carlo C", "Aldo A", "Bea B"]
    assert not delegation.moved(plan, [], 1)


def test_places_are_numbered_within_their_organisation() -> None:
    ours, theirs = uuid4(), uuid4()
    one, two, three = uuid4(), uuid4(), uuid4()
    found = delegation.numbered_places([(one, ours), (two, theirs), (three, ours)])
    assert found == {one: (1, 2), two: (1, 1), three: (2, 2)}


def test_groups_balance_by_who_sends_whom() -> None:
    agri = f.organisation("Agrifood")
    plan = f.plan(
        agri,
        f.person("Anna Neri", organisation_id=agri.id),
        f.delegate("Anna Neri", groups=["A"]),
        f.delegate("Bruno Verdi"),
        f.delegate("Carla Blu", groups=["A"], status=DelegateStatus.DECLINED),
        r.Delegate(id=f.uid("place"), mission_id=f.MISSION, place_of_id=agri.id, position=3),
        r.DelegateGroup(mission_id=f.MISSION, delegate_id=f.uid("place"), group_id=f.uid("group:A")),
    )
    shares = delegation.balance(plan)
    assert [(one.group_id, len(one.members), one.organisations) for one in shares] == [
        (f.uid("group:A"), 2, ((agri.id, 2),)),
        (None, 1, ((None, 1),)),
    ]
