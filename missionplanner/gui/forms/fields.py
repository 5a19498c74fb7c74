"""Build forms alike: the label above its field, what is wrong with it below, Tab from one to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from missionplanner.gui.forms.controls import Choice, DayField
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import label
from missionplanner.gui.wording import Wording

FIELD_WIDTH = 360


class Field(QWidget):
    """Be a label, an input and the sentence that says what is wrong with it.

    ``beside`` is a small control at the right of the label, ``tall`` an input of its own height.
    """

    def __init__(
        self, name: str, text: str, control: QWidget, *, beside: QWidget | None = None, tall: bool = False
    ) -> None:
        super().__init__()
        self.control = control
        control.setObjectName(name)
        control.setAccessibleName(text)
        control.setFont(font("body"))
        if not tall:
            control.setFixedHeight(roomy(CONTROL))
        self._fault = label("", "small", tone="danger", name=f"{name}_fault", wrap=True)
        self._fault.hide()
        above = label(text, "label", tone="quiet")
        above.setBuddy(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if beside is None:
            column.addWidget(above)
        else:
            row = QHBoxLayout()
            row.addWidget(above, 1)
            row.addWidget(beside)
            column.addLayout(row)
        column.addWidget(control)
        column.addWidget(self._fault)

    @property
    def fault(self) -> QLabel:
        return self._fault

    def refuse(self, text: str) -> None:
        """Say what is wrong; nothing takes it back."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        self.control.setProperty("wrong", "true" if text else "false")
        self.control.style().polish(self.control)


def line(text: str = "", hint: str = "") -> QLineEdit:
    """Return a field of one line."""
    made = QLineEdit(text)
    made.setPlaceholderText(hint)
    made.setMaxLength(500)
    return made


def date_field(date: QDate, wording: Wording, theme: Theme) -> DayField:
    """Return a field for a day, with a calendar that begins where the language's weeks do."""
    made = DayField(theme)
    made.setDate(date)
    made.setLocale(wording.locale)
    made.setDisplayFormat("ddd d MMM yyyy")
    made.setCalendarPopup(True)
    calendar = made.calendarWidget()
    calendar.setLocale(wording.locale)
    calendar.setFirstDayOfWeek(wording.locale.firstDayOfWeek())
    calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
    return made


def choice(entries: Mapping[str, object], chosen: object, theme: Theme) -> Choice:
    """Return a list to choose one from; ``entries`` is what is shown and what it stands for."""
    made = Choice(theme)
    made.addItems(list(entries))
    made.values = tuple(entries.values())
    made.setCurrentIndex(made.values.index(chosen) if chosen in made.values else 0)
    return made


def suggestion(texts: list[str], text: str, theme: Theme) -> Choice:
    """Return a field that offers what fits while one types, and takes anything."""
    made = Choice(theme)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.addItems(texts)
    made.setCurrentText(text)
    made.setMinimumContentsLength(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    completer = QCompleter(texts, made)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCompleter(completer)
    return made
