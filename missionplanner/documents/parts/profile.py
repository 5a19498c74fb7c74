"""Set what an organisation is: logo and facts at the left, name, texts and people beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.profiles import Profile
from missionplanner.documents.content.values import Detail, Fact
from missionplanner.documents.parts.organisers import size_of
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.story import Piece
from missionplanner.documents.typeset import Block, Style

ASIDE = 116.0
"""Width of the column of logo and facts."""
BESIDE = 24.0
LOGO_TALL = 46.0
TILE = 46.0
BETWEEN = 26.0
"""Between two organisations of a page; a rule heads each."""
LEAST = 136.0
"""The least height of an organisation, in points: four on a page, however little is known of them."""
NEARLY_HALF = 0.86
"""Share of half a page from which on an organisation takes all of it, so that two stand alike."""
TEXT = typography.sized(typography.BODY, 9.8, 13.2)
LABEL = typography.HEADING_LABEL
INITIALS = tuple(
    Style(face="display", weight="semibold", size=size, leading=20, colour=design.PETROL)
    for size in (17, 14, 11, 9)
)


def pieces(setter: Setter, profile: Profile, media: Mapping[str, bytes], heading: float = 0.0) -> Iterator[Piece]:
    """Give an organisation as high as it is, half a page where it is nearly that, and what is more on the next.

    ``heading`` is the room a heading takes of the page.
    """
    room = setter.sheet.room
    half = (room - BETWEEN - heading) / 2
    aside = _aside_height(setter, profile, media)
    chunks = _chunks(_runs(setter, profile), room * 0.9)
    for number, chunk in enumerate(chunks):
        told = sum(run.height for run in chunk)
        if number:
            yield Piece(told, partial(_going_on, setter, chunk), above=BETWEEN)
            continue
        needed = max(told + 10.0, aside, LEAST)
        height = half if half * NEARLY_HALF <= needed <= half else needed
        draw = partial(_block, setter, profile, chunk, media)
        yield Piece(height, draw, above=BETWEEN, key=profile.key, title=profile.name)


def _runs(setter: Setter, profile: Profile) -> list[Run]:
    """Return name, texts and people as paragraphs below each other."""
    width = setter.sheet.measure - ASIDE - BESIDE
    runs = [setter.run(profile.name, typography.WEEKDAY, width)]
    if profile.native:
        runs.append(setter.run(profile.native, typography.BODY, width))
    label = typography.coloured(LABEL, setter.accent.colour)
    for title, paragraphs in profile.texts:
        if title:
            runs.append(setter.run(title, label, width, before=9))
        for number, said in enumerate(paragraphs):
            before = 2.0 if number or title else 6.0
            runs.append(setter.run(said.text, TEXT, width, before=before, language=said.language, balanced=False))
    if profile.people:
        runs.append(setter.run(setter.t("In the delegation"), label, width, before=9))
        runs += [run for one in profile.people for run in _person(setter, one, width)]
    return runs


def _person(setter: Setter, one: Detail, width: float) -> Iterator[Run]:
    yield setter.run(one.label, typography.FACT, width, before=2)
    if one.text:
        yield setter.run(one.text, typography.FACT_DETAIL, width, balanced=False)


def _chunks(runs: Sequence[Run], most: float) -> list[list[Run]]:
    """Share paragraphs out so that each part fits a page; one longer than a page is cut between lines."""
    chunks: list[list[Run]] = [[]]
    used = 0.0
    for run in runs:
        lines = max(1, int((most - run.before) / run.style.leading))
        for first in range(0, len(run.lines), lines):
            part = run._replace(lines=run.lines[first : first + lines])
            if chunks[-1] and used + part.height > most:
                chunks.append([])
                used = 0.0
            chunks[-1].append(part)
            used += part.height
    return chunks


# -- drawing --------------------------------------------------------------------------------------


def _block(setter: Setter, profile: Profile, runs: Sequence[Run], media: Mapping[str, bytes]) -> Block:
    block = setter.batch.block()
    block.line(0, 0, setter.sheet.measure, 0, design.PETROL, 0.9)
    _texts(block, runs, heading=True)
    y = _logo(setter, block, profile, media) - 14
    for fact, value in _facts(setter, profile):
        with block.tag("P"):
            block.text(0, y, fact.label, typography.META_LABEL)
            y = draw_run(block, value, 0, y - 11.6) - 5.0
    return block


def _going_on(setter: Setter, runs: Sequence[Run]) -> Block:
    block = setter.batch.block()
    _texts(block, runs, heading=False)
    return block


def _texts(block: Block, runs: Sequence[Run], heading: bool) -> None:
    y = -10.0 if heading else 0.0
    for number, run in enumerate(runs):
        y -= run.before
        role = "H2" if heading and not number else "H3" if run.style.capitals else "P"
        with block.tag(role, lang=run.language):
            y = draw_run(block, run, ASIDE + BESIDE, y - run.style.size * 0.8) + run.style.size * 0.8


def _logo(setter: Setter, block: Block, profile: Profile, media: Mapping[str, bytes]) -> float:
    """Draw the logo, else the initials; return its lower edge."""
    top = -14.0
    data = media.get(profile.logo) if profile.logo else None
    size = size_of(data) if data is not None else None
    if data is None or size is None or min(size) <= 0:
        block.rect(0, top - TILE, TILE, TILE, fill=design.PAPER, radius=3)
        shown = setter.fitted(profile.initials, INITIALS, TILE - 8, 1)
        block.text(TILE / 2, top - TILE / 2 - shown.style.size * 0.34, shown.lines[0], shown.style, align="centre")
        return top - TILE
    wide, tall = logo_size(size)
    with block.tag("Figure", alt=profile.name):
        block.image(profile.logo or profile.name, data, 0, top - tall, wide, tall)
    return top - tall


def logo_size(pixels: tuple[int, int]) -> tuple[float, float]:
    """Return width and height of a logo in the column beside the texts, its proportions kept."""
    scale = min(ASIDE / pixels[0], LOGO_TALL / pixels[1])
    return pixels[0] * scale, pixels[1] * scale


def _facts(setter: Setter, profile: Profile) -> Iterator[tuple[Fact, Run]]:
    chains = (Fact(setter.t("Value chains"), "\n".join(profile.chains)),) if profile.chains else ()
    for fact in (*profile.facts, *chains):
        yield fact, setter.run(fact.value, typography.FACT_DETAIL, ASIDE, balanced=False)


def _aside_height(setter: Setter, profile: Profile, media: Mapping[str, bytes]) -> float:
    facts = sum(value.height + 16.6 for _, value in _facts(setter, profile))
    return 14.0 + max(TILE, LOGO_TALL) + 14.0 + facts
