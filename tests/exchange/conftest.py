"""Lend the good mission files to the tests of reading and writing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MISSIONS = Path(__file__).resolve().parents[1] / "data" / "missions"

Builder = Callable[..., bytes]


@pytest.fixture(scope="session")
def complete_bytes() -> bytes:
    """Return a mission file that uses every key of the format."""
    return (MISSIONS / "complete.mission.json").read_bytes()


@pytest.fixture
def complete(complete_bytes: bytes) -> dict[str, Any]:
    """Return that file as a value to be changed."""
    found: dict[str, Any] = json.loads(complete_bytes)
    return found


@pytest.fixture(scope="session")
def small() -> Builder:
    """Return what builds the smallest mission file, with the lists it is given."""

    def build(mission: dict[str, Any] | None = None, **lists: Any) -> bytes:
        required = {
            "code": "S",
            "title": "Small",
            "start": "2025-05-05",
            "end": "2025-05-07",
            "zone": "Europe/Madrid",
        }
        whole = {"format": "missionplanner/mission", "version": 1, "mission": required | (mission or {})}
        return json.dumps(whole | lists, ensure_ascii=False).encode()

    return build
