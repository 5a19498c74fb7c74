"""List the verbs that ask what they are about: go to, move and copy a day, see as, print for one person.

Their words are for searching alone and are never shown, so they stand here in both languages.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from missionplanner.base.i18n import SCREEN_LANGUAGES, Translator, translator
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.palette import mission_source as of_mission
from missionplanner.gui.palette.entries import Entry, Group
from missionplanner.gui.palette.mission_source import Wanted
from missionplanner.gui.widgets.basics import keys_of
from missionplanner.gui.wording import Wording

if TYPE_CHECKING:
    from missionplanner.domain import records as r
    from missionplanner.domain.plan import MissionPlan

OFFERED = (10, 20, 30, 60, -10, -30)
"""Minutes offered to move a day by, before any are typed."""
MOST = 24 * 60
_VERB = 20
"""How far a verb that does the whole thing is lifted above an action of the same words."""
_MINUTES = re.compile(r"^([+\-−])?\s*(\d{1,4})\s*(?:min|minuti|minutes|m|['′])?$", re.IGNORECASE)
_HOURS = re.compile(r"^([+\-−])?\s*(\d{1,2})\s*(?:[h:.]|ore|ora)\s*(\d{2})?\s*(?:h|ore|ora)?$", re.IGNORECASE)


class VerbSource:
    """List the verbs of the open mission."""

    def __init__(
        self, actions: Actions, day: Callable[[dt.date], object], seen_as: Mapping[str, Wanted], one_agenda: Wanted
    ) -> None:
        self._actions, self._day, self._seen_as, self._one_agenda = actions, day, seen_as, one_agenda

    def entries(self, ctx: Context) -> list[Entry]:
        """Return the verbs, each leading to what it is about."""
        plan = ctx.mission.plan
        if plan is None:
            return []
        return [
            self._go(ctx, plan),
            _move(ctx, plan),
            _copy(ctx, plan),
            self._see(ctx, plan),
            self._print(ctx, plan),
        ]

    def _go(self, ctx: Context, plan: MissionPlan) -> Entry:
        return Entry(
            key="verb:go_to_day",
            group=Group.ACTIONS,
            title=ctx.t("Go to a day…"),
            icon="calendar-days",
            words=("go to", "jump to", "show", "day", "vai a", "vai al giorno", "mostra", "giorno"),
            boost=_VERB,
            prompt=ctx.t("Which day?"),
            choices=lambda: [replace(one, run=partial(self._day, day)) for day, one in _days(ctx, plan)],
        )

    def _see(self, ctx: Context, plan: MissionPlan) -> Entry:
        def choices() -> list[Entry]:
            wanted = self._seen_as
            return [
                *of_mission.groups(plan, ctx.wording, wanted["group"]),
                *of_mission.people(plan, _delegates(plan), wanted["person"]),
                *of_mission.organisations(plan, ctx.wording, wanted["organisation"]),
                *of_mission.places(plan, wanted["place"]),
            ]

        return Entry(
            key="verb:see_as",
            group=Group.ACTIONS,
            title=ctx.t("See as…"),
            icon="eye",
            keys=keys_of(self._actions["see_as"]),
            words=("see as", "view as", "filter", "look as", "vedi come", "guarda come", "filtra", "mostra come"),
            boost=_VERB,
            prompt=ctx.t("Which person, group, organisation or place?"),
            choices=choices,
        )

    def _print(self, ctx: Context, plan: MissionPlan) -> Entry:
        def choices() -> list[Entry]:
            return list(of_mission.people(plan, _delegates(plan), self._one_agenda))

        return Entry(
            key="verb:print_one",
            group=Group.DOCUMENTS,
            title=ctx.t("Print the personal agenda of…"),
            icon="printer",
            words=(
                "print personal agenda",
                "itinerary",
                "pdf",
                "stampa agenda personale",
                "agenda personale di",
                "itinerario",
            ),
            boost=_VERB,
            prompt=ctx.t("Whose agenda?"),
            choices=choices,
        )


def _delegates(plan: MissionPlan) -> list[r.Person]:
    """Return the people who travel, in the order of the delegation."""
    return [one for each in plan.delegates if (one := plan.person(each.person_id)) is not None]


def _move(ctx: Context, plan: MissionPlan) -> Entry:
    def choice(day: dt.date, one: Entry) -> Entry:
        return replace(
            one, prompt=ctx.t("By how many minutes? +20, -15, +1h"), answers=partial(_moves, ctx, plan, day)
        )

    return Entry(
        key="verb:move_day",
        group=Group.ACTIONS,
        title=ctx.t("Move a whole day…"),
        icon="calendar-clock",
        words=(
            *("move", "move day", "shift", "shift day", "postpone", "delay", "bring forward", "earlier", "later"),
            *("sposta", "sposta giorno", "sposta un giorno", "sposta giornata"),
            *("posticipa", "anticipa", "rimanda", "ritarda"),
        ),
        boost=_VERB,
        prompt=ctx.t("Which day?"),
        choices=lambda: [choice(day, one) for day, one in _days(ctx, plan) if plan.items_on(day)],
    )


def _copy(ctx: Context, plan: MissionPlan) -> Entry:
    def targets(source: dt.date) -> list[Entry]:
        days = ((day, one) for day, one in _days(ctx, plan) if day != source)
        return [replace(one, run=partial(copy_day, ctx, source, day)) for day, one in days]

    def choice(day: dt.date, one: Entry) -> Entry:
        return replace(one, prompt=ctx.t("To which day?"), choices=partial(targets, day))

    return Entry(
        key="verb:copy_day",
        group=Group.ACTIONS,
        title=ctx.t("Copy a whole day…"),
        icon="copy",
        words=("copy day", "duplicate day", "copia giorno", "copia un giorno", "duplica giorno"),
        boost=_VERB,
        prompt=ctx.t("Which day?"),
        choices=lambda: [choice(day, one) for day, one in _days(ctx, plan) if plan.items_on(day)],
    )


def _days(ctx: Context, plan: MissionPlan) -> list[tuple[dt.date, Entry]]:
    """Give the days of a mission, found by weekday and month in both languages, by number and by "day 2"."""
    spoken = [Wording(ctx.t), *(Wording(one) for one in _both())]
    made = []
    for number, day in enumerate(plan.days, 1):
        count = len(plan.items_on(day))
        names = [one.full_day(day) for one in spoken]
        words = (*names, *(one.weekday(day) for one in spoken), day.isoformat(), f"{day.day}/{day.month}")
        entry = Entry(
            key=f"day:{day.isoformat()}",
            group=Group.CHOICES,
            title=names[0],
            hint=ctx.wording.items(count) if count else "",
            icon="calendar",
            words=(*words, f"day {number}", f"giorno {number}"),
        )
        made.append((day, entry))
    return made


def _both() -> list[Translator]:
    return [translator(language) for language in SCREEN_LANGUAGES]


def typed_minutes(text: str) -> int | None:
    """Return the minutes of ``+20``, ``-15``, ``90``, ``+1h``, ``1:30``, ``1h30``; None for anything else."""
    typed = text.strip()
    found = _MINUTES.match(typed)
    if found is not None:
        minutes = int(found[2])
    else:
        found = _HOURS.match(typed)
        if found is None:
            return None
        minutes = int(found[2]) * 60 + int(found[3] or 0)
    sign = -1 if found[1] in ("-", "−") else 1
    return sign * minutes if 0 < minutes <= MOST else None


def _moves(ctx: Context, plan: MissionPlan, day: dt.date, typed: str) -> list[Entry]:
    """Give what moving a day would be, for what is typed or for the usual minutes."""
    minutes = typed_minutes(typed)
    offered = (minutes,) if minutes is not None else () if typed.strip() else OFFERED
    movable = [item for item in plan.items_on(day) if not item.locked]
    locked = len(plan.items_on(day)) - len(movable)
    stays = ctx.t.plural("{count} item is locked and stays", "{count} items are locked and stay", locked)
    made = []
    for one in offered:
        plural, about = ctx.t.plural, {"day": ctx.wording.weekday(day)}
        if one > 0:
            words = plural("{day}: {count} minute later", "{day}: {count} minutes later", one, **about)
        else:
            words = plural("{day}: {count} minute earlier", "{day}: {count} minutes earlier", -one, **about)
        made.append(
            Entry(
                key="verb:move_day",
                group=Group.CHOICES,
                title=words,
                hint=stays if locked else "",
                icon="calendar-clock",
                run=partial(move_day, ctx, day, one),
            )
        )
    return made


def move_day(ctx: Context, day: dt.date, minutes: int) -> None:
    """Move what is not locked of a day by minutes, and say so with the way back."""
    from missionplanner.services.programme import agenda

    plan = ctx.mission.plan
    if plan is None:
        return
    items = [item.id for item in plan.items_on(day)]
    code = plan.mission.code
    if ctx.run_edit(lambda ws: agenda.shift(ws, code, items, minutes=minutes)) is not None:
        t, about = ctx.t, {"day": ctx.wording.weekday(day)}
        if minutes > 0:
            said = t.plural(
                "{day} moved {count} minute later.", "{day} moved {count} minutes later.", minutes, **about
            )
        else:
            count = -minutes
            said = t.plural(
                "{day} moved {count} minute earlier.", "{day} moved {count} minutes earlier.", count, **about
            )
        ctx.told_with_undo(said)


def copy_day(ctx: Context, source: dt.date, target: dt.date) -> None:
    """Copy a day onto another one, and say so with the way back."""
    from missionplanner.services.programme import agenda

    plan = ctx.mission.plan
    if plan is None:
        return
    code = plan.mission.code
    if ctx.run_edit(lambda ws: agenda.copy_day(ws, code, source, target)) is not None:
        days = {"source": ctx.wording.weekday(source), "target": ctx.wording.weekday(target)}
        ctx.told_with_undo(ctx.t("{source} copied to {target}.", **days))
