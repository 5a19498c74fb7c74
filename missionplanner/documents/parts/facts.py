"""Set boxed facts: a rule, a small label, the value, what explains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Fact
from missionplanner.documents.parts.setter import Setter, draw_run
from missionplanner.documents.typeset import Block, Style

GUTTER = 14.0


@dataclass(frozen=True, slots=True)
class Look:
    """Be the colours of facts: on white, or on a dark ground."""

    rule: str = design.PETROL
    label: Style = typography.META_LABEL
    value: Style = typography.FACT
    detail: Style = typography.FACT_DETAIL
    line: float = 0.9
    most: int | None = None
    """Lines of a value at most; None where it may be as long as it likes."""


def set_facts(setter: Setter, block: Block, facts: Sequence[Fact], look: Look | None = None) -> float:
    """Draw facts in even rows from the block's top down; return the height used."""
    look = look or Look()
    height = 0.0
    most = setter.sheet.facts
    bands = -(-len(facts) // most)
    columns = max(min(3, most), -(-len(facts) // bands)) if bands else 0
    for first in range(0, len(facts), columns or 1):
        if first:
            height += 14.0
        height += _set_band(setter, block, facts[first : first + columns], look, -height, columns)
    return height


def _set_band(setter: Setter, block: Block, facts: Sequence[Fact], look: Look, top: float, columns: int) -> float:
    width = (setter.sheet.measure - GUTTER * (columns - 1)) / columns
    lowest = 0.0
    for number, fact in enumerate(facts):
        x = number * (width + GUTTER)
        block.line(x, top, x + width, top, look.rule, look.line)
        value = setter.run(fact.value, look.value, width, balanced=False)
        if look.most is not None and len(value.lines) > look.most:
            setter.batch.note_cut(fact.value)
            cut = setter.batch.wrap(fact.value, look.value, width, max_lines=look.most)
            value = value._replace(lines=cut)
        label = setter.run(fact.label, look.label, width, balanced=False)
        with block.tag("P"):
            y = draw_run(block, label, x, top - 12) - 13 + look.label.leading
            y = draw_run(block, value, x, y)
        if fact.detail:
            detail = setter.run(fact.detail, look.detail, width, balanced=False)
            with block.tag("P"):
                y = draw_run(block, detail, x, y + 1.4)
        lowest = min(lowest, y - top)
    return -lowest - 6.0
