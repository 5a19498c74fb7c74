"""Ask where a meeting goes without the mouse: every free place, and every meeting it could change places with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.domain.meetings.targets import Blocked, Fits, Swaps, Target, Targets
from missionplanner.domain.meetings.wishes import key_of, may_not_repeat
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.matchmaking.timetable_model import Spot

_TOLD = 3
"""Slots that are named where some are open."""


def ask_place(
    parent: QWidget, ctx: Context, targets: Targets, words: MeetingWords, take: Callable[[Spot], object]
) -> None:
    """Let somebody choose a place that takes the meeting, or one to have in exchange; say why where none does."""
    t, meeting = ctx.t, targets.meeting
    options = [*_free(ctx, targets, words), *_exchanges(ctx, targets, words)]
    if not options:
        ctx.notices.say(why_nowhere(ctx, targets, words), tone="warn")
        return
    placed = words.slot_of(meeting) is not None
    title = t("Move {pair}", pair=words.pair(meeting)) if placed else t("Place {pair}", pair=words.pair(meeting))
    Chooser(parent.window(), ctx, title, options, take, (t("Move") if placed else t("Place"), "")).open()


def ask_who(
    parent: QWidget,
    ctx: Context,
    every: Iterable[Targets],
    words: MeetingWords,
    spot: Spot,
    take: Callable[[r.Meeting], object],
) -> None:
    """Let somebody choose who meets at a place that is free; say so where nobody can."""
    t, session = ctx.t, words.session
    slot, options = session.slot(spot[0]), list[Option]()
    for targets in every:
        one, found = targets.meeting, targets.at(*spot)
        if isinstance(found, Fits):
            placed = words.slot_of(one) is not None
            fact = words.where(one) if placed else t.say(found.warning) if found.warning is not None else ""
            icon = "move" if placed else "inbox"
            heading = t("Meets elsewhere now") if placed else t("Not on the timetable")
            options.append(Option(words.pair(one), one, icon, fact, heading))
    where = f"{words.slot(slot)}, {words.table(spot[1])}" if slot is not None else ""
    if not options:
        ctx.notices.say(t("Nobody can meet there: {place}.", place=where), tone="info")
        return
    Chooser(
        parent.window(), ctx, t("Who meets there: {place}", place=where), options, take, (t("Place"), "")
    ).open()


def _free(ctx: Context, targets: Targets, words: MeetingWords) -> Iterator[Option]:
    """Give the free places, slot by slot; the best table of each comes first."""
    t, session = ctx.t, targets.session
    names: list[str | None] = [one.name for one in session.tables] or [None]
    own = (targets.meeting.slot, targets.meeting.table)
    for slot in session.slots:
        best = targets.table_for(slot.position)
        for name in sorted(names, key=lambda one: one != best):
            found = targets.at(slot.position, name)
            if isinstance(found, Fits) and (slot.position, name) != own:
                fact = (
                    t.say(found.warning) if found.warning is not None else t("best table") if name == best else ""
                )
                where = f"{words.hours(slot)}, {words.table(name)}"
                heading = ctx.wording.full_day(slot.date)
                yield Option(where, (slot.position, name), "table-2", fact if len(names) > 1 else "", heading)


def _exchanges(ctx: Context, targets: Targets, words: MeetingWords) -> Iterator[Option]:
    """Give the meetings that can take the place of this one."""
    session = targets.session
    for one in session.placed:
        slot = session.slot(one.slot)
        if slot is None or one.slot is None or one.id == targets.meeting.id:
            continue
        found = targets.at(one.slot, one.table)
        if isinstance(found, Swaps) and found.other == one.id:
            heading = ctx.t("Change places with")
            yield Option(words.pair(one), (one.slot, one.table), "arrow-left-right", words.where(one), heading)


def in_slot(targets: Targets, slot: int) -> Target:
    """Return what a slot says of a meeting at the table that suits it best."""
    table = targets.table_for(slot)
    return targets.at(slot, table) if table is not None else targets.in_slot(slot)


def why_nowhere(ctx: Context, targets: Targets, words: MeetingWords) -> str:
    """Return why no slot takes a meeting: what most of them say, with the first that says it."""
    t, session = ctx.t, targets.session
    others = (slot.position for slot in session.slots if slot.position != targets.meeting.slot)
    every = ((number, in_slot(targets, number)) for number in others)
    blocked = [(slot, one.why) for slot, one in every if isinstance(one, Blocked)]
    if not blocked:
        return t("There is no other slot.")
    counted = Counter(why for _slot, why in blocked)
    number, why = max(blocked, key=lambda one: counted[one[1]])
    slot = session.slot(number)
    at = words.slot(slot) if slot is not None else "–"
    if words.slot_of(targets.meeting) is not None:
        return t("No other slot fits. {slot}: {why}", slot=at, why=t.say(why))
    return t("No slot fits. {slot}: {why}", slot=at, why=t.say(why))


def tray_reason(ctx: Context, targets: Targets, words: MeetingWords) -> str:
    """Return in which slots a meeting without a place could be, else why in none, or why it is not to be."""
    t, session, meeting = ctx.t, targets.session, targets.meeting
    if key_of(meeting) in may_not_repeat(session):
        return t(
            "{a} and {b} meet in another session of this mission, and meeting twice was not asked for.",
            a=session.name(meeting.a_id),
            b=session.name(meeting.b_id),
        )
    open_slots = [slot for slot in session.slots if isinstance(in_slot(targets, slot.position), Fits)]
    if not open_slots:
        return why_nowhere(ctx, targets, words)
    told = ", ".join(words.hours(one) for one in open_slots[:_TOLD])
    more = " …" if len(open_slots) > _TOLD else ""
    return t("Could meet at {slots}", slots=f"{told}{more}")


def interpreter_options(ctx: Context, targets: Targets, words: MeetingWords) -> list[Option]:
    """Return who could interpret a meeting, those who are free and speak with both sides first."""
    from missionplanner.domain.meetings.languages import able
    from missionplanner.gui.wording import language_name

    t, session, meeting = ctx.t, targets.session, targets.meeting
    speaks = {one.person_id for one in able(session, meeting.a_id, meeting.b_id)}
    found: list[Option] = [Option(t("Nobody"), None, "minus", "", "")]
    for one in sorted(session.interpreters, key=lambda each: each.person_id not in speaks):
        languages = ", ".join(language_name(code) for code in one.languages)
        fact = why_not_speak(ctx, targets, words, one, speaks) or languages
        found.append(Option(words.person(one.person_id), one.person_id, "languages", fact))
    return found


def why_not_speak(
    ctx: Context, targets: Targets, words: MeetingWords, one: r.SessionInterpreter, speaks: set[UUID]
) -> str:
    """Return what speaks against an interpreter for a meeting, nothing where all is well."""
    session, meeting = targets.session, targets.meeting
    if one.person_id not in speaks:
        return ctx.t("does not speak with both")
    if meeting.slot is None:
        return ""
    away = targets.free.why_silent(one.person_id, meeting.slot)
    if away is not None:
        return ctx.t.say(away)
    others = session.meetings_in(meeting.slot)
    busy = next((each for each in others if each.interpreter_id == one.person_id and each.id != meeting.id), None)
    return ctx.t("interprets at {table} then", table=words.table(busy.table)) if busy is not None else ""
