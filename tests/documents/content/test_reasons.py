"""Why something was not held, in the language of the paper."""

from __future__ import annotations

import pytest

from missionplanner.base.i18n import translator
from missionplanner.documents.content.report.reasons import reason_said
from missionplanner.domain.results.naming import USUAL_REASONS


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("AFM non si è presentato.", "AFM did not come."),
        (" AFM e B. & C. (Bilbao) non si sono presentati.", "AFM and B. & C. (Bilbao) did not come."),
        ("Il sindaco era malato.", "Il sindaco era malato."),
    ],
)
def test_what_was_noted_in_usual_words_is_said_in_the_language_of_the_paper(why: str, said: str) -> None:
    assert reason_said(why, translator("en")) == said


@pytest.mark.parametrize("language", ["it", "de"])
def test_every_usual_reason_is_known_again_with_or_without_its_full_stop(language: str) -> None:
    written = [translator(language)(one) for one in USUAL_REASONS]
    assert [reason_said(one.rstrip(".").upper(), translator("en")) for one in written] == list(USUAL_REASONS)
