"""Find talks nobody would understand, and interpreters who have too much to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.meetings import Met, concerned, held, moments
from missionplanner.domain.checks.phrases import Lists, crowded, some_of, who
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import BUSINESS, Row
from missionplanner.domain.checks.when import facts, hours, instant, length
from missionplanner.domain.vocabulary import ItemRole

Spoken = Row | Met
"""What somebody interprets at."""

_NOBODY = N_(
    "{who}: “{item}”{item_hours} on {day} is in a language they do not know ({language}), without an interpreter."
)
_NOT_THEIRS = N_(
    "{who}: “{item}”{item_hours} on {day} is in a language that its interpreters "
    "do not bring to them ({language})."
)
_SILENT = Lists(
    one=N_("“{names}” on {day}: no language in common, and nobody interprets."),
    few=N_("“{names}” on {day}: no language in common, and nobody interprets."),
    many=N_("{count} B2B meetings on {day}, among them “{names}”: no language in common, and nobody interprets."),
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
    """Yield items in a language that people of the audience do not know, as far as anybody told what they know.

    Of B2B meetings each is in the languages of those at the table: those who share none are told session by
    session.
    """
    yield from _silent_meetings(scene)
    known = {one.id: _codes(one.languages) for one in scene.plan.people if one.languages}
    frames = held(scene).frames
    for row in scene.binding:
        language = _code(row.item.language)
        if language is None or row.item.kind not in BUSINESS or row.item.id in frames:
            continue
        lost = frozenset(one for one in row.who if one in known and language not in known[one])
        voices = [known.get(one, frozenset()) for one in interpreters(scene, row.item)]
        if lost and voices:
            lost = frozenset(
                one for one in lost if not any(_bridges(voice, language, known[one]) for voice in voices)
            )
        if lost:
            yield _lost(scene, row, lost, _NOT_THEIRS if voices else _NOBODY)


def _silent_meetings(scene: Scene) -> Iterator[Observed]:
    found = held(scene)
    for session in found.sessions:
        silent = [one for one in found.silent if one.session is session]
        if silent:
            message, titles = some_of(scene, _SILENT, [one.name for one in silent], {"day": _day_of(silent[0])})
            yield Observed(
                message=message,
                **concerned(*silent),
                titles=titles,
                facts=tuple(str(one.voice) for one in silent),
                at=instant(silent[0].span.start),
            )


def _day_of(one: Met) -> str:
    return one.times.date.isoformat() if one.times.date is not None else ""


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


def _covered(rows: Sequence[Row | Met]) -> dt.timedelta:
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


def _spoken(scene: Scene) -> dict[UUID, dict[dt.date, list[Spoken]]]:
    """Return the timed rows of every interpreter by day; of B2B meetings those they interpret, not the whole."""
    found: dict[UUID, dict[dt.date, list[Spoken]]] = {}
    meetings = held(scene)
    for row in scene.binding:
        if row.span.start is not None and row.times.date is not None:
            for one in interpreters(scene, row.item):
                if not meetings.of(one, row.item.id):
                    found.setdefault(one, {}).setdefault(row.times.date, []).append(row)
    for met in meetings.meetings:
        if met.voice is not None and met.times.date is not None:
            found.setdefault(met.voice, {}).setdefault(met.times.date, []).append(met)
    for days in found.values() if meetings.meetings else ():
        for some in days.values():
            some.sort(key=lambda one: one.key)
    return found


def _much(scene: Scene, person: UUID, day: dt.date, rows: list[Spoken], total: dt.timedelta) -> Observed:
    told = {
        "who": who(scene, frozenset({person})),
        "hours": length(total),
        "most": length(dt.timedelta(hours=scene.options.interpreter_hours)),
        "day": day.isoformat(),
    }
    return Observed(
        message=Message.of(_TOO_MUCH, told),
        **concerned(*rows),
        **crowded(scene, {person}),
        facts=_facts(rows),
        at=instant(rows[0].span.start),
    )


def _facts(rows: Sequence[Spoken]) -> tuple[str, ...]:
    return (*facts(*(one for one in rows if isinstance(one, Row))), *moments(*rows))


def _stretches(scene: Scene, person: UUID, day: dt.date, rows: list[Spoken]) -> Iterator[Observed]:
    pause = dt.timedelta(minutes=scene.options.interpreter_break_minutes)
    stretch: list[Spoken] = []
    for row in [one for one in rows if isinstance(one, Met) or len(interpreters(scene, one.item)) == 1]:
        if stretch and row.span.start and stretch[-1].last and row.span.start - stretch[-1].last >= pause:
            yield from _too_long(scene, person, day, stretch)
            stretch = []
        stretch.append(row)
    yield from _too_long(scene, person, day, stretch)


def _too_long(scene: Scene, person: UUID, day: dt.date, rows: list[Spoken]) -> Iterator[Observed]:
    if not rows:
        return
    most, first = scene.options.interpreter_stretch_minutes, rows[0]
    minutes = int(_covered(rows).total_seconds() // 60)
    # One item that lasts has a pause of its own, which no programme prints; up to a point.
    if minutes <= (most if len(rows) > 1 else most * 2):
        return
    told = {
        "who": who(scene, frozenset({person})),
        "minutes": minutes,
        "most": most,
        "day": day.isoformat(),
        "item": first.name if isinstance(first, Met) else scene.title(first.item),
        "item_hours": hours(first.times),
    }
    yield Observed(
        message=Message.of(_TOO_LONG, told),
        **concerned(*rows),
        **crowded(scene, {person}),
        titles=(("item", first.item.title),) if isinstance(first, Row) else (),
        facts=_facts(rows),
        at=instant(first.span.start),
    )
