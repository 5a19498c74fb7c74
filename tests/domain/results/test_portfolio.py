"""The year of all missions: under whom each stands, who is asked for twice, what it adds up to."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.domain.logistics.routes import NOWHERE, Point
from missionplanner.domain.results.portfolio import (
    MANY,
    City,
    Clash,
    Cut,
    Entry,
    Organised,
    Portfolio,
    Stay,
    Tally,
    clashes,
    lanes,
    months,
    owners,
    tallies,
    visits,
    year_map,
)
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Ecosystem, MissionStatus, OrganiserRole

A, B, C = UUID(int=1), UUID(int=2), UUID(int=3)
LYON = City("Lyon", "FR")


def day(number: int, month: int = 5) -> dt.date:
    return dt.date(2025, month, number)


def entry(begins: int, ends: int, **more: object) -> Entry:
    made: dict[str, object] = {"id": uuid4(), "code": f"M{begins}", "title": Texts.of({"en": f"Mission {begins}"})}
    made |= {"first": day(begins), "last": day(ends), "status": MissionStatus.CONFIRMED}
    return Entry(**(made | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("organisers", "found"),
    [
        ([Organised(A, OrganiserRole.PROMOTER, False), Organised(B, OrganiserRole.CO_ORGANISER, True)], (B,)),
        ([Organised(A, OrganiserRole.CO_ORGANISER, True), Organised(B, OrganiserRole.LEAD, True)], (B, A)),
        ([Organised(A, OrganiserRole.PROMOTER, False), Organised(B, OrganiserRole.LEAD, False)], (B,)),
        ([Organised(A, OrganiserRole.SPONSOR, True)], (C,)),
        ([], (C,)),
    ],
)
def test_a_mission_stands_under_its_clusters_else_its_lead_else_its_head(
    organisers: list[Organised], found: tuple[UUID, ...]
) -> None:
    assert owners(organisers, C) == found


def test_a_mission_without_organisers_and_head_stands_under_nobody() -> None:
    assert owners([], None) == ()


def test_the_day_one_goes_on_is_no_clash_but_a_common_day_is() -> None:
    stays = [Stay(A, B, day(5), day(7)), Stay(A, C, day(7), day(9))]
    assert clashes(stays) == ()
    assert clashes([*stays[:1], Stay(A, C, day(6), day(9))]) == (Clash(A, B, C, day(6), day(7)),)
    assert clashes([*stays[:1], Stay(A, C, day(7), day(7))]) == (Clash(A, B, C, day(7), day(7)),)
    assert clashes([*stays[:1], Stay(B, C, day(6), day(9))]) == ()


STAYS = st.lists(
    st.builds(
        lambda person, mission, first, long: Stay(
            UUID(int=person), UUID(int=mission), day(first), day(first + long)
        ),
        st.integers(1, 3),
        st.integers(10, 14),
        st.integers(1, 20),
        st.integers(0, 6),
    ),
    max_size=12,
)


@settings(max_examples=40)
@given(STAYS)
def test_clashes_are_days_both_missions_have_and_do_not_depend_on_order(stays: list[Stay]) -> None:
    found = clashes(stays)
    assert sorted(found) == sorted(clashes(list(reversed(stays))))
    for one in found:
        assert one.here != one.there
        for mission in (one.here, one.there):
            assert any(
                stay.person_id == one.person_id
                and stay.mission_id == mission
                and stay.first <= one.first <= one.last <= stay.last
                for stay in stays
            )


def test_rows_of_the_year_are_those_who_lead_then_those_who_take_part() -> None:
    own, other = entry(5, 6, owners=(B,), joining=(A, C)), entry(8, 9, owners=())
    shown = Portfolio(2025, (own, other), organisations={A: "Zeta", B: "Beta", C: "Alfa"})
    assert [(one.organisation_id, len(one.own), len(one.joined)) for one in lanes(shown)] == [
        (B, 1, 0),
        (None, 1, 0),
        (C, 0, 1),
        (A, 0, 1),
    ]


def test_of_a_cluster_only_its_own_taking_part_is_drawn_and_of_a_full_year_nobodys() -> None:
    shown = Portfolio(2025, (entry(5, 6, owners=(B,), joining=(A, C)),))
    assert [one.organisation_id for one in lanes(shown.of(cluster=A))] == [B, A]
    many = tuple(entry(5, 6, owners=(B,), joining=(A, C)) for _ in range(MANY))
    full = Portfolio(2025, many)
    assert full.crowded
    assert [one.organisation_id for one in lanes(full)] == [B]
    assert [len(one.joined) for one in lanes(full.of(cluster=C))] == [0, MANY]


def test_figures_add_up_what_takes_place_and_status_counts_all() -> None:
    tally = Tally(1, 10, 5, 4, 3, 2)
    both = entry(1, 2, cities=(LYON, City("Bilbao", "ES")), ecosystems=(Ecosystem.HEALTH,), tally=tally)
    off = entry(3, 4, cities=(LYON,), status=MissionStatus.CANCELLED, tally=tally)
    shown = Portfolio(2025, (both, off, entry(5, 6, cities=(LYON, LYON), tally=tally)))
    assert shown.tally == Tally(2, 20, 10, 8, 6, 4)
    counts = {cut: {key: one.missions for key, one in tallies(shown, cut).items()} for cut in Cut}
    assert counts[Cut.COUNTRY] == {"FR": 2, "ES": 1}
    assert counts[Cut.ECOSYSTEM] == {"health": 1, None: 1}
    assert counts[Cut.STATUS] == {"confirmed": 2, "cancelled": 1}
    assert visits(shown) == {LYON: 2, City("Bilbao", "ES"): 1}


def test_a_part_of_the_year_keeps_the_clashes_of_its_missions() -> None:
    first, second = entry(1, 4, owners=(A,), joining=(B,)), entry(3, 6, owners=(C,), initiative_id=A)
    clash = Clash(uuid4(), first.id, second.id, day(3), day(4))
    shown = Portfolio(2025, (first, second), (clash,))
    assert shown.of(cluster=B).entries == (first,)
    assert shown.of(initiative=A).entries == (second,)
    assert shown.of(cluster=B).clashes == shown.of(initiative=A).clashes == (clash,)
    assert shown.of(cluster=B, initiative=A).entries == ()


def test_a_drawing_shows_whole_quarters_and_half_a_year_at_least() -> None:
    assert months(Portfolio(2025, (entry(1, 2),))) == range(1, 7)
    late = entry(1, 2, first=day(1, 11), last=dt.date(2026, 1, 3))
    assert months(Portfolio(2025, (late,))) == range(7, 13)
    assert months(Portfolio(2025, (late, entry(1, 2, first=day(1, 2), last=day(3, 2))))) == range(1, 13)
    assert months(Portfolio(2025)) == range(1, 13)


def test_a_map_has_the_cities_whose_position_is_known_and_ends_where_the_earth_does() -> None:
    shown = Portfolio(2025, (entry(1, 2, cities=(LYON, City("Nowhere"))),))
    assert year_map(shown) is NOWHERE
    far = City("Auckland", "NZ")
    places = {LYON: Point(45.8, 4.8), far: Point(-36.8, 174.7)}
    found = year_map(Portfolio(2025, (entry(1, 2, cities=(LYON, far)),), places=places))
    assert [one.name for one in found.stops] == ["Auckland", "Lyon"]
    assert found.box.east == 180.0
    assert found.box.south >= -84.0
