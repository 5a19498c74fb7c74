"""Take vCards apart into properties: folds, parameters, quoted-printable, base64 and charsets of 2.1, 3 and 4."""

from __future__ import annotations

import binascii
import quopri
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import MAX_TEXT

MAX_BYTES = 25 * 1024 * 1024
MAX_CARDS = 50_000
MAX_PROPERTIES = 400
"""Properties of one card; what comes after them is left out."""
MAX_DEPTH = 8

_BEGINS = re.compile(rb"(?im)^[ \t]*BEGIN[ \t]*:[ \t]*VCARD")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]+={0,2}\Z")
_NAME = re.compile(rb"(?:[\w-]{1,60}\.)?([A-Za-z][\w-]{0,60})(?=[;:])")
_ESCAPE = re.compile(r"\\(.)", re.S)
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B"})


@dataclass(frozen=True, slots=True)
class Property:
    """Be one property of a card. ``value`` is still escaped; ``data`` is set where it was base64."""

    name: str
    types: frozenset[str]
    parameters: dict[str, str]
    value: str
    data: bytes | None = None

    @property
    def text(self) -> str:
        """Return the value as people read it."""
        return unescaped(self.value).strip()

    def parts(self, separator: str = ";") -> list[str]:
        """Return the components of a structured value."""
        return [unescaped(one).strip() for one in _split(self.value, separator)]

    @property
    def preference(self) -> int:
        """Return how far down the card's own preferences this stands; 1 is first."""
        given = self.parameters.get("PREF", "")
        if given.isdigit():
            return int(given)
        return 1 if "PREF" in self.types else 101


@dataclass(slots=True)
class Card:
    """Be the properties of one card. ``nested`` tells that cards within it were left out."""

    number: int
    properties: list[Property] = field(default_factory=list)
    nested: bool = False
    cut: bool = False
    closed: bool = False

    def all(self, *names: str) -> list[Property]:
        """Return the properties of these names, the preferred first, else in the card's order."""
        return sorted((one for one in self.properties if one.name in names), key=lambda one: one.preference)

    def first(self, *names: str) -> Property | None:
        return next(iter(self.all(*names)), None)


def cards(data: bytes) -> Iterator[Card]:
    """Yield the cards of a file. Raises Invalid for what is no vCard file, too large, or too deep."""
    if len(data) > MAX_BYTES:
        raise Invalid(N_("The file is larger than {most} MB and was not read."), most=MAX_BYTES // 1024 // 1024)
    text = _as_utf8(data)
    if _BEGINS.search(text[:65536]) is None:
        raise Invalid(N_("This is not a file of contacts (vCard): it has no card."))
    if len(_BEGINS.findall(text)) > MAX_CARDS:
        raise Invalid(N_("The file holds more than {most} cards and was not read."), most=MAX_CARDS)
    depth = number = 0
    card: Card | None = None
    for version, raw in _logical(text):
        mark = raw[:40].replace(b" ", b"").upper()
        step = 1 if mark.startswith(b"BEGIN:VCARD") else -1 if mark.startswith(b"END:VCARD") else 0
        depth = max(0, depth + step)
        if step == 1 and depth == 1:
            number += 1
            card = Card(number)
        elif step == 1 and card is not None:
            card.nested = True
            _require_shallow(depth)
        elif step == -1 and depth == 0 and card is not None:
            card.closed = True
            yield card
            card = None
        elif step == 0 and card is not None and depth == 1:
            _take(card, raw, version)
    if card is not None:
        yield card


def _require_shallow(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise Invalid(N_("The cards of this file lie too deep within one another."))


def _take(card: Card, raw: bytes, version: bytes) -> None:
    if len(card.properties) >= MAX_PROPERTIES:
        card.cut = True
        return
    found = _property(raw, version)
    if found is not None:
        card.properties.append(found)


def _as_utf8(data: bytes) -> bytes:
    """Return the file in bytes of ASCII shape: UTF-16 is turned, a mark at the start dropped."""
    for mark, charset in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(charset, "replace").encode()
    if data[:2] in (b"B\0", b"\0B"):
        return data.decode("utf-16-le" if data[1] == 0 else "utf-16-be", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _logical(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield version and unfolded lines. A soft break of quoted-printable and bare lines of base64 go on, too."""
    version = b"3.0"
    pending: list[bytes] = []
    quoted = based = False
    for line in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"):
        goes_on = bool(pending) and (
            line[:1] in (b" ", b"\t")
            or (quoted and pending[-1].endswith(b"="))
            or (based and _BASE64.match(line.strip()) is not None)
        )
        if goes_on:
            pending.append(_continued(pending, line, quoted=quoted, kept=version == b"2.1" and not based))
            continue
        if pending:
            yield version, b"".join(pending)
        pending = [line] if line.strip() else []
        head = line[:200].upper().partition(b":")[0]
        quoted, based = b"QUOTED-PRINTABLE" in head, b"BASE64" in head or b"ENCODING=B" in head
        if head.strip() == b"VERSION":
            version = line.partition(b":")[2].strip()
    if pending:
        yield version, b"".join(pending)


def _continued(pending: list[bytes], line: bytes, *, quoted: bool, kept: bool) -> bytes:
    """Return what a further line adds. Version 2.1 folds before a blank and keeps it."""
    if quoted and pending[-1].endswith(b"="):
        pending[-1] = pending[-1][:-1]
        return line
    if line[:1] in (b" ", b"\t") and not kept:
        return line[1:]
    return line


def _property(raw: bytes, version: bytes) -> Property | None:
    name = _NAME.match(raw)
    if name is None:
        return None
    end = _colon(raw, name.end())
    if end is None:
        return None
    parameters, types = _parameters(raw[name.end() : end].decode("utf-8", "replace"))
    value = raw[end + 1 :]
    encoding = parameters.get("ENCODING", "").upper()
    charset = parameters.get("CHARSET", "")
    data = None
    if encoding in ("BASE64", "B"):
        data, value = _unpacked(value), b""
    elif encoding == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value)
    kept = value if value[:5].lower() == b"data:" else value[: 8 * MAX_TEXT]
    return Property(name[1].decode().upper(), frozenset(types), parameters, _decoded(kept, charset), data)


def _colon(raw: bytes, start: int) -> int | None:
    """Return where the value of a property begins: the first colon outside quotes."""
    inside = False
    for place in range(start, min(len(raw), start + 4096)):
        if raw[place] == 0x22:
            inside = not inside
        elif raw[place] == 0x3A and not inside:
            return place
    return None


def _parameters(text: str) -> tuple[dict[str, str], set[str]]:
    """Return parameters and types; bare words of version 2.1 are types or encodings."""
    parameters: dict[str, str] = {}
    types: set[str] = set()
    for one in _split(text, ";")[1:]:
        key, equals, value = one.partition("=")
        key = key.strip().upper()
        value = _CARET.sub(lambda found: _CARETS[found[1]], value.strip().replace('"', ""))
        if not equals:
            key, value = ("ENCODING", key) if key in _ENCODINGS else ("TYPE", key)
        if key == "TYPE":
            types.update(part.strip().upper() for part in value.split(","))
        else:
            parameters.setdefault(key, value)
    return parameters, types


def _unpacked(value: bytes) -> bytes:
    try:
        return b64decode(b"".join(value.split()), validate=False)
    except (binascii.Error, ValueError):
        return b""


def _decoded(value: bytes, charset: str) -> str:
    """Return the text: in the charset it names, else UTF-8, else what Windows writes."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            if name:
                return value.decode(name)
        except (LookupError, UnicodeError):
            continue
    return value.decode("latin-1")


def _split(value: str, separator: str) -> list[str]:
    """Split at a separator that is neither escaped nor quoted in a parameter."""
    parts: list[str] = []
    start, place, inside = 0, 0, False
    while place < len(value):
        character = value[place]
        if character == "\\":
            place += 1
        elif character == '"' and value.startswith(";"):  # parameters begin with their separator
            inside = not inside
        elif character == separator and not inside:
            parts.append(value[start:place])
            start = place + 1
        place += 1
    return [*parts, value[start:]]


def unescaped(value: str) -> str:
    """Return a text value without its backslashes."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
