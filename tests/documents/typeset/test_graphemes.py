"""Text is divided into what a reader takes for one character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.documents.typeset.graphemes import clusters


@pytest.mark.parametrize(
    "parts",
    [
        ("a", "b", " ", "ü"),
        ("e\u0301", "a"),
        ("a", "\r\n", "b", "\n", "\u0301"),
        ("👨\u200d👩\u200d👧", "👍🏽", "❤\ufe0f"),
        ("🇮🇹", "🇫🇷", "🇩"),
        ("a\u200d", "👩"),
        ("क्षि", "क", "का"),
        ("ক্ষ", "ക്ഷ"),
        ("ខ្មែ", "រ"),
        ("က္ခ", "မ"),
        ("각", "\u1100\u1161\u11a8", "가\u11a8", "각", "가"),
        ("กำ", "ที่"),
        ("\u0600١", "ב\u05b0"),
        ("a", "\u00ad", "b", "\u2060", "\u200b"),
    ],
    ids=ascii,
)
def test_clusters(parts: tuple[str, ...]) -> None:
    assert clusters("".join(parts)) == parts


def test_no_text_has_no_clusters() -> None:
    assert clusters("") == ()


@given(st.text("abé \n\r\u0301\u200d🇮🇹👩🏽क्ष\u0e01\u0e33가\u11a8\u00ad"))
def test_clusters_join_to_the_text_and_begin_with_no_mark(text: str) -> None:
    found = clusters(text)
    assert "".join(found) == text
    for before, after in zip(found, found[1:], strict=False):
        assert after[0] not in "\u0301\u200d" or before[-1] in "\r\n\u00ad"
        assert clusters(after) == (after,)


@given(st.text("abc äöü – “x” … ß"))
def test_the_quick_way_gives_what_the_rules_give(text: str) -> None:
    assert clusters(text) == clusters(f"{text}\u0301\u0301")[: len(text) - 1] + tuple(text[-1:])
