"""Keep what was agreed: letters of interest, memoranda, contracts, project ideas, with their parties and value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.costs import money
from missionplanner.domain.records import Agreement, AgreementParty, Organisation, Record
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.services.directory.people import made
from missionplanner.services.entries import Cell, Entries, Refused
from missionplanner.services.results import chronicle
from missionplanner.services.results.chronicle import Chronicle
from missionplanner.services.rows import Linked, Page, Row
from missionplanner.services.workspace import Edit, Receipt, Workspace

FIELDS = ("kind", "date", "text", "parties", "value", "currency")
"""What a row of agreements holds, in this order; ``parties`` are names, one after the other."""
BETWEEN = "; "
"""What stands between the names of parties in one cell."""


def page(
    ws: Workspace, mission_id: UUID, *, ids: Collection[UUID] | None = None, limit: int | None = None
) -> Page:
    """Read the agreements of a mission in their order."""
    book = chronicle.read(ws, mission_id)
    found = book.record.agreements
    rows = [_row(book, one) for one in found if ids is None or one.id in ids]
    return Page(rows[:limit], len(found))


def parties(ws: Workspace, mission_id: UUID, agreement_id: UUID) -> tuple[Linked, ...]:
    """Return who has agreed, in their order."""
    book = chronicle.read(ws, mission_id)
    found = book.record.of("agreement_parties", "agreement_id", agreement_id)
    return tuple(Linked(one.organisation_id, book.name(one.organisation_id)) for one in found)


def _row(book: Chronicle, one: Agreement) -> Row:
    names = [
        book.name(each.organisation_id) for each in book.record.of("agreement_parties", "agreement_id", one.id)
    ]
    return Row(one.id, (one.kind, one.date, one.text, BETWEEN.join(names), one.value, one.currency))


# -- writing ---------------------------------------------------------------------------------------------


def _checked(edit: Edit, before: Agreement | None, after: Agreement) -> Agreement:
    if after.kind is None and not after.text:
        raise Invalid(N_("Say what kind of agreement it is, or what it is about."), field="kind")
    one = replace(
        after,
        value=money.allowed_quantity(after.value, "value"),
        currency=money.allowed_currency(after.currency, "currency"),
    )
    if before is not None:
        return one
    there = edit.all(Agreement, mission_id=one.mission_id)
    return replace(one, position=max((each.position for each in there), default=-1) + 1)


def _copied(edit: Edit, one: Agreement, copy: Agreement) -> tuple[Record, ...]:
    """Return the parties of a copy."""
    return tuple(
        replace(each, id=uuid4(), agreement_id=copy.id, created_at=None, updated_at=None)
        for each in edit.all(AgreementParty, agreement_id=one.id)
    )


_ENTRIES = Entries(
    kind=Agreement,
    name=lambda one: one.text.best("") if one.text is not None else "",
    added=N_("Add the agreement “{name}”"),
    changed=N_("Change the agreement “{name}”"),
    changed_many=N_("Change {count} agreements"),
    deleted=N_("Delete the agreement “{name}”"),
    deleted_many=N_("Delete {count} agreements"),
    checked=_checked,
    children=_copied,
)
delete = _ENTRIES.delete
duplicate = _ENTRIES.duplicate


def create_from(ws: Workspace, values: Mapping[str, object], *, mission_id: UUID) -> Receipt:
    """Store a new agreement of what a form holds, with its parties. Raises Invalid with the field."""
    wanted = _asked(values.get("parties"))
    rest = {name: value for name, value in values.items() if name != "parties"}

    with ws.edit(N_("Add the agreement “{name}”"), name="") as edit:
        blank = Agreement(mission_id=mission_id)
        one = edit.add(_checked(edit, None, _ENTRIES.written(edit, blank, rest)))
        edit.call(N_("Add the agreement “{name}”"), name=_ENTRIES.name(one))
        _set_parties(edit, one, wanted)
    return edit.receipt


def change_cells(
    ws: Workspace, cells: Iterable[Cell], *, gesture: str | None = None, refused: Refused | None = None
) -> Receipt:
    """Set fields of several agreements as one step. Raises Invalid with the field, NotFound."""
    wanted: dict[UUID, dict[str, object]] = {}
    for identity, name, value in cells:
        wanted.setdefault(identity, {})[name] = value
    with ws.edit(N_("Change {count} agreements"), count=len(wanted), gesture=gesture) as edit:
        for identity, values in wanted.items():
            one = edit.get(Agreement, identity)
            parties = _asked(values.pop("parties")) if "parties" in values else None
            if values:
                one = edit.save(_ENTRIES.written(edit, one, values, refused=refused))
            if parties is not None:
                _set_parties(edit, one, parties)
            if len(wanted) == 1:
                edit.call(N_("Change the agreement “{name}”"), name=_ENTRIES.name(one))
    return edit.receipt


def _asked(value: object) -> tuple[UUID | str, ...]:
    """Return parties as a cell holds them: names in one text, or ids and names in a list."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(one.strip() for one in value.split(";") if one.strip())
    if isinstance(value, UUID):
        return (value,)
    if isinstance(value, tuple | list) and all(isinstance(one, UUID | str) for one in value):
        return tuple(value)
    raise Invalid(N_("This cannot be changed here."), field="parties")


def _set_parties(edit: Edit, one: Agreement, wanted: Sequence[UUID | str]) -> None:
    there = {each.organisation_id: each for each in edit.all(AgreementParty, agreement_id=one.id)}
    kept: list[UUID] = []
    for known in wanted:
        organisation = edit.get(Organisation, known).id if isinstance(known, UUID) else _named(edit, known)
        if organisation not in kept:
            kept.append(organisation)
    edit.delete_all([each for key, each in there.items() if key not in kept])
    for position, key in enumerate(kept):
        if key in there:
            edit.save(replace(there[key], position=position))
        else:
            edit.add(
                AgreementParty(
                    mission_id=one.mission_id, agreement_id=one.id, organisation_id=key, position=position
                )
            )


def _named(edit: Edit, name: str) -> UUID:
    """Return the organisation of a name or short name, a new one where there is none."""
    typed = clean(name, MAX_LINE)
    found = edit.all(Organisation, name=typed) or edit.all(Organisation, short=typed)
    return found[0].id if found and typed else made(edit, name)
