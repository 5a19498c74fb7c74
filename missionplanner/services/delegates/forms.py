"""Send forms out to delegates and organisations, prefilled, in their language; know them when they come back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirements import due_dates
from missionplanner.domain.plan import Dossier, MissionPlan
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import OrganiserRole, RequirementKind
from missionplanner.exchange import mission_lists
from missionplanner.exchange.mission_lists import people as told_people
from missionplanner.exchange.mission_lists.telling import Teller
from missionplanner.exchange.tables import Form, Kind, Question, write_form
from missionplanner.exchange.tables.fields import LANGUAGES, field_of
from missionplanner.services import missions
from missionplanner.services.exports import ExportedFile, ExportReport
from missionplanner.services.paper import documents
from missionplanner.services.workspace import Workspace

OF_DELEGATES = (
    *("given", "family", "native_name", "honorific", "organisation", "job", "email", "mobile", "phone"),
    *("languages", "badge"),
)
SEALED = (
    *("nationality", "document_number", "document_expires", "document_issued", "document_issuer"),
    *("document_name", "document_born", "document_birthplace", "diet", "access_needs", "emergency"),
)
AND_THEN = ("visa", "room", "share_with", "consent_photo", "consent_contact")
OF_ORGANISATIONS = (
    *("name", "native_name", "short", "kind", "country", "city", "address", "website", "email", "phone", "vat"),
    *("employees", "ecosystems", "profile", "offers", "seeks"),
)
_ALWAYS = frozenset({"given", "family", "email", "mobile", "name"})
_FOR_TRAVEL = frozenset({"nationality", "document_number", "document_expires"})
_OF_COUNTRY = {"IT": "it", "SM": "it", "ES": "es", "FR": "fr", "DE": "de", "AT": "de"}
_KIND_LETTER = {"d": Kind.DELEGATES, "o": Kind.ORGANISATIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRequest:
    """Say who is sent a form: one delegate, a group, or everybody; organisations as well or alone.

    ``person`` and ``group`` are an id of the file or a name; without any of them every named delegate gets one.
    ``organisations`` asks the delegates' and partners' organisations instead. ``sensitive`` prefills what is
    sealed too: else it is asked anew, so that no passport travels by mail.
    """

    person: str | None = None
    group: str | None = None
    everyone: bool = False
    organisations: bool = False
    language: str | None = None
    sensitive: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """Be whom a form is about, by the code it carries."""

    kind: Kind
    mission_id: UUID
    id: UUID


def code_of(about: About) -> str:
    """Return the code that stands hidden in a form."""
    letter = next(one for one, kind in _KIND_LETTER.items() if kind is about.kind)
    return f"{letter}.{about.mission_id.hex}.{about.id.hex}"


def about_of(code: str) -> About | None:
    """Return whom a code is about, None where it is none of ours."""
    parts = code.split(".")
    if len(parts) != 3 or parts[0] not in _KIND_LETTER:
        return None
    try:
        return About(_KIND_LETTER[parts[0]], UUID(hex=parts[1]), UUID(hex=parts[2]))
    except ValueError:
        return None


def send_out(
    ws: Workspace, code: str, request: FormRequest, folder: Path, progress: Progress | None = None
) -> ExportReport:
    """Write a form for each person or organisation into a folder.

    Raises NotFound, Invalid, Occupied without ``force``, NotWritten, Cancelled; no file is changed then.
    """
    dossier = missions.dossier(ws, code, sensitive=request.sensitive)
    made = list((_of_organisations if request.organisations else _of_delegates)(dossier, request))
    if not made:
        raise Invalid(N_("There is nobody to send a form to: no delegate is named yet."))
    if folder.exists() and not folder.is_dir():
        raise Invalid(N_("{path} is a file. Name a folder for several files."), path=str(folder))
    paths = [folder / name for name in atomic_files.distinct(name for name, _, _ in made)]
    for path in paths:
        atomic_files.refuse_occupied(path, force=request.force)
    sizes = []
    with atomic_files.folder_aside(folder) as aside:
        for number, (_, form, who) in enumerate(made):
            (progress or Progress()).step(number, len(made), who)
            data = write_form(form)
            sizes.append(len(data))
            atomic_files.write(aside / str(number), data)
        for number, path in enumerate(paths):
            (aside / str(number)).replace(path)
    some = zip(paths, made, sizes, strict=True)
    return ExportReport(tuple(ExportedFile(path, who, size) for path, (_, _, who), size in some))


# -- delegates --------------------------------------------------------------------------------------


def _of_delegates(dossier: Dossier, request: FormRequest) -> Iterator[tuple[str, Form, str]]:
    plan = dossier.plan
    wanted = {one.id for one in _asked(plan, request)}
    lacking = _due_papers(plan)
    for one in plan.delegates:
        person = plan.person(one.person_id)
        if person is None or person.id not in wanted:
            continue
        language = request.language or tongue(person.languages, plan)
        questions = delegate_questions(dossier, one, language, sensitive=request.sensitive)
        needed = _ALWAYS | (_FOR_TRAVEL if one.id in lacking else frozenset())
        form = _form(plan, About(Kind.DELEGATES, plan.mission.id, one.id), language, (questions, needed))
        name = documents.file_name(plan.mission.code, "form", person, language, suffix=".xlsx")
        yield name, form, person.full_name or person.native_name or ""


def _asked(plan: MissionPlan, request: FormRequest) -> list[r.Person]:
    everyone = request.everyone or (request.person is None and request.group is None)
    wanted = documents.PrintRequest(
        kind="itinerary", person=request.person, group=request.group, everyone=everyone
    )
    return documents.recipients(plan, wanted)


def delegate_questions(
    dossier: Dossier, one: r.Delegate, language: str, *, sensitive: bool = False
) -> dict[str, Any]:
    """Return what a delegate is asked, by key, with what is known of it."""
    tell = Teller(dossier, mission_lists.language_among(language), sensitive)
    apart = next((each for each in dossier.confidential if each.delegate_id == one.id), None)
    row = told_people.delegate(tell, one, apart)
    return {key: row.get(key) for key in (*OF_DELEGATES, *SEALED, *AND_THEN)}


def _due_papers(plan: MissionPlan) -> frozenset[UUID]:
    """Return the delegates that a travel document is due from."""
    due = [one for one in due_dates(plan) if one.requirement.kind is RequirementKind.PASSPORT]
    return frozenset(each for one in due for each in one.concerned)


# -- organisations ----------------------------------------------------------------------------------


def _of_organisations(dossier: Dossier, request: FormRequest) -> Iterator[tuple[str, Form, str]]:
    plan = dossier.plan
    for one in _organisations(plan, request):
        language = request.language or _OF_COUNTRY.get(one.country or "", "en")
        questions = organisation_questions(dossier, one, language)
        about = About(Kind.ORGANISATIONS, plan.mission.id, one.id)
        form = _form(plan, about, language, (questions, _ALWAYS - {"email"}))
        named = one.name or one.short or one.native_name or ""
        stem = documents.file_name(plan.mission.code, "form", None, language, named, suffix=".xlsx")
        yield stem, form, named


def _organisations(plan: MissionPlan, request: FormRequest) -> list[r.Organisation]:
    travelling = {person.organisation_id for one in plan.travellers if (person := plan.person(one.person_id))}
    taking_part = travelling | {one.organisation_id for one in plan.partners}
    taking_part |= {one.organisation_id for one in plan.participants}
    some = [one for one in plan.organisations if one.id in taking_part]
    if request.person is None:
        return some
    wanted = folded(request.person)
    found = [
        one
        for one in some
        if request.person in (plan.ref(one.id), str(one.id))
        or wanted in {folded(name) for name in (one.name, one.short, one.native_name) if name}
    ]
    if not found:
        raise NotFound(N_("No organisation of this mission is called “{text}”."), text=request.person)
    return found[:1]


def organisation_questions(dossier: Dossier, one: r.Organisation, language: str) -> dict[str, Any]:
    """Return what an organisation is asked, by key, with what is known of it."""
    row = told_people.organisation(Teller(dossier, mission_lists.language_among(language)), one)
    return {key: row.get(key) for key in OF_ORGANISATIONS}


# -- forms ------------------------------------------------------------------------------------------


def _form(plan: MissionPlan, about: About, language: str, asked: tuple[Mapping[str, Any], frozenset[str]]) -> Form:
    known, needed = asked
    speech = mission_lists.language_among(language)
    questions = tuple(
        Question(key, value, key in needed, _choices(about.kind, key, speech)) for key, value in known.items()
    )
    title = plan.mission.title.best(speech, plan.mission.languages) or plan.mission.code
    return Form(code_of(about), about.kind, speech, title, questions, _controller(plan))


def _choices(kind: Kind, key: str, language: str) -> tuple[str, ...]:
    one = field_of(kind, key)
    return mission_lists.words_of(one.word, language) if one is not None and key in _CHOSEN and one.word else ()


_CHOSEN = frozenset({"visa", "room", "kind"})


def _controller(plan: MissionPlan) -> str:
    """Return who answers for the data: the organiser that leads, else the first."""
    order = (OrganiserRole.LEAD, OrganiserRole.PROMOTER)
    some = sorted(plan.organisers, key=lambda one: order.index(one.role) if one.role in order else len(order))
    found = (plan.organisation(one.organisation_id) for one in some)
    names = [one.name or one.short or "" for one in found if one is not None]
    return next((name for name in names if name), plan.mission.code)


def tongue(own: tuple[str, ...], plan: MissionPlan) -> str:
    """Return the first language of theirs, else of the mission, that forms are written in."""
    for code in (*own, *plan.mission.languages):
        if code.split("-")[0].lower() in LANGUAGES:
            return code.split("-")[0].lower()
    return "en"
