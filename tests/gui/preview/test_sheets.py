"""Pages of a PDF as pictures."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from missionplanner.gui.preview.sheets import Size, draw, sizes

Pdf = Callable[..., bytes]


def test_sizes_are_in_points_and_pictures_as_wide_as_asked(pdf: Pdf) -> None:
    data = pdf(2, 595, 842)
    assert sizes(data) == (Size(595, 842), Size(595, 842))
    picture = draw(data, 1, 300)
    assert picture.width() == 300
    assert picture.height() == pytest.approx(300 * 842 / 595, abs=1)
    assert picture.pixelColor(150, 100).name() == "#ffffff"


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        sizes(b"no paper")


def test_pages_can_be_drawn_from_several_threads(pdf: Pdf) -> None:
    data = pdf(6)
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda page: draw(data, page % 6, 80 + page).width(), range(24)))
    assert drawn == [80 + page for page in range(24)]
