"""Say what the list of places is."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.partners.naming import ACCESS_FIELDS
from missionplanner.gui.directory import offers
from missionplanner.gui.directory.sources import source_of
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words

WEEKDAYS = {
    1: N_("Monday"),
    2: N_("Tuesday"),
    3: N_("Wednesday"),
    4: N_("Thursday"),
    5: N_("Friday"),
    6: N_("Saturday"),
    7: N_("Sunday"),
}

SPEC = TableSpec(
    name="places",
    table="place",
    icon="map-pin",
    words=Words(
        title=N_("Places"),
        counted=lambda t, count: t.plural("{count} place", "{count} places", count),
        none=N_("No place yet"),
        hint=N_("Plants, halls, hotels and restaurants, with their access rules."),
        add=N_("Add place"),
        gone=lambda t, count: t.plural("{count} place deleted.", "{count} places deleted.", count),
    ),
    columns=(
        Column(key="name", title=N_("Name"), width=230, required=True),
        Column(key="city", title=N_("City"), width=130),
        Column(key="country", title=N_("Country"), kind=Kind.CHOICE, offer=offers.countries, width=110),
        Column(
            key="zone", title=N_("Time zone"), kind=Kind.CHOICE, offer=offers.zones, width=150, also=("tz", "fuso")
        ),
        Column(key="capacity", title=N_("Capacity"), kind=Kind.NUMBER, width=90),
        Column(key="opens", title=N_("Opens"), kind=Kind.TIME, width=80, shown=False),
        Column(key="closes", title=N_("Closes"), kind=Kind.TIME, width=80, shown=False),
        Column(key="id_required", title=N_("Document at the door"), kind=Kind.FLAG, width=120, also=("id",)),
        Column(
            key="notice_days",
            title=N_("Days of notice"),
            kind=Kind.NUMBER,
            width=110,
            also=("notice",),
            shown=False,
        ),
        Column(key="missions", title=N_("Missions"), kind=Kind.NUMBER, width=92, editable=False, shown=False),
        Column(key="address", title=N_("Address"), width=220),
        Column(
            key="organisation_id",
            title=N_("Belongs to"),
            kind=Kind.LINK,
            offer=offers.organisations,
            create=True,
            width=180,
            shown=False,
            also=("organisation", "organizzazione"),
        ),
        Column(key="closed_days", title=N_("Closed on"), kind=Kind.MANY, words=WEEKDAYS, shown=False),
        Column(key="nda", title=N_("Confidentiality agreement"), kind=Kind.FLAG, width=110, shown=False),
        Column(key="no_photos", title=N_("No photos"), kind=Kind.FLAG, width=100, shown=False),
        Column(key="exclusive", title=N_("One group at a time"), kind=Kind.FLAG, width=110, shown=False),
        Column(
            key="access_fields", title=N_("Access list asks for"), kind=Kind.MANY, words=ACCESS_FIELDS, shown=False
        ),
        Column(key="entrance", title=N_("Entrance"), shown=False),
        Column(key="meeting_point", title=N_("Meeting point"), shown=False),
        Column(key="safety_gear", title=N_("Safety gear"), spoken=True, shown=False),
        Column(key="website", title=N_("Website"), shown=False, also=("web", "sito")),
        Column(key="phone", title=N_("Phone"), shown=False, also=("tel",)),
        Column(
            key="tags", title=N_("Tags"), kind=Kind.MANY, create=True, shown=False, hint=N_("words with commas")
        ),
        Column(key="lat", title=N_("Latitude"), kind=Kind.DEGREES, width=100, shown=False),
        Column(key="lon", title=N_("Longitude"), kind=Kind.DEGREES, width=100, shown=False),
        Column(
            key="notes", title=N_("Notes for the team"), kind=Kind.LONG, width=220, shown=False, also=("note",)
        ),
    ),
    source=source_of("directory.places"),
    related=frozenset({"organisation", "agenda_item", "stay"}),
    views=(
        View(N_("Without a time zone"), "missing:zone"),
        View(N_("Document at the door"), "id_required:yes"),
        View(N_("Without an address"), "missing:address"),
    ),
    named=("name",),
    facts=("city", "missions"),
)
