"""Set what every page bears: running head, marks, foot with status, version, time, page."""

from __future__ import annotations

from dataclasses import dataclass

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Frame
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Block, Page, Style

FOOT_RULE = 44.0
FOOT_LINES = (32.4, 22.4)
HEAD_LINE = 34.0
"""From the top of the sheet to the baseline of the running head."""


def head_block(setter: Setter, frame: Frame) -> Block:
    """Return the running head: the mission at the left, whose copy it is at the right."""
    block, width = setter.batch.block(), setter.sheet.measure
    marks = marks_width(setter, frame)
    free = (width - marks) / 2 - 20 if marks else width * 0.62
    left = one_line(setter, frame.headings[0], typography.RUNNING, free)
    right = one_line(setter, frame.subject or frame.code, typography.RUNNING, free if marks else 170.0)
    block.text(0, 0, left, typography.RUNNING)
    block.text(width, 0, right, typography.RUNNING, align="right")
    return block


def marks_width(setter: Setter, frame: Frame) -> float:
    marks = [mark for mark in (frame.draft, frame.sample) if mark]
    return sum(setter.batch.width(mark, typography.MARK) + 12 for mark in marks) + 6 * max(0, len(marks) - 1)


def marks_block(setter: Setter, frame: Frame) -> Block:
    """Return what keeps a copy from being taken for the real thing: a draft, invented data."""
    key = ("marks", frame.draft, frame.sample)
    block = setter.kept.get(key)
    if block is None:
        block = setter.kept[key] = setter.batch.block()
        x = setter.sheet.measure / 2 - marks_width(setter, frame) / 2
        for mark, filled in ((frame.draft, True), (frame.sample, False)):
            if not mark:
                continue
            width = setter.batch.width(mark, typography.MARK) + 12
            colour = setter.accent.colour
            block.rect(x, -4.2, width, 12.6, fill=colour if filled else design.WHITE, stroke=colour, radius=6.3)
            style = typography.coloured(typography.MARK, design.WHITE if filled else colour)
            block.text(x + 6, 0, mark, style)
            x += width + 6
    return block


@dataclass(frozen=True, slots=True)
class FootInks:
    """Be the colours of a foot."""

    text: str = design.SECONDARY
    strong: str = design.INK
    rule: str = design.RULE


def foot_block(setter: Setter, frame: Frame, count: tuple[int, int], inks: FootInks) -> Block:
    """Return the foot: status, version, date, time and zone; local times; page x of y.

    Pages with the same number out of as many have the same foot, whoever's they are.
    """
    key = ("foot", frame.status, frame.edition, count, inks)
    block = setter.kept.get(key)
    if block is None:
        block = setter.kept[key] = setter.batch.block()
        _draw_foot(setter, block, frame, count, inks)
    return block


def _draw_foot(setter: Setter, block: Block, frame: Frame, count: tuple[int, int], inks: FootInks) -> None:
    text = typography.coloured(typography.FOOT, inks.text)
    strong = typography.coloured(typography.FOOT_STRONG, inks.strong)
    right, (upper, lower) = setter.sheet.measure, FOOT_LINES
    block.line(0, FOOT_RULE, right, FOOT_RULE, inks.rule, 0.6)
    pages = setter.t("Page {page} of {pages}", page=count[0], pages=count[1])
    taken = block.text(right, upper, pages, strong, align="right")
    status = " · ".join(part for part in (frame.status, frame.edition) if part)
    block.text(0, upper, one_line(setter, status, text, right - taken - 12), text)
    code = one_line(setter, frame.code, text, 150.0)
    taken = block.text(right, lower, code, text, align="right")
    times = " · ".join(part for part in (frame.times, frame.changes) if part)
    block.text(0, lower, one_line(setter, times, text, right - taken - 12), text)


def one_line(setter: Setter, text: str, style: Style, width: float) -> str:
    """Return a text that fits a line; what repeats the cover on every page may be shortened, nothing else."""
    return setter.batch.wrap(text, style, width, max_lines=1)[0] if text else ""


def place_edges(
    setter: Setter, page: Page, frame: Frame, count: tuple[int, int], inks: FootInks | None = None
) -> None:
    """Put marks and foot on a page; on a dark ground the foot has inks of its own."""
    left, top = setter.sheet.left, setter.sheet.height - HEAD_LINE
    with page.artifact("Pagination"):
        if frame.draft or frame.sample:
            page.place(marks_block(setter, frame), left, top)
        page.place(foot_block(setter, frame, count, inks or FootInks()), left, 0)


def furnish(setter: Setter, page: Page, frame: Frame, count: tuple[int, int], head: Block | None) -> None:
    """Put on a page everything that is the same on every page; a first page has no running head."""
    if head is not None:
        with page.artifact("Pagination"):
            page.place(head, setter.sheet.left, setter.sheet.height - HEAD_LINE)
    place_edges(setter, page, frame, count)
