"""Read numbers and amounts of money the way people type them (UX §7)."""

from __future__ import annotations

import re
from decimal import Decimal

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

_SPACES = re.compile(r"[\s\u00a0\u202f'’_]+")
_CURRENCY = re.compile(r"^(?:[A-Z]{3}|[€$£¥])\s*|\s*(?:[A-Z]{3}|[€$£¥])$")
_FIGURE = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_GROUPED = 3
"""Digits between two marks of thousands."""


def amount_of(text: str, field: str, mark: str = ",") -> Decimal | None:
    """Return the amount of ``1.250,00``, ``1250.00``, ``1 250``, ``€ 12,5``, ``(40)``; None for nothing.

    ``mark`` is the decimal mark where a single one leaves it open, as in ``1.250``. Raises Invalid, naming
    ``field``, for what is no amount.
    """
    typed = text.strip()
    if not typed:
        return None
    negative = typed.startswith("(") and typed.endswith(")")
    bare = _SPACES.sub("", _CURRENCY.sub("", typed.strip("()").strip()))
    if _FIGURE.fullmatch(bare) is None:
        raise Invalid(N_("“{text}” is not an amount, such as 1250 or 12.50."), field=field, text=typed)
    plain = _plain(bare, mark)
    if plain is None:
        raise Invalid(N_("“{text}” is not an amount, such as 1250 or 12.50."), field=field, text=typed)
    return -Decimal(plain) if negative else Decimal(plain)


def number_of(text: str, field: str) -> int | None:
    """Return the whole number of ``1200``, ``1.200`` or ``1 200``; None for nothing. Raises Invalid."""
    typed = text.strip()
    if not typed:
        return None
    bare = _SPACES.sub("", typed)
    parts = re.split(r"[.,]", bare)
    grouped = len(parts) == 1 or all(len(one) == _GROUPED for one in parts[1:])
    whole = "".join(parts)
    if not grouped or not whole.removeprefix("-").removeprefix("+").isdecimal() or len(whole) > _LONGEST:
        raise Invalid(N_("“{text}” is not a whole number."), field=field, text=typed)
    return int(whole)


_LONGEST = 12


def _plain(bare: str, mark: str) -> str | None:
    """Return a figure with a point before its decimals and no other mark, None where the marks make no sense."""
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return bare
    kinds = {one for one in bare if one in ".,"}
    decimal = bare[last]
    if len(kinds) == 1 and (bare.count(decimal) > 1 or (decimal != mark and len(bare) - last - 1 == _GROUPED)):
        whole, decimals = bare, ""
    else:
        whole, decimals = bare[:last], bare[last + 1 :]
    groups = re.split(r"[.,]", whole.lstrip("+-"))
    if len(groups) > 1 and (any(len(one) != _GROUPED for one in groups[1:]) or len(groups[0]) > _GROUPED):
        return None
    sign = "-" if whole.startswith("-") else ""
    return sign + "".join(groups) + (f".{decimals}" if decimals else "")
