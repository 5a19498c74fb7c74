"""Let things be assigned to a place before anybody is named for it: a person without a name stands for it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.records import Delegate, Person
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.services.directory.joining import repoint
from missionplanner.services.workspace import Edit


def person_of(edit: Edit, delegate: Delegate) -> UUID:
    """Return the person who stands for a delegate; where none does, make one without a name."""
    now = edit.get(Delegate, delegate.id)
    if now.person_id is not None:
        return now.person_id
    made = edit.add(Person(organisation_id=now.place_of_id))
    edit.save(replace(now, person_id=made.id))
    return made.id


def standing_in(edit: Edit, delegate: Delegate) -> Person | None:
    """Return the person without a name who stands for a delegate, None where there is none or they are named."""
    person = edit.find(Person, delegate.person_id)
    return person if person is not None and person.unnamed else None


def is_place(edit: Edit, delegate: Delegate) -> bool:
    """Tell whether nobody is named for a delegate yet."""
    return delegate.person_id is None or standing_in(edit, delegate) is not None


def name_with(edit: Edit, delegate: Delegate, known: UUID | Person) -> Delegate:
    """Name somebody for a place: somebody of the directory, or somebody new. All that was assigned stays.

    Raises Invalid with the field ``person_id`` where somebody is named already, or is in the delegation.
    """
    if not is_place(edit, delegate):
        raise Invalid(N_("Somebody is named here already. Replace them by somebody else."), field="person_id")
    placeholder = standing_in(edit, delegate)
    place = delegate.place_of_id or (placeholder.organisation_id if placeholder is not None else None)
    if isinstance(known, UUID):
        person = edit.get(Person, known)
        if edit.all(Delegate, mission_id=delegate.mission_id, person_id=known):
            name = person.full_name or person.native_name or ""
            raise Invalid(N_("“{name}” is in the delegation already."), field="person_id", name=name)
        if placeholder is not None:
            repoint(edit, Person, known, placeholder.id)
            edit.delete(placeholder)
    elif placeholder is not None:
        person = edit.save(replace(known, id=placeholder.id, created_at=placeholder.created_at, updated_at=None))
    else:
        person = edit.add(known)
    if person.organisation_id is None and place is not None:
        person = edit.save(replace(edit.get(Person, person.id), organisation_id=place))
    now = edit.get(Delegate, delegate.id)
    return edit.save(replace(now, person_id=person.id, place_of_id=None))


def typed_person(name: str, field: str = "person_id") -> Person:
    """Return somebody new of a name as it is typed, the family name last. Raises Invalid for nothing."""
    typed = clean(name, MAX_LINE)
    if not typed:
        raise Invalid(N_("A person needs a name."), field=field)
    given, _, family = typed.rpartition(" ")
    return Person(given=given or None, family=family)
