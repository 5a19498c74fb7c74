"""Read and write a whole mission file, from bytes to a mission and back."""

from __future__ import annotations

from typing import Any

from missionplanner.domain.plan import Dossier
from missionplanner.exchange.mission_file import timing, versions
from missionplanner.exchange.mission_file.from_dossier import mission_file
from missionplanner.exchange.mission_file.reading import parse
from missionplanner.exchange.mission_file.to_dossier import dossier as to_dossier
from missionplanner.exchange.mission_file.trouble import Trouble
from missionplanner.exchange.mission_file.writing import encoded, normal_form


def read(data: bytes) -> Dossier:
    """Return the mission of a file, its records new and its ids kept as refs.

    Raises Invalid with one sentence and the path of what is wrong.
    """
    try:
        dossier = to_dossier(parse(data))
        timing.require_times(dossier)
    except Trouble as trouble:
        raise trouble.refusal() from trouble
    return dossier


def write(dossier: Dossier, *, sensitive: bool) -> bytes:
    """Return the file of a mission as UTF-8 JSON.

    Travel documents, diets, access needs, emergency contacts and home addresses are in it only if ``sensitive``.
    It says the lowest version of the format that has all its keys.
    """
    return encoded(mission_file(dossier, sensitive=sensitive))


def normalised(data: bytes) -> dict[str, Any]:
    """Return what a round trip keeps of a file. Raises Invalid for what ``read`` refuses, but for wrong times."""
    try:
        version = versions.needed(parse(data))
        return normal_form(data) | {"version": version}
    except Trouble as trouble:
        raise trouble.refusal() from trouble
