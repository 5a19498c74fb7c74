"""Give every object of a mission file its rules."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

FORMAT = "missionplanner/mission"
VERSION = 3
"""Newest version of the format; a file says the lowest that has all its keys (``versions``)."""

Day = dt.date


class Shape(Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Be one object of a mission file."""
