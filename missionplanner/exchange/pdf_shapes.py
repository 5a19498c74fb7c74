"""Read the page of a PDF as flat shapes: its paths, and its letters as the paths of their glyphs.

Only what PDFium tells of a page is read; nothing in the file is run or loaded. Clips, blending and dashes are not
looked at: whoever uses the shapes compares them with PDFium's own picture of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double, c_float, c_int, c_uint, c_void_p, cast
from dataclasses import dataclass
from math import hypot, isclose
from typing import Any

from missionplanner.base.drawings import MOST_SHAPES, Matrix, Shape, after
from missionplanner.base.svg_shapes import Point, Step

MOST_STEPS = 60_000
MOST_LETTERS = 2_000
DEEPEST = 20
_INVISIBLE = 3
_THINNEST = 0.05


@dataclass(frozen=True, slots=True)
class _Letter:
    """Be a character of a text object: its code point and where its origin stands."""

    sign: int
    matrix: Matrix


def shapes_of(page: Any, outer: Matrix) -> tuple[Shape, ...]:
    """Return what a page of PDFium draws, placed by ``outer``, y down.

    Raises ValueError, with what it uses, for pictures, gradients, too much of anything and letters without path.
    """
    from pypdfium2 import raw

    words = page.get_textpage()
    try:
        reader = _Reader(raw, _letters(raw, words.raw))
        count, get = raw.FPDFPage_CountObjects(page.raw), raw.FPDFPage_GetObject
        return tuple(reader.shapes(page.raw, (count, get), outer, 0))
    finally:
        words.close()


def _letters(raw: Any, words: Any) -> dict[int, list[_Letter]]:
    """Return the characters of each text object, by its address."""
    found: dict[int, list[_Letter]] = {}
    count = raw.FPDFText_CountChars(words)
    if count > MOST_LETTERS:
        raise ValueError("too much text")
    x, y = c_double(), c_double()
    for number in range(count):
        one = raw.FPDFText_GetTextObject(words, number)
        matrix = raw.FS_MATRIX()
        if not one or raw.FPDFText_IsGenerated(words, number) == 1:
            continue
        raw.FPDFText_GetMatrix(words, number, byref(matrix))
        raw.FPDFText_GetCharOrigin(words, number, byref(x), byref(y))
        place = (matrix.a, matrix.b, matrix.c, matrix.d, x.value, y.value)
        found.setdefault(_address(one), []).append(_Letter(raw.FPDFText_GetUnicode(words, number), place))
    return found


def _address(one: Any) -> int:
    return cast(one, c_void_p).value or 0


class _Reader:
    """Turn the objects of a page into shapes, in the order they are painted."""

    def __init__(self, raw: Any, letters: dict[int, list[_Letter]]) -> None:
        self.raw, self.letters = raw, letters
        self.steps = self.made = 0

    def shapes(self, holder: Any, held: tuple[int, Any], outer: Matrix, depth: int) -> Iterator[Shape]:
        raw, (count, get) = self.raw, held
        if depth > DEEPEST or count > MOST_SHAPES:
            raise ValueError("too many shapes")
        for number in range(count):
            one = get(holder, number)
            kind = raw.FPDFPageObj_GetType(one)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                yield from self._path(one, after(outer, self._matrix(one)))
            elif kind == raw.FPDF_PAGEOBJ_TEXT:
                yield from self._text(one, outer)
            elif kind == raw.FPDF_PAGEOBJ_FORM:
                inside = raw.FPDFFormObj_CountObjects(one), raw.FPDFFormObj_GetObject
                yield from self.shapes(one, inside, after(outer, self._matrix(one)), depth + 1)
            else:
                raise ValueError("pictures or gradients")

    def _matrix(self, one: Any) -> Matrix:
        matrix = self.raw.FS_MATRIX()
        if not self.raw.FPDFPageObj_GetMatrix(one, byref(matrix)):
            raise ValueError("an unknown place")
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _path(self, one: Any, matrix: Matrix) -> Iterator[Shape]:
        raw, mode, stroked = self.raw, c_int(), c_int()
        raw.FPDFPath_GetDrawMode(one, byref(mode), byref(stroked))
        fill = self._colour(raw.FPDFPageObj_GetFillColor, one) if mode.value else None
        stroke = self._colour(raw.FPDFPageObj_GetStrokeColor, one) if stroked.value else None
        if fill is None and stroke is None:
            return
        steps = self._steps(raw.FPDFPath_CountSegments(one), lambda at: raw.FPDFPath_GetPathSegment(one, at))
        yield from self._made(one, steps, matrix, (fill, stroke), mode.value == raw.FPDF_FILLMODE_ALTERNATE)

    def _text(self, one: Any, outer: Matrix) -> Iterator[Shape]:
        raw, size = self.raw, c_float()
        mode = raw.FPDFTextObj_GetTextRenderMode(one)
        if mode == _INVISIBLE:
            return
        if mode != 0:
            raise ValueError("outlined letters")
        fill = self._colour(raw.FPDFPageObj_GetFillColor, one)
        raw.FPDFTextObj_GetFontSize(one, byref(size))
        font = raw.FPDFTextObj_GetFont(one)
        for letter in self.letters.get(_address(one), ()) if fill else ():
            if chr(letter.sign).isspace():
                continue
            glyph = raw.FPDFFont_GetGlyphPath(font, letter.sign, size.value)
            steps = self._steps(
                raw.FPDFGlyphPath_CountGlyphSegments(glyph) if glyph else 0,
                lambda at, glyph=glyph: raw.FPDFGlyphPath_GetGlyphPathSegment(glyph, at),
            )
            if not steps:
                raise ValueError("letters without a path")
            scaled = after(letter.matrix, (size.value, 0, 0, size.value, 0, 0))
            yield from self._made(one, steps, after(outer, scaled), (fill, None), False)

    def _steps(self, count: int, segment: Any) -> tuple[Step, ...]:
        """Return the steps of a path of PDFium, whose curves are three points one after another."""
        raw, made, curve = self.raw, [], []
        self.steps += max(0, count)
        if self.steps > MOST_STEPS:
            raise ValueError("too many shapes")
        x, y = c_float(), c_float()
        for number in range(count):
            one = segment(number)
            raw.FPDFPathSegment_GetPoint(one, byref(x), byref(y))
            point: Point = (x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(one)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                curve.append(point)
                if len(curve) == 3:
                    made.append(("c", tuple(curve)))
                    curve = []
            else:
                made.append(("m" if kind == raw.FPDF_SEGMENT_MOVETO else "l", (point,)))
            if raw.FPDFPathSegment_GetClose(one):
                made.append(("h", ()))
        return tuple(made)

    def _colour(self, ask: Any, one: Any) -> str | None:
        """Return a colour as it looks on white, None for what shows through altogether."""
        parts = [c_uint() for _ in range(4)]
        if not ask(one, *map(byref, parts)):
            raise ValueError("patterns")
        *colour, opacity = (part.value for part in parts)
        if not opacity:
            return None
        return "#" + "".join(f"{round(255 - (255 - part) * opacity / 255):02X}" for part in colour)

    def _made(
        self,
        one: Any,
        steps: tuple[Step, ...],
        matrix: Matrix,
        colours: tuple[str | None, str | None],
        evenodd: bool,
    ) -> Iterator[Shape]:
        fill, stroke = colours
        self.made += 1
        if self.made > MOST_SHAPES:
            raise ValueError("too many shapes")
        width = c_float()
        if stroke is not None:
            self.raw.FPDFPageObj_GetStrokeWidth(one, byref(width))
        ends = (max(0, self.raw.FPDFPageObj_GetLineCap(one)), max(0, self.raw.FPDFPageObj_GetLineJoin(one)))
        scale = hypot(matrix[0], matrix[1])
        if stroke is not None and not _is_even(matrix, scale):
            yield Shape(steps, matrix, fill, stroke, max(_THINNEST, width.value), evenodd, *ends)
            return
        placed = tuple((name, tuple(_placed(matrix, point) for point in points)) for name, points in steps)
        thick = max(_THINNEST, width.value * scale) if stroke is not None else 0.0
        yield Shape(placed, (1, 0, 0, 1, 0, 0), fill, stroke, thick, evenodd, *ends)


def _is_even(matrix: Matrix, scale: float) -> bool:
    """Tell whether a place makes everything larger alike, so that lines keep one width."""
    a, b, c, d, _, _ = matrix
    return isclose(scale, hypot(c, d), rel_tol=1e-3) and abs(a * c + b * d) <= 1e-3 * scale * scale


def _placed(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def draw(page: Any, shapes: tuple[Shape, ...], inner: Matrix) -> None:
    """Put shapes on a new page of PDFium, to see what they look like; ``inner`` brings them to its own place."""
    from pypdfium2 import raw

    for shape in shapes:
        one = raw.FPDFPageObj_CreateNewPath(0, 0)
        _put(raw, one, shape)
        even = raw.FPDF_FILLMODE_ALTERNATE if shape.evenodd else raw.FPDF_FILLMODE_WINDING
        raw.FPDFPath_SetDrawMode(one, even if shape.fill else raw.FPDF_FILLMODE_NONE, bool(shape.stroke))
        raw.FPDFPageObj_SetFillColor(one, *_parts(shape.fill), 255)
        raw.FPDFPageObj_SetStrokeColor(one, *_parts(shape.stroke), 255)
        raw.FPDFPageObj_SetStrokeWidth(one, shape.width)
        raw.FPDFPageObj_SetLineCap(one, shape.cap)
        raw.FPDFPageObj_SetLineJoin(one, shape.join)
        matrix = raw.FS_MATRIX(*after(inner, shape.matrix))
        raw.FPDFPageObj_SetMatrix(one, byref(matrix))
        raw.FPDFPage_InsertObject(page.raw, one)


def _put(raw: Any, one: Any, shape: Shape) -> None:
    for name, points in shape.steps:
        if name == "m":
            raw.FPDFPath_MoveTo(one, *points[0])
        elif name == "l":
            raw.FPDFPath_LineTo(one, *points[0])
        elif name == "c":
            raw.FPDFPath_BezierTo(one, *points[0], *points[1], *points[2])
        else:
            raw.FPDFPath_Close(one)


def _parts(colour: str | None) -> tuple[int, int, int]:
    value = int((colour or "#000000")[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255
