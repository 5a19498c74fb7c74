"""Look over the bytes of a JSON file before anything is built from them.

What a parser passes over or pays for is told here: a key that stands twice in one object, nesting, endless
lists. Nothing is kept but the keys of the objects that are open, so that no file costs more than its size.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, getincrementaldecoder
from dataclasses import dataclass, field

import msgspec

from missionplanner.base.messages import N_
from missionplanner.exchange.mission_file.trouble import PathStep, Trouble

MAX_BYTES = 25 * 1024 * 1024
MAX_ROWS = 50_000
MAX_DEPTH = 64
MAX_KEYS = 200
MAX_LONE = 10_000
MAX_VALUES = 400_000
"""Values in the whole file: 50,000 rows of eight keys, twenty times a mission of 500 delegates."""

_CHUNK = 1 << 16
_QUOTE, _COMMA, _COLON = b'",:'
_OPENING, _CLOSING = b"[{", b"]}"
_ENDLESS = 0
"""Mark of a string that never ends: it follows nothing."""
_MARKS = {bytes([mark]): mark for mark in b",[]{}"} | {b'"': _ENDLESS}
_AFTER_VALUE = frozenset(b",]}")
_FOLLOWERS = {
    _QUOTE: _AFTER_VALUE,
    _COMMA: frozenset(b'":,]}[{'),
    _COLON: frozenset(b'",]}[{'),
    **dict.fromkeys(_OPENING, frozenset(b'":,]}[{')),
    **dict.fromkeys(_CLOSING, _AFTER_VALUE),
}
"""Mark → what may follow it: a number or a word, which no token stands for, may always be between."""
_TOKEN = re.compile(rb'("[^"\\]*+(?:\\.[^"\\]*+)*+")([ \t\r\n]*+:)?|[\[\]{},"]', re.S)
_MAYBE_LONE = re.compile(rb"\\u[dD][89a-fA-F]")
_ESCAPE = re.compile(
    rb"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\(?!u[dD][89a-fA-F]).)"
    rb"|\\u[dD][89a-fA-F][0-9a-fA-F]{2}",
    re.S,
)
"""An escape to keep, else half a character."""


@dataclass(slots=True)
class _Open:
    """Be an object or a list that is not closed yet."""

    keys: set[bytes] | None
    step: PathStep
    rows: int = field(default=0)


def prepared(data: bytes) -> bytes:
    """Return the bytes a JSON parser may read: no byte order mark, no lone surrogates.

    Raises Trouble for what is empty, too large, too deep, not UTF-8, or has a key twice in one object.
    """
    if len(data) > MAX_BYTES:
        raise Trouble(
            N_("The file has {size} MB; at most {most} MB are read."),
            size=f"{len(data) / 1024 / 1024:.1f}",
            most=MAX_BYTES // 1024 // 1024,
        )
    text = data.removeprefix(BOM_UTF8)
    if not text.strip():
        raise Trouble(N_("The file is empty."))
    _require_utf8(text)
    _scan(text, len(text))
    return _without_lone_surrogates(text)


def path_at(data: bytes, offset: int) -> list[PathStep]:
    """Return the path of the value around a byte of a file that ``prepared`` let pass."""
    return _scan(data, offset)


def _require_utf8(data: bytes) -> None:
    decoder = getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _CHUNK):
        chunk = data[start : start + _CHUNK]
        try:
            decoder.decode(chunk, final=start + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, start + error.start) + 1
            raise Trouble(
                N_("The file is not UTF-8 text: line {line} cannot be read. Save it as UTF-8."), line=line
            ) from error


def _scan(data: bytes, until: int) -> list[PathStep]:
    """Walk the brackets, commas and keys before ``until``; return the path that is open there.

    It stops where two tokens follow each other that never do in JSON: the parser tells what is wrong.
    """
    opened: list[_Open] = []
    values = 0
    before = _COMMA
    for token in _TOKEN.finditer(data):
        if token.start() >= until:
            break
        mark = _mark(token)
        if mark not in _FOLLOWERS[before]:
            break
        if mark == _COLON:
            if opened:
                _note_key(opened, token[1])
        elif mark == _COMMA:
            values += 1
            _note_row(opened, values)
        elif mark in _OPENING:
            _open(opened, mark)
        elif mark in _CLOSING:
            if not opened:
                break
            opened.pop()
        before = mark
    return _path(opened)


def _mark(token: re.Match[bytes]) -> int:
    """Return what a token is: a bracket, a comma, a colon for a key, a quote for any other string."""
    if token.lastindex == 2:
        return _COLON
    return _QUOTE if token.lastindex == 1 else _MARKS[token[0]]


def _path(opened: list[_Open]) -> list[PathStep]:
    return [frame.step for frame in opened if frame.step != ""]


def _open(opened: list[_Open], mark: int) -> None:
    if len(opened) == MAX_DEPTH:
        # The path of something this deep would fill a page: its beginning is enough to find it.
        raise Trouble(N_("{path} is nested deeper than {most} levels."), path=_path(opened)[:6], most=MAX_DEPTH)
    opened.append(_Open(set(), "") if mark == 0x7B else _Open(None, 0))


def _note_key(opened: list[_Open], token: bytes) -> None:
    frame = opened[-1]
    if frame.keys is None:
        return
    key = _key(token)
    frame.step = key.decode("utf-8", "replace")
    if key in frame.keys:
        raise Trouble(N_("{path} is given twice."), path=_path(opened))
    if len(frame.keys) == MAX_KEYS:
        raise Trouble(
            N_("{path} is one key too many: an object has at most {most}."), path=_path(opened), most=MAX_KEYS
        )
    frame.keys.add(key)


def _key(token: bytes) -> bytes:
    """Return a key as bytes, so that one written with escapes equals one written plainly."""
    if b"\\" not in token:
        return token[1:-1]
    try:
        return msgspec.json.decode(_without_lone_surrogates(token), type=str).encode()
    except msgspec.MsgspecError:
        return token[1:-1]


def _note_row(opened: list[_Open], values: int) -> None:
    if values >= MAX_VALUES:
        raise Trouble(N_("The file holds more than {most} values."), most=MAX_VALUES)
    if not opened or opened[-1].keys is not None:
        return
    frame = opened[-1]
    frame.rows += 1
    frame.step = frame.rows
    if frame.rows >= MAX_ROWS:
        path = _path(opened[:-1])
        if not path:
            raise Trouble(N_("This is a list of more than {most} rows, not a mission file."), most=MAX_ROWS)
        raise Trouble(N_("{path} has more rows than fit: at most {most}."), path=path, most=MAX_ROWS)


def _without_lone_surrogates(data: bytes) -> bytes:
    """Drop escapes that are half a character: no text can hold them (RELIABILITY §2)."""
    if _MAYBE_LONE.search(data) is None:
        return data
    pieces: list[bytes] = []
    end = 0
    for escape in _ESCAPE.finditer(data):
        if escape.lastindex is not None:
            continue
        pieces.append(data[end : escape.start()])
        end = escape.end()
        if len(pieces) > MAX_LONE:
            raise Trouble(N_("The file holds more than {most} halves of characters."), most=MAX_LONE)
    return b"".join([*pieces, data[end:]])
