"""Say what a day holds where nothing is chosen."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding
from missionplanner.gui.context import Context
from missionplanner.gui.inspector.alerts import Alerts
from missionplanner.gui.models.days import cities_of
from missionplanner.gui.models.rows import times_of
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import label, picture

_MOST = 8


class Summary(QWidget):
    """Show a day: its date, cities and counts, and what was found there; without a day, how to begin.

    ``item_wanted`` carries the id of an item somebody wants to see.
    """

    item_wanted = Signal(object)

    def __init__(self, ctx: Context, alerts: Alerts) -> None:
        super().__init__()
        self.setObjectName("day_summary")
        self._ctx, self.alerts = ctx, alerts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._title = label("", "title", name="summary_title", wrap=True)
        self._facts = label("", tone="quiet", name="summary_facts", wrap=True)
        self._items = QVBoxLayout()
        self._items.setSpacing(4)
        hint = ctx.t("Choose something on the agenda to see and change it here.")
        self._hint = label(hint, "small", tone="faint", name="summary_hint", wrap=True)
        self._column.addWidget(picture(ctx.theme, "calendar-days", "accent", 28))
        for one in (self._title, self._facts, alerts):
            self._column.addWidget(one)
        self._column.addLayout(self._items)
        self._column.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addStretch(1)

    def show_day(self, day: dt.date | None) -> None:
        """Show a day of the open mission; None is the mission as a whole."""
        plan, wording, t = self._ctx.mission.plan, self._ctx.wording, self._ctx.t
        self._clear()
        if plan is None:
            self._title.setText(t("No mission is open"))
            self._facts.setText("")
            self.alerts.show_findings(())
            return
        items = plan.items_on(day) if day is not None else plan.items
        heading = wording.full_day(day) if day is not None else self._ctx.mission.heading().title
        self._title.setText(heading)
        facts = (cities_of(plan, items), wording.items(len(items)) if items else t("Nothing planned yet"))
        self._facts.setText(wording.listed(facts))
        found = [one for one in self._ctx.mission.findings if one.accepted is None]
        ids = {one.id for one in items}
        self.alerts.show_findings(tuple(one for one in found if day is not None and self._of(one, ids)))
        for one in items[:_MOST] if day is not None else ():
            title = one.title.best(t.language, plan.mission.languages)
            self._items.addWidget(self._row(times_of(plan, one, wording)[0], title, one.id))
        more = len(items) - _MOST
        if day is not None and more > 0:
            words = t.plural("{count} more item", "{count} more items", more)
            self._items.addWidget(label(words, "small", tone="quiet", name="summary_more"))

    def focus_first(self) -> None:
        """Give the focus to the first item, where there is one."""
        first = self._items.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _of(finding: Finding, ids: set[UUID]) -> bool:
        return not ids.isdisjoint(finding.items)

    def _row(self, start: str, title: str, identity: UUID) -> QPushButton:
        words = f"{start}  {title}" if start else title
        made = QPushButton()
        made.setObjectName(f"summary_item_{identity}")
        made.setProperty("look", "item")
        made.setFont(font("body"))
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setText(
            made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, roomy(262)).replace("&", "&&")
        )
        made.clicked.connect(lambda: self.item_wanted.emit(identity))
        return made

    def _clear(self) -> None:
        while (item := self._items.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
