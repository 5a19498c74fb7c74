"""Charts: figures beside every bar, told apart without colour, within their width; names on maps never meet."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image

from missionplanner.documents.charts import Chart, bars, route_map, timeline, year
from missionplanner.documents.charts.drawing import Area, Band, Box, Dot, Kind, Stroke, Words
from missionplanner.documents.charts.picture import PictureRuler, png
from missionplanner.documents.content.drawn import (
    Bar,
    Bars,
    RouteMap,
    Series,
    Span,
    Stretch,
    Tick,
    Timeline,
    Tone,
    Year,
    YearRow,
)
from missionplanner.domain.logistics.routes import Land, Point, Route, Stop, Track, around
from missionplanner.domain.vocabulary import LegMode

WIDTH, ACCENT = 480.0, "#C8472B"
RULER = PictureRuler()
THREE = (Series("Held", Tone.SOLID), Series("Not held", Tone.HATCHED), Series("Not recorded", Tone.OPEN))


def held(*values: float, label: str = "Clust-ER MECH") -> Bar:
    return Bar(label, label, values, tuple(f"{value:g}" for value in values))


def edges(chart: Chart) -> list[tuple[float, float]]:
    """Return the left and the right edge of everything that is painted."""
    found = []
    for mark in chart.marks:
        match mark:
            case Words():
                wide = max((RULER.width(line, mark.letter) for line in mark.lines), default=0.0)
                left = {"left": mark.x, "right": mark.x - wide, "centre": mark.x - wide / 2}[mark.align]
                found.append((left, left + wide))
            case Box():
                found.append((mark.x, mark.x + mark.wide))
            case Stroke():
                found.append((min(mark.x1, mark.x2), max(mark.x1, mark.x2)))
            case Dot():
                found.append((mark.x - mark.radius, mark.x + mark.radius))
            case Area():
                found.append((min(x for x, _ in mark.points), max(x for x, _ in mark.points)))
    return found


def cells(band: Band) -> list[str]:
    return [" ".join(line for words in cell for line in words.lines) for cell in band.cells]


def test_bars_are_the_table_of_their_figures() -> None:
    chart = bars(
        Bars("", THREE, (held(6, 1, 1), held(2, 0, 0, label="Health")), "Meetings", "Who"), WIDTH, RULER, ACCENT
    )
    assert [band.kind for band in chart.bands] == [Kind.HEAD, Kind.ROW, Kind.ROW]
    assert [cells(band) for band in chart.bands] == [
        ["Who", "Held", "Not held", "Not recorded"],
        ["Clust-ER MECH", "6", "1", "1"],
        ["Health", "2", "0", "0"],
    ]


def test_stacked_bars_share_the_width_by_their_figures() -> None:
    part = Bars("", THREE[:1], (held(8), held(2, label="Health"), held(0, label="None")), "About")
    chart = bars(part, WIDTH, RULER, ACCENT)
    wide = [sum(mark.wide for mark in band.marks if isinstance(mark, Box)) for band in chart.bands[1:]]
    assert wide[1] == pytest.approx(wide[0] / 4)
    assert wide[2] == 0


def test_tones_differ_without_colour() -> None:
    chart = bars(Bars("", THREE, (held(1, 1, 1),), "About"), WIDTH, RULER, ACCENT)
    boxes = [mark for mark in chart.bands[1].marks if isinstance(mark, Box) and mark.fill]
    strokes = [mark for mark in chart.bands[1].marks if isinstance(mark, Stroke)]
    assert len(boxes) == 2  # solid and hatched; the third has an outline alone
    assert len(strokes) > 10
    shades = [sum(int((box.fill or "")[at : at + 2], 16) for at in (1, 3, 5)) / 3 for box in boxes]
    assert shades[0] < 80
    assert shades[1] > 200


@pytest.mark.parametrize("label", ["x" * 300, "W " * 90, "Clust-ER", ""])
@pytest.mark.parametrize("said", ["€1,234,567.89 and more", "1"])
def test_nothing_leaves_the_width(label: str, said: str) -> None:
    part = Bars("", THREE, (Bar("k", label, (1.0, None, 2.0), (said, "", said)),), "About", "Organisation")
    day = dt.date(2025, 3, 20)
    spans = (Span("a", label, day, day, said), Span("b", label, day, day + dt.timedelta(400), said, Tone.HATCHED))
    line = Timeline("", spans, (Tick(day, "End of the mission"), Tick(day + dt.timedelta(365), said)), "About")
    for chart in (bars(part, WIDTH, RULER, ACCENT), timeline(line, WIDTH, RULER, ACCENT)):
        if " " in label or len(label) < 20:  # a word without end is for whoever wraps to break
            assert all(left >= -0.6 and right <= WIDTH + 0.6 for left, right in edges(chart))
        assert chart.height == pytest.approx(sum(band.height for band in chart.bands))


@pytest.mark.parametrize("name", ["Delegationsmitglieder", "Organisations"])
def test_a_bar_ends_before_the_figures_and_no_head_is_cut_in_a_word(name: str) -> None:
    series = (Series(name, Tone.SOLID), *(Series(word, None) for word in ("B2B held", "Contacts", "Agreements")))
    row = Bar("k", "MUNER – Motorvehicle University", (10.0, None, None, None), ("10", "29", "10", "7"))
    head, drawn = bars(Bars("", series, (row,), "About", "Organisation"), WIDTH, RULER, ACCENT).bands
    (bar,) = [mark for mark in drawn.marks if isinstance(mark, Box)]
    (figure,) = drawn.cells[1]
    assert bar.wide > 10 and bar.x + bar.wide < figure.x - RULER.width("10", figure.letter)
    assert cells(head)[1:] == [one.name for one in series]


def a_year(*spans: tuple[str, dt.date, dt.date]) -> Year:
    rows = (YearRow("a", "Cluster", tuple(Stretch(*one) for one in spans)),)
    return Year("", (dt.date(2025, 7, 1), 6), rows, ("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), "The year", "Who")


def test_a_year_has_every_number_and_none_over_another_nor_over_the_edge() -> None:
    day = dt.date(2025, 12, 24)
    spans = [(str(100 + number), day, day + dt.timedelta(days=number % 12)) for number in range(12)]
    spans += [("7", dt.date(2025, 6, 20), dt.date(2025, 7, 2)), ("8", dt.date(2025, 7, 1), dt.date(2025, 7, 1))]
    chart = year(a_year(*spans), WIDTH, RULER, ACCENT)
    assert [band.kind for band in chart.bands] == [Kind.HEAD, Kind.ROW]
    assert cells(chart.bands[0]) == ["Who", "Jul Aug Sep Oct Nov Dec"]
    assert set(cells(chart.bands[1])[1].split()) == {one[0] for one in spans}
    numbers = chart.bands[1].cells[1]
    boxes = [(one.x, one.x + RULER.width(one.lines[0], one.letter), one.y) for one in numbers]
    for number, (left, right, base) in enumerate(boxes):
        assert not any(abs(base - y) < 6 and left < r and x < right for x, r, y in boxes[number + 1 :])
    assert all(left >= -0.6 and right <= WIDTH + 0.6 for left, right in edges(chart))


def the_map() -> RouteMap:
    points = [Point(43.26, -2.93), Point(44.49, 11.34), Point(43.22, -2.73)]
    stops = tuple(
        Stop(name, point, main=name != "Bologna")
        for name, point in zip(("Bilbao", "Bologna", "Amorebieta"), points, strict=True)
    )
    box = around(points)
    ring = (Point(40, -5), Point(42, -5), Point(42, 3), Point(40, 3))
    route = Route(stops, (Track(0, 1, LegMode.FLIGHT), Track(0, 2, LegMode.COACH)), box, (Land("ES", ring),))
    return RouteMap(route, tuple(one.name for one in stops), (("ES", "Spain"),), "Map of the route")


def test_a_map_has_its_stops_named_and_no_name_over_another() -> None:
    chart = route_map(the_map(), WIDTH, RULER, ACCENT)
    words = [mark for mark in chart.marks if isinstance(mark, Words)]
    assert {"Bilbao", "Bologna", "Spain"} <= {line for one in words for line in one.lines}
    boxes = []
    for one in words:
        wide = RULER.width(one.lines[0], one.letter)
        left = one.x - wide / 2 if one.align == "centre" else one.x
        boxes.append((left, one.y - one.letter.size * 0.7, left + wide, one.y))
    for number, (left, top, right, low) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or low <= other[1] or other[3] <= top
    assert all(left >= -0.6 and right <= WIDTH + 0.6 for left, right in edges(chart))


def test_a_drawing_is_painted_as_a_picture_of_its_size() -> None:
    chart = route_map(the_map(), WIDTH, RULER, ACCENT)
    with Image.open(io.BytesIO(png(chart, 72))) as image:
        assert image.size == (round(chart.width), round(chart.height))
        assert len(image.convert("RGB").getcolors(100_000) or ()) > 20
    assert png(chart, 72) == png(chart, 72)
