"""The press: what it refuses, what it gives back, and that the same asked twice is the same."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from missionplanner.base.errors import Cancelled, Invalid, MissionPlannerError, NotFound
from missionplanner.base.progress import Progress
from missionplanner.documents.kinds import KINDS
from missionplanner.documents.makers import maker
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.documents.typeset.file import PdfFile
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from tests.factories import MISSION, delegate, group, item, organisation, plan, uid

ROOT = Path(__file__).parents[2]
ANNA, BO = uid("person:Anna Neri"), uid("person:Bo Li")


def mission() -> MissionPlan:
    made = plan(
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li"),
        group("A"),
        item("09:00", "10:00", "For all"),
        item("11:00", "12:00", "For A", groups=["A"]),
    )
    return replace(made, changed_at=dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC))


def order(**fields: object) -> Order:
    known: dict[str, object] = {
        "kind": "itinerary",
        "languages": ("en",),
        "version": 1,
        "issued": True,
        "person_id": ANNA,
    }
    return Order(**{**known, **fields})  # type: ignore[arg-type]


def press(the_plan: MissionPlan, *orders: Order, media: dict[str, bytes] | None = None) -> list[Printed]:
    return list(print_batch(the_plan, orders, media or {}, Progress()))


def test_kinds_are_unique_and_each_has_its_maker() -> None:
    assert len({kind.id for kind in KINDS}) == len(KINDS)
    assert [kind.id for kind in KINDS if kind.for_persons][:1] == ["itinerary"]
    assert all(callable(maker(kind).content) for kind in KINDS)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"kind": "poster"}, Invalid),
        ({"languages": ("it", "it")}, Invalid),
        ({"languages": ("it", "en"), "kind": "changes"}, Invalid),
        ({"languages": ("tlh",)}, Invalid),
        ({"paper": "a0"}, Invalid),
        ({"cover": "glossy"}, Invalid),
        ({"variant": "leader"}, Invalid),
        ({"person_id": None}, NotFound),
        ({"person_id": uid("nobody")}, NotFound),
        ({"kind": "programme", "variant": "group"}, NotFound),
        ({"kind": "programme", "group_id": uid("nobody")}, NotFound),
    ],
)
def test_an_order_that_cannot_be_met_is_refused_at_once(
    wrong: dict[str, object], error: type[MissionPlannerError]
) -> None:
    with pytest.raises(error):
        print_batch(mission(), [order(**wrong)], {}, Progress())


def test_documents_come_in_the_order_they_were_asked_for() -> None:
    results = press(mission(), order(person_id=BO), order(kind="programme"), order())
    assert [one.order.person_id for one in results] == [BO, ANNA, ANNA]
    assert all(one.data.startswith(b"%PDF-") and one.pages >= 1 for one in results)


def test_progress_counts_laying_out_and_writing_and_can_stop_it() -> None:
    steps: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _: steps.append((done, total)))
    run = print_batch(mission(), [order(), order(person_id=BO)], {}, progress)
    next(run)
    progress.cancel()
    with pytest.raises(Cancelled):
        next(run)
    assert steps == [(0, 4), (1, 4), (2, 4)]


def test_blocks_tell_what_each_person_saw() -> None:
    anna, bo = press(mission(), order(), order(person_id=BO))
    keys = [{key for key, _ in one.blocks} for one in (anna, bo)]
    assert keys[0] - keys[1] == {str(uid("item:For A"))}
    assert dict(anna.blocks)[str(uid("item:For all"))] == dict(bo.blocks)[str(uid("item:For all"))]


def test_the_content_hash_follows_the_content_and_nothing_else() -> None:
    before = press(mission(), order())[0].content_hash
    same = press(mission(), order(version=7, issued=False, draft=True, paper="letter"))[0].content_hash
    moved = replace(mission(), items=tuple(replace(one, start=dt.time(9, 5)) for one in mission().items))
    assert same == before
    assert press(moved, order())[0].content_hash != before


def test_what_is_asked_twice_is_the_same_bytes() -> None:
    asked = [order(), order(person_id=BO), order(kind="programme", cover="illustrated")]
    first, second = press(mission(), *asked), press(mission(), *asked)
    assert [one.data for one in first] == [one.data for one in second]


SCRIPT = """
import hashlib
from missionplanner.base.progress import Progress
from missionplanner.documents.press import print_batch
from tests.documents import test_press as here
run = print_batch(here.mission(), [here.order(), here.order(kind="programme")], {}, Progress())
print([hashlib.sha256(one.data).hexdigest() for one in run])
"""


def test_bytes_depend_on_no_hash_seed_zone_or_locale() -> None:
    here = [hashlib.sha256(one.data).hexdigest() for one in press(mission(), order(), order(kind="programme"))]
    for seed, zone, language in (("1", "Asia/Tokyo", "it_IT.UTF-8"), ("77", "UTC", "C")):
        elsewhere = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "LANG": language}
        line = [sys.executable, "-c", SCRIPT]
        done = subprocess.run(line, cwd=ROOT, env=elsewhere, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == str(here)


def test_a_logo_is_drawn_once_and_a_broken_one_becomes_a_name() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (90, 30), "navy").save(buffer, "PNG")
    host = organisation("ART-ER", logo="logo.png")
    whole = replace(
        mission(),
        organisations=(host,),
        organisers=(r.Organiser(mission_id=MISSION, organisation_id=host.id),),
    )
    with_logo = press(whole, order(), media={"logo.png": buffer.getvalue()})[0]
    broken = press(whole, order(), media={"logo.png": b"\x89PNG\r\n\x1a\nbroken"})[0]
    assert b"/Image" in with_logo.data
    assert b"/Image" not in broken.data


def test_letter_paper_is_letter() -> None:
    import pypdfium2

    data = press(mission(), order(paper="letter"))[0].data
    assert pypdfium2.PdfDocument(data)[0].get_size() == pytest.approx((612, 792))


def test_a_stream_that_ends_in_a_carriage_return_keeps_its_length() -> None:
    """A lone line feed after it would be taken for one end of line with it: one file in twenty was refused."""
    file = PdfFile()
    file.stream("", b"data\r")
    catalog = file.add("<</Type/Catalog>>")
    assert b"/Length 5>>\nstream\ndata\r\r\nendstream" in file.save(catalog, catalog)
