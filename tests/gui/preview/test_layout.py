"""Where pages stand in a view: below each other, centred, and found again by a point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from missionplanner.gui.preview.layout import FIT, GAP, LARGEST, MARGIN, SMALLEST, Layout
from missionplanner.gui.preview.sheets import Size

A4 = Size(595.0, 842.0)
SIZES = st.lists(st.builds(Size, st.floats(100, 1200), st.floats(100, 1200)), min_size=1, max_size=5)
LAYOUTS = st.builds(
    Layout, SIZES, st.builds(QSizeF, st.floats(200, 2000), st.floats(200, 1500)), st.just(FIT) | st.floats(0.1, 5)
)


@given(LAYOUTS)
def test_pages_stand_below_each_other_inside_the_room_they_take(layout: Layout) -> None:
    areas = layout.areas(QPointF(0, 0))
    assert SMALLEST <= layout.scale <= LARGEST
    for above, below in zip(areas, areas[1:], strict=False):
        assert below.top() - above.bottom() == pytest.approx(GAP)
    assert layout.whole.height() == pytest.approx(areas[-1].bottom() + GAP)
    assert max(area.width() for area in areas) + 2 * MARGIN == pytest.approx(layout.whole.width())
    assert min(area.left() for area in areas) >= MARGIN


@given(LAYOUTS, st.integers(0, 4), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_a_point_of_a_page_is_found_wherever_it_is_scrolled(layout: Layout, page: int, x: float, y: float) -> None:
    page = min(page, len(layout.sizes) - 1)
    scrolled = QPointF(3.0, 40.0)
    area = layout.areas(scrolled)[page]
    there = QPointF(area.x() + x * area.width(), area.y() + y * area.height())
    found = layout.point_at(there, scrolled)
    assert found is not None
    size = layout.sizes[page]
    assert found[0] == page
    assert found[1:] == pytest.approx((x * size.width, y * size.height), abs=0.1)
    assert layout.point_at(QPointF(area.left() - 2, there.y()), scrolled) is None


@given(LAYOUTS)
def test_fitted_pages_are_no_wider_than_the_view(layout: Layout) -> None:
    fitted = Layout(layout.sizes, layout.port)
    assert fitted.whole.width() <= max(layout.port.width(), 1200 * SMALLEST + 2 * MARGIN) + 0.01


def test_the_page_in_view_is_the_one_most_of_which_is_seen() -> None:
    layout = Layout((A4, A4, A4), QSizeF(600, 800), 1.0)
    page = 842 + GAP
    seen = [layout.page_in_view(QPointF(0, y)) for y in (0, page / 2 - 60, page / 2 + 60, page, 2 * page)]
    assert seen == [0, 0, 1, 1, 2]
    assert Layout((), QSizeF(600, 800)).page_in_view(QPointF(0, 0)) == 0
