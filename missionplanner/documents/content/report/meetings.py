"""Tell of the B2B meetings: planned, held, not held; what each led to."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.documents.content.drawn import Bar, Bars, Series, Tone
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.report.reasons import reason_said
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Part, Table, TableRow
from missionplanner.domain import records as r
from missionplanner.domain.figures import Held, MeetingCount, held_of, meetings_by_sort
from missionplanner.domain.figures.meetings import booked, counted
from missionplanner.domain.figures.results import ours
from missionplanner.domain.results.naming import MEETING_SORTS

MOST = 20
STATES = (
    (Held.HELD, Tone.SOLID),
    (Held.NOT_HELD, Tone.HATCHED),
    (Held.UNRECORDED, Tone.OPEN),
)


def meetings(matter: Matter) -> Iterator[Chapter]:
    """Give the chapter on B2B meetings; nothing where none was booked."""
    found = matter.meetings
    if not found:
        return
    count = matter.t("{held} of {count} held", held=found.held, count=found.booked) if found.recorded else ""
    cancelled = found.cancelled
    about = (
        matter.t.plural(
            "{count} meeting was cancelled beforehand.", "{count} meetings were cancelled beforehand.", cancelled
        )
        if cancelled
        else ""
    )
    title, parts = matter.t("B2B meetings"), tuple(_parts(matter))
    yield Chapter("meetings", title, about=about, count=count, parts=parts)


def _parts(matter: Matter) -> Iterator[Part]:
    t = matter.t
    by_sort = meetings_by_sort(matter.plan, matter.record)
    rows = [(f"sort:{sort}", t(MEETING_SORTS[sort]), count) for sort, count in by_sort.items() if count.booked]
    yield from _bars(matter, "", t("Who met whom"), rows)
    yield from _bars(matter, t("By organisation of the delegation"), t("Organisation"), _by_organisation(matter))
    rows_told = tuple(_rows(matter))
    if rows_told:
        columns = (
            Column(t("Organisation"), 19, "strong"),
            Column(t("Met"), 19, "strong"),
            Column(t("Interest"), 12),
            Column(t("What came of it"), 50),
        )
        yield Table(columns, rows_told, t("B2B meetings with what came of them"))


def _by_organisation(matter: Matter) -> list[tuple[str, str, MeetingCount]]:
    """Return the meetings of each organisation of the delegation, those with the most first."""
    own = ours(matter.plan)
    found: dict[object, list[r.Meeting]] = {}
    for one in booked(matter.plan):
        for some in {one.a_id, one.b_id} & own:
            found.setdefault(some, []).append(one)
    rows = [
        (f"own:{some}", matter.short(some), counted(matter.record, held))  # type: ignore[arg-type]
        for some, held in found.items()
    ]
    rows.sort(key=lambda row: (-row[2].held, -row[2].booked, row[1]))
    return rows[:MOST]


def _bars(matter: Matter, title: str, first: str, rows: list[tuple[str, str, MeetingCount]]) -> Iterator[Part]:
    """Give bars of what became of meetings, a state nothing has left out."""
    if not rows:
        return
    t = matter.t
    states = [
        (state, tone) for state, tone in STATES if state is Held.HELD or any(_of(row[2], state) for row in rows)
    ]
    words = _words(matter)
    series = (*(Series(words[state], tone) for state, tone in states), Series(t("Booked"), None))
    bars = []
    for key, label, count in rows:
        figures = [_of(count, state) for state, _ in states]
        said = tuple(str(one) if one else "–" for one in figures)
        bars.append(Bar(key, label, (*map(float, figures), None), (*said, str(count.booked))))
    about = t("B2B meetings by whether they were held")
    yield Bars(title, series, tuple(bars), about, first)


def _words(matter: Matter) -> dict[Held, str]:
    """Return what became of meetings in words: where nouns have a gender, that of meetings."""
    t = matter.t
    return {
        Held.HELD: t.context("meeting", "Held"),
        Held.NOT_HELD: t.context("meeting", "Not held"),
        Held.CANCELLED: t.context("meeting", "Cancelled"),
        Held.UNRECORDED: t.context("meeting", "Not recorded"),
    }


def _of(count: MeetingCount, state: Held) -> int:
    figures = {Held.HELD: count.held, Held.NOT_HELD: count.not_held, Held.UNRECORDED: count.unrecorded}
    return figures[state]


def _sided(matter: Matter) -> list[tuple[UUID, UUID, r.Meeting]]:
    """Return the meetings with whose they are first, by the names of both."""
    own, found = ours(matter.plan), []
    for one in booked(matter.plan):
        turned = one.a_id not in own and one.b_id in own
        found.append((one.b_id, one.a_id, one) if turned else (one.a_id, one.b_id, one))
    return sorted(found, key=lambda some: tuple(matter.short(side).casefold() for side in some[:2]))


def _rows(matter: Matter) -> Iterator[TableRow]:
    """Give the meetings something was written of, or that were not held, those of an organisation together."""
    t, words = matter.t, _words(matter)
    for first, second, one in _sided(matter):
        outcomes = matter.outcomes(one)
        state = held_of(matter.record, one)
        said = [line.text for some in outcomes for line in matter.lines(some.summary)]
        steps = [line.text for some in outcomes for line in matter.lines(some.next_step)]
        why = [reason_said(some.why_not, t) for some in outcomes if some.why_not and some.held is False]
        if not (said or steps or why) and state is not Held.NOT_HELD:
            continue
        text = " ".join(said) if state is Held.HELD else ": ".join([words[state], *why[:1]])
        step = ": ".join((t("Next step"), " ".join(steps))) if steps else ""
        cells = (
            Cell(matter.short(first)),
            Cell(matter.short(second)),
            Cell(matter.interest(outcomes[:1])),
            Cell(text, step),
        )
        yield TableRow(str(one.id), cells)
