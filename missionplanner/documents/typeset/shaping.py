"""Turn text into glyphs: HarfBuzz on words that are shaped once a batch, fallback fonts, both directions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import uharfbuzz as hb

from missionplanner.documents.typeset import bidi
from missionplanner.documents.typeset.fonts import Font, cut, stand_ins

LARGEST_CACHE = 60_000
"""Words and lines a batch remembers before it forgets them all and begins anew."""

_TURNED = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
_JOINERS = "\u200c\u200d\u2060\ufeff"
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
_MARKS = ("Mn", "Mc", "Me")
_NOTHING = "\u200b"
"""What a glyph without a text of its own is said to stand for: PDF/UA wants every glyph to stand for something."""
_NEUTRAL = " \u00a0.,:;-–—()/'\"!?0123456789"


@dataclass(frozen=True, slots=True)
class Style:
    """Say how a text looks. ``size`` and ``leading`` in points, ``tracking`` in points between glyphs."""

    face: str = "text"
    weight: str = "regular"
    size: float = 9.0
    leading: float = 12.5
    colour: str = "#16232B"
    tracking: float = 0.0
    capitals: bool = False


class Rise(NamedTuple):
    """Be one glyph above or below the base line by ``height`` thousandths of an em."""

    height: float
    glyph: str


Piece = str | Rise


class Run(NamedTuple):
    """Be glyphs of one font: what stands between the brackets of TJ, ``width`` in thousandths of an em.

    ``actual`` is the text a reader should get where the glyphs alone would tell another.
    """

    key: str
    pieces: tuple[Piece, ...]
    width: float
    glyphs: int
    actual: str | None


@dataclass(slots=True)
class FontUse:
    """Be what a batch uses of one font: its glyphs, what text each stands for, and shaped words."""

    font: Font
    advances: dict[int, int] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    words: dict[tuple[str, bool, str | None], Run] = field(default_factory=dict)

    def shape(self, text: str, *, turned: bool, language: str | None) -> Run:
        """Shape one word or run of one font and direction."""
        key = (text, turned, language)
        found = self.words.get(key)
        if found is None:
            if len(self.words) > LARGEST_CACHE:
                self.words.clear()
            found = self.words[key] = self._shape(text, turned, language)
        return found

    def _shape(self, text: str, turned: bool, language: str | None) -> Run:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if turned else "ltr"
        if language:
            buffer.language = language
        hb.shape(self.font.font, buffer, self.font.features)
        pieces, width = self._pieces(buffer)
        told = self._told(text, buffer, turned)
        # Readers turn right-to-left glyphs round themselves; told the text outright, they turn that round too.
        actual = None if turned or told == text else text
        return Run(self.font.key, pieces, width, len(buffer.glyph_infos), actual)

    def _pieces(self, buffer: hb.Buffer) -> tuple[tuple[Piece, ...], float]:
        scale = self.font.scale
        out: list[Piece] = []
        glyphs: list[str] = []
        width = 0.0

        def close() -> None:
            if glyphs:
                out.append(f"<{''.join(glyphs)}>")
                glyphs.clear()

        def skip(distance: float) -> None:
            if abs(distance) >= 0.5:
                close()
                out.append(f" {round(distance)} ")

        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
            advance = self._advance(info.codepoint)
            offset = position.x_offset * scale
            skip(-offset)
            if position.y_offset:
                close()
                out.append(Rise(position.y_offset * scale, f"<{info.codepoint:04X}>"))
            else:
                glyphs.append(f"{info.codepoint:04X}")
            skip(advance + offset - position.x_advance * scale)
            width += position.x_advance * scale
        close()
        if not any(isinstance(one, Rise) for one in out):
            return ("".join(str(one) for one in out),), width
        return tuple(out), width

    def _advance(self, glyph: int) -> int:
        advance = self.advances.get(glyph)
        if advance is None:
            advance = self.advances[glyph] = round(self.font.font.get_glyph_h_advance(glyph) * self.font.scale)
        return advance

    def _told(self, text: str, buffer: hb.Buffer, turned: bool) -> str:
        """Learn which text each glyph stands for; return what a reader makes of this run."""
        infos = list(buffer.glyph_infos)
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        seen: set[int] = set()
        told: list[str] = []
        for info in reversed(infos) if turned else infos:
            own = _NOTHING if info.cluster in seen else text[info.cluster : ends[info.cluster]]
            seen.add(info.cluster)
            told.append(self.texts.setdefault(info.codepoint, own))
        return "".join(told)


class Line(NamedTuple):
    """Be one line, ready to draw: runs in the order they stand on paper, ``width`` in thousandths of an em."""

    runs: tuple[Run, ...]
    width: float
    glyphs: int


class Shaper:
    """Shape lines for one batch. Caches are bounded; what is missing from every font is told by ``missing``."""

    def __init__(self) -> None:
        self.uses: dict[str, FontUse] = {}
        self.missing: set[str] = set()
        self._lines: dict[tuple[str, str, str, str | None], Line] = {}
        self._words: dict[tuple[str, str, str | None], tuple[Run, ...]] = {}

    def line(self, text: str, style: Style, language: str | None = None) -> Line:
        """Return a line of text in the order it is read; right-to-left parts are turned here."""
        key = (text, style.face, style.weight, language)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > LARGEST_CACHE:
                self._lines.clear()
            found = self._lines[key] = self._line(_INVISIBLE.sub("", text), style, language)
        return found

    def width(self, text: str, style: Style, language: str | None = None) -> float:
        """Return the width of a line in points."""
        one = self.line(text.upper() if style.capitals else text, style, language)
        return one.width * style.size / 1000 + style.tracking * one.glyphs

    def _line(self, text: str, style: Style, language: str | None) -> Line:
        main = self._main(style)
        runs = list(
            self._turned(text, main, style, language)
            if _TURNED.search(text)
            else self._plain(text, main, style, language)
        )
        return Line(tuple(runs), sum(one.width for one in runs), sum(one.glyphs for one in runs))

    def _plain(self, text: str, main: FontUse, style: Style, language: str | None) -> Iterator[Run]:
        """Compose left-to-right text word by word; adjacent words of the main font become one run."""
        space = main.shape(" ", turned=False, language=None)
        pieces: list[str] = []
        width, glyphs = 0.0, 0
        for number, word in enumerate(text.split(" ")):
            if number:
                pieces.append(str(space.pieces[0]))
                width, glyphs = width + space.width, glyphs + 1
            for run in self._word(word, main, style, language):
                if (
                    run.key == main.font.key
                    and run.actual is None
                    and len(run.pieces) == 1
                    and isinstance(run.pieces[0], str)
                ):
                    pieces.append(run.pieces[0])
                    width, glyphs = width + run.width, glyphs + run.glyphs
                    continue
                if pieces:
                    yield Run(main.font.key, ("".join(pieces),), width, glyphs, None)
                    pieces, width, glyphs = [], 0.0, 0
                yield run
        if pieces:
            yield Run(main.font.key, ("".join(pieces),), width, glyphs, None)

    def _word(self, word: str, main: FontUse, style: Style, language: str | None) -> tuple[Run, ...]:
        if not word:
            return ()
        key = (word, main.font.key, language)
        found = self._words.get(key)
        if found is None:
            if len(self._words) > LARGEST_CACHE:
                self._words.clear()
            parts = self._itemised(word, main, style)
            found = tuple(use.shape(part, turned=False, language=language) for use, part in parts)
            self._words[key] = found
        return found

    def _turned(self, text: str, main: FontUse, style: Style, language: str | None) -> Iterator[Run]:
        _, levels = bidi.levels(text)
        for start, stop, level in bidi.runs(levels):
            turned = bool(level & 1)
            parts = self._itemised(text[start:stop], main, style)
            for use, part in reversed(parts) if turned else parts:
                yield use.shape(part, turned=turned, language=language)

    def _itemised(self, text: str, main: FontUse, style: Style) -> list[tuple[FontUse, str]]:
        """Split a text by the font that draws it; marks and joiners stay with what they stand on."""
        if main.font.covers(text):
            return [(main, text)]
        parts: list[tuple[FontUse, str]] = []
        for character in text:
            last = parts[-1][0] if parts else None
            if last is not None and self._stays(character, last, main):
                use = last
            else:
                use = self._use_for(character, main, style)
            if last is use:
                parts[-1] = (use, parts[-1][1] + character)
            else:
                parts.append((use, character))
        return parts

    @staticmethod
    def _stays(character: str, last: FontUse, main: FontUse) -> bool:
        """Tell whether a character goes with the font of the one before it."""
        if character in _JOINERS or unicodedata.category(character) in _MARKS:
            return True
        return last is not main and character in _NEUTRAL and ord(character) in last.font.covered

    def _use_for(self, character: str, main: FontUse, style: Style) -> FontUse:
        code = ord(character)
        if code in main.font.covered or character in _JOINERS or unicodedata.category(character) == "Cf":
            return main
        for font in stand_ins(character, bold=style.weight in ("semibold", "bold")):
            if code in font.covered:
                return self._use(font)
        self.missing.add(character)
        return main

    def _main(self, style: Style) -> FontUse:
        return self._use(cut(f"{style.face}-{style.weight}"))

    def _use(self, font: Font) -> FontUse:
        use = self.uses.get(font.key)
        if use is None:
            use = self.uses[font.key] = FontUse(font)
        return use
