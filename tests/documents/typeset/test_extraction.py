"""What is drawn comes back as it was written, in every script."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.documents.typeset import Batch, Style

CREATED = dt.datetime(2025, 4, 28, tzinfo=dt.UTC)
NAMES = (
    "Müller & Söhne <GmbH>",
    "</b> <img src='/etc/x'> {name} \\(a\\) 100%",
    "Łódź, Đặng Thị Hương, Ænima, Škoda, Þór",
    "office affluent fjord waffle AVATAR To",
    "09:30–11:05 · Room 3, 2nd floor",
    "Ελληνικά Παπαδόπουλος",
    "Кириллица Иванов",
    "שלום כהן",
    "محمد القاسمي",
    "北京大学",
    "東京都千代田区丸の内",
    "ヴァイオリン",
    "김민수 이순신",
    "สวัสดี นมัสการ",
    "ที่อยู่ น้ำ",
    "नमस्ते क्षत्रिय",
    "विद्यार्थी",
    "გამარჯობა",
    "Բարեւ Երևան",
    "Delegate 田中さん at 09:30",
    "★★★ Hotel",
)
WEIGHTS = ("regular", "semibold", "bold", "italic")
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def _drawn(*texts: str, style: Style | None = None) -> bytes:
    document = Batch(CREATED).document(title="Specimen", lang="en")
    page = document.page()
    for number, text in enumerate(texts):
        with page.tag("P"):
            page.text(54, 780 - 24 * number, text, style or Style(size=12))
    return document.data()


def _by_pdfium(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    page = pdf[0]
    reader = page.get_textpage()
    text = reader.get_text_bounded()
    reader.close()
    page.close()
    pdf.close()
    return [normalize("NFC", line.strip()) for line in text.splitlines() if line.strip()]


def _by_poppler(data: bytes, folder: Path) -> list[str]:
    path = folder / "specimen.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    text = done.stdout.decode().translate(dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f")))
    return [normalize("NFC", line.strip()) for line in text.splitlines() if line.strip("\f ")]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_pdfium_reads_every_name(weight: str) -> None:
    assert _by_pdfium(_drawn(*NAMES, style=Style(size=12, weight=weight))) == list(NAMES)


@needs_pdftotext
@pytest.mark.parametrize("weight", WEIGHTS)
def test_poppler_reads_every_name(weight: str, tmp_path: Path) -> None:
    assert _by_poppler(_drawn(*NAMES, style=Style(size=12, weight=weight)), tmp_path) == list(NAMES)


@needs_pdftotext
def test_names_keep_their_order_in_mixed_lines(tmp_path: Path) -> None:
    data = _drawn("Delegate עומר כהן meets محمد القاسمي at 09:30")
    (line,) = _by_poppler(data, tmp_path)
    assert "עומר כהן" in line and "محمد القاسمي" in line
    assert "Delegate" in line and "meets" in line and "at 09:30" in line


def test_capitals_read_as_they_were_written() -> None:
    style = Style(size=7, tracking=0.85, capitals=True)
    assert _by_pdfium(_drawn("Müller Straße", style=style)) == ["Müller Straße"]


def test_control_characters_are_dropped() -> None:
    assert _by_pdfium(_drawn("Bilb\x00ao\x1b \x9bEr\u202ecilla\u2066")) == ["Bilbao Ercilla"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert _by_pdfium(_drawn("Rene\u0301 A\u030angstro\u0308m")) == ["René Ångström"]


LETTERS = st.characters(codec="latin-1", exclude_categories=("Cc", "Cf", "Zs"))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=6))
def test_any_western_words_come_back(words: list[str]) -> None:
    assert "".join(_by_pdfium(_drawn(" ".join(words)))).replace(" ", "") == "".join(words)
