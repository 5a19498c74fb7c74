"""Set what every page bears: running head, marks, foot with status, version, time, page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Frame
from missionplanner.documents.parts.organisers import fitted
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Block, Page, Style

FOOT_RULE = 44.0
FOOT_LINES = (32.4, 22.4)
FOOT_LEADING = 10.0
ASCENT, DESCENT = 5.0, 1.6
"""How far letters of a foot reach over and under their line."""
EMBLEM, EMBLEM_SMALL = 22.0, 18.0
EMBLEM_SHARE, BESIDE_EMBLEM = 0.17, 9.0
"""Height of the emblem beside three lines, and beside fewer; its share of the width; the gap beside it."""
HEAD_LINE = 34.0
"""From the top of the sheet to the baseline of the running head."""


def head_block(setter: Setter, frame: Frame) -> Block:
    """Return the running head: the mission at the left, whose copy it is at the right."""
    block, width = setter.batch.block(), setter.sheet.measure
    marks = marks_width(setter, frame)
    free = (width - marks) / 2 - 20 if marks else width * 0.62
    left = one_line(setter, frame.headings[0], typography.RUNNING, free)
    beside = free if marks else min(170.0, width * 0.38 - 12)
    right = one_line(setter, frame.subject or frame.code, typography.RUNNING, beside)
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
    """Return the foot: status, version, date, time and zone; local times; page x of y; who paid.

    Pages with the same number out of as many have the same foot, whoever's they are.
    """
    key = ("foot", frame.status, frame.edition, count, inks, setter.sheet.foot)
    block = setter.kept.get(key)
    if block is None:
        block = setter.kept[key] = setter.batch.block()
        _draw_foot(setter, block, frame, count, inks)
    return block


def _draw_foot(setter: Setter, block: Block, frame: Frame, count: tuple[int, int], inks: FootInks) -> None:
    text = typography.coloured(typography.FOOT, inks.text)
    strong = typography.coloured(typography.FOOT_STRONG, inks.strong)
    sheet, rise = setter.sheet, setter.sheet.foot or 0.0
    right, (upper, lower) = sheet.measure, (line + rise for line in FOOT_LINES)
    block.line(0, FOOT_RULE + rise, right, FOOT_RULE + rise, inks.rule, 0.6)
    beside = sheet.foot is not None and not sheet.small
    left = payment(setter, frame).indent if beside else 0.0
    pages = setter.t("Page {page} of {pages}", page=count[0], pages=count[1])
    taken = block.text(right, upper, pages, strong, align="right")
    status = " · ".join(part for part in (frame.status, frame.edition) if part)
    block.text(left, upper, one_line(setter, status, text, right - left - taken - 12), text)
    times = " · ".join(part for part in (frame.times, frame.changes) if part)
    code = one_line(setter, frame.code, text, 150.0)
    if sheet.small and setter.batch.width(f"{times}{code}", text) + 12 > right - left:
        taken = 0.0
    else:
        taken = block.text(right, lower, code, text, align="right") + 12
    block.text(left, lower, one_line(setter, times, text, right - left - taken), text)
    if sheet.foot is not None:
        _draw_paid(setter, block, frame, text)


# -- who paid -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Payment:
    """Be what a foot says of who paid: lines, each with what stands at its right; the emblem and its size.

    The emblem stands beside the whole foot; on a page for the pocket ``under`` the rest, which needs the width.
    """

    lines: tuple[tuple[str, str], ...]
    emblem: bytes
    width: float
    tall: float
    under: bool

    @property
    def indent(self) -> float:
        return self.width + BESIDE_EMBLEM if self.tall else 0.0

    @property
    def rise(self) -> float:
        """Return how much higher a foot is with it, in points: an emblem alone has room beside what is there."""
        lines = FOOT_LEADING * len(self.lines)
        return max(lines, self.tall + 2.0) if self.under and self.tall else lines

    def __bool__(self) -> bool:
        return bool(self.lines or self.tall)


def payment(setter: Setter, frame: Frame) -> Payment:
    """Return what the feet of a mission's pages say of who paid: the fullest that fits a line."""
    key = ("payment", frame.paid, frame.footer, frame.emblem)
    found = setter.kept.get(key)
    if not isinstance(found, Payment):
        found = setter.kept[key] = _payment(setter, frame)
    return found


def _payment(setter: Setter, frame: Frame) -> Payment:
    picture, measure, small = setter.media.get(frame.emblem or "", b""), setter.sheet.measure, setter.sheet.small
    tallest = EMBLEM_SMALL if small or not (frame.paid or frame.footer) else EMBLEM
    wide, tall = fitted(picture, measure * EMBLEM_SHARE, tallest) or (0.0, 0.0)
    width = measure - (wide + BESIDE_EMBLEM if tall else 0.0)
    measured = setter.batch.width
    fitting = (one for one in frame.paid if measured(one, typography.FOOT) <= width)
    paid = next(fitting, frame.paid[-1] if frame.paid else "")
    lines: tuple[tuple[str, str], ...] = tuple((line, "") for line in (paid, frame.footer) if line)
    if len(lines) > 1 and measured(f"{paid}{frame.footer}", typography.FOOT) + 12 <= width:
        lines = ((paid, frame.footer),)
    return Payment(lines, picture, wide, tall, small)


def _draw_paid(setter: Setter, block: Block, frame: Frame, text: Style) -> None:
    """Draw who paid under the other lines of a foot, with the emblem at the left."""
    paid, right = payment(setter, frame), setter.sheet.measure
    spare = paid.rise - FOOT_LEADING * len(paid.lines)
    y = FOOT_LINES[-1] + paid.rise - FOOT_LEADING - spare / 2
    for words, beside in paid.lines:
        block.text(paid.indent, y, one_line(setter, words, text, right - paid.indent), text)
        block.text(right, y, beside, text, align="right")
        y -= FOOT_LEADING
    if paid.tall:
        low, high = FOOT_LINES[-1] - DESCENT, FOOT_LINES[0] + paid.rise + ASCENT
        y = low if paid.under else (low + high - paid.tall) / 2
        block.image(frame.emblem or "", paid.emblem, 0, y, paid.width, paid.tall)


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


def place_edges_of_cover(
    setter: Setter, page: Page, frame: Frame, count: tuple[int, int], inks: FootInks | None = None
) -> None:
    """Put marks and foot on a cover, which says in full who paid."""
    place_edges(replace(setter, sheet=replace(setter.sheet, foot=None)), page, frame, count, inks)


def furnish(setter: Setter, page: Page, frame: Frame, count: tuple[int, int], head: Block | None) -> None:
    """Put on a page everything that is the same on every page; a first page has no running head."""
    if head is not None:
        with page.artifact("Pagination"):
            page.place(head, setter.sheet.left, setter.sheet.height - HEAD_LINE)
    place_edges(setter, page, frame, count)
