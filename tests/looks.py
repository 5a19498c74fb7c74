"""Judge what a window shows: names, sizes of targets, plain texts, and whether all words have their room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

TARGET = 24
"""Least logical pixels of what is clicked (WCAG 2.2 SC 2.5.8)."""


def controls(root: QWidget) -> Iterator[QWidget]:
    """Yield every visible widget that takes the focus or clicks, but the insides of Qt's own."""
    for one in (root, *root.findChildren(QWidget)):
        inside = one.objectName().startswith("qt_") or one.focusProxy() is not None
        takes = one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton)
        if one.isVisible() and takes and not inside and not one.isWindow():
            yield one


def unnamed(root: QWidget) -> list[str]:
    """Return the controls without a name for screen readers or for tests."""
    faults = []
    for one in controls(root):
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name) or not one.objectName():
            faults.append(f"unnamed: {type(one).__name__} {one.objectName()!r} in {_path(one)}")
    return faults


def named_twice(root: QWidget) -> list[str]:
    """Return the buttons that a screen reader cannot tell from another one beside them."""
    told: dict[tuple[QWidget | None, str], str] = {}
    faults = []
    for one in controls(root):
        name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        if isinstance(one, QAbstractButton) and name:
            other = told.setdefault((one.parentWidget(), name), one.objectName())
            if other != one.objectName():
                faults.append(f"same name: {other} and {one.objectName()} are both {name!r}")
    return faults


def too_small(root: QWidget) -> list[str]:
    """Return the buttons that are hard to hit."""
    # The sign and the cross inside the search field have equals: the field itself, and Escape.
    buttons = [one for one in controls(root) if isinstance(one, QAbstractButton)]
    buttons = [one for one in buttons if not isinstance(one.parentWidget(), QLineEdit)]
    return [
        f"small: {one.objectName()} {one.width()}×{one.height()}"
        for one in buttons
        if min(one.width(), one.height()) < TARGET
    ]


def rich(root: QWidget) -> list[str]:
    """Return the texts that would be read as markup."""
    return [
        f"markup: {one.text()!r}"
        for one in root.findChildren(QLabel)
        if one.textFormat() != Qt.TextFormat.PlainText and one.text() and one.objectName() != "qtooltip_label"
    ]


def faults(root: QWidget) -> list[str]:
    """Return what is wrong with the controls of a window, dialog or menu."""
    if isinstance(root, QMenu):
        return [
            f"no words: {action.objectName()!r}"
            for action in root.actions()
            if not action.isSeparator() and not action.text()
        ]
    return [*unnamed(root), *named_twice(root), *too_small(root), *rich(root)]


def cut(root: QWidget) -> list[str]:
    """Return the words that have less room than they need, and the buttons that stick out."""
    shown = [one for one in root.findChildren(QWidget) if one.isVisible()]
    labels = [one for one in shown if isinstance(one, QLabel) and one.text() and _is_cut(one)]
    found = [f"cut: {one.objectName()} {one.text()!r} in {_path(one)}" for one in labels]
    buttons = [one for one in shown if isinstance(one, QAbstractButton)]
    found += [f"tight: {one.objectName()} {one.text()!r}" for one in buttons if _is_tight(one)]
    found += [f"outside: {one.objectName()} in {_path(one)}" for one in buttons if _sticks_out(one, root)]
    return found


def _is_cut(one: QLabel) -> bool:
    if one.wordWrap():
        return one.heightForWidth(one.width()) > one.height() + 1 or _longest_word(one) > one.width() + 1
    return one.sizeHint().width() > one.width() + 1 or one.fontMetrics().height() > one.height() + 1


def _longest_word(one: QLabel) -> int:
    return max(one.fontMetrics().horizontalAdvance(word) for word in one.text().split() or [""])


def _is_tight(one: QAbstractButton) -> bool:
    words = isinstance(one, QPushButton | QCheckBox | QRadioButton) and one.text()
    return bool(words) and (one.sizeHint().width() > one.width() + 1 or one.sizeHint().height() > one.height() + 8)


def _sticks_out(one: QAbstractButton, root: QWidget) -> bool:
    """Tell whether a button lies partly where nobody can see it; what can be scrolled to is all right."""
    area = QRect(one.mapTo(root, QPoint()), one.size())
    parent = one.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent.parentWidget(), QScrollArea) or isinstance(parent, QAbstractScrollArea):
            return False
        if not QRect(parent.mapTo(root, QPoint()), parent.size()).contains(area):
            return True
        parent = parent.parentWidget()
    return not root.rect().contains(area)


def _path(one: QWidget) -> str:
    names: list[str] = []
    parent = one.parentWidget()
    while parent is not None and len(names) < 3:
        if parent.objectName() and not parent.objectName().startswith("qt_"):
            names.append(parent.objectName())
        parent = parent.parentWidget()
    return " < ".join(names)
