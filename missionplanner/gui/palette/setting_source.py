"""List the settings that are one choice: language, theme, size of text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from missionplanner.base.i18n import SCREEN_LANGUAGES
from missionplanner.base.messages import N_
from missionplanner.base.settings import TEXT_SIZES, THEMES
from missionplanner.gui.context import Context
from missionplanner.gui.palette.entries import Entry, Group, in_both
from missionplanner.gui.wording import THEME_NAMES, language_name

Set = Callable[[str, object], object]

_THEME_ICONS = {"system": "sun-moon", "light": "sun", "dark": "moon"}
_LANGUAGE, _THEME, _SIZE = N_("Language"), N_("Theme"), N_("Text size")


class SettingSource:
    """List each choice there is; the one in force says so."""

    def __init__(self, wanted: Set) -> None:
        self._wanted = wanted

    def entries(self, ctx: Context) -> list[Entry]:
        """Return the choices of all three settings."""
        t, values = ctx.t, ctx.settings.values
        languages = [
            self._entry(ctx, "language", one, t.language, _LANGUAGE, language_name(one), "languages")
            for one in SCREEN_LANGUAGES
        ]
        themes = [
            self._entry(ctx, "theme", one, values.theme, _THEME, t(THEME_NAMES[one]), _THEME_ICONS[one])
            for one in THEMES
        ]
        sizes = [
            self._entry(ctx, "text_size", one, values.text_size, _SIZE, f"{one}\u202f%", "type")
            for one in TEXT_SIZES
        ]
        return [*languages, *themes, *sizes]

    def _entry(  # noqa: PLR0913 - three settings of one shape
        self, ctx: Context, name: str, value: object, now: object, setting: str, choice: str, icon: str
    ) -> Entry:
        return Entry(
            key=f"setting:{name}:{value}",
            group=Group.SETTINGS,
            title=f"{ctx.t(setting)}: {choice}",
            hint=ctx.t("Chosen now") if value == now else "",
            icon=icon,
            words=(*in_both(setting, THEME_NAMES.get(str(value), "")), choice),
            run=partial(self._wanted, name, value),
        )
