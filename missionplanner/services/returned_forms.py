"""Take in the forms that came back: who answered, what is missing, what changed; all of it one step of undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Foreign, Invalid, NotFound
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.cleaning import cleaned
from missionplanner.domain.plan import Dossier, MissionPlan
from missionplanner.domain.secret import Secret
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Ecosystem
from missionplanner.exchange import bounded, mission_lists
from missionplanner.exchange.tables import Circumstances, Kind, Returned
from missionplanner.exchange.tables.fields import field_of
from missionplanner.exchange.tables.values import contacts
from missionplanner.services import missions
from missionplanner.services.forms import About, about_of, tongue
from missionplanner.services.workspace import Edit, Receipt, Workspace

SUFFIXES = (".xlsx", ".xls", ".ods")
LARGEST_FORM = 25 * 1024 * 1024
_READ = "missionplanner.exchange.tables.forms.read_form"


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
class Collected:
    """Be the forms of one mission that came back, the files that are none, and who has not answered."""

    code: str
    answers: tuple[Answer, ...]
    refused: tuple[tuple[str, Message], ...] = ()
    waiting: tuple[str, ...] = ()


def look(data: bytes, name: str = "", progress: Progress | None = None) -> Returned | None:
    """Return what a returned form says, None for a file that is no form of ours.

    Read in a bounded process. Raises Invalid and Damaged for what cannot be read at all.
    """
    around = Circumstances(today=dt.date.today())
    try:
        found = bounded.run(_READ, data, progress=progress, name=name, around=around)
    except Foreign:
        return None
    assert isinstance(found, Returned)
    return found


def collect(ws: Workspace, files: Iterable[Path], progress: Progress | None = None) -> tuple[Collected, ...]:
    """Read forms from files and folders and lay each beside what is known; nothing is changed.

    One result for each mission the forms are of. Raises NotFound where a file is not there, Invalid where no
    form is among them, Cancelled.
    """
    paths = list(_files(files))
    step = progress or Progress()
    found: dict[UUID, list[tuple[str, About, Returned]]] = {}
    refused: list[tuple[str, Message]] = []
    for number, path in enumerate(paths):
        step.step(number, len(paths), path.name)
        try:
            returned = look(_bytes(path), path.name, progress)
            about = about_of(returned.code) if returned is not None else None
            if returned is None or about is None:
                raise Foreign(N_("“{file}” is no form sent by Mission Planner."), file=path.name)
        except (Foreign, Invalid) as error:
            refused.append((path.name, error.message))
            continue
        found.setdefault(about.mission_id, []).append((path.name, about, returned))
    if not found:
        if len(refused) == 1:
            raise Invalid(refused[0][1].text, **dict(refused[0][1].arguments))
        raise Invalid(N_("There is no returned form among these {count} files."), count=len(paths))
    return _by_mission(ws, found, refused)


def of(ws: Workspace, code: str, returned: Iterable[tuple[str, Returned]]) -> Collected:
    """Lay forms that were read already beside what a mission knows. Raises NotFound."""
    dossier = missions.dossier(ws, code, sensitive=True)
    forms = [(file, about, one) for file, one in returned if (about := about_of(one.code)) is not None]
    return _collected(dossier, forms, [])


def apply(ws: Workspace, answers: Collection[Answer]) -> Receipt:
    """Write what some forms change, as one step. Raises NotFound for what was deleted, Invalid with the field."""
    with ws.edit(N_("Take in {count} returned forms"), count=len(answers)) as edit:
        for one in answers:
            _write(edit, one)
    return edit.receipt


def _by_mission(
    ws: Workspace,
    found: Mapping[UUID, list[tuple[str, About, Returned]]],
    refused: list[tuple[str, Message]],
) -> tuple[Collected, ...]:
    codes = {one.id: one.code for one in missions.listing(ws)}
    made = []
    for mission_id, forms in found.items():
        if mission_id not in codes:
            sentence = N_("This form is of a mission that this workspace does not hold.")
            refused += [(file, Message.of(sentence, {})) for file, _, _ in forms]
            continue
        made.append(_collected(missions.dossier(ws, codes[mission_id], sensitive=True), forms, []))
    if not made:
        raise Invalid(N_("These forms are of a mission that this workspace does not hold."))
    return (replace(made[0], refused=(*made[0].refused, *refused)), *made[1:])


def _files(files: Iterable[Path]) -> Iterator[Path]:
    for path in files:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if _may_be_form(one))
        elif path.exists():
            yield path
        else:
            raise NotFound(N_("There is no file {path}."), path=str(path))


def _may_be_form(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FORM + 1)
    except OSError as error:
        raise Invalid(N_("{path} cannot be read: {why}."), path=str(path), why=error.strerror or "") from error


# -- laid beside what is known ----------------------------------------------------------------------


def _collected(
    dossier: Dossier, forms: list[tuple[str, About, Returned]], refused: list[tuple[str, Message]]
) -> Collected:
    plan = dossier.plan
    last = {about: file for file, about, _ in forms}
    answers = []
    for file, about, returned in forms:
        try:
            known = _known(dossier, about)
        except NotFound as error:
            refused.append((file, error.message))
            continue
        one = _answer(plan, known, (file, about, returned))
        if last[about] != file:
            sentence = N_("A later form of {name} is here too: “{file}”.")
            doubt = Message.of(sentence, {"name": one.name, "file": last[about]})
            one = replace(one, doubts=(*one.doubts, doubt), taken=False)
        answers.append(one)
    answered = {one.about.id for one in answers}
    asked = [one for one in plan.travellers if plan.is_named(one) and one.id not in answered]
    waiting = (
        [plan.label(one.person_id) for one in asked] if any(one.kind is Kind.DELEGATES for one in answers) else []
    )
    return Collected(plan.mission.code, tuple(answers), tuple(refused), tuple(waiting))


@dataclass(frozen=True, slots=True)
class _Known:
    """Be the records a form is about, by kind, and the language their texts are written in."""

    records: Mapping[type[r.Record], r.Record]
    name: str
    language: str


def _known(dossier: Dossier, about: About) -> _Known:
    plan = dossier.plan
    gone = N_("This form is about somebody who is no longer in the mission.")
    if about.kind is Kind.ORGANISATIONS:
        own = plan.organisation(about.id)
        if own is None:
            raise NotFound(gone)
        return _Known({r.Organisation: own}, own.name or own.short or "", tongue((), plan))
    delegate = plan.get(r.Delegate, about.id)
    person = plan.person(delegate.person_id) if delegate is not None else None
    if delegate is None or person is None:
        raise NotFound(gone)
    apart = next((one for one in dossier.confidential if one.delegate_id == delegate.id), None)
    apart = apart or r.Confidential(mission_id=plan.mission.id, delegate_id=delegate.id)
    records: dict[type[r.Record], r.Record] = {r.Person: person, r.Delegate: delegate, r.Confidential: apart}
    return _Known(records, plan.label(person.id), tongue(person.languages, plan))


def _answer(plan: MissionPlan, known: _Known, form: tuple[str, About, Returned]) -> Answer:
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


def _write(edit: Edit, answer: Answer) -> None:
    plan = edit.plan(answer.about.mission_id)
    apart = edit.all(r.Confidential, delegate_id=answer.about.id) if answer.kind is Kind.DELEGATES else ()
    known = _known(Dossier(plan, confidential=tuple(apart)), answer.about)
    now = dict(known.records)
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
            value = (old or Texts(())).written(known.language, value or "") or None
        change: dict[str, Any] = {name: value}
        now[kind] = replace(now[kind], **change)
    for kind, one in now.items():
        if one == known.records[kind]:
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
