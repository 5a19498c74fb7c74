"""Build the fields of an entry from the columns of its list: for its details and for the form of a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.gui.context import Context
from missionplanner.gui.forms.entry import Prose
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.tables.editors import field_for
from missionplanner.gui.tables.spec import Column, Kind
from missionplanner.gui.tables.values import MASK, Values
from missionplanner.gui.widgets.basics import button, label

IN_SIGHT = 9
"""Fields that are seen at once (UX §7); the rest is under “More”."""

Store = Callable[[Column, str, bool], str]
"""Stores a text for a column, making what is not there where the last is True; returns what refuses it."""


class ColumnField(Field):
    """Be the field of one column; it stores itself through ``store`` where one is given."""

    def __init__(self, column: Column, values: Values, ctx: Context, prefix: str, store: Store | None) -> None:
        self.column, self._values, self._store = column, values, store
        self.entry = field_for(column, values, ctx.theme)
        self._new = ""
        title = values.t(column.title)
        super().__init__(f"{prefix}_{column.key}", title, self.entry, tall=isinstance(self.entry, Prose))
        if column.required:
            self.control.setAccessibleDescription(values.t("required"))
        self.entry.committed.connect(lambda text: self._take(text, False))
        self.entry.reverted.connect(lambda: self.refuse(""))
        if isinstance(self.entry, Lookup):
            self.entry.chosen.connect(lambda _value: self._take(self.text, False))
            self.entry.created.connect(self._create)

    @property
    def text(self) -> str:
        return self.entry.toPlainText() if isinstance(self.entry, Prose) else self.entry.text()

    def show_typed(self, text: str) -> None:
        """Show a text as if it were typed."""
        if isinstance(self.entry, Prose):
            self.entry.setPlainText(text)
        else:
            self.entry.setText(text)

    def show_value(self, value: Any, *, anew: bool) -> None:
        """Show what a row holds; ``anew`` also over what is typed."""
        hidden = self.column.masked and self.column.key not in self._values.revealed and bool(value)
        text = MASK if hidden else self._values.typed(self.column, value)
        self.entry.show_text(text, anew=anew)
        self.entry.setReadOnly(hidden or not self.column.editable)
        if anew:
            self.refuse("")

    def read(self, before: Any = None) -> object:
        """Return what is typed as a service takes it. Raises Invalid with the column's key."""
        text = self.text
        return self._values.read(self.column, text, before, new=bool(self._new) and self._new == text.strip())

    def _create(self, name: str) -> None:
        self._new = name
        self._take(name, True)

    def _take(self, text: str, new: bool) -> None:
        if self._store is None:
            return
        fault = self._store(self.column, text, new)
        self.refuse(fault)
        if not fault:
            self.entry.settle()


class Fields(QWidget):
    """Be the fields of several columns under each other, those less often used under “More”.

    Where fields store themselves those under “More” are made when somebody first looks at them: ``grown`` is
    called then, to fill them.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        values: Values,
        ctx: Context,
        prefix: str,
        store: Store | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{prefix}_fields")
        self._ctx = ctx
        self._make: Callable[[Column], ColumnField] = lambda one: ColumnField(one, values, ctx, prefix, store)
        self._later = list(columns[IN_SIGHT:]) if store is not None else []
        self.all = [self._make(one) for one in columns if one not in self._later]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for one in self.all[:IN_SIGHT]:
            column.addWidget(one)
        self._inside = QWidget()
        rest = QVBoxLayout(self._inside)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(10)
        for one in self.all[IN_SIGHT:]:
            rest.addWidget(one)
        self._more = button(ctx.t("More"), f"{prefix}_more", look="link")
        self._more.setCheckable(True)
        self._more.setIcon(ctx.theme.icon("chevron-right", "accent", 14))
        self._more.toggled.connect(self._unfold)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._more.setVisible(len(columns) > IN_SIGHT)
        self._inside.hide()
        self.unfolded: Callable[[], object] | None = None
        self.grown: Callable[[], object] | None = None

    def field(self, key: str) -> ColumnField | None:
        """Return the field of a column."""
        return next((one for one in self.all if one.column.key == key), None)

    def values(self) -> dict[str, object]:
        """Return what is typed, by key; what is not told is left out. Raises Invalid with a key."""
        found = {}
        for one in self.all:
            if one.text.strip() or one.column.required:
                try:
                    found[one.column.key] = one.read()
                except Invalid as error:
                    error.field = one.control.objectName()
                    self.lead_to(one)
                    raise
        return found

    def lead_to(self, one: ColumnField) -> None:
        """Show a field, wherever it is."""
        if one in self.all[IN_SIGHT:] and not self._more.isChecked():
            self._more.setChecked(True)

    def store_typed(self) -> None:
        """Store what is typed and not yet left."""
        for one in self.all:
            if one.entry.dirty and not one.entry.isReadOnly():
                one.entry.commit()

    def _unfold(self, on: bool) -> None:
        if on and self._later:
            self._grow()
        self._inside.setVisible(on)
        self._more.setIcon(self._ctx.theme.icon("chevron-down" if on else "chevron-right", "accent", 14))
        if on and self.unfolded is not None:
            QTimer.singleShot(0, self, self.unfolded)

    def _grow(self) -> None:
        """Make the fields nobody has looked at so far."""
        layout = self._inside.layout()
        assert layout is not None
        for one in self._later:
            made = self._make(one)
            self.all.append(made)
            layout.addWidget(made)
        self._later = []
        if self.grown is not None:
            self.grown()


def asked(columns: Sequence[Column]) -> list[Column]:
    """Return the columns a form asks for, the longer texts last."""
    some = [one for one in columns if one.asked and one.editable]
    return [one for one in some if one.kind is not Kind.LONG] + [one for one in some if one.kind is Kind.LONG]


def lines_of(texts: Sequence[tuple[str, str]]) -> QWidget:
    """Return lines of a text and what is said of it, under each other."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for text, detail in texts:
        line = QVBoxLayout()
        line.setSpacing(0)
        line.addWidget(label(text, "body", wrap=True))
        if detail:
            line.addWidget(label(detail, "small", tone="quiet", wrap=True))
        column.addLayout(line)
    return made
