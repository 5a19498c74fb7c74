"""Whatever is offered as a table, it is refused with one sentence, soon and in little memory (RELIABILITY §3)."""

from __future__ import annotations

import pickle
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from missionplanner.base.messages import Message
from missionplanner.exchange import bounded, tables

LIMIT_SECONDS = 2.0
LIMIT_BYTES = 150 * 1024 * 1024
READ = "missionplanner.exchange.tables.reading.read"

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>"
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)
ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def packed(**entries: str | bytes) -> bytes:
    """Return an archive of entries; ``__`` in a name stands for a slash, ``_dot_`` for a full stop."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def workbook(rows: str, strings: str | bytes = "", before: str = "", extra: bytes = b"") -> bytes:
    """Return a workbook of one sheet, written by hand."""
    sheet = f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    shared = strings or f'<sst xmlns="{MAIN}"/>'
    parts: dict[str, str | bytes] = {
        "_rels/.rels": ROOT,
        "[Content_Types].xml": TYPES,
        "xl__workbook_dot_xml": WORKBOOK,
        "xl___rels__workbook_dot_xml_dot_rels": LINKS,
        "xl__sharedStrings_dot_xml": shared,
        "xl__worksheets__sheet1_dot_xml": sheet,
    }
    return packed(**parts, **({"xl/x.bin": extra} if extra else {}))


def sheet_of_text(text: str) -> bytes:
    return workbook(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>')


def document(rows: str, before: str = "", **more: str) -> bytes:
    """Return an OpenDocument spreadsheet of one sheet."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = f'{before}{ODS_HEAD}<table:table table:name="S">{rows}</table:table>{ODS_TAIL}'
    parts = {"mimetype": kind, "content_dot_xml": content, "META-INF/manifest.xml": MANIFEST} | more
    return packed(**parts)


def cell(reference: str) -> str:
    return f'<row><c r="{reference}"><v>1</v></c></row>'


def locked_entry(data: bytes) -> bytes:
    """Return an archive whose entries say they are encrypted."""
    whole = bytearray(data)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = whole.find(mark)
        while place >= 0:
            whole[place + offset] |= 1
            place = whole.find(mark, place + 4)
    return bytes(whole)


def lying_entry() -> bytes:
    """Return an archive that says its largest entry is small."""
    data = workbook("", strings=b"<sst>" + b"x" * 5_000_000 + b"</sst>")
    return data.replace(struct.pack("<I", 5_000_011), struct.pack("<I", 1_000))


def many_entries() -> bytes:
    return packed(**{f"xl/{number}": b"" for number in range(6_000)})


def overlapping(data: bytes) -> bytes:
    """Return an archive whose list of entries names the first one again and again."""
    end = data.rfind(b"PK\x05\x06")
    start = struct.unpack_from("<I", data, end + 16)[0]
    first = data[start : data.find(b"PK\x01\x02", start + 4)]
    body = first * 300
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 300, 300, len(body), start, 0)
    return data[:start] + body + tail


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LONG_ROW = "".join(f"<c><v>{number % 10}</v></c>" for number in range(300))
REPEATED = 'table:number-columns-repeated="1000000" office:value-type="string"'
PLAIN = workbook(cell("A1"))

TOO_WIDE, TOO_LONG = "more than 200 columns", "more than 50000 rows"
BOMB, CELL = "unpacks to far more", "more than 10000 characters"
DAMAGED, DECLARED = "is damaged or incomplete", "declarations that no spreadsheet needs"
LOCKED = "locked with a password"

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "is empty"),
    "26 MB": (lambda: b"a;b\n" * 6_600_000, "at most 25 MB"),
    "zip bomb": (lambda: workbook("", strings=b"<sst>" + b"\x20" * 9_000_000 + b"</sst>"), BOMB),
    "bomb in an entry nobody reads": (lambda: workbook(cell("A1"), extra=bytes(9_000_000)), BOMB),
    "entry that lies about its size": (lying_entry, DAMAGED),
    "6,000 entries": (many_entries, "more than 5000 files"),
    "one entry named 300 times": (lambda: overlapping(packed(**{"xl/a": b"z" * 900_000})), DAMAGED),
    "truncated archive": (lambda: PLAIN[: len(PLAIN) // 2], DAMAGED),
    "archive without its list": (lambda: PLAIN[:-30], DAMAGED),
    "flipped bytes": (lambda: PLAIN[:60] + bytes(255 - one for one in PLAIN[60:400]) + PLAIN[400:], DAMAGED),
    "billion laughs": (lambda: workbook(cell("A1"), before=LAUGHS), DECLARED),
    "billion laughs in shared strings": (
        lambda: workbook(cell("A1"), strings=f"{LAUGHS}<sst>&i;</sst>"),
        DECLARED,
    ),
    "external entity": (
        lambda: workbook(cell("A1"), before='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
        DECLARED,
    ),
    "another encoding": (
        lambda: workbook(
            cell("A1"), strings=('<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS).encode("utf-16")
        ),
        DECLARED,
    ),
    "string of 150,000 characters": (lambda: sheet_of_text("ab" * 75_000), CELL),
    "shared string of 12,000 characters": (lambda: sheet_of_text("x" * 12_000), CELL),
    "20,000 characters written as escapes": (lambda: sheet_of_text("&#65;" * 20_001), CELL),
    "10^6 columns": (lambda: workbook('<row r="1">' + "<c><v>1</v></c>" * 1_000_000 + "</row>"), ""),
    "300 columns without names": (lambda: workbook(f'<row r="1">{LONG_ROW}</row>'), TOO_WIDE),
    "cell in the last corner": (lambda: workbook(cell("XFD1048576")), TOO_LONG),
    "cell in column GS": (lambda: workbook(cell("GS1")), TOO_WIDE),
    "cell in row 50,001": (lambda: workbook(cell("A50001")), TOO_LONG),
    "far cell in single quotes": (lambda: workbook("<row><c r='XFD1'><v>1</v></c></row>"), TOO_WIDE),
    "two cells far apart": (lambda: workbook(cell("A1") + cell("GR50000")), "more than 2000000 cells"),
    "workbook without sheets": (lambda: packed(**{"xl/styles.xml": "<a/>"}), DAMAGED),
    "broken sheet": (lambda: workbook("<row><c r='A1'><v>1</v></c></row"), DAMAGED),
    "locked entries": (lambda: locked_entry(PLAIN), LOCKED),
    "locked workbook": (lambda: COMPOUND + bytes(3000) + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "xls of nothing": (lambda: COMPOUND + bytes(4096), DAMAGED),
    "xls of noise": (lambda: COMPOUND + bytes(range(256)) * 40, DAMAGED),
    "ods with 10^6 columns": (
        lambda: document(
            f"<table:table-row><table:table-cell {REPEATED}><text:p>x</text:p></table:table-cell>"
            "</table:table-row>"
        ),
        TOO_WIDE,
    ),
    "ods with 10^6 rows": (
        lambda: document(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type='
            '"string"><text:p>x</text:p></table:table-cell></table:table-row>'
        ),
        TOO_LONG,
    ),
    "ods with laughs": (lambda: document("", before=LAUGHS), DECLARED),
    "ods that ends early": (lambda: packed(content_dot_xml=ODS_HEAD + "<table:table>"), DAMAGED),
    "locked ods": (
        lambda: document("", **{"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}),
        LOCKED,
    ),
    "text document": (lambda: packed(**{"word/document.xml": "<w/>"}), "text document"),
    "other archive": (lambda: packed(**{"../../etc/passwd": "x"}), "no spreadsheet"),
    "pdf under .xlsx": (lambda: b"%PDF-1.7\n" + bytes(2000), "This is a PDF"),
    "picture under .csv": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000), "This is a picture"),
    "program under .csv": (lambda: b"MZ\x90\x00\x03" + bytes(range(256)) * 20, "neither a spreadsheet"),
    "csv of control characters": (lambda: b"\x01\x02\x03\x04" * 2000, "neither a spreadsheet"),
    "csv of nothing but NUL": (lambda: b"\x00" * 3000, ""),
    "csv with 10^6 columns": (lambda: b"a," * 1_000_000 + b"a\n", TOO_WIDE),
    "csv with 10^6 rows": (lambda: b"a;b\n" * 1_000_000, TOO_LONG),
    "csv cell of 30,000 characters": (lambda: b"a;b\n" + b"x" * 30_000 + b";1\n", "more than 10000 characters"),
    "csv of blanks": (lambda: b" ;\n" * 1000, "no table"),
    "html of nested tables": (lambda: b"<html>" + b"<table><tr><td>" * 20_000, "more than 200 tables"),
    "html that spans 10^9 columns": (
        lambda: b"<table>" + b"<tr><td colspan=999999>a<td colspan=999999>b</tr>" * 3 + b"</table>",
        TOO_WIDE,
    ),
    "html with 60,000 rows": (lambda: b"<table>" + b"<tr><td>a<td>b" * 60_000, TOO_LONG),
}


ONE_CHILD = """
import os, pickle, sys, time
sys.path.insert(0, sys.argv[1])
from missionplanner.exchange import bounded_child
from missionplanner.exchange.tables.reading import read
source, target, told = os.fdopen(0, "rb"), os.fdopen(1, "wb"), {}
bounded_child.give_up(60, 512 * 1024 * 1024)
while True:
    name, data = pickle.load(source)
    if name is None:
        break
    before = time.process_time()
    status, payload = bounded_child.outcome(read, lambda: data, {"name": "list.xlsx"})
    seconds, peak = bounded_child.used()
    told[name] = (status, payload if status == "known" else None, seconds - before, peak)
pickle.dump(told, target)
target.flush()
"""
"""Reads one file after the other, because starting a process costs more than most of them."""
WORST = (
    "26 MB",
    "zip bomb",
    "billion laughs",
    "cell in the last corner",
    "ods with 10^6 rows",
    "html with 60,000 rows",
)


def test_each_is_refused_soon_with_one_sentence() -> None:
    root = str(Path(bounded.__file__).resolve().parents[2])
    asked = b"".join(pickle.dumps((name, build())) for name, (build, _) in HOSTILE.items())
    done = subprocess.run(
        [sys.executable, "-I", "-c", ONE_CHILD, root],
        input=asked + pickle.dumps((None, b"")),
        capture_output=True,
        check=True,
    )
    told = pickle.loads(done.stdout)
    assert told.keys() == HOSTILE.keys()
    for name, (status, payload, seconds, peak) in told.items():
        assert status == "known", name
        said = str(Message.of(payload[1], payload[2]))
        assert HOSTILE[name][1] in said, name
        assert said.endswith(".") and ". " not in said and "\n" not in said, name
        assert seconds < LIMIT_SECONDS, name
        assert peak is None or peak < LIMIT_BYTES, name


@pytest.mark.parametrize("name", WORST)
def test_the_worst_are_refused_in_processes_of_their_own(name: str) -> None:
    build, sentence = HOSTILE[name]
    answer = bounded.ask(READ, build(), name="list.xlsx")
    assert sentence in str(answer.error)
    assert answer.seconds is not None and answer.seconds < LIMIT_SECONDS
    assert answer.peak is not None and answer.peak < LIMIT_BYTES


def test_styled_empty_cells_far_away_are_no_harm() -> None:
    far = '<c r="AMJ1" s="1"/><c r="XFD1" s="1"></c>'
    data = workbook(f'<row r="1"><c r="A1"><v>1</v></c>{far}</row><row r="2"><c r="B2"><v>2</v></c></row>')
    assert tables.read(data, "x.xlsx").sheets[0].rows == ((1, None), (None, 2))


def test_the_empty_rest_of_an_ods_sheet_is_no_harm() -> None:
    rest = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Nome</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert tables.read(document(rest), "x.ods").sheets[0].rows == (("Nome",),)


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(1)", "=1\t2"])
def test_a_formula_typed_as_a_text_stays_one(text: str) -> None:
    listing = tables.Listing("S", (tables.Heading("A"), tables.Heading("B")), [["x", text]])
    assert f"'{text}" in tables.csv_bytes(listing).decode("utf-8-sig").replace('"', "")
    assert tables.read(tables.csv_bytes(listing), "x.csv").sheets[0].rows[1] == ("x", text)


def test_a_formula_is_read_as_its_last_value_only() -> None:
    data = workbook('<row r="1"><c r="A1"><f>HYPERLINK("http://x")</f><v>7</v></c><c r="B1"><v>1</v></c></row>')
    assert tables.read(data, "x.xlsx").sheets[0].rows == ((7, 1),)
