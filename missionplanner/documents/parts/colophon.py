"""Set who paid: emblem, funding statement and its numbers, on every document that leaves the house."""

from __future__ import annotations

from typing import NamedTuple

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Frame
from missionplanner.documents.parts.organisers import fitted
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Block, Style
from missionplanner.documents.typeset.ink import Ink

ABOVE = 18.0
EMBLEM, WIDEST = 28.0, 120.0
BELOW, BESIDE = 9.0, 12.0
"""From the rule to the emblem, and from that to the text, in points."""
PLATE = 4.0
"""White around an emblem on a dark ground."""
WIDEST_SHARE = 0.35
"""Share of the width an emblem takes at most."""


class Paid(NamedTuple):
    """Be who paid, measured: the statement in lines, the picture of the emblem and its size, 0 without one."""

    lines: tuple[Run, ...]
    emblem: bytes
    width: float
    tall: float
    plate: float

    @property
    def height(self) -> float:
        """Return the height of all of it, in points."""
        lines = sum(run.height for run in self.lines)
        if lines:
            lines -= self.lines[0].style.leading - self.lines[0].style.size
        return max(lines, self.tall + 2 * self.plate)


def colophon(setter: Setter, frame: Frame) -> Block | None:
    """Return emblem and funding statement under a rule, None where a mission has neither."""
    key = ("colophon", frame.funding, frame.emblem)
    if key not in setter.kept:
        setter.kept[key] = _colophon(setter, frame)
    made: Block | None = setter.kept[key]
    return made


def _colophon(setter: Setter, frame: Frame) -> Block | None:
    paid = who_paid(setter, frame, setter.sheet.measure - setter.sheet.content)
    if paid is None:
        return None
    block = setter.batch.block()
    block.line(0, 0, 40, 0, setter.accent.colour, 1.6)
    draw_paid(setter, block, frame, paid, (0.0, -BELOW))
    block.height = BELOW + paid.height
    return block


def who_paid(
    setter: Setter, frame: Frame, width: float, style: Style = typography.COLOPHON, *, dark: bool = False
) -> Paid | None:
    """Measure the emblem and beside it the statement; None where a mission has neither.

    On a ``dark`` ground the emblem stands on white.
    """
    picture = setter.media.get(frame.emblem or "", b"")
    wide, tall = fitted(picture, min(WIDEST, width * WIDEST_SHARE), EMBLEM) or (0.0, 0.0)
    if not frame.funding and not tall:
        return None
    plate = PLATE if dark and tall else 0.0
    left = width - (wide + 2 * plate + BESIDE if tall else 0.0)
    return Paid(tuple(setter.run(text, style, left) for text in frame.funding), picture, wide, tall, plate)


def draw_paid(setter: Setter, ink: Ink, frame: Frame, paid: Paid, at: tuple[float, float]) -> None:
    """Draw who paid from a top left corner down."""
    x, top = at
    if paid.tall:
        wide, tall = paid.width + 2 * paid.plate, paid.tall + 2 * paid.plate
        if paid.plate:
            ink.rect(x, top - tall, wide, tall, fill=design.WHITE, radius=2.0)
        with ink.tag("Figure", alt=setter.t("Emblem of who funds the mission")):
            below = top - paid.plate - paid.tall
            ink.image(frame.emblem or "", paid.emblem, x + paid.plate, below, paid.width, paid.tall)
        x += wide + BESIDE
    if paid.lines:
        y = top - paid.lines[0].style.size * 0.8
        with ink.tag("P"):
            for run in paid.lines:
                y = draw_run(ink, run, x, y)
