"""Read and write cards of people and organisations (vCard 2.1, 3 and 4)."""

from __future__ import annotations

from missionplanner.exchange.contacts.drafts import ContactDraft, Contacts, card_of
from missionplanner.exchange.contacts.reading import read
from missionplanner.exchange.contacts.writing import Version, write

__all__ = ["ContactDraft", "Contacts", "Version", "card_of", "read", "write"]
