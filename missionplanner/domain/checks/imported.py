"""Say what is odd about a text that is read in, in the words of the checks: nothing of it is stored yet."""

from __future__ import annotations

import datetime as dt

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Finding, Severity
from missionplanner.domain.texts import Texts

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
"""Names of the days of the week, from ISO weekday 1 on."""
_OTHER_DAY = N_("“{item}” on {day}: the text says {weekday}.")


def weekday_mismatch(title: Texts, day: dt.date, told: int) -> Finding | None:
    """Return the warning that a text names another weekday than a day is, None where it is right.

    ``told`` is the ISO weekday the text names, 1 to 7. For previews of what is read in: paper and screens
    always reckon the weekday themselves (DOMAIN §2), so that no rule looks for it in what is stored.
    """
    if told == day.isoweekday():
        return None
    arguments = {"item": title.best(""), "day": day.isoformat(), "weekday": Message(WEEKDAYS[told - 1])}
    return Finding(
        rule="weekday_mismatch",
        severity=Severity.WARNING,
        message=Message.of(_OTHER_DAY, arguments),
        titles=(("item", title),),
        subject=day.isoformat(),
        at=day.isoformat(),
    )
