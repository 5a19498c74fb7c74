"""The data that comes along: small, complete, loaded when first asked for, read by any thread."""

from __future__ import annotations

import json
import subprocess
import sys
import zoneinfo
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from missionplanner.base import assets
from missionplanner.reference import gazetteer, world

ROOT = Path(__file__).resolve().parents[2]
MEGABYTES = 8


def test_it_is_small_and_credited() -> None:
    folder = assets.path("reference")
    assert sum(file.stat().st_size for file in folder.iterdir()) < MEGABYTES * 1_000_000
    credits = (folder / "CREDITS.md").read_text("utf-8")
    assert [
        name for name in ("GeoNames", "airportsdata", "Eurostat", "Open Database") if name not in credits
    ] == []
    assert (folder / "LICENSE-airportsdata.txt").is_file()


def test_it_knows_the_world() -> None:
    counts = {
        name: world.rows(f"SELECT count(*) FROM {name}")[0][0] for name in ("city", "airport", "region", "member")
    }
    assert counts["city"] > 60_000
    assert counts["airport"] > 7_000
    assert counts["region"] > 1_500
    assert counts["member"] == 27


def test_every_zone_is_one_this_computer_knows() -> None:
    there = zoneinfo.available_timezones()
    assert [name for (name,) in world.rows("SELECT name FROM zone") if name not in there] == []
    assert [name for (name,) in world.rows("SELECT DISTINCT zone FROM airport") if name not in there] == []


def test_any_thread_may_ask() -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(gazetteer.search, ["turijn", "bilb", "eind", "munch"] * 50))
    assert {one[0].name for one in found} == {"Turin", "Bilbao", "Eindhoven", "Munich"}


def test_nothing_heavy_is_loaded_by_importing_it() -> None:
    code = """
import importlib, pkgutil, sys, json, missionplanner.reference as package
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
import missionplanner.services.knowledge
from missionplanner.reference import world
loaded = {"holidays", "tzfpy", "geographiclib"} & set(sys.modules)
print(json.dumps([sorted(loaded), world._database.cache_info().misses]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[], 0]
