"""Make pictures from outside safe to keep: small, upright, and without what a camera tells about its owner."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import struct
import warnings
from dataclasses import dataclass
from typing import Any, Literal

from missionplanner.base import drawings
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange import pdf_picture

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 25_000_000
LONGEST_SIDE = 1_200
_QUALITY = 85
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypheif", b"ftypavif")

MediaType = Literal["image/jpeg", "image/png", "image/svg+xml"]


@dataclass(frozen=True, slots=True)
class Photo:
    """Be a picture as it is kept; of a drawing the size is that of its box.

    ``sha256`` of its bytes is the name it is stored under.
    """

    data: bytes
    media_type: MediaType
    width: int
    height: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Shot:
    """Be a photo with when the camera says it was taken: ``wall`` is its clock, ``offset`` minutes from UTC."""

    photo: Photo
    wall: dt.datetime | None = None
    offset: int | None = None


def shot(data: bytes) -> Shot:
    """Return a picture made safe to keep as ``clean`` does, and the one thing worth keeping of what cameras tell.

    A camera that has no clock, or one that was never set, tells nothing. Raises Invalid as ``clean`` does.
    """
    photo = clean(data)
    if drawings.is_drawing(data):
        return Shot(photo)
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                exif = image.getexif()
                own = exif.get_ifd(_EXIF)
        return Shot(photo, _wall(own.get(_TAKEN) or exif.get(_CHANGED)), _offset(own.get(_TAKEN_OFFSET)))
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, struct.error):
        return Shot(photo)


_EXIF, _TAKEN, _CHANGED, _TAKEN_OFFSET = 0x8769, 0x9003, 0x0132, 0x9011
_FIRST_YEAR = 1990


def _wall(text: object) -> dt.datetime | None:
    """Return the time of an EXIF text such as ``2025:05:05 10:31:07``."""
    try:
        found = dt.datetime.strptime(str(text or "").strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


def _offset(text: object) -> int | None:
    match = re.fullmatch(r"([+-])(\d\d):?(\d\d)", str(text or "").strip("\0 "))
    if match is None or int(match[2]) > 14 or int(match[3]) > 59:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    return -minutes if match[1] == "-" else minutes


def clean(data: bytes) -> Photo:
    """Return a picture turned upright, at most 1,200 pixels long, encoded anew and without any metadata.

    A picture that is transparent somewhere stays PNG; any other becomes JPEG; of a drawing its flat shapes are
    kept and nothing else. Of a moving one the first frame is taken. The same bytes give the same picture. Raises
    Invalid for more than 15 MB or 25 megapixels (told before anything is decoded), for HEIC, for a drawing that
    uses more than flat shapes, and for what is no JPEG, PNG, WebP, GIF or SVG. Of a PDF, as logos come, the first
    page is taken: as a drawing, else as a sharp picture.
    """
    if len(data) > MAX_BYTES:
        raise Invalid(N_("The picture is larger than {most} MB."), most=MAX_BYTES // 1024 // 1024)
    if drawings.is_drawing(data):
        return _drawing(data)
    if pdf_picture.is_pdf(data):
        return _page(data)
    if data[4:12] in _HEIC:
        raise Invalid(N_("The picture is in HEIC format. Save it as JPEG first; phones offer it when they share."))
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata and of sizes that are measured here
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                _require_size(*image.size)
                image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                return _encoded(_upright(image))
    except UnidentifiedImageError as error:
        raise Invalid(N_("This is not a picture the program can read: JPEG, PNG, WebP or GIF.")) from error
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, MemoryError) as error:
        raise Invalid(N_("The picture is damaged and cannot be shown.")) from error


def _drawing(data: bytes) -> Photo:
    """Return a drawing written anew: shapes and colours alone. Raises Invalid for one that uses more than that."""
    try:
        made = drawings.read(data)
    except (ValueError, RecursionError, UnicodeDecodeError) as error:
        raise Invalid(
            N_("This drawing cannot be taken as it is: it uses {what}. Save it with plain shapes, or as PNG."),
            what=str(error)[:60],
        ) from error
    return _kept(made)


def _page(data: bytes) -> Photo:
    made = pdf_picture.read(data)
    return _kept(made) if isinstance(made, drawings.Drawing) else _encoded(made)


def _kept(made: drawings.Drawing) -> Photo:
    kept = made.svg.encode()
    return Photo(kept, "image/svg+xml", round(made.width), round(made.height), hashlib.sha256(kept).hexdigest())


def _require_size(width: int, height: int) -> None:
    if width < 1 or height < 1 or width * height > MAX_PIXELS:
        raise _too_large()


def _too_large() -> Invalid:
    return Invalid(N_("The picture has more than {most} megapixels."), most=MAX_PIXELS // 1_000_000)


def _upright(image: Any) -> Any:
    """Return the first frame, turned as the camera says and made small, in colours every reader knows."""
    from PIL import Image, ImageOps

    image.seek(0)
    image.load()
    transparent = image.has_transparency_data
    turn = image.getexif().get(_ORIENTATION)
    plain = image.convert("RGBA" if transparent else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    plain.info.clear()
    plain.getexif()[_ORIENTATION] = turn if turn in range(1, 9) else 1
    return ImageOps.exif_transpose(plain)


_ORIENTATION = 0x0112


def _encoded(image: Any) -> Photo:
    shows_through = image.mode == "RGBA" and image.getchannel("A").getextrema()[0] < 255
    buffer = io.BytesIO()
    media_type: MediaType = "image/png" if shows_through else "image/jpeg"
    image.info.clear()
    if shows_through:
        image.save(buffer, "PNG", optimize=False, compress_level=9)
    else:
        image.convert("RGB").save(buffer, "JPEG", quality=_QUALITY, optimize=True, exif=b"", icc_profile=b"")
    data = buffer.getvalue()
    return Photo(data, media_type, image.width, image.height, hashlib.sha256(data).hexdigest())
