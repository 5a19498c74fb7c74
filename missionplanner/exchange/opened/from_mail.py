"""Take a mail apart: its words, its page, what hangs on it, when it was sent."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.utils import parsedate_to_datetime

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.opened import from_text
from missionplanner.exchange.opened.sheet import MAX_DEPTH, too_deep

_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To):", re.I | re.M
)
_HEADING = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.M)
_MULTIPART = re.compile(rb"(?i)content-type:\s*(?:multipart|message)/")
_MOST_BOUNDARIES = 200
_MOST_MULTIPARTS = 60
_LONGEST_SUBJECT = 300
_BROKEN = (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError, IndexError)
"""What the library raises for a damaged mail."""


@dataclass(frozen=True, slots=True)
class Attached:
    """Be a file that hangs on a mail."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """Be a mail: its plain words, its HTML page (empty where it has none), its files, the day it was sent."""

    subject: str
    words: str
    page: str
    attached: tuple[Attached, ...] = ()
    sent: dt.date | None = None


def is_letter(data: bytes) -> bool:
    """Tell whether some bytes begin the way mails do."""
    return _HEADING.match(data[:65536]) is not None and _HEADER.search(data[:65536]) is not None


def letter(data: bytes) -> Letter:
    """Return what a mail holds. Raises Invalid for what is none, is damaged, or has parts without end."""
    if _HEADER.search(data[:65536]) is None:
        raise Invalid(N_("This file is no mail: it has no sender, no subject and no date."))
    if data.count(b"boundary") > _MOST_BOUNDARIES or len(_MULTIPART.findall(data)) > _MOST_MULTIPARTS:
        raise too_deep()
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        return _letter(message, list(_parts(message, 0)))
    except _BROKEN as error:
        raise Invalid(N_("This mail is damaged and cannot be read.")) from error


def _letter(message: Message, parts: list[Message]) -> Letter:
    if len(parts) > _MOST_BOUNDARIES:
        raise too_deep()
    return Letter(
        clean(" ".join(str(message.get("Subject", "")).split())[:_LONGEST_SUBJECT]),
        "\n".join(_words(part) for part in parts if _is_text(part, "text/plain")),
        "\n".join(_words(part) for part in parts if _is_text(part, "text/html")),
        tuple(Attached(name.lower(), _bytes(part)) for part in parts if (name := part.get_filename())),
        _sent(message),
    )


def _parts(message: Message, depth: int) -> Iterator[Message]:
    if depth > MAX_DEPTH:
        raise too_deep()
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)
    else:
        yield message


def _is_text(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _words(part: Message) -> str:
    data, charset = _bytes(part), part.get_content_charset()
    if charset:
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return from_text.decoded(data) if data.strip() else ""


def _sent(message: Message) -> dt.date | None:
    written = message.get("Date")
    try:
        return parsedate_to_datetime(str(written)).date() if written else None
    except (ValueError, TypeError, IndexError):
        return None
