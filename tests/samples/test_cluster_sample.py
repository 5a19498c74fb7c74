"""Hold the facts of the third case, a cluster with its value chains and events, against its sample."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.base import paths
from missionplanner.domain.clock import local
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import leg_times
from missionplanner.domain.records import Organisation, ValueChain
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import LegMode, MissionKind, OrganisationKind
from missionplanner.services import checks, missions, samples
from missionplanner.services.workspace import Workspace, open_workspace

CHAINS = {
    "Digital and advanced manufacturing",
    "Automation and robotics",
    "Efficient, sustainable, intelligent engines and vehicles",
    "Advanced materials",
    "Avionics and aerospace",
    "Nautical",
    "Fluid power",
}
VALLEY = "MECH-SV-2019"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("cluster") / "cluster.mplanner"
    with open_workspace(samples.open_sample(path, paths.CLUSTER_SAMPLE)) as made:
        yield made


@pytest.fixture(scope="module")
def plans(cluster: Workspace) -> dict[str, MissionPlan]:
    return {one.code: missions.plan(cluster, one.code) for one in missions.listing(cluster)}


def english(text: Texts | None) -> str:
    return text.best("en") if text is not None else ""


def test_the_cluster_has_its_seven_value_chains_with_members_of_three_kinds(cluster: Workspace) -> None:
    with cluster.edit("Read") as edit:
        chains, known = edit.all(ValueChain), edit.all(Organisation)
    (mech,) = [one for one in known if one.short == "MECH"]
    assert {english(one.name) for one in chains} == CHAINS
    assert {one.cluster_id for one in chains} == {mech.id}
    codes = {one.code for one in chains}
    members = [one for one in known if one.value_chains and one is not mech]
    assert all(set(one.value_chains) <= codes for one in members)
    assert {code for one in members for code in one.value_chains} == codes
    kinds = {one.kind for one in members}
    assert {OrganisationKind.RESEARCH_CENTRE, OrganisationKind.COMPANY, OrganisationKind.TRAINING_BODY} <= kinds
    assert "Due2Lab" in {one.name for one in members}


def test_its_events_are_those_of_the_case(plans: dict[str, MissionPlan]) -> None:
    told = {code: (one.mission.kind, one.mission.start.isoformat()) for code, one in plans.items()}
    assert told == {
        "MECH-FE-2019": (MissionKind.EVENT, "2019-02-12"),
        VALLEY: (MissionKind.CLUSTER_MISSION, "2019-02-24"),
        "MECH-MECSPE-2019": (MissionKind.FAIR, "2019-03-28"),
        "MECH-HM-2019": (MissionKind.FAIR, "2019-04-01"),
    }
    cities = [one.destinations[0].city for one in plans.values()]
    assert sorted(str(city) for city in cities) == ["Ferrara", "Hannover", "Palo Alto", "Parma"]
    ferrara = plans["MECH-FE-2019"]
    assert "Tecnopolo di Ferrara" in {one.name for one in ferrara.organisations}
    assert len(ferrara.pitches) == 6  # a company and a researcher for each of three themes
    assert all(one.mission.sample for one in plans.values())


def test_the_valley_is_nine_hours_away_and_the_cluster_manager_flies_both_ways(
    plans: dict[str, MissionPlan],
) -> None:
    valley = plans[VALLEY]
    flights = [one for one in valley.legs if one.mode is LegMode.FLIGHT]
    assert [(one.origin, one.destination) for one in flights] == [
        ("BLQ", "FRA"),
        ("FRA", "SFO"),
        ("SFO", "FRA"),
        ("FRA", "BLQ"),
    ]
    over = leg_times(valley, flights[1])
    begins, ends = over.span.start, over.span.end
    assert begins is not None
    assert ends is not None
    offsets = [local(begins, over.zone).utcoffset(), local(ends, over.end_zone).utcoffset()]
    assert offsets == [dt.timedelta(hours=1), dt.timedelta(hours=-8)]
    assert dt.timedelta(hours=11) < ends - begins < dt.timedelta(hours=12)
    capucci = next(one for one in valley.people if one.family == "Capucci")
    assert "Cluster manager" in english(capucci.job)
    assert all(any(who.person_id == capucci.id for who in valley.leg_passengers(one)) for one in flights)


def test_its_meetings_fill_four_rounds_without_a_clash(plans: dict[str, MissionPlan]) -> None:
    meetings = plans[VALLEY].meetings
    busy = [(one.slot, who) for one in meetings for who in (one.a_id, one.b_id, one.table)]
    assert len(meetings) == 16
    assert len(busy) == len(set(busy))


def test_a_first_look_finds_nothing_to_mend(cluster: Workspace, plans: dict[str, MissionPlan]) -> None:
    found = {
        code: [one.rule for one in checks.check(plan, record=checks.record_of(cluster, plan))]
        for code, plan in plans.items()
    }
    assert found == dict.fromkeys(plans, [])


def test_the_file_of_a_sample_is_known_by_its_place(tmp_path: Path) -> None:
    assert paths.sample_name(paths.sample_workspace(paths.CLUSTER_SAMPLE)) == paths.CLUSTER_SAMPLE
    assert paths.sample_name(paths.sample_workspace()) == paths.FIRST_SAMPLE
    assert paths.sample_name(tmp_path / "mine.mplanner") is None
