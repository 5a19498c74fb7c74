"""Own what the documents of one print job share: shaped words, font subsets, pictures."""

from __future__ import annotations

import datetime as dt
from functools import partial
from weakref import WeakKeyDictionary

from missionplanner.documents.typeset import lines, writer
from missionplanner.documents.typeset.block import Block
from missionplanner.documents.typeset.document import Document, Facts
from missionplanner.documents.typeset.embedding import Embedded
from missionplanner.documents.typeset.shaping import LARGEST_CACHE, Shaper, Style
from missionplanner.documents.typeset.writer import Sealed

LIKELY_SHORT = 2.4
"""Characters of a text, each as wide as it is high, by widths of a line: more will hardly fit one line."""
PRODUCER = "Mission Planner"


class Batch:
    """Be one print job. Lay out every document first, then take their bytes one by one.

    A font is embedded as one subset of all the batch uses: that is known when all is laid out, so the first
    ``data`` settles it and nothing can be laid out afterwards.
    """

    def __init__(self, created: dt.datetime, producer: str = PRODUCER) -> None:
        self.created = created
        self.producer = producer
        self._shaper = Shaper()
        self._wrapped: dict[tuple[str, str, str, float, float, bool, float, bool], tuple[str, ...]] = {}
        self._rulers: dict[tuple[str, str, float, float, bool], lines.Ruler] = {}
        self._fonts: dict[str, Embedded] | None = None
        self._under_way: Document | None = None
        self._cut_short: set[str] = set()
        self._small: set[str] = set()
        self._overfull: set[str] = set()
        self._sealed: WeakKeyDictionary[Document, Sealed] = WeakKeyDictionary()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the characters no font could draw."""
        return tuple(sorted(self._shaper.missing))

    @property
    def cut_short(self) -> tuple[str, ...]:
        """Return the texts of which something had to be left out."""
        return tuple(sorted(self._cut_short))

    @property
    def small(self) -> tuple[str, ...]:
        """Return the texts that fit only in letters much smaller than usual, and are whole."""
        return tuple(sorted(self._small - self._cut_short))

    @property
    def overfull(self) -> tuple[str, ...]:
        """Return what was to stand on one page and goes on over the next."""
        return tuple(sorted(self._overfull))

    def note_cut(self, text: str) -> None:
        """Remember that something of a text had to be left out."""
        self._cut_short.add(text)

    def note_small(self, text: str) -> None:
        """Remember that a text fits only in letters much smaller than usual."""
        self._small.add(text)

    def note_overfull(self, title: str) -> None:
        """Remember that what has this title was to stand on one page and goes on over the next."""
        self._overfull.add(title)

    def width(self, text: str, style: Style) -> float:
        """Return the width of one line in points."""
        return self._shaper.width(text, style)

    def wrap(
        self, text: str, style: Style, width: float, *, balanced: bool = False, max_lines: int | None = None
    ) -> tuple[str, ...]:
        """Break a text into lines no wider than ``width`` points; a line feed begins a new one.

        ``balanced`` makes lines of one paragraph alike in length. With ``max_lines`` the last line ends in …
        where more would follow.
        """
        # Nearly all texts are one line, which the shaper remembers: no need to keep it in two places.
        is_short = len(text) * style.size < width * LIKELY_SHORT and "\n" not in text
        if is_short and self._shaper.width(text, style) <= width:
            return (text,)
        key = (text, style.face, style.weight, style.size, style.tracking, style.capitals, width, balanced)
        found = self._wrapped.get(key)
        if found is None:
            if len(self._wrapped) > LARGEST_CACHE:
                self._wrapped.clear()
            found = self._wrapped[key] = self._wrap(text, style, width, balanced)
        if max_lines is None or len(found) <= max_lines:
            return found
        return (*found[: max_lines - 1], self._cut(found[max_lines - 1], style, width))

    def _wrap(self, text: str, style: Style, width: float, balanced: bool) -> tuple[str, ...]:
        key = (style.face, style.weight, style.size, style.tracking, style.capitals)
        ruler = self._rulers.get(key)
        if ruler is None:
            ruler = self._rulers[key] = lines.Ruler(partial(self._shaper.width, style=style))
        return (lines.balanced if balanced else lines.wrapped)(text, width, ruler)

    def _cut(self, line: str, style: Style, width: float) -> str:
        kept = list(lines.clusters(line))
        while kept and self._shaper.width("".join(kept).rstrip() + "…", style) > width:
            kept.pop()
        return "".join(kept).rstrip() + "…"

    def block(self) -> Block:
        """Begin a piece to be drawn once and placed many times."""
        self._refuse_late()
        return Block(self._shaper)

    def document(self, *, title: str, lang: str, author: str = "", subject: str = "") -> Document:
        """Begin a document; the one before it is settled. It is kept packed until its data is asked for."""
        self._refuse_late()
        self._settle()
        facts = Facts(title, lang, author, subject, self.created, self.producer)
        self._under_way = Document(self._shaper, facts, self._write)
        return self._under_way

    def sketch(self) -> Document:
        """Begin a document nobody asks the data of, to count the pages of what is laid out in it."""
        self._refuse_late()
        return Document(self._shaper, Facts("", "en", "", "", self.created, self.producer), self._write)

    def _write(self, document: Document) -> bytes:
        self._settle()
        if self._fonts is None:
            self._fonts = {key: Embedded(use.font, use) for key, use in self._shaper.uses.items()}
        return self._sealed[document].data(self._fonts)

    def _settle(self) -> None:
        """Pack what was laid out last: hundreds of open documents would fill the memory."""
        if self._under_way is not None:
            self._sealed[self._under_way] = writer.sealed(self._under_way)
            self._under_way.settle()
            self._under_way = None

    def _refuse_late(self) -> None:
        if self._fonts is not None:
            raise RuntimeError("this batch is settled: begin a new one")
