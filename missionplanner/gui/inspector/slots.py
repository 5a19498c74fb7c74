"""Show the slots proposed for an item, to choose one of them or to take it back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.inspector.selection import Chosen
from missionplanner.gui.models.slots import when_of
from missionplanner.gui.widgets.basics import Elided, button, label

_CONSIDERED = {QEvent.Type.Enter, QEvent.Type.FocusIn}
_LEFT = {QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide}


class Slots(QWidget):
    """Be the list; away where nothing is proposed.

    ``choose_wanted`` and ``withdraw_wanted`` carry a slot's id, ``pointed`` that of the one somebody considers,
    None afterwards.
    """

    choose_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    pointed = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("slots")
        self._ctx = ctx
        self._shown: tuple[object, ...] = ()
        self._ids: dict[QObject, UUID] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(ctx.t("Proposed slots"), "label", tone="quiet"))
        self.hide()

    def show_chosen(self, chosen: Chosen) -> None:
        """Show the slots of the one chosen item."""
        from missionplanner.services.partners import slots

        options = slots.options_of(chosen.plan, chosen.one.id) if chosen.one is not None else ()
        self.setVisible(bool(options))
        if options == self._shown:
            return
        self._shown = options
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            row = item.widget() if item is not None else None
            if row is not None:
                row.hide()
                row.deleteLater()
        self._ids = {}
        for number, option in enumerate(options):
            self._column.addWidget(self._row(number, option.id, option.note or "", chosen))

    def _row(self, number: int, identity: UUID, note: str, chosen: Chosen) -> QWidget:
        t, wording = self._ctx.t, self._ctx.wording
        option = next(one for one in chosen.plan.item_options if one.id == identity)
        when = when_of(option, wording)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = wording.listed((when, note))
        row.addWidget(Elided(words, "body", colour="text", theme=self._ctx.theme), 1)
        take = self._button(button(t("Choose"), f"choose_slot_{number}"), identity)
        take.setAccessibleName(t("Choose this slot: {when}", when=when))
        take.setToolTip(t("Choose this slot"))
        take.clicked.connect(lambda: self.choose_wanted.emit(identity))
        away = self._button(button("", f"withdraw_slot_{number}"), identity)
        away.setProperty("look", "round")
        away.setIcon(self._ctx.theme.icon("x", "text2", 16))
        away.setAccessibleName(t("Take back the proposal {when}", when=when))
        away.setToolTip(t("Take the proposal back"))
        away.clicked.connect(lambda: self.withdraw_wanted.emit(identity))
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignVCenter)
        take.setEnabled(not chosen.locked)
        take.installEventFilter(self)
        return made

    def _button(self, made: QPushButton, identity: UUID) -> QPushButton:
        self._ids[made] = identity
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() in _CONSIDERED:
            self.pointed.emit(self._ids.get(watched))
        elif event.type() in _LEFT:
            self.pointed.emit(None)
        return False
