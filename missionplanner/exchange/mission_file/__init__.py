"""Read and write the mission file, the public form of one mission (EXCHANGE §1)."""

from __future__ import annotations

from missionplanner.exchange.mission_file.file import normalised, read, write
from missionplanner.exchange.mission_file.package import media_beside, read_package, write_package
from missionplanner.exchange.mission_file.schema import schema

__all__ = ["media_beside", "normalised", "read", "read_package", "schema", "write", "write_package"]
