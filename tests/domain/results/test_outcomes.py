"""Of what an outcome is waited for: what was fixed and is over, in its own time zone."""

from __future__ import annotations

import datetime as dt

from missionplanner.base.i18n import translator
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionRecord
from missionplanner.domain.results.outcomes import waiting
from missionplanner.domain.vocabulary import ItemKind
from tests import factories as f

VISIT = ItemKind.SITE_VISIT


def test_what_was_never_fixed_is_not_waited_for_and_what_has_no_time_lasts_all_day() -> None:
    plan = f.plan(
        f.item("09:00", "10:00", "held", kind=VISIT),
        f.item("09:00", "10:00", "asked", kind=VISIT, status="tentative"),
        f.item(None, None, "some time", kind=VISIT),
        f.item("09:00", "10:00", "walk", kind=ItemKind.CULTURAL),
    )
    # Ten in Madrid is eight in UTC; the day of what has no time ends at ten in the evening in UTC.
    evening = dt.datetime(2025, 5, 5, 21, 59, tzinfo=dt.UTC)
    assert waiting(plan, MissionRecord(), dt.datetime(2025, 5, 5, 7, 59, tzinfo=dt.UTC)).over == 0
    assert waiting(plan, MissionRecord(), evening).missing == (f.uid("item:held"),)
    night = waiting(plan, MissionRecord(), evening + dt.timedelta(minutes=1))
    assert night.missing == (f.uid("item:held"), f.uid("item:some time"))
    told = r.Outcome(mission_id=f.MISSION, item_id=f.uid("item:asked"), held=True)
    after = waiting(plan, MissionRecord(outcomes=(told,)), evening)
    assert (after.over, after.held, len(after.missing)) == (2, 1, 1)
    assert after.said(translator("en")) == "2 visits and meetings are over, 1 has no outcome yet."
