"""Documents of a batch share what they can, and their bytes depend on nothing but what was drawn."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import subprocess
import sys
from itertools import permutations

import pikepdf
import pytest
from PIL import Image

from missionplanner.base.errors import Invalid
from missionplanner.documents.typeset import Batch, Block, Document, Style

CREATED = dt.datetime(2025, 4, 28, tzinfo=dt.UTC)
TEXTS = ("Federico Capucci", "שלום כהן, محمد", "नमस्ते 東京 09:30", "Office in Łódź – 14:00")


def _shared(batch: Batch) -> Block:
    block = batch.block()
    with block.tag("P"):
        block.text(0, -12, "Site visit at 09:15", Style())
    return block


def _laid_out(batch: Batch, name: str, block: Block) -> Document:
    document = batch.document(title=name, lang="en")
    page = document.page()
    with page.tag("H1"):
        page.text(54, 750, name, Style(size=20, weight="semibold"))
    page.place(block, 54, 700)
    page.qr(name, 400, 700, 50, "#0E3B4A")
    return document


def _printed(names: tuple[str, ...]) -> dict[str, str]:
    batch = Batch(CREATED)
    block = _shared(batch)
    documents = [(name, _laid_out(batch, name, block)) for name in names]
    return {name: hashlib.sha256(document.data()).hexdigest() for name, document in documents}


def test_the_order_of_a_batch_does_not_matter() -> None:
    assert len({tuple(sorted(_printed(order).items())) for order in permutations(TEXTS)}) == 1


def test_the_seed_of_hashes_does_not_matter() -> None:
    script = f"TEXTS = {TEXTS!r}\n" + (
        "import datetime as dt, hashlib\n"
        "from missionplanner.documents.typeset import Batch, Style\n"
        "document = Batch(dt.datetime(2025, 4, 28, tzinfo=dt.UTC)).document(title='x', lang='en')\n"
        "page = document.page()\n"
        "for number, text in enumerate(TEXTS):\n"
        "    with page.tag('P'):\n"
        "        page.text(54, 700 - 20 * number, text, Style(weight='semibold'))\n"
        "page.gradient(0, 0, 9, 9, '#000000', '#FFFFFF')\n"
        "print(hashlib.sha256(document.data()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    ]
    assert runs[0] == runs[1] != ""


def test_earlier_batches_leave_no_trace() -> None:
    alone = _printed(TEXTS[:1])
    _printed(TEXTS)
    assert _printed(TEXTS[:1]) == alone


def test_data_can_be_asked_for_again() -> None:
    batch = Batch(CREATED)
    document = _laid_out(batch, "Twice", _shared(batch))
    assert document.data() == document.data()


def test_all_of_a_batch_use_one_subset() -> None:
    batch = Batch(CREATED)
    block = _shared(batch)
    documents = [_laid_out(batch, name, block) for name in ("Anna", "Xaver")]
    names = []
    for document in documents:
        with pikepdf.open(io.BytesIO(document.data())) as pdf:
            names.append(str(pdf.pages[0].Resources.Font.F1.BaseFont))
    assert names[0] == names[1]


def test_nothing_can_be_laid_out_once_bytes_were_asked_for() -> None:
    batch = Batch(CREATED)
    document = _laid_out(batch, "First", _shared(batch))
    document.data()
    with pytest.raises(RuntimeError):
        batch.document(title="Late", lang="en")
    with pytest.raises(RuntimeError):
        batch.block()
    with pytest.raises(RuntimeError):
        document.pages[0].text(0, 0, "late", Style())


def test_a_document_is_settled_when_the_next_begins() -> None:
    batch = Batch(CREATED)
    first = _laid_out(batch, "First", _shared(batch))
    before = first.pages[0]
    batch.document(title="Second", lang="en")
    with pytest.raises(RuntimeError):
        before.place(_shared(batch), 0, 0)
    with pikepdf.open(io.BytesIO(first.data())) as pdf:
        assert len(pdf.pages) == 1


def test_a_document_of_several_sizes() -> None:
    document = Batch(CREATED).document(title="Badges", lang="en")
    document.page(255.1, 155.9)
    document.page()
    with pikepdf.open(io.BytesIO(document.data())) as pdf:
        assert [float(page.MediaBox[2]) for page in pdf.pages] == [255.1, 595.28]


def _png(mode: str, size: tuple[int, int] = (4, 4)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, "PNG")
    return out.getvalue()


def test_pictures_are_embedded_once() -> None:
    document = Batch(CREATED).document(title="Logos", lang="en")
    for _ in range(3):
        page = document.page()
        page.image("logo", _png("RGBA"), 0, 0, 40, 40)
        page.image("same", _png("RGBA"), 50, 0, 40, 40)
    with pikepdf.open(io.BytesIO(document.data())) as pdf:
        assert len(pdf.pages[2].Resources.XObject) == 1
        (image,) = pdf.pages[2].Resources.XObject.values()
        assert "/SMask" in image


@pytest.mark.parametrize("data", [b"", b"no picture", _png("RGB")[:40], b"<svg/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    page = Batch(CREATED).document(title="Logos", lang="en").page()
    with pytest.raises(Invalid):
        page.image("logo", data, 0, 0, 40, 40)


@pytest.mark.parametrize("address", ["http://example.org", "file:///etc/passwd", "javascript:alert(1)", ""])
def test_paper_links_only_to_safe_addresses(address: str) -> None:
    block = Batch(CREATED).block()
    with pytest.raises(ValueError, match="does not link"):
        block.link(address, 0, 0, 10, 10)
