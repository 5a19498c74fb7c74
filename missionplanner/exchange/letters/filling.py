"""Fill letters in: fields become texts, sections are repeated, shown or left out. Values are only ever text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import TypeAlias

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.letters import archive
from missionplanner.exchange.letters.markup import (
    MARK,
    ROW,
    TABLE,
    Element,
    Mark,
    P,
    W,
    break_lines,
    copied,
    is_empty,
    marks,
    mend,
    parsed,
    replace,
    text_of,
    written,
)
from missionplanner.exchange.letters.template import Template

Values: TypeAlias = "Mapping[str, str | Sequence[Values]]"
"""Field → its text, or for what repeats the values of each."""
UNKNOWN = "________"
"""What stands where a value is not known: a line to write on."""
MOST_BLOCKS = 10_000
"""Paragraphs and rows that sections may make of a letter."""
_GUARD = "\ue0f1"
"""Stands for a brace within a value until all is filled in, so that no value is taken for a field."""


def fill(template: Template, values: Values) -> bytes:
    """Return the letter with these values. What it names and ``values`` lack stays as it was written.

    Raises Invalid where sections would make it longer than any letter.
    """
    parts = dict(template.parts)
    for name in template.texts:
        root = parsed(parts[name])
        _Filling(values).fill(root)
        parts[name] = written(root)
    return archive.packed(parts)


def fill_as_one(template: Template, each: Sequence[Values]) -> bytes:
    """Return one document of all letters, each on pages of its own that count from 1.

    Heads and feet are one for all: of what differs there they show nothing.
    """
    parts = dict(template.parts)
    for name in template.texts:
        root = parsed(parts[name])
        if name == archive.MAIN:
            _fill_bodies(root, each)
        else:
            _Filling(_shared(each)).fill(root)
        parts[name] = written(root)
    return archive.packed(parts)


def _shared(each: Sequence[Values]) -> Values:
    first = each[0]
    return {name: value if all(one.get(name) == value for one in each) else "" for name, value in first.items()}


def _fill_bodies(root: Element, each: Sequence[Values]) -> None:
    body = root.find(f"{W}body")
    if body is None:
        return
    blocks = [one for one in body if one.tag != f"{W}sectPr"]
    last = body.find(f"{W}sectPr")
    for one in blocks:
        body.remove(one)
    for number, values in enumerate(each):
        made = _Filling(values).filled(blocks)
        if number < len(each) - 1:
            _end_section(body, made, last)
        for block in made:
            _append(body, block, last)


def _append(body: Element, block: Element, last: Element | None) -> None:
    if last is not None:
        last.addprevious(block)
    else:
        body.append(block)


def _end_section(body: Element, made: list[Element], pages: Element | None) -> None:
    """Let the next letter begin on a page of its own, and its pages count from 1."""
    end = deepcopy(pages) if pages is not None else body.makeelement(f"{W}sectPr", {})
    if not made or made[-1].tag != P or made[-1].find(f"{W}pPr/{W}sectPr") is not None:
        made.append(body.makeelement(P, {}))
    paragraph = made[-1]
    look = paragraph.find(f"{W}pPr")
    if look is None:
        look = paragraph.makeelement(f"{W}pPr", {})
        paragraph.insert(0, look)
    counted = end.find(f"{W}pgNumType")
    if counted is None:
        counted = end.makeelement(f"{W}pgNumType", {})
        margins = end.find(f"{W}pgMar")
        (margins.addnext if margins is not None else end.append)(counted)
    counted.set(f"{W}start", "1")
    look.append(end)


class _Filling:
    """Be one letter being filled in; counts what sections make, so that none grows without end."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._blocks = 0

    def fill(self, root: Element) -> None:
        """Fill in all below an element."""
        self._fill(root, (self._values,))
        _finish(root)

    def filled(self, blocks: list[Element]) -> list[Element]:
        """Return copies of blocks, filled in."""
        made = self._made(blocks, (self._values,))
        for block in made:
            _finish(block)
        return made

    def _made(self, blocks: list[Element], scope: tuple[Values, ...]) -> list[Element]:
        self._blocks += len(blocks)
        if self._blocks > MOST_BLOCKS:
            raise Invalid(N_("This letter would get longer than any letter. Look at what it repeats."))
        holder = blocks[0].makeelement(f"{W}body", {}) if blocks else None
        if holder is None:
            return []
        for one in copied(blocks):
            holder.append(one)
        self._fill(holder, scope)
        return list(holder)

    def _fill(self, root: Element, scope: tuple[Values, ...]) -> None:
        while pair := _first_section(root):
            self._section(*pair, scope)
        for paragraph in list(root.iter(P)):
            text = text_of(paragraph)
            if "{{" in text:
                for found in reversed(list(MARK.finditer(text))):
                    value = looked_up(scope, found.group(2).lower())
                    if isinstance(value, str):
                        replace(paragraph, found.start(), found.end(), _guarded(value) or UNKNOWN)

    def _section(self, opening: Mark, closing: Mark, scope: tuple[Values, ...]) -> None:
        """Repeat, show or leave out what stands between two marks."""
        value = looked_up(scope, opening.name)
        each = [] if value is None or isinstance(value, str) or opening.sign != "#" else value
        if opening.paragraph is closing.paragraph and (not each or _stands_beside(opening, closing)):
            self._within(opening, closing, (bool(value), each), scope)
            return
        blocks = _opened(opening, closing)
        shown = bool(value) is (opening.sign != "^")
        scopes = [(one, *scope) for one in each] or ([scope] if shown else [])
        for block in [block for one in scopes for block in self._made(blocks, one)]:
            blocks[0].addprevious(block)
        for block in blocks:
            block.getparent().remove(block)

    def _within(
        self, opening: Mark, closing: Mark, known: tuple[bool, Sequence[Values]], scope: tuple[Values, ...]
    ) -> None:
        """Show, leave out or repeat a part of one paragraph."""
        paragraph, (is_known, each) = opening.paragraph, known
        if each:
            inner = text_of(paragraph)[opening.end : closing.start]
            said = "".join(_said(inner, (one, *scope)) for one in each)
            replace(paragraph, opening.start, closing.end, said)
        elif is_known is (opening.sign != "^"):
            replace(paragraph, closing.start, closing.end, "")
            replace(paragraph, opening.start, opening.end, "")
        else:
            replace(paragraph, opening.start, closing.end, "")
            if is_empty(paragraph) and len(paragraph.getparent()) > 1:
                paragraph.getparent().remove(paragraph)


def _said(text: str, scope: tuple[Values, ...]) -> str:
    """Return a text with its fields filled in."""

    def value(found: re.Match[str]) -> str:
        known = looked_up(scope, found.group(2).lower())
        return _guarded(known) if isinstance(known, str) else found.group()

    return MARK.sub(value, text)


def looked_up(scope: tuple[Values, ...], name: str) -> str | Sequence[Values] | None:
    """Return the value of a name, of the innermost section that has it; None where none does."""
    return next((one[name] for one in scope if name in one), None)


def _guarded(value: str) -> str:
    return clean(value).replace("{", _GUARD)


def _finish(root: Element) -> None:
    break_lines(root)
    mend(root)
    for piece in root.iter(f"{W}t"):
        if piece.text and _GUARD in piece.text:
            piece.text = piece.text.replace(_GUARD, "{")


def _first_section(root: Element) -> tuple[Mark, Mark] | None:
    """Return where the first section begins and where it ends."""
    opening: Mark | None = None
    depth = 0
    for mark in marks(root):
        if opening is None:
            opening = mark if mark.sign not in ("", "/") else None
        elif mark.name == opening.name and mark.sign:
            if mark.sign == "/" and depth == 0:
                return opening, mark
            depth += -1 if mark.sign == "/" else 1
    return None


def _stands_beside(opening: Mark, closing: Mark) -> bool:
    """Tell whether a paragraph says more than the section within it."""
    text = text_of(opening.paragraph)
    return bool(text[: opening.start].strip() or text[closing.end :].strip())


def _opened(opening: Mark, closing: Mark) -> list[Element]:
    """Take the marks of a section away; return the paragraphs or rows between them, which are repeated."""
    replace(closing.paragraph, closing.start, closing.end, "")
    replace(opening.paragraph, opening.start, opening.end, "")
    first, last = _sides(opening.paragraph, closing.paragraph)
    if first is last:
        return [first]
    blocks = [first]
    while blocks[-1] is not last:
        blocks.append(blocks[-1].getnext())
    return _without_bare_ends(blocks)


def _sides(first: Element, last: Element) -> tuple[Element, Element]:
    """Return the blocks side by side that two paragraphs are in; the row they are in two cells of."""
    if first is last:
        return first, last
    above = [first, *first.iterancestors()]
    below = [last, *last.iterancestors()]
    shared = next(one for one in above if one in below)
    if shared.tag == ROW:
        return shared, shared
    return above[above.index(shared) - 1], below[below.index(shared) - 1]


def _without_bare_ends(blocks: list[Element]) -> list[Element]:
    """Leave out the paragraphs and rows that held nothing but the marks, unless nothing else is there."""
    bare = [one for one in (blocks[0], blocks[-1]) if one.tag in (P, ROW, TABLE) and is_empty(one)]
    kept = [one for one in blocks if one not in bare]
    if not kept:
        return blocks
    for one in bare:
        one.getparent().remove(one)
    return kept
