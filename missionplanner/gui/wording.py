"""Say vocabulary, days and counts in the window's language: days by Qt's locale data, words by the catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QDate, QLocale

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.domain import naming
from missionplanner.domain.naming import KINDS, PARTS
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, MissionStatus, PartOfDay

_TONES: dict[MissionStatus, str] = {
    MissionStatus.UNDER_WAY: "ok",
    MissionStatus.CONFIRMED: "ok",
    MissionStatus.PLANNING: "info",
    MissionStatus.IDEA: "quiet",
    MissionStatus.CLOSING: "info",
    MissionStatus.FOLLOW_UP: "info",
    MissionStatus.POSTPONED: "warn",
    MissionStatus.CANCELLED: "danger",
    MissionStatus.ARCHIVED: "quiet",
}
MISSION_STATUSES = {status: (tone, naming.MISSION_STATUSES[status]) for status, tone in _TONES.items()}
"""Tone and word of every status, in the order missions are shown."""
THEME_NAMES = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}
"""Theme as the settings keep it → its name."""
_LOCALES = {"en": "en_GB", "it": "it_IT"}


class Wording:
    """Be the window's way of speaking one language."""

    def __init__(self, t: Translator) -> None:
        self.t = t
        self.locale = QLocale(_LOCALES.get(t.language, t.language))

    def weekday(self, day: dt.date) -> str:
        """Return a short day: "Tue 6 May"."""
        return self._capital(self._written(day, "ddd d MMM").replace(".", ""))

    def short_day(self, day: dt.date) -> str:
        """Return a day with its year where room is scarce: "6 May 2025"."""
        return self._written(day, "d MMM yyyy").replace(".", "")

    def full_day(self, day: dt.date) -> str:
        """Return a day in full: "Tuesday 6 May 2025"."""
        return self._capital(self._written(day, "dddd d MMMM yyyy"))

    def day_within(self, day: dt.date) -> str:
        """Return a day in full as it stands within a sentence: "Tuesday 6 May 2025", "martedì 6 maggio 2025"."""
        return self._written(day, "dddd d MMMM yyyy")

    def place_name(self, organisation: str, number: int, count: int) -> str:
        """Return what a place of the delegation is called that nobody is named for yet: "Place 2 of 3: AFM"."""
        if not organisation:
            return self.t("Place not yet named")
        if count == 1:
            return self.t("Place of {organisation}", organisation=organisation)
        words = {"organisation": organisation, "number": number, "count": count}
        return self.t("Place {number} of {count}: {organisation}", **words)

    def plain_day(self, day: dt.date) -> str:
        """Return a day within a sentence: "6 May"."""
        return self._written(day, "d MMMM")

    def days(self, first: dt.date, last: dt.date) -> str:
        """Return a stretch of days: "5–7 May 2025"."""
        if first == last:
            return self._written(first, "d MMMM yyyy")
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self._written(last, 'd MMMM yyyy')}"
        shape = "d MMMM" if first.year == last.year else "d MMMM yyyy"
        return f"{self._written(first, shape)} – {self._written(last, 'd MMMM yyyy')}"

    def kind(self, kind: ItemKind) -> str:
        return self.t(KINDS[kind])

    def part(self, part: PartOfDay) -> str:
        return self.t(PARTS[part])

    def mission_status(self, status: MissionStatus | None) -> tuple[str, str]:
        """Return tone and word of a mission's status."""
        if status is None:
            return "quiet", self.t("Without a status")
        tone, word = MISSION_STATUSES[status]
        return tone, self.t(word)

    def item_status(self, status: ItemStatus | None) -> str:
        """Return the word of an item's status, nothing where there is none."""
        return self.item_statuses()[status] if status is not None else ""

    def item_statuses(self) -> dict[ItemStatus, str]:
        """Return every status of an item with its word, in the order of a form."""
        t = self.t
        return {
            ItemStatus.IDEA: t.context("item", "Idea"),
            ItemStatus.REQUESTED: t.context("item", "Requested"),
            ItemStatus.TENTATIVE: t.context("item", "Tentative"),
            ItemStatus.CONFIRMED: t.context("item", "Confirmed"),
            ItemStatus.CANCELLED: t.context("item", "Cancelled"),
        }

    def items(self, count: int) -> str:
        return self.t.plural("{count} item", "{count} items", count)

    def delegates(self, count: int) -> str:
        return self.t.plural("{count} delegate", "{count} delegates", count)

    def listed(self, parts: Iterable[str]) -> str:
        """Join facts with the dot that separates them on screen, leaving out empty ones."""
        return "  ·  ".join(part for part in parts if part)

    def _written(self, day: dt.date, shape: str) -> str:
        return self.locale.toString(QDate(day.year, day.month, day.day), shape)

    @staticmethod
    def _capital(text: str) -> str:
        return text[:1].upper() + text[1:]


def language_name(code: str) -> str:
    """Return a language's name in that language, as Italiano; the code where it is none's."""
    locale = QLocale(code)
    if locale.language() is QLocale.Language.C:
        return code
    if locale.language() is QLocale.Language.English:  # which Qt calls after the country
        return "English"
    name = locale.nativeLanguageName().partition(" de ")[0]
    return name[:1].upper() + name[1:]
