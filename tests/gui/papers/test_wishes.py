"""What is wanted of a kind of document stays, people only while their mission is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from missionplanner.gui.papers.wishes import Wish, Wishes
from missionplanner.services.paper.documents import PrintRequest
from tests.factories import uid


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        (Wish(), "it"),
        (Wish(language="en"), "en"),
        (Wish(beside="en"), "it+en"),
        (Wish(language="en", beside="en"), "en"),
    ],
)
def test_languages_of_a_wish(wish: Wish, language: str) -> None:
    assert wish.on(PrintRequest(), "it", "letter").language == language
    assert wish.on(PrintRequest(), "it", "letter").paper == "letter"


def test_each_their_own_has_no_second_language() -> None:
    assert Wish(beside="en").on(PrintRequest(kind="itinerary", everyone=True), "", "a4").language is None


def test_people_are_forgotten_with_their_mission(qapp: QObject) -> None:
    wishes = Wishes(QObject())
    wishes.follow(uid("one"))
    wishes.change("badges", people=(uid("p"),), draft=True)
    wishes.follow(uid("one"))
    assert wishes.of("badges").people == (uid("p"),)
    wishes.follow(uid("two"))
    assert (wishes.of("badges").people, wishes.of("badges").draft) == ((), True)
    assert Wish(people=(uid("p"),)).on(PrintRequest(person="p"), "it", "a4").people == ()
