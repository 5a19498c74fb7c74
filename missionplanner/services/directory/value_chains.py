"""Keep the value chains of clusters. Who is a member stands with the organisations, by the chain's code."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain.records import Organisation, ValueChain
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Entries
from missionplanner.services.rows import Line, Page, Row, Section, linked
from missionplanner.services.workspace import Edit, Workspace

_STORED = ("code", "name", "cluster_id", "priority")
FIELDS = (*_STORED, "members")
"""What a row of value chains holds, in this order."""


def page(ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
    """Read all value chains, the named ones, or the first of them in their order."""
    with ws.reading() as connection:
        found = lists.rows(connection, ValueChain, _STORED, ("position", "code"), ids=ids, limit=limit)
        total = lists.count(connection, ValueChain)
        names = lists.names(connection, Organisation, {row[3] for row in found})
        codes = [code for _id, _name, some in lists.in_value_chains(connection) for code in some]
    rows = [
        Row(identity, (code, name, linked(names, cluster), priority, codes.count(code) if code else 0))
        for identity, code, name, cluster, priority in found
    ]
    return Page(rows, total)


def about(ws: Workspace, identity: UUID, _language: str) -> tuple[Section, ...]:
    """Return the members of a value chain."""
    with ws.reading() as connection:
        own = lists.rows(connection, ValueChain, ("code",), (), ids=[identity])
        code = own[0][1] if own else None
        found = [(one, name) for one, name, codes in lists.in_value_chains(connection) if code and code in codes]
    lines = tuple(Line(name, id=one) for one, name in found)
    return (Section(N_("Members"), lines, N_("No organisation names this value chain yet.")),)


def codes(ws: Workspace) -> tuple[tuple[str, str], ...]:
    """Return code and name of all value chains, for those who choose one."""
    with ws.reading() as connection:
        found = lists.rows(connection, ValueChain, ("code", "name"), ("position", "code"))
    return tuple((code, name.best("") if name is not None else "") for _id, code, name in found if code)


def _checked(edit: Edit, before: ValueChain | None, after: ValueChain) -> ValueChain:
    if not after.code:
        raise Invalid(N_("A value chain needs a code, such as MET."), field="code")
    if any(one.code == after.code and one.id != after.id for one in edit.all(ValueChain)):
        raise Invalid(N_("“{code}” is the code of another value chain."), field="code", code=after.code)
    if before is not None and before.code and before.code != after.code:
        _rename(edit, before.code, after.code)
    return after


def _rename(edit: Edit, old: str, new: str) -> None:
    """Let the members follow the code of their value chain."""
    for one in edit.all(Organisation):
        if old in one.value_chains:
            chains = tuple(dict.fromkeys(new if code == old else code for code in one.value_chains))
            edit.save(replace(one, value_chains=chains))


_ENTRIES = Entries(
    kind=ValueChain,
    name=lambda one: one.code or "",
    added=N_("Add {name}"),
    changed=N_("Change {name}"),
    changed_many=N_("Change {count} value chains"),
    deleted=N_("Delete {name}"),
    deleted_many=N_("Delete {count} value chains"),
    checked=_checked,
    makers={"cluster_id": made},
)
create = _ENTRIES.create
create_from = _ENTRIES.create_from
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
