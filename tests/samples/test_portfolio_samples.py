"""Hold the facts of two cases, a year of nine clusters and thirty initiatives, against their samples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from missionplanner.base import assets, paths
from missionplanner.domain.records import Initiative, InitiativeMember, Mission, Organisation
from missionplanner.domain.vocabulary import Ecosystem, MemberRole, MissionKind, OrganisationKind, OrganiserRole
from missionplanner.services import checks, missions, samples
from missionplanner.services.workspace import Workspace, open_workspace


@pytest.fixture(scope="module")
def lombardy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("lombardy") / "lombardy.mplanner"
    with open_workspace(samples.open_sample(path, paths.PORTFOLIO_SAMPLE)) as made:
        yield made


@pytest.fixture(scope="module")
def euroclusters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("euroclusters") / "euroclusters.mplanner"
    with open_workspace(samples.open_sample(path, paths.INITIATIVES_SAMPLE)) as made:
        yield made


def test_the_year_of_the_nine_clusters_is_that_of_the_case(lombardy: Workspace) -> None:
    days = {one.code: (one.kind, one.start, one.end) for one in missions.listing(lombardy)}
    known = {
        "AFIL-BCN-2016": (MissionKind.CONFERENCE, dt.date(2016, 11, 16), dt.date(2016, 11, 17)),
        "SIS-BR-2016": (MissionKind.SYSTEM_MISSION, dt.date(2016, 11, 23), dt.date(2016, 11, 25)),
        "LREI-MI-2016": (MissionKind.EVENT, dt.date(2016, 11, 24), dt.date(2016, 11, 24)),
        "ECC-BXL-2016": (MissionKind.CONFERENCE, dt.date(2016, 12, 1), dt.date(2016, 12, 2)),
    }
    assert {code: days[code] for code in known} == known
    assert len(days) == 10
    assert all(one.sample for one in missions.listing(lombardy))


def test_six_of_nine_clusters_go_to_brussels_and_the_system_mission_has_its_organisers(
    lombardy: Workspace,
) -> None:
    brussels, brazil = missions.plan(lombardy, "ECC-BXL-2016"), missions.plan(lombardy, "SIS-BR-2016")
    own = {brussels.person(one.person_id) for one in brussels.travellers}
    clusters = {
        found.name
        for one in own
        if one and (found := brussels.organisation(one.organisation_id)) and found.kind is OrganisationKind.CLUSTER
    }
    assert len(clusters) == 6
    roles = {brazil.organisation(one.organisation_id): one.role for one in brazil.organisers}
    named = {(one.short or one.name): role for one, role in roles.items() if one}
    assert named.pop("MAECI") is OrganiserRole.PROMOTER
    assert set(named) == {"Confindustria", "ICE", "ABI", "LAC"}
    assert "Vallerani" in {one.family for one in brazil.people}
    with lombardy.edit("Read") as edit:
        known = edit.all(Organisation)
    ours = [one for one in known if one.kind is OrganisationKind.CLUSTER and one.region == "ITC4"]
    assert len(ours) == 9


def test_thirty_initiatives_have_the_partners_countries_and_ecosystems_of_the_case(
    euroclusters: Workspace,
) -> None:
    with euroclusters.edit("Read") as edit:
        initiatives, members = edit.all(Initiative), edit.all(InitiativeMember)
        organisations = {one.id: one for one in edit.all(Organisation)}
        told = edit.all(Mission)
    assert len(initiatives) == 30
    partners = {one.organisation_id for one in members}
    assert len(partners) == len(members) == 171
    assert len({organisations[one].country for one in partners}) == 23
    assert sum((one.budget or Decimal(0) for one in initiatives), Decimal(0)) == 42_000_000
    covered = {
        one.id: {
            eco
            for own in members
            if own.initiative_id == one.id
            for eco in organisations[own.organisation_id].ecosystems
        }
        for one in initiatives
    }
    assert set().union(*covered.values()) == set(Ecosystem)
    assert sorted(len(some) > 1 for some in covered.values()) == [False] * 20 + [True] * 10
    named = {one.name: covered[one.id] for one in initiatives if one.name in ("METASTARS", "LEVIATAD")}
    assert named == dict.fromkeys(("METASTARS", "LEVIATAD"), {Ecosystem.AEROSPACE_DEFENCE})
    made_up = [one.name or "" for one in initiatives if one.name not in named]
    assert all(name.endswith("(sample)") for name in made_up)
    assert sum(one.role is MemberRole.COORDINATOR for one in members) == 30
    assert sum(one.initiative_id is not None for one in told) == 6


@pytest.mark.parametrize(("sample", "code"), [("lombardy", "LE2C-LYS-2016"), ("euroclusters", "META-CA-2023")])
def test_a_first_look_finds_nothing_to_mend(request: pytest.FixtureRequest, sample: str, code: str) -> None:
    ws: Workspace = request.getfixturevalue(sample)
    plan = missions.plan(ws, code)
    assert not checks.check(plan, record=checks.record_of(ws, plan))


def test_the_files_are_small_and_compact() -> None:
    for folder in ("lombardy-clusters", "euroclusters"):
        files = list((assets.path("samples") / folder).glob("*.mission.json"))
        assert sum(map(_size, files)) < 600_000


def _size(path: Path) -> int:
    data = path.read_bytes()
    assert data.count(b"\n") == 1
    return len(data)
