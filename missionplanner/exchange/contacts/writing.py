"""Write drafts as vCards 3 (RFC 2426) and 4 (RFC 6350)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Literal

from missionplanner.domain.records import Person
from missionplanner.domain.vocabulary import NameOrder
from missionplanner.exchange.contacts.drafts import ContactDraft

Version = Literal["3.0", "4.0"]

_FOLD = 75
_PICTURES = {b"\xff\xd8\xff": "jpeg", b"\x89PNG": "png", b"GIF8": "gif", b"RIFF": "webp"}


def write(drafts: Iterable[ContactDraft], *, version: Version = "4.0") -> bytes:
    """Return one file of cards, in UTF-8 with folded lines; the same drafts give the same bytes."""
    lines: list[str] = []
    for one in drafts:
        lines += ["BEGIN:VCARD", f"VERSION:{version}", *_properties(one, version), "END:VCARD"]
    return b"".join(_folded(line) for line in lines)


def _properties(one: ContactDraft, version: Version) -> Iterator[str]:
    new = version == "4.0"
    full = one.native_name if not (one.given or one.family) else _full_name(one)
    yield f"FN:{_escaped(full or one.organisation or '')}"
    yield "N:" + ";".join(_escaped(part or "") for part in (one.family, one.given, None, one.honorific, None))
    if not one.is_person:
        yield "KIND:org" if new else "X-KIND:org"
    if one.native_name and (one.given or one.family):
        yield f"X-NATIVE-NAME:{_escaped(one.native_name)}"
    if one.phonetic:
        yield f"X-PHONETIC-NAME:{_escaped(one.phonetic)}"
    if one.organisation or one.department:
        parts = [one.organisation or "", *([one.department] if one.department else [])]
        yield "ORG:" + ";".join(map(_escaped, parts))
    yield from _plain(one)
    yield from _reached(one, new=new)
    place = (one.address, one.city, one.division, one.postcode, one.country)
    if any(place):
        yield "ADR;TYPE=WORK:;;" + ";".join(_escaped(part or "") for part in place)
    if one.photo:
        yield _photo(one.photo, new=new)


def _plain(one: ContactDraft) -> Iterator[str]:
    for name, value in (("TITLE", one.job), ("NOTE", one.notes)):
        if value:
            yield f"{name}:{_escaped(value)}"
    if one.website:
        yield f"URL:{_escaped(one.website)}"
    if one.tags:
        yield "CATEGORIES:" + ",".join(map(_escaped, one.tags))


def _reached(one: ContactDraft, *, new: bool) -> Iterator[str]:
    for place, address in enumerate(filter(None, (one.email, *one.more_emails))):
        preferred = ";PREF=1" if new else ";TYPE=PREF"
        yield f"EMAIL;TYPE=WORK{preferred if place == 0 else ''}:{_escaped(address)}"
    for number, kind in ((one.mobile, "CELL"), (one.phone, "WORK,VOICE")):
        if number:
            quoted = f'"{kind.lower()}"' if new and "," in kind else kind
            yield f"TEL;TYPE={quoted}:{_escaped(number)}"
    for place, language in enumerate(one.languages, 1):
        yield f"LANG;PREF={place}:{language}" if new else f"LANG:{language}"


def _photo(data: bytes, *, new: bool) -> str:
    kind = next((name for mark, name in _PICTURES.items() if data.startswith(mark)), "jpeg")
    packed = b64encode(data).decode()
    return f"PHOTO:data:image/{kind};base64,{packed}" if new else f"PHOTO;ENCODING=b;TYPE={kind.upper()}:{packed}"


def _full_name(one: ContactDraft) -> str:
    order = one.name_order or NameOrder.GIVEN_FIRST
    return Person(given=one.given, family=one.family, name_order=order).full_name


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> bytes:
    """Fold at 75 bytes, never within a character."""
    data = line.encode()
    pieces: list[bytes] = []
    room = _FOLD
    while len(data) > room:
        end = room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[:end])
        data, room = data[end:], _FOLD - 1
    return b"\r\n ".join([*pieces, data]) + b"\r\n"
