"""Offer time zones by the cities people know."""

from __future__ import annotations

import zoneinfo

from missionplanner.base.i18n import Translator

_AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def zone_names(t: Translator) -> dict[str, str]:
    """Return every zone people live in as "Madrid (Europe)" → ``Europe/Madrid``, by name."""
    words = {
        "Africa": t("Africa"),
        "America": t("America"),
        "Asia": t("Asia"),
        "Atlantic": t("Atlantic"),
        "Australia": t("Australia"),
        "Europe": t("Europe"),
        "Indian": t("Indian Ocean"),
        "Pacific": t("Pacific"),
    }
    found: dict[str, str] = {}
    for name in zoneinfo.available_timezones():
        area, _, rest = name.partition("/")
        if area in _AREAS and rest:
            city = rest.rpartition("/")[2].replace("_", " ")
            found[f"{city} ({words[area]})"] = name
    return dict(sorted(found.items()))


def chosen_zone(text: str, names: dict[str, str]) -> str:
    """Return the zone of what was typed: a name of the list, a zone's own, or the only city that begins so."""
    typed = text.strip()
    if typed in names:
        return names[typed]
    start = typed.casefold()
    fitting = {zone for name, zone in names.items() if start and name.casefold().startswith(start)}
    return fitting.pop() if len(fitting) == 1 else typed
