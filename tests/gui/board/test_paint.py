"""How blocks are drawn: words that fit, pictures kept within a limit, marks that are more than colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.board.block_paint import paint_block, wrapped
from missionplanner.gui.board.cache import BlockCache
from missionplanner.gui.board.edge_paint import lane_names
from missionplanner.gui.board.ink import Ink
from missionplanner.gui.board.look import Look, Mark, retimed
from missionplanner.gui.board.scale import Box
from missionplanner.gui.theme import Theme, load_fonts
from missionplanner.gui.tokens import DARK, LIGHT

VISIT = Look(
    "Visit to the laboratory of the agency",
    "09:00",
    "09:00–10:30",
    "09:00–10:30",
    "Hall 3, Bilbao",
    "",
    ("MECH", "RER", "ART-ER"),
    "factory",
    "visit",
)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def ink(request: pytest.FixtureRequest, qapp: QApplication) -> Ink:
    load_fonts()
    return Ink(Theme(request.param))


def picture(look: Look, ink: Ink, width: int = 220, height: int = 90) -> QImage:
    drawn = QImage(width, height, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_block(painter, QRectF(0, 0, width, height), look, ink)
    painter.end()
    return drawn


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"plain": "10:00–11:00", "when": "10:00–11:00"},
        {"mark": Mark.CLASH},
        {"mark": Mark.WARNING},
        {"tentative": True},
        {"cancelled": True},
        {"locked": True},
        {"linked": True},
        {"open_end": True},
        {"goes_on": True},
        {"chips": ("BAIC",)},
    ],
)
def test_all_that_a_look_says_is_seen(ink: Ink, change: dict[str, object]) -> None:
    assert picture(replace(VISIT, **change), ink) != picture(VISIT, ink)  # type: ignore[arg-type]


def test_marks_are_seen_without_colours(ink: Ink) -> None:
    def grey(look: Look) -> QImage:
        return picture(look, ink).convertToFormat(QImage.Format.Format_Grayscale8)

    plain = grey(VISIT)
    assert grey(replace(VISIT, mark=Mark.CLASH)).copy(180, 0, 40, 24) != plain.copy(180, 0, 40, 24)
    assert grey(replace(VISIT, tentative=True)) != plain


@pytest.mark.parametrize(
    ("width", "height"), [(4, 3), (14, 60), (220, 6), (60, 14), (60, 25), (90, 60), (400, 200)]
)
def test_a_block_of_any_size_keeps_its_colour(ink: Ink, width: int, height: int) -> None:
    drawn = picture(VISIT, ink, width, height)
    tint = ink.tint("visit")
    assert drawn.pixelColor(min(2, width - 1), height // 2).name().upper() in (tint.bar, tint.ground)


def test_titles_break_between_words_and_end_in_an_ellipsis(ink: Ink) -> None:
    room = ink.title.wide("Visit to the ")
    lines = wrapped(ink.title, VISIT.title, room, room, 2)
    assert lines[0] == "Visit to the"
    assert lines[1].endswith("…")
    assert all(ink.title.wide(line) <= room for line in lines)
    assert wrapped(ink.title, "Extraordinary meeting", 30, 90, 3)[0] == ""
    assert len(ink.title.cut("Extraordinary", 16)) >= 1 and "…" not in ink.title.cut("Extraordinary", 16)


def test_pictures_are_drawn_once_and_the_oldest_go_first(ink: Ink) -> None:
    drawn: list[str] = []

    def paint(painter: QPainter, area: QRectF, look: Look, own: Ink) -> None:
        drawn.append(look.title)

    size = 104 * 54 * 4
    cache = BlockCache(ink, paint, limit=2 * size)
    target = QPixmap(200, 200)
    painter = QPainter(target)
    for title in ("a", "b", "a", "c", "a", "b"):
        look = replace(VISIT, title=title)
        cache.draw(painter, Box(10.4, 10, 100, 50), look, cache.number(look), 1.0)
    painter.end()
    assert drawn == ["a", "b", "c", "b"]
    assert len(cache) == 2 and cache.bytes <= 2 * size


def test_what_is_carried_tells_its_new_times() -> None:
    look = retimed(VISIT, "11:00", "12:30")
    assert (look.when, look.start, look.lifted) == ("11:00–12:30", "11:00", True)
    assert retimed(VISIT, "11:00", "").when == "11:00"


def test_lanes_say_so_much_of_their_groups_names_that_they_are_told_apart(
    shown: Callable[..., Any], three_groups: MissionPlan
) -> None:
    wide, middle, narrow = (lane_names(shown(three_groups, width=one).board.scene) for one in (1000, 800, 560))
    assert wide == ["Industry", "Green", "Digital"]
    assert middle[0].startswith("Indus") and middle[0].endswith("…") and middle[1:] == wide[1:]
    assert narrow == [], "letters alone"
