"""Paragraphs are broken into lines where a careful typesetter would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.documents.typeset.lines import balanced, clusters, pieces, wrapped

Breaking = Callable[[str, float, Callable[[str], float]], tuple[str, ...]]
WIDTHS = st.integers(1, 30)
WORDS = st.text("abcdefg", min_size=1, max_size=8)
PROSE = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
ANY = st.text("aábi1 -–—/:.,;!?()«»„“\u00ad\u00a0\n\u200b東京、「」っー한국เที่ยวไทยๆ\u0301\u200d👩🇮🇹क्ष")
SPACES = " \u200b\n"


def _cells(text: str) -> float:
    """Measure as a font would in which every cluster has a width of its own; soft hyphens have none."""
    return float(
        sum(2 if cluster[0] >= "\u1100" else 1 for cluster in clusters(text) if cluster not in "\u00ad\u200b")
    )


@pytest.mark.parametrize(
    "marked",
    [
        "Incontro |con |il |Ministro – |ore |09:30–11:00, |km/h",
        "Emilia-|Romagna |e-mail |COVID-19 |B-to-B |Jean-|Paul |-5 |--x",
        "12/03 |https://www.a.it/|eventi/|it |a/2026 |and/|or |c/o |w/o",
        "Firenze–|Pisa |1914–1918 |ja—|nein",
        "Bonjour ! |« Salut » |(x) |[a |b] |5 % |»Hallo«",
        "Donau\u00ad|dampf\u00ad|schiff",
        "10\u00a0kg |a\u2060b |x\u202f! |non\u2011stop",
        "東|京|都|「赤|坂」、|と",
        "会|議|（5月|4日）。",
        "ちょっ|と|スー|パー！",
        "価|格：|￥500、|以|上",
        "서|울|특|별|시 |강|남",
        "ABC|東|京|Tower |x|👩\u200d💻|👍🏽",
        "สวัสดีครับ |ไป|เที่ยว|ในประ|เทศ|ไทย ๆ",
        "ລາວ|ເວົ້າ",
        "l’azienda |dell’Emilia |’t |Hooft",
        "  due |parole  ",
        "– |Firenze – |Pisa",
        "a\n|– |b",
    ],
)
def test_where_lines_may_end(marked: str) -> None:
    assert pieces(marked.replace("|", "")) == tuple(marked.split("|"))


def test_lines_are_filled() -> None:
    text = "Visita allo stabilimento e incontro con la direzione"
    assert wrapped(text, 24, len) == ("Visita allo stabilimento", "e incontro con la", "direzione")
    assert balanced(text, 24, len) == ("Visita allo", "stabilimento e incontro", "con la direzione")


@pytest.mark.parametrize("breaking", [wrapped, balanced])
@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a b\n\nc\r\nd\n", 9, ("a b", "", "c", "d", "")),
        ("", 9, ("",)),
        ("   ", 9, ("",)),
        ("  a b", 3, ("  a", "b")),
        ("Rhein\u00adschiff\u00adfahrt", 9, ("Rhein-", "schiff-", "fahrt")),
        ("Donau\u00addampf\u00adschiff", 30, ("Donaudampfschiff",)),
        ("Donau\u00ad dampf", 6, ("Donau", "dampf")),
        ("im Rhabarberbarbara", 9, ("im", "Rhabarber", "barbara")),
        ("e\u0301e\u0301e\u0301", 0, ("e\u0301", "e\u0301", "e\u0301")),
        ("会議（5月）。", 4, ("会議", "（5", "月）", "。")),
    ],
)
def test_lines(breaking: Breaking, text: str, width: float, lines: tuple[str, ...]) -> None:
    assert breaking(text, width, _cells) == lines


def test_the_last_line_is_not_one_short_word() -> None:
    text = "aaaa bbbb cccc dddddddd ee"
    assert wrapped(text, 23, len) == ("aaaa bbbb cccc dddddddd", "ee")
    assert balanced(text, 23, len) == ("aaaa bbbb cccc", "dddddddd ee")


def test_every_piece_is_measured_once() -> None:
    asked: Counter[str] = Counter()

    def measure(piece: str) -> float:
        asked[piece] += 1
        return len(piece)

    balanced("la visita e la cena e la sera\nla visita e la cena", 9, measure)
    assert set(asked.values()) == {1}


def _without(text: str) -> str:
    return "".join(character for character in text if character not in SPACES)


@given(ANY)
def test_pieces_join_to_the_text_and_part_no_cluster(text: str) -> None:
    found = pieces(text)
    assert "".join(found) == text
    assert all(found)
    assert [part for piece in found for part in clusters(piece)] == list(clusters(text))


@given(ANY, WIDTHS)
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width, _cells)
    assert all(_cells(line) <= width or len(clusters(line)) == 1 for line in lines)
    shown = "".join(line.removesuffix("-") for line in lines).replace("-", "")
    assert _without(shown) == _without(text).replace("-", "").replace("\u00ad", "")
    even = balanced(text, width, _cells)
    assert len(even) == len(lines)
    assert all(_cells(line) <= width or len(clusters(line)) == 1 for line in even)


@given(PROSE, st.integers(8, 30))
def test_filled_lines_take_what_they_can(text: str, width: int) -> None:
    lines = wrapped(text, width, len)
    assert " ".join(lines) == text
    for line, following in zip(lines, lines[1:], strict=False):
        assert len(line) + 1 + len(following.split()[0]) > width


@given(st.lists(WORDS, min_size=1, max_size=9), st.integers(8, 24))
def test_balanced_lines_are_the_most_even_there_are(words: list[str], width: int) -> None:
    def badness(lines: tuple[str, ...]) -> float:
        lonely = " " not in lines[-1] and len(lines[-1]) < width / 3 and len(lines) > 1
        return sum((width - len(line)) ** 2 for line in lines) + 10 * width * width * lonely

    lines = balanced(" ".join(words), width, len)
    ways = (
        tuple(" ".join(words[start:stop]) for start, stop in zip((0, *cuts), (*cuts, len(words)), strict=True))
        for cuts in combinations(range(1, len(words)), len(lines) - 1)
    )
    fitting = [way for way in ways if all(len(line) <= width for line in way)]
    assert badness(lines) == pytest.approx(min(map(badness, fitting)))


def test_a_telephone_number_and_a_dot_between_parts_stay_where_they_belong() -> None:
    text = "Giulia Ferri · +34 600 000 112, ART-ER"
    assert wrapped(text, 28, len) == ("Giulia Ferri ·", "+34 600 000 112, ART-ER")
    assert wrapped("+34 600 000 112", 8, len) == ("+34 600", "000 112")
