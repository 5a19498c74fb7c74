"""Say what the list of initiatives is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.gui.directory.sources import source_of
from missionplanner.gui.tables.spec import Column, Kind, Part, TableSpec, View, Words

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


def _parts(ctx: Context) -> list[Part]:
    from missionplanner.gui.directory.initiative_results import InitiativeMissions
    from missionplanner.gui.directory.members import Members

    return [InitiativeMissions(ctx), Members(ctx)]


SPEC = TableSpec(
    name="initiatives",
    table="initiative",
    icon="rocket",
    words=Words(
        title=N_("Initiatives"),
        counted=lambda t, count: t.plural("{count} initiative", "{count} initiatives", count),
        none=N_("No initiative yet"),
        hint=N_("Projects and programmes your missions belong to, with their partners."),
        add=N_("Add initiative"),
        gone=lambda t, count: t.plural("{count} initiative deleted.", "{count} initiatives deleted.", count),
    ),
    columns=(
        Column(key="name", title=N_("Name"), width=260, required=True),
        Column(key="short", title=N_("Short name"), width=110),
        Column(key="programme", title=N_("Programme"), width=150),
        Column(key="coordinator", title=N_("Coordinator"), width=180, editable=False),
        Column(key="start", title=N_("Start"), kind=Kind.DATE, width=124),
        Column(key="end", title=N_("End"), kind=Kind.DATE, width=124),
        Column(key="members", title=N_("Members"), kind=Kind.NUMBER, width=92, editable=False),
        Column(key="missions", title=N_("Missions"), kind=Kind.NUMBER, width=92, editable=False),
        Column(key="grant", title=N_("Grant agreement"), width=140, shown=False),
        Column(key="budget", title=N_("Budget"), kind=Kind.MONEY, width=120, shown=False),
        Column(key="currency", title=N_("Currency"), width=90, shown=False),
        Column(key="partners", title=N_("Partners in all"), kind=Kind.NUMBER, width=110, shown=False),
        Column(key="countries", title=N_("Countries in all"), kind=Kind.NUMBER, width=110, shown=False),
        Column(key="website", title=N_("Website"), shown=False, also=("web", "sito")),
        Column(key="objectives", title=N_("Objectives"), kind=Kind.LONG, spoken=True, width=220, shown=False),
        Column(
            key="notes", title=N_("Notes for the team"), kind=Kind.LONG, width=220, shown=False, also=("note",)
        ),
    ),
    source=source_of("results.initiatives"),
    related=frozenset({"organisation", "initiative_member", "mission"}),
    views=(View(N_("Without members"), "missing:members"), View(N_("Without a mission"), "missing:missions")),
    named=("name",),
    facts=("programme", "coordinator", "missions"),
    parts=_parts,
)
