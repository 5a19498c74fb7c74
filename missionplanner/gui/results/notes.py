"""Show what was jotted down under way, the newest first."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions
from missionplanner.gui.budget.columns import organisation
from missionplanner.gui.context import Context
from missionplanner.gui.results.columns import item, person
from missionplanner.gui.results.lists import MissionList
from missionplanner.gui.results.sources import of_notes
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words

SPEC = TableSpec(
    name="field_notes",
    table="field_note",
    icon="notebook-pen",
    words=Words(
        title=N_("Notes"),
        counted=lambda t, count: t.plural("{count} note", "{count} notes", count),
        none=N_("No note yet"),
        hint=N_("What is jotted down under way: about a visit, somebody met, an organisation."),
        add=N_("Add note"),
        gone=lambda t, count: t.plural("{count} note deleted.", "{count} notes deleted.", count),
    ),
    columns=(
        Column(key="text", title=N_("Note"), kind=Kind.LONG, width=380, required=True, also=("text", "nota")),
        Column(key="day", title=N_("Day"), kind=Kind.DATE, width=124, editable=False, asked=False),
        Column(key="time", title=N_("Time"), kind=Kind.TIME, width=76, editable=False, asked=False),
        item(),
        person("person_id", N_("Person")),
        organisation("organisation_id", N_("Organisation")),
    ),
    source=of_notes,
    related=frozenset({"agenda_item", "person", "organisation"}),
    views=(View(N_("About an item"), "-missing:item_id"),),
    named=("text",),
    facts=("day", "time"),
)


class NotesView(MissionList):
    """Be the list of notes."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, SPEC)
