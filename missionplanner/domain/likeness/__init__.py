"""Tell how likely two records of the directory are the same person, organisation or place, and why.

Pure rules; what measures spelling mistakes is given to them.
"""

from __future__ import annotations

from missionplanner.domain.likeness.facts import Facts, Likeness, OrganisationFacts, PersonFacts, PlaceFacts
from missionplanner.domain.likeness.index import Index, Pair

__all__ = ["Facts", "Index", "Likeness", "OrganisationFacts", "Pair", "PersonFacts", "PlaceFacts"]
