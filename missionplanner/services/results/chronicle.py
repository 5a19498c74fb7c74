"""Read a mission with what came of it, and what a list calls the people, organisations and items it refers to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.services.costs import money
from missionplanner.services.rows import Linked
from missionplanner.services.workspace import Edit, Workspace


@dataclass(frozen=True)
class Chronicle:
    """Be a mission and what came of it."""

    plan: MissionPlan
    record: MissionRecord

    def person(self, identity: UUID | None) -> Linked | None:
        """Return somebody as a cell refers to them."""
        return Linked(identity, self.plan.label(identity)) if identity is not None else None

    def organisation(self, identity: UUID | None) -> Linked | None:
        """Return an organisation as a cell refers to it."""
        return Linked(identity, self.name(identity)) if identity is not None else None

    def item(self, identity: UUID | None, language: str = "") -> Linked | None:
        """Return an item as a cell refers to it."""
        one = self.plan.item(identity)
        return Linked(one.id, one.title.best(language, self.plan.mission.languages)) if one is not None else None

    def name(self, identity: UUID | None) -> str:
        """Return the name of an organisation, "" where it is not known."""
        one = self.plan.organisation(identity)
        return (one.name or one.short or one.native_name or "") if one is not None else ""

    def sender(self, person_id: UUID | None, delegate_id: UUID | None = None) -> Linked | None:
        """Return the organisation somebody works for, else the one whose place it is."""
        person = self.plan.person(person_id)
        own = person.organisation_id if person is not None else None
        place = self._places.get(delegate_id) if delegate_id is not None else None
        return self.organisation(own or place)

    @cached_property
    def _places(self) -> dict[UUID, UUID | None]:
        return {one.id: one.place_of_id for one in self.plan.delegates}


def read(ws: Workspace, mission_id: UUID) -> Chronicle:
    """Read a mission with what came of it. Raises NotFound."""
    with ws.reading() as connection:
        mission = money.mission(connection, mission_id)
        return Chronicle(reading.plan(connection, mission), reading.mission_record(connection, mission))


def within(edit: Edit, mission_id: UUID) -> Chronicle:
    """Read a mission with what came of it as an edit sees it. Raises NotFound."""
    mission = edit.get(r.Mission, mission_id)
    return Chronicle(edit.plan(mission_id), reading.mission_record(edit.connection, mission))


def require_own(edit: Edit, mission_id: UUID, item_id: UUID | None, field: str) -> None:
    """Raise Invalid with the field where an item is of another mission, or gone."""
    item = edit.find(r.AgendaItem, item_id)
    if item_id is not None and (item is None or item.mission_id != mission_id):
        raise Invalid(N_("This is of another mission."), field=field)
