"""Tell which slots of a day are its morning, which its afternoon."""

from __future__ import annotations

import datetime as dt

from missionplanner.domain import records as r
from missionplanner.domain.clock import part_of
from missionplanner.domain.meetings.session import Session
from missionplanner.domain.vocabulary import HalfDay, PartOfDay

_LUNCH = dt.timedelta(minutes=30)
"""A pause this long around midday parts a day of meetings in two."""
_PARTS: dict[PartOfDay, HalfDay | None] = {
    PartOfDay.MORNING: HalfDay.MORNING,
    PartOfDay.MIDDAY: None,
    PartOfDay.AFTERNOON: HalfDay.AFTERNOON,
    PartOfDay.EVENING: HalfDay.AFTERNOON,
    PartOfDay.NIGHT: HalfDay.AFTERNOON,
}
_ONE = dt.time(13)


def half_of(session: Session, slot: r.Slot) -> HalfDay:
    """Return the half of its day a slot belongs to.

    Slots of midday go with the side of the longest pause they lie on; where there is none, with the half most
    slots of the day are in.
    """
    clear = _PARTS[part_of(slot.start)]
    if clear is not None:
        return clear
    day = session.slots_on(slot.date)
    resumed = _resumed(session, day)
    if resumed is not None:
        return HalfDay.MORNING if slot.start < resumed else HalfDay.AFTERNOON
    told = [half for one in day if (half := _PARTS[part_of(one.start)]) is not None]
    mornings = told.count(HalfDay.MORNING)
    if mornings * 2 == len(told):
        return HalfDay.MORNING if slot.start < _ONE else HalfDay.AFTERNOON
    return HalfDay.MORNING if mornings * 2 > len(told) else HalfDay.AFTERNOON


def _resumed(session: Session, day: tuple[r.Slot, ...]) -> dt.time | None:
    """Return when meetings go on after the longest pause that touches midday, None where there is none."""
    pauses = []
    for first, second in zip(day, day[1:], strict=False):
        ends, starts = session.span(first).end, session.span(second).start
        if ends is None or starts is None or starts - ends < _LUNCH:
            continue
        if PartOfDay.MIDDAY in (part_of(first.end), part_of(second.start)):
            pauses.append((starts - ends, second.start))
    return max(pauses)[1] if pauses else None
