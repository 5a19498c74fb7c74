"""Remember on this computer how each list was last laid out."""

from __future__ import annotations

import json
from dataclasses import replace

from missionplanner.gui.context import Context
from missionplanner.gui.tables.layout import Layout
from missionplanner.gui.tables.spec import TableSpec

MOST = 40
"""Lists that are remembered; more than there are."""


def kept_layout(ctx: Context, spec: TableSpec) -> Layout:
    """Return how a list was laid out last: its columns and order, no filter."""
    for one in ctx.settings.values.lists:
        name, _, text = one.partition(" ")
        if name == spec.name:
            return replace(Layout.of_text(text, spec.columns), query="")
    return Layout.usual(spec.columns)


def keep_layout(ctx: Context, spec: TableSpec, layout: Layout) -> None:
    """Remember a layout; one that is as usual need not be."""
    plain = replace(layout, query="")
    others = [one for one in ctx.settings.values.lists if one.partition(" ")[0] != spec.name]
    usual = json.loads(Layout.usual(spec.columns).as_text()) == json.loads(plain.as_text())
    own = [] if usual else [f"{spec.name} {plain.as_text()}"]
    ctx.settings.change(lists=tuple((*others, *own)[-MOST:]))
