"""Make the cards of the overview that follow the mission's phase: what is next, and the day under way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from missionplanner.domain.clock import local
from missionplanner.domain.missions.phases import PHASES, Phase
from missionplanner.domain.programme.timing import day_zone, item_times
from missionplanner.domain.results.outcomes import is_over
from missionplanner.domain.vocabulary import ItemStatus
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.today.words import DayWords
from missionplanner.gui.widgets.basics import ActionButton, pill
from missionplanner.gui.widgets.overview_cards import Lines, Want, nothing, titled
from missionplanner.gui.widgets.row_button import RowButton

if TYPE_CHECKING:
    from missionplanner.domain.missions.readiness import Count
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import AgendaItem
    from missionplanner.services.overview import Overview

BEFORE = frozenset({Phase.IDEA, Phase.RECRUITMENT, Phase.PROGRAMME, Phase.READINESS, Phase.PRINT})
"""Phases in which what is ready is looked at, and not yet what came of it."""
_YES_OR_NO = frozenset({"destinations", "partners", "budget", "report"})
"""What is there or not, and not counted."""
_NIGHT = dt.timedelta(days=1)


def next_card(ctx: Context, found: Overview, lead: Callable[[Count], object]) -> QFrame | None:
    """Return what the phase asks for, what lacks something first; None where there is nothing beside readiness."""
    t, stage = ctx.t, found.stage
    before = stage.phase in BEFORE
    ready = {one.key for one in found.readiness} if before else set()
    asks = [one for one in stage.asks if one.key not in ready]
    lacking = [one for one in asks if one.done < one.total]
    if (before and not lacking) or not asks:
        return None
    frame, column, row = titled("next_card", t("What is next"))
    row.addStretch(1)
    row.addWidget(pill(t(PHASES[stage.phase]), "info"))
    if not lacking:
        column.addWidget(nothing(ctx, t("All that this phase asks for is there."), "circle-check", "ok"))
    lines = Lines(ctx, column, "next")
    for one in lacking if before else (*lacking, *(each for each in asks if each not in lacking)):
        lines.add(_ask_line(ctx, found, one, lead))
    lines.finish()
    column.addStretch(1)
    return frame


def _ask_line(ctx: Context, found: Overview, one: Count, lead: Callable[[Count], object]) -> RowButton:
    t, whole = ctx.t, one.done == one.total
    words, fact = t.say(one.what), t("{done} of {total}", done=one.done, total=one.total)
    if one.key == "outcomes" and not whole:
        words, fact = found.waiting.said(t), ""
    elif one.key in _YES_OR_NO:
        fact = t("Done") if whole else t("Still open")
    icon, colour = ("circle-check", "ok") if whole else ("circle-alert", "warn")
    made = RowButton(f"next_{one.key}", words, ctx.theme, icon=icon, colour=colour, fact=fact)
    made.lead_to(partial(lead, one))
    return made


def today_card(ctx: Context, actions: Actions, plan: MissionPlan, now: dt.datetime, want: Want) -> QFrame | None:
    """Return what is still to come today; in the evening the programme of tomorrow. None where neither has any."""
    t, words = ctx.t, DayWords(ctx.t, ctx.wording, plan)
    today, day, coming = ahead(plan, now)
    if not coming:
        return None
    said = ctx.wording.plain_day(day)
    title = t("Today, {day}", day=said) if day == today else t("Tomorrow, {day}", day=said)
    frame, column, row = titled("today_card", title)
    row.addStretch(1)
    if not plan.mission.first_day <= today <= plan.mission.last_day:  # else it is the page's first button
        row.addWidget(ActionButton(actions["today"], ctx.theme, look="flat"))
    lines = Lines(ctx, column, "today")
    for number, one in enumerate(coming):
        start = item_times(plan, one).start
        at = f"{start:%H:%M}  " if start is not None else ""
        place = plan.place(one.place_id)
        where = (place.name or "") if place is not None else one.place_text or ""
        groups = ", ".join(
            each.name.best(t.language, plan.mission.languages) for each in plan.item_groups(one) if each.name
        )
        made = RowButton(f"today_{number}", f"{at}{words.title(one)}", ctx.theme, icon="clock", fact=groups)
        made.setToolTip(where)
        made.lead_to(partial(want, one.id))
        lines.add(made)
    lines.finish()
    column.addStretch(1)
    return frame


def ahead(plan: MissionPlan, now: dt.datetime) -> tuple[dt.date, dt.date, list[AgendaItem]]:
    """Return today, the day one looks ahead to, and what is still to come of it: tomorrow once today is over."""
    today = local(now, day_zone(plan, local(now, plan.mission.zone).date())).date()
    coming = [one for one in _planned(plan, today) if not is_over(item_times(plan, one), now)]
    return (today, today, coming) if coming else (today, today + _NIGHT, _planned(plan, today + _NIGHT))


def _planned(plan: MissionPlan, day: dt.date) -> list[AgendaItem]:
    quiet = (ItemStatus.CANCELLED, ItemStatus.IDEA)
    return [one for one in plan.items_on(day) if one.status not in quiet]


def phase_words(ctx: Context, found: Overview) -> str:
    """Return the phase and until when it lasts; nothing where the countdown says it."""
    t, stage = ctx.t, found.stage
    name = t(PHASES[stage.phase])
    if stage.phase is Phase.UNDER_WAY:  # the days left are said already
        return ""
    if stage.last is None or found.plan.mission.sample:
        return t("Phase: {phase}", phase=name)
    return t("{phase} until {day}", phase=name, day=ctx.wording.days(stage.last, stage.last))
