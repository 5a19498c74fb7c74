"""Put PDF objects into a file: streams as they are, all others packed and compressed (PDF 1.7)."""

from __future__ import annotations

import hashlib
import struct
import zlib

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 200
"""Objects packed into one object stream: more compress better, fewer open faster."""


class PdfFile:
    """Collect numbered objects and write them. Numbers begin at 1, in the order of asking.

    ReportLab writes every object in clear, which for a tagged document more than doubles its size.
    """

    def __init__(self) -> None:
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._count = 0

    def reserve(self, count: int = 1) -> int:
        """Return the first of ``count`` consecutive new object numbers."""
        first = self._count + 1
        self._count += count
        return first

    def put(self, number: int, value: str) -> None:
        """Set a reserved object to a dictionary, array or other plain value."""
        self._plain[number] = value.encode("latin-1")

    def add(self, value: str) -> int:
        """Add a plain object; return its number."""
        number = self.reserve()
        self.put(number, value)
        return number

    def stream(self, entries: str, data: bytes) -> int:
        """Add a stream of bytes that are already encoded; ``entries`` is its dictionary without the length."""
        number = self.reserve()
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        self._streams[number] = head + data + b"\nendstream"
        return number

    def compressed(self, entries: str, data: bytes, level: int = 6) -> int:
        """Add a stream and compress it."""
        return self.stream(f"{entries}/Filter/FlateDecode", zlib.compress(data, level))

    def save(self, catalog: int, info: int) -> bytes:
        """Return the file. Its identity is a hash of what is in it."""
        homes = self._pack()
        out = bytearray(_HEADER)
        offsets: dict[int, int] = {}
        for number, data in sorted(self._streams.items()):
            offsets[number] = len(out)
            out += b"%d 0 obj\n" % number + data + b"\nendobj\n"
        table = self.reserve()
        offsets[table] = len(out)
        identity = hashlib.sha256(out).hexdigest()[:32].upper()
        rows = bytearray(struct.pack(">BIH", 0, 0, 65535))
        for number in range(1, self._count + 1):
            if number in homes:
                rows += struct.pack(">BIH", 2, *homes[number])
            else:
                rows += struct.pack(">BIH", 1, offsets[number], 0)
        data = zlib.compress(bytes(rows), 6)
        entries = (
            f"<</Type/XRef/Size {self._count + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID[<{identity}><{identity}>]/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
        )
        out += b"%d 0 obj\n" % table + entries.encode("ascii") + data + b"\nendstream\nendobj\n"
        out += b"startxref\n%d\n%%%%EOF\n" % offsets[table]
        return bytes(out)

    def _pack(self) -> dict[int, tuple[int, int]]:
        """Put the plain objects into object streams; return where each is: stream and place."""
        homes: dict[int, tuple[int, int]] = {}
        numbers = sorted(self._plain)
        for start in range(0, len(numbers), _PER_STREAM):
            some = numbers[start : start + _PER_STREAM]
            places: list[str] = []
            body = bytearray()
            for number in some:
                places.append(f"{number} {len(body)}")
                body += self._plain[number] + b" "
            head = (" ".join(places) + " ").encode("ascii")
            home = self.compressed(f"/Type/ObjStm/N {len(some)}/First {len(head)}", head + bytes(body))
            homes.update({number: (home, place) for place, number in enumerate(some)})
        return homes
