"""Who paid: the statement, and the emblem beside it where there is one."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from missionplanner.base.progress import Progress
from missionplanner.documents.press import print_batch
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from tests.factories import delegate, item, plan
from tests.sheets import order_of


def mission(**fields: object) -> MissionPlan:
    return plan(delegate("Anna Neri"), item("09:00", title="Visit", kind="site_visit"), **fields)


def data_of(made: MissionPlan, media: dict[str, bytes]) -> bytes:
    return next(print_batch(made, [order_of("attendance")], media, Progress())).data


def flag(width: int = 90, height: int = 60) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("size", [(90, 60), (900, 20), (10, 400)])
def test_the_emblem_stands_beside_the_statement(size: tuple[int, int]) -> None:
    made = mission(emblem="eu.png", funding_statement=Texts.of("Funded by the European Union."))
    assert b"/Image" in data_of(made, {"eu.png": flag(*size)})


@pytest.mark.parametrize("picture", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\nbroken"])
def test_an_emblem_that_is_no_picture_is_left_out(picture: bytes) -> None:
    made = mission(emblem="eu.png", funding_statement=Texts.of("Funded by the European Union."))
    assert b"/Image" not in data_of(made, {"eu.png": picture})
    assert data_of(made, {}) == data_of(made, {"eu.png": picture})


def test_an_emblem_needs_no_statement() -> None:
    made = mission(emblem="eu.png")
    assert b"/Image" in data_of(made, {"eu.png": flag()})
    assert b"/Image" not in data_of(replace(made, mission=replace(made.mission, emblem=None)), {"eu.png": flag()})
