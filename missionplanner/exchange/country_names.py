"""Know countries by the names people write in addresses."""

from __future__ import annotations

from functools import lru_cache

from missionplanner.domain.text import folded

_LANGUAGES = ("en", "it", "es", "fr", "de", "pt", "nl", "pl", "ja", "zh", "ko", "ar", "he", "ru", "el", "eu")
_OTHERS = {
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "u.s.a.": "US",
    "usa": "US",
    "u.s.": "US",
    "stati uniti d'america": "US",
    "united states of america": "US",
    "holland": "NL",
    "olanda": "NL",
    "the netherlands": "NL",
    "czech republic": "CZ",
    "republic of korea": "KR",
    "korea": "KR",
    "uae": "AE",
    "inghilterra": "GB",
    "gran bretagna": "GB",
    "belgie": "BE",
}


def code_of(text: str | None) -> str | None:
    """Return the code of a country by code or by name in sixteen languages; None for what is no country."""
    if not text or len(text) > 80:
        return None
    if len(text.strip()) == 2 and text.strip().upper() in _codes():
        return text.strip().upper()
    return _names().get(folded(text).strip(" .,"))


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(_names().values())


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    from babel import Locale

    found = dict(_OTHERS)
    for language in _LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
                found.setdefault(folded(name), code)
    return found
