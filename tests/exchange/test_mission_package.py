"""A package is read entry by entry, against the names that are allowed, and written the same every time."""

from __future__ import annotations

import json
import stat
import struct
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.exchange.mission_file import media_beside, read, read_package, write_package

Builder = Callable[..., bytes]
PNG = b"\x89PNG\r\n\x1a\n" + b"picture"
JPG = b"\xff\xd8\xff" + b"photo"


def medium(content: bytes, ending: str) -> str:
    return f"media/{sha256(content).hexdigest()}.{ending}"


LOGO, PHOTO = medium(PNG, "png"), medium(JPG, "jpg")
MISSION = json.dumps(
    {
        "format": "missionplanner/mission",
        "version": 1,
        "mission": {"code": "P", "title": "P", "start": "2025-05-05", "end": "2025-05-06", "zone": "Europe/Rome"},
        "organisations": [{"id": "o", "logo": LOGO}],
        "people": [{"id": "p", "photo": PHOTO}],
    }
).encode()
GOOD: dict[str, bytes] = {"mission.json": MISSION, LOGO: PNG, PHOTO: JPG}


def package(entries: dict[str, bytes] | list[tuple[Any, bytes]], **options: Any) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in entries.items() if isinstance(entries, dict) else entries:
            archive.writestr(name, content)
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    began = time.process_time()
    with pytest.raises(Invalid) as caught:
        read_package(data)
    assert time.process_time() - began < 4
    assert len(str(caught.value)) < 300
    return str(caught.value)


def test_a_package_comes_back_as_it_was() -> None:
    dossier, media = read_package(package(GOOD))
    assert media == {LOGO: PNG, PHOTO: JPG}
    assert dossier.plan.people[0].photo == PHOTO
    again, same = read_package(write_package(dossier, media, sensitive=False))
    assert same == media and again.plan.organisations[0].logo == LOGO


def test_receipts_offers_photos_and_the_emblem_travel_too() -> None:
    paper = b"%PDF-1.7"
    name = medium(paper, "pdf")
    file = json.loads(MISSION) | {
        "version": 3,
        "expenses": [{"receipt": name}],
        "photos": [{"medium": PHOTO}],
        "budget": [{"quotes": [{"document": name}]}],
    }
    file["mission"] = file["mission"] | {"emblem": LOGO}
    dossier, media = read_package(package(GOOD | {"mission.json": json.dumps(file).encode(), name: paper}))
    again, same = read_package(write_package(dossier, media, sensitive=False))
    assert again.record.expenses[0].receipt == again.record.quotes[0].document == name and same[name] == paper
    assert again.record.photos[0].medium == PHOTO and again.plan.mission.emblem == LOGO
    missing = {key: value for key, value in media.items() if key != name}
    with pytest.raises(Invalid, match=r"budget\[0\].quotes\[0\].document names"):
        write_package(dossier, missing, sensitive=False)


def test_the_same_mission_makes_the_same_bytes() -> None:
    dossier = read(MISSION)
    one = write_package(dossier, {LOGO: PNG, PHOTO: JPG}, sensitive=False)
    assert one == write_package(dossier, {PHOTO: JPG, LOGO: PNG}, sensitive=False)
    with zipfile.ZipFile(BytesIO(one)) as archive:
        assert archive.namelist() == ["mission.json", *sorted([LOGO, PHOTO])]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_media_nobody_names_stay_out() -> None:
    other = medium(b"%PDF-1.7", "pdf")
    written = write_package(read(MISSION), {LOGO: PNG, PHOTO: JPG, other: b"%PDF-1.7"}, sensitive=False)
    assert set(read_package(written)[1]) == {LOGO, PHOTO}


def test_a_package_without_a_medium_it_names_is_neither_written_nor_read() -> None:
    with pytest.raises(Invalid, match=r"people\[0\]\.photo"):
        write_package(read(MISSION), {LOGO: PNG}, sensitive=False)
    assert "people[0].photo" in refusal(package({"mission.json": MISSION, LOGO: PNG}))


def test_a_medium_must_be_what_its_name_says() -> None:
    with pytest.raises(Invalid, match="SHA-256"):
        write_package(read(MISSION), {LOGO: JPG, PHOTO: JPG}, sensitive=False)
    assert "SHA-256" in refusal(package(GOOD | {PHOTO: b"\xff\xd8\xffother"}))
    text = medium(b"no picture", "png")
    assert "not a png file" in refusal(package(GOOD | {text: b"no picture"}))


NAMES = [
    "../evil.json",
    "/etc/passwd",
    "media/../mission.json",
    "mission.json ",
    "MISSION.JSON",
    "notes.txt",
    "inner.zip",
]
NAMES += [
    "media\\x.png",
    "media/x.png",
    "C:\\mission.json",
    f"media/{'A' * 64}.png",
    f"media/{'a' * 64}.exe",
    "mission.json/",
]
NAMES += [f"media/{'a' * 64}.png/../../x", "media/sub/"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_not_allowed_is_refused(name: str) -> None:
    assert "does not belong in a package" in refusal(package([*GOOD.items(), (zipfile.ZipInfo(name), b"x")]))


def test_an_empty_folder_of_media_is_no_harm() -> None:
    assert read_package(package([("media/", b""), *GOOD.items()]))[1]


def test_a_nested_archive_under_an_allowed_name_is_refused() -> None:
    inner = package({"mission.json": b"x" * 1000})
    assert "not a pdf file" in refusal(package(GOOD | {medium(inner, "pdf"): inner}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice_is_refused() -> None:
    assert "twice" in refusal(package([*GOOD.items(), ("mission.json", MISSION)]))


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("mission.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "link" in refusal(package([(link, b"/etc/passwd")]))


def test_a_locked_entry_is_refused() -> None:
    data = bytearray(package(GOOD))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02", 0, data.find(b"PK\x01\x02") + 4) + 8] |= 1
    assert "password" in refusal(bytes(data))


def test_a_bomb_is_refused() -> None:
    zeros = b" " * 24_000_000
    assert "unpacks to far more" in refusal(package({"mission.json": zeros}, compresslevel=9))
    picture = PNG + b"\0" * 14_000_000
    assert "unpacks to far more" in refusal(package(GOOD | {medium(picture, "png"): picture}))


def test_a_claim_of_four_gigabytes_is_refused() -> None:
    data = bytearray(package(GOOD))
    place = data.find(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<L", 0xFFFFFFFE)
    assert "4096.0 MB" in refusal(bytes(data))


def test_a_size_that_lies_is_noticed() -> None:
    data = bytearray(package({"mission.json": b" " * 900_000}, compresslevel=9))
    place = data.find(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<L", 10)
    assert "damaged" in refusal(bytes(data))


def test_an_endless_list_of_entries_is_refused_unread() -> None:
    entries = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 20_000_000, 0, 0)
    assert "more than 5000 files" in refusal(b"PK\x03\x04" + b"\0" * 20_000_000 + entries)


def test_a_wrong_mission_is_told_as_in_a_file(small: Builder) -> None:
    assert "people[0].id is missing" in refusal(package({"mission.json": small(people=[{}])}))


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"x" * 1000, b"PK\x05\x06" + b"\0" * 18, package({LOGO: PNG}), b"\0" * (26 << 20)]
)
def test_what_is_no_package_is_refused(data: bytes) -> None:
    assert refusal(data)


@settings(max_examples=300)
@given(st.integers(0, 4000), st.integers(0, 8), st.binary(max_size=8))
def test_any_damage(place: int, length: int, put: bytes) -> None:
    data = package(GOOD)
    place %= len(data)
    try:
        assert read_package(data[:place] + put + data[place + length :])[0].plan.mission.code == "P"
    except Invalid as error:
        assert str(error)


def test_a_photo_that_is_no_medium_cannot_be_packed() -> None:
    dossier = read(MISSION)
    person = replace(dossier.plan.people[0], photo="../../etc/passwd")
    plan = replace(dossier.plan, people=(person,))
    with pytest.raises(Invalid, match="not in the package"):
        write_package(replace(dossier, plan=plan), {LOGO: PNG}, sensitive=False)


def test_a_package_that_was_unpacked_brings_the_media_beside_it(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / PHOTO).write_bytes(JPG)
    mission = read(MISSION)
    assert media_beside(tmp_path, mission) == {PHOTO: JPG}  # and the logo is not there
    (tmp_path / PHOTO).write_bytes(JPG + b"altered")
    with pytest.raises(Invalid):
        media_beside(tmp_path, mission)
    outside = replace(mission.plan.people[0], photo=f"media/../{PHOTO}")
    assert media_beside(tmp_path, replace(mission, plan=replace(mission.plan, people=(outside,)))) == {}
