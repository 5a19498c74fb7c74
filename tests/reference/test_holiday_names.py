from __future__ import annotations

import gettext

import pytest

from missionplanner.base.i18n import Translator
from missionplanner.reference.holiday_names import translated


class Catalogue(gettext.NullTranslations):
    """Be a catalogue of three entries."""

    WORDS = {
        "Labor Day": "Festa del lavoro",
        "Eid al-Fitr": "Fine del Ramadan",
        "{holiday} (expected date)": "{holiday} (data presunta)",
    }

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        ("Labor Day", "Festa del lavoro"),
        ("Eid al-Fitr (estimated)", "Fine del Ramadan (data presunta)"),
        ("Labor Day; Eid al-Fitr", "Festa del lavoro; Fine del Ramadan"),
        ("Labor Day; Day of a Saint Nobody Knows", None),
        ("Day of a Saint Nobody Knows", None),
    ],
)
def test_a_name_is_translated_whole_or_not_at_all(english: str, italian: str | None) -> None:
    assert translated(english, Translator("it", Catalogue())) == italian
