"""Shape what delegates must have in order, and who was announced where."""

from __future__ import annotations

from missionplanner.domain import vocabulary as v
from missionplanner.exchange.mission_file import kinds as k
from missionplanner.exchange.mission_file.shapes._shape import Day, Shape


class State(Shape, kw_only=True):
    """Say how far one delegate is with a requirement."""

    delegate: k.Delegate
    state: v.ReadyState | None = None
    date: Day | None = None
    note: k.Long | None = None


class Requirement(Shape, kw_only=True):
    id: k.Id | None = None
    kind: v.RequirementKind | None = None
    name: k.Title | None = None
    basis: v.DueBasis | None = None
    item: k.Item | None = None
    place: k.Place | None = None
    group: k.Group | None = None
    before_days: k.Count | None = None
    before_months: k.Count | None = None
    due: Day | None = None
    states: list[State] | None = None


class Access(Shape, kw_only=True):
    """Say whether one delegate was announced at a place."""

    place: k.Place
    delegate: k.Delegate
    state: v.AccessState | None = None
    sent_on: Day | None = None
    sent_to: k.Line | None = None
    note: k.Long | None = None
