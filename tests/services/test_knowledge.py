"""What is known of the world for one mission."""

from __future__ import annotations

import datetime as dt
import statistics
import time
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import LegMode, OrganiserRole
from missionplanner.services import knowledge
from tests import factories as make

NORTH = make.place("Hall", city="Bilbao", country="ES", lat=43.2630, lon=-2.9350)
NEAR = make.place("Hotel", city="Bilbao", country="ES", lat=43.2700, lon=-2.9400)
VAGUE = make.place("Somewhere in town", city="Bilbao", country="ES")
FAR = make.place("Cluster house", city="Eindhoven", country="NL")
GATE = make.place("Bilbao airport (BIO)")


def plan(*things: make.Made | r.Record, **fields: Any) -> MissionPlan:
    """Make a mission to Bilbao from Italy."""
    framed = [make.destination("Bilbao", country="ES", zone="Europe/Madrid", region="ES213")]
    return make.plan(*framed, *things, **{"home_zone": "Europe/Rome", **fields})


def flight(origin: str, destination: str) -> make.Made:
    return make.leg(None, None, f"{origin}-{destination}", origin=origin, destination=destination)


def test_airports_of_legs_are_known_by_their_code() -> None:
    known = knowledge.of(plan(flight("BLQ", "BIO"), flight("BIO", "QQQ")))
    assert set(known.airports) == {"BLQ", "BIO"}
    assert known.airports["BIO"].zone == "Europe/Madrid"
    assert known.distance("BLQ", "BIO") == pytest.approx(1_120, abs=50)


def test_places_are_where_their_coordinates_are_else_in_their_city() -> None:
    known = knowledge.of(plan(NORTH, NEAR, VAGUE, FAR, GATE))
    assert known.distance(NORTH.id, NEAR.id) == pytest.approx(0.88, abs=0.05)
    assert known.distance(NORTH.id, FAR.id) == known.distance(FAR.id, NORTH.id)
    assert known.distance(FAR.id, "bilbao") == pytest.approx(1_100, abs=60)
    assert known.distance(GATE.id, NORTH.id) == pytest.approx(5, abs=3)
    assert known.minutes(NORTH.id, NEAR.id, LegMode.ON_FOOT) == 16


def test_a_place_called_an_airport_is_there() -> None:
    named = make.place("Bilbao airport", city="Bilbao", country="ES")
    unnamed = make.place("Meeting point", city="Schiphol", country="NL")
    leg = make.leg(None, None, "bus", origin_text="Aeropuerto de Bilbao")
    known = knowledge.of(plan(NORTH, GATE, named, unnamed, flight("AMS", "BIO"), leg))
    assert known.distance(named.id, GATE.id) == known.distance("aeropuerto de bilbao", "BIO") == 0.0
    assert known.distance(unnamed.id, "AMS") == 0.0


def test_of_two_places_in_one_city_nobody_guesses_the_distance() -> None:
    known = knowledge.of(plan(NORTH, VAGUE))
    assert known.distance(NORTH.id, VAGUE.id) is None
    assert known.distance(VAGUE.id, "bilbao") is None


def test_zones_and_countries_of_cities_are_known() -> None:
    known = knowledge.of(plan(make.item(title="Talk", day=1, city="Vitoria", country="ES"), FAR))
    assert known.zones["vitoria"] == known.zones["bilbao"] == "Europe/Madrid"
    assert (known.zones["eindhoven"], known.countries["eindhoven"]) == ("Europe/Amsterdam", "NL")


def test_a_city_without_a_country_is_looked_for_where_the_mission_goes() -> None:
    away = plan(
        make.item(title="Talk", day=1, city="New York", country="US"), make.item(title="Tea", day=2, city="Rome")
    )
    known = knowledge.of(away)
    assert "rome" not in known.zones
    assert knowledge.of(plan(make.item(title="Tea", day=2, city="Vitoria"))).zones["vitoria"] == "Europe/Madrid"
    assert knowledge.of(plan(make.item(title="Tea", day=2, city="Düsseldorf"))).countries["dusseldorf"] == "DE"


def test_the_ends_of_legs_without_a_code_are_cities_and_their_stations() -> None:
    train = make.leg(None, None, "ICE", origin_text="Hotel Ercilla, Bilbao", destination_text="Düsseldorf Hbf")
    known = knowledge.of(plan(train, make.leg(None, None, "IC", destination_text="Antwerpen-Centraal")))
    assert known.countries["dusseldorf hbf"] == "DE"
    assert known.countries["antwerpen-centraal"] == "BE"
    assert (known.distance("bilbao", "dusseldorf hbf") or 0) > 900


def test_holidays_of_host_and_home_and_of_the_region() -> None:
    april = dt.date(2025, 4, 17)
    known = knowledge.of(plan(start=april, end=april + dt.timedelta(days=8)))
    assert known.home == "IT"
    assert known.holiday("IT", dt.date(2025, 4, 25)) is not None
    friday, monday = known.holiday("ES", dt.date(2025, 4, 18)), dt.date(2025, 4, 21)
    assert friday is not None
    assert friday.exactly("en") == "Good Friday"
    assert known.holiday("ES", monday) is None
    assert known.holiday("ES", monday, "Bilbao") is not None
    assert known.holiday("ES", dt.date(2025, 12, 25)) is None


def test_weekends_of_every_country_of_the_mission() -> None:
    known = knowledge.of(plan(make.item(title="Talk", day=1, city="Riyadh", country="SA")))
    assert known.weekends["SA"] == {5, 6}
    assert known.weekends["ES"] == known.weekends["IT"] == {6, 7}


def test_clock_changes_in_the_nights_of_the_mission() -> None:
    friday = dt.date(2025, 3, 28)
    (change,) = knowledge.of(plan(start=friday, end=friday + dt.timedelta(days=4))).clock_changes
    assert (change.zone, change.day, change.minutes) == ("Europe/Madrid", dt.date(2025, 3, 30), 60)
    assert knowledge.of(plan()).clock_changes == ()


def test_home_is_where_the_organisers_are_if_nobody_told_a_zone() -> None:
    cluster = make.organisation("Cluster", country="FR")
    organiser = r.Organiser(
        id=make.uid("lead"), mission_id=make.MISSION, organisation_id=cluster.id, role=OrganiserRole.LEAD
    )
    assert knowledge.of(plan(cluster, organiser, home_zone=None)).home == "FR"
    assert knowledge.of(plan(home_zone=None)).home is None


def test_an_edit_that_touches_no_place_and_no_day_shares_what_is_known() -> None:
    talk = make.item("09:00", "10:00", "Talk")
    before = plan(NORTH, talk)
    after = before.with_(replace(talk.record, start=dt.time(11), end=dt.time(12)))
    assert knowledge.of(after) is knowledge.of(before)
    assert knowledge.of(before.with_(replace(talk.record, city="Vitoria"))) is not knowledge.of(before)


def test_asking_again_is_quick() -> None:
    items = [make.item("09:00", None, f"Item {n}", day=1 + n % 5, city="Bilbao", country="ES") for n in range(400)]
    people = [make.delegate(f"Person {n}") for n in range(500)]
    big = plan(NORTH, NEAR, VAGUE, *items, *people)
    knowledge.of(big)
    taken = []
    for number in range(20):
        edited = big.with_(replace(items[number].record, start=dt.time(10)))
        begun = time.perf_counter()
        knowledge.of(edited)
        taken.append(time.perf_counter() - begun)
    # 0.4 ms on an idle machine.
    assert statistics.median(taken) < 0.005


def test_a_mission_that_says_nothing_is_known_to_be_nowhere() -> None:
    known = knowledge.of(make.plan())
    assert (known.airports, known.holidays, len(known.distances), known.home) == ({}, {}, 0, None)
    assert "IT" in known.eu


def test_forms_are_offered_cities_airports_regions_and_zones() -> None:
    assert knowledge.cities("turijn")[0].name == "Turin"
    assert knowledge.cities("san", "IT")[0].country == "IT"
    assert knowledge.airports("bio")[0][0] == "BIO"
    assert knowledge.regions("emilia")[0].code == "ITH5"
    assert knowledge.zone_of(43.26, -2.93) == "Europe/Madrid"
    found = knowledge.city("Bilbao", "ES")
    assert found is not None
    assert found.country == "ES"
