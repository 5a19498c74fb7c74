"""Carry the second sample through: the mission to the Basque Country as it was planned, with what came of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from missionplanner.base import assets

BASQUE = "ER-EUS-2025"
_STEM = "basque-country-2025"
AFTERWARDS = Path(__file__).parent / "data" / "afterwards"


def carried_through(folder: Path) -> Path:
    """Write the second sample with what came of it as a mission file with its pictures; return where it is."""
    planned: dict[str, Any] = json.loads((assets.path("samples") / f"{_STEM}.mission.json").read_text("utf-8"))
    came: dict[str, Any] = json.loads((AFTERWARDS / f"{_STEM}.json").read_text("utf-8"))
    planned["mission"].update(came["mission"])
    for name in ("delegates", "agenda", "budget"):
        _change(planned[name], came[name])
    for session in planned["matchmaking"]:
        _change(session["meetings"], came["meetings"])
    planned.update(came["lists"])
    shutil.copytree(AFTERWARDS / "media", folder / "media", dirs_exist_ok=True)
    file = folder / f"{_STEM}.mission.json"
    file.write_text(json.dumps(planned, ensure_ascii=False), encoding="utf-8")
    return file


def _change(some: Iterable[dict[str, Any]], changes: dict[str, dict[str, Any]]) -> None:
    for one in some:
        one.update(changes.get(one["id"], {}))
