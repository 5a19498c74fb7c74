"""Print packs: documents chosen once, written as a tree of named files, one file, or a zip, with one press."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path, PurePosixPath

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.documents.kinds import LANGUAGES, SECTIONS, Kind, Per, kind_of
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed
from missionplanner.documents.subjects import subjects
from missionplanner.domain import records as r
from missionplanner.domain.paper.recipes import Form, Line, Recipe
from missionplanner.domain.plan import MissionPlan
from missionplanner.services import exports, missions
from missionplanner.services.paper import documents
from missionplanner.services.paper.print_requests import PrintRequest
from missionplanner.services.workspace import Workspace

GROUP = "group"
"""The variant of a programme that shows one group's days."""


@dataclass(frozen=True, slots=True)
class Item:
    """Be one document of a pack: where in the tree it stands, what is asked of the press."""

    path: PurePosixPath
    order: Order
    kind: Kind
    person: r.Person | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Tell what is not in a pack, and why."""

    kind: Kind | None
    why: Message
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Be a pack drawn up: its documents in order, the people who get a calendar, what is left out."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    calendars: tuple[r.Person, ...] = ()

    @property
    def people(self) -> int:
        """Return for how many people it has documents of their own."""
        return len({one.person.id for one in self.items if one.person is not None})


@dataclass(frozen=True, slots=True)
class PackReport:
    """Tell what was written: the files, or the one; documents and pages; what was left out and why."""

    paths: tuple[Path, ...]
    documents: int
    pages: int
    left_out: tuple[LeftOut, ...]
    missing: tuple[str, ...]


# -- what is in it ---------------------------------------------------------------------------------------------


def drawn_up(plan: MissionPlan, recipe: Recipe) -> Drawn:
    """Return the documents a recipe gives for a mission now, and what it leaves out. Nothing is printed."""
    t = translator(documents.language_of(plan, None))
    items: list[Item] = []
    left: list[LeftOut] = []
    for line in recipe.lines:
        kind = kind_of(line.kind)
        if kind is None:
            left.append(
                LeftOut(None, Message.of(N_("There is no document “{kind}” any more."), {"kind": line.kind}))
            )
            continue
        try:
            orders = [
                order for one in _requests(plan, kind, recipe, line) for order in documents.orders_of(plan, one)
            ]
        except (Invalid, NotFound) as error:
            left.append(LeftOut(kind, error.message))
            continue
        items += [_item(plan, kind, order, t) for order in orders if _is_wanted(plan, recipe, kind, order)]
    personal = any(one.kind.for_persons for one in items)
    left += _unnamed(plan) if personal and not (recipe.groups or recipe.people) else []
    paths = _distinct([one.path for one in items])
    named = tuple(replace(one, path=path) for one, path in zip(items, paths, strict=True))
    own = {one.person.id: one.person for one in named if one.person is not None and one.kind.id == "itinerary"}
    return Drawn(named, tuple(left), tuple(own.values()) if recipe.calendars else ())


def _requests(plan: MissionPlan, kind: Kind, recipe: Recipe, line: Line) -> Iterator[PrintRequest]:
    """Give what is asked of the press for a line of a recipe.

    A day is a file of its own, so that a day that changes is printed and told of alone; within one file the days
    follow each other anyway.
    """
    base = PrintRequest(
        kind=kind.id,
        everyone=kind.per is not Per.MISSION and (kind.per is not Per.DAY or recipe.form is not Form.MERGED),
        variant=line.variant,
        paper=_paper(kind, line.paper or recipe.paper),
        cover=recipe.cover,
        draft=recipe.draft,
        issue=recipe.issue,
        choices=line.choices,
    )
    languages: Sequence[str | None] = tuple(dict.fromkeys(_spoken(kind, one) for one in line.languages))
    if not languages:
        spoken = [code for code in plan.mission.languages if code in LANGUAGES]
        languages = (spoken or [None]) if kind.id == "programme" else [None]
    for language in languages:
        for group in _groups(plan, recipe, line):
            yield replace(base, language=language, group=group)


def _spoken(kind: Kind, language: str) -> str:
    """Return languages side by side where a document can have two, else the first of them."""
    return language if kind.two_languages else language.partition("+")[0]


def _groups(plan: MissionPlan, recipe: Recipe, line: Line) -> Sequence[str | None]:
    """Return the groups a programme is made for, each its own; of any other document none."""
    if line.variant != GROUP:
        return (None,)
    found = [str(one.id) for one in plan.groups if one.id in recipe.groups or not recipe.groups]
    if not found:
        raise Invalid(N_("The mission has no groups of its own."))
    return found


def _paper(kind: Kind, wanted: str) -> str:
    return wanted if wanted in kind.papers else kind.papers[0]


def _is_wanted(plan: MissionPlan, recipe: Recipe, kind: Kind, order: Order) -> bool:
    if not kind.for_persons or not (recipe.groups or recipe.people):
        return True
    members = (plan.group_members.get(group, frozenset()) for group in recipe.groups)
    return order.person_id in frozenset(recipe.people).union(*members)


def _unnamed(plan: MissionPlan) -> list[LeftOut]:
    """Return the places nobody is named for yet, by whose they are."""
    why = Message(N_("No name yet, so no paper of their own"))
    owners = (plan.organisation(one.place_of_id) for one in plan.travellers if not plan.is_named(one))
    return [LeftOut(None, why, (one.name or one.short or "") if one is not None else "") for one in owners]


def _item(plan: MissionPlan, kind: Kind, order: Order, t: Translator) -> Item:
    person = plan.person(order.person_id) if kind.for_persons else None
    language = "+".join(order.languages)
    group = plan.group(order.group_id)
    named = group.name.best(order.languages[0], plan.mission.languages) if group and group.name else ""
    about = documents.subject_name(plan, order) or named or (None if order.variant == "common" else order.variant)
    name = documents.file_name(plan.mission.code, kind.id, person, language, about)
    folder = PurePosixPath(atomic_files.safe_name(t(SECTIONS[kind.section])))
    if person is not None:
        own = " ".join(part for part in (person.family, person.given) if part) or person.native_name or ""
        folder = PurePosixPath(atomic_files.safe_name(t(N_("Delegates")))) / atomic_files.safe_name(own)
    elif kind.for_subjects and order.subject_id is not None and len(subjects(plan, kind)) > 1:
        folder /= atomic_files.safe_name(t(kind.title))
    return Item(folder / name, order, kind, person)


def _distinct(paths: Sequence[PurePosixPath]) -> list[PurePosixPath]:
    """Return paths no two of which are the same to some file system."""
    kept: list[PurePosixPath] = list(paths)
    numbered = sorted(range(len(paths)), key=lambda number: str(paths[number].parent).casefold())
    for _, group in groupby(numbered, key=lambda number: str(paths[number].parent).casefold()):
        some = sorted(group)
        for number, name in zip(some, atomic_files.distinct([paths[one].name for one in some]), strict=True):
            kept[number] = paths[number].parent / name
    return kept


# -- writing ---------------------------------------------------------------------------------------------------


def write(
    ws: Workspace,
    code: str,
    recipe: Recipe,
    target: Path,
    progress: Progress | None = None,
    *,
    force: bool = False,
) -> PackReport:
    """Print a pack: into a folder, or into one file where the recipe says so.

    All is written aside and put in its place at the end; with ``issue`` it is kept what each copy showed. Raises
    Invalid where nothing is left to print, NotFound, Occupied without ``force``, NotWritten, Cancelled; no file
    is changed then.
    """
    plan = missions.plan(ws, code)
    return _write(ws, plan, (recipe, drawn_up(plan, recipe)), target, (progress or Progress(), force))


def write_again(
    ws: Workspace,
    code: str,
    requests: Sequence[PrintRequest],
    target: Path,
    progress: Progress | None = None,
    *,
    force: bool = False,
) -> PackReport:
    """Print documents asked for one by one into a folder, as a new version of each. Raises as ``write`` does."""
    plan = missions.plan(ws, code)
    t = translator(documents.language_of(plan, None))
    left: list[LeftOut] = []
    items: list[Item] = []
    for one in requests:
        kind = kind_of(one.kind)
        try:
            orders = documents.orders_of(plan, replace(one, issue=True))
        except (Invalid, NotFound) as error:
            left.append(LeftOut(kind, error.message))
            continue
        items += [_item(plan, kind, order, t) for order in orders if kind is not None]
    paths = _distinct([one.path for one in items])
    named = tuple(replace(one, path=path) for one, path in zip(items, paths, strict=True))
    pack = (Recipe(lines=(), issue=True), Drawn(named, tuple(left)))
    return _write(ws, plan, pack, target, (progress or Progress(), force))


def _write(
    ws: Workspace, plan: MissionPlan, pack: tuple[Recipe, Drawn], target: Path, how: tuple[Progress, bool]
) -> PackReport:
    (recipe, drawn), (told, force) = pack, how
    if not drawn.items:
        raise Invalid(N_("There is nothing to print in this pack for this mission."))
    if recipe.form is Form.FOLDERS:
        return _folders(ws, plan, (recipe, drawn), target, (told, force))
    atomic_files.refuse_occupied(target, force=force)
    make = _merged if recipe.form is Form.MERGED else _zipped
    data, done = make(ws, plan, drawn, told)
    _issue(ws, plan, recipe, done)
    atomic_files.write(target, data, force=force)
    return _report((target,), drawn, done)


def _folders(
    ws: Workspace, plan: MissionPlan, pack: tuple[Recipe, Drawn], target: Path, how: tuple[Progress, bool]
) -> PackReport:
    (recipe, drawn), (progress, force) = pack, how
    paths = [target.joinpath(*one.path.parts) for one in drawn.items]
    extra = dict(_calendars(ws, plan, drawn))
    for path in (*paths, *(target.joinpath(*one.parts) for one in extra)):
        atomic_files.refuse_occupied(path, force=force)
    done: list[Printed] = []
    with atomic_files.folder_aside(target) as folder:
        for number, one in enumerate(documents.printed(ws, plan, [one.order for one in drawn.items], progress)):
            atomic_files.write(folder / str(number), one.data)
            done.append(replace(one, data=b""))
        for number, data in enumerate(extra.values(), len(done)):
            atomic_files.write(folder / str(number), data)
        _issue(ws, plan, recipe, done)
        paths += [target.joinpath(*one.parts) for one in extra]
        for number, path in enumerate(paths):
            atomic_files.folder(path.parent)
            (folder / str(number)).replace(path)
    return _report(tuple(paths), drawn, done)


def _calendars(ws: Workspace, plan: MissionPlan, drawn: Drawn) -> Iterator[tuple[PurePosixPath, bytes]]:
    homes = {
        one.person.id: one.path for one in drawn.items if one.person is not None and one.kind.id == "itinerary"
    }
    for person, _, data in exports.calendars_of(ws, plan, drawn.calendars):
        yield homes[person.id].with_suffix(".ics"), data


def _zipped(ws: Workspace, plan: MissionPlan, drawn: Drawn, progress: Progress) -> tuple[bytes, list[Printed]]:
    out, done = io.BytesIO(), []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        made = documents.printed(ws, plan, [one.order for one in drawn.items], progress)
        for item, one in zip(drawn.items, made, strict=True):
            _add(archive, item.path, one.data)
            done.append(replace(one, data=b""))
        for path, data in _calendars(ws, plan, drawn):
            _add(archive, path, data)
    return out.getvalue(), done


def _add(archive: zipfile.ZipFile, path: PurePosixPath, data: bytes) -> None:
    """Add a file with a fixed time, so that the same pack gives the same bytes."""
    entry = zipfile.ZipInfo(str(path), (1980, 1, 1, 0, 0, 0))
    entry.external_attr = 0o600 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def _merged(ws: Workspace, plan: MissionPlan, drawn: Drawn, progress: Progress) -> tuple[bytes, list[Printed]]:
    titles = [one.path.stem for one in drawn.items]
    return documents.printed_as_one(ws, plan, [one.order for one in drawn.items], titles, progress)


def _issue(ws: Workspace, plan: MissionPlan, recipe: Recipe, done: Sequence[Printed]) -> None:
    if recipe.issue and done:
        documents.issue(ws, plan, done)


def _report(paths: tuple[Path, ...], drawn: Drawn, done: Sequence[Printed]) -> PackReport:
    missing = dict.fromkeys(sign for one in done for sign in one.missing)
    return PackReport(paths, len(done), sum(one.pages for one in done), drawn.left_out, tuple(missing))
