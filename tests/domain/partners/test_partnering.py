"""Silence, chases and states of partners follow from their log."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.partners.partnering import (
    hosts_without_partner,
    moved_along,
    silent_days,
    standing,
)
from missionplanner.domain.vocabulary import Channel, ItemStatus, PartnerState
from tests.factories import MISSION, item, organisation, plan, uid

TODAY = dt.date(2025, 4, 1)
CONTACTED = PartnerState.CONTACTED


def line(ago: int | None, **fields: object) -> r.PartnerRequest:
    day = TODAY - dt.timedelta(days=ago) if ago is not None else None
    return r.PartnerRequest(mission_id=MISSION, partner_id=uid("partner"), date=day, **fields)  # type: ignore[arg-type]


def test_silence_counts_from_the_last_request_and_ends_with_its_answer() -> None:
    assert silent_days(CONTACTED, [line(20), line(12)], TODAY) == 12
    assert silent_days(CONTACTED, [line(20), line(12, answered_on=TODAY)], TODAY) is None
    assert silent_days(CONTACTED, [line(20, answered_on=TODAY - dt.timedelta(days=15)), line(12)], TODAY) == 12
    assert silent_days(CONTACTED, [line(12, answer="Gladly")], TODAY) is None
    assert silent_days(PartnerState.ANSWERED, [line(12)], TODAY) is None
    assert silent_days(CONTACTED, [line(None, next_day=TODAY)], TODAY) is None


def test_the_newest_line_says_when_to_ask_again_until_the_partner_is_settled() -> None:
    log = [
        line(20, next_day=TODAY - dt.timedelta(days=9), channel=Channel.EMAIL),
        line(8, next_day=TODAY, channel=Channel.PHONE),
    ]
    now = standing(CONTACTED, log, TODAY)
    assert (now.chase, now.channel, now.silent) == (TODAY, Channel.PHONE, 8)
    assert now.said_on == TODAY - dt.timedelta(days=8)
    settled = standing(PartnerState.CONFIRMED, log, TODAY)
    assert (settled.chase, settled.next_day) == (None, TODAY)


@pytest.mark.parametrize(
    ("state", "asked", "answered", "after"),
    [
        (None, True, False, CONTACTED),
        (PartnerState.TO_CONTACT, True, True, PartnerState.ANSWERED),
        (CONTACTED, True, False, CONTACTED),
        (PartnerState.CONFIRMED, True, True, PartnerState.CONFIRMED),
        (PartnerState.DECLINED, True, True, PartnerState.DECLINED),
        (None, False, False, None),
    ],
)
def test_a_state_moves_along_and_never_back(
    state: PartnerState | None, asked: bool, answered: bool, after: PartnerState | None
) -> None:
    assert moved_along(state, asked, answered) is after


def test_hosts_without_a_partner_are_those_of_the_programme() -> None:
    visit, off = item(title="visit"), item(title="off", status=ItemStatus.CANCELLED)
    names = ("BAIC", "AIC", "Us", "Off")
    hosts = [
        r.ItemHost(mission_id=MISSION, item_id=(off if name == "Off" else visit).id,
                   organisation_id=uid(f"organisation:{name}"))
        for name in names
    ]  # fmt: skip
    ours = r.Organiser(mission_id=MISSION, organisation_id=uid("organisation:Us"))
    some = [organisation(name) for name in names]
    assert [one.name for one in hosts_without_partner(plan(visit, off, *hosts, *some, ours))] == ["AIC", "BAIC"]
