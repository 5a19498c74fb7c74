"""Measure the engine alone: documents of 4 pages, 40 items, logo and QR code, tagged, with page furniture.

Run as ``python tests/benchmarks/bench_typeset.py``. Each case has a process of its own, so that peaks are its own.
Bars of the design: 120 documents a CPU-second with shared texts, 80 with every text unique, under 120 MB,
under 45 kB a document, first PDF under 150 ms after import.
"""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from missionplanner.documents.typeset import Batch, Block, Document

DOCUMENTS = 500
PAGES, ITEMS = 4, 10


def _logo() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.linear_gradient("L").resize((120, 60)).convert("RGBA").save(out, "PNG")
    return out.getvalue()


def _item(batch: Batch, number: int, who: str) -> Block:
    from missionplanner.documents.typeset import Style

    title, note = Style(weight="semibold", size=11, leading=13), Style(size=9, leading=12.2, colour="#525F67")
    block = batch.block()
    block.line(62, -25, 62, -52, "#DAD6CB", 0.8)
    block.circle(62, -10, 10.2, fill="#0F6478", stroke="#0F6478")
    block.icon("factory", 62, -10, 11.2, "#FFFFFF")
    with block.tag("LI"):
        with block.tag("Lbl"):
            block.text(0, -13.4, f"{8 + number % 12:02}:20", title)
            block.text(0, -24.6, f"{9 + number % 12:02}:05", note)
        with block.tag("LBody"):
            y = -13.2
            with block.tag("P"):
                for line in batch.wrap(f"Advanced Manufacturing Centre, visit {number} {who}", title, 360):
                    block.text(86, y, line, title)
                    y -= 13
            text = f"Tour of the CoFactory {who}: open innovation, advanced prototyping, electromobility. {number}"
            with block.tag("P"):
                for line in batch.wrap(text, note, 352, balanced=True):
                    block.text(86, y, line, note)
                    y -= 12.2
    return block


def _document(batch: Batch, blocks: list[Block], name: str, logo: bytes) -> Document:
    from missionplanner.documents.typeset import Style

    small, label = Style(size=7.2), Style(size=6.8, weight="semibold", tracking=0.85, capitals=True)
    document = batch.document(title=f"Basque Country – {name}", lang="en", author="ART-ER", subject="Itinerary")
    for number in range(PAGES):
        page = document.page()
        with page.artifact():
            page.text(54, 807, "Basque Country · 5–7 May 2025", label)
            page.text(541, 807, name, label, align="right")
            page.line(54, 34, 541, 34, "#DAD6CB")
            page.text(
                541, 22, f"Version 3 · 28 April, 14:10 CEST · Page {number + 1} of {PAGES}", small, align="right"
            )
        if number == 0:
            with page.tag("H1"):
                page.text(54, 720, name, Style(face="display", size=40))
            with page.tag("Figure", alt="Code of the contact"):
                page.qr(f"MECARD:N:{name};TEL:+39051;;", 480, 700, 58, "#0E3B4A")
            with page.tag("Figure", alt="Logo"):
                page.image("logo", logo, 54, 770, 60, 30)
        document.bookmark(f"Day {number + 1}", page, 660)
        with document.section("Sect"):
            with page.tag("H2"):
                page.text(54, 640, "Monday", Style(face="display", weight="semibold", size=19))
            with document.section("L"):
                for row, block in enumerate(blocks[number * ITEMS : (number + 1) * ITEMS]):
                    page.place(block, 54, 600 - 55 * row)
    return document


def _blocks(batch: Batch, who: str) -> list[Block]:
    return [_item(batch, number, who) for number in range(PAGES * ITEMS)]


def run(case: str) -> None:
    """Print one batch of documents and the figures."""
    import resource

    from missionplanner.documents.typeset import Batch

    started, first = time.process_time(), time.perf_counter()
    batch = Batch(dt.datetime(2025, 4, 28, tzinfo=dt.UTC))
    logo = _logo()
    shared = _blocks(batch, "of the delegation")
    count = 1 if case == "first" else DOCUMENTS
    laid_out = [
        _document(batch, _blocks(batch, f"P{n}") if case == "unique" else shared, f"Federica Capucci {n}", logo)
        for n in range(count)
    ]
    size = sum(len(document.data()) for document in laid_out)
    spent = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall = (time.perf_counter() - first) * 1000
    if case == "first":
        print(f"{case:7} {wall:6.0f} ms after import   {size / 1000:5.1f} kB")
    else:
        print(f"{case:7} {count / spent:6.0f} documents/CPU-s  {size / count / 1000:5.1f} kB each  {peak:4.0f} MB")


def main() -> None:
    """Run every case in a process of its own."""
    for case in ("first", "shared", "unique"):
        subprocess.run([sys.executable, __file__, case], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run(sys.argv[1])
    else:
        main()
