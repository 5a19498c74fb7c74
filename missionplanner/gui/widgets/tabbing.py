"""Let Tab go through a dialog as one reads it, whenever its controls were made, and to what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLayout, QScrollArea, QWidget


def lead_to_chosen(group: QButtonGroup) -> None:
    """Let Tab come to the chosen button of a group (the first where none is) and to no other: arrows lead there.

    Qt sees to that where one is clicked, not where the program chooses.
    """
    every, tabbed = group.buttons(), Qt.FocusPolicy.TabFocus
    chosen = group.checkedButton() or next(iter(every), None)
    for one in every:
        one.setFocusPolicy(one.focusPolicy() | tabbed if one is chosen else one.focusPolicy() & ~tabbed)


def in_reading_order(root: QWidget) -> None:
    """Make Tab follow the layouts of a widget, from top to bottom."""
    for one, after in pairwise(_controls(root)):
        QWidget.setTabOrder(one, after)


def _controls(root: QWidget) -> Iterator[QWidget]:
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield root
    inside = root.widget() if isinstance(root, QScrollArea) else None
    if inside is not None:
        yield from _controls(inside)
    layout = root.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        widget, within = item.widget(), item.layout()
        if widget is not None:
            yield from _controls(widget)
        elif within is not None:
            yield from _laid_out(within)
