"""Mixed text is resolved and reordered by the rules of UAX #9."""

from __future__ import annotations

from unicodedata import bidirectional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.documents.typeset.bidi import levels, reordered, runs

REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
# As in BidiCharacterTest: code points; 0, 1 or 2 (automatic); base level; levels, x if removed; visual order.
LINES = """
0061 0020 0028 0062 0029 0020 05E9;2;0;0 0 0 0 0 0 1;0 1 2 3 4 5 6
0061 0020 0028 05E9 0029 0020 0062;2;0;0 0 0 1 0 0 0;0 1 2 3 4 5 6
0061 0020 0028 05E9 0020 0062 0029 0020 05D2;2;0;0 0 0 1 0 0 0 0 1;0 1 2 3 4 5 6 7 8
0028 0061 0029 0020 05E9;1;1;1 2 1 1 1;4 3 2 1 0
05E9 0020 0028 0061 0029 0020 05D1;0;0;1 0 0 0 0 0 1;0 1 2 3 4 5 6
05D0 0028 0062 0029 05D2;1;1;1 1 2 1 1;4 3 2 1 0
05D0 05D1 0031 0032 0020 0033;2;1;1 1 2 2 1 2;5 4 2 3 1 0
0661 0662 0663 0020 0061 0062 0063;2;0;2 2 2 0 0 0 0;0 1 2 3 4 5 6
0645 0631 062D 0628 0627 0020 0031 0032 002D 0033 0034;2;1;1 1 1 1 1 1 2 2 1 2 2;9 10 8 6 7 5 4 3 2 1 0
05D0 0020 0031 0032 002D 0033 0034;2;1;1 1 2 2 2 2 2;2 3 4 5 6 1 0
05D0 0020 0031 002C 0032 0033 0034 002E 0035 0025;2;1;1 1 2 2 2 2 2 2 2 2;2 3 4 5 6 7 8 9 1 0
0024 0035 0020 05D0;2;1;2 2 1 1;3 2 0 1
05D0 0020 0024 0035;2;1;1 1 2 2;2 3 1 0
0061 0020 002B 0035 0020 0628;2;0;0 0 0 0 0 1;0 1 2 3 4 5
0628 0020 0035 0025;2;1;1 1 2 1;3 2 1 0
0035 002B 0036 0020 05D0;2;1;2 2 2 1 1;4 3 0 1 2
0035 002B 0036;1;1;2 2 2;0 1 2
0061 2067 05E9 0031 2069 0062;2;0;0 0 1 2 0 0;0 1 3 2 4 5
2067 0061 0062 0063 2069 0020 05E9;2;1;1 4 4 4 1 1 1;6 5 4 1 2 3 0
2068 05E9 05DC 05D5 05DD 2069 0020 0078;2;0;0 1 1 1 1 0 0 0;0 4 3 2 1 5 6 7
05E9 0020 2068 0061 0021 2069 0020 05D1;2;1;1 1 1 2 2 1 1 1;7 6 5 3 4 2 1 0
05E9 0020 2066 0061 0021 2069 0021;2;1;1 1 1 2 2 1 1;6 5 3 4 2 1 0
2066 05E9 0061 0062;2;0;0 3 2 2;0 1 2 3
0061 2069 05E9 2069;2;0;0 0 1 0;0 1 2 3
0061 202B 05D1 0021 202C 0063;2;0;0 x 1 1 x 0;0 3 2 5
0061 202E 0062 0031 0021 202C 0063;2;0;0 x 1 1 1 x 0;0 4 3 2 6
202D 05E9 05D1 202C 0020 0061;2;1;x 2 2 x 2 2;1 2 4 5
0061 202A 05E9 202B 0020 0062;2;0;0 x 3 x 3 4;0 5 4 2
05E9 202A 0061 0062 202C 0021;2;1;1 x 2 2 x 1;5 2 3 0
0061 2329 05E9 3009 05D1;2;0;0 0 1 0 1;0 1 2 3 4
05E9 2329 0061 232A 0021;0;0;1 0 0 0 0;0 1 2 3 4
05D0 005B 0062 0029 005D;2;1;1 1 2 1 1;4 3 2 1 0
0061 0020 0028 05E9 0029 0301 0020 05D2;1;1;2 1 1 1 1 1 1 1;7 6 5 4 3 2 1 0
05E9 0301 0061 0301 0020 05D1 05B0;2;1;1 1 2 2 1 1 1;6 5 4 2 3 1 0
05D0 0020 0028 0062 0301 0029 0301 0021;1;1;1 1 1 2 2 1 1 1;7 6 5 3 4 2 1 0
0061 0062 0009 05E9 05D2 0020 0020;2;0;0 0 0 1 1 0 0;0 1 2 4 3 5 6
05E9 05D2 0020 0020 0009 0020 0061 0020;2;1;1 1 1 1 1 1 2 1;7 6 5 4 3 2 1 0
0061 0020 05E9 0020 0020;1;1;2 1 1 1 1;4 3 2 1 0
0021 003F;1;1;1 1;1 0
0021 003F;2;0;0 0;0 1
0061 002E 05D1 200F 002E;0;0;0 0 1 1 0;0 1 3 2 4
0061 002D 05D0 002D 0031;2;0;0 0 1 1 2;0 1 4 3 2
05D2 061C 0035;2;1;1 1 2;2 1 0
005B 007B 0028 05E9 0029 007D 005D 0020 0061;2;1;1 1 1 1 1 1 1 1 2;8 7 6 5 4 3 2 1 0
05E9 2029;2;1;1 1;1 0
FDFA 0020 0034 0023 0035;2;1;1 1 2 1 2;4 3 2 1 0
"""
MIXED = st.text(
    "abאבعب12٣+-,.:/% ()[]<>«»\u2329\u3009\u0301\u064b\u00ad\u200f\t!"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    max_size=30,
)
BASES = st.sampled_from([None, 0, 1])


def _visual(text: str, base: int | None = None) -> str:
    return "".join(text[at] for at in reordered(levels(text, base)[1]))


@pytest.mark.parametrize("line", LINES.split("\n")[1:-1])
def test_lines_in_the_form_of_the_standard(line: str) -> None:
    codes, base, resolved, expected, order = line.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())
    found_base, found = levels(text, None if base == "2" else int(base))
    kept = [at for at, character in enumerate(text) if bidirectional(character) not in REMOVED]
    assert found_base == int(resolved)
    assert [str(found[at]) if at in kept else "x" for at in range(len(text))] == expected.split()
    assert [kept[at] for at in reordered([found[at] for at in kept])] == [int(at) for at in order.split()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("שלום (abc) עולם", "םלוע )abc( םולש"),
        ("a (b) ש", "a (b) ש"),
        ("it says “שלום, bye”", "it says “םולש, bye”"),
        ("Dr. מירי (10:30–11:15)", "Dr. )11:15–10:30( ירימ"),
        ("مرحبا 12/05/2026", "12/05/2026 ابحرم"),
        ("אורח: Acme GmbH (Köln)", "Acme GmbH (Köln) :חרוא"),
    ],
)
def test_lines_as_they_are_seen(text: str, shown: str) -> None:
    assert _visual(text) == shown


def test_runs_stand_in_visual_order() -> None:
    _, found = levels("ab שג 12 ד e")
    assert runs(found) == [(0, 3, 0), (8, 10, 1), (6, 8, 2), (3, 6, 1), (10, 12, 0)]
    assert runs(()) == []


def test_a_line_keeps_the_base_of_its_paragraph() -> None:
    assert levels("GmbH (Köln)!", 1) == (1, (2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1))
    assert levels("", 1) == (1, ())
    with pytest.raises(ValueError, match="base level"):
        levels("a", 2)


def test_text_after_a_paragraph_separator_starts_anew() -> None:
    assert levels("a \u2067ש\u2029\u05d1!") == (0, (0, 0, 0, 1, 0, 1, 0))
    assert levels("\u2029ש")[0] == 0


def test_code_points_not_assigned_yet_take_the_class_of_their_block() -> None:
    assert levels("\u05ff")[0] == 1
    assert levels("\U0001eeff1") == (1, (1, 2))
    assert levels("\uffff\u0378") == (0, (0, 0))


def test_nesting_too_deep_is_ignored() -> None:
    text = "\u202b" * 200 + "a" + "\u2067" * 200 + "ב"
    _, found = levels(text, 0)
    assert max(found) == 126
    assert found[200] == 126
    many = "a" + "(" * 64 + "ב" + ")" * 64
    assert len(levels(many, 0)[1]) == len(many)


@given(MIXED, BASES)
def test_levels_are_bounded_and_the_order_loses_nothing(text: str, base: int | None) -> None:
    found_base, found = levels(text, base)
    assert len(found) == len(text)
    assert all(0 <= level <= 127 for level in found)
    assert sorted(reordered(found)) == list(range(len(text)))
    assert [stop for _, stop, _ in sorted(runs(found))][-1:] == ([len(text)] if text else [])
    assert all(found[at] == level for start, stop, level in runs(found) for at in range(start, stop))
    assert levels(text, found_base) == (found_base, found)


@given(st.text(st.characters(max_codepoint=0x58F)), st.sampled_from([None, 0]))
def test_left_to_right_text_stays_as_it_is(text: str, base: int | None) -> None:
    assert levels(text, base) == (0, (0,) * len(text))
    assert reordered(levels(text)[1]) == list(range(len(text)))


@given(st.text("abc (12.5) – !", min_size=1), st.text("אבג ", max_size=5))
def test_the_quick_way_out_agrees_with_the_rules(text: str, tail: str) -> None:
    """A right-to-left tail after a letter sends the same text through all rules."""
    text = f"a{text}a"
    assert levels(f"{text}{tail}ש", 0)[1][: len(text)] == levels(text, 0)[1]


@given(st.text("אבגד", min_size=1))
def test_right_to_left_text_is_read_backwards(text: str) -> None:
    assert _visual(text) == text[::-1]
