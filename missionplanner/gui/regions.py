"""Take the focus from one part of a window to the next (F6)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def next_region(regions: list[QWidget], steps: int) -> None:
    """Give the focus to the next of ``regions`` that can take it; backwards where ``steps`` is negative."""
    focused = QApplication.focusWidget()
    here = next((place for place, one in enumerate(regions) if _holds(one, focused)), -1 if steps > 0 else 0)
    for distance in range(1, len(regions) + 1):
        target = _first(regions[(here + distance * steps) % len(regions)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))


def _first(region: QWidget) -> QWidget | None:
    """Return the first widget of a region that can have the focus."""
    for one in (region, *region.findChildren(QWidget)):
        takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and one.isVisible() and one.isEnabled() and one.focusProxy() is None:
            return one
    return None
