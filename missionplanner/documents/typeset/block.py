"""Compose a piece of a page once, to be placed many times: drawing operators by structure element."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import NamedTuple

from missionplanner.documents.typeset.ink import Ink
from missionplanner.documents.typeset.shaping import Shaper
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


class _Inside:
    """Be inside an element of a block. Thousands are opened a second: a generator takes three times as long."""

    __slots__ = ("_link", "_nodes", "_open", "_role")

    def __init__(self, nodes: list[Node], open_: list[int], role: Role, link: Link | None) -> None:
        self._nodes, self._open, self._role, self._link = nodes, open_, role, link

    def __enter__(self) -> None:
        self._nodes.append(Node(self._open[-1], self._role, self._link))
        self._open.append(len(self._nodes) - 1)

    def __exit__(self, *_: object) -> None:
        self._open.pop()


class _Again:
    """Be inside an element of a block that was left before."""

    __slots__ = ("_node", "_open")

    def __init__(self, open_: list[int], node: int) -> None:
        self._open, self._node = open_, node

    def __enter__(self) -> None:
        self._open.append(self._node)

    def __exit__(self, *_: object) -> None:
        self._open.pop()


class Block(Ink):
    """Be a recorder whose origin is its top left corner; what lies below has a negative y."""

    def __init__(self, shaper: Shaper) -> None:
        super().__init__(shaper)
        self.height = 0.0
        self.nodes: list[Node] = []
        self._program: list[tuple[int, list[str]]] = []
        self._open: list[int] = [NO_ELEMENT]
        self._compiled: tuple[tuple[int, str], ...] | None = None

    @property
    def program(self) -> tuple[tuple[int, str], ...]:
        """Return the operators in drawing order, each with the element it belongs to."""
        if self._compiled is None:
            self._compiled = tuple((node, "\n".join(operators)) for node, operators in self._program)
        return self._compiled

    def begun(self) -> Block:
        """Return a new block that begins with all that is in this one, which stays as it is."""
        other = Block(self._shaper)
        other.height = self.height
        other.nodes = self.nodes.copy()
        other._program = [(node, operators.copy()) for node, operators in self._program]
        other.fonts = self.fonts.copy()
        other.images, other.shadings = self.images.copy(), self.shadings.copy()
        return other

    def again(self, node: int) -> AbstractContextManager[None]:
        """Be inside an element once more: the one with this number in the order they were opened."""
        return _Again(self._open, node)

    def _emit(self, operators: str) -> None:
        self._compiled = None
        node = self._open[-1]
        if self._program and self._program[-1][0] == node:
            self._program[-1][1].append(operators)
        else:
            self._program.append((node, [operators]))

    def _tagged(self, role: Role) -> _Inside:
        return _Inside(self.nodes, self._open, role, None)

    def link(self, address: str, x: float, y: float, w: float, h: float) -> AbstractContextManager[None]:
        """Make what is drawn inside a link: https, mailto or tel, over a box."""
        refuse_address(address)
        return _Inside(self.nodes, self._open, Role("Link", alt=address), Link(address, x, y, w, h))


def refuse_address(address: str) -> None:
    """Raise ValueError for an address paper does not link to."""
    if not address.startswith(("https://", "mailto:", "tel:")):
        raise ValueError(f"paper does not link to {address!r}")
