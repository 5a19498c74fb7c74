"""Find anything of a workspace by the words in it: people, places, items, legs, costs, logs, of any mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.db import lists, memories
from missionplanner.db import search as index
from missionplanner.db.search import Find
from missionplanner.domain import records as r
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts
from missionplanner.services.workspace import Workspace

SHORTEST = 2
"""Letters below which nothing is looked for: one letter begins everything."""
_TITLE = 90


@dataclass(frozen=True, slots=True)
class Hit:
    """Be one thing found.

    ``kind`` is what it is, by the name of its table; ``shown`` kind and id of what stands for it on a page: of
    a line of a request log its partner. ``mission`` is the code of its mission, empty for what all share;
    ``why`` are the words around what was found, empty where the title says it.
    """

    kind: str
    id: UUID
    title: str
    detail: str = ""
    why: str = ""
    mission: str = ""
    day: dt.date | None = None
    shown: tuple[str, UUID] | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """Be what a row says of itself."""

    title: str
    detail: str = ""
    day: dt.date | None = None
    shown: tuple[str, UUID] | None = None


def search(
    ws: Workspace, text: str, limit: int = 20, *, mission: UUID | None = None, language: str = "en"
) -> tuple[Hit, ...]:
    """Return what has all the words of a text, each at least begun, whatever case and accents they are typed in.

    First what is named so from its first letter on, then what has them in its name, then what has them elsewhere;
    within each what is of ``mission`` first. Titles are in ``language`` where they were written in it.
    """
    if len("".join(text.split())) < SHORTEST:
        return ()
    with ws.reading() as connection:
        if not index.is_current(connection):
            return ()
        found = index.find(connection, text, limit, mission)
        missions = memories.missions(connection)
        told = _told(connection, found, language)
        papers = _papers(connection, text, missions, language) if len(found) < limit else []
    codes = {identity: code for identity, (code, _title) in missions.items()}
    return (*(_hit(one, told[one.id], codes) for one in found if one.id in told), *papers)[:limit]


def _hit(one: Find, told: _Told, codes: Mapping[UUID, str]) -> Hit:
    own = one.id if one.table == "mission" else one.mission_id
    return Hit(
        kind=one.table,
        id=one.id,
        title=told.title or _short(one.name or one.around),
        detail=told.detail,
        why="" if one.in_name else one.around,
        mission=codes.get(own, "") if own is not None else "",
        day=told.day,
        shown=told.shown,
    )


def _told(connection: sa.Connection, found: Iterable[Find], language: str) -> dict[UUID, _Told]:
    """Read what the rows found say of themselves: one query for each kind, and one for names."""
    by_table: dict[str, list[Find]] = {}
    for one in found:
        by_table.setdefault(one.table, []).append(one)
    told: dict[UUID, _Told] = {}
    for table, own in by_table.items():
        kind, columns, tell = _TELLERS[table]
        rows = lists.rows(connection, kind, columns, (), ids=[one.id for one in own])
        names = _Names(connection, language, columns, rows)
        first = {one.id: _short(one.name) for one in own}
        for identity, *values in rows:
            told[identity] = tell(names, first[identity], dict(zip(columns, values, strict=True)))
    return told


_REFERRED: dict[str, type[r.Record]] = {
    **dict.fromkeys(("organisation_id", "supplier_id", "cluster_id", "about_organisation_id"), r.Organisation),
    **dict.fromkeys(("person_id", "owner_id"), r.Person),
    "hotel_id": r.Place,
    "item_id": r.AgendaItem,
}
_PERSON = ("given", "family", "name_order")


class _Names:
    """Know the names of what some rows refer to, and say texts in a language."""

    def __init__(
        self, connection: sa.Connection, language: str, columns: Iterable[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        self._language = language
        self._known: dict[UUID, str] = {}
        for place, column in enumerate(columns, 1):
            wanted = {row[place] for row in rows} - {None} if column in _REFERRED else set()
            if wanted:
                self._known |= self._read(connection, _REFERRED[column], wanted)

    def _read(self, connection: sa.Connection, kind: type[r.Record], wanted: Collection[UUID]) -> dict[UUID, str]:
        if kind is r.AgendaItem:
            return {
                one: self.said(title) for one, title in lists.rows(connection, kind, ("title",), (), ids=wanted)
            }
        if kind is not r.Person:
            return lists.names(connection, kind, wanted)
        people = lists.rows(connection, kind, _PERSON, (), ids=wanted)
        return {one: r.Person(**dict(zip(_PERSON, name, strict=True))).full_name for one, *name in people}

    def of(self, identity: UUID | None) -> str:
        """Return the name of an organisation or a place, of a person, or the title of an item."""
        return self._known.get(identity, "") if identity is not None else ""

    def said(self, text: Texts | str | None) -> str:
        """Return the first line of a text."""
        words = text.best(self._language) if isinstance(text, Texts) else text or ""
        return _short(words)


def _short(words: str) -> str:
    line = words.strip().split("\n")[0]
    return line if len(line) <= _TITLE else line[: _TITLE - 1].rstrip() + "…"


Row = Mapping[str, Any]
_Tell = Callable[[_Names, str, Row], _Told]


def _person(names: _Names, name: str, row: Row) -> _Told:
    return _Told(name, names.of(row["organisation_id"]) or names.said(row["job"]))


def _somewhere(_names: _Names, name: str, row: Row) -> _Told:
    return _Told(name, row["city"] or row["country"] or "")


def _initiative(_names: _Names, name: str, row: Row) -> _Told:
    return _Told(name, row["programme"] or "")


def _value_chain(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.said(row["name"]) or name, names.of(row["cluster_id"]))


def _note(names: _Names, _name: str, row: Row) -> _Told:
    organisation, person = row["organisation_id"], row["person_id"]
    shown = ("organisation", organisation) if organisation is not None else ("person", person)
    return _Told(names.said(row["text"]), names.of(organisation), row["date"], shown)


def _mission(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.said(row["title"]) or name, day=row["start"])


def _item(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.said(row["title"]) or name, row["city"] or "", row["date"])


def _named(names: _Names, name: str, row: Row) -> _Told:
    said = row["name"]
    return _Told(names.said(said) or name)


def _leg(_names: _Names, name: str, row: Row) -> _Told:
    ends = [row[f"{end}_text"] or row[end] or "" for end in ("origin", "destination")]
    way = " – ".join(one for one in ends if one)
    return _Told(" ".join(one for one in (row["number"], way) if one) or name, row["operator"] or "", row["date"])


def _stay(names: _Names, name: str, row: Row) -> _Told:
    hotel = names.of(row["hotel_id"])
    return _Told(", ".join(one for one in (hotel, row["room_no"]) if one) or name, "", row["from_day"])


def _partner(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.of(row["organisation_id"]) or name, row["region"] or "")


def _request(names: _Names, _name: str, row: Row) -> _Told:
    return _Told(names.said(row["text"] or row["answer"]), "", row["date"], ("partner", row["partner_id"]))


def _cost(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.said(row["text"]) or name, names.of(row["organisation_id"]))


def _expense(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.said(row["text"]) or name, names.of(row["supplier_id"]), row["date"])


def _quote(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.of(row["supplier_id"]) or names.said(row["notes"]), "", row["date"])


def _outcome(names: _Names, _name: str, row: Row) -> _Told:
    item, meeting = row["item_id"], row["meeting_id"]
    said = row["summary"] or row["next_step"] or row["why_not"]
    shown = ("outcome", meeting or item) if meeting or item else None
    return _Told(names.said(said), names.of(item), shown=shown)


def _next_step(names: _Names, name: str, row: Row) -> _Told:
    about = names.of(row["owner_id"]) or names.of(row["about_organisation_id"])
    return _Told(names.said(row["text"]) or name, about, row["due"])


def _agreement(names: _Names, name: str, row: Row) -> _Told:
    return _Told(names.said(row["text"]) or name, "", row["date"])


def _met(names: _Names, _name: str, row: Row) -> _Told:
    return _Told(names.of(row["person_id"]) or names.said(row["note"]), names.of(row["item_id"]), row["date"])


def _photo(names: _Names, name: str, row: Row) -> _Told:
    taken = row["taken_at"]
    return _Told(names.said(row["caption"]) or name, names.of(row["item_id"]), taken.date() if taken else None)


def _field_note(names: _Names, _name: str, row: Row) -> _Told:
    return _Told(names.said(row["text"]), names.of(row["item_id"]), row["at"].date() if row["at"] else None)


_TELLERS: dict[str, tuple[type[r.Record], tuple[str, ...], _Tell]] = {
    "person": (r.Person, ("organisation_id", "job"), _person),
    "organisation": (r.Organisation, ("city", "country"), _somewhere),
    "place": (r.Place, ("city", "country"), _somewhere),
    "initiative": (r.Initiative, ("programme",), _initiative),
    "value_chain": (r.ValueChain, ("name", "cluster_id"), _value_chain),
    "contact_note": (r.ContactNote, ("organisation_id", "person_id", "date", "text"), _note),
    "mission": (r.Mission, ("title", "start"), _mission),
    "delegation_group": (r.Group, ("name",), _named),
    "agenda_item": (r.AgendaItem, ("title", "city", "date"), _item),
    "leg": (
        r.Leg,
        ("number", "operator", "origin", "destination", "origin_text", "destination_text", "date"),
        _leg,
    ),
    "stay": (r.Stay, ("hotel_id", "room_no", "from_day"), _stay),
    "vehicle": (r.Vehicle, ("name",), _named),
    "partner": (r.Partner, ("organisation_id", "region"), _partner),
    "partner_request": (r.PartnerRequest, ("partner_id", "date", "text", "answer"), _request),
    "budget_line": (r.BudgetLine, ("text", "organisation_id"), _cost),
    "expense": (r.Expense, ("text", "supplier_id", "date"), _expense),
    "quote": (r.Quote, ("supplier_id", "notes", "date"), _quote),
    "outcome": (r.Outcome, ("item_id", "meeting_id", "summary", "next_step", "why_not"), _outcome),
    "follow_up": (r.FollowUp, ("text", "owner_id", "about_organisation_id", "due"), _next_step),
    "agreement": (r.Agreement, ("text", "date"), _agreement),
    "contact_made": (r.ContactMade, ("person_id", "item_id", "note", "date"), _met),
    "photo": (r.Photo, ("caption", "item_id", "taken_at"), _photo),
    "field_note": (r.FieldNote, ("text", "item_id", "at"), _field_note),
}
"""Table → its kind, the columns a row is told by, and how."""


# -- paper ----------------------------------------------------------------------------------------


def _papers(
    connection: sa.Connection, text: str, missions: Mapping[UUID, tuple[str, Any]], language: str
) -> list[Hit]:
    """Return the documents given out whose titles have all the words, the last version of each.

    Their titles are those of their kinds, which are in no table; so they are looked through here.
    """
    from missionplanner.services.paper import documents

    sought, t = folded(text).split(), translator(language)
    titles = {one.id: one.title for one in documents.kinds()}
    columns = ("mission_id", "kind", "language", "version", "issued_at")
    last: dict[tuple[UUID, str, str], Hit] = {}
    for identity, mission, kind, tongue, version, issued in lists.rows(
        connection, r.IssuedDocument, columns, ("version",)
    ):
        code = missions[mission][0] if mission in missions else ""
        if kind in titles and code and _has(sought, titles[kind], tongue, code, t):
            words = t(N_("Version {version}"), version=version)
            hit = Hit("issued_document", identity, t(titles[kind]), words, "", code, issued.date())
            last[mission, kind, tongue] = hit
    return list(last.values())


def _has(sought: Iterable[str], title: str, language: str, code: str, t: Translator) -> bool:
    there = folded(f"{title} {t(title)} {language} {code}").split()
    return all(any(word.startswith(one) for word in there) for one in sought)
