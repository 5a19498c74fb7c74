"""Make the list of what has changed since the copy somebody holds: of their own agenda, or of the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.documents.archive import Copy
from missionplanner.documents.content.dates import stamp
from missionplanner.documents.content.differences import (
    MISSION,
    Difference,
    Kind,
    day_line,
    differences,
    sentences,
    with_labels,
)
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Paragraphs, Sheets, Table, TableRow
from missionplanner.documents.content.told import Told, read
from missionplanner.documents.content.values import Fact, Said
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.makers import Desk, maker, of_sheets
from missionplanner.documents.orders import Order

PERSON = "person"
"""The key of the block that tells of a person's stay and journeys."""
HELD = {"changes": "itinerary", "programme_changes": "programme"}
"""Kinds that tell of changes → the kind of document they tell of."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return what differs from the copy held; nobody who holds none is told of changes."""
    voice, t = desk.voice, desk.voice.t
    person = voice.plan.person(order.person_id)
    if order.kind == "changes" and person is None:
        raise NotFound(N_("This person is not in the mission."))
    copy = desk.archive.copies.get(order.person_id)
    kind = t("Changes")
    name = voice.person_name(person) if person is not None else kind
    made = Sheets(
        frame=frame_of(voice, kind, order.edition, name if person is not None else ""),
        title=name,
        native=(person.native_name or "") if person is not None and person.full_name else "",
        nothing=t("No copy was given out yet: there is nothing to compare with."),
    )
    if copy is None:
        return made
    every, labels = _found(desk, order, copy)
    found = tuple(one for one in every if one.before is None or one.before != one.now)
    moment = copy.issued_at if copy.issued_at.tzinfo else copy.issued_at.replace(tzinfo=dt.UTC)
    given = stamp(moment, voice.plan.mission.zone, voice.language)
    since = t("Since version {version} of {given}", version=copy.version, given=given)
    rows = [one for one in found if one.key not in (MISSION, PERSON)]
    held = t("Version {version}", version=copy.version)
    facts = (Fact(t("Changes"), str(len(found))), Fact(t("Compared with"), held))
    if not found:
        unchanged = Paragraphs("", (Said(t("Nothing has changed: the copy still holds.")),))
        return replace(made, lines=(since,), chapters=(Chapter("unchanged", "", parts=(unchanged,)),))
    chapters = (*_common(voice, found, labels), *_days(voice, rows, labels))
    return replace(made, lines=(since,), facts=facts, chapters=chapters)


def _found(desk: Desk, order: Order, copy: Copy) -> tuple[tuple[Difference, ...], Mapping[str, str]]:
    """Return what is different, told in this document's language, and its labels by those of the copy."""
    languages = "+".join(copy.languages)
    blocks, now = _today(desk.speaking(languages), order, copy.languages)
    told = {digest: read(text) for digest, text in copy.told.items()}
    found = differences(copy.blocks, told, blocks, now)
    if languages == desk.voice.wanted:
        return found, {}
    own_blocks, own = _today(desk, order, order.languages)
    here = dict(zip((key for key, _ in own_blocks), own, strict=True))
    return tuple(_said_here(one, here) for one in found), _labels(now, own)


def _today(desk: Desk, order: Order, languages: tuple[str, ...]) -> tuple[list[tuple[str, str]], list[Told]]:
    """Return the blocks the held document would have now, and what they tell."""
    kind = kind_of(HELD[order.kind])
    assert kind is not None
    made = maker(kind)
    shown = made.content(desk, replace(order, kind=kind.id, languages=languages, variant="common", choices=()))
    return list(made.blocks(desk.agenda, shown)), list(made.told(shown))


def _said_here(one: Difference, here: Mapping[str, Told]) -> Difference:
    """Return a difference whose texts of today are in this document's language."""
    own = here.get(one.key)
    if own is None or one.now is None:
        return one
    if one.before is None:
        return replace(one, now=own)
    same = {name: getattr(own, name) for name in ("title", "place", "mark") if _same(one, name)}
    return replace(one, now=replace(one.now, **same), before=replace(one.before, **same))


def _same(one: Difference, name: str) -> bool:
    return bool(getattr(one.now, name) == getattr(one.before, name))


def _labels(now: Sequence[Told], own: Sequence[Told]) -> dict[str, str]:
    pairs = (pair for one, two in zip(now, own, strict=True) for pair in zip(one.facts, two.facts, strict=False))
    return {one[0]: two[0] for one, two in pairs if one[0]}


def _common(voice: Voice, found: Sequence[Difference], labels: Mapping[str, str]) -> Iterator[Chapter]:
    """Give what concerns everybody, then stay and journeys."""
    titles = {MISSION: voice.t("The mission"), PERSON: voice.t("Stay and journey")}
    for key, title in titles.items():
        one = next((one for one in found if one.key == key), None)
        if one is not None:
            said = tuple(Said(line) for line in sentences(voice, with_labels(voice, one), labels))
            yield Chapter(key, title, parts=(Paragraphs("", said),))


def _days(voice: Voice, rows: Sequence[Difference], labels: Mapping[str, str]) -> Iterator[Chapter]:
    by_day: dict[str, list[Difference]] = {}
    for one in sorted(rows, key=_place):
        by_day.setdefault(one.shown.day if one.now or one.before else "", []).append(one)
    columns = (
        Column(voice.t("Time"), 14, "time"),
        Column(voice.t("Programme"), 42, "strong"),
        Column(voice.t("What has changed"), 44),
    )
    for day, some in by_day.items():
        made = tuple(map(partial(_row, voice, labels=labels), some))
        title = day_line(voice, day) or voice.t("Other changes")
        count = voice.t.plural("{count} change", "{count} changes", len(some))
        yield Chapter(day or "other", title, count=count, parts=(Table(columns, made, title),))


def _place(one: Difference) -> tuple[str, str, str]:
    told = one.now or one.before
    return (told.day or "9", told.when, one.key) if told is not None else ("9", "", one.key)


def _row(voice: Voice, one: Difference, labels: Mapping[str, str]) -> TableRow:
    told = one.now or one.before or Told(title=voice.t("Changed"))
    said = "\n".join(sentences(voice, one, labels))
    where = told.place if one.kind is not Kind.GONE else ""
    return TableRow(one.key, (Cell(told.when), Cell(told.title, where), Cell(said)))


MAKER = of_sheets(content)
