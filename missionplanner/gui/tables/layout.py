"""Know how a list is laid out: which columns in which order and width, what is pinned, sorted and filtered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.gui.tables.model import SortKey
from missionplanner.gui.tables.spec import Column

NARROWEST, WIDEST = 48, 1200


@dataclass(frozen=True, slots=True)
class Layout:
    """Be one layout. ``columns`` are the shown ones, as key and width in logical pixels, in their order."""

    columns: tuple[tuple[str, int], ...]
    pinned: bool = True
    sort: tuple[SortKey, ...] = ()
    query: str = ""

    @classmethod
    def usual(cls, columns: Sequence[Column]) -> Layout:
        """Return how a list is laid out before anybody changes it."""
        return cls(tuple((one.key, one.width) for one in columns if one.shown))

    def as_text(self) -> str:
        """Return it as JSON, for a saved view or the settings."""
        return json.dumps(
            {"columns": self.columns, "pinned": self.pinned, "sort": self.sort, "filter": self.query},
            ensure_ascii=False,
        )

    @classmethod
    def of_text(cls, text: str, columns: Sequence[Column]) -> Layout:
        """Read what ``as_text`` wrote, of whichever version; what it does not know is as usual."""
        usual = cls.usual(columns)
        try:
            found = json.loads(text)
        except ValueError:
            return usual
        if not isinstance(found, dict):
            return usual
        keys = {one.key for one in columns}
        shown = tuple(
            (key, min(max(width, NARROWEST), WIDEST))
            for key, width in _pairs(found, "columns", int)
            if key in keys
        )
        first = columns[0]
        if shown and first.key not in dict(shown):
            shown = ((first.key, first.width), *shown)
        sort = tuple((key, bool(down)) for key, down in _pairs(found, "sort", bool) if key in keys)
        query = found.get("filter")
        return replace(
            usual,
            columns=shown or usual.columns,
            pinned=found.get("pinned") is not False,
            sort=sort,
            query=query if isinstance(query, str) else "",
        )


def _pairs(found: dict[str, Any], name: str, kind: type) -> list[tuple[str, Any]]:
    some = found.get(name)
    pairs = [one for one in some if isinstance(one, list) and len(one) == 2] if isinstance(some, list) else []
    right = [(key, value) for key, value in pairs if isinstance(key, str) and type(value) is kind]
    return list(dict(right).items())
