"""Build resources/reference/coast.z: the land of the earth by country, from a TopoJSON file of Natural Earth.

Made from countries-50m.json of the package world-atlas (Natural Earth 4.1, public domain):
`python packaging/coast.py countries-50m.json`. Needs the program's own packages. What is built is committed.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from missionplanner.reference.coast import DEGREE, FILE, packed  # noqa: E402

LEAST = 4
"""Points of a ring that encloses anything."""
KOSOVO = {"Kosovo": "XK"}
"""Countries without a number of ISO 3166."""

Pair = tuple[int, int]


def arcs(topology: dict[str, Any]) -> list[list[Pair]]:
    """Return the lines of a topology, latitude and longitude in parts of a degree."""
    (wide, tall), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        line: list[Pair] = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            point = round((low + y * tall) * DEGREE), round((left + x * wide) * DEGREE)
            if not line or line[-1] != point:
                line.append(point)
        found.append(line)
    return found


def rings(shape: dict[str, Any], lines: Sequence[Sequence[Pair]]) -> Iterator[tuple[Pair, ...]]:
    """Give the outer rings of a country; lakes are left out."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for polygon in polygons:
        ring: list[Pair] = []
        for number in polygon[0]:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            ring += line[1:] if ring else line
        if len(ring) >= LEAST:
            yield tuple(ring)


def main() -> None:
    """Write the file."""
    from babel.core import get_global

    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    codes, lines = get_global("territory_aliases"), arcs(topology)
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        if "arcs" not in shape:
            continue
        iso = (codes.get(shape.get("id", "")) or [KOSOVO.get(shape["properties"]["name"], "")])[0]
        found += [(iso, ring) for ring in rings(shape, lines)]
    (ROOT / "resources" / FILE).write_bytes(zlib.compress(packed(found), 9))


if __name__ == "__main__":
    main()
