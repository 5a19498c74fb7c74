"""Offer what cells of money choose from: delegates, lines of the budget, currencies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.forms.lookup import Option

if TYPE_CHECKING:
    from missionplanner.services.rows import Linked

_FIRST = ("EUR", "GBP", "USD", "CHF", "SEK", "DKK", "NOK", "PLN", "JPY", "CNY")
"""Currencies of most missions, offered before the others."""


def delegates(ctx: Context) -> Sequence[Option]:
    """Return the delegates of the open mission by name, with places that nobody is named for."""
    from missionplanner.services.costs.money import delegate_names

    plan = ctx.mission.plan
    names = delegate_names(plan) if plan is not None else {}
    return [Option(name, identity) for identity, name in names.items() if name]


def lines(ctx: Context) -> Sequence[Option]:
    """Return the lines of the open mission's budget."""
    found = ctx.findChild(_Lines)
    return [Option(one.name, one.id) for one in (found if found is not None else _Lines(ctx)).known()]


def currencies(typed: str) -> Sequence[Option]:
    """Return the currencies that a text may mean: by code, or by name in English or Italian."""
    wanted = folded(typed)
    return [one for one in _currencies() if any(wanted in folded(name) for name in (one.text, *one.also))]


class _Lines(QObject):
    """Keep the lines until somebody changes something: forms ask at every keystroke."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._ctx = ctx
        self._known: Sequence[Linked] | None = None
        for signal in (ctx.hub.changed, ctx.closed, ctx.mission.changed):
            signal.connect(self._forget)

    def known(self) -> Sequence[Linked]:
        from missionplanner.services.costs import budget

        plan, workspace = self._ctx.mission.plan, self._ctx.workspace
        if plan is None or workspace is None:
            return ()
        if self._known is None:
            try:
                self._known = budget.names(workspace, plan.mission.id, self._ctx.t.language)
            except MissionPlannerError as error:
                self._ctx.tell(error)
                return ()
        return self._known

    def _forget(self, *_told: object) -> None:
        self._known = None


@lru_cache(maxsize=1)
def _currencies() -> tuple[Option, ...]:
    from babel import Locale
    from babel.core import get_global

    told = get_global("territory_currencies").values()
    today = {code for some in told for code, _start, end, tender in some if end is None and tender}
    names = [Locale.parse(one).currencies for one in ("en", "it")]
    codes = [*_FIRST, *sorted(today - set(_FIRST))]
    return tuple(
        Option(code, code, tuple(dict.fromkeys(one[code] for one in names if code in one))) for code in codes
    )
