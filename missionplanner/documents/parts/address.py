"""Set address labels: who, organisation, address, on a label that a printer cannot move by a hair."""

from __future__ import annotations

from functools import partial

from missionplanner.documents import design
from missionplanner.documents.content.labels import Named
from missionplanner.documents.labels import Label, Size
from missionplanner.documents.parts.fitted import Wish, draw_runs, fit_all, height_of
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Block, Style

PAD = 13.0
"""Printers shift a sheet by some millimetres."""
NAME = Style(weight="semibold", size=10.5, leading=13, colour=design.INK)
LINE = Style(size=9.6, leading=12, colour=design.INK)
NAMES = (10.5, 10.2, 9.8, 9.4, 9.0, 8.6, 8.2, 7.8)
LINES = (9.6, 9.6, 9.2, 9.0, 8.6, 8.2, 7.8, 7.4)


def addresses(setter: Setter, named: tuple[Named, ...]) -> tuple[Label, ...]:
    """Return address labels to be put on sheets."""
    return tuple(Label(one.key, one.name, partial(_address, setter, one)) for one in named)


def _address(setter: Setter, one: Named, size: Size) -> Block:
    width, height = size
    wishes = [Wish(one.name, NAME, NAMES, 2)]
    wishes += [Wish(line, LINE, LINES, 2) for line in (one.native, one.organisation, *one.lines)]
    runs = fit_all(setter, wishes, (width - 2 * PAD, height - 2 * 9))
    block = setter.batch.block()
    with block.tag("LI"), block.tag("LBody"):
        draw_runs(block, runs, (PAD, -(height - height_of(runs)) / 2))
    return block
