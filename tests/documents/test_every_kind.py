"""Every kind of document, whatever the mission: it prints, can be read aloud and kept, lets nothing in or out."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import page
import pikepdf
import pytest

from missionplanner.base.progress import Progress
from missionplanner.documents.archive import NOTHING, Archive
from missionplanner.documents.kinds import KINDS, Kind, Per
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.documents.subjects import subjects
from missionplanner.domain import records as r
from missionplanner.domain.plan import PARTS, RECORD_PARTS, MissionPlan, MissionRecord
from missionplanner.domain.routes import Land, Point, Route, Stop, Track, around
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.exchange import mission_file
from tests import pictures
from tests.factories import plan

DATA = Path(__file__).parents[1] / "data"
COMPLETE = DATA / "missions" / "complete.mission.json"
PLANTED = sorted((DATA / "planted").glob("*.mission.json"))
POINTS = (Point(43.26, -2.93), Point(44.49, 11.34))
ROUTE = Route(
    (Stop("Bilbao", POINTS[0], main=True), Stop("</b>\u202e", POINTS[1])),
    (Track(0, 1),),
    around(POINTS),
    (Land("ES", (Point(42, -5), Point(44, -5), Point(44, 3))),),
)
BY_ID = {kind.id: kind for kind in KINDS}
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


def read(path: Path) -> MissionPlan:
    return mission_file.read(path.read_bytes()).plan


def complete_plan() -> MissionPlan:
    """Return the mission with one of everything, and a dinner with a seat at a table."""
    the_plan = read(COMPLETE)
    dinner = next(one for one in the_plan.items if one.date is not None and one.leg_id is None)
    at = r.SeatingTable(mission_id=the_plan.mission.id, item_id=dinner.id, name="1", seats=8)
    somebody = next(one.person_id for one in the_plan.travellers if one.person_id is not None)
    return replace(
        the_plan,
        items=tuple(replace(one, kind=ItemKind.MEAL) if one is dinner else one for one in the_plan.items),
        seating_tables=(*the_plan.seating_tables, at),
        seats=(*the_plan.seats, r.Seat(mission_id=at.mission_id, table_id=at.id, person_id=somebody, number=1)),
    )


def orders_of(the_plan: MissionPlan, kind: Kind, languages: tuple[str, ...]) -> Iterator[Order]:
    """Give an order of a kind about its first subject, and one about all where that is offered."""
    known: dict[str, Any] = {
        "kind": kind.id,
        "languages": languages,
        "version": 1,
        "issued": True,
        "paper": kind.papers[0],
    }
    if kind.per is Per.PERSON:
        people = (the_plan.person(one.person_id) for one in the_plan.travellers)
        for person in [one for one in people if one is not None and not one.unnamed][:1]:
            yield Order(**known, person_id=person.id)
        return
    if kind.per is Per.MISSION or kind.whole:
        yield Order(**known)
    for one in subjects(the_plan, kind)[:1]:
        yield Order(**known, subject_id=one.id)


def the_record() -> MissionRecord:
    """Return what came of the mission with one of everything."""
    return mission_file.read(COMPLETE.read_bytes()).record


def press(
    the_plan: MissionPlan,
    orders: list[Order],
    sealed: Mapping[UUID, r.Confidential] | None = None,
    record: MissionRecord | None = None,
) -> list[Printed]:
    archive = Archive(record=record, route=ROUTE) if record is not None else NOTHING
    return list(print_batch(the_plan, orders, {}, Progress(), confidential=sealed, archive=archive))


def every(the_plan: MissionPlan, *languages: str) -> list[Order]:
    return [one for kind in KINDS for one in orders_of(the_plan, kind, languages)]


@pytest.fixture(scope="module")
def complete() -> dict[str, list[Printed]]:
    """Return every kind of document of a mission with one of everything, by kind."""
    the_plan = complete_plan()
    found: dict[str, list[Printed]] = {}
    for one in press(the_plan, every(the_plan, "it"), record=the_record()):
        found.setdefault(one.order.kind, []).append(one)
    return found


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_kind_can_be_read_aloud_and_kept(kind: str, complete: dict[str, list[Printed]]) -> None:
    assert kind in complete, "the complete mission has nothing for this kind"
    data = complete[kind][-1].data
    for profile in ("ua1", "2a"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_file_is_whole_embeds_its_fonts_and_links_nowhere_odd(
    kind: str, complete: dict[str, list[Printed]]
) -> None:
    for one in complete[kind]:
        with pikepdf.open(io.BytesIO(one.data)) as file:
            assert file.check_pdf_syntax() == []
            assert len(file.pages) == one.pages
            fonts = [made for made in file.objects if _is(made, "/Font")]
            assert all(_embedded(font) for font in fonts)
            links = [
                str(made.URI) for made in file.objects if isinstance(made, pikepdf.Dictionary) and "/URI" in made
            ]
            assert all(re.match(r"(https|mailto|tel):", link) for link in links)
            names = {str(made.S) for made in file.objects if isinstance(made, pikepdf.Dictionary) and "/S" in made}
            assert names.isdisjoint({"/JavaScript", "/Launch", "/SubmitForm", "/GoToR", "/ImportData"})


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_kind_looks_as_it_did_when_somebody_looked(kind: str, complete: dict[str, list[Printed]]) -> None:
    assert pictures.difference(kind, complete[kind][-1].data) == ""


def _is(made: object, kind: str) -> bool:
    return isinstance(made, pikepdf.Dictionary) and made.get("/Type") == kind


def _embedded(font: Any) -> bool:
    if "/DescendantFonts" in font:
        return all(_embedded(one) for one in font.DescendantFonts)
    return "/FontDescriptor" in font and any(
        f"/FontFile{number}" in font.FontDescriptor for number in ("", "2", "3")
    )


@pytest.mark.parametrize("path", PLANTED, ids=lambda path: path.name.partition(".")[0])
def test_every_kind_prints_of_planted_missions(path: Path) -> None:
    the_plan = read(path)
    orders = [*every(the_plan, "en")]
    results = press(the_plan, orders)
    assert len(results) == len(orders)
    assert all(one.pages >= 1 and one.data.startswith(b"%PDF-") for one in results)


def test_every_kind_speaks_english_and_two_languages_at_once() -> None:
    the_plan = complete_plan()
    two = [one for one in every(the_plan, "it", "en") if BY_ID[one.kind].two_languages]
    assert all(one.pages >= 1 for one in press(the_plan, [*every(the_plan, "en"), *two]))


def test_an_empty_mission_says_so_on_a_page() -> None:
    whole = [one for one in every(plan(), "it") if BY_ID[one.kind].per is Per.MISSION or BY_ID[one.kind].whole]
    assert {one.order.kind for one in press(plan(), whole) if one.pages >= 1} == {one.kind for one in whole}


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
    met: list[str] = []
    watching = [True]
    own = (str(Path(__file__).parents[2]), sys.prefix, sys.base_prefix, "/dev/null")

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


@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 9))
def test_hostile_texts_in_every_field_of_every_kind_are_only_text(turn: int, watched: list[str]) -> None:
    the_plan, record = hostile(complete_plan(), the_record(), turn)
    for one in press(the_plan, every(the_plan, "it"), record=record):
        assert one.pages >= 1
        assert b"/JavaScript" not in one.data
    assert watched == []


LISTS = (
    "access",
    "attendance",
    "b2b",
    "catering",
    "driver",
    "feedback",
    "guests",
    "interpreters",
    "manifest",
    "outcome",
    "rooming",
    "runsheet",
    "tableplan",
)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_long_names_stay_on_the_sheet_of_every_list(paper: str) -> None:
    the_plan = complete_plan()
    name = "Wolfeschlegelsteinhausenbergerdorff " * 3 + "x" * 60
    people = tuple(replace(one, family=name, given=name) for one in the_plan.people)
    organisations = tuple(replace(one, name=name) for one in the_plan.organisations)
    places = tuple(replace(one, name=name, address=name, entrance=name) for one in the_plan.places)
    items = tuple(replace(one, title=Texts.of(name)) for one in the_plan.items)
    long = replace(the_plan, people=people, organisations=organisations, places=places, items=items)
    orders = [replace(one, paper=paper) for one in every(long, "it") if one.kind in LISTS]
    assert {one.kind for one in orders} == set(LISTS)
    for one in press(long, orders):
        for left, bottom, right, top, width, height in _boxes(one.data):
            assert left >= 30 and right <= width - 30, one.order.kind
            assert bottom >= 10 and top <= height - 10, one.order.kind


def _boxes(data: bytes) -> Iterator[tuple[float, float, float, float, float, float]]:
    """Give the box of every character that leaves a mark on the first page, with the size of the page."""
    import pypdfium2

    one = pypdfium2.PdfDocument(data)[0]
    text = one.get_textpage()
    for number in range(text.count_chars()):
        if text.get_text_range(number, 1).strip():
            yield (*text.get_charbox(number), *one.get_size())


def test_a_passport_number_is_on_the_list_of_its_site_and_nowhere_else() -> None:
    from missionplanner.domain.access_lists import access_lists
    from missionplanner.domain.vocabulary import AccessField

    the_plan = complete_plan()
    canary = "YA9471136"
    asked = tuple(
        replace(one, access_fields=(AccessField.NAME, AccessField.DOCUMENT_NUMBER)) for one in the_plan.places
    )
    the_plan = replace(
        the_plan,
        places=asked,
        delegates=tuple(replace(one, document_expires=Secret(canary)) for one in the_plan.delegates),
    )
    assert access_lists(the_plan)
    sealed = {
        one.id: r.Confidential(mission_id=one.mission_id, delegate_id=one.id, document_number=Secret(canary))
        for one in the_plan.delegates
    }
    showing = {
        one.order.kind for one in press(the_plan, every(the_plan, "en"), sealed) if canary in _text(one.data)
    }
    assert showing == {"access"}


def _text(data: bytes) -> str:
    import pypdfium2

    return "\n".join(one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(data))
