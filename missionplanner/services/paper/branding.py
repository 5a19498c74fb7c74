"""Say what a mission's paper looks like and who pays for it: organisers, colour, cover, grant, statement, foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from missionplanner.base import colours
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.changes import Changes
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.records import Mission, Organisation, Organiser
from missionplanner.domain.vocabulary import OrganiserRole
from missionplanner.services.directory import pictures
from missionplanner.services.directory.people import made
from missionplanner.services.directory.pictures import KEPT, Kept
from missionplanner.services.missions import label
from missionplanner.services.workspace import Edit, Receipt, Workspace

if TYPE_CHECKING:
    from missionplanner.exchange.photos import Photo

FIELDS = (
    *("accent", "cover", "grant", "cup", "work_package", "funding_statement"),
    *("footer", "insurance"),
)
"""What of a mission is changed here, beside its emblem."""
ACCENTS: Mapping[str, str] = {
    "#C8472B": N_("Vermilion"),
    "#A1281F": N_("Red"),
    "#84396A": N_("Purple"),
    "#3D4F93": N_("Blue"),
    "#0F6478": N_("Petrol"),
    "#1F7A5C": N_("Green"),
    "#7A5A00": N_("Ochre"),
    "#525F67": N_("Grey"),
}
"""Colours that can be read on white, and their names; the first is the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserDraft:
    """Be an organiser as a form has it: an organisation of the directory by its id, or a new one by its name.

    ``id`` is that of the organiser, None for one more; ``logo`` is that of the organisation.
    """

    organisation: UUID | str
    role: OrganiserRole | None = None
    id: UUID | None = None
    logo: Photo | Kept | None = KEPT


def change(
    ws: Workspace,
    one: Mission,
    organisers: Sequence[OrganiserDraft],
    emblem: Photo | Kept | None = KEPT,
) -> Receipt:
    """Save ``FIELDS`` of a mission, its emblem, its organisers in their order and their logos, as one step.

    Raises Invalid with the field, NotFound, Stale.
    """
    wanted = cleaned(one)
    accent = colours.written(wanted.accent) if wanted.accent else None
    if wanted.accent and accent is None:
        raise Invalid(N_("“{text}” is not a colour, such as #1F7A5C."), field="accent", text=wanted.accent)
    with ws.edit(N_("Change paper and funding of “{title}”"), title=label(one)) as edit:
        now = edit.get(Mission, one.id)
        changed = replace(now, **{name: getattr(wanted, name) for name in FIELDS}, updated_at=one.updated_at)
        changed = replace(changed, accent=accent)
        if emblem is not KEPT:
            changed = replace(changed, emblem=pictures.stored(edit, emblem))
        edit.save(changed)
        edit.write(_organised(edit, one.id, list(_known(edit, organisers))))
    return edit.receipt


def _known(edit: Edit, drafts: Sequence[OrganiserDraft]) -> Iterator[tuple[OrganiserDraft, UUID]]:
    """Give each draft with its organisation, made where new, its logo stored. Raises Invalid for one twice."""
    met: set[UUID] = set()
    for draft in drafts:
        new = isinstance(draft.organisation, str)
        identity = made(edit, draft.organisation) if isinstance(draft.organisation, str) else draft.organisation
        if identity in met:
            name = edit.get(Organisation, identity).name or ""
            raise Invalid(N_("“{name}” is among the organisers twice."), field="organisers", name=name)
        met.add(identity)
        if draft.logo is not KEPT and not (new and draft.logo is None):
            organisation = edit.get(Organisation, identity)
            edit.save(replace(organisation, logo=pictures.stored(edit, draft.logo)))
        yield draft, identity


def _organised(edit: Edit, mission_id: UUID, wanted: Sequence[tuple[OrganiserDraft, UUID]]) -> Changes:
    before = edit.plan(mission_id).organisers
    there = {one.id: one for one in before}
    saved: list[Organiser] = []
    added: list[Organiser] = []
    for position, (draft, identity) in enumerate(wanted, min((one.position for one in before), default=1)):
        old = there.pop(draft.id, None) if draft.id is not None else None
        if old is None:
            known = Organiser(id=uuid4(), mission_id=mission_id, organisation_id=identity)
            added.append(replace(known, role=draft.role, position=position))
            continue
        new = replace(old, organisation_id=identity, role=draft.role, position=position)
        if new != old:
            saved.append(new)
    return Changes(saved=tuple(saved), added=tuple(added), removed=tuple(there.values()))
