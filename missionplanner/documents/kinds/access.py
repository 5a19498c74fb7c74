"""Make the list a place asks for: who comes, and of everybody only what its security wants to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.dates import day_and_month, long_day
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.letters import country_name
from missionplanner.documents.content.sheets import (
    Cell,
    Chapter,
    Column,
    Paragraphs,
    Part,
    Sheets,
    Table,
    TableRow,
    sheet_blocks,
)
from missionplanner.documents.content.times import when_of
from missionplanner.documents.content.values import Fact, Said
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.partners.access_lists import AccessList, access_lists
from missionplanner.domain.partners.naming import ACCESS_FIELDS
from missionplanner.domain.partners.visitor_data import VisitorData, going_to
from missionplanner.domain.vocabulary import AccessField

MOST_UPRIGHT = 5
"""Fields of a list on upright paper; with more of them it is set across."""
SEALED = frozenset(
    {
        AccessField.NAME,
        AccessField.NATIONALITY,
        AccessField.DOCUMENT_NUMBER,
        AccessField.DOCUMENT_EXPIRES,
        AccessField.BIRTH_DATE,
        AccessField.BIRTHPLACE,
    }
)
"""What is kept under seal; a name may be that of the travel document."""
_SHARES = {
    AccessField.NAME: 28,
    AccessField.ORGANISATION: 26,
    AccessField.JOB: 24,
    AccessField.EMAIL: 30,
    AccessField.BIRTHPLACE: 18,
    AccessField.NATIONALITY: 16,
    AccessField.PHOTO: 8,
}


def content(desk: Desk, order: Order) -> Sheets:
    """Return the list of one place: the fields it asks for, in its order, of all it did not refuse."""
    voice, t = desk.voice, desk.voice.t
    wanted = [one for one in access_lists(voice.plan) if order.subject_id in (None, one.place.id)]
    kind = t("List of visitors")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, (wanted[0].place.name or "") if len(wanted) == 1 else ""),
        title=kind,
        chapters=tuple(_place(desk, order, one, bool(number)) for number, one in enumerate(wanted)),
        nothing=t("No place asks for a list of visitors."),
        across=any(len(one.asks) > MOST_UPRIGHT for one in wanted),
    )


def _place(desk: Desk, order: Order, one: AccessList, fresh: bool) -> Chapter:
    voice, t = desk.voice, desk.voice.t
    said = VisitorData(voice.plan, one, t, partial(country_name, language=voice.first_language))
    going, unnamed = going_to(one)
    going = tuple(visitor for visitor in going if order.wants(visitor.delegate.person_id))
    rows = tuple(
        TableRow(
            str(visitor.delegate.id),
            (
                Cell(str(number)),
                *(
                    Cell(_text(voice, told))
                    for told in said.row(visitor, desk.confidential.get(visitor.delegate.id))
                ),
            ),
        )
        for number, visitor in enumerate(going, 1)
    )
    columns = (
        Column(t("No."), 5, "quiet"),
        *(Column(t(ACCESS_FIELDS[field]), _SHARES.get(field, 16), _look(field), blank=True) for field in one.asks),
    )
    place = one.place
    return Chapter(
        key=str(place.id),
        title=place.name or t("Place"),
        about=joined((place.address, place.city, place.entrance), " · "),
        count=t.plural("{count} visitor", "{count} visitors", len(rows)),
        facts=_facts(voice, one),
        parts=(Table(columns, rows, t("List of visitors")), *_to_come(voice, unnamed)),
        fresh=fresh,
        whole=True,
    )


def _look(field: AccessField) -> str:
    return "strong" if field is AccessField.NAME else "plain"


def _text(voice: Voice, told: object) -> str:
    """Return what is known as text: days in the language of the paper, several number plates in a row."""
    if isinstance(told, dt.date):
        return long_day(told, voice.language)
    text = ", ".join(told) if isinstance(told, tuple) else str(told or "")
    return text or voice.t("to be confirmed")


def _to_come(voice: Voice, unnamed: int) -> tuple[Part, ...]:
    if not unnamed:
        return ()
    text = voice.t.plural("{count} more name will follow.", "{count} more names will follow.", unnamed)
    return (Paragraphs("", (Said(text),)),)


def _facts(voice: Voice, one: AccessList) -> tuple[Fact, ...]:
    t = voice.t
    visits = [_visit(voice, item) for item in one.items if item.date is not None]
    mission = voice.plan.mission
    found = (
        Fact(t("Visits"), "\n".join(visits)),
        Fact(t("List wanted by"), long_day(one.due, voice.language) if one.due else ""),
        Fact(t("Questions to"), joined((mission.on_call_name, mission.on_call_phone), " · ")),
    )
    return tuple(fact for fact in found if fact.value)


def _visit(voice: Voice, item: r.AgendaItem) -> str:
    when = when_of(voice, item.kind, voice.times_of(item), item.part_of_day, cancelled=False)
    day = day_and_month(item.date, voice.language) if item.date else ""
    return joined((day, when.spoken))


def _blocks(agenda: Agenda, content: Any) -> Iterator[tuple[str, str]]:
    """Give key and hash of what is shown but for what is under seal: a hash of that could be guessed."""
    t = agenda.voice.t
    sealed = {t(ACCESS_FIELDS[field]) for field in SEALED}
    chapters = (
        replace(one, parts=tuple(_opened(part, sealed) if isinstance(part, Table) else part for part in one.parts))
        for one in content.chapters
    )
    return sheet_blocks(replace(content, chapters=tuple(chapters)))


def _opened(table: Table, sealed: set[str]) -> Table:
    """Return a table with empty fields in the columns of these titles."""
    shown = [column.title not in sealed for column in table.columns]
    rows = (
        replace(row, cells=tuple(cell if own else Cell() for cell, own in zip(row.cells, shown, strict=True)))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


MAKER = replace(of_sheets(content, sealed=True), blocks=_blocks)
