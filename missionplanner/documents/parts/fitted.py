"""Fit texts into a box that cannot grow, as a badge or a place card: as big as they go, never clipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from missionplanner.documents import typography
from missionplanner.documents.parts.setter import FIRST_WIDE, Run, Setter, draw_run
from missionplanner.documents.typeset import Block, Style

SMALL = 0.6
"""Share of its biggest size below which a text is told to be small."""
DEEP, ROOMY = re.compile("[\u0600-\u0fff\u1780-\u17ff]"), 1.3
"""Scripts whose signs reach far over and under the line, as Arabic and Thai; the leading they ask for."""
RISE = 0.76
"""Where the first base line is below the top of a line, of its size."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Be a text with the sizes it may have, the biggest first, and the lines it may take.

    ``before`` is the gap above it in points, at its biggest size. With ``one_line`` it rather stays on one line in
    a smaller size, down to that share of the biggest, than take another.
    """

    text: str
    style: Style
    sizes: tuple[float, ...]
    most: int = 2
    before: float = 0.0
    language: str | None = None
    one_line: float = 1.0


def fit(setter: Setter, wish: Wish, width: float, step: int = 0) -> Run:
    """Break a text in the first of its sizes, from a step on, that breaks no word and needs no more lines.

    Where not even the smallest does, words are broken, and what no line is left for ends in "…".
    """
    sizes = wish.sizes[min(step, len(wish.sizes) - 1) :]
    smallest = wish.sizes[0] * wish.one_line
    for size, most in (*((size, 1) for size in sizes if size >= smallest), *((size, wish.most) for size in sizes)):
        style = _sized(wish, size)
        run = setter.fitted(wish.text, (style,), width, most)
        if len(run.lines) <= most and _whole(setter, wish.text, style, width):
            return run._replace(before=_gap(wish, size), language=wish.language)
    least = _sized(wish, sizes[-1])
    lines = setter.batch.wrap(wish.text, least, width)
    if len(lines) > wish.most:
        setter.batch.note_cut(wish.text)
        lines = setter.batch.wrap(wish.text, least, width, max_lines=wish.most)
    return Run(lines, least, _gap(wish, sizes[-1]), wish.language)


def _sized(wish: Wish, size: float) -> Style:
    style = typography.sized(wish.style, size)
    return typography.led(style, style.leading * ROOMY) if DEEP.search(wish.text) else style


def _whole(setter: Setter, text: str, style: Style, width: float) -> bool:
    """Tell whether no word has to be broken, but Chinese and Japanese ones, which may be anywhere."""
    return all(word[0] >= FIRST_WIDE or setter.batch.width(word, style) <= width for word in text.split())


def _gap(wish: Wish, size: float) -> float:
    return wish.before * size / wish.sizes[0]


def fit_all(setter: Setter, wishes: Sequence[Wish], size: tuple[float, float]) -> tuple[Run, ...]:
    """Break texts that stand below each other in a box; all of them get smaller until they fit it."""
    width, height = size
    told = [wish for wish in wishes if wish.text]
    runs: tuple[Run, ...] = ()
    for step in range(max((len(wish.sizes) for wish in told), default=0)):
        runs = tuple(fit(setter, wish, width, step) for wish in told)
        if height_of(runs) <= height:
            _note_small(setter, told, runs)
            return runs
    while runs and height_of(runs) > height:
        setter.batch.note_cut(" ".join(_last(runs).lines))
        runs = _shorter(runs)
    return runs


def _note_small(setter: Setter, told: Sequence[Wish], runs: Sequence[Run]) -> None:
    for wish, run in zip(told, runs, strict=True):
        if run.style.size < wish.sizes[0] * SMALL:
            setter.batch.note_small(wish.text)


def height_of(runs: Sequence[Run]) -> float:
    """Return the height of texts below each other; the first needs no gap above it."""
    return sum(run.height for run in runs) - (runs[0].before if runs else 0.0)


def _last(runs: Sequence[Run]) -> Run:
    """Return the text that is shortened next."""
    return next((run for run in reversed(runs) if len(run.lines) > 1), runs[-1])


def _shorter(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Take a line off the last text that has several, else leave that text out."""
    for at in range(len(runs) - 1, -1, -1):
        run = runs[at]
        if len(run.lines) > 1:
            cut = run._replace(lines=(*run.lines[:-2], f"{run.lines[-2].rstrip()[:-1]}…"))
            return (*runs[:at], cut, *runs[at + 1 :])
    return runs[:-1]


def draw_runs(
    block: Block, runs: Sequence[Run], at: tuple[float, float], align: str = "left", first: str = "P"
) -> float:
    """Draw texts below each other from a top on, each an element; return where the last ends."""
    x, y = at
    for number, run in enumerate(runs):
        y -= run.before if number else 0.0
        with block.tag(first if not number else "P", lang=run.language):
            draw_run(block, run, x, y - run.style.size * RISE - (run.style.leading - run.style.size) / 2, align)
        y -= run.style.leading * len(run.lines)
    return y
