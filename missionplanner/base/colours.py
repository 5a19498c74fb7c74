"""Measure colours by WCAG 2.2: how light they are, and whether text in one can be read on another."""

from __future__ import annotations

import re

LEAST_CONTRAST = 4.5
"""Contrast that text needs to be read (WCAG 2.2, 1.4.3)."""
PAPER_WHITE = "#FFFFFF"
_HEX = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, 0 to 1."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def reads_on_paper(colour: str) -> bool:
    """Tell whether text in a colour can be read on white."""
    return contrast(colour, PAPER_WHITE) >= LEAST_CONTRAST


def written(text: str) -> str | None:
    """Return what somebody typed as ``#RRGGBB``, None for what is no colour: ``1f7a5c``, ``#ABC``."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(one * 2 for one in found[1])
    return f"#{digits.upper()}"
