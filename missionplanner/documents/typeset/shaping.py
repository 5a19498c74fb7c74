"""Turn text into glyphs: HarfBuzz on words that are shaped once a batch, fallback fonts, both directions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from missionplanner.documents.typeset import bidi
from missionplanner.documents.typeset.fonts import Font, cut, stand_ins

LARGEST_CACHE = 4_000
"""Words and lines a batch remembers before it forgets them all and begins anew."""

_TURNED = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
_JOINERS = "\u200c\u200d\u2060\ufeff"
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
_FIGURE = re.compile("[0-9]")
_MARKS = ("Mn", "Mc", "Me")
_NOTHING = "\u200b"
"""What a glyph without a text of its own is said to stand for: PDF/UA wants every glyph to stand for something."""
_LIGATURES = {"لا": "\ufefb", "لآ": "\ufef5", "لأ": "\ufef7", "لإ": "\ufef9"}
"""Two letters of one glyph are told as the one character that stands for both: readers turn two round."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
"""In text from right to left a bracket is told as it looks: readers turn it round with the text."""
_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})
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
        # Where glyphs are raised they go by places, and put marks on the wrong letters unless told.
        raised = any(isinstance(one, Rise) for one in pieces)
        actual = None if turned or (told == text and not raised) else text
        return Run(self.font.key, pieces, width, len(buffer.glyph_infos), actual)

    def _pieces(self, buffer: hb.Buffer) -> tuple[tuple[Piece, ...], float]:
        scale = self.font.scale
        out: list[Piece] = []
        glyphs: list[str] = []
        width = 0.0

        def close() -> None:
            if glyphs:
                out.append(f"({''.join(glyphs)})")
                glyphs.clear()

        def skip(distance: float) -> None:
            if abs(distance) >= 0.5:
                close()
                out.append(f" {round(distance)}")

        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
            glyph = info.codepoint or self.font.blank[0]
            advance = self._advance(glyph)
            offset = position.x_offset * scale
            moved = position.x_advance * scale if info.codepoint else float(advance)
            skip(-offset)
            if position.y_offset:
                close()
                out.append(Rise(position.y_offset * scale, f"({_string_of(glyph)})"))
            else:
                glyphs.append(_string_of(glyph))
            skip(advance + offset - moved)
            width += moved
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
            if turned:
                own = _LIGATURES.get(own, own).translate(_MIRRORED)
            glyph, meaning = (info.codepoint, own) if info.codepoint else self.font.blank
            told.append(self.texts.setdefault(glyph, meaning))
        return "".join(told)


class Line(NamedTuple):
    """Be one line, ready to draw: runs in the order they stand on paper, ``width`` in thousandths of an em."""

    runs: tuple[Run, ...]
    width: float
    glyphs: int

    body: str | None = None
    """What stands between the brackets of TJ, where that is all there is to the line."""


class _Simple(NamedTuple):
    """Be a word that is one piece of glyphs of the main font, by far the most common kind."""

    glyphs: str
    width: float
    length: int


_EMPTY = _Simple("", 0.0, 0)


class Shaper:
    """Shape lines for one batch. Caches are bounded; what is missing from every font is told by ``missing``."""

    def __init__(self) -> None:
        self.uses: dict[str, FontUse] = {}
        self.missing: set[str] = set()
        self._lines: dict[tuple[str, str, str, str | None], Line] = {}
        self._words: dict[tuple[str, str, str | None], tuple[Run, ...]] = {}
        self._simple: dict[tuple[str, str | None], dict[str, _Simple]] = {}
        self._mains: dict[tuple[str, str], FontUse] = {}

    def line(self, text: str, style: Style, language: str | None = None) -> Line:
        """Return a line of text in the order it is read; right-to-left parts are turned here."""
        key = (text, style.face, style.weight, language)
        return self._lines.get(key) or self._new_line(key, style)

    def _new_line(self, key: tuple[str, str, str, str | None], style: Style) -> Line:
        if len(self._lines) > LARGEST_CACHE:
            self._lines.clear()
        found = self._lines[key] = self._line(key[0], style, key[3])
        return found

    def width(self, text: str, style: Style, language: str | None = None) -> float:
        """Return the width of a line in points."""
        shown = text.upper() if style.capitals else text
        key = (shown, style.face, style.weight, language)
        one = self._lines.get(key) or self._new_line(key, style)
        return one.width * style.size / 1000 + style.tracking * one.glyphs

    def _line(self, text: str, style: Style, language: str | None) -> Line:
        main = self._main(style)
        simple = self._composed(text, main, language)
        if simple is not None:
            return Line((simple,), simple.width, simple.glyphs, str(simple.pieces[0]))
        text = _INVISIBLE.sub("", text)
        if _TURNED.search(text):
            runs = tuple(self._turned(text, main, style, language))
        elif main.font.covers(text):
            runs = tuple(self._plain(text, main, style, language))
        else:
            runs = tuple(self._mixed(text, main, style, language))
        body = str(runs[0].pieces[0]) if len(runs) == 1 and _is_simple(runs[0]) else None
        return Line(runs, sum(one.width for one in runs), sum(one.glyphs for one in runs), body)

    def _composed(self, text: str, main: FontUse, language: str | None) -> Run | None:
        """Put a line together from words that were met before, None where one was not or is not simple."""
        known = self._simple.get((main.font.key, language))
        if known is None or not text:
            return None
        try:
            glyphs, widths, lengths = zip(*map(known.__getitem__, text.split(" ")), strict=True)
        except KeyError:
            return None
        space = known[" "]
        gaps = len(glyphs) - 1
        body = space.glyphs.join(glyphs).replace(")(", "")
        return Run(main.font.key, (body,), sum(widths) + gaps * space.width, sum(lengths) + gaps, None)

    def _remember(self, word: str, run: Run, language: str | None) -> None:
        """Keep a word for lines to be composed of."""
        known = self._simple.setdefault((run.key, language), {"": _EMPTY})
        if len(known) > LARGEST_CACHE:
            space = known[" "]
            known.clear()
            known.update({"": _EMPTY, " ": space})
        known[word] = _Simple(str(run.pieces[0]), run.width, run.glyphs)

    def _plain(self, text: str, main: FontUse, style: Style, language: str | None) -> Iterator[Run]:
        """Compose left-to-right text word by word; adjacent words of the main font become one run."""
        space = main.shape(" ", turned=False, language=None)
        self._remember(" ", space, language)
        pieces: list[str] = []
        width, glyphs = 0.0, 0
        for number, word in enumerate(text.split(" ")):
            if number:
                pieces.append(str(space.pieces[0]))
                width, glyphs = width + space.width, glyphs + 1
            shaped = self._word(word, main, style, language)
            for run in shaped:
                if run.key == main.font.key and _is_simple(run):
                    pieces.append(str(run.pieces[0]))
                    width, glyphs = width + run.width, glyphs + run.glyphs
                    if len(shaped) == 1:
                        self._remember(word, run, language)
                    continue
                if pieces:
                    yield Run(main.font.key, ("".join(pieces).replace(")(", ""),), width, glyphs, None)
                    pieces, width, glyphs = [], 0.0, 0
                yield run
        if pieces:
            yield Run(main.font.key, ("".join(pieces).replace(")(", ""),), width, glyphs, None)

    def _mixed(self, text: str, main: FontUse, style: Style, language: str | None) -> Iterator[Run]:
        """Compose left-to-right text of several fonts. Words of another font go together: readers lose a space
        that stands between two runs told what they mean. What follows them, and numbers, is the main font's.
        """
        for use, part in self._itemised(text, main, style):
            kept = "" if use is main or _FIGURE.search(part) else part.rstrip(_NEUTRAL)
            if kept:
                yield use.shape(kept, turned=False, language=language)
            if part != kept:
                yield from self._plain(part[len(kept) :], main, style, language)

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
        key = (style.face, style.weight)
        found = self._mains.get(key)
        if found is None:
            found = self._mains[key] = self._use(cut(f"{style.face}-{style.weight}"))
        return found

    def _use(self, font: Font) -> FontUse:
        use = self.uses.get(font.key)
        if use is None:
            use = self.uses[font.key] = FontUse(font)
        return use


@lru_cache(maxsize=4096)
def _string_of(glyph: int) -> str:
    """Return a glyph as part of a PDF string: two bytes, half of what they take as hexadecimal."""
    return glyph.to_bytes(2, "big").decode("latin-1").translate(_ESCAPED)


def _is_simple(run: Run) -> bool:
    return run.actual is None and len(run.pieces) == 1 and isinstance(run.pieces[0], str)
