"""Calendars, cards, mails, PDFs and pictures made to hurt: each ends with a sentence, soon and small."""

from __future__ import annotations

import base64
import datetime as dt
import io
import struct
import time
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from PIL import Image

from missionplanner.base.errors import Invalid
from missionplanner.exchange import bounded

DAYS = (dt.date(2025, 5, 5), dt.date(2025, 5, 7))
CALENDAR, CARDS = "missionplanner.exchange.calendars.read", "missionplanner.exchange.contacts.read"
MAIL, PHOTO = "missionplanner.exchange.confirmations.read", "missionplanner.exchange.photos.clean"
MEGABYTE = 1024 * 1024

Made = Callable[[], bytes]


def calendar(*events: str, heading: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\n{one}\nEND:VEVENT\n" for one in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{heading}{body}END:VCALENDAR\n".encode()


def event(rest: str = "", start: str = "20250505T090000") -> str:
    return f"UID:x\nSUMMARY:x\nDTSTART:{start}\n{rest}"


def many(rule: str, count: int) -> bytes:
    return calendar(*(event(f"RRULE:{rule}").replace("UID:x", f"UID:{n}") for n in range(count)))


def card(body: str | bytes) -> bytes:
    data = body.encode() if isinstance(body, str) else body
    return b"BEGIN:VCARD\nVERSION:3.0\n" + data + b"\nEND:VCARD\n"


def nested_mail(depth: int) -> bytes:
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return f"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n{opening}Content-Type: text/plain\n\nhello".encode()


def mail(body: str, kind: str = "text/html", extra: str = "") -> bytes:
    return (
        f"From: a@b.example\nSubject: Booking\nMIME-Version: 1.0\n{extra}Content-Type: {kind}\n\n{body}".encode()
    )


def png(width: int, height: int, rows: int = 1) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * (width * 3 + 1) * rows if rows else b"", 9)
    parts = [(b"IHDR", header), (b"IDAT", data), (b"IEND", b"")]
    made = [struct.pack(">I", len(d)) + kind + d + struct.pack(">I", zlib.crc32(kind + d)) for kind, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def gif(frames: int) -> bytes:
    some = [Image.new("P", (40, 40), n % 250) for n in range(frames)]
    buffer = io.BytesIO()
    some[0].save(buffer, "GIF", save_all=True, append_images=some[1:])
    return buffer.getvalue()


def pdf(body: bytes) -> bytes:
    return b"%PDF-1.7\n" + body + b"\ntrailer<</Root 1 0 R>>\n%%EOF"


def flate_bomb() -> bytes:
    packed = zlib.compress(b"q " * (15 * MEGABYTE), 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream"
    return pdf(
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n4 0 obj"
        + stream
        + b"endobj"
    )


REFUSED: list[tuple[str, str, Made]] = [
    ("a million events", CALENDAR, lambda: calendar() + b"BEGIN:VEVENT\nEND:VEVENT\n" * 900_000),
    ("endless repeats", CALENDAR, lambda: many("FREQ=DAILY", 60)),
    ("repeats that never come true", CALENDAR, lambda: many("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 60)),
    ("parts in parts", CALENDAR, lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 2000),
    ("other parts in parts", CALENDAR, lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:VALARM\n" * 100_000),
    ("26 MB of calendar", CALENDAR, lambda: b"BEGIN:VCALENDAR\n" + b" " * (26 * MEGABYTE)),
    ("no calendar", CALENDAR, lambda: b"\0" * 1000),
    ("cards in cards", CARDS, lambda: b"BEGIN:VCARD\n" * 5000),
    ("a hundred thousand cards", CARDS, lambda: card("N:A;B") * 50_001),
    ("26 MB of cards", CARDS, lambda: card(b"NOTE:" + b"a" * 26 * MEGABYTE)),
    ("no card", CARDS, lambda: b"<html></html>"),
    ("parts of a mail 1,000 deep", MAIL, lambda: nested_mail(1000)),
    ("mails in mails", MAIL, lambda: b"From: a\nSubject: b\n" + b"Content-Type: message/rfc822\n\n" * 2000),
    ("an empty mail", MAIL, lambda: mail("")),
    ("a mail without end", MAIL, lambda: mail("<p>x</p>" * 400_000)),
    ("a text of a million lines", MAIL, lambda: b"x\n" * 1_000_000),
    ("bytes of no kind", MAIL, lambda: b"\0\1\2" * 1000),
    ("a broken PDF", MAIL, lambda: b"%PDF-1.7\n" + b"\xff" * 5000),
    ("a PDF that refers to itself", MAIL, lambda: pdf(b"1 0 obj 1 0 R endobj")),
    ("pages that are their own parent", MAIL, lambda: pdf(b"1 0 obj<</Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj")),
    ("a PDF of 30 MB in 30 kB", MAIL, flate_bomb),
    ("144 megapixels", PHOTO, lambda: png(12_000, 12_000)),
    ("a picture as wide as the sea", PHOTO, lambda: png(2_000_000_000, 1, 0)),
    ("a picture that breaks off", PHOTO, lambda: png(4_900, 5_000)[:60]),
    ("16 MB of picture", PHOTO, lambda: b"\xff\xd8\xff" + b"\0" * (16 * MEGABYTE)),
    ("an icon of a program", PHOTO, lambda: b"MZ" + b"\0" * 5000),
    ("a drawing with a script", PHOTO, lambda: b"<svg><script>alert(1)</script></svg>"),
]

LEFT_OUT: list[tuple[str, str, Made]] = [
    ("an interval of nothing", CALENDAR, lambda: calendar(event("RRULE:FREQ=DAILY;INTERVAL=0"))),
    ("every second", CALENDAR, lambda: calendar(event("RRULE:FREQ=SECONDLY"))),
    (
        "a rule of a thousand days",
        CALENDAR,
        lambda: calendar(event("RRULE:FREQ=DAILY;BYDAY=" + "MO," * 999 + "TU")),
    ),
    ("a text of 1 MB", CALENDAR, lambda: calendar(event("DESCRIPTION:" + "a" * MEGABYTE))),
    ("a day of the year 0", CALENDAR, lambda: calendar(event(start="00000505T090000"))),
    ("a picture that is no picture", CARDS, lambda: card("N:A;B\nPHOTO;ENCODING=b:" + "!" * 1000)),
    ("a picture from the network", CARDS, lambda: card("N:A;B\nPHOTO;VALUE=uri:file:///etc/passwd")),
    ("ten thousand telephones", CARDS, lambda: card("N:A;B\n" + "TEL:1\n" * 10_000)),
    ("a name of 1 MB", CARDS, lambda: card("N:" + "A" * MEGABYTE)),
    ("a mail with a tag of 1 MB", MAIL, lambda: mail("<p " + "a" * MEGABYTE + ">hello")),
]


def read(reader: str, data: bytes) -> Any:
    module, _, name = reader.rpartition(".")
    found = getattr(import_module(module), name)
    return found(data, days=DAYS) if reader == CALENDAR else found(data)


@pytest.mark.parametrize(("reader", "made"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED])
def test_what_is_made_to_hurt_is_refused_with_a_sentence(reader: str, made: Made) -> None:
    data = made()
    began = time.process_time()
    with pytest.raises(Invalid) as refused:
        read(reader, data)
    assert time.process_time() - began < 2
    assert 10 < len(str(refused.value)) < 200


@pytest.mark.parametrize(("reader", "made"), [one[1:] for one in LEFT_OUT], ids=[one[0] for one in LEFT_OUT])
def test_what_is_wrong_in_one_place_is_told_and_left_out(reader: str, made: Made) -> None:
    began = time.process_time()
    found = read(reader, made())
    assert time.process_time() - began < 2
    assert found.problems
    assert all(len(str(one.message)) < 700 for one in found.problems)


def test_what_looks_like_a_heading_adds_none() -> None:
    data = mail(
        "<p>Hotel Roma</p>", extra="Subject: =?utf-8?q?a=0D=0ABcc:_x@y.example?=\nX: " + "a" * 100_000 + "\n"
    )
    assert read(MAIL, data).stays == ()


def test_reservations_for_machines_are_bounded() -> None:
    deep = '{"a":' * 5000 + "1" + "}" * 5000
    wide = '[{"@type":"LodgingReservation","checkinTime":"2025-13-45","totalPrice":"1e999999"}]'
    for block in (deep, wide, "[" * 100_000):
        page = f'<script type="application/ld+json">{block}</script><p>hello there</p>'
        assert read(MAIL, mail(page)).stays == ()


def test_a_moving_picture_of_many_frames_costs_one() -> None:
    assert read(PHOTO, gif(200)).width == 40


@pytest.mark.parametrize("number", [2, 20, 23])
def test_the_worst_stay_small_in_a_process_of_their_own(number: int) -> None:
    _, reader, made = REFUSED[number]
    options: dict[str, Any] = {"days": DAYS} if reader == CALENDAR else {}
    answer = bounded.ask(reader, made(), **options)
    assert isinstance(answer.error, Invalid)
    assert answer.peak is None or answer.peak < 150 * MEGABYTE


def test_what_is_read_comes_back_out_of_that_process() -> None:
    assert bounded.run(CARDS, card("N:Neri;Anna")).drafts[0].family == "Neri"
    assert bounded.run(CALENDAR, calendar(event()), days=DAYS).drafts[0].date == DAYS[0]
    photo = base64.b64decode(base64.b64encode(png(2, 2, 2)))
    assert bounded.run(PHOTO, photo).width == 2
    assert bounded.run(MAIL, b"Hotel Roma\nCheck-in: 5 May 2025\nCheck-out: 7 May 2025\n").stays[0].check_in
