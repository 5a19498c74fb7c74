"""Turn the shapes of a simple line icon into PDF path operators. Standard library only; nothing is drawn here."""

from __future__ import annotations

from xml.etree import ElementTree

from missionplanner.base.svg_shapes import Step, number_text, steps_of

SIDE = 24.0
"""Units of the view box an icon is drawn in; the result has the same side with y up."""

_SILENT = frozenset({"svg", "g", "title", "desc", "metadata"})


def operators(svg_text: str) -> str:
    """Return the PDF path construction operators of an icon, one line of text an element, y up, to be stroked.

    Units are those of the 24 × 24 view box, with at most three decimals.
    Raises ValueError for broken path data, a document type, an element or a transform that is not drawn here.
    """
    if "<!DOCTYPE" in svg_text or "<!ENTITY" in svg_text:
        raise ValueError("an icon has no document type and no entities")
    try:
        root = ElementTree.fromstring(svg_text)
    except ElementTree.ParseError as error:
        raise ValueError("the icon is not well-formed XML") from error
    box = root.get("viewBox", "0 0 24 24").replace(",", " ").split()
    if [float(part) for part in box] != [0, 0, SIDE, SIDE]:
        raise ValueError("an icon has the view box 0 0 24 24")
    drawn = (_element(element) for element in root.iter())
    return "\n".join(text for text in drawn if text)


def _element(element: ElementTree.Element) -> str:
    name = element.tag.rpartition("}")[2]
    if element.get("transform"):
        raise ValueError("an icon has no transforms")
    if name in _SILENT:
        return ""
    steps = steps_of(element)
    if steps is None:
        raise ValueError(f"an icon has no element {name!r}")
    return " ".join(map(_operator, steps))


def _operator(step: Step) -> str:
    """Return a step as PDF has it, y up."""
    operator, points = step
    numbers = [number_text(part) for x, y in points for part in (x, SIDE - y)]
    return " ".join([*numbers, operator])
