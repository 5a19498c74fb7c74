"""Take in forms that came back, from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from missionplanner.base.messages import N_
from missionplanner.cli import output

if TYPE_CHECKING:
    from missionplanner.services.delegates.returned_forms import Answer, Collected
    from missionplanner.services.workspace import Workspace


def sorted_out(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files that are forms that came back, folders among them, and the others, each in their order."""
    from missionplanner.base.errors import MissionPlannerError
    from missionplanner.services import exchange
    from missionplanner.services.delegates import returned_forms

    forms: list[Path] = []
    for file in files:
        if file.is_dir():
            forms.append(file)
        elif file.suffix.lower() in returned_forms.SUFFIXES and file.exists():
            try:
                is_form = returned_forms.look(exchange.bytes_of(file), file.name) is not None
            except MissionPlannerError:  # whoever reads it as something else says what is wrong with it
                is_form = False
            forms += [file] if is_form else []
    return forms, [file for file in files if file not in forms]


def take(ws: Workspace, files: Sequence[Path], *, dry_run: bool, quiet: bool) -> list[dict[str, Any]]:
    """Write what forms change, as one step for each mission, and return the reports as JSON tells them."""
    from missionplanner.services.delegates import returned_forms

    told: list[dict[str, Any]] = []
    for collected in returned_forms.collect(ws, files):
        taken = [one for one in collected.answers if one.taken]
        if not dry_run:
            returned_forms.apply(ws, taken)
        told += [_as_json(one, collected.code) for one in collected.answers]
        told += [
            _report(file, collected.code) | {"refused": [{"source": file, "why": output.words().say(why)}]}
            for file, why in collected.refused
        ]
        if not quiet:
            _tell(collected, dry_run=dry_run)
    return told


def _report(file: str, mission: str) -> dict[str, Any]:
    empty: dict[str, Any] = {name: [] for name in ("added", "changed", "doubtful", "refused", "warnings")}
    return {"file": file, "mission": mission} | empty


def _as_json(one: Answer, mission: str) -> dict[str, Any]:
    t = output.words()
    entry: dict[str, Any] = {"list": str(one.kind), "source": one.file, "confidence": 1.0, "name": one.name}
    shown = {change.key: _plain(change.new) for change in one.changes if not change.sealed}
    sealed = [change.key for change in one.changes if change.sealed]
    changed = [entry | shown | ({"sealed": sealed} if sealed else {})] if one.changes and one.taken else []
    doubts = [entry | {"confidence": 0.5, "text": t.say(doubt)} for doubt in one.doubts]
    refused = [
        {"source": f"{one.file} {problem.source}".strip(), "why": t.say(problem.message)}
        for problem in one.returned.problems
    ]
    return _report(one.file, mission) | {"changed": changed, "doubtful": doubts, "refused": refused}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value if isinstance(value, bool | int) else _text(value)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _tell(collected: Collected, *, dry_run: bool) -> None:
    t = output.words()
    for one in collected.answers:
        count = len(one.changes)
        line = t.plural("{name}: {count} answer is new", "{name}: {count} answers are new", count, name=one.name)
        output.result(line if one.taken else t(N_("{name}: left out"), name=one.name))
        for doubt in one.doubts:
            output.note(f"{one.file}: {t.say(doubt)}")
        for problem in one.returned.problems:
            output.note(f"{one.file} {problem.source}: {t.say(problem.message)}")
        if one.returned.missing:
            output.note(
                t(N_("{name}: {count} needed answers are missing"), name=one.name, count=len(one.returned.missing))
            )
    for file, why in collected.refused:
        output.note(f"{file}: {t.say(why)}")
    if collected.waiting:
        output.note(t(N_("Not answered yet: {names}"), names=", ".join(collected.waiting)))
    if dry_run:
        output.note(t(N_("Nothing was written.")))
