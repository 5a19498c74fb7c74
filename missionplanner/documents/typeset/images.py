"""Encode pictures, drawings and colour gradients for embedding, once a batch."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

from missionplanner.base import drawings
from missionplanner.base.drawings import Shape
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.base.svg_shapes import number_text

LARGEST = 25_000_000
"""Pixels of a picture (RELIABILITY §2)."""


@dataclass(frozen=True, slots=True)
class Image:
    """Be an encoded picture or drawing: entries of its dictionary, its bytes, and those of its transparency."""

    key: str
    entries: str
    data: bytes
    mask_entries: str | None = None
    mask: bytes | None = None

    @classmethod
    def of(cls, name: str, data: bytes) -> Image:
        """Encode a PNG, a JPEG, or a drawing in SVG, which stays one. Raises Invalid for anything else.

        Also for a picture of more than 25 megapixels.
        """
        if drawings.is_drawing(data):
            return _drawn(data, name)
        return _encoded(hashlib.sha256(data).hexdigest()[:10], data, name)


@lru_cache(maxsize=1024)
def drawing(operators: str, reach: float) -> Image:
    """Encode what is drawn again and again, no further than ``reach`` points from its origin."""
    data = operators.encode("latin-1")
    box = f"/BBox[{-reach:.2f} {-reach:.2f} {reach:.2f} {reach:.2f}]"
    entries = f"/Type/XObject/Subtype/Form{box}/Resources<<>>/Filter/FlateDecode"
    return Image(f"D{hashlib.sha256(data).hexdigest()[:10]}", entries, zlib.compress(data, 9))


@lru_cache(maxsize=64)
def _drawn(data: bytes, name: str) -> Image:
    """Encode a drawing as a form as large as a picture: the unit square."""
    try:
        made = drawings.read(data)
    except ValueError as error:
        raise Invalid(N_("The picture {name} cannot be read."), name=name) from error
    shapes = "\n".join(map(_painted, made.shapes))
    operators = f"{1 / made.width:.8f} 0 0 {-1 / made.height:.8f} 0 1 cm\n{shapes}".encode("latin-1")
    entries = "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>/Filter/FlateDecode"
    return Image(f"V{hashlib.sha256(data).hexdigest()[:10]}", entries, zlib.compress(operators, 9))


def _painted(shape: Shape) -> str:
    """Return a shape as PDF paints it, in its own place and colours."""
    parts = ["q", " ".join(f"{one:.6g}" for one in shape.matrix), "cm"]
    if shape.fill:
        parts.append(f"{_numbers(shape.fill)} rg")
    if shape.stroke:
        parts.append(f"{_numbers(shape.stroke)} RG {number_text(shape.width)} w")
        parts += [f"{shape.cap} J"] * bool(shape.cap) + [f"{shape.join} j"] * bool(shape.join)
    for operator, points in shape.steps:
        parts += [*(number_text(part) for point in points for part in point), operator]
    star = "*" if shape.evenodd else ""
    both = f"B{star}" if shape.stroke else f"f{star}"
    parts.append(both if shape.fill else "S")
    return " ".join([*parts, "Q"])


@lru_cache(maxsize=64)
def _encoded(digest: str, data: bytes, name: str) -> Image:
    from PIL import Image as Pillow
    from PIL import UnidentifiedImageError

    try:
        picture = Pillow.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > LARGEST:
            raise Invalid(N_("The picture {name} is larger than 25 megapixels."), name=name)
        if picture.format == "JPEG" and picture.mode in ("RGB", "L"):
            space = "/DeviceRGB" if picture.mode == "RGB" else "/DeviceGray"
            return Image(f"I{digest}", _entries(picture.width, picture.height, space, "/DCTDecode"), data)
        flat = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Pillow.DecompressionBombError) as error:
        raise Invalid(N_("The picture {name} cannot be read."), name=name) from error
    colours = zlib.compress(flat.convert("RGB").tobytes(), 9)
    entries = _entries(flat.width, flat.height, "/DeviceRGB", "/FlateDecode")
    alpha = flat.getchannel("A")
    if alpha.getextrema() == (255, 255):
        return Image(f"I{digest}", entries, colours)
    mask = zlib.compress(alpha.tobytes(), 9)
    return Image(
        f"I{digest}", entries, colours, _entries(flat.width, flat.height, "/DeviceGray", "/FlateDecode"), mask
    )


def _entries(width: int, height: int, space: str, decode: str) -> str:
    size = f"/Width {width}/Height {height}/BitsPerComponent 8"
    return f"/Type/XObject/Subtype/Image{size}/ColorSpace{space}/Filter{decode}"


@dataclass(frozen=True, slots=True)
class Shading:
    """Be a gradient over the unit square, from the top down."""

    top: str
    bottom: str

    @property
    def key(self) -> str:
        return f"Sh{self.top[1:]}{self.bottom[1:]}"

    @property
    def entries(self) -> str:
        ends = f"/C0[{_numbers(self.bottom)}]/C1[{_numbers(self.top)}]"
        function = f"<</FunctionType 2/Domain[0 1]{ends}/N 1>>"
        return f"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 0 1]/Function{function}/Extend[true true]>>"


def _numbers(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3g}" for place in (1, 3, 5))
