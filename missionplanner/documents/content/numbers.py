"""Say numbers, shares and amounts of money as a language does."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_currency, format_decimal, format_percent

from missionplanner.documents.content.dates import locale_of

Number = int | float | Decimal | Fraction


def number(value: Number, language: str, decimals: int = 2) -> str:
    """Return a number with at most so many decimals: ``1,234.5``."""
    plain = value if isinstance(value, int) else Decimal(str(float(value))).quantize(Decimal(1).scaleb(-decimals))
    pattern = f"#,##0.{'#' * decimals}" if decimals else "#,##0"
    return format_decimal(plain, pattern, locale=locale_of(language))


def percent(share: float | Fraction, language: str) -> str:
    """Return a share of 1 in whole per cent: ``72%``."""
    return format_percent(round(float(share), 2), locale=locale_of(language))


def money(amount: Decimal, currency: str, language: str, *, cents: bool = False) -> str:
    """Return an amount in its currency, in whole units where it has no cents: ``€12,500``.

    With ``cents`` it has them all the same, as where it stands among others that do.
    """
    locale = locale_of(language)
    whole = not cents and amount == amount.to_integral_value()
    if not currency:
        return number(amount, language, 0 if whole else 2)
    if not whole:
        return format_currency(amount, currency, locale=locale)
    pattern = locale.currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(amount, currency, pattern, locale=locale, currency_digits=False)
