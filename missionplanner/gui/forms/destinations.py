"""Edit where a mission goes: one line a place, with its country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.countries import country_code, country_name, country_names
from missionplanner.gui.forms.fields import line, suggestion
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ICON, button, label, set_icon

if TYPE_CHECKING:
    from missionplanner.domain.records import Destination


class _Row:
    def __init__(self, record: Destination, city: QLineEdit, country: Choice, box: QWidget) -> None:
        self.record, self.city, self.country, self.box = record, city, country, box


class DestinationsField(QWidget):
    """Show destinations as lines that can be added and taken away."""

    def __init__(self, ctx: Context, destinations: Iterable[Destination], empty: Destination) -> None:
        super().__init__()
        self.setObjectName("destinations")
        self._ctx, self._empty = ctx, empty
        self._rows: list[_Row] = []
        self._made = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(ctx.t("Destinations"), "label", tone="quiet"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        more = button(ctx.t("Add a destination"), "add_destination", look="link")
        set_icon(more, ctx.theme.icon("plus", "accent", 14), 14)
        more.clicked.connect(self._add_empty)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        for one in destinations:
            self._add(one)
        if not self._rows:
            self._add(empty)

    def destinations(self) -> list[Destination]:
        """Return the destinations as they are now; a place that changed has no zone or region yet."""
        language = self._ctx.t.language
        found = []
        for row in self._rows:
            city = row.city.text().strip() or None
            country = country_code(row.country.currentText(), language)
            one = row.record
            if (city, country) != (one.city, one.country):
                one = replace(one, city=city, country=country, zone=None, region=None)
            found.append(one)
        return found

    def _add_empty(self) -> None:
        from uuid import uuid4

        self._add(replace(self._empty, id=uuid4()))
        self._rows[-1].city.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, one: Destination) -> None:
        t, language, self._made = self._ctx.t, self._ctx.t.language, self._made + 1
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        city = line(one.city or "", t("City"))
        city.setAccessibleName(t("City of destination {number}", number=self._made))
        city.setObjectName(f"city_{self._made}")
        country = suggestion(list(country_names(language)), country_name(one.country, language), self._ctx.theme)
        country.setAccessibleName(t("Country of destination {number}", number=self._made))
        country.setObjectName(f"country_{self._made}")
        typed = country.lineEdit()
        if typed is not None:
            typed.setPlaceholderText(t("Country"))
        for control in (city, country):
            control.setFont(font("body"))
            control.setFixedHeight(roomy(CONTROL))
        away = button("", f"remove_destination_{self._made}", look="flat")
        set_icon(away, self._ctx.theme.icon("x", "text2", ICON))
        away.setAccessibleName(t("Remove destination {number}", number=self._made))
        away.setToolTip(t("Remove destination {number}", number=self._made))
        away.setFixedSize(roomy(CONTROL), roomy(CONTROL))
        row.addWidget(city, 5)
        row.addWidget(country, 4)
        row.addWidget(away)
        made = _Row(one, city, country, box)
        away.clicked.connect(lambda: self._remove(made))
        city.editingFinished.connect(lambda: self._guess(made))
        self._rows.append(made)
        self._lines.addWidget(box)

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        row.box.hide()
        row.box.deleteLater()
        if not self._rows:
            self._add_empty()

    def _guess(self, row: _Row) -> None:
        """Offer the country of a city that is known, where none was told."""
        from missionplanner.services import knowledge

        if row.city.text().strip() and not row.country.currentText().strip():
            found = knowledge.city(row.city.text().strip())
            if found is not None:
                row.country.setCurrentText(country_name(found.country, self._ctx.t.language))
