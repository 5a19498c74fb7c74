"""Read a letter written in Word: which fields it names, and whether what it opens it also closes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.letters import archive
from missionplanner.exchange.letters.markup import Element, P, marks, parsed

MAX_DEPTH = 4
"""Sections within sections."""
MAX_PARAGRAPHS, MAX_MARKS = 10_000, 1_000


@dataclass(frozen=True, slots=True)
class Template:
    """Be a letter to fill in: the parts of its file, and what it names, in order, each once.

    ``needed`` are the fields it shows also where nobody knows them: named outside of all sections.
    """

    parts: Mapping[str, bytes]
    fields: tuple[str, ...]
    needed: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the names of the parts that hold text of the letter."""
        return tuple(name for name in self.parts if archive.FILLED.fullmatch(name))


def read(data: bytes) -> Template:
    """Return a Word document as a template.

    Raises Invalid for one that is too large, would run or fetch something, or opens what it never closes, Damaged
    for one that cannot be read.
    """
    parts = archive.unpacked(data)
    named: dict[str, None] = {}
    needed: dict[str, None] = {}
    for name, part in parts.items():
        if archive.FILLED.fullmatch(name):
            for field, always in _named(parsed(part)):
                named[field] = None
                needed |= {field: None} if always else {}
    return Template(parts, tuple(named), tuple(needed))


def _named(root: Element) -> list[tuple[str, bool]]:
    """Return the names in a part, and whether each is shown in any case.

    Raises Invalid where sections are not closed in the order they were opened.
    """
    opened: list[str] = []
    found: list[tuple[str, bool]] = []
    if sum(1 for _ in root.iter(P)) > MAX_PARAGRAPHS:
        raise archive.too_large()
    for mark in marks(root):
        found.append((mark.name, not mark.sign and not opened))
        if len(found) > MAX_MARKS:
            raise archive.too_large()
        if mark.sign == "/":
            if not opened or opened.pop() != mark.name:
                raise Invalid(N_("The template closes {{{{/{name}}}}} where it was not opened."), name=mark.name)
        elif mark.sign:
            opened.append(mark.name)
            if len(opened) > MAX_DEPTH:
                raise Invalid(N_("The template repeats too much in itself: {{{{#{name}}}}}."), name=mark.name)
    if opened:
        raise Invalid(N_("The template opens {{{{#{name}}}}} and never closes it."), name=opened[-1])
    return found
