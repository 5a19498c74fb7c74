"""Know the fonts: which files, what they cover, in which order one stands in for another."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from missionplanner.base import assets


@dataclass(frozen=True, slots=True)
class Cut:
    """Be one font file in one role. ``key`` names it in every PDF; ``figures`` asks for lining, tabular digits."""

    key: str
    file: str
    figures: tuple[str, ...] = ()
    serif: bool = False


CUTS = {
    "text-regular": Cut("F1", "SourceSans3-Regular.ttf", ("tnum", "lnum")),
    "text-semibold": Cut("F2", "SourceSans3-Semibold.ttf", ("tnum", "lnum")),
    "text-bold": Cut("F3", "SourceSans3-Bold.ttf", ("tnum", "lnum")),
    "text-italic": Cut("F4", "SourceSans3-It.ttf", ("tnum", "lnum")),
    "display-regular": Cut("F5", "SourceSerif4Display-Regular.ttf", ("lnum",), serif=True),
    "display-semibold": Cut("F6", "SourceSerif4Display-Semibold.ttf", ("lnum",), serif=True),
    "display-italic": Cut("F7", "SourceSerif4Display-It.ttf", ("lnum",), serif=True),
    "hebrew": Cut("F8", "NotoSansHebrew-Regular.ttf"),
    "hebrew-bold": Cut("F9", "NotoSansHebrew-Bold.ttf"),
    "arabic": Cut("F10", "NotoSansArabic-Regular.ttf"),
    "arabic-bold": Cut("F11", "NotoSansArabic-Bold.ttf"),
    "thai": Cut("F12", "NotoSansThai-Regular.ttf"),
    "thai-bold": Cut("F13", "NotoSansThai-Bold.ttf"),
    "devanagari": Cut("F14", "NotoSansDevanagari-Regular.ttf"),
    "devanagari-bold": Cut("F15", "NotoSansDevanagari-Bold.ttf"),
    "georgian": Cut("F16", "NotoSansGeorgian-Regular.ttf"),
    "georgian-bold": Cut("F17", "NotoSansGeorgian-Bold.ttf"),
    "armenian": Cut("F18", "NotoSansArmenian-Regular.ttf"),
    "armenian-bold": Cut("F19", "NotoSansArmenian-Bold.ttf"),
    "cjk": Cut("F20", "NotoSansCJK-Regular-subset.otf"),
    "symbols": Cut("F21", "NotoSansSymbols2-Regular.ttf"),
}

_SCRIPTS: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("hebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    ("arabic", ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))),
    ("thai", ((0x0E00, 0x0E7F),)),
    ("devanagari", ((0x0900, 0x097F), (0xA8E0, 0xA8FF))),
    ("georgian", ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F))),
    ("armenian", ((0x0530, 0x058F), (0xFB13, 0xFB17))),
    (
        "cjk",
        (
            (0x1100, 0x11FF),
            (0x2E80, 0x9FFF),
            (0xAC00, 0xD7FF),
            (0xF900, 0xFAFF),
            (0xFE30, 0xFE4F),
            (0xFF00, 0xFFEF),
        ),
    ),
)
"""Which font to ask first for a character: loading a 5 MB font to find that it lacks one is slow."""

_ALWAYS = ("symbols", "cjk", "arabic", "hebrew", "devanagari", "thai", "armenian", "georgian")


class Font:
    """Be one loaded font. Immutable once loaded; shared by all batches."""

    def __init__(
        self, key: str, path: Path, figures: tuple[str, ...] = (), *, serif: bool = False, index: int = 0
    ) -> None:
        self.key = key
        self.serif = serif
        self.path = path
        self._blob = hb.Blob.from_file_path(str(path))
        self.face = hb.Face(self._blob, index)
        self.font = hb.Font(self.face)
        self.scale = 1000 / self.face.upem
        self.features: dict[str, bool] = {"kern": True, "liga": True} | dict.fromkeys(figures, True)
        self.covered: frozenset[int] = frozenset(self.face.unicodes)
        tags = set(self.face.table_tags)
        self.is_cff = "CFF " in tags or "CFF2" in tags
        extents = self.font.get_font_extents("ltr")
        self.ascender = round(extents.ascender * self.scale)
        self.descender = round(extents.descender * self.scale)

    @cached_property
    def blank(self) -> tuple[int, str]:
        """Return the glyph drawn for a character no font has, and the character it is: a box, else a mark.

        The font's own glyph for what it lacks is not allowed in an archived document.
        """
        for character in "□☐?":
            glyph = self.font.get_nominal_glyph(ord(character))
            if glyph:
                return glyph, character
        return 0, ""

    def covers(self, text: str) -> bool:
        return self.covered.issuperset(map(ord, text))

    @cached_property
    def name(self) -> str:
        return "".join(character for character in self.path.stem if character.isalnum())


@cache
def cut(name: str) -> Font:
    """Load one of the fonts that come with the program, once a process."""
    one = CUTS[name]
    return Font(one.key, assets.path(f"fonts/{one.file}"), one.figures, serif=one.serif)


def stand_ins(character: str, *, bold: bool) -> Iterator[Font]:
    """Give the fonts to ask for a character the main font lacks, the likeliest first, then the system's."""
    code = ord(character)
    first = [name for name, ranges in _SCRIPTS if any(low <= code <= high for low, high in ranges)]
    for name in dict.fromkeys((*first, "text-regular", *_ALWAYS)):
        weighted = f"{name}-bold"
        yield cut(weighted if bold and weighted in CUTS else name)
    found = system_font(code)
    if found is not None:
        yield found


@lru_cache(maxsize=256)
def system_font(code: int) -> Font | None:
    """Return a font of this computer that has a character and may be embedded, None where there is none."""
    for number, (path, index, rows) in enumerate(_system_faces()):
        if code >> _ROW in rows and code in hb.Face(hb.Blob.from_file_path(str(path)), index).unicodes:
            return _of_the_system(number)
    return None


@cache
def _of_the_system(number: int) -> Font:
    path, index, _ = _system_faces()[number]
    return Font(f"S{number}", path, index=index)


_ROW = 7
"""Characters are remembered by rows of 128: all of all fonts would fill the memory."""
_MOST_FILES = 1500
_SPECIAL = re.compile("bold|ital|obliq|light|thin|black|cond|mono|emoji", re.IGNORECASE)
"""Names of fonts that are asked last."""
_RESTRICTED = 0x0002
"""Bit of OS/2 fsType: the font must not be embedded."""


@lru_cache(maxsize=1)
def _system_faces() -> tuple[tuple[Path, int, frozenset[int]], ...]:
    """Return the fonts of this computer that can be embedded, with the rows of characters they have some of.

    Takes up to a second, once a process, and only where a text has a character our fonts lack.
    """
    found = []
    for path in _system_files():
        try:
            blob = hb.Blob.from_file_path(str(path))
            for index in range(_faces_in(path)):
                face = hb.Face(blob, index)
                if _may_be_embedded(face):
                    found.append((path, index, frozenset(code >> _ROW for code in face.unicodes)))
        except (OSError, ValueError, hb.HarfBuzzError):
            continue
    return tuple(found)


def _faces_in(path: Path) -> int:
    """Return how many fonts are in a file: some in a collection, else one."""
    with path.open("rb") as file:
        head = file.read(12)
    return min(int.from_bytes(head[8:12], "big"), 64) if head.startswith(b"ttcf") else 1


def _may_be_embedded(face: hb.Face) -> bool:
    if "glyf" not in face.table_tags:
        return False
    data = bytes(face.reference_table("OS/2").data)
    return len(data) >= 10 and int.from_bytes(data[8:10], "big") & 0x000F != _RESTRICTED


def _system_files() -> tuple[Path, ...]:
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", "C:/")) / "Microsoft/Windows/Fonts"
        folders = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", own]
    elif sys.platform == "darwin":
        folders = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library/Fonts"]
    else:
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    found = (path for folder in folders if folder.is_dir() for path in folder.rglob("*.[to]t[fc]"))
    return tuple(sorted(found, key=lambda path: (_SPECIAL.search(path.stem) is not None, path))[:_MOST_FILES])
