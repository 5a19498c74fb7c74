"""Offer what cells of the directory choose from: countries, languages, zones, organisations, value chains."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui.forms.countries import country_names
from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.inspector.offers import Offers

if TYPE_CHECKING:
    from missionplanner.gui.context import Context

_LANGUAGES = ("it", "en", "es", "fr", "de", "pt", "nl", "ca", "eu", "gl", "ja", "zh", "ko", "ar", "ru", "uk", "pl")
_LANGUAGES_TOO = (
    "ro",
    "el",
    "hu",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "bg",
    "da",
    "sv",
    "no",
    "fi",
    "et",
    "lv",
    "lt",
    "tr",
)


def countries(ctx: Context) -> Sequence[Option]:
    """Return all countries, each also by its code and its names in English and Italian."""
    return _countries(ctx.t.language)


def languages(ctx: Context) -> Sequence[Option]:
    """Return languages by name, each also by its code."""
    return _languages(ctx.t.language)


def zones(ctx: Context) -> Sequence[Option]:
    """Return time zones by their largest city."""
    from missionplanner.gui.forms.zones import zone_names

    return [Option(name, zone, (zone,)) for name, zone in zone_names(ctx.t).items()]


def organisations(ctx: Context) -> Sequence[Option]:
    """Return the organisations of the directory."""
    return _offered(ctx).organisations()


def value_chains(ctx: Context) -> Sequence[Option]:
    """Return the value chains by code, each also by its name."""
    from missionplanner.services.directory import value_chains as chains

    if ctx.workspace is None:
        return ()
    try:
        return [Option(code, code, (name,)) for code, name in chains.codes(ctx.workspace)]
    except MissionPlannerError as error:
        ctx.tell(error)
        return ()


def _offered(ctx: Context) -> Offers:
    found = ctx.findChild(Offers)
    return found if found is not None else Offers(ctx, ctx)


@lru_cache(maxsize=4)
def _countries(language: str) -> tuple[Option, ...]:
    own = {code: name for name, code in country_names(language).items()}
    others = [{code: name for name, code in country_names(one).items()} for one in ("en", "it")]
    return tuple(
        Option(name, code, tuple(dict.fromkeys((code, *(one.get(code, "") for one in others)))))
        for code, name in own.items()
    )


@lru_cache(maxsize=4)
def _languages(language: str) -> tuple[Option, ...]:
    from babel import Locale

    names = Locale.parse(language).languages
    both = [Locale.parse(one).languages for one in ("en", "it")]
    return tuple(
        Option(_capital(names[code]), code, (code, *(one[code] for one in both)))
        for code in (*_LANGUAGES, *_LANGUAGES_TOO)
        if code in names
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
