"""Say all that a block shows, so that equal looks are drawn once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from missionplanner.domain.clock import local
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, day_zone
from missionplanner.gui.models.rows import Row
from missionplanner.gui.tokens import FAMILIES


class Mark(StrEnum):
    """What the checks say of an item, with the name of the colour and icon that show it."""

    NONE = ""
    WARNING = "warn"
    CLASH = "danger"


@dataclass(frozen=True, slots=True)
class Look:
    """Be all that changes how a block is drawn, but its size.

    ``when`` tells the clocks of both zones where they differ, ``plain`` start and end, ``start`` that alone.
    """

    title: str
    start: str
    when: str
    plain: str
    place: str
    status: str
    chips: tuple[str, ...]
    icon: str
    family: str
    mark: Mark = Mark.NONE
    tentative: bool = False
    cancelled: bool = False
    locked: bool = False
    linked: bool = False
    from_before: bool = False
    goes_on: bool = False
    open_end: bool = False
    lifted: bool = False


def look_of(row: Row, plan: MissionPlan, city: Callable[[str], str]) -> Look:
    """Return how a row is drawn; ``city`` names a zone."""
    mark = Mark.CLASH if row.clash else Mark.WARNING if row.issues else Mark.NONE
    return Look(
        title=row.title,
        start=row.start,
        when=_when(row, plan, city),
        plain=f"{row.start}–{row.end}" if row.end else row.start,
        place=row.place,
        status=row.status,
        chips=row.chips,
        icon=row.icon,
        family=FAMILIES[row.item.kind],
        mark=mark,
        tentative=row.tentative,
        cancelled=row.faint,
        locked=row.locked,
    )


def retimed(look: Look, start: str, end: str) -> Look:
    """Return a look in the hand of somebody who drags it to other times."""
    when = f"{start}–{end}" if end else start
    return replace(look, start=start, when=when, plain=when, lifted=True)


def _when(row: Row, plan: MissionPlan, city: Callable[[str], str]) -> str:
    """Return start and end, those of another zone than the day's with the day's beside them."""
    if not row.end:
        return row.start
    times = row.times
    shown = day_zone(plan, times.date)
    plain = f"{row.start}–{row.end}"
    if times.zone == times.end_zone == shown or times.date is None:
        return plain
    if times.zone == times.end_zone:
        return f"{plain} {city(times.zone)} ({_on_clock(times, shown)})"
    return f"{row.start} {city(times.zone)} – {row.end} {city(times.end_zone)}"


def _on_clock(times: Times, zone: str) -> str:
    """Return start and end on the clock of another zone."""
    moments = (times.span.start, times.span.end)
    return "–".join(f"{local(one, zone):%H:%M}" for one in moments if one is not None)
