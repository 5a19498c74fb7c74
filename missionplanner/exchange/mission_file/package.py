"""Read and write the package of a mission: a ZIP of ``mission.json`` and ``media/<sha256>.<ext>``, nothing else.

Nothing is ever unpacked to disk. Entries are read one by one against the names that are allowed, and a
stream ends where its bound does, whatever the archive says of itself.
"""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.media import named_media
from missionplanner.domain.plan import Dossier
from missionplanner.exchange import zipped
from missionplanner.exchange.mission_file.file import read, write
from missionplanner.exchange.mission_file.scan import MAX_BYTES
from missionplanner.exchange.mission_file.trouble import shown

MISSION_NAME = "mission.json"
MAX_UNPACKED = 200 * 1024 * 1024
MAX_MEDIUM = 15 * 1024 * 1024
MAX_ENTRIES = 5_000

_MEDIUM = re.compile(r"media/(?P<hash>[0-9a-f]{64})\.(?P<ending>jpg|png|svg|pdf)", re.A)
_FOLDER = "media/"
_MEGABYTE = 1024 * 1024
_CHUNK = 1 << 16
_RATIO_FROM = 1 << 20
_MISSION_RATIO = 200
_MEDIUM_RATIO = 40
"""Pictures and papers are compressed already: more than this is a bomb."""
_END = struct.Struct("<4s4H2LH")
_BEGINNINGS = {"jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-", "svg": b"<svg"}


def read_package(data: bytes) -> tuple[Dossier, dict[str, bytes]]:
    """Return the mission of a package and its media by name, as ``media/<sha256>.jpg``. Raises Invalid."""
    if len(data) > MAX_BYTES:
        raise _too_large(len(data), MAX_BYTES)
    _require_small_directory(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            contents = _contents(archive)
    except zipped.DAMAGED as error:
        raise Invalid(N_("The package is damaged, or is no ZIP file.")) from error
    text = contents.pop(MISSION_NAME, None)
    if text is None:
        raise Invalid(N_("The package has no {name}."), name=MISSION_NAME, field=MISSION_NAME)
    dossier = read(text)
    for path, name in named_media(dossier):
        if name not in contents:
            raise Invalid(
                N_("{path} names “{value}”, which is not in the package."),
                path=path,
                value=shown(name),
                field=path,
            )
    return dossier, contents


def media_beside(folder: Path, dossier: Dossier) -> dict[str, bytes]:
    """Return the media a mission file names that lie beside it, as in a package that was unpacked.

    What is not there is left out: a mission file may name more than it brings. Raises Invalid where one is not
    what its name says, or too large.
    """
    found: dict[str, bytes] = {}
    for _, name in named_media(dossier):
        file = folder / name
        if _MEDIUM.fullmatch(name) is None or not file.is_file():
            continue
        if file.stat().st_size > MAX_MEDIUM:
            raise _too_large(file.stat().st_size, MAX_MEDIUM, name)
        found[name] = file.read_bytes()
        _require_medium(name, found[name])
    return found


def write_package(dossier: Dossier, media: Mapping[str, bytes], *, sensitive: bool) -> bytes:
    """Return the package of a mission: same records and media, same bytes. Media nobody names stay out.

    Raises Invalid where a medium is missing or not what its name says, and where it would be too large to
    be read again.
    """
    wanted: set[str] = set()
    for path, name in named_media(dossier):
        if name not in media:
            raise Invalid(
                N_("{path} names “{value}”, which is not in the package."),
                path=path,
                value=shown(name),
                field=path,
            )
        _require_medium(name, media[name])
        wanted.add(name)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(_entry(MISSION_NAME), write(dossier, sensitive=sensitive))
        for name in sorted(wanted):
            archive.writestr(_entry(name), media[name])
    made = buffer.getvalue()
    if len(made) > MAX_BYTES:
        raise _too_large(len(made), MAX_BYTES)
    return made


def _entry(name: str) -> zipfile.ZipInfo:
    """Describe an entry without the time and the machine it was made on."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o600) << 16
    return entry


# -- reading an archive that nobody vouches for -----------------------------------------------------


def _require_small_directory(data: bytes) -> None:
    """Refuse an archive whose list of entries alone would fill the memory, before it is built."""
    place = data.rfind(b"PK\x05\x06", -(_END.size + 0xFFFF))
    if place < 0 or place + _END.size > len(data):
        raise Invalid(N_("The package is damaged, or is no ZIP file."))
    _, disk, first, here, entries, size, _, _ = _END.unpack_from(data, place)
    if disk or first or here != entries:
        raise Invalid(N_("The package is damaged, or is no ZIP file."))
    if entries > MAX_ENTRIES or size > MAX_ENTRIES * 256:
        raise Invalid(N_("The package holds more than {most} files."), most=MAX_ENTRIES)


def _contents(archive: zipfile.ZipFile) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    total = 0
    for entry in archive.infolist():
        if entry.orig_filename == _FOLDER and entry.file_size == 0:
            continue
        _require_plain(entry)
        if entry.filename in found:
            raise Invalid(N_("“{name}” is twice in the package."), name=entry.filename, field=entry.filename)
        found[entry.filename] = _unpacked(archive, entry, MAX_UNPACKED - total)
        total += len(found[entry.filename])
    return found


def _require_plain(entry: zipfile.ZipInfo) -> None:
    """Refuse names that are not allowed, links, folders, and what is encrypted or claims to be huge."""
    name = entry.orig_filename
    if name != MISSION_NAME and _MEDIUM.fullmatch(name) is None:
        raise Invalid(
            N_("“{name}” does not belong in a package: only mission.json and pictures or papers in media do."),
            name=shown(name),
            field=shown(name),
        )
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise Invalid(N_("“{name}” in the package is a link or a folder, not a file."), name=name, field=name)
    if entry.flag_bits & 0x41:
        raise Invalid(N_("“{name}” in the package is locked with a password."), name=name, field=name)
    if entry.file_size > _most(name):
        raise _too_large(entry.file_size, _most(name), name)
    ratio = _MISSION_RATIO if name == MISSION_NAME else _MEDIUM_RATIO
    if entry.file_size > max(_RATIO_FROM, entry.compress_size * ratio):
        raise Invalid(N_("“{name}” in the package unpacks to far more than it should."), name=name, field=name)


def _most(name: str) -> int:
    return MAX_BYTES if name == MISSION_NAME else MAX_MEDIUM


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Return an entry's bytes, read no further than its bound."""
    name, most = entry.filename, min(_most(entry.filename), left)
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _too_large(size, most, name)
            chunks.append(chunk)
    content = b"".join(chunks)
    if name != MISSION_NAME:
        _require_medium(name, content)
    return content


def _require_medium(name: str, content: bytes) -> None:
    """Refuse a medium that is not what its name says, in hash or in kind."""
    named = _MEDIUM.fullmatch(name)
    if named is None or hashlib.sha256(content).hexdigest() != named["hash"]:
        raise Invalid(
            N_("“{name}” in the package is not the file its name says: its SHA-256 differs."),
            name=shown(name),
            field=shown(name),
        )
    beginning = _BEGINNINGS[named["ending"]]
    if not (beginning in content[:_CHUNK] if named["ending"] == "svg" else content.startswith(beginning)):
        raise Invalid(
            N_("“{name}” in the package is not a {ending} file."),
            name=shown(name),
            ending=named["ending"],
            field=shown(name),
        )


def _too_large(size: int, most: int, name: str | None = None) -> Invalid:
    megabytes, limit = f"{size / _MEGABYTE:.1f}", most // _MEGABYTE
    if name is None:
        return Invalid(
            N_("The package has {size} MB; at most {most} MB are read and written."), size=megabytes, most=limit
        )
    return Invalid(
        N_("“{name}” in the package has {size} MB; at most {most} MB fit."),
        name=shown(name),
        size=megabytes,
        most=limit,
        field=name,
    )
