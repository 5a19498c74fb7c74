from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms

from missionplanner.base.errors import Invalid
from missionplanner.exchange import photos


def picture(size: tuple[int, int] = (80, 40), mode: str = "RGB", kind: str = "JPEG", **options: Any) -> bytes:
    """Return a picture whose left half is red and whose right half is blue."""
    image = Image.new(mode, size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    if mode == "RGBA":
        image.putpixel((0, 0), (0, 0, 0, 0))
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def opened(photo: photos.Photo) -> Image.Image:
    image = Image.open(io.BytesIO(photo.data))
    image.load()
    return image


def png_of(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds hardly anything."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_pictures_of_four_formats_become_jpeg(kind: str) -> None:
    photo = photos.clean(picture(kind=kind))
    assert (photo.media_type, photo.width, photo.height) == ("image/jpeg", 80, 40)
    assert opened(photo).format == "JPEG"
    assert photo == photos.clean(picture(kind=kind))


def test_where_and_how_it_was_taken_is_not_kept() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Canary Camera"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = picture(exif=exif.tobytes(), icc_profile=profile, comment=b"canary comment")
    photo = photos.clean(data)
    image = opened(photo)
    assert b"anary" in data
    assert b"anary" not in photo.data
    assert not image.getexif()
    assert "icc_profile" not in image.info
    assert (photo.width, photo.height) == (40, 80)  # turned upright: red is above
    assert image.getpixel((20, 10))[0] > 200  # type: ignore[index]


def test_a_transparent_logo_stays_png() -> None:
    photo = photos.clean(picture(mode="RGBA", kind="PNG"))
    assert photo.media_type == "image/png"
    assert opened(photo).getpixel((0, 0)) == (0, 0, 0, 0)


def test_large_pictures_are_made_small() -> None:
    photo = photos.clean(picture((3000, 1500)))
    assert (photo.width, photo.height) == (1200, 600)


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "green", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    pixel = opened(photos.clean(buffer.getvalue())).getpixel((5, 5))
    assert pixel[0] > 200 and pixel[1] < 60  # type: ignore[index]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png_of(12_000, 12_000), "megapixels"),
        (png_of(100_000, 100_000), "megapixels"),
        (b"\0" * (photos.MAX_BYTES + 1), "larger than"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"GIF89a", "not a picture|damaged"),
        (picture()[:400], "damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "it uses no size"),
        (b"", "not a picture"),
    ],
)
def test_what_is_no_picture_or_too_much_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        photos.clean(data)
