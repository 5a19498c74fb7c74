"""Round, convert and share out amounts of money: the one place where anything is rounded.

Rounding is half-up to cents, at the end of a conversion. Limits are those of the mission file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

CENT = Decimal("0.01")
ALL = Decimal(100)
"""Per cent of the whole."""
_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)
_CURRENCY = re.compile(r"[A-Z]{3}")
_WHOLE_MONEY, _DECIMALS_OF_MONEY = 15, 4
_WHOLE_RATE, _DECIMALS_OF_RATE = 10, 12


def rounded(amount: Decimal) -> Decimal:
    """Return an amount in whole cents, half away from zero."""
    return amount.quantize(CENT, context=_EXACT) + Decimal(0)  # which makes of -0.00 a plain 0.00


def product(quantity: Decimal, unit: Decimal) -> Decimal:
    """Return what so many of something cost, in cents."""
    return rounded(_EXACT.multiply(quantity, unit))


def converted(amount: Decimal, rate: Decimal) -> Decimal:
    """Return an amount in another currency of which one unit of this one is worth ``rate``, in cents."""
    return rounded(_EXACT.multiply(amount, rate))


def converted_back(amount: Decimal, rate: Decimal) -> Decimal:
    """Return the amount in the currency of which one unit is worth ``rate`` of this one, in cents."""
    return rounded(_EXACT.divide(amount, rate))


def shared(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Share an amount in cents out by weights, so that the parts add up to it to the cent.

    Cents left over go to the largest remainders, of equal ones to the first. ``weights`` are not negative and
    not all nothing.
    """
    cents = int(rounded(amount).scaleb(2))
    scale = max(0, *(-int(one.as_tuple().exponent) for one in weights))
    whole = [int(one.scaleb(scale)) for one in weights]
    total = sum(whole)
    found = [divmod(abs(cents) * one, total) for one in whole]
    parts = [part for part, _rest in found]
    by_remainder = sorted(range(len(found)), key=lambda place: (-found[place][1], place))
    for place in by_remainder[: abs(cents) - sum(parts)]:
        parts[place] += 1
    return tuple(Decimal(part if cents >= 0 else -part).scaleb(-2) for part in parts)


def plain_text(number: Decimal) -> str:
    """Return a number in plain digits without noughts at its end: 33.3, 100."""
    return format(number.normalize(), "f")


def allowed_amount(amount: Decimal | None, field: str) -> Decimal | None:
    """Return an amount as it may be kept. Raises Invalid for more than four decimals or fifteen digits before."""
    if amount is None:
        return None
    plain = _plain(amount)
    if not _fits(plain, _WHOLE_MONEY, _DECIMALS_OF_MONEY):
        raise Invalid(N_("An amount has at most four decimals."), field=field)
    return plain


def allowed_quantity(amount: Decimal | None, field: str) -> Decimal | None:
    """Return a quantity or a price as it may be kept. Raises Invalid for one below nothing, or as for amounts."""
    plain = allowed_amount(amount, field)
    if plain is not None and plain < 0:
        raise Invalid(N_("This cannot be less than nothing."), field=field)
    return plain


def allowed_rate(rate: Decimal | None, field: str) -> Decimal | None:
    """Return a rate of exchange as it may be kept. Raises Invalid where it is not above nothing, or too long."""
    if rate is None:
        return None
    plain = _plain(rate)
    if plain <= 0 or not _fits(plain, _WHOLE_RATE, _DECIMALS_OF_RATE):
        raise Invalid(N_("A rate is above nothing and has at most twelve decimals, as 0.9215."), field=field)
    return plain


def allowed_percent(percent: Decimal | None, field: str) -> Decimal | None:
    """Return a share as it may be kept. Raises Invalid outside 0 to 100 per cent, or past four decimals."""
    if percent is None:
        return None
    plain = _plain(percent)
    if not 0 <= plain <= ALL or not _fits(plain, 3, _DECIMALS_OF_MONEY):
        raise Invalid(N_("A share lies between 0 and 100 per cent."), field=field)
    return plain


def allowed_currency(code: str | None, field: str) -> str | None:
    """Return the code of a currency in capitals, None for nothing. Raises Invalid for what cannot be one."""
    typed = (code or "").strip().upper()
    if typed and _CURRENCY.fullmatch(typed) is None:
        raise Invalid(
            N_("“{text}” is not a currency code of three letters, such as EUR."), field=field, text=typed
        )
    return typed or None


def _plain(number: Decimal) -> Decimal:
    """Return a number without an exponent, and nothing without a sign."""
    return abs(Decimal(format(number, "f"))) if number == 0 else Decimal(format(number, "f"))


def _fits(number: Decimal, whole: int, decimals: int) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= decimals and number.copy_abs() < Decimal(10) ** whole
