"""Make one record of two that are the same person, organisation or place, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.likeness.joining import (
    Choice,
    equal_fields,
    folded_into,
    identity,
    joined,
    says_nothing,
    without_itself,
)
from missionplanner.domain.likeness.merge import shown
from missionplanner.services.workspace import Edit, Receipt, Workspace

R = TypeVar("R", r.Person, r.Organisation, r.Place)


def join(
    ws: Workspace,
    kind: type[R],
    keep_id: UUID,
    drop_id: UUID,
    choices: Mapping[str, Choice] | None = None,
    *,
    origin: object = None,
) -> Receipt:
    """Lay two records of the directory together and let everything that named the one name the other.

    ``choices`` tells for each field whose value stays; where it tells nothing, what ``keep_id`` says, else what
    ``drop_id`` says. What would then stand twice, such as one person twice on a leg, becomes one as well. Raises
    NotFound, and Invalid where the two are one already, meet each other, or a field is unknown.
    """
    if keep_id == drop_id:
        raise Invalid(N_("These are one and the same already."))
    with ws.edit(N_("Merge duplicates"), origin=origin) as edit:
        keep, drop = edit.get(kind, keep_id), edit.get(kind, drop_id)
        edit.call(N_("Merge “{name}” into “{into}”"), name=shown(drop), into=shown(keep))
        _require_apart(edit, keep, drop)
        whole = joined(keep, drop, choices or {})
        repoint(edit, kind, keep_id, drop_id)
        _move_decisions(edit, keep_id, drop_id)
        edit.delete(edit.get(kind, drop_id))
        now = edit.get(kind, keep_id)
        edit.save(replace(whole, created_at=now.created_at, updated_at=now.updated_at))
    return edit.receipt


def _require_apart(edit: Edit, keep: r.Record, drop: r.Record) -> None:
    """Raise Invalid where both sit at one table: then they are two."""
    pair = {keep.id, drop.id}
    for one in edit.all(r.Meeting, a_id=keep.id) + edit.all(r.Meeting, b_id=keep.id):
        if {one.a_id, one.b_id} == pair:
            text = N_("“{name}” and “{into}” meet each other in a mission: they cannot be one.")
            raise Invalid(text, name=shown(drop), into=shown(keep))


def _move_decisions(edit: Edit, keep: UUID, drop: UUID) -> None:
    """Let what was told apart from the one that goes be told apart from the one that stays."""
    for one in edit.all(r.DistinctPair, one_id=drop) + edit.all(r.DistinctPair, other_id=drop):
        least, most = sorted((keep, one.other_id if one.one_id == drop else one.one_id), key=lambda id_: id_.int)
        if least == most or edit.all(r.DistinctPair, one_id=least, other_id=most):
            edit.delete(one)
        else:
            edit.save(replace(one, one_id=least, other_id=most))


def repoint(edit: Edit, kind: type[Any], keep: UUID, drop: UUID) -> None:
    """Let all that named ``drop`` name ``keep``, and lay together what then stands twice, level by level."""
    for touched in edit.repoint(kind, drop, keep):
        one = edit.find(type(touched), touched.id)
        if one is None:
            continue
        if says_nothing(one):
            edit.delete(one)
            continue
        tidy = _without_loops(one)
        if tidy != one:
            one = edit.save(tidy)
        double = _double(edit, one)
        if double is not None and {double.id, one.id} != {keep, drop}:  # these are being laid together already
            _fold(edit, double, one)


def _without_loops(one: r.Record) -> r.Record:
    """Drop links that would lead back: a parent that is itself, a deputy who is the leader."""
    if isinstance(one, r.Group) and one.leader_id is not None and one.leader_id == one.deputy_id:
        return replace(one, deputy_id=None)
    return without_itself(one)


def _double(edit: Edit, one: r.Record) -> r.Record | None:
    """Return the record that says the same as this one, None where there is none."""
    if identity(one) is None:
        return None
    some = edit.all(type(one), **equal_fields(one))
    return next((other for other in some if other.id != one.id), None)


def _fold(edit: Edit, kept: r.Record, other: r.Record) -> None:
    """Keep one of two doubles with what both say; what named the other names it."""
    whole = folded_into(kept, other)
    repoint(edit, type(kept), kept.id, other.id)
    edit.delete(other)
    now = edit.get(type(kept), kept.id)
    edit.save(without_itself(replace(whole, updated_at=now.updated_at), also=other.id))
