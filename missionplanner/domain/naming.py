"""Name in plain English what the vocabulary codes, for screens and paper alike; catalogues translate it."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import ItemKind, PartOfDay

KINDS: dict[ItemKind, str] = {
    ItemKind.SITE_VISIT: N_("Site visit"),
    ItemKind.INSTITUTIONAL_MEETING: N_("Institutional meeting"),
    ItemKind.WORKING_TABLE: N_("Working table"),
    ItemKind.PITCHING: N_("Pitching session"),
    ItemKind.B2B: N_("B2B meetings"),
    ItemKind.CONFERENCE: N_("Conference"),
    ItemKind.WORKSHOP: N_("Workshop"),
    ItemKind.BRIEFING: N_("Briefing"),
    ItemKind.DEBRIEFING: N_("Debriefing"),
    ItemKind.FAIR_VISIT: N_("Visit to the fair"),
    ItemKind.NETWORKING: N_("Networking"),
    ItemKind.RECEPTION: N_("Reception"),
    ItemKind.MEAL: N_("Meal"),
    ItemKind.CEREMONY: N_("Ceremony"),
    ItemKind.CULTURAL: N_("Cultural visit"),
    ItemKind.PRESS: N_("Press"),
    ItemKind.FLIGHT: N_("Flight"),
    ItemKind.TRAIN: N_("Train"),
    ItemKind.FERRY: N_("Ferry"),
    ItemKind.COACH: N_("Coach"),
    ItemKind.TRANSFER: N_("Transfer"),
    ItemKind.HOTEL: N_("Hotel"),
    ItemKind.FREE_TIME: N_("Free time"),
    ItemKind.LOGISTICS: N_("Logistics"),
    ItemKind.OTHER: N_("Appointment"),
}

PARTS: dict[PartOfDay, str] = {
    PartOfDay.MORNING: N_("Morning"),
    PartOfDay.MIDDAY: N_("Midday"),
    PartOfDay.AFTERNOON: N_("Afternoon"),
    PartOfDay.EVENING: N_("Evening"),
    PartOfDay.NIGHT: N_("Night"),
}
