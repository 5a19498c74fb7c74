"""Set emergency cards: the hotel as a driver reads it on the front, whom to ring on the back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.emergency import Card
from missionplanner.documents.content.values import Fact
from missionplanner.documents.labels import Label, Size
from missionplanner.documents.parts.fitted import Wish, draw_runs, fit, fit_all, height_of
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Block, Style

NUMBER = re.compile(r"\+?[0-9][0-9 ()/.-]{1,24}", re.ASCII)
PAD = 12.0
BAND = 36.0
SIDE = 66.0
"""Width of the labels on the back."""
NAME = Style(face="display", weight="semibold", size=15, leading=17.5, colour=design.PETROL)
NATIVE = Style(size=9, leading=11.4, colour=design.SECONDARY)
ASK = Style(weight="semibold", size=10, leading=12.4, colour=design.INK)
GLOSS = Style(size=8, leading=10, colour=design.SECONDARY)
HOTEL = Style(weight="semibold", size=12, leading=14.6, colour=design.PETROL)
ADDRESS = Style(size=9.4, leading=11.8, colour=design.INK)
VALUE = Style(weight="semibold", size=10.5, leading=13, colour=design.INK)
DETAIL = Style(size=8.6, leading=10.6, colour=design.SECONDARY)
BIG = Style(weight="semibold", size=23, leading=26, colour=design.WHITE)
ON_BAND = Style(size=8.2, leading=10, colour=design.WHITE)
SMALL = (8.6, 8.2, 7.8, 7.4, 7.0, 6.6)
BODY = (9.4, 9.2, 9.0, 8.6, 8.2, 7.8, 7.4)


def wallet(setter: Setter, card: Card) -> Label:
    """Return a card with its two sides."""
    return Label(card.key, card.name, partial(_front, setter, card), partial(_back, setter, card))


def _front(setter: Setter, card: Card, size: Size) -> Block:
    width, height = size
    block = setter.batch.block()
    label = typography.coloured(typography.HEADING_LABEL, setter.accent.colour)
    block.rect(0, -height, 3.2, height, fill=setter.accent.colour)
    with block.tag("LI", lang=card.language), block.tag("LBody"):
        with block.tag("P"):
            draw_run(
                block, fit(setter, Wish(card.title, label, (7.4, 6.8, 6.2), 1), width - 2 * PAD), PAD, -PAD - 4
            )
        top = -PAD - 10
        runs = fit_all(setter, tuple(_front_texts(card)), (width - 2 * PAD, height + top - 8))
        spare = max(0.0, height + top - 8 - height_of(runs))
        draw_runs(block, runs, (PAD, top - min(spare / 2, 6)))
    return block


def _front_texts(card: Card) -> Iterator[Wish]:
    """Give the texts of the front, the name first; what a driver reads is in the driver's language."""
    hotel = card.hotel
    yield Wish(card.name, NAME, (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0), 2)
    yield Wish(card.native, NATIVE, BODY, 1)
    said = {one.text for one in card.ask}
    for number, one in enumerate(card.ask):
        yield Wish(one.text, ASK, (10.0, 9.6, 9.2, 8.8, 8.4, 8.0, 7.6), 2, 0.0 if number else 6.0, one.language)
    yield Wish(card.asks if card.asks not in said else "", GLOSS, SMALL, 1)
    yield Wish(hotel.native, HOTEL, (12.0, 11.4, 10.8, 10.2, 9.6, 9.0), 2, 5.0)
    main = HOTEL if not hotel.native else ASK
    yield Wish(
        hotel.name,
        main,
        (12.0, 11.4, 10.8, 10.2, 9.6, 9.0) if main is HOTEL else BODY,
        2,
        0.0 if hotel.native else 5.0,
    )
    yield Wish(hotel.address, ADDRESS, BODY, 3)
    yield Wish(" · ".join(part for part in (hotel.phone, hotel.about) if part), ADDRESS, BODY, 1)


def _back(setter: Setter, card: Card, size: Size) -> Block:
    width, height = size
    block = setter.batch.block()
    top = -PAD
    with block.tag("LI", lang=card.language), block.tag("LBody"):
        if card.rescue.value:
            _band(setter, block, card.rescue, size)
            top = -BAND - 9
        foot = setter.run(card.mission, typography.sized(typography.FOOT, 6.8, 8.6), width - 2 * PAD)
        floor = -height + 8 + len(foot.lines[:2]) * foot.style.leading
        _rows(setter, block, card.facts, (top, floor + 4), width)
        with block.tag("P"):
            draw_run(block, foot._replace(lines=foot.lines[:2]), PAD, floor - foot.style.size)
    return block


def _band(setter: Setter, block: Block, rescue: Fact, size: Size) -> None:
    """Draw the number to ring for help, larger than anything else."""
    width, _ = size
    block.rect(0, -BAND, width, BAND, fill=design.PETROL)
    block.icon("phone", PAD + 8, -BAND / 2, 15, design.WHITE)
    used = setter.batch.width(rescue.value, BIG)
    with block.tag("P"), _ringing(block, rescue.value, (PAD + 24, -BAND / 2 - 8, used, BIG.size)):
        block.text(PAD + 24, -BAND / 2 - 8, rescue.value, BIG)
    x = PAD + 24 + used + 12
    wishes = (
        Wish(rescue.label, typography.coloured(VALUE, design.WHITE), (9.0, 8.6, 8.2, 7.8, 7.4, 7.0), 1),
        Wish(rescue.detail, ON_BAND, (8.2, 7.8, 7.4, 7.0, 6.6), 2),
    )
    runs = fit_all(setter, wishes, (width - PAD - x, BAND - 6))
    draw_runs(block, runs, (x, -(BAND - height_of(runs)) / 2))


def _rows(setter: Setter, block: Block, facts: tuple[Fact, ...], ends: tuple[float, float], width: float) -> None:
    """Draw labelled lines between a top and a floor, as far apart as there is room."""
    top, floor = ends
    free, gap = width - 2 * PAD - SIDE, 5.0
    rows: list[tuple[Run, tuple[Run, ...]]] = []
    for step in range(len(BODY)):
        rows = [_row(setter, fact, free, step) for fact in facts]
        need = sum(height_of(runs) for _, runs in rows) + gap * (len(rows) - 1)
        if need <= top - floor:
            break
    y = top
    for label, runs in rows:
        with block.tag("P"):
            draw_run(block, label, PAD, y - 9.4)
        x, value = PAD + SIDE, runs[:1]
        for run in value:
            box = (x, y - run.height, setter.batch.width(run.lines[0], run.style), run.height)
            with _ringing(block, " ".join(run.lines), box):
                y = draw_runs(block, value, (x, y))
        y = draw_runs(block, runs[1:], (x, y)) - gap


def _ringing(block: Block, number: str, box: tuple[float, float, float, float]) -> AbstractContextManager[None]:
    """Let a telephone that shows the card ring a number; anything else is no link."""
    if not NUMBER.fullmatch(number):
        return nullcontext()
    return block.link("tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+"), *box)


def _row(setter: Setter, fact: Fact, width: float, step: int) -> tuple[Run, tuple[Run, ...]]:
    label = fit(setter, Wish(fact.label, typography.META_LABEL, (6.4, 6.0, 5.6, 5.2), 2), SIDE - 8)
    sizes = (10.5, 10.2, 9.9, 9.6, 9.0, 8.4, 7.8)[step:]
    wishes = (
        Wish(fact.value, VALUE, sizes, 2),
        Wish(fact.detail, DETAIL, SMALL[min(step, 5) :], 2 if step < 5 else 1),
    )
    return label, fit_all(setter, wishes, (width, 60.0))
