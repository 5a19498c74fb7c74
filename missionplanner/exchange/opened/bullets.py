"""Know the marks lists begin their lines with."""

from __future__ import annotations

import re

_BULLET = re.compile(r"\s*[•●▪■◦‣⁃·∙*►▶➢✓✔\-–—]\s+(?=\S)|\s*[•●▪◦‣►▶➢]")


def bulleted(text: str) -> bool:
    """Tell whether a line begins with the mark of a list."""
    return _BULLET.match(text) is not None
