from __future__ import annotations

from missionplanner.base.i18n import translator
from missionplanner.domain.checks import said, weekday_mismatch
from missionplanner.domain.texts import Texts
from tests.factories import START


def test_a_text_that_names_another_weekday_is_warned_of() -> None:
    found = weekday_mismatch(Texts.of("Visit"), START, 2)
    assert found is not None
    spoken = said(found, translator("en"), lambda day: f"{day:%A %d %B}")
    assert spoken == "“Visit” on Monday 05 May: the text says Tuesday."
    assert weekday_mismatch(Texts.of("Visit"), START, 1) is None
