"""Write letters from Word templates of the program and of the workspace: one for each recipient."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from missionplanner.base import assets, atomic_files
from missionplanner.base.errors import Invalid, MissionPlannerError, NotFound
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.db import reading
from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.letters import Correspondence, letter_values
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.kinds import LANGUAGES
from missionplanner.domain import records as r
from missionplanner.domain.media import sha256_of
from missionplanner.domain.paper import letters as domain
from missionplanner.domain.paper.letters import (
    SECTIONS,
    STARTERS,
    SUBJECTS,
    TITLES,
    Addressee,
    Field,
    LetterKind,
    fields,
)
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.preflight.concern import Concern, Weight, Where
from missionplanner.domain.redaction import Audience, redacted
from missionplanner.domain.text import MAX_LINE, clean
from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.exchange.letters import Template, Values, fill, fill_as_one, read, starter
from missionplanner.services import media, missions
from missionplanner.services.paper import documents
from missionplanner.services.paper.letter_recipients import Recipient, recipients, signs
from missionplanner.services.workspace import Receipt, Workspace

__all__ = [
    "SECTIONS",
    "SUBJECTS",
    "TITLES",
    "Addressee",
    "Field",
    "Letter",
    "LetterKind",
    "LetterRequest",
    "LetterReport",
    "Recipient",
    "add",
    "concerns",
    "delete",
    "fields",
    "file_of",
    "find",
    "foreseen",
    "letters",
    "recipients",
    "signs",
    "unknown_fields",
    "write",
]


@dataclass(frozen=True, slots=True)
class Letter:
    """Be a letter there is: one of the program (``id`` None) or of the workspace, in one language."""

    kind: LetterKind
    name: str
    language: str
    id: UUID | None = None
    medium: str | None = None

    @property
    def own(self) -> bool:
        return self.id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRequest:
    """Say which letters to write. ``name`` is that of a letter of the workspace, "" for that of the program.

    ``for_whom`` are ids of people or organisations, everybody's where it is empty; ``language`` that of all, each
    in their own where it is None. ``merged`` puts all letters of a language into one file. ``sender_id`` is who
    signs: the mission's manager where nobody is named. ``day`` is the date of the letters.
    """

    kind: LetterKind
    day: dt.date
    name: str = ""
    for_whom: tuple[UUID, ...] = ()
    language: str | None = None
    sender_id: UUID | None = None
    merged: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class LetterReport:
    """Tell what was written: the files, for how many; what templates name that no letter has; what is not known.

    ``lacking`` are pairs of a recipient's name and fields that were empty and left a line to write on.
    """

    paths: tuple[Path, ...]
    count: int
    unknown: tuple[str, ...]
    lacking: tuple[tuple[str, tuple[str, ...]], ...]


# -- templates ------------------------------------------------------------------------------------------------


def letters(ws: Workspace) -> tuple[Letter, ...]:
    """Return every letter there is: the program's in each language, then the workspace's by name."""
    built_in = [Letter(kind, "", language) for kind in STARTERS for language in LANGUAGES]
    return (*built_in, *(letter for letter in map(_letter, _saved(ws)) if letter is not None))


def find(ws: Workspace, text: str | None) -> Letter:
    """Return a letter of this kind of the program's, or of this name of the workspace's. Raises NotFound."""
    for one in letters(ws):
        if text is not None and text in (one.name, one.kind.value if not one.own else None):
            return one
    known = ", ".join(STARTERS)
    raise NotFound(N_("There is no letter “{name}”. The program has: {known}."), name=text or "", known=known)


def _saved(ws: Workspace) -> list[r.Template]:
    with ws.reading() as connection:
        return [one for one in reading.templates(connection) if one.kind is TemplateKind.LETTER]


def _letter(one: r.Template) -> Letter | None:
    try:
        kind = domain.kind_of(one)
    except Invalid:
        return None
    return Letter(kind, one.name, one.language or "", one.id, one.medium)


def add(ws: Workspace, kind: LetterKind, name: str, language: str, data: bytes) -> Receipt:
    """Keep a Word document as a letter, in the place of one of that name and language.

    Raises Invalid without a name, for a language paper does not speak, and for a document that is not read.
    """
    title = clean(name, MAX_LINE)
    if not title:
        raise Invalid(N_("Give the letter a name."), field="name")
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise Invalid(
            N_("Paper is not printed in “{language}” yet, but in: {known}."), language=language, known=known
        )
    read(data)
    with ws.edit(N_("Save the letter “{name}”"), name=title) as edit:
        medium = sha256_of(media.store(edit, data, "docx"))
        content = domain.as_text(kind)
        letters_ = (one for one in edit.all(r.Template) if one.kind is TemplateKind.LETTER)
        same = [one for one in letters_ if (one.name, one.language) == (title, language)]
        if same:
            edit.save(replace(same[0], content=content, medium=medium))
        else:
            new = r.Template(kind=TemplateKind.LETTER, name=title, content=content)
            edit.add(replace(new, language=language, medium=medium))
    return edit.receipt


def delete(ws: Workspace, identity: UUID) -> Receipt:
    """Delete a letter of the workspace; what was written from it stays. Raises NotFound."""
    with ws.edit(N_("Delete a letter")) as edit:
        one = edit.get(r.Template, identity)
        edit.call(N_("Delete the letter “{name}”"), name=one.name)
        edit.delete(one)
    return edit.receipt


def file_of(ws: Workspace, letter: Letter) -> bytes:
    """Return a letter's Word document, to look at and to change. Raises NotFound."""
    if letter.own:
        data = media.read(ws, letter.medium) if letter.medium else None
        if data is None:
            raise NotFound(N_("The file of the letter “{name}” is no longer there."), name=letter.name)
        return data
    path = assets.path(f"templates/letters/{letter.language}/{letter.kind}.txt")
    if not path.is_file():
        raise NotFound(N_("The program has no letter of this kind in this language."))
    return starter(path.read_text("utf-8"), letter.language)


def unknown_fields(ws: Workspace, letter: Letter) -> tuple[str, ...]:
    """Return what a letter names that letters of its kind do not have. Raises NotFound, Invalid, Damaged."""
    return domain.unknown(read(file_of(ws, letter)).fields, letter.kind)


def concerns(ws: Workspace) -> tuple[Concern, ...]:
    """Return what to look at in the letters of the workspace before any is written."""
    return tuple(one for letter in letters(ws) if letter.own for one in _concerns(ws, letter))


def _concerns(ws: Workspace, letter: Letter) -> Iterator[Concern]:
    try:
        unknown = unknown_fields(ws, letter)
    except MissionPlannerError as error:
        yield _concern(letter, Weight.WRONG, error.message)
        return
    if unknown:
        named = {"name": letter.name, "fields": ", ".join(f"{{{{{one}}}}}" for one in unknown)}
        text = N_("The letter “{name}” names what letters of its kind do not have: {fields}.")
        yield _concern(letter, Weight.WRONG, Message.of(text, named))


def _concern(letter: Letter, weight: Weight, message: Message) -> Concern:
    own = (letter.id,) if letter.id is not None else ()
    return Concern(
        rule="letter_fields",
        weight=weight,
        message=message,
        where=Where.LETTERS,
        records=own,
        kinds=frozenset({"letters"}),
    )


def _chosen(plan: MissionPlan, request: LetterRequest) -> list[Recipient]:
    found = recipients(plan, request.kind)
    missing = set(request.for_whom) - {one.id for one in found}
    if missing:
        raise NotFound(N_("Not everybody chosen gets this letter."))
    chosen = [one for one in found if not request.for_whom or one.id in request.for_whom]
    if not chosen:
        raise Invalid(N_("Nobody in this mission would get this letter."))
    return chosen


# -- writing --------------------------------------------------------------------------------------------------


def write(
    ws: Workspace, code: str, request: LetterRequest, target: Path, progress: Progress | None = None
) -> LetterReport:
    """Write letters into a folder, each in the language of who gets it, else in one there is a letter in.

    Everything is written aside first. Raises NotFound, Invalid, Damaged, Occupied without ``force``, NotWritten,
    Cancelled; no file is changed then.
    """
    desk, chosen = _at_desk(ws, code, request)
    if target.exists() and not target.is_dir():
        raise Invalid(N_("{path} is a file. Name a folder for several files."), path=str(target))
    told = progress or Progress()
    made = list(desk.merged(chosen, told) if request.merged else desk.each(chosen, told))
    paths = [target / name for name in atomic_files.distinct([name for name, _ in made])]
    for path in paths:
        atomic_files.refuse_occupied(path, force=request.force)
    with atomic_files.folder_aside(target) as aside:
        for number, (_, data) in enumerate(made):
            atomic_files.write(aside / str(number), data)
        for number, path in enumerate(paths):
            (aside / str(number)).replace(path)
    return LetterReport(tuple(paths), len(chosen), tuple(desk.unknown), tuple(desk.lacking))


def foreseen(ws: Workspace, code: str, request: LetterRequest, progress: Progress | None = None) -> LetterReport:
    """Return what ``write`` would tell, without a file: what templates name that there is not, who lacks what.

    Raises NotFound, Invalid, Damaged, Cancelled.
    """
    desk, chosen = _at_desk(ws, code, request)
    desk.look(chosen, progress or Progress())
    return LetterReport((), len(chosen), tuple(desk.unknown), tuple(desk.lacking))


def _at_desk(ws: Workspace, code: str, request: LetterRequest) -> tuple[_Desk, list[Recipient]]:
    mission = missions.find(ws, code)
    with ws.reading() as connection:
        plan = reading.plan(connection, mission)
        open_all = domain.audience(request.kind) is Audience.SITE
        sealed = {one.delegate_id: one for one in reading.confidential(connection, mission)} if open_all else {}
    return _Desk(ws, plan, request, sealed), _chosen(plan, request)


class _Desk:
    """Be where the letters of one request are written: templates and languages are taken up once."""

    def __init__(
        self, ws: Workspace, plan: MissionPlan, request: LetterRequest, sealed: Mapping[UUID, r.Confidential]
    ) -> None:
        self._ws, self._request, self._sealed = ws, request, sealed
        self._plan = redacted(plan, domain.audience(request.kind))
        there = [one for one in letters(ws) if (one.kind, one.name) == (request.kind, request.name)]
        self._there = {one.language: one for one in there}
        if not there:
            raise NotFound(N_("There is no letter “{name}” of this kind."), name=request.name)
        self._templates: dict[str, Template] = {}
        self._agendas: dict[str, Agenda] = {}
        self._sender = signs(plan, request.sender_id)
        self.unknown: dict[str, None] = {}
        self.lacking: list[tuple[str, tuple[str, ...]]] = []

    def each(self, chosen: Sequence[Recipient], progress: Progress) -> Iterator[tuple[str, bytes]]:
        """Give the name and the bytes of each letter."""
        for number, one in enumerate(chosen):
            progress.step(number, len(chosen), one.name)
            language = self._language(one)
            yield self._file_name(language, one), fill(self._template(language), self._values(language, one))

    def look(self, chosen: Sequence[Recipient], progress: Progress) -> None:
        """Take note of what letters would lack, without writing any."""
        for number, one in enumerate(chosen):
            progress.step(number, len(chosen), one.name)
            self._values(self._language(one), one)

    def merged(self, chosen: Sequence[Recipient], progress: Progress) -> Iterator[tuple[str, bytes]]:
        """Give one document for each language."""
        by_language: dict[str, list[Values]] = {}
        for number, one in enumerate(chosen):
            progress.step(number, len(chosen), one.name)
            language = self._language(one)
            self._template(language)
            by_language.setdefault(language, []).append(self._values(language, one))
        for language, values in by_language.items():
            yield self._file_name(language, None), fill_as_one(self._template(language), values)

    def _language(self, one: Recipient) -> str:
        """Return the language of a letter: the one asked for, the recipient's, the mission's, any."""
        if self._request.language is not None:
            if self._request.language not in self._there:
                raise NotFound(N_("There is no such letter in “{language}”."), language=self._request.language)
            return self._request.language
        spoken = one.person.languages if one.person is not None else ()
        if self._request.kind is LetterKind.VISA:
            spoken = ("en",)
        wanted = (code.split("-")[0].lower() for code in (*spoken, *self._plan.mission.languages))
        return next((code for code in wanted if code in self._there), next(iter(self._there)))

    def _template(self, language: str) -> Template:
        if language not in self._templates:
            made = self._templates[language] = read(file_of(self._ws, self._there[language]))
            self.unknown.update(dict.fromkeys(domain.unknown(made.fields, self._request.kind)))
        return self._templates[language]

    def _values(self, language: str, one: Recipient) -> Values:
        if language not in self._agendas:
            self._agendas[language] = Agenda(Voice(self._plan, language))
        plan, template = self._plan, self._template(language)
        values = letter_values(
            self._agendas[language],
            Correspondence(
                day=self._request.day,
                person=plan.person(one.person.id) if one.person is not None else None,
                delegate=plan.get(r.Delegate, one.delegate.id) if one.delegate is not None else None,
                host=plan.organisation(one.host.id) if one.host is not None else None,
                sender=self._sender,
                sealed=self._sealed.get(one.delegate.id) if one.delegate is not None else None,
                to_consulate=self._request.kind is LetterKind.VISA,
            ),
        )
        empty = tuple(name for name in template.needed if values.get(name) == "")
        if empty:
            self.lacking.append((one.name, empty))
        return values

    def _file_name(self, language: str, one: Recipient | None) -> str:
        person = one.person if one is not None and one.delegate is not None else None
        about = one.name if one is not None and person is None else None
        what = self._request.name or self._request.kind.value
        return documents.file_name(self._plan.mission.code, what, person, language, about, suffix=".docx")
