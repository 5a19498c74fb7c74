"""Name what a delegation does at somebody's door: items for which others must be at work to receive it."""

from __future__ import annotations

from missionplanner.domain.vocabulary import ItemKind

AT_HOSTS = frozenset(
    {
        ItemKind.SITE_VISIT,
        ItemKind.INSTITUTIONAL_MEETING,
        ItemKind.WORKING_TABLE,
        ItemKind.PITCHING,
        ItemKind.B2B,
    }
)
"""Business that needs somebody on the other side to be at work; what came of it is noted."""
