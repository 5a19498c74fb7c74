"""Where pages show which record, for somebody who points at a line."""

from __future__ import annotations

import pypdfium2
import pytest

from missionplanner.base.progress import Progress
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.domain.plan import MissionPlan
from tests.factories import delegate, item, leg, plan, uid

NAMES = ("Ada", "Bo", "Cy", "Di")


def mission(crowd: int = 0) -> MissionPlan:
    parallel = [item("11:00", "12:00", f"Only {name}", groups=[f"G{name}"]) for name in NAMES]
    return plan(
        *(delegate(f"{name} Neri", groups=[f"G{name}"]) for name in NAMES),
        item("09:00", "10:00", "Welcome"),
        *parallel,
        leg("13:00", "14:00", "AZ1"),
        item("13:00", "14:00", "Flight", leg="AZ1", kind="flight"),
        *(item("15:00", "15:10", f"Talk {number}", day=2) for number in range(crowd)),
    )


def order(**fields: object) -> Order:
    known: dict[str, object] = {"kind": "programme", "languages": ("en",), "version": 1, "issued": False}
    return Order(**{**known, **fields})  # type: ignore[arg-type]


PERSONAL = order(kind="itinerary", person_id=uid("person:Ada Neri"))


def press(the_plan: MissionPlan, *orders: Order, spots: bool = True) -> list[Printed]:
    return list(print_batch(the_plan, orders, {}, Progress(), spots=spots))


def under(one: Printed) -> list[tuple[str, str]]:
    """Return the key of each spot with the words the page shows there."""
    found = []
    document = pypdfium2.PdfDocument(one.data)
    for spot in one.spots:
        page = document[spot.page]
        height = page.get_height()
        words = page.get_textpage().get_text_bounded(
            spot.left, height - spot.bottom, spot.right, height - spot.top
        )
        found.append((spot.key, words))
    return found


def titles(the_plan: MissionPlan) -> dict[str, str]:
    return {str(key): one.title.best("en", ()) for one in the_plan.items for key in (one.id, one.leg_id)}


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_row_is_found_also_side_by_side_and_on_later_pages(paper: str) -> None:
    there = mission(crowd=60)
    (one,) = press(there, order(paper=paper))
    named = titles(there)
    assert sorted(named[key] for key, _ in under(one)) == sorted(one.title.best("en", ()) for one in there.items)
    for key, words in under(one):
        assert named[key] in words
        assert not [other for other in named.values() if other in words and not named[key].startswith(other)]
    assert len({spot.page for spot in one.spots}) > 2


def test_spots_of_one_page_do_not_overlap_and_lie_within_its_margins() -> None:
    (one,) = press(mission(), order())
    for number, spot in enumerate(one.spots):
        assert 54 <= spot.left < spot.right <= 595.28 - 54 + 0.01
        assert 0 < spot.top < spot.bottom < 842
        for other in one.spots[number + 1 :]:
            apart = spot.page != other.page or other.top >= spot.bottom or other.left >= spot.right
            assert apart or other.bottom <= spot.top


def test_each_document_of_a_batch_has_its_own() -> None:
    there = mission()
    everyone, ada = press(there, order(), PERSONAL)
    named = titles(there)
    assert {named[spot.key] for spot in ada.spots} == {"Welcome", "Only Ada", "Flight"}
    assert len(everyone.spots) == len(there.items)
    assert press(there, PERSONAL)[0].spots == ada.spots


def test_they_are_kept_only_where_asked_for_and_change_no_byte() -> None:
    there, orders = mission(), (order(), PERSONAL)
    with_them, without = press(there, *orders), press(there, *orders, spots=False)
    assert [one.spots for one in without] == [(), ()]
    assert [one.data for one in with_them] == [one.data for one in without]
