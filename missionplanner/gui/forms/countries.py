"""Say countries by name and keep them by their code of two letters (ISO 3166)."""

from __future__ import annotations

from functools import lru_cache

from missionplanner.domain.text import folded


@lru_cache(maxsize=4)
def country_names(language: str) -> dict[str, str]:
    """Return name → code of every country in a language, by name."""
    from babel import Locale

    territories = Locale.parse(language).territories
    found = {name: code for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    return dict(sorted(found.items(), key=lambda pair: folded(pair[0])))


def country_name(code: str | None, language: str) -> str:
    """Return a country's name, the code itself where it is no country's; nothing for None."""
    if not code:
        return ""
    return next((name for name, own in country_names(language).items() if own == code.upper()), code)


def country_code(text: str, language: str) -> str | None:
    """Return the code of what was typed: a name, the beginning of only one, a code; else the text itself."""
    typed = folded(text.strip())
    if not typed:
        return None
    names = {folded(name): code for name, code in country_names(language).items()}
    if typed in names:
        return names[typed]
    if len(typed) == 2 and typed.upper() in names.values():
        return typed.upper()
    fitting = {code for name, code in names.items() if name.startswith(typed)}
    return fitting.pop() if len(fitting) == 1 else text.strip()
