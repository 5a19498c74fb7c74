"""Say what the list of value chains is."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.directory import offers
from missionplanner.gui.directory.sources import source_of
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words

SPEC = TableSpec(
    name="value_chains",
    table="value_chain",
    icon="link",
    words=Words(
        title=N_("Value chains"),
        counted=lambda t, count: t.plural("{count} value chain", "{count} value chains", count),
        none=N_("No value chain yet"),
        hint=N_("The working groups of a cluster, each tied to a priority of its region."),
        add=N_("Add value chain"),
        gone=lambda t, count: t.plural("{count} value chain deleted.", "{count} value chains deleted.", count),
    ),
    columns=(
        Column(key="code", title=N_("Code"), width=110, required=True, hint=N_("for example: MET")),
        Column(key="name", title=N_("Name"), spoken=True, width=320),
        Column(
            key="cluster_id",
            title=N_("Cluster"),
            kind=Kind.LINK,
            offer=offers.organisations,
            create=True,
            width=220,
        ),
        Column(key="priority", title=N_("S3 priority"), spoken=True, width=240, also=("s3",)),
        Column(key="members", title=N_("Members"), kind=Kind.NUMBER, width=92, editable=False),
    ),
    source=source_of("directory.value_chains"),
    related=frozenset({"organisation"}),
    views=(View(N_("Without members"), "missing:members"), View(N_("Without a priority"), "missing:priority")),
    named=("code", "name"),
    facts=("members",),
)
