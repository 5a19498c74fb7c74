"""Lay out a mail: its plain text, its HTML where that says more, else a programme that is attached to it."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.programme_text import from_html, from_text
from missionplanner.exchange.programme_text.clocks import clocks_in
from missionplanner.exchange.programme_text.plain import plain
from missionplanner.exchange.programme_text.sheet import MAX_DEPTH, MAX_TEXT, Sheet, too_deep

_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To):", re.I | re.M
)
_ATTACHED = (".docx", ".pdf", ".txt", ".html", ".htm")
_MOST_PARTS = 200
_LEAST_TIMES = 2
"""Times of day that make a text a programme, where another might be one."""


def sheet_of(data: bytes, attached: Callable[[bytes, str], Sheet]) -> Sheet:
    """Return a mail as lines and tables; ``attached`` reads a file that hangs on it. Raises Invalid."""
    if _HEADER.search(data[:65536]) is None:
        raise Invalid(N_("This file is no mail: it has no sender, no subject and no date."))
    if data.count(b"boundary") > _MOST_PARTS:
        raise too_deep()
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(_parts(message, 0))
        sheet = _best(parts, attached)
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise Invalid(N_("This mail is damaged and cannot be read.")) from error
    return replace(sheet, written=_sent(message))


def _parts(message: Message, depth: int) -> Iterator[Message]:
    if depth > MAX_DEPTH:
        raise too_deep()
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)
    else:
        yield message


def _best(parts: list[Message], attached: Callable[[bytes, str], Sheet]) -> Sheet:
    """Return the part that says most: words with times, else an attachment, else what words there are."""
    if len(parts) > _MOST_PARTS:
        raise too_deep()
    plainly = "\n".join(_words(part) for part in parts if _is_text(part, "text/plain"))
    page = "\n".join(_words(part) for part in parts if _is_text(part, "text/html"))
    if _times(plainly) >= _LEAST_TIMES and "<table" not in page.lower():
        return from_text.sheet_of(plainly)
    if _times(page) >= _LEAST_TIMES:
        return from_html.sheet_of(page)
    files = [part for part in parts if (part.get_filename() or "").lower().endswith(_ATTACHED)]
    if files and _times(plainly) < _LEAST_TIMES:
        payload = files[0].get_payload(decode=True)
        return attached(payload if isinstance(payload, bytes) else b"", (files[0].get_filename() or "").lower())
    if not plainly.strip() and not page.strip():
        raise Invalid(N_("This mail holds no words."))
    return from_text.sheet_of(plainly) if plainly.strip() else from_html.sheet_of(page)


def _is_text(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _words(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset:
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return from_text.decoded(data) if data.strip() else ""


def _times(text: str) -> int:
    return sum(1 for _ in zip(clocks_in(plain(text[: MAX_TEXT // 8])), range(_LEAST_TIMES), strict=False))


def _sent(message: Message) -> dt.date | None:
    written = message.get("Date")
    try:
        return parsedate_to_datetime(str(written)).date() if written else None
    except (ValueError, TypeError, IndexError):
        return None
