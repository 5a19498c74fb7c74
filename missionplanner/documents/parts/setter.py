"""Carry what every part needs to be set: the batch, the sheet, the accent, the words of the language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from missionplanner.base.i18n import Translator
from missionplanner.documents.design import Accent, Sheet
from missionplanner.documents.spot import Spot
from missionplanner.documents.typeset import Batch, Block, Style
from missionplanner.documents.typeset.ink import Ink

LEAST_OF_SIZE = 0.7
"""How much smaller a title may be set, of its size, where that keeps its words whole."""
FIRST_WIDE = "\u2e80"
"""The first ideograph; kana and all others follow."""


class Run(NamedTuple):
    """Be a paragraph broken into lines. ``before`` is the extra space above it, in points."""

    lines: tuple[str, ...]
    style: Style
    before: float = 0.0
    language: str | None = None

    @property
    def height(self) -> float:
        return self.before + len(self.lines) * self.style.leading


@dataclass(frozen=True)
class Setter:
    """Be the hand that sets one language of a batch. ``kept`` holds what several documents share.

    ``spots`` collects where the document under way shows what; None where nobody asks. ``media`` are the pictures
    by their names.
    """

    batch: Batch
    sheet: Sheet
    accent: Accent
    t: Translator
    kept: dict[Any, Any] = field(default_factory=dict)
    heads: dict[tuple[Any, ...], Block] = field(default_factory=dict)
    spots: list[Spot] | None = None
    media: Mapping[str, bytes] = field(default_factory=dict)
    rank: str = "H3"
    """Rank of a small heading: that below what stands over it."""

    def run(
        self,
        text: str,
        style: Style,
        width: float,
        *,
        before: float = 0.0,
        language: str | None = None,
        balanced: bool = True,
    ) -> Run:
        """Break a text into lines."""
        return Run(self.batch.wrap(text, style, width, balanced=balanced), style, before, language)

    def fitted(self, text: str, styles: Sequence[Style], width: float, most: int) -> Run:
        """Break a text in the first of these styles that needs at most ``most`` lines and breaks no word.

        Chinese and Japanese may be broken anywhere; where they have spaces, lines end there if they can, be it
        in a style that is not much smaller.
        """
        found: Run | None = None
        for style in styles:
            if found is not None and style.size < found.style.size * LEAST_OF_SIZE:
                break
            run = self.run(text, style, width)
            if len(run.lines) > most or not self._whole(text, style, width):
                continue
            if not _inside_words(text, run.lines):
                return run
            lines = self._by_words(text.split(), style, width)
            if len(lines) <= most:
                return run._replace(lines=lines)
            found = found or run
        return found or self.run(text, styles[-1], width)

    def _by_words(self, words: Sequence[str], style: Style, width: float) -> tuple[str, ...]:
        """Return the fewest lines of whole words, as even as can be; every word fits a line."""
        best: list[tuple[int, float, tuple[str, ...]]] = [(0, 0.0, ())]
        for stop in range(1, len(words) + 1):
            ways = []
            for start in range(stop - 1, -1, -1):
                line = " ".join(words[start:stop])
                gap = width - self.batch.width(line, style)
                if gap < 0 and start < stop - 1:
                    break
                count, cost, lines = best[start]
                ways.append((count + 1, cost + gap * gap, (*lines, line)))
            best.append(min(ways))
        return best[-1][2]

    def _whole(self, text: str, style: Style, width: float) -> bool:
        return all(self.batch.width(word, style) <= width for word in text.split())


def _inside_words(text: str, lines: Sequence[str]) -> bool:
    """Tell whether a line ends between two ideographs or kana, with no space there."""
    at = 0
    for line in lines[:-1]:
        at = text.find(line, at) + len(line)
        if all(character >= FIRST_WIDE and not character.isspace() for character in text[at - 1 : at + 1]):
            return True
    return False


def draw_paragraph(block: Block, run: Run, x: float, y: float) -> float:
    """Draw a paragraph as an element of its own, first baseline at ``y``; return where the next would be."""
    lines, style, _, language = run
    block.paragraph(x, y, lines, style, language)
    return y - len(lines) * style.leading


def draw_run(block: Ink, run: Run, x: float, y: float, align: str = "left") -> float:
    """Draw a paragraph with its first baseline at ``y``; return where the next baseline would be."""
    lines, style, _, language = run
    if align == "left" and len(lines) > 1:
        block.lines(x, y, lines, style, lang=language)
        return y - len(lines) * style.leading
    for line in lines:
        block.text(x, y, line, style, align=align, lang=language)
        y -= style.leading
    return y
