"""Days in words: each language its own order, signs and capitals."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.documents.content.dates import full_day, interval, weekday_and_day

DAY = dt.date(2025, 5, 5)


@pytest.mark.parametrize(
    ("language", "day", "full", "span"),
    [
        ("it", "Lunedì 5 maggio", "Lunedì 5 maggio 2025", "5–7 maggio 2025"),
        ("en", "Monday, 5 May", "Monday, 5 May 2025", "5–7 May 2025"),
        ("es", "Lunes, 5 de mayo", "Lunes, 5 de mayo de 2025", "5–7 de mayo de 2025"),
        ("fr", "Lundi 5 mai", "Lundi 5 mai 2025", "5–7 mai 2025"),
        ("de", "Montag, 5. Mai", "Montag, 5. Mai 2025", "5.–7. Mai 2025"),
        ("nl", "Maandag 5 mei", "Maandag 5 mei 2025", "5–7 mei 2025"),
        ("pt", "Segunda-feira, 5 de maio", "Segunda-feira, 5 de maio de 2025", "5–7 de maio de 2025"),
        ("it+en", "Lunedì 5 maggio · Monday, 5 May", "Lunedì 5 maggio 2025 · Monday, 5 May 2025", None),
    ],
)
def test_a_day_is_said_as_its_language_does(language: str, day: str, full: str, span: str | None) -> None:
    assert weekday_and_day(DAY, language) == day
    assert full_day(DAY, language) == full
    assert span is None or interval(DAY, dt.date(2025, 5, 7), language) == span
