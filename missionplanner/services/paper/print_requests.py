"""Read what somebody asks to be printed: which documents, about what and for whom, in which language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.documents.kinds import LANGUAGES, PAPERS, Kind, Per, kind_of, spoken
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import Subject, subjects
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import CoverStyle

FALLBACK_LANGUAGE = "it"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """Say what to print. ``person`` and ``group`` are an id of the file or a name; languages ``it`` or ``it+en``.

    ``people`` are those whom a document for ``everyone`` is printed for, or who are on it; all where none are
    named. ``subject`` is the visit, hotel, vehicle … it is about: an id of the file or a name. ``cover`` is the
    mission's own where none is named.
    """

    kind: str = "programme"
    language: str | None = None
    everyone: bool = False
    people: tuple[UUID, ...] = ()
    person: str | None = None
    group: str | None = None
    subject: str | None = None
    choices: tuple[tuple[str, str], ...] = ()
    variant: str | None = None
    paper: str = "a4"
    cover: str = ""
    draft: bool = False
    issue: bool = False
    force: bool = False


def orders_of(plan: MissionPlan, request: PrintRequest) -> tuple[Order, ...]:
    """Return the documents a request asks for, in the order of the delegates."""
    kind = kind_of(request.kind)
    if kind is None:
        raise Invalid(N_("There is no document “{kind}”."), kind=request.kind)
    if kind.for_persons:
        people = recipients(plan, request)
        if not people:
            raise Invalid(N_("Nobody in this mission would get this document: no delegate is named yet."))
        return tuple(_order(plan, request, person=person) for person in people)
    if kind.for_subjects:
        return _about(plan, kind, request)
    if request.everyone or request.person is not None:
        raise Invalid(N_("This document is one for all. It needs neither --all nor --for."))
    group = find_group(plan, request.group) if request.group else None
    if request.variant == "group" and group is None:
        raise Invalid(N_("Say which group the programme is for (--group)."))
    return (_order(plan, request, group=group),)


def _about(plan: MissionPlan, kind: Kind, request: PrintRequest) -> tuple[Order, ...]:
    """Return a document about the subject that is named, about every one, or one about all of them."""
    known = subjects(plan, kind)
    wanted = request.subject or request.person
    if wanted is not None:
        return (_order(plan, request, subject=find_subject(plan, known, wanted)),)
    if not known:
        raise Invalid(N_("The mission has nothing this document could be about."))
    if request.everyone:
        return tuple(_order(plan, request, subject=one) for one in known)
    if kind.whole or len(known) == 1:
        return (_order(plan, request, subject=None if kind.whole else known[0]),)
    raise Invalid(N_("Say what it is about (--for) or ask for all of them (--all)."))


def find_subject(plan: MissionPlan, known: Sequence[Subject], text: str) -> Subject:
    """Return the subject of this id or name, whatever case and accents. Raises NotFound, Invalid."""
    for one in known:
        if text in (plan.ref(one.id), str(one.id)) or (one.ref and text == one.ref):
            return one
    words = folded(text)
    exact = [one for one in known if words in map(folded, _names(one))]
    found = exact or [one for one in known if any(words in folded(name) for name in _names(one))]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(sorted(name for one in found for name in _names(one)[:1])[:5])
        raise Invalid(N_("“{text}” could be several: {names}."), text=text, names=names)
    raise NotFound(N_("This document cannot be about “{text}”."), text=text)


def _names(subject: Subject) -> list[str]:
    if isinstance(subject.name, str):
        return [subject.name]
    return [text for _, text in subject.name.entries]


def version(plan: MissionPlan, kind: str) -> int:
    """Return the number of the last issue of a kind of document; 0 where none was issued."""
    return max((one.version for one in plan.issued if one.kind == kind), default=0)


def language_of(plan: MissionPlan, person: r.Person | None) -> str:
    """Return the language of a person's paper: the first of theirs that paper speaks, else the mission's."""
    own = person.languages if person is not None else ()
    return spoken((*own, *plan.mission.languages)) or FALLBACK_LANGUAGE


def cover_of(plan: MissionPlan) -> str:
    """Return the style of a mission's covers."""
    return str(plan.mission.cover or CoverStyle.INSTITUTIONAL)


def _order(
    plan: MissionPlan,
    request: PrintRequest,
    *,
    person: r.Person | None = None,
    group: r.Group | None = None,
    subject: Subject | None = None,
) -> Order:
    languages = tuple((request.language or language_of(plan, person)).lower().replace(" ", "").split("+"))
    for language in languages:
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise Invalid(
                N_("Paper is not printed in “{language}” yet, but in: {known}."), language=language, known=known
            )
    order = Order(
        kind=request.kind,
        languages=languages,
        person_id=person.id if person else None,
        group_id=group.id if group else None,
        subject_id=subject.id if subject else None,
        people=() if person else request.people,
        variant=request.variant or ("group" if group else "common"),
        paper=_paper(request),
        draft=request.draft,
        cover=request.cover or cover_of(plan),
        choices=request.choices,
        version=version(plan, request.kind) + (1 if request.issue else 0),
        issued=request.issue,
    )
    return order if request.issue else replace(order, issued=_is_issued(plan, order))


def _paper(request: PrintRequest) -> str:
    """Return the page asked for; what has pages of its own is on its usual ones, whatever the printer has."""
    kind = kind_of(request.kind)
    if kind is not None and request.paper in PAPERS and request.paper not in kind.papers:
        return kind.papers[0]
    return request.paper


def _is_issued(plan: MissionPlan, order: Order) -> bool:
    """Tell whether this very document was issued and the mission not changed since: then it is the same copy."""
    asked = (
        order.kind,
        "+".join(order.languages),
        order.version,
        order.person_id,
        order.group_id,
        order.subject_id,
        order.variant,
    )
    return any(
        asked == (one.kind, one.language, one.version, one.person_id, one.group_id, one.subject_id, one.variant)
        and (plan.changed_at is None or plan.changed_at <= one.issued_at)
        for one in plan.issued
    )


def recipients(plan: MissionPlan, request: PrintRequest) -> list[r.Person]:
    """Return the named delegates a request is for. Raises NotFound, Invalid where it names none or too many."""
    group = find_group(plan, request.group) if request.group else None
    if sum((request.everyone, request.person is not None, group is not None)) > 1:
        raise Invalid(N_("Say for whom once: one person (--for), a group (--group) or everybody (--all)."))
    if request.person is not None:
        return [find_person(plan, request.person)]
    if not request.everyone and group is None:
        raise Invalid(N_("Say for whom: one person (--for), a group (--group) or everybody (--all)."))
    wanted = plan.everyone if group is None else plan.group_members.get(group.id, frozenset())
    wanted &= frozenset(request.people or wanted)
    people = (plan.person(one.person_id) for one in plan.travellers if one.person_id in wanted)
    return [one for one in people if one is not None and not one.unnamed]


def find_person(plan: MissionPlan, text: str) -> r.Person:
    """Return the delegate of this id or name, whatever order, case and accents. Raises NotFound, Invalid."""
    delegates = {plan.ref(one.id): one.person_id for one in plan.delegates}
    people = [one for one in plan.people if one.id in plan.delegate_by_person and not one.unnamed]
    for one in people:
        if text in (plan.ref(one.id), str(one.id)) or delegates.get(text) == one.id:
            return one
    words = set(folded(text).split())
    exact = [one for one in people if words == set(folded(one.full_name).split())]
    found = exact or [one for one in people if words and words <= set(folded(one.full_name).split())]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(sorted(one.full_name for one in found)[:5])
        raise Invalid(N_("“{text}” could be several delegates: {names}."), text=text, names=names)
    raise NotFound(N_("No delegate of this mission is called “{text}”."), text=text)


def find_group(plan: MissionPlan, text: str) -> r.Group:
    """Return the group of this id or name, whatever case and accents. Raises NotFound."""
    for one in plan.groups:
        names = [name for _, name in one.name.entries] if one.name else []
        if text in (plan.ref(one.id), str(one.id)) or folded(text) in map(folded, names):
            return one
    raise NotFound(N_("This mission has no group “{text}”."), text=text)


def is_batch(request: PrintRequest) -> bool:
    """Tell whether a request is for a folder of files: for several people, or about several things."""
    kind = kind_of(request.kind)
    if kind is None or kind.per is Per.MISSION or request.person or request.subject:
        return False
    return kind.for_persons or request.everyone
