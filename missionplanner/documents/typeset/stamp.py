"""Compile a block into templates: its operators and its structure, with holes for what a place decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from missionplanner.documents.typeset.structure import Role

NO_ELEMENT = -1


class Link(NamedTuple):
    """Be a link over a box: address, lower left corner, width and height in points."""

    address: str
    x: float
    y: float
    width: float
    height: float


class Node(NamedTuple):
    """Be an element of a block: ``parent`` is an index among the block's nodes, or NO_ELEMENT."""

    parent: int
    role: Role
    link: Link | None


class Hole(NamedTuple):
    """Be a number a template leaves open: the first of its ``kind`` at the place, and how far from it."""

    kind: int
    offset: int


ABOVE, PAGE, OWN, MARK, LINK = range(5)
"""Kinds of holes: object of the element a block is placed in; of the page; of the block's own elements; number of
marked content on the page; object of a link."""
_ABOVE, _PAGE = Hole(ABOVE, 0), Hole(PAGE, 0)


class Shape(NamedTuple):
    """Be what blocks of the same elements have in common, whatever is drawn in them.

    ``frame`` is a template that takes what is drawn, piece by piece, and gives the operators. ``structure``
    has a line for each of ``size`` elements; its numbers are ``offsets`` from what ``firsts`` takes of those of a
    place, one of each kind of hole. ``marked`` are the elements of marked
    content by its number, ``tops`` those that are in no other, ``links`` the links with their elements.
    """

    frame: str
    marked: tuple[int, ...]
    structure: str
    firsts: Callable[[tuple[int, ...]], tuple[int, ...]]
    offsets: tuple[int, ...]
    size: int
    tops: tuple[int, ...]
    links: tuple[tuple[Link, int], ...]
    signs: int
    """Signs % the operators have when what is drawn has none."""


class Stamp(NamedTuple):
    """Be a block ready to be placed any number of times: a template of x, y and the numbers of marked content."""

    operators: str
    shape: Shape


def stamped(nodes: Sequence[Node], program: Sequence[tuple[int, str]]) -> Stamp:
    """Compile elements and operators in drawing order, each with the element it belongs to."""
    numbers, drawn = zip(*program, strict=True) if program else ((), ())
    shape = _shape(tuple(nodes), numbers)
    operators = shape.frame % drawn
    # What is drawn has hardly ever a sign that would be taken for a hole: looking once costs least.
    if operators.count("%") != shape.signs:
        operators = shape.frame % tuple([one.replace("%", "%%") for one in drawn])
    return Stamp(operators, shape)


@lru_cache(maxsize=4096)
def _shape(nodes: Sequence[Node], program: tuple[int, ...]) -> Shape:
    """Compile elements, and the numbers of those that are drawn in one after the other.

    An element becomes a child of its parent when something is first drawn in it or after it: a link inside a
    sentence is read after what it follows. One with nothing in it and nothing to say is left out.
    """
    kids: list[list[Hole]] = [[] for _ in nodes]
    tops: list[int] = []
    links: list[tuple[Link, int]] = []
    marked: list[int] = []
    body = ["q 1 0 0 1 %%.2f %%.2f cm"]
    opened, last = 0, None
    for number in program:
        if number != last:
            if last is not None:
                body.append("EMC")
            if number != NO_ELEMENT:
                _open(nodes[opened : number + 1], opened, kids, tops, links)
                opened = max(opened, number + 1)
                kids[number].append(Hole(MARK, len(marked)))
                marked.append(number)
            body.append("/Artifact BMC" if number == NO_ELEMENT else nodes[number].role.begins)
            last = number
        body.append("%s")
    body += ["EMC", "Q"] if program else ["Q"]
    _open(nodes[opened:], opened, kids, tops, links)
    if not all(kids):
        nodes, kids, places = _living(nodes, kids)
        tops = [places[top] for top in tops if places[top] >= 0]
        marked = [places[one] for one in marked]
        links = [(link, places[one]) for link, one in links]
    structure, holes = _structure(nodes, kids)
    firsts: itemgetter[tuple[int, ...]] = itemgetter(*[kind for kind, _ in holes], ABOVE, ABOVE)  # never only one
    offsets = tuple([offset for _, offset in holes])
    frame = "\n".join(body)
    signs = frame.count("%%")
    return Shape(frame, tuple(marked), structure, firsts, offsets, len(nodes), tuple(tops), tuple(links), signs)


def _open(
    nodes: Sequence[Node], first: int, kids: list[list[Hole]], tops: list[int], links: list[tuple[Link, int]]
) -> None:
    """Make elements, numbered from ``first``, children of what they are in."""
    for number, (parent, _, link) in enumerate(nodes, first):
        if parent == NO_ELEMENT:
            tops.append(number)
        else:
            kids[parent].append(Hole(OWN, number))
        if link is not None:
            kids[number].append(Hole(LINK, len(links)))
            links.append((link, number))


def _living(nodes: Sequence[Node], kids: list[list[Hole]]) -> tuple[list[Node], list[list[Hole]], dict[int, int]]:
    """Return elements and children without empty elements, and the new number of each, -1 for one left out."""
    places = dict.fromkeys(range(len(nodes)), 0)
    for number in reversed(range(len(nodes))):
        kids[number] = [one for one in kids[number] if one.kind != OWN or places[one.offset] >= 0]
        if not kids[number] and nodes[number].role.alt is None:
            places[number] = -1
    kept = [number for number in range(len(nodes)) if places[number] >= 0]
    places.update((number, place) for place, number in enumerate(kept))
    return (
        [node._replace(parent=places.get(node.parent, NO_ELEMENT)) for node in map(nodes.__getitem__, kept)],
        [[Hole(OWN, places[n]) if kind == OWN else Hole(kind, n) for kind, n in kids[number]] for number in kept],
        places,
    )


def _structure(nodes: Sequence[Node], kids: Sequence[Sequence[Hole]]) -> tuple[str, tuple[Hole, ...]]:
    """Return the elements' dictionaries, a line each, and their holes."""
    lines: list[str] = []
    holes: list[Hole] = []
    for (parent, role, _), own in zip(nodes, kids, strict=True):
        holes.append(_ABOVE if parent == NO_ELEMENT else Hole(OWN, parent))
        if len(own) == 1 and own[0].kind == MARK:  # as nearly all that are not lists
            lines.append(role.marked)
            holes += (_PAGE, own[0])
            continue
        shown = ""
        if any(one.kind == MARK for one in own):
            shown = "/Pg %d 0 R"
            holes.append(_PAGE)
        held = []
        for one in own:
            if one.kind == LINK:
                holes.append(_PAGE)
            holes.append(one)
            held.append(_WRITTEN[one.kind])
        lines.append(f"{role.template}/P %d 0 R{shown}{'/K[' + ' '.join(held) + ']' if held else ''}>>")
    return "\n".join(lines), tuple(holes)


_WRITTEN = {MARK: "%d", OWN: "%d 0 R", LINK: "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>"}
