"""Draw the cover of a programme: institutional (white, organisers in order) or illustrated (hills and a sun)."""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Fact, Frame, ProgrammeContent
from missionplanner.documents.parts.colophon import draw_paid, who_paid
from missionplanner.documents.parts.facts import Look, set_facts
from missionplanner.documents.parts.furniture import FootInks, place_edges_of_cover
from missionplanner.documents.parts.organisers import NAMES, Sign, draw_logo, draw_strip, signs
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Page, Style

TITLE = Style(face="display", size=78, leading=70, colour=design.PETROL)
DATES = Style(face="display", weight="italic", size=19, leading=24, colour=design.VERMILION)
CODE = Style(size=9, leading=12, colour=design.INK)
TITLES = tuple(
    typography.sized(TITLE, size, size * (0.9 + (78 - size) / 320))
    for size in (78.0, 64.0, 54.0, 46.0, 40.0, 34.0, 29.0, 24.0)
)
"""Sizes of a title; the smaller, the more air between lines."""
TITLE_LINES = 4
SECOND = Style(face="display", weight="italic", size=30, leading=33, colour=design.PETROL)
ABOVE_SECOND = 10.0
LOGO = 40.0
FACT_LINES = 5
"""Lines of a fact on a cover at most."""
FACTS_TOP = 232.0
FUNDING_TOP, FUNDING_FLOOR = 122.0, 58.0
"""Where it says who paid: from the top down, and how far down it may go."""

SKY = ("#F6E7D3", "#F3C9A4")
HILLS = ("#E59A72", "#BE6F5A", "#7C5A62", "#3F4E5E", "#1C4656", design.PETROL)
HEIGHTS = (452.0, 414.0, 372.0, 330.0, 286.0, 246.0)
SWELLS = (46.0, 44.0, 40.0, 34.0, 24.0, 14.0)
GROUND, GROUND_FLOOR = 216.0, 50.0
SAND = "#F3C9A4"
CREAM = "#F6E7D3"
MIST = "#8FB0BA"
THEMES = tuple(Style(face="display", size=size, leading=size * 1.3, colour=CREAM) for size in (18.0, 15.0, 12.0))
SUN = 92.0
SUN_BELOW = 14.0
"""Air between the title and the sun, so that no letter stands on it."""
LOWEST_TITLE = 500.0
"""Where the words of an illustrated cover end at the latest, so that they stay on the sky."""


@dataclass(frozen=True, slots=True)
class CoverLook:
    """Be the style of a cover and of how many pages it is the first."""

    style: str
    pages: int


def draw_cover(
    setter: Setter, page: Page, content: ProgrammeContent, look: CoverLook, media: Mapping[str, bytes]
) -> None:
    """Draw a cover in one of the two styles."""
    if look.style == "illustrated":
        _illustrated(setter, page, content, look.pages, media)
    else:
        _institutional(setter, page, content, look.pages, media)


def _draw_title(page: Page, run: Run, x: float, top: float) -> float:
    """Draw the title from ``top`` down; return the baseline a line below would have."""
    y = top - run.style.size * 0.7
    with page.tag("H1", lang=run.language):
        return draw_run(page, run, x - run.style.size * 0.05, y)


def both_titles(
    setter: Setter, frame: Frame, styles: Sequence[Style], width: float, most: int = TITLE_LINES
) -> tuple[Run, Run | None]:
    """Return the title in lines, and that of the second language, smaller, where a document has two."""
    first = frame.titles[0] if frame.titles else frame.title
    title = _at_most(setter, first.text, setter.fitted(first.text, styles, width, most), width, most)
    title = title._replace(language=first.language)
    if not frame.titles:
        return title, None
    second = frame.titles[1]
    sizes = tuple(typography.sized(SECOND, title.style.size * share, None) for share in (0.6, 0.5, 0.42, 0.36))
    other = _at_most(setter, second.text, setter.fitted(second.text, sizes, width, most), width, most)
    return title, other._replace(language=second.language)


def _at_most(setter: Setter, text: str, run: Run, width: float, most: int) -> Run:
    """Return a title in no more lines than a cover has room for; one that is cut is told to preflight."""
    if len(run.lines) <= most:
        return run
    setter.batch.note_cut(text)
    return run._replace(lines=setter.batch.wrap(text, run.style, width, max_lines=most))


def draw_second(page: Page, run: Run | None, x: float, y: float) -> float:
    """Draw the title of a second language below a height; return its lower edge."""
    if run is None:
        return y
    with page.tag("P", lang=run.language):
        return draw_run(page, run, x, y - ABOVE_SECOND - run.style.size * 0.74) + run.style.leading * 0.76


# -- institutional --------------------------------------------------------------------------------


def _institutional(
    setter: Setter, page: Page, content: ProgrammeContent, total: int, media: Mapping[str, bytes]
) -> None:
    frame, sheet = content.frame, setter.sheet
    left, accent = sheet.left, setter.accent.colour
    y = _draw_organisers(setter, page, frame, media, sheet.height - 64)
    if frame.organisers:
        page.line(left, y - 16, sheet.edge, y - 16, design.RULE, 0.8)
    y = sheet.height - 262
    with page.tag("P"):
        kind = " · ".join(part for part in (frame.kind, content.for_whom) if part)
        page.text(left, y, kind, typography.coloured(typography.HEADING_LABEL, accent))
    page.rect(left, y - 17, 40, 2.4, fill=accent)
    first, second = both_titles(setter, frame, TITLES[1:], sheet.measure)
    y = _draw_title(page, first, left, y - 44) + first.style.leading - first.style.size * 0.24
    y = draw_second(page, second, left, y)
    y = _draw_dates(setter, page, content, y - 34)
    _draw_facts_and_funding(setter, page, content, min(y - 30, FACTS_TOP))
    place_edges_of_cover(setter, page, frame, (1, total))


def _draw_dates(setter: Setter, page: Page, content: ProgrammeContent, y: float) -> float:
    """Draw dates, whom this copy is for, and what the mission is about, as far as there is room."""
    frame, left = content.frame, setter.sheet.left
    width = setter.sheet.measure - 60
    with page.tag("P"):
        page.text(left, y, frame.dates, typography.coloured(DATES, setter.accent.colour))
    y -= 36
    summary = setter.run(frame.summary.text, typography.BODY, min(width, 400.0), language=frame.summary.language)
    if frame.summary and y - summary.height > FACTS_TOP + 24:
        with page.tag("P", lang=summary.language):
            y = draw_run(page, summary, left, y)
    return y


def _draw_facts_and_funding(setter: Setter, page: Page, content: ProgrammeContent, top: float) -> None:
    """Draw facts and, between them and the foot, who paid; a long statement begins higher and lifts the facts."""
    block, frame, left = setter.batch.block(), content.frame, setter.sheet.left
    used = set_facts(setter, block, content.facts, Look(most=FACT_LINES))
    paid = who_paid(setter, frame, setter.sheet.measure)
    lowest = FUNDING_FLOOR + (paid.height if paid is not None else 0.0)
    y = max(min(top - used - 22, max(FUNDING_TOP, lowest)), lowest)
    page.place(block, left, max(top, y + 22 + used))
    if paid is not None:
        draw_paid(setter, page, frame, paid, (left, y))


def _draw_organisers(setter: Setter, page: Page, frame: Frame, media: Mapping[str, bytes], top: float) -> float:
    """Draw organisers in columns of their own, role above logo or name; return the lowest point."""
    shown = signs(setter, frame.organisers, media, LOGO, 108.0)
    columns = max(3, min(4, len(shown)))
    width = (setter.sheet.measure - 16.0 * (columns - 1)) / columns
    lowest = top
    for first in range(0, len(shown), columns):
        row_top = lowest - (14 if first else 0)
        for number, sign in enumerate(shown[first : first + columns]):
            x = setter.sheet.left + number * (width + 16.0)
            lowest = min(lowest, _draw_organiser(setter, page, sign, (x, row_top), width))
    return lowest


def _draw_organiser(setter: Setter, page: Page, sign: Sign, at: tuple[float, float], width: float) -> float:
    x, top = at
    y = top - 6
    with page.tag("P"):
        role = setter.run(sign.organiser.role, typography.META_LABEL, width, balanced=False)
        y = draw_run(page, role, x, y) + role.style.leading
        if sign.picture is not None:
            draw_logo(page, replace(sign, width=min(sign.width, width)), x, y - 8, LOGO)
            return y - 8 - LOGO
        run = setter.run(sign.organiser.name, NAMES, width)
        return draw_run(page, run, x, y - 14) + 8


# -- illustrated ----------------------------------------------------------------------------------


def _illustrated(
    setter: Setter, page: Page, content: ProgrammeContent, total: int, media: Mapping[str, bytes]
) -> None:
    frame, sheet = content.frame, setter.sheet
    block = setter.batch.block()
    shown = signs(setter, frame.organisers, media, 26.0, 110.0)
    right = typography.coloured(typography.HEADING_LABEL, design.PETROL)
    label = setter.batch.width(content.for_whom or frame.kind, right)
    used = draw_strip(setter, block, shown, 0.0, 26.0, sheet.measure - max(150.0, label + 24))
    top = sheet.height - max(122.0, 54 + used + 42)
    title, second = both_titles(setter, frame, TITLES[:2], sheet.measure - 40)
    below = second.height + ABOVE_SECOND if second is not None else 0.0
    if title.height + below > top - LOWEST_TITLE:
        title, second = both_titles(setter, frame, TITLES[2:], sheet.measure - 40)
        below = second.height + ABOVE_SECOND if second is not None else 0.0
    with page.artifact("Background"):
        _draw_landscape(setter, page, frame.code, top - title.height - below - SUN_BELOW)
    page.place(block, sheet.left, sheet.height - 54)
    with page.tag("P"):
        page.text(sheet.edge, sheet.height - 64, content.for_whom or frame.kind, right, align="right")
    with page.tag("P"):
        page.text(sheet.edge, sheet.height - 77, frame.code, CODE, align="right")
    y = _draw_title(page, title, sheet.left, top) + title.style.leading - title.style.size * 0.24
    y = draw_second(page, second, sheet.left, y) - 34
    with page.tag("P"):
        page.text(sheet.left, y, frame.dates, typography.coloured(DATES, setter.accent.colour))
    _draw_ground(setter, page, content)
    place_edges_of_cover(setter, page, frame, (1, total), FootInks(MIST, CREAM, "#1C4656"))


def _draw_ground(setter: Setter, page: Page, content: ProgrammeContent) -> None:
    """Draw theme, facts and funding on the dark ground."""
    frame, sheet = content.frame, setter.sheet
    facts: Sequence[Fact] = content.facts
    if frame.theme:
        theme = setter.fitted(frame.theme.text, THEMES, sheet.measure, 1)
        with page.tag("P", lang=frame.theme.language):
            draw_run(page, theme, sheet.left, 196 + (len(theme.lines) - 1) * theme.style.leading)
        facts = [fact for fact in facts if fact.value != frame.theme.text]
    look = Look(
        rule="#5E8794",
        label=typography.coloured(typography.META_LABEL, SAND),
        value=typography.coloured(typography.FACT, design.WHITE),
        detail=typography.coloured(typography.FACT_DETAIL, "#D7E3E7"),
        line=0.7,
        most=FACT_LINES,
    )
    block = setter.batch.block()
    used = set_facts(setter, block, facts, look)
    paid = who_paid(setter, frame, sheet.measure, typography.coloured(typography.COLOPHON, CREAM), dark=True)
    tall = paid.height if paid is not None else 0.0
    top = max(172.0, GROUND_FLOOR + tall + 16 + used)
    page.place(block, sheet.left, top)
    if paid is not None:
        draw_paid(setter, page, frame, paid, (sheet.left, max(top - used - 10, GROUND_FLOOR + tall)))


def _draw_landscape(setter: Setter, page: Page, code: str, highest: float) -> None:
    """Draw sky, sun and six hills; the mission's code decides their shape. The sun stays below ``highest``."""
    sheet = setter.sheet
    page.gradient(0, GROUND, sheet.width, sheet.height - GROUND, *SKY)
    chance = random.Random(int.from_bytes(hashlib.sha256(code.encode()).digest()[:8], "big"))
    middle = min(470.0, highest - SUN)
    page.circle(sheet.width * chance.uniform(0.6, 0.72), middle, SUN, fill=setter.accent.colour, stroke=None)
    turn = chance.uniform(0, math.tau)
    for layer, (base, swell, colour) in enumerate(zip(HEIGHTS, SWELLS, HILLS, strict=True)):
        count = 7 + layer
        points = [
            (
                -10 + (sheet.width + 20) * step / count,
                base + swell * math.sin(step * 1.35 + layer * 1.9 + turn) + chance.uniform(-swell, swell) * 0.45,
            )
            for step in range(count + 1)
        ]
        _draw_hill(page, points, colour, sheet.width)
    page.rect(0, 0, sheet.width, GROUND, fill=design.PETROL)


def _draw_hill(page: Page, points: Sequence[tuple[float, float]], colour: str, width: float) -> None:
    """Draw a ridge through points as a smooth curve, filled down to the foot of the page."""
    steps: list[tuple[str, *tuple[float, ...]]] = [("m", -10, 0), ("l", -10, points[0][1])]
    for at in range(len(points) - 1):
        before, here = points[max(at - 1, 0)], points[at]
        there, after = points[at + 1], points[min(at + 2, len(points) - 1)]
        leave = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        arrive = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        steps.append(("c", *leave, *arrive, *there))
    steps += [("l", width + 10, 0), ("h",)]
    page.path(steps, fill=colour)
