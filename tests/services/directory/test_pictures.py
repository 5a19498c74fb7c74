"""A photo or a logo is made safe before it is kept, and undo takes it back."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.domain.records import Organisation, Person
from missionplanner.services import history, media
from missionplanner.services.directory import pictures
from missionplanner.services.workspace import Workspace
from tests import factories as f

ANNA, ACME = f.person("Anna Neri"), f.organisation("Acme")


@pytest.fixture
def known(ws: Workspace) -> Workspace:
    with ws.edit("Add") as edit:
        edit.add_all([ANNA, ACME])
    return ws


def jpeg() -> bytes:
    """Return a picture with a camera's words in it."""
    image = Image.new("RGB", (40, 30), "red")
    exif = Image.Exif()
    exif[0x010E] = "taken at home by Anna"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def test_a_photo_is_kept_without_what_the_camera_said(known: Workspace) -> None:
    pictures.put(known, Person, ANNA.id, jpeg())
    with known.edit("Look") as edit:
        name = edit.get(Person, ANNA.id).photo
    assert name is not None
    held = media.read(known, name)
    assert held is not None and b"taken at home" not in held
    assert Image.open(io.BytesIO(held)).size == (40, 30)


def test_undo_and_redo_of_a_logo(known: Workspace, state: Callable[[Path], str]) -> None:
    pictures.put(known, Organisation, ACME.id, jpeg())
    with_logo = state(known.path)
    receipt = pictures.put(known, Organisation, ACME.id, None)
    assert "Acme" in str(receipt.label)
    history.undo(known)
    assert state(known.path) == with_logo


def test_what_is_no_picture_changes_nothing(known: Workspace, state: Callable[[Path], str]) -> None:
    before = state(known.path)
    with pytest.raises(Invalid):
        pictures.put(known, Person, ANNA.id, b"<svg onload='x()'/>")
    with pytest.raises(NotFound):
        pictures.put(known, Person, f.uid("nobody"), None)
    assert state(known.path) == before
