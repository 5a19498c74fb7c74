"""Shape what comes of a mission."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape


class Attendance(Shape, kw_only=True):
    item: k.Item
    person: k.Person
    state: v.AttendanceState | None = None


class Outcome(Shape, kw_only=True):
    id: k.Id | None = None
    item: k.Item | None = None
    meeting: k.Meeting | None = None
    held: bool | None = None
    interest: v.Interest | None = None
    summary: k.Text | None = None
    next_step: k.Text | None = None


class About(Shape, kw_only=True):
    organisation: k.Organisation | None = None
    person: k.Person | None = None
    item: k.Item | None = None


class FollowUp(Shape, kw_only=True):
    id: k.Id | None = None
    text: k.Text | None = None
    owner: k.Person | None = None
    due: Day | None = None
    state: v.FollowUpState | None = None
    about: About | None = None


class Agreement(Shape, kw_only=True):
    id: k.Id | None = None
    kind: v.AgreementKind | None = None
    parties: list[k.Organisation] | None = None
    date: Day | None = None
    text: k.Text | None = None
    value: k.Money | None = None
    currency: k.Currency | None = None
