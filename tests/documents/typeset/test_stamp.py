"""Blocks are templates: what is drawn comes back as it was, and only elements that hold something are kept."""

from __future__ import annotations

import datetime as dt

import pypdfium2
import pytest

from missionplanner.documents.typeset import Batch, Style
from missionplanner.documents.typeset.stamp import NO_ELEMENT, Link, Node, stamped
from missionplanner.documents.typeset.structure import role

ADDRESS = "https://example.org/100%25"


@pytest.mark.parametrize("style", [Style(), Style(capitals=True, tracking=0.8)])
def test_signs_of_templates_and_strings_come_back(style: Style) -> None:
    text = "100 % (50%d) \\ 7%% EDLJ ÅÄ"
    batch = Batch(dt.datetime(2025, 4, 28, tzinfo=dt.UTC))
    block = batch.block()
    with block.tag("P", alt="10 %"), block.link(ADDRESS, 0, -12, 60, 12):
        block.text(0, -12, text, style)
    page = batch.document(title="%s", lang="en").page()
    page.place(block, 54, 700)
    page.place(block, 54, 600)
    drawn = pypdfium2.PdfDocument(page.document.data())[0].get_textpage().get_text_range()
    assert [line.casefold() for line in drawn.splitlines()] == [text.casefold()] * 2


def test_an_element_with_nothing_in_it_is_left_out_with_those_that_held_only_it() -> None:
    nodes = [Node(NO_ELEMENT, role("L"), None), Node(0, role("LI"), None), Node(NO_ELEMENT, role("P"), None)]
    shape = stamped(nodes, [(2, "a"), (NO_ELEMENT, "b")]).shape
    assert (shape.size, shape.marked, shape.tops) == (1, (0,), (0,))
    assert shape.structure.count("\n") == 0


def test_a_link_inside_a_sentence_is_read_after_what_it_follows() -> None:
    link = Link(ADDRESS, 0, 0, 10, 10)
    nodes = [Node(NO_ELEMENT, role("P"), None), Node(0, role("Link", None, ADDRESS), link)]
    stamp = stamped(nodes, [(0, "a"), (1, "b"), (0, "c")])
    sentence = stamp.shape.structure.splitlines()[0]
    assert sentence.endswith("/K[%d %d 0 R %d]>>")
    assert stamp.operators.count("BDC") == 3
    assert stamp.shape.links == ((link, 1),)
