"""Keep recipes of packs in the workspace, beside those that come with the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.paper.recipes import Recipe, as_text, recipe_of
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.services.workspace import Receipt, Workspace


@dataclass(frozen=True, slots=True)
class Saved:
    """Be a recipe kept in the workspace; ``recipe`` is None where it cannot be read any more."""

    id: UUID
    name: str
    recipe: Recipe | None


def saved(ws: Workspace) -> tuple[Saved, ...]:
    """Return the recipes of the workspace, by name."""
    with ws.reading() as connection:
        found = [one for one in reading.templates(connection) if one.kind is TemplateKind.RECIPE]
    return tuple(_saved(one) for one in found)


def _saved(one: r.Template) -> Saved:
    try:
        return Saved(one.id, one.name, recipe_of(one))
    except Invalid:
        return Saved(one.id, one.name, None)


def save(ws: Workspace, name: str, recipe: Recipe) -> Receipt:
    """Keep a recipe under a name, in the place of one of that name. Raises Invalid without name or documents."""
    title = clean(name, MAX_LINE)
    if not title:
        raise Invalid(N_("Give the pack a name."), field="name")
    if not recipe.lines:
        raise Invalid(N_("Choose at least one document."), field="lines")
    with ws.edit(N_("Save the pack “{name}”"), name=title) as edit:
        kept = (one for one in edit.all(r.Template) if one.kind is TemplateKind.RECIPE)
        same = [one for one in kept if one.name == title]
        if same:
            edit.save(replace(same[0], content=as_text(recipe)))
        else:
            edit.add(r.Template(kind=TemplateKind.RECIPE, name=title, content=as_text(recipe)))
    return edit.receipt


def rename(ws: Workspace, identity: UUID, name: str) -> Receipt:
    """Give a recipe of the workspace another name. Raises Invalid for none or one that is taken, NotFound."""
    title = clean(name, MAX_LINE)
    if not title:
        raise Invalid(N_("Give the pack a name."), field="name")
    if any(one.name == title and one.id != identity for one in saved(ws)):
        raise Invalid(N_("There is a pack of this name already."), field="name")
    with ws.edit(N_("Rename the pack “{name}”"), name=title) as edit:
        edit.save(replace(edit.get(r.Template, identity), name=title))
    return edit.receipt


def delete(ws: Workspace, identity: UUID) -> Receipt:
    """Delete a recipe of the workspace; what was printed from it stays. Raises NotFound."""
    with ws.edit(N_("Delete a pack")) as edit:
        one = edit.get(r.Template, identity)
        edit.call(N_("Delete the pack “{name}”"), name=one.name)
        edit.delete(one)
    return edit.receipt
