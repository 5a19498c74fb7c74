"""Compose a piece of a page once, to be placed many times: drawing operators by structure element."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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

    def _emit(self, operators: str) -> None:
        self._compiled = None
        node = self._open[-1]
        if self._program and self._program[-1][0] == node:
            self._program[-1][1].append(operators)
        else:
            self._program.append((node, [operators]))

    @contextmanager
    def _tagged(self, role: Role) -> Iterator[None]:
        with self._node(role, None):
            yield

    @contextmanager
    def link(self, address: str, x: float, y: float, w: float, h: float) -> Iterator[None]:
        """Make what is drawn inside a link: https, mailto or tel, over a box."""
        refuse_address(address)
        with self._node(Role("Link", alt=address), Link(address, x, y, w, h)):
            yield

    @contextmanager
    def _node(self, role: Role, link: Link | None) -> Iterator[None]:
        self.nodes.append(Node(self._open[-1], role, link))
        self._open.append(len(self.nodes) - 1)
        try:
            yield
        finally:
            self._open.pop()


def refuse_address(address: str) -> None:
    """Raise ValueError for an address paper does not link to."""
    if not address.startswith(("https://", "mailto:", "tel:")):
        raise ValueError(f"paper does not link to {address!r}")
