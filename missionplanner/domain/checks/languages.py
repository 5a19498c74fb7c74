"""Find talks nobody would understand, and interpreters who have too much to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import crowded, who
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene, facts, hours, instant, length
from missionplanner.domain.checks.stops import BUSINESS, Row
from missionplanner.domain.vocabulary import ItemRole

_NOBODY = N_(
    "{who}: “{item}”{item_hours} on {day} is in a language they do not know ({language}), without an interpreter."
)
_NOT_THEIRS = N_(
    "{who}: “{item}”{item_hours} on {day} is in a language that its interpreters "
    "do not bring to them ({language})."
)
_TOO_LONG = N_(
    "{who}: interprets for {minutes} min without a break on {day}, from “{item}”{item_hours} on; "
    "after {most} min another voice is needed."
)
_TOO_MUCH = N_("{who}: interprets for {hours} on {day}, more than {most}.")


def interpreters(scene: Scene, item: r.AgendaItem) -> tuple[UUID, ...]:
    """Return who interprets at an item."""
    return tuple(one.person_id for one in scene.plan.item_roles(item) if one.role is ItemRole.INTERPRETER)


@rule("interpreter_missing", severity=Severity.WARNING, title=N_("Nobody interprets"))
def interpreter_missing(scene: Scene) -> Iterator[Observed]:
    """Yield items in a language that people of the audience do not know, as far as anybody told what they know."""
    known = {one.id: _codes(one.languages) for one in scene.plan.people if one.languages}
    for row in scene.binding:
        language = _code(row.item.language)
        if language is None or row.item.kind not in BUSINESS:
            continue
        lost = frozenset(one for one in row.who if one in known and language not in known[one])
        voices = [known.get(one, frozenset()) for one in interpreters(scene, row.item)]
        if lost and voices:
            lost = frozenset(
                one for one in lost if not any(_bridges(voice, language, known[one]) for voice in voices)
            )
        if lost:
            yield _lost(scene, row, lost, _NOT_THEIRS if voices else _NOBODY)


def _bridges(voice: frozenset[str], language: str, own: frozenset[str]) -> bool:
    """Tell whether an interpreter who knows these languages helps somebody; one of whom nobody told any may."""
    return not voice or (language in voice and not voice.isdisjoint(own))


def _lost(scene: Scene, row: Row, lost: frozenset[UUID], sentence: str) -> Observed:
    told = {
        "who": who(scene, lost),
        "item": scene.title(row.item),
        "item_hours": hours(row.times),
        "day": row.times.date.isoformat() if row.times.date else "",
        "language": row.item.language,
    }
    return Observed(
        message=Message.of(sentence, told),
        items=(row.item.id,),
        **crowded(scene, lost),
        titles=(("item", row.item.title),),
        facts=(str(row.item.language),),
        at=instant(row.span.start, row.times.date),
    )


def _codes(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code for one in languages if (code := _code(one)))


def _code(language: str | None) -> str | None:
    """Return the language without its region: "pt" of "pt-BR"."""
    return language.replace("_", "-").split("-")[0].lower() if language else None


@rule(
    "interpreter_overload",
    severity=Severity.WARNING,
    title=N_("Too much for one interpreter"),
    options=("interpreter_hours", "interpreter_stretch_minutes", "interpreter_break_minutes"),
)
def interpreter_overload(scene: Scene) -> Iterator[Observed]:
    """Yield days on which one interpreter speaks too long in all, or alone without a break."""
    most = dt.timedelta(hours=scene.options.interpreter_hours)
    for person, days in _spoken(scene).items():
        for day, rows in sorted(days.items()):
            total = _covered(rows)
            if total > most:
                yield _much(scene, person, day, rows, total)
            else:
                yield from _stretches(scene, person, day, rows)


def _covered(rows: list[Row]) -> dt.timedelta:
    """Return how long rows last together, given by start; what two share counts once."""
    total, until = dt.timedelta(0), None
    for row in rows:
        start, end = row.span.start, row.span.end
        if start is None or end is None:
            continue
        begins = start if until is None else max(start, until)
        total += max(end - begins, dt.timedelta(0))
        until = end if until is None else max(until, end)
    return total


def _spoken(scene: Scene) -> dict[UUID, dict[dt.date, list[Row]]]:
    """Return the timed rows of every interpreter by day."""
    found: dict[UUID, dict[dt.date, list[Row]]] = {}
    for row in scene.binding:
        if row.span.start is not None and row.times.date is not None:
            for one in interpreters(scene, row.item):
                found.setdefault(one, {}).setdefault(row.times.date, []).append(row)
    return found


def _much(scene: Scene, person: UUID, day: dt.date, rows: list[Row], total: dt.timedelta) -> Observed:
    told = {
        "who": who(scene, frozenset({person})),
        "hours": length(total),
        "most": length(dt.timedelta(hours=scene.options.interpreter_hours)),
        "day": day.isoformat(),
    }
    return Observed(
        message=Message.of(_TOO_MUCH, told),
        items=tuple(row.item.id for row in rows),
        **crowded(scene, {person}),
        facts=facts(*rows),
        at=instant(rows[0].span.start),
    )


def _stretches(scene: Scene, person: UUID, day: dt.date, rows: list[Row]) -> Iterator[Observed]:
    pause = dt.timedelta(minutes=scene.options.interpreter_break_minutes)
    stretch: list[Row] = []
    for row in [one for one in rows if len(interpreters(scene, one.item)) == 1]:
        if stretch and row.span.start and stretch[-1].last and row.span.start - stretch[-1].last >= pause:
            yield from _too_long(scene, person, day, stretch)
            stretch = []
        stretch.append(row)
    yield from _too_long(scene, person, day, stretch)


def _too_long(scene: Scene, person: UUID, day: dt.date, rows: list[Row]) -> Iterator[Observed]:
    most = scene.options.interpreter_stretch_minutes
    minutes = int(_covered(rows).total_seconds() // 60)
    # One item that lasts has a pause of its own, which no programme prints; up to a point.
    if minutes <= (most if len(rows) > 1 else most * 2):
        return
    told = {
        "who": who(scene, frozenset({person})),
        "minutes": minutes,
        "most": most,
        "day": day.isoformat(),
        "item": scene.title(rows[0].item),
        "item_hours": hours(rows[0].times),
    }
    yield Observed(
        message=Message.of(_TOO_LONG, told),
        items=tuple(row.item.id for row in rows),
        **crowded(scene, {person}),
        titles=(("item", rows[0].item.title),),
        facts=facts(*rows),
        at=instant(rows[0].span.start),
    )
