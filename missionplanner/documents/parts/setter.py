"""Carry what every part needs to be set: the batch, the sheet, the accent, the words of the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from missionplanner.base.i18n import Translator
from missionplanner.documents.design import Accent, Sheet
from missionplanner.documents.typeset import Batch, Block, Style
from missionplanner.documents.typeset.ink import Ink


@dataclass(frozen=True, slots=True)
class Run:
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
    """Be the hand that sets one language of a batch. ``kept`` holds what several documents share."""

    batch: Batch
    sheet: Sheet
    accent: Accent
    t: Translator
    kept: dict[Any, Any] = field(default_factory=dict)
    heads: dict[tuple[Any, ...], Block] = field(default_factory=dict)

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
        """Break a text in the first of these styles that needs at most ``most`` lines and breaks no word."""
        for style in styles:
            run = self.run(text, style, width)
            if len(run.lines) <= most and self._whole(text, style, width):
                return run
        return self.run(text, styles[-1], width)

    def _whole(self, text: str, style: Style, width: float) -> bool:
        return all(self.batch.width(word, style) <= width for word in text.split())


def draw_run(block: Ink, run: Run, x: float, y: float, align: str = "left") -> float:
    """Draw a paragraph with its first baseline at ``y``; return where the next baseline would be."""
    for line in run.lines:
        block.text(x, y, line, run.style, align=align, lang=run.language)
        y -= run.style.leading
    return y
