"""Say what is asked of the press: a document, in languages, on a paper, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.documents.kinds import COVERS, KINDS, Kind, kind_of
from missionplanner.domain.plan import MissionPlan

if TYPE_CHECKING:
    from missionplanner.documents.content.frame import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Ask for one document. ``version`` is that of the last issue; ``issued`` says that this copy is it.

    ``subject_id`` is the visit, hotel, vehicle … it is about, None for all of them; ``people`` are those on it,
    all where none are named; ``choices`` are pairs of an option of the kind and the value wanted.
    """

    kind: str
    languages: tuple[str, ...]
    version: int
    issued: bool
    person_id: UUID | None = None
    group_id: UUID | None = None
    subject_id: UUID | None = None
    people: tuple[UUID, ...] = ()
    variant: str = "common"
    paper: str = "a4"
    draft: bool = False
    cover: str = "institutional"
    choices: tuple[tuple[str, str], ...] = ()

    def choice(self, name: str) -> str:
        """Return the value wanted for an option of the kind, else the usual one."""
        kind = kind_of(self.kind)
        usual = next((one.values[0][0] for one in kind.choices if one.id == name), "") if kind else ""
        return dict(self.choices).get(name, usual)

    def wants(self, person_id: UUID | None) -> bool:
        """Tell whether a person is to be on it."""
        return not self.people or person_id in self.people

    @property
    def edition(self) -> Edition:
        """Return which copy it is."""
        from missionplanner.documents.content.frame import Edition

        return Edition(self.version, self.issued, self.draft)


def checked(plan: MissionPlan, order: Order) -> Kind:
    """Return the kind an order is of.

    Raises Invalid for an order that names no kind, paper, language or choice of ours, NotFound for a person, group
    or record the plan does not have.
    """
    kind = next((one for one in KINDS if one.id == order.kind), None)
    if kind is None:
        raise Invalid(N_("There is no document called “{kind}”."), field="kind", kind=order.kind)
    _check_languages(order, kind)
    for field, wanted, known in (
        *(("languages", one, kind.languages) for one in order.languages),
        ("paper", order.paper, kind.papers),
        ("variant", order.variant, kind.variants),
        ("cover", order.cover, COVERS),
        *_choices(order, kind),
    ):
        if wanted not in known:
            raise Invalid(
                N_("“{value}” is not offered for this document. There is: {known}."),
                field=field,
                value=wanted,
                known=", ".join(known),
            )
    _check_people(plan, order, kind)
    return kind


def _check_languages(order: Order, kind: Kind) -> None:
    if not kind.two_languages and len(order.languages) != 1:
        raise Invalid(N_("This document is printed in one language at a time."), field="languages")
    if len(set(order.languages)) != len(order.languages) or len(order.languages) not in (1, 2):
        raise Invalid(N_("A document is printed in one language, or in two different ones."), field="languages")


def _choices(order: Order, kind: Kind) -> list[tuple[str, str, tuple[str, ...]]]:
    offered = {one.id: tuple(value for value, _ in one.values) for one in kind.choices}
    return [(name, value, offered.get(name, ())) for name, value in order.choices]


def _check_people(plan: MissionPlan, order: Order, kind: Kind) -> None:
    if kind.for_persons and plan.person(order.person_id) is None:
        raise NotFound(N_("This person is not in the mission."))
    wants_group = order.variant == "group" or order.group_id is not None
    if wants_group and plan.group(order.group_id) is None:
        raise NotFound(N_("This group is not in the mission."))
    if kind.for_subjects:
        from missionplanner.documents.subjects import subjects

        known = {one.id for one in subjects(plan, kind)}
        if order.subject_id not in known and not (order.subject_id is None and kind.whole):
            raise NotFound(N_("The mission has nothing this document could be about."))
