"""Walk a window by Tab as somebody without a mouse does, and say what the walk leaves out or goes back for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QWidget

from tests import looks

PARTS = 4
"""More parts than a date or a time has that take Tab for themselves."""
STEPS = 200
"""More presses of Tab than any window has controls."""


def walked(root: QWidget, key: Qt.Key, steps: int = STEPS) -> Iterator[QWidget]:
    """Press a key until the focus comes to nothing new; yield each place once. A date keeps it for its parts."""
    seen: list[QWidget] = []
    old = 0
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget() or root, key)
        now = QApplication.focusWidget()
        old = old + 1 if now is None or now in seen else 0
        if old > PARTS:
            return
        if now is not None and now not in seen:
            seen.append(now)
            yield now


def faults(dialog: QDialog) -> list[str]:
    """Return what Tab does not reach in a dialog, and where it goes up again more than once."""
    dialog.activateWindow()
    every = [one for one in looks.controls(dialog) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    order = [one for one in walked(dialog, Qt.Key.Key_Tab, max(60, len(every) + 10)) if dialog.isAncestorOf(one)]
    missed = [one for one in every if one.isEnabled() and one not in order and not _by_arrows(one)]
    back = [
        f"{one.objectName()} → {after.objectName()}"
        for one, after in pairwise(order)
        if _above(dialog, after, one) and not _beside(dialog, after, one)
    ]
    once_round = len(back) <= 1  # from the last to the first
    return [*(f"not by Tab: {one.objectName()}" for one in missed), *([] if once_round else back)]


def _by_arrows(one: QWidget) -> bool:
    """Tell whether arrow keys lead to a button: another of its group is chosen, and Tab goes to that one."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, one)


def _seen(one: QWidget, other: QWidget) -> QWidget:
    """Return what stands for a control beside another: the area it is scrolled in, where the other is not."""
    seen, at = one, one.parentWidget()
    while at is not None and not at.isAncestorOf(other):
        seen = at if isinstance(at, QAbstractScrollArea) else seen
        at = at.parentWidget()
    return seen


def _above(root: QWidget, one: QWidget, other: QWidget) -> bool:
    """Tell whether a control lies wholly above another one."""
    one, other = _seen(one, other), _seen(other, one)
    bottom = one.mapTo(root, one.rect().bottomLeft()).y()
    return bottom < other.mapTo(root, other.rect().topLeft()).y()


def _beside(root: QWidget, one: QWidget, other: QWidget) -> bool:
    """Tell whether a control lies wholly at the right of another: where the next column is read from its top."""
    return one.mapTo(root, one.rect().topLeft()).x() > other.mapTo(root, other.rect().center()).x()
