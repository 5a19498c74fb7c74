"""Make entries of drafts, and weigh how sure each is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from missionplanner.base.messages import N_, Message
from missionplanner.domain.text import MAX_LINE, MAX_TEXT
from missionplanner.domain.vocabulary import ItemKind, ItemRole, LegMode
from missionplanner.exchange.programme_text.clocks import Moment, length_within
from missionplanner.exchange.programme_text.dating import Reckoned
from missionplanner.exchange.programme_text.details import Details, details_of, people_in
from missionplanner.exchange.programme_text.found import Entry, FoundLeg, FoundPerson, Warned
from missionplanner.exchange.programme_text.gathering import Draft, Mention
from missionplanner.exchange.programme_text.kinds import kind_of
from missionplanner.exchange.programme_text.legs import legs_in
from missionplanner.exchange.programme_text.plain import plain, words_of

_DAY = dt.timedelta(days=1)
_EVENING, _SMALL_HOURS = dt.time(18), dt.time(6)
_LEG_KINDS = {LegMode.FLIGHT: ItemKind.FLIGHT, LegMode.TRAIN: ItemKind.TRAIN}
_WITH_LEG = frozenset({ItemKind.OTHER, ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.TRANSFER})
_LONG, _LONGEST = 200, 1_000
_MOST_LINES = 60
"""Lines beneath an item that are read."""

_DOUBTS = {
    "date_unknown": (0.4, N_("Its day is not known.")),
    "weekday_mismatch": (0.3, N_("The weekday and the date do not fit each other.")),
    "ambiguous_date": (0.3, N_("Day and month could be the other way round.")),
    "year_guessed": (0.15, N_("The year is guessed.")),
    "no_time": (0.1, N_("No time is written.")),
    "bare_hour": (0.1, N_("The time is a number alone.")),
    "weak": (0.2, N_("Nothing marks this line as an item but its place.")),
    "end_before_start": (0.3, N_("It would end before it starts.")),
    "next_day": (0.1, N_("It seems to end on the next day.")),
    "long_title": (0.15, N_("The title is long: it may hold more than one item.")),
    "day_in_passing": (0.15, N_("Its day is named only in passing.")),
}
_SENTENCES = {
    "weekday_mismatch": N_("{source}: the weekday does not fit {date}."),
    "year_guessed": N_("{source}: no year is written; {date} is a guess."),
    "ambiguous_date": N_("{source}: day and month could be the other way round; it was read as {date}."),
    "date_unknown": N_("{source}: it cannot be told which day this is."),
    "time_order": N_("{source}: it starts before the item above it."),
}


@dataclass(frozen=True, slots=True)
class _When:
    start: dt.time | None
    end: dt.time | None
    end_days: int
    doubts: tuple[str, ...]


def entry_of(draft: Draft, reckoned: Reckoned | None, position: int, *, passing: bool) -> Entry | None:
    """Return the entry of a draft, None for one without words; ``passing`` tells how its day was named."""
    title, length = _without_length(draft.title[:_LONGEST])
    lines = [line[:_LONGEST] for line in draft.lines[:_MOST_LINES]]
    details = details_of(title, lines, draft.place[:_LONGEST] if draft.place else None)
    if not details.title:
        return None
    legs = legs_in(title) or next((legs for line in lines if (legs := legs_in(line))), ())
    when = _when(draft.moment, length, legs)
    date = reckoned.date if reckoned is not None else None
    doubts = [
        *(reckoned.doubts if reckoned is not None else ("date_unknown",)),
        *when.doubts,
        *_doubts(draft, details),
    ]
    doubts += ["day_in_passing"] if passing else []
    return Entry(
        title=details.title[:MAX_LINE],
        source=draft.source,
        date=date,
        position=position,
        start=when.start,
        end=when.end,
        end_date=date + when.end_days * _DAY if date is not None and when.end_days else None,
        part_of_day=draft.moment.part if draft.moment is not None and when.start is None else None,
        kind=_kind(title, legs),
        place_text=details.place[:MAX_LINE] if details.place else None,
        hosts=_hosts(draft, details),
        people=_people(draft, details),
        groups=tuple(dict.fromkeys(words_of(group) for group in draft.groups)),
        legs=legs,
        status=draft.status or details.status,
        language=details.language,
        dress_code=details.dress,
        text="\n".join(details.notes)[:MAX_TEXT] or None,
        confidence=_confidence(doubts),
        reasons=tuple(Message(_DOUBTS[doubt][1]) for doubt in dict.fromkeys(doubts) if doubt in _DOUBTS),
    )


def warnings_of(mentions: Sequence[Mention], reckoned: Sequence[Reckoned]) -> list[Warned]:
    """Return what is doubtful about the days themselves, once for each."""
    return [
        _warned(rule, found.date, mention)
        for mention, found in zip(mentions, reckoned, strict=True)
        for rule in found.doubts
        if rule in _SENTENCES
    ]


def out_of_order(entries: Sequence[Entry]) -> list[Warned]:
    """Return a warning for each entry that starts before the one above it, of the same day and group."""
    found: list[Warned] = []
    latest: dict[tuple[dt.date | None, tuple[str, ...]], dt.time] = {}
    for entry in entries:
        key = (entry.date, entry.groups)
        if entry.start is None or entry.date is None:
            continue
        if key in latest and entry.start < latest[key]:
            message = Message.of(_SENTENCES["time_order"], {"source": entry.source.text[:80]})
            found.append(Warned("time_order", entry.date, entry.source, message))
        latest[key] = entry.start
    return found


def _warned(rule: str, date: dt.date | None, mention: Mention) -> Warned:
    arguments = {"source": mention.source.text[:80], "date": date.isoformat() if date is not None else ""}
    return Warned(rule, date, mention.source, Message.of(_SENTENCES[rule], arguments))


def _without_length(title: str) -> tuple[str, dt.timedelta | None]:
    found = length_within(plain(title))
    if found is None:
        return title, None
    begin, stop, length = found
    return f"{title[:begin]} {title[stop:]}".strip(), length or None


def _when(moment: Moment | None, length: dt.timedelta | None, legs: Sequence[FoundLeg]) -> _When:
    """Return start and end as written: an end, a length, the arrival of the only leg."""
    if moment is None:
        return _When(None, None, 0, ("no_time",))
    start, end, days = moment.start, moment.end, moment.end_days
    doubts = [] if moment.sure else ["bare_hour"]
    if start is None and end is None:
        doubts.append("no_time")
    elif end is None and length is not None and start is not None:
        moved = dt.datetime.combine(dt.date(2000, 1, 1), start) + length
        end, days = moved.time(), (moved.date() - dt.date(2000, 1, 1)).days
    elif end is None and len(legs) == 1:
        end, days = (
            legs[0].end or (legs[0].start if legs[0].start not in (None, start) else None),
            legs[0].end_days,
        )
        if legs[0].end is None:
            end, days = None, days
    if start is not None and end is not None and end < start and not days:
        if start >= _EVENING and end <= _SMALL_HOURS or legs:
            days = 1
            doubts.append("next_day")
        else:
            doubts.append("end_before_start")
    return _When(start, end, days, tuple(doubts))


def _doubts(draft: Draft, details: Details) -> list[str]:
    doubts = ["weak"] if draft.weak else []
    if len(details.title) > _LONG:
        doubts.append("long_title")
    return doubts


def _confidence(doubts: Sequence[str]) -> float:
    sure = 1.0
    for doubt in dict.fromkeys(doubts):
        sure *= 1 - _DOUBTS[doubt][0] if doubt in _DOUBTS else 1
    return round(sure, 2)


def _kind(title: str, legs: Sequence[FoundLeg]) -> ItemKind:
    kind = kind_of(title)
    return _LEG_KINDS.get(legs[0].mode, kind) if legs and kind in _WITH_LEG else kind


def _hosts(draft: Draft, details: Details) -> tuple[str, ...]:
    told = [words_of(text) for text in draft.hosts] + details.hosts
    return tuple(dict.fromkeys(name[:MAX_LINE] for name in told if name))


def _people(draft: Draft, details: Details) -> tuple[FoundPerson, ...]:
    told = [
        *(person for text in draft.contacts for person in people_in(text, ItemRole.HOST_CONTACT)),
        *(person for text in draft.speakers for person in people_in(text, ItemRole.SPEAKER)),
        *details.people,
    ]
    return tuple({person.name: person for person in reversed(told)}.values())[::-1]
