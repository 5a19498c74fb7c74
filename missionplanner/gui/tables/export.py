"""Turn a list as it is looked at into a table to write: its columns and rows, filtered and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from missionplanner.gui.tables.spec import Column, Kind

if TYPE_CHECKING:
    from missionplanner.gui.tables.list_view import ListView
    from missionplanner.services.exports import Listing

_TYPED = frozenset({Kind.DATE, Kind.TIME, Kind.NUMBER, Kind.DEGREES, Kind.MONEY})


def holds_sealed(view: ListView) -> bool:
    """Tell whether a list shows a column whose values are masked."""
    return any(one.masked for one in _columns(view))


def listing_of(view: ListView, *, sensitive: bool) -> Listing:
    """Return what a list shows, in the window's language; masked columns only where ``sensitive``."""
    from missionplanner.services.exports import Heading, Listing

    columns = [one for one in _columns(view) if sensitive or not one.masked]
    model, t = view.model, view.ctx.t
    places = [model.place_of_column(one.key) for one in columns]
    rows = [
        tuple(_shown(view, column, model.value(row, place)) for column, place in zip(columns, places, strict=True))
        for row in range(model.rowCount())
    ]
    return Listing(t(view.spec.words.title), tuple(Heading(t(one.title)) for one in columns), rows)


def _columns(view: ListView) -> list[Column]:
    head = view.table.head
    return [view.model.columns[place] for place in head.in_order() if not head.isSectionHidden(place)]


def _shown(view: ListView, column: Column, value: Any) -> Any:
    """Return days, times and figures as what they are, anything else in words."""
    if value is None or (column.kind in _TYPED and not isinstance(value, str)):
        return value
    return view.model.values.plain(column, value) or None
