"""Write the lists of a mission as tables people go on working with, and that are read back as what they were."""

from __future__ import annotations

from missionplanner.exchange.mission_lists.heads import HEADS, ONLY_WITH_ROWS
from missionplanner.exchange.mission_lists.list_head import ListHead
from missionplanner.exchange.mission_lists.made import holds_sealed, listing, listings
from missionplanner.exchange.mission_lists.telling import language_among
from missionplanner.exchange.mission_lists.words import word, words_of, yes_no

__all__ = [
    "HEADS",
    "ONLY_WITH_ROWS",
    "ListHead",
    "holds_sealed",
    "language_among",
    "listing",
    "listings",
    "word",
    "words_of",
    "yes_no",
]
