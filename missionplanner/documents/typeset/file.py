"""Put PDF objects into a file: streams as they are, all others packed and compressed (PDF 1.7)."""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, chain

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 200
"""Objects packed into one object stream: more compress better, fewer open faster."""
_LEVEL = 1
"""How hard to compress object streams: 6 takes twice the time and saves 2 % of a file."""
_SMALL = 4_000
"""Bytes of a stream that is kept for the next file: icons and the profile of colours, but no pictures."""
_PLACES = tuple(struct.pack(">H", place) for place in range(_PER_STREAM))


def _framed(entries: str, data: bytes) -> bytes:
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
    # CR LF: a lone LF after data that ends in CR would be taken for one end of line with it.
    return b"%b%b\r\nendstream" % (head, data)


_framed_once = lru_cache(maxsize=256)(_framed)


class PdfFile:
    """Collect numbered objects and write them. Numbers begin at 1, in the order of asking.

    ReportLab writes every object in clear, which for a tagged document more than doubles its size.
    """

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}
        self._packed: list[tuple[int, array[int]]] = []
        self._count = 0

    def copy(self) -> PdfFile:
        """Return a file with the same objects, to which others can be added without changing this one."""
        other = PdfFile()
        other._plain, other._streams = dict(self._plain), dict(self._streams)
        other._packed, other._count = list(self._packed), self._count
        return other

    def reserve(self, count: int = 1) -> int:
        """Return the first of ``count`` consecutive new object numbers."""
        first = self._count + 1
        self._count += count
        return first

    def put(self, number: int, value: str) -> None:
        """Set a reserved object to a dictionary, array or other plain value."""
        self._plain[number] = value

    def put_all(self, values: Mapping[int, str] | Iterable[tuple[int, str]]) -> None:
        """Set many reserved objects at once."""
        self._plain.update(values)

    def add(self, value: str) -> int:
        """Add a plain object; return its number."""
        number = self.reserve()
        self.put(number, value)
        return number

    def stream(self, entries: str, data: bytes, number: int = 0) -> int:
        """Add a stream of bytes that are already encoded; ``entries`` is its dictionary without the length.

        ``number`` is one reserved before, 0 for a new one.
        """
        number = number or self.reserve()
        self._streams[number] = _framed(entries, data)
        return number

    def repeated(self, entries: str, data: bytes) -> int:
        """Add a stream that other files have too: where it is small they hold it together."""
        number = self.reserve()
        self._streams[number] = (_framed_once if len(data) < _SMALL else _framed)(entries, data)
        return number

    def compressed(self, entries: str, data: bytes, level: int = 6) -> int:
        """Add a stream and compress it."""
        return self.stream(f"{entries}/Filter/FlateDecode", zlib.compress(data, level))

    def pack(self) -> None:
        """Put the plain objects there are into object streams."""
        numbers = sorted(self._plain)
        for start in range(0, len(numbers), _PER_STREAM):
            some = numbers[start : start + _PER_STREAM]
            bodies = [self._plain[number] for number in some]
            ends = accumulate([len(body) + 1 for body in bodies[:-1]], initial=0)
            head = "%d %d " * len(some) % tuple(chain.from_iterable(zip(some, ends, strict=True)))
            data = (head + " ".join(bodies)).encode("latin-1")
            home = self.compressed(f"/Type/ObjStm/N {len(some)}/First {len(head)}", data, _LEVEL)
            self._packed.append((home, array("I", some)))
        self._plain.clear()

    def save(self, catalog: int, info: int) -> bytes:
        """Return the file. Its identity is a hash of what is in it."""
        self.pack()
        out = bytearray(_HEADER)
        rows = [struct.pack(">BIH", 0, 0, 65535)] * (self._count + 2)
        for home, numbers in self._packed:
            packed_in = struct.pack(">BI", 2, home)
            for place, number in zip(_PLACES, numbers, strict=False):
                rows[number] = packed_in + place
        for number, data in sorted(self._streams.items()):
            rows[number] = struct.pack(">BIH", 1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
        table = self._count + 1
        rows[table] = struct.pack(">BIH", 1, len(out), 0)
        identity = hashlib.sha256(out).hexdigest()[:32].upper()
        data = zlib.compress(b"".join(rows), 1)
        entries = (
            f"<</Type/XRef/Size {len(rows)}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID[<{identity}><{identity}>]/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
        )
        start = len(out)
        out += b"%d 0 obj\n" % table + entries.encode("ascii") + data + b"\r\nendstream\nendobj\n"
        out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(out)
