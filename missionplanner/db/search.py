"""Keep the full-text index and ask it: every dialect of SQL it takes stands here.

One row of ``search_entry`` is one thing to find; ``search_text`` (FTS5) indexes its three columns and keeps no
text of its own. Accents and case count for nothing. Sealed columns are never in it, nor what is noted about one
delegate or what they must have in order: such notes tell of health and diet. Deleted words stay in the segments of
the index until ``forget_deleted``; FTS5's own secure-delete would make the file unreadable for SQLite before 3.42.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db import images
from missionplanner.db.images import Image
from missionplanner.db.orm import Base
from missionplanner.db.recorder import Change
from missionplanner.domain.records import Person
from missionplanner.domain.text import folded, unstroked
from missionplanner.domain.vocabulary import NameOrder

INDEXED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "person": (("native_name",), ("job", "email", "mobile", "phone", "bio", "tags", "notes")),
    "organisation": (
        ("name", "short", "native_name"),
        ("city", "address", "website", "profile", "offers", "seeks", "vat", "email", "phone", "tags", "notes"),
    ),
    "place": (
        ("name",),
        ("address", "entrance", "meeting_point", "city", "safety_gear", "website", "phone", "tags", "notes"),
    ),
    "initiative": (("name", "short"), ("programme", "grant", "website", "objectives", "notes")),
    "value_chain": (("name", "code"), ("priority",)),
    "contact_note": ((), ("text",)),
    "mission": (
        ("title", "code"),
        ("theme", "summary", "grant", "cup", "work_package", "funding_statement", "on_call_name", "notes"),
    ),
    "delegation_group": (("name",), ()),
    "agenda_item": (
        ("title",),
        (
            "place_text",
            "city",
            "text",
            "dress_code",
            "team_notes",
            "talking_points",
            "booking",
            "plan_b",
            "background",
            "questions",
        ),
    ),
    "leg": (
        ("number", "operator"),
        ("origin", "destination", "origin_text", "destination_text", "terminal", "booking", "notes"),
    ),
    "stay": ((), ("room_no", "booking", "board", "notes")),
    "vehicle": (("name",), ("plate", "driver", "notes")),
    "partner": ((), ("region", "notes")),
    "partner_request": ((), ("text", "answer")),
    "budget_line": (("text",), ("cup", "cig", "notes")),
    "expense": (("text",), ("cup", "cig", "notes")),
    "quote": ((), ("notes",)),
    "outcome": ((), ("summary", "next_step", "why_not")),
    "follow_up": (("text",), ()),
    "agreement": (("text",), ()),
    "contact_made": ((), ("note",)),
    "photo": (("caption",), ("credit",)),
    "field_note": ((), ("text",)),
}
"""Table → the columns that name its rows, and those that say more of them."""

# What is indexed stands in the statement: a file whose index was made of other columns gets a new one when opened.
_ENTRY = f"""CREATE TABLE search_entry ( /* {zlib.crc32(repr(INDEXED).encode()):08x} */
    id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, record_id TEXT NOT NULL, mission_id TEXT,
    name TEXT NOT NULL, words TEXT NOT NULL, more TEXT NOT NULL
)"""
_OF_RECORD = "CREATE INDEX ix_search_entry_record_id ON search_entry (record_id)"
_OF_MISSION = "CREATE INDEX ix_search_entry_mission_id ON search_entry (mission_id)"
_TEXT = """CREATE VIRTUAL TABLE search_text USING fts5(
    name, words, more, content='search_entry', content_rowid='id', prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 2'
)"""
_INSERT = "INSERT INTO search_entry VALUES (NULL, ?, ?, ?, ?, ?, ?)"
_INDEX = """INSERT INTO search_text (rowid, name, words, more)
    SELECT id, name, words, more FROM search_entry WHERE id > ?"""
_UNINDEX = """INSERT INTO search_text (search_text, rowid, name, words, more)
    SELECT 'delete', id, name, words, more FROM search_entry WHERE record_id IN ({})"""
_DELETE = "DELETE FROM search_entry WHERE record_id IN ({})"
_ASK = """SELECT e.table_name, e.record_id, e.mission_id, e.name, snippet(search_text, 1, '', '', '…', 12), e.id
    FROM search_text JOIN search_entry e ON e.id = search_text.rowid
    WHERE search_text MATCH :query {} LIMIT :most"""
_OF_MISSION_ROWS = """SELECT id FROM search_entry WHERE mission_id = :m
    UNION ALL SELECT id FROM search_entry WHERE record_id IN (
        SELECT :m UNION SELECT person_id FROM delegate WHERE mission_id = :m
        UNION SELECT organisation_id FROM partner WHERE mission_id = :m
        UNION SELECT place_id FROM agenda_item WHERE mission_id = :m)"""
# The plus keeps the list from driving the search: looked up row by row, the index would be asked once for each.
_AMONG = f"AND +search_text.rowid IN ({_OF_MISSION_ROWS})"

OWN = frozenset(
    {"search_entry", "search_text", *(f"search_text_{one}" for one in ("data", "idx", "docsize", "config"))}
)
"""Tables of the index: never counted, dumped or undone, for they only say again what others say."""
_NAMES = ("given", "family", "name_order")
_BATCH = 500
_MOST_WORDS, _LONGEST_WORD = 8, 60


@dataclass(frozen=True, slots=True)
class Find:
    """Be a row that fits. ``name`` holds its names in lines; ``around`` is what stands around the words found.

    ``in_name`` tells that they were found in the name.
    """

    table: str
    id: UUID
    mission_id: UUID | None
    name: str
    around: str
    in_name: bool


# -- the tables -----------------------------------------------------------------------------------


def create(connection: sa.Connection) -> None:
    """Make the tables of the index, empty."""
    for statement in (_ENTRY, _OF_RECORD, _OF_MISSION, _TEXT):
        connection.exec_driver_sql(statement)


def is_current(connection: sa.Connection) -> bool:
    """Tell whether the index is there, made as this program makes it."""
    query = "SELECT sql FROM sqlite_master WHERE name IN ('search_entry', 'search_text')"
    return set(connection.exec_driver_sql(query).scalars()) == {_ENTRY, _TEXT}


def rebuild(connection: sa.Connection) -> None:
    """Make the index anew from all rows: a second or two for 50,000 people."""
    for name in ("search_text", "search_entry"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    create(connection)
    _fill(connection)


def forget_deleted(connection: sa.Connection) -> None:
    """Write the words anew, so that none of what was deleted is left among them."""
    connection.exec_driver_sql("INSERT INTO search_text (search_text) VALUES ('rebuild')")


def _fill(connection: sa.Connection) -> None:
    for name, columns in INDEXED.items():
        table = Base.metadata.tables[name]
        wanted = {"mission_id", *(_NAMES if name == "person" else ()), *columns[0], *columns[1]}
        query = sa.select(table.c.id, *(table.c[one] for one in sorted(wanted) if one in table.c))
        for rows in connection.execute(query).mappings().partitions(_BATCH):
            made = [(row["id"], {key: images.packed(value) for key, value in row.items()}) for row in rows]
            _insert(connection, [_entry(name, identity, image) for identity, image in made])
    forget_deleted(connection)


# -- following ------------------------------------------------------------------------------------


def keep(connection: sa.Connection, changes: Iterable[Change]) -> None:
    """Let the index follow changes, in their transaction; where there is none, opening the file makes it."""
    own = [one for one in changes if one.table in INDEXED]
    if not own:
        return
    connection.exec_driver_sql("SAVEPOINT search")
    try:
        _follow(connection, own)
    except sa.exc.OperationalError as error:
        if _ABSENT not in str(error.orig):
            raise
        connection.exec_driver_sql("ROLLBACK TO search")
    connection.exec_driver_sql("RELEASE search")


_ABSENT = "no such table: search_"


def _follow(connection: sa.Connection, changes: Sequence[Change]) -> None:
    there = [one.record_id.hex for one in changes if one.before is not None]
    for first in range(0, len(there), _BATCH):
        some = tuple(there[first : first + _BATCH])
        marks = ", ".join("?" * len(some))
        for statement in (_UNINDEX, _DELETE):
            connection.exec_driver_sql(statement.format(marks), some)
    entries = [_entry(one.table, one.record_id, one.after) for one in changes if one.after is not None]
    last = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM search_entry").scalar_one()
    _insert(connection, entries)
    connection.exec_driver_sql(_INDEX, (last,))


def _insert(connection: sa.Connection, entries: Sequence[tuple[Any, ...] | None]) -> None:
    some = [one for one in entries if one is not None]
    if some:
        connection.exec_driver_sql(_INSERT, some)


def _entry(table: str, identity: UUID, image: Image) -> tuple[Any, ...] | None:
    """Return the row of the index for a row of a table; None where there is nothing to find."""
    naming, saying = INDEXED[table]
    names = [*_full_name(table, image), *_lines(image, naming)]
    words = list(_lines(image, saying))
    if not (names or words):
        return None
    mission = image.get("mission_id")
    more = " ".join(dict.fromkeys([*_plain(names + words), *_digits(image)]))
    held = UUID(mission).hex if mission else None
    return table, identity.hex, held, "\n".join(names), "\n".join(words), more


def _full_name(table: str, image: Image) -> Iterator[str]:
    if table == "person":
        order = NameOrder(image["name_order"]) if image["name_order"] else None
        name = Person(given=image["given"], family=image["family"], name_order=order).full_name
        if name:
            yield name


def _lines(image: Image, columns: Iterable[str]) -> Iterator[str]:
    for column in columns:
        value = image.get(column)
        parts = value if isinstance(value, list) else [value]
        for part in parts:  # of texts pairs of language and text, of tags each
            text = part[1] if isinstance(part, list) else part
            if text:
                yield str(text)


def _plain(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words with letters no accent can be taken from, in plain letters: "Łódź" is "lodz"."""
    for text in texts:
        for word in () if text.isascii() else _STROKED.findall(text.lower()):
            yield unstroked(folded(word))


_STROKED = re.compile(r"\w*[łøđðħŧıŋæœþəß]\w*")


def _digits(image: Image) -> Iterator[str]:
    """Yield telephone numbers in one piece, with and without what stands before the first space."""
    for column in ("mobile", "phone"):
        number = image.get(column)
        for part in () if not number else (number, number.partition(" ")[2]):
            digits = re.sub(r"\D", "", part)
            if len(digits) > _SHORTEST_NUMBER:
                yield digits


_SHORTEST_NUMBER = 4


# -- asking ---------------------------------------------------------------------------------------


def find(connection: sa.Connection, text: str, limit: int, mission_id: UUID | None = None) -> list[Find]:
    """Return what has all the words of a text, each at least begun.

    First what is named so from its first letter on, then what has them in its name, then what has them
    elsewhere; within each what is of ``mission_id`` first.
    """
    own = _ids_of(connection, mission_id) if mission_id is not None else frozenset()
    found: dict[int, Find] = {}
    for rank, query in enumerate(_queries(text)):
        rows = _rows(connection, query, None, limit)
        if own and len(rows) == limit:  # there may be more, and those of the mission among them
            rows = [*_rows(connection, query, mission_id, limit), *rows]
        for row in sorted(rows, key=lambda one: one[5] not in own):
            found.setdefault(row[5], _find(row, rank))
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _ids_of(connection: sa.Connection, mission_id: UUID) -> frozenset[int]:
    """Return the rows of the index that are of a mission, or that it has to do with."""
    return frozenset(connection.exec_driver_sql(_OF_MISSION_ROWS, {"m": mission_id.hex}).scalars())


def _rows(connection: sa.Connection, query: str, scope: UUID | None, limit: int) -> list[Any]:
    where, marks = ("", {}) if scope is None else (_AMONG, {"m": scope.hex})
    asked = {**marks, "query": query, "most": limit}
    return list(connection.exec_driver_sql(_ASK.format(where), asked))


def _find(row: Any, rank: int) -> Find:
    mission = UUID(row[2]) if row[2] else None
    return Find(row[0], UUID(row[1]), mission, row[3], " ".join(row[4].split()), rank < _IN_NAME)


_IN_NAME = 2
"""How many of the queries look at names alone."""


def _queries(text: str) -> tuple[str, ...]:
    """Return what to ask the index for, the best first; nothing where a text has no letters."""
    words = [word[:_LONGEST_WORD].replace('"', " ") for word in text.casefold().split() if _LETTER.search(word)][
        :_MOST_WORDS
    ]
    if not words:
        return ()
    begun = [f'"{word}" *' for word in words]
    both = " AND ".join(begun)
    rest = "".join(f" AND name : {one}" for one in begun[1:])
    return f"name : ^ {begun[0]}{rest}", " AND ".join(f"name : {one}" for one in begun), both


_LETTER = re.compile(r"[^\W_]")
