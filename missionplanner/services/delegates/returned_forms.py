"""Take in the forms that came back: who answered, what is missing, what changed; all of it one step of undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from missionplanner.base.errors import Foreign, Invalid, NotFound
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.domain.plan import Dossier
from missionplanner.exchange import bounded
from missionplanner.exchange.tables import Circumstances, Kind, Returned
from missionplanner.services import missions
from missionplanner.services.delegates.form_answers import Answer, Change, answer, heads, known, said, write
from missionplanner.services.delegates.forms import About, about_of
from missionplanner.services.workspace import Receipt, Workspace

__all__ = ["Answer", "Change", "Collected", "apply", "collect", "heads", "look", "of", "said"]

SUFFIXES = (".xlsx", ".xls", ".ods")
LARGEST_FORM = 25 * 1024 * 1024
_READ = "missionplanner.exchange.tables.forms.read_form"


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
            write(edit, one)
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
            ours = known(dossier, about)
        except NotFound as error:
            refused.append((file, error.message))
            continue
        one = answer(plan, ours, (file, about, returned))
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
