"""Read counts, sums of money, degrees, and yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from missionplanner.base.messages import N_
from missionplanner.domain.text import folded
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values.reading import NOTHING, Reading, line_of, shown, text_of, wrong

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₩": "KRW", "zł": "PLN", "euro": "EUR", "chf": "CHF"}
_DIGITS = re.compile(r"[+-]?\d[\d.,'’\s]*")
_CODE = re.compile(r"\b([A-Z]{3})\b")
_YES_LIST = (
    "yes y si s oui o ja j sim x true vero 1 ok ✓ ✔ ☑ ☒ consented confirmed confermato wahr verdadero vrai "
)
_YES = frozenset(_YES_LIST.split())
_NO_LIST = "no n non nein não nao nee false falso 0 - ✗ ✘ ☐ none nessuno falsch faux "
_NO = frozenset(_NO_LIST.split())
MOST = Decimal(10) ** 12
"""No sum of a mission is larger."""


def yes(cell: Cell) -> Reading:
    """Read yes or no in seven languages, a cross or a tick too."""
    if isinstance(cell, bool):
        return Reading(cell)
    word = folded(line_of(cell)).strip(" .!")
    if not word:
        return NOTHING
    first = word.split()[0].strip(",;:")
    for one in (word, first):
        if one in _YES or one in _NO:
            return Reading(one in _YES, doubtful=one != word)
    return wrong(N_("“{value}” is neither yes nor no."), value=shown(cell))


def decimal_mark(cells: Iterable[Cell]) -> str | None:
    """Return the mark before the decimals that the sums of a column show, None where none shows any."""
    votes = {",": 0, ".": 0}
    for cell in cells:
        found = _DIGITS.search(text_of(cell)) if isinstance(cell, str) else None
        if found is None:
            continue
        digits = found[0].strip()
        marks = [letter for letter in digits if letter in ",."]
        if len(set(marks)) == 2:
            votes[marks[-1]] += 2
        elif len(marks) == 1 and len(digits.rpartition(marks[0])[2]) != 3:
            votes[marks[0]] += 1
        elif len(marks) > 1:
            votes["." if marks[0] == "," else ","] += 1
    if votes[","] == votes["."]:
        return None
    return "," if votes[","] > votes["."] else "."


def amount(cell: Cell, mark: str | None = None) -> Reading:
    """Read a sum: ``1.234,50 €``, ``1,234.50``, ``1'234.50``, ``(120)`` is negative. Exact, never a float."""
    if isinstance(cell, bool) or cell is None:
        return NOTHING
    if isinstance(cell, int | float):
        value = Decimal(str(cell))
        return Reading(value.quantize(Decimal("0.0001")).normalize() + 0) if abs(value) < MOST else _no_sum(cell)
    text = text_of(cell)
    found = _DIGITS.search(text)
    if not text:
        return NOTHING
    if found is None or len(_DIGITS.findall(text)) > 1:
        return _no_sum(cell)
    digits = re.sub(r"['’\s]", "", found[0]).rstrip(".,")
    plain, sure = _plain(digits, mark)
    if plain is None or abs(plain) >= MOST:
        return _no_sum(cell)
    negative = (text.startswith("(") and text.endswith(")")) or text[: found.start()].strip().endswith(("-", "−"))
    return Reading(-plain if negative else plain, doubtful=not sure)


def _plain(digits: str, mark: str | None) -> tuple[Decimal | None, bool]:
    """Return the number some digits and marks write, and whether it could be no other."""
    marks = [letter for letter in digits if letter in ",."]
    if len(set(marks)) == 2:
        decimals: str | None = marks[-1]
        sure = marks.count(marks[-1]) == 1
    elif len(marks) == 1 and len(digits.rpartition(marks[0])[2]) == 3:
        decimals, sure = (marks[0] if mark == marks[0] else None), mark is not None
    else:
        decimals, sure = (marks[0] if len(marks) == 1 else None), True
    whole, _, rest = digits.rpartition(decimals) if decimals else (digits, "", "")
    whole = whole.replace(",", "").replace(".", "")
    if not sure and len(set(marks)) == 2:
        return None, False
    return Decimal(f"{whole or '0'}.{rest or '0'}") if rest else Decimal(whole or "0"), sure


def _no_sum(cell: Cell) -> Reading:
    return wrong(N_("“{value}” is not an amount."), value=shown(cell))


def currency_in(cell: Cell) -> str | None:
    """Return the currency a sum is written with, None where it tells none."""
    text = text_of(cell) if isinstance(cell, str) else ""
    lower = text.lower()
    signed = next((code for sign, code in _SIGNS.items() if sign in lower), None)
    code = _CODE.search(text)
    return signed or (code[1] if code is not None and _is_currency(code[1]) else None)


def currency(cell: Cell) -> Reading:
    """Read a currency: its code, sign or usual name."""
    text = line_of(cell)
    if not text:
        return NOTHING
    code = currency_in(text) or (text.upper() if _is_currency(text.upper()) else None)
    return Reading(code) if code else wrong(N_("“{value}” is not a currency."), value=shown(cell))


def _is_currency(code: str) -> bool:
    from babel import Locale

    return code in Locale("en").currencies


def count(cell: Cell) -> Reading:
    """Read a whole number that is not negative: ``ca. 120``, ``120-150`` is 120 with doubt."""
    if isinstance(cell, bool):
        return wrong(N_("“{value}” is not a number."), value=shown(cell))
    if isinstance(cell, int | float):
        whole = float(cell).is_integer() and 0 <= cell < 10**9
        return Reading(int(cell)) if whole else wrong(N_("“{value}” is not a number."), value=shown(cell))
    text = line_of(cell)
    if not text:
        return NOTHING
    found = re.findall(r"\d+", re.sub(r"(?<=\d)[.,'’ ](?=\d{3}\b)", "", text))
    if not found or len(found[0]) > 9:
        return wrong(N_("“{value}” is not a number."), value=shown(cell))
    return Reading(int(found[0]), doubtful=not text.isdigit())


def degrees(cell: Cell, most: float) -> Reading:
    """Read degrees of latitude or longitude, decimal."""
    text = line_of(cell).replace(",", ".").rstrip("°").strip()
    if not text:
        return NOTHING
    try:
        value = float(text)
    except ValueError:
        return wrong(N_("“{value}” is not a coordinate in decimal degrees."), value=shown(cell))
    if not -most <= value <= most:
        return wrong(N_("“{value}” is not a coordinate in decimal degrees."), value=shown(cell))
    return Reading(value)
