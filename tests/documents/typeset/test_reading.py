"""What is read aloud or copied comes in its order, from right to left too, and broken text stops nothing."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.documents.typeset import Batch, Document, Style

CREATED = dt.datetime(2025, 4, 28, tzinfo=dt.UTC)
ARABIC = ("الإمارات العربية", "لا إله الأمين سلام", "الآن الأول علاء")


def _document(*texts: str) -> Document:
    document = Batch(CREATED).document(title="Specimen", lang="en")
    page = document.page()
    for number, text in enumerate(texts):
        with page.tag("P"):
            page.text(54, 780 - 24 * number, text, Style(size=12))
    return document


def _read(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    page = pdf[0]
    reader = page.get_textpage()
    text = reader.get_text_bounded()
    reader.close()
    page.close()
    pdf.close()
    return [normalize("NFKC", line.strip()) for line in text.splitlines() if line.strip()]


def test_letters_of_one_glyph_keep_their_order() -> None:
    assert _read(_document(*ARABIC).data()) == [normalize("NFKC", name) for name in ARABIC]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_letters_of_one_glyph_keep_their_order_in_poppler(tmp_path: Path) -> None:
    path = tmp_path / "specimen.pdf"
    path.write_bytes(_document(*ARABIC).data())
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    read = done.stdout.decode().translate(dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f")))
    assert [normalize("NFKC", line.strip()) for line in read.splitlines() if line.strip("\f ")] == [
        normalize("NFKC", name) for name in ARABIC
    ]


def test_brackets_open_and_close_from_right_to_left() -> None:
    lines = ("שלום (חדר 3)", "פגישה [חדר 12]", "محمد (مدير)")
    assert _read(_document(*lines).data()) == list(lines)


def test_a_link_is_read_where_it_stands_in_its_sentence() -> None:
    batch = Batch(CREATED)
    document = batch.document(title="Order", lang="en")
    block = batch.block()
    with block.tag("P"):
        block.text(0, -10, "See", Style())
        with block.link("https://example.org", 20, -12, 30, 12):
            block.text(20, -10, "this", Style())
        block.text(60, -10, "too.", Style())
    document.page().place(block, 54, 700)
    with pikepdf.open(io.BytesIO(document.data())) as pdf:
        before, link, after = pdf.Root.StructTreeRoot.K.K[0].K
        assert (int(before), str(link.S), int(after)) == (0, "/Link", 2)


@pytest.mark.parametrize("broken", ["\ud800", "\udfff x", "\x00", "\uffff", "\ufeff", "\U000e0041"])
def test_broken_text_stops_nothing(broken: str) -> None:
    batch = Batch(CREATED)
    document = batch.document(title=broken, lang="en", author=broken, subject=broken)
    page = document.page()
    with page.tag("Figure", alt=broken):
        page.text(54, 700, broken, Style(capitals=True))
    document.bookmark(broken, page, 700)
    batch.wrap(broken, Style(), 50, balanced=True)
    with pikepdf.open(io.BytesIO(document.data())) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.open_metadata()["pdf:Producer"] == "Mission Planner"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_wrapped_and_drawn(text: str) -> None:
    batch = Batch(CREATED)
    page = batch.document(title=text, lang="en").page()
    for line in batch.wrap(text, Style(), 120):
        page.text(0, 0, line, Style())
    with pikepdf.open(io.BytesIO(page.document.data())) as pdf:
        assert len(pdf.pages) == 1


WORDS = st.lists(
    st.text(st.characters(codec="latin-1", exclude_categories=("Cc", "Cf", "Zs")), min_size=1, max_size=9),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.floats(80, 300), st.booleans())
def test_lines_are_never_wider_than_asked(words: list[str], width: float, balanced: bool) -> None:
    batch = Batch(CREATED)
    for line in batch.wrap(" ".join(words), Style(), width, balanced=balanced):
        assert batch.width(line, Style()) <= width + 0.01
