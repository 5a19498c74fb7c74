"""Keep what a person chose for this computer: language, theme, the window's size. One small JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from missionplanner.base import paths
from missionplanner.base.i18n import SCREEN_LANGUAGES

THEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 115, 130, 150, 175)
"""Per cent of the usual height of letters (UX §11)."""
SNAPS = (5, 10, 15)
"""Minutes that a drag on the agenda keeps to (UX §5)."""
PAPERS = ("a4", "letter")
RECENT = 20
"""How many choices the palette remembers."""


@dataclass(frozen=True, slots=True)
class Values:
    """Be one state of the settings. ``language`` empty follows the system; sizes are logical pixels.

    ``text_size`` is per cent, ``snap`` minutes. ``letters`` lets single letters be keys (WCAG 2.1.4),
    ``coached`` tells that the first hint on the agenda was followed or sent away. ``recent`` are keys of what
    was last chosen in the palette, the latest first; they name nobody. ``inspector_more`` unfolds the
    inspector's further fields, ``issues_folded`` keeps what the checks found in one line under the agenda,
    ``agenda_columns`` are the columns of the agenda's list as ``name:width``, a hidden one with width 0.
    ``lists`` are the layouts of other lists, as name and JSON; ``packs`` the pack printed last of a mission, as
    ids of both.
    """

    language: str = ""
    theme: str = "system"
    high_contrast: bool = False
    width: int = 1280
    height: int = 800
    maximised: bool = False
    recent: tuple[str, ...] = ()
    text_size: int = 100
    snap: int = 5
    letters: bool = True
    paper: str = "a4"
    coached: bool = False
    inspector_more: bool = False
    issues_folded: bool = False
    agenda_columns: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


class Settings:
    """Read settings once and write them whenever one changes. What cannot be read is as if never chosen."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or file()
        self.values = _read(self.path)

    def change(self, **chosen: Any) -> None:
        """Keep other values. Raises TypeError for a name that is none, NotWritten where the disk says no."""
        from missionplanner.base import atomic_files

        changed = replace(self.values, **chosen)
        if changed != self.values:
            self.values = changed
            atomic_files.folder(self.path.parent)
            atomic_files.write(self.path, json.dumps(asdict(changed), indent=1).encode(), force=True)


def file() -> Path:
    """Return where the settings of this computer lie."""
    import platformdirs

    return Path(platformdirs.user_config_dir(paths.APP, appauthor=False)) / "settings.json"


def _read(path: Path) -> Values:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Values()
    if not isinstance(found, dict):
        return Values()
    kinds = {one.name: type(one.default) for one in fields(Values)}
    found = {name: _texts(value) if isinstance(value, list) else value for name, value in found.items()}
    kept: dict[str, Any] = {name: value for name, value in found.items() if type(value) is kinds.get(name)}
    return _plausible(Values(**kept))


def _texts(values: list[Any]) -> tuple[str, ...]:
    return tuple(one for one in values if isinstance(one, str))


def _plausible(values: Values) -> Values:
    usual = Values()
    width, height = (min(max(one, 400), 20_000) for one in (values.width, values.height))
    return replace(
        values,
        language=values.language if values.language in SCREEN_LANGUAGES else usual.language,
        theme=values.theme if values.theme in THEMES else usual.theme,
        width=width,
        height=height,
        text_size=values.text_size if values.text_size in TEXT_SIZES else usual.text_size,
        snap=values.snap if values.snap in SNAPS else usual.snap,
        paper=values.paper if values.paper in PAPERS else usual.paper,
        recent=values.recent[:RECENT],
    )
