"""Know when to look back at a mission: a week, half a year, a year and three years after its end (DOMAIN §1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.results.outcomes import words
from missionplanner.domain.texts import Texts


@dataclass(frozen=True, slots=True)
class Milestone:
    """Be a time to look back: how long after the last day, what a deadline and what the follow-up calls it."""

    key: str
    after: relativedelta
    deadline: str
    task: str


MILESTONES = (
    Milestone(
        "thanks",
        relativedelta(weeks=1),
        N_("Thank-you letters, debriefing, expenses"),
        N_("One week on: thank the hosts, settle expenses, see to every next step"),
    ),
    Milestone(
        "six_months",
        relativedelta(months=6),
        N_("Follow-up after six months"),
        N_("Six months on: ask delegates and hosts what has come of their contacts"),
    ),
    Milestone(
        "one_year",
        relativedelta(months=12),
        N_("Follow-up after a year"),
        N_("One year on: note agreements signed, their value and new projects"),
    ),
    Milestone(
        "three_years",
        relativedelta(months=36),
        N_("Follow-up after three years"),
        N_("Three years on: note what lasts, and close the mission’s file"),
    ),
)
Say = Callable[[str], Texts]
"""Returns a message id in the languages a follow-up is written in."""


def milestones(mission: r.Mission) -> Iterator[tuple[Milestone, dt.date]]:
    """Give each time to look back with its day."""
    for one in MILESTONES:
        try:
            yield one, mission.last_day + one.after
        except (OverflowError, ValueError) as error:
            raise Invalid(N_("This day is too far away."), field="due") from error


def lacking(plan: MissionPlan, record: MissionRecord, say: Say) -> tuple[tuple[dt.date, Texts], ...]:
    """Return day and words of the reminders a mission has no follow-up for yet.

    One is there already where a follow-up has its words in any language, whatever its day or state: somebody may
    have put it off, or done it.
    """
    there = {text for one in record.followups for text in words(one.text)}
    found = ((day, say(one.task)) for one, day in milestones(plan.mission))
    return tuple((day, texts) for day, texts in found if there.isdisjoint(words(texts)))
