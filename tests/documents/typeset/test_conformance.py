"""A document with everything in it conforms to PDF/UA-1 and PDF/A-2a, and embeds all it uses."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import outloud
import page as validator
import pikepdf
import pytest
from PIL import Image

from missionplanner.documents.typeset import Batch, Block, Document, Style

CREATED = dt.datetime(2025, 4, 28, 14, 10, tzinfo=dt.UTC)
HEADING = Style(face="display", weight="semibold", size=19)
LABEL = Style(size=6.8, weight="semibold", tracking=0.85, capitals=True)


def _logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), (200, 70, 40, 120)).save(out, "PNG")
    return out.getvalue()


def _row(batch: Batch) -> Block:
    block = batch.block()
    block.circle(10, -10, 10, fill="#0F6478", stroke="#FFFFFF")
    block.icon("factory", 10, -10, 11, "#FFFFFF")
    with block.tag("LI"):
        with block.tag("Lbl"):
            block.text(0, -12, "09:15", Style(weight="semibold"))
        with block.tag("LBody"):
            block.text(60, -12, "Müller & Söhne <GmbH>", Style(size=11))
            with block.link("tel:+39051123", 60, -30, 80, 12):
                block.text(60, -26, "+39 051 123", Style())
            with block.tag("Span", lang="ja"):
                block.text(160, -26, "東京都千代田区", Style(weight="bold"), lang="ja")
    return block


def _table(document: Document, batch: Batch) -> None:
    page = document.pages[0]
    with document.section("Table"):
        for number, cells in enumerate((("Table", "Partner"), ("4", "AFM"), ("11", "ACICAE"))):
            with document.section("TR"):
                for column, cell in enumerate(cells):
                    block = batch.block()
                    with block.tag("TD" if number else "TH", scope=None if number else "Column"):
                        block.text(column * 60, 0, cell, Style())
                    page.place(block, 54, 400 - number * 17)


def _everything() -> Document:
    batch = Batch(CREATED)
    document = batch.document(title="Basque Country & “more” <3", lang="it", author="ART-ER", subject="Programme")
    row = _row(batch)
    for number in range(2):
        page = document.page()
        page.gradient(0, 600, 300, 200, "#F6E7D3", "#F3C9A4")
        with page.artifact("Pagination"):
            page.text(54, 20, f"Page {number + 1} of 2", LABEL)
            page.line(54, 34, 541, 34, "#DAD6CB", dash=(0.01, 4))
        with page.tag("H1" if number == 0 else "H2"):
            page.text(54, 750, "Lunedì 5 maggio", HEADING)
        with document.section("L"):
            page.place(row, 54, 700)
            page.place(row, 54, 650)
        document.bookmark(f"Giorno {number + 1}", page, 750, level=number)
    page = document.pages[1]
    with page.tag("Figure", alt="Code: card of the contact"):
        page.qr("MECARD:N:Giulia Ferri;;", 450, 640, 58, "#0E3B4A")
    with page.tag("Figure", alt="Logo"):
        page.image("logo", _logo(), 54, 560, 40, 40)
    _table(document, batch)
    with document.section("P"), document.section("Span"):
        pass  # nothing in it: must not reach the file
    return document


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("conformance") / "everything.pdf"
    path.write_bytes(_everything().data())
    return path


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_validates(path: Path, profile: str) -> None:
    result = validator.validate_pdf(path, profile=profile)
    assert [failure.message for failure in result.failures] == []
    assert result.is_compliant


def test_reads_aloud(path: Path) -> None:
    assert outloud.check(str(path)).errors == 0


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_is_sound(path: Path) -> None:
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, "WARNING" in done.stdout + done.stderr) == (0, False)


def test_embeds_every_font(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Subtype" in item]
        composite = [font for font in fonts if font.get("/Subtype") == "/Type0"]
        simple = [font for font in fonts if font.get("/Subtype") in ("/Type1", "/TrueType", "/Type3")]
        descriptors = [font.DescendantFonts[0].FontDescriptor for font in composite]
        assert composite and not simple
        assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
        assert all("/ToUnicode" in font for font in composite)


def test_placements_of_a_block_have_marks_of_their_own(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        tree = pdf.Root.StructTreeRoot
        marks = [len(tree.ParentTree.Nums[2 * number + 1]) for number in range(2)]
        content = [page.Contents.read_bytes().count(b"/MCID ") for page in pdf.pages]
        assert marks == content
        assert tree.ParentTreeNextKey == 2 + 4  # two pages, four links


def test_leaves_out_empty_elements(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        root = pdf.Root.StructTreeRoot.K
        assert [str(kid.S) for kid in root.K] == ["/H1", "/L", "/H2", "/L", "/Figure", "/Figure", "/Table"]


def test_says_what_it_is(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "it"
        assert str(pdf.docinfo["/Title"]) == "Basque Country & “more” <3"
        assert pdf.open_metadata()["dc:title"] == "Basque Country & “more” <3"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20250428141000+00'00'"
        assert pdf.open_metadata()["xmp:CreateDate"] == "2025-04-28T14:10:00+00:00"


def test_bookmarks_go_to_their_page(path: Path) -> None:
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        (first,) = outline.root
        assert first.title == "Giorno 1"
        assert [child.title for child in first.children] == ["Giorno 2"]
        target = first.children[0].destination
        assert isinstance(target, pikepdf.Array)
        assert target[0].objgen == pdf.pages[1].objgen


def test_tells_the_language_of_a_part(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        assert [str(item.Lang) for item in pdf.objects if _is(item, "/Span")] == ["ja"] * 4


def _is(item: pikepdf.Object, role: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/S") == role and "/P" in item
