"""Tell how things stand with partners: what was said last, who is silent, who is to be asked again (DOMAIN §4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import Channel, ItemStatus, PartnerState

_BEFORE_CONTACT = frozenset({None, PartnerState.TO_CONTACT})
_BEFORE_ANSWER = _BEFORE_CONTACT | {PartnerState.CONTACTED}


SETTLED = frozenset({PartnerState.CONFIRMED, PartnerState.DECLINED})
"""States in which nobody waits for an answer any more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Be how things stand with a partner.

    ``said_on`` and ``channel`` are of what was said last, by either side. ``silent`` is the days since the last
    request of a partner who has not answered it, None for all others. ``next_day`` is when to ask again as the
    log says, ``chase`` the same while an answer is still awaited.
    """

    said_on: dt.date | None = None
    channel: Channel | None = None
    asked_on: dt.date | None = None
    silent: int | None = None
    next_day: dt.date | None = None
    chase: dt.date | None = None


def standing(state: PartnerState | None, log: Iterable[r.PartnerRequest], today: dt.date) -> Standing:
    """Return how things stand with a partner of this state and request log."""
    lines = newest_first(log)
    if not lines:
        return Standing()
    asked = max((one.date for one in lines if one.date is not None), default=None)
    answered = max((one.answered_on for one in lines if one.answered_on is not None), default=None)
    said = max((day for day in (asked, answered) if day is not None), default=None)
    channel = next(
        (one.channel for one in lines if said is not None and said in (one.date, one.answered_on)), None
    )
    silent = silent_days(state, lines, today)
    return Standing(said, channel, asked, silent, lines[0].next_day, chase_day(state, lines))


def chase_day(state: PartnerState | None, log: Iterable[r.PartnerRequest]) -> dt.date | None:
    """Return when to ask a partner again: the newest line says so, earlier days were for earlier requests.

    Who confirmed or declined is asked no more.
    """
    lines = newest_first(log)
    return lines[0].next_day if lines and state not in SETTLED else None


def silent_days(state: PartnerState | None, log: Iterable[r.PartnerRequest], today: dt.date) -> int | None:
    """Return how many days a contacted partner has left the last request unanswered; None for all others."""
    if state is not PartnerState.CONTACTED:
        return None
    asked = [one for one in log if one.date is not None]
    last = max((one.date for one in asked if one.date is not None), default=None)
    if last is None or any(_answers(one, last) for one in asked):
        return None
    return max(0, (today - last).days)


def _answers(one: r.PartnerRequest, last: dt.date) -> bool:
    """Tell whether a line holds the answer to what was asked on the last day."""
    if one.answered_on is not None:
        return one.answered_on >= last
    return bool(one.answer) and one.date == last


def newest_first(log: Iterable[r.PartnerRequest]) -> tuple[r.PartnerRequest, ...]:
    """Return the lines of a request log, the latest day first; those without a day, not asked yet, before all."""
    return tuple(sorted(log, key=lambda one: (one.date or dt.date.max, one.position, one.id.int), reverse=True))


def moved_along(state: PartnerState | None, asked: bool, answered: bool) -> PartnerState | None:
    """Return the state of a partner once something was asked or answered; it never goes back by itself."""
    if answered and state in _BEFORE_ANSWER:
        return PartnerState.ANSWERED
    if asked and state in _BEFORE_CONTACT:
        return PartnerState.CONTACTED
    return state


def hosted_by(plan: MissionPlan, partner: r.Partner) -> tuple[r.AgendaItem, ...]:
    """Return the items a partner's organisation hosts, in the order of the programme."""
    hosts = plan.of("item_hosts", "organisation_id", partner.organisation_id)
    wanted = {one.item_id for one in hosts}
    return tuple(one for one in plan.items if one.id in wanted) if wanted else ()


def hosts_without_partner(plan: MissionPlan) -> tuple[r.Organisation, ...]:
    """Return who hosts an item and is no partner yet, by name; no organisers, no cancelled items."""
    known = {one.organisation_id for one in plan.partners} | {one.organisation_id for one in plan.organisers}
    hosts = {
        one.organisation_id
        for one in plan.item_hosts
        if (item := plan.item(one.item_id)) is not None and item.status is not ItemStatus.CANCELLED
    }
    found = [one for key in hosts - known if (one := plan.organisation(key)) is not None]
    return tuple(sorted(found, key=lambda one: ((one.name or one.short or "").casefold(), one.id.int)))


def by_silence(plan: MissionPlan, today: dt.date) -> Sequence[tuple[r.Partner, int]]:
    """Return the partners who have not answered, with the days of their silence, the longest first."""
    found = []
    for one in plan.partners:
        days = silent_days(one.state, plan.of("partner_requests", "partner_id", one.id), today)
        if days is not None:
            found.append((one, days))
    return sorted(found, key=lambda pair: (-pair[1], str(pair[0].id)))
