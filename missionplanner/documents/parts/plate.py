"""Set what stands on a table: place cards, name tents, table signs. In the middle, as large as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.labels import Named
from missionplanner.documents.content.values import Frame
from missionplanner.documents.labels import Label, Size
from missionplanner.documents.parts.fitted import Wish, draw_runs, fit, fit_all, height_of
from missionplanner.documents.parts.organisers import draw_logo, signs
from missionplanner.documents.parts.setter import Setter, draw_run
from missionplanner.documents.typeset import Block, Style

NAME = Style(face="display", weight="semibold", size=72, leading=75, colour=design.PETROL)
NATIVE = Style(size=26, leading=32, colour=design.INK)
ORGANISATION = Style(size=20, leading=25, colour=design.SECONDARY)
ABOVE = Style(weight="semibold", size=13, leading=18, colour=design.VERMILION, tracking=1.6, capitals=True)
ABOUT = Style(size=9, leading=11, colour=design.SECONDARY)
SMALL = 200.0
"""Height in points below which a card has no room for logos."""
STEPS = 12


def plates(
    setter: Setter, frame: Frame, named: tuple[Named, ...], media: Mapping[str, bytes]
) -> tuple[Label, ...]:
    """Return cards to be put on sheets, each with the same on both sides."""
    return tuple(
        Label(
            one.key,
            " ".join(part for part in (one.role, one.full_name) if part),
            partial(_plate, setter, frame, one, media),
        )
        for one in named
    )


def _plate(setter: Setter, frame: Frame, one: Named, media: Mapping[str, bytes], size: Size) -> Block:
    width, height = size
    pad = max(12.0, min(width, height) * 0.11)
    block = setter.batch.block()
    foot = _foot(setter, block, frame, one, media, size) if height >= SMALL else 0.0
    with block.tag("LI"), block.tag("LBody"):
        about = _about(setter, block, one, size) if one.about else 0.0
        room = height - 2 * pad - max(foot, about)
        wishes = _wishes(setter, one, height)
        runs = fit_all(setter, wishes, (width - 2 * pad, room))
        top = -pad - (room - height_of(runs)) / 2
        draw_runs(block, runs, (width / 2, top), "centre")
    return block


def _wishes(setter: Setter, one: Named, height: float) -> tuple[Wish, ...]:
    """Return the texts of a card with sizes that follow its height."""
    name = height * (0.46 if len(one.name) <= 4 else 0.235)
    above = typography.coloured(ABOVE, setter.accent.colour)
    wishes = [
        Wish(one.role, above, _sizes(height * 0.05, 7.5), 1),
        Wish(one.full_name, NAME, _sizes(name, 11.0), 2, height * 0.01, one_line=0.6),
        Wish(one.native, NATIVE, _sizes(height * 0.105, 9.0), 2, height * 0.02),
        Wish(one.organisation, ORGANISATION, _sizes(height * 0.075, 8.5), 2, height * 0.05),
    ]
    wishes += [Wish(line, ORGANISATION, _sizes(height * 0.06, 8.5), 2, height * 0.02) for line in one.lines]
    return tuple(wishes)


def _sizes(most: float, least: float) -> tuple[float, ...]:
    """Return sizes in even steps, to half a point."""
    most = max(most, least)
    return tuple(round(2 * (most + (least - most) * step / STEPS)) / 2 for step in range(STEPS + 1))


def _about(setter: Setter, block: Block, one: Named, size: Size) -> float:
    """Draw where to sit, at the foot; return the height it takes."""
    width, height = size
    run = fit(setter, Wish(one.about, ABOUT, _sizes(max(8.0, height * 0.052), 6.5), 1), width - 24)
    with block.tag("P"):
        draw_run(block, run, width / 2, -height + run.style.size * 1.2, "centre")
    return run.height + 2


def _foot(setter: Setter, block: Block, frame: Frame, one: Named, media: Mapping[str, bytes], size: Size) -> float:
    """Draw the organisers' logos along the foot, in the middle; return the height they take."""
    width, height = size
    tall = height * 0.085
    shown = [sign for sign in signs(setter, frame.organisers, media, tall, tall * 4) if sign.picture is not None]
    gap = tall * 0.8
    while shown and sum(sign.width + gap for sign in shown) - gap > width * 0.8:
        shown.pop()
    if not shown or one.about:
        return 0.0
    x = (width - sum(sign.width + gap for sign in shown) + gap) / 2
    for sign in shown:
        draw_logo(block, sign, x, -height + tall * 1.9, tall, silent=True)
        x += sign.width + gap
    return tall * 1.6
