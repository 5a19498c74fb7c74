"""Embed fonts: one subset a font and batch, with the text each glyph stands for."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property

import uharfbuzz as hb

from missionplanner.documents.typeset.fonts import Font
from missionplanner.documents.typeset.shaping import FontUse

_UNUSED_TABLES = (
    "GSUB", "GPOS", "GDEF", "BASE", "name", "STAT", "OS/2", "post", "kern", "MATH", "vhea", "vmtx", "VORG", "DSIG",
    "meta",
)  # fmt: skip
_CHUNK = 100
"""Most lines one ``beginbfchar`` may hold."""


@dataclass(frozen=True)
class Embedded:
    """Be the objects of one embedded font, ready to write: dictionaries and compressed streams."""

    font: Font
    use: FontUse

    @cached_property
    def glyphs(self) -> tuple[int, ...]:
        return tuple(sorted(self.use.advances))

    @cached_property
    def program(self) -> tuple[str, bytes]:
        """Return the dictionary entries and the compressed bytes of the font file."""
        data = _subset(self.font, self.glyphs)
        if self.font.is_cff:
            # Not the bare CFF table: validators take widths from it, and mistake which of its dictionaries holds.
            return "/Subtype/OpenType", zlib.compress(data, 9)
        return f"/Length1 {len(data)}", zlib.compress(data, 9)

    @cached_property
    def base_name(self) -> str:
        """Return the font's name with a tag that tells subsets apart, the same for the same glyphs."""
        digest = hashlib.sha256(struct.pack(f">{len(self.glyphs)}H", *self.glyphs)).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + self.font.name

    @cached_property
    def widths(self) -> str:
        return "[" + " ".join(f"{glyph}[{self.use.advances[glyph]}]" for glyph in self.glyphs) + "]"

    @property
    def descriptor(self) -> str:
        """Return the entries of the font descriptor but the font file."""
        flags = 4 | (2 if self.font.serif else 0)
        box = f"[-1000 {self.font.descender - 200} 2000 {self.font.ascender + 200}]"
        return (
            f"/Type/FontDescriptor/FontName/{self.base_name}/Flags {flags}/FontBBox{box}/ItalicAngle 0"
            f"/Ascent {self.font.ascender}/Descent {self.font.descender}/CapHeight 660/StemV 80"
        )

    @cached_property
    def unicode_map(self) -> bytes:
        """Return the compressed CMap from glyphs to text."""
        rows = [
            f"<{glyph:04X}> <{self.use.texts[glyph].encode('utf-16-be').hex().upper()}>"
            for glyph in self.glyphs
            if self.use.texts.get(glyph)
        ]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for start in range(0, len(rows), _CHUNK):
            some = rows[start : start + _CHUNK]
            lines += [f"{len(some)} beginbfchar", *some, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return zlib.compress("\n".join(lines).encode("ascii"), 9)


def _subset(font: Font, glyphs: tuple[int, ...]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *glyphs})
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    if font.is_cff:
        wanted.flags |= flags.DOWNGRADE_CFF2 | flags.CFF_IDENTITY_CHARSET
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update({_tag(name) for name in _UNUSED_TABLES})
    return bytes(wanted.subset(font.face).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")
