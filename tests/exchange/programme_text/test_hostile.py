"""Whatever a file holds, reading it ends soon, with Invalid and one sentence or with a programme."""

from __future__ import annotations

import datetime as dt
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.exchange.programme_text import read, read_text

TODAY = dt.date(2025, 3, 1)
LIMIT_SECONDS = 4.0
"""Twice what a hostile file may take (RELIABILITY §3): the machine may be busy."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = b"Subject: Programme\nDate: Mon, 5 May 2025 10:00:00 +0200\nMIME-Version: 1.0\n"


def packed(document: bytes, name: str = "word/document.xml") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, document)
    return buffer.getvalue()


def word(body: str) -> bytes:
    return packed(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode())


def nested_tables(depth: int) -> bytes:
    return word("<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth)


def nested_parts(depth: int) -> bytes:
    parts = [f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode() for n in range(depth)]
    return HEAD + b"".join(parts)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def scanned() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(50, 50, 200, 200, fill=1)
    canvas.save()
    return buffer.getvalue()


def locked() -> bytes:
    import pikepdf

    buffer = BytesIO()
    with pikepdf.open(BytesIO(scanned())) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    return buffer.getvalue()


ENTITIES = f'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d xmlns="{W}">&b;</d>'
OUTSIDE = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d xmlns="{W}">&x;</d>'
REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("a.txt", lambda: b""),
    "blanks": ("a.txt", lambda: b" \r\n\t " * 1000),
    "26 MB": ("a.txt", lambda: b"x" * (26 * 1024 * 1024)),
    "25 MB of lines": ("a.txt", lambda: b"9:00 Visit\n" * 2_300_000),
    "25 MB in one line": ("a.txt", lambda: b"a" * (25 * 1024 * 1024)),
    "machine code": ("a.txt", lambda: bytes(range(256)) * 400),
    "an old Word document": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)),
    "rich text": ("a.rtf", lambda: b"{\\rtf1\\ansi 9:00 Visit}"),
    "no archive": ("a.docx", lambda: b"9:00 Visit"),
    "a cut archive": ("a.docx", lambda: cut(word("<w:p/>" * 1000))),
    "an archive of something else": ("a.docx", lambda: packed(b"x", "xl/workbook.xml")),
    "an archive that climbs": ("a.docx", lambda: packed(b"x", "../../word/document.xml")),
    "a document bomb": ("a.docx", lambda: packed(b"<a>" + b" " * (9 * 1024 * 1024) + b"</a>")),
    "a document of entities": ("a.docx", lambda: packed(ENTITIES.encode())),
    "a document that reads files": ("a.docx", lambda: packed(OUTSIDE.encode())),
    "a document that is no XML": ("a.docx", lambda: packed(b"<w:document")),
    "tables within tables": ("a.docx", lambda: nested_tables(3000)),
    "elements within elements": ("a.docx", lambda: word("<w:sdt>" * 3000 + "</w:sdt>" * 3000)),
    "a table without end": ("a.docx", lambda: word("<w:tbl>" + "<w:tr><w:tc/></w:tr>" * 50_000 + "</w:tbl>")),
    "a row without end": ("a.docx", lambda: word("<w:tbl><w:tr>" + "<w:tc/>" * 50_000 + "</w:tr></w:tbl>")),
    "paragraphs without end": ("a.docx", lambda: word("<w:p/>" * 200_000)),
    "HTML tables within tables": ("a.html", lambda: b"<table><tr><td>" * 5000),
    "HTML tags without end": ("a.html", lambda: b"<br>" * 90_000 + b"<p>x" * 9000),
    "HTML cells without end": ("a.html", lambda: b"<table><tr>" + b"<td colspan=200>x" * 3000),
    "no mail": ("a.eml", lambda: b"9:00 Visit to X\n"),
    "a mail without words": ("a.eml", lambda: HEAD + b"\n\n"),
    "parts within parts": ("a.eml", lambda: nested_parts(90)),
    "parts without end": ("a.eml", lambda: nested_parts(5000)),
    "PDF garbage": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 50),
    "a cut PDF": ("a.pdf", lambda: scanned()[:200]),
    "no PDF": ("a.pdf", lambda: b"9:00 Visit"),
    "a scanned PDF": ("a.pdf", scanned),
    "a locked PDF": ("a.pdf", locked),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused_with_a_sentence(kind: str) -> None:
    name, made = REFUSED[kind]
    data = made()
    begun = time.process_time()
    with pytest.raises(Invalid) as refusal:
        read(data, name, today=TODAY)
    assert time.process_time() - begun < LIMIT_SECONDS
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence


PAYLOADS = [
    '=HYPERLINK("http://example.org")',
    "<script>alert(1)</script><img src=x>",
    "\u202eevil\u202c \u2066x\u2069",
    "a\x00b\x07c",
    "\ud800 half",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ｆｕｌｌ １２：３０",
    "שלום القاهرة Łódź São José 中村",
    "{0} %s {path!r} {{",
    "İstanbul ß ﬁ Ⅷ",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text(payload: str) -> None:
    (entry,) = read_text(f"Monday 5 May 2025\n9:00 Visit {payload} end", today=TODAY).entries
    assert entry.title.startswith("Visit")
    assert entry.title.endswith("end")
    assert not set(entry.title) & set("\x00\x07\u202e\u2066\ud800\n")
    assert all(str(reason) for reason in entry.reasons)


SLOW = [
    "1 ",
    "A A ",
    "( ",
    "a-",
    "9:00 ",
    "May ",
    "Mr ",
    "5 e ",
    "1/",
    "at ",
    "+1 ",
    "é",
    "１",
    "10.10.",
    "Ab-Cd ",
]


@pytest.mark.parametrize("pattern", SLOW)
def test_no_pattern_takes_long(pattern: str) -> None:
    line = (pattern * 500)[:950]
    begun = time.process_time()
    read_text("Monday 5 May 2025\n" + f"9:00 {line}\n{line}\n" * 15, today=TODAY)
    assert time.process_time() - begun < LIMIT_SECONDS


def test_the_longest_programme_is_read_in_time() -> None:
    line = "09:30 - 10:30 Visit to Company, hosted by Mr John Smith, via Roma 10 (tbc)\n"
    begun = time.process_time()
    assert len(read_text("Monday 5 May 2025\n" + line * 600, today=TODAY).entries) == 600
    assert time.process_time() - begun < LIMIT_SECONDS


@settings(max_examples=30)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.eml", "a.html", "a.docx", "a.pdf"]))
def test_any_bytes(data: bytes, name: str) -> None:
    with suppress(Invalid):
        read(data, name, today=TODAY)


WORDS = st.sampled_from(
    [
        "Monday 5 May",
        "9:00",
        "-",
        "10.30",
        "Visit",
        "(",
        ")",
        "Group A:",
        "tbc",
        "\n",
        "\t",
        "|",
        "Venue:",
        "Mr Po Lu",
        "LH 28",
    ]
)


@settings(max_examples=50)
@given(st.lists(WORDS, max_size=25))
def test_any_order_of_words(words: list[str]) -> None:
    text = " ".join(words)
    with suppress(Invalid):
        for entry in read_text(text, today=TODAY).entries:
            assert entry.title
            assert entry.source.text


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            ["<table>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "9:00", "Visit", "</td>", "</table>", "<p>"]
        )
    )
)
def test_any_html(parts: list[str]) -> None:
    with suppress(Invalid):
        read("".join(parts).encode(), "a.html", today=TODAY)
