"""Icons become PDF path operators with y up."""

from __future__ import annotations

import re
from math import hypot
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.documents.typeset.svg import operators

ICONS = sorted((Path(__file__).parents[3] / "resources" / "icons").glob("*.svg"))
Curve = tuple[tuple[float, float], ...]


def _svg(body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{body}</svg>'


def _path(data: str) -> str:
    return operators(_svg(f'<path d="{data}"/>'))


def _curves(text: str) -> list[Curve]:
    """Return lines and curves as their four points (a line has its ends twice), y up."""
    curves: list[Curve] = []
    stack: list[float] = []
    here = start = (0.0, 0.0)
    for token in text.split():
        if token not in "mlch":
            stack.append(float(token))
            continue
        points = list(zip(stack[::2], stack[1::2], strict=True))
        stack = []
        if token == "m":
            start = points[0]
        elif token == "c":
            curves.append((here, points[0], points[1], points[2]))
        else:
            end = points[0] if points else start
            curves.append((here, here, end, end))
        here = points[-1] if points else start
    return curves


def _at(curve: Curve, t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, curve, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, curve, strict=True))


def _dots(text: str) -> list[tuple[float, float]]:
    return [_at(curve, step / 32) for curve in _curves(text) for step in range(33)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4", "1 22 m 3 20 l"),
        ("m1 2 3 4 5 6", "1 22 m 4 18 l 9 12 l"),
        ("M1 2h3v4H0V0z", "1 22 m 4 22 l 4 18 l 0 18 l 0 24 l h"),
        ("M0 0C1 2 3 4 5 6s1 1 2 2", "0 24 m 1 22 3 20 5 18 c 7 16 6 17 7 16 c"),
        ("M0 0S3 4 5 6", "0 24 m 0 24 3 20 5 18 c"),
        ("M0 0q3 0 6 6t6 6", "0 24 m 2 24 4 22 6 18 c 8 14 10 12 12 12 c"),
        ("M1 1l.5.5-.5.5", "1 23 m 1.5 22.5 l 1 22 l"),
        ("M2 2h2zl1 1", "2 22 m 4 22 l h 3 21 l"),
        ("M1,1 A0 0 0 0 1 5 5", "1 23 m 5 19 l"),
        ("M1e1 1L.12345 2", "10 23 m 0.123 22 l"),
    ],
)
def test_path_commands(data: str, expected: str) -> None:
    assert _path(data) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<line x1="1" y1="2" x2="3" y2="4"/>', "1 22 m 3 20 l"),
        ('<polyline points="1 2 3,4 5 6"/>', "1 22 m 3 20 l 5 18 l"),
        ('<polygon points="1 2 3 4 5 6"/>', "1 22 m 3 20 l 5 18 l h"),
        ('<rect x="1" y="2" width="3" height="4"/>', "1 22 m 4 22 l 4 18 l 1 18 l h"),
    ],
)
def test_shapes(body: str, expected: str) -> None:
    assert operators(_svg(body)) == expected


def test_a_circle_and_a_rounded_rectangle_reach_their_edges() -> None:
    circle = _dots(operators(_svg('<circle cx="12" cy="10" r="5"/>')))
    assert all(abs(hypot(x - 12, y - 14) - 5) < 0.005 for x, y in circle)
    box = _dots(operators(_svg('<rect x="2" y="4" width="20" height="10" rx="2"/>')))
    assert (min(x for x, _ in box), max(x for x, _ in box)) == (2, 22)
    assert (min(y for _, y in box), max(y for _, y in box)) == (10, 20)
    assert min(hypot(x - 2, y - 20) for x, y in box) == pytest.approx(2 * (2**0.5 - 1), abs=0.01)


def test_an_ellipse_turned_by_ninety_degrees_has_its_extremes_swapped() -> None:
    upright = _dots(_path("M4 12A8 3 0 1 1 20 12A8 3 0 1 1 4 12"))
    assert max(y for _, y in upright) == pytest.approx(15, abs=0.005)
    assert max(x for x, _ in upright) == pytest.approx(20, abs=0.005)
    turned = _dots(_path("M12 4A8 3 90 1 1 12 20A8 3 90 1 1 12 4"))
    assert max(x for x, _ in turned) == pytest.approx(15, abs=0.005)
    assert min(x for x, _ in turned) == pytest.approx(9, abs=0.005)


@pytest.mark.parametrize(
    ("flags", "centre", "quarters"),
    [("0 1", (12, 12), 1), ("1 0", (12, 12), 3), ("0 0", (8, 16), 1), ("1 1", (8, 16), 3)],
)
def test_sweep_and_large_choose_one_of_four_arcs(flags: str, centre: tuple[int, int], quarters: int) -> None:
    drawn = _path(f"M8 12A4 4 0 {flags} 12 8")
    assert len(_curves(drawn)) == quarters
    assert all(abs(hypot(x - centre[0], y - centre[1]) - 4) < 0.005 for x, y in _dots(drawn))


def test_flags_may_stand_without_spaces_and_small_radii_grow() -> None:
    assert _path("M4 4a2 2 0 012 2") == _path("M4 4a2 2 0 0 1 2 2")
    grown = _dots(_path("M4 12a1 1 0 0 1 16 0"))
    assert max(y for _, y in grown) == pytest.approx(20, abs=0.005)


@given(
    st.tuples(st.floats(0.5, 20), st.floats(0.5, 20)),
    st.floats(-180, 180),
    st.tuples(st.booleans(), st.booleans()),
    st.tuples(st.integers(0, 24), st.integers(0, 24)),
)
def test_an_arc_ends_where_it_is_told(
    radii: tuple[float, float], turn: float, flags: tuple[bool, bool], end: tuple[int, int]
) -> None:
    drawn = _path(f"M7 9A{radii[0]:.4f} {radii[1]:.4f} {turn:.4f} {flags[0]:d} {flags[1]:d} {end[0]} {end[1]}")
    curves = _curves(drawn)
    assert not curves if end == (7, 9) else curves[-1][-1] == (end[0], 24 - end[1])
    # Curves meet smoothly: the handles on both sides of a joint lie in one line.
    for one, other in zip(curves, curves[1:], strict=False):
        before = (one[3][0] - one[2][0], one[3][1] - one[2][1])
        after = (other[1][0] - other[0][0], other[1][1] - other[0][1])
        cross = before[0] * after[1] - before[1] * after[0]
        assert abs(cross) <= 0.004 * (hypot(*before) + hypot(*after)) + 1e-5


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_every_icon_is_drawn_inside_its_box(icon: Path) -> None:
    dots = _dots(operators(icon.read_text("utf-8")))
    assert dots
    assert all(0 <= x <= 24 and 0 <= y <= 24 for x, y in dots)


def test_icons_are_there_with_their_licence() -> None:
    assert len(ICONS) >= 75
    assert (ICONS[0].parent / "LICENSE-Lucide.txt").is_file()


def test_numbers_have_at_most_three_decimals() -> None:
    drawn = "".join(operators(icon.read_text("utf-8")) for icon in ICONS)
    assert re.search(r"\.\d{4}|e-|nan|-0(?![.\d])", drawn) is None


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 24 24"/>',
        "<svg",
        '<svg viewBox="0 0 16 16"/>',
        _svg("<text>Hello</text>"),
        _svg('<path transform="scale(2)" d="M0 0"/>'),
        _svg('<path d="L1 1"/>'),
        _svg('<path d="M1"/>'),
        _svg('<path d="M1 1 nonsense"/>'),
        _svg('<path d="M1 1a2 2 0 5 1 2 2"/>'),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        operators(text)
