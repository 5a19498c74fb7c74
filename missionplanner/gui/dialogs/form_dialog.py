"""Be the frame of a short form: fields in a column, a verb to finish, Escape to leave."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.i18n import Translator
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field
from missionplanner.gui.widgets.basics import button, label


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
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body)
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

    def add_row(self, *fields: Field) -> None:
        """Add one field, or several beside each other."""
        row = QHBoxLayout()
        row.setSpacing(8)
        share = (FIELD_WIDTH - 8 * (len(fields) - 1)) // len(fields)
        for field in fields:
            field.setFixedWidth(share)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
            self.fields[field.control.objectName()] = field
        self.body.addLayout(row)

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
            self._fault.setMaximumWidth(FIELD_WIDTH)
            self._fault.show()
            return
        field.refuse(text)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
