"""Write items for the clipboard: as plain text, as a table for Word and e-mail, one item as a message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from html import escape

from missionplanner.base.i18n import Translator
from missionplanner.domain import records as r
from missionplanner.domain.clock import local
from missionplanner.domain.naming import PARTS
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import Times, item_times
from missionplanner.domain.vocabulary import ItemStatus

ShowDay = Callable[[dt.date], str]

LONGEST_MESSAGE = 699
"""Characters of a message: what a chat shows without folding it away."""
_NO_BREAK = "\u2013"
_ELLIPSIS = "…"


def plain(plan: MissionPlan, items: Iterable[r.AgendaItem], t: Translator, show_day: ShowDay) -> str:
    """Return items as lines under their days: times, title, place and groups, parted by tabs."""
    lines: list[str] = []
    day: dt.date | None = None
    for number, item in enumerate(items):
        if number == 0 or item.date != day:
            day = item.date
            lines += [*([""] if lines else []), day_said(day, t, show_day)]
        lines.append("\t".join(_cells(plan, item, t)).rstrip())
    return "\n".join(lines)


def table(plan: MissionPlan, items: Iterable[r.AgendaItem], t: Translator, show_day: ShowDay) -> str:
    """Return items as an HTML table with a row for each day; every text is escaped, styles are in the cells."""
    heads = (t("Time"), t("Item"), t("Place"), t("Groups"))
    rows = ["<tr>" + "".join(f'<th style="{_CELL};text-align:left">{escape(one)}</th>' for one in heads) + "</tr>"]
    day: dt.date | None = None
    for number, item in enumerate(items):
        if number == 0 or item.date != day:
            day = item.date
            shown = escape(day_said(day, t, show_day))
            rows.append(f'<tr><td colspan="4" style="{_CELL}"><b>{shown}</b></td></tr>')
        cells = "".join(f'<td style="{_CELL}">{escape(one)}</td>' for one in _cells(plan, item, t))
        rows.append(f"<tr>{cells}</tr>")
    head = f'<html lang="{escape(t.language)}"><head><meta charset="utf-8"></head>'
    return f'{head}<body><table style="border-collapse:collapse">{"".join(rows)}</table></body></html>'


_CELL = "border:1px solid #8692A2;padding:3px 6px;vertical-align:top"


def message(plan: MissionPlan, item: r.AgendaItem, t: Translator, show_day: ShowDay) -> str:
    """Return an item as a message of under 700 characters.

    It tells day and local time, the zone's city where it is not that of home, place, address, entrance and
    meeting point, who is meant, and the mobile of the group's leader, else of the number on call. What is too
    long is shortened from the text for delegates first.
    """
    lines = list(message_lines(plan, item, t, show_day))
    text = item.text.best(t.language, plan.mission.languages) if item.text else ""
    room = LONGEST_MESSAGE - len("\n".join(lines)) - 1
    if text and room > 20:
        lines.append(shortened(" ".join(text.split()), room))
    return shortened("\n".join(lines), LONGEST_MESSAGE)


def message_lines(plan: MissionPlan, item: r.AgendaItem, t: Translator, show_day: ShowDay) -> Iterator[str]:
    """Give the lines of an item's message but the text for delegates."""
    times = item_times(plan, item)
    when = [day_said(times.date, t, show_day), hours(item, times, t), whose_time(plan, times, t)]
    if item.status is ItemStatus.CANCELLED:
        yield t("CANCELLED")
    yield shortened(item.title.best(t.language, plan.mission.languages), 160)
    yield ", ".join(one for one in when if one)
    place = plan.place(item.place_id)
    known = where_said(plan, item)
    if known:
        yield shortened(known, 200)
    if place is not None and place.entrance:
        yield shortened(t("Entrance: {entrance}", entrance=place.entrance), 80)
    if place is not None and place.meeting_point:
        yield shortened(t("Meeting point: {point}", point=place.meeting_point), 80)
    if item.audience_limited and (groups := _groups(plan, item, t)):
        yield shortened(t("For: {groups}", groups=groups), 80)
    contact = whom_to_ring(plan, item)
    if contact:
        yield shortened(t("Contact: {contact}", contact=contact), 90)


def where_said(plan: MissionPlan, item: r.AgendaItem) -> str:
    """Return place, address and town of an item in one line."""
    place = plan.place(item.place_id)
    where = [place.name if place else None, item.place_text, place.address if place else None]
    return ", ".join(one for one in (*where, item.city or (place.city if place else None)) if one)


def whom_to_ring(plan: MissionPlan, item: r.AgendaItem) -> str:
    """Return who to call: the leader or deputy of the item's first group with a mobile, else who is on call."""
    for group in plan.item_groups(item):
        for identity in (group.leader_id, group.deputy_id):
            person = plan.person(identity)
            if person is not None and person.mobile:
                return f"{plan.label(person.id)} {person.mobile}".strip()
    mission = plan.mission
    return " ".join(one for one in (mission.on_call_name, mission.on_call_phone) if one and mission.on_call_phone)


def whose_time(plan: MissionPlan, times: Times, t: Translator) -> str:
    """Return whose local time it is where home's clock shows another."""
    home, start = plan.mission.home_zone, times.span.start
    if home is None or start is None or times.start is None:
        return ""
    there = local(start, home)
    if there.utcoffset() == local(start, times.zone).utcoffset():
        return ""
    city = times.zone.rpartition("/")[2].replace("_", " ")
    return t("local time ({city})", city=city)


def _cells(plan: MissionPlan, item: r.AgendaItem, t: Translator) -> tuple[str, str, str, str]:
    place = plan.place(item.place_id)
    where = [place.name if place else None, item.place_text, item.city or (place.city if place else None)]
    title = _one_line(item.title.best(t.language, plan.mission.languages))
    shown = ", ".join(_one_line(one) for one in dict.fromkeys(where) if one)
    return hours(item, item_times(plan, item), t), title, shown, _groups(plan, item, t)


def _groups(plan: MissionPlan, item: r.AgendaItem, t: Translator) -> str:
    if not item.audience_limited:
        return t("Everyone")
    languages = plan.mission.languages
    groups = [group.name.best(t.language, languages) for group in plan.item_groups(item) if group.name]
    people = [one for one in plan.of("audience_people", "item_id", item.id) if not one.excepted]
    named = [label for one in people if (label := plan.label(one.person_id))]
    return ", ".join(groups + named) or t("Everyone")


def hours(item: r.AgendaItem, times: Times, t: Translator) -> str:
    """Return the clock times of an item, or its part of the day."""
    if times.start is None:
        return t(PARTS[item.part_of_day]) if item.part_of_day else ""
    if times.end is None:
        return f"{times.start:%H:%M}"
    days = (times.end_date - times.date).days if times.date and times.end_date else 0
    return f"{times.start:%H:%M}{_NO_BREAK}{times.end:%H:%M}" + (f" (+{days})" if days > 0 else "")


def day_said(day: dt.date | None, t: Translator, show_day: ShowDay) -> str:
    """Return a day in words, or that there is none."""
    return show_day(day) if day is not None else t("Not placed")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many characters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + _ELLIPSIS
