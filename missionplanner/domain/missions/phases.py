"""Tell which phase a mission is in on a day, and what that phase asks for next (DOMAIN §1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.clock import utc
from missionplanner.domain.missions import readiness
from missionplanner.domain.missions.readiness import Count
from missionplanner.domain.partners.partnering import by_silence
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.programme.timing import day_zone, item_times
from missionplanner.domain.results.attendance import signed_items
from missionplanner.domain.results.outcomes import is_over, waiting
from missionplanner.domain.vocabulary import (
    DelegateStatus,
    FeeState,
    FollowUpState,
    MissionStatus,
    PartnerState,
)


class Phase(StrEnum):
    """Be where a mission is between its idea and the last thing that follows it."""

    IDEA = "idea"
    RECRUITMENT = "recruitment"
    PROGRAMME = "programme"
    READINESS = "readiness"
    PRINT = "print"
    UNDER_WAY = "under_way"
    CLOSING = "closing"
    FOLLOW_UP = "follow_up"
    OVER = "over"
    STOPPED = "stopped"
    """Cancelled, or postponed until somebody names new days."""


PHASES: dict[Phase, str] = {
    Phase.IDEA: N_("Idea"),
    Phase.RECRUITMENT: N_("Recruitment"),
    Phase.PROGRAMME: N_("Programme"),
    Phase.READINESS: N_("Readiness"),
    Phase.PRINT: N_("Freeze and print"),
    Phase.UNDER_WAY: N_("Under way"),
    Phase.CLOSING: N_("Closing"),
    Phase.FOLLOW_UP: N_("Follow-up"),
    Phase.OVER: N_("Over"),
    Phase.STOPPED: N_("Stopped"),
}
_BEFORE: tuple[tuple[Phase, relativedelta], ...] = (
    (Phase.PRINT, relativedelta(days=10)),
    (Phase.READINESS, relativedelta(weeks=8)),
    (Phase.PROGRAMME, relativedelta(months=4)),
    (Phase.RECRUITMENT, relativedelta(months=6)),
)
"""From how long before departure each phase runs, the latest first."""
_AFTER = ((Phase.CLOSING, relativedelta(weeks=4)), (Phase.FOLLOW_UP, relativedelta(months=36)))
"""Until how long after the last day each phase runs."""
_SAID = {
    MissionStatus.UNDER_WAY: Phase.UNDER_WAY,
    MissionStatus.CLOSING: Phase.CLOSING,
    MissionStatus.FOLLOW_UP: Phase.FOLLOW_UP,
    MissionStatus.ARCHIVED: Phase.OVER,
    MissionStatus.CANCELLED: Phase.STOPPED,
    MissionStatus.POSTPONED: Phase.STOPPED,
}
"""What a status that somebody set says, where the day does not say more."""
_ORDER = tuple(Phase)
FOCUS: Mapping[Phase, tuple[str, ...]] = {
    Phase.IDEA: ("overview", "partners", "budget"),
    Phase.RECRUITMENT: ("delegation", "partners", "budget"),
    Phase.PROGRAMME: ("agenda", "partners", "matchmaking"),
    Phase.READINESS: ("delegation", "logistics", "agenda"),
    Phase.PRINT: ("documents", "agenda", "delegation"),
    Phase.UNDER_WAY: ("today", "agenda", "report"),
    Phase.CLOSING: ("report", "budget", "documents"),
    Phase.FOLLOW_UP: ("report", "partners", "overview"),
    Phase.OVER: ("report", "overview"),
    Phase.STOPPED: ("overview", "partners", "budget"),
}
"""The pages a phase is worked on with, the first one first."""
_ASKS: Mapping[Phase, tuple[str, ...]] = {
    Phase.IDEA: ("destinations", "objectives", "partners", "budget"),
    Phase.RECRUITMENT: ("applications", "delegates", "partners", "fees"),
    Phase.PROGRAMME: ("silent", "places", "items", "hosts", "leaders"),
    Phase.READINESS: ("delegates", "documents", "items", "hosts", "leaders"),
    Phase.PRINT: ("items", "places", "delegates", "leaders"),
    Phase.UNDER_WAY: ("attendance", "outcomes"),
    Phase.CLOSING: ("attendance", "outcomes", "next_steps", "follow_ups", "photos", "receipts", "report"),
    Phase.FOLLOW_UP: ("follow_ups", "outcomes", "results", "report"),
    Phase.OVER: ("report",),
}
"""What a phase asks for, the first thing first; keys of counts."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Be the phase of a mission on a day, its first and last day where it has them, and what it asks for.

    ``asks`` are counts of what is there, in the order to go through them; ``next`` is the first that lacks
    something.
    """

    phase: Phase
    first: dt.date | None
    last: dt.date | None
    asks: tuple[Count, ...]

    @property
    def next(self) -> Count | None:
        return next((one for one in self.asks if one.done < one.total), None)


def phase_of(mission: r.Mission, today: dt.date) -> Phase:
    """Return the phase of a mission: what its days say, and further on where its status says so."""
    said = _SAID.get(mission.status) if mission.status is not None else None
    by_day = _by_day(mission, today)
    if said is None or said in (Phase.STOPPED, Phase.OVER):
        return said or by_day
    return max(said, by_day, key=_ORDER.index)


def _by_day(mission: r.Mission, today: dt.date) -> Phase:
    if today < mission.first_day:
        started = (phase for phase, before in _BEFORE if today >= mission.first_day - before)
        return next(started, Phase.IDEA)
    if today <= mission.last_day:
        return Phase.UNDER_WAY
    return next((phase for phase, after in _AFTER if today <= mission.last_day + after), Phase.OVER)


def stage(plan: MissionPlan, record: MissionRecord, today: dt.date, now: dt.datetime | None = None) -> Stage:
    """Return the phase of a mission on a day and what it asks for next.

    What is over is told by ``now``, a moment of that day with a zone; by the end of the day where none is named.
    """
    phase = phase_of(plan.mission, today)
    first, last = _days(plan.mission, phase)
    moment = _moment(plan, today, now)
    known = {one.key: one for one in (*readiness.counts(plan), *_counts(plan, record, today, moment))}
    return Stage(phase, first, last, tuple(known[key] for key in _ASKS.get(phase, ()) if key in known))


def _days(mission: r.Mission, phase: Phase) -> tuple[dt.date | None, dt.date | None]:
    departs, returns, day = mission.first_day, mission.last_day, dt.timedelta(days=1)
    starts = {one: departs - before for one, before in _BEFORE}
    if phase is Phase.IDEA:
        return None, starts[Phase.RECRUITMENT] - day
    if phase in starts:
        following = _ORDER[_ORDER.index(phase) + 1]
        return starts[phase], starts.get(following, departs) - day
    ends = {one: returns + after for one, after in _AFTER}
    return {
        Phase.UNDER_WAY: (departs, returns),
        Phase.CLOSING: (returns + day, ends[Phase.CLOSING]),
        Phase.FOLLOW_UP: (ends[Phase.CLOSING] + day, ends[Phase.FOLLOW_UP]),
        Phase.OVER: (ends[Phase.FOLLOW_UP] + day, None),
    }.get(phase, (None, None))


# -- what there is ---------------------------------------------------------------------------------------


def _moment(plan: MissionPlan, today: dt.date, now: dt.datetime | None) -> dt.datetime:
    midnight = utc(today, dt.time(23, 59), day_zone(plan, today))
    return midnight if now is None else min(now, midnight)


def _counts(plan: MissionPlan, record: MissionRecord, today: dt.date, moment: dt.datetime) -> Iterator[Count]:
    """Give what phases count besides readiness; what a mission has none of is left out, but for what it needs."""
    yield from _of_frame(plan, record)
    yield from _of_people(plan)
    yield from _of_partners(plan, today)
    yield from _of_days(plan, record, moment)
    yield from _of_follow_ups(plan, record, today)
    given_out = any(one.kind in _REPORTS for one in plan.issued)
    yield from _count("report", N_("Report given out"), int(given_out), 1)


def _count(key: str, text: str, done: int, total: int) -> Iterator[Count]:
    if total:
        yield Count(key, Message.of(text, {}), done, total)


def _of_frame(plan: MissionPlan, record: MissionRecord) -> Iterator[Count]:
    yield from _count("destinations", N_("Where it goes"), min(1, len(plan.destinations)), 1)
    with_target = sum(one.target is not None for one in plan.objectives)
    yield from _count("objectives", N_("Objectives with a target"), with_target, max(1, len(plan.objectives)))
    yield from _count("partners", N_("Partners found"), min(1, len(plan.partners)), 1)
    yield from _count("budget", N_("A budget"), min(1, len(record.budget)), 1)


def _of_people(plan: MissionPlan) -> Iterator[Count]:
    asked = [one for one in plan.delegates if one.status in (DelegateStatus.INVITED, DelegateStatus.APPLIED)]
    total = len(plan.delegates)
    yield from _count("applications", N_("Invitations and applications settled"), total - len(asked), total)
    due = [one for one in plan.travellers if one.fee_state not in (None, FeeState.WAIVED)]
    paid = [one for one in due if one.fee_state is FeeState.PAID]
    yield from _count("fees", N_("Fees paid"), len(paid), len(due))


def _of_partners(plan: MissionPlan, today: dt.date) -> Iterator[Count]:
    asked = [
        one for one in plan.partners if one.state not in (None, PartnerState.TO_CONTACT, PartnerState.DECLINED)
    ]
    silent = {one.id for one, _ in by_silence(plan, today)}
    yield from _count("silent", N_("Partners who have answered"), len(asked) - len(silent), len(asked))


_REPORTS = frozenset({"report", "funder_report"})


def _of_days(plan: MissionPlan, record: MissionRecord, moment: dt.datetime) -> Iterator[Count]:
    """Give attendance and outcomes of what is over at a moment."""
    over = [one for one in signed_items(plan) if is_over(item_times(plan, one), moment)]
    ticked = [one for one in over if record.attendance_at(one)]
    yield from _count("attendance", N_("Items with their attendance"), len(ticked), len(over))
    told = waiting(plan, record, moment)
    yield from _count(
        "outcomes", N_("Visits and meetings with an outcome"), told.over - len(told.missing), told.over
    )


def _of_follow_ups(plan: MissionPlan, record: MissionRecord, today: dt.date) -> Iterator[Count]:
    settled = (FollowUpState.DONE, FollowUpState.DROPPED)
    due = [one for one in record.followups if one.due is not None and one.due <= today]
    done = [one for one in due if one.state in settled]
    yield from _count("follow_ups", N_("Next steps that are due, done"), len(done), len(due))
    owned = [one for one in record.followups if one.owner_id is not None or one.state in settled]
    yield from _count(
        "next_steps", N_("Next steps with somebody who sees to them"), len(owned), len(record.followups)
    )
    cleared = [one for one in record.photos if one.cleared is not None]
    yield from _count("photos", N_("Photos asked leave for"), len(cleared), len(record.photos))
    paid = [one for one in record.expenses if one.receipt or one.per_diem]
    yield from _count("receipts", N_("Expenses with a receipt"), len(paid), len(record.expenses))
    measured = [one for one in plan.objectives if one.result is not None]
    yield from _count("results", N_("Objectives with a result"), len(measured), len(plan.objectives))
