"""Say messages in a language. A document's language is not the window's, so a translator is a value."""

from __future__ import annotations

import gettext
from functools import lru_cache

from missionplanner.base import assets
from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import Message

SOURCE_LANGUAGE = "en"
SCREEN_LANGUAGES = ("en", "it")
DOMAIN = "missionplanner"


class Translator:
    """Translate message ids into one language; what a catalogue lacks is said in English."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, text: str, /, **arguments: object) -> str:
        """Translate ``text`` and fill in its named arguments."""
        translated = self._catalogue.gettext(text) if text else text
        return translated.format(**arguments) if arguments else translated

    def plural(self, one: str, many: str, count: int, /, **arguments: object) -> str:
        """Translate the form that ``count`` asks for; ``{count}`` is filled in."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **arguments)

    def context(self, context: str, text: str) -> str:
        """Translate a word that means different things in different places."""
        return self._catalogue.pgettext(context, text)

    def say(self, message: Message | MissionPlannerError) -> str:
        """Translate a message or what an error says."""
        inner = message.message if isinstance(message, MissionPlannerError) else message
        return self(inner.text, **dict(inner.arguments))


@lru_cache(maxsize=16)
def translator(language: str) -> Translator:
    """Return the translator of a language code as ``it`` or ``it-IT``; English where there is no catalogue."""
    code = language.replace("_", "-").split("-")[0].lower()
    path = assets.path(f"locale/{code}/LC_MESSAGES/{DOMAIN}.mo")
    if code == SOURCE_LANGUAGE or not path.is_file():
        return Translator(code if code == SOURCE_LANGUAGE else SOURCE_LANGUAGE, gettext.NullTranslations())
    with path.open("rb") as file:
        return Translator(code, gettext.GNUTranslations(file))


def system_language() -> str:
    """Guess the person's language from the environment; Italian or English."""
    import locale
    import os

    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value and value not in ("C", "POSIX") and not value.startswith("C."):
            code = value.split(":")[0].split("_")[0].split(".")[0].lower()
            return code if code in SCREEN_LANGUAGES else SOURCE_LANGUAGE
    code = (locale.getlocale()[0] or "").split("_")[0].lower()
    return {"italian": "it", "it": "it"}.get(code, SOURCE_LANGUAGE)


_COUNTRIES = {"it": "IT", "en": "GB", "es": "ES", "fr": "FR", "de": "DE", "nl": "NL", "pt": "PT"}


def spelling_of(language: str) -> str:
    """Return a language as office programs name it: they check the spelling only of one with a country."""
    country = _COUNTRIES.get(language)
    return f"{language}-{country}" if country else language
