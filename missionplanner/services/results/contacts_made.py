"""Keep who was met: they go to the directory, unless they are there already under a like name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.domain import contact_data
from missionplanner.domain.likeness import OrganisationFacts, PersonFacts
from missionplanner.domain.records import ContactMade, Organisation, Person
from missionplanner.domain.text import MAX_LINE, clean, folded
from missionplanner.domain.texts import UNDETERMINED, Texts
from missionplanner.domain.vocabulary import Interest, NameOrder
from missionplanner.exchange import bounded
from missionplanner.services.delegates.placeholders import typed_person
from missionplanner.services.directory import known_names, likeness, pictures
from missionplanner.services.directory.known_names import Name
from missionplanner.services.entries import Entries
from missionplanner.services.results import chronicle
from missionplanner.services.results.chronicle import Chronicle
from missionplanner.services.rows import Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

if TYPE_CHECKING:
    from missionplanner.exchange.contacts import ContactDraft

FIELDS = (
    "person_id",
    "organisation_id",
    "job",
    "email",
    "mobile",
    "by_id",
    "item_id",
    "date",
    "interest",
    "note",
)
"""What a row of contacts holds, in this order; the second to the fifth are the person's, and changed there."""
SURE = 0.9
"""Likeness from which an organisation that is merely named is taken for the one in the directory."""
_READ = "missionplanner.exchange.contacts.reading.read"
_OF_PERSON = ("given", "family", "name_order", "native_name", "honorific", "email", "mobile", "phone", "languages")
_OF_CONTACT = ("by_id", "item_id", "date", "interest", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Be somebody met, as a form holds them or a card tells. ``organisation`` is an id, or a name.

    ``photo`` are bytes as they came, made safe when they are stored.
    """

    given: str = ""
    family: str = ""
    name_order: NameOrder | None = None
    native_name: str = ""
    honorific: str = ""
    job: str = ""
    organisation: UUID | str = ""
    email: str = ""
    mobile: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    photo: bytes | None = None
    by_id: UUID | None = None
    item_id: UUID | None = None
    date: dt.date | None = None
    interest: Interest | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Like:
    """Be somebody of the directory who may be the one met: how alike, from 0 to 1, and why."""

    who: Name
    score: float
    reasons: tuple[Message, ...] = ()


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read who was met on a mission, in the order they were noted."""
    book = chronicle.read(ws, mission_id)
    found = book.record.contacts_made
    rows = [_row(book, one) for one in found if ids is None or one.id in ids]
    return Page(rows[:limit], len(found))


def _row(book: Chronicle, one: ContactMade) -> Row:
    person = book.plan.person(one.person_id)
    own = (person.job, person.email, person.mobile or person.phone) if person is not None else (None, None, None)
    where = (book.person(one.by_id), book.item(one.item_id), one.date, one.interest, one.note)
    return Row(one.id, (book.person(one.person_id), book.sender(one.person_id), *own, *where))


def read_cards(
    ws: Workspace, data: bytes, *, country: str | None = None, progress: Progress | None = None
) -> tuple[Met, ...]:
    """Return who a file of business cards (vCard) names. To be called off the window's thread.

    ``country`` is where numbers without a prefix are from. Raises Invalid for what is no card, Cancelled.
    """
    cards = bounded.run(_READ, data, progress=progress, country=country)
    found = tuple(_met(one) for one in cards.drafts if one.is_person)
    if not found:
        raise Invalid(N_("This card names nobody."))
    return found


def _met(one: ContactDraft) -> Met:
    names = (*_OF_PERSON, "job", "organisation", "photo")
    values: dict[str, Any] = {name: getattr(one, name) for name in names}
    return Met(**{name: value for name, value in values.items() if value not in (None, "")})


def alike(ws: Workspace, met: Met) -> tuple[Like, ...]:
    """Return who of the directory may be the one met, the likeliest first: to be asked before they are added."""
    if not _named(met):
        return ()
    work = met.organisation
    own = known_names.named(ws, Organisation, [work]) if isinstance(work, UUID) else {}
    at = own[work].name if isinstance(work, UUID) and work in own else str(work or "")
    numbers = tuple(one for one in (met.mobile, met.phone) if one)
    facts = PersonFacts(uuid4(), met.given, met.family, met.native_name, at, met.email, numbers)
    pairs = likeness.like(ws, Person, facts)
    names = known_names.named(ws, Person, [one.other for one in pairs])
    return tuple(
        Like(names[one.other], one.likeness.score, one.likeness.reasons) for one in pairs if one.other in names
    )


def add(ws: Workspace, mission_id: UUID, met: Met, into: UUID | None = None) -> Receipt:
    """Note that somebody was met, in one step with what the directory gains.

    With ``into`` it is somebody there already: only what is not known of them is filled in. Else they are added,
    with their organisation where it is new. Raises Invalid with the field, NotFound.
    """
    photo = pictures.cleaned(met.photo) if met.photo is not None else None
    work = _organisation(ws, met)
    with ws.edit(N_("Note that {name} was met"), name="") as edit:
        told: dict[str, Any] = {name: getattr(met, name) or None for name in _OF_PERSON if name != "languages"}
        told |= {"languages": met.languages, "job": Texts(((UNDETERMINED, met.job),)) if met.job else None}
        told["organisation_id"] = work if isinstance(work, UUID) else _new_organisation(edit, work)
        told["photo"] = pictures.stored(edit, photo)
        told = _checked_person(told)
        if into is not None:
            person = _filled(edit, into, told)
        elif _named(met):
            person = edit.add(Person(**told))
        else:
            raise Invalid(N_("A person needs a name."), field="family")
        edit.call(N_("Note that {name} was met"), name=person.full_name or person.native_name or "")
        new = ContactMade(mission_id=mission_id, person_id=person.id)
        new = replace(new, **{name: getattr(met, name) for name in _OF_CONTACT})
        edit.add(_ENTRIES.written(edit, _placed(edit, new), {"note": clean(met.note)}))
    return edit.receipt


def _named(met: Met) -> bool:
    return bool(met.given.strip() or met.family.strip() or met.native_name.strip())


def _organisation(ws: Workspace, met: Met) -> UUID | str:
    """Return the organisation somebody works for: the one in the directory where it is as good as known."""
    if isinstance(met.organisation, UUID):
        return met.organisation
    name = clean(met.organisation, MAX_LINE)
    if not name:
        return ""
    pairs = likeness.like(ws, Organisation, OrganisationFacts(uuid4(), name))
    known = known_names.named(ws, Organisation, [one.other for one in pairs])
    for one in pairs:
        own = known.get(one.other)
        if own is not None and folded(name) in {folded(each) for each in (own.name, *own.others)}:
            return one.other
    return pairs[0].other if pairs and pairs[0].likeness.score >= SURE else name


def _new_organisation(edit: Edit, name: str) -> UUID | None:
    return edit.add(Organisation(name=name)).id if name else None


def _checked_person(told: Mapping[str, Any]) -> dict[str, Any]:
    lines = ("given", "family", "native_name", "honorific")
    cleaned = {name: clean(told[name], MAX_LINE) or None for name in lines if told[name]}
    return {
        **told,
        **cleaned,
        "email": contact_data.email(told["email"] or "", "email"),
        "mobile": contact_data.phone(told["mobile"] or "", "mobile"),
        "phone": contact_data.phone(told["phone"] or "", "phone"),
    }


def _filled(edit: Edit, into: UUID, told: Mapping[str, Any]) -> Person:
    known = edit.get(Person, into)
    blank = {name: value for name, value in told.items() if value and getattr(known, name) in (None, ())}
    named = {"given", "family", "native_name", "name_order"} & blank.keys() if known.full_name else set()
    kept = {name: value for name, value in blank.items() if name not in named or name == "native_name"}
    return edit.save(replace(known, **kept)) if kept else known


def _placed(edit: Edit, new: ContactMade) -> ContactMade:
    there = edit.all(ContactMade, mission_id=new.mission_id)
    return replace(new, position=max((one.position for one in there), default=-1) + 1)


def _checked(edit: Edit, _before: ContactMade | None, after: ContactMade) -> ContactMade:
    chronicle.require_own(edit, after.mission_id, after.item_id, "item_id")
    for field in ("person_id", "by_id"):
        if getattr(after, field) is not None and not edit.find(Person, getattr(after, field)):
            raise Invalid(N_("This person is no longer there."), field=field)
    return after


def _somebody(edit: Edit, name: str) -> UUID:
    return edit.add(typed_person(name, "by_id")).id


_ENTRIES = Entries(
    kind=ContactMade,
    name=lambda _one: "",
    added=N_("Note who was met"),
    changed=N_("Change a contact made"),
    changed_many=N_("Change {count} contacts made"),
    deleted=N_("Delete a contact made"),
    deleted_many=N_("Delete {count} contacts made"),
    checked=_checked,
    makers={"by_id": _somebody},
)
change_cells = _ENTRIES.change_cells
delete = _ENTRIES.delete
