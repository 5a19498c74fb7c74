"""Read confirmations of hotels and tickets into drafts of stays and legs."""

from __future__ import annotations

from missionplanner.exchange.confirmations.drafts import Confirmation, Found, LegDraft, StayDraft
from missionplanner.exchange.confirmations.reading import read

__all__ = ["Confirmation", "Found", "LegDraft", "StayDraft", "read"]
