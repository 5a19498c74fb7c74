"""Measure what every kind shows: names as they are written, nothing cut off, blocks and headings whole."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from missionplanner.documents.archive import Archive
from missionplanner.documents.kinds import KINDS, Kind
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.redaction import redacted
from missionplanner.domain.texts import Texts
from tests import measured
from tests.pressed import BY_ID, COMPLETE, FULL, complete_plan, every, full_plan, press, the_record

SCRIPTS = (
    *("Łucja Đặngová", "Þóra Ærøskøbing", "Ελένη Παπαδοπούλου", "Владимир Ильин", "שלום כהן", "محمد القاسمي"),
    *("สมชาย น้ำทิพย์", "გიორგი ბერიძე", "Արամ Խաչատրյան", "विद्यार्थी क्षत्रिय", "王小明", "中村健太郎", "김민수"),
)
"""A name in each script paper knows."""
WHOLE = frozenset({"TR", "LI", "P", "Figure", "H1", "H2", "H3", "TD", "TH"})
"""Elements that no page break goes through."""


NAMELESS = frozenset({"feedback", "survey", "tables", "press_text", "programme_changes"})
"""Kinds that name nobody."""


def named(the_plan: MissionPlan, names: tuple[str, ...]) -> MissionPlan:
    """Return a mission with names in turn for its people, and nothing that spells them otherwise."""
    people = tuple(
        replace(one, given=None, family=f"{names[at % len(names)]}", native_name=None, honorific=None)
        for at, one in enumerate(the_plan.people)
    )
    return replace(the_plan, people=people)


def long(the_plan: MissionPlan) -> MissionPlan:
    """Return a mission with names and titles as long as the longest that are met with."""
    title = Texts.of("Internacionalização extraordinária: Wettbewerbsfähigkeitsprogramm und Zusammenarbeit")
    job = Texts.of("Stellvertretende Abteilungsleiterin für Internationalisierung und Wettbewerbsfähigkeit")
    ministry = "Bundesministerium für Wirtschaft, Wettbewerbsfähigkeit und Internacionalização"
    group = Texts.of("Kreislaufwirtschaftsunternehmen und Institutionen")
    mission = Texts.of("Wettbewerbsfähigkeitsprogramm für die grenzüberschreitende Zusammenarbeit")
    name: dict[str, Any] = {"given": "Maximiliane-Friederike", "family": "Freifrau von Schwarzenberg-Hohenlohe"}
    place: dict[str, Any] = {
        "name": "Donaudampfschifffahrtsgesellschaft, Besprechungsraum 3",
        "address": "Wissenschaftspark-Nordwest-Straße 123–125, Gebäude C",
        "entrance": "Lieferanteneingang an der Rückseite, Sicherheitsschleuse",
        "meeting_point": "Empfangsbereich im Untergeschoss",
        "city": "Villingen-Schwenningen",
    }
    return replace(
        the_plan,
        mission=replace(the_plan.mission, title=mission),
        people=tuple(replace(one, **name, honorific="Univ.-Prof. Dr.", job=job) for one in the_plan.people),
        organisations=tuple(replace(one, name=ministry) for one in the_plan.organisations),
        places=tuple(replace(one, **place) for one in the_plan.places),
        items=tuple(replace(one, title=title) for one in the_plan.items),
        groups=tuple(replace(one, name=group) for one in the_plan.groups),
    )


def orders_of_all(the_plan: MissionPlan, *languages: str) -> list[Order]:
    """Give one order of every kind, about all there is where that is offered."""
    return list({one.kind: one for one in reversed(every(the_plan, *languages))}.values())


@pytest.fixture(scope="module")
def in_scripts() -> dict[str, Printed]:
    """Return every kind of a mission whose people have names in all scripts."""
    the_plan = named(full_plan(), SCRIPTS)
    return {one.order.kind: one for one in press(the_plan, orders_of_all(the_plan, "it"), record=the_record(FULL))}


def told(kind: Kind, order: Order) -> str:
    """Return all that a document of the mission is to show, as text."""
    audience = kind.read_by(order.variant)
    archive = Archive(record=the_record(FULL)).seen_by(audience)
    desk = Desk.of(redacted(named(full_plan(), SCRIPTS), audience), "it", {}, {}, archive)
    return repr(maker(kind).content(desk, order))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_name_is_read_as_it_is_written(kind: Kind, in_scripts: dict[str, Printed]) -> None:
    made = in_scripts[kind.id]
    shown = told(kind, made.order)
    wanted = {name for name in SCRIPTS if name in shown}
    assert wanted or kind.id in NAMELESS
    said = measured.words(made.data)
    assert {name for name in wanted if normalize("NFC", "".join(name.split())) not in said} == set()


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_blocks_and_headings_are_whole(kind: str, in_scripts: dict[str, Printed]) -> None:
    elements, last = measured.structure(in_scripts[kind].data)
    assert [one for one in elements if one.role in WHOLE and len(one.pages) > 1] == []
    assert {page: role for page, role in last.items() if role in measured.HEADINGS} == {}
    ranks = [int(one.role[1]) for one in elements if one.role in measured.HEADINGS]
    assert [pair for pair in pairwise([0, *ranks]) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize(
    ("languages", "paper", "path"),
    [
        ("de", "a4", FULL),
        ("pt", "letter", COMPLETE),
        ("de+it", "a4", COMPLETE),
        ("fr+nl", "a6", COMPLETE),
    ],
)
def test_no_text_is_cut_or_over_another(languages: str, paper: str, path: Path) -> None:
    named, spoken = long(full_plan() if path == FULL else complete_plan()), tuple(languages.split("+"))
    orders = [
        replace(one, paper=paper)
        for one in orders_of_all(named, *spoken)
        if paper in BY_ID[one.kind].papers and (len(spoken) == 1 or BY_ID[one.kind].two_languages)
    ]
    found = {
        f"{one.order.kind} {fault}"
        for one in press(named, orders, record=the_record(path))
        for fault in measured.faults(one.data)
    }
    assert found == set()


def test_names_in_all_scripts_stand_clear_of_each_other(in_scripts: dict[str, Printed]) -> None:
    found = {f"{kind} {fault}" for kind, one in in_scripts.items() for fault in measured.faults(one.data)}
    assert found == set()
