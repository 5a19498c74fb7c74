"""Tell the programme as it was held: what took place when, what did not and why."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.documents.content import places
from missionplanner.documents.content.dates import clock, day_and_month, weekday
from missionplanner.documents.content.drawn import Bar, Bars, Series, Tone
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.report.reasons import reason_said
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Part, Table, TableRow
from missionplanner.documents.content.times import when_of
from missionplanner.domain.figures import Course, Held
from missionplanner.domain.naming import KINDS
from missionplanner.domain.results.naming import HELD
from missionplanner.domain.vocabulary import ItemKind

LEAST_LATE = 5
"""Minutes that are worth telling."""
MOST_WHY = 160
STATES = ((Held.HELD, Tone.SOLID), (Held.NOT_HELD, Tone.HATCHED), (Held.CANCELLED, Tone.ACCENT))


def programme(matter: Matter) -> Iterator[Chapter]:
    """Give the chapter on the programme as it was held."""
    if not matter.course:
        return
    yield Chapter(
        "held",
        matter.t("Programme as held"),
        about=_changes(matter),
        count=matter.held_of(matter.course),
        parts=tuple(_parts(matter)),
    )


def _changes(matter: Matter) -> str:
    """Return in a line what was different from the plan."""
    t = matter.t
    late = sum(one.late is not None and abs(one.late) >= LEAST_LATE for one in matter.course)
    not_held, cancelled, unknown = (matter.of(one) for one in (Held.NOT_HELD, Held.CANCELLED, Held.UNRECORDED))
    found = (
        t.plural("{count} item was not held.", "{count} items were not held.", not_held) if not_held else "",
        t.plural("{count} item was cancelled.", "{count} items were cancelled.", cancelled) if cancelled else "",
        t.plural("{count} item began at another time.", "{count} items began at another time.", late)
        if late
        else "",
        t.plural("Of {count} item nothing was recorded.", "Of {count} items nothing was recorded.", unknown)
        if unknown
        else "",
    )
    return " ".join(one for one in found if one)


def _parts(matter: Matter) -> Iterator[Part]:
    t = matter.t
    yield from _by_kind(matter)
    columns = (
        Column(t("Day"), 15),
        Column(t("Time"), 13, "time"),
        Column(t("Item"), 48, "strong"),
        Column(t("As held"), 24, holds=True),
    )
    yield Table(columns, tuple(_rows(matter)), t("Programme as held"))


def _by_kind(matter: Matter) -> Iterator[Part]:
    """Give bars of how many items of each kind were held, not held, called off, not recorded."""
    t = matter.t
    kinds = list(dict.fromkeys(one.item.kind for one in matter.course))
    if len(matter.course) < 2 * len(kinds) and len(kinds) > 6:
        kinds = [one for one in kinds if sum(some.item.kind is one for some in matter.course) > 1]
        kinds = [one for one in kinds if one is not ItemKind.OTHER]
    states = [*STATES, (Held.UNRECORDED, Tone.OPEN)]
    present = [(state, tone) for state, tone in states if state is Held.HELD or matter.of(state)]
    series = tuple(Series(t(HELD[state]), tone) for state, tone in present)
    groups = [(kind, tuple(one for one in matter.course if one.item.kind is kind)) for kind in kinds]
    rest = tuple(one for one in matter.course if one.item.kind not in kinds)
    groups += [(ItemKind.OTHER, rest)] if rest else []
    bars = []
    for kind, some in groups:
        counts = [matter.of(state, some) for state, _ in present]
        said = tuple(str(count) if count else "–" for count in counts)
        label = t("Other") if kind is ItemKind.OTHER else t(KINDS[kind])
        bars.append(Bar(f"kind:{kind}", label, tuple(map(float, counts)), said))
    if len(bars) > 1:
        about = t("Items of the programme by kind and by whether they were held")
        yield Bars("", series, tuple(bars), about, t("Kind"))


def _rows(matter: Matter) -> Iterator[TableRow]:
    day = None
    for one in matter.course:
        fresh = one.item.date != day
        day = one.item.date
        yield TableRow(
            str(one.item.id), _cells(matter, one, fresh), struck=one.held in (Held.NOT_HELD, Held.CANCELLED)
        )


def _cells(matter: Matter, one: Course, fresh: bool) -> tuple[Cell, ...]:
    voice, item, language = matter.voice, one.item, matter.language
    times = voice.times_of(item)
    when = when_of(voice, item.kind, times, item.part_of_day, cancelled=False)
    title = voice.line(item.title)
    place = places.town_of(item, voice.plan.place(item.place_id)) or item.place_text or ""
    kind = matter.t(KINDS[item.kind])
    day = Cell(day_and_month(item.date, language), weekday(item.date, language)) if fresh and item.date else Cell()
    about = " · ".join(part for part in (kind, place) if part)
    return (
        day,
        Cell(when.spoken),
        Cell(title.text, about, title.language),
        Cell(matter.t(HELD[one.held]), told(matter, one)),
    )


def told(matter: Matter, one: Course) -> str:
    """Return when an item really began where that differs, or why it was not held."""
    t = matter.t
    why = " ".join(reason_said(some, t) for some in one.why)
    if why:
        return why if len(why) <= MOST_WHY else f"{why[:MOST_WHY].rstrip()} …"
    if one.late is None or abs(one.late) < LEAST_LATE or one.item.actual_start is None:
        return ""
    began = clock(one.item.actual_start)
    if one.late > 0:
        return t("began at {time}, {minutes} minutes late", time=began, minutes=one.late)
    return t("began at {time}, {minutes} minutes early", time=began, minutes=-one.late)
