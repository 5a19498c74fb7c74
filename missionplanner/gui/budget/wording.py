"""Say amounts of money in the window's language."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from missionplanner.domain.costs.money import rounded

if TYPE_CHECKING:
    from missionplanner.gui.context import Context

_SWAPPED = str.maketrans(",.", ".,")


def money(ctx: Context, amount: Decimal, currency: str = "") -> str:
    """Return an amount with two decimals and marks of thousands, its currency behind it: 1.250,00 EUR."""
    shown = f"{rounded(amount):,.2f}".replace("-", "\N{MINUS SIGN}")
    local = shown if ctx.wording.locale.decimalPoint() == "." else shown.translate(_SWAPPED)
    return f"{local}\N{NO-BREAK SPACE}{currency}" if currency else local
