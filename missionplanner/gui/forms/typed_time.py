"""Read times of day the way people type them: the domain's reading, under the name forms know it by."""

from __future__ import annotations

from missionplanner.domain.typed_times import time_of as typed_time

__all__ = ["typed_time"]
