"""Photos of a mission: small and without metadata, at the item they were taken at; each deed one step."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from missionplanner.base.errors import Invalid
from missionplanner.exchange.photos import Shot, shot
from missionplanner.services import history
from missionplanner.services.entries import in_each
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.results import photos
from missionplanner.services.workspace import Workspace
from tests import afterwards as a
from tests import factories as f


def jpeg(path: Path, colour: str, taken: str | None, offset: str | None = None) -> Path:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ada"
    if taken is not None:
        own = exif.get_ifd(0x8769)
        own[0x9003] = taken
        if offset is not None:
            own[0x9011] = offset
    Image.new("RGB", (40, 30), colour).save(path, "JPEG", exif=exif)
    return path


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Workspace]:
    with a.told(tmp_path) as ws:
        yield ws


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    (tmp_path / "text.jpg").write_text("no picture")
    return [
        jpeg(tmp_path / "walk.jpg", "red", "2025:05:06 18:30:00"),
        jpeg(tmp_path / "lab.jpg", "blue", "2025:05:05 07:30:00", "+00:00"),
        jpeg(tmp_path / "again.jpg", "blue", "2025:05:05 07:30:00", "+00:00"),
        jpeg(tmp_path / "unset.jpg", "green", "2001:01:01 00:00:00"),
        tmp_path / "text.jpg",
        tmp_path / "gone.jpg",
    ]


def test_photos_are_added_in_one_step_where_and_when_they_were_taken(known: Workspace, files: list[Path]) -> None:
    added = photos.add(known, f.MISSION, files, credit="Ada Neri")
    assert ([name for name, _ in added.refused], added.known) == (["text.jpg", "gone.jpg"], ("lab.jpg",))
    first, second, third = photos.page(known, f.MISSION).rows
    told = [dict(zip(photos.FIELDS, one.values, strict=True)) for one in (first, second, third)]
    # Madrid is two hours ahead of UTC in May: half past nine at the lab, half past six in the evening on the walk.
    assert [one["taken_at"] for one in told] == [
        None,
        dt.datetime(2025, 5, 5, 7, 30, tzinfo=dt.UTC),
        dt.datetime(2025, 5, 6, 16, 30, tzinfo=dt.UTC),
    ]
    assert [one["item_id"] and one["item_id"].name for one in told] == [None, "Lab", "Walk"]
    assert {one["credit"] for one in told} == {"Ada Neri"}
    kept = photos.picture(known, told[1]["medium"])
    assert kept is not None
    assert b"Camera of Ada" not in kept
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}
    photos.change_cells(known, in_each([first.id, second.id], "caption", Said("it", "In laboratorio")))
    photos.change_cells(known, in_each([first.id], "cleared", True))
    photos.arrange(known, f.MISSION, [third.id, first.id])
    assert [one.id for one in photos.page(known, f.MISSION).rows] == [third.id, first.id, second.id]
    for _ in range(4):
        history.undo(known)
    assert photos.page(known, f.MISSION).total == 0


@pytest.mark.parametrize("taken", ["2025:05:05 09:30:00", "0000:00:00 00:00:00", "yesterday", None])
def test_a_camera_tells_the_time_or_nothing(tmp_path: Path, taken: str | None) -> None:
    found: Shot = shot(jpeg(tmp_path / "x.jpg", "red", taken, "-03:30").read_bytes())
    sound = taken is not None and taken.startswith("2025")
    assert found.wall == (dt.datetime(2025, 5, 5, 9, 30) if sound else None)
    assert found.offset == (-210 if taken is not None else None)


def test_a_photo_is_of_its_own_mission(known: Workspace, files: list[Path]) -> None:
    one = photos.add(known, f.MISSION, files[:1]).receipt.first_added
    with pytest.raises(Invalid):
        photos.change_cells(known, in_each([one], "item_id", f.uid("gone")))
    with pytest.raises(Invalid):
        photos.change_cells(known, in_each([one], "medium", None))
