"""Know the NUTS regions of 2024 and the statistical regions beside them (Eurostat), and who is in the Union."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from missionplanner.reference import world
from missionplanner.reference.spelling import JOINT, key

_COLUMNS = "code, name, country, level"


@dataclass(frozen=True, slots=True)
class Region:
    """Be a region: its NUTS code, its name in its own language, its country (ISO 3166), its level from 1 to 3."""

    code: str
    name: str
    country: str
    level: int


@lru_cache(maxsize=2048)
def find(code: str) -> Region | None:
    """Return the region of a NUTS code, None where there is none."""
    found = world.rows(f"SELECT {_COLUMNS} FROM region WHERE code = ?", code.strip().upper())
    return Region(*found[0]) if found else None


def lineage(code: str) -> tuple[Region, ...]:
    """Return a region and those it lies in, from the smallest up; empty where the code is none."""
    plain = code.strip().upper()
    above = (find(plain[:length]) for length in range(len(plain), 2, -1))
    return tuple(one for one in above if one is not None) if find(plain) is not None else ()


def search(text: str, country: str | None = None, limit: int = 12) -> tuple[Region, ...]:
    """Return the regions whose code or name begins like this, or has such a word in it; big ones first."""
    wanted = key(text)
    if not wanted:
        return ()
    found = world.rows(
        f"""
        SELECT {_COLUMNS} FROM region
        WHERE (code LIKE ? OR key LIKE ? ESCAPE '\\') AND (? IS NULL OR country = ?)
        ORDER BY code LIKE ? DESC, key LIKE ? ESCAPE '\\' DESC, level, code LIMIT ?
        """,
        f"{wanted}%",
        f"%\\{JOINT}{_escaped(wanted)}%",
        country,
        country,
        f"{wanted}%",
        f"\\{JOINT}{_escaped(wanted)}%",
        limit,
    )
    return tuple(Region(*row) for row in found)


def _escaped(wanted: str) -> str:
    return wanted.replace(JOINT, "\\" + JOINT)


@lru_cache(maxsize=1)
def members() -> frozenset[str]:
    """Return the member states of the European Union: the countries that NUTS itself divides."""
    return frozenset(country for (country,) in world.rows("SELECT country FROM member"))
