"""Shape what comes of a mission."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape


class Attendance(Shape, kw_only=True):
    item: k.Item
    person: k.Person
    state: v.AttendanceState | None = None
    arrived: k.Time | None = None
    left: k.Time | None = None
    substitute: k.Person | None = None
    note: k.Long | None = None


class Outcome(Shape, kw_only=True):
    id: k.Id | None = None
    item: k.Item | None = None
    meeting: k.Meeting | None = None
    held: bool | None = None
    why_not: k.Long | None = None
    satisfaction: k.Score | None = None
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


class Photo(Shape, kw_only=True):
    """Be a picture; ``cleared`` tells that those shown agreed."""

    id: k.Id | None = None
    medium: k.Line | None = None
    caption: k.Text | None = None
    credit: k.Line | None = None
    taken_at: k.Moment | None = None
    item: k.Item | None = None
    cleared: bool | None = None


class Answer(Shape, kw_only=True):
    person: k.Person | None = None
    organisation: k.Organisation | None = None
    item: k.Item | None = None
    value: k.Long | None = None


class Question(Shape, kw_only=True):
    """Be a question of the survey with its answers; a score is from 1 to 5."""

    id: k.Id | None = None
    text: k.Text | None = None
    kind: v.QuestionKind | None = None
    answers: list[Answer] | None = None


class FieldNote(Shape, kw_only=True):
    """Be something jotted down under way."""

    id: k.Id | None = None
    at: k.Moment | None = None
    text: k.Long | None = None
    item: k.Item | None = None
    person: k.Person | None = None
    organisation: k.Organisation | None = None


class ContactMade(Shape, kw_only=True):
    """Say that somebody was met, by whom of the delegation."""

    id: k.Id | None = None
    person: k.Person
    by: k.Person | None = None
    item: k.Item | None = None
    date: Day | None = None
    interest: v.Interest | None = None
    note: k.Long | None = None
