"""Logos that come as PDF: shapes where they show the same, else a sharp picture; a sentence for what is none."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from missionplanner.base.drawings import Drawing, is_drawing
from missionplanner.base.drawings import read as read_drawing
from missionplanner.base.errors import Invalid
from missionplanner.exchange import pdf_picture, photos
from missionplanner.exchange.bounded import run


def pdf(draw: Callable[[Any], object], size: tuple[float, float] = (200, 80), **options: Any) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def flat(canvas: Any) -> None:
    canvas.setFillColor(HexColor("#0E3B4A"))
    canvas.circle(40, 40, 30, stroke=0, fill=1)
    canvas.setStrokeColor(HexColor("#C8472B"))
    canvas.setLineWidth(6)
    canvas.setLineCap(1)
    canvas.line(90, 40, 170, 40)


def aside(canvas: Any) -> None:
    canvas.translate(200, 500)
    flat(canvas)


def photographed(canvas: Any) -> None:
    flat(canvas)
    canvas.drawImage(ImageReader(Image.effect_noise((40, 40), 90).convert("RGB")), 80, 20, 40, 40)


def faded(canvas: Any) -> None:
    canvas.linearGradient(0, 0, 200, 0, (HexColor("#FF0000"), HexColor("#0000FF")))


def cut_out(canvas: Any) -> None:
    path = canvas.beginPath()
    path.circle(60, 40, 30)
    canvas.clipPath(path, stroke=0)
    canvas.rect(0, 0, 200, 80, stroke=0, fill=1)


def written(canvas: Any) -> None:
    canvas.setFont("Helvetica-Bold", 30)
    canvas.drawString(20, 30, "ACME & Co")


def test_flat_shapes_stay_shapes_with_their_colours_and_without_the_paper_around_them() -> None:
    made = pdf_picture.read(pdf(aside, (595, 842)))
    assert isinstance(made, Drawing)
    assert [(one.fill, one.stroke, one.cap) for one in made.shapes] == [
        ("#0E3B4A", None, 0),
        (None, "#C8472B", 1),
    ]
    assert made.width / made.height == pytest.approx(163 / 60, rel=0.02)
    assert read_drawing(made.svg.encode()).svg == made.svg


def test_letters_become_the_paths_of_their_glyphs() -> None:
    made = pdf_picture.read(pdf(written))
    assert isinstance(made, Drawing)
    assert len(made.shapes) == len("ACME&Co")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_shown_turned_is_drawn_turned(turn: int) -> None:
    def turned(canvas: Any) -> None:
        canvas.setPageRotation(turn)
        flat(canvas)

    made = pdf_picture.read(pdf(turned, (200, 200)))
    assert isinstance(made, Drawing)
    assert (made.width > made.height) is (turn == 180)


@pytest.mark.parametrize("draw", [photographed, faded, cut_out])
def test_what_shapes_cannot_show_is_a_sharp_picture(draw: Callable[[Any], object]) -> None:
    made = pdf_picture.read(pdf(draw))
    assert not isinstance(made, Drawing)
    assert max(made.size) == pytest.approx(pdf_picture.SIDE, abs=2)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(flat)[:300], "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged"),
        (pdf(flat, encrypt=StandardEncryption("secret", ownerPassword="other")), "password"),
        (pdf(lambda _: None), "nothing"),
        (pdf(flat, (90_000, 90_000)), "too large"),
    ],
)
def test_what_is_no_logo_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        photos.clean(data)


def test_a_logo_is_read_in_a_bounded_process_and_the_same_each_time() -> None:
    data = pdf(flat)
    photo = run("missionplanner.exchange.photos.clean", data)
    assert is_drawing(photo.data)
    assert photo == photos.clean(data)
