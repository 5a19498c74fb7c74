"""Drawings: flat shapes are read as they look; whatever runs, loads or hides is refused by name."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.base import drawings

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{}</svg>'


def read(inside: str) -> drawings.Drawing:
    return drawings.read(SVG.format(inside).encode())


def test_shapes_keep_their_colours_whoever_says_them() -> None:
    made = read(
        "<style>.a{fill:#0f0}</style><g fill='red'><rect width='10' height='10'/>"
        "<circle class='a' r='4'/><path d='M0 0L1 1' style='fill:none;stroke:navy;stroke-width:2'/></g>"
    )
    assert [(one.fill, one.stroke) for one in made.shapes] == [
        ("#FF0000", None),
        ("#00FF00", None),
        (None, "#000080"),
    ]
    assert (made.width, made.height) == (100, 50)


def test_transforms_add_up_from_the_outside_in() -> None:
    (shape,) = read("<g transform='translate(10 20)'><rect transform='scale(2)' width='1' height='1'/></g>").shapes
    assert shape.matrix == (2, 0, 0, 2, 10, 20)


def test_opacity_is_what_it_looks_like_on_white_and_hidden_things_are_not_drawn() -> None:
    made = read("<rect fill='#000' opacity='.5' width='1' height='1'/><rect display='none' width='1' height='1'/>")
    assert [one.fill for one in made.shapes] == ["#808080"]


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<text>x</text>", "<text>"),
        ("<image href='file:///etc/passwd' width='1' height='1'/>", "<image>"),
        ("<script>alert(1)</script>", "<script>"),
        ("<use href='#a'/>", "<use>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<rect fill='url(#g)' width='1' height='1'/>", "gradients or patterns"),
        ("<g clip-path='url(#c)'><rect width='1' height='1'/></g>", "clip-path"),
        ("<style>@import 'x';</style><rect width='1' height='1'/>", "style sheets with more than colours"),
        ("<rect fill='mauve-ish' width='1' height='1'/>", "the colour “mauve-ish”"),
        ("<g>" * 80 + "<rect/>" + "</g>" * 80, "too deep a nesting"),
        ("", "no shapes"),
        ("<path", "broken XML"),
    ],
)
def test_what_is_more_than_flat_shapes_is_refused_by_name(inside: str, named: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(named)}$"):
        read(inside)


@pytest.mark.parametrize("text", ["<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<html/>", "<svg/>", "x" * 3_000_000])
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        drawings.read(text.encode())


def test_what_is_written_again_is_the_same_drawing_and_only_paths() -> None:
    made = read("<g transform='rotate(30)'><ellipse cx='20' cy='10' rx='8' ry='3' fill='#123456'/></g>")
    again = drawings.read(made.svg.encode())
    assert [(one.fill, one.steps) for one in again.shapes] != []
    assert again.svg == made.svg
    assert made.svg.count("<") == 3


@given(st.text(max_size=60))
def test_no_path_data_ends_in_anything_but_a_refusal(data: str) -> None:
    clean = data.replace("<", "").replace("&", "").replace("'", "")
    with contextlib.suppress(ValueError):
        read(f"<path d='M0 0{clean}'/>")
