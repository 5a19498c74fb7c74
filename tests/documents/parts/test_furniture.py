"""The foot of a page: who paid in a line of its own, only where somebody did and the paper leaves the house."""

from __future__ import annotations

import pypdfium2
import pytest

from missionplanner.base.i18n import translator
from missionplanner.base.progress import Progress
from missionplanner.documents import design
from missionplanner.documents.content.frame import Edition, frame_of
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.furniture import FOOT_LEADING, Payment, payment
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.press import UNDATED, print_batch
from missionplanner.documents.typeset import Batch
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from tests.factories import delegate, item, person, plan, uid
from tests.sheets import order_of

STATEMENT = "Funded by the European Union. Views and opinions expressed are those of the authors only."
EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20H0z"/></svg>'


def mission(**fields: object) -> MissionPlan:
    at = item("09:00", title="Visit", kind="site_visit")
    return plan(delegate("Anna Neri"), person("Anna Neri"), at, code="M-1", **fields)


def paid(made: MissionPlan, sheet: str = "a4") -> Payment:
    setter = Setter(
        Batch(created=UNDATED), design.SHEETS[sheet], design.Accent(), translator("en"), media={"e.svg": EMBLEM}
    )
    return payment(setter, frame_of(Voice(made, "en"), "Programme", Edition(1, True)))


def pages(made: MissionPlan, order: Order) -> list[str]:
    data = next(print_batch(made, [order], {"e.svg": EMBLEM}, Progress())).data
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def test_a_foot_says_the_first_sentence_and_the_numbers() -> None:
    made = mission(funding_statement=Texts.of(STATEMENT), grant="101", cup="E39")
    assert paid(made).lines == (("Funded by the European Union · Grant 101 · CUP E39", ""),)
    assert paid(mission()).lines == () and not paid(mission())


def test_where_the_sentence_has_no_room_the_numbers_stand_alone() -> None:
    long = Texts.of("Funded by the " + "very " * 60 + "large programme. More.")
    assert paid(mission(funding_statement=long, grant="101")).lines == (("Grant 101", ""),)


def test_the_footer_of_a_mission_stands_beside_who_paid_or_under_it() -> None:
    made = mission(grant="101", footer=Texts.of("Clust-ER MECH"))
    assert paid(made).lines == (("Grant 101", "Clust-ER MECH"),)
    wide = mission(grant="101", footer=Texts.of("Clust-ER MECH, " * 11))
    assert len(paid(wide).lines) == 2 and paid(wide).rise == 2 * FOOT_LEADING
    assert paid(mission(footer=Texts.of("Clust-ER MECH"))).lines == (("Clust-ER MECH", ""),)


@pytest.mark.parametrize("sheet", sorted(design.SHEETS))
def test_the_emblem_of_a_foot_is_small_and_keeps_its_proportions(sheet: str) -> None:
    found = paid(mission(emblem="e.svg", funding_statement=Texts.of(STATEMENT)), sheet)
    assert 0 < found.tall <= 22 and found.width == pytest.approx(found.tall * 1.5, rel=0.01)
    assert found.tall <= found.rise + 32


def test_every_page_that_leaves_says_who_paid_and_no_page_of_the_team() -> None:
    made = mission(emblem="e.svg", funding_statement=Texts.of(STATEMENT), grant="101")
    anna = order_of("itinerary", person_id=uid("person:Anna Neri"))
    for order in (anna, order_of("attendance"), order_of("survey")):
        assert all("Funded by the European Union · Grant 101" in text for text in pages(made, order)), order.kind
    assert not any("Funded by" in text for text in pages(made, order_of("runsheet")))


def test_nothing_moves_where_nobody_paid() -> None:
    order = order_of("attendance")
    bare = pages(mission(), order)
    assert [one for one in bare if "Funded" in one] == []
    assert paid(mission(emblem="gone.svg")) == paid(mission())


@pytest.mark.parametrize("cover", ["institutional", "illustrated"])
@pytest.mark.parametrize("paper", ["a4", "a6"])
def test_a_cover_says_it_in_full_above_its_foot(cover: str, paper: str) -> None:
    made = mission(
        emblem="e.svg", funding_statement=Texts.of(STATEMENT * 4), grant="101", summary=Texts.of("x " * 99)
    )
    first = pages(made, order_of("programme", cover=cover, paper=paper))[0]
    assert " ".join(first.split()).count("Views and opinions") == 4
    assert "Funded by the European Union · Grant" not in first
