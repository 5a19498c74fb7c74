"""Check the times of a mission that was read: those a leg contradicts, those no clock ever shows."""

from __future__ import annotations

import datetime as dt

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.clock import in_gap
from missionplanner.domain.plan import Dossier, MissionPlan
from missionplanner.domain.programme.timing import Times, day_zone, item_times, leg_times, option_zone
from missionplanner.exchange.mission_file.trouble import PathStep, Trouble

_OWN = ("date", "start", "end", "end_date", "zone", "end_zone")


def require_times(dossier: Dossier) -> None:
    """Raise Trouble where an item contradicts its leg, or a change to summer time swallows a time."""
    plan = dossier.plan
    rows = {one.record_id: one.position for one in plan.refs if one.list in ("agenda", "matchmaking")}
    for number, leg in enumerate(plan.legs):
        _require_shown(leg_times(plan, leg), ["legs", number])
    for item in plan.items:
        path: list[PathStep] = ["agenda", rows[item.id]]
        leg_of_item = plan.leg(item.leg_id)
        if leg_of_item is None:
            _require_shown(item_times(plan, item), path)
        else:
            _require_agreement(item, leg_times(plan, leg_of_item), plan.ref(leg_of_item.id), path)
    for option in plan.item_options:
        path = ["agenda", rows[option.item_id], "options", option.position]
        zone = option_zone(plan, option)
        for name, time in (("start", option.start), ("end", option.end)):
            if option.date is not None and time is not None:
                _require_clock(option.date, time, zone, [*path, name])
    for item in plan.items:
        _require_held(item, item_times(plan, item), ["agenda", rows[item.id]])
    _require_presence(dossier)
    sessions = {one.id: one for one in plan.matchmaking}
    for slot in plan.slots:
        zone = _session_zone(plan, sessions[slot.matchmaking_id], slot.date)
        path = ["matchmaking", rows[slot.matchmaking_id], "slots", slot.position]
        _require_clock(slot.date, slot.start, zone, [*path, 1])
        _require_clock(slot.date, slot.end, zone, [*path, 2])


def _session_zone(plan: MissionPlan, session: r.Matchmaking, day: dt.date) -> str:
    item = plan.item(session.item_id)
    return item_times(plan, item).zone if item is not None else day_zone(plan, day)


def _require_shown(times: Times, path: list[PathStep]) -> None:
    if times.date is not None and times.start is not None:
        _require_clock(times.date, times.start, times.zone, [*path, "start"])
    if times.end_date is not None and times.end is not None:
        _require_clock(times.end_date, times.end, times.end_zone, [*path, "end"])


def _require_held(item: r.AgendaItem, times: Times, path: list[PathStep]) -> None:
    """Refuse times that an item cannot have been held at; an end past midnight is of the next day."""
    if times.date is None:
        return
    if item.actual_start is not None:
        _require_clock(times.date, item.actual_start, times.zone, [*path, "actual_start"])
    began, day = item.actual_start or item.start, times.end_date or times.date
    next_day = day == times.date and began is not None and item.actual_end is not None and item.actual_end < began
    if item.actual_end is not None and not next_day:
        _require_clock(day, item.actual_end, times.end_zone, [*path, "actual_end"])


def _require_presence(dossier: Dossier) -> None:
    """Refuse times at which nobody can have come to an item or left it."""
    plan = dossier.plan
    for number, one in enumerate(dossier.record.attendance):
        item = plan.item(one.item_id)
        times = item_times(plan, item) if item is not None else None
        if times is None or times.date is None:
            continue
        for name, time in (("arrived", one.arrived), ("left", one.left)):
            if time is not None and (times.start is None or times.start <= time):
                _require_clock(times.date, time, times.zone, ["attendance", number, name])


def _require_clock(day: dt.date, time: dt.time, zone: str, path: list[PathStep]) -> None:
    if in_gap(day, time, zone):
        raise Trouble(
            N_("{path} is {time}, a time that does not exist on {day} in {zone}: summer time skips it."),
            path=path,
            time=f"{time:%H:%M}",
            day=day.isoformat(),
            zone=zone,
        )


def _require_agreement(item: r.AgendaItem, times: Times, leg: str, path: list[PathStep]) -> None:
    """Refuse a row of a leg whose own days, times and zones are neither null nor the leg's (EXCHANGE §2)."""
    for name in _OWN:
        own, other = getattr(item, name), getattr(times, name)
        if own is None or own == other:
            continue
        if other is None:
            sentence = N_(
                "{path} is {value}, but its leg {leg} has no such value: leave it out here, or write it there."
            )
        else:
            sentence = N_("{path} is {value}, but its leg {leg} says {other}: leave it out, or make them equal.")
        raise Trouble(sentence, path=[*path, name], value=_said(own), other=_said(other), leg=leg)


def _said(value: object) -> str:
    return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value)
