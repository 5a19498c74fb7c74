"""Take the traces of somebody out of texts, journal and media: statements nobody records and nobody undoes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

import sqlalchemy as sa

from missionplanner.db.columns import Listed, Words
from missionplanner.db.models.journal import BlobRow, ChangeRow, ChangesetRow
from missionplanner.db.orm import Base
from missionplanner.db.rows import ROWS

GONE = "…"
"""What stands where a name stood."""
_change, _changeset, _blob = (
    Base.metadata.tables[one.__tablename__] for one in (ChangeRow, ChangesetRow, BlobRow)
)


def spelled(words: Iterable[str]) -> tuple[str, ...]:
    """Return words as the file may hold them: as they are and as JSON escapes them, the longest first."""
    found = {form for word in words for form in (word, json.dumps(word)[1:-1])}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def blot(connection: sa.Connection, words: Collection[str]) -> int:
    """Put ``GONE`` in the place of words wherever somebody typed them; return in how many cells."""
    count = 0
    for table, column in _texts():
        statement = sa.text(
            f'UPDATE "{table}" SET "{column}" = replace("{column}", :word, :gone) WHERE instr("{column}", :word)'
        )
        for word in words:
            count += connection.execute(statement, {"word": word, "gone": GONE}).rowcount
    return count


def is_named(connection: sa.Connection, words: str) -> bool:
    """Tell whether any text of the workspace holds these words."""
    for table, column in _texts():
        query = sa.text(f'SELECT 1 FROM "{table}" WHERE instr("{column}", :words) LIMIT 1')
        if connection.execute(query, {"words": words}).first() is not None:
            return True
    return False


def forget(connection: sa.Connection, ids: Collection[UUID], words: Collection[str]) -> None:
    """Blank what the journal keeps of rows of these ids, of what refers to them and of what holds the words."""
    for identity in ids:
        connection.execute(_change.update().where(_change.c.record_id == identity).values(before=None, after=None))
    for word in (*map(str, ids), *words):
        connection.execute(
            sa.text(
                "UPDATE change SET before = NULL, after = NULL WHERE instr(before, :word) OR instr(after, :word)"
            ),
            {"word": word},
        )
        connection.execute(
            sa.text(
                "UPDATE changeset SET arguments = replace(arguments, :word, :gone) WHERE instr(arguments, :word)"
            ),
            {"word": word, "gone": GONE},
        )


def close_history(connection: sa.Connection) -> int:
    """Let nothing done so far be undone or redone; return how many edits could be until now."""
    return connection.execute(_changeset.update().where(_changeset.c.undoable).values(undoable=False)).rowcount


def drop_medium(connection: sa.Connection, sha256: str) -> None:
    """Delete a photo or receipt."""
    connection.execute(_blob.delete().where(_blob.c.sha256 == sha256))


def _texts() -> Iterator[tuple[str, str]]:
    """Give table and name of every column somebody may have typed a name into."""
    for row in ROWS.values():
        for column in Base.metadata.tables[row.__tablename__].c:
            if isinstance(column.type, sa.Text | Words | Listed):
                yield column.table.name, column.name
