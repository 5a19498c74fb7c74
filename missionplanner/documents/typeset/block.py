"""Compose a piece of a page once, to be placed many times: drawing operators by structure element."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from missionplanner.documents.typeset.ink import Ink
from missionplanner.documents.typeset.shaping import Shaper, Style
from missionplanner.documents.typeset.stamp import NO_ELEMENT, Link, Node, Stamp, stamped
from missionplanner.documents.typeset.structure import Role, role


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
        self._program: list[tuple[int, str]] = []
        """The operators in drawing order, each with the element it belongs to."""
        self._open: list[int] = [NO_ELEMENT]
        self._stamp: Stamp | None = None

    @property
    def stamp(self) -> Stamp:
        """Return all that was drawn, ready to be placed."""
        if self._stamp is None:
            self._stamp = stamped(self.nodes, self._program)
        return self._stamp

    def begun(self) -> Block:
        """Return a new block that begins with all that is in this one, which stays as it is."""
        other = Block.__new__(Block)  # thousands a second: what a new block has is set here, and only here
        other._shaper, other.height = self._shaper, self.height
        other._open, other._stamp = [NO_ELEMENT], None
        other.nodes = self.nodes.copy()
        other._program = self._program.copy()
        other.fonts = self.fonts.copy()
        other.images, other.shadings = self.images.copy(), self.shadings.copy()
        return other

    def upside_down(self, width: float, height: float) -> Block:
        """Return what is drawn here turned about the middle of a box of this size.

        It says again what was said: for those on the other side of a table, without elements.
        """
        other = self.begun()
        other.nodes = []
        turned = f"q -1 0 0 -1 {width:.2f} {-height:.2f} cm"
        shown = [operators for _, operators in self._program]
        other._program = [(NO_ELEMENT, operators) for operators in (turned, *shown, "Q")]
        return other

    def again(self, node: int) -> AbstractContextManager[None]:
        """Be inside an element once more: the one with this number in the order they were opened."""
        return _Again(self._open, node)

    def _emit(self, operators: str) -> None:
        self._stamp = None
        self._program.append((self._open[-1], operators))

    def _tagged(self, role: Role) -> _Inside:
        self._stamp = None
        return _Inside(self.nodes, self._open, role, None)

    def paragraph(self, x: float, y: float, texts: Sequence[str], style: Style, lang: str | None = None) -> None:
        """Draw lines as an element P of their own: what rows are made of, four times faster than ``with tag``."""
        self._stamp = None
        self.nodes.append(Node(self._open[-1], role("P", lang), None))
        self._open.append(len(self.nodes) - 1)
        if len(texts) == 1:
            self.text(x, y, texts[0], style, lang=lang)
        else:
            self.lines(x, y, texts, style, lang=lang)
        self._open.pop()

    def link(self, address: str, x: float, y: float, w: float, h: float) -> AbstractContextManager[None]:
        """Make what is drawn inside a link: https, mailto or tel, over a box."""
        refuse_address(address)
        self._stamp = None
        return _Inside(self.nodes, self._open, Role("Link", alt=address), Link(address, x, y, w, h))


def refuse_address(address: str) -> None:
    """Raise ValueError for an address paper does not link to."""
    if not address.startswith(("https://", "mailto:", "tel:")):
        raise ValueError(f"paper does not link to {address!r}")
