"""Set who paid: the funding statement and its numbers, on every document that leaves the house."""

from __future__ import annotations

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Frame
from missionplanner.documents.parts.setter import Setter, draw_run
from missionplanner.documents.typeset import Block

ABOVE = 18.0


def colophon(setter: Setter, frame: Frame) -> Block | None:
    """Return the funding statement as a block, None where a mission has none."""
    if not frame.funding:
        return None
    key = ("colophon", frame.funding)
    block = setter.kept.get(key)
    if block is None:
        block = setter.kept[key] = setter.batch.block()
        width = setter.sheet.measure - design.CONTENT
        y = -10.0
        block.line(0, 0, 40, 0, setter.accent.colour, 1.6)
        with block.tag("P"):
            for text in frame.funding:
                y = draw_run(block, setter.run(text, typography.COLOPHON, width), 0, y - 2)
        block.height = -y - 4
    return block
