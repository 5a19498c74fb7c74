"""Show two records side by side, field by field, and let somebody say which value stays."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, cast
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.tables.spec import Column, TableSpec
from missionplanner.gui.tables.values import Values
from missionplanner.gui.theme import Theme, roomy
from missionplanner.gui.widgets.basics import Elided, button, label, plain_tip
from missionplanner.gui.widgets.row_button import RowButton
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.tabbing import lead_to_chosen

if TYPE_CHECKING:
    from missionplanner.services.rows import Row

Side = Literal["keep", "drop"]
SIDES: tuple[Side, Side] = ("keep", "drop")
"""The record that stays, at the left, and the one that goes into it."""
BOTH = "both"
_LONGEST = 280
"""Characters of a value that are shown; all of it is in the tool tip."""
_NOTES = "notes"
_TITLES = 112
_SIGN = 16


@dataclass(frozen=True, slots=True)
class Field:
    """Be one column of both records: its words, and what each of them says."""

    column: Column
    title: str
    texts: tuple[str, str]
    same: bool


class Compare(Scrolled):
    """Show a pair. ``keep`` is the one that stays: known in more missions, else of which more is known."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("duplicates_fields", ctx.t("Field by field"))
        self._ctx = ctx
        self._groups: dict[str, QButtonGroup] = {}
        self.keep: UUID | None = None
        self.drop: UUID | None = None

    def show_pair(self, part: str, ids: tuple[UUID, UUID]) -> bool:
        """Show two records of a list of the directory; tell whether both are there."""
        spec = _spec(part)
        source = spec.source(self._ctx)
        workspace = self._ctx.workspace
        found = {one.id: one for one in source.page(workspace, ids=ids).rows} if workspace is not None else {}
        if len(found) < 2:
            self.show_nothing()
            return False
        rows = sorted((found[one] for one in ids), key=partial(_weight, source.fields), reverse=True)
        self.keep, self.drop = rows[0].id, rows[1].id
        self._groups = {}
        self.setWidget(self._page(spec, self._fields(spec, source.fields, rows)))
        return True

    def show_nothing(self) -> None:
        """Show no pair."""
        self.keep = self.drop = None
        self._groups = {}
        self.setWidget(QWidget())

    def choices(self) -> dict[str, Side]:
        """Return whose value of each field stays; both notes stay where nothing is told of them."""
        found: dict[str, Side] = {}
        for key, group in self._groups.items():
            chosen = group.checkedButton()
            side = chosen.property("side") if chosen is not None else BOTH
            if side in SIDES:
                found[key] = cast(Side, side)
        return found

    def takers(self) -> list[QWidget]:
        """Return what takes the focus, as one reads it: made anew with each pair, it stands last by itself."""
        sides = [self.findChild(QPushButton, f"duplicates_all_{side}") for side in SIDES]
        groups = (one for group in self._groups.values() for one in group.buttons())
        return [*(one for one in sides if one is not None), *groups]

    def choose(self, key: str, side: str) -> None:
        """Let a side's value of a field stay."""
        for one in self._groups[key].buttons():
            if one.property("side") == side:
                one.setChecked(True)
        lead_to_chosen(self._groups[key])

    def choose_all(self, side: Side) -> None:
        """Let all values of a side stay."""
        for key in self._groups:
            self.choose(key, side)

    # -- inside -----------------------------------------------------------------------------------

    def _fields(self, spec: TableSpec, names: tuple[str, ...], rows: list[Row]) -> list[Field]:
        values, found = Values(self._ctx), []
        for column in spec.columns:
            if column.key not in names:
                continue
            place = names.index(column.key)
            both = [one.values[place] for one in rows]
            texts = tuple(values.plain(column, one) if one not in (None, "", ()) else "" for one in both)
            if any(texts):
                pair = cast("tuple[str, str]", texts)
                found.append(Field(column, self._ctx.t(column.title), pair, both[0] == both[1]))
        return found

    def _page(self, spec: TableSpec, fields: list[Field]) -> QWidget:
        t, page = self._ctx.t, QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, roomy(_TITLES))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        others = [one for one in fields if not one.same and one.column.editable]
        if others:
            for place, side in enumerate(SIDES):
                words = t("All from the right") if place else t("All from the left")
                all_of = button(words, f"duplicates_all_{side}", look="link")
                all_of.clicked.connect(partial(self._take_all, side))
                grid.addWidget(all_of, 0, place + 1, Qt.AlignmentFlag.AlignLeft)
        for one in others:
            self._add_choice(page, grid, one)
        told = [one for one in fields if one not in others]
        if told:
            above = label(t("Nothing to choose"), "strong")
            above.setContentsMargins(8, 10, 0, 2)
            grid.addWidget(above, grid.rowCount(), 0, 1, 3)
        for one in told:
            _add_fact(grid, one, t("empty"))
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 10, 0)
        whole.addLayout(grid)
        whole.addStretch(1)
        return page

    def _take_all(self, side: Side, _checked: bool = False) -> None:
        self.choose_all(side)

    def _add_choice(self, page: QWidget, grid: QGridLayout, one: Field) -> None:
        t, key, row = self._ctx.t, one.column.key, grid.rowCount()
        group = QButtonGroup(page)
        self._groups[key] = group
        grid.addWidget(_title(one.title), row, 0, Qt.AlignmentFlag.AlignTop)
        said, nothing, together = (t("left"), t("right")), t("empty"), t("Both, one below the other")
        for place, (side, text) in enumerate(zip(SIDES, one.texts, strict=True)):
            made = SideButton(f"{key}_{side}", text or nothing, self._ctx.theme, side)
            made.setAccessibleName(f"{one.title}, {said[place]}: {text or nothing}")
            group.addButton(made)
            grid.addWidget(made, row, place + 1)
        start: str = SIDES[0] if one.texts[0] else SIDES[1]
        if key == _NOTES and all(one.texts):
            start = BOTH
            both = SideButton(f"{key}_{BOTH}", together, self._ctx.theme, BOTH)
            both.setAccessibleName(f"{one.title}: {together}")
            group.addButton(both)
            grid.addWidget(both, row + 1, 1, 1, 2)
        self.choose(key, start)


class SideButton(RowButton):
    """Be one of the values a field may keep: its sign tells the one that is chosen."""

    def __init__(self, name: str, text: str, theme: Theme, side: str) -> None:
        short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
        super().__init__(name, short, theme)
        self._theme = theme
        if short != text:
            self.setToolTip(plain_tip(text))
        self.setProperty("side", side)
        self.setCheckable(True)
        self._sign = QLabel()
        self._sign.setFixedSize(roomy(_SIGN), roomy(_SIGN))
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.insertWidget(0, self._sign, 0, Qt.AlignmentFlag.AlignTop)
        if len(short.split()) == 1:  # an address or number cannot be wrapped: it gives way to an ellipsis
            self.words.hide()
            whole = Elided(short, colour="text", theme=theme)
            whole.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.row.insertWidget(1, whole, 1)
            self.setToolTip(plain_tip(text))
        self.toggled.connect(self._follow)
        self._follow(False)

    def _follow(self, checked: bool) -> None:
        icon = self._theme.icon("circle-check" if checked else "circle", "accent" if checked else "text3", _SIGN)
        self._sign.setPixmap(icon.pixmap(QSize(roomy(_SIGN), roomy(_SIGN))))


def _title(text: str) -> QLabel:
    made = label(text, "small", tone="quiet", wrap=True)
    made.setContentsMargins(8, 7, 0, 4)
    made.setFixedWidth(roomy(_TITLES))
    return made


def _add_fact(grid: QGridLayout, one: Field, empty: str) -> None:
    """Add what is equal in both once, what is counted of each beside each other."""
    row = grid.rowCount()
    grid.addWidget(_title(one.title), row, 0, Qt.AlignmentFlag.AlignTop)
    for place, text in enumerate(one.texts[:1] if one.same else one.texts):
        short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
        made = label(short or empty, "body", wrap=True)
        made.setContentsMargins(10, 6, 0, 4)
        grid.addWidget(made, row, place + 1, 1, 2 if one.same else 1)


def _weight(fields: tuple[str, ...], one: Row) -> tuple[int, int]:
    """Return what tells which of two stays: in how many missions it is, and how much is known of it."""
    told: Mapping[str, Any] = dict(zip(fields, one.values, strict=True))
    return int(told.get("missions") or 0), sum(1 for value in one.values if value not in (None, "", ()))


def _spec(part: str) -> TableSpec:
    return cast(TableSpec, importlib.import_module(f"missionplanner.gui.directory.{part}").SPEC)
