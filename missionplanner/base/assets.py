"""Find what the program brings along: fonts, icons, catalogues, samples."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def root() -> Path:
    """Return the folder of resources: inside the installed package, else beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def path(name: str) -> Path:
    """Return the path of a resource by its name, as ``fonts/SourceSans3-Regular.ttf``. It need not exist."""
    return root() / name
