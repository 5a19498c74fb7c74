"""Find the transfers that belong to an item: what brings its people there and away."""

from __future__ import annotations

from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ItemKind, LegMode

_KINDS = frozenset({ItemKind.TRANSFER, ItemKind.COACH})
_MODES = frozenset({LegMode.COACH, LegMode.TRANSFER, LegMode.CAR, LegMode.ON_FOOT, None})


def is_transfer(plan: MissionPlan, row: r.AgendaItem) -> bool:
    """Tell whether a row is local transport: a train or flight brings everybody and is no item's own."""
    leg = plan.leg(row.leg_id)
    return row.kind in _KINDS and (leg is None or leg.mode in _MODES)


def around(plan: MissionPlan, item: r.AgendaItem) -> tuple[r.AgendaItem, ...]:
    """Return the transfers right before and right after an item among the rows of its people.

    Locked ones, cancelled or not, are nobody's to change and are left out.
    """
    attendees = Attendees(plan)
    who = attendees.at(item)
    rows = [row for row in plan.items_on(item.date) if row.id == item.id or not who.isdisjoint(attendees.at(row))]
    place = [row.id for row in rows].index(item.id)
    beside = (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
    if item.date is None:
        return ()
    return tuple(row for row in beside if is_transfer(plan, row) and not row.locked)
