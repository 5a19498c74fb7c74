"""Write days, transfers and changes as messages for a chat: plain text under 700 characters, local times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.logistics.naming import LEGS
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.clipboard_text import (
    LONGEST_MESSAGE,
    ShowDay,
    day_said,
    hours,
    message_lines,
    shortened,
    where_said,
    whom_to_ring,
    whose_time,
)
from missionplanner.domain.programme.timing import Times, item_times, leg_times
from missionplanner.domain.vocabulary import ItemStatus, LegMode

MOST_TITLE, MOST_PLACE = 80, 60


def day_message(
    plan: MissionPlan, day: dt.date, t: Translator, show_day: ShowDay, person: UUID | None = None
) -> str:
    """Return a day as a message: hours, titles and places in order, for everybody or for one person.

    What is called off or only an idea is not in it. A day too long for a message ends in how many more there are.
    """
    attendees = Attendees(plan)
    items = [
        item
        for item in plan.items_on(day)
        if item.status not in (ItemStatus.CANCELLED, ItemStatus.IDEA)
        and (person is None or person in attendees.at(item))
    ]
    lines = [_day_line(plan, item, t) for item in items] or [t("Nothing is planned.")]
    end = _contact_line(plan, t)
    return _fitted([day_said(day, t, show_day), *_of_home(plan, items, t)], lines, end, t)


def _day_line(plan: MissionPlan, item: r.AgendaItem, t: Translator) -> str:
    place = plan.place(item.place_id)
    title = " ".join(item.title.best(t.language, plan.mission.languages).split())
    where = (place.name if place else None) or item.place_text or item.city or ""
    point = t("Meeting point: {point}", point=place.meeting_point) if place and place.meeting_point else ""
    said = [hours(item, item_times(plan, item), t), shortened(title, MOST_TITLE), shortened(where, MOST_PLACE)]
    return " · ".join(part for part in (*said, shortened(point, MOST_PLACE)) if part)


def _of_home(plan: MissionPlan, items: Iterable[r.AgendaItem], t: Translator) -> Iterator[str]:
    """Give whose local time it is, where home's clock shows another."""
    said = (whose_time(plan, item_times(plan, item), t) for item in items)
    first = next((one for one in said if one), None)
    if first:
        yield first


def _contact_line(plan: MissionPlan, t: Translator) -> list[str]:
    mission = plan.mission
    if not mission.on_call_phone:
        return []
    named = " ".join(one for one in (mission.on_call_name, mission.on_call_phone) if one)
    return [shortened(t("Contact: {contact}", contact=named), 90)]


def _fitted(head: list[str], lines: list[str], end: list[str], t: Translator) -> str:
    """Return lines as a message, with as many of those in the middle as fit."""
    for kept in range(len(lines), -1, -1):
        left = len(lines) - kept
        more = [t.plural("… and {count} more", "… and {count} more", left)] if left else []
        text = "\n".join((*head, *lines[:kept], *more, *end))
        if len(text) <= LONGEST_MESSAGE:
            return text
    return shortened("\n".join(head), LONGEST_MESSAGE)


def leg_message(plan: MissionPlan, leg: r.Leg, t: Translator, show_day: ShowDay) -> str:
    """Return a transfer or journey as a message: when, from where to where, with which vehicle, whom to ring."""
    return shortened("\n".join(_leg_lines(plan, leg, t, show_day)), LONGEST_MESSAGE)


def _leg_lines(plan: MissionPlan, leg: r.Leg, t: Translator, show_day: ShowDay) -> Iterator[str]:
    times = leg_times(plan, leg)
    number = " ".join(one for one in (leg.operator, leg.number) if one)
    ends = [" ".join(one for one in pair if one) for pair in _ends(leg)]
    what = ": ".join(one for one in (t(LEGS[leg.mode or LegMode.TRANSFER]), number) if one)
    yield what
    when = (day_said(times.date, t, show_day) if times.date else "", _leg_hours(times), whose_time(plan, times, t))
    yield ", ".join(one for one in when if one)
    if any(ends):
        yield shortened(" → ".join(one for one in ends if one), 200)
    vehicle = plan.get(r.Vehicle, leg.vehicle_id)
    if vehicle is not None:
        parts = (vehicle.name, vehicle.plate, vehicle.driver, vehicle.driver_phone)
        said = " · ".join(dict.fromkeys(one for one in parts if one))
        if said:
            yield shortened(t("Vehicle: {vehicle}", vehicle=said), 140)
    yield from _meeting_point(plan, leg, t)
    yield from _contact_line(plan, t)


def _ends(leg: r.Leg) -> tuple[tuple[str | None, str | None], tuple[str | None, str | None]]:
    return (leg.origin_text, leg.origin), (leg.destination_text, leg.destination)


def _leg_hours(times: Times) -> str:
    start = f"{times.start:%H:%M}" if times.start else ""
    end = f"{times.end:%H:%M}" if times.end else ""
    days = (times.end_date - times.date).days if times.date and times.end_date else 0
    return "–".join(one for one in (start, end) if one) + (f" (+{days})" if days > 0 else "")


def _meeting_point(plan: MissionPlan, leg: r.Leg, t: Translator) -> Iterator[str]:
    row = next((item for item in plan.items if item.leg_id == leg.id), None)
    place = plan.place(row.place_id) if row is not None else None
    if place is not None and place.meeting_point:
        yield shortened(t("Meeting point: {point}", point=place.meeting_point), 100)


def change_message(before: MissionPlan, plan: MissionPlan, item_id: UUID, t: Translator, show_day: ShowDay) -> str:
    """Return what is different of an item between two states of a mission as a message; "" where nothing is.

    One that is new is told whole. Only day, hours, place, door, meeting point, title and whether it is held count.
    """
    old, new = before.item(item_id), plan.item(item_id)
    if new is None or new.date is None or new.status is ItemStatus.CANCELLED:
        gone = old if old is not None and old.date is not None and old.status is not ItemStatus.CANCELLED else None
        if gone is None:
            return ""
        called_off = replace(gone, status=ItemStatus.CANCELLED)
        return shortened("\n".join(list(message_lines(before, called_off, t, show_day))[:3]), LONGEST_MESSAGE)
    if old is None or old.date is None or old.status is ItemStatus.CANCELLED:
        lines = (t("NEW"), *message_lines(plan, new, t, show_day))
        return shortened("\n".join(lines), LONGEST_MESSAGE)
    changes = list(_changes((before, old), (plan, new), t, show_day))
    if not changes:
        return ""
    title = shortened(new.title.best(t.language, plan.mission.languages), 160)
    ring = whom_to_ring(plan, new)
    contact = [shortened(t("Contact: {contact}", contact=ring), 90)] if ring else []
    return shortened("\n".join((t("CHANGED"), title, *changes, *contact)), LONGEST_MESSAGE)


def changes_message(plan: MissionPlan, lines: Iterable[str], t: Translator) -> str:
    """Return what has changed of a mission since the copy somebody holds, a line each, as a message.

    More than fits ends in how many more there are.
    """
    title = shortened(plan.mission.title.best(t.language, plan.mission.languages), 160)
    told = [shortened(" ".join(line.split()), 260) for line in lines]
    return _fitted([t("CHANGED"), title], told, _contact_line(plan, t), t)


Seen = tuple[MissionPlan, r.AgendaItem]


def _changes(before: Seen, after: Seen, t: Translator, show_day: ShowDay) -> Iterator[str]:
    said = [tuple(_facts(*one, t, show_day)) for one in (before, after)]
    for (label, old), (_, new) in zip(*said, strict=True):
        if old != new and new:
            was = t("before: {before}", before=old) if old else ""
            yield shortened(f"{label}: {new} ({was})" if was else f"{label}: {new}", 220)
    titles = [item.title.best(t.language, plan.mission.languages) for plan, item in (before, after)]
    if titles[0] != titles[1]:
        yield shortened(t("before: {before}", before=titles[0]), 160)


def _facts(plan: MissionPlan, item: r.AgendaItem, t: Translator, show_day: ShowDay) -> Iterator[tuple[str, str]]:
    times, place = item_times(plan, item), plan.place(item.place_id)
    yield t("Day"), day_said(times.date, t, show_day)
    yield t("Time"), hours(item, times, t)
    yield t("Place"), where_said(plan, item)
    yield t("Entrance"), (place.entrance or "") if place else ""
    yield t("Meeting point"), (place.meeting_point or "") if place else ""
