"""Get documents ready to be sent: an unsent e-mail for each person, or a list for mail merge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid, MissionPlannerError, NotFound
from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.letters import Correspondence, letter_values
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.kinds import Per
from missionplanner.documents.press import Printed
from missionplanner.domain import records as r
from missionplanner.domain.paper.recipes import Line, Recipe
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.redaction import Audience, redacted
from missionplanner.domain.vocabulary import DelegateRole
from missionplanner.exchange.letters import Values, filled_text
from missionplanner.exchange.mail import Mail, eml
from missionplanner.exchange.tables import Heading, Listing, csv_bytes
from missionplanner.services import exports, missions
from missionplanner.services.paper import documents, message_texts, packs
from missionplanner.services.paper.letter_recipients import signs
from missionplanner.services.paper.message_texts import MessageText
from missionplanner.services.workspace import Workspace

__all__ = ["OWN_PAPER", "Mail", "SendForm", "SendReport", "SendRequest", "preview", "to_be_sent", "write"]

OWN_PAPER = Recipe(lines=(Line(kind="itinerary"),), calendars=True)
MERGE_FILE = "mail_merge.csv"


class SendForm(StrEnum):
    """Say how messages leave: a file each that mail programs open, or a list they are made from."""

    EML = "eml"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendRequest:
    """Say what to send. ``recipe`` names the documents and people; those for all go to each, in their language.

    ``text`` is the name of a message of the workspace, "" for the program's own; ``changed`` are texts that stand
    for those of their languages this once. ``sender_id`` is who sends.
    """

    day: dt.date
    recipe: Recipe = OWN_PAPER
    text: str = ""
    changed: tuple[MessageText, ...] = ()
    form: SendForm = SendForm.EML
    sender_id: UUID | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class SendReport:
    """Tell what was written, for how many people, and who was left out and why."""

    paths: tuple[Path, ...]
    people: int
    left_out: tuple[tuple[str, Message], ...]


@dataclass(slots=True)
class _Parcel:
    person: r.Person
    language: str
    items: list[int] = field(default_factory=list)


def to_be_sent(plan: MissionPlan, recipe: Recipe) -> tuple[tuple[r.Person, ...], tuple[tuple[str, Message], ...]]:
    """Return who would get a message, and who would not and why. Nothing is printed."""
    parcels, left = _parcels(plan, packs.drawn_up(plan, recipe))
    return tuple(one.person for one in parcels), tuple(left)


def preview(
    ws: Workspace, plan: MissionPlan, request: SendRequest, person_id: UUID
) -> tuple[Mail, tuple[str, ...]]:
    """Return somebody's message as it would read, and the names of the files with it. Nothing is printed.

    Raises NotFound for whom no message would be written, Invalid for a text that cannot be filled in.
    """
    drawn = packs.drawn_up(plan, request.recipe)
    parcel = next((one for one in _parcels(plan, drawn)[0] if one.person.id == person_id), None)
    if parcel is None:
        raise NotFound(N_("This person gets no message."))
    outbox = _Outbox(ws, plan, request, replace(drawn, calendars=()), {})
    names = tuple(drawn.items[number].path.name for number in parcel.items)
    with_calendar = any(one.id == person_id for one in drawn.calendars)
    return outbox.words(parcel), (*names, *((outbox.name_of_calendar(parcel),) if with_calendar else ()))


def write(
    ws: Workspace, code: str, request: SendRequest, target: Path, progress: Progress | None = None
) -> SendReport:
    """Write messages into a folder, or the list for mail merge with the files it names.

    Everything is written aside first; with the recipe's ``issue`` it is kept what each copy showed. Raises Invalid
    where nobody could be written to, NotFound, Occupied without ``force``, NotWritten, Cancelled; no file is
    changed then.
    """
    plan = missions.plan(ws, code)
    drawn = packs.drawn_up(plan, request.recipe)
    parcels, left = _parcels(plan, drawn)
    if not parcels:
        raise _nobody()
    if target.exists() and not target.is_dir():
        raise Invalid(N_("{path} is a file. Name a folder for several files."), path=str(target))
    wanted = sorted({number for one in parcels for number in one.items})
    printed = list(documents.printed(ws, plan, [drawn.items[one].order for one in wanted], progress))
    made = dict(zip(wanted, printed, strict=True))
    outbox = _Outbox(ws, plan, request, drawn, made)
    files, refused = outbox.files(parcels)
    left += refused
    paths = [target / name for name in files]
    for path in paths:
        atomic_files.refuse_occupied(path, force=request.force)
    with atomic_files.folder_aside(target) as aside:
        for number, data in enumerate(files.values()):
            atomic_files.write(aside / str(number), data)
        if request.recipe.issue:
            documents.issue(ws, plan, [replace(one, data=b"") for one in printed])
        for number, path in enumerate(paths):
            (aside / str(number)).replace(path)
    return SendReport(tuple(paths), len(parcels) - len(refused), tuple(left))


def _nobody() -> Invalid:
    return Invalid(N_("There is nobody to write to: no delegate with an e-mail address gets these documents."))


def _parcels(plan: MissionPlan, drawn: packs.Drawn) -> tuple[list[_Parcel], list[tuple[str, Message]]]:
    """Return what goes to whom: their own papers, and those for all that are in their language."""
    found: dict[UUID, _Parcel] = {}
    left = {one.whom: one.why for one in drawn.left_out if one.whom}
    shared = [number for number, one in enumerate(drawn.items) if one.kind.per is Per.MISSION]
    for number, item in enumerate(drawn.items):
        person = item.person
        if person is None:
            continue
        if not person.email:
            left[person.full_name or person.native_name or ""] = Message(N_("No e-mail address"))
            continue
        spoken = documents.language_of(plan, person)
        found.setdefault(person.id, _Parcel(person, spoken)).items.append(number)
    for parcel in found.values():
        theirs = [number for number in shared if _is_for(plan, drawn.items[number], parcel.person.id)]
        parcel.items += _in_language(drawn, theirs, parcel.language)
    return list(found.values()), list(left.items())


def _is_for(plan: MissionPlan, item: packs.Item, person_id: UUID) -> bool:
    """Tell whether somebody gets a document for all: of a group its members, of leaders those who lead."""
    order = item.order
    if order.group_id is not None and person_id not in plan.group_members.get(order.group_id, frozenset()):
        return False
    if item.kind.read_by(order.variant) is not Audience.LEADER:
        return True
    delegate = plan.delegate_by_person.get(person_id)
    heads = delegate is not None and delegate.role is DelegateRole.HEAD_OF_DELEGATION
    return heads or any(person_id in (one.leader_id, one.deputy_id) for one in plan.groups)


def _in_language(drawn: packs.Drawn, shared: Sequence[int], language: str) -> list[int]:
    """Return the documents for all or a group, each in this language, else in the first it is in."""
    by_kind: dict[tuple[str, str | None, UUID | None], int] = {}
    for number in shared:
        order = drawn.items[number].order
        key = (order.kind, order.variant, order.group_id)
        if key not in by_kind or order.languages[0] == language:
            by_kind[key] = number
    return list(by_kind.values())


class _Outbox:
    """Be where the messages of one request are written."""

    def __init__(
        self,
        ws: Workspace,
        plan: MissionPlan,
        request: SendRequest,
        drawn: packs.Drawn,
        printed: Mapping[int, Printed],
    ) -> None:
        self._request, self._drawn, self._printed = request, drawn, printed
        self._code = plan.mission.code
        self._plan = redacted(plan, Audience.PERSON)
        self._texts = {one.language: one for one in message_texts.texts(ws) if one.name == request.text}
        self._texts |= {one.language: one for one in request.changed}
        if not self._texts:
            raise Invalid(N_("There is no message “{name}”."), name=request.text)
        self._sender = signs(plan, request.sender_id)
        people = [one for one in drawn.calendars if one.email]
        self._calendars = {person.id: data for person, _, data in exports.calendars_of(ws, plan, people)}
        self._agendas: dict[str, Agenda] = {}

    def files(self, parcels: Sequence[_Parcel]) -> tuple[dict[str, bytes], list[tuple[str, Message]]]:
        """Return the files by name, and whom no message could be made for."""
        made, refused = [], []
        for one in parcels:
            try:
                mail = self._mail(one)
                made.append((one, mail, eml(mail)))
            except MissionPlannerError as error:
                refused.append((one.person.full_name, error.message))
        if not made:
            raise Invalid(
                N_("There is nobody to write to: no delegate with an e-mail address gets these documents.")
            )
        if self._request.form is SendForm.CSV:
            return self._merge([(one, mail) for one, mail, _ in made]), refused
        names = atomic_files.distinct(self._name(one, "message", ".eml") for one, _, _ in made)
        return dict(zip(names, (data for _, _, data in made), strict=True)), refused

    def name_of_calendar(self, one: _Parcel) -> str:
        """Return the name of somebody's calendar file."""
        return self._name(one, "calendar", ".ics")

    def _name(self, one: _Parcel, what: str, suffix: str) -> str:
        return documents.file_name(self._code, what, one.person, one.language, suffix=suffix)

    def _mail(self, one: _Parcel) -> Mail:
        return replace(self.words(one), attached=tuple(self._attached(one)))

    def words(self, one: _Parcel) -> Mail:
        """Return a message as it reads, with nothing attached. Raises Invalid for a text not to be filled in."""
        text = self._text(one.language)
        values = self._values(one.person, text.language)
        opening, closing = (str(values[f"recipient.{part}"]) for part in ("salutation", "closing"))
        body = filled_text(text.body, values)
        name = str(values["sender.name"])
        signature = "\n".join(part for part in (name, str(values["sender.organisation"])) if part)
        sender = self._sender
        return Mail(
            name=one.person.full_name or one.person.native_name or "",
            address=one.person.email or "",
            subject=filled_text(text.subject, values),
            body="\n\n".join(part for part in (opening, body, closing, signature) if part) + "\n",
            language=text.language,
            sender=(sender.full_name, sender.email) if sender is not None and sender.email else None,
        )

    def _text(self, language: str) -> MessageText:
        wanted = (language, *self._plan.mission.languages)
        found = next((self._texts[code] for code in wanted if code in self._texts), None)
        return found or next(iter(self._texts.values()))

    def _values(self, person: r.Person, language: str) -> Values:
        if language not in self._agendas:
            self._agendas[language] = Agenda(Voice(self._plan, language))
        delegate = self._plan.delegate_by_person.get(person.id)
        return letter_values(
            self._agendas[language],
            Correspondence(day=self._request.day, person=person, delegate=delegate, sender=self._sender),
        )

    def _attached(self, one: _Parcel) -> Iterator[tuple[str, bytes]]:
        for number in one.items:
            yield self._drawn.items[number].path.name, self._printed[number].data
        if one.person.id in self._calendars:
            yield self.name_of_calendar(one), self._calendars[one.person.id]

    def _merge(self, made: Sequence[tuple[_Parcel, Mail]]) -> dict[str, bytes]:
        """Return the list and the files it names."""
        t = translator(documents.language_of(self._plan, None))
        titles = (
            t("Name"),
            t("E-mail"),
            t("Language"),
            t("Salutation"),
            t("Subject"),
            t("Text"),
            t("Attachments"),
        )
        rows, files = [], {}
        for _, mail in made:
            opening, _, body = mail.body.partition("\n\n")
            names = ";".join(name for name, _ in mail.attached)
            rows.append((mail.name, mail.address, mail.language, opening, mail.subject, body.strip(), names))
            files.update(dict(mail.attached))
        listing = Listing("mail merge", tuple(map(Heading, titles)), rows)
        return {f"{atomic_files.safe_name(self._code)}_{MERGE_FILE}": csv_bytes(listing), **files}
