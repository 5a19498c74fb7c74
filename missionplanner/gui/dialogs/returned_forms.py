"""Show what the forms that came back say: who answered, what changes, what is missing or in doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.base.messages import Message
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.basics import button, label, plain_tip

if TYPE_CHECKING:
    from missionplanner.services.delegates.returned_forms import Answer, Collected

_SIZE = (760, 480)
_FORM = Qt.ItemDataRole.UserRole
_NAMES_SHOWN = 8


class ReturnedFormsDialog(QDialog):
    """Show the answers form by form, each to be ticked; ``take`` writes those that are."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        found: Sequence[Collected],
        take: Callable[[list[Answer]], object],
    ) -> None:
        super().__init__(parent)
        self._ctx, self._take = ctx, take
        self.answers = [one for each in found for one in each.answers]
        t = ctx.t
        self.setObjectName("returned_forms_dialog")
        self.setWindowTitle(t("Returned forms"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = parent.window().size()
        self.resize(min(roomy(_SIZE[0]), room.width() - 40), min(roomy(_SIZE[1]), room.height() - 60))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(t("Returned forms"), "h1", name="returned_title"))
        column.addWidget(label(self._about(found), "body", tone="quiet", name="returned_about", wrap=True))
        self.tree = self._tree()
        column.addWidget(self.tree, 1)
        for text in self._asides(found):
            column.addWidget(label(text, "small", tone="warn", wrap=True))
        column.addLayout(self._buttons())
        self._fill(found)
        self.tree.itemChanged.connect(lambda *_: self._follow())
        self._follow()
        self.tree.setFocus()

    def chosen(self) -> list[Answer]:
        """Return the forms that are ticked and bring something."""
        tops = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        ticked = [one for one in tops if one is not None and one.checkState(0) is Qt.CheckState.Checked]
        return [self.answers[one.data(0, _FORM)] for one in ticked if one.data(0, _FORM) is not None]

    # -- words ------------------------------------------------------------------------------------

    def _about(self, found: Sequence[Collected]) -> str:
        t = self._ctx.t
        count = len(self.answers)
        words = t.plural("{count} form came back.", "{count} forms came back.", count)
        waiting = [name for one in found for name in one.waiting]
        if waiting:
            names = ", ".join(waiting[:_NAMES_SHOWN]) + (" …" if len(waiting) > _NAMES_SHOWN else "")
            missing = t("Not answered yet: {names}", names=names)
            words = f"{words} {missing}"
        return words

    def _asides(self, found: Sequence[Collected]) -> list[str]:
        t = self._ctx.t
        refused = [(file, why) for one in found for file, why in one.refused]
        lines = [f"{file}: {t.say(why)}" for file, why in refused[:3]]
        more = len(refused) - len(lines)
        return [*lines, t("… and {count} more", count=more)] if more > 0 else lines

    # -- the forms --------------------------------------------------------------------------------

    def _tree(self) -> QTreeWidget:
        t = self._ctx.t
        made = QTreeWidget()
        made.setObjectName("returned_tree")
        made.setAccessibleName(t("Forms and what they change"))
        made.setHeaderLabels([t("Field"), t("Until now"), t("Answer")])
        made.setFont(font("body"))
        made.setUniformRowHeights(True)
        made.setItemDelegateForColumn(0, _Ticks(self._ctx.theme, made))
        made.setAlternatingRowColors(False)
        made.setIndentation(roomy(20))
        tokens = self._ctx.theme.tokens
        made.setStyleSheet(
            f"QTreeWidget {{ background: {tokens.surface}; color: {tokens.text}; outline: none;"
            f" border-radius: 8px; border: 1px solid {tokens.border}; }}"
            f" QTreeWidget:focus {{ border: 2px solid {tokens.accent}; }}"
            f" QTreeWidget::item {{ min-height: {roomy(28)}px; }}"
            f" QTreeWidget::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
            f" QHeaderView::section {{ background: {tokens.surface2}; color: {tokens.text2}; border: none;"
            f" padding: 6px 8px; }}"
        )
        head = made.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.resizeSection(0, roomy(300))
        head.resizeSection(1, roomy(180))
        return made

    def _fill(self, found: Sequence[Collected]) -> None:
        for number, one in enumerate(self.answers):
            top = QTreeWidgetItem([one.name, "", self._counted(one)])
            top.setData(0, _FORM, number)
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if one.taken and one.changes else Qt.CheckState.Unchecked
            top.setCheckState(0, state)
            top.setToolTip(0, plain_tip(one.file))
            self.tree.addTopLevelItem(top)
            self._fill_form(top, one)
            top.setExpanded(len(self.answers) <= _NAMES_SHOWN or bool(one.doubts))

    def _fill_form(self, top: QTreeWidgetItem, one: Answer) -> None:
        from missionplanner.services.delegates import returned_forms

        t = self._ctx.t
        for change in one.changes:
            head, old, new = returned_forms.said(one, change, t.language)
            top.addChild(_line(head, old or "–", new or t("empty")))
        for problem in one.returned.problems:
            head = "".join(returned_forms.heads(one, (problem.field,), t.language))
            self._warn(top, head, problem.message)
        for doubt in one.doubts:
            self._warn(top, t("Please look"), doubt)
        if one.returned.missing:
            names = ", ".join(returned_forms.heads(one, one.returned.missing, t.language))
            self._warn(top, t("Missing"), names)

    def _warn(self, top: QTreeWidgetItem, head: str, what: Message | str) -> None:
        text = what if isinstance(what, str) else self._ctx.t.say(what)
        line = _line(head, "", text)
        line.setIcon(0, self._ctx.theme.icon("triangle-alert", "warn"))
        top.addChild(line)

    def _counted(self, one: Answer) -> str:
        t = self._ctx.t
        if not one.changes:
            return t("Nothing new")
        return t.plural("{count} answer is new", "{count} answers are new", len(one.changes))

    # -- buttons ----------------------------------------------------------------------------------

    def _buttons(self) -> QHBoxLayout:
        t = self._ctx.t
        leave = button(t("Cancel"), "returned_cancel")
        leave.clicked.connect(self.reject)
        self.done_button = button("", "returned_done", look="primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self._done)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.done_button)
        return row

    def _follow(self) -> None:
        count = len(self.chosen())
        self.done_button.setText(self._ctx.t.plural("Take in {count} form", "Take in {count} forms", count))
        self.done_button.setEnabled(count > 0)

    def _done(self) -> None:
        self._take(self.chosen())
        self.accept()


Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole
_BOX = 28
"""Logical pixels at the left of a form within which a press ticks it."""


class _Ticks(QStyledItemDelegate):
    """Draw the boxes of the forms in the theme's colours; a press on one or Space turns it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - the names are Qt's
        super().initStyleOption(option, index)
        state = index.data(_CHECK)
        if state is None:
            return
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        feature = QStyleOptionViewItem.ViewItemFeature
        option.features = (option.features & ~feature.HasCheckIndicator) | feature.HasDecoration
        name, colour = ("square-check", "accent") if ticked else ("square", "border_strong")
        option.icon = self._theme.icon(name, colour)

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        state = index.data(_CHECK)
        if state is None or not _turns(event, option):
            return False
        other = Qt.CheckState.Unchecked if Qt.CheckState(state) is Qt.CheckState.Checked else Qt.CheckState.Checked
        return model.setData(model.index(index.row(), 0), other, _CHECK)


def _turns(event: QEvent, option: QStyleOptionViewItem) -> bool:
    if isinstance(event, QMouseEvent):
        left = option.rect.left()
        return event.type() == QEvent.Type.MouseButtonRelease and event.position().x() - left < roomy(_BOX)
    is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
    return is_key and cast("QKeyEvent", event).key() == Qt.Key.Key_Space


def _line(head: str, old: str, new: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem([head, old, new])
    for place, text in enumerate((head, old, new)):
        made.setToolTip(place, plain_tip(text))
    return made
