"""Keep how lists are looked at: columns, filter and sort under a name. Each function is one undo step."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import lists
from missionplanner.domain.records import SavedView
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.services.workspace import Receipt, Workspace


def of_page(ws: Workspace, page: str) -> tuple[SavedView, ...]:
    """Return the views of a list, by name."""
    with ws.reading() as connection:
        found = lists.rows(connection, SavedView, ("page", "name", "content"), ("name",))
    return tuple(
        SavedView(id=identity, page=of, name=name, content=content)
        for identity, of, name, content in found
        if of == page
    )


def keep(ws: Workspace, page: str, name: str, content: str) -> Receipt:
    """Keep a view under a name; one of this name on this page is overwritten. Raises Invalid."""
    words = _named(name)
    with ws.edit(N_("Keep the view “{name}”"), name=words) as edit:
        there = next((one for one in edit.all(SavedView, page=page) if one.name == words), None)
        if there is not None:
            edit.save(replace(there, content=content))
        else:
            edit.add(SavedView(page=page, name=words, content=content))
    return edit.receipt


def rename(ws: Workspace, identity: UUID, name: str) -> Receipt:
    """Call a view otherwise. Raises Invalid, NotFound."""
    words = _named(name)
    with ws.edit(N_("Rename the view “{name}”"), name=words) as edit:
        edit.save(replace(edit.get(SavedView, identity), name=words))
    return edit.receipt


def delete(ws: Workspace, identity: UUID) -> Receipt:
    """Delete a view. Raises NotFound."""
    with ws.edit(N_("Delete the view “{name}”"), name="") as edit:
        one = edit.get(SavedView, identity)
        edit.call(N_("Delete the view “{name}”"), name=one.name)
        edit.delete(one)
    return edit.receipt


def _named(name: str) -> str:
    words = clean(name, MAX_LINE)
    if not words:
        raise Invalid(N_("A view needs a name."), field="name")
    return words
