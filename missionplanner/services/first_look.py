"""Read what the first screen shows before any database library is loaded, and notice when others have written.

The only SQL outside db: sqlite3 and the domain's words, nothing else, so that the window paints at once.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from missionplanner.base.errors import Damaged
from missionplanner.base.messages import N_
from missionplanner.db import header
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import MissionStatus

_MISSIONS = """
SELECT m.id, m.code, m.title, m.start, m."end", m.travel_start, m.travel_end, m.status, m.sample, m.languages,
       (SELECT count(*) FROM delegate d WHERE d.mission_id = m.id),
       (SELECT count(*) FROM agenda_item i WHERE i.mission_id = m.id)
FROM mission m ORDER BY m.start, m.code
"""
_CITIES = "SELECT mission_id, city FROM destination WHERE city IS NOT NULL ORDER BY position"


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Be what a card tells of a mission."""

    code: str
    title: Texts
    first_day: dt.date
    last_day: dt.date
    status: MissionStatus | None
    sample: bool
    languages: tuple[str, ...]
    cities: tuple[str, ...]
    delegates: int
    items: int

    def name(self, language: str) -> str:
        """Return the title as somebody reading ``language`` sees it."""
        return self.title.best(language, self.languages) or self.code


def missions(path: Path) -> tuple[Glimpse, ...]:
    """Return a glimpse of every mission of a workspace, by their first day; nothing where there is no file yet.

    Raises Damaged, Foreign or Newer as opening would; the file is not written to.
    """
    if not path.exists():
        return ()
    header.check(path)
    try:
        with closing(_connected(path)) as connection:
            cities: dict[object, list[str]] = {}
            for mission, city in connection.execute(_CITIES):
                cities.setdefault(mission, []).append(city)
            rows = connection.execute(_MISSIONS).fetchall()
            return tuple(_glimpse(row, cities.get(row[0], ())) for row in rows)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):  # somebody is writing this very moment: the full reading comes right after
            return ()
        raise _damaged(path) from error
    except (sqlite3.DatabaseError, ValueError, TypeError, AttributeError) as error:
        raise _damaged(path) from error


def refuse_absent(path: Path) -> None:
    """Raise NotFound where no file is, Foreign and others where it is none of ours."""
    header.check(path)


class Watch:
    """Notice that somebody else has written to a workspace. To be used from one thread."""

    def __init__(self, path: Path) -> None:
        self._connection = _connected(path)
        self._version = -1
        self._seen = 0
        self.moved(())

    def moved(self, own: Collection[int]) -> bool:
        """Tell whether there are changesets not seen before; ``own`` are those this program has made itself."""
        try:
            version = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
            if version == self._version:
                return False
            query = "SELECT id FROM changeset WHERE id > ?"
            newer = {int(row[0]) for row in self._connection.execute(query, (self._seen,))}
        except sqlite3.DatabaseError:  # being written right now: the next look tells
            return False
        self._version, self._seen = version, max(newer, default=self._seen)
        return not newer <= frozenset(own)

    def close(self) -> None:
        self._connection.close()


def _connected(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=0.05, isolation_level=None)


def _glimpse(row: tuple[object, ...], cities: Iterable[str]) -> Glimpse:
    _id, code, title, start, end, travel_start, travel_end, status, sample, languages, delegates, items = row
    return Glimpse(
        code=str(code),
        title=Texts.of(json.loads(str(title))),
        first_day=dt.date.fromisoformat(str(travel_start or start)),
        last_day=dt.date.fromisoformat(str(travel_end or end)),
        status=MissionStatus(str(status)) if status is not None else None,
        sample=bool(sample),
        languages=tuple(json.loads(str(languages))) if languages else (),
        cities=tuple(dict.fromkeys(cities)),
        delegates=int(str(delegates)),
        items=int(str(items)),
    )


def _damaged(path: Path) -> Damaged:
    return Damaged(
        N_("{path} is damaged. It was left as it is; restore the latest backup."),
        path=str(path),
    )
