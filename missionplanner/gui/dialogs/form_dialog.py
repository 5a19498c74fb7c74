"""Be the frame of a short form: fields in a column, a verb to finish, Escape to leave."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.i18n import Translator
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.scrolled import Scrolled

_LEAST, _FRAME = 320, 200
"""Least height of the fields of a form, and what title, buttons and the window around them take."""


class FormDialog(QDialog):
    """Show fields and carry out ``finish``; what it raises is said at its field, and nothing typed is lost."""

    def __init__(self, parent: QWidget, t: Translator, title: str, verb: str) -> None:
        super().__init__(parent)
        self.t = t
        self.fields: dict[str, Field] = {}
        self._finish: Callable[[], object] | None = None
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "h1", name="form_title"))
        inside = self._inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        whole.addLayout(self.body)
        whole.addStretch(1)
        self._room = _Room(inside, title, max(_LEAST, parent.window().height() - _FRAME))
        column.addWidget(self._room)
        self._fault = label("", "small", tone="danger", name="form_fault", wrap=True)
        self._fault.hide()
        column.addWidget(self._fault)
        self.done_button = button(verb, "form_done", look="primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self._try)
        leave = button(t("Cancel"), "form_cancel")
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.done_button)
        column.addLayout(row)

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part of the form, where the form is higher than the window."""
        self._room.ensureWidgetVisible(part)

    def remember(self, *fields: Field) -> None:
        """Know fields that stand elsewhere in the form, so that a fault is said at them."""
        for field in fields:
            self.fields[field.control.objectName()] = field

    def add_row(self, *fields: Field) -> None:
        """Add one field, or several beside each other."""
        row = QHBoxLayout()
        row.setSpacing(8)
        share = (roomy(FIELD_WIDTH) - 8 * (len(fields) - 1)) // len(fields)
        for field in fields:
            field.setFixedWidth(share)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
            self.fields[field.control.objectName()] = field
        row.addStretch(1)
        self.body.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        super().showEvent(event)
        QTimer.singleShot(0, self, self.order_tabs)  # where things are is known once they are laid out

    def order_tabs(self) -> None:
        """Let Tab go through the form as one reads it, whatever was made first."""
        takes = [one for one in self.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        there = [one for one in takes if one.isVisible() and one.focusProxy() is None]
        there = [one for one in there if not any(other.isAncestorOf(one) for other in there if other is not one)]
        there.sort(key=self.reading_place)
        for before, after in pairwise(there):
            QWidget.setTabOrder(before, after)

    def reading_place(self, one: QWidget) -> tuple[int, int, int]:
        """Return where one comes to a control in reading: which part of the form, how far down, how far right."""
        scrolls = self._room.isAncestorOf(one)  # what is out of sight is read before the buttons all the same
        spot = one.mapTo(self._inside if scrolls else self, one.rect().center())
        return int(not scrolls), spot.y(), spot.x()

    def finish_with(self, finish: Callable[[], object]) -> None:
        """Say what the verb does; the dialog closes unless it raises."""
        self._finish = finish

    def _try(self) -> None:
        for field in self.fields.values():
            field.refuse("")
        self._fault.hide()
        try:
            if self._finish is not None:
                self._finish()
        except MissionPlannerError as error:
            self._refuse(error)
            return
        self.accept()

    def _refuse(self, error: MissionPlannerError) -> None:
        field = self.fields.get(error.field or "") if isinstance(error, Invalid) else None
        text = self.t.say(error)
        if field is None:
            self._fault.setText(text)
            self._fault.setMaximumWidth(roomy(FIELD_WIDTH))
            self._fault.show()
            return
        field.refuse(text)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)


class _Room(Scrolled):
    """Hold fields at their own size; scroll them where the window is not high enough."""

    def __init__(self, inside: QWidget, name: str, highest: int) -> None:
        super().__init__("form_area", name)
        self._inside, self._highest = inside, highest
        self.setWidget(inside)
        inside.installEventFilter(self)

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        inside = self._inside.sizeHint()
        scrolls = inside.height() > self._highest
        bar = self.verticalScrollBar().sizeHint().width() + 6 if scrolls else 0
        return QSize(inside.width() + bar, min(inside.height(), self._highest))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            # Fields would rather be pressed flat than let the form scroll.
            self._inside.setMinimumHeight(self._inside.sizeHint().height())
            self.updateGeometry()
        return super().eventFilter(watched, event)
