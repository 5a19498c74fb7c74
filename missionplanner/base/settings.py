"""Keep what a person chose for this computer: language, theme, the window's size. One small JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from missionplanner.base import paths
from missionplanner.base.i18n import SCREEN_LANGUAGES

THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Values:
    """Be one state of the settings. ``language`` empty follows the system; sizes are logical pixels."""

    language: str = ""
    theme: str = "system"
    width: int = 1280
    height: int = 800
    maximised: bool = False


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
    kept: dict[str, Any] = {name: value for name, value in found.items() if type(value) is kinds.get(name)}
    return _plausible(Values(**kept))


def _plausible(values: Values) -> Values:
    language = values.language if values.language in SCREEN_LANGUAGES else ""
    theme = values.theme if values.theme in THEMES else "system"
    width, height = (min(max(one, 400), 20_000) for one in (values.width, values.height))
    return replace(values, language=language, theme=theme, width=width, height=height)
