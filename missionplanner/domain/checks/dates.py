"""Find days and times that cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Ride, Row
from missionplanner.domain.checks.when import facts, instant

_BACKWARDS = N_("“{item}” ends before it starts: from {day}, {time} to {end_day}, {end_time}.")


@rule("negative_duration", severity=Severity.CLASH, title=N_("Ends before it starts"))
def negative_duration(scene: Scene) -> Iterator[Observed]:
    """Yield rows and legs whose end lies before their start in UTC, and a mission of that kind."""
    told: set[object] = set()
    for row in scene.placed:
        if _backwards(row) and row.item.leg_id not in told:
            if row.item.leg_id is not None:
                told.add(row.item.leg_id)
            legs = (row.item.leg_id,) if row.item.leg_id is not None else ()
            yield Observed(
                message=_told(row, scene.title(row.item)),
                items=(row.item.id,),
                legs=legs,
                titles=(("item", row.item.title),),
                facts=facts(row),
                at=instant(row.span.start),
            )
    for ride in scene.rides.values():
        if _backwards(ride) and ride.leg.id not in told:
            message = _told(ride, scene.label(ride))
            yield Observed(message=message, legs=(ride.leg.id,), facts=facts(ride), at=instant(ride.span.start))
    mission = scene.plan.mission
    if mission.last_day < mission.first_day:
        days = {"day": mission.first_day.isoformat(), "end_day": mission.last_day.isoformat()}
        message = Message.of(N_("The mission ends before it begins: from {day} to {end_day}."), days)
        yield Observed(message=message, facts=tuple(days.values()), at=days["day"])


def _backwards(part: Row | Ride) -> bool:
    start, end = part.span.start, part.span.end
    return start is not None and end is not None and end < start


def _told(part: Row | Ride, name: str) -> Message:
    times = part.times
    assert times.date and times.end_date and times.start and times.end
    return Message.of(
        _BACKWARDS,
        {
            "item": name,
            "day": times.date.isoformat(),
            "time": f"{times.start:%H:%M}",
            "end_day": times.end_date.isoformat(),
            "end_time": f"{times.end:%H:%M}",
        },
    )


@rule("outside_mission", severity=Severity.WARNING, title=N_("Outside the days of the mission"))
def outside_mission(scene: Scene) -> Iterator[Observed]:
    """Yield rows before the day people leave or after the day they are back."""
    first, last = scene.plan.mission.first_day, scene.plan.mission.last_day
    if last < first:
        return
    for row in scene.placed:
        day = row.times.date
        if day is None or first <= day <= last:
            continue
        arguments = {"item": scene.title(row.item), "day": day.isoformat()}
        if day < first:
            text = N_("“{item}” on {day} is before the mission, which begins on {first_day}.")
            message = Message.of(text, {**arguments, "first_day": first.isoformat()})
        else:
            text = N_("“{item}” on {day} is after the mission, which ends on {last_day}.")
            message = Message.of(text, {**arguments, "last_day": last.isoformat()})
        yield Observed(
            message=message,
            items=(row.item.id,),
            titles=(("item", row.item.title),),
            facts=(day.isoformat(), first.isoformat(), last.isoformat()),
            at=instant(row.span.start, day),
        )
