"""Titles: the largest style that fits, and no word broken that need not be."""

from __future__ import annotations

import datetime as dt

import pytest

from missionplanner.base.i18n import translator
from missionplanner.documents.cover import TITLES
from missionplanner.documents.design import SHEETS, Accent
from missionplanner.documents.parts.setter import Run, Setter
from missionplanner.documents.typeset import Batch


def fitted(text: str, most: int = 4) -> Run:
    batch = Batch(created=dt.datetime(2025, 4, 28, tzinfo=dt.UTC))
    setter = Setter(batch, SHEETS["a4"], Accent.of(None), translator("en"))
    return setter.fitted(text, TITLES, setter.sheet.measure, most)


@pytest.mark.parametrize("most", [2, 3, 4])
def test_japanese_with_spaces_is_broken_at_them(most: int) -> None:
    run = fitted("北海道 市長海外行政視察 (オランダ ほか) 日程", most)
    assert len(run.lines) <= most
    assert " ".join(run.lines) == "北海道 市長海外行政視察 (オランダ ほか) 日程"


def test_japanese_without_spaces_is_broken_where_it_must_be() -> None:
    run = fitted("北海道市長海外行政視察オランダほか日程について二〇二五年", 2)
    assert len(run.lines) == 2
    assert "".join(run.lines) == "北海道市長海外行政視察オランダほか日程について二〇二五年"


def test_latin_titles_keep_the_largest_style() -> None:
    run = fitted("Emilia-Romagna in the Basque Country")
    assert run.style.size >= 64
    assert " ".join(run.lines) == "Emilia-Romagna in the Basque Country"
