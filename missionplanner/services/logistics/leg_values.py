"""Read what is typed into a leg: airports by code or city, days later as "+1", journeys and vehicles by name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import clock
from missionplanner.domain import records as r
from missionplanner.domain.logistics import leg_steps
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import MAX_LINE, clean, folded
from missionplanner.domain.texts import Texts
from missionplanner.domain.typed_times import time_of
from missionplanner.domain.vocabulary import LegMode
from missionplanner.services import knowledge
from missionplanner.services.workspace import Edit

NOTHING = Texts(())
_PLAIN = ("mode", "operator", "number", "date", "start", "capacity", "booking", "private", "terminal", "notes")
_ENDS = {
    "origin": ("origin", "origin_text", "zone"),
    "destination": ("destination", "destination_text", "end_zone"),
}
_CODE = re.compile(r"\(([A-Z]{3})\)$")
_LATER = re.compile(r"\s*\(?([+-]\d)\)?\s*$")
_BY_AIR = (LegMode.FLIGHT, None)


def applied(edit: Edit, plan: MissionPlan, leg: r.Leg, values: Mapping[str, object]) -> r.Leg:
    """Return a leg with values of its list's columns, made sense of together. Raises Invalid with the column."""
    made = replace(leg, **cast(Any, {name: value for name, value in values.items() if name in _PLAIN}))
    if (made.capacity or 0) < 0:
        raise Invalid(N_("This cannot be less than nothing."), field="capacity")
    for name in ("zone", "end_zone"):
        if name in values:
            own: dict[str, Any] = {name: _zone(values[name], name)}
            made = replace(made, **own)
    for name in _ENDS.keys() & values.keys():
        made = _end(plan, made, name, str(values[name] or ""))
    if "journey_id" in values:
        made = replace(made, journey_id=_journey(edit, plan, values["journey_id"]))
    if "vehicle_id" in values:
        made = replace(made, vehicle_id=_vehicle(edit, plan, values["vehicle_id"]))
    return _timed(plan, leg, made, values)


def _timed(plan: MissionPlan, leg: r.Leg, made: r.Leg, values: Mapping[str, object]) -> r.Leg:
    days: int | None = None
    if "arrives" in values:
        time, days = typed_end(str(values["arrives"] or ""), made.start)
        made = replace(made, end=time)
    names = ("date", "start", "end", "zone", "end_zone")
    if "arrives" in values or any(getattr(leg, name) != getattr(made, name) for name in names):
        made = leg_steps.with_end_day(plan, leg, made, days)
    return made


def typed_end(text: str, start: dt.time | None) -> tuple[dt.time | None, int | None]:
    """Return the time of "21:35", "2135 +1", "+45" (minutes after ``start``) and the days later it says.

    Raises Invalid for what is none.
    """
    later = _LATER.search(text)
    if later is not None and text[: later.start()].strip():
        return time_of(text[: later.start()], "arrives", start), int(later[1])
    return time_of(text, "arrives", start), None


def said_end(leg: r.Leg) -> str | None:
    """Return when a leg arrives: "21:35", "07:10 +1"."""
    if leg.end is None:
        return None
    days = (leg.end_date - leg.date).days if leg.end_date is not None and leg.date is not None else 0
    return f"{leg.end:%H:%M}{days_later(days)}"


def days_later(days: int) -> str:
    """Return " +1" for a day later, nothing for the same."""
    return f" {days:+d}" if days else ""


def _zone(value: object, field: str) -> str | None:
    name = str(value or "").strip()
    if not name:
        return None
    try:
        clock.zone(name)
    except Invalid as error:
        error.field = field
        raise
    return name


# -- ends ---------------------------------------------------------------------------------------------


def end_name(code: str | None, text: str | None) -> str | None:
    """Return what an end of a leg is called: "Bologna (BLQ)" of an airport, else its text."""
    if not code:
        return text
    port = knowledge.airport(code)
    return f"{(port.city or port.name) if port is not None else text or code} ({code})"


def route_of(leg: r.Leg) -> tuple[str, str]:
    """Return from where to where a leg goes, in as few words as tell it."""
    return _short(leg.origin, leg.origin_text), _short(leg.destination, leg.destination_text)


def _short(code: str | None, text: str | None) -> str:
    port = knowledge.airport(code) if code else None
    return (port.city if port is not None else None) or text or code or ""


def _end(plan: MissionPlan, leg: r.Leg, name: str, typed: str) -> r.Leg:
    """Return a leg with another end: an airport brings its zone, a city of the mission that of the city."""
    code_field, text_field, zone_field = _ENDS[name]
    text = clean(typed, MAX_LINE)
    inside = _CODE.search(text)
    code = inside[1] if inside is not None else text.upper() if leg.mode in _BY_AIR and len(text) == 3 else ""
    port = knowledge.airport(code) if code else None
    if port is not None:
        given: dict[str, Any] = {code_field: code, text_field: None}
        zone = port.zone
    else:
        given = {code_field: None, text_field: text or None}
        zone = _zone_of_text(plan, text)
    if zone:
        given[zone_field] = zone
    return replace(leg, **given)


def _zone_of_text(plan: MissionPlan, text: str) -> str | None:
    parts = {folded(one) for one in (text, text.rpartition(",")[2])}
    return next((one.zone for one in plan.destinations if one.zone and folded(one.city or "-") in parts), None)


# -- what legs belong to ------------------------------------------------------------------------------


def _journey(edit: Edit, plan: MissionPlan, value: object) -> UUID | None:
    if value is None or isinstance(value, UUID):
        return value
    return made_journey(edit, plan.mission.id, str(value), (plan.mission.languages or ("en",))[0])


def made_journey(edit: Edit, mission_id: UUID, name: str, language: str) -> UUID:
    """Add a journey, or find the one of this name. Raises Invalid without a name."""
    typed = clean(name, MAX_LINE)
    if not typed:
        raise Invalid(N_("A journey needs a name."), field="journey_id")
    known = edit.all(r.Journey, mission_id=mission_id)
    for one in known:
        if one.name is not None and typed in dict(one.name.entries).values():
            return one.id
    last = max((one.position for one in known), default=-1)
    made = r.Journey(mission_id=mission_id, name=Texts.of({language: typed}), position=last + 1)
    return edit.add(made).id


def _vehicle(edit: Edit, plan: MissionPlan, value: object) -> UUID | None:
    if value is None or isinstance(value, UUID):
        return value
    typed = clean(str(value), MAX_LINE)
    if not typed:
        raise Invalid(N_("A vehicle needs a name."), field="vehicle_id")
    known = edit.all(r.Vehicle, mission_id=plan.mission.id)
    same = next((one for one in known if one.name == typed), None)
    if same is not None:
        return same.id
    last = max((one.position for one in known), default=-1)
    return edit.add(r.Vehicle(mission_id=plan.mission.id, name=typed, position=last + 1)).id
