"""Read drawings that come as SVG: flat shapes in flat colours, and nothing that could run, load or hide.

Logos are drawn with paths and fills; whatever else a file uses is refused with a name, so that nobody gets a logo
with parts missing. What is read can be written again as a small SVG that holds nothing but shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin, tan
from xml.etree import ElementTree

from missionplanner.base.svg_shapes import Step, number_text, steps_of

LARGEST = 2_000_000
"""Bytes of a drawing that is read."""
MOST_SHAPES = 5_000
DEEPEST = 60

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_PASSED = frozenset({"title", "desc", "metadata", "style", "namedview", "defs"})
_HOLDING = frozenset({"svg", "g", "a", "switch"})
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LENGTH = re.compile(r"^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|mm|cm|in)?\s*$")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_INHERITED: Mapping[str, str] = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "visibility": "visible",
}
CAPS = ("butt", "round", "square")
JOINS = ("miter", "round", "bevel")
_NAMED = {
    "black": "#000000",
    "white": "#FFFFFF",
    "red": "#FF0000",
    "green": "#008000",
    "blue": "#0000FF",
    "yellow": "#FFFF00",
    "orange": "#FFA500",
    "gray": "#808080",
    "grey": "#808080",
    "silver": "#C0C0C0",
    "navy": "#000080",
    "maroon": "#800000",
    "currentcolor": "#000000",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """Be one path with its colours as #RRGGBB, None for none; ``matrix`` places it, y down.

    ``cap`` and ``join`` are the ends and corners of its line as PDF counts them: places in ``CAPS`` and ``JOINS``.
    """

    steps: tuple[Step, ...]
    matrix: Matrix
    fill: str | None
    stroke: str | None
    width: float
    evenodd: bool
    cap: int = 0
    join: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Be a drawing in a box of some width and height, its origin at the top left."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def svg(self) -> str:
        """Return the drawing as a small SVG of paths alone."""
        box = f"0 0 {number_text(self.width)} {number_text(self.height)}"
        size = f'width="{number_text(self.width)}" height="{number_text(self.height)}"'
        paths = "".join(map(_as_path, self.shapes))
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size}>{paths}</svg>'


def is_drawing(data: bytes) -> bool:
    """Tell whether a file looks like SVG."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in data[:20_000].lower()


def is_plain(data: bytes) -> bool:
    """Tell whether a drawing can be read."""
    try:
        read(data)
    except (ValueError, RecursionError):
        return False
    return True


@lru_cache(maxsize=64)
def read(data: bytes) -> Drawing:
    """Read an SVG. Raises ValueError, with what it uses, for one that is broken or more than flat shapes."""
    if len(data) > LARGEST:
        raise ValueError("its size")
    text = data.decode("utf-8-sig")
    if "<!ENTITY" in text:
        raise ValueError("entities")
    text = re.sub(r"<!DOCTYPE[^>\[]*>", "", text)
    if "<!DOCTYPE" in text:
        raise ValueError("a document type")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ValueError("broken XML") from error
    if not root.tag.endswith("svg"):
        raise ValueError("another format")
    x, y, width, height = _box(root)
    rules = _rules(root)
    shapes = tuple(_shapes(root, _INHERITED, (1, 0, 0, 1, -x, -y), (rules, 0)))
    if not shapes:
        raise ValueError("no shapes")
    if len(shapes) > MOST_SHAPES:
        raise ValueError("too many shapes")
    return Drawing(width, height, shapes)


def _name(element: ElementTree.Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _box(root: ElementTree.Element) -> tuple[float, float, float, float]:
    numbers = [float(one) for one in _NUMBER.findall(root.get("viewBox", ""))]
    if len(numbers) == 4:
        x, y, width, height = numbers
    else:
        x = y = 0.0
        width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise ValueError("no size")
    return x, y, width, height


def _length(text: str) -> float:
    found = _LENGTH.match(text)
    return float(found.group(1)) if found else 0.0


def _rules(root: ElementTree.Element) -> dict[str, dict[str, str]]:
    """Return what style sheets say of classes, ids and elements; the simple selectors drawing programs write."""
    found: dict[str, dict[str, str]] = {}
    for element in root.iter():
        if _name(element) != "style":
            continue
        text = re.sub(r"/\*.*?\*/", "", element.text or "", flags=re.DOTALL)
        if "@" in text or "url(" in text:
            raise ValueError("style sheets with more than colours")
        for selectors, body in _RULE.findall(text):
            for selector in selectors.split(","):
                found.setdefault(selector.strip(), {}).update(_declared(body))
    return found


def _declared(body: str) -> dict[str, str]:
    pairs = (one.split(":", 1) for one in body.split(";") if ":" in one)
    return {name.strip(): value.strip() for name, value in pairs}


_Rules = dict[str, dict[str, str]]


def _shapes(
    element: ElementTree.Element, above: Mapping[str, str], matrix: Matrix, known: tuple[_Rules, int]
) -> Iterator[Shape]:
    rules, depth = known
    if depth > DEEPEST:
        raise ValueError("too deep a nesting")
    name = _name(element)
    own = _own(element, rules)
    if not name or name in _PASSED or own.get("display") == "none":
        return
    style = _styled(own, above)
    placed = after(matrix, _transform(element.get("transform", "")))
    if name in _HOLDING:
        for one in element:
            yield from _shapes(one, style, placed, (rules, depth + 1))
        return
    steps = steps_of(element)
    if steps is None:
        raise ValueError(f"<{name}>")
    made = _shape(tuple(steps), placed, style)
    if made is not None:
        yield made


def _styled(own: Mapping[str, str], above: Mapping[str, str]) -> dict[str, str]:
    """Return how an element is painted: as it says, else as what holds it. Raises ValueError for effects."""
    for refused in ("filter", "mask", "clip-path"):
        if own.get(refused, "none") != "none":
            raise ValueError(refused)
    style = {key: own[key] if own.get(key, "inherit") != "inherit" else value for key, value in above.items()}
    faded = float(own.get("opacity", "1") or 1)
    if faded < 1:
        for key in ("fill-opacity", "stroke-opacity"):
            style[key] = str(float(style[key]) * faded)
    return style


def _own(element: ElementTree.Element, rules: _Rules) -> dict[str, str]:
    own = {key: value for key, value in element.attrib.items() if "}" not in key}
    selectors = [_name(element), *(f".{one}" for one in element.get("class", "").split())]
    selectors.append(f"#{element.get('id', '')}")
    for selector in selectors:
        own.update(rules.get(selector, {}))
    own.update(_declared(element.get("style", "")))
    return own


def _shape(steps: tuple[Step, ...], matrix: Matrix, style: Mapping[str, str]) -> Shape | None:
    if not steps or style["visibility"] != "visible":
        return None
    fill = _colour(style["fill"], float(style["fill-opacity"]))
    stroke = _colour(style["stroke"], float(style["stroke-opacity"]))
    width = _length(style["stroke-width"])
    if fill is None and (stroke is None or width <= 0):
        return None
    evenodd = style["fill-rule"] == "evenodd"
    ends = (_among(CAPS, style["stroke-linecap"]), _among(JOINS, style["stroke-linejoin"]))
    return Shape(steps, matrix, fill, stroke if width > 0 else None, width, evenodd, *ends)


def _among(words: tuple[str, ...], word: str) -> int:
    return words.index(word) if word in words else 0


def _colour(text: str, opacity: float) -> str | None:
    """Return a colour as it looks on white, None for none. Raises ValueError for gradients and the like."""
    value = text.strip().lower()
    if value in ("none", "transparent") or opacity <= 0:
        return None
    if value.startswith("url("):
        raise ValueError("gradients or patterns")
    found = _rgb(value)
    mixed = (round(255 - (255 - one) * min(1.0, opacity)) for one in found)
    return "#" + "".join(f"{max(0, min(255, one)):02X}" for one in mixed)


def _rgb(value: str) -> tuple[int, int, int]:
    value = _NAMED.get(value, value).lower()
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        value = "#" + "".join(one * 2 for one in value[1:])
    if re.fullmatch(r"#[0-9a-f]{6}", value):
        return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)
    if value.startswith("rgb("):
        parts = [one.strip() for one in value[4:].rstrip(")").split(",")]
        if len(parts) == 3:
            numbers = [float(one.rstrip("%")) * (2.55 if one.endswith("%") else 1) for one in parts]
            return round(numbers[0]), round(numbers[1]), round(numbers[2])
    raise ValueError(f"the colour “{value[:20]}”")


def _transform(text: str) -> Matrix:
    made = _SAME
    if text.strip() and not _TRANSFORM.search(text):
        raise ValueError("a transform")
    for name, body in _TRANSFORM.findall(text):
        made = after(made, _one(name, [float(one) for one in _NUMBER.findall(body)]))
    return made


def _one(name: str, n: list[float]) -> Matrix:
    try:
        if name == "matrix":
            a, b, c, d, e, f = n
            return a, b, c, d, e, f
        if name == "translate":
            return 1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0
        if name == "scale":
            return n[0], 0, 0, n[1] if len(n) > 1 else n[0], 0, 0
        if name == "rotate":
            c, s = cos(radians(n[0])), sin(radians(n[0]))
            turned: Matrix = (c, s, -s, c, 0, 0)
            if len(n) == 3:
                return after(after((1, 0, 0, 1, n[1], n[2]), turned), (1, 0, 0, 1, -n[1], -n[2]))
            return turned
        slope = tan(radians(n[0]))
        return (1, 0, slope, 1, 0, 0) if name == "skewX" else (1, slope, 0, 1, 0, 0)
    except (IndexError, ValueError) as error:
        raise ValueError("a transform") from error


def after(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the place of something placed by ``inner`` within what ``outer`` places."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _as_path(shape: Shape) -> str:
    letters = {"m": "M", "l": "L", "c": "C", "h": "Z"}
    data = " ".join(
        letters[operator] + " ".join(number_text(part) for point in points for part in point)
        for operator, points in shape.steps
    )
    matrix = " ".join(f"{one:.6g}" for one in shape.matrix)
    rule = ' fill-rule="evenodd"' if shape.evenodd else ""
    line = f' stroke="{shape.stroke}" stroke-width="{number_text(shape.width)}"' if shape.stroke else ""
    if shape.stroke and (shape.cap or shape.join):
        line += f' stroke-linecap="{CAPS[shape.cap]}" stroke-linejoin="{JOINS[shape.join]}"'
    return f'<path d="{data}" transform="matrix({matrix})" fill="{shape.fill or "none"}"{rule}{line}/>'
