"""Take a module of services as the source of a list."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from missionplanner.gui.tables.spec import Source

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


def source_of(name: str) -> Callable[[Context], Source]:
    """Return what loads the service of a name when its list is first shown."""

    def load(_ctx: Context) -> Source:
        module = importlib.import_module(f"missionplanner.services.{name}")
        return Source(
            fields=module.FIELDS,
            page=module.page,
            change_cells=module.change_cells,
            create_from=module.create_from,
            delete=module.delete,
            duplicate=getattr(module, "duplicate", None),
            about=getattr(module, "about", None),
        )

    return load
