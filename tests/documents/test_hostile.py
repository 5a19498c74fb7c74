"""Hostile texts in every field of every kind stay text: nothing is run, opened, linked or asked for."""

from __future__ import annotations

import datetime as dt
import importlib
import io
import re
import sys
import zoneinfo
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from missionplanner.documents.archive import Archive, Copy, Earlier
from missionplanner.documents.orders import Order
from missionplanner.documents.press import told
from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, RECORD_PARTS, MissionPlan, MissionRecord
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from tests.pressed import ROUTE, complete_plan, every, press, the_record

GIVEN = dt.datetime(2025, 4, 28, tzinfo=dt.UTC)
HOSTILE = (
    *(
        "</b>",
        "<b>x",
        "<GmbH> & Söhne",
        '<img src="/etc/passwd"/>',
        "<a href='file:///etc/passwd'>x</a>",
        "&amp;&#0;",
    ),
    *("<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<para><seq id='1'/></para>", "<script>alert(1)</script>", "]]>"),
    *(
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://example.invalid/x",
        "\\\\host\\share",
        "data:text/html,x",
    ),
    *("{0}", "{x!r:{y}}", "%s%n%d", "%(x)s", "${HOME}", "{{fields}}", "$(id)", "`id`", "'; DROP TABLE x; --"),
    *(
        "(",
        ")",
        "\\",
        "\\)",
        "((",
        ">>",
        "<<",
        "endstream",
        "endobj",
        "/JS (x)",
        "BT ET",
        "%PDF-1.7",
        "trailer<</Root 1",
    ),
    *(
        "",
        " ",
        "\u00a0",
        "\t",
        "\n",
        "\n\n\n",
        "a\nb\nc",
        "\r\n",
        "\u2028",
        "\u0085",
        "\x0b",
        "\x1f",
        "\x7f",
        "\ufeff",
    ),
    *("\u200b", "\u200d", "\u202e", "\u202dabc\u202c", "\u2066x\u2069", "\u0301", "e\u0301\u0302\u0303", "Z͑ͫa̸l̷g̶o̵"),
    *(
        "👩‍👩‍👧‍👦",
        "🇮🇹",
        "𓀀",
        "\U0010fffd",
        "\ufffe",
        "\ue000",
        "ﷺ",
        "عبد الله",
        "שלום עולם",
        "中村 太郎",
        "서울",
        "ภาษาไทย",
    ),
    *("नमस्ते", "ქართული", "Հայ", "Łódź", "ẞ", "ﬁ", "x" * 400, "wide " * 120, "W" * 90 + " " + "i" * 90, "中" * 200),
    *("=1+1", "@x", "+39 055", "2025-02-30", "null", "nan", "-1", "🏳️‍🌈" * 40, "A" + "\u0300" * 60),
)
"""Texts that broke somebody's paper once, or were made to."""


def hostile(the_plan: MissionPlan, record: MissionRecord, turn: int) -> tuple[MissionPlan, MissionRecord]:
    """Return a mission with a hostile text in every field that holds text: field after field another."""
    count = [turn]

    def next_text() -> str:
        count[0] += 1
        return HOSTILE[count[0] % len(HOSTILE)]

    def spoilt(value: Any, name: str) -> Any:
        if isinstance(value, Texts):
            return Texts.of({language: next_text() or "x" for language, _ in value.entries})
        if isinstance(value, Secret):
            return Secret(next_text())
        return next_text() if type(value) is str and name not in KEPT else value

    def spoil(record: Any) -> Any:
        values = {one.name: getattr(record, one.name) for one in fields(record)}
        return replace(record, **{name: spoilt(value, name) for name, value in values.items()})

    parts: dict[str, Any] = {name: tuple(map(spoil, getattr(the_plan, name))) for name in PARTS}
    results: dict[str, Any] = {name: tuple(map(spoil, getattr(record, name))) for name in RECORD_PARTS}
    return replace(the_plan, mission=spoil(the_plan.mission), **parts), replace(record, **results)


KEPT = frozenset(
    {
        "code",
        "zone",
        "end_zone",
        "home_zone",
        "currency",
        "accent",
        "country",
        "language",
        "region",
        "fee_currency",
    }
    | {"rate_source", "colour", "content_hash", "key", "variant", "emblem", "logo", "photo", "document_expires"}
    | {"nationality", "kind", "record_id", "ref"}
)
"""Fields that hold codes: what is written there was checked before it was kept."""


@pytest.fixture
def watched() -> Iterator[list[str]]:
    """Collect the sockets and files something opens, but for fonts, the program's own and Python's."""
    importlib.import_module("reportlab.rl_config")  # looks for settings in the home folder, once
    met: list[str] = []
    watching = [True]
    own = (str(Path(__file__).parents[2]), sys.prefix, sys.base_prefix, *zoneinfo.TZPATH, "/dev/null")

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if not watching[0]:
            return
        if event.startswith(("socket.", "subprocess.", "os.system", "os.exec")):
            met.append(event)
        elif event == "open" and isinstance(arguments[0], str):
            name = arguments[0]
            if not name.startswith(own) and not name.lower().endswith((".ttf", ".otf", ".ttc")):
                met.append(name)

    sys.addaudithook(watch)
    yield met
    watching[0] = False


def visited(the_plan: MissionPlan) -> MissionPlan:
    """Return a mission with a visit of which everything is known."""
    text, first = Texts.of("x"), next(one for one in the_plan.items if one.date is not None)
    visit = r.AgendaItem(
        mission_id=the_plan.mission.id,
        kind=ItemKind.SITE_VISIT,
        date=first.date,
        start=dt.time(9),
        title=text,
        background=text,
        questions=text,
        place_id=the_plan.places[0].id,
        talking_points="x",
        team_notes="x",
        plan_b="x",
        booking="x",
        dress_code="x",
        city="x",
    )
    return replace(the_plan, items=(*the_plan.items, visit))


def remembered(the_plan: MissionPlan, record: MissionRecord, older: MissionPlan, turn: int) -> Archive:
    """Return a past as hostile as the mission: what hosts promised, other names of codes, copies given out."""
    text = HOSTILE[turn % len(HOSTILE)] or "x"
    earlier = (Earlier(dt.date(2024, 5, 6), text, text, text, promise=True),)
    codes = {code for one in the_plan.organisations for code in one.value_chains} | {"ITH5", "BLQ", "BIO"}
    holder = next(one.person_id for one in the_plan.travellers if one.person_id is not None)
    copies = {}
    for kind, person in (("itinerary", holder), ("programme", None)):
        order = Order(kind=kind, languages=("it",), version=1, issued=True, person_id=person)
        (shown,) = told(older, [order])
        blocks = tuple((key, digest) for key, digest, _ in shown)
        copies[person] = Copy(kind, ("it",), 1, GIVEN, blocks, {digest: said for _, digest, said in shown})
    names = dict.fromkeys(codes, text)
    question = r.SurveyQuestion(mission_id=the_plan.mission.id, text=Texts.of(text))
    return Archive(
        earlier={"it": {one.id: earlier for one in the_plan.organisations}},
        chains=names,
        copies=copies,
        survey=(question,),
        record=record,
        route=ROUTE,
        regions=names,
        ports=names,
    )


def _links(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [str(one.URI) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/URI" in one]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every field some of the texts at a push, and all of them with ``--explore``."""
    if "turn" in metafunc.fixturenames:
        step = 1 if metafunc.config.getoption("explore") else 12
        metafunc.parametrize("turn", range(0, len(HOSTILE), step))


def test_hostile_texts_in_every_field_of_every_kind_are_only_text(turn: int, watched: list[str]) -> None:
    whole = visited(complete_plan())
    the_plan, record = hostile(whole, the_record(), turn)
    older, _ = hostile(whole, the_record(), turn + 1)
    for one in press(the_plan, every(the_plan, "it"), archive=remembered(the_plan, record, older, turn)):
        assert one.pages >= 1
        assert b"/JavaScript" not in one.data
        assert all(re.match(r"(https|mailto|tel):", link) for link in _links(one.data))
    assert watched == []
