"""Lay the answers of a form that came back beside what is known; write what is new of them; say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.plan import Dossier, MissionPlan
from missionplanner.domain.secret import Secret
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Ecosystem
from missionplanner.exchange import mission_lists
from missionplanner.exchange.tables import Kind, Returned
from missionplanner.exchange.tables.fields import field_of
from missionplanner.exchange.tables.values import contacts
from missionplanner.services.delegates.forms import About, tongue
from missionplanner.services.workspace import Edit


@dataclass(frozen=True, slots=True)
class Change:
    """Be one answer that is news: a key, what is known now, what would be; None is nothing.

    Values are those of ``exchange.tables``. Of a ``sealed`` one neither is to be shown unasked.
    """

    key: str
    old: Any
    new: Any
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Be a form that came back: whose, what it changes, what is wrong, missing or doubtful in it.

    ``taken`` is what is proposed: not where a later form of the same person is there.
    """

    file: str
    about: About
    name: str
    returned: Returned
    changes: tuple[Change, ...]
    doubts: tuple[Message, ...] = ()
    taken: bool = True

    @property
    def kind(self) -> Kind:
        return self.about.kind


@dataclass(frozen=True, slots=True)
class Known:
    """Be the records a form is about, by kind, and the language their texts are written in."""

    records: Mapping[type[r.Record], r.Record]
    name: str
    language: str


def known(dossier: Dossier, about: About) -> Known:
    """Return the records a form is about. Raises NotFound where they are gone."""
    plan = dossier.plan
    gone = N_("This form is about somebody who is no longer in the mission.")
    if about.kind is Kind.ORGANISATIONS:
        own = plan.organisation(about.id)
        if own is None:
            raise NotFound(gone)
        return Known({r.Organisation: own}, own.name or own.short or "", tongue((), plan))
    delegate = plan.get(r.Delegate, about.id)
    person = plan.person(delegate.person_id) if delegate is not None else None
    if delegate is None or person is None:
        raise NotFound(gone)
    apart = next((one for one in dossier.confidential if one.delegate_id == delegate.id), None)
    apart = apart or r.Confidential(mission_id=plan.mission.id, delegate_id=delegate.id)
    records: dict[type[r.Record], r.Record] = {r.Person: person, r.Delegate: delegate, r.Confidential: apart}
    return Known(records, plan.label(person.id), tongue(person.languages, plan))


def answer(plan: MissionPlan, known: Known, form: tuple[str, About, Returned]) -> Answer:
    """Return what a form says that is news."""
    file, about, returned = form
    doubts: list[Message] = []
    changes: list[Change] = []
    if not returned.given:
        doubts.append(Message.of(N_("Every answer of this form is empty; it changes nothing."), {}))
        return Answer(file, about, known.name, returned, (), tuple(doubts), False)
    for key, new in _told(returned):
        kind, name = _HOMES[about.kind][key]
        old = getattr(known.records[kind], name)
        value = _value(plan, key, new, old, doubts)
        if value is _UNKNOWN or _same(key, old, value):
            continue
        one = field_of(about.kind, key)
        changes.append(Change(key, _shown(plan, old, known.language), new, one is not None and one.sensitive))
    return Answer(file, about, known.name, returned, tuple(changes), tuple(doubts))


_UNKNOWN = object()
_NEVER_EMPTIED = frozenset({"given", "family", "name", "organisation", "share_with"})


def _told(returned: Returned) -> Iterator[tuple[str, Any]]:
    """Yield the answers, and None for what was prefilled and is empty now."""
    homes = _HOMES[returned.kind]
    yield from ((key, value) for key, value in returned.answers.items() if key in homes)
    for key in returned.cleared:
        if key in homes and key not in _NEVER_EMPTIED and key not in returned.answers:
            yield key, None


def _value(plan: MissionPlan, key: str, new: Any, old: Any, doubts: list[Message]) -> Any:
    """Return an answer as its record would hold it, ``_UNKNOWN`` where it names what nobody knows."""
    if new is None:
        return () if isinstance(old, tuple) else None
    if key in ("organisation", "share_with"):
        found = _named(plan, key, str(new))
        if found is None:
            sentence = N_("“{name}” is not known here; it was left as it is.")
            doubts.append(Message.of(sentence, {"name": str(new)}))
            return _UNKNOWN
        return found
    if key == "ecosystems":
        return tuple(map(Ecosystem, new))
    if key in _SECRETS:
        return Secret(new.isoformat() if isinstance(new, dt.date) else str(new))
    return new


def _named(plan: MissionPlan, key: str, text: str) -> UUID | None:
    """Return the one organisation or delegate of a name, None where it is none or several."""
    wanted = folded(text)
    if key == "organisation":
        found = [
            one.id
            for one in plan.organisations
            if wanted in {folded(name) for name in (one.name, one.short, one.native_name) if name}
        ]
    else:
        words = set(wanted.replace(",", " ").split())
        found = [one.id for one in plan.delegates if words == set(folded(plan.label(one.person_id)).split())]
    return found[0] if len(found) == 1 else None


def _same(key: str, old: Any, new: Any) -> bool:
    if isinstance(old, Texts):
        return new in [text for _, text in old.entries]
    if key in ("mobile", "phone") and old and new:
        return old == new or contacts.phones(old, None) == (new,)
    return bool(old == new or (old in (None, ()) and new in (None, (), "")))


def _shown(plan: MissionPlan, old: Any, language: str) -> Any:
    """Return what is known now as answers tell it."""
    if isinstance(old, Texts):
        return old.best(language, plan.mission.languages)
    if isinstance(old, Secret):
        return old.reveal()
    if isinstance(old, UUID):
        own = plan.organisation(old)
        delegate = plan.get(r.Delegate, old)
        return own.name if own is not None else plan.label(delegate.person_id) if delegate is not None else None
    return tuple(one.value if isinstance(one, StrEnum) else one for one in old) if isinstance(old, tuple) else old


# -- writing ----------------------------------------------------------------------------------------


def write(edit: Edit, answer: Answer) -> None:
    """Write what a form changes."""
    plan = edit.plan(answer.about.mission_id)
    apart = edit.all(r.Confidential, delegate_id=answer.about.id) if answer.kind is Kind.DELEGATES else ()
    ours = known(Dossier(plan, confidential=tuple(apart)), answer.about)
    now = dict(ours.records)
    wanted = {one.key for one in answer.changes}
    for key, new in _told(answer.returned):
        if key not in wanted:
            continue
        kind, name = _HOMES[answer.kind][key]
        old = getattr(now[kind], name)
        value = _value(plan, key, new, old, [])
        if value is _UNKNOWN:
            continue
        if (kind, name) in _TEXTS:
            value = (old or Texts(())).written(ours.language, value or "") or None
        change: dict[str, Any] = {name: value}
        now[kind] = replace(now[kind], **change)
    for kind, one in now.items():
        if one == ours.records[kind]:
            continue
        if isinstance(one, r.Confidential) and not apart:
            edit.add(cleaned(one))
        else:
            edit.save(cleaned(one))


def _homes(kind: type[r.Record], *names: str) -> dict[str, tuple[type[r.Record], str]]:
    return {name: (kind, name) for name in names}


_HOMES: Mapping[Kind, Mapping[str, tuple[type[r.Record], str]]] = {
    Kind.DELEGATES: {
        **_homes(r.Person, "given", "family", "native_name", "honorific", "job", "email", "mobile", "phone"),
        **_homes(r.Person, "languages"),
        **_homes(r.Delegate, "badge", "visa", "consent_photo", "consent_contact"),
        **_homes(r.Delegate, "diet", "nationality", "document_expires"),
        **_homes(r.Confidential, "access_needs", "emergency", "home_address", "document_number", "document_name"),
        **_homes(r.Confidential, "document_issuer", "document_issued", "document_born", "document_birthplace"),
        "organisation": (r.Person, "organisation_id"),
        "room": (r.Delegate, "room_wish"),
        "share_with": (r.Delegate, "share_with_id"),
    },
    Kind.ORGANISATIONS: {
        **_homes(r.Organisation, "name", "native_name", "short", "kind", "country", "city", "address", "website"),
        **_homes(r.Organisation, "email", "phone", "vat", "employees", "ecosystems", "profile", "offers", "seeks"),
    },
}
"""Where each answer lives."""
_TEXTS = frozenset({(r.Person, "job"), *((r.Organisation, name) for name in ("profile", "offers", "seeks"))})
_SECRETS = frozenset({"diet", "nationality", "document_expires"}) | {
    key for key, (kind, _) in _HOMES[Kind.DELEGATES].items() if kind is r.Confidential
}


# -- telling ----------------------------------------------------------------------------------------


def said(answer: Answer, change: Change, language: str) -> tuple[str, str, str]:
    """Return the field, what is known and what would be, in words; of what is sealed neither."""
    one = field_of(answer.kind, change.key)
    head = one.label(language) if one is not None else change.key
    if change.sealed:
        return head, _HIDDEN if change.old is not None else "", _HIDDEN if change.new is not None else ""
    return head, _in_words(change.old, language), _in_words(change.new, language)


def heads(answer: Answer, keys: Iterable[str], language: str) -> tuple[str, ...]:
    """Return what fields are called."""
    found = ((key, field_of(answer.kind, key)) for key in keys)
    return tuple(one.label(language) if one is not None else key for key, one in found)


_HIDDEN = "•••••"


def _in_words(value: Any, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return mission_lists.yes_no(value, language) or ""
    if isinstance(value, StrEnum):
        return mission_lists.word(value, language) or ""
    if isinstance(value, tuple):
        return "; ".join(_in_words(one, language) for one in value)
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)
