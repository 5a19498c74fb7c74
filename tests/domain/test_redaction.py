"""Redaction: what an audience may not read is not in its plan, and nothing sensitive is untagged."""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import replace

import pytest

from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS
from missionplanner.domain.redaction import ALLOWED, TAGS, Audience, Tag, hidden_from, redacted
from missionplanner.domain.secret import Secret
from tests.factories import delegate, item, person, plan

RECORDS: set[type[r.Record]] = {*PARTS.values(), r.Mission, r.Confidential}


def name(kind: type[r.Record]) -> str:
    return kind.__name__


RULED: list[type[r.Record]] = sorted(RECORDS, key=name)
TAGGED: list[type[r.Record]] = sorted(TAGS, key=name)


def hints(kind: type[r.Record]) -> dict[str, object]:
    return typing.get_type_hints(kind)


@pytest.mark.parametrize("kind", RULED, ids=name)
def test_what_is_sealed_and_every_note_is_tagged(kind: type[r.Record]) -> None:
    sealed = {name for name, hint in hints(kind).items() if Secret in typing.get_args(hint)}
    notes = {one.name for one in dataclasses.fields(kind) if one.name in ("notes", "team_notes")}
    if kind is r.Leg:
        notes = set()  # what a leg's notes say is for its passengers
    assert sealed | notes <= set(TAGS.get(kind, {}))


@pytest.mark.parametrize("kind", TAGGED, ids=name)
def test_tags_name_fields_that_can_be_empty(kind: type[r.Record]) -> None:
    empty = {one.name for one in dataclasses.fields(kind) if one.default is None or one.default == ()}
    assert set(TAGS[kind]) <= empty


def test_every_audience_is_ruled_and_only_a_site_sees_travel_documents() -> None:
    assert set(ALLOWED) == set(Audience)
    assert [one for one in Audience if Tag.IDENTITY in ALLOWED[one]] == [Audience.SITE]
    assert not any({Tag.HEALTH, Tag.HOME} & ALLOWED[one] for one in Audience)


@pytest.mark.parametrize("audience", Audience)
def test_no_field_is_left_that_an_audience_may_not_read(audience: Audience) -> None:
    made = plan(
        delegate("Anna Neri", diet=Secret("CANARY"), nationality=Secret("CANARY"), notes="CANARY", fee=None),
        person("Bo Li", mobile="+39 333 1", email="bo@example.com", notes="CANARY"),
        item("09:00", "10:00", "Visit", team_notes="CANARY", talking_points="CANARY"),
    )
    seen = redacted(made, audience)
    for part, kind in PARTS.items():
        for one in getattr(seen, part):
            assert not any(getattr(one, field) for field in hidden_from(audience, kind))
    if audience is Audience.PRESS:
        assert "CANARY" not in repr(seen)


def test_look_ups_of_a_redacted_plan_give_redacted_records() -> None:
    made = plan(delegate("Anna Neri", notes="CANARY"))
    assert made.delegate_by_person  # filled before
    (one,) = redacted(made, Audience.HOTEL).delegate_by_person.values()
    assert one.notes is None


def test_a_plan_with_nothing_to_hide_stays_the_same() -> None:
    made = plan(delegate("Anna Neri"), item("09:00", "10:00", "Visit"))
    bare = replace(made, people=tuple(replace(one, mobile=None, email=None) for one in made.people))
    assert redacted(bare, Audience.PRESS) is bare
