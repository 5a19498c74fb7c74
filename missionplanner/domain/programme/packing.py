"""Pack items of a programme as text with relative days, for clipboard and templates, and read them back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import clock
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.row_copy import copy_of
from missionplanner.domain.text import MAX_LINE, MAX_TEXT, clean
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus, PartOfDay

FORMAT = "missionplanner/items"
VERSION = 1
MOST_ITEMS = 500
LONGEST = 2_000_000
"""Characters of a text that is looked at at all."""
FARTHEST = 400
"""Days between the first item and another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPitch:
    minutes: int | None = None
    organisation: UUID | None = None
    person: UUID | None = None
    topic: Texts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedItem:
    """Be one item without its mission: ``day`` counts from the first packed day, None is the shelf.

    ``groups`` are ids with names, so that another mission's group of that name can stand in; None is everyone
    but those of ``excepted``.
    """

    kind: ItemKind
    title: Texts
    day: int | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    end_day: int | None = None
    part_of_day: PartOfDay | None = None
    status: ItemStatus | None = None
    zone: str | None = None
    end_zone: str | None = None
    place: UUID | None = None
    place_text: str | None = None
    city: str | None = None
    country: str | None = None
    language: str | None = None
    dress_code: str | None = None
    text: Texts | None = None
    team_notes: str | None = None
    talking_points: str | None = None
    plan_b: str | None = None
    background: Texts | None = None
    questions: Texts | None = None
    groups: tuple[tuple[UUID, str], ...] | None = None
    named: tuple[UUID, ...] = ()
    excepted: tuple[UUID, ...] = ()
    hosts: tuple[UUID, ...] = ()
    roles: tuple[tuple[UUID, ItemRole | None], ...] = ()
    objectives: tuple[UUID, ...] = ()
    pitches: tuple[PackedPitch, ...] = ()

    @property
    def shared_ids(self) -> frozenset[UUID]:
        """Return the ids of the organisations, people and places an item names."""
        firms = (one for pitch in self.pitches for one in (pitch.organisation, pitch.person))
        people = (*self.named, *self.excepted, *(one for one, _ in self.roles))
        return frozenset(one for one in (self.place, *self.hosts, *people, *firms) if one is not None)


def packed(plan: MissionPlan, item_ids: Iterable[UUID], *, with_people: bool = True) -> tuple[PackedItem, ...]:
    """Pack items in the order of the programme; ids that are gone are left out.

    A row of a leg keeps the leg's times and zones and stands for itself. Named people, roles and pitchers come
    along only ``with_people``.
    """
    chosen = set(item_ids)
    rows = [row for row in plan.items if row.id in chosen]
    first = min((row.date for row in rows if row.date is not None), default=None)
    return tuple(_packed(plan, row, first, with_people) for row in rows)


def _packed(plan: MissionPlan, row: r.AgendaItem, first: dt.date | None, with_people: bool) -> PackedItem:
    free = copy_of(plan, row, row.date)
    people = plan.of("audience_people", "item_id", row.id) if with_people else ()
    groups = tuple((one.id, one.name.best("") if one.name else "") for one in plan.item_groups(row))
    named = tuple(one.person_id for one in people if not one.excepted)
    limited = row.audience_limited and bool(groups or named)
    return PackedItem(
        kind=row.kind,
        title=row.title,
        day=(row.date - first).days if row.date and first else None,
        start=free.start,
        end=free.end,
        end_day=(free.end_date - first).days if free.end_date and first else None,
        part_of_day=row.part_of_day,
        status=row.status,
        zone=free.zone,
        end_zone=free.end_zone,
        place=row.place_id,
        place_text=row.place_text,
        city=row.city,
        country=row.country,
        language=row.language,
        dress_code=row.dress_code,
        text=row.text,
        team_notes=row.team_notes,
        talking_points=row.talking_points,
        plan_b=row.plan_b,
        background=row.background or None,
        questions=row.questions or None,
        groups=groups if limited else None,
        named=named,
        excepted=tuple(one.person_id for one in people if one.excepted),
        hosts=tuple(one.organisation_id for one in plan.of("item_hosts", "item_id", row.id)),
        roles=tuple((one.person_id, one.role) for one in plan.item_roles(row)) if with_people else (),
        objectives=tuple(one.objective_id for one in plan.of("item_objectives", "item_id", row.id)),
        pitches=tuple(
            PackedPitch(
                minutes=one.minutes,
                organisation=one.organisation_id,
                person=one.person_id if with_people else None,
                topic=one.topic,
            )
            for one in plan.item_pitches(row)
        ),
    )


def as_text(items: Iterable[PackedItem]) -> str:
    """Return packed items as JSON; what is unknown is left out."""
    entries = [_written(one) for one in items]
    return json.dumps({"format": FORMAT, "version": VERSION, "items": entries}, ensure_ascii=False)


def _written(one: PackedItem | PackedPitch) -> dict[str, Any]:
    values = {name: _plain(getattr(one, name)) for name in one.__slots__}
    return {name: value for name, value in values.items() if value is not None and value != [] or name == "groups"}


def _plain(value: Any) -> Any:
    if isinstance(value, PackedPitch):
        return _written(value)
    if isinstance(value, Texts):
        return dict(value.entries)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return str(value) if isinstance(value, UUID) else value


def read(text: str) -> tuple[PackedItem, ...]:
    """Read packed items from a text of anybody's. Raises Invalid where it is none, or breaks the rules."""
    try:
        if len(text) > LONGEST:
            raise ValueError
        file = json.loads(text)
        if file["format"] != FORMAT or file["version"] != VERSION or len(file["items"]) > MOST_ITEMS:
            raise ValueError
        return tuple(PackedItem(**_read(entry, _ITEM)) for entry in file["items"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Invalid(N_("This text holds no items of Mission Planner."), field="text") from error


def is_packed(text: str) -> bool:
    """Tell cheaply whether a text looks like packed items."""
    return text.lstrip().startswith("{") and f'"{FORMAT}"' in text[:200]


def _read(entry: Mapping[str, Any], shape: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    if not isinstance(entry, dict) or not entry.keys() <= shape.keys():
        raise ValueError
    return {name: shape[name](value) for name, value in entry.items() if value is not None}


def _line(value: Any) -> str:
    return clean(_str(value), MAX_LINE)


def _long(value: Any) -> str:
    return clean(_str(value), MAX_TEXT)


def _str(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: Any) -> Texts:
    texts = Texts(tuple((_line(code), _long(text)) for code, text in value.items()))
    if not texts:
        raise ValueError
    return texts


def _day(value: Any) -> int:
    if type(value) is not int or abs(value) > FARTHEST:
        raise ValueError
    return value


def _minutes(value: Any) -> int:
    if type(value) is not int or not 0 < value <= 24 * 60:
        raise ValueError
    return value


def _zone(value: Any) -> str:
    clock.zone(_str(value))
    return _str(value)


def _ids(value: Any) -> tuple[UUID, ...]:
    return tuple(UUID(one) for one in value)


_PITCH: dict[str, Callable[[Any], Any]] = {
    "minutes": _minutes,
    "organisation": UUID,
    "person": UUID,
    "topic": _texts,
}
_ITEM: dict[str, Callable[[Any], Any]] = {
    "kind": ItemKind,
    "title": _texts,
    "day": _day,
    "start": lambda value: dt.time.fromisoformat(value).replace(tzinfo=None),
    "end": lambda value: dt.time.fromisoformat(value).replace(tzinfo=None),
    "end_day": _day,
    "part_of_day": PartOfDay,
    "status": ItemStatus,
    "zone": _zone,
    "end_zone": _zone,
    "place": UUID,
    **dict.fromkeys(("place_text", "city", "country", "language", "dress_code"), _line),
    **dict.fromkeys(("text", "background", "questions"), _texts),
    **dict.fromkeys(("team_notes", "talking_points", "plan_b"), _long),
    "groups": lambda value: tuple((UUID(one), _line(name)) for one, name in value),
    **dict.fromkeys(("named", "excepted", "hosts", "objectives"), _ids),
    "roles": lambda value: tuple((UUID(one), ItemRole(role) if role else None) for one, role in value),
    "pitches": lambda value: tuple(PackedPitch(**_read(one, _PITCH)) for one in value),
}
